"""Where trousers crease and fall: crotch, knee, hem, pleats. Knows a leg's cut, no cloth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import CX
from demo.studio.folds import Fold
from demo.studio.garments.legs import Legs


@dataclass(frozen=True)
class Drape:
    """How much of each kind of fold; 1 is a cotton trouser's."""

    seat: float = 1.0
    """drags that fan out from the crotch, and over the hip"""
    knee: float = 1.0
    """creases that break across the knee"""
    stack: float = 1.0
    """rings where the leg is longer than the ankle is low"""
    fall: float = 0.3
    """long folds that hang from the hip to the hem"""
    tight: float = 0.0
    """fine creases of stretch cloth, at crotch, knee and ankle"""


def leg_folds(rng: np.random.Generator, legs: Legs, side: int, drape: Drape) -> list[Fold]:
    """All folds of one leg."""
    folds = _fall(rng, legs, side, drape.fall)
    if drape.seat:
        folds += _seat(rng, legs, side, drape.seat)
    if drape.tight:
        folds += _tight(rng, legs, side, drape.tight)
    if not legs.is_short:
        folds += _knee(rng, legs, side, drape.knee) + _stack(rng, legs, side, drape.stack)
    elif drape.stack:
        folds += _short_hem(rng, legs, side, drape.stack)
    return folds


def _across(
    rng: np.random.Generator,
    legs: Legs,
    side: int,
    y: float,
    outer: bool,
    share: float,
    sink: float,
    width: float,
    height: float,
) -> Fold:
    """A crease that starts at one edge of the leg and dies out `share` of the way across it."""
    centre, half = float(legs.centre(y)), float(legs.half(y))
    near = 1 if outer else -1
    start = (CX + side * (centre + near * half * 1.02), y)
    end = (CX + side * (centre + near * half * (1 - 2 * share)), y + sink)
    return Fold(
        start,
        end,
        rng.uniform(-4, 4),
        (width, width * 1.5),
        height,
        rng.uniform(-0.5, 0.5),
        0.04,
        0.6,
    )


def _seat(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    size = legs.hip / 99 * (0.7 if legs.is_short else 1.0)
    gain = gain * (0.8 if legs.is_short else 1.0)
    folds = []
    for i in range(5):  # the fan: from flat across the lap to steep down the inner thigh
        angle = np.deg2rad((-34, -14, 6, 30, 58)[i] + rng.uniform(-9, 9))
        length = rng.uniform(46, 96) * size
        x, y = CX + side * rng.uniform(1, 7), legs.crotch + (i - 3) * 6 * size + rng.uniform(-5, 5)
        end = (x + side * np.cos(angle) * length, y + np.sin(angle) * length)
        folds.append(
            Fold(
                (x, y),
                end,
                rng.uniform(-7, 7),
                (1.6, rng.uniform(2.6, 4.6)),
                rng.uniform(0.7, 1.7) * gain,
                rng.uniform(-0.5, 0.5),
                0.04,
                0.65,
            )
        )
    for _ in range(2):  # drags from the hip bone down to the lap
        y = legs.top + rng.uniform(0.35, 0.75) * (legs.crotch - legs.top)
        end = (CX + side * rng.uniform(16, 40), y + rng.uniform(14, 46))
        folds.append(
            Fold(
                (CX + side * legs.side_at(y), y),
                end,
                rng.uniform(-6, 6),
                (3, 7),
                rng.uniform(0.7, 1.5) * gain,
            )
        )
    return folds


def _knee(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    """A zigzag: creases from alternating edges that point at each other."""
    folds, outer = [], rng.random() < 0.4
    if gain <= 0:
        return []
    y = legs.knee_y - rng.uniform(26, 46)
    for _ in range(int(rng.integers(4, 7))):
        sink = rng.uniform(-8, 20) * (1 if outer else 0.6)
        folds.append(
            _across(
                rng,
                legs,
                side,
                y,
                outer,
                rng.uniform(0.4, 0.85),
                sink,
                rng.uniform(1.8, 3.4),
                rng.uniform(0.7, 1.7) * gain,
            )
        )
        y += rng.uniform(8, 22)
        outer = not outer if rng.random() < 0.75 else outer
    thigh = legs.crotch + rng.uniform(30, 70)
    folds.append(_across(rng, legs, side, thigh, False, 0.8, rng.uniform(24, 60), 3.4, 1.6 * gain))
    return folds


def _stack(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    """Rings above the hem, closer together and deeper the lower they are."""
    folds, outer = [], rng.random() < 0.5
    count = int(rng.integers(3, 5) * min(gain, 1.6) + 0.5)
    for i in range(count):
        y = legs.bottom - 12 - 70 * gain**0.5 * ((count - i) / (count + 0.5)) ** 1.3
        y += rng.uniform(-6, 6)
        height = rng.uniform(1.1, 2.0) * min(gain, 1.5) * (0.6 + 0.4 * i / max(1, count - 1))
        folds.append(
            _across(
                rng,
                legs,
                side,
                y,
                outer,
                rng.uniform(0.55, 0.95),
                rng.uniform(-4, 13),
                rng.uniform(2.2, 3.6),
                height,
            )
        )
        outer = not outer if rng.random() < 0.7 else outer
    return folds


def _fall(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    """Flutes: deep at the hem, gone at the hip, drawn from the hem upwards."""
    if gain <= 0:
        return []
    folds = []
    lanes = np.sort(rng.uniform(-0.8, 0.8, int(rng.integers(3, 6)))) if gain > 0.6 else (-0.4, 0.45)
    for lane in lanes:
        lane = lane + rng.uniform(-0.13, 0.13)
        low = legs.bottom + 8 if gain > 0.6 else legs.bottom - rng.uniform(30, 90)
        high = legs.crotch + rng.uniform(-60, 90) * (0.3 if legs.is_short else 1)
        start = (CX + side * (float(legs.centre(low)) + lane * legs.hem), low)
        end = (CX + side * (float(legs.centre(high)) + 0.7 * lane * float(legs.half(high))), high)
        folds.append(
            Fold(
                start,
                end,
                rng.uniform(-4, 4),
                (legs.hem * rng.uniform(0.15, 0.24), 8),
                rng.uniform(1.2, 3.8) * gain,
                rng.uniform(-0.5, 0.5),
                0.02,
                0.7,
            )
        )
    return folds


def _short_hem(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    """Shorts have no knee: a few creases come in from the hem's edges."""
    room = legs.bottom - legs.crotch
    return [
        _across(
            rng,
            legs,
            side,
            legs.bottom - rng.uniform(0.15, 0.9) * room,
            rng.random() < 0.6,
            rng.uniform(0.35, 0.75),
            rng.uniform(-16, 14),
            rng.uniform(2.6, 4.5),
            rng.uniform(0.8, 1.7) * gain,
        )
        for _ in range(4)
    ]


def _tight(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    """Stretch cloth creases only where the body bends: at the crotch, the knee and the ankle."""
    folds = []
    places = [(legs.knee_y, 22, 3, 0.55), (legs.bottom - 26, 20, 4, 0.9)]
    for middle, reach, count, share in places:
        for _ in range(count):
            folds.append(
                _across(
                    rng,
                    legs,
                    side,
                    middle + rng.uniform(-reach, reach),
                    rng.random() < 0.4,
                    rng.uniform(0.5, 1.0) * share,
                    rng.uniform(-6, 8),
                    rng.uniform(1.4, 2.4),
                    rng.uniform(0.5, 1.1) * gain,
                )
            )
    return folds


def trouser_break(rng: np.random.Generator, legs: Legs, side: int) -> list[Fold]:
    """Where pressed trousers rest on a shoe: one dent across and its echo."""
    y = legs.bottom - rng.uniform(30, 40)
    return [
        _across(rng, legs, side, y, True, 0.85, 9, 4.0, -2.6 * rng.uniform(0.8, 1.2)),
        _across(rng, legs, side, y - 16, False, 0.6, 6, 4.0, 1.7 * rng.uniform(0.8, 1.2)),
        _across(rng, legs, side, y + 13, True, 0.5, 3, 3.2, 1.3),
    ]
