"""Draws backpacks: daypack, square, town; rucksack, roll-top, satchel. Knows no dye."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.bodies import (
    GOLD,
    Body,
    band,
    frame_buckle,
    metal,
    panel,
    sag_folds,
    standing,
    tube,
    zipper,
)
from demo.studio.garments.marks import draws
from demo.studio.light import Texture, layer
from demo.studio.materials import LEATHER
from demo.studio.trims import disc, drawstring, eyelet, label, plain, stitch

TAN = "#7c5232"


def backpack(canvas: Canvas, c: Colourway) -> None:
    """Zipped: daypack, square, a rounded one for town; buckled: rucksack, roll-top, satchel."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kinds = (_daypack, _square, _town) if c.closure == "zip" else (_rucksack, _roll_top, _satchel)
    c.pick(kinds)(canvas, c, cloth, cut)


def _daypack(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A round top with its zip over the arch, a zipped front pocket, nets for bottles."""
    wide, tall = 126.0, 372.0
    body = _body(15, wide, tall, 56, shoulder=0.62)
    _straps(canvas, body, cloth, wide, tall)
    _grip(canvas, body, cloth, tall)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.7, 0.9, rise=6)
    _bottle(canvas, body, cloth, wide, 150)
    _front(canvas, c, body, cloth, wide, tall)
    arch = body.on([(-wide * 0.97, tall * 0.50), (-wide * 0.93, tall * 0.76),
                    (-wide * 0.6, tall * 0.945),
                    (0, tall * 0.985), (wide * 0.6, tall * 0.945), (wide * 0.93, tall * 0.76),
                    (wide * 0.97, tall * 0.50)], False, 34)  # fmt: skip
    zipper(canvas, arch, cloth.metal, cloth.solid, width=2.8)
    pocket = body.on([(-wide * 0.7, 16), (0, 12), (wide * 0.7, 16), (wide * 0.84, 36),
                      (wide * 0.82, 140),
                      (wide * 0.66, 176), (0, 182), (-wide * 0.66, 176), (-wide * 0.82, 140),
                      (-wide * 0.84, 36)])  # fmt: skip
    _pouch(canvas, c, body, cloth, pocket, tall)
    mouth = body.on([(-wide * 0.76, 128), (-wide * 0.62, 158), (0, 165), (wide * 0.62, 158),
                     (wide * 0.76, 128)], False, body.deep + 4)  # fmt: skip
    zipper(canvas, mouth, cloth.metal, cloth.solid, width=2.6)
    if cut.random() < 0.7:
        label(canvas, *body.spot(0, 250), 46, 26, TAN, "#e8d9bd", dark=0.95)


def _square(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A box with the zip all round, a flat pocket, two handles snapped together on top."""
    wide, tall = 124.0, 338.0
    body = Body(
        standing(yaw=20, pitch=10, view_x=248),
        [(-wide + 18, 0), (0, -1), (wide - 18, 0), (wide - 2, 16), (wide, tall * 0.5),
         (wide - 2, tall - 18),
         (wide - 18, tall), (0, tall + 1), (-wide + 18, tall), (-wide + 2, tall - 18),
         (-wide, tall * 0.5), (-wide + 2, 16)], 52,
    )  # fmt: skip
    _straps(canvas, body, cloth, wide, tall)
    for z, dark in ((-16, 0.75), (14, 1.0)):
        if z > 0:
            body.gusset(canvas, cloth.ground, cloth.material, 0, 0.6, 0.92, rise=2)
        line = spline([(-46, tall - 26), (-44, tall + 20), (-22, tall + 50), (22, tall + 51),
                       (44, tall + 20),
                       (46, tall - 26)], False, 16)  # fmt: skip
        if z > 0:
            _front(canvas, c, body, cloth, wide, tall, soft=0.6)
            body.piping(canvas, cloth.accent if c.pattern == "colour-block" else cloth.solid,
                        cloth.material, 2.2)  # fmt: skip
            line = spline(
                [
                    (-46, tall - 74),
                    (-46, tall - 20),
                    (-45, tall + 16),
                    (-22, tall + 48),
                    (22, tall + 49),
                    (45, tall + 16),
                    (46, tall - 20),
                    (46, tall - 74),
                ],
                False,
                16,
            )
        with canvas.part("strap"):
            band(canvas, body.at(line[:, 0], line[:, 1], np.where(line[:, 1] < tall, body.deep,
                                                                  z) if z > 0 else z),
                 8.5, cloth, cloth.accent if c.pattern == "colour-block" else cloth.solid,
                 lift=3 if z > 0 else 0, dark=dark)  # fmt: skip
    ridge = body.on([(-wide + 4, tall * 0.45), (-wide, tall - 20), (-wide + 20, tall + 1),
                     (0, tall + 3),
                     (wide - 18, tall + 1), (wide - 1, tall - 20), (wide + 1, tall * 0.3)],
                    False, 20)  # fmt: skip
    zipper(canvas, ridge[len(ridge) * 2 // 7 :], cloth.metal, cloth.solid, width=2.6)
    pocket = body.on([(-wide + 24, 20), (wide - 24, 20), (wide - 17, 27), (wide - 17, 160, 1),
                      (-wide + 17, 160, 1), (-wide + 17, 27)])  # fmt: skip
    _pouch(canvas, c, body, cloth, pocket, tall, flat=True)
    mouth = body.on([(-wide + 20, 148), (wide - 20, 148)], False, body.deep + 2)
    zipper(canvas, mouth, cloth.metal, cloth.solid, width=2.6)
    badge = disc(*body.spot(0, 222), 19)
    panel(canvas, badge, cloth, plain(TAN), lift=2, inset=4, radius=18, material=LEATHER)


def _town(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Small and neat: a dome with piped edges, a horseshoe pocket, metal pulls."""
    wide, tall = 128.0, 300.0
    body = _body(-18, wide, tall, 46, shoulder=0.5, x=262)
    _straps(canvas, body, cloth, wide, tall, half=9)
    line = spline([(-38, tall - 8), (-39, tall + 20), (-24, tall + 50), (0, tall + 58),
                   (24, tall + 50),
                   (39, tall + 20), (38, tall - 8)], False, 18)  # fmt: skip
    with canvas.part("strap"):
        tube(canvas, body.at(line[:, 0], line[:, 1], -20), 6.0, cloth, lift=0)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.5, 0.92, rise=4)
    ridge = body.on([(-wide * 0.98, tall * 0.4), (-wide * 0.93, tall * 0.74),
                     (-wide * 0.52, tall * 0.97),
                     (0, tall + 3), (wide * 0.52, tall * 0.97), (wide * 0.93, tall * 0.74),
                     (wide * 0.98, tall * 0.4)], False, 8)  # fmt: skip
    zipper(canvas, ridge, GOLD, cloth.solid, width=2.8)
    _front(canvas, c, body, cloth, wide, tall, soft=0.5)
    body.piping(canvas, cloth.solid, cloth.material, 2.4)
    pocket = body.on([(-wide * 0.78, 14, 1), (0, 10), (wide * 0.78, 14, 1), (wide * 0.78, 90),
                      (wide * 0.5, 150), (0, 166), (-wide * 0.5, 150),
                      (-wide * 0.78, 90)])  # fmt: skip
    _pouch(canvas, c, body, cloth, pocket, tall)
    mouth = body.on([(-wide * 0.7, 72), (-wide * 0.46, 132), (0, 149), (wide * 0.46, 132),
                     (wide * 0.7, 72)], False, body.deep + 4)  # fmt: skip
    zipper(canvas, mouth, GOLD, cloth.solid, width=2.6)
    plate = body.on([(-18, 206, 1), (18, 206, 1), (18, 216, 1), (-18, 216, 1)])
    metal(canvas, plate, GOLD, 1.4)


def _rucksack(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A wide flap that two straps hold, a pocket in front, one at the side."""
    wide, tall = 122.0, 330.0
    body = _body(16, wide, tall, 58, shoulder=0.72)
    skin = plain(TAN) if c.material != "leather" else cloth.solid
    _straps(canvas, body, cloth, wide, tall)
    _grip(canvas, body, cloth, tall + 20)
    body.gusset(canvas, cloth.ground, cloth.material, 0, 0.8, 0.9, rise=6)
    _bottle(canvas, body, cloth, wide, 168)
    _front(canvas, c, body, cloth, wide, tall, soft=0.9)
    pocket = body.on([(-wide * 0.74, 14), (0, 10), (wide * 0.74, 14), (wide * 0.82, 30),
                      (wide * 0.8, 146, 1),
                      (0, 150), (-wide * 0.8, 146, 1), (-wide * 0.82, 30)])  # fmt: skip
    _pouch(canvas, c, body, cloth, pocket, tall)
    flap = spline([(-wide * 0.8, tall + 24), (0, tall + 34), (wide * 0.8, tall + 24),
                   (wide * 1.0, tall - 8),
                   (wide * 1.02, tall - 110), (wide * 0.9, tall - 140), (0, tall - 150),
                   (-wide * 0.9, tall - 140), (-wide * 1.02, tall - 110), (-wide * 1.0, tall - 8)],
                  True, 16)  # fmt: skip
    back = np.clip((flap[:, 1] - tall + 10) / 40, 0, 1) * body.deep * 1.3
    shape = body.at(flap[:, 0], flap[:, 1], body.deep + 5 - back)
    panel(canvas, shape, cloth, lift=8, puff=0.34, radius=60, edge=10, shadow=0.6, wrinkle=0.9,
          uv=body.uv(tall / 2), inset=6, paint=False, texture=cloth.texture)  # fmt: skip
    for x in (-56, 56):
        y = np.linspace(tall - 84, 92, 30)
        band(canvas, body.at(x, y, body.deep + 6), 8.5, cloth, skin, lift=3, material=LEATHER)
        frame_buckle(canvas, body.spot(x, 166, body.deep + 6), cloth.metal, 11.5, 10, 2.1)


def _roll_top(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A tall sack whose mouth is rolled down and strapped."""
    wide, tall = 118.0, 350.0
    body = Body(
        standing(yaw=-16, pitch=9, view_x=262),
        [(-wide + 16, 2), (0, -2), (wide - 16, 2), (wide, 20), (wide + 1, tall * 0.5),
         (wide - 5, tall - 20),
         (wide - 8, tall, 1), (-wide + 8, tall, 1), (-wide + 5, tall - 20), (-wide - 1, tall * 0.5),
         (-wide, 20)], 50,
    )  # fmt: skip
    _straps(canvas, body, cloth, wide, tall - 20)
    body.gusset(canvas, cloth.ground, cloth.material, 10, 0.8, 0.9)
    _front(canvas, c, body, cloth, wide, tall, soft=1.1)
    pocket = body.on([(-wide + 22, 14), (wide - 22, 14), (wide - 14, 22), (wide - 14, 158, 1),
                      (0, 155),
                      (-wide + 14, 158, 1), (-wide + 14, 22)])  # fmt: skip
    _pouch(canvas, c, body, cloth, pocket, tall, flat=True)
    for k, (low, out) in enumerate(((tall - 26, 6), (tall - 2, 0))):
        dip = canvas.rng.uniform(-3, 3)
        roll = body.on([(-wide + 2, low), (0, low - 3 + dip), (wide - 2, low), (wide + 7, low + 14),
                        (wide - 2, low + 29), (0, low + 27 + dip), (-wide + 2, low + 29),
                        (-wide - 7, low + 14)], z=out)  # fmt: skip
        layer(canvas, roll, cloth.ground, cloth.material, R=18, depth=0.75, edge=9, lift=4,
              shadow=0.5,
              wrinkle=1.0 * cloth.wrinkle, wrinkle_angle=10, dark=0.94 + 0.06 * k)  # fmt: skip
    skin = plain(TAN) if c.material != "leather" else cloth.solid
    line = spline(
        [(0, tall + 28), (0, tall + 10), (0, tall - 24), (0, tall - 30), (0, 110)], False, 20
    )
    z = np.interp(line[:, 1], (110, tall - 34, tall - 20, tall + 28), (54, 54, 34, 14))
    band(canvas, body.at(line[:, 0], line[:, 1], z), 12, cloth, skin, lift=3, material=LEATHER)
    frame_buckle(canvas, body.spot(0, 196, 56), cloth.metal, 15, 12, 2.5)
    row = body.on([(-wide + 16, 146), (0, 143), (wide - 16, 146)], False)
    stitch(canvas, row, cloth.stitch, 2.6, 1.5, 0.6, 0.5)


def _satchel(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Small, wider at its foot: a drawstring mouth under a rounded flap with one buckle."""
    top, foot, tall = 100.0, 134.0, 284.0
    body = Body(
        standing(yaw=20, pitch=12, view_x=248, foot=560),
        [(-foot + 20, 0), (0, -2), (foot - 20, 0), (foot, 18), (foot - 6, tall * 0.4),
         (top + 6, tall * 0.85),
         (top - 6, tall), (0, tall + 4), (-top + 6, tall), (-top - 6, tall * 0.85),
         (-foot + 6, tall * 0.4), (-foot, 18)], 50,
    )  # fmt: skip
    _straps(canvas, body, cloth, top + 14, tall, half=9)
    _grip(canvas, body, cloth, tall + 2)
    body.gusset(canvas, cloth.ground, cloth.material, 6, 0.7, 0.9)
    _front(canvas, c, body, cloth, foot, tall, soft=0.7)
    body.piping(canvas, cloth.solid, cloth.material, 2.2)
    pocket = body.on(
        [(-72, 16), (72, 16), (80, 26), (74, 98, 1), (0, 102), (-74, 98, 1), (-80, 26)]
    )
    _pouch(canvas, c, body, cloth, pocket, tall)
    for s in (-1, 1):
        eyelet(canvas, *body.spot(s * (top - 22), tall - 20), 5, cloth.metal)
        drawstring(canvas, [body.spot(s * (top - 20), tall - 20), body.spot(s * (top - 10),
            tall - 70),
                            body.spot(s * (top - 14), tall - 120)], cloth.colour * 0.6 + 0.01, 2.6,
                   cloth.metal)  # fmt: skip
    flap = spline([(-top + 8, tall + 12), (0, tall + 20), (top - 8, tall + 12),
                   (top + 2, tall - 12),
                   (top - 4, tall - 76), (top * 0.6, tall - 140), (0, tall - 160),
                   (-top * 0.6, tall - 140),
                   (-top + 4, tall - 76), (-top - 2, tall - 12)], True, 16)  # fmt: skip
    back = np.clip((flap[:, 1] - tall + 14) / 34, 0, 1) * body.deep * 1.2
    panel(canvas, body.at(flap[:, 0], flap[:, 1], body.deep + 5 - back), cloth, cloth.texture,
          lift=7,
          puff=0.26, radius=60, edge=8, shadow=0.6, wrinkle=0.6, inset=6,
          uv=body.uv(tall / 2))  # fmt: skip
    skin = plain(TAN) if c.material != "leather" else cloth.solid
    band(canvas, body.at(0, np.linspace(tall - 96, 74, 26), body.deep + 6), 10, cloth, skin, lift=3,
         material=LEATHER)  # fmt: skip
    frame_buckle(canvas, body.spot(0, tall - 176, body.deep + 6), GOLD, 13, 11, 2.3)


# ---- parts -------------------------------------------------------------------------------------


def _body(
    yaw: float, wide: float, tall: float, deep: float, shoulder: float, x: float = 250
) -> Body:
    """A round-topped sack."""
    return Body(
        standing(yaw=yaw, pitch=10, view_x=x),
        [(-wide + 26, 1), (0, -3), (wide - 26, 1), (wide - 3, 24), (wide + 3, tall * 0.32),
         (wide, tall * 0.58), (wide * 0.93, tall * 0.80), (wide * shoulder, tall * 0.965),
         (0, tall),
         (-wide * shoulder, tall * 0.965), (-wide * 0.93, tall * 0.80), (-wide, tall * 0.58),
         (-wide - 3, tall * 0.32), (-wide + 3, 24)], deep,
    )  # fmt: skip


def _front(
    canvas: Canvas,
    c: Colourway,
    body: Body,
    cloth: Cloth,
    wide: float,
    tall: float,
    soft: float = 0.8,
) -> None:
    """The front panel; leather keeps its shape better than cloth."""
    soft *= 0.6 if c.material == "leather" else 1.0
    body.front(
        canvas, cloth.texture, cloth.material, puff=0.26,
        wrinkle=(0.3 + 0.5 * soft) * cloth.wrinkle,
        folds=sag_folds(canvas, body, wide, tall, soft), middle=tall / 2, edge=12,
    )  # fmt: skip


def _pouch(
    canvas: Canvas, c: Colourway, body: Body, cloth: Cloth, outline: np.ndarray, tall: float,
    flat: bool = False,
) -> None:  # fmt: skip
    """A pocket on the front, filled or flat."""
    texture: Texture = cloth.accent if c.pattern == "colour-block" else cloth.texture
    panel(
        canvas, outline, cloth, texture, lift=2 if flat else 5, puff=0.08 if flat else 0.3,
        radius=50,
        edge=3 if flat else 9, wrinkle=0.6 * cloth.wrinkle, uv=body.uv(tall / 2), paint=False,
    )  # fmt: skip


def _bottle(canvas: Canvas, body: Body, cloth: Cloth, wide: float, high: float) -> None:
    """A pocket on the side that the camera sees, its hem drawn in by elastic."""
    s = 1 if body.view.yaw > 0 else -1
    near, far = body.deep - 6, -body.deep + 4
    line = spline(
        [(near, 22), (near + 2, 40), (near, high - 14, 1), (near * 0.2, high - 8),
         (far, high - 2, 1),
         (far - 1, 50), (far + 4, 30)], True, 14,
    )  # fmt: skip
    x = s * (wide - 4 + 8 * np.sin(np.pi * np.clip((line[:, 1] - 10) / high, 0, 1)))
    outline = body.at(x, line[:, 1], line[:, 0])
    panel(
        canvas,
        outline,
        cloth,
        lift=3,
        puff=0.3,
        radius=24,
        edge=5,
        wrinkle=0.9,
        paint=False,
        inset=5,
    )


@draws("strap")
def _straps(
    canvas: Canvas, body: Body, cloth: Cloth, wide: float, tall: float, half: float = 12
) -> None:
    """The shoulder straps, padded, seen where they swing out behind the sides."""
    for s in (-1, 1):
        out = canvas.rng.uniform(6, 16)
        line = spline(
            [(s * 40, tall - 6), (s * (wide * 0.8), tall - 20), (s * (wide + out), tall * 0.70),
             (s * (wide + out + 9), tall * 0.46), (s * (wide + out - 2), tall * 0.25),
             (s * (wide - 8), 34)], False, 18,
        )  # fmt: skip
        z = -body.deep - 14 * np.sin(np.pi * np.linspace(0, 1, len(line)))
        band(canvas, body.at(line[:, 0], line[:, 1], z), half, cloth, lift=0, dark=0.8)


@draws("strap")
def _grip(canvas: Canvas, body: Body, cloth: Cloth, tall: float) -> None:
    """The loop to carry it by."""
    line = spline(
        [(-30, tall - 14), (-29, tall + 14), (0, tall + 32), (29, tall + 14), (30, tall - 14)],
        False,
        16,
    )
    band(canvas, body.at(line[:, 0], line[:, 1], -body.deep + 8), 7.5, cloth, lift=0, dark=0.9)
