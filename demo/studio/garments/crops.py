"""Crop tops: ribbed, knotted, smocked, laced like a corset, ringed. Knows this type only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, on_side, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments import bare_shoulders
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import (
    Sewing,
    dyed,
    finer,
    jersey,
    shape_rng,
    smocking,
    with_neckline,
)
from demo.studio.garments.sleeveless import Straps, bare_cut, sleeveless
from demo.studio.garments.sleeves import Arm, pose
from demo.studio.light import layer
from demo.studio.trims import stitch


def crop_top(canvas: Canvas, colourway: Colourway) -> None:
    """One of the silhouettes that its neckline and sleeves allow."""
    rng = shape_rng(colourway)
    cut = cut_for(replace(colourway, length="cropped"), rng)
    cut = replace(cut, hem_curve=4, sleeve=cut.sleeve * 0.92)
    if colourway.neckline == "halter":
        bare_shoulders.halter(canvas, colourway, cut, rng)
    elif colourway.neckline == "off-shoulder":
        bare_shoulders.off_shoulder(canvas, colourway, cut, rng)
    elif colourway.sleeve in ("", "sleeveless"):
        bare_armed(canvas, colourway, with_neckline(cut, colourway, rng), rng)
    else:
        sleeved(canvas, colourway, with_neckline(cut, colourway, rng), rng)


def bare_armed(
    canvas: Canvas, colourway: Colourway, cut: Cut, rng: np.random.Generator
) -> None:  # fmt: skip
    """Sleeveless: ribbed, knotted, smocked or with a corset's panels."""
    cloth, square = fabric(colourway), colourway.neckline == "square"
    kinds = ("corset", "smocked", "ribbed") if square else ("ribbed", "knotted", "smocked", "racer")
    kind = colourway.pick(kinds)
    cut = bare_cut(cut)
    cut = replace(cut, waist=cut.chest * 0.945, hem=cut.chest * 0.93)
    strap = rng.uniform(15, 19) if colourway.neckline != "crew" else rng.uniform(22, 28)
    plain = colourway.pattern == "solid"
    if kind == "corset":
        cut = replace(cut, hem_curve=13, waist=cut.chest * 0.88, hem=cut.chest * 0.88)
        lines = panels(cut)
        sleeveless(canvas, colourway, cut, Straps(
            13, band=4.5, gain=0.35, swing=0.2, drop=0, seams=[(line, 1.8, 1.3) for line in lines],
        ))  # fmt: skip
        for line in lines:
            for side in (-2.4, 2.4):
                stitch(canvas, line + [side, 0], cloth.stitch, strength=0.5)
    elif kind == "smocked":
        top = cut.neck_y + cut.neck_depth + 8
        sleeveless(canvas, colourway, cut, Straps(
            strap, band=4.5, gain=0.45, swing=0.4, drop=3, relief=smocking(canvas, top, cut.hem_y),
            folds=frill(canvas, cut, cloth),
        ))  # fmt: skip
    elif kind == "knotted":
        cut = replace(cut, hem_y=cut.hem_y - 4)
        sleeveless(canvas, colourway, cut, Straps(
            strap, band=5, hem="knotted", folds=drawn_up(canvas, cut, cloth), swing=0.4))  # fmt: skip
        knot(canvas, cut, cloth)
    else:
        racer = kind == "racer"
        rib = finer(cloth.rib, 1.25) if plain and colourway.material != "knit" else None
        sleeveless(canvas, colourway, cut, Straps(
            14 if racer else strap, inward=17 if racer else 3, band=6 if racer else 4.5, gain=0.75,
            swing=0.4, texture=None if racer else rib, drop=4,
            trim=(cloth.accent if colourway.colour2 else dyed(cloth.solid, cloth)) if racer else None,
        ))  # fmt: skip


def sleeved(canvas: Canvas, colourway: Colourway, cut: Cut, rng: np.random.Generator) -> None:
    """With sleeves: ribbed, knotted, a ringed baby tee, smocked."""
    kind = colourway.pick(("ribbed", "knotted", "ringer", "smocked"))
    cloth, arms = fabric(colourway), pose(rng)
    cut = replace(cut, hem=cut.waist * 0.98, reach=0.86)
    sewing = Sewing(band=5, drop=4, gain=0.9)
    if colourway.sleeve == "short":
        arms = tuple(Arm(a.upper + rng.uniform(0, 9), a.fore) for a in arms)
    if kind == "ribbed" and colourway.pattern == "solid" and colourway.material != "knit":
        rib = finer(cloth.rib, 1.25)
        sewing = replace(sewing, texture=rib, arms=rib, gain=0.7, trim=cloth.solid)
    elif kind == "knotted":
        cut = replace(cut, hem_y=cut.hem_y + 10)
        sewing = replace(sewing, hem="knotted", folds=drawn_up(canvas, cut, cloth))
    elif kind == "ringer":
        trim = cloth.accent if colourway.colour2 else dyed(finer(cloth.rib), cloth)
        sewing = replace(sewing, trim=trim, band=7,
                         cuffs="ringer" if colourway.sleeve == "short" else "rib")  # fmt: skip
    elif kind == "smocked":
        relief = smocking(canvas, cut.neck_y + cut.neck_depth + 14, cut.hem_y)
        sewing = replace(sewing, gain=0.5, relief=relief, folds=frill(canvas, cut, cloth))
    jersey(canvas, colourway, cut, sewing, arms)
    if kind == "knotted":
        knot(canvas, cut, cloth)


def panels(cut: Cut) -> list[np.ndarray]:
    """A corset's seams: from the bust and from the armpits down to the hem, and under the bust."""
    top, pit, low = cut.neck_y + cut.neck_depth, cut.armpit_y, cut.hem_y
    lines = []
    for side in (1, -1):
        bust = [(CX + cut.neck * 0.84, top), (CX + cut.chest * 0.44, pit + 22),
                (CX + cut.waist * 0.36, cut.waist_y + 6), (CX + cut.hem * 0.34, low)]  # fmt: skip
        flank = [(CX + cut.chest * 0.80, pit - 14), (CX + cut.chest * 0.76, pit + 30),
                 (CX + cut.waist * 0.70, cut.waist_y + 8), (CX + cut.hem * 0.70, low)]  # fmt: skip
        cup = [(CX + cut.chest - 4, pit + 34), (CX + cut.chest * 0.5, pit + 56),
               (CX + 14, pit + 36), (CX, pit + 22)]  # fmt: skip
        lines += [spline(on_side(line, side), closed=False) for line in (bust, flank, cup)]
    return lines


def frill(canvas: Canvas, cut: Cut, cloth: Cloth) -> list[Fold]:
    """The small ruffle that smocking leaves at the hem."""
    rng = canvas.rng
    return [
        Fold((x, cut.hem_y + 4), (x + rng.uniform(-2, 2), cut.hem_y - 15), 0, (2.6, 2.0),
             rng.uniform(1.4, 2.8) * cloth.fold, 0.1, 0.02, 0.5)
        for x in np.arange(CX - cut.hem + 4, CX + cut.hem - 3, 7.5) + rng.uniform(-1.5, 1.5)
    ]  # fmt: skip


def drawn_up(canvas: Canvas, cut: Cut, cloth: Cloth) -> list[Fold]:
    """Folds that run together at a knot in the middle of the hem."""
    rng = canvas.rng
    folds = []
    for side in (1, -1):
        for turn in np.deg2rad(np.linspace(4, 74, 7) + rng.uniform(-4, 4, 7)):
            reach = rng.uniform(60, 112)
            end = (CX + side * np.cos(turn) * reach, cut.hem_y - 24 - np.sin(turn) * reach)
            folds.append(Fold((CX + side * 5, cut.hem_y - 22), end, side * rng.uniform(2, 9),
                              (2.6, rng.uniform(6, 10)), rng.uniform(1.8, 3.4) * cloth.fold,
                              rng.uniform(-0.4, 0.4), 0.02, 0.8))  # fmt: skip
    return folds


def knot(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The two front ends, tied: tails, then the knot over them."""
    x, y, rng = CX, cut.hem_y - 22, canvas.rng
    for side in (-1, 1):
        long = rng.uniform(40, 54)
        tail = on_side([
            (x - 4, y, 1), (x + 7, y + 1, 1), (x + 19, y + long * 0.45), (x + 27, y + long * 0.86, 1),
            (x + 11, y + long, 1), (x + 5, y + long * 0.5),
        ], side)  # fmt: skip
        folds = [
            Fold((x + side * 2, y + 2), (x + side * (12 + lane), y + long * 0.9), side * 3,
                 (1.8, 4.0), 1.8, 0.2, 0.02, 0.5)
            for lane in (0, 8)
        ]  # fmt: skip
        layer(canvas, tail, cloth.ground, cloth.material, R=14, depth=0.45, edge=3, folds=folds,
              wrinkle=0.4, lift=4, uv=(x, y, side * -24.0))  # fmt: skip
    lump = [(x - 11, y - 9), (x + 3, y - 12), (x + 13, y - 7), (x + 12, y + 7), (x - 1, y + 11),
            (x - 13, y + 6)]  # fmt: skip
    folds = [
        Fold((x - 10, y + 6), (x + 9, y - 10), 4, (2.2, 2.8), 1.8, 0.3, 0.1, 0.3),
        Fold((x - 7, y + 9), (x + 12, y - 2), 3, (2.0, 2.4), 1.4, 0.3, 0.1, 0.3),
    ]  # fmt: skip
    layer(canvas, lump, cloth.ground, cloth.material, R=13, depth=0.6, edge=6, folds=folds,
          wrinkle=0.3, lift=3.5, shadow=0.5, uv=(x, y, 58.0))  # fmt: skip
