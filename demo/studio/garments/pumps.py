"""Draws court shoes in side view, toe to the left: pumps on a heel, ballet flats."""

from __future__ import annotations

from random import Random

import numpy as np
from scipy.interpolate import PchipInterpolator

from demo.studio.canvas import Array, Canvas, Point, corners, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.light import LEATHER, RUBBER, layer
from demo.studio.trims import buckle, disc, plain

INSOLE = "#cfb497"
SOLE = "#2b2421"


class Last:
    """The foot's side view that a court shoe is built on: sole line and how high leather stands on it."""

    def __init__(self, ground: float, heel: float, ball: float, collar: float) -> None:
        """ground: y; heel: rise of its seat; ball: height of the vamp; collar: height at the back."""
        self.ground, self.heel = ground, heel
        self.seat = ground - heel
        xs = [40, 110, 165, 215, 270, 330, 384, 446, 460]
        rise = np.array([0.0, 0, 0.02, 0.14, 0.46, 0.82, 0.96, 1.0, 1.0])
        self._sole = PchipInterpolator(xs, ground - 6 - (heel - 6) * rise)
        self._near = PchipInterpolator(
            [130, 160, 200, 255, 315, 375, 420, 446],
            [ball * 0.98, ball, 0.78 * ball, 0.62 * ball, 0.60 * ball, 0.66 * collar, 0.84 * collar, collar],
        )

    def sole(self, x: np.ndarray | float) -> Array:
        return self._sole(x)

    def topline(self, x: np.ndarray | float) -> Array:
        """y of the near upper edge."""
        return self._sole(x) - self._near(x)


def pump(canvas: Canvas, c: Colourway) -> None:
    """On a heel: stiletto, block or kitten; with a strap over the instep when it has a buckle."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    high = cut.choice((138.0, 112.0, 80.0))
    slim = high < 90 or cut.random() < 0.55
    pointed = cut.random() < 0.6
    last = Last(404 + high / 2, high, 62, 76)
    g = last.ground
    nose = [(38, g - 9, 1), (52, g - 19), (82, g - 38)] if pointed else [
        (48, g - 8, 1), (44, g - 22), (56, g - 42), (84, g - 54)]  # fmt: skip
    strapped = c.closure == "buckle"
    _insides(canvas, last)
    if strapped:
        _instep_strap(canvas, cloth, last, far=True)
    _heel(canvas, cloth, last, slim)
    _edge_sole(canvas, last, nose[0][0] + 3, 396)
    _vamp(canvas, cloth, last, nose)
    if strapped:
        _instep_strap(canvas, cloth, last, far=False)


def ballet_flat(canvas: Canvas, c: Colourway) -> None:
    """A soft low slipper: a bow, a strap with a buckle, or a ribbon tied over the instep."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    last = Last(420, 16, 62, 84)
    g = last.ground
    pointed = cut.random() < 0.35
    nose = [(38, g - 9, 1), (52, g - 24), (84, g - 46)] if pointed else [
        (44, g - 8, 1), (39, g - 24), (50, g - 46), (82, g - 58)]  # fmt: skip
    _insides(canvas, last)
    if c.closure != "none":
        _instep_strap(canvas, cloth, last, far=True, ribbon_=c.closure == "tie")
    block = corners((384, g - 16), (452, g - 18), (449, g + 1), (388, g + 1))
    layer(canvas, block, plain(SOLE), RUBBER, R=10, depth=0.3, edge=3, wrinkle=0, lift=0)
    _edge_sole(canvas, last, nose[0][0] + 3, 452)
    _vamp(canvas, cloth, last, nose)
    if c.closure == "none":
        _bow(canvas, cloth, 163, float(last.topline(162)) + 5, 0.8)
    else:
        _instep_strap(canvas, cloth, last, far=False, ribbon_=c.closure == "tie")


# ---- parts -------------------------------------------------------------------------------------


def _insides(canvas: Canvas, last: Last) -> None:
    """The far side's lining, above the near edge."""
    x = np.linspace(150, 447, 40)
    near = last.topline(x)
    above = 15 * np.sin(np.pi * np.clip((x - 150) / 297, 0, 1)) ** 0.7
    lining = np.concatenate([np.stack([x, near - above], 1), np.stack([x, near + 16], 1)[::-1]])
    layer(canvas, lining, plain(INSOLE), LEATHER, R=18, depth=-0.25, edge=2, wrinkle=0.1, lift=0, dark=0.66)


def _vamp(canvas: Canvas, cloth: Cloth, last: Last, nose: list[Point]) -> None:
    """The upper, from the toe to the back of the heel, with a bound edge."""
    seat = last.seat
    x = np.linspace(158, 446, 40)
    edge = np.stack([x, last.topline(x)], 1)
    front = spline([*nose, (122, float(last.topline(130)) - 0.5), (158, float(last.topline(158)), 1)], False)
    top = float(edge[-1][1])
    back = spline([(446, top, 1), (453, top + 5), (454, top + 24), (449, seat - 20), (447, seat - 2, 1)],
                  False)  # fmt: skip
    x = np.linspace(447, nose[0][0] + 2, 50)
    under = np.stack([x, np.minimum(last.sole(x), last.ground - 6 - 3 * (x < 70))], 1)
    g = last.ground
    folds = [Fold((172 + 13 * i, float(last.topline(172 + 13 * i)) + 4), (184 + 12 * i, g - 18 - 3 * i),
                  4, (2.5, 5), canvas.rng.uniform(0.4, 1.0)) for i in range(2)]  # fmt: skip
    folds.append(Fold((448, seat - 30), (404, seat - 22), 4, (4, 8), 0.7))
    layer(canvas, np.concatenate([front, edge, back, under]), cloth.texture, cloth.material, R=52, depth=0.58,
          edge=14, edge_depth=0.72, folds=folds, wrinkle=0.2, wrinkle_angle=-15, lift=2, ripple=0.15)
    layer(canvas, ribbon(edge, 1.6), cloth.ground, cloth.material, R=4, depth=0.5, edge=1.6, wrinkle=0,
          lift=0.6)  # fmt: skip


def _heel(canvas: Canvas, cloth: Cloth, last: Last, slim: bool) -> None:
    """Under the heel seat, covered like the upper, with a top piece."""
    seat, g, h = last.seat, last.ground, last.heel
    if slim:
        stem = [(448, seat - 8, 1), (449, seat + 0.10 * h), (444, seat + 0.42 * h), (441, g - 5, 1),
                (428, g - 5, 1), (427, seat + 0.52 * h), (418, seat + 0.30 * h), (398, seat + 0.19 * h),
                (376, seat + 8, 1)]  # fmt: skip
        tip = corners((427.5, g - 6), (441.5, g - 6), (441, g), (428, g))
    else:
        stem = [(448, seat - 8, 1), (448, seat + 0.3 * h), (443, g - 6, 1), (389, g - 6, 1),
                (386, seat + 0.5 * h), (380, seat + 0.2 * h), (372, seat + 8, 1)]  # fmt: skip
        tip = corners((388.5, g - 7), (443.5, g - 7), (443, g), (389, g))
    layer(canvas, stem, cloth.ground, cloth.material, R=17, depth=0.55, edge=7, wrinkle=0, lift=0,
          dark=0.95)  # fmt: skip
    layer(canvas, tip, plain(SOLE), RUBBER, R=5, depth=0.3, edge=1.5, wrinkle=0, lift=0)


def _edge_sole(canvas: Canvas, last: Last, start: float, end: float) -> None:
    """The thin sole's edge, seen below the upper."""
    x = np.linspace(start, end, 60)
    line = np.stack([x, np.minimum(last.sole(x), last.ground - 4 - 3.5 * (x < 64)) + 1.0], 1)
    band = np.concatenate([line - [0, 4], (line + [0, 3.2])[::-1]])
    layer(canvas, band, plain(SOLE), LEATHER, R=6, depth=0.3, edge=2, wrinkle=0, lift=0)


def _instep_strap(canvas: Canvas, cloth: Cloth, last: Last, far: bool, ribbon_: bool = False) -> None:
    """A loop over an instep that is not there: its far half first, the near half later."""
    x0, x1 = 262.0, 300.0
    foot, behind = float(last.topline(x0)), float(last.topline(x1))
    crest = (286.0, min(foot, behind) - 52)
    width = 4.2 if ribbon_ else 6.2
    if far:
        line = spline([crest, (303, crest[1] + 8), (311, behind - 22), (306, behind + 2)], False)
    else:
        line = spline([(x0, foot + 8), (252, foot - 14), (259, foot - 38), crest, (292, crest[1] + 1)], False)
    layer(canvas, ribbon(line, width), cloth.ground, cloth.material, R=9, depth=0.4, edge=3, wrinkle=0.1,
          lift=0 if far else 2.5, dark=0.6 if far else 1.0)  # fmt: skip
    if far:
        return
    if ribbon_:
        x, y = 258.0, foot - 34
        for end in ((-20, 58), (12, 64)):
            tail = spline([(x, y), (x + end[0] * 0.4, y + 26), (x + end[0], y + end[1])], False)
            layer(canvas, ribbon(tail, 3.8, 4.6), cloth.ground, cloth.material, R=7, depth=0.35, edge=2.2,
                  wrinkle=0.2, lift=2)  # fmt: skip
        _bow(canvas, cloth, x, y, 1.15)
    else:
        buckle(canvas, 254.5, foot - 20, 18, 15, cloth.metal, bar=2.4)


def _bow(canvas: Canvas, cloth: Cloth, x: float, y: float, size: float) -> None:
    for s in (1, -1):
        loop = [(x, y), (x + s * 14 * size, y - 11 * size), (x + s * 27 * size, y - 7 * size),
                (x + s * 26 * size, y + 7 * size), (x + s * 12 * size, y + 6 * size)]  # fmt: skip
        crease = [Fold((x, y), (x + s * 21 * size, y - 1), 2, (2, 3.4), 1.5)]
        layer(canvas, loop, cloth.ground, cloth.material, R=9, depth=0.5, edge=4, wrinkle=0.1, lift=2,
              folds=crease)  # fmt: skip
    layer(canvas, disc(x, y, 5 * size), cloth.ground, cloth.material, R=6, depth=0.6, edge=4, wrinkle=0,
          lift=1.6)  # fmt: skip
