"""Jackets with a zip or studs: bomber, leather, denim. Knows these three and how a jacket closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, Point, corners, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.lapels import Front, draw_fronts, inside
from demo.studio.garments.necklines import (
    collar,
    collar_stand_back,
    inside_back,
    stand_collar,
    stand_collar_back,
)
from demo.studio.garments.shirts import patch_pocket
from demo.studio.garments.sleeves import (
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    sleeves_of,
)
from demo.studio.garments.tailoring import (
    back_hem,
    draw_body,
    hem_band,
)
from demo.studio.garments.tops import shape_rng
from demo.studio.light import layer
from demo.studio.trims import button, stitch, zipper


def jacket_cut(colourway: Colourway, rng: np.random.Generator, roomy: float = 1.05) -> Cut:
    """A cut lowered to make room for a collar, wide enough to go over a sweater."""
    cut = cut_for(colourway, rng, neck=43, sleeve=1.12)
    drop = 18.0
    return replace(
        cut, neck_y=84 + drop, shoulder_y=cut.shoulder_y + drop, armpit_y=cut.armpit_y + drop + 4,
        waist_y=cut.waist_y + drop, hem_y=cut.hem_y + drop - 10, hem_curve=4, neck_depth=30,
        chest=cut.chest * roomy, waist=cut.waist * roomy * 1.03, hem=cut.hem * roomy,
        cuff=cut.cuff * 1.15,
        reach=0.94, shoulder=cut.shoulder * 1.02,
    )  # fmt: skip


def front_zip(
    canvas: Canvas, cut: Cut, cloth: Cloth, top: float, bottom: float, wind: bool = False
) -> None:
    """The zip of a jacket, with a row of stitches on either side; `wind` adds a flap over it."""
    line = [(CX, top), (CX + 1, (top + bottom) / 2), (CX, bottom)]
    zipper(canvas, line, cloth.metal, cloth.solid)
    for side in (1, -1):
        row = spline([(CX + side * 9, top + 8), (CX + side * 9, bottom - 2)], closed=False)
        stitch(canvas, row, cloth.stitch, strength=0.35)
    if wind:
        flap = corners((CX - 13, top + 4), (CX + 9, top + 4), (CX + 9, bottom), (CX - 13, bottom))
        layer(
            canvas,
            flap,
            cloth.ground,
            cloth.material,
            R=20,
            depth=0.12,
            edge=2,
            wrinkle=0.5,
            lift=2.6,
        )
        for x in (-10, 6):
            stitch(
                canvas,
                np.array([(CX + x, top + 6), (CX + x, bottom - 2)]),
                cloth.stitch,
                strength=0.4,
            )
        for y in np.linspace(top + 20, bottom - 22, 6):
            button(canvas, CX - 2, float(y), 3.2, cloth.metal, True)


def welt(canvas: Canvas, cloth: Cloth, a: Point, b: Point, side: int, half: float = 4.0) -> None:
    """A welt pocket from a to b."""
    line = np.array(on_side([a, b], side), float)
    layer(canvas, ribbon(line, half), cloth.ground, cloth.material, R=8, depth=0.25, edge=2,
        wrinkle=0,
          lift=2.2, dark=0.95)  # fmt: skip
    slit = line + [-side * half * 0.9, 0]
    layer(canvas, ribbon(slit, 0.9), cloth.solid, cloth.material, R=3, depth=0, edge=0, wrinkle=0,
        lift=0,
          dark=0.35)  # fmt: skip


def bomber_jacket(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = jacket_cut(colourway, rng, 1.08)
    cut = replace(cut, hem_y=cut.hem_y - 24, waist=cut.waist * 1.05)
    cloth, arms = fabric(colourway), pose(rng)
    striped = rng.random() < 0.3
    pair = sleeves_of(cut, "long", arms)
    stand_collar_back(canvas, cut, cloth.lining, cloth, 22)
    contrast = colourway.pattern == "colour-block"
    options = {"length": "long", "finish": "rib", "gain": 1.5,
               "texture": cloth.accent if contrast else cloth.ground}  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(canvas, cut, cloth, "crew", sleeves=outlines_of(pair), gain=1.4, hem="banded",
              hem_stitch=False)  # fmt: skip
    hem_band(canvas, cut, cloth.rib, cloth, 30, 10)
    if striped:
        for drop in (9, 19):
            line = spline(
                [
                    (CX - cut.hem, cut.hem_y + drop - 4),
                    (CX, cut.hem_y + drop),
                    (CX + cut.hem, cut.hem_y + drop - 4),
                ],
                closed=False,
            )
            layer(canvas, ribbon(line, 1.8), cloth.accent, cloth.material, R=4, depth=0.1, edge=0,
                  wrinkle=0, lift=0,
                  clip=corners((CX - cut.hem + 8, 0), (CX + cut.hem - 8, 0),
                      (CX + cut.hem - 8, 640), (CX - cut.hem + 8, 640)))  # fmt: skip
    for side in (1, -1):
        welt(
            canvas,
            cloth,
            (CX + cut.hem * 0.52, cut.hem_y - 92),
            (CX + cut.hem * 0.70, cut.hem_y - 34),
            side,
        )
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if rng.random() < 0.5:
        sleeve_pocket(canvas, cut, cloth, arms[0].front)
    stand_collar(canvas, cut, cloth.rib, cloth, 21)
    front_zip(canvas, cut, cloth, cut.neck_y - 5, cut.hem_y + 27)


def sleeve_pocket(canvas: Canvas, cut: Cut, cloth: Cloth, front: bool) -> None:
    """The zipped pocket on a flying jacket's sleeve."""
    x, y = CX + cut.shoulder + 16, cut.shoulder_y + 62
    zipper(
        canvas,
        np.array([(x, y), (x + 15, y + 34)], float),
        cloth.metal,
        cloth.solid,
        1.8,
        pull=False,
    )


def leather_jacket(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = replace(jacket_cut(colourway, rng, 1.0), hem_curve=3)
    cut = replace(cut, hem_y=cut.hem_y - 14)
    cloth, arms = fabric(colourway), pose(rng)
    if colourway.material == "leather":  # finished smoother than a bag's
        cloth = replace(cloth, material=replace(cloth.material, gloss=0.29, contrast=1.25))
    pair = sleeves_of(cut, "long", arms)
    options = {"length": "long", "finish": "plain", "gain": 1.5}
    back_hem(canvas, cut, cloth, 4)
    if colourway.neckline == "lapel":
        biker(canvas, colourway, cut, cloth, pair, options)
    else:
        stand_collar_back(canvas, cut, cloth.lining, cloth, 20)
        draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
        yoke = spline(
            [
                (CX - cut.shoulder, cut.shoulder_y + 46),
                (CX, cut.shoulder_y + 52),
                (CX + cut.shoulder, cut.shoulder_y + 46),
            ],
            closed=False,
        )
        seams = [(yoke, 1.8, 1.2)] if rng.random() < 0.5 else []
        draw_body(canvas, cut, cloth, "crew", sleeves=outlines_of(pair), gain=1.4, seams=seams)
        for side in (1, -1):
            a = (CX + cut.hem * 0.46, cut.hem_y - 108)
            b = (CX + cut.hem * 0.66, cut.hem_y - 52)
            zipper(canvas, np.array(on_side([a, b], side), float), cloth.metal, cloth.solid, 2.0)
        draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
        stand_collar(canvas, cut, cloth.ground, cloth, 19)
        front_zip(canvas, cut, cloth, cut.neck_y - 4, cut.hem_y - 3)
    for side, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner, down = cuff_line(own, side)
        start = outer * 0.72 + inner * 0.28
        zipper(
            canvas,
            np.stack([start - down * 44, start - down * 3]),
            cloth.metal,
            None,
            1.7,
            pull=False,
        )


def biker(
    canvas: Canvas,
    colourway: Colourway,
    cut: Cut,
    cloth: Cloth,
    pair: tuple[Sleeve, Sleeve],
    options: dict,
) -> None:
    """Wide studded lapels, a slanted zip, zipped pockets, a buckled waist."""
    over = -1 if colourway.gender == "women" else 1
    front = Front(cut.waist_y - 56, 30, 0, 1.25, False, over, False, 34)
    inside(canvas, cut, cloth, front)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.5)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    edge = [(CX - over * 27, front.break_y + 10), (CX + over * 6, cut.hem_y - 4)]
    zipper(canvas, np.array(edge, float), cloth.metal, cloth.solid, 2.6)
    cropped = colourway.length == "cropped"
    pocket_y, deep = (cut.hem_y - 60, 30) if cropped else (cut.waist_y - 6, 42)
    for side in (1, -1):
        a = (CX + cut.hem * 0.44, pocket_y)
        b = (CX + cut.hem * 0.74, pocket_y + deep)
        zipper(canvas, np.array(on_side([a, b], side), float), cloth.metal, cloth.solid, 2.2)
        button(canvas, CX + side * (cut.neck + 30), cut.neck_y + 62, 3.0, cloth.metal, True)
        button(canvas, CX + side * (cut.neck + 24), cut.neck_y + 34, 2.6, cloth.metal, True)
    band = spline(
        [(CX - cut.hem, cut.hem_y - 26), (CX, cut.hem_y - 23), (CX + cut.hem, cut.hem_y - 26)],
        closed=False,
    )
    stitch(canvas, band, cloth.stitch, 3, 1.2, 0.8, 0.5)
    stitch(canvas, band + [0, 3], cloth.stitch, 3, 1.2, 0.8, 0.4)


def denim_jacket(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, sleeve=1.06)
    cut = replace(
        cut, neck=cut.neck * 0.98, neck_depth=34, hem_curve=4, hem_y=cut.hem_y - 34,
        chest=cut.chest * 1.03,
        waist=cut.waist * 1.02, hem=cut.hem * 0.97, cuff=cut.cuff * 1.1, reach=0.96,
    )  # fmt: skip
    cloth, arms = fabric(colourway), pose(rng)
    pair = sleeves_of(cut, "long", arms)
    collar_stand_back(canvas, cut, cloth.ground, cloth)
    inside_back(canvas, cut, cloth, depth=6, rise=10, with_label=False)
    back_hem(canvas, cut, cloth, 4)
    options = {"length": "long", "finish": "cuff", "gain": 1.35}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    yoke_y = cut.armpit_y - 34
    seams = []
    for side in (1, -1):
        yoke = spline(
            on_side([(CX + 8, yoke_y + 6), (CX + cut.shoulder, yoke_y)], side), closed=False
        )
        inner = spline(on_side([(CX + 44, yoke_y + 26), (CX + 26, cut.hem_y)], side), closed=False)
        outer = spline(on_side([(CX + 80, yoke_y + 26), (CX + 60, cut.hem_y)], side), closed=False)
        seams += [(yoke, 1.8, 1.4), (inner, 1.6, 1.0), (outer, 1.6, 1.0)]
    draw_body(
        canvas,
        cut,
        cloth,
        "crew",
        sleeves=outlines_of(pair),
        gain=1.2,
        seams=seams,
        hem_stitch=False,
        occlusion=wear(cut, yoke_y) if cloth_is_washed(colourway) else None,
    )
    for line, _, _ in seams:
        stitch(canvas, line - [0, 2], cloth.stitch, 2.6, 1.2, 0.7, 0.75)
        stitch(canvas, line - [0, 4.5], cloth.stitch, 2.6, 1.2, 0.7, 0.6)
    for side in (1, -1):
        patch_pocket(canvas, replace(cut, armpit_y=yoke_y + 38), cloth, side, True, True)
        welt(
            canvas,
            cloth,
            (CX + cut.hem * 0.76, cut.hem_y - 66),
            (CX + cut.hem * 0.84, cut.hem_y - 16),
            side,
        )
    waistband(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    strip = corners(
        (CX - 11, cut.neck_y + 28),
        (CX + 11, cut.neck_y + 28),
        (CX + 11, cut.hem_y),
        (CX - 11, cut.hem_y),
    )
    layer(
        canvas,
        strip,
        cloth.ground,
        cloth.material,
        R=40,
        depth=0.12,
        edge=1.6,
        wrinkle=0.5,
        lift=2.2,
    )
    for x in (-8, 8):
        stitch(
            canvas,
            np.array([(CX + x, cut.neck_y + 34), (CX + x, cut.hem_y)]),
            cloth.stitch,
            strength=0.7,
        )
    for y in np.linspace(cut.neck_y + 50, cut.hem_y + 12, 6):
        button(canvas, CX, float(y), 3.9, cloth.metal, True)
    collar(canvas, cut, cloth.ground, cloth, spread=1.05, length=1.0)


def cloth_is_washed(colourway: Colourway) -> bool:
    """Only dyed denim fades; white and black stay as they are."""
    return colourway.material == "denim" and colourway.colour not in ("white", "black", "cream")


def wear(cut: Cut, yoke_y: float) -> Field:
    """Where a worn denim front is paler: the breast panels, and along seams and edges."""

    def light(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        off = np.abs(x - CX)
        panel = np.exp(-(((off - 66) / 30) ** 2) - ((y - yoke_y - 78) / 66) ** 2)
        yoke = np.exp(-(((y - yoke_y - 3) / 5) ** 2))
        hem = np.exp(-(((y - cut.hem_y + 4) / 9) ** 2))
        side = np.exp(-(((off - cut.chest + 4) / 10) ** 2))
        return 0.94 + 0.20 * panel + 0.12 * yoke + 0.14 * hem - 0.08 * side

    return light


def waistband(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A sewn band at the hem of a denim jacket."""
    h, y = cut.hem, cut.hem_y
    band = [
        (CX - h, y - 5, 1), (CX, y - 1), (CX + h, y - 5, 1), (CX + h, y + 21, 1), (CX, y + 25),
        (CX - h, y + 21, 1),
    ]  # fmt: skip
    layer(canvas, band, cloth.ground, cloth.material, R=40, depth=0.25, edge=3, wrinkle=0.4, lift=2)
    for drop in (3, 18):
        row = spline(
            [(CX - h + 1, y - 4 + drop), (CX, y + drop), (CX + h - 1, y - 4 + drop)], closed=False
        )
        stitch(canvas, row, cloth.stitch, 2.6, 1.2, 0.7, 0.7)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "bomber-jacket": bomber_jacket,
    "leather-jacket": leather_jacket,
    "denim-jacket": denim_jacket,
}
