"""Tank tops, and what all sleeveless fronts share: armholes, bindings, the back behind them.

Knows straps and armholes; no bare shoulder, no sleeve.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, Point, mirror, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import chest_of, dyed, finer, joined, matt, shape_rng
from demo.studio.garments.marks import mark_both
from demo.studio.garments.necklines import armhole_trim, neckband
from demo.studio.garments.tailoring import back_hem, draw_body, hem_line, neck_curve, side_seam
from demo.studio.light import Texture, layer
from demo.studio.trims import label


@dataclass(frozen=True)
class Straps:
    """How a sleeveless front is cut away and bound."""

    wide: float = 22
    """of the shoulder strap"""
    inward: float = 0
    """how much further than usual the armhole bites into the chest: a racer's cut"""
    deep: float = 0
    """how much lower than usual the armhole reaches"""
    band: float = 5.5
    """width of the binding at the neck"""
    trim: Texture | None = None
    texture: Texture | None = None
    """cloth of the front; the pattern when None"""
    hem: str = "round"
    drop: float = 6
    gain: float = 1.1
    swing: float = 1.0
    """how many flutes fall to the hem"""
    folds: Sequence[Fold] = ()
    seams: Sequence[tuple[np.ndarray, float, float]] = ()
    relief: Field | None = None


def bare_cut(cut: Cut) -> Cut:
    """The cut without sleeves: closer to the body, the shoulders less sloped."""
    return replace(
        cut, chest=cut.chest * 0.93, waist=cut.waist * 0.96, hem=cut.hem * 0.97,
        armpit_y=cut.armpit_y - 8,
        shoulder_y=cut.neck_y + 0.6 * (cut.shoulder_y - cut.neck_y),
    )  # fmt: skip


def armhole_edge(cut: Cut, straps: Straps) -> list[Point]:
    """The right armhole, from the strap's outer end to the armpit."""
    x = CX + cut.neck + straps.wide
    slope = (cut.shoulder_y - cut.neck_y) / (cut.shoulder - cut.neck)
    y, pit = cut.neck_y + slope * straps.wide, cut.armpit_y + straps.deep
    tall = pit - y
    span, bite = CX + cut.chest - x, straps.inward
    return [
        (x, y, 1), (x - 1 - bite * 0.30, y + tall * 0.28),
        (x + span * 0.03 - bite * 0.52, y + tall * 0.56),
        (x + span * 0.24 - bite * 0.34, y + tall * 0.80),
        (x + span * 0.62 - bite * 0.08, y + tall * 0.955), (CX + cut.chest - 1, pit, 1),
    ]  # fmt: skip


def strap_folds(canvas: Canvas, cut: Cut, cloth: Cloth, straps: Straps) -> list[Fold]:
    """Drags from shoulder straps and armholes, and the flutes of a hem that nothing holds."""
    rng = canvas.rng
    x, deep = cut.neck + straps.wide * 0.5, cut.armpit_y - cut.neck_y
    folds = [
        Fold((CX + side * (x + rng.uniform(-8, 8)), cut.neck_y + deep * rng.uniform(0.15, 0.4)),
             (CX + side * rng.uniform(16, 84), cut.armpit_y + rng.uniform(-6, 46)),
             rng.uniform(-6, 6), (3, rng.uniform(8, 13)), rng.uniform(1.2, 2.6) * cloth.fold,
             rng.uniform(-0.3, 0.3), 0.15, 0.7)
        for side in (1, -1) for _ in range(3)
    ]  # fmt: skip
    top = (CX, cut.waist, cut.armpit_y + 0.45 * (cut.hem_y - cut.armpit_y))
    count = max(3, round(6 * straps.swing))
    return folds + flutes(
        rng, top, (CX, cut.hem, cut.hem_y), count, 2.3 * cloth.fold * straps.swing**0.5
    )


def sleeveless(canvas: Canvas, colourway: Colourway, cut: Cut, straps: Straps) -> Cloth:
    """A top without sleeves: back panel seen through neck and armholes, front, bindings."""
    cloth = matt(fabric(colourway), colourway)
    n, y = cut.neck, cut.neck_y
    hole = armhole_edge(cut, straps)
    back_neck = [(CX, y + 30), (CX + n * 0.6, y + 22), (CX + n, y - 2, 1)]
    # Behind, a racer's straps run together; the armpit is higher and shows its inside.
    shift = (0, -3 - straps.inward * 0.4, -3 - straps.inward * 0.3, -1, 0, 0)
    back_hole = [
        (p[0] + dx, p[1] - (5 if i > 3 else 0), *p[2:])
        for i, (p, dx) in enumerate(zip(hole, shift, strict=True))
    ]
    low = cut.armpit_y + straps.deep
    back = mirror([*back_neck, *back_hole, (CX + cut.chest - 8, low + 50, 1), (CX, low + 60)])
    with canvas.part("inside"):
        layer(
            canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.4, lift=0,
            dark=0.58, uv=lambda px, py: (CX - px + 31, py - 83),
        )  # fmt: skip
        label(canvas, CX, y + 34, 22, 12, dark=0.6)
    knotted = straps.hem == "knotted"  # only the front is
    back_hem(canvas, cut, cloth, straps.drop, "round" if knotted else straps.hem)
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["relief"] = joined(chest.get("relief"), straps.relief)
    chest["extra_folds"] = [
        *chest.get("extra_folds", []), *strap_folds(canvas, cut, cloth, straps), *straps.folds,
    ]  # fmt: skip
    low_cut = replace(cut, armpit_y=low)
    outline = mirror([
        *neck_curve(cut, colourway.neckline), *hole, *side_seam(low_cut), *hem_line(cut, straps.hem)
    ])  # fmt: skip
    draw_body(
        canvas, cut, cloth, colourway.neckline, outline=outline, hem=straps.hem, lift=4,
        gain=straps.gain, texture=straps.texture, seams=straps.seams,
        hem_stitch=not knotted, **chest,
    )  # fmt: skip
    mark_both(canvas, "shoulder", hole[0])
    mark_both(canvas, "armpit", hole[-1])
    trim = straps.trim or cloth.solid
    neckband(canvas, cut, colourway.neckline, trim, cloth, straps.band, 1.6)
    slope = (cut.shoulder_y - cut.neck_y) / (cut.shoulder - cut.neck)
    end = (CX + cut.chest - 3.5, low - 0.5, 1)  # the body's corner is a little round
    armhole_trim(canvas, [*hole[:-1], end], slope, cloth, trim, straps.band, clip=spline(outline))
    return cloth


def tank_top(canvas: Canvas, colourway: Colourway) -> None:
    """Ribbed with deep armholes, racer, muscle with dropped armholes, bound with a curved hem."""
    rng = shape_rng(colourway)
    kind = colourway.pick(("ribbed", "racer", "muscle", "bound"))
    neckline, women = colourway.neckline, colourway.gender == "women"
    cut = cut_for(colourway, rng, neck_y=80, armpit_y=214)
    depth = {"scoop": 88, "v-neck": 94}.get(neckline, 44)
    width = {"scoop": 1.12, "v-neck": 1.05}.get(neckline, 1.05)
    cut = replace(cut, neck=cut.neck * width, neck_depth=depth + rng.uniform(-5, 5), hem_curve=6)
    cut, cloth = bare_cut(cut), fabric(colourway)
    plain = colourway.pattern in ("solid", "melange")
    cropped = colourway.length == "cropped"
    slim = colourway.fit == "slim"
    if slim:  # clings, so hardly anything can fold
        taper = 0.95 if women else 0.97
        cut = replace(cut, waist=cut.waist * taper, hem=min(cut.hem, cut.chest) * taper)
    if kind == "ribbed":
        cut = replace(cut, waist=cut.waist * 0.97, neck=cut.neck * 1.04)
        straps = Straps(
            14 if women else 17, inward=8, deep=13, band=4.5, gain=0.7, swing=0.5,
            texture=finer(cloth.rib, 1.25) if plain else None, trim=cloth.solid,
        )  # fmt: skip
    elif kind == "racer":
        cut = replace(cut, neck=cut.neck * (0.90 if neckline != "crew" else 0.94))
        cut = replace(cut, hem=cut.hem * 0.3 + cut.waist * 0.7, waist=cut.waist * 0.98)
        straps = Straps(13, inward=19, deep=8, band=4.5, hem="curved" if not cropped else "round",
                        drop=9, swing=0.8)  # fmt: skip
    elif kind == "muscle":
        cut = replace(cut, waist=(cut.waist + cut.chest) / 2, hem=cut.chest * 0.98, hem_curve=3,
                      neck_depth=cut.neck_depth * (0.8 if neckline == "scoop" else 1))  # fmt: skip
        straps = Straps(min(34.0, cut.shoulder - cut.neck - 20), inward=15, deep=30, band=7,
                        trim=finer(cloth.rib), gain=0.8, swing=0.6, drop=0)  # fmt: skip
    else:
        two = bool(colourway.colour2) and colourway.pattern in ("striped", "graphic")
        straps = Straps(
            20 if neckline != "crew" else 25, inward=6, deep=14, band=7,
            hem="split" if not cropped else "round", gain=0.9, swing=0.7,
            drop=9, trim=cloth.accent if two else dyed(cloth.solid, cloth),
        )  # fmt: skip
    if slim:
        straps = replace(straps, gain=straps.gain * 0.6, swing=straps.swing * 0.35)
    sleeveless(canvas, colourway, cut, straps)
