"""Draws totes: shoppers, a structured one, a slouchy one, a boat tote, a basket. Knows no dye."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np

from demo.studio.canvas import Canvas, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.bodies import (
    GOLD,
    Body,
    band,
    panel,
    sew,
    standing,
    tube,
    zipper,
)
from demo.studio.garments.brims import braid, rows
from demo.studio.garments.forms import Form, View, length_of, ring
from demo.studio.garments.leather import smooth_hide
from demo.studio.garments.marks import draws
from demo.studio.light import Texture, layer
from demo.studio.materials import CANVAS, LEATHER
from demo.studio.trims import button, plain, stitch

SADDLE = "#8a5a34"


def tote(canvas: Canvas, c: Colourway) -> None:
    """Open at the top, or zipped, with two handles; what stands or slumps depends on the make."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    if c.material == "canvas":
        cloth = _duck(c)
    elif c.material == "leather":
        cloth = smooth_hide(cloth)
    if c.pattern == "striped":
        cloth = replace(cloth, ground=cloth.solid)
    if c.material == "straw":
        _basket(canvas, c, cloth, cut)
        return
    c.pick((_shopper, _trapeze, _slouch, _boat))(canvas, c, cloth, cut)


def _duck(c: Colourway) -> Cloth:
    """Bag canvas: an even, crisp plain weave without fluff, sewn with a thread one can see."""
    cloth = fabric(replace(c, material="cotton"))

    def crisp(texture: Texture) -> Texture:
        def duck(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
            albedo, _ = texture(u, v, seed)
            over = np.sin(np.pi * u / 1.9) * np.sin(np.pi * v / 1.9)
            return albedo * (1 + 0.06 * over)[..., None], 0.16 * over

        return duck

    dyed = {name: crisp(getattr(cloth, name)) for name in ("texture", "ground", "solid")}
    pale = float(cloth.colour.mean()) > 0.35
    thread = cloth.colour * 0.42 if pale else cloth.colour * 1.2 + 0.16
    material = replace(CANVAS, weave=0.0, contrast=1.1, rim=0.03)
    return replace(cloth, material=material, stitch=np.clip(thread, 0, 1), wrinkle=0.3, **dyed)


def _shopper(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A tall flat bag of one cloth on long handles."""
    wide, tall, reach = 122.0, cut.choice((280.0, 296.0)), cut.choice((150.0, 170.0))
    body = Body(
        standing(yaw=9, pitch=7),
        [(-wide + 6, 4), (0, -2), (wide - 6, 3), (wide - 1, 16), (wide + 2, tall * 0.5),
         (wide - 1, tall, 1), (0, tall - 7), (-wide, tall, 1), (-wide - 2, tall * 0.5),
         (-wide + 1, 16)], 16,
    )  # fmt: skip
    _handle(canvas, body, cloth, tall, 62, reach, 9.0, back=True)
    _mouth(canvas, c, body, cloth, wide, tall)
    _walls(canvas, c, body, cloth, wide, tall, soft=1.0)
    _hem(canvas, body, cloth, wide, tall, 18)
    _handle(canvas, body, cloth, tall, 62, reach, 9.0, foot=44)


def _boat(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Wide, with a base of another cloth, a pocket, and straps that run down to the base."""
    wide, tall, reach = 160.0, 208.0, 92.0
    body = Body(
        standing(yaw=15, pitch=13),
        [(-wide + 28, 2), (0, -3), (wide - 30, 2), (wide - 20, 12), (wide - 8, tall * 0.5),
         (wide, tall, 1), (0, tall - 10), (-wide, tall, 1), (-wide + 6, tall * 0.5),
         (-wide + 18, 12)], 46,
    )  # fmt: skip
    _handle(canvas, body, cloth, tall, 60, reach, 9.0, back=True)
    _mouth(canvas, c, body, cloth, wide, tall)
    _walls(canvas, c, body, cloth, wide, tall, soft=0.8, pinch=16)
    base = body.on([(-wide + 27, 0), (0, -5), (wide - 29, 0), (wide - 17, 12), (wide - 10, 62, 1),
                    (0, 58), (-wide + 8, 62, 1), (-wide + 15, 12)])  # fmt: skip
    panel(
        canvas, base, cloth, cloth.solid, lift=1.4, paint=False, puff=0.06, shadow=0.3, wrinkle=0.1
    )
    if c.pattern != "graphic":
        pocket = body.on([(-58, 60, 1), (58, 60, 1), (58, 144, 1), (0, 141), (-58, 144, 1)])
        panel(canvas, pocket, cloth, cloth.texture, lift=1.8, paint=False, puff=0.08, wrinkle=0.1,
              uv=body.uv(110))  # fmt: skip
    _hem(canvas, body, cloth, wide, tall, 14)
    _handle(canvas, body, cloth, tall, 60, reach, 9.0, foot=tall - 58)


def _trapeze(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Stiff leather or canvas: a narrow foot, wide wings at the top, rolled handles on tabs."""
    wide, tall, reach = 158.0, 218.0, cut.choice((104.0, 124.0))
    foot = 112.0
    body = Body(
        standing(yaw=20, pitch=12, view_x=246),
        [(-foot + 6, 0), (0, -1), (foot - 6, 0), (foot, 8), (foot + 16, tall * 0.5),
         (wide, tall - 6, 1), (wide - 6, tall, 1), (0, tall - 3), (-wide + 6, tall, 1),
         (-wide, tall - 6, 1), (-foot - 16, tall * 0.5), (-foot, 8)], 44,
    )  # fmt: skip
    _handle(canvas, body, cloth, tall, 52, reach, 6.0, back=True, rolled=True)
    _mouth(canvas, c, body, cloth, wide, tall)
    _walls(canvas, c, body, cloth, wide, tall, soft=0.25, pinch=24)
    body.piping(canvas, cloth.solid, cloth.material, 1.8)
    sew(canvas, body.on(body.outline), cloth, 7)
    for x in (-foot + 12, foot - 12):
        button(canvas, *np.add(body.spot(x, 0), (0, 3)), 4.0, GOLD, metal=True)
    _handle(canvas, body, cloth, tall, 52, reach, 6.0, foot=30, rolled=True)
    plate = body.on([(-16, 88, 1), (16, 88, 1), (16, 97, 1), (-16, 97, 1)])
    layer(canvas, plate, plain(GOLD), LEATHER, R=6, depth=0.2, edge=1.2, wrinkle=0, lift=1.2)


def _slouch(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A soft sack with a rounded foot, gathered by its own weight; one pair of wide straps."""
    wide, tall, reach = 146.0, 232.0, 142.0
    rng = canvas.rng
    dip = rng.uniform(8, 16)
    body = Body(
        standing(yaw=-14, pitch=13, view_x=262),
        [(-wide + 40, 3), (0, -5), (wide - 42, 4), (wide - 6, 26), (wide, 84),
         (wide - 20, 166), (wide - 30, tall, 1), (46, tall - dip), (0, tall - 4 - dip * 0.6),
         (-52, tall - dip * 1.1), (-wide + 28, tall, 1), (-wide + 14, 164), (-wide - 2, 88),
         (-wide + 7, 25)], 42,
    )  # fmt: skip
    _handle(canvas, body, cloth, tall - 4, 70, reach, 8.5, back=True)
    _mouth(canvas, c, body, cloth, wide - 23, tall)
    _walls(canvas, c, body, cloth, wide, tall, soft=1.2, pinch=14, puff=0.12, gathers=8)
    rim = body.on([(-wide + 30, tall - 9), (-52, tall - dip - 9), (0, tall - 13 - dip * 0.6),
                   (46, tall - dip - 9), (wide - 32, tall - 9)], False)  # fmt: skip
    stitch(canvas, rim, cloth.stitch, 2.8, 1.6, 0.7, 0.55)
    _handle(canvas, body, cloth, tall - 6, 70, reach, 8.5, foot=26)


def _basket(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A market basket: plaits sewn round and round, leather handles sewn to its wall."""
    view = View(12, 17, y=520)
    tall = cut.choice((190.0, 214.0))
    wall = spline(
        [(96, -14), (118, -4), (134, tall * 0.3), (150, tall * 0.7), (164, tall)], False, 30
    )
    row, deep = 11.0, 0.66
    total = length_of(wall)
    plait, relief = braid(cloth.solid, row), rows(row, 2.4)

    def sag(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        rim = np.clip(y / tall, 0, 1) ** 2
        return x, y - 12 * rim * (1 - (x / 165) ** 2) + 3 * np.sin(x / 31 + 1) * rim, z

    def laid(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return (s - 0.5) * 900, -t * total

    skin = plain(SADDLE)

    def grip(side: float, dark: float, lift: float) -> None:
        z = side * 150 * deep
        points = [(-62, tall - 70), (-60, tall - 8), (-52, tall + 48), (-22, tall + 86),
                  (24, tall + 88), (54, tall + 46), (60, tall - 8), (62, tall - 70)]  # fmt: skip
        line = spline(points, False, 16)
        near = np.where(line[:, 1] < tall - 20, z + side * 8, z)
        path = view.flat(np.stack([line[:, 0], line[:, 1], near], -1))
        band(canvas, path, 7.0, cloth, skin, lift=lift, dark=dark, material=LEATHER, thread=False)
        for d in (-4.4, 4.4):
            stitch(canvas, path + [d * 0.9, 0], "#d9bf93", 3, 1.8, 0.7, 0.6)

    with canvas.part("strap"):
        grip(-1, 0.7, 0)
    shell = Form(view, ring(wall, deep, sag), laid)
    shell.draw(canvas, plait, cloth.material, facing=-1, dark=0.5, bumps=relief)
    shell.draw(canvas, plait, cloth.material, bumps=relief, wrinkle=0.5)
    s = np.linspace(0, 1, 200)
    rim = shell.line(s, 1 + 0 * s)
    layer(
        canvas, np.concatenate([rim + [0, -3], (rim + [0, 4])[::-1]])[100:300], cloth.solid,
        cloth.material, R=5, depth=0.5, edge=3, wrinkle=0.2, lift=1.5,
    )  # fmt: skip
    with canvas.part("strap"):
        grip(1, 1.0, 4)


# ---- parts -------------------------------------------------------------------------------------


def _walls(
    canvas: Canvas, c: Colourway, body: Body, cloth: Cloth, wide: float, tall: float, soft: float,
    pinch: float = 6.0, puff: float = 0.16, gathers: int = 0,
) -> None:  # fmt: skip
    """The sides, then the front; `gathers` folds fall from a soft mouth."""
    soft = soft * (0.45 if c.material == "leather" else 0.5)
    body.gusset(canvas, cloth.ground, cloth.material, pinch, 0.15, 0.9, mouth=True)
    folds, rng = _soft_folds(canvas, body, wide, tall, soft), canvas.rng
    for k in range(gathers):
        x = ((k + rng.uniform(0.2, 0.8)) / gathers * 2 - 1) * wide
        low = rng.uniform(0.25, 0.7) * tall
        folds.append(
            Fold(body.spot(0.72 * x, tall - 6), body.spot(x, low), rng.uniform(-6, 6), (6, 18),
                 rng.uniform(1.4, 2.6), rng.uniform(-0.5, 0.5), 0.05, 0.7)
        )  # fmt: skip
    body.front(
        canvas, cloth.texture, cloth.material, puff=puff, folds=folds,
        wrinkle=0.08, middle=tall * 0.5, edge=6, ripple=0.2,
    )  # fmt: skip


def _soft_folds(canvas: Canvas, body: Body, wide: float, tall: float, soft: float) -> list[Fold]:
    """A few broad folds: one falls from each handle, one rises from a lower corner."""
    rng = canvas.rng
    ends = [
        (s * 0.46, 0.86, s * rng.uniform(0.5, 0.75), rng.uniform(0.3, 0.5), 2.6) for s in (1, -1)
    ]
    s = 1 if rng.random() < 0.5 else -1
    ends.append((s * 0.94, 0.08, s * rng.uniform(0.25, 0.4), rng.uniform(0.25, 0.4), 2.8))
    return [
        Fold(body.spot(x * wide, y * tall), body.spot(to_x * wide, to_y * tall),
             rng.uniform(-10, 10), (9, 22), high * 1.5 * soft, 0.2, 0.3, 0.5)
        for x, y, to_x, to_y, high in ends
    ]  # fmt: skip


def _mouth(
    canvas: Canvas, c: Colourway, body: Body, cloth: Cloth, wide: float, tall: float
) -> None:
    """The far wall's inside; with a zip, the strip that closes the top."""
    far = body.on([(-wide + 1, tall, 1), (0, tall - 3), (wide - 1, tall, 1),
                   (wide - 6, tall - 60, 1),
                   (-wide + 6, tall - 60, 1)], z=-body.deep)  # fmt: skip
    layer(canvas, far, cloth.ground, cloth.material, R=40, depth=-0.1, edge=2, wrinkle=0.4, lift=0,
          dark=0.62)  # fmt: skip
    near = body.on([(-wide + 1, tall, 1), (0, tall - 7), (wide - 1, tall, 1)], False)
    rim = body.on([(-wide + 1, tall, 1), (0, tall - 3), (wide - 1, tall, 1)], False, -body.deep)
    hole = np.concatenate([rim + [0, 2.5], near[::-1]])
    layer(canvas, hole, cloth.solid, cloth.material, R=14, depth=-0.3, edge=0, wrinkle=0.5, lift=0,
          dark=0.36)  # fmt: skip
    if c.closure == "zip":
        lid = np.concatenate([rim + [0, 3], (near + [0, 1])[::-1]])
        layer(canvas, lid, cloth.ground, cloth.material, R=10, depth=0.1, edge=1, wrinkle=0.4,
              lift=0,
              dark=0.72)  # fmt: skip
        middle = body.on(
            [(-wide * 0.9, tall - 1), (0, tall - 7), (wide * 0.9, tall - 1)], False, 0.0
        )
        zipper(canvas, middle, cloth.metal, cloth.solid, width=2.6)


def _hem(canvas: Canvas, body: Body, cloth: Cloth, wide: float, tall: float, down: float) -> None:
    """The mouth's edge, turned in and sewn down with two rows."""
    fold = body.on([(-wide + 0.5, tall, 1), (0, tall - 7), (wide - 0.5, tall, 1),
                    (wide - 0.5, tall - down - 3, 1), (0, tall - 10 - down),
                    (-wide + 0.5, tall - down - 3, 1)])  # fmt: skip
    layer(canvas, fold, cloth.ground, cloth.material, R=18, depth=0.05, edge=1.6, edge_depth=0.9,
          wrinkle=0, lift=1.2, shadow=0.6, ripple=0, uv=body.uv(tall * 0.5))  # fmt: skip
    for d in (3, down):
        row = body.on([(-wide + 3, tall - d), (0, tall - 7 - d), (wide - 3, tall - d)], False)
        stitch(canvas, row, cloth.stitch, 3.0, 1.6, 0.8, 0.8)


@draws("strap")
def _handle(
    canvas: Canvas, body: Body, cloth: Cloth, tall: float, apart: float, reach: float, half: float,
    foot: float = 0.0, back: bool = False, rolled: bool = False,
) -> None:  # fmt: skip
    """One of the pair, arched by its own stiffness and leaning a little."""
    z = -body.deep if back else body.deep
    lean = canvas.rng.uniform(-7, 7) + (6 if back else 0)
    low = tall - (24 if back else 6)
    points = [(-apart, low), (-apart, tall), (-apart + 1, tall + 0.35 * reach),
              (-apart * 0.72 + lean, tall + 0.82 * reach),
              (lean, tall + reach), (apart * 0.74 + lean, tall + 0.80 * reach),
              (apart - 1, tall + 0.34 * reach), (apart, tall),
              (apart, low)]  # fmt: skip
    if not rolled:  # webbing: straight up from its seam, turning over in a narrow bow
        points = [(-apart, low, 1), (-apart, tall, 1),
                  (-apart * 0.86 + 0.7 * lean, tall + 0.72 * reach, 1),
                  (-apart * 0.62 + lean, tall + 0.93 * reach), (lean, tall + reach),
                  (apart * 0.62 + lean, tall + 0.93 * reach),
                  (apart * 0.86 + 0.7 * lean, tall + 0.72 * reach, 1), (apart, tall, 1),
                  (apart, low, 1)]  # fmt: skip
    if foot:
        points = [(-apart, tall - foot), *points, (apart, tall - foot)]
    line = spline(points, False, 18)
    tilt = (
        np.clip((line[:, 1] - tall) / reach, 0, 1) ** 1.5 * (body.deep * 0.6) * (1 if back else -1)
    )
    path = body.at(line[:, 0], line[:, 1], z + tilt)
    dark = 0.72 if back else 1.0
    lift = 0.0 if back else 3.0
    if not rolled:
        band(canvas, path, half, cloth, cloth.solid, lift=lift, dark=dark)
    else:
        tube(canvas, path, half, cloth, lift=lift, dark=dark)
    if not foot:
        return
    for s in (-1, 1):
        x, y = s * apart, tall - foot
        if rolled:
            tab = body.on([(x - 12, y - 16), (x, y - 24), (x + 12, y - 16), (x + 12, y + 20, 1),
                           (x - 12, y + 20, 1)])  # fmt: skip
            panel(canvas, tab, cloth, lift=2, inset=3, puff=0.1, radius=14)
            button(canvas, *body.spot(x, y - 12), 2.6, cloth.metal, metal=True)
        else:  # a box and its cross
            y = y if foot < 80 else tall - 32
            a, b, d, e = (body.spot(x + i, y + j) for i, j in ((-6, 4), (6, 24), (-6, 24), (6, 4)))
            for ends in ((a, b), (d, e), (a, e), (d, b), (a, d), (e, b)):
                stitch(canvas, np.array(ends), cloth.stitch, 2.4, 1.0, 0.8, 0.85)
