"""Trousers, shorts and skirts on legs: where they end, and as wide as what they hang on.

Knows landmarks and outlines, no colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from demo.fitting.figures import SIZE
from demo.fitting.legs import Leg
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, SIGN, Body

EASE: Final = 4.0
"""pixels of the frame that cloth stands off a leg"""
WIDEST: Final = 36.0
"""pixels of the frame by which one side is widened at the most"""
FADE: Final = 90.0
"""pixels of the frame above the crotch from which the widening sets in"""
HEM: Final = 12.0
"""pixels above a hem's corner to which its side is straight"""
INSIDE: Final = 1.5
"""pixels of the frame that cloth stands off a leg on its inner side"""
SMOOTH: Final = 14.0
"""pixels over which it changes down a leg"""


def widen(subject: Subject, worn: Sequence[Worn]) -> None:
    """Widen what hangs on the legs, row by row, where a leg would stand out beside it; in place."""
    below = [w for w in worn if w.kind in ("legs", "skirt")]
    if not below:
        return
    legs, back = {s: Leg(subject, s) for s in SIDES}, cv2.invertAffineTransform(subject.place)
    crotch = Body(subject.body).level("crotch")
    for garment in below:
        cover = garment.covered()
        rows = np.flatnonzero(cover.any(1))
        rows = np.arange(max(rows[0], round(crotch - FADE)), rows[-1] + 1) if len(rows) else rows
        if len(rows) < 2:
            continue
        edge, more = {}, {}
        sets_in = np.clip((rows - rows[0]) / FADE, 0, 1)
        for side in SIDES:
            corner = "cuff_outer" if garment.kind == "legs" else "hem"
            # A hem hangs askew: below its corner the sheet's edge is not its side's.
            last = np.searchsorted(rows, garment.landmarks[f"{corner}_{side}"][1] - HEM)
            held = np.minimum(np.arange(len(rows)), max(last, 0))
            own = cover[rows] if side == "right" else cover[rows][:, ::-1]
            first = np.argmax(own, 1).astype(float)
            edge[side] = (first if side == "right" else SIZE[0] - first)[held]
            x, y = (legs[side].outer @ back[:, :2].T + back[:, 2]).T
            out = SIGN[side] * (np.interp(rows, y, x) - edge[side]) + EASE
            out = np.where((rows > y[0]) & (rows < y[-1]), out, 0)[held] * sets_in
            out = np.pad(np.clip(out, 0, WIDEST), 40, mode="edge").astype(F32)[:, None]
            more[side] = cv2.GaussianBlur(out, (1, 81), SMOOTH)[40:-40, 0]
        if max(more[side].max() for side in SIDES) > 1:
            _stretch(garment, int(rows[0]), edge, more)
        if garment.kind == "legs":
            _close(garment, {s: legs[s].inner @ back[:, :2].T + back[:, 2] for s in SIDES})


def inside_trousers(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Rows in which a bare leg would be inside new trousers or shorts, bool [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    found = np.zeros((len(rows), 1), bool)
    for w in worn:
        if w.kind == "legs":
            ends = [
                w.landmarks[f"cuff_{edge}_{side}"][1]
                for edge in ("outer", "inner")
                for side in SIDES
            ]
            waist = np.mean([w.landmarks[f"waist_{side}"][1] for side in SIDES])
            found |= (rows > subject.at((0, waist))[1] + 6) & (
                rows < subject.at((0, min(ends)))[1] - 3
            )
    return found


def bare_legs(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Where a skirt, a dress or shorts leave legs bare that trousers covered: below the hem, [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    found = np.zeros((len(rows), 1), bool)
    for w in worn:
        names = (
            ("hem_left", "hem_right")
            if w.kind in ("skirt", "upper")
            else ("cuff_outer_left", "cuff_outer_right")
        )
        if w.kind != "upper" or w.garment.category == "dresses":
            found |= rows > subject.at((0, np.mean([w.landmarks[n][1] for n in names])))[1] - 6
    return found


def _close(garment: Worn, inner: dict[str, np.ndarray]) -> None:
    """Bring the inner edges of trousers' legs to those of the legs in them, as far as there is a gap.

    inner: a leg's inner edge, pixels of the frame [n, 2].
    """
    marks, cover = garment.landmarks, garment.covered()
    low = round(min(marks[f"cuff_inner_{side}"][1] for side in SIDES) - HEM)
    first = round(marks["crotch"][1]) if "crotch" in marks else low
    rows = np.arange(first, low)
    if len(rows) < 2:
        return
    down = (rows - first) / len(rows)
    middle = marks["crotch"][0] * (1 - down) + down * np.mean(
        [marks[f"cuff_inner_{side}"][0] for side in SIDES]
    )
    columns = np.arange(SIZE[0], dtype=F32)[None]
    is_open = ~cover[rows, np.round(middle).astype(int)]
    every = np.minimum(np.arange(SIZE[1] - first), len(rows) - 1)  # an askew hem goes with its leg
    shift = np.zeros((len(every), SIZE[0]), F32)
    for side in SIDES:
        sign = SIGN[side]
        beside = cover[rows] & (sign * (columns - middle[:, None]) > 0)
        own = beside if sign > 0 else beside[:, ::-1]
        at = np.argmax(own, 1)
        edge = (at if sign > 0 else SIZE[0] - 1 - at).astype(F32)
        wide = own.sum(1)
        x, y = inner[side].T
        room = np.clip(sign * (edge - middle) - 1, 0, WIDEST)
        by = np.clip(sign * (edge - np.interp(rows, y, x)) + INSIDE, 0, WIDEST) * is_open
        by = np.pad(np.minimum(by, room), 20, mode="edge").astype(F32)[:, None]
        by = np.minimum(cv2.GaussianBlur(by, (1, 41), SMOOTH / 2)[20:-20, 0], room)
        half = (wide / 2)[every, None]
        more, edge = by[every, None], edge[every, None]
        share = np.clip((half - sign * (columns - edge)) / np.maximum(half + more, 1), 0, 1)
        shift += sign * more * share * (sign * (columns - middle[every, None]) > 0)
    if np.abs(shift).max() > 1:
        _move(garment, first, shift)


def _stretch(
    garment: Worn, first: int, edge: dict[str, np.ndarray], more: dict[str, np.ndarray]
) -> None:
    """Move the outer edges [n] of the rows from `first` on outwards by `more` [n], the middle stays."""
    rows, columns = np.arange(SIZE[1] - first), np.arange(SIZE[0], dtype=F32)[None]
    last = np.minimum(rows, len(edge["left"]) - 1)  # the hem's soft edge goes with it
    middle = ((edge["left"] + edge["right"]) / 2)[last, None]
    shift = np.zeros((len(rows), SIZE[0]), F32)
    for side in SIDES:
        by, half = more[side][last, None], SIGN[side] * (edge[side][last, None] - middle)
        share = np.clip(SIGN[side] * (columns - middle) / np.maximum(half + by, 1), 0, 1)
        shift -= SIGN[side] * by * share
    _move(garment, first, shift)


def _move(garment: Worn, first: int, shift: np.ndarray) -> None:
    """Take each pixel of the rows from `first` on from so much further right, [rows, columns]."""
    columns = np.arange(SIZE[0], dtype=F32)[None]
    at = np.broadcast_to(np.arange(first, SIZE[1], dtype=F32)[:, None], shift.shape)
    for name, sheet in garment.sheets.items():
        garment.sheets[name] = sheet.copy()
        garment.sheets[name][first:] = cv2.remap(
            sheet, columns + shift, np.ascontiguousarray(at), cv2.INTER_LINEAR
        )
