"""What is not seen because something is worn over it: skin under sleeves and legs, a shirt in its skirt.

One form for garments that are drawn on a figure and for pictures that are bent to a body: it knows
where their sheets cover and where their landmarks lie, and no colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import cv2
import numpy as np

from demo.fitting.figures import PARTS as BODY_PARTS
from demo.fitting.figures import SIZE, Figure
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import SIDES, Body

LAYERS = ("knitwear", "outerwear")
_rows, _columns = np.arange(SIZE[1])[:, None], np.arange(SIZE[0])[None]


class Layer(Protocol):
    """One garment on a body, in the frame."""

    sheets: dict[str, np.ndarray]
    landmarks: Mapping[str, tuple[float, float]]

    @property
    def kind(self) -> str:
        """upper, skirt or legs"""

    @property
    def category(self) -> str:
        """the shop's word"""

    @property
    def is_sleeved(self) -> bool:
        """whether it has sleeves"""

    def covered(self) -> np.ndarray:
        """Where the sheet that lies on the body covers, bool [h, w]."""

    def keep(self, name: str, where: np.ndarray) -> None:
        """Take away what of a sheet lies elsewhere; where: bool [h, w]."""


def part_of(figure: Figure, *names: str) -> np.ndarray:
    """Where these parts of the bare body are topmost, bool [h, w]."""
    return np.isin(figure.parts(), [BODY_PARTS.index(name) for name in names])


def part_mask(figure: Figure, names: Sequence[str]) -> np.ndarray:
    """1 where these parts of the bare figure are topmost, with soft edges, [h, w]."""
    return cv2.GaussianBlur(part_of(figure, *names).astype(F32), (0, 0), 0.6)


def arm_mask(figure: Figure, side: str) -> np.ndarray:
    """1 where an arm lies before the trunk: from a little below the shoulder on."""
    root, elbow, _ = arm_of(Body(figure), side)
    wide = figure.half_widths["upper_arm"]
    along = along_line(root, elbow)
    upper = part_mask(figure, [f"upper_arm_{side}"]) * smoothstep(1.5 * wide, 2.3 * wide, along)
    return np.maximum(upper, part_mask(figure, [f"forearm_{side}", f"hand_{side}"]))


def bare_mask(figure: Figure, worn: Sequence[Layer], tops: Mapping[str, float]) -> np.ndarray:
    """1 where the figure's skin may be seen, 0 where it is inside a garment or a shoe, [h, w].

    tops: side -> the uppermost row of the shoe on that foot.
    """
    hidden = (_in_garments(figure, worn) | _in_shoes(figure, tops)).astype(F32)
    front = part_of(figure, "hand_left", "hand_right", "head", "neck").astype(F32)
    hidden = cv2.dilate(hidden, np.ones((5, 5))) * (cv2.dilate(front, np.ones((3, 3))) < 0.5)
    return 1 - cv2.GaussianBlur(hidden, (0, 0), 0.6)


def _in_garments(figure: Figure, worn: Sequence[Layer]) -> np.ndarray:
    """Where the bare body is inside a garment, bool [h, w]: loose cloth is wider than it, tight cloth

    may be a little narrower, and then no skin may show beside it.
    """
    hidden = np.zeros(SIZE[::-1], bool)
    for garment in worn:
        at = garment.landmarks
        for side in SIDES:
            if garment.kind == "legs":
                top = (at["waist_left"][1] + at["waist_right"][1]) / 2 + 12
                end = min(at[f"cuff_outer_{side}"][1], at[f"cuff_inner_{side}"][1]) - 3
                legs = part_of(figure, f"thigh_{side}", f"calf_{side}", "torso")
                hidden |= legs & (_rows > top) & (_rows < end)
            else:
                top = at["armpit_left" if garment.kind == "upper" else "waist_left"][1] + 14
                marks = [at[name][1] for name in ("hem_left", "hem_right", "hem") if name in at]
                inner = part_of(figure, "torso", f"thigh_{side}", f"calf_{side}")
                inner &= (_rows > top) & (_rows < min(marks) - 9)
                hidden |= inner & ~_between_edges(garment)  # an open front shows what is inside
            if f"cuff_outer_{side}" in at and garment.kind == "upper":
                hidden |= _sleeved(figure, at, side)
    return hidden


def _in_shoes(figure: Figure, tops: Mapping[str, float]) -> np.ndarray:
    """Where feet, and legs in shafts, are inside shoes, bool [h, w]."""
    hidden = np.zeros(SIZE[::-1], bool)
    for side, top in tops.items():
        heel = figure.joints[f"heel_{side}"][1]
        hidden |= part_of(figure, f"foot_{side}") & (_rows > heel - 0.045 * figure.height_px)
        if top < heel - 0.09 * figure.height_px:  # a shaft: the leg ends in it
            hidden |= part_of(figure, f"foot_{side}", f"calf_{side}") & (_rows > top + 10)
    return hidden


def _between_edges(garment: Layer) -> np.ndarray:
    """Where a row is between the left and the right edge of a garment's main sheet."""
    cover = garment.covered()
    left = np.argmax(cover, 1)[:, None]
    right = cover.shape[1] - np.argmax(cover[:, ::-1], 1)[:, None]
    return cover.any(1)[:, None] & (_columns > left) & (_columns < right)


def _sleeved(
    figure: Figure, landmarks: Mapping[str, tuple[float, float]], side: str
) -> np.ndarray:  # fmt: skip
    """Where an arm is inside its sleeve, bool [h, w]."""
    root, elbow, wrist = arm_of(Body(figure), side)
    ends = [np.array(landmarks[f"cuff_{edge}_{side}"]) for edge in ("outer", "inner")]
    upper, fore = part_of(figure, f"upper_arm_{side}"), part_of(figure, f"forearm_{side}")
    if f"elbow_{side}" in landmarks:
        way = (wrist - elbow) / np.linalg.norm(wrist - elbow)
        end = min(float((e - elbow) @ way) for e in ends)
        return upper | (fore & (along_line(elbow, wrist) < end - 3))
    way = (elbow - root) / np.linalg.norm(elbow - root)
    end = min(float((e - root) @ way) for e in ends)
    return upper & (along_line(root, elbow) < end - 3)


def along_line(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """How far each pixel is along the line from start to end, pixels, [h, w]."""
    ahead = (end - start) / np.linalg.norm(end - start)
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(F32)
    return (x - start[0]) * ahead[0] + (y - start[1]) * ahead[1]


def tuck(worn: Sequence[Layer]) -> None:
    """Take away what of a top lies below the upper edge of the trousers or the skirt over it.

    The top is drawn in towards that edge, as cloth is that a waistband holds.
    """
    for below in (g for g in worn if g.kind in ("legs", "skirt")):
        left, right = (np.array(below.landmarks[f"waist_{side}"]) for side in SIDES)
        edge, half = (left[1] + right[1]) / 2, (left[0] - right[0]) / 2
        above = np.clip((edge + 10 - _rows) / 70, 0, 1)
        room = half + 5 + 60 * np.sqrt(above) * above
        held = (above > 0) & ((above >= 1) | (np.abs(_columns - (left[0] + right[0]) / 2) < room))
        for top in (g for g in worn if g.category == "tops"):
            for name in {"", "inside"} & set(top.sheets):
                top.keep(name, held)


def press_under(worn: Sequence[Layer]) -> None:
    """Take away what of a garment would stand out beside the one worn over it; `worn` is inner first."""
    for i, inner in enumerate(worn):
        for outer in (g for g in worn[i + 1 :] if g.category in LAYERS):
            within = _beneath(outer)
            for name in {"", "inside"} & set(inner.sheets):
                inner.keep(name, within)
            if outer.is_sleeved:
                for side in SIDES:
                    for name in (f"sleeve_{side}", f"sleeve_{side}_over"):
                        inner.sheets.pop(name, None)


def _beneath(outer: Layer) -> np.ndarray:
    """Where something worn under a layer may be seen, bool [h, w]: not beside it."""
    cover = outer.covered()
    left = np.argmax(cover, 1)[:, None] + 2
    right = cover.shape[1] - np.argmax(cover[:, ::-1], 1)[:, None] - 2
    marks = outer.landmarks
    upper = "shoulder" if outer.is_sleeved else "armpit"
    top = max(marks.get(f"{upper}_{s}", marks[f"armpit_{s}"])[1] for s in SIDES)
    hem = min(marks[name][1] for name in ("hem_left", "hem_right", "hem") if name in marks)
    last = int(np.clip(hem - 12, 0, SIZE[1] - 1))
    if cover[last].any():  # what hangs out below the hem flares from its width there
        flare = 0.35 * (_rows[last:] - last)
        left[last:], right[last:] = left[last] - flare, right[last] + flare
    free = (_rows < top) | (~cover.any(1)[:, None] & (_rows < last))
    return free | ((_columns >= left) & (_columns < right))
