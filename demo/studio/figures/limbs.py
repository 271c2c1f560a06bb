"""Flesh of arms and legs round their bones, with the bulges of muscles at their own heights."""

from __future__ import annotations

import numpy as np

from demo.studio.figures.fields import Ball, Bump, Shape, Sweep, unit
from demo.studio.figures.measures import sections
from demo.studio.figures.skeleton import SIDES, Skeleton

# at, outer, inner, front, back: half-widths in cm
UPPER_ARM = (
    (0.0, 3.9, 3.6, 4.2, 4.2), (0.12, 4.4, 4.2, 4.7, 4.6), (0.30, 4.1, 4.3, 4.7, 4.6),
    (0.55, 3.75, 4.0, 4.5, 4.2), (0.80, 3.45, 3.5, 3.8, 3.7), (1.0, 3.4, 3.2, 3.2, 3.4),
)  # fmt: skip
FOREARM = (
    (0.0, 3.3, 3.15, 3.2, 3.3), (0.07, 3.65, 3.3, 3.4, 3.5), (0.20, 4.05, 3.5, 3.7, 3.6),
    (0.38, 3.75, 3.35, 3.4, 3.3), (0.62, 2.95, 2.85, 2.7, 2.6), (0.85, 2.45, 2.45, 2.1, 2.05),
    (1.0, 2.4, 2.4, 1.85, 1.85),
)  # fmt: skip
THIGH = (
    (0.0, 7.2, 7.6, 7.6, 8.6), (0.10, 8.2, 8.2, 8.6, 9.2), (0.20, 8.4, 8.1, 8.9, 9.2),
    (0.40, 7.45, 7.3, 8.3, 8.2), (0.62, 6.3, 6.15, 7.2, 7.0), (0.80, 5.55, 5.75, 6.3, 6.0),
    (0.92, 5.25, 5.5, 5.8, 5.6), (1.0, 5.05, 5.2, 5.5, 5.3),
)  # fmt: skip
CALF = (
    (0.0, 4.95, 5.05, 5.2, 5.2), (0.10, 4.95, 4.85, 4.9, 5.6),
    (0.22, 5.65, 5.15, 4.5, 6.4), (0.34, 5.4, 5.65, 4.3, 6.3), (0.50, 4.35, 4.6, 4.0, 5.2),
    (0.68, 3.35, 3.4, 3.7, 4.0), (0.84, 2.75, 2.75, 3.3, 3.3), (0.95, 2.75, 2.8, 3.2, 3.6),
    (1.05, 3.1, 3.2, 3.2, 4.0),
)  # fmt: skip
MAN_ARM, MAN_LEG = 1.14, 1.03


def upper_arm(skeleton: Skeleton, name: str) -> list[Shape]:
    """From the deltoid to the elbow."""
    m, side = skeleton.measures, SIDES[name]
    shoulder, elbow = skeleton.joints[f"shoulder_{name}"], skeleton.joints[f"elbow_{name}"]
    factor = m.arms * (MAN_ARM if m.gender == "men" else 0.93)
    bone = Sweep(
        shoulder, elbow, (side, 0, 0), sections(UPPER_ARM, factor, (0, 0.12)), 0.9, blunt=1.0
    )
    out, down = bone.outer, bone.axis
    axes = np.stack([out, -down, bone.front])
    cap = shoulder + out * 0.6 * factor + down * 4.2
    size = np.array([4.4, 7.6, 5.0]) * factor**0.7 * (1.04 if m.gender == "men" else 0.92)
    shapes: list[Shape] = [bone, Ball(cap, size, 3.0, axes)]
    if m.gender == "men":
        belly = shoulder + (elbow - shoulder) * 0.55 + bone.front * 1.2
        shapes.append(Ball(belly, np.array([3.6, 8.5, 3.6]) * factor, 3, axes))
    pit = shoulder + down * 9.5 + out * 2.6 * factor + bone.front * 3.0
    shapes.append(Bump(pit, pit + down * 2.5, 1.7, -0.20 * m.muscle * factor))
    return shapes


def forearm(skeleton: Skeleton, name: str) -> list[Shape]:
    m, side = skeleton.measures, SIDES[name]
    elbow, wrist = skeleton.joints[f"elbow_{name}"], skeleton.joints[f"wrist_{name}"]
    factor = m.arms * (1.12 if m.gender == "men" else 0.93)
    # The wide side follows the hand: turned half-way between the elbow's plane and the palm's.
    wide = unit(skeleton.hands[name].axes[0] * 0.5 * side + np.array([side, 0.3, 0.25]))
    bone = Sweep(elbow, wrist, wide, sections(FOREARM, factor, (0.85, 1)), 0.7, blunt=1.0)
    return [bone]


def thigh(skeleton: Skeleton, name: str) -> list[Shape]:
    m, side = skeleton.measures, SIDES[name]
    hip, knee = skeleton.joints[f"hip_{name}"], skeleton.joints[f"knee_{name}"]
    factor = m.legs * (MAN_LEG if m.gender == "men" else 0.99)
    bone = Sweep(hip, knee, (side, 0, 0), sections(THIGH, factor), 0.9, blunt=1.0)
    out, front, run = bone.outer, bone.front, knee - hip
    inner = knee - run * 0.13 - out * 2.9 * factor + front * 4.6 * factor
    outer = knee - run * 0.20 + out * 3.2 * factor + front * 4.4 * factor
    k = m.muscle
    return [
        bone,
        Bump(inner - run * 0.10, inner, 1.9, 0.45 * k),
        Bump(outer - run * 0.22, outer, 2.0, 0.30 * k),
        Bump(hip + run * 0.25 - out * 4.2 + front * 8, knee - run * 0.25 - out * 4.4 + front * 6,
             1.6, -0.18 * k),
    ]  # fmt: skip


def calf(skeleton: Skeleton, name: str) -> list[Shape]:
    """From the knee cap to the ankle's two bones."""
    m, side = skeleton.measures, SIDES[name]
    knee, ankle = skeleton.joints[f"knee_{name}"], skeleton.joints[f"ankle_{name}"]
    factor = m.legs * (1.04 if m.gender == "men" else 0.98)
    bone = Sweep(knee, ankle, (side, 0, 0), sections(CALF, factor, (0.8, 2)), 2.0, blunt=1.0)
    out, front, run = bone.outer, bone.front, ankle - knee
    cap = knee + front * 4.9 * factor - run * 0.015
    size = 0.6 + 0.4 * m.muscle
    shin = knee + run * 0.16 + front * 4.4 * factor - out * 0.8
    end = ankle - run * 0.12 + front * 3.0 * factor - out * 0.5
    foot = skeleton.feet[name]
    h = m.ankle_y
    inside, outside = foot.at(-2.7, h + 0.6, 0.3), foot.at(2.6, h - 0.6, -0.5)
    return [
        bone,
        Bump(cap - run * 0.025, cap + run * 0.03, 2.3, 0.50 * size),
        Bump(cap + run * 0.105, cap + run * 0.125, 1.3, 0.28 * size),
        Bump(cap + out * 3.2 - run * 0.01, cap + out * 3.0 + run * 0.06, 1.3, -0.28 * size),
        Bump(cap - out * 3.2 - run * 0.01, cap - out * 3.0 + run * 0.06, 1.3, -0.28 * size),
        Bump(shin, end, 1.0, 0.22 * m.muscle),
        Bump(shin + out * 1.9, end + out * 1.4, 1.0, -0.14 * m.muscle),
        Ball(inside, (0.9, 1.2, 1.2), 2.0),
        Ball(outside, (0.9, 1.2, 1.2), 2.0),
    ]
