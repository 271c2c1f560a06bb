"""Shirts, blouses, flannel shirts, tunics: woven tops. Knows these four, not catalogues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, flip, mirror, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.necklines import (
    armhole_band,
    collar,
    collar_stand_back,
    inside_back,
    neckband,
    placket,
)
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailoring import (
    back_hem,
    cutaway,
    draw_body,
)
from demo.studio.garments.tops import chest_of, shape_rng
from demo.studio.light import layer
from demo.studio.trims import button, stitch


def patch_pocket(
    canvas: Canvas, cut: Cut, cloth: Cloth, side: int, flap: bool = False, metal: bool = False
) -> None:
    """A pointed chest pocket, with a buttoned flap if asked."""
    k = cut.unit
    x, y = CX + side * cut.chest * 0.47, cut.armpit_y - 32 * k
    w, h = 24 * k, 46 * k
    patch = corners((x - w, y), (x + w, y), (x + w, y + h), (x, y + h + 11 * k), (x - w, y + h))
    around = corners((x - 70, y - 60), (x + 70, y - 60), (x + 70, y + 120), (x - 70, y + 120))
    layer(
        canvas, patch, cloth.ground, cloth.material, inflate_with=[spline(patch), spline(around)],
        R=60, depth=0.1, edge=1.2, wrinkle=0.5, lift=1.6, shadow=0.42,
    )  # fmt: skip
    row = [
        (x - w + 2, y + 2),
        (x - w + 2, y + h - 1),
        (x, y + h + 8 * k),
        (x + w - 2, y + h - 1),
        (x + w - 2, y + 2),
    ]
    stitch(canvas, np.array(row), cloth.stitch)
    if not flap:
        stitch(
            canvas, np.array([(x - w + 1, y + 9), (x + w - 1, y + 9)]), cloth.stitch, strength=0.4
        )
        return
    cover = corners(
        (x - w - 2, y - 6),
        (x + w + 2, y - 6),
        (x + w + 2, y + 9 * k),
        (x, y + 20 * k),
        (x - w - 2, y + 9 * k),
    )
    layer(
        canvas,
        cover,
        cloth.ground,
        cloth.material,
        R=30,
        depth=0.12,
        edge=1.4,
        wrinkle=0.2,
        lift=2.4,
    )
    row = [
        (x - w + 1, y - 4),
        (x - w + 1, y + 7.5 * k),
        (x, y + 17 * k),
        (x + w - 1, y + 7.5 * k),
        (x + w - 1, y - 4),
    ]
    stitch(canvas, np.array(row), cloth.stitch)
    button(canvas, x, y + 10 * k, 3 * k, cloth.metal if metal else cloth.button, metal)


def shirt(canvas: Canvas, colourway: Colourway, flannel: bool = False) -> None:
    """A button-through shirt: collar on a stand, placket, cuffs, curved or straight hem."""
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng)
    cut = replace(cut, neck=cut.neck * 0.96, neck_depth=34, hem_curve=12, hem_y=cut.hem_y + 12)
    cloth, arms = fabric(colourway), pose(rng)
    hem = "shirttail" if rng.random() < 0.7 else "round"
    opened = float(rng.choice([0, 0, 20]))
    pair = sleeves_of(cut, colourway.sleeve, arms)
    options = {
        "length": colourway.sleeve, "gain": 1.05,
        "finish": "cuff" if colourway.sleeve == "long" else "stitch",
    }  # fmt: skip
    opening = replace(cut, neck_depth=34 + opened)
    collar_stand_back(canvas, cut, cloth.ground, cloth)
    inside_back(canvas, opening, cloth, depth=6, rise=10, with_label=False)
    back_hem(canvas, cut, cloth, 14 if hem == "shirttail" else 7, hem)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, opening, cloth, "v-neck" if opened else "crew", hem=hem, sleeves=outlines_of(pair),
        gain=1.05, **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    yoke(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    top = cut.neck_y + 26 + opened
    placket(canvas, cut, cloth, top, cut.hem_y - 1, 7 if not opened else 6, first=22)
    flap = flannel or (colourway.material == "denim" and rng.random() < 0.8)
    pockets = 2 if flap else int(rng.choice([0, 1, 1]))
    for side in (1, -1)[:pockets]:
        patch_pocket(canvas, cut, cloth, side, flap)
    collar(
        canvas, cut, cloth.ground, cloth, spread=float(rng.choice([0.86, 1.0, 1.14])),
        length=rng.uniform(0.9, 1.06), drop=opened,
    )  # fmt: skip
    if not opened:
        button(canvas, CX, cut.neck_y + 31, 3.0, cloth.button)


def flannel_shirt(canvas: Canvas, colourway: Colourway) -> None:
    shirt(canvas, colourway, flannel=True)


def yoke(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The front yoke seam below the shoulders."""
    for side in (1, -1):
        points = [
            (CX + cut.neck + 8, cut.neck_y + 12),
            (CX + cut.shoulder - 6, cut.shoulder_y + 15),
        ]
        line = spline(points if side == 1 else flip(points), closed=False)
        stitch(canvas, line, cloth.stitch, strength=0.4)


def blouse(canvas: Canvas, colourway: Colourway) -> None:
    """A lady's woven top: shirt collar, V or round neck; with or without buttons."""
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, sleeve=1.12)
    cut = replace(cut, hem_curve=rng.uniform(6, 14), puff=float(rng.choice([0, 9, 14])))
    cloth, arms, kind = fabric(colourway), pose(rng), colourway.neckline
    collared = kind == "shirt-collar"
    depth = {"v-neck": 88.0, "shirt-collar": 62.0}.get(kind, 36.0)
    hem = "shirttail" if rng.random() < 0.4 else "round"
    front = replace(cut, neck_depth=depth, neck=cut.neck * (1.0 if kind != "v-neck" else 1.06))
    shape = "crew" if kind == "crew" else "v-neck"
    strap = rng.uniform(44, 52) if colourway.sleeve == "sleeveless" else None
    pair = sleeves_of(cut, colourway.sleeve, arms)
    if collared:
        collar_stand_back(canvas, cut, cloth.ground, cloth)
    inside_back(canvas, front, cloth, depth=6 if collared else 9, rise=10 if collared else 0,
                with_label=not collared)  # fmt: skip
    back_hem(canvas, cut, cloth, 14 if hem == "shirttail" else 9, hem)
    options = {
        "length": colourway.sleeve, "gain": 1.2,
        "finish": "cuff" if colourway.sleeve in ("long", "three-quarter") else "stitch",
    }  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    gathers = [
        Fold((CX + side * (cut.neck + 10 + 11 * i), cut.neck_y + 18 + 5 * i),
             (CX + side * (30 + 16 * i), cut.neck_y + 150 + rng.uniform(0, 60)), 0, (3, 8),
             rng.uniform(1.0, 2.0) * cloth.fold, 0.1, 0.05, 0.8)
        for side in (1, -1) for i in range(4)
    ]  # fmt: skip
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["extra_folds"] = [*chest.get("extra_folds", []), *gathers]
    draw_body(
        canvas,
        front,
        cloth,
        shape,
        hem=hem,
        strap=strap,
        sleeves=outlines_of(pair),
        gain=1.2,
        **chest,
    )
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if strap is not None:
        for side in (1, -1):
            hole = cutaway(front, strap)
            line = spline(hole if side == 1 else flip(hole), closed=False)
            armhole_band(canvas, line + [-side * 2, 0], cloth.solid, cloth, 2.6)
    if colourway.closure == "buttons":
        top = cut.neck_y + depth - (8 if not collared else 12)
        placket(
            canvas, cut, cloth, top, cut.hem_y - 1, 6, 8.5, first=16, hidden=rng.random() < 0.15
        )
    if collared:
        collar(canvas, cut, cloth.ground, cloth, spread=1.0, length=0.95, drop=depth - 40)
        return
    neckband(canvas, front, shape, cloth.solid, cloth, 6)
    if colourway.closure != "buttons" and rng.random() < 0.35:
        bow(canvas, front, cloth)


def bow(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Two soft ties falling from the neckline."""
    x, y = CX, cut.neck_y + cut.neck_depth + 4
    rng = canvas.rng
    for side in (1, -1):
        tail = [
            (x, y),
            (x + side * 13, y + 50),
            (x + side * rng.uniform(4, 16), y + rng.uniform(112, 150)),
        ]
        layer(
            canvas, ribbon(spline(tail, closed=False), 4.5, 9), cloth.ground, cloth.material, R=14,
            depth=0.4, edge=3, wrinkle=0.6, lift=4,
        )  # fmt: skip
        loop = [
            (x, y - 2),
            (x + side * 16, y - 17),
            (x + side * 40, y - 12),
            (x + side * 42, y + 8),
            (x + side * 18, y + 12),
        ]
        fold = Fold((x + side * 4, y), (x + side * 34, y - 4), 3, (3, 5), 2.0)
        layer(canvas, loop, cloth.ground, cloth.material, R=16, depth=0.6, edge=5, folds=[fold],
              wrinkle=0.4, lift=4)  # fmt: skip
    knot = [(x - 7, y - 7), (x + 7, y - 7), (x + 8, y + 7), (x - 8, y + 7)]
    layer(canvas, knot, cloth.ground, cloth.material, R=9, depth=0.6, edge=4, wrinkle=0.2, lift=3)


def tunic(canvas: Canvas, colourway: Colourway) -> None:
    """Long, loose, split at the sides, with a slit or round neck."""
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, sleeve=1.05)
    kind = colourway.neckline
    cut = replace(
        cut, neck_depth=78 if kind == "v-neck" else 34, hem_curve=5, hem=cut.hem * 1.04,
        waist=cut.waist * 0.98,
    ).scaled(0.94)  # fmt: skip
    cloth, arms = fabric(colourway), pose(rng)
    pair = sleeves_of(cut, colourway.sleeve, arms)
    inside_back(canvas, cut, cloth)
    vented_back(canvas, cut, cloth)
    options = {"length": colourway.sleeve, "gain": 1.1}
    fall = flutes(
        canvas.rng, (CX, cut.waist, cut.waist_y), (CX, cut.hem, cut.hem_y), 7, 2.4 * cloth.fold
    )
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["extra_folds"] = [*chest.get("extra_folds", []), *fall]
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas,
        cut,
        cloth,
        kind,
        hem="vented",
        sleeves=outlines_of(pair),
        gain=1.15,
        lift=4,
        **chest,
    )
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    neckband(canvas, cut, kind, cloth.solid, cloth, 7)
    if kind == "crew":
        slit = np.array([(CX, cut.neck_y + cut.neck_depth), (CX, cut.neck_y + cut.neck_depth + 58)])
        layer(canvas, ribbon(slit, 1.3), cloth.solid, cloth.material, R=4, depth=-0.3, edge=0,
              wrinkle=0, lift=0, dark=0.35)  # fmt: skip
        for side in (1, -1):
            stitch(canvas, slit + [side * 4, 0], cloth.stitch)
        button(canvas, CX, float(slit[0, 1]) + 3, 2.8, cloth.button)
    h, y = cut.hem, cut.hem_y
    for side in (1, -1):
        vent = [(CX + side * (h - 7), y - 108), (CX + side * (h - 14), y - 64),
                (CX + side * (h - 28), y - 9)]  # fmt: skip
        stitch(canvas, spline(vent, closed=False), cloth.stitch)


def vented_back(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The inside of the back, seen in the open side vents and below the front."""
    h, y = cut.hem, cut.hem_y
    panel = [
        (CX, y - 130), (CX + h - 14, y - 130, 1), (CX + h - 6, y - 100), (CX + h - 2, y - 50),
        (CX + h + 3, y + 15, 1), (CX + h * 0.5, y + 18), (CX, y + 19),
    ]  # fmt: skip
    layer(
        canvas, mirror(panel), cloth.ground, cloth.material, R=60, depth=0.1, edge=3, wrinkle=0.4,
        lift=0, dark=0.48, uv=lambda px, py: (CX - px + 31, py - 83),
        folds=flutes(canvas.rng, (CX, h, y - 120), (CX, h, y + 15), 6, 2.0),
    )  # fmt: skip
    row = [(CX - h - 4, y + 6), (CX, y + 10), (CX + h + 4, y + 6)]
    stitch(canvas, spline(row, closed=False), cloth.stitch, strength=0.35)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "shirt": shirt,
    "flannel-shirt": flannel_shirt,
    "blouse": blouse,
    "tunic": tunic,
}
