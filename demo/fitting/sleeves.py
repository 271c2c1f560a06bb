"""A photo's arms and how far down them new sleeves reach. Knows measures and landmarks, no pixels' colour."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import Body

COARSE = 4
"""pixels between the points at which the way along an arm is computed"""
STRETCH = 0.7
"""how far up the arm its seen width goes over into the measured one; 1 is from elbow to shoulder"""
STATIONS = (0.0, 0.5, 1.0, 1.4, 2.0)
"""where along the arm it is measured: 1 elbow, 2 wrist"""


class Arm:
    """One arm in the photo, and how far down it the longest new sleeve reaches."""

    def __init__(self, subject: Subject, worn: Sequence[Worn], side: str) -> None:
        line = arm_of(Body(subject.body), side)
        self.cuff = max((cuff_of(w, line, side) for w in worn), default=0.0)
        """0 without sleeves; 1 elbow, 2 wrist"""
        height, width = subject.labels.shape
        y, x = np.mgrid[0:height:COARSE, 0:width:COARSE].astype(F32)
        root, elbow, wrist = (subject.at(p) for p in line)
        along, far = np.zeros(x.shape, F32), np.full(x.shape, np.inf, F32)
        across = np.zeros(x.shape, F32)
        for start, (a, b) in enumerate(((root, elbow), (elbow, wrist), (wrist, 2 * wrist - elbow))):
            way = b - a
            share = np.clip(((x - a[0]) * way[0] + (y - a[1]) * way[1]) / (way @ way + 1e-6), 0, 1)
            away = np.hypot(x - a[0] - share * way[0], y - a[1] - share * way[1])
            nearer = away < far
            along, far = np.where(nearer, start + share, along), np.where(nearer, away, far)
            aside = ((y - a[1]) * way[0] - (x - a[0]) * way[1]) / (np.hypot(*way) + 1e-6)
            across = np.where(nearer, aside, across)
        fixed = np.array([[COARSE, 0, 0], [0, COARSE, 0]], F32)
        self.along, self.away, self.across = (
            cv2.warpAffine(k.astype(F32), fixed, (width, height), borderMode=cv2.BORDER_REPLICATE)
            for k in (along, far / subject.unit, across / subject.unit)
        )
        """how far down the arm each pixel is (3 a forearm beyond the wrist) [h, w], and how far from its

        axis and on which side of it, pixels of the frame [h, w]"""
        half = subject.body.half_widths
        self.half = half["upper_arm"]
        self.widths = [half[n] for n in ("upper_arm", "upper_arm", "elbow", "forearm", "wrist")]

    def bare_inside(self) -> np.ndarray:
        """Where a bare arm would be inside the new sleeve, bool [h, w]."""
        return (self.along < self.cuff - 0.06) & (self.away < 2.2 * self.half)

    def beside(self) -> np.ndarray:
        """Where the arm is in the new sleeve: no skin is invented beside that, bool [h, w]."""
        return (self.along > 0.25) & (self.along < self.cuff - 0.05) & (self.away < 1.6 * self.half)

    def above(self, bare: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where a bare arm, bool [h, w], goes on upwards from where an old sleeve ended, and the part of

        that stretch which it fills: bool [h, w] both. It begins between the edges that are seen and
        grows as wide as an arm is measured to be.
        """
        nothing = np.zeros(bare.shape, bool)
        own = bare & (self.away < 2.2 * self.half) & (self.along < 2.15) & (self.along > 0.25)
        if own.sum() < 60:
            return nothing, nothing
        top = float(np.percentile(self.along[own], 2))
        if top < 0.35:
            return nothing, nothing
        steps = np.array([0.03, 0.08, 0.13, 0.18, 0.23])
        bands = [own & (np.abs(self.along - top - step) < 0.03) for step in steps]
        if min(int(band.sum()) for band in bands) < 6:
            return nothing, nothing
        edges = np.array([np.percentile(self.across[band], (2, 98)) for band in bands])
        middle, wide = edges.mean(1), edges[:, 1] - edges[:, 0]
        is_whole = wide > 0.85 * wide.max()  # where a sleeve ends aslant only half the arm is seen
        slope = np.polyfit(steps[is_whole], middle[is_whole], 1)[0] if is_whole.sum() > 2 else 0.0
        centre = middle[is_whole][0] - slope * steps[is_whole][0]
        low, high = centre + np.array([-0.5, 0.5]) * (np.median(wide[is_whole]) + 2)
        start = max(top - STRETCH, 0.2)
        stretch = (self.along > start) & (self.along < top + 0.2) & (self.away < 2.4 * self.half)
        seen = smoothstep(start, (start + 2 * top) / 3, self.along)
        usual = np.interp(self.along, STATIONS, self.widths) * (1 - seen)
        lean = slope * np.clip(self.along - top, -0.25, 0.2) * seen
        left, right = low * seen - usual + lean, high * seen + usual + lean
        return stretch, stretch & (self.across > left) & (self.across < right)


def cuff_of(worn: Worn, line: tuple[np.ndarray, ...], side: str) -> float:
    """How far down the arm a garment's sleeve reaches: 0 without sleeves, 1 elbow, 2 wrist."""
    if f"cuff_outer_{side}" not in worn.landmarks or not worn.is_sleeved:
        return 0.0
    root, elbow, wrist = line
    ends = [np.array(worn.landmarks[f"cuff_{edge}_{side}"]) for edge in ("outer", "inner")]
    a, b, start = (elbow, wrist, 1.0) if f"elbow_{side}" in worn.landmarks else (root, elbow, 0.0)
    way = b - a
    return start + float(np.clip(np.mean([(e - a) @ way / (way @ way) for e in ends]), 0, 1))
