"""Sweaters, cardigans, turtlenecks, sweater vests, sweatshirts. Knows knitwear, not catalogues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas
from demo.studio.design import Colourway
from demo.studio.dyes import mixed_dyes
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cardigans import cardigan
from demo.studio.garments.cut import Cut
from demo.studio.garments.jersey import chest_of, matt, shape_rng
from demo.studio.garments.knit_collars import (
    folded_collar,
    mock_collar,
    slouched_collar,
    zip_collar,
    zip_collar_back,
)
from demo.studio.garments.knits import (
    GAUGES,
    Shape,
    edge_rib,
    gauge,
    knit_cut,
    knitted,
    raglan_body,
    raglan_sleeve,
    raglan_stitches,
    split_hem,
)
from demo.studio.garments.motifs import contrast, fair_isle, yoke
from demo.studio.garments.necklines import (
    inside_back,
    neckband,
)
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, sleeves_of
from demo.studio.garments.stances import BENT, ONE_BENT, STRAIGHT, WIDE, posed
from demo.studio.garments.tailoring import (
    draw_body,
    hem_band,
)
from demo.studio.garments.vests import (
    armhole_rib,
    flat_band,
    sweater_vest,
    vest_back,
    vest_cut,
    vest_outline,
)
from demo.studio.light import Texture, layer
from demo.studio.trims import stitch

Collar = Callable[[Canvas, Cut, Texture, Cloth], None]


SWEATERS: tuple[Shape, ...] = (
    Shape("plain", STRAIGHT, chest=1.0, waist=0.98, band=10, rib=27),
    Shape("fisherman", WIDE, 1.13, 12, 1.13, 1.16, 1.09, -3, 1.30, 1.15, band=15, rib=42,
          neck=1.08, depth=4, gain=0.9),
    Shape("aran", BENT, 1.03, 3, 1.06, 1.05, 1.02, 0, 1.18, 1.05, band=19, rib=34, neck=1.0),
    Shape("chunky", ONE_BENT, 1.05, 8, 1.10, 1.14, 1.12, 22, 1.24, 1.2, band=9, rib=0, neck=1.22,
          depth=9, raglan=True),
)  # fmt: skip
"""the classic crew, the boxy fisherman, the aran with a thick neck, the raglan with a split hem"""

TURTLENECKS: tuple[Shape, ...] = (
    Shape("fine", STRAIGHT, 0.98, 0, 0.99, 0.97, 0.97, 0, 1.0, 0.95, rib=22),
    Shape("plain", WIDE, 1.08, 8, 1.10, 1.14, 1.08, 8, 1.22, 1.15, rib=0, neck=1.10, raglan=True),
    Shape("aran", BENT, 1.03, 3, 1.05, 1.06, 1.02, -4, 1.16, 1.05, rib=38),
    Shape("rib", STRAIGHT, 0.97, 0, 0.96, 0.93, 0.95, 14, 0.96, 0.92, rib=0, neck=0.96, gain=0.8),
)
"""the fine roll neck, the slouchy funnel, the cabled one with a big roll, the ribbed mock neck"""

SWEATSHIRTS: tuple[Shape, ...] = (
    Shape("fine", STRAIGHT, band=11, rib=28),
    Shape("fine", BENT, 1.0, 2, 1.03, 1.04, 1.0, 0, 1.16, band=13, rib=30, neck=1.02, raglan=True),
    Shape("fine", WIDE, 1.15, 14, 1.15, 1.19, 1.10, -6, 1.36, 1.2, band=15, rib=36, neck=1.04),
    Shape(
        "fine",
        ONE_BENT,
        1.04,
        6,
        1.06,
        1.08,
        1.08,
        20,
        1.18,
        1.1,
        band=8,
        rib=0,
        neck=1.14,
        depth=5,
    ),
)
"""the classic with a gusset, the raglan, the boxy one, the long one with split sides"""


def pullover(
    canvas: Canvas, colourway: Colourway, shape: Shape, *, sweat: bool = False,
    collar: Collar | None = None,
) -> Cut:  # fmt: skip
    """A closed knitted or sweatshirt body: cuffs, waistband or split hem, and what is at the neck.

    collar: draws a tube at the neck instead of a neckband. Returns the cut, for what goes on top.
    """
    rng = shape_rng(colourway)
    cut = knit_cut(colourway, rng, shape)
    cloth = matt(fabric(colourway), colourway, 0.22) if sweat else motifs_on(colourway, shape, cut)
    kind = "crew" if collar else colourway.neckline
    zipped = colourway.closure == "half-zip"
    if collar:  # the tube's foot hides the neckline
        cut = replace(cut, neck_depth=20)
    elif kind == "v-neck":
        cut = replace(cut, neck_depth=cut.neck_depth + 42)
    short = colourway.length == "cropped" and shape.arms is WIDE  # spread arms would outgrow it
    arms = posed(STRAIGHT if short else shape.arms, rng)
    pair = sleeves_of(cut, colourway.sleeve, arms)
    raglan = shape.raglan and pair is not None
    hem = "banded" if shape.rib else "round"
    outline = None
    if pair is None:
        narrow = replace(cut, shoulder=cut.shoulder * 0.88, chest=cut.chest * 0.94)
        cut = vest_cut(replace(narrow, waist=cut.waist * 0.94, hem=cut.hem * 0.95))
        outline = vest_outline(cut, kind, hem)
        vest_back(canvas, cut, cloth)
    if raglan:
        pair = tuple(raglan_sleeve(own, cut, kind) for own in pair)
        outline = raglan_body(cut, kind, hem)
    open_to, length = rng.uniform(14, 52), rng.uniform(92, 118)
    if zipped:
        zip_collar_back(canvas, cut, cloth, open_to)
    elif not collar:
        inside_back(canvas, cut, cloth, texture=cloth.rib)
    if not shape.rib:
        split_hem(canvas, cut, cloth)
    contrast = raglan and sweat and bool(colourway.colour2)
    options = {"length": colourway.sleeve, "finish": "rib", "gain": shape.gain * 1.04,
               "texture": cloth.accent if contrast else cloth.ground}  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, cut, cloth, "v-neck" if zipped and open_to > 30 else kind, outline=outline,
        sleeves=outlines_of(pair), gain=shape.gain, hem=hem, hem_stitch=False,
        **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    if shape.rib:
        if pair is None:
            flat_band(canvas, cut, cloth.rib, cloth, shape.rib)
        else:
            hem_band(canvas, cut, cloth.rib, cloth, shape.rib, 10 if sweat else 8)
    else:
        edge_rib(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if raglan:
        raglan_stitches(canvas, cut, cloth, kind)
    if pair is None:
        armhole_rib(canvas, cut, cloth, cloth.rib, 9)
    if collar:
        collar(canvas, cut, cloth.rib, cloth)
    elif zipped:
        zip_collar(canvas, cut, cloth, cloth.rib, open_to, length)
    else:
        neckband(canvas, cut, kind, cloth.rib, cloth, shape.band, 3, sewn=sweat)
    return cut


def motifs_on(colourway: Colourway, shape: Shape, cut: Cut) -> Cloth:
    """The cloth in its gauge; geometric ones are Fair Isles, all over or as a round yoke."""
    cloth = gauge(colourway, shape.gauge)
    if colourway.pattern != "geometric":
        return cloth
    dyes = cloth.colour, cloth.second, contrast(colourway.colour, cloth.colour, cloth.second)
    mixed = colourway.colour == "multicolour"
    if mixed or shape.gauge == "fisherman" or colourway.neckline == "v-neck":
        flat = fair_isle(*dyes, more=mixed_dyes(colourway, 5) if mixed else ())
        return replace(
            cloth, texture=knitted(flat, GAUGES["fine"]), ground=knitted(flat, GAUGES["fine"])
        )
    flat = yoke(*dyes, cut.neck_y - 104, 74)
    return replace(cloth, texture=knitted(flat, GAUGES["fine"]), ground=cloth.solid)


def neck_gusset(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The ribbed V below an athletic sweatshirt's neck."""
    y = cut.neck_y + cut.neck_depth
    gusset = [(CX - 17, y - 2, 1), (CX, y + 1), (CX + 17, y - 2, 1), (CX, y + 27, 1)]
    layer(canvas, gusset, cloth.rib, cloth.material, R=10, depth=0.2, edge=2, wrinkle=0, lift=1.2)
    stitch(canvas, np.array([(CX - 17, y), (CX, y + 27), (CX + 17, y)]), cloth.stitch)


def sweater(canvas: Canvas, colourway: Colourway) -> None:
    pullover(canvas, colourway, colourway.pick(SWEATERS))


def turtleneck_sweater(canvas: Canvas, colourway: Colourway) -> None:
    shape = colourway.pick(TURTLENECKS)
    tall = shape_rng(colourway).uniform(0.92, 1.08)
    collars: dict[str, Collar] = {
        "fine": lambda *a: folded_collar(*a, height=tall),
        "plain": slouched_collar,
        "aran": lambda *a: folded_collar(*a, height=1.12 * tall, wide=1.1),
        "rib": mock_collar,
    }
    pullover(canvas, colourway, shape, collar=collars[shape.gauge])


def sweatshirt(canvas: Canvas, colourway: Colourway) -> None:
    shape = colourway.pick(SWEATSHIRTS)
    cut = pullover(canvas, colourway, shape, sweat=True)
    if shape is SWEATSHIRTS[0] and colourway.closure != "half-zip":
        neck_gusset(canvas, cut, fabric(colourway))


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "sweater": sweater,
    "cardigan": cardigan,
    "turtleneck": turtleneck_sweater,
    "sweater-vest": sweater_vest,
    "sweatshirt": sweatshirt,
}
