"""Hoods: the half behind the neck and the edges in front. Knows the cut, not the garment."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.light import Texture, layer
from demo.studio.trims import label


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
