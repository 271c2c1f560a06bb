"""Draws handbags: flap, doctor's and bucket bags; bowlers, hobos and baguettes. Knows no dye."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, offset, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.bodies import (
    GOLD,
    STEEL,
    Body,
    band,
    clasp,
    frame_buckle,
    loop,
    metal,
    panel,
    sag_folds,
    sew,
    standing,
    tube,
    zipper,
)
from demo.studio.garments.forms import Form, View, length_of, ring
from demo.studio.garments.marks import draws
from demo.studio.light import layer
from demo.studio.trims import button, disc, drawstring, eyelet, stitch


def handbag(canvas: Canvas, c: Colourway) -> None:
    """Buckled: flap, doctor's, bucket; zipped: bowler, hobo, baguette."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kinds = (_bowler, _hobo, _baguette) if c.closure == "zip" else (_flap, _bucket, _doctor)
    c.pick(kinds)(canvas, cloth, cut, cut.choice((GOLD, GOLD, STEEL)))


def _flap(canvas: Canvas, cloth: Cloth, cut: Random, shine: str) -> None:
    """A trapezoid that stands by itself, a flap over its front, one stiff handle."""
    top, foot, tall = 132.0, cut.choice((150.0, 158.0)), cut.choice((186.0, 204.0))
    drop = tall * cut.choice((0.52, 0.62))
    body = Body(
        standing(yaw=20, pitch=12, view_x=248),
        [(-foot + 8, 0), (0, -1), (foot - 8, 0), (foot, 9), ((top + foot) / 2 + 2, tall * 0.5),
         (top, tall - 2, 1), (-top, tall - 2, 1), (-(top + foot) / 2 - 2, tall * 0.5), (-foot, 9)],
        42,
    )  # fmt: skip
    reach = cut.choice((74.0, 96.0))
    _arch(canvas, body, cloth, tall, 56, reach, -4, 0.75)
    body.gusset(canvas, cloth.ground, cloth.material, 12, 0.5, 0.92)
    body.front(canvas, cloth.texture, cloth.material, puff=0.12,
               folds=sag_folds(canvas, body, foot, tall, 0.22), wrinkle=0.35,
               middle=tall / 2)  # fmt: skip
    body.piping(canvas, cloth.solid, cloth.material, 1.8)
    for x in (-foot + 16, foot - 16):
        button(canvas, *np.add(body.spot(x, 0), (0, 2.5)), 4.0, shine, metal=True)
    far, near = (
        body.on([(-top + 3, tall, 1), (top - 3, tall, 1)], False, -body.deep),
        body.on([(-top - 4, tall, 1), (top + 4, tall, 1)], False, body.deep + 3),
    )
    panel(canvas, np.concatenate([far, near[::-1]]), cloth, lift=2, thread=False, puff=0.05, edge=3)
    tip = spline(
        [(top + 4, tall + 1, 1), (top + 5, tall - drop * 0.55), (top * 0.86, tall - drop * 0.86),
         (top * 0.3, tall - drop), (-top * 0.3, tall - drop), (-top * 0.86, tall - drop * 0.86),
         (-top - 5, tall - drop * 0.55), (-top - 4, tall + 1, 1)], False, 16,
    )  # fmt: skip
    panel(canvas, body.at(tip[:, 0], tip[:, 1], body.deep + 3), cloth, lift=6, radius=60, puff=0.12,
          edge=7, shadow=0.6, wrinkle=0.4, uv=body.uv(tall / 2))  # fmt: skip
    _arch(canvas, body, cloth, tall, 56, reach, 4, 1.0)
    for x in (-56, 56):
        loop(canvas, np.add(body.spot(x, tall, 4), (0, -4)), shine, 8, 7)
        tab = body.on([(x - 9, tall + 3), (x + 9, tall + 3), (x + 8, tall - 14), (x, tall - 20),
                       (x - 8, tall - 14)])  # fmt: skip
        panel(canvas, tab, cloth, lift=2, inset=2.6, radius=12)
    strap = body.at(0, np.linspace(tall - drop * 0.55, tall - drop - 34, 20), body.deep + 5)
    band(canvas, strap, 10, cloth, lift=3)
    if cut.random() < 0.5:
        frame_buckle(canvas, body.spot(0, tall - drop - 6), shine, 15, 12, 2.6)
    else:
        clasp(canvas, body.spot(0, tall - drop + 8), shine, 15)


def _doctor(canvas: Canvas, cloth: Cloth, cut: Random, shine: str) -> None:
    """A framed mouth, sides that fall away from it, a belt over the top."""
    top, foot, tall = 112.0, 158.0, 196.0
    body = Body(
        standing(yaw=-22, pitch=13, view_x=264),
        [(-foot + 10, 0), (0, -2), (foot - 10, 0), (foot + 2, 14), (foot - 6, 70),
         (top + 22, tall * 0.8),
         (top, tall, 1), (0, tall + 2), (-top, tall, 1), (-top - 22, tall * 0.8), (-foot + 6, 70),
         (-foot - 2, 14)], 48,
    )  # fmt: skip
    for z, dark in ((-6, 0.7), (6, 1.0)):
        if z < 0:
            _arch(canvas, body, cloth, tall, 52, 88, z, dark)
            continue
        body.gusset(canvas, cloth.ground, cloth.material, 26, 0.6, 0.9)
    folds = sag_folds(canvas, body, foot, tall, 0.5)
    body.front(canvas, cloth.texture, cloth.material, puff=0.22, folds=folds, wrinkle=0.45,
               middle=tall / 2)  # fmt: skip
    sew(canvas, body.on(body.outline), cloth, 7)
    base = body.on([(-foot + 11, -1), (0, -3), (foot - 11, -1), (foot + 2, 13), (foot - 1, 44, 1),
                    (0, 40), (-foot + 1, 44, 1), (-foot - 2, 13)])  # fmt: skip
    panel(canvas, base, cloth, lift=1.5, puff=0.06)
    frame = body.on([(-top - 8, tall - 14), (-top, tall + 1), (0, tall + 4), (top, tall + 1),
                     (top + 8, tall - 14)], False, 10)  # fmt: skip
    tube(canvas, frame, 7.5, cloth, lift=3)
    _arch(canvas, body, cloth, tall, 52, 88, 12, 1.0)
    for x in (-52, 52):
        metal(canvas, disc(*body.spot(x, tall + 2, 12), 7, 0.9), shine)
    belt = body.at(0, np.linspace(tall + 4, tall * 0.42, 24), body.deep + 3)
    band(canvas, belt, 11, cloth, lift=3)
    frame_buckle(canvas, body.spot(0, tall * 0.58), shine, 17, 13, 2.6)


def _bucket(canvas: Canvas, cloth: Cloth, cut: Random, shine: str) -> None:
    """A soft cylinder drawn together by a cord, with a buckled shoulder strap."""
    tall, deep = cut.choice((208.0, 226.0)), 0.78
    view = View(10, 13, y=545)
    wall = spline([(92, -10), (108, -3), (114, 8), (117, tall * 0.4), (106, tall * 0.8),
                   (112, tall)], False, 30)  # fmt: skip
    total = length_of(wall)
    turn = canvas.rng.uniform(0, 6)

    def gathered(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        up = np.clip(y / tall, 0, 1)
        angle = np.arctan2(x, z)
        pleat = 1 + 0.055 * np.sin(9 * angle + turn + 0.5 * np.sin(2 * angle)) * up**3
        return x * pleat, y + 4 * np.sin(2 * angle + turn) * up, z * pleat

    def laid(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return (s - 0.5) * 720, -t * total + 190

    high = cut.choice((120.0, 150.0))
    line = spline([(-108, tall - 26), (-104, tall + 20), (-74, tall + high * 0.75),
                   (-8, tall + high),
                   (66, tall + high * 0.77), (104, tall + 18),
                   (108, tall - 26)], False, 18)  # fmt: skip
    path = view.flat(np.stack([line[:, 0], line[:, 1], 0 * line[:, 0]], -1))
    with canvas.part("strap"):
        band(canvas, path, 8.5, cloth, lift=0)
    shell = Form(view, ring(wall, deep, gathered), laid)
    shell.draw(canvas, cloth.solid, cloth.material, facing=-1, dark=0.45)
    folds = []
    for _ in range(5):
        (x, y), reach = (
            shell.line(canvas.rng.uniform(0.36, 0.64), 0.94),
            canvas.rng.uniform(60, 120),
        )
        folds.append(Fold((x, y), (x + canvas.rng.uniform(-20, 20), y + reach), 6, (5, 12),
                          canvas.rng.uniform(1.2, 2.6), 0.3, 0.05, 0.7))  # fmt: skip
    shell.draw(canvas, cloth.texture, cloth.material, wrinkle=0.7, folds=folds, ripple=0.2)
    s = np.linspace(0.26, 0.74, 90)
    for t in (0.20, 0.22, 0.975):
        for run in shell.seen(s, t + 0 * s):
            stitch(canvas, run, cloth.stitch, 2.8, 1.6, 0.7, 0.55)
    holes = [shell.line(k, 0.87) for k in np.linspace(0.30, 0.70, 8)]
    cord = cloth.colour * 0.7 + 0.01
    for a, b in zip(holes[::2], holes[1::2], strict=True):
        mid = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 1
        for hole in (a, b):
            eyelet(canvas, *hole, 4.2, shine)
        drawstring(canvas, [tuple(a), mid, tuple(b)], cord, 2.6, None)
    x, y = (holes[3] + holes[4]) / 2
    for side, low in ((-1, 66), (1, 82)):
        drawstring(canvas, [(x, y), (x + side * 8, y + 18), (x + side * 14, y + low * 0.6),
                            (x + side * 13, y + low)], cord, 2.6, shine)  # fmt: skip
    layer(canvas, disc(x, y + 4, 8, 1.1), cloth.solid, cloth.material, R=8, depth=0.6, edge=5,
          wrinkle=0.2, lift=3)  # fmt: skip
    for x in (-106, 106):
        drop = view.flat(np.array([(x, h, 34.0) for h in np.linspace(tall - 4, tall - 64, 12)]))
        with canvas.part("strap"):
            band(canvas, drop, 9, cloth, lift=3)
            frame_buckle(canvas, tuple(drop[4]), shine, 10.5, 10, 2.0)


def _bowler(canvas: Canvas, cloth: Cloth, cut: Random, shine: str) -> None:
    """A dome on a firm foot, a zip along its ridge, two rolled handles."""
    wide, tall = cut.choice((150.0, 160.0)), cut.choice((172.0, 196.0))
    body = Body(
        standing(yaw=24, pitch=14, view_x=244),
        [(-wide + 10, 0), (0, -2), (wide - 10, 0), (wide, 12), (wide - 2, tall * 0.45),
         (wide * 0.84, tall * 0.84), (wide * 0.5, tall * 0.985), (0, tall),
         (-wide * 0.5, tall * 0.985),
         (-wide * 0.84, tall * 0.84), (-wide + 2, tall * 0.45), (-wide, 12)], 50,
    )  # fmt: skip
    _arch(canvas, body, cloth, tall - 40, 54, cut.choice((104.0, 124.0)), -40, 0.72)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.4, 0.95, rise=5)
    ridge = body.on([(wide * 0.97, tall * 0.5), (wide * 0.84, tall * 0.86), (wide * 0.5, tall + 3),
                     (0, tall + 5), (-wide * 0.5, tall + 3), (-wide * 0.84, tall * 0.86)],
                    False, 0.0)  # fmt: skip
    zipper(canvas, ridge[::-1], shine, cloth.solid, width=2.8)
    body.front(canvas, cloth.texture, cloth.material, puff=0.2, wrinkle=0.4, middle=tall / 2,
               folds=sag_folds(canvas, body, wide, tall, 0.35))  # fmt: skip
    body.piping(canvas, cloth.solid, cloth.material, 2.4)
    if cut.random() < 0.6:
        base = body.on([(-wide + 11, -1), (0, -3), (wide - 11, -1), (wide - 1, 12),
                        (wide - 1, 50, 1),
                        (0, 46), (-wide + 1, 50, 1), (-wide + 1, 12)])  # fmt: skip
        panel(canvas, base, cloth, lift=1.5, puff=0.06)
    _arch(canvas, body, cloth, tall - 44, 54, cut.choice((104.0, 124.0)), body.deep + 6, 1.0)
    for x in (-54, 54):
        patch = body.on([(x - 12, tall - 44), (x + 12, tall - 44), (x + 11, tall - 74),
                         (x, tall - 86),
                         (x - 11, tall - 74)])  # fmt: skip
        panel(canvas, patch, cloth, lift=2.5, inset=3, radius=14)
        loop(canvas, body.spot(x, tall - 46), shine, 10, 9)
        button(canvas, *body.spot(x, tall - 70), 2.6, shine, metal=True)


def _hobo(canvas: Canvas, cloth: Cloth, cut: Random, shine: str) -> None:
    """A crescent that collapses under its strap."""
    wide, tall = 164.0, 176.0
    body = Body(
        standing(yaw=-12, pitch=12, view_x=258),
        [(-wide * 0.5, 10), (0, 0), (wide * 0.52, 9), (wide * 0.92, 56), (wide, 118),
         (wide * 0.92, tall - 4), (wide * 0.82, tall + 8, 1), (wide * 0.5, tall - 40),
         (0, tall - 60), (-wide * 0.5, tall - 42), (-wide * 0.82, tall + 8, 1),
         (-wide * 0.92, tall - 4), (-wide, 116), (-wide * 0.92, 54)], 32,
    )  # fmt: skip
    high = cut.choice((190.0, 214.0))
    line = spline([(-wide * 0.84, tall - 12), (-wide * 0.76, tall + 40),
                   (-wide * 0.42, tall + high * 0.68),
                   (4, tall + high * 0.84), (wide * 0.46, tall + high * 0.66),
                   (wide * 0.77, tall + 40),
                   (wide * 0.84, tall - 12)], False, 20)  # fmt: skip
    with canvas.part("strap"):
        band(canvas, body.at(line[:, 0], line[:, 1], 0), 13, cloth, lift=0)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.8, 0.82)
    folds = sag_folds(canvas, body, wide, tall * 0.9, 0.75)
    for k in range(4):
        x = -0.5 + 0.33 * k + canvas.rng.uniform(-0.06, 0.06)
        folds.append(Fold(body.spot(x * wide, tall - 62), body.spot(x * wide * 0.7, 40), x * 30,
                          (5, 14), canvas.rng.uniform(1.0, 2.4), 0.3, 0.02, 0.6))  # fmt: skip
    body.front(canvas, cloth.texture, cloth.material, puff=0.42, folds=folds, wrinkle=0.7,
               middle=90, radius=70)  # fmt: skip
    mouth = body.on([(-wide * 0.76, tall - 8), (-wide * 0.5, tall - 44), (0, tall - 63),
                     (wide * 0.5, tall - 42), (wide * 0.76, tall - 8)], False)  # fmt: skip
    zipper(canvas, offset(mouth, -3), shine, cloth.solid, width=2.6)
    stitch(canvas, offset(mouth, 9), cloth.stitch, 2.8, 1.6, 0.7, 0.55)
    for s in (-1, 1):
        tab = body.on([(s * wide * 0.82 - 15, tall - 22), (s * wide * 0.82 + 13, tall - 22),
                       (s * wide * 0.79 + 12, tall + 30),
                       (s * wide * 0.79 - 14, tall + 30)])  # fmt: skip
        panel(canvas, tab, cloth, lift=2.5, inset=3, radius=16)
        loop(canvas, body.spot(s * wide * 0.78, tall + 30), shine, 15, 10, 2.6)


def _baguette(canvas: Canvas, cloth: Cloth, cut: Random, shine: str) -> None:
    """Long and low under a short strap, the zip along its top."""
    wide, tall = 166.0, cut.choice((126.0, 138.0))
    body = Body(
        standing(yaw=18, pitch=14, view_x=246),
        [(-wide + 26, 1), (0, -2), (wide - 26, 1), (wide - 5, 18), (wide, tall * 0.6),
         (wide - 6, tall - 10), (wide - 20, tall), (0, tall - 3), (-wide + 20, tall),
         (-wide + 6, tall - 10),
         (-wide, tall * 0.6), (-wide + 5, 18)], 34,
    )  # fmt: skip
    high = cut.choice((128.0, 148.0))
    line = spline([(-wide + 8, tall - 22), (-wide + 14, tall + 24),
                   (-wide * 0.62, tall + high * 0.68),
                   (-wide * 0.32, tall + high * 0.95),
                   (-4, tall + high), (wide * 0.31, tall + high * 0.95),
                   (wide * 0.61, tall + high * 0.68), (wide - 14, tall + 24),
                   (wide - 8, tall - 22)], False, 20)  # fmt: skip
    strap = body.at(line[:, 0], line[:, 1], 0)
    with canvas.part("strap"):
        band(canvas, strap, 10, cloth, lift=0)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.5, 0.92, rise=3)
    ridge = body.on([(-wide + 14, tall + 2), (0, tall), (wide - 14, tall + 2)], False, 0.0)
    zipper(canvas, ridge, shine, cloth.solid, width=2.8)
    body.front(canvas, cloth.texture, cloth.material, puff=0.24, wrinkle=0.5, middle=tall / 2,
               folds=sag_folds(canvas, body, wide, tall, 0.4))  # fmt: skip
    body.piping(canvas, cloth.solid, cloth.material, 2.0)
    for s in (-1, 1):
        x, y = body.spot(s * (wide - 10), tall + 8, 6)
        tab = body.on([(s * (wide - 10) - 13, tall - 30), (s * (wide - 10) + 11, tall - 30),
                       (s * (wide - 13) + 11, tall + 10),
                       (s * (wide - 13) - 12, tall + 10)])  # fmt: skip
        panel(canvas, tab, cloth, lift=2, inset=3, radius=14)
        frame_buckle(canvas, (x, y - 2), shine, 14, 11, 2.5)
    plate = body.on(
        [(-20, tall * 0.44, 1), (20, tall * 0.44, 1), (20, tall * 0.56, 1), (-20, tall * 0.56, 1)]
    )
    metal(canvas, plate, shine, 1.4)


@draws("strap")
def _arch(
    canvas: Canvas, body: Body, cloth: Cloth, tall: float, apart: float, reach: float, z: float,
    dark: float,
) -> None:  # fmt: skip
    """A rolled handle that stands over the bag."""
    lean = canvas.rng.uniform(-5, 5)
    line = spline([(-apart, tall - 2), (-apart + 1, tall + 0.42 * reach),
                   (-apart * 0.62 + lean, tall + 0.9 * reach),
                   (lean, tall + reach), (apart * 0.62 + lean, tall + 0.9 * reach),
                   (apart - 1, tall + 0.42 * reach), (apart, tall - 2)], False, 18)  # fmt: skip
    tube(
        canvas, body.at(line[:, 0], line[:, 1], z), 6.5, cloth, lift=0 if dark < 1 else 3, dark=dark
    )
