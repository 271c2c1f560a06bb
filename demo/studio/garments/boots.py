"""Draws boots in side view, toe to the left: ankle-high and knee-high."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Array, Canvas, Point, corners, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.light import COTTON, LEATHER, RUBBER, layer
from demo.studio.trims import buckle, button, disc, plain, stitch, zipper

SOLES = {"black": "#1b1a1a", "brown": "#35241a", "tan": "#4a3220", "white": "#2a2622"}


def ankle_boot(canvas: Canvas, c: Colourway) -> None:
    """Chelsea (no closure), laced, zipped or with buckled straps; flat or on a block heel."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    heel = cut.choice((26.0, 30.0)) if c.gender == "men" else cut.choice((28.0, 44.0, 52.0))
    top = cut.choice((176.0, 192.0))
    lift = heel - 26
    upper = [
        (70, 432, 1), (62, 408), (74, 387), (108, 370), (146, 354), (186, 331 - 0.5 * lift),
        (219, 298 - 0.8 * lift),
        (242, 258 - lift), (252, 218 - 0.6 * lift), (254, top, 1), (334, top + 7), (414, top - 5, 1),
        (416, top + 50), (411, 290 - lift), (418, 330 - lift), (434, 372 - lift), (441, 404 - lift),
        (438, 430 - lift, 1), (330, 430 - 0.7 * lift), (240, 434 - 0.25 * lift),
    ]  # fmt: skip
    inside = [(258, top + 2, 1), (334, top - 9), (412, top - 3, 1), (402, top + 16), (334, top + 24),
              (268, top + 18)]
    layer(canvas, inside, cloth.lining, COTTON, R=20, depth=-0.2, edge=2, wrinkle=0.1, lift=0, dark=0.42)
    _shaft(canvas, cloth, upper, ankle=(240, 282 - lift), back=(412, 300 - lift))
    _rim(canvas, cloth, [(254, top + 1), (334, top + 8), (414, top - 4)])
    if c.closure == "none":
        _gore(canvas, cloth, top, lift)
    elif c.closure == "laces":
        _lacing(canvas, cloth, [(176, 336 - 0.4 * lift), (214, 300 - 0.8 * lift), (239, 250 - lift),
                                (247, top + 10)])
    elif c.closure == "zip":
        zipper(canvas, [(352, top + 8), (350, 280 - lift), (340, 360 - lift), (334, 408 - lift)],
               cloth.metal, width=2.6)
        for dx in (-9, 9):
            line = spline([(352 + dx, top + 8), (350 + dx, 280 - lift), (340 + dx, 360 - lift),
                           (334 + dx, 410 - lift)], False)  # fmt: skip
            stitch(canvas, line, cloth.stitch, strength=0.5)
    else:
        for y, tilt in ((268 - lift, 8), (326 - lift, -6)):
            _buckled_strap(canvas, cloth, y, tilt, upper)
    loop = corners((404, top - 24), (415, top - 26), (418, top + 16), (405, top + 16))
    layer(canvas, loop, cloth.ground, cloth.material, R=8, depth=0.3, edge=2, wrinkle=0, lift=2)
    counter = spline([(352, 426 - 0.7 * lift), (372, 384 - lift), (400, 356 - lift), (428, 352 - lift)],
                     False)
    stitch(canvas, counter, cloth.stitch, strength=0.45)
    rugged = c.closure == "laces" and lift < 10
    _flat_sole(canvas, c, lift, heel, rugged)


def tall_boot(canvas: Canvas, c: Colourway) -> None:
    """To the knee; pulled on, zipped at the inside, or laced."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    heel = cut.choice((28.0, 40.0, 60.0))
    lift = heel - 22
    g, top = 590.0, cut.choice((64.0, 84.0))
    wide = cut.choice((0.0, 7.0))
    upper = [
        (90, g - 10, 1), (83, g - 30), (93, g - 52), (126, g - 69), (164, g - 81),
        (200, g - 99 - 0.6 * lift),
        (231, g - 128 - lift), (247, g - 156 - lift), (247, g - 210 - lift),
        (238 - wide, g - 300 - 0.5 * lift),
        (236 - wide, g - 400), (244 - wide, top, 1), (308, top + 9), (374 + wide, top - 4, 1),
        (380 + wide, g - 400), (382 + wide, g - 320 - 0.5 * lift), (362, g - 214 - lift),
        (352, g - 150 - lift),
        (358, g - 106 - lift), (372, g - 66 - lift), (378, g - 34 - lift), (376, g - 12 - lift, 1),
        (290, g - 12 - 0.65 * lift), (214, g - 8 - 0.2 * lift),
    ]  # fmt: skip
    inside = [(248 - wide, top + 3, 1), (308, top - 9), (371 + wide, top - 2, 1), (364, top + 18),
              (308, top + 27),
              (256, top + 20)]  # fmt: skip
    layer(canvas, inside, cloth.lining, COTTON, R=20, depth=-0.2, edge=2, wrinkle=0.1, lift=0, dark=0.42)
    _shaft(canvas, cloth, upper, ankle=(244, g - 150 - lift), back=(354, g - 160 - lift), tall=True)
    _rim(canvas, cloth, [(244 - wide, top + 1), (308, top + 10), (374 + wide, top - 3)])
    if c.closure == "zip":
        zipper(canvas, [(322, top + 12), (324, g - 320), (312, g - 190 - lift), (300, g - 60 - lift)],
               cloth.metal,
               width=2.0)  # fmt: skip
    elif c.closure == "laces":
        _lacing(canvas, cloth, [(188, g - 84 - 0.4 * lift), (230, g - 124 - lift), (243, g - 190 - lift),
                                (236 - wide, g - 300), (238 - wide, top + 40)], count=13)  # fmt: skip
    else:
        seam = spline([(308, top + 10), (316, g - 330), (306, g - 190 - lift), (286, g - 90 - lift)], False)
        stitch(canvas, seam, cloth.stitch, strength=0.45)
    stitch(canvas, spline([(306, g - 16 - 0.7 * lift), (322, g - 50 - lift), (344, g - 70 - lift),
                           (368, g - 74 - lift)], False), cloth.stitch, strength=0.45)  # fmt: skip
    dark = SOLES.get(c.colour, "#2a2220")
    bottom = g - 2
    block = [(318, g - 14 - 0.75 * lift, 1), (378, g - 14 - lift, 1), (376 - 0.08 * heel, bottom, 1),
             (330 + 0.1 * heel, bottom, 1)]  # fmt: skip
    layer(canvas, block, plain(dark), LEATHER, R=20, depth=0.35, edge=5, wrinkle=0, lift=1)
    welt = [(88, g - 12, 1), (150, g - 9), (214, g - 10 - 0.2 * lift), (290, g - 14 - 0.65 * lift),
            (378, g - 14 - lift, 1), (379, g - 8 - lift, 1), (318, g - 7 - 0.72 * lift),
            (236, g - 3 - 0.25 * lift),
            (190, g - 1), (120, g - 1), (92, g - 6)]  # fmt: skip
    layer(canvas, welt, plain(dark), RUBBER, R=8, depth=0.3, edge=2.5, wrinkle=0, lift=1.5)


def _shaft(
    canvas: Canvas, cloth: Cloth, outline: list[Point], ankle: Point, back: Point, tall: bool = False
) -> None:
    """The leather, with creases where the foot bends."""
    rng = canvas.rng
    x, y = ankle
    folds = [Fold((x - 4 + 3 * i, y - 22 + 15 * i), (x + 62, y - 6 + 13 * i + rng.uniform(-6, 6)), 6,
                  (3, 7), rng.uniform(1.2, 2.2)) for i in range(4)]  # fmt: skip
    folds += [Fold((back[0], back[1] - 10 + 16 * i), (back[0] - 50, back[1] - 2 + 12 * i), -5, (3, 7),
                   rng.uniform(1.0, 2.0)) for i in range(3)]  # fmt: skip
    folds += [Fold((x - 70 + 16 * i, y + 62 - 8 * i), (x - 44 + 16 * i, y + 124 - 8 * i), 7, (4, 7),
                   rng.uniform(0.7, 1.5)) for i in range(2)]  # fmt: skip
    if tall:
        folds += [Fold((x + 4, y - 90 - 40 * i), (x + 70, y - 70 - 40 * i), rng.uniform(-8, 8), (6, 12),
                       rng.uniform(0.6, 1.4)) for i in range(3)]  # fmt: skip
    layer(canvas, outline, cloth.texture, cloth.material, R=66, depth=0.62, edge=17, edge_depth=0.75,
          folds=folds,
          wrinkle=0.4, wrinkle_angle=10, lift=3, ripple=0.35)  # fmt: skip


def _rim(canvas: Canvas, cloth: Cloth, line: list[Point]) -> None:
    edge = spline(line, False)
    layer(canvas, ribbon(edge, 2.4), cloth.ground, cloth.material, R=6, depth=0.4, edge=2.4, wrinkle=0,
          lift=1)
    stitch(canvas, edge + [0, 8], cloth.stitch, strength=0.5)


def _gore(canvas: Canvas, cloth: Cloth, top: float, lift: float) -> None:
    gore = [(308, top + 6, 1), (378, top + 4, 1), (372, 262 - lift), (352, 318 - lift), (334, 322 - lift),
            (316, 264 - lift)]  # fmt: skip

    def ribbed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = plain("#232326")(u, v, seed)
        line = np.abs(np.sin(np.pi * u / 3.6)) ** 0.7
        return albedo * (0.6 + 0.5 * line)[..., None], 0.9 * line

    layer(canvas, gore, ribbed, COTTON, R=30, depth=0.2, edge=2, wrinkle=0.1, lift=0.8)
    rim = spline([(306, top + 8), (313, 264 - lift), (331, 325 - lift), (354, 321 - lift),
                  (375, 263 - lift),
                  (381, top + 6)], False)  # fmt: skip
    stitch(canvas, rim, cloth.stitch, strength=0.5)
    stitch(canvas, spline([(343, 326 - lift), (330, 380 - lift), (312, 424 - 0.7 * lift)], False),
           cloth.stitch)


def _lacing(canvas: Canvas, cloth: Cloth, path: list[Point], count: int = 8) -> None:
    """Eyelets along the front with cords over the tongue."""
    line = spline(path, False)
    stay = np.concatenate([line + [-4, -3], (line + [26, 6])[::-1]])
    layer(canvas, stay, cloth.ground, cloth.material, R=20, depth=0.2, edge=3, wrinkle=0.1, lift=2)
    stitch(canvas, line + [22, 4], cloth.stitch, strength=0.5)
    cord = plain("#2a2523" if float(np.mean(cloth.colour)) > 0.03 else "#d8d2c4")
    for i in range(count):
        at = line[round((len(line) - 1) * (0.04 + 0.92 * i / (count - 1)))]
        x, y = float(at[0]) + 9, float(at[1]) + 2
        button(canvas, x, y, 2.8, cloth.metal, metal=True)
        bar = spline([(x, y), (x - 9, y - 4), (x - 17, y - 3)], False)
        layer(canvas, ribbon(bar, 2.3), cord, COTTON, R=5, depth=0.5, edge=2, wrinkle=0, lift=2.4)
    x, y = float(line[-1][0]) + 4, float(line[-1][1]) + 6
    for loop in ([(x, y), (x - 28, y - 6), (x - 34, y + 14), (x - 6, y + 6)],
                 [(x, y), (x + 26, y + 4), (x + 30, y + 24),
                 (x + 6, y + 8)], [(x, y), (x - 10, y + 26), (x - 14, y + 48)],
                 [(x, y), (x + 12, y + 30)]):  # fmt: skip
        layer(canvas, ribbon(spline(loop, False), 2.0), cord, COTTON, R=5, depth=0.5, edge=1.8, wrinkle=0,
              lift=3)
    layer(canvas, disc(x, y, 4.0), cord, COTTON, R=5, depth=0.5, edge=3, wrinkle=0, lift=2)


def _buckled_strap(canvas: Canvas, cloth: Cloth, y: float, tilt: float, upper: list[Point]) -> None:
    line = spline([(180, y + 2 * tilt), (240, y + tilt), (320, y + 5), (432, y - tilt)], False)
    layer(canvas, ribbon(line, 8.5), cloth.ground, cloth.material, R=14, depth=0.35, edge=4, wrinkle=0.1,
          lift=3.5, clip=upper)  # fmt: skip
    worn = line[(line[:, 0] > 252) & (line[:, 0] < 406)]
    for d in (-6, 6):
        stitch(canvas, worn + [0, d], cloth.stitch, strength=0.5)
    buckle(canvas, 322, y + 5, 20, 25, cloth.metal, bar=3.2)


def _flat_sole(canvas: Canvas, c: Colourway, lift: float, heel: float, rugged: bool) -> None:
    dark = SOLES.get(c.colour, "#2a2220")
    if rugged:
        dark = "#1d1c1b"
    t = 7.0 if rugged else 0.0
    welt = [(62, 428, 1), (150, 432), (240, 432 - 0.25 * lift), (330, 428 - 0.7 * lift),
            (442, 427 - lift, 1),
            (444, 436 - lift, 1), (332, 438 - 0.7 * lift), (252, 441 - 0.25 * lift), (150, 444 + t),
            (92, 442 + t),
            (66, 436 + 0.4 * t)]  # fmt: skip
    layer(canvas, welt, plain(dark), RUBBER, R=12, depth=0.35, edge=4, wrinkle=0, lift=2)
    rand = spline([(68, 431), (150, 435), (240, 434.5 - 0.25 * lift), (330, 431 - 0.7 * lift),
                   (438, 430 - lift)], False)
    stitch(canvas, rand, "#c6a878" if c.colour in ("tan", "brown") else "#8d8478", 3.0, 1.8, 0.8, 0.55)
    bottom = 453 + t
    block = [(338, 434 - 0.72 * lift, 1), (443, 432 - lift, 1), (438 - 0.12 * lift, bottom, 1),
             (346 + 0.3 * lift, bottom, 1)]  # fmt: skip
    layers = [(np.array([[330, 437 - lift + 8 * i], [450, 435 - lift + 8 * i]]), 1.0,
               0.7) for i in range(1, 3)]
    layer(canvas, block, plain(dark), RUBBER, R=20, depth=0.35, edge=5, wrinkle=0, lift=1, seams=layers)
    front = [(70, 437, 1), (160, 440), (282, 436 - 0.3 * lift, 1), (256, 444 + 0.5 * t), (214, bottom),
             (118, bottom, 1),
             (84, bottom - 3), (70, 444)]  # fmt: skip
    layer(canvas, front, plain(dark), RUBBER, R=10, depth=0.3, edge=4, wrinkle=0, lift=1,
          relief=(lambda x, y: 1.6 * np.sign(np.sin(x * 0.42))) if rugged else None)  # fmt: skip
