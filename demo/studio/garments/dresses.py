"""Draws dresses: a bodice and a fall of cloth, joined in six ways. Knows no fabric and no light."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, mirror, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.bodice import Bodice, collar, draw_bodice, finish_edge, inner_back
from demo.studio.garments.drape import Fall, draw_fall
from demo.studio.light import layer
from demo.studio.trims import button, stitch, strap

HEMS = {"mini": 384.0, "knee": 460.0, "midi": 536.0, "maxi": 608.0}
"""length -> y of the hem"""
EASE = {"slim": 0.93, "regular": 1.0, "relaxed": 1.13, "": 1.0}


def _flare(c: Colourway, waist: float, share: float) -> tuple[float, float, float]:
    """(bottom, hip, hem half-width): longer skirts are wider at the hem."""
    bottom = HEMS[c.length]
    ease = EASE[c.fit]
    return bottom, (waist + 20) * ease, (waist + 20 + share * (bottom - 250)) * ease


def shirt_dress(canvas: Canvas, c: Colourway) -> None:
    """A long shirt: collar, buttons down to the hem, a belt or none."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    ease = EASE[c.fit]
    belted = c.fit != "relaxed" and cut.random() < 0.7
    waist = (70 if belted else 84) * ease
    bottom, hip, hem = _flare(c, waist, 0.16)
    shape = Bodice("shirt-collar", c.sleeve, 218, waist, 90 * ease, shoulder=84 * ease, ease=1.08 * ease)
    fall = Fall(218, waist, hip, hem, bottom, 6.0, 4.5 * cloth.fold, 0.1, sag=12,
                hip_below=110)
    draw_fall(canvas, fall, cloth.texture, cloth.material, thread=cloth.stitch,
              gathers=1.0 if belted else 0.0,
              wrinkle=0.5 * cloth.wrinkle)  # fmt: skip
    draw_bodice(canvas, cloth, shape, gather=belted, cuffed=True)
    _placket(canvas, cloth, shape.top + 40, bottom - 2)
    collar(canvas, cloth, shape)
    if cut.random() < 0.5:
        _chest_pocket(canvas, cloth, CX + 46, shape.top + 96)
    if belted:
        _belt(canvas, cloth, 218, waist, tied=True)
        button(canvas, CX, 246, 3.4, cloth.button)


def slip_dress(canvas: Canvas, c: Colourway) -> None:
    """Cut in one piece on thin straps; soft folds, a cowl or a V."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    ease = EASE[c.fit]
    bottom, _, hem = _flare(c, 70, 0.13 if c.fit == "slim" else 0.2)
    bottom = max(bottom, 402.0)
    shape = Bodice("strappy", "sleeveless", 214, 71 * ease, 82 * ease)
    fall = Fall(214, 71 * ease, 87 * ease, hem, bottom, 4.5, 5.5 * cloth.fold, 0.3, sag=13,
                hip_below=110, lean=cut.choice((0, 0, 9)))  # fmt: skip
    inner_back(canvas, cloth, shape, zipped=False)
    side = [(CX + (shape.bust + shape.waist) / 2 + 3, (shape.armpit + 214) / 2), (CX + shape.waist, 214)]
    right = spline([*shape.edge(), *side], False)
    upper = np.concatenate([(right * [-1, 1] + [2 * CX, 0])[::-1], right[1:]])
    draw_fall(canvas, fall, cloth.texture, cloth.material, folds=_bias(canvas, fall), upper=upper,
              wrinkle=0.5 * cloth.wrinkle, relief=shape.bust_height)  # fmt: skip
    finish_edge(canvas, cloth, shape)
    if cut.random() < 0.6:
        _cowl(canvas, cloth, shape)
    else:
        _lace_edge(canvas, cloth, shape)


def wrap_dress(canvas: Canvas, c: Colourway) -> None:
    """Crossed fronts, a tie at one side, the skirt's edge falling open below it."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    bottom, hip, hem = _flare(c, 68, cut.choice((0.24, 0.3)))
    shape = Bodice("v-neck", c.sleeve, 212, 68, 87, ease=1.0, puff=cut.choice((0.0, 0.0, 0.8)))
    fall = Fall(212, 68, hip, hem, bottom, 6.5, 6.0 * cloth.fold, 0.12, sag=13, hip_below=110,
                lean=cut.choice((5.0, 9.0)))
    draw_fall(canvas, fall, cloth.texture, cloth.material, gathers=1.0, wrinkle=0.4 * cloth.wrinkle,
              thread=cloth.stitch)  # fmt: skip
    _wrap_edge(canvas, cloth, fall)
    draw_bodice(canvas, cloth, shape, gather=True)
    _crossing(canvas, cloth, shape)
    _belt(canvas, cloth, 212, 68, tied=False)
    _bow(canvas, cloth, CX - 46, 212)


def summer_dress(canvas: Canvas, c: Colourway) -> None:
    """A gathered skirt on a simple bodice; some with tiers or a row of buttons."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    ease = EASE[c.fit]
    waist = 68 * (1.0 if c.fit != "relaxed" else 1.12)
    waist_y = cut.choice((196.0, 212.0)) if c.fit != "relaxed" else 188.0
    bottom, hip, hem = _flare(c, waist, cut.choice((0.3, 0.36)))
    shape = Bodice(c.neckline, c.sleeve, waist_y, waist, 85 * ease, ease=1.05 * ease,
                   puff=cut.choice((0.0, 1.0)))
    fall = Fall(waist_y, waist, hip + 4, hem, bottom, 8.5, 7.0 * cloth.fold, 0.04, sag=14,
                hip_below=90)
    tiers = cut.choice((0, 0, 2, 3)) if c.length != "mini" else 0
    _skirt(canvas, cloth, fall, tiers)
    draw_bodice(canvas, cloth, shape, gather=True)
    _waist_seam(canvas, cloth, waist_y, waist)
    if cut.random() < 0.4 and c.neckline in ("square", "v-neck"):
        for y in np.linspace(shape.top + (66 if c.neckline == "square" else 94), waist_y - 12, 5):
            button(canvas, CX, float(y), 3.0, cloth.button)


def sheath_dress(canvas: Canvas, c: Colourway) -> None:
    """Fitted from shoulder to hem, with darts and a slit."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    bottom = HEMS[c.length]
    hem = 80 if c.length != "mini" else 90
    shape = Bodice(c.neckline, c.sleeve, 214, 70, 84, ease=0.96)
    fall = Fall(214, 70, 92, hem, bottom, 2.0, 1.4, 0.5, sag=6, hip_below=104)
    pulls = [
        Fold((CX + s * 94, 262 + canvas.rng.uniform(-20, 20)),
             (CX + s * 18, 286 + canvas.rng.uniform(-30, 40)),
             canvas.rng.uniform(-8, 8), (4, 9), canvas.rng.uniform(0.7, 1.4), 0.2, 0.1, 0.7)
        for s in (1, -1, 1, -1)
    ]  # fmt: skip
    darts = [(np.array([[CX + s * 36, 216], [CX + s * 40, 272]]), 1.2, 0.8) for s in (1, -1)]
    draw_fall(canvas, fall, cloth.texture, cloth.material, folds=pulls, seams=darts,
              wrinkle=0.35 * cloth.wrinkle,
              thread=cloth.stitch, top_dip=1)  # fmt: skip
    _slit(canvas, cloth, bottom, cut.choice((0, 32, -32)))
    draw_bodice(canvas, cloth, shape, darts=True, zipped=c.closure == "zip")
    if cut.random() < 0.5:
        _waist_seam(canvas, cloth, 214, 70)
    else:
        _belt(canvas, cloth, 214, 70, tied=False)
        _clasp(canvas, cloth, 214)


def maxi_dress(canvas: Canvas, c: Colourway) -> None:
    """To the floor: a small bodice, much cloth below."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    ease = EASE[c.fit]
    waist_y = cut.choice((172.0, 204.0))
    waist = (72 if waist_y < 180 else 67) * (1.0 if c.fit != "relaxed" else 1.12)
    bottom, hip, hem = _flare(c, waist, cut.choice((0.2, 0.25)))
    shape = Bodice(c.neckline, c.sleeve, waist_y, waist, 84 * ease, top=34, ease=1.05 * ease,
                   puff=cut.choice((0, 0.9)))
    fall = Fall(waist_y, waist, hip, hem, bottom, cut.choice((7.0, 9.0)), 8.5 * cloth.fold, 0.03,
                sag=13, hip_below=110)
    _skirt(canvas, cloth, fall, cut.choice((0, 0, 3)) if c.material != "satin" else 0)
    draw_bodice(canvas, cloth, shape, gather=True)
    _waist_seam(canvas, cloth, waist_y, waist)
    if cut.random() < 0.4:
        _belt(canvas, cloth, waist_y, waist, tied=True)


# ---- parts -------------------------------------------------------------------------------------


def _skirt(canvas: Canvas, cloth: Cloth, fall: Fall, tiers: int) -> None:
    if not tiers:
        draw_fall(canvas, fall, cloth.texture, cloth.material, gathers=1.6, wrinkle=0.4 * cloth.wrinkle,
                  thread=cloth.stitch)  # fmt: skip
        return
    shares = np.linspace(0, 1, tiers + 1) ** 0.92
    for i in reversed(range(tiers)):
        top = fall.top + shares[i] * fall.height
        bottom = fall.top + shares[i + 1] * fall.height + (24 if i < tiers - 1 else 0)
        w, hem = float(fall.half_width(top)), float(fall.half_width(bottom)) + 3
        tier = Fall(top, w, w + (hem - w) * 0.45, hem, bottom, fall.flutes + 2 * i, fall.depth * 0.75, 0.0,
                    sag=fall.sag * shares[i + 1])  # fmt: skip
        draw_fall(canvas, tier, cloth.texture, cloth.material, gathers=2.0, wrinkle=0.3 * cloth.wrinkle,
                  thread=cloth.stitch, top_dip=4 + fall.sag * shares[i])  # fmt: skip


def _bias(canvas: Canvas, fall: Fall) -> list[Fold]:
    """Long soft folds across, as cloth cut on the bias makes them."""
    rng = canvas.rng
    folds = []
    for _ in range(7):
        s = rng.choice([-1, 1])
        y = fall.top + rng.uniform(0, 0.35) * fall.height
        folds.append(
            Fold((CX + s * rng.uniform(40, 80), y), (CX - s * rng.uniform(0, 50), y + rng.uniform(70, 190)),
                 rng.uniform(-16, 16), (6, 13), rng.uniform(1.2, 2.6), rng.uniform(-0.5, 0.5), 0.25, 0.7)
        )  # fmt: skip
    return folds


def _placket(canvas: Canvas, cloth: Cloth, top: float, bottom: float) -> None:
    strip = corners((CX - 9, top), (CX + 9, top), (CX + 9, bottom), (CX - 9, bottom))
    wide = corners((CX - 80, top - 20), (CX + 80, top - 20), (CX + 80, bottom + 20), (CX - 80, bottom + 20))
    layer(canvas, strip, cloth.ground, cloth.material, inflate_with=[strip, wide], R=60, depth=0.12,
          edge=1.3,
          wrinkle=0.4, lift=1.6, shadow=0.4)  # fmt: skip
    for dx in (-6.8, 6.8):
        stitch(canvas, np.array([[CX + dx, top + 4], [CX + dx, bottom - 4]]), cloth.stitch, strength=0.4)
    for y in np.arange(top + 24, bottom - 24, 42):
        button(canvas, CX, float(y), 3.4, cloth.button)


def _chest_pocket(canvas: Canvas, cloth: Cloth, x: float, y: float) -> None:
    bag = corners((x - 19, y), (x + 19, y), (x + 19, y + 34), (x, y + 42), (x - 19, y + 34))
    layer(canvas, bag, cloth.ground, cloth.material, R=50, depth=0.1, edge=1.2, wrinkle=0.3, lift=1.6)
    row = np.array([[x - 17, y + 2], [x - 17, y + 33], [x, y + 40], [x + 17, y + 33], [x + 17, y + 2]])
    stitch(canvas, row, cloth.stitch, strength=0.5)


def _belt(canvas: Canvas, cloth: Cloth, y: float, waist: float, tied: bool) -> None:
    """A sash of the dress's cloth; tied: knotted in front with hanging ends."""
    w = waist + 1.5
    sash = [(CX - w, y - 10, 1), (CX, y - 5), (CX + w, y - 10, 1), (CX + w, y + 8, 1), (CX, y + 13),
            (CX - w, y + 8, 1)]
    pulls = [Fold((CX + s * w, y - 2), (CX + s * 8, y + 4), 2, (2.5, 3), 1.1) for s in (1, -1)]
    layer(canvas, sash, cloth.ground, cloth.material, R=24, depth=0.3, edge=3.5, wrinkle=0.3, lift=3,
          folds=pulls)
    if tied:
        _bow(canvas, cloth, CX + 6, y + 3)


def _bow(canvas: Canvas, cloth: Cloth, x: float, y: float) -> None:
    sway = canvas.rng.uniform(-6, 6)
    for end_x, end_y in ((-15, 92), (13, 108)):
        strap(canvas, [(x, y), (x + end_x * 0.5, y + 36), (x + end_x + sway, y + end_y)], 6.0, cloth.ground,
              cloth.material, lift=4)  # fmt: skip
    for s in (1, -1):
        loop = [(x, y), (x + s * 16, y - 14), (x + s * 34, y - 6), (x + s * 33, y + 11),
                (x + s * 15, y + 9)]
        crease = [Fold((x + s * 3, y), (x + s * 28, y + 3), 2, (2, 4), 1.8)]
        layer(canvas, loop, cloth.ground, cloth.material, R=12, depth=0.5, edge=4, wrinkle=0.2, lift=4,
              folds=crease)
    knot = [(x - 7, y - 8), (x + 7, y - 8), (x + 8, y + 8), (x - 7, y + 9)]
    layer(canvas, knot, cloth.ground, cloth.material, R=9, depth=0.6, edge=4, wrinkle=0.2, lift=4)


def _waist_seam(canvas: Canvas, cloth: Cloth, y: float, waist: float) -> None:
    line = spline([(CX - waist, y - 1), (CX, y + 4), (CX + waist, y - 1)], False)
    band = np.concatenate([line - [0, 2.2], (line + [0, 2.2])[::-1]])
    layer(canvas, band, cloth.ground, cloth.material, R=6, depth=0.25, edge=2, wrinkle=0.1, lift=1.0,
          shadow=0.35)


def _clasp(canvas: Canvas, cloth: Cloth, y: float) -> None:
    plate = corners((CX - 12, y - 8), (CX + 12, y - 8), (CX + 12, y + 13), (CX - 12, y + 13))
    layer(canvas, plate, cloth.ground, cloth.material, R=12, depth=0.3, edge=4, wrinkle=0, lift=3)


def _wrap_edge(canvas: Canvas, cloth: Cloth, fall: Fall) -> None:
    """The overlapping skirt front's free edge, from the tie down to the hem."""
    x0, x1 = CX - 44, CX - 0.28 * fall.hem
    edge = spline([(x0, fall.top + 6), (x0 + 8, fall.top + 0.4 * fall.height), (x1, fall.bottom - 6)],
                  False)
    shade = np.concatenate([edge, (edge + [-11, 0])[::-1]])
    layer(canvas, shade, cloth.ground, cloth.material, R=12, depth=-0.3, edge=1, wrinkle=0, lift=0, dark=0.58,
          opacity=0.8)  # fmt: skip
    layer(canvas, ribbon(edge, 2.0, 2.6), cloth.solid, cloth.material, R=7, depth=0.35, edge=2, wrinkle=0,
          lift=4, shadow=0.55)  # fmt: skip


def _crossing(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """The right front lies over the left one: an edge from the shoulder to the tie."""
    over = [(CX + 35, shape.top + 1), (CX + 18, shape.top + 44), (CX - 8, shape.top + 96),
            (CX - 50, shape.waist_y - 4)]
    line = spline(over, False)
    band = np.concatenate([line + [-2.4, -1.4], (line + [2.4, 1.4])[::-1]])
    layer(canvas, band, cloth.solid, cloth.material, R=8, depth=0.3, edge=2.4, wrinkle=0, lift=3.5,
          shadow=0.5)


def _cowl(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Cloth that hangs between the straps in soft bows."""
    ay = shape.armpit
    drop = mirror([(CX, ay + 10), (CX + 26, ay - 12), (CX + 50, ay - 45, 1), (CX + 58, ay - 30),
                   (CX + 46, ay + 14),
                   (CX, ay + 44)])  # fmt: skip

    def bows(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        hang = y + ((x - CX) ** 2) / 75
        return 2.6 * np.cos((hang - ay) / 5.2) * np.exp(-(((x - CX) / 44) ** 2))

    layer(canvas, drop, cloth.ground, cloth.material, R=40, depth=0.3, edge=4, wrinkle=0.2, lift=1.5,
          relief=bows,
          shadow=0.25)  # fmt: skip


def _lace_edge(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """A narrow scalloped border along the upper edge."""
    half = spline(shape.edge(), False)
    line = np.concatenate([(half * [-1, 1] + [2 * CX, 0])[::-1], half[1:]])
    wave = 2.0 * np.abs(np.sin(np.arange(len(line)) * 0.9))
    band = np.concatenate([line - [0, 1], (line + np.stack([0 * wave, 8 + wave], 1))[::-1]])
    layer(canvas, band, cloth.solid, cloth.material, R=8, depth=0.25, edge=2, wrinkle=0, lift=1.2,
          shadow=0.4,
          dark=0.92)  # fmt: skip


def _slit(canvas: Canvas, cloth: Cloth, bottom: float, dx: float) -> None:
    x, top = CX + dx, bottom - 60
    gap = [(x, top, 1), (x + 5, bottom - 12), (x + 7, bottom - 1, 1), (x - 3, bottom - 0.5, 1)]
    layer(canvas, gap, cloth.texture, cloth.material, R=20, depth=-0.2, edge=1, wrinkle=0, lift=0, dark=0.3)
    stitch(canvas, np.array([[x - 4, top - 3], [x - 7, bottom - 8]]), cloth.stitch, strength=0.4)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "shirt-dress": shirt_dress,
    "slip-dress": slip_dress,
    "wrap-dress": wrap_dress,
    "summer-dress": summer_dress,
    "sheath-dress": sheath_dress,
    "maxi-dress": maxi_dress,
}
