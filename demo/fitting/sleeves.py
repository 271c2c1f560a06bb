"""A photo's arms and how far down them new sleeves reach. Knows measures and landmarks, no pixels' colour."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.fitting.figures import PARTS
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models.parser import ARMS, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import Body

COARSE = 4
"""pixels between the points at which the way along an arm is computed"""


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
        self.half = subject.body.half_widths["upper_arm"]

    def bare_inside(self) -> np.ndarray:
        """Where a bare arm would be inside the new sleeve, bool [h, w]."""
        return (self.along < self.cuff - 0.06) & (self.away < 2.2 * self.half)

    def beside(self) -> np.ndarray:
        """Where the arm is in the new sleeve: no skin is invented beside that, bool [h, w]."""
        return (self.along > 0.25) & (self.along < self.cuff - 0.05) & (self.away < 1.6 * self.half)


def cuff_of(worn: Worn, line: tuple[np.ndarray, ...], side: str) -> float:
    """How far down the arm a garment's sleeve reaches: 0 without sleeves, 1 elbow, 2 wrist."""
    if f"cuff_outer_{side}" not in worn.landmarks or not worn.is_sleeved:
        return 0.0
    root, elbow, wrist = line
    ends = [np.array(worn.landmarks[f"cuff_{edge}_{side}"]) for edge in ("outer", "inner")]
    a, b, start = (elbow, wrist, 1.0) if f"elbow_{side}" in worn.landmarks else (root, elbow, 0.0)
    way = b - a
    return start + float(np.clip(np.mean([(e - a) @ way / (way @ way) for e in ends]), 0, 1))


def keeps_sleeves(subject: Subject, worn: Sequence[Worn]) -> bool:
    """Whether only gilets go on over sleeves: what is worn already stays below them."""
    layers = [w for w in worn if w.kind == "upper"]
    if not layers or any(w.is_sleeved or not w.garment.is_open() for w in layers):
        return False
    names = [i for i, name in enumerate(PARTS) if name.startswith("upper_arm")]
    parts = cv2.warpAffine(
        subject.body.parts(), subject.place.astype(F32), subject.labels.shape[::-1],
        flags=cv2.INTER_NEAREST,
    )  # fmt: skip
    seen = subject.labels[np.isin(parts, names)]
    return np.count_nonzero(seen == UPPER) > np.count_nonzero(seen == ARMS)
