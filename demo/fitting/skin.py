"""Skin where clothes hid it: the person's own colour, a bare body's light. Knows no garment."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.filling import shrunk, spread
from demo.fitting.proportions import Measured
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, FACE, LEGS
from demo.studio.canvas import F32

NEAR: Final = 40
"""pixels of the frame over which invented skin still has the colour of what is seen beside it"""
MANY: Final = 6000
"""pixels of the frame that bare limbs fill when more than hands is seen"""
FALLBACK: Final = (0.72, 0.55, 0.45)
"""skin's colour where none is seen"""


def invented_skin(subject: Subject, picture: np.ndarray) -> np.ndarray:
    """Skin for everywhere, [h, w, 3]: the photo's own carried on, further away by a bare body's light."""
    labels, unit = subject.labels, subject.unit
    sure = shrunk(np.isin(labels, (ARMS, FACE, LEGS)), max(1, round(3 * unit)))
    limbs, face = sure & (labels != FACE), sure & (labels == FACE)
    light = picture.mean(2)
    found = [_lit(picture, light, own) for own in (limbs, face) if own.sum() > 60]
    if limbs.sum() > MANY * unit**2:  # arms and legs, not hands alone, know their own colour
        found = found[:1]
    if len(found) == 2:  # hands are redder than arms, faces lighter
        found[1] *= found[0].mean() / max(found[1].mean(), 0.02)
    usual = np.mean(found or [np.array(FALLBACK)], 0)
    room = np.where(labels == FACE, 0.28, 0.5) * usual.mean() + 0.04  # eyes and lips are no skin
    lit = sure & (np.abs(light - usual.mean()) < room)
    near = cv2.distanceTransform((~lit).astype(np.uint8), cv2.DIST_L2, 3) / (NEAR * unit)
    share = np.exp(-near)[..., None]
    body = subject.body
    colour = np.broadcast_to(usual.astype(F32), picture.shape)
    if isinstance(body, Measured) and body.light is not None:
        colour = colour * subject.bring(body.light)[..., None]
    if lit.any():
        colour = colour * (1 - share) + spread(picture, lit) * share
    grain = np.random.default_rng(7).normal(0, 0.006, labels.shape).astype(F32)
    return colour + grain[..., None]


def _lit(picture: np.ndarray, light: np.ndarray, own: np.ndarray) -> np.ndarray:
    """The usual colour of skin where light falls on it, [3]; between fingers it does not."""
    low, high = np.percentile(light[own], (45, 92))
    return np.median(picture[own & (light >= low) & (light <= high)], 0)
