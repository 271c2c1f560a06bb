"""Gathered strips, sashes and bows in a garment's own cloth. Knows no garment."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, offset, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.marks import draws
from demo.studio.light import layer
from demo.studio.trims import strap


def ruffle(
    canvas: Canvas, cloth: Cloth, line: np.ndarray, width: float, side: int, pitch: float = 11.0,
    lift: float = 3.5, plump: float = 1.0,
) -> None:  # fmt: skip
    """A frill sewn along a polyline [n, 2], `width` deep, hanging to its right (1) or left (-1)."""
    line = np.asarray(line, float)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    rng = canvas.rng
    count = max(4, int(run[-1] / pitch))
    at = np.linspace(0, run[-1], 4 * count)
    path = np.stack([np.interp(at, run, line[:, k]) for k in (0, 1)], 1)
    phase = np.cumsum(rng.uniform(0.75, 1.25, len(at))) * 2 * np.pi / 4
    ends = np.clip(np.minimum(np.arange(len(at)), np.arange(len(at))[::-1]) / 3, 0.55, 1)
    reach = width * ends * (1 + 0.10 * np.sin(phase))
    outer = path + (offset(path, float(side)) - path) * reach[:, None]
    outer = spline(outer, False, 4)
    folds = []
    for _ in range(int(1.5 * count)):
        s = rng.uniform(0.01, 0.99)
        start = np.array([np.interp(s * run[-1], at, path[:, k]) for k in (0, 1)])
        end = outer[int(np.clip(s + rng.normal(0, 0.012), 0, 0.999) * len(outer))]
        far = start + (end - start) * rng.uniform(0.9, 1.15)
        folds.append(
            Fold(tuple(start), tuple(far), rng.uniform(-2, 2), (1.4, pitch * rng.uniform(0.22,
                0.42)),
                 plump * cloth.fold * rng.uniform(1.5, 3.4), rng.uniform(-0.4, 0.4), 0.02, 0.15)
        )  # fmt: skip
    strip = np.concatenate([path, outer[::-1]])
    layer(
        canvas, strip, cloth.ground, cloth.material, R=max(12.0, width * 0.5), depth=0.22, edge=2.2,
        wrinkle=0.2, lift=lift, folds=folds, ripple=0.5, shadow=0.5,
        seams=[(path, 1.6, 1.0)],
    )  # fmt: skip


@draws("waistband")
def sash(canvas: Canvas, cloth: Cloth, y: float, waist: float, high: float = 9.0) -> None:
    """A soft band of the garment's cloth round the waist, `high` above and below its middle."""
    w, rng = waist + 1.5, canvas.rng
    band = [(CX - w, y - high, 1), (CX, y - high + 5), (CX + w, y - high, 1),
            (CX + w + 0.5, y + high, 1), (CX, y + high + 5.5), (CX - w - 0.5, y + high,
                1)]  # fmt: skip
    pulls = []
    for _ in range(max(5, int(high / 1.8))):
        a, b = y + rng.uniform(-0.8, 0.8) * high, y + rng.uniform(-0.8, 0.8) * high
        start, end = (CX - w, a), (CX + rng.uniform(-10, w), b + 4)
        if rng.random() < 0.5:
            start, end = (CX + w, a), (CX - rng.uniform(-10, w), b + 4)
        pulls.append(
            Fold(start, end, rng.uniform(1, 5), (1.6, 2.8), rng.uniform(0.8, 1.7), 0.2, 0.05, 0.5)
        )
    layer(canvas, band, cloth.ground, cloth.material, R=22, depth=0.25, edge=3, wrinkle=0.25,
          lift=2.6,
          folds=pulls, fold_gain=cloth.fold)  # fmt: skip


def bow(
    canvas: Canvas, cloth: Cloth, x: float, y: float, size: float = 1.0, tails: float = 1.0,
    at_waist: bool = False, part: str = "body",
) -> None:  # fmt: skip
    """A knot with two unequal loops and two hanging ends (`tails`: their length).

    It belongs to `part`; at the waist the knot to the waistband, the ends to the skirt.
    """
    with canvas.part("skirt" if at_waist else part):
        _bow_ends(canvas, cloth, x, y, size, tails)
    with canvas.part("waistband" if at_waist else part):
        _bow_knot(canvas, cloth, x, y, size)


def _bow_ends(
    canvas: Canvas, cloth: Cloth, x: float, y: float, size: float, tails: float
) -> None:
    rng = canvas.rng
    for end_x, end_y in ((-16, 84), (11, 104)):
        sway = rng.uniform(-6, 6)
        end = (x + (end_x + sway) * size, y + end_y * tails)
        line = [(x, y), (x + end_x * 0.75 * size, y + 0.4 * end_y * tails), end]
        strap(canvas, line, 5.0 * size, cloth.ground, cloth.material, lift=3)


def _bow_knot(canvas: Canvas, cloth: Cloth, x: float, y: float, size: float) -> None:
    rng = canvas.rng
    for s in (1, -1):
        drop, long = rng.uniform(0, 9) * size, rng.uniform(27, 36) * size
        loop = [(x, y - 2 * size), (x + s * 0.45 * long, y - 10 * size + 0.4 * drop),
                (x + s * long, y - 5 * size + drop), (x + s * 0.95 * long, y + 6 * size + drop),
                (x + s * 0.4 * long, y + 6 * size + 0.3 * drop), (x, y + 3 * size)]  # fmt: skip
        creases = [
            Fold((x + s * 2, y + d * size), (x + s * 0.8 * long,
                                             y + (2.2 * d + 0.5) * size + drop), 2,
                 (1.2, 2.6), 1.6)
            for d in (-1.5, 1.0)
        ]  # fmt: skip
        layer(canvas, loop, cloth.ground, cloth.material, R=9, depth=0.35, edge=2.5, wrinkle=0.3,
              lift=3,
              folds=creases)  # fmt: skip
    k = size
    knot = [
        (x - 5 * k, y - 6 * k),
        (x + 5 * k, y - 6 * k),
        (x + 6 * k, y + 6 * k),
        (x - 5 * k, y + 7 * k),
    ]
    crease = [Fold((x - 2, y - 6), (x + 1, y + 6), 2, (1.2, 1.6), 0.9)]
    layer(canvas, knot, cloth.ground, cloth.material, R=8, depth=0.5, edge=3, wrinkle=0.2, lift=3,
          folds=crease)  # fmt: skip
