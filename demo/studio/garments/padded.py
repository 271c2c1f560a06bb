"""Puffer jackets and parkas: padded, often hooded. Knows these two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, F32, Canvas, Field, Point, flip, noise, offset, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.garments.hoods import hood, hood_front
from demo.studio.garments.necklines import (
    armhole_band,
    stand_collar,
    stand_collar_back,
)
from demo.studio.garments.outerwear import front_zip, jacket_cut, welt
from demo.studio.garments.shirts import patch_pocket
from demo.studio.garments.sleeves import (
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    rib_cuff,
    sleeves_of,
)
from demo.studio.garments.tailoring import (
    back_hem,
    body_outline,
    cutaway,
    draw_body,
)
from demo.studio.garments.tops import shape_rng
from demo.studio.trims import drawstring, eyelet, stitch


def quilting(seed: int, spacing: float, slope: float = 0.0, sag: float = 0.0) -> Field:
    """Down-filled tubes across: `slope` tilts them, `sag` lets them hang lower in the middle."""

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        level = y + slope * (x - CX) + sag * ((x - CX) / 110) ** 2
        drift = 2.2 * noise(seed + 5, 12, x * 0.6, y * 0.4)
        phase = np.mod((level + drift - 60) / spacing, 1)
        tube = np.sqrt(np.maximum(0, 1 - (2 * phase - 1) ** 2))
        near = np.exp(-((np.minimum(phase, 1 - phase) * spacing / 5) ** 2))
        pinch = 1.0 * near * noise(seed + 6, (1.8, 14), x, y)
        height = 0.27 * min(spacing, 38.0)
        return height * tube + pinch + 0.7 * noise(seed + 8, 7, x, y)

    return relief


def scalloped(outline: Sequence[Point], tubes: Field, side: int, amount: float) -> list[Point]:
    """A right outline pushed out where a tube reaches it on this `side`, drawn in at the seams."""
    line = spline(list(outline), steps=8)
    height = tubes((CX + side * (line[None, :, 0] - CX)).astype(F32), line[None, :, 1].astype(F32))
    area = np.sum(line[:, 0] * np.roll(line[:, 1], -1) - np.roll(line[:, 0], -1) * line[:, 1])
    out = offset(line, 1.0 if area < 0 else -1.0) - line
    push = np.clip(height[0] - height.mean(), -6, 4)
    return [tuple(p) for p in line + amount * out * push[:, None]]


def puffer_jacket(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    hooded = colourway.neckline == "hooded"
    cut = jacket_cut(colourway, rng, 1.12)
    if hooded:
        cut = replace(cut, neck_y=cut.neck_y + 14, shoulder_y=cut.shoulder_y + 14,
            armpit_y=cut.armpit_y + 12,
                      hem_y=cut.hem_y + 8)  # fmt: skip
    if colourway.length == "long":
        cut = replace(cut.scaled(0.86), hem_y=cut.hem_y + 10)
    if colourway.sleeve == "sleeveless":
        cut = replace(cut, chest=cut.chest * 0.94, shoulder_y=cut.shoulder_y - 6 * cut.unit)
    cloth, arms = fabric(colourway), pose(rng)
    spacing = float(rng.choice([20, 27, 36, 50])) * cut.unit
    tubes = quilting(canvas.seed, spacing, 0, 13 * cut.unit)
    fields = (quilting(canvas.seed, spacing, -0.45), quilting(canvas.seed, spacing, 0.45))
    pair = sleeves_of(replace(cut, sleeve=cut.sleeve * 1.12), colourway.sleeve, arms)
    if pair is not None:
        pair = tuple(
            replace(own, outline=scalloped(own.outline, field, side, 0.45))
            for own, field, side in zip(pair, fields, (1, -1), strict=True)
        )
    if hooded:
        hood(canvas, cut, cloth, cloth.ground, cloth.lining)
    else:
        stand_collar_back(canvas, cut, cloth.lining, cloth, 36)
    back_hem(canvas, cut, cloth, 3)
    contrast = colourway.pattern == "colour-block" and rng.random() < 0.6
    options = {
        "length": "long", "finish": "plain", "gain": 0.5,
        "texture": cloth.accent if contrast else cloth.ground,
        "relief": fields,
    }  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    strap = 46.0 if pair is None else None
    outline = scalloped(body_outline(cut, "crew", "round", strap), tubes, 1, 0.4)
    draw_body(
        canvas, cut, cloth, "crew", outline=outline, gain=0.5, hem_stitch=False, relief=tubes,
        sleeves=outlines_of(pair),
    )  # fmt: skip
    if pair is None:
        for side in (1, -1):
            hole = cutaway(cut, strap)
            line = spline(hole if side == 1 else flip(hole), closed=False)
            armhole_band(canvas, line, cloth.solid, cloth, 3.4)
    else:
        draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
        for side, own in ((1, pair[0]), (-1, pair[1])):
            outer, inner, down = cuff_line(own, side)
            inward = (inner - outer) * 0.10
            rib_cuff(
                canvas, outer + inward, inner - inward, down * 0.62, cloth, cloth.rib, 0, cut.unit
            )
    k = cut.unit
    top = min(cut.waist_y + 26 * k, cut.hem_y - 78 * k)
    for side in (1, -1):
        welt(canvas, cloth, (CX + cut.hem * 0.50, top), (CX + cut.hem * 0.66, top + 56 * k), side)
    if hooded:
        hood_front(canvas, cut, cloth, cloth.ground, cords=False, gap=6)
        front_zip(canvas, cut, cloth, cut.neck_y + 44 * k, cut.hem_y - 2)
        return
    ridges = quilting(canvas.seed + 3, 19 * k)
    stand_collar(canvas, cut, cloth.ground, cloth, 36, relief=ridges)
    front_zip(canvas, cut, cloth, cut.neck_y - 18 * k, cut.hem_y - 2)


def parka(canvas: Canvas, colourway: Colourway) -> None:
    """A long hooded coat with a covered zip, flap pockets and a drawn waist."""
    rng = shape_rng(colourway)
    cut = jacket_cut(colourway, rng, 1.08)
    cut = replace(cut, neck_y=100, neck_depth=42).scaled(0.86)
    cut = replace(
        cut,
        waist=cut.waist * 0.98,
        hem=cut.hem * 1.06,
        hem_y=cut.neck_y + rng.uniform(412, 440),
        hem_curve=8,
    )
    cloth, arms = fabric(colourway), pose(rng, 0.84)
    k = cut.unit
    pair = sleeves_of(cut, "long", arms)
    hood(canvas, cut, cloth, cloth.ground, cloth.lining)
    back_hem(canvas, cut, cloth, 12, str(rng.choice(["round", "shirttail"])))
    options = {"length": "long", "finish": "stitch", "gain": 1.4}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    waist = spline(
        [(CX - cut.waist, cut.waist_y), (CX, cut.waist_y + 4), (CX + cut.waist, cut.waist_y)],
        closed=False,
    )
    draw_body(
        canvas, cut, cloth, "crew", sleeves=outlines_of(pair), gain=1.5, seams=[(waist, 3, 2.0)]
    )
    stitch(canvas, waist - [0, 4], cloth.stitch, strength=0.5)
    stitch(canvas, waist + [0, 4], cloth.stitch, strength=0.5)
    front_zip(canvas, cut, cloth, cut.neck_y + 34 * k, cut.hem_y - 4, wind=True)
    for side in (1, -1):
        flap = replace(cut, armpit_y=cut.waist_y + 60 * k, unit=1.2 * k, chest=cut.hem * 1.16)
        patch_pocket(canvas, flap, cloth, side, True, True)
        x = CX + side * 26 * k
        eyelet(canvas, x, cut.waist_y + 3, 2.8, cloth.metal)
        drawstring(canvas,
            [(x, cut.waist_y + 4), (x + side * 4, cut.waist_y + 30), (x + side, cut.waist_y + 56)],
                   cloth.colour * 0.7, 1.5)  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    hood_front(canvas, cut, cloth, cloth.ground, cords=rng.random() < 0.5, gap=4)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "puffer-jacket": puffer_jacket,
    "parka": parka,
}
