"""Trench coats: belted, double- or single-breasted, wrapped or flared."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, on_side, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.coats import coat_cut
from demo.studio.garments.cut import Cut
from demo.studio.garments.lapels import Front, draw_fronts, inside
from demo.studio.garments.marks import SLEEVE
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailored_parts import (
    belt,
    flap_pocket,
    horn,
    over,
    seam_line,
    shoulder_strap,
    slant_pocket,
    wrist_strap,
)
from demo.studio.garments.tailoring import back_hem
from demo.studio.garments.tops import shape_rng
from demo.studio.light import Texture, layer
from demo.studio.trims import button, stitch


@dataclass(frozen=True)
class Style:
    """What sets one trench coat apart from the next."""

    kind: str
    """see `Front`"""
    lapel: float
    collar: float
    break_drop: float
    """from the waist up to the top button, in units of the cut"""
    overlap: float
    flare: float
    waist: float
    columns: int
    """of buttons"""
    flaps: int
    """storm flaps on the breast"""
    straps: bool
    """on shoulders and wrists"""
    tied: bool
    pocket: str
    wide: float = 1.0


CLASSIC = Style("notch", 1.25, 1.12, 96, 40, 1.14, 0.86, 2, 1, True, True, "slant")
CAR = Style("notch", 0.92, 1.0, 116, 13, 1.10, 0.93, 1, 2, True, True, "flap", 1.05)
WRAP = Style("peak", 1.4, 1.1, 66, 42, 1.18, 0.88, 2, 1, True, True, "patch", 1.05)
FLARED = Style("notch", 1.5, 1.2, 82, 38, 1.46, 0.80, 2, 2, True, True, "slant", 0.97)
STYLES = (CLASSIC, CAR, WRAP, FLARED)


def trench_coat(canvas: Canvas, colourway: Colourway) -> None:
    """A belted coat in one of the `STYLES`."""
    rng = shape_rng(colourway)
    style = colourway.pick(STYLES)
    cut = coat_cut(colourway, rng, style.flare * rng.uniform(0.97, 1.03))
    slim = colourway.fit == "slim"
    chest = cut.chest * style.wide
    cut = replace(
        cut, chest=chest, waist=chest * (style.waist - (0.05 if slim else 0)),
        sleeve=cut.sleeve * style.wide**2, reach=1.10, cuff=cut.cuff * 1.05,
        hem_curve=13 if style is FLARED else 7,
    )  # fmt: skip
    cloth, arms = gabardine(colourway), pose(rng, 0.80)
    k = cut.unit
    break_y = cut.waist_y - style.break_drop * k
    front = Front(break_y, style.overlap * k, 0, style.lapel * rng.uniform(0.95, 1.05), style.kind,
                  over(colourway), False, 0, style.collar, topstitch=True)  # fmt: skip
    pair = sleeves_of(cut, "long", arms)
    back_hem(canvas, cut, cloth, 6)
    inside(canvas, cut, cloth, front)
    options = {"length": "long", "finish": "stitch", "gain": 0.72}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    flapped = (front.over, -front.over)[: style.flaps]

    def under_lapel(side: int) -> None:
        if side in flapped:
            storm_flap(canvas, cut, cloth, side, deep=style.flaps == 1)

    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.1 if style is FLARED else 0.85,
                extra_folds=cinched(canvas, cut), under_lapel=under_lapel)  # fmt: skip
    edge_stitches(canvas, cut, cloth, front)
    fasten(canvas, cut, cloth, style, break_y)
    for side in (1, -1):
        x = CX + side * cut.waist * 0.66
        if style.pocket == "slant":
            slant_pocket(canvas, cut, cloth, side, cut.waist_y + 38 * k, 62 * k)
        else:
            flap_pocket(canvas, cut, cloth, x + side * 3, cut.waist_y + 58 * k, 28 * k, 22 * k, 3)
    belt(canvas, cut, cloth, style.tied, bow=rng.random() < 0.4)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    for side in (1, -1):
        if style is CAR:
            raglan(canvas, cut, cloth, side)
        shoulder_strap(canvas, cut, cloth, side)
        with canvas.part(SLEEVE[side]):
            wrist_strap(canvas, cut, cloth, pair[0 if side == 1 else 1], side)


def gabardine(colourway: Colourway) -> Cloth:
    """Tightly woven, pressed flat: smoother than other cotton, sewn in thread that shows."""
    cloth = fabric(colourway)
    material = replace(cloth.material, weave=0.012, contrast=1.2, rim=0.04)
    thread = cloth.colour * (0.62 if cloth.colour.mean() > 0.12 else 1.5) + 0.004
    pressed = {name: smooth(getattr(cloth, name)) for name in ("texture", "ground", "solid")}
    return replace(cloth, button=horn(colourway, cloth), material=material, stitch=thread,
                   wrinkle=0.7, **pressed)  # fmt: skip


def smooth(texture: Texture) -> Texture:
    """The cloth with hardly a thread standing out."""

    def even(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = texture(u, v, seed)
        return albedo, None if relief is None else 0.4 * relief

    return even


def cinched(canvas: Canvas, cut: Cut) -> list[Fold]:
    """Short gathers above and below the belt."""
    rng, k, folds = canvas.rng, cut.unit, []
    for x in np.linspace(-0.88, 0.88, 9) + rng.uniform(-0.07, 0.07, 9):
        for rise, reach in ((-8, rng.uniform(-58, -30)), (8, rng.uniform(44, 100))):
            end = CX + cut.waist * x * (1 + 0.0012 * abs(reach)) + rng.uniform(-4, 4)
            folds.append(
                Fold((CX + cut.waist * x, cut.waist_y + rise * k), (end, cut.waist_y + reach * k),
                     rng.uniform(-2, 2), (2.2 * k, 5.5 * k), rng.uniform(0.9, 2.1), 0.3, 0.02, 0.7)
            )  # fmt: skip
    return folds


def edge_stitches(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front) -> None:
    """Two rows along the edge of the upper front, one along the hem."""
    k, x = cut.unit, CX - front.over * front.overlap
    for inset in (3.0, 9.0):
        row = [(x + front.over * inset * k, front.break_y + 18 * k),
               (x + front.over * inset * k, cut.hem_y - 8)]  # fmt: skip
        stitch(canvas, np.array(row), cloth.stitch, 2.6, 1.2, 0.5, 0.45)
    h, y = cut.hem, cut.hem_y
    hem = [(CX - h + 4, y - cut.hem_curve - 9), (CX - h * 0.5, y - 11), (CX, y - 9),
           (CX + h * 0.5, y - 11), (CX + h - 4, y - cut.hem_curve - 9)]  # fmt: skip
    stitch(canvas, spline(hem, closed=False), cloth.stitch, strength=0.4)


def raglan(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """The seam of a sleeve that runs up to the collar."""
    line = [(CX + cut.neck + 34 * cut.unit, cut.neck_y + 26 * cut.unit),
            (CX + cut.chest * 0.80, cut.armpit_y - 46 * cut.unit),
            (CX + cut.chest - 4, cut.armpit_y - 4)]  # fmt: skip
    seam_line(canvas, cloth, spline(on_side(line, side), closed=False), side * 3.0)


def fasten(canvas: Canvas, cut: Cut, cloth: Cloth, style: Style, break_y: float) -> None:
    """Rows of buttons from the lapels down, left out where the belt lies."""
    k = cut.unit
    step = 48 if style.columns == 2 else 56
    for row in range(5):
        y = break_y + (16 + row * step) * k
        if abs(y - cut.waist_y) < 24 * k or y > cut.waist_y + 120 * k:
            continue
        if style.columns == 1:
            button(canvas, CX + 1, y, 5.2 * k, cloth.button)
            continue
        spread = (44, 36)[row > 0] if style is not WRAP else 35
        for side in (1, -1):
            button(canvas, CX + side * spread * k, y, 6.2 * k, cloth.button)


def storm_flap(canvas: Canvas, cut: Cut, cloth: Cloth, side: int, deep: bool) -> None:
    """A loose extra layer on one breast, buttoned below the lapel; a `deep` one ends in a point."""
    k, y, low = cut.unit, cut.neck_y, cut.armpit_y + (46 if deep else 22) * cut.unit
    flap = [
        (CX + cut.neck + 6 * k, y + 6 * k, 1),
        (CX + cut.shoulder - 5 * k, cut.shoulder_y + 4 * k, 1),
        (CX + cut.shoulder - 13 * k, cut.shoulder_y + 48 * k),
        (CX + cut.chest * 0.88, cut.armpit_y - 10 * k, 1),
        (CX + cut.chest * 0.80, low - 14 * k), (CX + cut.chest * 0.62, low),
        (CX + cut.neck * 0.9, low + (6 if deep else -4) * k, 1), (CX + cut.neck * 0.6, y + 60 * k),
    ]  # fmt: skip
    layer(canvas, on_side(flap, side), cloth.ground, cloth.material, R=60, depth=0.10, edge=2.2,
          edge_depth=0.7, wrinkle=0.4, lift=5, shadow=0.72, ripple=0)  # fmt: skip
    hem = [(CX + cut.chest * 0.86, cut.armpit_y - 12 * k), (CX + cut.chest * 0.78, low - 18 * k),
           (CX + cut.chest * 0.61, low - 4.5 * k),
           (CX + cut.neck * 0.95, low + (1 if deep else -9) * k)]  # fmt: skip
    row = spline(on_side(hem, side), closed=False)
    for inset in (0.0, 5.0):
        stitch(canvas, row - [0, inset * k], cloth.stitch, 2.4, 1.2, 0.5, 0.5)
