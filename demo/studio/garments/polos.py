"""Polo shirts: flat-knit collars, buttoned plackets, ribbed sleeves. Knows this type only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import (
    boxy,
    chest_of,
    chest_pocket,
    dyed,
    finer,
    matt,
    shape_rng,
    sleeve_bands,
)
from demo.studio.garments.marks import SLEEVE, draws
from demo.studio.garments.necklines import collar_stand_back, inside_back, placket
from demo.studio.garments.sleeves import Arm, draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailoring import back_hem, draw_body, hem_band
from demo.studio.light import Texture, layer
from demo.studio.trims import button, stitch


def polo_shirt(canvas: Canvas, colourway: Colourway) -> None:
    """Buttoned with a longer back, open at the neck, tipped, or with a knitted waistband."""
    rng = shape_rng(colourway)
    kind = colourway.pick(("tailed", "open", "tipped", "banded"))
    cut = cut_for(colourway, rng)
    cut = replace(cut, neck_depth=36, hem_curve=rng.uniform(4, 7), neck=cut.neck * 0.98)
    cloth, arms, short = matt(fabric(colourway), colourway), pose(rng), colourway.sleeve == "short"
    if short:
        arms = tuple(Arm(a.upper + rng.uniform(0, 8), a.fore) for a in arms)
    hem, drop, opened = "round", 0.0, 0.0
    if kind == "tailed":
        hem, drop = "split", 10.0
    elif kind == "open":
        opened, drop = float(rng.uniform(34, 42)), 5.0
        cut = replace(cut, reach=cut.reach * 0.92)
    elif kind == "banded":
        hem = "banded"
        cut = boxy(cut, 0.99, 14) if colourway.fit != "slim" else cut
        cut = replace(cut, hem_y=cut.hem_y - 16, hem_curve=5)
    two = bool(colourway.colour2) and colourway.pattern in ("striped", "colour-block")
    block = colourway.pattern == "colour-block"  # goes round the body
    rib = finer(cloth.rib, 1.5)
    trim = cloth.accent if two and kind != "tailed" else rib
    tipping = (cloth.accent if two else dyed(cloth.solid, cloth)) if kind == "tipped" else None
    if tipping is not None:
        trim = rib
    pair = sleeves_of(cut, colourway.sleeve, arms)
    opening = replace(cut, neck_depth=36 + opened)
    collar_stand_back(canvas, cut, trim, cloth)
    inside_back(canvas, opening, cloth, depth=6, rise=9, with_label=False)
    if hem != "banded":
        behind = replace(cloth, ground=cloth.texture) if block else cloth
        back_hem(canvas, cut, behind, drop, hem)
    options = {"length": colourway.sleeve, "finish": "stitch" if short else "rib", "rib": trim}
    if short and kind != "open":
        options["finish"] = "plain"
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, opening, cloth, "v-neck" if opened else "crew", hem=hem, sleeves=outlines_of(pair),
        gain=0.95, hem_stitch=hem != "banded", **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    if hem == "banded":
        hem_band(canvas, cut, trim, cloth, 24, 7)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if short and kind != "open":
        sleeve_bands(canvas, cloth, pair, trim, 12)
        if tipping is not None:
            tip_sleeves(canvas, cloth, pair, tipping)
    top = cut.neck_y + 25 + opened
    deep, buttons = {"banded": (152, 4), "open": (92 + opened, 2)}.get(kind, (118, 2))
    placket(
        canvas, cut, cloth, top, cut.neck_y + deep + rng.uniform(0, 12), buttons, 9.5,
        closed_end=True, first=26 if not opened else 18, texture=cloth.solid,
    )  # fmt: skip
    knit_collar(canvas, cut, trim, cloth, opened, tipping, 1.12 if kind == "banded" else 1.0)
    if not opened:
        button(canvas, CX, cut.neck_y + 32, 3.0, cloth.button)
    elif rng.random() < 0.5:
        chest_pocket(canvas, cut, cloth)


def tip_sleeves(canvas: Canvas, cloth: Cloth, pair: tuple, tipping: Texture) -> None:
    """A thin line round the knitted edge of each sleeve."""
    for side, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner = (np.array(on_side([p], side)[0][:2], float) for p in (own.outer, own.inner))
        run = (inner - outer) / np.linalg.norm(inner - outer)
        up = np.array([run[1], -run[0]])
        up = up if up[1] < 0 else -up
        line = spline(
            [tuple(outer + up * 4), tuple((outer + inner) / 2 + up), tuple(inner + up * 4)],
            closed=False,
        )
        with canvas.part(SLEEVE[side]):
            layer(canvas, ribbon(line, 1.3), tipping, cloth.material, R=6, depth=0.15, edge=0.8,
                  wrinkle=0, lift=0.4)  # fmt: skip


@draws("collar")
def knit_collar(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, drop: float = 0.0,
    tipping: Texture | None = None, length: float = 1.0,
) -> None:  # fmt: skip
    """Two leaves knitted in one piece: soft, without stand or topstitching, rolling at the neck."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    front = y + 25 * k + drop
    rng = canvas.rng
    for side in (1, -1):
        lean = rng.uniform(-2.5, 2.5)
        tip = (CX + 40 * k + lean + drop * 0.30, y + (56 * k + 0.5 * lean) * length + drop * 0.50)
        outer = [
            ((tip[0] * 0.6 + (CX + n + 14) * 0.4) + 3, tip[1] - 11 * k),
            ((tip[0] * 0.22 + (CX + n + 14) * 0.78) + 3, y + 31 * k + drop * 0.16),
            (CX + n + 14 * k, y + 15 * k), (CX + n + 6 * k, y - 4 * k),
        ]  # fmt: skip
        leaf = [
            (CX + 2.5, front, 1), (CX + 21 + drop * 0.16, (front + tip[1]) / 2 + 1),
            (tip[0] - 2, tip[1] - 0.5), (tip[0] + 2.5, tip[1] - 2.5), *outer,
            (CX + n - 3 * k, y - 16 * k, 1),
            (CX + n * 0.80, y - 4 * k + drop * 0.1), (CX + n * 0.42, y + 12 * k + drop * 0.5),
        ]  # fmt: skip
        roll = [
            Fold((CX + side * (n - 2), y - 9 * k), (CX + side * 9, front - 2), side * 6, (6, 4),
                 2.6, 0, 0.1, 0.3),
            Fold((CX + side * (n + 10), y + 14 * k), (CX + side * 30, y + 36 * k + drop * 0.4),
                 side * 3, (5, 8), 1.0, 0.2, 0.3, 0.5),
        ]  # fmt: skip
        layer(
            canvas, on_side(leaf, side), texture, cloth.material, R=24, depth=0.32, edge=2.6,
            edge_depth=0.75, folds=roll, wrinkle=0.2 * cloth.wrinkle, lift=4.5 * k, shadow=0.6,
            uv=(CX + side * n, y, side * (50 - 90)), ripple=0,
        )  # fmt: skip
        edge = np.array(
            on_side([(CX + 5, front + 1.5), (tip[0] - 1, tip[1] - 4.5), *outer], side), float
        )[:, :2]
        path = spline([tuple(p) for p in edge], closed=False)
        centre = np.array([CX + side * n * 0.7, y + 20 * k + drop * 0.4])
        toward = (centre - path) / np.linalg.norm(centre - path, axis=1)[:, None]
        if tipping is not None:
            for away in (2.0, 6.4):
                line = path + toward * away
                layer(canvas, ribbon(line, 1.0), tipping, cloth.material, R=6, depth=0.15,
                      edge=0.8, wrinkle=0, lift=0.3, clip=on_side(leaf, side))  # fmt: skip
        else:
            stitch(canvas, path + toward * 1.2, cloth.stitch, 1.4, 0.5, 0.7, 0.6)
