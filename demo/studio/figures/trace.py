"""Looks at a solid: which place of it every sample of the picture sees. Knows no colour and no light.

The camera is far away and looks slightly down, so that feet are seen from above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from demo.fitting.figures import PARTS, SIZE
from demo.studio.figures.fields import F32, Array, Keep, Shape, prune, union

PITCH = 6.5
"""degrees the camera looks down"""
GROUND_ROW = 1232.0
"""picture row of the ground below the pelvis"""
TILE = 48
"""samples a side that are traced together"""
COARSE = 0.5
"""samples a pixel of the first look"""
FRONT, BACK = 42.0, -36.0
"""depths between which everything lies (cm)"""
STEPS = 110
"""of a ray at most; what is so near then that it goes on and on has been found"""
DOWN = np.deg2rad(PITCH)
LOOK = np.array([[1, 0, 0], [0, np.cos(DOWN), -np.sin(DOWN)], [0, np.sin(DOWN), np.cos(DOWN)]], F32)
"""rows: right, up, towards the camera"""


@dataclass(frozen=True)
class Camera:
    """How centimetres become pixels."""

    scale: float
    """pixels a centimetre"""
    centre: float
    """world x in the middle of the picture"""

    def pixel(self, p: np.ndarray) -> np.ndarray:
        """Pixels [n, 2] of world positions [n, 3]."""
        seen = np.asarray(p, float) @ LOOK.T
        return np.stack(
            [
                SIZE[0] / 2 + (seen[:, 0] - self.centre) * self.scale,
                GROUND_ROW - seen[:, 1] * self.scale,
            ],
            1,
        )


@dataclass(frozen=True)
class View:
    """What every sample sees, all [h, w, ...]; undefined where `label` is 0."""

    scale: float
    """samples a centimetre"""
    label: np.ndarray
    """index of `PARTS`, uint8"""
    coverage: Array
    """0..1, soft at the outline"""
    place: Array
    """world position [h, w, 3]"""
    normal: Array
    """in the camera's axes: right, up, towards the camera [h, w, 3]"""
    depth: Array
    """distance towards the camera, cm"""
    open: Array
    """how much of the sky is unobstructed, 0..1"""


def trace(
    camera: Camera,
    skin: Sequence[Shape],
    hair: Sequence[Shape],
    parts: dict[str, Sequence[Shape]],
    oversample: float = 2,
) -> View:
    """Follow one ray a sample to the union of skin and hair."""
    scout = Scout.look(camera, skin, hair)
    scale = camera.scale * oversample
    width, height = round(SIZE[0] * oversample), round(SIZE[1] * oversample)
    label = np.zeros((height, width), np.uint8)
    coverage = np.zeros((height, width), F32)
    place, normal = np.zeros((height, width, 3), F32), np.zeros((height, width, 3), F32)
    free = np.ones((height, width), F32)
    even = np.zeros((height, width), bool)
    even[::2, ::2] = True
    for area, x, y in tiles(camera, oversample, TILE):
        front = scout.front(area, oversample)
        some = np.flatnonzero(front > -1e3)
        if not len(some):
            continue
        near = nearby(x, y)
        near_skin, near_hair = prune(skin, near), prune(hair, near)
        hit = follow(x[some], y[some], front[some], near_skin, near_hair, scale)
        shape = label[area].shape
        covered = np.zeros(len(x), F32)
        covered[some] = hit.coverage
        coverage[area] = covered.reshape(shape)
        if not hit.found.any():
            continue
        p = hit.place[hit.found]
        which = np.zeros(shape, bool)
        which.flat[some[hit.found]] = True
        way = facing(near_skin, near_hair, p)
        place[area][which] = p
        normal[area][which] = way @ LOOK.T
        some = even[area][which]  # slow to change: a look-up for every fourth sample will do
        if some.any():
            around = nearby(x, y, 3.2)
            sky = openness(prune(skin, around), prune(hair, around), p[some], way[some])
            free[area][which & even[area]] = sky
        pruned = {name: prune(shapes, near) for name, shapes in parts.items()}
        label[area][which] = belongs(pruned, near_hair, near_skin, p)
    known = ((label > 0) & even).astype(F32)
    weight = cv2.GaussianBlur(known, (0, 0), 1.0)
    free = cv2.GaussianBlur(free * known, (0, 0), 1.0) / (weight + F32(1e-4))
    free = np.where(weight > 1e-3, np.minimum(free, 1), 1).astype(F32)
    return View(scale, label, coverage, place, normal, place @ LOOK[2], free)


def tiles(camera: Camera, oversample: float, side: int) -> Iterator[tuple[tuple, Array, Array]]:
    """Squares of the picture: its slices, and right and up of its samples (cm, flat)."""
    width, height = round(SIZE[0] * oversample), round(SIZE[1] * oversample)
    scale = camera.scale * oversample
    for top in range(0, height, side):
        for left in range(0, width, side):
            area = np.s_[top : min(top + side, height), left : min(left + side, width)]
            rows, columns = np.mgrid[area]
            x = (columns.ravel() + 0.5 - width / 2) / scale + camera.centre
            y = (GROUND_ROW * oversample - rows.ravel() - 0.5) / scale
            yield area, x.astype(F32), y.astype(F32)


def nearby(x: Array, y: Array, room: float = 0.2) -> Keep:
    """Tells whether a ball is seen within `room` cm of these samples."""
    at = np.array([(x.min() + x.max()) / 2, (y.min() + y.max()) / 2])
    reach = float(np.hypot(x.max() - x.min(), y.max() - y.min())) / 2 + room

    def keep(centre: np.ndarray, radius: float) -> bool:
        seen = LOOK[:2] @ np.asarray(centre, F32)
        return float(np.hypot(*(seen - at))) < radius + reach

    return keep


@dataclass(frozen=True)
class Scout:
    """A coarse first look, so that the rays of the picture start just before what they will see."""

    depth: Array
    """nearest depth round about, with some room; far behind where nothing is near [h, w]"""

    @staticmethod
    def look(camera: Camera, skin: Sequence[Shape], hair: Sequence[Shape]) -> Scout:
        width, height = round(SIZE[0] * COARSE), round(SIZE[1] * COARSE)
        scale = camera.scale * COARSE
        depth = np.full((height, width), -1e4, F32)
        for area, x, y in tiles(camera, COARSE, 20):
            near = nearby(x, y)
            near_skin, near_hair = prune(skin, near), prune(hair, near)
            if not near_skin and not near_hair:
                continue
            front = np.full(len(x), FRONT, F32)
            hit = follow(x, y, front, near_skin, near_hair, scale, grazing=0.75)
            ahead = np.where(hit.found, hit.place @ LOOK[2] + 0.35, -1e4)
            depth[area] = ahead.reshape(depth[area].shape)
        return Scout(cv2.dilate(depth, np.ones((3, 3), np.uint8)))

    def front(self, area: tuple, oversample: float) -> Array:
        """Where the rays of this part of the picture start."""
        rows, columns = np.mgrid[area]
        at = ((rows + 0.5) / oversample * COARSE).astype(int)
        across = ((columns + 0.5) / oversample * COARSE).astype(int)
        return self.depth[at, across].ravel()


@dataclass(frozen=True)
class Hit:
    """Where rays of a tile end."""

    found: np.ndarray
    place: Array
    coverage: Array


def both(skin: Sequence[Shape], hair: Sequence[Shape], p: Array) -> Array:
    distance = union(skin, p) if skin else np.full(len(p), 1e3, F32)
    return np.minimum(distance, union(hair, p)) if hair else distance


def follow(
    x: Array,
    y: Array,
    front: Array,
    skin: Sequence[Shape],
    hair: Sequence[Shape],
    scale: float,
    grazing: float = 0.0,
) -> Hit:
    """March from depths `front`; a ray that only passes near the solid covers part of its sample.

    grazing: passing nearer than this (in samples) counts as found.
    """
    place = x[:, None] * LOOK[0] + y[:, None] * LOOK[1] + front[:, None] * LOOK[2]
    nearest = np.full(len(x), 9.0, F32)
    found = np.zeros(len(x), bool)
    left = front - F32(BACK)
    alive = np.arange(len(x))
    close = F32(max(0.12, grazing) / scale)
    for _ in range(STEPS):
        d = both(skin, hair, place[alive])
        nearest[alive] = np.minimum(nearest[alive], d)
        hit = d < close
        found[alive[hit]] = True
        step = np.maximum(d * F32(0.9), close)
        left[alive] -= step
        place[alive] -= np.where(hit, 0, step)[:, None] * LOOK[2]
        alive = alive[~hit & (left[alive] > 0)]
        if not len(alive):
            break
    found[alive[nearest[alive] < 0.5 / scale]] = True
    coverage = np.where(found, 1, np.clip(0.5 - nearest * scale, 0, 1)).astype(F32)
    return Hit(found, place, coverage)


def facing(skin: Sequence[Shape], hair: Sequence[Shape], p: Array) -> Array:
    """Unit normals [n, 3] in the world by four look-ups on a tetrahedron."""
    total = np.zeros_like(p)
    for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        way = np.array(corner, F32)
        total += way * both(skin, hair, p + way * F32(0.04))[:, None]
    return total / (np.linalg.norm(total, axis=1, keepdims=True) + F32(1e-9))


def openness(skin: Sequence[Shape], hair: Sequence[Shape], p: Array, way: Array) -> Array:
    """How little stands in front of each place [n], by look-ups along its normal."""
    blocked = np.zeros(len(p), F32)
    for step, weight in ((0.5, 0.30), (1.4, 0.24), (3.2, 0.13)):
        blocked += weight * np.maximum(1 - both(skin, hair, p + way * F32(step)) / step, 0)
    return np.exp(-1.9 * blocked).astype(F32)


def belongs(
    parts: dict[str, list[Shape]], hair: Sequence[Shape], skin: Sequence[Shape], p: Array
) -> np.ndarray:
    """The part [n] each place belongs to: hair where hair is outermost, else the nearest."""
    best = np.full(len(p), 1e6, F32)
    label = np.zeros(len(p), np.uint8)
    for name, shapes in parts.items():
        if not shapes or name == "hair":
            continue
        distance = union(shapes, p)
        closer = distance < best
        best[closer] = distance[closer]
        label[closer] = PARTS.index(name)
    if hair:
        over = union(hair, p) < (union(skin, p) if skin else 1e3)
        label[over] = PARTS.index("hair")
    return label
