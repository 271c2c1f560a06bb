"""Solid shapes as distance fields that melt into each other. Knows no anatomy, pose or light.

Positions are float32 [n, 3] in centimetres: x to the viewer's right, y up, z towards the viewer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

Array = NDArray[np.float32]
Vector = Sequence[float] | np.ndarray
F32 = np.float32
SAMPLES = 400
"""rows of a sweep's table"""


class Shape(Protocol):
    """A solid. `centre` and `reach` are a ball around it; `blend` is how widely it melts (cm)."""

    centre: np.ndarray
    reach: float
    blend: float

    def apply(self, distance: Array, p: Array) -> Array:
        """The distance field of what was there before, with this shape added to it."""
        ...


def melt(a: Array, b: Array, width: float | Array) -> Array:
    """The union of two fields, rounded where they are nearer than `width` to each other (C2)."""
    h = np.maximum(width - np.abs(a - b), 0) / np.maximum(width, F32(1e-4))
    return np.minimum(a, b) - h * h * h * width * F32(1 / 6)


def vector(v: Vector) -> Array:
    return np.asarray(v, F32)


def unit(v: Vector) -> Array:
    v = np.asarray(v, float)
    return (v / (np.linalg.norm(v) + 1e-9)).astype(F32)


def along(p: Array, a: Array, b: Array) -> tuple[Array, Array]:
    """Nearest place on the segment as a share 0..1 [n], and the squared distance to it [n]."""
    run = b - a
    q = p - a
    t = np.clip(q @ run / max(float(run @ run), 1e-9), 0, 1)
    off = q - t[:, None] * run
    return t, np.einsum("ij,ij->i", off, off)


class Cone:
    """A rounded cone from a to b; radii at both ends."""

    def __init__(self, a: Vector, b: Vector, ra: float, rb: float, blend: float) -> None:
        self.a, self.b, self.blend = vector(a), vector(b), blend
        self.ra, self.rb = float(ra), float(rb)
        self.centre = (self.a + self.b) / 2
        self.reach = float(np.linalg.norm(self.b - self.a)) / 2 + max(ra, rb)

    def apply(self, distance: Array, p: Array) -> Array:
        t, square = along(p, self.a, self.b)
        own = np.sqrt(square) - (self.ra + (self.rb - self.ra) * t)
        return melt(distance, own, self.blend)


class Ball:
    """An ellipsoid; `axes` [3, 3] holds its directions as rows."""

    def __init__(
        self, centre: Vector, radii: Vector, blend: float, axes: np.ndarray | None = None
    ) -> None:
        self.centre, self.radii, self.blend = vector(centre), vector(radii), blend
        self.axes = np.eye(3, dtype=F32) if axes is None else axes.astype(F32)
        self.reach = float(max(radii))

    def distance(self, p: Array) -> Array:
        q = (p - self.centre) @ self.axes.T / self.radii
        near = np.sqrt(np.einsum("ij,ij->i", q, q)) + F32(1e-6)
        q /= self.radii
        return near * (near - 1) / (np.sqrt(np.einsum("ij,ij->i", q, q)) + F32(1e-6))

    def apply(self, distance: Array, p: Array) -> Array:
        return melt(distance, self.distance(p), self.blend)


class Hollow(Ball):
    """An ellipsoid that is taken away."""

    def apply(self, distance: Array, p: Array) -> Array:
        return -melt(-distance, self.distance(p), self.blend)


class Cut:
    """Takes away all that lies on the far side of a plane; `normal` points to that side."""

    def __init__(self, at: Vector, normal: Vector, blend: float, reach: float) -> None:
        self.centre, self.normal, self.blend, self.reach = vector(at), unit(normal), blend, reach

    def apply(self, distance: Array, p: Array) -> Array:
        return -melt(-distance, -((p - self.centre) @ self.normal), self.blend)


class Bump:
    """Raises (or, below zero, lowers) the surface softly along a segment: tendons, ridges, hollows."""

    def __init__(self, a: Vector, b: Vector, sigma: float, height: float) -> None:
        self.a, self.b, self.sigma, self.height = vector(a), vector(b), sigma, height
        self.centre = (self.a + self.b) / 2
        self.reach = float(np.linalg.norm(self.b - self.a)) / 2 + 2.2 * sigma
        self.blend = 0.0

    def apply(self, distance: Array, p: Array) -> Array:
        _, square = along(p, self.a, self.b)
        return distance - F32(self.height) * np.exp(square * F32(-1 / self.sigma**2))


@dataclass(frozen=True)
class Section:
    """One cross-section of a sweep; half-widths to the four sides, and where its middle lies."""

    at: float
    """0 at the start of the axis, 1 at its end"""
    outer: float
    inner: float
    front: float
    back: float
    shift: float = 0.0
    """of the middle, towards outer"""
    forward: float = 0.0
    """of the middle, towards front"""


class Sweep:
    """A limb: cross-sections of four quarter-ellipses along an axis from a to b."""

    def __init__(
        self,
        a: Vector,
        b: Vector,
        outer: Vector,
        sections: Sequence[Section],
        blend: float,
        power: float = 2.0,
        blunt: float = 2.0,
    ) -> None:
        """outer: the direction of the outer side, made square to the axis. power: 2 is elliptic.

        blunt: its ends are rounded, 1 as half balls, more is flatter.
        """
        self.blunt = blunt
        self.a, self.b, self.blend, self.power = vector(a), vector(b), blend, power
        run = np.asarray(self.b - self.a, float)
        self.length = float(np.linalg.norm(run))
        self.axis = unit(run)
        self.outer = unit(np.asarray(outer, float) - self.axis * float(self.axis @ vector(outer)))
        front = np.cross(self.axis, self.outer)
        self.front = unit(front if front[2] > 0 else -front)
        places = [s.at for s in sections]
        self.start, self.end = places[0], places[-1]
        values = [[s.outer, s.inner, s.front, s.back, s.shift, s.forward] for s in sections]
        # Both ends go on straight for a while, so that no crease shows where the round caps begin.
        places = [self.start - 0.1, *places, self.end + 0.1]
        values = [values[0], *values, values[-1]]
        self.table = PchipInterpolator(places, values)(
            np.linspace(self.start, self.end, SAMPLES)
        ).astype(F32)
        middle = (self.start + self.end) / 2
        self.centre = self.a + (self.b - self.a) * F32(middle)
        widest = float(self.table[:, :4].max() + np.abs(self.table[:, 4:]).max())
        self.reach = self.length * (self.end - self.start) / 2 + widest * 1.5

    def place(self, p: Array) -> tuple[Array, Array, Array, Array]:
        """Share along the axis, offsets towards outer and front, and the table's row of each."""
        q = p - self.a
        t = (q @ self.axis) / F32(self.length)
        row = (np.clip(t, self.start, self.end) - self.start) * F32(
            (SAMPLES - 1) / (self.end - self.start)
        )
        low = np.minimum(row.astype(np.int32), SAMPLES - 2)
        part = (row - low.astype(F32))[:, None]
        section = self.table[low] * (1 - part) + self.table[low + 1] * part
        return t, q @ self.outer - section[:, 4], q @ self.front - section[:, 5], section

    def distance(self, p: Array) -> Array:
        t, u, w, section = self.place(p)
        wide = np.where(u > 0, section[:, 0], section[:, 1])
        deep = np.where(w > 0, section[:, 2], section[:, 3])
        x, y = np.abs(u) / wide, np.abs(w) / deep
        if self.power == 2.0:
            near = np.sqrt(x * x + y * y) + F32(1e-6)
        else:
            near = (x**self.power + y**self.power) ** F32(1 / self.power) + F32(1e-6)
        steep = np.sqrt((x / wide) ** 2 + (y / deep) ** 2) + F32(1e-6)
        own = near * (near - 1) / steep
        beyond = (t - np.clip(t, self.start, self.end)) * F32(self.length * self.blunt)
        radius = section[:, :4].mean(1)
        return np.where(beyond == 0, own, np.hypot(np.maximum(own + radius, 0), beyond) - radius)

    def apply(self, distance: Array, p: Array) -> Array:
        return melt(distance, self.distance(p), self.blend)


def union(shapes: Sequence[Shape], p: Array) -> Array:
    """Signed distance [n] to the shapes, added one after another."""
    distance = np.full(len(p), 1e3, F32)
    for shape in shapes:
        distance = shape.apply(distance, p)
    return distance


Keep = Callable[[np.ndarray, float], bool]
"""whether a ball (centre, reach) matters"""


class Joined:
    """A limb: shapes with a field of their own, melting widely into the rest only near `at`."""

    def __init__(
        self,
        shapes: Sequence[Shape],
        at: Vector,
        near: float,
        far: float,
        within: float,
    ) -> None:
        """near, far: width of melting at `at` and far from it; it falls off over `within` cm."""
        self.shapes, self.at = tuple(shapes), vector(at)
        self.near, self.far, self.within = near, far, within
        self.blend = near
        middle = np.mean([s.centre for s in shapes], 0)
        self.centre = middle
        self.reach = max(float(np.linalg.norm(s.centre - middle)) + s.reach for s in shapes)

    def apply(self, distance: Array, p: Array) -> Array:
        off = p - self.at
        fall = np.exp(np.einsum("ij,ij->i", off, off) * F32(-1 / self.within**2))
        width = F32(self.far) + F32(self.near - self.far) * fall
        return melt(distance, union(self.shapes, p), width)

    def pruned(self, keep: Keep) -> Joined | None:
        shapes = prune(self.shapes, keep)
        return Joined(shapes, self.at, self.near, self.far, self.within) if shapes else None


class Placed:
    """Shapes that live in a space of their own: a bent trunk, a turned head."""

    def __init__(
        self,
        shapes: Sequence[Shape],
        into: Callable[[Array], Array],
        outof: Callable[[np.ndarray], np.ndarray],
        blend: float,
        slack: float = 0.0,
        scale: float = 1.0,
    ) -> None:
        """into, outof: world to own space and back. slack: how far the space is stretched (cm).

        scale: world cm of one of its own.
        """
        self.scale = scale
        self.shapes, self.into, self.outof = tuple(shapes), into, outof
        self.blend, self.slack = blend, slack
        where = [outof(s.centre[None])[0] for s in shapes]
        self.centre = np.mean(where, 0)
        self.reach = slack + max(
            float(np.linalg.norm(w - self.centre)) + s.reach * scale
            for w, s in zip(where, shapes, strict=True)
        )

    def apply(self, distance: Array, p: Array) -> Array:
        return melt(distance, union(self.shapes, self.into(p)) * F32(self.scale), self.blend)

    def pruned(self, keep: Keep) -> Placed | None:
        shapes = prune(
            self.shapes, lambda c, r: keep(self.outof(c[None])[0], r * self.scale + self.slack)
        )
        if not shapes:
            return None
        return Placed(shapes, self.into, self.outof, self.blend, self.slack, self.scale)


def prune(shapes: Sequence[Shape], keep: Keep) -> list[Shape]:
    """The shapes that matter in a region; what melts reaches a little farther than itself."""
    left = []
    for shape in shapes:
        if not keep(shape.centre, shape.reach + shape.blend):
            continue
        part = shape.pruned(keep) if isinstance(shape, Joined | Placed) else shape
        if part is not None:
            left.append(part)
    return left
