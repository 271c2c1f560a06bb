"""Flesh of the trunk and neck, in the trunk's own space: a person standing straight."""

from __future__ import annotations

import numpy as np

from demo.studio.figures.fields import Ball, Bump, Cone, Placed, Section, Shape, Sweep
from demo.studio.figures.measures import Measures
from demo.studio.figures.skeleton import Skeleton

# height (cm of a standing person), half-width, front, back: of the trunk
WOMAN = (
    (82.5, 3.5, 5.0, 6.0), (85, 10.0, 7.6, 8.6), (87, 13.6, 8.8, 9.8), (89.5, 15.6, 9.5, 11.0),
    (93, 16.0, 9.6, 11.0),
    (98, 15.1, 9.2, 9.8), (103, 13.1, 8.8, 8.4), (108, 11.7, 8.3, 7.8), (112, 11.5, 8.2, 7.8),
    (117, 12.3, 8.6, 8.2), (122, 13.3, 8.8, 8.8), (128, 14.1, 8.6, 9.4), (133, 14.0, 7.8, 9.2),
    (138, 12.6, 6.4, 7.6), (142, 8.8, 4.6, 5.6), (145, 4.8, 3.6, 4.4),
)  # fmt: skip
MAN = (
    (85, 3.6, 5.4, 6.0), (87.5, 10.0, 8.0, 8.6), (90, 13.8, 9.4, 9.8), (93, 15.7, 9.8, 10.5),
    (98, 15.6, 9.8, 9.8),
    (104, 14.8, 9.8, 8.8), (110, 14.2, 9.8, 8.4), (116, 14.2, 10.0, 8.8), (122, 15.0, 10.3, 9.4),
    (129, 16.4, 10.6, 10.2), (135, 17.2, 10.4, 10.6), (141, 16.6, 8.8, 10.0),
    (146, 13.6, 6.8, 7.8), (149.5, 8.6, 5.0, 5.6), (152.5, 5.4, 4.0, 4.6),
)  # fmt: skip


def widened(m: Measures, rows: tuple[tuple[float, ...], ...]) -> list[Section]:
    """The table for this person's shape: hips, waist and chest each by their own factor."""
    marks = [m.hip_y, m.hip_y + 0.37 * (m.neck_y - m.hip_y), m.hip_y + 0.72 * (m.neck_y - m.hip_y)]
    low, high = rows[0][0], rows[-1][0]
    made = []
    for y, wide, front, back in rows:
        factor = float(np.interp(y, marks, [m.hips, m.waist, m.trunk]))
        deep = 1 + 0.6 * (factor - 1)
        made.append(
            Section(
                (y - low) / (high - low), wide * factor, wide * factor, front * deep, back * deep
            )
        )
    return made


def trunk(skeleton: Skeleton) -> Placed:
    """Chest, belly and hips with what shows of bones and muscles; legs and arms are joined later."""
    m = skeleton.measures
    rows = WOMAN if m.gender == "women" else MAN
    axis = Sweep(
        (0, rows[0][0], -0.5), (0, rows[-1][0], -1.2), (1, 0, 0), widened(m, rows), 0, 2.25
    )
    shapes: list[Shape] = [axis]
    shapes += woman(m) if m.gender == "women" else man(m)
    return Placed(shapes, skeleton.spine.into, skeleton.spine.outof, blend=0, slack=3.0)


def shoulders(m: Measures, side: int, k: float) -> list[Shape]:
    """Trapezius from the neck to the shoulder, and the collar bone."""
    n, x, y = m.neck_y, m.shoulder_x, m.shoulder_y
    thick = 2.5 if m.gender == "women" else 3.4
    return [
        Cone(
            (side * 2.6, n + 2.6, -3.4),
            (side * (x + 0.2), y + 1.7, -1.6),
            thick,
            2.4 * m.arms**0.8,
            5.0,
        ),
        Bump((side * 1.6, n - 2.3, 5.0), (side * 0.55 * x, n - 1.1, 4.4), 1.05, 0.34 * k),
        Bump((side * 0.55 * x, n - 1.1, 4.4), (side * 0.95 * x, n - 0.4, 1.6), 1.1, 0.24 * k),
        Bump((side * 0.42 * x, n + 1.4, 3.0), (side * 0.68 * x, n + 1.2, 2.0), 1.7, -0.45 * k),
        Bump((side * 0.35 * x, n - 4.6, 5.6), (side * 0.75 * x, n - 4.2, 4.4), 1.9, -0.22 * k),
    ]


def woman(m: Measures) -> list[Shape]:
    b, w, h, k = m.bust, m.trunk, m.hips, m.muscle
    shapes: list[Shape] = []
    if m.belly:
        shapes.append(Ball((0, 101, 2.6 + m.belly), (10.5 * m.waist, 9.5, 7.0), 5))
    for side in (1, -1):
        shapes += [
            Ball((side * 6.9 * w, 125.6, 5.6), (5.7 * b, 5.9 * b, 4.7 * b), 3.0),
            Ball((side * 6.2 * w, 130.5, 3.4), (6.2, 6.5, 3.6), 5),
            Ball((side * 8.8 * h, 90.0, -1.5), (6.8 * h, 9.8, 7.6), 5),
            Bump((side * 11.0 * h, 97.5, 8.0), (side * 8.0, 92.5, 9.0), 1.6, 0.28 * k),
            Bump((side * 9.0, 116.5, 7.4), (side * 4.0, 120.0, 8.6), 1.7, 0.20 * k),
            Bump((side * 4.9, 113, 8.6), (side * 4.6, 101, 8.8), 2.0, 0.16 * k),
        ]
        shapes += shoulders(m, side, k)
    shapes += [
        Ball((0, 85.5, 0.5), (5.5, 5.0, 6.5), 4),
        Bump((0, 119, 8.6), (0, 103, 9.2), 1.1, -0.26 * k),
        Bump((0, 139, 5.8), (0, 127, 8.0), 1.3, -0.22),
        Bump((0, 104.2, 9.1 + m.belly), (0, 103.6, 9.1 + m.belly), 0.75, -0.65),
        Bump((0, 142.2, 4.4), (0, 142.2, 4.4), 1.5, -0.4 * k),
    ]
    return shapes


def man(m: Measures) -> list[Shape]:
    w, h, k = m.trunk, m.hips, m.muscle
    shapes: list[Shape] = []
    if m.belly:
        shapes.append(Ball((0, 107, 3.4 + m.belly), (12.0 * m.waist, 11, 8.0), 5))
    for side in (1, -1):
        shapes += [
            Ball((side * 8.2 * w, 135.5, 4.4), (8.2, 6.4, 5.0 + 0.5 * k), 4.2),
            Ball((side * 12.0 * w, 131, -2.5), (5.0, 13, 7.0), 5),
            Ball((side * 8.8 * h, 93.0, -1.5), (6.9 * h, 9.5, 7.6), 5),
            Bump((side * 13.0, 101.0, 7.2), (side * 7.0, 94.0, 9.6), 1.5, 0.34 * k),
            Bump((side * 4.4, 125, 10.4), (side * 3.8, 100, 10.0), 2.0, 0.26 * k),
            Bump((side * 11.0, 119.0, 7.8), (side * 5.5, 125.0, 10.0), 1.8, 0.24 * k),
        ]
        shapes += shoulders(m, side, 0.7 * k)
    shapes += [
        Ball((0, 88.5, 1.2), (6.0, 5.6, 7.0), 4),
        Bump((0, 127, 10.6), (0, 102, 10.2), 1.0, -0.32 * k),
        Bump((0, 145, 7.0), (0, 129, 10.6), 1.1, -0.34 * k),
        Bump((0, 108.2, 10.2 + m.belly), (0, 107.6, 10.2 + m.belly), 0.8, -0.7),
        Bump((0, 149.2, 4.6), (0, 149.2, 4.6), 1.6, -0.4 * k),
    ]
    shapes += [Bump((-4.2, y, 10.2), (4.2, y, 10.2), 0.9, -0.16 * k) for y in (121.5, 115.5)]
    return shapes


def neck(skeleton: Skeleton) -> list[Shape]:
    """The neck from the collar to the skull, with its two tendons; in the world."""
    m, head = skeleton.measures, skeleton.head
    foot = skeleton.spine.outof(np.array([[0, m.neck_y - 3.5, -1.6]]))[0]
    skull = head.at(0, -5.2, -1.9)
    w = m.neck_width
    rows = [
        Section(0.0, w * 1.12, w * 1.12, w * 1.0, w * 1.15),
        Section(0.35, w * 1.0, w * 1.0, w * 1.0, w * 1.08),
        Section(0.7, w * 0.98, w * 0.98, w * 1.02, w * 1.05),
        Section(1.15, w * 1.04, w * 1.04, w * 1.0, w * 1.1),
    ]
    shapes: list[Shape] = [Sweep(foot, skull, (1, 0, 0), rows, 3.2)]
    for side in (1, -1):
        ear = head.at(side * 5.9, -3.4, -2.2)
        notch = skeleton.spine.outof(np.array([[side * 1.6, m.neck_y - 1.6, 3.4]]))[0]
        shapes.append(Bump(ear, notch, 1.5, 0.5 * m.muscle))
    if m.gender == "men":
        throat = head.at(0, -13.2, 2.4)
        shapes.append(Bump(throat, throat, 1.1, 0.35 * m.muscle))
    return shapes
