"""What is not seen because something is worn over it: skin under sleeves and legs, a shirt in its skirt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import cv2
import numpy as np

from demo.fitting.figures import PARTS as BODY_PARTS
from demo.fitting.figures import SIZE, Figure
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import SIDES, Body
from demo.studio.worn.garment import Worn

LAYERS = ("knitwear", "outerwear")


def part_mask(figure: Figure, names: Sequence[str]) -> np.ndarray:
    """1 where these parts of the bare figure are topmost, with soft edges, [h, w]."""
    labels = np.isin(figure.parts(), [BODY_PARTS.index(name) for name in names])
    return cv2.GaussianBlur(labels.astype(F32), (0, 0), 0.6)


def arm_mask(figure: Figure, side: str) -> np.ndarray:
    """1 where an arm lies before the trunk: from a little below the shoulder on."""
    root, elbow, _ = arm_of(Body(figure), side)
    wide = figure.half_widths["upper_arm"]
    along = along_line(root, elbow)
    upper = part_mask(figure, [f"upper_arm_{side}"]) * smoothstep(1.5 * wide, 2.3 * wide, along)
    return np.maximum(upper, part_mask(figure, [f"forearm_{side}", f"hand_{side}"]))


def bare_mask(figure: Figure, worn: Sequence[Worn], feet: dict[str, np.ndarray]) -> np.ndarray:
    """1 where the figure's skin may be seen, 0 where it is inside a garment or a shoe, [h, w].

    feet: side -> the picture of the shoe on that foot, [h, w, 4].
    """
    parts = figure.parts()
    hidden = np.zeros(parts.shape, bool)
    rows = np.arange(SIZE[1])[:, None]

    def of(*names: str) -> np.ndarray:
        return np.isin(parts, [BODY_PARTS.index(name) for name in names])

    for garment in worn:
        at = garment.landmarks
        for side in SIDES:
            if garment.kind == "legs":
                top = (at["waist_left"][1] + at["waist_right"][1]) / 2 + 12
                end = min(at[f"cuff_outer_{side}"][1], at[f"cuff_inner_{side}"][1]) - 3
                hidden |= of(f"thigh_{side}", f"calf_{side}", "torso") & (rows > top) & (rows < end)
            elif garment.kind in ("upper", "skirt"):
                top = at["armpit_left" if garment.kind == "upper" else "waist_left"][1] + 14
                end = (
                    min(at[name][1] for name in ("hem_left", "hem_right", "hem") if name in at) - 9
                )
                inner = of("torso", f"thigh_{side}", f"calf_{side}") & (rows > top) & (rows < end)
                hidden |= inner & ~_between_edges(garment)  # an open front shows what is inside
            if f"cuff_outer_{side}" in at and garment.kind == "upper":
                hidden |= sleeved(figure, at, side, of)
    for side, shoe in feet.items():
        heel = figure.joints[f"heel_{side}"][1]
        hidden |= of(f"foot_{side}") & (rows > heel - 0.045 * figure.height_px)
        top = float(np.argmax((shoe[..., 3] > 127).any(1)))
        if top < heel - 0.09 * figure.height_px:  # a shaft: the leg ends in it
            hidden |= of(f"foot_{side}", f"calf_{side}") & (rows > top + 10)
    hidden = cv2.dilate(hidden.astype(F32), np.ones((5, 5))) * (
        cv2.dilate(of("hand_left", "hand_right", "head", "neck").astype(F32), np.ones((3, 3))) < 0.5
    )
    return 1 - cv2.GaussianBlur(hidden, (0, 0), 0.6)


def _between_edges(garment: Worn) -> np.ndarray:
    """Where a row is between the left and the right edge of a garment's main sheet."""
    cover = garment.sheets[""][..., 3] > 127
    columns = np.arange(SIZE[0])[None]
    left = np.argmax(cover, 1)[:, None]
    right = cover.shape[1] - np.argmax(cover[:, ::-1], 1)[:, None]
    return cover.any(1)[:, None] & (columns > left) & (columns < right)


def sleeved(
    figure: Figure, landmarks: Mapping[str, tuple[float, float]], side: str,
    of: Callable[[str], np.ndarray],
) -> np.ndarray:
    """Where an arm is inside its sleeve, bool [h, w]; `of` tells where a part of the bare body is."""
    root, elbow, wrist = arm_of(Body(figure), side)
    ends = [np.array(landmarks[f"cuff_{edge}_{side}"]) for edge in ("outer", "inner")]
    upper, fore = of(f"upper_arm_{side}"), of(f"forearm_{side}")
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


def tuck(worn: Sequence[Worn]) -> None:
    """Take away what of a top lies below the upper edge of the trousers or the skirt over it.

    The top is drawn in towards that edge, as cloth is that a waistband holds.
    """
    rows, columns = np.arange(SIZE[1])[:, None], np.arange(SIZE[0])[None]
    for below in (g for g in worn if g.kind in ("legs", "skirt")):
        left, right = (np.array(below.landmarks[f"waist_{side}"]) for side in SIDES)
        edge, half = (left[1] + right[1]) / 2, (left[0] - right[0]) / 2
        above = np.clip((edge + 10 - rows) / 70, 0, 1)
        room = half + 5 + 60 * np.sqrt(above) * above
        held = (above > 0) & ((above >= 1) | (np.abs(columns - (left[0] + right[0]) / 2) < room))
        for top in (g for g in worn if g.colourway.category == "tops"):
            for name in {"", "inside"} & set(top.sheets):
                top.sheets[name][..., 3] *= held.astype(np.uint8)


def press_under(worn: Sequence[Worn]) -> None:
    """Take away what of a garment would stand out beside the one worn over it; `worn` is inner first."""
    rows, columns = np.arange(SIZE[1])[:, None], np.arange(SIZE[0])[None]
    for i, inner in enumerate(worn):
        for outer in (g for g in worn[i + 1 :] if g.colourway.category in LAYERS):
            cover = outer.sheets[""][..., 3] > 127
            left = np.argmax(cover, 1)[:, None] + 2
            right = cover.shape[1] - np.argmax(cover[:, ::-1], 1)[:, None] - 2
            marks = outer.landmarks
            upper = "shoulder" if outer.is_sleeved else "armpit"
            top = max(marks.get(f"{upper}_{s}", marks[f"armpit_{s}"])[1] for s in SIDES)
            hem = min(marks[name][1] for name in ("hem_left", "hem_right", "hem") if name in marks)
            last = int(np.clip(hem - 12, 0, SIZE[1] - 1))
            if cover[last].any():  # what hangs out below the hem flares from its width there
                flare = 0.35 * (rows[last:] - last)
                left[last:], right[last:] = left[last] - flare, right[last] + flare
            free = (rows < top) | (~cover.any(1)[:, None] & (rows < last))
            within = free | ((columns >= left) & (columns < right))
            for name in {"", "inside"} & set(inner.sheets):
                inner.sheets[name][..., 3] *= within.astype(np.uint8)
            if outer.is_sleeved:
                for side in SIDES:
                    for name in (f"sleeve_{side}", f"sleeve_{side}_over"):
                        inner.sheets.pop(name, None)
