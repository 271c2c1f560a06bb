"""Blazers in four cuts: two buttons, one low button, double-breasted, boxy and worn open."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio import materials
from demo.studio.canvas import CX, Canvas, corners
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.lapels import Front, draw_fronts, inside
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailored_parts import (
    flap_pocket,
    horn,
    jetted_pocket,
    over,
    patch_pocket,
    sleeve_buttons,
)
from demo.studio.garments.tailoring import back_hem
from demo.studio.garments.tops import shape_rng
from demo.studio.light import Texture, layer
from demo.studio.trims import button, buttonhole


@dataclass(frozen=True)
class Style:
    """What sets one blazer apart from the next."""

    kind: str
    """see `Front`"""
    lapel: float
    break_drop: float
    """from the waist down to the top button"""
    overlap: float
    cutaway: float
    buttons: int
    pocket: str
    """flap, jetted or patch"""
    drop: float = 22.0
    """how much longer than a shirt"""
    wide: float = 1.0
    """chest and hem"""
    nip: float = 0.94
    """waist"""
    shoulder: float = 1.03


STYLES = (
    Style("notch", 0.92, -38, 9, 26, 2, "flap"),
    Style("shawl", 1.12, 8, 9, 44, 1, "jetted", drop=16, nip=0.93),
    Style("peak", 1.26, -52, 35, 0, 6, "flap", drop=20, shoulder=1.06),
    Style("notch", 1.12, -22, -13, 20, 2, "patch", drop=40, wide=1.05, nip=1.06, shoulder=1.08),
)
SUBSAMPLES = ((-0.34, -0.12), (0.12, -0.34), (0.34, 0.12), (-0.12, 0.34))
"""places within one sample of the canvas, in world units"""


def blazer(canvas: Canvas, colourway: Colourway) -> None:
    """A tailored jacket in one of the `STYLES`."""
    rng = shape_rng(colourway)
    style = colourway.pick(STYLES)
    cut = cut_for(colourway, rng, neck=38, sleeve=1.04)
    cut = replace(
        cut, shoulder=cut.shoulder * style.shoulder, hem_y=cut.hem_y + style.drop, hem_curve=4,
        chest=cut.chest * style.wide, waist=cut.waist * style.nip,
        hem=cut.hem * style.wide * 1.01, cuff=cut.cuff * 1.12, reach=1.0,
        sleeve=cut.sleeve * style.wide,
    )  # fmt: skip
    cloth, arms = suiting(colourway), pose(rng, 0.84)
    front = Front(
        cut.waist_y + style.break_drop, style.overlap, style.cutaway,
        style.lapel * rng.uniform(0.94, 1.06), style.kind, over(colourway),
        style.nip < 1, 10 if style.overlap < 0 else 0,
    )  # fmt: skip
    if style.kind == "shawl" and colourway.pattern == "solid" and rng.random() < 0.6:
        front = replace(front, facing=cloth.solid, facing_material=materials.SATIN)
    pair = sleeves_of(cut, "long", arms)
    back_hem(canvas, cut, cloth, 3, reach=80)
    inside(canvas, cut, cloth, front)
    options = {"length": "long", "finish": "plain", "gain": 1.1}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.15)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    sleeve_buttons(canvas, cut, cloth, pair, int(rng.choice([3, 4])))
    pocket_y = cut.waist_y + (cut.hem_y - cut.waist_y) * 0.30
    for side in (1, -1):
        x = CX + side * cut.hem * 0.58
        if style.pocket == "patch":
            patch_pocket(canvas, cloth, x + side * 5, pocket_y - 4, 1.02 * cut.unit)
        elif style.pocket == "jetted":
            jetted_pocket(canvas, cloth, x, pocket_y - 8, 30)
        else:
            flap_pocket(canvas, cut, cloth, x, pocket_y, 30, 19, 1.5)
    if style.pocket == "patch" and colourway.gender != "women":
        x = CX + cut.chest * 0.60
        patch_pocket(canvas, cloth, x, cut.armpit_y + 2, 0.62 * cut.unit)
    else:
        breast_welt(canvas, cut, cloth)
    brass = style.buttons == 6 and colourway.colour in ("navy", "green", "white", "burgundy")
    fasten(canvas, front, style, cloth, brass)


def suiting(colourway: Colourway) -> Cloth:
    """A blazer's cloth: checks without stairs, velvet whose edges do not glow."""
    cloth = fabric(colourway)
    cloth = replace(cloth, button=horn(colourway, cloth))
    if colourway.material == "velvet":
        calm = replace(cloth.material, nap=0.20, rim=0.10, contrast=1.2, fuzz=0.2)
        cloth = replace(cloth, material=calm)
    if colourway.pattern == "checked":
        ground = averaged(cloth.ground)
        cloth = replace(cloth, ground=ground, texture=ground)
    return cloth


def averaged(texture: Texture) -> Texture:
    """The cloth's mean over each sample of the canvas, so that no yarn shows as a stair."""

    def mean(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        spots = [texture(u + a, v + b, seed) for a, b in SUBSAMPLES]
        return np.mean([albedo for albedo, _ in spots], axis=0, dtype=np.float32), spots[0][1]

    return mean


def breast_welt(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The narrow pocket on the wearer's left breast."""
    x, y = CX + cut.chest * 0.56, cut.armpit_y
    welt = corners((x - 18, y + 3), (x + 19, y - 2), (x + 19, y + 9), (x - 18, y + 14))
    layer(
        canvas, welt, cloth.ground, cloth.material, R=20, depth=0.1, edge=2, edge_depth=1,
        wrinkle=0.1, lift=2.4, shadow=0.6,
    )  # fmt: skip


def fasten(canvas: Canvas, front: Front, style: Style, cloth: Cloth, brass: bool) -> None:
    """Buttons: a row at the edge, or two rows the upper of which spread apart."""
    if style.buttons == 6:
        for row, spread in enumerate((33, 25, 25)):
            for side in (1, -1):
                y = front.break_y + 14 + row * 44
                button(
                    canvas, CX + side * spread, y, 5.4, "#b8924a" if brass else cloth.button, brass
                )
        return
    x = CX + 1
    for i in range(style.buttons):
        y = front.break_y + 13 + i * 46
        if front.overlap < 0:  # hanging open: buttons on one front, their holes on the other
            slip = front.slant * i * 0.3
            x = CX + front.over * (-front.overlap + 9 + slip)
            hole = CX - front.over * (-front.overlap + 9 + slip)
            slit = np.array([(hole - 5, y), (hole + 5, y)])
            buttonhole(canvas, float(slit[:, 0].mean()), y, cloth.colour, 3)
        else:
            buttonhole(canvas, CX, y, cloth.colour, 2)
        button(canvas, x, y, 5.2, cloth.button)
