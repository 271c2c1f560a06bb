"""Bare feet: heel, instep, ball and five toes, flat on the ground below the ankle."""

from __future__ import annotations

import numpy as np

from demo.studio.figures.fields import Ball, Bump, Cone, Cut, Joined, Shape
from demo.studio.figures.skeleton import Skeleton

# across (outwards), where it starts and ends ahead of the ankle, radii; big toe first
TOES = (
    (-2.55, 12.4, -2.75, 17.6, 1.35, 1.12),
    (-0.75, 13.2, -0.85, 17.9, 0.92, 0.78),
    (0.75, 12.8, 0.75, 17.1, 0.86, 0.74),
    (2.05, 12.0, 2.15, 16.0, 0.82, 0.70),
    (3.15, 10.8, 3.35, 14.5, 0.78, 0.66),
)
TOE_TIP = (-2.2, 1.0, 18.4)
"""foremost place, by the big toe"""
HEEL = (0.0, 2.2, -5.0)


def foot(skeleton: Skeleton, name: str) -> list[Shape]:
    """The foot of one side, cut flat at its sole."""
    m, frame = skeleton.measures, skeleton.feet[name]
    f, h = m.foot, m.ankle_y
    axes = frame.axes

    def at(x: float, y: float, z: float) -> np.ndarray:
        return frame.at(x * f, y * f, z * f)

    def ball(x: float, y: float, z: float, radii: tuple[float, float, float], k: float) -> Ball:
        return Ball(at(x, y, z), np.array(radii) * f, k, axes)

    shapes: list[Shape] = [
        ball(0.0, 2.9, -2.0, (2.9, 3.4, 3.3), 2.0),
        Cone(frame.at(-0.1, h - 0.6, 0.3), at(-0.6, 3.7, 6.0), 2.9 * f, 2.5 * f, 2.5),
        Cone(at(-0.6, 3.7, 6.0), at(-1.2, 2.3, 12.0), 2.4 * f, 1.5 * f, 2.5),
        Cone(at(1.2, 2.6, 3.5), at(2.3, 1.6, 10.5), 2.4 * f, 1.5 * f, 2.5),
        ball(-2.3, 1.7, 11.8, (1.9, 1.8, 2.4), 1.8),
        ball(0.3, 1.7, 11.6, (3.7, 1.6, 2.6), 1.8),
    ]
    for x, z, tip_x, tip_z, r, tip_r in TOES:
        middle = at((x + tip_x) / 2, r * 1.1, z + 0.55 * (tip_z - z))
        toe: list[Shape] = [
            Cone(at(x, r * 1.05 + 0.25, z), middle, r * 0.95 * f, r * 0.84 * f, 0.4),
            Cone(middle, at(tip_x, tip_r * 0.95, tip_z - tip_r), r * 0.86 * f, tip_r * f, 0.4),
        ]
        nail = at(tip_x, tip_r * 1.75, tip_z - tip_r * 0.6)
        toe.append(Bump(nail, nail, 0.45 * f, -0.05))
        shapes.append(Joined(toe, at(x, r, z), near=1.2, far=0.12, within=2.2 * f))
    for x in (-1.3, 0.2, 1.6):
        shapes.append(Bump(at(x * 0.3 - 0.6, 5.3, 6.5), at(x * 1.2 - 0.4, 3.2, 11.5), 0.5, 0.07))
    shapes.append(Cut(at(0, 0, 6), -axes[1], 0.6, 16 * f))
    return shapes


def landmarks(skeleton: Skeleton, name: str) -> dict[str, np.ndarray]:
    """The tip of the big toe and the heel, in the world."""
    frame, f = skeleton.feet[name], skeleton.measures.foot
    return {
        f"toe_{name}": frame.at(*(np.array(TOE_TIP) * f)),
        f"heel_{name}": frame.at(*(np.array(HEEL) * f)),
    }
