"""Hands: a palm, four jointed fingers and a thumb, in three shapes; placed at the wrist."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.figures.fields import F32, Ball, Bump, Cone, Joined, Section, Shape, Sweep
from demo.studio.figures.measures import Measures
from demo.studio.figures.skeleton import Frame, Skeleton


@dataclass(frozen=True)
class Finger:
    """Where it starts on the palm (towards the thumb, along), its length and thickness in cm."""

    across: float
    ahead: float
    length: float
    radius: float


FINGERS = (
    Finger(2.55, 9.1, 7.0, 0.90),
    Finger(0.85, 9.5, 7.7, 0.93),
    Finger(-0.85, 9.1, 7.2, 0.89),
    Finger(-2.40, 8.3, 5.8, 0.78),
)
"""index to little finger"""


@dataclass(frozen=True)
class Grip:
    """How the fingers are held, in degrees, index to little finger."""

    bends: tuple[tuple[float, float, float], ...]
    """at the three joints, into the palm"""
    spread: tuple[float, ...]
    """sideways, towards the thumb"""
    thumb: tuple[tuple[float, float, float], ...]
    """directions of its three bones (towards the thumb's side, along, out of the palm)"""


GRIPS = {
    "relaxed": Grip(
        ((14, 24, 14), (19, 27, 16), (23, 30, 17), (26, 31, 17)),
        (1.5, 0.5, -1, -3),
        ((0.42, 0.80, 0.40), (0.12, 0.97, 0.22), (0.00, 0.99, 0.12)),
    ),
    "resting": Grip(
        ((12, 16, 10), (15, 18, 10), (17, 20, 12), (19, 22, 12)),
        (7, 2, -3, -9),
        ((0.66, 0.64, 0.34), (0.40, 0.88, 0.22), (0.26, 0.95, 0.14)),
    ),
    "gentle": Grip(
        ((10, 20, 12), (20, 28, 16), (26, 32, 18), (22, 28, 16)),
        (4, 1, -2, -7),
        ((0.52, 0.70, 0.50), (0.30, 0.90, 0.30), (0.20, 0.96, 0.18)),
    ),
}

PHALANGES = (0.46, 0.30, 0.24)


def thickness(m: Measures) -> float:
    """Factor on a hand's widths; arms that are fuller have hands that are a little fuller."""
    return m.hand * (1.06 if m.gender == "men" else 0.94) * (0.55 + 0.45 * m.arms)


def hand(skeleton: Skeleton, name: str) -> list[Shape]:
    """The hand of one side."""
    m = skeleton.measures
    frame, f = skeleton.hands[name], m.hand
    grip = GRIPS[skeleton.pose.arms[name].hand]
    thick = thickness(m)
    shapes = palm(frame, f, thick)
    for finger, bends, spread in zip(FINGERS, grip.bends, grip.spread, strict=True):
        shapes.append(fingers_shape(frame, finger, bends, spread, f, thick))
    shapes.append(thumb_shape(frame, grip, f, thick))
    return shapes


def palm(frame: Frame, f: float, thick: float) -> list[Shape]:
    """Flat towards the knuckles, full at the ball of the thumb."""
    rows = [
        Section(0.0, 2.35, 2.35, 1.78, 1.78),
        Section(0.10, 2.4, 2.35, 1.65, 1.6),
        Section(0.35, 3.0, 3.0, 1.55, 1.6),
        Section(0.65, 3.5, 3.35, 1.35, 1.5),
        Section(0.9, 3.6, 3.3, 1.15, 1.25),
        Section(1.04, 3.3, 3.0, 0.9, 0.95),
    ]
    rows = [
        Section(r.at, r.outer * thick, r.inner * thick, r.front * thick, r.back * thick)
        for r in rows
    ]
    slab = Sweep(
        frame.at(0, 0, 0), frame.at(0.1 * f, 9.3 * f, 0), frame.axes[0], rows, 1.6, 2.15, blunt=1.0
    )
    ball = Ball(
        frame.at(1.9 * f, 3.6 * f, -1.1 * f), np.array([1.7, 3.0, 1.5]) * thick, 1.2, frame.axes
    )
    heel = Ball(
        frame.at(-1.7 * f, 3.6 * f, -0.9 * f), np.array([1.4, 3.4, 1.2]) * thick, 1.2, frame.axes
    )
    return [slab, ball, heel]


def fingers_shape(
    frame: Frame,
    finger: Finger,
    bends: tuple[float, float, float],
    spread: float,
    f: float,
    thick: float,
) -> Joined:
    """One finger: three bones, thicker at its joints, with the knuckle on the back of the hand."""
    at = np.array([finger.across * thick, finger.ahead * f, 0.0])
    start = at - [0, 1.3 * f, 0]
    r = finger.radius * thick
    bent, side = 0.0, np.deg2rad(spread)
    points, radii = [start, at], [r * 1.02, r * 1.04]
    for share, bend, taper in zip(PHALANGES, bends, (0.93, 0.84, 0.70), strict=True):
        bent += np.deg2rad(bend)
        run = np.array([np.sin(side) * np.cos(bent), np.cos(side) * np.cos(bent), -np.sin(bent)])
        points.append(points[-1] + run * finger.length * f * share)
        radii.append(r * taper)
    world = [frame.at(*p) for p in points]
    shapes: list[Shape] = [
        Cone(world[i], world[i + 1], radii[i], radii[i + 1], 0.25) for i in range(4)
    ]
    shapes.append(Bump(world[2], world[2], r * 0.9, 0.07 * thick))
    knuckle = frame.at(at[0], at[1], 0.75 * r)
    shapes.append(Bump(knuckle, knuckle, 0.75, 0.14 * thick))
    return Joined(shapes, world[0], near=1.1, far=0.10, within=2.0 * f)


def thumb_shape(frame: Frame, grip: Grip, f: float, thick: float) -> Joined:
    points = [np.array([1.7 * f, 2.0 * f, -0.6 * f])]
    for direction, length in zip(grip.thumb, (4.3, 3.3, 2.7), strict=True):
        run = np.array([direction[0], direction[1], -direction[2]])
        points.append(points[-1] + run / np.linalg.norm(run) * length * f)
    radii = np.array([1.35, 1.02, 0.90, 0.66]) * thick
    world = [frame.at(*p) for p in points]
    shapes: list[Shape] = [
        Cone(world[i], world[i + 1], radii[i], radii[i + 1], 0.5) for i in range(3)
    ]
    return Joined(shapes, world[0], near=1.8, far=0.15, within=3.6 * f)


def landmarks(skeleton: Skeleton, name: str) -> dict[str, np.ndarray]:
    """The middle of the palm and the tip of the middle finger, in the world."""
    frame, f = skeleton.hands[name], skeleton.measures.hand
    grip = GRIPS[skeleton.pose.arms[name].hand]
    thick = thickness(skeleton.measures)
    finger = fingers_shape(frame, FINGERS[1], grip.bends[1], grip.spread[1], f, thick)
    last = finger.shapes[3]
    return {
        f"hand_{name}": frame.at(0, F32(5.5 * f), 0),
        f"fingertip_{name}": last.b + (last.b - last.a) / np.linalg.norm(last.b - last.a) * last.rb,
    }
