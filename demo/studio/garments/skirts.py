"""Draws skirts: five types in four cuts each. Knows lengths and cuts; no fabric, no light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.marks import draws
from demo.studio.garments.pencils import pencil
from demo.studio.garments.ruffles import bow, ruffle, sash
from demo.studio.garments.skirt_base import (
    HEIGHTS,
    HIP,
    WAIST,
    front,
    hip_drags,
    skirt_fall,
    strains,
    waist,
    welt_pocket,
)
from demo.studio.garments.skirt_parts import (
    BAND,
    band,
    button_row,
    curved_yoke,
    inner_band,
    jeans_fly,
    jeans_pockets,
    lapped_panel,
    patch_pocket,
    side_zip,
)
from demo.studio.trims import button, stitch

EASE = {"slim": 0.93, "regular": 1.0, "relaxed": 1.10, "": 1.0}
SHIRTING = ("denim", "corduroy", "cotton", "canvas")
"""cloths that take topstitching and metal buttons"""


def a_line(canvas: Canvas, c: Colourway) -> None:
    """Fitted at the waist, wide at the hem."""
    c.pick((_swing, _structured, _gored, _paperbag))(canvas, c, fabric(c), HEIGHTS[c.length])


def _swing(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """Nearly a circle: cones of cloth from high up, a hem that bows deeply."""
    fall = skirt_fall(tall, WAIST, 92, 108 + 0.33 * tall, flutes=6.0, start=0.10,
                      depth=9 * cloth.fold,
                 sag=20 + tall / 28, hip_below=64)  # fmt: skip
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall)
    if c.closure == "buttons":
        button_row(canvas, cloth, fall, c.material in ("denim", "corduroy"))
    waist(canvas, c, cloth, fall)


def _structured(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """Straight sides without folds: patch or jeans pockets, topstitching."""
    fall = skirt_fall(tall, WAIST, HIP, 84 + 0.155 * tall, flutes=3.5, start=0.5,
                      depth=2.6 * cloth.fold,
                 sag=8 + tall / 60)  # fmt: skip
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, hip_drags(canvas, cloth, fall, 4))
    if c.closure == "buttons":
        button_row(canvas, cloth, fall, c.material in ("denim", "corduroy"))
        for s in (1, -1):
            patch_pocket(canvas, cloth, CX + s * 53, fall.top + 40, 46, flap=c.material == "wool")
    elif c.material in ("denim", "corduroy"):
        jeans_pockets(canvas, cloth, fall)
        jeans_fly(canvas, cloth, fall)
    else:
        for s in (1, -1):
            welt_pocket(canvas, cloth, fall, s)
    waist(canvas, c, cloth, fall, loops=True)


def _gored(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """Panels close to the thigh, springing out to a trumpet hem."""
    wide = 92 + 0.18 * tall
    fall = skirt_fall(tall, WAIST, HIP, wide, flutes=8.0, start=0.5, depth=7.5 * cloth.fold, sag=13)
    k = fall.waist / WAIST
    fall = replace(fall, profile=((0, fall.waist), (0.24, 85 * k), (0.56, 89 * k), (0.8,
        0.35 * fall.hem + 60 * k),
                                  (1, fall.hem)))  # fmt: skip
    seams = []
    for lane in (-0.62, -0.22, 0.24, 0.64):
        ys = np.linspace(fall.top + 2, fall.bottom - 16, 20)
        seams.append(np.stack([CX + lane * fall.half_width(ys), ys], 1))
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, hip_drags(canvas, cloth, fall, 3), [(s, 1.5, 1.3) for s in seams])
    for seam in seams:
        stitch(canvas, seam + [2.6, 0], cloth.stitch, strength=0.3)
    if c.closure == "buttons":
        for y in np.linspace(fall.top + 16, fall.top + 0.5 * fall.height, 4):
            for s in (1, -1):
                button(canvas, CX + s * 9, float(y), 4.0, cloth.button)
    waist(canvas, c, cloth, fall)


def _paperbag(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """Gathered under a tied sash, a frill of cloth standing above it."""
    fall = skirt_fall(tall, WAIST, 94, 94 + 0.24 * tall, flutes=6.0, start=0.05,
                      depth=6.5 * cloth.fold,
                 sag=12 + tall / 40, hip_below=70)  # fmt: skip
    inner_band(canvas, cloth, fall, BAND + 8)
    front(canvas, cloth, fall, gathers=1.5)
    if c.closure == "buttons":
        button_row(canvas, cloth, fall, c.material in ("denim", "corduroy"))
    line = spline(
        [(CX - fall.waist, fall.top - 8), (CX, fall.top + 1), (CX + fall.waist, fall.top - 8)],
        False,
    )
    with canvas.part("waistband"):
        ruffle(canvas, cloth, line, 17, -1, pitch=9, lift=1.0)
    sash(canvas, cloth, fall.top - 2, fall.waist, 9)
    bow(canvas, cloth, CX + 14, fall.top + 3, 0.9, 0.9, at_waist=True)


def pleated(canvas: Canvas, c: Colourway) -> None:
    """Knife, box, fine sunray pleats, or knife pleats under a flat yoke."""
    cloth, tall = fabric(c), HEIGHTS[c.length]
    kind = c.pick(("knife", "box", "sunray", "yoke"))
    if c.material == "wool" and kind == "sunray":
        kind = "box"
    hem = {
        "knife": 0.155,
        "box": 0.13,
        "sunray": 0.27 if c.length != "mini" else 0.2,
        "yoke": 0.17,
    }[kind] * tall
    fall = skirt_fall(tall, WAIST, {"sunray": 82, "yoke": 84}.get(kind, 86), 86 + hem, flutes=4.0,
                      start=0.06,
                 depth=(4.6 if kind != "sunray" else 7.5) * cloth.fold,
                 sag=7 + tall / 36)  # fmt: skip
    count = {"knife": 17, "box": 7, "sunray": 33, "yoke": 15}[kind]
    pleats = "knife" if kind == "yoke" else kind
    fall = replace(fall, pleats=pleats, pleat_count=count)
    if kind == "yoke":
        fall = replace(fall, yoke=min(0.32, 92 / fall.height))
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, hip_drags(canvas, cloth, fall, 3) if kind == "yoke" else None,
          thread=False)  # fmt: skip
    if kind == "yoke":
        lane = np.linspace(-1, 1, 41)
        y = fall.top + fall.yoke * (fall.height - fall.sag * lane**2)
        seam = np.stack([CX + lane * (fall.half_width(y) - 1), y], 1)
        stitch(canvas, seam - [0, 3.4], cloth.stitch, strength=0.4)
    waist(canvas, c, cloth, fall)


def mini(canvas: Canvas, c: Colourway) -> None:
    """Short: five pockets, an A with buttons, a lapped front, or a frill at the hem."""
    c.pick((_five_pockets, _short_a, _skort, _frilled))(canvas, c, fabric(c), HEIGHTS["mini"])


def _five_pockets(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """Jeans cut off at the thigh."""
    hem = 80.0 if c.fit == "slim" else 89.0
    fall = skirt_fall(
        tall, WAIST, 80, hem, flutes=2.5, start=0.5, depth=1.8 * cloth.fold, sag=6, hip_below=90
    )
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, hip_drags(canvas, cloth, fall, 5) + strains(canvas, cloth, fall))
    jeans_pockets(canvas, cloth, fall)
    if c.closure == "buttons":
        button_row(canvas, cloth, fall, True)
    else:
        jeans_fly(canvas, cloth, fall)
    waist(canvas, c, cloth, fall, loops=True, zipped=False)


def _short_a(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """Flared from the waist; patch pockets, below a curved yoke where cloth takes topstitching."""
    hem, yoked = 104.0 if c.fit == "slim" else 118.0, c.material in SHIRTING
    fall = skirt_fall(
        tall,
        WAIST,
        80 + 0.35 * (hem - 104),
        hem,
        flutes=3.0,
        start=0.45,
        depth=3.0 * cloth.fold,
        sag=11,
    )
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, hip_drags(canvas, cloth, fall, 3))
    if yoked:
        curved_yoke(canvas, cloth, fall, 52)
    if c.closure == "buttons":
        button_row(canvas, cloth, fall, c.material in ("denim", "corduroy"))
    elif yoked:
        seam = np.array([[CX, fall.top + 8], [CX + 0.6, fall.bottom - 9]])
        for d in (-1.6, 1.6):
            stitch(canvas, seam + [d, 0], cloth.stitch, strength=0.5)
    for s in (1, -1):
        if c.material == "leather":
            welt_pocket(canvas, cloth, fall, s)
        else:
            y = fall.top + (68 if yoked else 48)
            patch_pocket(canvas, cloth, CX + s * 58, y, 54, flap=c.closure == "zip")
    waist(canvas, c, cloth, fall, loops=True)


def _skort(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """A lapped front with a diagonal hem and two buttons at the hip."""
    hem = 83.0 if c.fit == "slim" else 98.0
    fall = skirt_fall(tall, WAIST, 81, hem, flutes=3.0, start=0.45, depth=2.6 * cloth.fold, sag=8)
    inner_band(canvas, cloth, fall)
    front(
        canvas,
        cloth,
        replace(fall, bottom=fall.bottom - 7, lean=2),
        hip_drags(canvas, cloth, fall, 3),
    )
    drags = [
        Fold((CX + 38, fall.top + canvas.rng.uniform(4, 40)),
             (CX - canvas.rng.uniform(10, 70), fall.top + canvas.rng.uniform(50, 150)),
             canvas.rng.uniform(-8, 8), (2.5, 7), canvas.rng.uniform(0.9, 1.9) * cloth.fold, 0.3,
             0.05, 0.7)
        for _ in range(5)
    ]  # fmt: skip
    lapped_panel(canvas, cloth, replace(fall, high=0.30 * fall.height), 50, 57, folds=drags)
    waist(canvas, c, cloth, fall, zipped=False)
    metal = c.material in ("denim", "leather")
    for y in (-5, 26) if c.closure == "buttons" else (-5,):
        with canvas.part("waistband" if y < 0 else "skirt"):
            ink = cloth.metal if metal else cloth.button
            button(canvas, CX + 41, fall.top + y - 2, 5, ink, metal)
    if c.closure == "zip":
        side_zip(canvas, cloth, fall, -1)


def _frilled(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """A smooth hip and a gathered flounce below; stiff cloth: cut in a curve, hardly gathered."""
    hem = 104.0 if c.fit == "slim" else 116.0
    fall = skirt_fall(tall, WAIST, 86, hem, flutes=8.0, start=0.2, depth=6.0 * cloth.fold, sag=10)
    k = fall.waist / WAIST
    profile = ((0, fall.waist), (0.34, 85 * k), (0.56, 89 * k), (1, fall.hem))
    if c.material in ("denim", "leather", "corduroy"):
        fall, gathers = replace(fall, profile=profile, yoke=0.56, flutes=7.0), 0.7
    else:
        fall, gathers = replace(fall, profile=profile, tiers=(0.58,)), 2.0
    inner_band(canvas, cloth, fall)
    smooth = hip_drags(canvas, cloth, fall, 3)
    front(canvas, cloth, fall, smooth, gathers=gathers)
    seam_at = fall.yoke or fall.tiers[0]
    lane = np.linspace(-1, 1, 41)
    y = fall.top + seam_at * (fall.height - fall.sag * lane**2)
    seam = np.stack([CX + lane * (fall.half_width(y) - 1.5), y], 1)
    stitch(canvas, seam - [0, 2.6], cloth.stitch, strength=0.5)
    if c.closure == "buttons":
        short = replace(fall, bottom=fall.top + seam_at * fall.height - 2, sag=0.0)
        button_row(canvas, cloth, short, c.material in ("denim", "corduroy"))
    waist(canvas, c, cloth, fall)


def maxi(canvas: Canvas, c: Colourway) -> None:
    """To the floor: gathered, tiered, lapped with a slit, or a column with a flounce."""
    cloth, tall, ease = fabric(c), HEIGHTS["maxi"], EASE[c.fit]
    kind = c.pick(("gathered", "tiered", "lapped", "flounced"))
    fall = skirt_fall(
        tall, WAIST, 86 * ease, 146 * ease, flutes=8.0, start=0.05, depth=8.5 * cloth.fold, sag=16
    )
    tall = fall.height
    inner_band(canvas, cloth, fall)
    if kind == "gathered":
        front(canvas, cloth, replace(fall, hip=94 * ease, hem=156 * ease), gathers=1.6)
    elif kind == "tiered":
        fall = replace(
            fall, hip=90 * ease, hem=156 * ease, tiers=(0.27, 0.60), depth=8.0 * cloth.fold
        )
        front(canvas, cloth, fall, gathers=2.0)
    elif kind == "lapped":
        under = replace(
            fall, hip=86 * ease, hem=122 * ease, depth=8 * cloth.fold, flutes=5, start=0.02
        )
        front(canvas, cloth, under, right_of=CX - 70)
        edge = lapped_panel(canvas, cloth, replace(under, high=0.22 * tall, hem=126 * ease), 44, 4)
        ruffle(canvas, cloth, edge[6:], 27, -1, pitch=19, lift=2.5, plump=0.7)
    else:
        wide = replace(
            fall, sag=15, flutes=7.0, start=0.08, tiers=(0.72,), depth=8.5 * cloth.fold,
            profile=((0, fall.waist), (0.2, 84 * ease), (0.45, 98 * ease), (0.72, 116 * ease),
                     (1, 150 * ease)),
        )  # fmt: skip
        front(canvas, cloth, wide, gathers=1.6)
        fall = wide
    striped = c.pattern == "striped"
    if kind in ("lapped", "flounced"):
        band(canvas, cloth, fall, striped=striped)
    else:
        band(canvas, cloth, fall, striped=striped, elastic=True)
    if c.closure == "tie":
        bow(canvas, cloth, CX + (40 if kind == "lapped" else 12), fall.top - 3, 0.9, 1.0, at_waist=True)


SKIRTS: dict[str, Callable[[Canvas, Colourway], None]] = {
    "a-line-skirt": a_line,
    "pencil-skirt": pencil,
    "pleated-skirt": pleated,
    "mini-skirt": mini,
    "maxi-skirt": maxi,
}
DRAW = {name: draws("skirt")(draw) for name, draw in SKIRTS.items()}
