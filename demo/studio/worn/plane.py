"""Maps of the plane: thin-plate splines, bent tubes, and a lattice that makes them fast. Knows no body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from scipy.spatial import cKDTree

from demo.studio.canvas import F32, Array, H, W

Map = Callable[[np.ndarray], np.ndarray]
"""positions [n, 2] to positions [n, 2]"""
MARGIN, STEP = 160, 4
"""world units: how far the lattice reaches beyond the canvas, and between its knots"""


def thin_plate(source: Sequence, target: Sequence, stiffness: float = 0.0) -> Map:
    """The smoothest map that takes each source point to its target (Bookstein 1989).

    stiffness: how far it may miss them for the sake of smoothness, 0 for not at all.
    """
    a, b = np.asarray(source, float), np.asarray(target, float)
    n, unit = len(a), 100.0
    a = a / unit
    kernel = _bend(((a[:, None] - a[None]) ** 2).sum(-1)) + stiffness * np.eye(n)
    affine = np.concatenate([np.ones((n, 1)), a], 1)
    system = np.block([[kernel, affine], [affine.T, np.zeros((3, 3))]])
    weights = np.linalg.solve(system, np.concatenate([b, np.zeros((3, 2))]))

    def at(points: np.ndarray) -> np.ndarray:
        p = np.asarray(points, float) / unit
        bent = _bend(((p[:, None] - a[None]) ** 2).sum(-1)) @ weights[:n]
        return bent + weights[n] + p @ weights[n + 1 :]

    return at


def _bend(squared: np.ndarray) -> np.ndarray:
    return squared * np.log(np.maximum(squared, 1e-12))


@dataclass(frozen=True)
class Tube:
    """A limb, flat and worn: centre lines of equally many points, and how much wider the worn one is."""

    flat: np.ndarray
    """[n, 2]"""
    worn: np.ndarray
    """[n, 2]"""
    wider: np.ndarray
    """[n]"""
    reach: np.ndarray
    """[n], how far from the worn centre line its cloth can be"""

    def near(self, points: np.ndarray) -> np.ndarray:
        """1 where the limb's cloth can be, 0 elsewhere, [n]."""
        away, i = cKDTree(self.worn).query(points)
        return np.clip((self.reach[i] - away) / 6 + 0.5, 0, 1)

    def back(self, points: np.ndarray) -> np.ndarray:
        """Worn positions [n, 2] to flat ones: as far along the limb, and as far to the side."""
        worn, flat = (_lengthened(line) for line in (self.worn, self.flat))
        wider = np.r_[self.wider[0], self.wider, self.wider[-1]]
        i = cKDTree(worn).query(points)[1]
        ahead, flat_ahead = (np.gradient(line, axis=0) for line in (worn, flat))
        step = np.linalg.norm(ahead, axis=1, keepdims=True)
        ahead /= step
        arm = points - worn[i]
        along = (arm * ahead[i]).sum(1) / step[i, 0]
        side = arm[:, 1] * ahead[i, 0] - arm[:, 0] * ahead[i, 1]
        flat_unit = flat_ahead / np.linalg.norm(flat_ahead, axis=1, keepdims=True)
        normal = np.stack([-flat_unit[:, 1], flat_unit[:, 0]], 1)
        return flat[i] + along[:, None] * flat_ahead[i] + (side / wider[i])[:, None] * normal[i]


def _lengthened(line: np.ndarray) -> np.ndarray:
    """The line with one step more at both ends, so that it goes on straight beyond them."""
    return np.concatenate([2 * line[:1] - line[1:2], line, 2 * line[-1:] - line[-2:-1]])


def bent_line(points: Sequence, each: int = 60, soft: int = 12) -> np.ndarray:
    """`each` points a stretch of a polyline whose corners are rounded over `soft` points, [n, 2]."""
    points = np.asarray(points, float)
    t = np.linspace(0, 1, each, endpoint=False)[:, None]
    line = np.concatenate([*(a + (b - a) * t for a, b in pairwise(points)), points[-1:]])
    ends = [2 * line[:1] - line[soft:0:-1], line, 2 * line[-1:] - line[-2 : -soft - 2 : -1]]
    kernel = np.hanning(2 * soft + 3)[1:-1]
    long = np.concatenate(ends)
    return np.stack([np.convolve(long[:, k], kernel / kernel.sum(), "valid") for k in (0, 1)], 1)


def passing(first: Map, then: Map, share: Callable[[np.ndarray], np.ndarray]) -> Map:
    """One map that becomes another where `share` of the positions goes from 0 to 1."""

    def at(points: np.ndarray) -> np.ndarray:
        weight = share(points)[:, None]
        return first(points) * (1 - weight) + then(points) * weight

    return at


class Lattice:
    """A map sampled on a grid over the canvas and its surroundings, and its inverse."""

    def __init__(self, back: Map, near: Map | None = None) -> None:
        """back: the map; near: 1 at positions where its cloth can be; everywhere when None."""
        xs = np.arange(-MARGIN, W + MARGIN + STEP, STEP, dtype=float)
        ys = np.arange(-MARGIN, H + MARGIN + STEP, STEP, dtype=float)
        grid = np.stack(np.meshgrid(xs, ys), -1)
        flat = back(grid.reshape(-1, 2)).reshape(grid.shape)
        self.x, self.y = flat[..., 0].astype(F32), flat[..., 1].astype(F32)
        self._near = None
        if near is not None:
            self._near = near(grid.reshape(-1, 2)).reshape(grid.shape[:2]).astype(F32)
        self._knots, self._flat = grid[::4, ::4].reshape(-1, 2), flat[::4, ::4].reshape(-1, 2)

    def back(self, x: np.ndarray, y: np.ndarray) -> tuple[Array, Array]:
        """Flat positions of worn ones, any shape with two axes."""
        u, v = ((k + MARGIN).astype(F32) / STEP for k in (x, y))
        return tuple(
            cv2.remap(k, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            for k in (self.x, self.y)
        )

    def near(self, x: np.ndarray, y: np.ndarray) -> Array | float:
        """1 at worn positions where the cloth can be, 0 elsewhere."""
        if self._near is None:
            return 1.0
        u, v = ((k + MARGIN).astype(F32) / STEP for k in (x, y))
        return cv2.remap(self._near, u, v, cv2.INTER_LINEAR)

    def onto(self, points: np.ndarray) -> np.ndarray:
        """Worn positions [n, 2] of flat ones: from the nearest knot by Newton's steps."""
        wanted = np.asarray(points, float)
        away = ((wanted[:, None] - self._flat[None]) ** 2).sum(-1)
        at = self._knots[away.argmin(1)].copy()
        for _ in range(7):
            here = self._at(at)
            right = self._at(at + [2.0, 0]) - self._at(at - [2.0, 0])
            down = self._at(at + [0, 2.0]) - self._at(at - [0, 2.0])
            jacobian = np.stack([right, down], -1) / 4 + 1e-3 * np.eye(2)
            step = np.linalg.solve(jacobian, (wanted - here)[..., None])[..., 0]
            size = np.linalg.norm(step, axis=1, keepdims=True)
            at = at + step * np.minimum(1, 24 / (size + 1e-9))
        return at

    def _at(self, points: np.ndarray) -> np.ndarray:
        x, y = self.back(points[None, :, 0], points[None, :, 1])
        return np.stack([x[0], y[0]], 1).astype(float)
