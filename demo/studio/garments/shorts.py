"""Draws denim and chino shorts in their cuts. Knows no fabric and no light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.garments.flies import band_button, fly, fork
from demo.studio.garments.hems import turn_ups
from demo.studio.garments.leg_folds import Drape
from demo.studio.garments.leg_marks import LEG
from demo.studio.garments.limbs import draw_legs, frayed
from demo.studio.garments.measures import shorts_cut
from demo.studio.garments.patches import patch_pockets
from demo.studio.garments.pockets import jeans_pockets, pleats, slant_pockets
from demo.studio.garments.pose import pose
from demo.studio.garments.waists import cords, elastic_band, paperbag, waistband
from demo.studio.garments.wash import inside_out, jean_cloth, torn, wear, worn

BAND = 24.0


def denim_shorts(canvas: Canvas, c: Colourway) -> None:
    """Cut off and frayed; mom-style with a roll; sewn and straight; wide jorts."""
    cut, cloth = Random(c.shape_seed), jean_cloth(fabric(c), c.colour)
    style = c.pick(("frayed", "rolled", "straight", "jorts"))
    drape = Drape(seat=0.75, stack=0.7, fall=0.0)
    if style == "frayed":
        legs = shorts_cut(c, 0.47, rise=138, waist=6, dip=14, inseam=-4, slant=8, gap=16, arch=3)
        stances = ("hang", "turn")
    elif style == "rolled":
        legs = shorts_cut(c, 0.48, rise=172, waist=-7, dip=7, slant=5, gap=14, arch=3)
        stances = ("hang", "turn")
    elif style == "straight":
        legs = shorts_cut(c, 0.485, rise=152, dip=10, inseam=8, slant=2, gap=12, arch=4)
        stances = ("hang", "apart")
    else:
        legs = shorts_cut(c, 0.53, rise=156, waist=6, dip=12, inseam=30, slant=4, gap=10, arch=5)
        stances = ("hang", "turn")
        drape = Drape(seat=0.9, stack=1.0, fall=0.5)
    posed = pose(canvas, legs, cut, stances, 0.4)
    legs = posed.legs
    wash = {"frayed": 1.3, "rolled": 0.9, "straight": 0.45, "jorts": 1.0}[style]
    how = wear(c.colour, wash, 0.9, 0.0)
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        wear=how,
        side_seam=True,
        hem_stitch=0.0 if style in ("frayed", "rolled") else 11.0,
        opening={"frayed": 5, "rolled": 7}.get(style, 8),
    )
    if style == "frayed":
        frayed(posed, cloth, legs, 9)
        y = legs.crotch + 0.35 * (legs.bottom - legs.crotch)
        with posed.part(LEG[1]):
            torn(posed, cloth, legs, 1, y, 0.36 * legs.hem, 5)
    if style == "rolled":
        wrong_side = inside_out(cloth.ground) if c.colour != "white" else cloth.ground
        turn_ups(
            posed, cloth, legs, wrong_side, 22 if c.length == "mini" else 28, cut.choice((1, 2))
        )
    faded = replace(cloth, ground=worn(cloth.ground, legs, how)) if how else cloth
    jeans_pockets(posed, faded, legs, BAND, 0.7, deep=0.85)
    fly(posed, cloth, legs, c.closure == "buttons", metal=True, strength=0.7, height=BAND)
    waistband(posed, cloth, legs, BAND, strength=0.65)
    band_button(posed, cloth, legs, metal=True, height=BAND)


def chino_shorts(canvas: Canvas, c: Colourway) -> None:
    """Flat and straight; pleated and full; rolled; with a gathered waist and patch pockets."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    style = c.pick(("flat", "pleated", "rolled", "gathered"))
    tied = c.closure == "tie"
    bagged = style == "gathered" and c.gender == "women" and not tied
    drape = Drape(seat=0.75, stack=0.7, fall=0.35)
    if style == "flat":
        legs = shorts_cut(c, 0.465, rise=150, slant=3, gap=14, arch=4)
        stances = ("hang", "stride")
    elif style == "pleated":
        legs = shorts_cut(c, 0.50, rise=162, waist=-6, dip=7, slant=5, gap=12, arch=5, wave=2)
        stances, drape = ("apart", "turn"), replace(drape, fall=0.8)
    elif style == "rolled":
        legs = shorts_cut(c, 0.465, rise=144, waist=3, dip=12, inseam=-8, slant=4, gap=18, arch=3)
        stances = ("apart", "splayed")
    else:
        legs = shorts_cut(
            c, 0.53, rise=160, waist=-8, dip=6, inseam=4, slant=6, gap=12, arch=5, wave=3
        )
        stances, drape = ("hang", "turn"), replace(drape, fall=1.0)
    posed = pose(canvas, legs, cut, stances, 0.4)
    legs = posed.legs
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        side_seam=True,
        hem_stitch=0.0 if style == "rolled" else 14.0,
        opening=7 if style == "rolled" else 9,
        drawn_in=30 if tied else 14 if bagged else 0,
    )
    if style == "rolled":
        turn_ups(posed, cloth, legs, cloth.ground, 24, cut.choice((1, 2)))
    band = 30.0 if tied else BAND
    if style == "gathered":
        patch_pockets(posed, cloth, legs, band, 0.4, 0.85)
    else:
        slant_pockets(posed, cloth, legs, band, 62)
    if style == "pleated" and not tied:
        pleats(posed, cloth, legs, 2, 84, band)
    if tied:
        fork(posed, cloth, legs)
        elastic_band(posed, cloth, legs, cloth.ground, band, rows=3 if style == "gathered" else 2)
        cords(posed, legs, "#efece4", cut.choice((62, 88)), knotted=style != "flat", width=2.4)
        return
    fly(posed, cloth, legs, c.closure == "buttons", metal=False, strength=0.35, height=band)
    if bagged:
        paperbag(posed, cloth, legs)
        return
    tab = 30.0 if style == "pleated" else 0.0
    waistband(posed, cloth, legs, band, style != "pleated", 0.3, tab)
    band_button(posed, cloth, legs, metal=False, height=band, across=tab - 9 if tab else 4.0)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "denim-shorts": denim_shorts,
    "chino-shorts": chino_shorts,
}
