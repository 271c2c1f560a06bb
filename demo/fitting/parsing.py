"""A photo's label map: which pixels are hair, skin and which garment. Refuses no picture, shows no page.

The largest person is cut out by the joints and parsed, and looked at again in parts (`glances`). A photo
without joints is parsed whole, for it may show somebody from the waist down. Where there is nobody, all
is background.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from demo.fitting.edges import follow_edges
from demo.fitting.glances import SIDES, counted, glances
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
AROUND: Final = 0.16
"""margin around the joints, in heights of the person"""
LONGEST: Final = 3.4
"""most that is seen of somebody below the shoulders, in lengths of the trunk: from head to foot about 3"""
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
    labels = _labels(photo, found[0] if found else None, parser)
    if found and _is_mistaken(found[0], labels):
        found, labels = (), _labels(photo, None, parser)
    return Parse(labels, found)


def _labels(photo: np.ndarray, pose: Pose | None, parser: Parser) -> np.ndarray:
    """uint8 [H, W]: the labels of a person with these joints, or of a photo without any."""
    height, width = photo.shape[:2]
    labels = np.full((height, width), BACKGROUND, np.uint8)
    left, top, right, bottom = _box(pose, width, height) if pose else (0, 0, width, height)
    crop = photo[top:bottom, left:right]
    own = pose.moved(-left, -top) if pose else None
    scores = _sharpened(crop, _looked_at(crop, own, parser))
    labels[top:bottom, left:right] = _decided(scores, *crop.shape[:2])
    return without_strays(labels)


def _is_mistaken(pose: Pose, labels: np.ndarray) -> bool:
    """Whether the joints are of a person far smaller than what is seen: one read into legs alone."""
    rows = np.flatnonzero((labels != BACKGROUND).any(axis=1))
    left, right, left_hip, right_hip = (
        pose.point(f"{side}_{joint}") for joint in ("shoulder", "hip") for side in SIDES
    )
    shoulders, hips = (left + right) / 2, (left_hip + right_hip) / 2
    trunk = max(np.linalg.norm(hips - shoulders), 1.1 * np.linalg.norm(left - right))
    return bool(len(rows)) and bool(rows[-1] - shoulders[1] > LONGEST * trunk)


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
    """Scores [9, h, w] of a crop, `FILTERED` pixels at most: of all of it, then of parts, larger."""
    height, width = crop.shape[:2]
    scores = _sized(parser.scores(crop, pose), *_filtered(height, width))
    for part in glances(pose, width, height) if pose else ():
        left, top, right, bottom = part
        seen = parser.scores(crop[top:bottom, left:right], pose.moved(-left, -top))
        counted(scores, seen, part, width, height)
    return scores


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
