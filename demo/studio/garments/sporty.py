"""Draws joggers and leggings: knitted legs, panels, stripes, cuffs. Knows no light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from demo.studio.canvas import (
    F32,
    Array,
    Canvas,
    smoothstep,
)
from demo.studio.design import Colourway
from demo.studio.dyes import dye, lightness
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.flies import fork
from demo.studio.garments.hems import ankle_zips, ribbed_cuffs, stirrups, vents
from demo.studio.garments.leg_folds import Drape
from demo.studio.garments.leg_marks import LEG, each_leg
from demo.studio.garments.legs import Legs
from demo.studio.garments.limbs import draw_legs, knee_bulge, seam_between
from demo.studio.garments.measures import trouser_cut
from demo.studio.garments.patches import badge
from demo.studio.garments.pockets import slant_pockets, welt
from demo.studio.garments.pose import pose
from demo.studio.garments.waists import cords, elastic_band, stretch_band
from demo.studio.light import Texture
from demo.studio.materials import Material
from demo.studio.noise import noise
from demo.studio.trims import stitch

STRETCH = Material(0.03, 3.5, 0.10, 0.40, 0.02, 1.0)
"""knitted elastane, brushed: matte"""
PRINT_SCALE = 1.6
"""how much finer an animal print is than on a dress"""
Where = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""(share of the half-width from a leg's axis to its outer edge, y) -> 0..1"""


def _set_in(cloth: Cloth, legs: Legs, other: Texture, where: Where) -> Cloth:
    """The cloth with another one set in, so that folds and light pass over both alike."""

    def joined(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        albedo, relief = cloth.texture(u, v, seed)
        inset, _ = other(u, v, seed)
        y = v + 100
        axis = 0.49 * legs.hip
        share = (np.abs(u) - axis) / np.maximum(legs.outer_edge(y) - axis, 8)
        here = np.clip(where(share, y), 0, 1).astype(F32)[..., None]
        return albedo * (1 - here) + inset * here, relief

    return replace(cloth, texture=joined)


def _stripes(legs: Legs, count: int, width: float) -> Where:
    """Stripes down the outer side, in world units."""

    def where(share: np.ndarray, y: np.ndarray) -> np.ndarray:
        reach = np.maximum(legs.outer_edge(y) - 0.49 * legs.hip, 8)
        inward = (1 - share) * reach - 3.0
        lit = np.zeros_like(share)
        for i in range(count):
            near = inward - i * 1.9 * width
            lit += smoothstep(-0.5, 0.5, near) * (1 - smoothstep(width - 0.5, width + 0.5, near))
        return lit

    return where


def _blocked(c: Colourway, cloth: Cloth, legs: Legs, style: int) -> Cloth:
    """Colour blocks that follow the leg's own seams: side panel, shin, or hip."""
    if c.pattern != "colour-block":
        return cloth
    knee = legs.knee_y + (24, -30, 0)[style]

    def where(share: np.ndarray, y: np.ndarray) -> np.ndarray:
        if style == 0:
            return smoothstep(0.38, 0.41, share - 0.10 * np.sin((y - legs.crotch) / 110))
        if style == 1:
            return smoothstep(-1, 1, y - knee - 16 * share)
        swoop = smoothstep(-1, 1, legs.crotch + 40 - 90 * (1 - share) - y)
        return np.maximum(swoop, smoothstep(-1, 1, y - legs.bottom + 70 + 12 * share))

    return _set_in(replace(cloth, texture=cloth.ground), legs, cloth.accent, where)


def _contrast(c: Colourway, cloth: Cloth) -> np.ndarray:
    """A stripe's dye that is seen on the cloth."""
    if c.pattern == "colour-block":
        return cloth.second
    return dye("black") * 1.4 if lightness(cloth.colour) > 0.6 else dye("white") * 0.9


def _dyed(ground: Texture, of: np.ndarray, to: np.ndarray) -> Texture:
    """The same cloth in another dye."""

    def redyed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        albedo, relief = ground(u, v, seed)
        shade = albedo.mean(-1, keepdims=True) / max(float(of.mean()), 1e-3)
        return (to * np.clip(shade, 0.4, 1.6)).astype(F32), relief

    return redyed


def joggers(canvas: Canvas, c: Colourway) -> None:
    """Cuffed sweatpants; a track pant, striped, with ankle zips; panelled; open hems."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    style = c.pick(("cuffed", "track", "panelled", "open"))
    drape = Drape(seat=1.1, knee=1.2, stack=1.5, fall=0.3)
    if style == "cuffed":
        legs = trouser_cut(c, 43, 30, gap=22, waist=1, thigh=5, calf=5, wave=2.0)
        legs = replace(legs, bottom=legs.bottom - 30)
        stances = ("apart", "crossed")
    elif style == "track":
        legs = trouser_cut(c, 38, 29, gap=16, waist=1, thigh=1)
        stances, drape = ("stride", "turn"), replace(drape, stack=1.2, knee=1.0)
    elif style == "panelled":
        legs = trouser_cut(c, 39, 26, gap=24, waist=0, thigh=5)
        legs = replace(legs, bottom=legs.bottom - 16)
        stances, drape = ("knee", "apart"), replace(drape, stack=0.9)
    else:
        legs = trouser_cut(c, 45, 42, gap=8, waist=2, thigh=4, arch=3, wave=2)
        stances, drape = ("hang", "splayed"), replace(drape, stack=1.1, fall=0.45, knee=0.9)
    posed = pose(canvas, legs, cut, stances)
    legs = posed.legs
    cloth = _blocked(c, cloth, legs, cut.randrange(3))
    bright = _contrast(c, cloth)
    if style == "track":
        contrast = _dyed(cloth.solid, cloth.colour, bright)
        cloth = _set_in(cloth, legs, contrast, _stripes(legs, cut.choice((1, 2)), 7.0))
    if style == "cuffed":
        ribbed_cuffs(posed, cloth, legs, cloth.rib, cut.choice((24, 30)), 0.80)
    if style == "panelled":
        ribbed_cuffs(posed, cloth, legs, cloth.rib, 16, 0.86)

    def knee_seams(side: int) -> list:
        if style != "panelled":
            return []
        k = legs.knee_y
        lines = [
            [(-1.0, k - 54), (0.0, k - 44), (1.0, k - 58)],
            [(-1.0, k + 40), (0.0, k + 32), (1.0, k + 44)],
            [(0.55, k - 52), (0.62, k), (0.55, k + 38)],
        ]
        return [(seam_between(legs, side, line), 1.8, 1.3) for line in lines]

    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        side_seam=True,
        hem_stitch=9.0 if style == "open" else 0.0,
        opening=6 if style == "open" else 2 if style == "track" else 0,
        extra=knee_seams,
        gather=1.0 if style in ("cuffed", "panelled") else 0.0,
        drawn_in=28,
    )
    if style == "panelled":
        for side in each_leg(posed):
            for seam, _, _ in knee_seams(side):
                stitch(posed, seam + [0, 2.4], cloth.stitch, strength=0.35)
    if style == "track":
        ankle_zips(posed, cloth, legs)
    height = 30 if style in ("cuffed", "open") else 24
    slant_pockets(posed, cloth, legs, height, 62, steep=0.6 if style == "track" else 0.0)
    if style == "panelled":
        y = legs.crotch + 20
        for side in each_leg(posed):
            thigh = seam_between(legs, side, [(0.62, y), (0.80, y + 46)])
            welt(posed, cloth, thigh, zip_pull=True)
    fork(posed, cloth, legs)
    knit = cloth.rib if style != "track" else cloth.ground
    elastic_band(posed, cloth, legs, knit, height, 3 if style == "open" else 2)
    cord = bright if style in ("track", "panelled") else "#efece4"
    cords(
        posed,
        legs,
        cord,
        cut.choice((58, 84)),
        knotted=style in ("cuffed", "track"),
        width=2.3 if style == "open" else 1.8,
    )


def _rib_knit(cloth: Cloth) -> Cloth:
    """Broad vertical ribs, as relief and shade."""

    def ribbed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = cloth.texture(u, v, seed)
        wale = np.cos(u * 2 * np.pi / 3.6)
        return (albedo * (0.99 + 0.01 * wale)[..., None]).astype(F32), 0.10 * wale

    return replace(cloth, texture=ribbed)


def _finer(cloth: Cloth) -> Cloth:
    """The same print, smaller: a legging is cut from narrow goods."""

    def shrunk(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        return cloth.texture(u * PRINT_SCALE, v * PRINT_SCALE, seed)

    return replace(cloth, texture=shrunk)


def _smooth(cloth: Cloth) -> Cloth:
    """The same cloth without the crinkles that a stretched nylon has lost."""

    def flat(texture: Texture) -> Texture:
        return lambda u, v, seed: (texture(u, v, seed)[0], None)

    inked = ("texture", "ground", "solid", "accent")
    return replace(cloth, **{name: flat(getattr(cloth, name)) for name in inked})


def _mesh(cloth: Cloth) -> Texture:
    """The same dye in a holed knit, skin-dark behind."""

    def holed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, None]:
        albedo, _ = cloth.solid(u, v, seed)
        holes = np.sin(u * 1.75) * np.sin(v * 1.75) + 0.15 * noise(81, 3, u, v)
        see = smoothstep(-0.1, 0.6, holes)[..., None]
        knit, through = (0.70, 0.42) if lightness(cloth.colour) > 0.3 else (1.5, 2.6)
        return (albedo * (knit * (1 - see) + through * see)).astype(F32), None

    return holed


def leggings(canvas: Canvas, c: Colourway) -> None:
    """Ribbed and high; mesh at the calf; stirrups; 7/8 with pocket and stripe; split hems."""
    cut, cloth = Random(c.shape_seed), replace(fabric(c), material=STRETCH)
    style = c.pick(("ribbed", "mesh", "stirrup", "pocket", "split"))
    plain = c.pattern not in ("animal-print",)
    hem = 31 if style == "split" else 19
    legs = trouser_cut(
        c,
        30,
        hem,
        top=38,
        rise=162,
        waist=-3 if style != "pocket" else -5,
        gap=24,
        thigh=5,
        calf=4 if style != "split" else 1,
        dip=5,
        wave=0.0,
        slant=1.0,
        arch=1.5,
    )
    legs = replace(
        legs,
        hip=legs.hip * 0.95,
        bottom=legs.bottom - (22 if style in ("pocket", "stirrup") else 4),
    )
    posed = pose(canvas, legs, cut, ("taut",))
    legs = posed.legs
    if not plain:
        cloth = _finer(cloth)
    if c.material == "nylon":
        cloth = _smooth(cloth)
    cloth = _blocked(c, cloth, legs, cut.randrange(3))
    knee, low = legs.knee_y, legs.bottom
    curves: list[Sequence[tuple[float, float]]] = []
    inset: tuple[Texture, Where] | None = None
    if style == "ribbed" and plain:
        cloth = _rib_knit(cloth)
    elif style == "mesh":
        curves = [
            [(-1.0, knee + 62), (-0.1, knee + 30), (1.0, knee + 6)],
            [(-1.0, knee + 104), (0.0, knee + 82), (1.0, knee + 66)],
        ]
        inset = (_mesh(cloth), _between(curves[0], curves[1]))
    elif style == "pocket":
        contrast = _dyed(cloth.solid, cloth.colour, _contrast(c, cloth))
        inset = (contrast, _stripes(legs, 1, 5.0))
        curves = [
            [
                (0.52, legs.crotch - 4),
                (0.44, legs.crotch + 60),
                (0.46, legs.crotch + 104),
                (1.0, legs.crotch + 108),
            ]
        ]
    elif style == "split":
        curves = [[(0.0, legs.crotch + 20), (0.0, knee), (0.0, low - 40)]]
    else:
        curves = [
            [
                (0.5, legs.crotch - 40),
                (0.42, legs.crotch + 70),
                (-0.1, knee + 10),
                (-0.9, knee + 92),
            ]
        ]
    if inset is not None and plain:
        cloth = _set_in(cloth, legs, *inset)
    if style == "stirrup" and c.length != "cropped":
        stirrups(posed, cloth, legs)

    def panels(side: int) -> list:
        return [(seam_between(legs, side, curve), 1.5, 0.9) for curve in curves]

    drape = Drape(seat=0.16, knee=0.0, stack=0.0, fall=0.0, tight=0.4)
    draw_legs(
        posed,
        cloth,
        legs,
        drape,
        hem_stitch=0.0 if style == "stirrup" and c.length != "cropped" else 7.0,
        opening=2.5,
        side_seam=style != "ribbed",
        body=knee_bulge(legs, 2.3),
        extra=panels,
        blind=style == "ribbed",
        taut=True,
    )
    for side in each_leg(posed):
        for seam, _, _ in panels(side):
            stitch(posed, seam + [1.6 * side, 0], cloth.stitch, dash=1.5, gap=0.9, strength=0.4)
    if style == "split":
        vents(posed, cloth, legs)
    fork(posed, cloth, legs, strength=0.15, dark=0.86)
    band = cloth.texture if c.pattern == "animal-print" else cloth.solid
    point = {"ribbed": 0.0, "mesh": 16.0, "stirrup": 0.0, "pocket": -8.0, "split": 26.0}[style]
    height = {"ribbed": 62.0, "mesh": 46.0, "stirrup": 30.0, "pocket": 56.0, "split": 44.0}[style]
    stretch_band(
        posed, cloth, legs, cloth.texture if style == "ribbed" and plain else band, height, point
    )
    if style == "stirrup":
        with posed.part(LEG[1]):
            badge(posed, cloth, legs)


def _between(upper: Sequence[tuple[float, float]], lower: Sequence[tuple[float, float]]) -> Where:
    """The strip between two curves given as (share, y)."""
    us, uy = np.array(upper).T
    ls, ly = np.array(lower).T

    def where(share: np.ndarray, y: np.ndarray) -> np.ndarray:
        high, deep = np.interp(share, us, uy), np.interp(share, ls, ly)
        return smoothstep(-1, 1, y - high) * (1 - smoothstep(-1, 1, y - deep))

    return where


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "joggers": joggers,
    "leggings": leggings,
}
