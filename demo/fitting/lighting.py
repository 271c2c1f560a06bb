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
CELL: Final = 3.0
"""pixels of the frame between the points at which the old cloth's light is found"""
STEEP: Final = 0.09
"""change of lightness (logarithm) from point to point from which it is the cloth's own: a neckline, a zip"""
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


def soft_folds(picture: np.ndarray, own: np.ndarray, unit: float) -> np.ndarray:
    """How much lighter or darker than usual the light makes the cloth of a region, [h, w]; 0.35 to 1.45.

    picture: RGB float [h, w, 3], 0..1; own: bool [h, w]; unit: pixels a pixel of the frame. As in Retinex
    (Land and McCann 1971; Horn 1974): steep steps are the cloth's (blocks of colour, prints, zips, a shirt
    in the neckline) and left away, the gentle ones, integrated anew, are folds.
    """
    x, y, width, height = cv2.boundingRect(own.astype(np.uint8))
    box = np.s_[y : y + height, x : x + width]
    size = [2 * max(4, round(k / (2 * CELL * unit))) for k in (width, height)]  # even, for the DCT
    luminance, inside = (
        cv2.resize(k.astype(F32), size, interpolation=cv2.INTER_AREA)
        for k in (picture[box] @ LUMA, own[box])
    )
    inside = inside > 0.99
    light = np.log(luminance + DIM)
    spring = np.zeros_like(light)
    for axis, edge in ((0, ((1, 1), (0, 0))), (1, ((0, 0), (1, 1)))):
        step = np.diff(light, axis=axis)
        both = inside[1:] & inside[:-1] if axis == 0 else inside[:, 1:] & inside[:, :-1]
        steep = cv2.dilate((both & (np.abs(step) > STEEP)).astype(np.uint8), np.ones((3, 3)))
        spring += np.diff(np.pad(np.where(both & (steep == 0), step, 0), edge), axis=axis)
    across, down = (2 * np.cos(np.pi * np.arange(n) / n) - 2 for n in size)
    share = across[None] + down[:, None]
    share[0, 0] = 1
    light = cv2.idct(cv2.dct(spring) / share.astype(F32))
    light = _within(light, inside.astype(F32), LARGE / CELL)
    usual = float(np.percentile(light[inside], 60)) if inside.any() else 0.0
    found = np.ones(own.shape, F32)
    found[box] = cv2.resize(np.exp(light - usual), (width, height))
    return np.clip(found, 0.35, 1.45)


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
            deep = soft_folds(picture, there, subject.unit)
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
