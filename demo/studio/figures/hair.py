"""Hair as solids round the skull, in several cuts, with hairline and run of strands. Knows no light.

In the head's own space (see `head`); nothing falls over the front of the shoulders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import (
    smoothstep,
)
from demo.studio.figures.fields import (
    F32,
    Array,
    Ball,
    Cone,
    Cut,
    Hollow,
    Placed,
    Shape,
    melt,
    union,
)
from demo.studio.figures.head import skull
from demo.studio.figures.skeleton import Skeleton
from demo.studio.noise import noise

Bone = Sequence[Shape]
"""the solids of the bare skull"""
ROW = 256
"""places a row of a look-up in noise"""


@dataclass(frozen=True)
class HairStyle:
    """How hair is worn, and its colour."""

    cut: str
    colour: str
    swept: bool = False
    """strands run back from the forehead; else down from the crown"""
    curl: float = 0.0
    """0 straight, 1 tight curls"""


class Locks:
    """Solids whose surface is parted into locks or curls."""

    def __init__(self, shapes: Sequence[Shape], depth: float, style: HairStyle) -> None:
        self.shapes, self.depth, self.style, self.blend = tuple(shapes), depth, style, 0.5
        self.centre = np.mean([s.centre for s in shapes if not isinstance(s, Hollow | Cut)], 0)
        self.reach = depth + max(
            float(np.linalg.norm(s.centre - self.centre)) + s.reach
            for s in shapes
            if not isinstance(s, Hollow | Cut)
        )

    def apply(self, distance: Array, p: Array) -> Array:
        own = union(self.shapes, p) - F32(self.depth) * locks(p, self.style)
        return melt(distance, own, self.blend)


def run(q: Array, style: HairStyle) -> tuple[Array, Array]:
    """Position across the strands and along them [n], cm, for places [n, 3] on the head."""
    x, y, z = q[..., 0], q[..., 1], q[..., 2]
    if style.swept:
        return np.arctan2(x, y + 3.0) * 9, z
    return np.arctan2(x - 0.8, z + 6.5) * 11 + 0.15 * np.sin(y * 0.5), y


def grain(seed: int, sigma: tuple[float, float], u: Array, v: Array, scale: float) -> Array:
    """Smooth noise [n] at places (u, v), any number of them, `scale` tile pixels a cm."""
    full = -(-len(u) // ROW) * ROW
    across, along = (np.resize(part, full).reshape(-1, ROW) for part in (u, v))
    return noise(seed, sigma, across, along, scale).ravel()[: len(u)]


def locks(q: Array, style: HairStyle) -> Array:
    """Relief of locks (about -1..1) at places [n, 3]."""
    if style.curl > 0.5:
        x, y, z = q[:, 0], q[:, 1], q[:, 2]
        broad = grain(61, (9, 9), x + 0.7 * z, y + 0.3 * z, 14)
        return 0.6 * broad + 0.4 * grain(62, (9, 9), z - 0.5 * x, y, 14)
    across, along = run(q, style)
    across = across + style.curl * 2.2 * np.sin(along * 0.9 + across * 0.25)
    return 0.6 * grain(63, (8, 40), across, along, 12) + 0.25 * grain(
        64, (4, 30), across, along, 12
    )


def hairline(q: Array) -> Array:
    """How far a place on the skull lies within the hair (cm, negative on the face and the neck)."""
    x, y, z = q[..., 0], q[..., 1], q[..., 2]
    face = np.sqrt((x / 6.7) ** 2 + ((y + 2.6) / 9.5) ** 2 + ((z - 9.0) / 8.4) ** 2) - 1
    lowest = 0.2 + 0.55 * np.maximum(z, 0) - 5.7 * smoothstep(0.0, 3.2, -z)
    return np.minimum(face * 7, (y - lowest) * 0.8)


class Scalp:
    """Hair that follows the skull: nothing at the hairline, `thick` farther in, more on the top."""

    def __init__(self, thick: float, top: float, bone: Bone) -> None:
        self.thick, self.top, self.bone, self.blend = thick, top, tuple(bone), 0.0
        self.centre, self.reach = np.array([0, 2, -1], F32), 13.0 + thick + top

    def apply(self, distance: Array, p: Array) -> Array:
        inside = hairline(p)
        grown = F32(self.thick) + F32(self.top) * smoothstep(3.5, 9.5, p[:, 1])
        height = F32(-0.25) + (grown + F32(0.25)) * smoothstep(-0.25, 0.5 + 1.4 * grown, inside)
        height = height - 3 * smoothstep(0.2, 2.0, -inside)  # below the planes of the face
        return melt(distance, union(self.bone, p) - height.astype(F32), self.blend)


def shell(thick: float, top: float = 0.0, blend: float = 0.0) -> Ball:
    """A ball about the skull, grown by `thick` all round and by `top` more upwards."""
    grown = (7.15 + thick, 8.35 + thick + top, 9.3 + thick)
    return Ball((0, 3.5, -1.5), grown, blend)


def hair(skeleton: Skeleton, style: HairStyle) -> list[Shape]:
    """The solids of a cut, in the world."""
    shapes = CUTS[style.cut](style, skull(skeleton.measures))
    return [
        Placed(shapes, skeleton.head.into, skeleton.head.outof, blend=0, scale=skeleton.head.scale)
    ]


def cropped(style: HairStyle, bone: Bone) -> list[Shape]:
    return [Locks([Scalp(0.35, 0.25, bone)], 0.07, style)]


def short(style: HairStyle, bone: Bone) -> list[Shape]:
    top = Ball((0.4, 8.8, 0.8), (5.9, 4.0, 6.4), 2.5)
    quiff = Ball((1.0, 9.6, 4.6), (4.6, 2.7, 3.0), 2.2)
    return [Locks([Scalp(0.30, 0.5, bone), top, quiff], 0.20, style)]


def wavy(style: HairStyle, bone: Bone) -> list[Shape]:
    sides = [Ball((s * 6.0, 3.4, -2.2), (2.4, 5.4, 5.4), 2.5) for s in (1, -1)]
    top = Ball((-0.4, 8.8, 0.6), (6.9, 4.3, 7.2), 3.0)
    lock = Cone((-2.5, 10.8, 5.4), (4.6, 8.4, 6.0), 2.0, 1.2, 2.0)
    nape = Ball((0, -4.5, -7.4), (5.8, 5.0, 3.0), 3.0)
    return [Locks([Scalp(0.7, 0.5, bone), *sides, top, lock, nape], 0.38, style)]


def curly(style: HairStyle, bone: Bone) -> list[Shape]:
    top = Ball((0, 9.2, 0.4), (6.6, 4.5, 7.0), 2.5)
    return [Locks([Scalp(0.5, 0.8, bone), top], 0.32, style)]


def afro(style: HairStyle, bone: Bone) -> list[Shape]:
    cloud = Ball((0, 6.6, -2.2), (11.2, 9.9, 10.8), 0)
    face = Hollow((0, -3.8, 10.4), (6.6, 10.4, 10.4), 1.4)
    return [Locks([cloud, face], 0.42, style), Scalp(0.7, 0.3, bone)]


def bob(style: HairStyle, bone: Bone) -> list[Shape]:
    body = Ball((0, 1.6, -1.8), (8.7, 11.0, 9.6), 2)
    sides = [Cone((s * 6.6, 2.0, -0.6), (s * 6.3, -6.6, 0.6), 2.1, 1.8, 2.2) for s in (1, -1)]
    face = Hollow((0.7, -4.6, 8.8), (6.1, 11.9, 9.4), 0.9)
    edge = Cut((0, -8.2, 0), (0, -1, -0.12), 0.8, 30)
    return [Locks([shell(0.8, 0.2), body, *sides, face, edge], 0.24, style)]


def long(style: HairStyle, bone: Bone) -> list[Shape]:
    sides = [Cone((s * 6.5, 2.0, -2.2), (s * 6.2, -10.0, -5.4), 2.1, 2.5, 2.5) for s in (1, -1)]
    fall = [
        Cone((x, -4.0, -6.5), (x * 1.2, -30.0, -11.0), 3.2, 2.4, 2.5)
        for x in (-5.0, -1.8, 1.8, 5.0)
    ]
    body = Ball((0, 2.2, -2.2), (8.5, 10.4, 9.6), 2)
    face = Hollow((-0.4, -5.2, 9.4), (6.8, 12.4, 9.8), 0.9)
    return [Locks([shell(0.7, 0.2), body, *sides, *fall, face], 0.26, style)]


def bun(style: HairStyle, bone: Bone) -> list[Shape]:
    knot = Ball((0, 12.9, -4.6), (3.9, 3.3, 3.9), 0.7)
    return [Locks([Scalp(0.45, 0.2, bone), knot], 0.09, style)]


def ponytail(style: HairStyle, bone: Bone) -> list[Shape]:
    tail = [
        Cone((0, 8.0, -10.5), (3.5, 5.0, -13.5), 1.8, 2.6, 1.5),
        Cone((3.5, 5.0, -13.5), (7.4, -8.0, -12.0), 2.6, 2.9, 1.5),
        Cone((7.4, -8.0, -12.0), (8.0, -21.0, -11.0), 2.9, 0.9, 1.5),
    ]
    return [Locks([Scalp(0.45, 0.2, bone), *tail], 0.10, style)]


def shaved(style: HairStyle, bone: Bone) -> list[Shape]:
    return [Scalp(0.03, 0.0, bone)]


CUTS = {
    f.__name__: f for f in (cropped, short, wavy, curly, afro, bob, long, bun, ponytail, shaved)
}
"""name of a cut -> its solids in the head's space"""
