"""A photo's label map: which pixels are hair, skin and which garment. Refuses no picture, shows no page.

The largest person is cut out by the joints and parsed; somebody seen from head to foot is looked at
twice more, above and below the waist, where hands, hair and shoes are larger. A photo without joints is
parsed whole, for it may show somebody from the waist down. Where there is nobody, all is background.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from demo.fitting.edges import follow_edges
from demo.models.parser import BACKGROUND, Parser
from demo.models.pose import Pose, PoseNetwork

WORKING: Final = 1_000_000
"""pixels at which the labels are decided; a larger photo gets the nearest of them"""
FILTERED: Final = 220_000
"""pixels at which the scores are drawn to the photo's edges"""
RADIUS: Final = 0.013
"""of that filter, in sides of a square of the same area: one and a half of the network's pixels"""
SMOOTHNESS: Final = 1e-3
"""variance of a colour from which a change is an edge"""
SIDES: Final = ("left", "right")
AROUND: Final = 0.16
"""margin around the joints, in heights of the person"""
TALL: Final = 3.4
"""height, in lengths of the trunk, from which a person is looked at in halves too"""
OVERLAP: Final = 0.35
"""how far the halves reach beyond the hips, in lengths of the trunk"""
SECOND: Final = 0.7
"""what the second look counts beside the first"""
STRAY: Final = 0.03
"""pieces smaller than this share of the largest are not the person"""


@dataclass(frozen=True)
class Parse:
    """One photo, understood."""

    labels: np.ndarray
    """uint8 [H, W] of `demo.models.parser.CLASSES`, of the photo's size"""
    poses: tuple[Pose, ...]
    """everybody whose face and joints were found, the largest first"""


def parse(photo: np.ndarray, poses: PoseNetwork, parser: Parser) -> Parse:
    """The label map of an upright RGB photo [H, W, 3] uint8 of any size."""
    height, width = photo.shape[:2]
    found = tuple(pose for pose in poses.find(photo) if pose.faces(width, height))
    labels = np.full((height, width), BACKGROUND, np.uint8)
    left, top, right, bottom = _box(found[0], width, height) if found else (0, 0, width, height)
    crop = photo[top:bottom, left:right]
    pose = found[0].moved(-left, -top) if found else None
    scores = _sharpened(crop, _looked_at(crop, pose, parser))
    labels[top:bottom, left:right] = _decided(scores, *crop.shape[:2])
    return Parse(without_strays(labels), found)


def without_strays(labels: np.ndarray) -> np.ndarray:
    """The labels without what is far smaller than the person and not joined to it."""
    there = (labels != BACKGROUND).astype(np.uint8)
    count, areas, stats, _ = cv2.connectedComponentsWithStats(there, connectivity=8)
    if count <= 2:
        return labels
    sizes = stats[:, cv2.CC_STAT_AREA]
    kept = sizes >= STRAY * sizes[1:].max()
    return np.where(kept[areas], labels, BACKGROUND).astype(np.uint8)


def _box(pose: Pose, width: int, height: int) -> tuple[int, int, int, int]:
    """left, top, right, bottom of the picture's part that holds all of the person."""
    low, high = pose.points.min(axis=0), pose.points.max(axis=0)
    margin = AROUND * max(high[1] - low[1], 0.6 * (high[0] - low[0]))
    left, top = np.maximum(low - margin, 0).astype(int)
    right, bottom = np.ceil(np.minimum(high + margin, (width, height))).astype(int)
    if right - left < 8 or bottom - top < 8:
        return 0, 0, width, height
    return int(left), int(top), int(right), int(bottom)


def _looked_at(crop: np.ndarray, pose: Pose | None, parser: Parser) -> np.ndarray:
    """Scores [9, h, w] of a crop, `FILTERED` pixels at most: of all of it, and of its halves if tall."""
    scores = _sized(parser.scores(crop, pose), *_filtered(*crop.shape[:2]))
    if pose is None:
        return scores
    for top, bottom in _halves(pose, len(crop)):
        half = parser.scores(crop[top:bottom], pose.moved(0, -top))
        first, last = (round(y * scores.shape[1] / len(crop)) for y in (top, bottom))
        share = np.full(last - first, SECOND, np.float32)
        fade = np.linspace(0, SECOND, max(1, (last - first) // 8), dtype=np.float32)
        if top > 0:
            share[: len(fade)] = fade
        if bottom < len(crop):
            share[-len(fade) :] = fade[::-1]
        own = _sized(half, last - first, scores.shape[2])
        scores[:, first:last] += share[:, None] * (own - scores[:, first:last])
    return scores


def _halves(pose: Pose, height: int) -> list[tuple[int, int]]:
    """First row, and last plus one, of somebody tall above and below the waist; hands lie above it."""
    shoulders, hips = (
        (pose.point(f"left_{joint}") + pose.point(f"right_{joint}")) / 2
        for joint in ("shoulder", "hip")
    )
    trunk = float(np.linalg.norm(hips - shoulders))
    if height < TALL * trunk:
        return []
    hands = max(
        float(pose.point(f"{side}_{end}")[1]) for side in SIDES for end in ("wrist", "index")
    )
    low = min(height, round(max(hips[1] + OVERLAP * trunk, hands + 0.25 * trunk)))
    high = max(0, round(hips[1] - OVERLAP * trunk))
    return [(0, low), (high, height)] if 8 < low and high < height - 8 else []


def _sized(scores: np.ndarray, height: int, width: int) -> np.ndarray:
    return np.stack(
        [cv2.resize(s, (width, height), interpolation=cv2.INTER_LINEAR) for s in scores]
    )


def _filtered(height: int, width: int) -> tuple[int, int]:
    """The height and width at which the scores of such a crop are drawn to its edges."""
    shrink = min(1.0, (FILTERED / (height * width)) ** 0.5)
    return max(1, round(height * shrink)), max(1, round(width * shrink))


def _sharpened(crop: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Scores [9, h, w] of a crop drawn to its edges."""
    photo = cv2.resize(crop, scores.shape[:0:-1], interpolation=cv2.INTER_AREA)
    radius = max(1, round(RADIUS * (scores.shape[1] * scores.shape[2]) ** 0.5))
    return follow_edges(photo, scores, radius, SMOOTHNESS)


def _decided(scores: np.ndarray, height: int, width: int) -> np.ndarray:
    """uint8 [height, width]: the likeliest class of `scores` [9, h, w]."""
    shrink = min(1.0, (WORKING / (height * width)) ** 0.5)
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    labels = np.zeros(size[::-1], np.uint8)
    best = cv2.resize(scores[0], size, interpolation=cv2.INTER_LINEAR)
    for number, score in enumerate(scores[1:], start=1):
        score = cv2.resize(score, size, interpolation=cv2.INTER_LINEAR)
        better = score > best
        labels[better] = number
        np.maximum(best, score, out=best)
    return cv2.resize(labels, (width, height), interpolation=cv2.INTER_NEAREST)
