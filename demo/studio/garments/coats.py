"""Overcoats and the cut they share with trench coats. Knows how a coat is proportioned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, on_side
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.blazers import blazer
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.lapels import Front, draw_fronts, inside
from demo.studio.garments.marks import SLEEVE
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, pose, sleeves_of
from demo.studio.garments.tailored_parts import (
    flap_pocket,
    horn,
    over,
    patch_pocket,
    slant_pocket,
    sleeve_buttons,
    turned_cuff,
)
from demo.studio.garments.tailoring import back_hem
from demo.studio.garments.tops import shape_rng
from demo.studio.trims import button

COAT_LENGTH = {"regular": 400, "knee": 452, "long": 492, "midi": 528}
"""length -> from neck to hem in world units, at a coat's scale"""


def coat_cut(colourway: Colourway, rng: np.random.Generator, flare: float) -> Cut:
    """A long cut, seen from further away than a jacket."""
    cut = cut_for(replace(colourway, length="regular"), rng, neck=39, sleeve=1.08)
    cut = replace(cut, shoulder=cut.shoulder * 1.04, chest=cut.chest * 1.04, cuff=cut.cuff * 1.2)
    cut = replace(cut, neck_y=84 - 26).scaled(0.82)
    drop = 26 * 0.82
    cut = replace(cut, shoulder_y=cut.shoulder_y - drop + 3, armpit_y=cut.armpit_y - drop + 3,
                  waist_y=cut.waist_y - drop, reach=1.0)  # fmt: skip
    length = COAT_LENGTH.get(colourway.length, 470)
    hem = cut.chest * flare * (1 + 0.0005 * (length - 400))
    return replace(cut, hem=hem, hem_y=cut.neck_y + length + rng.uniform(-6, 6), hem_curve=7)


@dataclass(frozen=True)
class Style:
    """What sets one overcoat apart from the next."""

    kind: str
    """see `Front`"""
    lapel: float
    break_drop: float
    """from the waist down to the top button, in units of the cut"""
    overlap: float
    flare: float
    """hem as a share of the chest"""
    rows: int
    """rows of buttons; two columns when the fronts overlap far"""
    pocket: str
    """flap, slant or patch"""
    waist: float = 0.96
    wide: float = 1.0
    """chest and sleeves"""
    shoulder: float = 1.0
    collar: float = 1.0
    cuffed: bool = False


CHESTERFIELD = Style("notch", 1.0, -72, 10, 1.06, 3, "flap", waist=0.94)
DOUBLE = Style("peak", 1.35, -58, 33, 1.08, 3, "flap", waist=0.93, shoulder=1.03, collar=1.08)
COCOON = Style("notch", 1.35, -30, 12, 0.98, 2, "slant", 1.09, 1.08, 1.07, 1.1)
POLO = Style("notch", 1.3, -64, 31, 1.12, 3, "patch", 0.99, 1.03, 1.03, 1.2, True)
OPEN = Style("notch", 1.12, -40, -15, 1.10, 3, "slant", 0.99, 1.02, 1.02)
STYLES = (CHESTERFIELD, DOUBLE, COCOON, POLO, OPEN)


def overcoat(canvas: Canvas, colourway: Colourway) -> None:
    """Chesterfield, double-breasted, cocoon, polo coat, or a coat worn open."""
    rng = shape_rng(colourway)
    style = colourway.pick(STYLES)
    cut = coat_cut(colourway, rng, style.flare * rng.uniform(0.98, 1.02))
    slim = colourway.fit == "slim"
    wide = 1 + (style.wide - 1) * (0.4 if slim else 1)
    waist = style.waist - (0.05 if slim else 0)
    cut = replace(
        cut, chest=cut.chest * wide, waist=cut.chest * wide * waist, hem=cut.hem * wide,
        sleeve=cut.sleeve * (1 + (wide - 1) * 1.6), shoulder=cut.shoulder * style.shoulder,
        shoulder_y=cut.shoulder_y + (5 if style is COCOON else 0), cuff=cut.cuff * wide,
        reach=0.98,
    )  # fmt: skip
    cloth, arms = fabric(colourway), pose(rng, 0.84)
    k = cut.unit
    break_y = cut.waist_y + style.break_drop * k + rng.uniform(-6, 6)
    slant = 10 * k if style is OPEN else 0
    front = Front(break_y, style.overlap * k, 0, style.lapel * rng.uniform(0.95, 1.05), style.kind,
                  over(colourway), False, slant, style.collar)  # fmt: skip
    pair = sleeves_of(cut, "long", arms)
    back_hem(canvas, cut, cloth, 5)
    inside(canvas, cut, cloth, front)
    options = {"length": "long", "finish": "plain", "gain": 1.1}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.25)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    buttons = horn(colourway, cloth)
    if style.cuffed:
        for side, own in ((1, pair[0]), (-1, pair[1])):
            with canvas.part(SLEEVE[side]):
                turned_cuff(canvas, cut, cloth, own, side, buttons)
    else:
        sleeve_buttons(canvas, cut, replace(cloth, button=buttons), pair, 3)
    coat_pockets(canvas, cut, cloth, style.pocket)
    for i in range(style.rows):
        y = break_y + (14 + i * (62 if style.overlap < 20 else 50)) * k
        if style.overlap > 20:
            for side in (1, -1):
                spread = 24 + (10 if i == 0 and style is DOUBLE else 0)
                button(canvas, CX + side * spread * k, y, 5.8 * k, buttons)
        elif style is OPEN:
            x = CX + front.over * (-front.overlap + 9 * k + slant * i * 0.2)
            button(canvas, x, y, 6 * k, buttons)
        else:
            button(canvas, CX + 1, y, (7 if style is COCOON else 5.8) * k, buttons)


def coat_pockets(canvas: Canvas, cut: Cut, cloth: Cloth, kind: str) -> None:
    """The hand pockets, and a breast pocket where those have flaps."""
    k = cut.unit
    for side in (1, -1):
        x = CX + side * cut.waist * 0.58
        if kind == "slant":
            slant_pocket(canvas, cut, cloth, side, cut.waist_y + 16, 58 * k)
        elif kind == "patch":
            patch_pocket(canvas, cloth, x + side * 4, cut.waist_y + 34 * k, 1.1 * k, flap=True)
        else:
            flap_pocket(canvas, cut, cloth, x, cut.waist_y + 44 * k, 30 * k, 20 * k, 1.5)
    if kind == "patch":
        return
    if kind == "flap":
        x, y = on_side([(CX + cut.chest * 0.60, cut.armpit_y + 8)], 1)[0]
        flap_pocket(canvas, cut, cloth, x, y, 20 * k, 9 * k, -2)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "blazer": blazer,
    "overcoat": overcoat,
}
