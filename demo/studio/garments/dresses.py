"""Draws shirt, wrap and sheath dresses: their cuts, how they are joined. No fabric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np

from demo.studio.canvas import CX, Canvas, on_side
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.bodice import Bodice, draw_bodice, draw_in_one
from demo.studio.garments.bodice_edges import collar
from demo.studio.garments.drape import Fall, draw_fall, mark_across
from demo.studio.garments.dress_marks import WAIST_BELOW, divided
from demo.studio.garments.dress_parts import (
    EASE,
    HEMS,
    belt_loops,
    buckled_belt,
    crossed_front,
    placket,
    princess_seams,
    pulls,
    waist_seam,
)
from demo.studio.garments.gowns import maxi_dress, slip_dress, summer_dress
from demo.studio.garments.ruffles import bow, ruffle, sash
from demo.studio.garments.skirt_parts import kick_pleat, lapped_panel, patch_pocket, peplum, slit
from demo.studio.light import layer
from demo.studio.trims import button, stitch

# ---- shirt dresses -----------------------------------------------------------------------------


def shirt_dress(canvas: Canvas, c: Colourway) -> None:
    """A long shirt: tied at the waist, straight, tiered, or a safari dress."""
    c.pick((_tied_shirt, _straight_shirt, _tiered_shirt, _safari))(canvas, c, fabric(c))


def _shirt_bodice(c: Colourway, waist_y: float, waist: float, cap: str = "cuffed") -> Bodice:
    ease = EASE[c.fit]
    return Bodice("shirt-collar", c.sleeve, waist_y, waist, 77 * ease, shoulder=74 * ease,
                  ease=1.1 * ease,
                  cap=cap)  # fmt: skip


def _tied_shirt(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """Gathered at a tied sash, a full skirt."""
    ease, bottom = EASE[c.fit], HEMS[c.length]
    shape = _shirt_bodice(c, 212, 61 * ease)
    hem = (84 + 0.22 * (bottom - 212)) * ease
    fall = Fall(
        212, 61 * ease, 82 * ease, hem, bottom, 6.5, 6.5 * cloth.fold, 0.06, sag=14, hip_below=90
    )
    draw_fall(canvas, fall, cloth.texture, cloth.material, thread=cloth.stitch, gathers=1.4,
              wrinkle=0.6 * cloth.wrinkle)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=1.0)
    placket(canvas, cloth, shape.top + 34, bottom - 3)
    collar(canvas, cloth, shape)
    belt_loops(canvas, cloth, 212, 62 * ease)
    sash(canvas, cloth, 210, 61 * ease, 7)
    bow(canvas, cloth, CX - 13, 216, 0.85, 0.9, at_waist=True)


def _straight_shirt(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """No waist: it falls from the shoulders to a shirt-tail hem."""
    ease, bottom = EASE[c.fit], HEMS[c.length] + (4 if c.length == "mini" else -4)
    shape = _shirt_bodice(c, 226, 74 * ease, "rolled" if c.sleeve != "long" else "cuffed")
    profile = ((0, 74 * ease), (0.3, 80 * ease), (1, (84 + 0.03 * (bottom - 300)) * ease))
    fall = Fall(226, 74 * ease, 82 * ease, 86 * ease, bottom, 4.0, 3.4 * cloth.fold, 0.2, sag=44,
                sag_power=3.2, profile=profile)  # fmt: skip
    draw_in_one(canvas, cloth, shape, fall, folds=pulls(canvas, cloth, fall, 6))
    placket(canvas, cloth, shape.top + 34, bottom - 3)
    collar(canvas, cloth, shape)
    patch_pocket(canvas, cloth, CX + 39, shape.top + 84, 36, flap=False)
    if c.length != "mini":
        for s in (1, -1):
            line = np.array([[CX + s * 66, 272], [CX + s * 72, 312]]) * [ease, 1] + [
                CX * (1 - ease),
                0,
            ]
            lip = np.concatenate([line, line[::-1] - [s * 4, 0]])
            layer(
                canvas,
                lip,
                cloth.ground,
                cloth.material,
                R=10,
                depth=0.2,
                edge=1.4,
                wrinkle=0,
                lift=1.6,
            )


def _tiered_shirt(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """A smock: the yoke ends high, two or three gathered tiers below."""
    ease, bottom = EASE[c.fit], HEMS[c.length]
    waist_y = 186.0
    shape = _shirt_bodice(c, waist_y, 75 * ease, "puff" if c.sleeve == "short" else "bishop")
    hem = (92 + 0.20 * (bottom - waist_y)) * ease
    tiers = (0.5,) if c.length == "mini" else (0.33, 0.66)
    fall = Fall(waist_y, 75 * ease, 88 * ease, hem, bottom, 6.5, 6.0 * cloth.fold, 0.04, sag=13,
                hip_below=120, tiers=tiers)  # fmt: skip
    draw_fall(canvas, fall, cloth.texture, cloth.material, thread=cloth.stitch, gathers=1.9,
              wrinkle=0.5 * cloth.wrinkle)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=0.3)
    waist_seam(canvas, cloth, waist_y, 75 * ease, 1.4)
    mark_across(canvas, fall, "waist", shape.top + WAIST_BELOW)
    placket(canvas, cloth, shape.top + 34, waist_y + 4, 33)
    collar(canvas, cloth, shape)


def _safari(canvas: Canvas, c: Colourway, cloth: Cloth) -> None:
    """A buckled belt, four flap pockets, shoulder tabs, a straight skirt."""
    ease, bottom = EASE[c.fit], HEMS[c.length]
    shape = _shirt_bodice(c, 212, 62 * ease, "rolled" if c.sleeve != "long" else "cuffed")
    hem = (86 + 0.07 * (bottom - 212)) * ease
    fall = Fall(
        212, 62 * ease, 84 * ease, hem, bottom, 3.5, 3.0 * cloth.fold, 0.3, sag=9, hip_below=80
    )
    draw_fall(canvas, fall, cloth.texture, cloth.material, thread=cloth.stitch,
              folds=pulls(canvas, cloth, fall), wrinkle=0.5 * cloth.wrinkle)  # fmt: skip
    draw_bodice(canvas, cloth, shape)
    placket(canvas, cloth, shape.top + 34, bottom - 3)
    collar(canvas, cloth, shape)
    for s in (1, -1):
        patch_pocket(canvas, cloth, CX + s * 38 * ease, shape.top + 84, 36, flap=True)
        patch_pocket(canvas, cloth, CX + s * 48 * ease, 262, 48, flap=True)
        tab = on_side([(CX + 73 * ease, 53, 1), (CX + 76 * ease, 62, 1), (CX + 47, 56, 1),
                       (CX + 42, 51),
                       (CX + 46, 47, 1)], s)  # fmt: skip
        layer(
            canvas,
            tab,
            cloth.ground,
            cloth.material,
            R=20,
            depth=0.15,
            edge=1.5,
            wrinkle=0.1,
            lift=2,
        )
        button(canvas, CX + s * 49, 52, 2.4, cloth.button)
    buckled_belt(canvas, cloth, 210, 62 * ease, 8)


# ---- wrap dresses ------------------------------------------------------------------------------


def wrap_dress(canvas: Canvas, c: Colourway) -> None:
    """Crossed fronts, tied: a classic, ruffled, a tulip, or full under a broad sash."""
    kind = c.pick(("classic", "ruffled", "tulip", "obi"))
    cloth, bottom, ease = fabric(c), HEMS[c.length], EASE[c.fit]
    waist, y = 58 * ease, 208.0
    cap = {"classic": "set-in", "ruffled": "flutter", "tulip": "set-in", "obi": "puff"}[kind]
    if c.sleeve != "short":
        cap = {"classic": "set-in", "ruffled": "bell", "tulip": "cuffed", "obi": "bishop"}[kind]
    shape = Bodice("v-neck", c.sleeve, y, waist, 75 * ease, ease=1.0, cap=cap)
    spread = {"classic": 0.20, "ruffled": 0.16, "tulip": 0.035, "obi": 0.34}[kind] * (bottom - 208)
    hem = (82 + spread) * ease
    hip = {"obi": 90, "tulip": 83}.get(kind, 82) * ease
    fall = Fall(y, waist, hip, hem, bottom, {"tulip": 4.0, "obi": 8.0}.get(kind, 6.0),
                {"tulip": 3.0, "obi": 8.0}.get(kind, 5.5) * cloth.fold,
                0.08 if kind != "tulip" else 0.3,
                sag=14, hip_below=84)  # fmt: skip
    full = kind == "obi"
    under = replace(fall, lean=-5 if not full else 0, bottom=bottom - (6 if not full else 0))
    draw_fall(canvas, under, cloth.texture, cloth.material, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch,
              gathers=1.5 if full else 0.6, right_of=0.0 if full else CX - 40)  # fmt: skip
    edge = None
    if not full:
        high = {"classic": 0.10, "ruffled": 0.24, "tulip": 0.40}[kind] * fall.height
        drags = pulls(canvas, cloth, fall, 6) if kind == "tulip" else []
        edge = lapped_panel(canvas, cloth, replace(fall, high=high), 40,
                            44 if kind != "classic" else 30,
                            gathers=0.9, folds=drags)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=0.6, right_of=CX - 48)
    free = crossed_front(canvas, cloth, shape, 41)
    if kind == "ruffled":
        ruffle(canvas, cloth, edge[4:], 23, -1, pitch=13)
        ruffle(canvas, cloth, free[6:], 19, 1, pitch=12)
    if kind == "obi":
        sash(canvas, cloth, y - 1, waist, 19)
        bow(canvas, cloth, CX + 34, y + 3, 0.9, 1.0, at_waist=True)
    else:
        sash(canvas, cloth, y, waist, 6 if kind != "tulip" else 5)
        bow(canvas, cloth, CX + 41, y + 3, 0.85, 1.0 if kind == "classic" else 0.8, at_waist=True)


# ---- sheath dresses ----------------------------------------------------------------------------


def sheath_dress(canvas: Canvas, c: Colourway) -> None:
    """Fitted from shoulder to hem: princess seams, a belt, a peplum, or a flounce at the knee."""
    kind = c.pick(("princess", "belted", "peplum", "flounced"))
    cut, cloth, bottom = Random(c.shape_seed), fabric(c), HEMS[c.length]
    variant = (
        cut.choice(("", "boat", "keyhole"))
        if c.neckline == "crew"
        else cut.choice(("", "straight"))
    )
    shape = Bodice(c.neckline, c.sleeve, 210, 56, 73, cut=variant, ease=0.94)
    hem = 74.0 if c.length != "mini" else 77.0
    hip = 82.0 if c.length != "mini" else 78.0
    fall = Fall(210, 56, hip, hem, bottom, 2.0, 1.6, 0.5, sag=7, hip_below=96)
    drags = pulls(canvas, cloth, fall)
    zipped = c.closure == "zip"
    if kind == "princess":
        seams = princess_seams(shape, fall)
        draw_in_one(canvas, cloth, shape, fall, folds=drags, seams=seams, zipped=zipped)
        slit(canvas, cloth, fall, -30, 0.20, 9)
        return
    if kind == "flounced":
        hip_at = min(0.46, 88 / fall.height)
        knee = hip - (3 if c.length == "mini" else 7)
        fall = replace(fall, flutes=9.0, depth=6.0 * cloth.fold, start=0.3, tiers=(0.72,), sag=12,
                       profile=((0, 56), (hip_at, hip), (0.72, knee), (1, knee + 32)))  # fmt: skip
    darts = [(np.array([[CX + s * 31, 214], [CX + s * 34, 268]]), 1.3, 1.1) for s in (1, -1)]
    draw_fall(canvas, fall, cloth.texture, cloth.material, folds=drags, seams=darts,
              wrinkle=0.45 * cloth.wrinkle, thread=cloth.stitch, top_dip=3,
              gathers=1.4 * bool(fall.tiers))  # fmt: skip
    if kind == "peplum":
        peplum(canvas, cloth, fall, 78, 48)
    elif kind == "belted":
        kick_pleat(canvas, cloth, fall, 0.2)
    draw_bodice(canvas, cloth, shape, darts=True, zipped=zipped)
    if kind == "belted":
        buckled_belt(canvas, cloth, 208, 56, 6)
    else:
        waist_seam(canvas, cloth, 210, 56, 1.6)
        line = np.array([[CX - 52, 214], [CX, 219], [CX + 52, 214]], float)
        stitch(canvas, line, cloth.stitch, strength=0.3)


DRESSES: dict[str, Callable[[Canvas, Colourway], None]] = {
    "shirt-dress": shirt_dress,
    "slip-dress": slip_dress,
    "wrap-dress": wrap_dress,
    "summer-dress": summer_dress,
    "sheath-dress": sheath_dress,
    "maxi-dress": maxi_dress,
}
DRAW = {name: divided(draw) for name, draw in DRESSES.items()}
