"""Bare legs in a photo where trousers hid them: where they are, from hip to shoe. Knows no colours.

Joints and labels say it: what is seen of a leg sets its edges; a leg's usual form goes on from there,
inside the old trousers; leggings have the leg's own.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.subject import Subject
from demo.models.parser import BACKGROUND, LEGS, LOWER
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, SIGN

STATIONS: Final = np.linspace(0.1, 2.3, 56)
"""where along a leg its edges are known: 0 hip, 1 knee, 2 ankle"""
END: Final = float(STATIONS[-1])
FORM: Final = np.array([
    (0.1, 1.80, 1.92), (0.35, 1.68, 1.75), (0.5, 1.52, 1.45), (0.65, 1.36, 1.29), (0.8, 1.14, 1.24),
    (0.9, 1.00, 1.13), (1.0, 1.05, 1.03), (1.15, 1.13, 1.06), (1.25, 1.10, 1.04), (1.35, 1.01, 0.92),
    (1.5, 0.86, 0.74), (1.65, 0.69, 0.62), (1.8, 0.58, 0.54), (1.95, 0.56, 0.55), (2.3, 0.60, 0.60),
])  # fmt: skip
"""along the leg; how far its outer and its inner edge lie from the bone's line, in half-widths of the

calf: medians of 42 bare legs in photos, knees and calves as marked as in single ones"""
BAND: Final = 0.14
"""length along a leg of the band in which its edges are read"""
REACH: Final = 0.5
"""how far along a leg what is seen of it has an influence"""
JOIN: Final = 0.25
"""how far along a leg its outline has gone over from the seen one into the usual one"""
CLOTH: Final = 2.0
"""pixels of the frame by which trousers' outline lies outside the leg's"""
TIGHT: Final = (1.1, 1.3)
"""widths of trousers, in widths of the leg: their outline is the leg's, and it says nothing"""
TAPER: Final = 0.68
"""width of leggings above the ankle, as a share of that at the calf, at the most"""
HEM: Final = 24.0
"""pixels of the frame below a hem in which it shades the leg"""


class Legs:
    """Both legs of a photo's person, bare."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        height, width = subject.labels.shape
        step = int(np.clip(round(4 * subject.unit), 2, 6))
        highest = min(subject.at(subject.body.joints[f"hip_{side}"])[1] for side in SIDES)
        self.first = int(np.clip(highest - 60 * subject.unit, 0, height - 2))
        """the row from which on there are legs"""
        y, x = np.mgrid[self.first : height + step : step, 0 : width + step : step].astype(F32)
        self._grid = np.array([[step, 0, 0], [0, step, 0]], F32)
        self.sides = {side: Leg(subject, side) for side in SIDES}
        """by the wearer's side"""
        for leg in self.sides.values():
            leg.fill(x, y)
        depth = self.whole(np.maximum(*(leg.depth for leg in self.sides.values())))
        self.cover = np.zeros((height, width), F32)
        """how much of each pixel is leg, 0..1 [h, w]"""
        self.cover[self.first :] = np.clip(depth / 1.6 + 0.5, 0, 1)

    def shaded_by(self, hem: np.ndarray) -> np.ndarray:
        """How much of a seen leg lies in the shade of an old hem, 0..1 [h, w]; hem: old cloth, bool."""
        unit = self._subject.unit
        away = cv2.distanceTransform((~hem).astype(np.uint8), cv2.DIST_L2, 3) / unit
        shaded = np.clip((HEM - away) / (HEM - 4), 0, 1) * (self._subject.labels == LEGS)
        return shaded * self.cover

    def whole(self, coarse: np.ndarray) -> np.ndarray:
        """What is known on the grid at every pixel of the rows that have legs."""
        height, width = self._subject.labels.shape
        return cv2.warpAffine(coarse.astype(F32), self._grid, (width, height - self.first))


class Leg:
    """One leg. Its arrays are [rows, columns] of a grid over the photo."""

    def __init__(self, subject: Subject, side: str) -> None:
        self._spine, self._out = _spine(subject, side)
        self._edge = self._edges(subject)
        self.outer = self._spine + self._edge[1][:, None] * self._out
        """its outer edge from the hip down, pixels of the photo [n, 2]"""
        self.inner = self._spine + self._edge[0][:, None] * self._out
        """its inner edge"""

    def fill(self, x: np.ndarray, y: np.ndarray) -> None:
        """Find where along and across the leg each point of a grid is, and how deep inside.

        x, y: pixels of the photo, [rows, columns].
        """
        line = self._spine.astype(F32)
        away = (x[..., None] - line[:, 0]) ** 2 + (y[..., None] - line[:, 1]) ** 2
        near = away.argmin(-1)  # [rows, columns]
        way = np.gradient(self._spine, axis=0)
        pace = np.linalg.norm(way, axis=1)
        from_spine = np.stack([x, y], -1) - self._spine[near]
        ahead = (from_spine * way[near]).sum(-1) / pace[near] ** 2
        aside = (from_spine * self._out[near]).sum(-1)
        self.along = STATIONS[near] + ahead * (STATIONS[1] - STATIONS[0])
        """0 hip, 1 knee, 2 ankle"""
        low, high = (np.interp(self.along, STATIONS, edge) for edge in self._edge)
        depth = np.minimum(high - aside, aside - low)
        is_beyond = (self.along > END) | (self.along < STATIONS[0] - 0.2)
        self.depth = np.where(is_beyond, np.minimum(depth, -9), depth)
        """pixels inside the leg's edge; below 0 outside"""
        self.across = np.clip((2 * aside - low - high) / (high - low), -2, 2)
        """-1 its inner edge, 1 its outer one"""

    def _edges(self, subject: Subject) -> tuple[np.ndarray, np.ndarray]:
        """How far the inner and the outer edge lie from the bone's line, pixels [n] both; outwards is

        positive.
        """
        half = subject.body.half_widths["calf"] * subject.unit
        outer, inner = (
            sign * half * np.interp(STATIONS, FORM[:, 0], FORM[:, k])
            for sign, k in ((1, 1), (-1, 2))
        )
        middle, wide = (outer + inner) / 2, (outer - inner) / 2
        bare = self._runs(subject, (LEGS,), middle, 3.2 * half)
        wide_seen = (bare[:, 1] - bare[:, 0]) / 2
        bare[~((wide_seen > 0.65 * wide) & (wide_seen < 1.5 * wide))] = np.nan
        top = END
        seen = np.flatnonzero(np.isfinite(bare[:, 0]))
        if len(seen) > 2:
            top = float(STATIONS[seen[0]])
            near = seen[STATIONS[seen] < top + BAND]
            ratio = float(np.median(wide_seen[near] / wide[near]))
            shift = float(np.median(bare[near].mean(1) - middle[near]))
            share = np.exp(-np.clip(top - STATIONS, 0, None) / REACH)
            wide = wide * (1 + (ratio - 1) * np.sqrt(share))
            middle = middle + shift * share
        clad = self._runs(subject, (LOWER, LEGS), middle, 3.2 * half)
        clad += CLOTH * subject.unit * np.array([1, -1])
        room = (clad[:, 1] - clad[:, 0]) / 2
        if top == END and _tapers(room):  # leggings: their outline is the leg's
            wide = wide * np.nanmedian((room / wide)[(STATIONS > 0.8) & (STATIONS < 1.8)])
        loose = np.clip((_even(room / wide) - TIGHT[0]) / (TIGHT[1] - TIGHT[0]), 0, 1)
        tight = np.where(np.isfinite(room), 1 - loose, 0)
        # Inside the old trousers, as far as their edges are seen.
        wide = np.fmin(wide, np.maximum(room, 0.6 * wide))
        middle = np.fmin(np.fmax(middle, clad[:, 0] + wide), clad[:, 1] - wide)
        found = np.stack([middle - wide, middle + wide], 1)
        found = np.where(
            tight[:, None] > 0, (1 - tight[:, None]) * found + tight[:, None] * clad, found
        )
        for k in (0, 1):  # what is hidden goes on from the edge that is seen
            known = np.flatnonzero(np.isfinite(bare[:, k]))
            if len(known):
                first = known[0]
                step = np.nanmedian(bare[first : first + 3, k] - found[first : first + 3, k])
                found[:, k] += step * np.exp(-np.clip(STATIONS[first] - STATIONS, 0, None) / JOIN)
        found = _even(np.where(np.isfinite(bare), bare, found))
        return found[:, 0], found[:, 1]

    def _runs(
        self, subject: Subject, own: tuple[int, ...], middle: np.ndarray, far: float
    ) -> np.ndarray:  # fmt: skip
        """Both edges of what has one of these labels around the leg's middle, pixels from the bone's line

        [n, 2]; NaN where something else than ground is beyond.
        """
        labels = subject.labels
        steps = np.arange(-far, far, 0.5)
        spots = self._spine[:, None] + steps[None, :, None] * self._out[:, None]  # [n, steps, 2]
        column, row = (np.round(spots[..., k]).astype(int) for k in (0, 1))
        inside = (column >= 0) & (row >= 0) & (column < labels.shape[1]) & (row < labels.shape[0])
        seen = labels[np.clip(row, 0, labels.shape[0] - 1), np.clip(column, 0, labels.shape[1] - 1)]
        mine, free = np.isin(seen, own) & inside, (seen == BACKGROUND) & inside
        found = np.full((len(STATIONS), 2), np.nan)
        for i, line in enumerate(mine):
            start = int(np.searchsorted(steps, middle[i]))
            gaps = np.flatnonzero(~line)
            low, high = gaps[gaps < start], gaps[gaps > start]
            if not line[min(start, len(line) - 1)]:
                continue
            if len(low) and free[i, low[-1]]:
                found[i, 0] = steps[low[-1]]
            if len(high) and free[i, high[0]]:
                found[i, 1] = steps[high[0]]
        return found


def _spine(subject: Subject, side: str) -> tuple[np.ndarray, np.ndarray]:
    """The bones' line without a corner at the knee, and what is outwards from it, [n, 2] both."""
    hip, knee, ankle = (
        subject.at(subject.body.joints[f"{n}_{side}"]) for n in ("hip", "knee", "ankle")
    )
    line = np.array([2 * hip - knee, hip, knee, ankle, 2 * ankle - knee])
    pace = STATIONS[1] - STATIONS[0]
    more = np.arange(-6, len(STATIONS) + 6) * pace + STATIONS[0]
    spots = np.stack([np.interp(more, range(-1, 4), line[:, k]) for k in (0, 1)], 1)
    kernel = np.hanning(15)[1:-1]
    spine = np.stack([np.convolve(spots[:, k], kernel / kernel.sum(), "valid") for k in (0, 1)], 1)
    way = np.gradient(spine, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-6
    return spine, SIGN[side] * np.stack([way[:, 1], -way[:, 0]], 1)


def _tapers(room: np.ndarray) -> bool:
    """Whether trousers with these half-widths along the leg [n] are as narrow at the ankle as legs are."""
    calf, ankle = (room[np.abs(STATIONS - middle) < 0.15] for middle in (1.25, 1.75))
    if not (np.isfinite(calf).any() and np.isfinite(ankle).any()):
        return False
    return bool(np.nanmedian(ankle) < TAPER * np.nanmedian(calf))


def _even(values: np.ndarray) -> np.ndarray:
    """Values along a leg [n, …] without steps; NaN stays where nothing is known."""
    known = np.isfinite(values).astype(F32)
    filled = np.where(known > 0, values, 0).astype(F32).reshape(len(values), -1)
    weight = cv2.GaussianBlur(
        known.reshape(len(values), -1), (1, 9), 0, borderType=cv2.BORDER_REPLICATE
    )
    mean = cv2.GaussianBlur(filled, (1, 9), 0, borderType=cv2.BORDER_REPLICATE)
    mean = (mean / np.maximum(weight, 1e-3)).reshape(values.shape)
    return np.where(known > 0, mean, np.nan)
