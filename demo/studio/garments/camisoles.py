"""Camisoles: thin straps over a lace-edged, draped, seamed or ruffled front. Knows this type only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio import patterns, weaves
from demo.studio.canvas import CX, Canvas, Point, corners, flip, mirror, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric, woven
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import finer, shape_rng
from demo.studio.garments.marks import draws, mark_both, mark_hem
from demo.studio.garments.tailoring import back_hem, bust, draw_body
from demo.studio.light import layer
from demo.studio.materials import LACE, METAL, SATIN
from demo.studio.trims import label, plain, stitch

TOP = 178.0
"""height of the front's edge between straps and side"""


def camisole(canvas: Canvas, colourway: Colourway) -> None:
    """Edged with lace, draped in a cowl, gathered under a bust seam, or ruffled."""
    rng = shape_rng(colourway)
    kinds = ("lace", "cowl", "empire", "ruffle")
    if colourway.fit == "slim":
        kinds = ("lace", "cups", "straight", "ruffle")
    elif colourway.material == "lace":
        kinds = ("lace", "empire", "straight", "ruffle")
    kind = colourway.pick(kinds)
    cut, cloth = cut_for(colourway, rng, armpit_y=196, waist=98), fabric(colourway)
    cut = replace(cut, chest=cut.chest * 0.91, waist=cut.waist * 0.90, hem=cut.hem * 0.92,
                  hem_curve=rng.uniform(5, 11))  # fmt: skip
    if kind in ("cups", "straight"):
        cut = replace(cut, waist=cut.waist * 0.96, hem=cut.hem * 0.95)
    elif kind == "empire":
        cut = replace(cut, waist=cut.chest * 1.0, hem=cut.chest * (1.22 if colourway.length !=
                      "cropped" else 1.12), hem_curve=13)  # fmt: skip
    at = cut.chest * (0.60 if kind != "straight" else 0.66)
    edge = front_edge(kind, at, cut)
    sheer, cloth = cloth, firm(cloth)
    back(canvas, cut, cloth)
    straps(canvas, cloth, at, behind=True)
    back_hem(canvas, cut, cloth, 5)
    if sheer is not cloth:
        lining(canvas, cut, cloth, edge)
    front(canvas, cut, sheer, kind, at, edge)
    line = spline([*flip(edge[1:])[::-1], *edge], closed=False)
    if kind == "lace":
        lace_band(canvas, line, cloth, 24)
        low = cut.hem_y - cut.hem_curve
        w = cut.hem - 1
        hem = spline([(CX - w, low), (CX, cut.hem_y), (CX + w, low)], closed=False, steps=40)
        lace_band(canvas, hem - [0, 13], cloth, 18, ends=False)
        mark_hem(canvas, (CX + w, low + 6), (CX, cut.hem_y + 6))
    elif kind == "ruffle":
        ruffle(canvas, cloth, at, edge)
    if kind == "cowl":
        cowl(canvas, cloth, at)
        flank = [[p for p in edge if p[0] >= CX + at - 1]]
        pieces = [spline(on_side(p, side), closed=False) for p in flank for side in (1, -1)]
    else:
        pieces = [line]
    for piece in pieces:
        layer(canvas, ribbon(piece + [0, 2], 2.2), cloth.solid, cloth.material, R=6, depth=0.3,
              edge=2, wrinkle=0, lift=1.4)  # fmt: skip
    straps(canvas, cloth, at, behind=False)


def front_edge(kind: str, at: float, cut: Cut) -> list[Point]:
    """The right half of the upper edge: centre, strap at `at`, armpit."""
    middle = {
        "lace": [(CX, TOP + 34, 1), (CX + at * 0.55, TOP + 14)],
        "cowl": [(CX, TOP + 30), (CX + at * 0.62, TOP + 14)],
        "empire": [(CX, TOP + 22, 1), (CX + at * 0.5, TOP + 8)],
        "cups": [(CX, TOP + 20, 1), (CX + at * 0.40, TOP - 3), (CX + at * 0.75, TOP - 12)],
        "straight": [(CX, TOP + 3), (CX + at * 0.5, TOP + 1)],
        "ruffle": [(CX, TOP + 2), (CX + at * 0.5, TOP)],
    }[kind]  # fmt: skip
    rise = 14 if kind not in ("straight", "ruffle") else 4
    return [*middle, (CX + at, TOP - rise, 1), (CX + cut.chest * 0.86, TOP + 6),
            (CX + cut.chest, cut.armpit_y + 6, 1)]  # fmt: skip


@draws("inside")
def back(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The inside of the back, straight from side to side."""
    panel = mirror([(CX, TOP + 16), (CX + cut.chest - 10, TOP + 14, 1),
                    (CX + cut.chest - 6, TOP + 70, 1), (CX, TOP + 80)])  # fmt: skip
    layer(canvas, panel, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.3,
          lift=0, dark=0.5)  # fmt: skip
    label(canvas, CX, TOP + 20, 20, 10, dark=0.6)


def straps(canvas: Canvas, cloth: Cloth, at: float, behind: bool) -> None:
    """Thin straps over the shoulder: their back halves, or the front ones with sliders."""
    for side in (1, -1):
        lean = canvas.rng.uniform(-1.5, 1.5)
        if behind:
            line = [(CX + at * 0.83 + lean, 103), (CX + at * 0.77 + lean, 105),
                    (CX + at * 0.73 + lean, 132), (CX + at * 0.70, TOP + 18)]  # fmt: skip
        else:
            line = [(CX + at - 1, TOP - 6), (CX + at * 0.98, 150), (CX + at * 0.91 + lean, 116),
                    (CX + at * 0.83 + lean, 103)]  # fmt: skip
        path = spline(on_side(line, side), closed=False)
        if not behind:
            canvas.mark("shoulder_left" if side == 1 else "shoulder_right", path[-1])
        with canvas.part("inside" if behind else "body"):
            layer(
                canvas, ribbon(path, 1.9), cloth.solid, cloth.material, R=5, depth=0.3, edge=1.4,
                wrinkle=0, lift=0 if behind else 1.5, dark=0.66 if behind else 1.0, ripple=0,
            )  # fmt: skip
        if not behind:
            x, y = path[len(path) // 2]
            bar = corners((x - 3.2, y - 2), (x + 3.2, y - 2), (x + 3.2, y + 2), (x - 3.2, y + 2))
            layer(canvas, bar, plain(cloth.metal), METAL, R=4, depth=0.3, edge=1.6, wrinkle=0,
                  lift=1.6)  # fmt: skip


def firm(cloth: Cloth) -> Cloth:
    """The cloth of straps, bindings and linings: where the front is of lace, satin of its colour."""
    if cloth.material.mesh is None:
        return cloth
    return replace(cloth, material=SATIN, ground=cloth.solid, texture=cloth.solid)


def body(cut: Cut, edge: list[Point]) -> list[Point]:
    """The front's outline below its upper edge."""
    return mirror([
        *edge, (CX + (cut.chest + cut.waist) / 2, (cut.armpit_y + cut.waist_y) / 2),
        (CX + cut.waist, cut.waist_y),
        (CX + (cut.waist + cut.hem) / 2, (cut.waist_y + cut.hem_y) / 2),
        (CX + cut.hem, cut.hem_y - cut.hem_curve, 1), (CX + cut.hem * 0.5, cut.hem_y - 2),
        (CX, cut.hem_y),
    ])  # fmt: skip


def lining(canvas: Canvas, cut: Cut, cloth: Cloth, edge: list[Point]) -> None:
    """A slip of the same shape under a lace front."""
    slip = spline(body(replace(cut, hem_y=cut.hem_y - 3, hem=cut.hem - 2), edge))
    layer(canvas, slip, cloth.solid, cloth.material, R=110, depth=0.4, edge=8, wrinkle=0.3, lift=2,
          dark=0.80, folds=flutes(canvas.rng, (CX, cut.waist, cut.waist_y - 20),
                                  (CX, cut.hem, cut.hem_y), 5, 1.6))  # fmt: skip


def front(canvas: Canvas, cut: Cut, cloth: Cloth, kind: str, at: float, edge: list[Point]) -> None:
    """The front's cloth, falling from the edge, the cowl or the seam under the bust."""
    rng = canvas.rng
    seams, folds, gain, count = [], [], 0.4, 7
    if kind == "cowl":
        gain, count = 0.3, 5
        for i, sag in enumerate((44, 66, 92, 122)):
            reach = at * (0.97 - 0.05 * i)
            folds.append(Fold((CX - reach, TOP - 6 + 5 * i), (CX + reach, TOP - 7 + 6 * i),
                              sag * rng.uniform(0.94, 1.06), (6.5 + 2 * i, 7 + 2 * i),
                              (3.3 - 0.5 * i) * cloth.fold, 0.45, 0.16, 0.24))  # fmt: skip
    elif kind == "empire":
        y = TOP + 62
        seam = spline([(CX - cut.chest, y - 6), (CX - cut.chest * 0.5, y + 3), (CX, y - 3),
                       (CX + cut.chest * 0.5, y + 3), (CX + cut.chest, y - 6)], closed=False)  # fmt: skip
        seams = [(seam, 2.2, 1.6)]
        folds += [  # gathered into the seam, from below and from above
            Fold((x, y + 1), (x + (x - CX) * 0.12 + rng.uniform(-5, 5), y + way * rng.uniform(20, 54)),
                 0, (2.4, 5), rng.uniform(1.2, 2.6) * cloth.fold, 0.1, 0.02, 0.8)
            for way, step in ((1, 9.0), (-1, 13.0))
            for x in np.arange(CX - cut.chest + 8, CX + cut.chest - 6, step) + rng.uniform(-2, 2)
        ]  # fmt: skip
        count = 9
    elif kind == "cups":
        gain, count = 0.7, 3
        for side in (1, -1):
            cup = [(CX, TOP + 58), (CX + cut.chest * 0.45, TOP + 78), (CX + cut.chest, TOP + 50)]
            dart = [(CX + cut.chest * 0.48, TOP - 8), (CX + cut.chest * 0.46, TOP + 34),
                    (CX + cut.waist * 0.42, cut.waist_y), (CX + cut.hem * 0.44, cut.hem_y)]  # fmt: skip
            seams += [(spline(on_side(line, side), closed=False), 1.6, 1.2) for line in (cup, dart)]
    elif kind == "straight":
        gain, count = 0.75, 3
    if kind in ("lace", "straight", "ruffle"):
        folds += [
            Fold((CX + side * at * (0.98 - 0.07 * i), TOP - 8 + 3 * i),
                 (CX + side * at * (0.80 - 0.24 * i) + rng.uniform(-8, 8), TOP + rng.uniform(50, 120)),
                 side * rng.uniform(-4, 8), (2.4, rng.uniform(6, 11)),
                 rng.uniform(1.2, 2.4) * cloth.fold, rng.uniform(-0.3, 0.3), 0.03, 0.8)
            for side in (1, -1) for i in range(4)
        ]  # fmt: skip
    waist = (CX, cut.waist, cut.waist_y - 20 if kind != "empire" else TOP + 70)
    folds += flutes(rng, waist, (CX, cut.hem, cut.hem_y), count, 3.0 * cloth.fold)
    swell = bust(replace(cut, armpit_y=218))
    share = 0.75 if kind in ("cups", "empire") else 0.5
    draw_body(
        canvas, cut, replace(cloth, wrinkle=0.35 * cloth.wrinkle), "crew", outline=body(cut, edge),
        gain=gain, lift=4, relief=lambda x, y: share * swell(x, y), extra_folds=folds, seams=seams,
        hem_stitch=kind != "lace", shouldered=False,
    )  # fmt: skip
    mark_both(canvas, "armpit", edge[-1])
    canvas.mark("collar", edge[0])
    for line, _, _ in seams:
        stitch(canvas, line + [0, 3.2], cloth.stitch, strength=0.4)


def cowl(canvas: Canvas, cloth: Cloth, at: float) -> None:
    """The uppermost fold of a cowl: the cloth rolls over and sags from strap to strap."""
    upper = spline([(CX - at - 2, TOP - 15), (CX - at * 0.62, TOP + 15), (CX, TOP + 31),
                    (CX + at * 0.62, TOP + 13), (CX + at + 2, TOP - 15)], closed=False)  # fmt: skip
    lower = spline([(CX - at + 1, TOP - 7), (CX - at * 0.60, TOP + 33), (CX, TOP + 57),
                    (CX + at * 0.62, TOP + 31), (CX + at - 1, TOP - 7)], closed=False)  # fmt: skip
    crease = (upper + lower) / 2
    layer(
        canvas, np.concatenate([upper, lower[::-1]]), cloth.ground, cloth.material, R=22, depth=0.5,
        edge=7, edge_depth=0.8, wrinkle=0.2, lift=4, shadow=0.5, seams=[(crease[6:-6], 5, 1.2)],
        folds=[Fold((CX - at, TOP - 10), (CX + at * 0.3, TOP + 46), 14, (3, 5), 1.5, 0.3, 0.1, 0.6)],
    )  # fmt: skip


def lace_band(
    canvas: Canvas, line: np.ndarray, cloth: Cloth, deep: float, ends: bool = True
) -> None:
    """Scalloped lace hanging `deep` units below a line; it tapers towards the line's ends."""
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    scallop = np.abs(np.sin(np.pi * run / 13.0))
    upper = line - np.stack([0 * run, 2 + 2.2 * scallop], 1)
    taper = np.clip(np.minimum(run, run[-1] - run) / 26 + 0.25, 0, 1) if ends else 1 + 0 * run
    lower = line + np.stack([0 * run, (deep + 5.0 * scallop) * taper], 1)
    dye = np.clip(cloth.colour * 1.08 + 0.004, 0, 1)
    thread = finer(woven(patterns.solid(dye), weaves.lace), 1.7)
    net = replace(LACE, mesh=lambda u, v: weaves.lace_cover(u * 1.7, v * 1.7))
    layer(
        canvas, np.concatenate([upper, lower[::-1]]), thread, net, R=24, depth=0.15, edge=1.2,
        wrinkle=0.3, lift=2.0, shadow=0.4, ripple=0,
    )  # fmt: skip
    for above in (0.0, 3.0):
        stitch(canvas, line + [0, deep * 0.12 + above], cloth.stitch, strength=0.35)


def ruffle(canvas: Canvas, cloth: Cloth, at: float, edge: list[Point]) -> None:
    """A gathered frill that falls from the upper edge, from side to side."""
    rng = canvas.rng
    deep = 40.0
    upper = spline([*flip(edge[1:-1])[::-1], *edge[:-1]], closed=False)
    reach = upper[-1, 0] - CX
    share = (upper[:, :1] - CX) / reach
    sway = 3.0 * np.sin(share * 15 + rng.uniform(0, 6)) + 1.6 * np.sin(share * 31)
    lower = upper + np.concatenate([share * 13, deep + sway - 8 * share**2], 1)
    folds = [
        Fold((x, TOP - 3), (x + (x - CX) * 0.16 + rng.uniform(-3, 3), TOP + deep + 4), 0, (2.6, 5.5),
             rng.uniform(1.8, 3.4) * cloth.fold, rng.uniform(-0.3, 0.3), 0.03, 0.05)
        for x in np.arange(CX - reach + 4, CX + reach, 12.5) + rng.uniform(-2, 2)
    ]  # fmt: skip
    layer(
        canvas, np.concatenate([upper, lower[::-1]]), cloth.ground, cloth.material, R=30, depth=0.3,
        edge=4, folds=folds, wrinkle=0.4, lift=5, ripple=0.8, shadow=0.5,
    )  # fmt: skip
    stitch(canvas, (lower - [0, 4])[3:-3], cloth.stitch, strength=0.35)
