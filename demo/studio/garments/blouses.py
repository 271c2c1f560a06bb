"""Blouses: bows, ruffles, peplums, smocks. Knows no other woven top."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, flutes
from demo.studio.garments.collars import (
    POINT,
    ROUND,
    Leaf,
    front_edge,
    leaves,
    stand_back,
    stand_front,
)
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import chest_of, shape_rng
from demo.studio.garments.marks import SLEEVE, draws
from demo.studio.garments.necklines import along, inside_back, neckband
from demo.studio.garments.ruffles import ruffle
from demo.studio.garments.sleeves import Sleeve, cuff_line, draw_sleeves, outlines_of, sleeves_of
from demo.studio.garments.stances import BENT, ONE_BENT, STRAIGHT, WIDE, Arms, posed
from demo.studio.garments.tailoring import back_hem, body_outline, draw_body
from demo.studio.garments.vests import armhole_rib, vest_back, vest_cut, vest_outline
from demo.studio.light import layer
from demo.studio.trims import stitch


@dataclass(frozen=True)
class Style:
    """One silhouette of a blouse: factors on the cut, sleeves, hem, what adorns it."""

    arms: Arms
    hem: str
    trim: str
    """bow, ruffle, peplum or smock"""
    leaf: Leaf
    chest: float = 1.0
    waist: float = 1.0
    low: float = 1.0
    longer: float = 0.0
    sleeve: float = 1.1
    puff: float = 0.0
    cuff: float = 1.0
    bell: bool = False
    """sleeves open wide instead of ending in a cuff"""


BLOUSES: tuple[Style, ...] = (
    Style(STRAIGHT, "curved", "bow", POINT, 1.02, 1.06, 1.02, 10, 1.14, puff=12),
    Style(ONE_BENT, "shirttail", "ruffle", ROUND, 0.98, 0.95, 0.98, 4, 1.02, cuff=1.0),
    Style(BENT, "round", "peplum", ROUND, 0.97, 0.86, 1.16, -6, 1.12, puff=17),
    Style(WIDE, "round", "smock", POINT, 1.06, 1.20, 1.30, 8, 1.22, cuff=2.1, bell=True),
)
"""the bow blouse, the ruffled front, the peplum with full sleeves, the smock with bell sleeves"""


def blouse(canvas: Canvas, colourway: Colourway) -> None:
    """A lady's woven top: shirt collar, V or round neck; with or without buttons."""
    rng = shape_rng(colourway)
    style, kind = colourway.pick(BLOUSES), colourway.neckline
    cut = cut_for(colourway, rng, sleeve=style.sleeve)
    cut = replace(
        cut, hem_curve=rng.uniform(8, 14), puff=style.puff, cuff=cut.cuff * style.cuff,
        chest=cut.chest * style.chest, waist=cut.waist * style.waist, hem=cut.hem * style.low,
        hem_y=cut.hem_y + style.longer, waist_y=cut.waist_y - (14 if style.trim == "peplum" else 0),
    )  # fmt: skip
    cloth, collared = fabric(colourway), kind == "shirt-collar"
    depth = {"v-neck": 88.0, "shirt-collar": 52.0}.get(kind, 36.0)
    front = replace(cut, neck_depth=depth, neck=cut.neck * (1.0 if kind != "v-neck" else 1.06))
    shape = "crew" if kind == "crew" else "v-neck"
    pair = sleeves_of(cut, colourway.sleeve, posed(style.arms, rng))
    outline = None
    if pair is None:
        front = vest_cut(replace(front, shoulder=cut.shoulder * 0.92, chest=cut.chest * 0.94))
        outline = vest_outline(front, shape, style.hem)
        vest_back(canvas, front, cloth)
    elif colourway.sleeve == "short" and not style.bell:
        pair = tuple(puffed(own, 9 if style.puff else 3) for own in pair)
    if collared:
        stand_back(canvas, cut, cloth, cloth.ground)
    inside_back(canvas, front, cloth, depth=7 if collared else 9, rise=10 if collared else 0)
    back_hem(canvas, cut, cloth, 14 if style.hem == "shirttail" else 9, style.hem)
    cuffed = colourway.sleeve in ("long", "three-quarter") and not style.bell
    options = {"length": colourway.sleeve, "gain": 1.2, "finish": "cuff" if cuffed else "stitch"}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["extra_folds"] = [*chest.get("extra_folds", []), *fullness(canvas, cut, cloth, style)]
    if cloth.opacity < 1:
        sheer_back(canvas, cloth, outline or body_outline(front, shape, style.hem))
    seams = [(waist_line(cut), 2.0, 1.6)] if style.trim == "peplum" else []
    if style.trim == "smock":
        seams = [(yoke_line(cut, side), 1.8, 1.3) for side in (1, -1)]
    draw_body(
        canvas, front, cloth, shape, outline=outline, hem=style.hem, sleeves=outlines_of(pair),
        gain=1.15, seams=seams, **chest,
    )  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if pair is None:
        armhole_rib(canvas, front, cloth, cloth.solid, 5)
    elif colourway.sleeve == "short" and style.puff:
        short_bands(canvas, cloth, pair)
    top = cut.neck_y + depth - (6 if not collared else 7)
    if style.trim == "ruffle":
        frills(canvas, cut, cloth, top)
    if colourway.closure == "buttons":
        front_edge(canvas, cut, cloth, top, 6, half=8.5, first=16, sewn=style.trim != "bow")
    if collared:
        drop = depth - 34
        stand_front(canvas, cut, cloth, cloth.ground, drop)
        leaves(canvas, cut, cloth, cloth.ground, style.leaf, drop)
        return
    neckband(canvas, front, shape, cloth.solid, cloth, 8 if style.trim == "bow" else 5.5)
    if style.trim == "bow":
        bow(canvas, front, cloth)


@draws("inside")
def sheer_back(canvas: Canvas, cloth: Cloth, outline: list[Point]) -> None:
    """The back as it shows, all over, through a front that lets light pass."""
    layer(
        canvas, outline, cloth.ground, cloth.material, R=118, depth=0.3, edge=6, wrinkle=0.8,
        lift=0, dark=0.62, uv=lambda x, y: (CX - x + 31, y - 83),
    )  # fmt: skip


def waist_line(cut: Cut) -> np.ndarray:
    """A peplum's seam, left to right."""
    w, y = cut.waist + 2, cut.waist_y
    return spline([(CX - w, y - 5), (CX, y + 3), (CX + w, y - 5)], closed=False)


def yoke_line(cut: Cut, side: int) -> np.ndarray:
    """A smock's yoke seam on one side, below the collarbone."""
    y = cut.shoulder_y + 34
    points = [(CX + 24, y + 8), (CX + cut.shoulder * 0.6, y + 5), (CX + cut.shoulder - 8, y)]
    return spline(on_side(points, side), closed=False)


def fullness(canvas: Canvas, cut: Cut, cloth: Cloth, style: Style) -> list[Fold]:
    """Gathers below the shoulders or yoke, flutes of a peplum or of a wide hem."""
    rng, gain = canvas.rng, cloth.fold
    if style.trim == "peplum":
        y = cut.waist_y
        below = flutes(rng, (CX, cut.waist, y), (CX, cut.hem, cut.hem_y), 9, 3.4 * gain)
        tucks = [
            Fold((CX + x, y + 2), (CX + x * 0.9, y - rng.uniform(24, 60)), rng.uniform(-3, 3),
                 (2, 5), rng.uniform(1.0, 2.0) * gain, 0.1, 0.02, 0.8)
            for x in rng.uniform(-cut.waist * 0.85, cut.waist * 0.85, 9)
        ]  # fmt: skip
        return below + tucks
    if style.trim == "smock":
        y = cut.shoulder_y + 36
        gathers = [
            Fold((CX + side * x, y + 4), (CX + side * x * 1.12, y + rng.uniform(60, 190)),
                 rng.uniform(-4, 4), (1.8, 7), rng.uniform(1.2, 2.4) * gain, 0.1, 0.02, 0.75)
            for side in (1, -1)
            for x in np.linspace(20, cut.shoulder - 14, 8) + rng.uniform(-3, 3, 8)
        ]  # fmt: skip
        top = (CX, cut.chest, cut.armpit_y + 20)
        return gathers + flutes(rng, top, (CX, cut.hem, cut.hem_y), 8, 3.0 * gain)
    return [
        Fold((CX + side * (cut.neck + 10 + 11 * i), cut.neck_y + 18 + 5 * i),
             (CX + side * (30 + 16 * i), cut.neck_y + 150 + rng.uniform(0, 60)), 0, (3, 8),
             rng.uniform(1.0, 2.0) * gain, 0.1, 0.05, 0.8)
        for side in (1, -1) for i in range(4)
    ]  # fmt: skip


def puffed(own: Sleeve, out: float) -> Sleeve:
    """A short sleeve made round: its middle stands out, its hem is drawn in."""
    points: list[Point] = [tuple(p) for p in own.outline]
    hem = next(i for i, p in enumerate(points) if p[:2] == own.outer[:2])
    for i in range(hem):
        swell = out * (0.35, 0.8, 1.25, 1.35)[min(i, 3)]
        points[i] = (points[i][0] + swell, points[i][1] - swell * 0.45, *points[i][2:])
    return replace(own, outline=points)


def short_bands(canvas: Canvas, cloth: Cloth, pair: tuple[Sleeve, Sleeve]) -> None:
    """Narrow bands that gather puffed short sleeves."""
    for side, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner, down = cuff_line(own, side)
        middle = (outer + inner) / 2 + down * 3
        line = spline([tuple(outer), tuple(middle), tuple(inner)], closed=False)
        with canvas.part(SLEEVE[side]):
            layer(canvas, ribbon(line, 5.5), cloth.solid, cloth.material, R=12, depth=0.3, edge=3,
                  wrinkle=0.2, lift=2, uv=along(canvas, line))  # fmt: skip
            stitch(canvas, line - down * 4, cloth.stitch, strength=0.4)


def frills(canvas: Canvas, cut: Cut, cloth: Cloth, top: float) -> None:
    """Two rows of ruffles down both sides of the front's edge."""
    for side in (1, -1):
        for away, width, end in ((31, 19, 0.66), (13, 21, 0.74)):
            low = top + (cut.hem_y - top) * end
            line = spline(
                on_side([(CX + away * 0.8, top + 6), (CX + away, (top + low) / 2),
                         (CX + away * 0.7, low)], side), closed=False,
            )  # fmt: skip
            ruffle(canvas, cloth, line, width, -1 if side == 1 else 1, pitch=13, lift=2.6)


@draws("collar")
def bow(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A wide scarf tied at the neckline: two loops, two tails of unequal length."""
    x, y, rng = CX, cut.neck_y + cut.neck_depth + 2, canvas.rng
    for side, length in ((1, rng.uniform(120, 150)), (-1, rng.uniform(92, 124))):
        tail = [
            (x, y), (x + side * 13, y + length * 0.4),
            (x + side * rng.uniform(8, 22), y + length),
        ]  # fmt: skip
        fold = Fold((x, y), (x + side * 15, y + length), 3, (2, 5), 1.8, 0.2, 0.05, 0.3)
        layer(
            canvas, ribbon(spline(tail, closed=False), 5.5, 14), cloth.ground, cloth.material, R=14,
            depth=0.3, edge=3, folds=[fold], wrinkle=0.7, lift=4.5, shadow=0.5,
        )  # fmt: skip
    for side in (1, -1):
        sag = rng.uniform(2, 10)
        loop = [
            (x, y - 3), (x + side * 18, y - 17), (x + side * 44, y - 14 + sag),
            (x + side * 50, y + 6 + sag), (x + side * 38, y + 17 + sag), (x + side * 14, y + 10),
        ]  # fmt: skip
        folds = [
            Fold((x + side * 5, y), (x + side * 42, y - 5 + sag), 3, (2, 5), 2.4, 0.2, 0.05, 0.4),
            Fold((x + side * 5, y + 2), (x + side * 38, y + 11 + sag), -2, (2, 4), 1.8, 0.2,
                 0.05, 0.5),
        ]  # fmt: skip
        layer(canvas, loop, cloth.ground, cloth.material, R=16, depth=0.5, edge=5, folds=folds,
              wrinkle=0.5, lift=4.5, shadow=0.5)  # fmt: skip
    knot = [(x - 8, y - 8), (x + 8, y - 8), (x + 9, y + 8), (x - 9, y + 9)]
    layer(canvas, knot, cloth.ground, cloth.material, R=9, depth=0.6, edge=4, wrinkle=0.3, lift=3.5,
          folds=[Fold((x - 3, y - 8), (x + 2, y + 8), 2, (1.5, 2.5), 1.6)])  # fmt: skip
