"""Shoes of which trousers hid the heel: what lies between a bared ankle and the shoe that is seen.

Knows labels and where legs are; no garment.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.filling import grown, shrunk, spread
from demo.fitting.legs import Legs
from demo.fitting.subject import Subject
from demo.models.parser import BACKGROUND, LEGS, LOWER, SHOES
from demo.studio.canvas import F32

ANKLE: Final = (1.96, 2.06)
"""how far down the leg a shoe's upper edge lies"""
COLLAR: Final = (1.9, 2.04)
"""how far down the leg lies a shoe's upper edge before it, at the most and at the least"""
ROUND: Final = 0.02
"""length along a leg by which that edge is higher beside it than in its middle"""
LEAST: Final = 400.0
"""pixels of the frame that are seen of a shoe at the least"""
NEAR: Final = 30.0
"""pixels of the frame between a shoe and its leg at the most"""
OVER: Final = 14.0
"""pixels of the frame around old trousers in which a heel may lie"""
TOES: Final = 0.08
"""skin inside a shoe's outline from which it is a sandal, as a share of the shoe"""
SMOOTH: Final = 4.0
"""pixels of the frame over which a shoe's outline is evened out"""
SHADE: Final = 0.9
"""how light a heel is, as a share of the shoe's upper"""


def hidden_heels(subject: Subject, legs: Legs, gap: np.ndarray) -> np.ndarray:
    """Where old trousers hung over a shoe, bool [h, w]: inside the hull of the shoe and its ankle.

    gap: where the photo's own pixels are no longer used, bool [h, w]. Sandals have no heel.
    """
    found, unit = np.zeros(gap.shape, bool), subject.unit
    rows = np.flatnonzero((subject.labels == SHOES).any(1))
    if not len(rows):
        return found
    first = max(legs.first, round(rows[0] - 2 * NEAR * unit))
    low, high = np.s_[first:], np.s_[first - legs.first :]
    labels, gap = subject.labels[low], gap[low]
    hulls, collars = np.zeros(labels.shape, np.uint8), np.zeros(labels.shape, bool)
    count, areas, stats, _ = cv2.connectedComponentsWithStats((labels == SHOES).astype(np.uint8))
    for leg in legs.sides.values():
        at = legs.whole(leg.along)[high]
        ankle = (at > ANKLE[0]) & (at < ANKLE[1]) & (legs.whole(leg.depth)[high] > 0)
        if not ankle.any():
            continue
        away = cv2.distanceTransform((~ankle).astype(np.uint8), cv2.DIST_L2, 3)
        near = [
            i for i in range(1, count)
            if stats[i, cv2.CC_STAT_AREA] > LEAST * unit**2 and away[areas == i].min() < NEAR * unit
        ]  # fmt: skip
        if not near:
            continue
        shoe = areas == min(near, key=lambda i: away[areas == i].min())
        y, x = np.nonzero(ankle | shoe)
        hull = np.zeros(labels.shape, np.uint8)
        cv2.fillConvexPoly(hull, cv2.convexHull(np.stack([x, y], 1).astype(np.int32)), 1)
        if ((labels == LEGS) & (hull > 0)).sum() < TOES * shoe.sum():
            hulls |= hull
            before = shoe & (np.abs(legs.whole(leg.across)[high]) < 1)
            edge = float(np.percentile(at[before], 2)) if before.any() else ANKLE[1]
            round_it = ROUND * np.clip(legs.whole(leg.across)[high], -1, 1) ** 2
            collars |= (hull > 0) & (at + round_it > np.clip(edge, *COLLAR))
    over = (hulls > 0) & grown(labels == LOWER, round(OVER * unit))
    over &= np.isin(labels, (LOWER, BACKGROUND)) | gap
    shod = (over | (labels == SHOES)).astype(F32)
    even = cv2.GaussianBlur(shod, (0, 0), SMOOTH * unit) > 0.5
    found[low] = even & (over | (gap & (labels == SHOES))) & ((legs.cover[low] < 0.5) | collars)
    return found


def shoe_leather(picture: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The shoes' own colour carried on where there are shoes, [h, w, 3]: of their uppers, not soles.

    picture: RGB float [h, w, 3]; labels: uint8 [h, w].
    """
    rows = np.flatnonzero((labels == SHOES).any(1))
    found = picture.copy()
    if not len(rows):
        return found
    low = np.s_[max(0, 2 * rows[0] - rows[-1]) :]
    shoes = labels[low] == SHOES
    first, last = np.argmax(shoes, 0), len(shoes) - np.argmax(shoes[::-1], 0)
    inner = shrunk(shoes, 1)
    uppers = inner & (np.arange(len(shoes))[:, None] < 0.45 * first + 0.55 * last)
    found[low] = SHADE * spread(picture[low].astype(F32), uppers if uppers.any() else inner)
    return found
