"""Sweater vests, and what any sleeveless knit needs: its armholes. Knows no other garment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, flip, mirror, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.jersey import chest_of, shape_rng
from demo.studio.garments.knits import (
    GAUGES,
    Shape,
    edge_rib,
    gauge,
    knit_cut,
    knitted,
    split_hem,
)
from demo.studio.garments.marks import draws, mark_hem
from demo.studio.garments.motifs import argyle, contrast, fair_isle, tipped
from demo.studio.garments.necklines import armhole_trim, inside_back, neckband
from demo.studio.garments.stances import STRAIGHT
from demo.studio.garments.tailoring import draw_body, hem_line, neck_curve
from demo.studio.light import Texture, layer

VESTS: tuple[Shape, ...] = (
    Shape("plain", STRAIGHT, 0.80, 2, 0.90, 0.86, 0.86, 0, band=9, rib=24, gain=0.7),
    Shape(
        "fisherman", STRAIGHT, 0.93, 12, 0.98, 0.97, 0.96, -30, band=12, rib=30, neck=1.04, gain=0.7
    ),
    Shape("aran", STRAIGHT, 0.83, 6, 0.93, 0.90, 0.90, 4, band=13, rib=30, gain=0.7),
    Shape("fine", STRAIGHT, 0.78, 20, 0.92, 0.92, 0.95, 30, band=7, rib=0, neck=1.04, gain=0.7),
)
"""the slim classic, the boxy one with shoulders, the cricket vest, the long tabard with slits"""


def vest_cut(cut: Cut) -> Cut:
    """The cut of a sleeveless knit: shoulders end high, on the line from neck to arm."""
    return replace(cut, shoulder_y=cut.neck_y + 0.72 * (cut.shoulder_y - cut.neck_y))


def armscye(cut: Cut) -> list[Point]:
    """The right armhole, shoulder first: almost plumb, then round to the side."""
    x, y = CX + cut.shoulder, cut.shoulder_y
    deep, out = cut.armpit_y - y, cut.chest - cut.shoulder
    inward = 7 + max(0.0, 5 - out * 0.3)
    return [
        (x, y, 1), (x - inward * 0.8, y + deep * 0.28), (x - inward, y + deep * 0.56),
        (x - inward * 0.4 + out * 0.18, y + deep * 0.79), (x + out * 0.62, y + deep * 0.95),
        (CX + cut.chest, cut.armpit_y, 1),
    ]  # fmt: skip


def vest_outline(cut: Cut, kind: str, hem: str) -> list[Point]:
    """The front of a sleeveless knit."""
    low = (  # goes on below the waistband, so that neither has an edge there
        [(CX + cut.hem - 2, cut.hem_y - cut.hem_curve + 12, 1), (CX, cut.hem_y + 14)]
        if hem == "banded"
        else hem_line(cut, hem)
    )
    waist = (CX + cut.waist, min(cut.waist_y, cut.armpit_y + 0.55 * (cut.hem_y - cut.armpit_y)))
    middle = ((CX * 2 + cut.neck + cut.shoulder) / 2, (cut.neck_y + cut.shoulder_y) / 2 - 2)
    return mirror([*neck_curve(cut, kind), middle, *armscye(cut), waist, *low])


@draws("inside")
def vest_back(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The inside of the back, a sliver of it seen beyond each armhole."""
    hole = armscye(cut)
    seen = [(p[0] + (2.5 if 0 < i < 4 else 0), *p[1:]) for i, p in enumerate(hole)]
    panel = mirror([
        (CX, cut.neck_y + 12), (CX + cut.neck, cut.neck_y - 2, 1), *seen,
        (CX + cut.chest - 10, cut.armpit_y + 40, 1), (CX, cut.armpit_y + 50),
    ])  # fmt: skip
    layer(
        canvas, panel, cloth.solid, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.4, lift=0,
        dark=0.5,
    )  # fmt: skip


def armhole_rib(canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, width: float) -> None:
    """The ribbed bands inside both armholes, ending at the shoulder and at the side seam."""
    slope = (cut.shoulder_y - cut.neck_y) / max(30.0, cut.shoulder - cut.neck)
    armhole_trim(canvas, armscye(cut), slope, cloth, texture, width)


@draws("waistband")
def flat_band(canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, height: float) -> None:
    """A ribbed waistband that lies as wide as the body above it."""
    h, y, curve = cut.hem, cut.hem_y, cut.hem_curve
    right = [
        (CX + h * 0.5, y - curve * 0.3), (CX + h - 0.5, y - curve - 1, 1),
        (CX + h - 2.5, y - curve + height * 0.5), (CX + h - 5, y - curve + height - 3),
        (CX + h - 9, y - curve + height, 1), (CX + h * 0.5, y + height - curve * 0.3),
    ]  # fmt: skip
    outline = spline([*right, *flip(right)[::-1]])
    body = spline(mirror([
        (CX, y - 200), (CX + h, y - 200, 1), (CX + h, y - curve, 1),
        (CX + h - 6, y - curve + height, 1), (CX, y + height),
    ]))  # fmt: skip
    top = spline([(CX - h, y - curve - 1), (CX, y), (CX + h, y - curve - 1)], closed=False)
    folds = [
        Fold((CX + x, y + height), (CX + x + canvas.rng.uniform(-8, 8), y - 26), 0, (8, 6), 1.0)
        for x in canvas.rng.uniform(-h, h, 5)
    ]
    layer(
        canvas, outline, texture, cloth.material, inflate_with=[outline, body], R=118, depth=0.45,
        edge=6, edge_depth=0.5, wrinkle=0.2, lift=0.5, shadow=0.16, folds=folds,
        seams=[(top, 1.6, 0.6)],
    )  # fmt: skip
    mark_hem(canvas, (CX + h - 9, y - curve + height), (CX, y + height))


def slender(cut: Cut, rib: float) -> Cut:
    """The cut of a vest that lies flat: relaxed ones too keep near the body, the hem no girdle."""
    chest = min(cut.chest, 0.45 * cut.chest + 0.55 * 112)
    waist = min(cut.waist, chest * 0.99)
    hem = float(np.clip(cut.hem, waist * (0.96 if rib else 0.99), waist * 1.03))
    shoulder = min(cut.shoulder, chest - 9)
    return replace(cut, chest=chest, waist=waist, hem=hem, shoulder=shoulder)


def patterned(colourway: Colourway, shape: Shape, cloth: Cloth) -> Cloth:
    """Geometric vests are argyles or Fair Isles; all others keep their cloth."""
    if colourway.pattern != "geometric":
        return cloth
    accent = contrast(colourway.colour, cloth.colour, cloth.second)
    if shape.gauge in ("plain", "fine"):
        flat = argyle(cloth.colour, cloth.second, accent)
    else:
        flat = fair_isle(cloth.colour, cloth.second, accent)
    return replace(cloth, texture=knitted(flat, GAUGES["fine"]), ground=cloth.solid)


def sweater_vest(canvas: Canvas, colourway: Colourway) -> None:
    """A sleeveless pullover with ribbed neck, armholes and hem."""
    rng = shape_rng(colourway)
    shape = colourway.pick(VESTS)
    cut = vest_cut(knit_cut(replace(colourway, sleeve="sleeveless"), rng, shape))
    cut = slender(cut, shape.rib)
    v = colourway.neckline == "v-neck"
    if v:
        cut = replace(cut, neck_depth=cut.neck_depth + rng.uniform(62, 84))
    cloth = patterned(colourway, shape, gauge(colourway, shape.gauge))
    hem = "banded" if shape.rib else "round"
    vest_back(canvas, cut, cloth)
    inside_back(canvas, cut, cloth, texture=cloth.rib)
    if not shape.rib:
        split_hem(canvas, cut, cloth)
    draw_body(
        canvas, cut, cloth, colourway.neckline, outline=vest_outline(cut, colourway.neckline, hem),
        hem="round", hem_stitch=False, lift=4, gain=shape.gain,
        **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    rib = waist = cloth.rib
    if shape.gauge == "aran":  # a cricketer's stripes
        rib = tipped(cloth.rib, cloth.second, ((-9.5, -4.0), (4.0, 9.5)))
        edge = cut.hem_y - 100
        waist = tipped(cloth.rib, cloth.second, ((edge + 5, edge + 11), (edge + 16, edge + 19)))
    if shape.rib:
        flat_band(canvas, cut, waist, cloth, shape.rib)
    else:
        edge_rib(canvas, cut, cloth)
    armhole_rib(canvas, cut, cloth, cloth.rib, shape.band * 0.85)
    neckband(canvas, cut, colourway.neckline, rib, cloth, shape.band, 3, sewn=False)
