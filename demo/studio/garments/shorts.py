"""Draws shorts: the upper half of jeans and chinos. Knows no fabric and no light."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.garments.legs import Legs, draw_legs
from demo.studio.garments.waists import (
    band_button,
    cords,
    elastic_band,
    fly,
    fork,
    front_pleats,
    jeans_pockets,
    rolled_cuffs,
    slant_pockets,
    waistband,
)
from demo.studio.garments.wash import FADES, indigo

INSEAMS = {"mini": 52.0, "knee": 150.0}
"""length -> world units from crotch to hem"""
HEMS = {"slim": 0.86, "regular": 1.0, "relaxed": 1.14}


def _cut(c: Colourway, hem: float) -> Legs:
    """Bigger than trousers, so that they fill their picture as a photographer would."""
    top = 150.0 if c.length == "knee" else 190.0
    women = c.gender == "women"
    wide = 1.12
    crotch = top + 160
    narrow = 0.0 if c.length == "mini" else 4.0
    return Legs(
        top=top, waist=(76 if women else 84) * wide, hip=100 * wide * (0.97 if c.fit == "slim" else 1.02),
        crotch=crotch, knee=50, hem=(hem - narrow) * HEMS[c.fit], bottom=crotch + INSEAMS[c.length],
        gap=8, stance=3 if c.length == "mini" else 0,
    )  # fmt: skip


def denim_shorts(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    if c.colour in ("blue", "light-blue"):
        cloth = indigo(cloth)
    legs = _cut(c, 57)
    turned_up = cut.random() < 0.5
    fade = 0.7 * FADES.get(c.colour, 0.0)
    draw_legs(canvas, cloth, legs, fade=fade, side_seam=True, hem_stitch=not turned_up)
    if turned_up:
        rolled_cuffs(canvas, cloth, legs, cloth.ground, 20)
    jeans_pockets(canvas, cloth, legs)
    fly(canvas, cloth, legs, c.closure == "buttons", metal=True, strength=0.65)
    waistband(canvas, cloth, legs, strength=0.6)
    band_button(canvas, cloth, legs, metal=True)


def chino_shorts(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 56)
    turned_up = cut.random() < 0.35
    draw_legs(canvas, cloth, legs, gain=1.05, hem_stitch=not turned_up)
    if turned_up:
        rolled_cuffs(canvas, cloth, legs, cloth.ground, 18)
    slant_pockets(canvas, cloth, legs)
    if c.closure == "tie":
        fork(canvas, cloth, legs)
        elastic_band(canvas, cloth, legs, cloth.ground, 26)
        cords(canvas, legs)
        return
    fly(canvas, cloth, legs, c.closure == "buttons", metal=False, strength=0.35)
    if cut.random() < 0.35:
        front_pleats(canvas, cloth, legs)
    waistband(canvas, cloth, legs, strength=0.3)
    band_button(canvas, cloth, legs, metal=False)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "denim-shorts": denim_shorts,
    "chino-shorts": chino_shorts,
}
