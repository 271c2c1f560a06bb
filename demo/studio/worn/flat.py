"""What is read off a flat drawing: how wide its parts are, and where. Knows no body."""

from __future__ import annotations

import numpy as np

from demo.catalog.shapes import PARTS
from demo.studio.canvas import CX, Canvas, H, S, W


def extents(flat: Canvas, y: float, names: tuple[str, ...]) -> tuple[float, float]:
    """Left and right end (world x) of these parts at a height; the middle twice when there is none."""
    labels = [PARTS.index(name) for name in names]
    row = flat.parts[int(np.clip(y * S, 0, H * S - 1))]
    found = np.flatnonzero(np.isin(row, labels))
    return (CX, CX) if not len(found) else (found[0] / S, (found[-1] + 1) / S)


def ray(flat: Canvas, start: np.ndarray, way: np.ndarray) -> float:
    """How far a flat garment goes on from a point in a direction (unit vector), world units."""
    steps = np.arange(0, 120, 0.5)
    points = np.round((start + steps[:, None] * way) * S).astype(int)
    points = np.clip(points, 0, [W * S - 1, H * S - 1])
    bare = flat.alpha[points[:, 1], points[:, 0]] < 0.5
    return float(steps[np.argmax(bare)]) if bare.any() else 60.0


def section(flat: Canvas, at: np.ndarray, along: np.ndarray, name: str) -> tuple[np.ndarray, float]:
    """The middle and the half-width of a part, across the direction `along`, at or near a point."""
    across = np.array([-along[1], along[0]]) / np.linalg.norm(along)
    steps = np.arange(-60, 60.5, 0.5)
    points = np.round((at + steps[:, None] * across) * S).astype(int)
    inside = (points >= 0).all(1) & (points < [W * S, H * S]).all(1)
    points = np.clip(points, 0, [W * S - 1, H * S - 1])
    own = inside & (flat.parts[points[:, 1], points[:, 0]] == PARTS.index(name))
    if not own.any():
        return at, 24.0
    first = int(np.abs(np.where(own, steps, np.inf)).argmin())
    low = high = first
    while low > 0 and own[low - 1]:
        low -= 1
    while high < len(own) - 1 and own[high + 1]:
        high += 1
    return at + across * (steps[low] + steps[high]) / 2, max((steps[high] - steps[low]) / 2, 6.0)
