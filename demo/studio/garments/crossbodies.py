"""Draws crossbody bags: camera, half-moon, belt; saddle, satchel, quilted. Knows no dye."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, Field, Point, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.bodies import (
    GOLD,
    STEEL,
    Body,
    band,
    chain,
    clasp,
    frame_buckle,
    loop,
    panel,
    sag_folds,
    standing,
    zipper,
)
from demo.studio.garments.marks import draws
from demo.studio.trims import stitch


def crossbody(canvas: Canvas, c: Colourway) -> None:
    """Zipped: camera, half-moon, belt bag; buckled: saddle, satchel, quilted on a chain."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kinds = (_camera, _half_moon, _belt) if c.closure == "zip" else (_saddle, _quilted, _satchel)
    c.pick(kinds)(canvas, c, cloth, GOLD if cut.random() < 0.6 else STEEL)


def _camera(canvas: Canvas, c: Colourway, cloth: Cloth, shine: str) -> None:
    """A small box with a zip on top and a pocket in front; it hangs from a hook."""
    wide, tall = 132.0, 172.0
    body = Body(
        standing(yaw=22, pitch=12, view_x=246, foot=600),
        [(-wide + 24, 0), (0, -1), (wide - 24, 0), (wide - 2, 22), (wide, tall * 0.5),
         (wide - 3, tall - 22),
         (wide - 26, tall), (0, tall + 1), (-wide + 26, tall), (-wide + 3, tall - 22),
         (-wide, tall * 0.5), (-wide + 2, 22)], 40,
    )  # fmt: skip
    _hung(canvas, body, cloth, wide - 2, tall - 30, 300, shine)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.4, 0.94, rise=2)
    ridge = body.on([(-wide + 6, tall - 14), (-wide + 28, tall + 1), (0, tall + 2),
                     (wide - 28, tall + 1),
                     (wide - 2, tall - 24)], False, 4.0)  # fmt: skip
    zipper(canvas, ridge, shine, cloth.solid, width=2.8)
    body.front(canvas, cloth.texture, cloth.material, puff=0.12, wrinkle=0.35, middle=tall / 2,
               folds=sag_folds(canvas, body, wide, tall, 0.2))  # fmt: skip
    body.piping(canvas, cloth.solid, cloth.material, 2.2)
    pocket = body.on([(-wide + 36, 14), (0, 13), (wide - 36, 14), (wide - 18, 30),
                      (wide - 18, tall - 52),
                      (wide - 30, tall - 42), (0, tall - 41), (-wide + 30, tall - 42),
                      (-wide + 18, tall - 52), (-wide + 18, 30)])  # fmt: skip
    panel(canvas, pocket, cloth, cloth.texture, lift=3.5, puff=0.2, edge=6, uv=body.uv(tall / 2))
    mouth = body.on([(-wide + 40, tall - 66), (0, tall - 65), (wide - 40, tall - 66)], False)
    zipper(canvas, mouth, shine, cloth.solid, width=2.4)


def _half_moon(canvas: Canvas, c: Colourway, cloth: Cloth, shine: str) -> None:
    """A crescent whose zip follows the arc; the strap stands up in an arch."""
    wide, tall = 166.0, 190.0
    body = Body(
        standing(yaw=-16, pitch=12, view_x=260, foot=520),
        [(-wide * 0.62, 22), (0, 0), (wide * 0.62, 22), (wide * 0.93, 84), (wide, tall - 14),
         (wide - 10, tall), (0, tall - 8), (-wide + 10, tall), (-wide, tall - 14),
         (-wide * 0.93, 84)], 34,
    )  # fmt: skip
    _raised(canvas, body, cloth, wide, tall, shine)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.6, 0.92, rise=4)
    ridge = body.on([(-wide + 6, tall + 2), (0, tall - 5), (wide - 6, tall + 2)], False, 2.0)
    zipper(canvas, ridge, shine, cloth.solid, width=2.8)
    body.front(canvas, cloth.texture, cloth.material, puff=0.3, wrinkle=0.6, middle=tall / 2,
               folds=sag_folds(canvas, body, wide, tall, 0.45))  # fmt: skip
    body.piping(canvas, cloth.solid, cloth.material, 2.2)
    seam = body.on([(-wide * 0.92, tall - 52), (0, tall - 62), (wide * 0.92, tall - 52)], False)
    for d in (-2.5, 2.5):
        stitch(canvas, seam + [0, d], cloth.stitch, 2.8, 1.6, 0.7, 0.55)
    for s in (-1, 1):
        _anchor(canvas, body, cloth, s * (wide - 14), tall - 16, shine)


def _belt(canvas: Canvas, c: Colourway, cloth: Cloth, shine: str) -> None:
    """A belt bag: a bean on a wide webbing that is clipped round the body."""
    wide, tall = 158.0, 132.0
    body = Body(
        standing(yaw=12, pitch=13, view_x=250, foot=500),
        [(-wide * 0.55, 6), (0, -2), (wide * 0.55, 6), (wide * 0.88, 34), (wide, 84),
         (wide * 0.98, 112),
         (wide * 0.8, tall - 4), (0, tall + 6), (-wide * 0.8, tall - 4), (-wide * 0.98, 112),
         (-wide, 84), (-wide * 0.88, 34)], 36,
    )  # fmt: skip
    line = spline([(-wide + 18, 92), (-wide - 26, 116), (-wide * 0.94, 216), (-40, 268), (64, 262),
                   (wide * 0.98, 206), (wide + 26, 116), (wide - 18, 92)], False, 20)  # fmt: skip
    path = body.at(line[:, 0], line[:, 1], -10 - 0.25 * np.maximum(line[:, 1] - 90, 0))
    with canvas.part("strap"):
        band(canvas, path, 13, cloth, cloth.solid, lift=0)
    k = len(path) * 2 // 7
    spot = float(path[k][0]), float(path[k][1])
    with canvas.part("strap"):
        frame_buckle(canvas, spot, shine, 16, 11, 2.6, path[k + 2] - path[k - 2])
    for s in (-1, 1):  # wings that join pouch and webbing
        wing = body.on([(s * wide * 0.7, 34), (s * (wide + 24), 92), (s * (wide + 30), 126),
                        (s * wide * 0.7, 118)], z=-6)  # fmt: skip
        panel(canvas, wing, cloth, lift=1, radius=20)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.6, 0.92, rise=4)
    body.front(canvas, cloth.texture, cloth.material, puff=0.34, wrinkle=0.7, middle=tall / 2,
               folds=sag_folds(canvas, body, wide, tall, 0.5), radius=70)  # fmt: skip
    zip_line = body.on([(-wide * 0.82, 96), (-wide * 0.4, 110), (0, 113), (wide * 0.4, 110),
                        (wide * 0.82, 96)], False)  # fmt: skip
    zipper(canvas, zip_line, shine, cloth.solid, width=3.0)
    pocket = body.on([(-wide * 0.66, 74), (0, 84), (wide * 0.66, 74), (wide * 0.62, 36),
                      (wide * 0.4, 16),
                      (0, 8), (-wide * 0.4, 16), (-wide * 0.62, 36)])  # fmt: skip
    panel(canvas, pocket, cloth, cloth.texture, lift=3, puff=0.26, edge=6, uv=body.uv(tall / 2))
    slit = body.on([(-wide * 0.56, 64), (0, 72), (wide * 0.56, 64)], False)
    zipper(canvas, slit, shine, cloth.solid, width=2.4)


def _saddle(canvas: Canvas, c: Colourway, cloth: Cloth, shine: str) -> None:
    """Rounded like a saddle's flap, nearly covered by its own, a strap and buckle in front."""
    wide, tall = 136.0, 190.0
    body = Body(
        standing(yaw=20, pitch=11, view_x=248, foot=600),
        [(-wide * 0.55, 6), (0, -2), (wide * 0.55, 6), (wide * 0.93, 50), (wide, tall * 0.6),
         (wide * 0.93, tall, 1), (-wide * 0.93, tall, 1), (-wide, tall * 0.6),
         (-wide * 0.93, 50)], 32,
    )  # fmt: skip
    _hung(canvas, body, cloth, wide * 0.93, tall - 22, 280, shine)
    body.gusset(canvas, cloth.ground, cloth.material, 8, 0.5, 0.9)
    body.front(canvas, cloth.texture, cloth.material, puff=0.2, wrinkle=0.4, middle=tall / 2)
    body.piping(canvas, cloth.solid, cloth.material, 2.0)
    _flap(canvas, body, cloth, tall, wide * 0.93,
          [(wide * 0.99, tall * 0.55), (wide * 0.80, tall * 0.27), (wide * 0.3, tall * 0.15),
           (-wide * 0.3, tall * 0.15), (-wide * 0.80, tall * 0.27),
           (-wide * 0.99, tall * 0.55)])  # fmt: skip
    strip = body.at(0, np.linspace(tall * 0.44, tall * 0.02, 24), body.deep + 5)
    band(canvas, strip, 10, cloth, lift=3)
    frame_buckle(canvas, body.spot(0, tall * 0.24), shine, 16, 13, 2.7)


def _satchel(canvas: Canvas, c: Colourway, cloth: Cloth, shine: str) -> None:
    """A flat messenger: wide flap, two straps with buckles; its strap stands up in an arch."""
    wide, tall = 160.0, 206.0
    body = Body(
        standing(yaw=-17, pitch=12, view_x=262, foot=524),
        [(-wide + 14, 0), (0, -1), (wide - 14, 0), (wide, 12), (wide, tall, 1), (-wide, tall, 1),
         (-wide, 12)], 28,
    )  # fmt: skip
    _raised(canvas, body, cloth, wide, tall, shine)
    body.gusset(canvas, cloth.ground, cloth.material, 8, 0.5, 0.9)
    body.front(canvas, cloth.texture, cloth.material, puff=0.1, wrinkle=0.5, middle=tall / 2,
               folds=sag_folds(canvas, body, wide, tall, 0.3))  # fmt: skip
    pocket = body.on([(-wide + 26, 12), (wide - 26, 12), (wide - 20, 20), (wide - 20, 96, 1),
                      (-wide + 20, 96, 1), (-wide + 20, 20)])  # fmt: skip
    panel(canvas, pocket, cloth, cloth.texture, lift=2.5, puff=0.1, uv=body.uv(tall / 2))
    _flap(canvas, body, cloth, tall, wide,
          [(wide + 3, tall * 0.42), (wide - 16, tall * 0.32), (0, tall * 0.305),
           (-wide + 16, tall * 0.32),
           (-wide - 3, tall * 0.42)])  # fmt: skip
    for x in (-78, 78):
        strip = body.at(x, np.linspace(tall * 0.62, tall * 0.08, 24), body.deep + 5)
        band(canvas, strip, 9, cloth, lift=3)
        frame_buckle(canvas, body.spot(x, tall * 0.26), shine, 14, 12, 2.4)
    for s in (-1, 1):
        _anchor(canvas, body, cloth, s * (wide - 4), tall - 20, shine)


def _quilted(canvas: Canvas, c: Colourway, cloth: Cloth, shine: str) -> None:
    """Diamond quilting, a turn-lock, a chain that runs through rings."""
    wide, tall = 150.0, 168.0
    body = Body(
        standing(yaw=14, pitch=12, view_x=250, foot=590),
        [(-wide + 12, 0), (0, -2), (wide - 12, 0), (wide, 12), (wide - 1, tall * 0.5),
         (wide - 4, tall, 1),
         (-wide + 4, tall, 1), (-wide + 1, tall * 0.5), (-wide, 12)], 34,
    )  # fmt: skip
    line = spline([(-wide + 30, tall - 2), (-wide + 38, tall + 70), (-40, tall + 236),
                   (-14, tall + 262),
                   (14, tall + 262), (44, tall + 232), (wide - 40, tall + 72),
                   (wide - 30, tall - 2)],
                  False, 20)  # fmt: skip
    with canvas.part("strap"):
        chain(canvas, body.at(line[:, 0], line[:, 1], 0), shine, 13)
    body.gusset(canvas, cloth.ground, cloth.material, 10, 0.4, 0.9)

    def quilt(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        a, b = (x + y * 0.9) / 30, (x - y * 0.9) / 30
        puffed = np.abs(np.sin(np.pi * a) * np.sin(np.pi * b)) ** 0.45
        return 3.4 * puffed

    front = body.on(body.outline)
    panel(canvas, front, cloth, cloth.texture, lift=2, puff=0.1, radius=70, relief=quilt,
          uv=body.uv(tall / 2), thread=False)  # fmt: skip
    _flap(canvas, body, cloth, tall, wide - 4,
          [(wide + 1, tall * 0.5), (wide - 14, tall * 0.38), (0, tall * 0.34),
           (-wide + 14, tall * 0.38),
           (-wide - 1, tall * 0.5)], quilt)  # fmt: skip
    clasp(canvas, body.spot(0, tall * 0.44), shine, 17)
    for s in (-1, 1):
        loop(canvas, body.spot(s * (wide - 30), tall, 0), shine, 8, 6, 2.2)


# ---- parts -------------------------------------------------------------------------------------


def _flap(
    canvas: Canvas, body: Body, cloth: Cloth, tall: float, half: float, edge: list[Point],
    relief: Field | None = None,
) -> None:  # fmt: skip
    """The lid from the back's top edge, then what falls over the front down to `edge`."""
    far = body.on([(-half + 3, tall, 1), (half - 3, tall, 1)], False, -body.deep)
    near = body.on([(-half - 3, tall, 1), (half + 3, tall, 1)], False, body.deep + 3)
    panel(canvas, np.concatenate([far, near[::-1]]), cloth, lift=2, thread=False, puff=0.05, edge=3)
    line = spline([(half + 3, tall + 1, 1), *edge, (-half - 3, tall + 1, 1)], False, 16)
    panel(canvas, body.at(line[:, 0], line[:, 1], body.deep + 3), cloth, lift=6, radius=60,
          puff=0.12,
          edge=7, shadow=0.6, wrinkle=0.4, uv=body.uv(tall / 2), relief=relief)  # fmt: skip


def _anchor(canvas: Canvas, body: Body, cloth: Cloth, x: float, y: float, shine: str) -> None:
    """A tab with the ring that the strap is clipped to."""
    loop(canvas, body.spot(x, y + 16, 0), shine, 9, 8, 2.2)
    tab = body.on(
        [(x - 9, y + 12), (x + 9, y + 12), (x + 8, y - 14), (x, y - 20), (x - 8, y - 14)], z=8
    )
    panel(canvas, tab, cloth, lift=2, inset=2.6, radius=12)


@draws("strap")
def _hung(
    canvas: Canvas, body: Body, cloth: Cloth, half: float, y: float, reach: float, shine: str
) -> None:
    """A strap drawn taut from both sides to the hook that the bag hangs from."""
    lean = canvas.rng.uniform(-10, 10)
    peak = y + reach
    line = spline(
        [(-half, y, 1), (-half * 0.98, y + 26), (-half * 0.56 + 0.5 * lean, y + 0.5 * reach),
         (-half * 0.2 + lean, peak - 24), (lean, peak), (half * 0.2 + lean, peak - 23),
         (half * 0.57 + 0.5 * lean, y + 0.49 * reach), (half * 0.98, y + 26),
         (half, y, 1)], False, 20,
    )  # fmt: skip
    path = body.at(line[:, 0], line[:, 1], 0)
    band(canvas, path, 7.0, cloth, lift=0)
    k = int(len(path) * 0.68)
    spot = path[k]
    frame_buckle(
        canvas, (float(spot[0]), float(spot[1])), shine, 9.5, 10, 1.9, path[k + 2] - path[k - 2]
    )
    for s in (-1, 1):
        loop(canvas, body.spot(s * half, y + 8, 0), shine, 10, 9, 2.2)


@draws("strap")
def _raised(canvas: Canvas, body: Body, cloth: Cloth, wide: float, tall: float, shine: str) -> None:
    """A strap buckled short: it rises from its rings in a round arch and leans a little."""
    lean = canvas.rng.uniform(-14, 14)
    line = spline(
        [(-wide + 2, tall - 4), (-wide + 4, tall + 34), (-wide * 0.72 + 0.6 * lean, tall + 124),
         (-wide * 0.34 + lean, tall + 184), (lean, tall + 200), (wide * 0.36 + lean, tall + 181),
         (wide * 0.74 + 0.6 * lean, tall + 120), (wide - 4, tall + 32), (wide - 2, tall - 4)],
        False, 20,
    )  # fmt: skip
    path = body.at(line[:, 0], line[:, 1], 0)
    band(canvas, path, 7.5, cloth, lift=0)
    k = int(len(path) * 0.76)
    spot = path[k]
    frame_buckle(
        canvas, (float(spot[0]), float(spot[1])), shine, 9.5, 10, 1.9, path[k + 2] - path[k - 2]
    )
