"""What of an outfit is hidden by the rest of it: tucked hems, sleeves in sleeves, skin in trousers.

Knows the sheets of worn garments and a body's measures in its frame; no colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import cv2
import numpy as np

from demo.fitting.figures import PARTS, SIZE, Figure
from demo.fitting.warp import Worn
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES
from demo.studio.worn.cover import sleeved

LAYERS = ("knitwear", "outerwear")
_rows, _columns = np.arange(SIZE[1])[:, None], np.arange(SIZE[0])[None]


def part_of(figure: Figure, *names: str) -> np.ndarray:
    """Where these parts of the bare body are topmost, bool [1280, 640]."""
    return np.isin(figure.parts(), [PARTS.index(name) for name in names])


def tuck(worn: Sequence[Worn]) -> None:
    """Take away what of a top lies below the upper edge of the trousers or the skirt over it.

    The top is drawn in towards that edge, as cloth is that a waistband holds.
    """
    for below in (g for g in worn if g.kind in ("legs", "skirt")):
        left, right = (np.array(below.landmarks[f"waist_{side}"]) for side in SIDES)
        edge, half = (left[1] + right[1]) / 2, (left[0] - right[0]) / 2
        above = np.clip((edge + 10 - _rows) / 70, 0, 1)
        room = half + 5 + 60 * np.sqrt(above) * above
        held = (above > 0) & ((above >= 1) | (np.abs(_columns - (left[0] + right[0]) / 2) < room))
        for top in (g for g in worn if g.garment.category == "tops"):
            for name in {"", "inside"} & set(top.sheets):
                top.sheets[name] = top.sheets[name] * _soft(held)


def press_under(worn: Sequence[Worn]) -> None:
    """Take away what of a garment would stand out beside the one worn over it; `worn` is inner first."""
    for i, inner in enumerate(worn):
        for outer in (g for g in worn[i + 1 :] if g.garment.category in LAYERS):
            within = _inside_of(outer)
            for name in {"", "inside"} & set(inner.sheets):
                inner.sheets[name] = inner.sheets[name] * _soft(within)
            if outer.is_sleeved:
                for side in SIDES:
                    for name in (f"sleeve_{side}", f"sleeve_{side}_over"):
                        inner.sheets.pop(name, None)


def _inside_of(outer: Worn) -> np.ndarray:
    """Where something worn under a layer may be seen: not beside it."""
    cover = outer.cover() > 0.5
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


def skin_hidden(figure: Figure, worn: Sequence[Worn]) -> np.ndarray:
    """Where the bare body is inside a garment, bool [1280, 640]: loose cloth is wider than it, tight

    cloth may be drawn a little narrower, and then no skin may show beside it.
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
                marks = [at[n][1] for n in ("hem_left", "hem_right", "hem") if n in at]
                inner = part_of(figure, "torso", f"thigh_{side}", f"calf_{side}")
                inner &= (_rows > top) & (_rows < min(marks) - 9)
                hidden |= inner & ~_between_edges(garment)  # an open front shows what is inside
            if f"cuff_outer_{side}" in at and garment.kind == "upper":
                hidden |= sleeved(figure, at, side, partial(part_of, figure))
    return hidden


def in_shoes(figure: Figure, tops: dict[str, float]) -> np.ndarray:
    """Where feet, and legs in shafts, are inside shoes, bool [1280, 640].

    tops: side -> the shoe's uppermost row.
    """
    hidden = np.zeros(SIZE[::-1], bool)
    for side, top in tops.items():
        heel = figure.joints[f"heel_{side}"][1]
        hidden |= part_of(figure, f"foot_{side}") & (_rows > heel - 0.045 * figure.height_px)
        if top < heel - 0.09 * figure.height_px:  # a shaft: the leg ends in it
            hidden |= part_of(figure, f"foot_{side}", f"calf_{side}") & (_rows > top + 10)
    return hidden


def _between_edges(garment: Worn) -> np.ndarray:
    """Where a row is between the left and the right edge of a garment's main sheet."""
    cover = garment.cover() > 0.5
    left = np.argmax(cover, 1)[:, None]
    right = cover.shape[1] - np.argmax(cover[:, ::-1], 1)[:, None]
    return cover.any(1)[:, None] & (_columns > left) & (_columns < right)


def _soft(mask: np.ndarray) -> np.ndarray:
    return cv2.GaussianBlur(mask.astype(F32), (0, 0), 0.8)[..., None]
