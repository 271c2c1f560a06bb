"""What is sewn on a dress: placket, belt, crossed front, cowl, lace, seams. Knows no dress type."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Array, Canvas, Point, corners, mirror, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.bodice import Bodice
from demo.studio.garments.drape import Fall, limp
from demo.studio.garments.marks import draws
from demo.studio.light import layer
from demo.studio.materials import LEATHER
from demo.studio.trims import buckle, button, plain, stitch

HEMS = {"mini": 402.0, "knee": 464.0, "midi": 540.0, "maxi": 608.0}
"""length -> y of the hem"""
EASE = {"slim": 0.95, "regular": 1.0, "relaxed": 1.12, "": 1.0}


def placket(
    canvas: Canvas, cloth: Cloth, top: float, bottom: float, step: float = 38, first: float = 20
) -> None:
    """A buttoned strip down the middle."""
    strip = corners((CX - 8, top), (CX + 8, top), (CX + 8, bottom), (CX - 8, bottom))
    wide = corners(
        (CX - 80, top - 20), (CX + 80, top - 20), (CX + 80, bottom + 20), (CX - 80, bottom + 20)
    )
    layer(canvas, strip, cloth.ground, cloth.material, inflate_with=[strip, wide], R=60, depth=0.12,
          edge=1.2, wrinkle=0.5, lift=1.6, shadow=0.42)  # fmt: skip
    for dx in (-6, 6):
        stitch(
            canvas,
            np.array([[CX + dx, top + 4], [CX + dx, bottom - 4]]),
            cloth.stitch,
            strength=0.4,
        )
    for y in np.arange(top + first, bottom - 30, step):
        button(canvas, CX, float(y), 3.2, cloth.button)


@draws("waistband")
def buckled_belt(canvas: Canvas, cloth: Cloth, y: float, waist: float, high: float = 7.0) -> None:
    """A flat belt with a frame buckle, in leather or (on party cloth) the dress's own."""
    w = waist + 1.5
    band = [(CX - w, y - high, 1), (CX, y - high + 4), (CX + w, y - high, 1), (CX + w, y + high, 1),
            (CX, y + high + 4), (CX - w, y + high, 1)]  # fmt: skip
    hide = plain(cloth.colour * 0.35 + 0.01)
    layer(canvas, band, hide, LEATHER, R=14, depth=0.3, edge=2.2, wrinkle=0.2, lift=2.6)
    for d in (-high + 2.4, high - 2.4):
        line = spline([(CX - w, y + d), (CX, y + d + 4), (CX + w, y + d)], False)
        stitch(canvas, line, cloth.stitch, strength=0.35)
    buckle(canvas, CX + 3, y + 4, 20, 2 * high + 7, cloth.metal, 2.6)


@draws("waistband")
def waist_seam(canvas: Canvas, cloth: Cloth, y: float, waist: float, high: float = 2.0) -> None:
    """A piped seam, or (high > 4) a set-in band."""
    line = spline([(CX - waist - 0.5, y - 1), (CX, y + 4), (CX + waist + 0.5, y - 1)], False)
    band = np.concatenate([line - [0, high], (line + [0, high])[::-1]])
    layer(canvas, band, cloth.ground, cloth.material, R=6 if high < 4 else 20, depth=0.25, edge=1.8,
          wrinkle=0.15, lift=1.0, shadow=0.4)  # fmt: skip


def crossed_front(canvas: Canvas, cloth: Cloth, shape: Bodice, x: float = 46.0) -> np.ndarray:
    """The right front over the left, from the shoulder to `x` at the waist; its free edge."""
    nx, depth = shape.neck
    top, end = shape.top, shape.waist_y + 5
    free = spline([(CX - nx, top), (CX - nx * 0.56, top + depth * 0.46), (CX + 1, top + depth),
                   (CX + 0.55 * x, 0.55 * end + 0.45 * (top + depth)), (CX + x, end + 4)],
                  False)  # fmt: skip
    far = np.array([[0, end + 10], [0, top - 20], [CX - nx, top - 20]], float)
    rng, folds = canvas.rng, []
    for share in np.linspace(0.05, 0.95, 8):
        start = (CX + x - 4, end - 3 - 26 * share)
        far_y = shape.armpit + rng.uniform(-34, 60)
        folds.append(
            Fold(start, (CX - rng.uniform(0.25, 0.98) * shape.bust, far_y), rng.uniform(-3, 9),
                 (1.8, rng.uniform(4, 8)), rng.uniform(1.2, 2.6) * cloth.fold, rng.uniform(-0.3,
                     0.4), 0.02,
                 0.8)
        )  # fmt: skip
    front = spline(shape.outline())
    layer(
        canvas, front, cloth.texture, cloth.material, inflate_with=[front, *shape.swelling()], R=60,
        depth=0.44, edge=10, edge_depth=0.6, folds=limp(folds, cloth.material),
        wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=150,
        lift=5, shadow=0.62, clip=np.concatenate([free, far]), relief=shape.bust_height, ripple=0.6,
        seams=shape.armholes(), uv=(CX + 31.0, 83.0, -9.0),
    )  # fmt: skip
    layer(canvas, ribbon(free[3:], 1.0), cloth.solid, cloth.material, R=4, depth=0.25, edge=1,
          wrinkle=0, lift=2.2, shadow=0.55)  # fmt: skip
    stitch(canvas, free[4:] - [4.2, -1.6], cloth.stitch, strength=0.35)
    return free


def cowl(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Cloth that hangs between the straps in soft bows."""
    ay = shape.armpit
    drop = mirror([(CX, ay - 5), (CX + 18, ay - 14), (CX + 33, ay - 31), (CX + 45, ay - 49, 1),
                   (CX + 51, ay - 26), (CX + 42, ay + 10), (CX + 20, ay + 32), (CX,
                       ay + 40)])  # fmt: skip

    def bows(x: np.ndarray, y: np.ndarray) -> Array:
        hang = (y - ay + 4) + 0.0125 * (x - CX) ** 2 + 0.03 * (x - CX)
        fade = np.exp(-(((x - CX) / 40) ** 2)) * np.exp(-np.maximum(hang - 30, 0) / 8)
        return 3.4 * np.cos(hang / 4.6 + 0.0008 * hang**2) * fade

    layer(canvas, drop, cloth.ground, cloth.material, R=40, depth=0.25, edge=3, wrinkle=0.15,
          lift=0.6,
          relief=bows, shadow=0.18)  # fmt: skip


def cut_out(canvas: Canvas, cloth: Cloth, outline: list[Point]) -> None:
    """A bound opening with nothing behind it: the picture's background is seen."""
    edge = spline(outline, False)
    hole = canvas.mask([edge])
    canvas.rgb *= (1 - hole)[..., None]
    canvas.alpha *= 1 - hole
    canvas.parts[hole > 0.5] = 0
    layer(canvas, ribbon(edge[6:-6], 1.6), cloth.solid, cloth.material, R=5, depth=0.3, edge=1.4,
          wrinkle=0,
          lift=0)  # fmt: skip


def lace(canvas: Canvas, cloth: Cloth, line: np.ndarray, deep: float, side: int) -> None:
    """A scalloped, eyeleted border `deep` wide along a polyline; to its right (1) or left (-1)."""
    line = np.asarray(line, float)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    at = np.arange(0, run[-1], 1.2)
    path = np.stack([np.interp(at, run, line[:, k]) for k in (0, 1)], 1)
    normal = np.gradient(path, axis=0)[:, ::-1] * [-1, 1]
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-6
    scallop = deep * (0.78 + 0.30 * np.abs(np.sin(np.pi * at / 9.5)))
    outer = path + normal * side * scallop[:, None]
    band = np.concatenate([path, outer[::-1]])

    def net(x: np.ndarray, y: np.ndarray) -> Array:
        return 0.9 * np.sin(x * 1.5 + y * 0.9) * np.sin(y * 1.5 - x * 0.9)

    def holes(x: np.ndarray, y: np.ndarray) -> Array:
        return 0.80 + 0.22 * np.sign(np.sin(x * 1.5 + y * 0.9) * np.sin(y * 1.5 - x * 0.9))

    layer(canvas, band, cloth.solid, cloth.material, R=10, depth=0.15, edge=1.4, wrinkle=0,
          lift=1.2,
          shadow=0.45, relief=net, occlusion=holes, dark=0.86)  # fmt: skip
    for k in range(4, len(at) - 4, 8):
        centre = path[k] + normal[k] * side * deep * 0.52
        petal = ribbon(np.stack([centre - normal[k] * 1.8, centre + normal[k] * 1.8]), 1.6)
        layer(canvas, petal, cloth.solid, cloth.material, R=3, depth=0.4, edge=1.2, wrinkle=0,
              lift=0.6,
              shadow=0.3)  # fmt: skip


def princess_seams(shape: Bodice, fall: Fall) -> list[tuple[np.ndarray, float, float]]:
    """Seams from the armhole over the bust and waist to the hem, on both sides."""
    seams = []
    for s in (1, -1):
        d = 0.47 * shape.bust
        above = spline([(CX + s * (shape.bust - 10), shape.armpit - 20), (CX + s * (d + 8),
            shape.armpit),
                        (CX + s * d, shape.armpit + 26), (CX + s * 0.52 * shape.waist,
                                                          shape.waist_y)],
                       False)  # fmt: skip
        ys = np.linspace(fall.top + 4, fall.bottom - 10, 20)
        below = np.stack([CX + s * 0.53 * fall.half_width(ys), ys], 1)
        seams.append((np.concatenate([above, below]), 1.5, 1.4))
    return seams


def bias_folds(canvas: Canvas, cloth: Cloth, fall: Fall, count: int = 10) -> list[Fold]:
    """Long soft folds slanting across, as cloth cut on the bias makes them: nearly all one way."""
    rng, folds = canvas.rng, []
    way = rng.choice([-1, 1])
    for i in range(count):
        s = way if i % 4 else -way
        y = fall.top + rng.uniform(-0.10, 0.55) * fall.height
        x = float(fall.half_width(y))
        run = rng.uniform(0.9, 1.7) if s == way else rng.uniform(0.3, 0.55)
        folds.append(
            Fold((CX + s * x * rng.uniform(0.8, 1.0), y),
                 (CX + s * x * (1 - run), y + run * rng.uniform(60, 120)),
                 rng.uniform(2, 16) * -s, (3.5, 9), rng.uniform(1.0, 2.3) * cloth.fold,
                 rng.uniform(-0.4, 0.4), 0.12, 0.85)
        )  # fmt: skip
    return folds


def pulls(canvas: Canvas, cloth: Cloth, fall: Fall, count: int = 8) -> list[Fold]:
    """Cross creases of a narrow skirt: at waist and hip, and lower down."""
    rng, folds = canvas.rng, []
    for i in range(count):
        s = 1 if i % 2 else -1
        y = fall.top + rng.uniform(0.02, 0.75) * fall.height
        folds.append(
            Fold((CX + s * (float(fall.half_width(y)) - 1), y),
                 (CX - s * rng.uniform(-36, 40), y + rng.uniform(-20, 44)), rng.uniform(-8, 8),
                 (2.6, 7),
                 rng.uniform(0.8, 1.9) * cloth.fold, 0.2, 0.06, 0.7)
        )  # fmt: skip
    return folds


@draws("waistband")
def belt_loops(canvas: Canvas, cloth: Cloth, y: float, waist: float) -> None:
    """Thin loops at the side seams for a sash or belt."""
    for s in (1, -1):
        x = CX + s * (waist - 5)
        line = np.array([[x, y - 13], [x + s, y], [x, y + 13]], float)
        layer(canvas, ribbon(line, 1.6), cloth.ground, cloth.material, R=5, depth=0.3, edge=1.2,
              wrinkle=0,
              lift=1.5)  # fmt: skip
