"""A bare arm in a photo where a sleeve hid it: one smooth form from shoulder to wrist, and its light.

Knows a bone's line, labels and the outline of the old sleeve; no garment and no skin's colour. The form
is a row of discs along the bone: what is seen of the arm sets their widths, an arm's usual form goes on
from there, and the old sleeve's outline holds it in.
"""

from __future__ import annotations

from copy import copy
from typing import Final

import cv2
import numpy as np

from demo.fitting.subject import Subject
from demo.models.parser import ARMS, UPPER
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import SIGN, Body

DISCS: Final = 72
"""discs along an arm"""
END: Final = 2.05
"""where the last one lies: 1 elbow, 2 wrist"""
HAND: Final = 0.6
"""how far from the wrist a hand may begin, in forearms"""
WIDEN: Final = 1.5
"""how wide a hand may be where it comes out of its sleeve, in wrists"""
FORM: Final = np.array([
    (0.0, 1.05, 0.0), (0.15, 1.19, -0.05), (0.3, 1.09, 0.05), (0.5, 0.99, 0.05), (0.7, 0.96, 0.0),
    (0.9, 0.94, -0.1), (1.0, 0.97, -0.12), (1.15, 1.0, -0.08), (1.35, 0.93, 0.0), (1.5, 0.82, 0.03),
    (1.7, 0.69, 0.03), (1.9, 0.65, 0.0), (2.05, 0.66, 0.0),
])  # fmt: skip
"""along the arm; its half-width there and how far outside the bone's line its middle is, as shares of the

upper arm's half-width: medians of 31 photos of bare arms"""
TIP: Final = 0.55
"""how far a bent elbow's tip stands out, in half-widths of the upper arm; a right angle is 0.7 of it"""
ELBOW: Final = 0.1
"""length of that tip along the arm"""
UNSEEN: Final = 0.93
"""half-width of an arm of which nothing is seen, as a share of the usual one"""
CLOTH: Final = 2.4
"""pixels of the frame by which a sleeve's outline lies outside the arm's"""
TIGHT: Final = 1.2
"""width of a sleeve, in widths of its arm, up to which its outline is the arm's"""
LOOSE: Final = 0.7
"""width of an arm of which nothing is seen, as a share of its sleeve's at least"""
MOST: Final = 1.3
"""and of the usual one at most"""
MIDST: Final = 0.6
"""how far an arm is drawn from where its bone is measured to its sleeve's middle; 1 is all the way"""
BAND: Final = 0.05
"""length along the arm of the bands in which its seen edges are read"""
REACH: Final = 0.6
"""how far along the arm what is seen has an influence"""
ROOT: Final = (0.22, 0.6)
"""where along the arm it begins to lie before the trunk, and where it does in its whole width"""
TAPER: Final = 40.0
"""pixels of the frame by which an invented edge draws in behind a seen one, an upper arm's length on"""
FALL: Final = 0.3
"""how far down the upper arm the trunk's light has gone over into the arm's"""
ACROSS: Final = (-1.0, -0.85, -0.7, -0.5, -0.25, 0.0, 0.25, 0.5, 0.7, 0.85, 1.0)
"""from the arm's inner edge (-1) to its outer one (1)"""
ALONG: Final = (0.0, 0.2, 0.4, 0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.45, 1.7, 1.95)
"""from shoulder (0) to wrist (2)"""
LIGHT: Final = np.array([
    (4, 4, 4, 5, 5, 5, 5, 6, 8, 10, 12), (-3, -3, -3, 0, 3, 4, 4, 6, 8, 11, 15),
    (-20, -17, -8, -2, 1, 3, 5, 5, 9, 13, 18), (-14, -12, -6, -3, 0, 2, 3, 3, 5, 10, 16),
    (-11, -10, -7, -4, 0, 1, 2, 3, 5, 12, 18), (-12, -11, -10, -7, -3, 0, 1, 2, 5, 11, 18),
    (-13, -12, -12, -9, -4, -1, 0, 3, 6, 9, 16), (-11, -10, -10, -9, -5, -3, 0, 2, 5, 9, 16),
    (-10, -9, -9, -7, -5, -3, -1, 0, 4, 12, 19), (-16, -14, -10, -6, -4, -3, -1, -1, 3, 13, 19),
    (-14, -13, -10, -7, -4, -3, -1, 0, 7, 14, 18), (-7, -6, -5, -4, -3, -3, -1, 0, 4, 10, 14),
], F32)  # fmt: skip
"""how much lighter than usual an arm is there, CIELAB's L of 0..100 [along, across]: medians of 41 bare

arms in photos before white, their contrast brought back to that of a single photo"""
RIM: Final = 0.55
"""from where across the arm the ground's light falls on it"""


class Limb:
    """One bare arm. Arrays are [h, w] of the photo."""

    def __init__(self, subject: Subject, side: str) -> None:
        self._subject, self._side = subject, side
        joints = [subject.at(p) for p in arm_of(Body(subject.body), side)]
        hand = self._hand(*joints[1:])
        spine = self._spine(*joints, None if hand is None else hand[0])
        way = np.gradient(spine, axis=0)
        way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-6
        self._out = SIGN[side] * np.stack([way[:, 1], -way[:, 0]], 1)
        half = subject.body.half_widths["upper_arm"] * subject.unit
        radius, middle = (half * np.interp(self._along, FORM[:, 0], FORM[:, k]) for k in (1, 2))
        near = np.exp(-(((self._along - 1) / ELBOW) ** 2))
        middle = middle + self._bend(*joints) * TIP * half * near
        self._fill(spine, radius)
        bands = self._seen(radius)
        self.top = float(bands[0, 0]) if len(bands) else END
        """how far down the arm the first of it is seen"""
        radius, middle = self._known(radius, middle, bands)
        radius, middle = self._held_in(spine, radius, middle, bands)
        if hand is not None:  # under the cuff it grows as wide as the hand is there
            wide = np.clip(hand[1], radius[-1], WIDEN * radius[-1]) - radius[-1]
            close = smoothstep(self._along[-1] - 0.3, self._along[-1], self._along)
            radius, middle = radius + wide * close, middle * (1 - close)
        self._fill(spine + middle[:, None] * self._out, radius)

    def resized(self, size: tuple[int, int]) -> Limb:
        """The same arm in a photo of so many columns and rows; lengths stay the large one's pixels."""
        small = copy(self)
        for name in ("depth", "along", "across"):
            setattr(
                small, name, cv2.resize(getattr(self, name), size, interpolation=cv2.INTER_NEAREST)
            )
        return small

    def light(self, rim: float) -> np.ndarray:
        """How much lighter than usual its skin is, CIELAB's L of 0..100.

        rim: how much of the ground's light falls on the outer edge, 0..1.
        """
        row, column = (
            np.interp(k, stations, range(len(stations))).astype(F32)
            for k, stations in ((self.along, ALONG), (self.across, ACROSS))
        )
        lit = cv2.remap(LIGHT, column, row, cv2.INTER_LINEAR)
        dim = (1 - rim) * smoothstep(RIM, RIM + 0.2, self.across)
        return lit * (1 - dim)

    def cover(self, edge: float) -> np.ndarray:
        """How much of each pixel it fills where nothing of it is seen, 0..1; its edge is so many pixels

        soft, and draws in where what is seen has begun.
        """
        unit = self._subject.unit
        begun = np.clip(self.along - self.top, 0, 1) * TAPER * unit
        root = 1 - smoothstep(*ROOT, self.along)  # there it comes out from beside the trunk
        half = self._subject.body.half_widths["upper_arm"] * unit
        inner = (self.across + 1 - 1.3 * root) * half
        return np.clip(np.minimum(self.depth - begun, inner) / edge + 0.5, 0, 1)

    def is_near(self, end: float) -> np.ndarray:
        """Where the arm is or nearly is, so far down it, bool."""
        return (self.depth > -6 * self._subject.unit) & (self.along < end)

    def share(self) -> np.ndarray:
        """How much each pixel has the arm's light and not the trunk's, 0..1."""
        wide = np.clip(self.depth / (6 * self._subject.unit) + 1, 0, 1)
        return wide * smoothstep(0.0, FALL, self.along)

    def _hand(self, elbow: np.ndarray, wrist: np.ndarray) -> tuple[np.ndarray, float] | None:
        """Where the hand that is seen comes out of its sleeve, [2], and half its width there, pixels."""
        subject, body = self._subject, self._subject.body
        fore = float(np.linalg.norm(wrist - elbow)) + 1e-6
        way = (wrist - elbow) / fore
        x, y = np.clip(
            (elbow + 0.7 * fore * way).astype(int), 0, np.array(subject.labels.shape[::-1]) - 1
        )
        if subject.labels[y, x] != UPPER:
            return None
        other = subject.at(body.joints[f"wrist_{'right' if self._side == 'left' else 'left'}"])
        low = np.clip(wrist - fore, 0, None).astype(int)
        high = np.clip(wrist + fore + 1, 0, subject.labels.shape[::-1]).astype(int)
        rows, columns = np.nonzero(subject.labels[low[1] : high[1], low[0] : high[0]] == ARMS)
        spots = np.stack([columns, rows], 1) + low
        away, off, beyond = (np.linalg.norm(spots - k, axis=1) for k in (wrist, other, elbow))
        mine = (away < HAND * fore) & (away < off) & (beyond > 0.75 * fore)
        spots, beyond = spots[mine], beyond[mine]
        if len(spots) < 40 * subject.unit**2:
            return None
        begin = spots[beyond <= np.percentile(beyond, 15)]
        way = begin.mean(0) - elbow
        way = way / (np.linalg.norm(way) + 1e-6)
        across = np.array([-way[1], way[0]])
        left, right = np.percentile((begin - elbow) @ across, (3, 97))
        along = float(np.mean((begin - elbow) @ way))
        return elbow + along * way + (left + right) / 2 * across, float(right - left) / 2

    def _bend(self, root: np.ndarray, elbow: np.ndarray, wrist: np.ndarray) -> float:
        """Sine of half the angle by which the arm is bent; below 0 where its tip is on the inner side."""
        up, down = (k / (np.linalg.norm(k) + 1e-6) for k in (root - elbow, wrist - elbow))
        inside = up + down
        sine = float(np.linalg.norm(inside)) / 2
        out = self._out[int(np.abs(self._along - 1).argmin())]
        return -sine if float(inside @ out) > 0 else sine

    def _spine(
        self, root: np.ndarray, elbow: np.ndarray, wrist: np.ndarray, hand: np.ndarray | None
    ) -> np.ndarray:
        """The bone's line without a corner at the elbow, [DISCS, 2]; it ends where the hand begins."""
        fore, end = wrist - elbow, END
        last = wrist + (END - 2) * fore
        if hand is not None:
            far = float((hand - wrist) @ fore / (fore @ fore + 1e-6))
            if far > END - 2:
                last, end = (
                    hand,
                    2 + max(far, float(np.linalg.norm(hand - wrist) / np.linalg.norm(fore))),
                )
            else:
                wrist, last = hand, hand + (END - 2) * (hand - elbow)
        self._along = np.linspace(0, end, DISCS)
        line = np.array([root, elbow, wrist, last, last + (last - wrist) / (end - 2)])
        near = np.arange(-8, DISCS + 8) * end / (DISCS - 1)
        spots = np.stack([np.interp(near, (0, 1, 2, end, end + 1), k) for k in line.T], 1)
        first = near < 0
        spots[first] = root + near[first, None] * (elbow - root)
        return _smooth(spots, 3)[8:-8]

    def _fill(self, centres: np.ndarray, radius: np.ndarray) -> None:
        """How deep inside the discs each pixel is, which of them is nearest, and on which side."""
        height, width = self._subject.labels.shape
        step = int(np.clip(round(4 * self._subject.unit), 2, 6))
        room = 2.2 * radius.max() + 2 * step
        low = np.clip((centres.min(0) - room) // step, 0, None).astype(int)
        high = np.minimum(
            (centres.max(0) + room) // step + 2, (width // step + 1, height // step + 1)
        )
        high = np.maximum(high, low + 2).astype(int)
        y, x = (step * k.astype(F32) for k in np.mgrid[low[1] : high[1], low[0] : high[0]])
        away = np.hypot(x[..., None] - centres[:, 0], y[..., None] - centres[:, 1])  # [y, x, DISCS]
        inside = radius - away
        near = inside.argmax(-1)
        centre, out = centres[near], self._out[near]
        aside = (x - centre[..., 0]) * out[..., 0] + (y - centre[..., 1]) * out[..., 1]
        place = np.array([[step, 0, step * low[0]], [0, step, step * low[1]]], F32)

        def whole(values: np.ndarray, beyond: float) -> np.ndarray:
            return cv2.warpAffine(values.astype(F32), place, (width, height), borderValue=beyond)

        self.depth = whole(np.take_along_axis(inside, near[..., None], 2)[..., 0], -1e3)
        """pixels inside the arm's edge; below 0 outside"""
        self.along = whole(self._along[near], -1)
        """0 shoulder, 1 elbow, 2 wrist"""
        self.aside = whole(aside, 1e3)
        """pixels outside the arm's middle, away from the trunk"""
        self.across = np.clip(whole(aside / radius[near], 2), -1.5, 1.5)
        """-1 its inner edge, 1 its outer one"""

    def _seen(self, radius: np.ndarray) -> np.ndarray:
        """Bands of the bare arm that is seen, [n, 3]: how far down it, its middle and its half-width."""
        inside = (self._subject.labels == ARMS) & (self.depth > -0.8 * radius.max())
        along, aside = self.along[inside], self.aside[inside]
        found = []
        for start in np.arange(0.1, 1.85, BAND):
            own = aside[(along >= start) & (along < start + BAND)]
            if len(own) < 8:
                continue
            low, high = np.percentile(own, (2, 98))
            half = (high - low) / 2 + 0.5
            usual = np.interp(start, self._along, radius)
            if 0.6 * usual < half < 1.6 * usual:
                found.append((start + BAND / 2, (low + high) / 2, half))
        bands = np.array(found).reshape(-1, 3)
        runs = np.flatnonzero(bands[2:, 0] - bands[:-2, 0] < 3 * BAND)  # a speck is no arm
        return bands[runs[0] :] if len(runs) else bands[:0]

    def _known(
        self, radius: np.ndarray, middle: np.ndarray, bands: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Half-widths and middles after what is seen, further away after an arm's usual form."""
        if len(bands) < 3:
            return UNSEEN * radius, middle
        # Where a sleeve ends aslant only half the arm is seen.
        later = np.array([bands[i : i + 5, 2].max() for i in range(len(bands))])
        bands = bands[bands[:, 2] > 0.88 * later][1:]  # a hem's corner may be in the first
        spots = bands[:, 0]
        usual = np.interp(spots, self._along, radius)
        build = float(np.clip(np.median(bands[:, 2] / usual), 0.75, 1.3))
        radius = build * radius
        off = np.stack(
            [bands[:, 2] - build * usual, bands[:, 1] - np.interp(spots, self._along, middle)]
        )
        off = [np.interp(self._along, spots, cv2.blur(k[None], (3, 1))[0]) for k in off]
        far = np.abs(self._along[:, None] - spots).min(1)
        near = 1 - smoothstep(0.0, REACH, far)
        return radius + off[0] * near, middle + off[1] * near

    def _held_in(
        self, spine: np.ndarray, radius: np.ndarray, middle: np.ndarray, bands: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Half-widths and middles that keep within the old sleeve's outline."""
        unit = self._subject.unit
        clad = np.isin(self._subject.labels, (UPPER, ARMS))
        steps = np.arange(0, 2.2 * radius.max(), 0.5)
        rooms = []
        for way in (self._out, -self._out):
            spots = np.round(spine[:, None] + steps[:, None] * way[:, None]).astype(int)
            spots = np.clip(spots, 0, np.array(clad.shape[::-1]) - 1)
            bare = ~clad[spots[..., 1], spots[..., 0]]
            bare[:, steps < 0.4 * radius.min()] = False
            rooms.append(np.where(bare.any(1), steps[bare.argmax(1)], steps[-1]) - CLOTH * unit)
        is_seen = np.zeros(DISCS)
        if len(bands):
            is_seen = np.abs(self._along[:, None] - bands[:, 0]).min(1) < 2 * BAND
        outer, inner = (np.where(is_seen > 0, steps[-1], room) for room in rooms)
        outer, inner = (
            _smooth(cv2.medianBlur(k.astype(F32)[:, None], 5), 2)[:, 0] for k in (outer, inner)
        )
        half = (outer + inner) / 2
        is_tight = (
            (half < TIGHT * radius)
            & (half > 0.8 * radius)
            & (outer < steps[-1])
            & (inner < steps[-1])
        )
        tight = _smooth(is_tight.astype(F32)[:, None], 2)[:, 0] * (self._along > 0.3)
        fitted = np.minimum(radius, half)
        if not len(
            bands
        ):  # a wide sleeve holds a strong arm; beside the trunk its outer half tells
            sleeve = np.where(outer < steps[-1] - 1, np.minimum(half, outer), 0)
            fitted = np.maximum(fitted, np.minimum(LOOSE * sleeve, MOST * radius))
        fitted = np.maximum(fitted + tight * (half - fitted), 0.7 * radius)
        low, high = fitted - inner, outer - fitted
        both = ((outer < steps[-1] - 1) & (inner < steps[-1] - 1)).astype(F32)
        both = MIDST * _smooth(both[:, None], 3)[:, 0]
        centre = middle + both * ((outer - inner) / 2 - middle)
        centre = np.clip(centre, np.minimum(low, high), np.maximum(low, high))
        return _smooth(fitted[:, None], 1.5)[:, 0], _smooth(centre[:, None], 1.5)[:, 0]


def _smooth(values: np.ndarray, sigma: float) -> np.ndarray:
    """Values [n, k] smoothed along the first axis."""
    reach = int(3 * sigma) + 1
    padded = np.pad(
        values.astype(F32), ((reach, reach), (0, 0)), mode="reflect", reflect_type="odd"
    )
    kernel = cv2.getGaussianKernel(2 * reach + 1, sigma)[:, 0]
    return np.stack([np.convolve(k, kernel, "valid") for k in padded.T], 1)
