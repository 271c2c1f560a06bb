"""Cloth, skin and ground told apart by their colours. Knows CIELAB and label maps, no body."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.models.parser import BACKGROUND
from demo.studio.canvas import F32

NO_SKIN: Final = 14.0
"""distance from the skin's colour (CIELAB, lightness counted at 0.3) from which it is no skin"""
CLOTHS: Final = 3
"""colours that one garment may have"""
PLAIN: Final = 5.0
"""median distance of the rim's pixels from their middle up to which a ground is plain"""
DARK: Final = 9.0
"""lightness, 0 to 30, below which colours say little: the shade between fingers"""


def lab_of(photo: np.ndarray) -> np.ndarray:
    """CIELAB with lightness at 0.3 of its weight, [h, w, 3]."""
    lab = cv2.cvtColor(cv2.GaussianBlur(photo, (0, 0), 0.8).astype(F32) / 255, cv2.COLOR_RGB2LAB)
    return lab * np.array([0.3, 1, 1], F32)


def distance(lab: np.ndarray, colours: np.ndarray) -> np.ndarray:
    """Distance of each pixel from the nearest of some colours [n, 3], [h, w]."""
    return np.min([np.linalg.norm(lab - colour, axis=-1) for colour in colours], axis=0)


def main_colours(sample: np.ndarray) -> np.ndarray:
    """The few colours of a garment, [n, 3]: those with at least a tenth of its pixels."""
    sample = np.ascontiguousarray(sample[:: max(1, len(sample) // 800)], F32)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    cv2.setRNGSeed(7)
    _, own, centres = cv2.kmeans(sample, CLOTHS, None, ends, 1, cv2.KMEANS_PP_CENTERS)
    return centres[np.bincount(own[:, 0], minlength=CLOTHS) > 0.1 * len(sample)]


def taken_for_ground(
    lab: np.ndarray, labels: np.ndarray, trunk: np.ndarray, beside: tuple[int, ...], far: float
) -> np.ndarray:  # fmt: skip
    """Pixels labelled as ground that are no ground: within the trunk, or up to `far` from what has one

    of the labels `beside` and not of the colour of a plain ground, bool [h, w].
    """
    ground = labels == BACKGROUND
    rim = np.zeros(labels.shape, bool)
    rim[:6], rim[:, :6], rim[:, -6:] = True, True, True
    sample = lab[rim & ground]
    if len(sample) < 50:
        return ground & trunk
    from_ground = distance(lab, np.median(sample, 0)[None])
    if np.median(from_ground[rim & ground]) > PLAIN:
        return ground & trunk
    by = 2 * round(far) + 1
    near = cv2.dilate(np.isin(labels, beside).astype(np.uint8), np.ones((by, by)))
    return ground & (near > 0) & (from_ground > NO_SKIN)


def smoothed(mask: np.ndarray, size: int = 3) -> np.ndarray:
    """A mask without specks and pinholes."""
    kernel = np.ones((size, size), np.uint8)
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel) > 0
