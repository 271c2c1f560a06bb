"""Draws slip, summer and maxi dresses: their cuts, how they are joined. No fabric."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np

from demo.studio.canvas import CX, Canvas, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.bodice import Bodice, draw_bodice, draw_in_one
from demo.studio.garments.drape import Fall, draw_fall, mark_across
from demo.studio.garments.dress_marks import WAIST_BELOW
from demo.studio.garments.dress_parts import (
    EASE,
    HEMS,
    bias_folds,
    cowl,
    crossed_front,
    cut_out,
    lace,
    placket,
    princess_seams,
    waist_seam,
)
from demo.studio.garments.marks import mark_both
from demo.studio.garments.ruffles import bow, sash
from demo.studio.garments.skirt_parts import lapped_panel, slit

SLIP_HEMS = {"mini": 420.0, "knee": 474.0, "midi": 548.0, "maxi": 610.0}
"""length -> y of the hem: a slip hangs lower on its straps"""


# ---- slip dresses ------------------------------------------------------------------------------


def slip_dress(canvas: Canvas, c: Colourway) -> None:
    """On thin straps: a bias cowl, a V with lace, a column, or open at the waist's sides."""
    kind = c.pick(("cowl", "lace", "column", "open"))
    cloth, bottom, slim = fabric(c), SLIP_HEMS[c.length], c.fit == "slim"
    ease = 0.95 if slim else 1.0
    cut = {"cowl": "cowl", "lace": "v", "column": "straight", "open": "sweetheart"}[kind]
    waist, bust, hip = 57 * ease, 70 * ease, 77 * ease
    shape = Bodice("strappy", "sleeveless", 210, waist, bust, cut=cut)
    tall = bottom - 210
    grown = {"cowl": 0.17, "lace": 0.10, "column": 0.0, "open": 0.04}[kind] * (0.7 if slim else 1.0)
    hem = hip + grown * tall + (2 if kind != "column" else 0)
    fall = Fall(210, shape.waist, hip, hem, bottom, 6.5 if kind == "cowl" else 4.5,
                (6.5 if kind == "cowl" else 4.0) * cloth.fold, 0.3, sag=12,
                hip_below=86)  # fmt: skip
    if kind == "cowl":
        fall = replace(fall, lean=8.0)
    if kind == "open":
        flare = hip + 0.10 * tall
        fall = replace(fall, profile=((0, waist), (86 / tall, hip), (0.70, 0.97 * hip), (1, flare)),
                       flutes=7.0, depth=5 * cloth.fold, start=0.62)  # fmt: skip
    folds = bias_folds(canvas, cloth, fall, 9)
    draw_in_one(canvas, cloth, shape, fall, folds=folds)
    if kind == "cowl":
        cowl(canvas, cloth, shape)
    elif kind == "lace":
        half = spline(shape.edge(), False)
        whole = np.concatenate([(half * [-1, 1] + [2 * CX, 0])[::-1], half[1:]])
        lace(canvas, cloth, whole, 15, 1)
        lane = np.linspace(-1, 1, 61)
        y = fall.hem_y(lane) - 9
        lace(canvas, cloth, np.stack([CX + lane * (fall.half_width(y) - 1), y], 1), 17, 1)
    elif kind == "column":
        slit(canvas, cloth, fall, 0.52 * hem, 0.42 if c.length != "mini" else 0.26, 20)
    else:
        for s in (1, -1):
            cut_out(canvas, cloth, [(CX + s * 74, 180), (CX + s * 54, 184), (CX + s * 36, 200),
                                    (CX + s * 34, 214), (CX + s * 52, 230), (CX + s * 74,
                                        234)])  # fmt: skip
            bow(canvas, cloth, CX + s * 46, shape.top + 40, 0.42, 0.35)
        mark_both(canvas, "waist", (CX + 35, shape.waist_y))


# ---- summer dresses ----------------------------------------------------------------------------


def summer_dress(canvas: Canvas, c: Colourway) -> None:
    """Fit and flare, a tiered babydoll, a smocked bodice, or buttoned from top to hem."""
    c.pick((_fit_and_flare, _babydoll, _smocked, _buttoned))(canvas, c, fabric(c))


def _sun_bodice(c: Colourway, waist_y: float, waist: float, **more: object) -> Bodice:
    cut = Random(c.shape_seed)
    ease = EASE[c.fit]
    variant = {"strappy": ("straight", "sweetheart"), "halter": ("tied", "band"),
               "off-shoulder": ("ruffle", "ruffle", "band")}.get(c.neckline, ("",))  # fmt: skip
    cap = cut.choice(("puff", "flutter", "set-in")) if c.sleeve == "short" else "set-in"
    if c.neckline == "off-shoulder":
        cap = "puff" if cut.random() < 0.6 else "set-in"
    values = {"cut": cut.choice(variant), "cap": cap, "ease": 1.0 * ease, "bust": 75 * ease} | more
    return Bodice(c.neckline, c.sleeve, waist_y, waist, wide_straps=cut.random() < 0.6, **values)


def _fit_and_flare(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """A darted bodice, a waistband, a circle skirt."""
    ease, bottom = EASE[c.fit], HEMS[c.length]
    shape = _sun_bodice(c, 202, 57 * ease)
    fall = Fall(206, 57 * ease, 92 * ease, (100 + 0.33 * (bottom - 206)) * ease, bottom, 7.0,
                9.5 * cloth.fold, 0.02, sag=20, hip_below=70)  # fmt: skip
    draw_fall(canvas, fall, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=0.7)  # fmt: skip
    draw_bodice(canvas, cloth, shape, darts=True)
    waist_seam(canvas, cloth, 203, 57 * ease, 6.0)


def _babydoll(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Sewn together under the bust; wide gathered tiers."""
    ease, bottom = EASE[c.fit], HEMS[c.length] - 6
    y, w = 172.0, 68 * ease
    shape = _sun_bodice(c, y, w)
    tiers = {"mini": (0.52,), "knee": (0.34, 0.67)}.get(c.length, (0.3, 0.55, 0.78))
    fall = Fall(y, w, 88 * ease, (94 + 0.20 * (bottom - y)) * ease, bottom, 7.0, 6.5 * cloth.fold,
                0.03,
                sag=14, hip_below=100, tiers=tiers)  # fmt: skip
    draw_fall(canvas, fall, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=2.0)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=0.5)
    waist_seam(canvas, cloth, y, w, 1.4)
    mark_across(canvas, fall, "waist", shape.top + WAIST_BELOW)


def _smocked(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Rows of elastic hold the bodice; the skirt ends in a ruffle."""
    ease, bottom = EASE[c.fit], HEMS[c.length]
    y, w = 212.0, 58 * ease
    shape = _sun_bodice(c, y, w, bust=71 * ease)
    tall = bottom - y
    fall = Fall(y, w, 84 * ease, (88 + 0.20 * tall) * ease, bottom, 7.0, 6.5 * cloth.fold, 0.03,
                sag=14,
                hip_below=80, tiers=(1 - 52 / tall,))  # fmt: skip
    draw_fall(canvas, fall, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=1.8)  # fmt: skip
    draw_bodice(canvas, cloth, shape, smocked=True)


def _buttoned(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Without a waist seam, a little flared, buttons all the way; tied or loose."""
    ease, bottom = EASE[c.fit], HEMS[c.length]
    waist = (62 if c.fit != "relaxed" else 68) * ease
    shape = _sun_bodice(c, 212, waist)
    fall = Fall(212, waist, 82 * ease, (84 + 0.13 * (bottom - 212)) * ease, bottom, 5.5,
                5.0 * cloth.fold,
                0.2, sag=11, hip_below=88)  # fmt: skip
    draw_in_one(canvas, cloth, shape, fall, seams=princess_seams(shape, fall))
    placket(canvas, cloth, shape.edge()[0][1] + 1, bottom - 2, 30, 12)
    if c.fit != "relaxed":
        sash(canvas, cloth, 210, waist, 5)
        bow(canvas, cloth, CX + 15, 215, 0.75, 0.7, at_waist=True)


# ---- maxi dresses ------------------------------------------------------------------------------


def maxi_dress(canvas: Canvas, c: Colourway) -> None:
    """To the floor: tiered boho, empire line, a draped column, or a wrap with a slit."""
    c.pick((_boho, _empire, _column, _slit_wrap))(canvas, c, fabric(c))


def _gown_bodice(c: Colourway, waist_y: float, waist: float, caps: tuple[str, str]) -> Bodice:
    """caps: of short and of long sleeves."""
    cut, ease = Random(c.shape_seed), EASE[c.fit]
    variant = {"strappy": ("v", "sweetheart"), "halter": ("tied", "band"),
               "off-shoulder": ("ruffle", "band"),
               "strapless": ("straight", "sweetheart")}.get(c.neckline, ("",))  # fmt: skip
    return Bodice(c.neckline, c.sleeve, waist_y, waist, 72 * ease, top=30, shoulder=70,
                  ease=0.98 * ease,
                  cut=cut.choice(variant), cap=caps[c.sleeve == "long"])  # fmt: skip


def _boho(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Elastic waist and gathered tiers, each wider."""
    ease, bottom = EASE[c.fit], HEMS["maxi"]
    shape = _gown_bodice(c, 198, 58 * ease, ("flutter", "bell"))
    fall = Fall(198, 58 * ease, 86 * ease, 142 * ease, bottom, 7.5, 7.0 * cloth.fold, 0.03, sag=15,
                hip_below=110, tiers=(0.29, 0.62))  # fmt: skip
    draw_fall(canvas, fall, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=2.0)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=1.1)
    waist_seam(canvas, cloth, 198, 58 * ease, 1.6)
    if c.neckline == "v-neck":
        bow(canvas, cloth, CX, shape.top + 84, 0.4, 0.6)


def _empire(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """A ribbon under the bust, long unbroken folds to the floor."""
    ease, bottom = EASE[c.fit], HEMS["maxi"]
    shape = _gown_bodice(c, 164, 62 * ease, ("puff", "bishop"))
    fall = Fall(164, 62 * ease, 80 * ease, 124 * ease, bottom, 8.5, 9.0 * cloth.fold, 0.0, sag=15,
                hip_below=150)  # fmt: skip
    draw_fall(canvas, fall, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=1.3)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=0.9)
    waist_seam(canvas, cloth, 164, 62 * ease, 5.0)
    mark_across(canvas, fall, "waist", shape.top + WAIST_BELOW)


def _column(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Close to the body, draped from one side of the waist, opening at the floor."""
    ease, bottom = EASE[c.fit], HEMS["maxi"]
    shape = _gown_bodice(c, 202, 57 * ease, ("set-in", "set-in"))
    tall = bottom - 202
    profile = (
        (0, 57 * ease),
        (0.2, 79 * ease),
        (0.5, 76 * ease),
        (0.72, 78 * ease),
        (1, 108 * ease),
    )
    fall = Fall(202, 57 * ease, 79 * ease, 108 * ease, bottom, 6.5, 5.5 * cloth.fold, 0.45, sag=13,
                profile=profile)  # fmt: skip
    rng, knot = canvas.rng, (CX - 46 * ease, 206.0)
    fan = [
        Fold(knot, (CX + rng.uniform(-40, 78), 202 + rng.uniform(0.05, 0.75) * tall),
             rng.uniform(-26, 4),
             (2.2, rng.uniform(4, 9)), rng.uniform(1.6, 3.2) * cloth.fold, 0.3, 0.02, 0.8)
        for _ in range(9)
    ]  # fmt: skip
    up = [
        Fold(knot, (CX + rng.uniform(-50, 66), shape.armpit + rng.uniform(-20, 44)),
             rng.uniform(-6, 6),
             (2, rng.uniform(4, 7)), rng.uniform(1.2, 2.4) * cloth.fold, 0.3, 0.02, 0.8)
        for _ in range(6)
    ]  # fmt: skip
    draw_in_one(canvas, cloth, shape, fall, folds=fan + up)
    slit(canvas, cloth, fall, 40 * ease, 0.46, 22)


def _slit_wrap(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Lapped to a tie at the waist, the skirt falling open over one leg."""
    ease, bottom = EASE[c.fit], HEMS["maxi"]
    y, w = 204.0, 58 * ease
    shape = _gown_bodice(c, y, w, ("flutter", "bishop"))
    fall = Fall(
        y, w, 82 * ease, 122 * ease, bottom, 7.0, 7.0 * cloth.fold, 0.08, sag=14, hip_below=96
    )
    draw_fall(canvas, fall, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=0.8, right_of=CX - 40)  # fmt: skip
    lapped_panel(
        canvas, cloth, replace(fall, high=0.20 * fall.height, hem=130 * ease), 38, 20, gathers=1.0
    )
    crossed = c.neckline == "v-neck"
    draw_bodice(canvas, cloth, shape, gather=0.8, right_of=CX - 48 if crossed else 0.0)
    if crossed:
        crossed_front(canvas, cloth, shape, 40)
    sash(canvas, cloth, y, w, 8)
    bow(canvas, cloth, CX + 40, y + 3, 0.85, 1.15, at_waist=True)
