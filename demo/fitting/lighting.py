"""The light of a photo on new cloth: its colour and strength, its side, the folds of the old cloth.

Knows pixels and labels of one person, no garment.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.subject import Subject
from demo.models.parser import ARMS, FACE, LOWER, UPPER
from demo.studio.canvas import F32

LUMA: Final = np.array([0.299, 0.587, 0.114], F32)
DIM: Final = 0.10
"""luminance added before shades are compared, so that black cloth's folds are no deeper than others'"""
PATTERNED: Final = 0.055
"""contrast of fine detail (0..1) from which the old cloth has a pattern that is no fold"""
LARGE: Final = 7.0
"""width of the folds that new cloth takes over, pixels of the frame"""
SIDEWAYS: Final = 0.10
"""how much lighter than its middle one side of the body may be"""


def folds(picture: np.ndarray, own: np.ndarray, width: float) -> np.ndarray:
    """How much lighter or darker than usual the cloth of a region is, [h, w]; 0.35 to 1.45.

    picture: RGB float [h, w, 3], 0..1; own: bool [h, w]; width: of the finest fold, pixels; where the
    cloth has a pattern, broad folds only.
    """
    luminance = picture @ LUMA
    inside = own.astype(F32)
    fine = np.abs(luminance - _within(luminance, inside, 4 * width))[own].mean()
    smooth = _within(luminance, inside, (11 if fine > PATTERNED else 1) * width)
    usual = float(np.percentile(smooth[own], 60))
    return np.clip((smooth + DIM) / (usual + DIM), 0.35, 1.45)


def light_on(subject: Subject, kinds: set[str]) -> np.ndarray:
    """What colours of new cloth are multiplied with, [h, w, 3].

    kinds: of garments that are put on: `upper`, `legs`, `skirt`. The photo's lightest pixels tell the
    light's colour, its skin the side from which it comes; the old top's folds are a new top's, too.
    """
    picture = subject.picture[..., :3].astype(F32) / 255
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    lightest = np.percentile(small.reshape(-1, 3), 99, axis=0)
    light = np.clip(lightest / 0.94, 0.62, 1.0).astype(F32)
    gain = np.broadcast_to(light, picture.shape) * _side(subject, picture)[..., None]
    for label, same in ((UPPER, {"upper"}), (LOWER, {"legs"})):
        own = subject.labels == label
        if kinds & same and own.sum() > 2500 * subject.unit**2:
            there = cv2.erode(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
            if not there.any():
                continue
            deep = folds(picture, there, LARGE * subject.unit)
            broad = np.maximum(_within(deep, there.astype(F32), 45 * subject.unit), 0.3)
            deep = np.clip(deep / broad, 0.86, 1.07)
            share = cv2.GaussianBlur(there.astype(F32), (0, 0), 4 * subject.unit) * there
            gain = gain * (1 + 0.7 * share * (deep - 1))[..., None]
    return gain


def _side(subject: Subject, picture: np.ndarray) -> np.ndarray:
    """The light across the body, [h, w]: skin on one side of the face or of both arms is lighter."""
    skin = np.isin(subject.labels, (FACE, ARMS))
    if skin.sum() < 200 * subject.unit**2:
        return np.ones(skin.shape, F32)
    columns = np.arange(skin.shape[1], dtype=F32)
    middle = float(subject.at(subject.body.joints["waist"])[0])
    across = (columns - middle) / (100 * subject.unit)  # about 1 at the body's edge
    x = np.broadcast_to(across, skin.shape)[skin]
    luminance = (picture @ LUMA)[skin]
    slope = np.polyfit(
        np.clip(x, -1.5, 1.5), luminance / max(float(np.median(luminance)), 0.02), 1
    )[0]
    slope = float(np.clip(0.5 * slope, -SIDEWAYS, SIDEWAYS))
    return np.broadcast_to(1 + slope * np.clip(across, -1.3, 1.3), skin.shape).astype(F32)


def _within(values: np.ndarray, inside: np.ndarray, sigma: float) -> np.ndarray:
    """A blur that takes in only what is inside, 0..1 [h, w]."""
    shrink = int(np.clip(sigma / 4, 1, 8))
    size = (max(1, inside.shape[1] // shrink), max(1, inside.shape[0] // shrink))
    small, weight = (
        cv2.GaussianBlur(
            cv2.resize(k, size, interpolation=cv2.INTER_AREA), (0, 0), max(sigma / shrink, 0.4)
        )
        for k in (values * inside, inside)
    )
    mean = small / np.maximum(weight, 1e-3)
    return cv2.resize(mean, inside.shape[::-1], interpolation=cv2.INTER_LINEAR)
