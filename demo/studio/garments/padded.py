"""Puffer jackets: wide or fine baffles, chevrons, boxes; and the list of padded garments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import (
    CX,
    F32,
    Canvas,
    Field,
    Point,
    flip,
    offset,
    smoothstep,
    spline,
)
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut
from demo.studio.garments.jackets import (
    back_of_collar,
    band_collar,
    front_zip,
    jacket_cut,
    welt,
    zip_pocket,
)
from demo.studio.garments.marks import SLEEVE, mark_both, mark_hem
from demo.studio.garments.necklines import armhole_band
from demo.studio.garments.parkas import parka
from demo.studio.garments.sleeves import (
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    rib_cuff,
    sleeves_of,
)
from demo.studio.garments.storm_hoods import hood_back, hood_collar
from demo.studio.garments.tailoring import back_hem, body_outline, cutaway, draw_body
from demo.studio.garments.tops import shape_rng
from demo.studio.light import layer
from demo.studio.noise import noise


@dataclass(frozen=True)
class Quilt:
    """How the down is sewn in."""

    name: str
    spacing: float
    """between seams, in units of the cut"""
    loft: float
    """height of a tube as a share of its width"""
    bulk: float
    """how much wider the jacket is than a cloth one"""
    peak: float = 0.0
    """slope of chevrons"""
    box: float = 0.0
    """distance of seams across the tubes; 0 for none"""


QUILTS = (
    Quilt("wide", 56, 0.31, 1.20),
    Quilt("fine", 18, 0.26, 1.06),
    Quilt("chevron", 32, 0.27, 1.13, peak=0.42),
    Quilt("boxes", 46, 0.25, 1.15, box=58),
)


def quilting(
    seed: int, spacing: float, slope: float = 0.0, sag: float = 0.0, *, loft: float = 0.27,
    peak: float = 0.0, box: float = 0.0, start: float = 60.0,
) -> Field:  # fmt: skip
    """Down-filled tubes across: `slope` tilts them, `sag` lets them hang lower in the middle,
    `peak` bends them into chevrons, `box` parts them by seams, staggered like bricks. A seam runs
    through y = `start` on the centre line."""
    small = float(np.clip(spacing / 40, 0.3, 1))

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        level = y + slope * (x - CX) + sag * ((x - CX) / 110) ** 2 + peak * np.abs(x - CX)
        drift = 2.2 * noise(seed + 5, 12, x * 0.6, y * 0.4)
        row = (level + drift - start) / spacing
        phase = np.mod(row, 1)
        tube = np.sqrt(np.maximum(0, 1 - (2 * phase - 1) ** 2))
        near = np.exp(-((np.minimum(phase, 1 - phase) * spacing / 6) ** 2))
        pinch = 1.5 * small * near * noise(seed + 6, (1.8, 14), x, y)
        if box:
            across = np.mod((x - CX) / box + 0.5 * np.mod(np.floor(row), 2), 1)
            bay = np.sqrt(np.sqrt(np.maximum(0, 1 - (2 * across - 1) ** 4)))
            edge = np.exp(-((np.minimum(across, 1 - across) * box / 6) ** 2))
            pinch = pinch + 1.2 * edge * noise(seed + 9, (14, 1.8), x, y)
            tube = tube * bay
        height = loft * min(spacing, 52.0)
        puffs = 1 + 0.10 * noise(seed + 7, 16, x, y * 1.4)
        return height * tube * puffs + pinch + 0.9 * small * noise(seed + 8, 7, x, y)

    return relief


def scalloped(
    outline: Sequence[Point], tubes: Field, side: int, amount: float, free: tuple[float, float]
) -> list[Point]:
    """A right outline pushed out where a tube reaches it on this `side`, drawn in at the seams:
    only below y = free[0], where no sleeve joins, and above free[1], the hem."""
    line = spline(list(outline), steps=8)
    height = tubes((CX + side * (line[None, :, 0] - CX)).astype(F32), line[None, :, 1].astype(F32))
    area = np.sum(line[:, 0] * np.roll(line[:, 1], -1) - np.roll(line[:, 0], -1) * line[:, 1])
    out = offset(line, 1.0 if area < 0 else -1.0) - line
    push = np.clip(height[0] - height.mean(), -9, 5)
    push *= smoothstep(free[0], free[0] + 14, line[:, 1])
    push *= 1 - smoothstep(free[1] - 16, free[1] - 2, line[:, 1])
    return [tuple(p) for p in line + amount * out * push[:, None]]


def puffer_cut(colourway: Colourway, rng: np.random.Generator, quilt: Quilt) -> Cut:
    """A jacket's cut made wider by its down."""
    cut = jacket_cut(colourway, rng, quilt.bulk)
    if colourway.neckline == "hooded":
        cut = replace(cut, neck_y=cut.neck_y + 16, shoulder_y=cut.shoulder_y + 16,
                      armpit_y=cut.armpit_y + 14, hem_y=cut.hem_y + 8)  # fmt: skip
    if colourway.length == "long":
        cut = replace(cut.scaled(0.86), hem_y=cut.hem_y + 10)
    if colourway.sleeve == "sleeveless":
        cut = replace(cut, chest=cut.chest * 0.91, waist=cut.waist * 0.94, hem=cut.hem * 0.95,
                      shoulder_y=cut.shoulder_y - 6 * cut.unit)  # fmt: skip
    if quilt.name == "wide" and colourway.length != "long":
        cut = replace(cut, hem_y=cut.hem_y - 14, hem=cut.hem * 0.97)
    return replace(cut, shoulder=cut.shoulder * (1 + 0.3 * (quilt.bulk - 1)))


def puffer_jacket(canvas: Canvas, colourway: Colourway) -> None:
    """A quilted jacket, coat or vest, hooded or with a bound neck or a low band for a collar."""
    rng = shape_rng(colourway)
    quilt = colourway.pick(QUILTS)
    hooded = colourway.neckline == "hooded"
    cut = puffer_cut(colourway, rng, quilt)
    cloth, arms = fabric(colourway), pose(rng)
    shine = float(rng.choice([0.14, 0.24, 0.32]))
    cloth = replace(cloth, material=replace(cloth.material, gloss=shine, contrast=1.0))
    if rng.random() < 0.6:  # a moulded zip in the cloth's own colour
        cloth = replace(cloth, metal=cloth.colour * 0.55 + 0.012)
    k = cut.unit
    spacing = quilt.spacing * k
    shape = {"loft": quilt.loft, "box": quilt.box * k}
    tubes = quilting(canvas.seed, spacing, 0, 0 if quilt.peak else 7 * k, peak=quilt.peak,
                     start=cut.hem_y + 3, **shape)  # fmt: skip
    fields = tuple(quilting(canvas.seed, spacing, slope, **shape) for slope in (-0.45, 0.45))
    pair = sleeves_of(replace(cut, sleeve=cut.sleeve * (0.98 + 0.9 * (quilt.bulk - 1))),
                      colourway.sleeve, arms)  # fmt: skip
    if pair is not None:
        pair = tuple(
            replace(
                own, outline=scalloped(own.outline, field, side, 0.55, (cut.armpit_y - 30 * k, 640))
            )
            for own, field, side in zip(pair, fields, (1, -1), strict=True)
        )
    ridges = quilting(canvas.seed + 3, 19 * k, sag=8 * k)
    rise = 0.0 if hooded else float(rng.choice([7.0, 15.0]))
    if hooded:
        hood_back(canvas, cut, cloth, cloth.ground, quilting(canvas.seed + 3, 24 * k))
    else:
        cut = replace(cut, neck_y=cut.neck_y - 4 * k, neck_depth=36 * k)
        back_of_collar(canvas, cut, cloth, cloth.ground, rise)
    back_hem(canvas, replace(cut, hem=cut.hem - 10), cloth, 3)
    contrast = colourway.pattern == "colour-block" and rng.random() < 0.6
    options = {
        "length": "long", "finish": "plain", "gain": 0.5,
        "texture": cloth.accent if contrast else cloth.ground, "relief": fields,
    }  # fmt: skip
    cuffs(canvas, cut, cloth, pair, front=False)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    strap = min(60.0 * k, cut.chest - cut.neck - 17) if pair is None else None
    outline = scalloped(body_outline(cut, "crew", "banded", strap), tubes, 1, 0.5,
                        (cut.armpit_y + 6, cut.hem_y))  # fmt: skip
    draw_body(
        canvas, cut, cloth, "crew", outline=outline, gain=0.5, hem_stitch=False, relief=tubes,
        sleeves=outlines_of(pair),
    )  # fmt: skip
    inset = 7 if quilt.peak else 13  # the seam above the hem draws it in
    mark_hem(canvas, (CX + cut.hem - inset, cut.hem_y - 2), (CX, cut.hem_y + 1))
    if pair is None:
        hole = cutaway(cut, strap)
        mark_both(canvas, "shoulder", hole[0])
        for side in (1, -1):
            line = spline(hole if side == 1 else flip(hole), closed=False)
            armhole_band(canvas, line, cloth.solid, cloth, 3.4)
    else:
        cuffs(canvas, cut, cloth, pair, front=True)
        draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    hand_pockets(canvas, cut, cloth, quilt)
    if quilt.peak:
        bound_hem(canvas, cut, cloth)
    if hooded:
        hood_collar(canvas, cut, cloth, cloth.ground, ridges)
        front_zip(canvas, cut, cloth, cut.neck_y - 1, cut.hem_y - 2)
        return
    band_collar(canvas, cut, cloth.ground if rise > 10 else cloth.solid, cloth, rise)
    front_zip(canvas, cut, cloth, cut.neck_y + cut.neck_depth - rise * k + 2, cut.hem_y - 2)


def cuffs(
    canvas: Canvas, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve] | None, front: bool
) -> None:
    """Knitted cuffs, over which the padded sleeves (drawn next) blouse."""
    for side, own in zip((1, -1), pair or (), strict=False):
        if own.front != front:
            continue
        outer, inner, down = cuff_line(own, side)
        inward = (inner - outer) * 0.10
        up = down * 9 * cut.unit
        with canvas.part(SLEEVE[side]):
            rib_cuff(canvas, outer + inward - up, inner - inward - up, down * 0.95, cloth,
                     cloth.rib, 0, cut.unit)  # fmt: skip


def bound_hem(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A straight tube at the hem, into which chevrons run."""
    h, y, k = cut.hem, cut.hem_y, cut.unit
    tube = [
        (CX, y - 15 * k), (CX + h - 8, y - cut.hem_curve - 15 * k, 1), (CX + h - 3, y - 10 * k),
        (CX + h - 7, y - cut.hem_curve + 3), (CX, y + 4), (CX - h + 7, y - cut.hem_curve + 3),
        (CX - h + 3, y - 10 * k), (CX - h + 8, y - cut.hem_curve - 15 * k, 1),
    ]  # fmt: skip
    layer(canvas, tube, cloth.texture, cloth.material, R=12, depth=0.6, edge=6, wrinkle=0.8,
          wrinkle_angle=90, wrinkle_size=0.6, lift=1.5)  # fmt: skip


def hand_pockets(canvas: Canvas, cut: Cut, cloth: Cloth, quilt: Quilt) -> None:
    """Slanted pockets at the waist, zipped or with a welt."""
    k = cut.unit
    top = min(cut.waist_y + 26 * k, cut.hem_y - 78 * k)
    for side in (1, -1):
        a, b = (CX + cut.hem * 0.50, top), (CX + cut.hem * 0.66, top + 56 * k)
        if quilt.name in ("fine", "boxes"):
            zip_pocket(canvas, cloth, a, b, side, 2.4)
        else:
            welt(canvas, cloth, a, b, side, 5)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "puffer-jacket": puffer_jacket,
    "parka": parka,
}
