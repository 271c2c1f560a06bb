"""Draws trousers: nine cuts of legs with their waists and pockets. Knows no fabric and no light."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

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
    leg_pockets,
    rolled_cuffs,
    slant_pockets,
    waistband,
)
from demo.studio.garments.wash import FADES, indigo
from demo.studio.light import Texture

BOTTOMS = {"long": 602.0, "regular": 588.0, "cropped": 506.0}
WIDTHS = {"slim": 0.82, "regular": 1.0, "relaxed": 1.22, "": 1.0}
TAPERED = 0.45
"""share of a leg's narrowing below the knee that is left when it is cropped"""


def _cut(c: Colourway, knee: float, hem: float, **more: float) -> Legs:
    """Widths follow the fit; men's are straighter at the hip, cropped legs end wider."""
    width = WIDTHS[c.fit]
    bottom = BOTTOMS.get(c.length, 602.0)
    if c.length == "cropped":
        hem = hem + TAPERED * max(0.0, knee - hem)
    women = c.gender == "women"
    hip = {"slim": 0.96, "regular": 1.0, "relaxed": 1.05}.get(c.fit, 1.0) * (100 if women else 96)
    base = {"waist": 75 if women else 81, "crotch": 198 if women else 206, "hip": hip} | more
    return Legs(knee=knee * width, hem=hem * width, bottom=bottom, **base)


def _jeans(canvas: Canvas, c: Colourway, legs: Legs, gain: float, turned_up: bool,
           stretch: bool = False) -> None:
    cloth = fabric(c)
    if c.colour in ("blue", "light-blue"):
        cloth = indigo(cloth)
    draw_legs(canvas, cloth, legs, gain=gain, fade=FADES.get(c.colour, 0.0), side_seam=True, stretch=stretch,
              hem_stitch=not turned_up)  # fmt: skip
    if turned_up:
        rolled_cuffs(canvas, cloth, legs, _paler(cloth.ground), 22)
    jeans_pockets(canvas, cloth, legs)
    fly(canvas, cloth, legs, c.closure == "buttons", metal=True, strength=0.65)
    waistband(canvas, cloth, legs, strength=0.6)
    band_button(canvas, cloth, legs, metal=True)


def _paler(texture: Texture) -> Texture:
    """Denim's wrong side."""

    def inside_out(
        u: np.ndarray, v: np.ndarray, seed: int
    ) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = texture(u, v, seed)
        return albedo * 0.55 + 0.24, relief

    return inside_out


def skinny_jeans(canvas: Canvas, c: Colourway) -> None:
    cut = Random(c.shape_seed)
    legs = _cut(c, 34, cut.choice((24.0, 26.0)), gap=16, crotch=190 if cut.random() < 0.5 else 200)
    _jeans(canvas, c, legs, 0.8, turned_up=False, stretch=True)


def straight_jeans(canvas: Canvas, c: Colourway) -> None:
    cut = Random(c.shape_seed)
    legs = _cut(c, 39, cut.choice((35.0, 37.0)), gap=8)
    _jeans(canvas, c, legs, 1.0, turned_up=cut.random() < 0.3)


def wide_jeans(canvas: Canvas, c: Colourway) -> None:
    cut = Random(c.shape_seed)
    legs = _cut(c, 40, cut.choice((43.0, 48.0)), gap=5)
    _jeans(canvas, c, legs, 1.05, turned_up=False)


def chinos(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 39, cut.choice((29.0, 33.0)), gap=10)
    turned_up = cut.random() < 0.25
    draw_legs(canvas, cloth, legs, gain=1.1, hem_stitch=not turned_up, crease=cut.random() < 0.3)
    if turned_up:
        rolled_cuffs(canvas, cloth, legs, cloth.ground, 18)
    slant_pockets(canvas, cloth, legs)
    fly(canvas, cloth, legs, c.closure == "buttons", metal=False, strength=0.35)
    if cut.random() < 0.35:
        front_pleats(canvas, cloth, legs)
    waistband(canvas, cloth, legs, strength=0.3)
    band_button(canvas, cloth, legs, metal=False)


def suit_trousers(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 40, cut.choice((33.0, 36.0)), gap=8)
    draw_legs(canvas, cloth, legs, gain=0.55, crease=True, hem_stitch=False)
    slant_pockets(canvas, cloth, legs)
    fly(canvas, cloth, legs, False, metal=False, strength=0.15)
    if cut.random() < 0.6:
        front_pleats(canvas, cloth, legs)
    waistband(canvas, cloth, legs, strength=0.12)
    band_button(canvas, cloth, legs, metal=False)


def joggers(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 41, 24, gap=22, waist=76)
    draw_legs(canvas, cloth, legs, gain=1.4, hem_stitch=False, bunch=1.5)
    rolled_cuffs(canvas, cloth, legs, cloth.rib, cut.choice((22, 28)))
    slant_pockets(canvas, cloth, legs)
    fork(canvas, cloth, legs)
    elastic_band(canvas, cloth, legs, cloth.rib, 26)
    if c.closure == "tie":
        cords(canvas, legs)


def cargo_trousers(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 40, cut.choice((30.0, 36.0)), gap=8)
    gathered = cut.random() < 0.35
    draw_legs(canvas, cloth, legs, gain=1.25, side_seam=True, bunch=1.4 if gathered else 1.0)
    if gathered:
        rolled_cuffs(canvas, cloth, legs, cloth.ground, 14)
    slant_pockets(canvas, cloth, legs)
    leg_pockets(canvas, cloth, legs)
    if c.closure == "tie":
        fork(canvas, cloth, legs)
        elastic_band(canvas, cloth, legs, cloth.ground)
        cords(canvas, legs, "#d9d5c8")
    else:
        fly(canvas, cloth, legs, c.closure == "buttons", metal=False, strength=0.4)
        waistband(canvas, cloth, legs, strength=0.35)
        band_button(canvas, cloth, legs, metal=False)


def leggings(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 33, 20, gap=26, waist=68, crotch=190)
    draw_legs(canvas, cloth, legs, gain=1.0, stretch=True, hem_stitch=False, side_seam=True)
    fork(canvas, cloth, legs)
    band = cloth.ground if c.pattern == "animal-print" else cloth.solid
    elastic_band(canvas, cloth, legs, band, cut.choice((36.0, 48.0)), smooth=True)


def wide_trousers(canvas: Canvas, c: Colourway) -> None:
    cut, cloth = Random(c.shape_seed), fabric(c)
    legs = _cut(c, 42, cut.choice((48.0, 54.0)), gap=3)
    pressed = cut.random() < 0.5 and c.material in ("wool", "linen", "satin")
    draw_legs(canvas, cloth, legs, gain=0.7 if pressed else 1.0, crease=pressed, bunch=0.8)
    slant_pockets(canvas, cloth, legs)
    if c.closure == "tie":
        fork(canvas, cloth, legs)
        elastic_band(canvas, cloth, legs, cloth.ground, 26)
        cords(canvas, legs, "#e4dfd2", 90)
    else:
        fly(canvas, cloth, legs, False, metal=False, strength=0.2)
        front_pleats(canvas, cloth, legs)
        waistband(canvas, cloth, legs, loops=cut.random() < 0.5, strength=0.2)
        band_button(canvas, cloth, legs, metal=False)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "skinny-jeans": skinny_jeans,
    "straight-jeans": straight_jeans,
    "wide-jeans": wide_jeans,
    "chinos": chinos,
    "suit-trousers": suit_trousers,
    "joggers": joggers,
    "cargo-trousers": cargo_trousers,
    "leggings": leggings,
    "wide-trousers": wide_trousers,
}
