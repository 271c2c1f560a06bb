"""Hoodies, closed and zipped. Knows these two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.hoods import hood, hood_front
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailoring import (
    draw_body,
    hem_band,
)
from demo.studio.garments.tops import shape_rng
from demo.studio.light import layer
from demo.studio.trims import stitch, zipper


def kangaroo_pocket(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The big front pocket with slanted openings."""
    y, w = cut.hem_y, cut.hem * 0.70
    outline = corners(
        (CX - w * 0.68, y - 112), (CX + w * 0.68, y - 112), (CX + w, y - 56),
        (CX + w * 0.97, y - 4),
        (CX - w * 0.97, y - 4), (CX - w, y - 56),
    )  # fmt: skip
    rng = canvas.rng
    folds = [
        Fold((CX - w, y - 46), (CX + w * 0.7, y - 36 + rng.uniform(-10, 10)), 8, (8, 14), 2.4),
        Fold((CX - 40, y - 108), (CX - 20 + rng.uniform(-14, 14), y - 8), 8, (7, 12), 2.0),
        Fold((CX + 50, y - 100), (CX + 20 + rng.uniform(-14, 14), y - 16), 8, (7, 12), 2.0),
    ]  # fmt: skip
    layer(canvas, outline, cloth.ground, cloth.material, R=70, depth=0.22, edge=2, folds=folds,
          wrinkle=0.8, lift=3, shadow=0.5)  # fmt: skip
    for side in (1, -1):
        for inset in (3, 7):
            row = np.array(
                [(CX + side * (w * 0.68 - inset), y - 109), (CX + side * (w - inset), y - 56)]
            )
            stitch(canvas, row, cloth.stitch, strength=0.5)
    stitch(canvas, np.array([(CX - w * 0.66, y - 108), (CX + w * 0.66, y - 108)]), cloth.stitch)


def split_pockets(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A kangaroo pocket parted by the zip."""
    y, w = cut.hem_y, cut.hem * 0.74
    for side in (1, -1):
        outline = corners(
            (CX + side * 13, y - 100), (CX + side * w * 0.66, y - 100), (CX + side * w, y - 46),
            (CX + side * w * 0.98, y - 4), (CX + side * 13, y - 4),
        )  # fmt: skip
        fold = Fold((CX + side * 20, y - 80), (CX + side * w * 0.8, y - 24), 6, (7, 12), 2.0)
        layer(canvas, outline, cloth.ground, cloth.material, R=60, depth=0.2, edge=2, folds=[fold],
              wrinkle=0.9, lift=2.6)  # fmt: skip
        row = np.array([(CX + side * (w * 0.66 - 3), y - 97), (CX + side * (w - 3), y - 46)])
        stitch(canvas, row, cloth.stitch)


def hooded(canvas: Canvas, colourway: Colourway) -> None:
    """A hoodie: hood behind, body, pocket, waistband, hood fronts, cords; zipped if the closure says so."""
    rng = shape_rng(colourway)
    zipped = colourway.closure == "zip"
    cut = cut_for(colourway, rng, sleeve=1.16)
    lower = 26.0
    cut = replace(
        cut, neck_y=84 + lower, shoulder_y=cut.shoulder_y + lower + 4,
        armpit_y=cut.armpit_y + lower + 6,
        waist_y=cut.waist_y + lower, hem_y=cut.hem_y + lower - 26, hem_curve=4,
        neck=cut.neck * 1.06,
        neck_depth=42, chest=cut.chest * 1.05, waist=cut.waist * 1.08, hem=cut.hem * 1.0,
        cuff=cut.cuff * 1.15, reach=0.90,
    )  # fmt: skip
    cloth, arms = fabric(colourway), pose(rng)
    contrast = rng.random() < 0.25
    lining = cloth.accent if contrast and colourway.colour2 else cloth.solid
    pair = sleeves_of(cut, "long", arms)
    hood(canvas, cut, cloth, cloth.ground, lining)
    options = {"length": "long", "finish": "rib", "gain": 1.35}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(canvas, cut, cloth, "crew", sleeves=outlines_of(pair), gain=1.35, hem="banded",
              hem_stitch=False)  # fmt: skip
    if zipped:
        split_pockets(canvas, cut, cloth)
    else:
        kangaroo_pocket(canvas, cut, cloth)
    hem_band(canvas, cut, cloth.rib, cloth, 30, 10)
    if zipped:
        top, end = cut.neck_y + 46, cut.hem_y + 29
        zipper(canvas, [(CX, top), (CX + 1, (top + end) / 2), (CX, end)], cloth.metal, cloth.solid)
        for side in (1, -1):
            row = spline([(CX + side * 9, top + 8), (CX + side * 9, end)], closed=False)
            stitch(canvas, row, cloth.stitch, strength=0.4)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    hood_front(canvas, cut, cloth, cloth.ground, cords=rng.random() < 0.9, gap=9 if zipped else 0)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {"hoodie": hooded, "zip-hoodie": hooded}
