"""Draws chinos, suit, cargo and wide trousers in their cuts; finds jeans and knits elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments import jeans, sporty
from demo.studio.garments.flies import band_button, fly, fork
from demo.studio.garments.hems import hem_cords, strap_cuffs, turn_ups
from demo.studio.garments.leg_folds import Drape
from demo.studio.garments.leg_marks import each_leg
from demo.studio.garments.legs import Legs
from demo.studio.garments.limbs import draw_legs, seam_between
from demo.studio.garments.measures import trouser_cut
from demo.studio.garments.patches import cargo_pocket, patch_pockets
from demo.studio.garments.pockets import pleats, slant_pockets
from demo.studio.garments.pose import Posed, pose
from demo.studio.garments.waists import cords, elastic_band, paperbag, side_adjusters, waistband


def _close(
    posed: Posed,
    c: Colourway,
    cloth: Cloth,
    legs: Legs,
    *,
    band: float = 20,
    loops: bool = True,
    strength: float = 0.3,
    tab: float = 0.0,
) -> None:
    """A fly and a band; `tab` moves the button beyond the fly."""
    fly(posed, cloth, legs, c.closure == "buttons", metal=False, strength=strength, height=band)
    waistband(posed, cloth, legs, band, loops, strength, tab)
    band_button(posed, cloth, legs, metal=False, height=band, across=tab - 9 if tab else 4.0)


def _draw_in(
    posed: Posed, cloth: Cloth, legs: Legs, colour: str, reach: float, knotted: bool = True
) -> None:
    """An elastic waist with a drawstring."""
    fork(posed, cloth, legs)
    elastic_band(posed, cloth, legs, cloth.ground, 27)
    cords(posed, legs, colour, reach, knotted)


def chinos(canvas: Canvas, c: Colourway) -> None:
    """Flat front; pleated and pegged; rolled at the ankle; a tab waist with a pressed crease."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    style = c.pick(("flat", "pleated", "rolled", "tab"))
    drape = Drape(seat=1.2, knee=1.15, stack=1.0)
    if style == "flat":
        legs, stances = trouser_cut(c, 37, 29, gap=10), ("stride", "crossed")
        drape = replace(drape, stack=1.6)
    elif style == "pleated":
        legs = trouser_cut(c, 44, 26, gap=20, waist=-3, rise=162, thigh=9)
        legs, stances = replace(legs, bottom=legs.bottom - 12), ("knee", "turn")
        drape = replace(drape, fall=0.6, stack=0.7)
    elif style == "rolled":
        legs = trouser_cut(c, 38, 30, gap=16, waist=3, rise=142, dip=11)
        legs, stances = replace(legs, bottom=legs.bottom - 22), ("apart", "splayed")
        drape = replace(drape, stack=0.3)
    else:
        legs, stances = trouser_cut(c, 41, 37, gap=8, waist=-2, rise=158, dip=6), ("turn", "apart")
        drape = replace(drape, knee=0.7, seat=0.8)
    posed = pose(canvas, legs, cut, stances)
    legs = posed.legs
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        crease={"tab": 0.9, "pleated": 0.35}.get(style, 0.0),
        hem_stitch=0.0 if style == "rolled" else 12.0,
        opening=0 if style == "rolled" else 4,
        side_seam=True,
    )
    if style == "rolled":
        turn_ups(posed, cloth, legs, cloth.ground, 32, cut.choice((1, 2)), 3)
    slant_pockets(
        posed, cloth, legs, fall=60 if style == "rolled" else 74, steep=0.5 if style == "tab" else 0
    )
    if style == "pleated":
        pleats(posed, cloth, legs, 2, 92)
    band = 26 if style == "tab" else 20
    _close(posed, c, cloth, legs, band=band, loops=style != "tab", tab=30 if style == "tab" else 0)


def suit_trousers(canvas: Canvas, c: Colourway) -> None:
    """Slim and flat; double-pleated with turn-ups; side adjusters and a high waist; flared."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    style = c.pick(("flat", "pleated", "adjusters", "flared"))
    drape = Drape(seat=0.4, knee=0.3, stack=0.35, fall=0.3)
    if style == "flat":
        legs, stances = trouser_cut(c, 36, 26, gap=16), ("hang", "turn")
        legs = replace(legs, bottom=legs.bottom - 12)
    elif style == "pleated":
        legs, stances = (
            trouser_cut(c, 46, 40, gap=8, rise=164, waist=-3, thigh=8),
            ("apart", "turn"),
        )
        legs = replace(legs, bottom=legs.bottom - 6)
    elif style == "adjusters":
        legs, stances = (
            trouser_cut(c, 40, 32, gap=14, top=38, rise=172, waist=-6, dip=5, thigh=3),
            ("turn",),
        )
        legs = replace(legs, bottom=legs.bottom - 16)
    else:
        legs, stances = trouser_cut(c, 36, 52, gap=8, waist=-3, rise=158), ("hang", "turn")
        legs = replace(legs, slant=-5, arch=3)
        drape = replace(drape, fall=0.8)
    posed = pose(canvas, legs, cut, stances)
    legs = posed.legs
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        crease=1.15,
        hem_stitch=0.0,
        opening=0 if style == "pleated" else 5,
        side_seam=style != "flared",
    )
    if style == "pleated":
        turn_ups(posed, cloth, legs, cloth.ground, 24, 1, 1)
    slant_pockets(
        posed, cloth, legs, fall=70, steep=1.0 if style == "adjusters" else 0.2, strength=0
    )
    if style in ("pleated", "adjusters"):
        pleats(posed, cloth, legs, 2 if style == "pleated" else 1, 86)
    band = 26 if style == "adjusters" else 19
    _close(
        posed,
        c,
        cloth,
        legs,
        band=band,
        loops=style in ("flat", "pleated"),
        strength=0.12,
        tab={"adjusters": 34, "flared": 22}.get(style, 0),
    )
    if style == "adjusters":
        side_adjusters(posed, cloth, legs)


def cargo_trousers(canvas: Canvas, c: Colourway) -> None:
    """Classic flaps; a parachute's corded hem; strapped cuffs with bellows; utility patches."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    style = c.pick(("classic", "parachute", "strapped", "utility"))
    drape = Drape(seat=0.75, knee=0.8, stack=1.2)
    if style == "classic":
        legs, stances = trouser_cut(c, 40, 34, gap=9), ("apart", "hang")
    elif style == "parachute":
        legs = trouser_cut(c, 48, 32, gap=16, thigh=9, calf=9, wave=3, waist=2)
        legs, stances = replace(legs, bottom=legs.bottom - 8), ("apart", "knee")
        drape = replace(drape, fall=0.9, stack=1.8)
    elif style == "strapped":
        legs = trouser_cut(c, 40, 25, gap=20, thigh=5)
        legs, stances = replace(legs, bottom=legs.bottom - 10), ("knee", "turn")
    else:
        legs, stances = (
            trouser_cut(c, 43, 42, gap=7, thigh=3, top=40, rise=164, waist=-3),
            ("hang", "splayed"),
        )
        drape = replace(drape, fall=0.5, knee=0.6, stack=0.9)
    posed = pose(canvas, legs, cut, stances)
    legs = posed.legs

    def knees(side: int) -> list:
        if style not in ("parachute", "utility"):
            return []
        k = legs.knee_y
        return [
            (seam_between(legs, side, [(-1, k + d - 2), (0, k + 7 + d), (1, k + d - 7)]), 1.6, 0.8)
            for d in ((-46, 40) if style == "utility" else (-30,))
        ]

    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        side_seam=True,
        opening=0 if style == "parachute" else 4,
        hem_stitch=13.0 if style == "parachute" else 10.0,
        extra=knees,
        gather=1.2 if style == "parachute" else 0.0,
        drawn_in=27 if c.closure == "tie" else 0,
    )
    dark_cord = "#2a2b2c" if cloth.colour.mean() > 0.08 else "#b9b6ae"
    if style == "parachute":
        hem_cords(posed, cloth, legs, dark_cord)
    if style == "strapped":
        strap_cuffs(posed, cloth, legs)
    if style == "utility":
        patch_pockets(posed, cloth, legs, strength=0.45)
    else:
        slant_pockets(posed, cloth, legs, 27 if c.closure == "tie" else 20)
    pocket = {
        "classic": ("flap", 66, 98),
        "parachute": ("bellows", 74, 106),
        "strapped": ("bellows", 62, 94),
        "utility": ("zip", 72, 102),
    }[style]
    for side in each_leg(posed):
        y = legs.crotch + pocket[1] + posed.rng.uniform(-3, 3)
        cargo_pocket(posed, cloth, legs, side, y, pocket[2], pocket[0])
    if c.closure == "tie":
        _draw_in(
            posed,
            cloth,
            legs,
            "#d9d5c8" if style != "parachute" else dark_cord,
            62,
            knotted=style != "parachute",
        )
    else:
        _close(posed, c, cloth, legs, strength=0.4)


def wide_trousers(canvas: Canvas, c: Colourway) -> None:
    """Palazzo; pleated, high; a pressed column with turn-ups; easy, with patch pockets; paperbag.

    Cropped ones are culottes: their hem is wider still.
    """
    cut, cloth = Random(c.shape_seed), fabric(c)
    style = c.pick(("palazzo", "pleated", "pressed", "easy", "paperbag"))
    culotte = 8 if c.length == "cropped" else 0
    tied = c.closure == "tie"
    if style == "paperbag" and (tied or c.gender != "women"):
        style = "pleated"
    drape = Drape(seat=0.7, knee=0.25, stack=0.3, fall=1.0)
    if style == "palazzo":
        legs = trouser_cut(
            c, 46 + culotte, 62 + culotte, gap=4, top=38, rise=168, waist=-5, dip=6, thigh=5
        )
        legs, stances = replace(legs, arch=5, wave=5, slant=3), ("hang", "turn")
        drape = replace(drape, fall=1.35, knee=0.0)
    elif style == "pleated":
        legs = trouser_cut(
            c, 48 + culotte, 46 + culotte, gap=6, top=38, rise=168, waist=-5, dip=6, thigh=9
        )
        legs, stances = replace(legs, arch=4, wave=3), ("stride", "apart")
    elif style == "pressed":
        legs = trouser_cut(c, 41 + culotte, 42 + culotte, gap=8, thigh=3)
        legs, stances = replace(legs, bottom=legs.bottom - 4), ("hang", "apart")
        drape = replace(drape, fall=0.3, stack=0.6, knee=0.5)
    elif style == "paperbag":
        legs = trouser_cut(
            c, 50 + culotte, 40 + culotte, gap=14, top=64, rise=152, waist=-8, dip=6, thigh=9
        )
        legs, stances = replace(legs, bottom=legs.bottom - 6, arch=3, wave=2), ("apart", "knee")
    else:
        legs = trouser_cut(c, 45 + culotte, 48 + culotte, gap=10, waist=4, dip=10, thigh=5)
        legs, stances = replace(legs, bottom=legs.bottom - 16, arch=4, wave=3), ("splayed", "knee")
        drape = replace(drape, seat=1.2, knee=0.8, fall=0.7)
    posed = pose(canvas, legs, cut, stances)
    legs = posed.legs
    crease = {"pressed": 1.1, "pleated": 0.5}.get(style, 0.0) if c.material != "satin" else 0.0
    cuffed = style == "pressed" and c.material != "satin"
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        crease=crease,
        side_seam=style == "easy",
        blind=style != "easy",
        hem_stitch=0.0 if cuffed else 14.0,
        opening=0 if cuffed else 7,
        drawn_in=27 if tied else 14 if style == "paperbag" else 0,
    )
    if cuffed:
        turn_ups(posed, cloth, legs, cloth.ground, 26, 1, 1)
    if style == "easy":
        patch_pockets(posed, cloth, legs, 27 if tied else 20, 0.35)
    else:
        slant_pockets(
            posed,
            cloth,
            legs,
            27 if tied else 20,
            72,
            steep=0.7 if style == "palazzo" else 0.1,
            strength=0.15,
        )
    if style == "pleated" and not tied:
        pleats(posed, cloth, legs, 2, 96)
    if tied:
        _draw_in(posed, cloth, legs, "#e4dfd2", 90, knotted=style != "easy")
        return
    if style == "paperbag":
        fly(posed, cloth, legs, False, metal=False, strength=0.15, height=14)
        paperbag(posed, cloth, legs)
        return
    if style == "palazzo":
        pleats(posed, cloth, legs, 1, 60, 34)
    band = {"palazzo": 34, "pleated": 26}.get(style, 20)
    _close(
        posed,
        c,
        cloth,
        legs,
        band=band,
        loops=style in ("pressed", "pleated"),
        strength=0.18,
        tab=24 if style == "pleated" else 0,
    )


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    **jeans.DRAW,
    **sporty.DRAW,
    "chinos": chinos,
    "suit-trousers": suit_trousers,
    "cargo-trousers": cargo_trousers,
    "wide-trousers": wide_trousers,
}
