"""Hoods of coats: larger than a hoodie's, zipped to the chin, quilted or trimmed with fur."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, mirror, on_side, ribbon, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.furs import draw_fur
from demo.studio.garments.marks import draws, see_through
from demo.studio.garments.necklines import along
from demo.studio.light import Texture, layer
from demo.studio.trims import label, stitch


@draws("hood")
def hood_back(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, relief: Field | None = None
) -> None:
    """The crown standing behind the neck, and its lined inside. Draw it first."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    top = y - 72 * k
    crown = mirror([
        (CX, top - 4 * k), (CX + 22 * k, top - 2 * k), (CX + n + 4 * k, top + 18 * k),
        (CX + n + 27 * k, y - 24 * k), (CX + n + 30 * k, y + 20 * k, 1), (CX, y + 62 * k),
    ])  # fmt: skip
    seams = [
        (spline([(CX + s * 17 * k, top - 6 * k), (CX + s * 20 * k, top + 30 * k)], closed=False),
         2.0, 1.6)
        for s in (1, -1)
    ]  # fmt: skip
    folds = [
        Fold((CX + s * (n + 22) * k, y - 14 * k), (CX + s * 24 * k, top + 14 * k), s * 8, (6, 8),
             2.6)
        for s in (1, -1)
    ]  # fmt: skip
    layer(
        canvas, crown, texture, cloth.material, R=50, depth=0.6, edge=14, wrinkle=0.9, lift=0,
        dark=0.95, seams=seams, folds=folds if relief is None else (), relief=relief,
    )  # fmt: skip
    opening = mirror([
        (CX, top + 15 * k), (CX + n * 0.66, top + 27 * k), (CX + n + 3 * k, y - 22 * k),
        (CX + n - 2 * k, y + 24 * k), (CX, y + 50 * k),
    ])  # fmt: skip

    def gloom(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        return np.clip(0.42 + 0.62 * smoothstep(y + 20 * k, top + 16 * k, py), 0.30, 1)

    centre = np.array([(CX, top + 12 * k), (CX, y + 20 * k)])
    see_through(canvas, opening)
    with canvas.part("inside"):
        layer(
            canvas, opening, cloth.lining, cloth.material, R=34, depth=-0.7, edge=3, wrinkle=0.8,
            lift=3, dark=0.62, occlusion=gloom, seams=[(centre, 1.6, 1.4)],
        )  # fmt: skip
        label(canvas, CX, y - 22 * k, 26 * k, 14 * k, dark=0.5)


@draws("hood")
def hood_collar(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, relief: Field | None = None
) -> None:
    """The hood's lower half, closed in front to the chin; draw the zip over it."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    for side in (-1, 1):
        half = [
            (CX + 1, y - 4 * k, 1), (CX + n * 0.55, y - 14 * k), (CX + n - 4 * k, y - 38 * k),
            (CX + n + 8 * k, y - 46 * k, 1), (CX + n + 26 * k, y - 20 * k),
            (CX + n + 30 * k, y + 10 * k), (CX + n + 10 * k, y + 34 * k), (CX + n * 0.5,
                                                                           y + 44 * k),
            (CX + 1, y + 48 * k, 1),
        ]  # fmt: skip
        folds = [
            Fold((CX + side * (n + 24 * k), y - 12 * k), (CX + side * 16 * k, y + 34 * k),
                 side * -9, (5, 7), 2.2),
            Fold((CX + side * (n + 12 * k), y - 34 * k), (CX + side * 24 * k, y + 6 * k),
                 side * -6, (4, 6), 1.6),
        ]  # fmt: skip
        layer(
            canvas, on_side(half, side), texture, cloth.material, R=30, depth=0.6 if relief else 0.38,
            edge=8 if relief else 4,
            folds=folds if relief is None else (), wrinkle=0.6, lift=5, shadow=0.5, relief=relief,
            uv=(CX, y, side * 20),
        )  # fmt: skip
        if relief is None:
            hem = [
                (CX + 6 * k, y + 2 * k),
                (CX + n * 0.58, y - 7 * k),
                (CX + n + 3 * k, y - 34 * k),
            ]
            stitch(canvas, spline(on_side(hem, side), closed=False), cloth.stitch, strength=0.5)


@draws("hood")
def fur_trim(canvas: Canvas, cut: Cut, texture: Texture) -> None:
    """A band of long fur round the hood's opening."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    top = y - 72 * k
    for side in (-1, 1):
        line = [
            (CX - side * 8 * k, top + 9 * k), (CX + n * 0.66, top + 20 * k), (CX + n + 9 * k,
                                                                              y - 30 * k),
            (CX + n + 4 * k, y + 4 * k), (CX + n * 0.5, y + 24 * k),
        ]  # fmt: skip
        middle = spline(on_side(line, side), closed=False)
        uv = along(canvas, middle)
        for half, length, dark in ((12, 13, 0.80), (6, 10, 1.06)):
            draw_fur(canvas, ribbon(middle, half * k, half * 0.8 * k), texture, length=length * k,
                     R=14, lift=5 if dark < 0.9 else 1, step=1.0, uv=uv, dark=dark)  # fmt: skip
