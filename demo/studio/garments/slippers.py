"""Draws loafers and sandals in side view, toe to the left."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, Point, corners, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.light import COTTON, LEATHER, METAL, RUBBER, layer
from demo.studio.trims import buckle, disc, plain, stitch

DARK = "#1d1a19"
GOLD = "#c9a24c"
FOOTBED = "#c9a77c"


def loafer(canvas: Canvas, c: Colourway) -> None:
    """Apron toe and a saddle strap with a slot; a bit of metal on it when it has a buckle."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    lining = [(262, 286, 1), (288, 306), (330, 324), (380, 328), (424, 322), (448, 321, 1), (430, 356),
              (340, 366), (276, 336)]  # fmt: skip
    layer(canvas, lining, plain("#b08d66"), LEATHER, R=20, depth=-0.2, edge=3, wrinkle=0.1, lift=0, dark=0.5)
    upper = [
        (45, 434, 1), (42, 418), (50, 398), (74, 381), (116, 368), (158, 350), (198, 324), (232, 298),
        (254, 283), (266, 282), (273, 291), (279, 312), (296, 334), (326, 347), (366, 351), (404, 344),
        (432, 329), (447, 321, 1), (456, 327), (456, 350), (461, 384), (465, 410), (464, 430, 1),
        (340, 434), (220, 443), (120, 443),
    ]  # fmt: skip
    rng = canvas.rng
    folds = [Fold((292 + 12 * i, 346 + 4 * i), (300 + 12 * i, 396), 5, (3, 6), rng.uniform(0.4, 0.9))
             for i in range(2)]  # fmt: skip
    folds.append(Fold((456, 356), (410, 372), 4, (4, 8), 0.9))
    layer(canvas, upper, cloth.texture, cloth.material, R=56, depth=0.6, edge=15, edge_depth=0.72,
          folds=folds, wrinkle=0.22, wrinkle_angle=-15, lift=2, ripple=0.2)  # fmt: skip
    _apron(canvas, cloth)
    rim = spline([(272, 291), (279, 313), (296, 335), (326, 348), (366, 352), (404, 345), (432, 330),
                  (448, 322)], False)  # fmt: skip
    layer(canvas, ribbon(rim, 2.2), cloth.ground, cloth.material, R=5, depth=0.5, edge=2.2, wrinkle=0,
          lift=0.6)  # fmt: skip
    stitch(canvas, rim + [0, 7], cloth.stitch, strength=0.5)
    _saddle(canvas, cloth, c.closure == "buckle")
    stitch(canvas, spline([(388, 430), (394, 390), (414, 362), (457, 356)], False), cloth.stitch)
    _heeled_sole(canvas, 3.0 if cut.random() < 0.35 else 0.0)


def sandal(canvas: Canvas, c: Colourway) -> None:
    """Flat, on a footbed: a T-strap with a buckle round the ankle, or a slide with broad bands."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    thick = cut.choice((18.0, 28.0))
    if c.closure == "buckle":
        _t_strap(canvas, cloth, 452.0 - thick, cut)
    else:
        _slide(canvas, cloth, 452.0 - thick, cut)
    _footbed_edge(canvas, 452.0, thick)


# ---- loafers -----------------------------------------------------------------------------------


def _apron(canvas: Canvas, cloth: Cloth) -> None:
    """The hand-sewn seam round the toe: a ridge with a groove below it."""
    ridge = spline([(58, 394), (76, 388), (112, 383), (152, 374), (190, 358), (214, 342)], False)
    layer(canvas, ribbon(ridge, 2.4), cloth.ground, cloth.material, R=5, depth=0.7, edge=2.4, wrinkle=0,
          lift=1.6, shadow=0.6, relief=lambda x, y: 0.7 * np.sin(x * 0.95))  # fmt: skip
    stitch(canvas, ridge + [1, 4.5], cloth.stitch, 1.6, 3.2, 0.9, 0.5)


def _saddle(canvas: Canvas, cloth: Cloth, bit: bool) -> None:
    outline = [(190, 328, 1), (218, 308), (240, 291, 1), (258, 318), (274, 362), (288, 438, 1),
               (222, 442, 1), (216, 392), (204, 352)]  # fmt: skip
    layer(canvas, outline, cloth.ground, cloth.material, R=34, depth=0.26, edge=3.5, wrinkle=0.1, lift=2.5,
          shadow=0.5)  # fmt: skip
    for side in ([(196, 331), (210, 354), (222, 394), (228, 438)],
                 [(239, 297), (253, 320), (268, 362), (281, 434)]):  # fmt: skip
        stitch(canvas, spline(side, False), cloth.stitch, strength=0.5)
    if bit:
        bar = spline([(217, 318), (226, 334), (240, 350)], False)
        layer(canvas, ribbon(bar, 3.4), plain(GOLD), METAL, R=5, depth=0.5, edge=3, wrinkle=0, lift=2.5)
        for ring in (disc(245, 358, 12, 1.1), disc(213, 313, 8, 1.1)):
            layer(canvas, ribbon(np.vstack([ring, ring[:2]]), 2.6), plain(GOLD), METAL, R=4, depth=0.5,
                  edge=2.4, wrinkle=0, lift=2.5)  # fmt: skip
        return
    slot = [(208, 340, 1), (220, 330), (236, 325), (250, 328, 1), (238, 336), (224, 341)]
    layer(canvas, slot, plain("#0f0d0c"), COTTON, R=8, depth=-0.2, edge=1, wrinkle=0, lift=0, opacity=0.85)
    stitch(canvas, spline([(203, 341), (218, 326), (236, 320), (255, 326)], False), cloth.stitch)
    stitch(canvas, spline([(205, 344), (224, 346), (242, 341), (256, 330)], False), cloth.stitch)


def _heeled_sole(canvas: Canvas, more: float) -> None:
    """A welted sole and a stacked heel; `more` makes it lugged."""
    block = corners((352, 436), (466, 432), (463, 455 + more), (356, 455 + more))
    lifts = [(np.array([[345, 443 + 6 * i], [470, 442 + 6 * i]]), 0.9, 0.6) for i in range(2)]
    layer(canvas, block, plain(DARK), LEATHER, R=18, depth=0.35, edge=4, wrinkle=0, lift=0, seams=lifts)
    sole = [(40, 431, 1), (80, 438), (130, 441), (220, 440), (340, 431), (466, 427, 1), (467, 436, 1),
            (350, 441), (262, 450 + 0.6 * more), (200, 454 + more), (120, 454 + more), (76, 449 + more),
            (42, 439 + more)]  # fmt: skip
    layer(canvas, sole, plain(DARK), RUBBER, R=10, depth=0.35, edge=3, wrinkle=0, lift=1.5, shadow=0.3)
    welt = spline([(46, 436), (84, 442.5), (130, 445), (220, 444), (340, 435), (464, 431)], False)
    stitch(canvas, welt, "#9b8466", 2.8, 1.8, 0.7, 0.5)


# ---- sandals -----------------------------------------------------------------------------------


def _t_strap(canvas: Canvas, cloth: Cloth, bed: float, cut: Random) -> None:
    """A toe band, a strap up the instep, a heel cup and a buckled strap that they all hold."""
    ankle = (388.0, bed - 128)
    _band(canvas, cloth, bed, (92, 150), 44, far=True)
    _ankle_loop(canvas, cloth, ankle, far=True)
    _surface(canvas, bed)
    cup = [(392, bed - 2, 1), (408, bed - 40), (424, bed - 84), (430, bed - 124, 1), (446, bed - 128, 1),
           (456, bed - 90), (463, bed - 44), (469, bed - 6, 1)]  # fmt: skip
    layer(canvas, cup, cloth.texture, cloth.material, R=30, depth=0.5, edge=8, wrinkle=0.2, lift=2)
    stitch(canvas, spline([(400, bed - 6), (415, bed - 42), (430, bed - 84), (436, bed - 120)], False),
           cloth.stitch, strength=0.5)  # fmt: skip
    if cut.random() < 0.5:
        _band(canvas, cloth, bed, (196, 244), 78, far=False)
    stem = spline([(150, bed - 42), (206, bed - 66), (262, bed - 92), (310, bed - 116), (338, bed - 132)],
                  False)  # fmt: skip
    layer(canvas, ribbon(stem, 7.0), cloth.ground, cloth.material, R=11, depth=0.4, edge=4, wrinkle=0.1,
          lift=2.5)  # fmt: skip
    for d in (-4.4, 4.4):
        stitch(canvas, stem + [0, d], cloth.stitch, strength=0.4)
    _band(canvas, cloth, bed, (92, 150), 44, far=False)
    _ankle_loop(canvas, cloth, ankle, far=False)


def _slide(canvas: Canvas, cloth: Cloth, bed: float, cut: Random) -> None:
    bands = cut.choice((((104, 262, 86),), ((92, 158, 60), (178, 262, 92))))
    for x0, x1, tall in bands:
        _band(canvas, cloth, bed, (x0, x1), tall, far=True)
    _surface(canvas, bed)
    for x0, x1, tall in bands:
        _band(canvas, cloth, bed, (x0, x1), tall, far=False)


def _surface(canvas: Canvas, bed: float) -> None:
    """The footbed's upper side, with a raised rim at the heel."""
    top = [(44, bed - 2, 1), (60, bed - 13), (120, bed - 14), (220, bed - 13), (320, bed - 18),
           (420, bed - 27), (460, bed - 24), (470, bed - 8, 1), (380, bed - 2), (220, bed + 5),
           (100, bed + 5)]  # fmt: skip
    layer(canvas, top, plain(FOOTBED), LEATHER, R=16, depth=0.12, edge=3, wrinkle=0.2, lift=0, dark=0.88)


def _band(
    canvas: Canvas, cloth: Cloth, bed: float, span: tuple[float, float], tall: float, far: bool
) -> None:
    """A band across the foot: the inside of its far half, or its near half over it."""
    x0, x1 = span
    rise = 0.22 * (x1 - x0)
    if far:
        inside = [(x0 + 16, bed - 6, 1), (x0 + 24, bed - 0.62 * tall), (x0 + 44, bed - tall - 4),
                  (x1 + 22, bed - tall - rise), (x1 + 34, bed - 0.6 * tall),
                  (x1 + 30, bed - 8, 1)]  # fmt: skip
        layer(canvas, inside, cloth.lining, COTTON, R=14, depth=-0.2, edge=2, wrinkle=0, lift=0, dark=0.45)
        return
    band = [(x0 - 8, bed + 6, 1), (x0 - 3, bed - 0.36 * tall), (x0 + 12, bed - 0.8 * tall),
            (x0 + 38, bed - tall - 6, 1), (0.5 * (x0 + x1) + 30, bed - tall - 0.6 * rise - 5),
            (x1 + 22, bed - tall - rise - 2, 1), (x1 + 6, bed - 0.78 * (tall + rise)),
            (x1 - 2, bed - 0.36 * tall), (x1 + 2, bed + 6, 1)]  # fmt: skip
    layer(canvas, band, cloth.texture, cloth.material, R=30, depth=0.5, edge=8, wrinkle=0.25, lift=3)
    for row in (band[0:4], band[5:9]):
        inward = 5 if row[0] is band[0] else -5
        stitch(canvas, spline([(p[0] + inward, p[1] + 1) for p in row], False), cloth.stitch, strength=0.5)


def _ankle_loop(canvas: Canvas, cloth: Cloth, centre: Point, far: bool) -> None:
    """Round an ankle that is not there, sloping down to the heel."""
    x, y = centre
    t = np.linspace(np.pi, 2 * np.pi, 30) if far else np.linspace(0, np.pi, 30)
    line = np.stack([x + 54 * np.cos(t), y + 12 * np.sin(t) + 8 * np.cos(t)], 1)
    layer(canvas, ribbon(line, 6.0), cloth.ground, cloth.material, R=9, depth=0.4, edge=3, wrinkle=0,
          lift=0 if far else 2.5, dark=0.58 if far else 1.0)  # fmt: skip
    if not far:
        buckle(canvas, x - 4, y + 12, 17, 17, cloth.metal, bar=2.6)


def _footbed_edge(canvas: Canvas, ground: float, thick: float) -> None:
    bed = ground - thick
    side = [(41, bed - 3, 1), (90, bed + 3), (200, bed + 4), (320, bed - 1), (420, bed - 8),
            (472, bed - 10, 1), (473, ground - 12), (462, ground, 1), (300, ground + 1),
            (150, ground + 1), (84, ground - 2), (48, ground - 9)]  # fmt: skip
    layers = [(spline([(40, ground - 10), (90, ground - 6), (300, ground - 5), (474, ground - 8)], False),
               1.2, 1.0)]  # fmt: skip
    layer(canvas, side, plain("#3a2c22" if thick < 24 else "#b48a5c"), RUBBER, R=14, depth=0.35, edge=5,
          wrinkle=0, lift=1.5, seams=layers, shadow=0.3)  # fmt: skip
