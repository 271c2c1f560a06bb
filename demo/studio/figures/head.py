"""A head without a face's features: brow, nose, cheeks, lips and chin only as planes; and the ears.

The head's own space: cm, origin in its middle between the ears, x to the wearer's left, y up, z forward.
"""

from __future__ import annotations

import numpy as np

from demo.studio.figures.fields import Ball, Bump, Cone, Placed, Section, Shape, Sweep
from demo.studio.figures.measures import Measures
from demo.studio.figures.skeleton import Skeleton

BROW = 2.6
"""height of the brow"""

# height, half-width, front, back
WOMAN = (
    (-10.6, 0.25, 4.9, -4.6), (-10.45, 1.05, 5.8, -3.5), (-10.1, 1.75, 6.55, -2.3),
    (-9.4, 2.55, 7.1, -1.0), (-8.3, 3.35, 7.4, 0.4),
    (-6.6, 4.35, 7.5, 1.8), (-4.6, 5.25, 7.5, 2.8), (-2.2, 6.1, 7.4, 4.0), (0.0, 6.55, 7.3, 5.0),
    (2.5, 6.6, 7.6, 6.0), (5.0, 6.3, 7.2, 6.0), (8.0, 4.4, 4.6, 5.0),
)  # fmt: skip
MAN = (
    (-10.8, 0.3, 4.9, -4.6), (-10.65, 1.45, 5.8, -3.5), (-10.3, 2.3, 6.6, -2.3),
    (-9.6, 3.2, 7.2, -1.0), (-8.4, 4.05, 7.5, 0.4),
    (-6.6, 5.05, 7.6, 1.8), (-4.6, 5.75, 7.5, 2.8), (-2.2, 6.35, 7.4, 4.0), (0.0, 6.65, 7.3, 5.0),
    (2.5, 6.7, 7.8, 6.0), (5.0, 6.4, 7.3, 6.0), (8.0, 4.4, 4.6, 5.0),
)  # fmt: skip


def skull(m: Measures) -> list[Shape]:
    """The head without nose, ears and planes."""
    table = MAN if m.gender == "men" else WOMAN
    low, high = table[0][0], table[-1][0]
    rows = []
    for y, wide, front, back in table:
        wide *= np.interp(y, [-7, 1], [m.face, 1])
        middle, half = (front - back) / 2, (front + back) / 2
        rows.append(Section((y - low) / (high - low), wide, wide, half, half, 0.0, middle))
    return [
        Sweep((0, low, 0), (0, high, 0), (1, 0, 0), rows, 0, 2.2, blunt=4),
        Ball((0, 3.4, -1.5), (7.15, 8.35, 9.3), 2.5),
    ]


def head(skeleton: Skeleton) -> Placed:
    """Skull, face and ears."""
    m = skeleton.measures
    man = m.gender == "men"
    shapes: list[Shape] = [
        *skull(m),
        Bump((-3.4, BROW, 7.3), (3.4, BROW, 7.3), 1.2, 0.30 if man else 0.16),
        Cone((0, 1.9, 6.8), (0, -2.9, 7.95), 0.45, 0.68, 2.0),
        Ball((0, -3.2, 7.95), (0.82, 0.75, 0.85), 1.5),
        Bump((0, -6.5, 7.6), (0, -6.5, 7.6), 1.7, 0.13),
        Bump((-1.5, -6.45, 7.3), (1.5, -6.45, 7.3), 0.5, 0.06),
        Bump((-1.4, -8.05, 7.2), (1.4, -8.05, 7.2), 0.85, -0.15),
        Bump((0, -9.6, 7.0), (0, -9.6, 7.0), 1.7, 0.26 if man else 0.12),
        Bump((0, -5.0, 8.0), (0, -5.6, 8.0), 0.4, -0.10),
    ]
    for side in (1, -1):
        shapes += [
            Bump((side * 2.6, 0.9, 7.0), (side * 3.9, 0.7, 6.4), 1.35, -0.50),
            Bump((side * 3.2, 0.5, 6.6), (side * 3.2, 0.5, 6.6), 1.15, 0.20),
            Ball((side * 0.85, -3.35, 7.3), (0.62, 0.55, 0.65), 1.1),
            Bump((side * 4.6, -2.0, 5.4), (side * 5.6, -1.2, 3.4), 1.7, 0.32),
            Bump((side * 4.2, -5.4, 5.6), (side * 4.2, -5.4, 5.6), 2.2, -0.16 / m.face**4),
            Bump((side * 6.6, 2.6, 3.6), (side * 6.6, 2.6, 3.6), 2.0, -0.18),
        ]
        shapes += ear(side)
    return Placed(shapes, skeleton.head.into, skeleton.head.outof, blend=1.4, scale=m.head)


def ear(side: int) -> list[Shape]:
    """A shell that stands off the skull, with its rim and hollow suggested."""
    tilt = np.deg2rad(14)
    out = np.array([np.cos(tilt) * side, 0, -np.sin(tilt)])
    ahead = np.array([np.sin(tilt) * side, 0.12, np.cos(tilt)])
    up = np.array([0.10 * side, 1, -0.14])
    axes = np.stack([out, up / np.linalg.norm(up), ahead / np.linalg.norm(ahead)])
    at = np.array([side * 6.85, -0.7, -1.2])
    return [
        Ball(at, (0.75, 3.0, 1.75), 0.5, axes),
        Ball(at + [0, -2.3, 0.3], (0.6, 0.9, 0.9), 0.5, axes),
        Bump(at + out * 0.8 + [0, 0.9, 0.25], at + out * 0.8 + [0, -0.9, 0.3], 0.75, -0.45),
    ]
