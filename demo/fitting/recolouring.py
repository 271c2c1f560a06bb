"""A product's fabric on what somebody wears already: the silhouette and its folds stay. Knows no warp.

The fabric is a piece of the product's own picture, evened out and laid over and over; on sleeves it
turns with the arm. Light and shade are the photo's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Final

import cv2
import numpy as np

from demo.catalog.shapes import PARTS
from demo.errors import PersonError
from demo.fitting.compositing import on_paper, premultiplied
from demo.fitting.dressing import Fitting
from demo.fitting.figures import PARTS as BODY_PARTS
from demo.fitting.garments import UNIT, Garment
from demo.fitting.lighting import folds
from demo.fitting.subject import Subject
from demo.models.parser import LOWER, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES

REGION: Final = {"upper": UPPER, "legs": LOWER, "skirt": LOWER}
"""kind of garment -> the label of what takes its fabric"""
WORN: Final = {UPPER: "top or dress", LOWER: "trousers or skirt"}
MAIN: Final = {"upper": ("body",), "legs": ("leg_left", "leg_right"), "skirt": ("skirt",)}
"""kind -> parts of the product that show its fabric best"""
SEEN: Final = 150
"""alpha from which cloth is no edge; sheer cloth has less than 255 everywhere"""
LEAST: Final = 2500.0
"""pixels of the frame from which something is worn at all"""
LIMBS: Final = (("upper_arm", "shoulder", "elbow"), ("forearm", "elbow", "wrist"))
"""parts of arms along which a sleeve's cloth turns, and the joints that they lie between"""


def in_fabrics(
    subject: Subject, garments: Sequence[Garment], with_stages: bool = False,
    tell: Callable[[str], None] = lambda stage: None,
) -> Fitting:  # fmt: skip
    """The person's own clothes in these products' fabrics.

    with_stages: also keep pictures of the fabric alone and of the result. tell: is told the stage's name.
    Raises PersonError when a product has no fabric to lend, or nothing of its kind is worn.
    """
    started = perf_counter()
    tell("warp")
    for garment in garments:
        _check(subject, garment, garments)
    picture = premultiplied(subject.picture)[..., :3]
    regions = np.zeros(subject.labels.shape, F32)
    result = picture
    for garment in garments:
        label = REGION[garment.kind]
        own = subject.labels == label
        cloth = _laid(subject, garment, label) * folds(picture, own, 0.8 * subject.unit)[..., None]
        share = _share(own, subject.unit)[..., None]
        result = result * (1 - share) + np.clip(cloth, 0, 1) * share
        regions = np.maximum(regions, share[..., 0])
    done = (np.clip(result, 0, 1) * 255 + 0.5).astype(np.uint8)
    rgb = np.where((regions > 0)[..., None], done, subject.picture[..., :3])
    stages: tuple[tuple[str, np.ndarray], ...] = ()
    if with_stages:
        fabric = on_paper(np.dstack([result * regions[..., None], regions]))
        stages = (("warp", fabric), ("result", rgb))
    picture = np.dstack([rgb, subject.picture[..., 3]])
    return Fitting(picture, stages, {"warp": perf_counter() - started})


def _check(subject: Subject, garment: Garment, garments: Sequence[Garment]) -> None:
    label = REGION.get(garment.kind)
    if label is None:
        raise PersonError(
            f"The fabric of {garment.category} cannot be lent; choose a top, a dress, trousers or a skirt."
        )
    if sum(REGION.get(other.kind) == label for other in garments) > 1:
        raise PersonError(
            f"Your {WORN[label]} can take one fabric at a time; take one of the products away."
        )
    if (subject.labels == label).sum() < LEAST * subject.unit**2:
        raise PersonError(
            f"No {WORN[label]} is seen in this picture that could take the fabric; use a photo that "
            "shows one, or try the product itself on."
        )


def fabric_of(garment: Garment) -> np.ndarray:
    """A rectangle of the product's cloth without folds, float RGB [h, w, 3], 0..1."""
    own = np.isin(garment.labels, [PARTS.index(part) for part in MAIN[garment.kind]])
    own &= garment.picture[..., 3] > SEEN
    if not own.any():
        own = garment.picture[..., 3] > SEEN
    top, left, bottom, right = _largest_rectangle(own)
    cloth = garment.picture[top:bottom, left:right, :3].astype(F32) / 255
    luminance = cloth @ np.array([0.299, 0.587, 0.114], F32)
    broad = cv2.GaussianBlur(luminance, (0, 0), 0.16 * min(luminance.shape))
    even = np.clip(np.median(broad) / np.maximum(broad, 0.02), 0.75, 1.35)
    return np.clip(cloth * even[..., None], 0, 1)


def _largest_rectangle(mask: np.ndarray) -> tuple[int, int, int, int]:
    """top, left, bottom, right of the largest box inside a mask, by rows of heights of columns."""
    step = 4
    coarse = cv2.erode(mask.astype(np.uint8), np.ones((2 * step + 1, 2 * step + 1)))[::step, ::step]
    best, box = 0, (0, 0, 1, 1)
    heights = np.zeros(coarse.shape[1], int)
    for row in range(coarse.shape[0]):
        heights = np.where(coarse[row] > 0, heights + 1, 0)
        stack: list[int] = []
        for column in range(len(heights) + 1):
            height = heights[column] if column < len(heights) else 0
            while stack and heights[stack[-1]] >= height:
                tall = heights[stack.pop()]
                start = stack[-1] + 1 if stack else 0
                if tall * (column - start) > best:
                    best = tall * (column - start)
                    box = (row - tall + 1, start, row + 1, column)
            stack.append(column)
    if best == 0:
        rows, columns = np.nonzero(mask)
        return rows.min(), columns.min(), rows.max() + 1, columns.max() + 1
    top, left, bottom, right = (int(k) * step for k in box)
    return top, left, bottom, right


def _laid(subject: Subject, garment: Garment, label: int) -> np.ndarray:
    """The fabric over the whole photo, [h, w, 3]: upright, and along the arms on sleeves."""
    cloth = fabric_of(garment)
    body, unit = subject.body, subject.unit
    level = {"upper": "armpit", "legs": "hip", "skirt": "waist"}[garment.kind]
    ends = [f"{level}_{side}" for side in SIDES]
    flat = abs(np.subtract(*(garment.landmarks[end][0] for end in ends))) / UNIT
    wide = abs(np.subtract(*(body.outline[end][0] for end in ends))) * unit
    scale = float(
        np.clip(wide / max(flat, 1.0), 0.1, 4.0)
    )  # photo's pixels a pixel of the product's
    if scale < 0.9:  # no sample may be skipped
        cloth = cv2.GaussianBlur(cloth, (0, 0), 0.42 * (1 / scale**2 - 1) ** 0.5)
    height, width = subject.labels.shape
    y, x = np.mgrid[0:height, 0:width].astype(F32)
    middle = subject.at(np.mean([body.outline[f"waist_{s}"] for s in SIDES], 0))
    u, v = x - middle[0], y - middle[1]
    parts = cv2.warpAffine(
        body.parts(), subject.place.astype(F32), (width, height), flags=cv2.INTER_NEAREST
    )
    grown = cv2.dilate(parts, np.ones((5, 5), np.uint8))  # sleeves stand off their arms
    for limb, start, end in LIMBS if label == UPPER else ():
        for side in SIDES:
            own = grown == BODY_PARTS.index(f"{limb}_{side}")
            a, b = (subject.at(body.joints[f"{n}_{side}"]) for n in (start, end))
            way = (b - a) / (np.linalg.norm(b - a) + 1e-6)
            along = (x - a[0]) * way[0] + (y - a[1]) * way[1]
            across = (x - a[0]) * way[1] - (y - a[1]) * way[0]
            u, v = (
                np.where(own, across + (a - middle)[0], u),
                np.where(own, along + (a - middle)[1], v),
            )
    rows, columns = cloth.shape[:2]
    return cv2.remap(
        cloth, (u / scale + columns / 2).astype(F32), (v / scale + rows / 2).astype(F32),
        cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT,
    )  # fmt: skip


def _share(own: np.ndarray, unit: float) -> np.ndarray:
    """The region with a soft edge that covers the old colour's fringe, 0..1 [h, w]."""
    kernel = np.ones((3, 3), np.uint8)
    solid = cv2.morphologyEx(own.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    return cv2.GaussianBlur(cv2.dilate(solid, kernel).astype(F32), (0, 0), max(0.6, 0.7 * unit))
