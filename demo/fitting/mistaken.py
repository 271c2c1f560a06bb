"""What a parser takes for something else at the edge of old cloth. Knows labels and colours, no garment."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from demo.fitting.filling import closed, grown, shrunk, spread
from demo.fitting.limbs import END, Limb
from demo.models.parser import ARMS, BACKGROUND, LOWER, UPPER

ALIKE = 0.12
"""largest difference of colour, 0..1, up to which something may be ground"""
REST = 14
"""pixels of the frame from cloth that is taken off in which what was taken for an arm may be cloth"""
SHADOW = 7
"""pixels of the frame over which an old sleeve darkens the arm that comes out of it"""
TOUCH = 5
"""pixels of the frame up to which a gap between an arm and what is beside it is no ground"""


def hem_tips(
    labels: np.ndarray, limbs: Mapping[str, Limb], off: np.ndarray, unit: float
) -> np.ndarray:
    """Corners of an old hem that stand off a bare arm and were taken for it, bool [h, w]."""
    near = (labels == ARMS) & grown(off & (labels == UPPER), round(SHADOW * unit))
    for limb in limbs.values():
        near &= ~limb.is_near(END) | ((limb.depth < -0.6 * unit) & (limb.along < limb.top + 0.12))
    return near & np.any([limb.is_near(END) for limb in limbs.values()], 0)


def rest_in_arms(
    picture: np.ndarray, labels: np.ndarray, off: np.ndarray, unit: float
) -> np.ndarray:
    """What was taken for an arm, or for ground between fingers, beside cloth that is taken off but has

    that cloth's colour, bool [h, w]. picture: [h, w, 3].
    """
    arms = labels == ARMS
    slit = (labels == BACKGROUND) & closed(arms | off, max(1, round(TOUCH * unit)))
    near = (arms | slit) & grown(off, round(REST * unit))
    cloth, skin = shrunk(off, 2), arms & ~near
    if not (near.any() and cloth.any() and skin.any()):
        return np.zeros(labels.shape, bool)
    x, y, wide, high = cv2.boundingRect(near.astype(np.uint8))
    box = np.s_[max(0, y - 20) : y + high + 20, max(0, x - 20) : x + wide + 20]
    if not (cloth[box].any() and skin[box].any()):
        return np.zeros(labels.shape, bool)
    own = picture[box]
    to_skin, to_cloth = (np.abs(own - spread(own, known[box])).max(2) for known in (skin, cloth))
    rest = np.zeros(labels.shape, bool)
    rest[box] = near[box] & (to_skin > 2 * ALIKE) & (to_cloth < to_skin / 2)
    return rest


def like_ground(picture: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """What has the ground's colour though trousers have another: gaps between two legs, bool [h, w]."""
    ground, lower = (np.median(picture[labels == k][::8], 0) for k in (BACKGROUND, LOWER))
    if np.abs(ground - lower).max() < 4 * ALIKE:
        return np.zeros(labels.shape, bool)
    return np.abs(picture - ground).max(2) < ALIKE
