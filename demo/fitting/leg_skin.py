"""The skin of bare legs where trousers hid them: their colour, their light, skin's unevenness.

Knows where legs are and the photo; no garment. What is seen of a leg next to the old hem goes on in its
own colours across, further away by the light that usual legs have in photos.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.filling import shrunk
from demo.fitting.legs import Leg, Legs
from demo.fitting.skin import light_of_ground
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, FACE, LEGS, SHOES
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES

ACROSS: Final = (-1.0, -0.85, -0.7, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7, 0.85, 1.0)
"""from a leg's inner edge to its outer one"""

ALONG: Final = (
    0.4, 0.55, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.25, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9,
)  # fmt: skip

LIGHT: Final = np.array([
    (12, 6, 1, -2, -2, -2, -1, 0, 1, 4, 11, 18), (15, 7, 0, -3, -3, -2, -2, -2, 0, 4, 11, 19),
    (17, 7, -2, -6, -6, -4, -4, -4, -2, 3, 10, 20), (15, 5, -2, -7, -8, -6, -6, -6, -4, 1, 9, 21),
    (15, 4, -2, -8, -8, -6, -4, -6, -5, 2, 11, 20), (18, 6, 0, -6, -6, -4, -2, -5, -5, 3, 13, 21),
    (22, 8, 1, -6, -6, -3, -2, -5, -4, 4, 12, 20), (20, 6, -2, -6, -9, -7, -6, -6, -3, 5, 12, 19),
    (19, 6, -2, -4, -6, -8, -7, -4, 0, 6, 12, 20), (18, 6, 0, -2, -2, -2, -2, 0, 2, 6, 12, 21),
    (18, 6, 1, -1, 0, 1, 1, 1, 1, 6, 12, 21), (20, 7, 1, -1, -1, 1, 2, 0, 1, 7, 13, 22),
    (22, 8, 1, -2, -1, 1, 2, 0, 1, 7, 13, 22), (22, 9, 1, -2, -2, 1, 1, 0, 2, 7, 13, 22),
    (22, 10, 3, -2, -2, -1, -1, -1, 1, 6, 14, 22), (22, 11, 4, -3, -4, -3, -2, -2, 0, 5, 14, 22),
    (19, 10, 4, -4, -6, -5, -4, -6, -3, 4, 14, 22), (18, 9, 5, -4, -6, -5, -5, -6, -2, 4, 13, 20),
], F32)  # fmt: skip
"""how much lighter than its calf's middle a leg is there, CIELAB's L of 0..100 [along, across]: means of

23 bare legs in photos, moved so that their knees meet; kneecap and shin, which means wash out, are set

after single ones"""

PALER: Final = (-0.6, -0.5)
"""how much CIELAB's a and b change with L where skin is lighter than usual"""

REDDER: Final = (-0.15, 0.1)
"""and where it is darker"""

CREASE: Final = 9.0
"""how much darker a leg's edge is where the other leg touches it, L of 0..100"""

SHOE: Final = 7.0
"""how much darker it is beside a shoe"""

BY_TRUNK: Final = np.array([0.65, 0.5, 0.5])
"""share of the trunk's or the face's colour in a leg's, the rest is the arms', CIELAB: by 16 photos"""

PALE: Final = np.array([1.0, 0.92, 0.92])
"""a leg's lightness and chroma, as a share of that"""

GRAIN: Final = ((0.0, 0.45), (2.5, 0.6), (12.0, 0.7))
"""skin's unevenness: its size in pixels of the frame and its strength, L of 0..100"""

SHINY: Final = (62.0, 50.0, 1.3)
"""from which lightness on light is stronger on darker skin, which shines, and how strong it is at which"""

UNSEEN: Final = (65.0, 17.0, 20.0)
"""CIELAB of a leg where no skin is seen at all"""
BAND: Final = (0.07, 0.28)
"""how far below the old hem's shade begins and ends the band in which a leg's colours are read"""
SAME: Final = (20.0, 11.0)
"""how far a leg's lightness and its a and b may be from the usual colour's"""
REACH: Final = 0.5
"""how far along a leg they have an influence"""


def leg_skin(subject: Subject, legs: Legs, picture: np.ndarray) -> np.ndarray:
    """The colours of bare legs, float [h, w, 3] 0..1, from where there are legs; above it the picture.

    picture: the photo, RGB float [h, w, 3], 0..1.
    """
    unit, below = subject.unit, np.s_[legs.first :]
    lower, small = subject.labels[below], np.s_[::3, ::3]
    labels = subject.labels[small]
    usual = cv2.cvtColor(np.ascontiguousarray(picture[small], F32), cv2.COLOR_RGB2LAB)
    rim = light_of_ground(usual, labels)
    tone, painted = _tone(usual, labels), []
    lab = cv2.cvtColor(np.ascontiguousarray(picture[below], F32), cv2.COLOR_RGB2LAB)
    left, right = (legs.sides[side] for side in SIDES)
    for leg, other in ((left, right), (right, left)):
        along, across = legs.whole(leg.along), legs.whole(leg.across)
        own = (lower == LEGS) & (legs.whole(leg.depth) > 0) & (along > 0.3)
        seen = _seen_colours(lab, own, along, across, tone)
        painted.append(_painted(leg, tone, rim, other.depth / unit, seen))
    found = legs.whole(np.where((left.depth > right.depth)[..., None], *painted))
    shoes = cv2.distanceTransform((lower != SHOES).astype(np.uint8), cv2.DIST_L2, 3)
    found[..., 0] += _grain(lower.shape, unit) - SHOE * np.exp(-shoes / (5 * unit))
    skin = picture.copy()
    skin[below] = np.clip(cv2.cvtColor(found, cv2.COLOR_LAB2RGB), 0, 1)
    return skin


def _painted(
    leg: Leg, tone: np.ndarray, rim: float, other: np.ndarray,
    seen: tuple[float, np.ndarray] | None,
) -> np.ndarray:  # fmt: skip
    """A leg's colours, CIELAB [rows, columns, 3] of the grid.

    tone: its usual colour [3]; rim: how much of the ground's light falls on its edges, 0..1;
    other: pixels of the frame inside the other leg; seen: as `_seen_colours` gives it.
    """
    light, edge = _light(leg.along, leg.across, tone), np.abs(leg.across)
    rim *= min(1.0, (100 - float(tone[0])) / 50)
    light = light * (1 - np.clip((edge - 0.5) / 0.2, 0, 1) * (1 - rim) * (light > 0))
    touched = np.clip(other / 5 + 1, 0, 1) * np.clip((edge - 0.4) / 0.6, 0, 1)
    light = light * (1 - touched) - CREASE * touched
    found = np.broadcast_to(tone, (*light.shape, 3)).astype(F32)
    if seen is not None:
        first, colours = seen
        share = np.exp(-np.clip(first - leg.along, 0, None) / REACH)[..., None]
        place = ((np.clip(leg.across, -1, 1) + 1) * (len(colours) - 1) / 2).astype(F32)
        own = cv2.remap(colours[None], place, np.zeros_like(place), cv2.INTER_LINEAR)
        found = found * (1 - share) + own * share
    return found + _as_colour(light)


def _light(along: np.ndarray, across: np.ndarray, tone: np.ndarray) -> np.ndarray:
    """A leg's usual light at these places [n, m] on skin of this tone: L of 0..100 above its middle."""
    shiny = 1 + (SHINY[2] - 1) * np.clip((SHINY[0] - tone[0]) / (SHINY[0] - SHINY[1]), 0, 1)
    row = np.interp(along, ALONG, range(len(ALONG))).astype(F32)
    column = np.interp(across, ACROSS, range(len(ACROSS))).astype(F32)
    return float(shiny) * cv2.remap(
        LIGHT, column, row, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )


def _as_colour(light: np.ndarray) -> np.ndarray:
    """What such a light adds to a colour, CIELAB [..., 3]."""
    paler, darker = np.maximum(light, 0), np.minimum(light, 0)
    both = [PALER[k] * paler + REDDER[k] * darker for k in (0, 1)]
    return np.stack([light, *both], -1).astype(F32)


def _seen_colours(
    lab: np.ndarray, own: np.ndarray, along: np.ndarray, across: np.ndarray, tone: np.ndarray
) -> tuple[float, np.ndarray] | None:
    """How far down a leg the first of it is seen, and its colours there from the inner to the outer edge

    without a leg's usual light, CIELAB [17, 3]; None where it is hidden.

    own: what is seen of it, bool; tone: the legs' usual colour [3].
    """
    if own.sum() < 60:
        return None
    first = float(np.percentile(along[own], 1))
    own = own & (along > first + BAND[0]) & (along < first + BAND[1])
    own = shrunk(own, 1)
    if own.sum() < 40:
        return None
    across = across[own]
    flat = lab[own] - _as_colour(_light(along[own][None], across[None], tone))[0]
    places, found = np.linspace(-1, 1, 17), np.full((17, 3), np.nan)
    for i, place in enumerate(places):
        near = np.abs(across - place) < 0.13
        if near.sum() > 4:
            found[i] = np.median(flat[near], 0)
    known = np.isfinite(found[:, 0]) & _is_skin(found, tone)
    if known.sum() < 5:
        return None
    found = np.stack([np.interp(places, places[known], k[known]) for k in found.T], 1)
    return first, cv2.GaussianBlur(found.astype(F32), (1, 5), 0, borderType=cv2.BORDER_REPLICATE)


def _tone(lab: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The usual colour of this person's legs, CIELAB [3]: by arms and trunk where none or little of them

    is seen.
    """
    legs, arms, trunk = (shrunk(labels == k, 1) for k in (LEGS, ARMS, FACE))
    found = [np.median(lab[k], 0) for k in (arms, trunk) if k.sum() > 20]
    usual = np.array(UNSEEN)
    if len(found) == 2:
        arm, body = found
        usual = PALE * ((1 - BY_TRUNK) * arm + BY_TRUNK * body)
    elif found:
        usual = found[0] - [0, 1.5, 1]
    if legs.sum() > 60:
        own = np.median(lab[legs], 0)
        if not found or _is_skin(own, usual):
            return own
    return usual


def _is_skin(colour: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """Whether colours [..., 3] may be of the same skin as a usual one [3], CIELAB."""
    away = np.abs(colour - usual)
    return (away[..., 0] < SAME[0]) & (away[..., 1:].max(-1) < SAME[1])


def _grain(shape: tuple[int, ...], unit: float) -> np.ndarray:
    """Skin's unevenness, L of 0..100 [h, w]."""
    noise, found = np.random.default_rng(7), np.zeros(shape, F32)
    for size, strength in GRAIN:
        shrink = max(1, round(size * unit / 2))
        own = noise.standard_normal([n // shrink + 2 for n in shape], F32)
        if size:
            own = cv2.GaussianBlur(own, (0, 0), size * unit / shrink)
            own = cv2.resize(own, shape[::-1], interpolation=cv2.INTER_CUBIC)
        found += strength * (own / own.std())[: shape[0], : shape[1]]
    return found
