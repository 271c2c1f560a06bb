"""Cardigans: two knitted fronts with a band, buttoned, zipped or open. Knows no pullover."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import (
    CX,
    Canvas,
    Point,
    corners,
    flip,
    mirror,
    on_side,
    ribbon,
    spline,
)
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut
from demo.studio.garments.jersey import chest_of, shape_rng
from demo.studio.garments.knits import (
    Shape,
    gauge,
    knit_cut,
)
from demo.studio.garments.marks import draws, mark_hem, mark_shoulders, mark_trunk
from demo.studio.garments.motifs import tipped
from demo.studio.garments.necklines import along, inside_back, neckband
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, sleeves_of
from demo.studio.garments.stances import BENT, CLOSE, STRAIGHT, WIDE, posed
from demo.studio.garments.tailoring import (
    armhole,
    band_outline,
    body_folds,
    body_outline,
    hem_line,
    neck_curve,
    side_seam,
)
from demo.studio.light import layer
from demo.studio.trims import button, zipper


@dataclass(frozen=True)
class Cardigan:
    """One silhouette of a cardigan."""

    shape: Shape
    open: bool = False
    """hangs open from the neck, so that the inside of the back is seen"""
    shawl: bool = False
    pockets: bool = False
    striped: bool = False
    """tipped band, striped sleeves"""
    button: float = 4.4


CARDIGANS: tuple[Cardigan, ...] = (
    Cardigan(Shape("plain", STRAIGHT, 0.99, 0, 1.0, 0.98, 0.98, 0, band=10, rib=28)),
    Cardigan(Shape("fisherman", WIDE, 1.09, 10, 1.10, 1.13, 1.08, -6, 1.28, 1.15, band=15, rib=40,
                   gain=0.9), shawl=True, pockets=True, button=6.0),
    Cardigan(Shape("fine", CLOSE, 1.01, 3, 1.04, 1.09, 1.12, 26, 1.12, 1.05, band=11, rib=18),
             open=True, pockets=True),
    Cardigan(Shape("chunky", BENT, 1.03, 5, 1.05, 1.06, 1.02, 2, 1.2, 1.1, band=12, rib=34),
             striped=True, button=5.0),
)  # fmt: skip
"""the buttoned classic, the shawl collar, the one that hangs open, the varsity"""


def edge_line(cut: Cut, v: bool, hangs_open: bool, bottom: float) -> np.ndarray:
    """The right front's inner edge, from the neck's side down to the hem, in design units."""
    y, start = cut.neck_y, cut.neck_y + cut.neck_depth
    neck: list[Point] = [p[:2] for p in neck_curve(cut, "v-neck" if v else "crew")[::-1]]
    if not hangs_open:
        middle = [(CX + 1.0, start + 30), (CX, (start + bottom) / 2), (CX, bottom)]
        return spline([*neck, *middle] if v else [(CX, start - 2), *middle], closed=False)
    apart = 27 + 0.05 * (bottom - y)
    low = [(CX + apart * 0.72, (start * 0.6 + bottom * 0.4)), (CX + apart * 1.15, bottom)]
    if v:
        top = [neck[0], (CX + cut.neck * 0.86, y + 46), (CX + cut.neck * 0.62, y + 112)]
        return spline([*top, *low], closed=False)
    return spline([(CX + 9, start - 2), (CX + 14, start + 34), *low], closed=False)


def cardigan(canvas: Canvas, colourway: Colourway) -> None:
    """Back, sleeves, two fronts, hem, band with buttons or a zip, pockets."""
    rng = shape_rng(colourway)
    design = colourway.pick(CARDIGANS)
    shape, v = design.shape, colourway.neckline == "v-neck"
    cut = knit_cut(colourway, rng, shape)
    zipped = colourway.closure == "zip"
    hangs_open = design.open and not zipped
    depth = rng.uniform(104, 128) if design.shawl else rng.uniform(126, 164)
    depth = min(depth, 0.42 * (cut.hem_y - cut.neck_y))
    cut = replace(cut, neck_depth=depth if v else cut.neck_depth, neck=cut.neck * 1.02)
    cloth = gauge(colourway, shape.gauge)
    stripe = cloth.second if colourway.colour2 else 0.25 * cloth.colour + 0.75 * cloth.second
    pair = sleeves_of(cut, "long", posed(shape.arms, rng))
    bottom = cut.hem_y + shape.rib - 1
    line = edge_line(cut, v, hangs_open, bottom)
    inner_back(canvas, cut, cloth, bottom)
    inside_back(canvas, replace(cut, neck_depth=60), cloth, texture=cloth.rib)
    if design.shawl and v:
        behind = [(CX, cut.neck_y - 24), (CX + cut.neck + 4, cut.neck_y - 10),
                  (CX + cut.neck, cut.neck_y + 26), (CX, cut.neck_y + 12)]  # fmt: skip
        with canvas.part("inside"):
            layer(canvas, mirror(behind), cloth.rib, cloth.material, R=30, depth=-0.2, edge=2,
                  wrinkle=0.2, lift=0, dark=0.6)  # fmt: skip
    sleeve = cloth.ground
    if design.striped:
        sleeve = tipped(cloth.ground, stripe, ((74, 88), (100, 114)))
    options = {"length": "long", "finish": "rib", "gain": 1.1, "texture": sleeve}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    band_over = -1 if colourway.gender == "women" else 1
    for side in (-band_over, band_over):
        front(canvas, colourway, cut, cloth, side, line, outlines_of(pair), hangs_open)
        front_rib(canvas, cut, cloth, side, line, shape.rib)
    if design.pockets and colourway.length != "cropped":
        for side in (1, -1):
            patch_pocket(canvas, cut, cloth, side)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    trim = cloth.rib
    if design.striped:
        w = shape.band
        trim = tipped(cloth.rib, stripe, ((-w * 0.72, -w * 0.2), (w * 0.2, w * 0.72)))
    half = shape.band * 0.88
    if not v:
        neckband(canvas, cut, "crew", trim, cloth, shape.band, 3, sewn=False)
    for side in (-band_over, band_over):
        own = np.array(on_side([tuple(p) for p in line], side))
        layer(
            canvas, ribbon(own, half), trim, cloth.material, R=18, depth=0.3, edge=3,
            wrinkle=0.25, lift=2.5, uv=along(canvas, own),
        )  # fmt: skip
        if design.shawl and v:
            shawl(canvas, cut, cloth, side)
    start = cut.neck_y + cut.neck_depth
    canvas.mark("collar", (CX, start))
    mark_shoulders(canvas, cut)
    mark_trunk(canvas, cut, spline(body_outline(cut, "crew", "banded")), cut.hem_y)
    with canvas.part("waistband"):
        side_y = cut.hem_y - cut.hem_curve + shape.rib
        mark_hem(canvas, (CX + cut.hem - 9, side_y - 1), (CX, cut.hem_y + shape.rib))
    if zipped:
        middle = (start + bottom) / 2
        zipper(canvas, [(CX, start + 6), (CX, middle), (CX, bottom - 2)], cloth.metal, cloth.solid)
        return
    count = int(np.clip((bottom - start) / (58 if design.button > 5 else 50), 3, 7))
    for y in np.linspace(start + 18, bottom - 14, count):
        x = CX
        if hangs_open:
            at = line[int(np.argmin(np.abs(line[:, 1] - y)))]
            x = on_side([tuple(at)], -band_over)[0][0]
        button(canvas, float(x), float(y), design.button, cloth.button)


@draws("inside")
def inner_back(canvas: Canvas, cut: Cut, cloth: Cloth, bottom: float) -> None:
    """The inside of the back, seen between the fronts and in a deep V."""
    body = mirror(
        [
            (CX, cut.neck_y + 8), (CX + cut.neck + 4, cut.neck_y + 6, 1),
            (CX + cut.chest - 30, cut.armpit_y - 20), (CX + cut.hem - 20, cut.hem_y, 1),
            (CX + cut.hem - 22, bottom - 6, 1), (CX, bottom - 4),
        ]
    )  # fmt: skip
    layer(
        canvas, body, cloth.ground, cloth.material, R=60, depth=-0.2, edge=2, wrinkle=0.5, lift=0,
        dark=0.50, uv=lambda x, y: (CX - x + 31, y - 83),
        folds=flutes(canvas.rng, (CX, 60, cut.waist_y), (CX, 70, bottom), 5, 2.0),
    )  # fmt: skip


def front(
    canvas: Canvas, colourway: Colourway, cut: Cut, cloth: Cloth, side: int, line: np.ndarray,
    sleeves: list[np.ndarray], hangs_open: bool,
) -> None:  # fmt: skip
    """One knitted front, from its edge to the side seam."""
    rng = canvas.rng
    hem = hem_line(cut, "banded")
    above = line[line[:, 1] < cut.hem_y]
    corner = (float(above[-1, 0]), cut.hem_y + 1, 1)
    neck = neck_curve(cut, "crew")[1:] if line[0, 0] < CX + cut.neck * 0.5 else []
    shape = spline(
        on_side(
            [
                *[(float(p[0]), float(p[1]), 1) for p in above[::-3]], *neck[:-1],
                (CX + cut.neck, cut.neck_y, 1),
                ((CX * 2 + cut.neck + cut.shoulder) / 2, (cut.neck_y + cut.shoulder_y) / 2 - 3),
                *armhole(cut), *side_seam(cut), *hem[:-1], (CX + cut.hem * 0.5, cut.hem_y), corner,
            ],
            side,
        ),
        steps=6,
    )  # fmt: skip
    whole = [spline(body_outline(cut, "crew", "banded")), spline(band_outline(cut, 28, 8))]
    pulls = [
        Fold((CX + side * 8, y), (CX + side * rng.uniform(40, 90), y + rng.uniform(-22, 30)), 0,
             (3, 10), rng.uniform(0.8, 1.9) * cloth.fold, 0.2, 0.05, 0.8)
        for y in np.linspace(cut.neck_y + cut.neck_depth + 24, cut.hem_y - 26, 4)
    ]  # fmt: skip
    if hangs_open:
        pulls = flutes(rng, (CX + side * 60, 40, cut.armpit_y), (CX + side * 70, 50, cut.hem_y), 4,
                       2.6 * cloth.fold)  # fmt: skip
    edge = spline([*flip(hem[:-1]), *hem[::-1]], closed=False)[2:-2] - [0, 10]
    layer(
        canvas, shape, cloth.texture, cloth.material, inflate_with=[shape, *whole, *sleeves],
        R=118, depth=0.52, edge=12, edge_depth=0.62, wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=80,
        folds=body_folds(rng, cut, 1.5 * cloth.fold) + pulls, pucker=[(edge, 13, 0.7)],
        lift=5 if hangs_open else 2, relief=chest_of(colourway, cut, cloth, canvas).get("relief"),
    )  # fmt: skip


@draws("waistband")
def front_rib(
    canvas: Canvas, cut: Cut, cloth: Cloth, side: int, line: np.ndarray, height: float
) -> None:
    """The ribbed hem of one front."""
    h, y, curve = cut.hem, cut.hem_y, cut.hem_curve
    x = float(line[-1, 0])
    outline = on_side(
        [
            (x, y - 1, 1), (CX + h * 0.55, y - curve * 0.4 - 2), (CX + h - 7, y - curve - 4, 1),
            (CX + h - 7, y - curve + height * 0.5), (CX + h - 9, y - curve + height - 1, 1),
            (CX + h * 0.55, y + height - curve * 0.4), (x, y + height, 1),
        ],
        side,
    )  # fmt: skip
    body = spline(body_outline(cut, "crew", "banded"))
    seam = spline(on_side([(x, y - 1), (CX + h - 7, y - curve - 1)], side), closed=False)
    folds = [
        Fold((CX + side * a, y + height), (CX + side * a + canvas.rng.uniform(-8, 8), y - 12), 0,
             (8, 6), 1.4)
        for a in canvas.rng.uniform(x - CX, h, 3)
    ]  # fmt: skip
    band = spline(band_outline(cut, height, 9))
    layer(
        canvas, outline, cloth.rib, cloth.material, inflate_with=[band, body], R=118, depth=0.52,
        edge=9, edge_depth=0.6, wrinkle=0.3, lift=0.8, shadow=0.3, folds=folds,
        seams=[(seam, 2.0, 0.9)],
    )  # fmt: skip


@draws("collar")
def shawl(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """One half of a thick collar that rolls from the back of the neck down to the first button."""
    n, y, start = cut.neck, cut.neck_y, cut.neck_y + cut.neck_depth
    outer = [
        (CX - 1, y - 25), (CX + n * 0.6, y - 22), (CX + n + 9, y - 9), (CX + n + 21, y + 22),
        (CX + n + 9, y + cut.neck_depth * 0.52), (CX + 30, start - 4), (CX + 9, start + 34),
    ]  # fmt: skip
    inner = [
        (CX - 1, y - 6), (CX + n * 0.5, y - 3), (CX + n * 0.82, y + 10),
        (CX + n * 0.70, y + cut.neck_depth * 0.36), (CX + n * 0.34, y + cut.neck_depth * 0.72),
        (CX + 2, start + 6), (CX - 6, start + 32),
    ]  # fmt: skip
    a, b = (np.array(on_side([tuple(p) for p in spline(pts, closed=False)], side))
            for pts in (outer, inner))  # fmt: skip
    rng = canvas.rng
    folds = [
        Fold((CX + side * (n + 16), y + 6), (CX + side * n * 0.5, y + cut.neck_depth * 0.9),
             side * -8, (5, 7), 3.0, 0.3, 0.2, 0.4),
        Fold((CX + side * (n + 12), y + 30 + rng.uniform(-8, 8)),
             (CX + side * n * 0.75, y + 18), 0, (4, 5), 1.8),
    ]  # fmt: skip
    layer(
        canvas, np.concatenate([a, b[::-1]]), cloth.rib, cloth.material, R=18, depth=0.55, edge=7,
        edge_depth=0.8, folds=folds, wrinkle=0.3, lift=5, shadow=0.5, uv=along(canvas, (a + b) / 2),
    )  # fmt: skip


def patch_pocket(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """A square knitted pocket above the waistband."""
    x, y = CX + side * cut.hem * 0.58, cut.hem_y - 84
    w = cut.hem * 0.25
    patch = corners((x - w, y), (x + w, y), (x + w, y + 74), (x - w, y + 74))
    body = spline(body_outline(cut, "crew", "banded"))
    fold = Fold((x - w, y + 60), (x + w * 0.6, y + 26), 6, (5, 9), 1.8)
    layer(
        canvas, patch, cloth.ground, cloth.material, inflate_with=[body], R=118, depth=0.52,
        edge=2.5, wrinkle=0.5, lift=2.4, folds=[fold],
    )  # fmt: skip
    top = corners((x - w - 1, y - 2), (x + w + 1, y - 2), (x + w + 1, y + 13), (x - w - 1, y + 13))
    layer(canvas, top, cloth.rib, cloth.material, R=14, depth=0.2, edge=2, wrinkle=0.2, lift=1.6,
          folds=[Fold((x - w, y + 4), (x + w, y + 9), 5, (4, 5), 1.2)])  # fmt: skip
