"""Sweaters, cardigans, turtlenecks, sweater vests, sweatshirts. Knows knitwear, not catalogues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, flip, mirror, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.necklines import (
    armhole_band,
    half_zip,
    inside_back,
    neckband,
    stand_collar_back,
    turtleneck,
)
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailoring import (
    armhole,
    body_folds,
    cutaway,
    draw_body,
    hem_band,
    hem_line,
    neck_curve,
    side_seam,
)
from demo.studio.garments.tops import chest_of, shape_rng
from demo.studio.light import layer
from demo.studio.trims import button, stitch, zipper


def knit_cut(colourway: Colourway, rng: np.random.Generator) -> Cut:
    """A roomy cut whose waistband takes the last 28 units."""
    cut = cut_for(colourway, rng, sleeve=1.1)
    return replace(
        cut, hem_y=cut.hem_y - 26, hem_curve=rng.uniform(3, 6), cuff=cut.cuff * 1.05, reach=0.90,
        waist=cut.waist * 1.03, chest=cut.chest * 1.02,
    )  # fmt: skip


def pullover(
    canvas: Canvas, colourway: Colourway, *, band: float, rib_height: float, sporty: bool = False
) -> None:
    """A closed knitted or sweatshirt body with ribbed cuffs, waistband and neck."""
    rng = shape_rng(colourway)
    cut = knit_cut(colourway, rng)
    cloth, arms, kind = fabric(colourway), pose(rng), colourway.neckline
    zipped = colourway.closure == "half-zip"
    tall = kind == "turtleneck"
    depth = {"v-neck": 74.0}.get(kind, 33.0)
    cut = replace(
        cut, neck_depth=depth + rng.uniform(-3, 4), neck=cut.neck * (0.96 if tall else 1.0)
    )
    pair = sleeves_of(cut, colourway.sleeve, arms)
    sleeveless = pair is None
    strap = 42.0 if sleeveless else None
    if sleeveless:
        cut = replace(
            cut, chest=cut.chest * 0.92, waist=cut.waist * 0.94, hem=cut.hem * 0.94,
            shoulder_y=cut.neck_y + 0.75 * (cut.shoulder_y - cut.neck_y),
        )  # fmt: skip
    if zipped:
        stand_collar_back(canvas, cut, cloth.rib, cloth, 34)
    elif not tall:
        inside_back(canvas, cut, cloth, texture=cloth.rib)
    raglan = sporty and rng.random() < 0.3
    options = {"length": colourway.sleeve, "finish": "rib", "gain": 1.15,
               "texture": cloth.accent if raglan and colourway.colour2 else cloth.ground}  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, cut, cloth, "crew" if tall else kind, sleeves=outlines_of(pair), strap=strap,
        gain=1.1,
        hem="banded", hem_stitch=False, **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    hem_band(canvas, cut, cloth.rib, cloth, rib_height, 8 if not sporty else 10)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if sleeveless:
        for side in (1, -1):
            hole = cutaway(cut, strap)
            line = spline(hole if side == 1 else flip(hole), closed=False)
            armhole_band(canvas, line + [-side * 3, 0], cloth.rib, cloth, 5)
    if tall:
        turtleneck(canvas, cut, cloth.rib, cloth, rng.uniform(0.8, 1.1))
    elif zipped:
        half_zip(canvas, cut, cloth, cloth.rib, rng.uniform(80, 112))
    else:
        neckband(canvas, cut, kind, cloth.rib, cloth, band, 3, sewn=sporty)
    if sporty and kind == "crew" and not zipped and rng.random() < 0.45:
        neck_gusset(canvas, cut, cloth)


def neck_gusset(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The ribbed V below an athletic sweatshirt's neck."""
    y = cut.neck_y + cut.neck_depth
    gusset = [(CX - 15, y - 2, 1), (CX, y + 1), (CX + 15, y - 2, 1), (CX, y + 24, 1)]
    layer(canvas, gusset, cloth.rib, cloth.material, R=10, depth=0.2, edge=2, wrinkle=0, lift=1.2)
    stitch(canvas, np.array([(CX - 15, y), (CX, y + 24), (CX + 15, y)]), cloth.stitch)


def sweater(canvas: Canvas, colourway: Colourway) -> None:
    rng = np.random.default_rng([colourway.shape_seed % 1_000_003, 12])
    pullover(canvas, colourway, band=rng.uniform(9, 15), rib_height=rng.uniform(24, 40))


def turtleneck_sweater(canvas: Canvas, colourway: Colourway) -> None:
    pullover(canvas, colourway, band=0, rib_height=26)


def sweatshirt(canvas: Canvas, colourway: Colourway) -> None:
    pullover(canvas, colourway, band=11, rib_height=28, sporty=True)


def sweater_vest(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = knit_cut(replace(colourway, sleeve="sleeveless"), rng)
    depth = rng.uniform(96, 118) if colourway.neckline == "v-neck" else 38
    cut = replace(
        cut, neck_depth=depth, armpit_y=cut.armpit_y + 10, neck=cut.neck * 1.04,
        chest=cut.chest * 0.91, waist=cut.waist * 0.93, hem=cut.hem * 0.92,
        shoulder_y=cut.neck_y + 0.75 * (cut.shoulder_y - cut.neck_y),
    )  # fmt: skip
    cloth, strap = fabric(colourway), rng.uniform(28, 38)
    hole = cutaway(cut, strap)
    back = mirror([
        (CX, cut.neck_y + 12), (CX + cut.neck, cut.neck_y - 2, 1), hole[0],
        (hole[1][0] - 7, hole[1][1]), (hole[2][0] - 8, hole[2][1]), hole[3], hole[4],
        (CX + cut.chest - 8, cut.armpit_y + 40, 1), (CX, cut.armpit_y + 50),
    ])  # fmt: skip
    layer(canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.4, lift=0,
          dark=0.55)  # fmt: skip
    inside_back(canvas, cut, cloth, texture=cloth.rib)
    draw_body(canvas, cut, cloth, colourway.neckline, strap=strap, hem="banded", hem_stitch=False,
        lift=4,
              **chest_of(colourway, cut, cloth, canvas))  # fmt: skip
    hem_band(canvas, cut, cloth.rib, cloth, rng.uniform(24, 36))
    for side in (1, -1):
        line = spline(hole if side == 1 else flip(hole), closed=False)
        armhole_band(canvas, line + [-side * 4, 0], cloth.rib, cloth, 6)
    neckband(canvas, cut, colourway.neckline, cloth.rib, cloth, 11, 3, sewn=False)


def cardigan(canvas: Canvas, colourway: Colourway) -> None:
    """Two fronts that meet at a ribbed band, with buttons or a zip, open a little above."""
    rng = shape_rng(colourway)
    cut = knit_cut(colourway, rng)
    cloth, arms = fabric(colourway), pose(rng)
    v = colourway.neckline == "v-neck"
    cut = replace(cut, neck_depth=rng.uniform(120, 170) if v else 34.0, neck=cut.neck * 1.02)
    pair = sleeves_of(cut, "long", arms)
    inside_back(canvas, cut, cloth, with_label=True)
    if v:
        deep = mirror([(CX, cut.neck_y + 10), (CX + cut.neck + 4, cut.neck_y + 8, 1),
                       (CX + 14, cut.neck_y + cut.neck_depth + 16),
                       (CX, cut.neck_y + cut.neck_depth + 24)])  # fmt: skip
        layer(canvas, deep, cloth.ground, cloth.material, R=50, depth=-0.3, edge=2, wrinkle=0.3,
              lift=0, dark=0.5, uv=lambda x, y: (CX - x + 31, y - 83))  # fmt: skip
        inside_back(canvas, replace(cut, neck_depth=60), cloth)
    options = {"length": "long", "finish": "rib", "gain": 1.1}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    bottom = cut.hem_y + 27
    swell = outlines_of(pair)
    over = -1 if colourway.gender == "women" else 1
    edge = hem_line(cut, "banded")
    hem = spline([*flip(edge[:-1]), *edge[::-1]], closed=False)[2:-2] - [0, 10]
    for side in (-over, over):
        neck = neck_curve(cut, "v-neck" if v else "crew")
        pulls = [
            Fold((CX + side * 6, y), (CX + side * canvas.rng.uniform(40, 90), y + own), 0, (3, 10),
                 canvas.rng.uniform(0.8, 1.9) * cloth.fold, 0.2, 0.05, 0.8)
            for y, own in zip(
                np.linspace(neck[0][1] + 24, cut.hem_y - 26, 4), canvas.rng.uniform(-22, 30, 4),
                strict=True,
            )
        ]  # fmt: skip
        front = [
            *neck[1:],
            ((CX * 2 + cut.neck + cut.shoulder) / 2, (cut.neck_y + cut.shoulder_y) / 2 - 3),
            *armhole(cut), *side_seam(cut), *hem_line(cut, "banded")[:-1],
            (CX + cut.hem * 0.5, cut.hem_y), (CX - 5, cut.hem_y, 1), (CX - 5, neck[0][1] + 4, 1),
        ]  # fmt: skip
        shape = spline(on_side(front, side))
        full = spline(
            mirror(
                [
                    *neck,
                    *armhole(cut),
                    *side_seam(cut),
                    (CX + cut.hem - 8, cut.hem_y, 1),
                    (CX + cut.hem - 9, cut.hem_y + 26, 1),
                    (CX, cut.hem_y + 28),
                ]
            )
        )
        layer(
            canvas, shape, cloth.texture, cloth.material, inflate_with=[full, *swell], R=118,
            depth=0.52,
            edge=12, edge_depth=0.62, folds=body_folds(canvas.rng, cut, 1.5 * cloth.fold) + pulls,
            wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=80, lift=2, pucker=[(hem, 13, 0.7)],
            relief=chest_of(colourway, cut, cloth, canvas).get("relief"),
        )  # fmt: skip
    hem_band(canvas, cut, cloth.rib, cloth, 28, 8)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    button_band(canvas, colourway, cut, cloth, bottom, v, rng)
    if rng.random() < 0.5 and colourway.length != "cropped":
        for side in (1, -1):
            patch_pocket(canvas, cut, cloth, side)


def button_band(
    canvas: Canvas, colourway: Colourway, cut: Cut, cloth: Cloth, bottom: float, v: bool,
    rng: np.random.Generator,
) -> None:  # fmt: skip
    """The ribbed band round neck and front edges, with its buttons or zip."""
    half = rng.uniform(8.5, 11)
    start = cut.neck_y + cut.neck_depth
    zipped = colourway.closure == "zip"
    if not v:
        neckband(canvas, cut, "crew", cloth.rib, cloth, 10, 3, sewn=False)
    for side in (-1, 1):
        if v:
            neck = [(p[0], p[1]) for p in neck_curve(cut, "v-neck")][::-1]
            path = [neck[0], neck[1], (CX + (neck[2][0] - CX) * 1.0, neck[2][1]),
                    (CX + 1.5, start + 12), (CX, start + 40), (CX, bottom)]  # fmt: skip
        else:
            path = [(CX, start - 2), (CX, (start + bottom) / 2), (CX, bottom)]
        line = spline(on_side(path, side), closed=False)
        layer(
            canvas, ribbon(line, half), cloth.rib, cloth.material, R=18, depth=0.3, edge=3,
            wrinkle=0.15,
            lift=2.5,
        )  # fmt: skip
    if zipped:
        zipper(
            canvas,
            [(CX, start + 6), (CX, (start + bottom) / 2), (CX, bottom - 2)],
            cloth.metal,
            cloth.solid,
        )
        return
    count = int(np.clip((bottom - start) / 52, 3, 8))
    for y in np.linspace(start + 16, bottom - 13, count):
        button(canvas, CX, float(y), 4.4, cloth.button)


def patch_pocket(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """A square knitted pocket above the waistband."""
    x, y = CX + side * cut.hem * 0.55, cut.hem_y - 78
    w = cut.hem * 0.27
    patch = corners((x - w, y), (x + w, y), (x + w, y + 70), (x - w, y + 70))
    layer(
        canvas,
        patch,
        cloth.ground,
        cloth.material,
        R=60,
        depth=0.12,
        edge=2.5,
        wrinkle=0.3,
        lift=2.2,
    )
    top = corners((x - w, y - 1), (x + w, y - 1), (x + w, y + 12), (x - w, y + 12))
    layer(canvas, top, cloth.rib, cloth.material, R=14, depth=0.2, edge=2, wrinkle=0, lift=1.2)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "sweater": sweater,
    "cardigan": cardigan,
    "turtleneck": turtleneck_sweater,
    "sweater-vest": sweater_vest,
    "sweatshirt": sweatshirt,
}
