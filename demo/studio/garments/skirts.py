"""Draws skirts: a waistband, a fall of cloth, a closure. Knows lengths and cuts, no fabric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.drape import Fall, draw_fall
from demo.studio.light import layer
from demo.studio.trims import button, drawstring, label, stitch, strap, zipper

HEIGHTS = {"mini": 178.0, "knee": 268.0, "midi": 368.0, "maxi": 476.0}
"""length -> world units from waist to hem"""
WAIST = 76.0
NEARER = 1.22
"""a mini skirt is photographed from closer by"""
EASE = {"slim": 0.92, "regular": 1.0, "relaxed": 1.12, "": 1.0}


def a_line(canvas: Canvas, c: Colourway) -> None:
    """Smooth over the hip, then a clear flare; with buttons all the way down or a side zip."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    tall = HEIGHTS[c.length]
    flare = cut.choice((0.34, 0.42, 0.5))
    fall = _fall(tall, WAIST, 96, 96 + flare * tall * 0.62, flutes=cut.choice((4.5, 6.0)), start=0.3,
                 depth=7.5 * cloth.fold, sag=10 + tall / 40)  # fmt: skip
    pockets = cut.random() < 0.6
    _skirt(canvas, c, cloth, fall, hips=True)
    if pockets:
        _patch_pockets(canvas, cloth, fall)
    _close(canvas, c, cloth, fall, cut)


def pencil(canvas: Canvas, c: Colourway) -> None:
    """Close to the hip and in to the knee, with darts and a slit."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    tall = HEIGHTS[c.length]
    fall = _fall(tall, WAIST, 101, cut.choice((80.0, 85.0, 90.0)), flutes=2.0, start=0.5,
                 depth=1.6, sag=5)  # fmt: skip
    darts = [
        (np.array([[CX + s * 36, fall.top + 4], [CX + s * 40, fall.top + 52]]), 1.3, 1.0)
        for s in (1, -1)
    ]
    pulls = [
        Fold((CX + s * 100, fall.top + tall * canvas.rng.uniform(0.2, 0.4)),
             (CX + s * canvas.rng.uniform(5, 40), fall.top + tall * canvas.rng.uniform(0.22, 0.5)),
             canvas.rng.uniform(-8, 8), (4, 9), canvas.rng.uniform(0.8, 1.6), 0.2, 0.1, 0.7)
        for s in (1, -1, 1, -1)
    ]  # fmt: skip
    _skirt(canvas, c, cloth, fall, hips=True, folds=pulls, seams=darts)
    _slit(canvas, cloth, fall, cut)
    _close(canvas, c, cloth, fall, cut)


def pleated(canvas: Canvas, c: Colourway) -> None:
    """Pressed pleats from the band to the hem: knife, box or accordion."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    tall = HEIGHTS[c.length]
    kinds = ("accordion", "knife") if c.material in ("satin", "chiffon") else ("knife", "box")
    kind = cut.choice(kinds)
    count = {"accordion": 27, "knife": 15, "box": 7}[kind]
    spread = cut.uniform(0.24, 0.34)
    fall = _fall(tall, WAIST, 92 + tall * 0.03, 98 + spread * tall * 0.72, flutes=5.0, start=0.3,
                 depth=3.5 * cloth.fold, sag=9 + tall / 45)  # fmt: skip
    _skirt(canvas, c, cloth, replace(fall, pleats=kind, pleat_count=count), thread=False)
    _close(canvas, c, cloth, fall, cut)


def mini(canvas: Canvas, c: Colourway) -> None:
    """Short; straight, slightly flared, or (relaxed) flared."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    tall = HEIGHTS["mini"]
    hem = 104.0 if c.fit == "slim" else cut.choice((122.0, 134.0))
    fall = _fall(tall, WAIST, 102, hem, flutes=3.0 if c.fit == "slim" else 5.0, start=0.55,
                 depth=(1.5 if c.fit == "slim" else 4.0) * cloth.fold, sag=9)  # fmt: skip
    _skirt(canvas, c, cloth, fall, hips=True)
    if c.material in ("denim", "corduroy", "cotton") and cut.random() < 0.7:
        _patch_pockets(canvas, cloth, fall)
    _close(canvas, c, cloth, fall, cut)


def maxi(canvas: Canvas, c: Colourway) -> None:
    """To the floor, gathered at an elastic or tied waist; some with tiers."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    tall = HEIGHTS["maxi"]
    ease = EASE[c.fit]
    hem = cut.choice((140.0, 158.0)) * ease
    fall = _fall(tall, WAIST, 100 * ease, hem, flutes=8.0, start=0.06, depth=8.5 * cloth.fold, sag=14)
    tiers = cut.choice((0, 0, 3))
    if tiers:
        _tiers(canvas, cloth, fall, tiers)
    else:
        _skirt(canvas, c, cloth, fall, gathers=1.3, band=False)
    _band(canvas, c, cloth, fall, elastic=True)
    if c.closure == "tie":
        _bow(canvas, cloth, fall.top - 4)


def _fall(tall: float, waist: float, hip: float, hem: float, **more: float) -> Fall:
    near = NEARER if tall < 200 else 1.0
    tall, waist, hip, hem = tall * near, waist * near, hip * near, hem * near
    top = 320 - tall / 2 + 8
    return Fall(top, waist, hip, hem, top + tall, **more)


def _skirt(
    canvas: Canvas, c: Colourway, cloth: Cloth, fall: Fall, *, folds: list[Fold] | None = None,
    seams: list | None = None, gathers: float = 0.0, hips: bool = False, thread: bool = True,
    band: bool = True,
) -> None:  # fmt: skip
    """Inner waistband, the fall, the band over it."""
    _inner_band(canvas, cloth, fall)
    rng = canvas.rng
    drags = list(folds or ())
    if hips:
        for side in (1, -1):
            for _ in range(3):
                y = fall.top + rng.uniform(8, 50)
                drags.append(
                    Fold((CX + side * (fall.waist + 8), y),
                         (CX + side * rng.uniform(10, 60), y + rng.uniform(4, 50)),
                         rng.uniform(-6, 6), (3, 8), rng.uniform(0.6, 1.4) * cloth.fold, 0.2, 0.1, 0.7)
                )  # fmt: skip
    draw_fall(
        canvas, fall, cloth.texture, cloth.material, thread=cloth.stitch if thread else None,
        folds=drags, seams=seams or (), gathers=gathers, wrinkle=0.4 * cloth.wrinkle,
    )  # fmt: skip
    if band:
        _band(canvas, c, cloth, fall)


def _inner_band(canvas: Canvas, cloth: Cloth, fall: Fall) -> None:
    w, y = fall.waist, fall.top - 17
    inside = [(CX - w + 1, y, 1), (CX - w * 0.5, y - 6), (CX, y - 7.5), (CX + w * 0.5, y - 6),
              (CX + w - 1, y, 1), (CX + w - 2, y + 12), (CX, y + 20), (CX - w + 2, y + 12)]  # fmt: skip
    layer(
        canvas, inside, cloth.ground, cloth.material, R=30, depth=-0.2, edge=2, wrinkle=0.1, lift=0,
        dark=0.5,
    )  # fmt: skip
    label(canvas, CX, y - 2, 22, 10, dark=0.55)


def _band(canvas: Canvas, c: Colourway, cloth: Cloth, fall: Fall, elastic: bool = False) -> None:
    w, y = fall.waist, fall.top - 17
    front = [(CX - w - 0.5, y, 1), (CX - w * 0.5, y + 5), (CX, y + 7), (CX + w * 0.5, y + 5),
             (CX + w + 0.5, y, 1), (CX + w + 2, y + 19, 1), (CX + w * 0.5, y + 24), (CX, y + 26),
             (CX - w * 0.5, y + 24), (CX - w - 2, y + 19, 1)]  # fmt: skip

    def gathered(x: np.ndarray, yy: np.ndarray) -> np.ndarray:
        lane = (x - CX) / w
        return 1.0 * np.sin(lane * 46 + 3 * np.sin(lane * 7)) + 0.4 * np.sin(lane * 90)

    texture = cloth.ground if c.pattern != "striped" else cloth.solid
    layer(
        canvas, front, texture, cloth.material, R=30, depth=0.3, edge=4, wrinkle=0.2, lift=2.2,
        relief=gathered if elastic else None, uv=lambda x, yy: (x - CX, yy - y + 300),
    )  # fmt: skip
    for dy in (() if elastic else (4, 21)):
        line = spline([(CX - w + 1, y + dy - 2.5), (CX, y + dy + 4.5), (CX + w - 1, y + dy - 2.5)], False)
        stitch(canvas, line, cloth.stitch, strength=0.3)


def _close(canvas: Canvas, c: Colourway, cloth: Cloth, fall: Fall, cut: Random) -> None:
    """What the table calls its closure, in sight."""
    if c.closure == "buttons":
        placket = np.array([[CX, fall.top - 9], [CX, fall.bottom - 1]])
        strip = corners((CX - 9, fall.top + 8), (CX + 9, fall.top + 8),
                        (CX + 9, fall.bottom - 0.5), (CX - 9, fall.bottom - 0.5))  # fmt: skip
        layer(
            canvas, strip, cloth.ground, cloth.material, R=60, depth=0.12, edge=1.4, wrinkle=0.3,
            lift=1.6, shadow=0.4, inflate_with=[strip, corners((CX - 80, fall.top), (CX + 80, fall.top),
            (CX + 80, fall.bottom + 20), (CX - 80, fall.bottom + 20))],
        )  # fmt: skip
        for dx in (-6.8, 6.8):
            stitch(canvas, placket[:, :] + [[dx, 18], [dx, -3]], cloth.stitch, strength=0.4)
        metal = c.material in ("denim", "corduroy")
        count = max(4, round(fall.height / 42))
        for y in np.linspace(fall.top - 5, fall.bottom - 26, count):
            button(canvas, CX, float(y), 4.2, cloth.metal if metal else cloth.button, metal)
    elif c.closure == "zip" and c.material in ("denim", "corduroy"):
        fly = spline([(CX + 15, fall.top + 6), (CX + 15, fall.top + 50), (CX + 9, fall.top + 64),
                      (CX, fall.top + 70)], False)  # fmt: skip
        for d in (0.0, 2.6):
            stitch(canvas, fly - [d, 0], cloth.stitch, strength=0.6)
        zipper(canvas, [(CX + 1, fall.top + 7), (CX + 0.5, fall.top + 64)], cloth.metal, width=1.8,
               pull=False)  # fmt: skip
        button(canvas, CX + 1, fall.top - 4, 4.8, cloth.metal, metal=True)
    elif c.closure == "zip":
        side = cut.choice((1, -1))
        ys = (fall.top - 11, fall.top + 4, fall.top + 26, fall.top + 50)
        seam = [(CX + side * (float(fall.half_width(y)) - 9), y) for y in ys]
        zipper(canvas, seam, cloth.metal, width=1.7)


def _patch_pockets(canvas: Canvas, cloth: Cloth, fall: Fall) -> None:
    """Curved front pockets, as on jeans."""
    for s in (1, -1):
        edge = spline([(CX + s * 38, fall.top + 7), (CX + s * 42, fall.top + 26),
                       (CX + s * 66, fall.top + 40), (CX + s * (fall.half_width(fall.top + 40) - 1),
                                                      fall.top + 42)], False)  # fmt: skip
        side = [[CX + s * fall.half_width(y), y] for y in (fall.top + 30, fall.top + 18, fall.top + 6)]
        layer(
            canvas, np.concatenate([edge, np.array(side, float)]), cloth.ground, cloth.material, R=30,
            depth=0.06, edge=0, wrinkle=0.3, lift=0, dark=0.91,
        )  # fmt: skip
        for d in (1.2, 3.8):
            stitch(canvas, edge + [-s * d * 0.6, d * 0.8], cloth.stitch, strength=0.55)


def _slit(canvas: Canvas, cloth: Cloth, fall: Fall, cut: Random) -> None:
    """A slit in the middle or at one thigh, its lining dark behind."""
    x = CX + cut.choice((0, 34, -34))
    top = fall.bottom - fall.height * cut.choice((0.2, 0.28))
    gap = [(x, top, 1), (x + 5, fall.bottom - 12), (x + 7, fall.bottom - 1, 1),
           (x - 3, fall.bottom - 0.5, 1)]
    layer(canvas, gap, cloth.ground, cloth.material, R=20, depth=-0.2, edge=1, wrinkle=0, lift=0, dark=0.3)
    stitch(canvas, np.array([[x - 4, top - 3], [x - 7, fall.bottom - 8]]), cloth.stitch, strength=0.4)


def _tiers(canvas: Canvas, cloth: Cloth, fall: Fall, count: int) -> None:
    """Gathered tiers, drawn from the lowest up, each over the next one's seam."""
    _inner_band(canvas, cloth, fall)
    shares = np.linspace(0, 1, count + 1) ** 0.92
    for i in reversed(range(count)):
        top = fall.top + shares[i] * fall.height
        bottom = fall.top + shares[i + 1] * fall.height + (24 if i < count - 1 else 0)
        w = float(fall.half_width(top))
        hem = float(fall.half_width(bottom)) + 3
        tier = Fall(top, w, w + (hem - w) * 0.45, hem, bottom, fall.flutes + 2 * i, fall.depth * 0.75,
                    0.0, sag=fall.sag * shares[i + 1])  # fmt: skip
        draw_fall(
            canvas, tier, cloth.texture, cloth.material, gathers=2.0, wrinkle=0.3 * cloth.wrinkle,
            thread=cloth.stitch, top_dip=4 + fall.sag * shares[i],
        )  # fmt: skip


def _bow(canvas: Canvas, cloth: Cloth, y: float) -> None:
    """A tie of the skirt's own cloth, knotted off the middle."""
    x, r = CX + 16, canvas.rng
    for end in ((-26, 92), (14, 104)):
        line = [(x, y), (x + end[0] * 0.4, y + 34), (x + end[0] * 0.7 + r.uniform(-5, 5), y + end[1])]
        strap(canvas, line, 5.5, cloth.ground, cloth.material, lift=4)
    for s in (1, -1):
        loop = [(x, y), (x + s * 18, y - 13), (x + s * 36, y - 4), (x + s * 34, y + 12),
                (x + s * 16, y + 9)]
        layer(
            canvas, loop, cloth.ground, cloth.material, R=12, depth=0.5, edge=4, wrinkle=0.2, lift=4,
            folds=[Fold((x + s * 4, y), (x + s * 30, y + 4), 2, (2, 4), 1.6)],
        )  # fmt: skip
    layer(canvas, [(x - 7, y - 7), (x + 7, y - 8), (x + 8, y + 8), (x - 7, y + 9)], cloth.ground,
          cloth.material, R=9, depth=0.6, edge=4, wrinkle=0.2, lift=4)  # fmt: skip


def cord(canvas: Canvas, y: float) -> None:
    """Two cord ends that hang out of an elastic waist."""
    for s in (-1, 1):
        drawstring(canvas, [(CX + s * 5, y), (CX + s * 10, y + 32), (CX + s * 8, y + 62)])


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "a-line-skirt": a_line,
    "pencil-skirt": pencil,
    "pleated-skirt": pleated,
    "mini-skirt": mini,
    "maxi-skirt": maxi,
}
