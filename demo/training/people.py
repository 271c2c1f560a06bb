"""Labels for a shop's photos of people: the garment's own mask, and what geometry makes sure of the rest.

A mask says which pixels are the garment; the white ground says where the person ends. Joints and the
colour of this person's own skin then tell arms, face, legs and the other garment apart. What they do
not settle is `UNSURE` and teaches nothing. Knows no network but the poses that it is given.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, LOWER, OTHER, SHOES, UPPER
from demo.models.pose import Pose
from demo.training.data import Split, split_of

UNSURE: Final = 255
WHITE: Final = 244
"""the ground is at least so light in every channel"""
ARM_BONES: Final = ((11, 13), (13, 15), (12, 14), (14, 16), (15, 19), (16, 20), (15, 17), (16, 18),
                    (15, 21), (16, 22))  # fmt: skip
SURE_SKIN, NO_SKIN = 2.6, 4.5
"""distances from the skin's mean colour, in standard deviations"""


@dataclass(frozen=True)
class Worn:
    """One design on a person: the same photo in one to three colours, and its garment's mask."""

    family: str
    garment: str
    """upper or lower"""
    photos: tuple[Path, ...]
    mask: Path

    @property
    def split(self) -> Split:
        return split_of(self.family)


def read_worn(data: Path) -> list[Worn]:
    """`luma/`: the designs whose mask is the garment, all of it and nothing else."""
    folder = data / "luma"
    photos: dict[str, list[Path]] = {}
    with (folder / "products.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            photos.setdefault(row["family"], []).append(folder / row["image"])
    with (folder / "masks.csv").open(encoding="utf-8", newline="") as file:
        return [
            Worn(row["family"], row["garment"], tuple(photos[row["family"]]), folder / row["mask"])
            for row in csv.DictReader(file)
            if row["covers"] == "the garment"
        ]


def silhouette(photos: Sequence[np.ndarray]) -> np.ndarray:
    """Bool [H, W]: where any of the same person's photos [H, W, 3] is not the white ground."""
    person = np.zeros(photos[0].shape[:2], bool)
    for photo in photos:
        ground = (photo.min(axis=2) >= WHITE).astype(np.uint8)
        count, areas, stats, _ = cv2.connectedComponentsWithStats(ground, connectivity=4)
        large = [i for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] > 0.0005 * ground.size]
        person |= ~np.isin(areas, large)
    return cv2.morphologyEx(person.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0


def label_worn(
    photos: Sequence[np.ndarray], mask: np.ndarray, garment: str, pose: Pose | None
) -> np.ndarray:
    """uint8 [H, W]: one of the nine labels or `UNSURE`, for RGB photos that differ in colour only."""
    person = silhouette(photos) | mask
    labels = np.where(person, UNSURE, BACKGROUND).astype(np.uint8)
    rest = person & ~mask
    if garment == "upper" and pose is not None:
        _label_around_top(labels, rest, mask, photos[0], pose)
    elif garment == "lower":
        _label_around_bottom(labels, rest, mask, photos[0])
    labels[mask] = UPPER if garment == "upper" else LOWER
    rim = cv2.morphologyEx(person.astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    labels[(rim > 0) & ~mask] = UNSURE  # half a pixel of ground in them
    return labels


def _label_around_top(
    labels: np.ndarray, rest: np.ndarray, mask: np.ndarray, photo: np.ndarray, pose: Pose
) -> None:
    points = pose.points
    width = float(np.linalg.norm(points[11] - points[12])) + 1  # of the shoulders
    rows = np.arange(len(mask))[:, None]
    below = np.cumsum(mask, axis=0) == mask.sum(axis=0)  # no garment from here down
    below &= mask.any(axis=0)
    shoulders, hips = points[11:13, 1].mean(), points[23:25, 1].mean()
    face = np.zeros(mask.shape, np.uint8)
    cv2.fillConvexPoly(face, cv2.convexHull(points[[0, 2, 5, 9, 10]].astype(np.int32)), 1)
    distance = _from_skin(photo, (face > 0) & rest)
    skin, cloth = distance < SURE_SKIN, distance > NO_SKIN
    arms = np.zeros(mask.shape, np.uint8)
    for a, b in ARM_BONES:
        _capsule(arms, points[a], points[b], 0.2 * width)
    arm = (arms > 0) & (rows > shoulders - 0.1 * width)

    eyes, mouth = points[[2, 5]].mean(axis=0), points[9:11].mean(axis=0)
    unit = float(np.linalg.norm(eyes - mouth)) + 1
    near_head = np.zeros(mask.shape, np.uint8)
    cv2.circle(near_head, tuple(map(int, points[0])), int(2.6 * unit), 1, -1)
    head = rest & (rows < shoulders + 0.35 * width) & ~arm
    labels[head & skin & (rows > eyes[1] - 0.8 * unit)] = FACE
    labels[(face > 0) & rest] = FACE
    lit = cv2.cvtColor(photo, cv2.COLOR_RGB2LAB).astype(np.float32)
    coloured = np.hypot(lit[..., 1] - 128, lit[..., 2] - 128)
    labels[head & (near_head > 0) & cloth & (rows < mouth[1])] = HAIR
    labels[head & (near_head > 0) & (rows < eyes[1] - 1.6 * unit)] = HAIR
    shirt = head & ~(near_head > 0) & cloth & (coloured < 14) & (lit[..., 0] > 120)
    labels[shirt] = UPPER  # what is worn below it
    labels[rest & arm & skin] = ARMS
    lower = rest & below & ~arm & (rows > hips - 0.6 * width)
    labels[lower & cloth] = LOWER
    labels[lower & ~skin & (rows > hips)] = LOWER
    labels[lower & skin & (rows > hips + 0.45 * width)] = LEGS
    waist = (rows > shoulders + 0.5 * width) & (rows < hips - 0.25 * width)
    labels[rest & below & skin & ~arm & waist] = OTHER
    # light trousers may have the skin's colour: hips without any cloth are trousers
    if (labels[rest & below & ~arm & (rows > hips)] == LOWER).mean() < 0.2:
        labels[lower] = LOWER


def _label_around_bottom(
    labels: np.ndarray, rest: np.ndarray, mask: np.ndarray, photo: np.ndarray
) -> None:
    rows = np.arange(len(mask))[:, None]
    used = np.flatnonzero(mask.any(axis=1))
    top, bottom = int(used[0]), int(used[-1])
    feet = int(np.flatnonzero((rest | mask).any(axis=1))[-1])
    above = np.cumsum(mask, axis=0) > 0  # garment somewhere over it
    under = np.cumsum(mask[::-1], axis=0)[::-1] > 0  # garment somewhere below it
    skin = _is_skin(photo)
    labels[rest & skin & above & under] = ARMS  # a hand before the thigh
    beside = rest & skin & ~above & ~under & (rows < top + 0.62 * (feet - top))
    labels[beside & (rows < max(bottom, top + 0.5 * (feet - top)))] = ARMS
    leg = rest & skin & above & ~under & (rows > top + 0.3 * (feet - top))
    labels[leg] = LEGS
    labels[rest & skin & (rows > bottom) & (rows < feet - 0.1 * (feet - top))] = LEGS
    lit = cv2.cvtColor(photo, cv2.COLOR_RGB2LAB).astype(np.float32)
    shade = (lit[..., 0] > 175) & (np.hypot(lit[..., 1] - 128, lit[..., 2] - 128) < 6)
    labels[rest & ~skin & ~shade & ~under & (rows > feet - 0.12 * (feet - top))] = SHOES
    inside = cv2.erode(rest.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    labels[inside & ~skin & under & ~above & (rows < top - 4)] = UPPER


def _from_skin(photo: np.ndarray, seed: np.ndarray) -> np.ndarray:
    """[H, W] distance of each colour from the seed's, in standard deviations; shade counts little."""
    lab = cv2.cvtColor(cv2.GaussianBlur(photo, (0, 0), 1), cv2.COLOR_RGB2LAB).astype(np.float32)
    sample = lab[seed]
    if len(sample) < 20:
        return np.full(photo.shape[:2], (SURE_SKIN + NO_SKIN) / 2, np.float32)
    spread = np.maximum(sample.std(axis=0), (22, 4, 4))
    return np.linalg.norm((lab - np.median(sample, axis=0)) / spread, axis=2)


def _is_skin(photo: np.ndarray) -> np.ndarray:
    """Bool [H, W]: colours that skin of any tone has under a studio's light."""
    blurred = cv2.GaussianBlur(photo, (0, 0), 1)
    y, cr, cb = np.moveaxis(cv2.cvtColor(blurred, cv2.COLOR_RGB2YCrCb).astype(int), 2, 0)
    return (cr > 136) & (cr < 182) & (cb > 82) & (cb < 130) & (cr - cb > 12) & (y > 25)


def _capsule(canvas: np.ndarray, a: np.ndarray, b: np.ndarray, radius: float) -> None:
    cv2.line(canvas, tuple(map(int, a)), tuple(map(int, b)), 1, max(1, int(2 * radius)))
