"""Draws jeans: skinny, straight and wide, each in its cuts and washes. Knows no light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.garments.flies import band_button, fly
from demo.studio.garments.hems import turn_ups
from demo.studio.garments.leg_folds import Drape
from demo.studio.garments.leg_marks import LEG, each_leg
from demo.studio.garments.legs import Legs
from demo.studio.garments.limbs import draw_legs, frayed
from demo.studio.garments.measures import trouser_cut
from demo.studio.garments.patches import hanging_pocket
from demo.studio.garments.pockets import jeans_pockets
from demo.studio.garments.pose import pose
from demo.studio.garments.waists import waistband
from demo.studio.garments.wash import inside_out, jean_cloth, torn, wear, worn


def _jeans(
    canvas: Canvas,
    c: Colourway,
    legs: Legs,
    drape: Drape,
    stances: tuple[str, ...],
    *,
    hem: str = "sewn",
    ripped: tuple[int, ...] = (),
    wash: float = 1.0,
    whiskers: float = 0.6,
    knees: float = 0.4,
    band: float = 20,
    tools: bool = False,
) -> None:
    """Five pockets, a fly, a band; `hem` is "sewn", "raw" or "rolled"; `ripped`: torn knees."""
    cut = Random(c.shape_seed)
    posed = pose(canvas, legs, cut, stances)
    legs = posed.legs
    cloth, how = jean_cloth(fabric(c), c.colour), wear(c.colour, wash, whiskers, knees)
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        wear=how,
        side_seam=True,
        hem_stitch=10.0 if hem == "sewn" else 0.0,
        opening={"rolled": 0.0, "raw": 2.5}.get(hem, 4 + 0.05 * legs.hem),
    )
    for side in ripped:
        with posed.part(LEG[side]):
            knee = legs.knee_y + posed.rng.uniform(-10, 8)
            torn(posed, cloth, legs, side, knee, 0.62 * legs.knee, posed.rng.uniform(7, 11))
            if side == ripped[0]:
                torn(posed, cloth, legs, side, legs.knee_y - 74, 0.4 * legs.knee, 4)
    if hem == "raw":
        frayed(posed, cloth, legs, 5)
    if hem == "rolled":
        wrong_side = inside_out(cloth.ground) if c.colour != "white" else cloth.ground
        turn_ups(posed, cloth, legs, wrong_side, cut.choice((24.0, 34.0)), cut.choice((1, 2)))
    faded = replace(cloth, ground=worn(cloth.ground, legs, how)) if how else cloth
    if tools:
        for side in each_leg(posed):
            hanging_pocket(posed, faded, legs, side, legs.crotch + 34)
    jeans_pockets(posed, faded, legs, band)
    fly(posed, cloth, legs, c.closure == "buttons", metal=True, strength=0.7, height=band)
    waistband(posed, cloth, legs, band, strength=0.65)
    band_button(posed, cloth, legs, metal=True, height=band)


HIGH = {"top": 40.0, "rise": 168.0, "waist": -6.0, "dip": 6.0}
LOW = {"top": 58.0, "rise": 128.0, "waist": 7.0, "dip": 13.0}


def skinny_jeans(canvas: Canvas, c: Colourway) -> None:
    """High and clean; low with ripped knees; with a raw ankle hem; with a narrow turn-up."""
    style = c.pick(("high", "ripped", "raw", "low"))
    drape = Drape(seat=0.9, knee=0.45, stack=0.5, fall=0.0, tight=1.0)
    if style == "high":
        legs = trouser_cut(c, 33, 23, gap=20, thigh=2, calf=3, **HIGH)
        _jeans(canvas, c, legs, drape, ("knee", "turn"), whiskers=0.5, knees=0.5)
    elif style == "ripped":
        legs = trouser_cut(c, 34, 24, gap=12, thigh=2, calf=2)
        _jeans(canvas, c, legs, drape, ("hang", "stride"), ripped=(-1, 1), wash=1.2)
    elif style == "raw":
        legs = trouser_cut(c, 34, 27, gap=24, calf=2, **HIGH)
        legs = replace(legs, bottom=legs.bottom - 14, slant=-4)
        _jeans(canvas, c, legs, drape, ("apart", "turn"), hem="raw", wash=1.15, whiskers=0.3)
    else:
        legs = trouser_cut(c, 34, 25, gap=8, calf=2, **LOW)
        stacked = replace(drape, stack=1.5)
        _jeans(canvas, c, legs, stacked, ("crossed", "stride"), whiskers=1.0, knees=0.3)


def straight_jeans(canvas: Canvas, c: Colourway) -> None:
    """Classic; high with a turn-up; a bootcut hint, low; a short raw ankle with a torn knee."""
    style = c.pick(("classic", "rolled", "bootcut", "vintage"))
    if style == "classic":
        legs = trouser_cut(c, 39, 35, gap=8)
        _jeans(
            canvas, c, legs, Drape(seat=0.8, knee=0.8, stack=1.2), ("hang", "turn"), whiskers=0.8
        )
    elif style == "rolled":
        legs = trouser_cut(c, 39, 34, gap=14, **HIGH)
        legs = replace(legs, bottom=legs.bottom - 20)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.8, stack=0.4),
            ("apart", "hang"),
            hem="rolled",
            whiskers=0.4,
        )
    elif style == "bootcut":
        legs = trouser_cut(c, 34, 42, gap=10, thigh=1, **LOW)
        legs = replace(legs, slant=-7, arch=3)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.8, knee=0.8, stack=0.7, fall=0.4),
            ("hang", "turn"),
            wash=1.15,
            whiskers=1.0,
        )
    else:
        legs = trouser_cut(c, 40, 36, gap=12, thigh=3, **HIGH)
        legs = replace(legs, bottom=legs.bottom - 26)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.9, stack=0.3, knee=0.9),
            ("splayed", "hang"),
            hem="raw",
            ripped=(1,),
            wash=1.25,
        )


def wide_jeans(canvas: Canvas, c: Colourway) -> None:
    """Flared from the knee; a column; carpenter's; a barrel that tapers to a turn-up."""
    style = c.pick(("flare", "column", "carpenter", "barrel"))
    if style == "flare":
        legs = trouser_cut(c, 33, 56, gap=6, **HIGH)
        legs = replace(legs, slant=-3, arch=4, wave=3)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.7, knee=0.4, stack=0.4, fall=1.0),
            ("hang", "turn"),
            whiskers=0.4,
        )
    elif style == "column":
        legs = trouser_cut(c, 44, 46, gap=5, thigh=4, **HIGH)
        legs = replace(legs, arch=3, wave=2)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.7, stack=0.6, fall=1.0, knee=0.4),
            ("hang", "turn"),
            hem="raw",
        )
    elif style == "carpenter":
        legs = trouser_cut(c, 44, 41, gap=9, thigh=4, **LOW)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.8, knee=0.8, stack=1.6, fall=0.5),
            ("apart", "hang"),
            wash=0.8,
            tools=True,
        )
    else:
        legs = trouser_cut(c, 48, 27, gap=24, thigh=8, **HIGH)
        legs = replace(legs, bottom=legs.bottom - 14, calf=3)
        _jeans(
            canvas,
            c,
            legs,
            Drape(seat=0.8, stack=0.6, knee=0.8, fall=0.5),
            ("apart", "hang"),
            hem="rolled",
        )


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "skinny-jeans": skinny_jeans,
    "straight-jeans": straight_jeans,
    "wide-jeans": wide_jeans,
}
