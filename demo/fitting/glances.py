"""Where a person is looked at again, larger, and how what is seen there counts. Knows no network.

A parser sees some fifty thousand pixels. Of somebody from head to foot a hand is a dozen of them; so the
halves above and below the waist are looked at once more, and each hand.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import cv2
import numpy as np

from demo.models.pose import Pose

TALL: Final = 3.4
"""height, in lengths of the trunk, from which a person is looked at in halves"""
OVERLAP: Final = 0.35
"""how far the halves reach beyond the hips, in lengths of the trunk"""
HAND: Final = 1.0
"""side of what is seen around a hand, in lengths of the trunk"""
SMALLEST: Final = 24
"""pixels a side from which it is worth looking again"""
WEIGHT: Final = 0.7
"""what a second look counts beside the first"""
FADE: Final = 0.25
"""share of its side over which it fades out where it was cut"""
SIDES: Final = ("left", "right")


class Glance(NamedTuple):
    """A part of a picture, pixels; right and bottom are beyond the last."""

    left: int
    top: int
    right: int
    bottom: int


def glances(pose: Pose, width: int, height: int) -> list[Glance]:
    """What is worth a second look in a picture cut to a person with these joints."""
    shoulders, hips = (
        (pose.point(f"left_{joint}") + pose.point(f"right_{joint}")) / 2
        for joint in ("shoulder", "hip")
    )
    trunk = float(np.linalg.norm(hips - shoulders))
    hands = [(pose.point(f"{side}_wrist") + pose.point(f"{side}_index")) / 2 for side in SIDES]
    found = []
    if height > TALL * trunk:
        lowest = max(hand[1] for hand in hands)  # hands lie above the waist's cut
        low = round(max(hips[1] + OVERLAP * trunk, lowest + 0.35 * trunk))
        found += [(0, 0, width, low), (0, round(hips[1] - OVERLAP * trunk), width, height)]
    for x, y in hands:
        reach = HAND * trunk / 2
        found.append(tuple(round(float(k)) for k in (x - reach, y - reach, x + reach, y + reach)))
    inside = [
        Glance(max(0, left), max(0, top), min(width, right), min(height, bottom))
        for left, top, right, bottom in found
    ]
    return [g for g in inside if min(g.right - g.left, g.bottom - g.top) >= SMALLEST]


def counted(scores: np.ndarray, seen: np.ndarray, glance: Glance, width: int, height: int) -> None:
    """Mix what was seen [9, h, w] into the scores [9, H, W] of all of a picture, in place.

    width, height: of the picture in whose pixels the glance is.
    """
    across, down = scores.shape[2] / width, scores.shape[1] / height
    left, right = (round(x * across) for x in (glance.left, glance.right))
    top, bottom = (round(y * down) for y in (glance.top, glance.bottom))
    if right - left < 2 or bottom - top < 2:
        return
    share = np.outer(
        _fading(bottom - top, glance.top > 0, glance.bottom < height),
        _fading(right - left, glance.left > 0, glance.right < width),
    )
    own = scores[:, top:bottom, left:right]
    for mine, score in zip(own, seen, strict=True):
        larger = cv2.resize(score, (right - left, bottom - top), interpolation=cv2.INTER_LINEAR)
        mine += WEIGHT * share * (larger - mine)


def _fading(length: int, at_start: bool, at_end: bool) -> np.ndarray:
    """1, falling to 0 towards the ends that were cut, float32 [length]."""
    along = np.arange(length, dtype=np.float32) / (FADE * length)
    start = along if at_start else np.ones(length, np.float32)
    end = along[::-1] if at_end else np.ones(length, np.float32)
    return np.minimum(np.minimum(start, end), 1).astype(np.float32)
