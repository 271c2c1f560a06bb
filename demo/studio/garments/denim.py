"""Denim jackets: trucker, sherpa-lined, chore coat, western with a raw hem."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, corners, on_side, spline
from demo.studio.design import Colourway
from demo.studio.dyes import dye
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.furs import draw_fur, frayed, sherpa
from demo.studio.garments.jackets import open_collar, throat, welt
from demo.studio.garments.marks import SLEEVE, draws, mark_hem
from demo.studio.garments.sleeves import cuff_line, draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailored_parts import patch_pocket
from demo.studio.garments.tailoring import back_hem, body_outline, draw_body, hem_line
from demo.studio.garments.tops import shape_rng
from demo.studio.light import layer
from demo.studio.materials import FLEECE
from demo.studio.trims import button, plain, stitch

STYLES = ("trucker", "sherpa", "chore", "western")


def denim_cut(colourway: Colourway, rng: np.random.Generator, style: str) -> Cut:
    """A jacket's cut, open at the throat."""
    cut = cut_for(colourway, rng, sleeve=1.08)
    drop = 14.0
    wide = {"chore": 1.10, "sherpa": 1.06, "western": 1.0}.get(style, 1.02)
    if style == "chore":
        cut = replace(cut, shoulder=cut.shoulder * 1.06, shoulder_y=cut.shoulder_y + 5)
    length = {"chore": 10, "western": -18}.get(style, -34)
    if colourway.length == "cropped":
        length += 6
    return replace(
        cut, neck=cut.neck * 1.02, neck_y=cut.neck_y + drop, shoulder_y=cut.shoulder_y + drop,
        armpit_y=cut.armpit_y + drop + 2, waist_y=cut.waist_y + drop, neck_depth=88, hem_curve=4,
        hem_y=cut.hem_y + drop + length, chest=cut.chest * wide, waist=cut.waist * wide,
        hem=cut.hem * (0.95 if style in ("trucker", "sherpa") else 1.0) * wide,
        cuff=cut.cuff * 1.15, sleeve=cut.sleeve * wide, reach=0.95,
    )  # fmt: skip


def denim_jacket(canvas: Canvas, colourway: Colourway) -> None:
    """A denim jacket in one of the `STYLES`."""
    rng = shape_rng(colourway)
    style = colourway.pick(STYLES)
    cut = denim_cut(colourway, rng, style)
    cloth, arms = fabric(colourway), pose(rng)
    cloth = replace(cloth, button=cloth.metal)
    fleece = sherpa("#ece2cc" if colourway.colour != "white" else "#cdb892")
    pair = sleeves_of(cut, "long", arms)
    if style == "sherpa":
        throat(canvas, cut, fleece, material=FLEECE)
    else:
        throat(canvas, cut, cloth.ground, material=cloth.material)
    if style == "western":
        yarn = plain(0.45 * cloth.colour + 0.36 * dye("white"))
        edge = spline([(2 * CX - x, y) for x, y, *_ in hem_line(cut)[:-1]]
                      + [p[:2] for p in hem_line(cut)[::-1]], closed=False)  # fmt: skip
        back_hem(canvas, cut, cloth, 4)
        with canvas.part("inside"):
            frayed(canvas, edge + [0, 3], 12, yarn, 0.72)
    else:
        back_hem(canvas, cut, cloth, 4)
    options = {"length": "long", "finish": "stitch" if style == "chore" else "cuff", "gain": 1.35}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    yoke_y = cut.armpit_y - (26 if style == "western" else 34)
    seams = panels(cut, yoke_y, style)
    draw_body(
        canvas, cut, cloth, "v-neck", sleeves=outlines_of(pair), gain=1.2,
        hem_stitch=style == "chore",
        seams=[(line, 2.2, 2.0) for line in seams],
        occlusion=wear(cut, yoke_y) if is_washed(colourway) else None,
    )  # fmt: skip
    for line in seams:
        stitch(canvas, line - [0, 2.4], cloth.stitch, 2.8, 1.0, 0.9, 0.85)
        stitch(canvas, line - [0, 5.4], cloth.stitch, 2.8, 1.0, 0.9, 0.7)
    if style == "western":
        frayed(canvas, edge + [0, 1], 9, yarn, 0.95)
    pockets(canvas, cut, cloth, style, yoke_y)
    if style in ("trucker", "sherpa"):
        waistband(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if style == "sherpa":
        for side, own in ((1, pair[0]), (-1, pair[1])):
            outer, inner, down = cuff_line(own, side)
            lip = [(*(outer + down * 22), 1), (*(inner + down * 22), 1), tuple(inner + down * 28),
                   tuple(outer + down * 28)]  # fmt: skip
            with canvas.part(SLEEVE[side]):
                draw_fur(canvas, lip, fleece, length=2.5, R=8, lift=1)
    front_edges(canvas, cut, cloth, style)
    if style == "sherpa":
        open_collar(canvas, cut, fleece, cloth, size=1.16, spread=1.1, material=FLEECE, point=False)
    else:
        open_collar(canvas, cut, cloth.ground, cloth, spread=1.25 if style == "western" else 1.0)


def panels(cut: Cut, yoke_y: float, style: str) -> list[np.ndarray]:
    """Yoke and panel seams; a chore coat has none."""
    lines = []
    for side in (1, -1):
        if style in ("trucker", "sherpa"):
            lines.append(spline(on_side([(CX + 12, yoke_y + 5), (CX + cut.shoulder - 8, yoke_y)],
                                        side),
                                closed=False))  # fmt: skip
            lines.append(spline(on_side([(CX + 43, yoke_y + 22), (CX + 24, cut.hem_y)], side),
                                closed=False))  # fmt: skip
            lines.append(spline(on_side([(CX + 83, yoke_y + 22), (CX + 62, cut.hem_y)], side),
                                closed=False))  # fmt: skip
        if style == "western":
            yoke = [(CX + 12, yoke_y - 14), (CX + 34, yoke_y - 4), (CX + 56, yoke_y + 20, 1),
                    (CX + 76, yoke_y - 2), (CX + cut.shoulder - 8, yoke_y - 12)]  # fmt: skip
            lines.append(spline(on_side(yoke, side), closed=False))
            side_seam = [
                (CX + cut.chest * 0.72, yoke_y + 8),
                (CX + cut.waist * 0.66, cut.hem_y - 2),
            ]
            lines.append(spline(on_side(side_seam, side), closed=False))
    return lines


def pockets(canvas: Canvas, cut: Cut, cloth: Cloth, style: str, yoke_y: float) -> None:
    """Buttoned flaps on the breast and welts, or a chore coat's three patches."""
    if style == "chore":
        cropped = cut.hem_y - cut.armpit_y < 190
        size = 0.82 if cropped else 1.16
        for side in (1, -1):
            y = cut.hem_y - (66 if cropped else 110)
            patch_pocket(canvas, cloth, CX + side * cut.hem * 0.56, y, size, sewn=True)
        patch_pocket(canvas, cloth, CX + cut.chest * 0.54, cut.armpit_y - 14, 0.72, sewn=True)
        return
    for side in (1, -1):
        x = CX + side * (56 if style == "western" else 63)
        y = yoke_y + (22 if style == "western" else 4)
        if style == "western":
            patch_pocket(canvas, cloth, x, y + 2, 0.76, sewn=True)
        pointed_flap(canvas, cloth, x, y, 25)
        if style != "western":
            welt(canvas, cloth, (CX + cut.hem * 0.72, cut.hem_y - 66),
                 (CX + cut.hem * 0.84, cut.hem_y - 16), side)  # fmt: skip


def pointed_flap(canvas: Canvas, cloth: Cloth, x: float, y: float, w: float) -> None:
    """A buttoned pocket flap with a point."""
    flap = corners((x - w, y), (x + w, y), (x + w, y + 15), (x, y + 29), (x - w, y + 15))
    layer(canvas, flap, cloth.ground, cloth.material, R=30, depth=0.14, edge=2, edge_depth=1,
          wrinkle=0.2, lift=3.4, shadow=0.6)  # fmt: skip
    row = np.array([(x - w + 3, y + 1), (x - w + 3, y + 13), (x, y + 25), (x + w - 3, y + 13),
                    (x + w - 3, y + 1)])  # fmt: skip
    stitch(canvas, row, cloth.stitch, 2.6, 1.0, 0.8, 0.85)
    button(canvas, x, y + 19, 3.6, cloth.metal, True)


def front_edges(canvas: Canvas, cut: Cut, cloth: Cloth, style: str) -> None:
    """The buttoned strip below the open throat, and the stitched edges of the throat."""
    top = cut.neck_y + cut.neck_depth - 3
    end = cut.hem_y + (18 if style in ("trucker", "sherpa") else -1)
    strip = corners((CX - 12, top - 21), (CX, top + 3), (CX + 12, top - 21), (CX + 12, end),
                    (CX - 12, end))  # fmt: skip
    layer(canvas, strip, cloth.ground, cloth.material, R=40, depth=0.12, edge=2, edge_depth=1,
          wrinkle=0.5, lift=3, shadow=0.6)  # fmt: skip
    for x in (-9, 9):
        row = np.array([(CX + x, top - 10), (CX + x, end)])
        stitch(canvas, row, cloth.stitch, 2.8, 1.0, 0.8, 0.8)
    for side in (1, -1):
        n, y, d = cut.neck, cut.neck_y, cut.neck_depth
        edge = [(CX + n * 0.66 + 4, y + d * 0.36), (CX + n * 0.30 + 6, y + d * 0.70)]
        stitch(canvas, np.array(on_side(edge, side), float), cloth.stitch, strength=0.6)
    count = 4 if style == "chore" else 5
    if end - top < 130:
        count = 3
    for y in np.linspace(top + 18, end - 9, count):
        button(canvas, CX, float(y), 4.3, cloth.metal, True)


def is_washed(colourway: Colourway) -> bool:
    """Only dyed denim fades; white and black stay as they are."""
    return colourway.material == "denim" and colourway.colour not in ("white", "black")


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


@draws("waistband")
def waistband(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A sewn band at the hem."""
    h, y = cut.hem, cut.hem_y
    band = [
        (CX - h, y - 5, 1), (CX, y - 1), (CX + h, y - 5, 1), (CX + h - 1, y + 21, 1), (CX, y + 25),
        (CX - h + 1, y + 21, 1),
    ]  # fmt: skip
    layer(canvas, band, cloth.ground, cloth.material, inflate_with=[spline(band),
          spline(body_outline(cut, "crew"))], R=118, depth=0.52, edge=4, wrinkle=0.4, lift=2.4,
          shadow=0.5)  # fmt: skip
    mark_hem(canvas, (CX + h - 1, y + 21), (CX, y + 25))
    for drop in (3, 19):
        row = spline(
            [(CX - h + 1, y - 4 + drop), (CX, y + drop), (CX + h - 1, y - 4 + drop)], closed=False
        )
        stitch(canvas, row, cloth.stitch, 2.8, 1.0, 0.8, 0.8)
