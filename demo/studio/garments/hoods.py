"""Hoods: the half behind the neck and the edges in front. Knows the cut, not the garment."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.light import Texture, layer
from demo.studio.trims import drawstring, eyelet, label, stitch


def hood(canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, lining: Texture) -> None:
    """The back half of a hood that lies open behind the neck: crown and dark inside. Draw it first."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    top = y - 62 * k
    crown = [
        (CX - n - 22 * k, y + 16 * k, 1), (CX - n - 27 * k, y - 18 * k),
        (CX - n - 4 * k, top + 14 * k),
        (CX - 16 * k, top - 3 * k), (CX + 16 * k, top - 3 * k), (CX + n + 4 * k, top + 14 * k),
        (CX + n + 27 * k, y - 18 * k), (CX + n + 22 * k, y + 16 * k, 1), (CX, y + 62 * k),
    ]  # fmt: skip
    seams = [
        (spline([(CX + s * 15 * k, top - 6 * k), (CX + s * 18 * k, top + 30 * k)], closed=False),
            1.6, 1.2)
        for s in (1, -1)
    ]  # fmt: skip
    folds = [
        Fold((CX + s * (n + 20) * k, y - 20 * k), (CX + s * 20 * k, top + 16 * k), s * 7, (6, 8),
            2.4)
        for s in (1, -1)
    ]  # fmt: skip
    layer(
        canvas, crown, texture, cloth.material, R=50, depth=0.6, edge=14, folds=folds, wrinkle=0.8,
        lift=0, dark=0.92, seams=seams,
    )  # fmt: skip
    opening = [
        (CX - n + 3 * k, y + 26 * k), (CX - n - 4 * k, y - 12 * k), (CX - n * 0.62, top + 27 * k),
        (CX, top + 17 * k), (CX + n * 0.62, top + 27 * k), (CX + n + 4 * k, y - 12 * k),
        (CX + n - 3 * k, y + 26 * k), (CX, y + 64 * k),
    ]  # fmt: skip
    centre = np.array([(CX, top + 14 * k), (CX, y + 20 * k)])

    def gloom(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        return np.clip(0.50 + 0.55 * smoothstep(y + 40 * k, top + 20 * k, py), 0.35, 1)

    layer(
        canvas, opening, lining, cloth.material, R=34, depth=-0.7, edge=3, wrinkle=0.6, lift=2.5,
        dark=0.55, occlusion=gloom, seams=[(centre, 1.5, 1.2)],
    )  # fmt: skip
    label(canvas, CX, y + 6 * k, 24 * k, 14 * k, dark=0.5)


def hood_front(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, *, cords: bool = True, gap: float = 0
) -> None:
    """The two front edges of the hood, crossing (or apart by `gap`) at the throat, with cords."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    for side in (-1, 1):
        leaf = [
            (CX - side * (5 - gap) * k, y + 50 * k, 1), (CX + side * (20 + gap) * k, y + 51 * k),
            (CX + side * (n + 6 * k), y + 36 * k), (CX + side * (n + 25 * k), y + 14 * k),
            (CX + side * (n + 29 * k), y - 14 * k), (CX + side * (n + 14 * k), y - 33 * k),
            (CX + side * (n + 2 * k), y - 30 * k, 1), (CX + side * (n + 2 * k), y - 8 * k),
            (CX + side * (n - 12 * k), y + 18 * k), (CX + side * 16 * k, y + 37 * k),
        ]  # fmt: skip
        folds = [
            Fold((CX + side * (n + 22 * k), y - 26 * k), (CX + side * 30 * k, y + 42 * k),
                side * -9, (5, 7), 2.2),
            Fold((CX + side * (n + 28 * k), y + 2 * k), (CX + side * 42 * k, y + 38 * k),
                side * -5, (4, 6), 1.7),
        ]  # fmt: skip
        layer(
            canvas, leaf if side == 1 else leaf[::-1], texture, cloth.material, R=26, depth=0.6,
            edge=9, folds=folds, wrinkle=0.6, lift=5, uv=(CX, y, side * 35),
        )  # fmt: skip
        hem = [
            (CX - side * (2 - gap) * k, y + 45 * k), (CX + side * 20 * k, y + 40 * k),
            (CX + side * (n - 7 * k), y + 21 * k), (CX + side * (n + 7 * k), y - 7 * k),
            (CX + side * (n + 7 * k), y - 27 * k),
        ]  # fmt: skip
        stitch(canvas, spline(hem, closed=False), cloth.stitch, strength=0.45)
    if not cords:
        return
    colour = "#ebe7de" if canvas.seed % 2 else np.clip(cloth.colour * 1.1 + 0.01, 0, 1)
    for side in (-1, 1):
        x, start, rng = CX + side * 21 * k, y + 43 * k, canvas.rng
        end = start + rng.uniform(62, 104) * k
        drawstring(
            canvas,
            [(x, start), (x + side * 2, start + 26 * k),
                (x + rng.uniform(-4, 4), (start + end) / 2 + 12),
             (x + side * 3 + rng.uniform(-4, 4), end)],
            colour,
        )  # fmt: skip
        eyelet(canvas, x, start, 3.2 * k, cloth.metal)
