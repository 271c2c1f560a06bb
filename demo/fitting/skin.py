"""Skin where clothes hid it: the person's own colour, a bare body's light. Knows no garment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import cv2
import numpy as np

from demo.fitting.bellies import belly_light
from demo.fitting.filling import shrunk, spread
from demo.fitting.limbs import Limb
from demo.fitting.proportions import Measured
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, BACKGROUND, FACE, LEGS
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.body import SIDES

NEAR: Final = 30
"""pixels of the frame over which invented skin still has the colour of what is seen beside it"""
MANY: Final = 6000
"""pixels of the frame that bare limbs fill when more than hands is seen"""
FALLBACK: Final = (66.0, 17.0, 21.0)
"""skin's colour where none is seen, CIELAB"""
LIGHTEST: Final = 72.0
"""how light a face is whose arms are no darker than it, L of 0..100"""
DARKER: Final = 0.3
"""how much darker arms are than a face by which it is darker than that; medians of 31 photos"""
PALER: Final = 0.95
"""chroma of arms, as a share of the face's: lips and cheeks are redder"""
HAND: Final = 0.8
"""how far around a hand's middle no more than a hand is seen, in lengths from wrist to fingertips"""
ROUND: Final = 0.8
"""how much of the lent figure's light the trunk has"""
MOST: Final = 1.7
"""how far down an arm what is seen of it is no hand yet"""
STRIP: Final = 0.25
"""length along an arm over which its seen skin is read, where it goes on under a sleeve"""
BINS: Final = np.linspace(-0.95, 0.95, 14)
"""places across an arm at which it is read: -1 its inner edge, 1 its outer one"""
DIM, BRIGHT = 45.0, 90.0
"""lightness of the ground, 0..100, from which its light falls on a body's edges, and does so fully"""
LIT, DEEP = (-0.45, -0.4), (0.3, 0.4)
"""how much CIELAB's a and b change with L where skin is lighter than usual, and where it is darker"""
LARGE: Final = 512
"""longest side, pixels, of the picture in which skin is invented"""
GRAIN: Final = 0.004
"""unevenness of skin, 0..1"""


def invented_skin(
    subject: Subject, picture: np.ndarray, limbs: Iterable[Limb] = (),
    shaded: np.ndarray | None = None,
) -> np.ndarray:  # fmt: skip
    """Skin for everywhere, RGB [h, w, 3]: the photo's own carried on, further away by a bare body's light.

    picture: RGB float [h, w, 3], 0..1. limbs: arms whose own light is known.
    shaded: bool [h, w], where old cloth threw its shadow: that is not skin's colour.
    """
    body, shape = subject.body, subject.labels.shape
    sure = shrunk(np.isin(subject.labels, (ARMS, FACE, LEGS)), max(1, round(3 * subject.unit)))
    if shaded is not None:
        sure &= ~shaded
    # Skin is smooth: it is invented in a small picture.
    by = max(1.0, max(shape) / LARGE)
    size = (round(shape[1] / by), round(shape[0] / by))
    unit = subject.unit / by
    seen = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    seen = cv2.cvtColor(np.clip(seen, 0, 1).astype(F32), cv2.COLOR_RGB2LAB)
    labels, sure = (
        cv2.resize(k.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
        for k in (subject.labels, sure)
    )
    sure = sure > 0
    hands = _hands(subject, labels, by)
    trunk, tone = _tones(subject, seen, sure, labels, hands, by)
    model = np.broadcast_to(trunk, seen.shape).astype(F32)
    if isinstance(body, Measured) and body.light is not None:
        light = cv2.resize(subject.bring(body.light), size, interpolation=cv2.INTER_AREA)
        model[..., 0] += ROUND * trunk[0] * (light - 1)
    model[..., 0] += belly_light(subject, labels.shape, by)
    arms, rim = np.zeros(labels.shape, F32), light_of_ground(seen, labels)
    for limb in (limb.resized(size) for limb in limbs):
        share = limb.share()[..., None]
        arms = np.maximum(arms, share[..., 0])
        own = np.broadcast_to(tone, seen.shape).astype(F32)
        own += as_colour(limb.light(rim * min(1.0, (100 - float(tone[0])) / 50)))
        own += _strip(limb, seen - own, sure & (labels == ARMS), subject.unit)
        model = model * (1 - share) + own * share
    room = np.where(labels == FACE, 14, 24)  # eyes and lips are no skin
    lit = sure & (np.abs(seen[..., 0] - model[..., 0]) < room)
    near = np.zeros(labels.shape, F32)
    if lit.any():
        near, bare = (
            np.exp(-cv2.distanceTransform((~k).astype(np.uint8), cv2.DIST_L2, 3) / (NEAR * unit))
            for k in (lit, lit & ~hands)
        )
        near = bare + arms * (near - bare)  # a hand says nothing of the belly behind it
        model += spread(seen - model, lit) * near[..., None]
    colour = np.dstack([cv2.cvtColor(model, cv2.COLOR_LAB2RGB), near])
    colour = cv2.resize(colour, shape[::-1], interpolation=cv2.INTER_LINEAR)
    return colour[..., :3] + (_uneven(shape, subject.unit) * (1 - colour[..., 3]))[..., None]


def light_of_ground(seen: np.ndarray, labels: np.ndarray) -> float:
    """How much light a ground throws on a body's edges, 0..1. seen: CIELAB [h, w, 3]."""
    ground = labels == BACKGROUND
    light = float(np.median(seen[..., 0][ground])) if ground.any() else 0.0
    return float(np.clip((light - DIM) / (BRIGHT - DIM), 0, 1))


def as_colour(light: np.ndarray) -> np.ndarray:
    """What being so much lighter, L of 0..100 [h, w], adds to skin's colour, CIELAB [h, w, 3]."""
    pale, deep = np.maximum(light, 0), np.minimum(light, 0)
    return np.dstack([light, LIT[0] * pale + DEEP[0] * deep, LIT[1] * pale + DEEP[1] * deep])


def _hands(subject: Subject, labels: np.ndarray, by: float) -> np.ndarray:
    """Where arms are no more than hands, which are redder, bool; labels are so many times smaller than

    the photo.
    """
    rows, columns = (by * k for k in np.ogrid[0 : labels.shape[0], 0 : labels.shape[1]])
    found = np.zeros(labels.shape, bool)
    for side in SIDES:
        wrist, hand, tip = (
            subject.at(subject.body.joints[f"{n}_{side}"]) for n in ("wrist", "hand", "fingertip")
        )
        away = np.hypot(columns - hand[0], rows - hand[1])
        found |= away < HAND * np.linalg.norm(tip - wrist)
    return found & (labels == ARMS)


def _tones(
    subject: Subject, seen: np.ndarray, sure: np.ndarray, labels: np.ndarray, hands: np.ndarray,
    by: float,
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """The usual colours of the trunk's and the limbs' skin, CIELAB [3] each; the arrays are so many times

    smaller than the photo.
    """
    rows = by * np.arange(len(labels))[:, None]
    limbs = sure & (((labels == ARMS) & ~hands) | (labels == LEGS))
    face = sure & (labels == FACE) & (rows < subject.at(subject.body.joints["chin"])[1])
    if face.sum() < 60:
        face = sure & (labels == FACE)
    own = limbs.sum() > MANY * (subject.unit / by) ** 2 or (face.sum() < 60 < limbs.sum())
    found = [np.median(seen[limbs], 0)] if own else []
    if face.sum() >= 60:
        light, red, yellow = np.median(seen[face], 0)
        light += min(0.0, DARKER * (light - LIGHTEST))
        found.append(np.array([light, PALER * red, PALER * yellow]))
    found = found or [np.array(FALLBACK)]
    return np.mean(found, 0), found[0]


def _strip(limb: Limb, rest: np.ndarray, bare: np.ndarray, unit: float) -> np.ndarray | float:
    """What an arm's seen colours have over the expected ones, rest [h, w, 3], as they lie across it

    where it comes out of its sleeve: they go on up to the shoulder.
    """
    own = bare & (limb.depth > 1.5 * unit) & (limb.along > limb.top - 0.03)
    own &= limb.along < limb.top + STRIP
    if limb.top > MOST or own.sum() < 60:
        return 0.0
    place = np.digitize(limb.across[own], (BINS[1:] + BINS[:-1]) / 2)
    weight = np.bincount(place, minlength=len(BINS)) + 1e-6
    found = np.stack(
        [np.bincount(place, k, len(BINS)) / weight for k in rest[own].T], 1
    )  # [BINS, 3]
    held = weight > 0.15 * weight.mean()
    found = np.stack([np.interp(BINS, BINS[held], k[held]) for k in found.T], 1)
    found = cv2.blur(found[None].astype(F32), (3, 1))[0]
    fall = 1 - 0.5 * smoothstep(0.2, 1.0, limb.top - limb.along)
    return np.dstack([np.interp(limb.across, BINS, k) * fall for k in found.T]).astype(F32)


def _uneven(shape: tuple[int, int], unit: float) -> np.ndarray:
    """Skin's grain and its slow changes, [h, w]."""
    random = np.random.default_rng(7)
    tile = random.normal(0, 1, (256, 256)).astype(F32)
    fine = np.tile(tile, (shape[0] // 256 + 1, shape[1] // 256 + 1))[: shape[0], : shape[1]]
    small = (max(2, int(shape[0] / (14 * unit))), max(2, int(shape[1] / (14 * unit))))
    slow = cv2.resize(random.normal(0, 1, small).astype(F32), shape[::-1])
    return GRAIN * (fine + 3 * slow)
