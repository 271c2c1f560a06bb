"""A dress's upper edge: inner back, straps, frill, collar, binding. Knows no skirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demo.studio.canvas import CX, Array, Canvas, mirror, offset, on_side, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.marks import draws, see_through
from demo.studio.garments.ruffles import bow, ruffle
from demo.studio.light import layer
from demo.studio.trims import label, stitch, strap, zipper

if TYPE_CHECKING:
    from demo.studio.garments.bodice import Bodice

BARE = ("strappy", "halter", "off-shoulder", "strapless")
"""necklines without a shoulder seam"""


@draws("inside")
def inner_back(canvas: Canvas, cloth: Cloth, shape: Bodice, zipped: bool) -> None:
    """What one sees of the back through the neck, with its label."""
    top, ay, b = shape.top, shape.armpit, shape.bust
    if shape.neckline in BARE:
        low = {"off-shoulder": ay - 52.0, "strappy": ay - 26.0}.get(shape.neckline, ay - 18.0)
        w = b + 2 if shape.neckline == "off-shoulder" else b - 7
        back = [(CX - w, ay - 6 if w < b else ay - 42, 1), (CX - w * 0.5, low + 2), (CX, low),
                (CX + w * 0.5, low + 2), (CX + w, ay - 6 if w < b else ay - 42, 1),
                (CX + 0.5 * b, ay + 34), (CX - 0.5 * b, ay + 34)]  # fmt: skip
        layer(canvas, back, cloth.ground, cloth.material, R=40, depth=-0.2, edge=2, wrinkle=0.3,
              lift=0,
              dark=0.5)  # fmt: skip
        label(canvas, CX, low + 3, 18, 8, dark=0.55)
        _back_straps(canvas, cloth, shape, low)
        return
    nx, depth = shape.neck
    stand = 8 if shape.neckline == "shirt-collar" else 0
    back = [(CX - nx + 3, top - 2 - stand, 1), (CX - nx * 0.5, top + 4 - stand), (CX,
        top + 6 - stand),
            (CX + nx * 0.5, top + 4 - stand), (CX + nx - 3, top - 2 - stand, 1), (CX + nx + 6,
                top + 14),
            (CX + nx * 0.8, top + depth + 12), (CX, top + depth + 22), (CX - nx * 0.8,
                top + depth + 12),
            (CX - nx - 6, top + 14)]  # fmt: skip

    def deeper(x: np.ndarray, y: np.ndarray) -> Array:
        return np.clip(0.62 + 0.38 * np.exp(-(((y - top - 6) / 16) ** 2)), 0.3, 1)

    layer(canvas, back, cloth.ground, cloth.material, R=40, depth=-0.25, edge=2, wrinkle=0.25,
          lift=0,
          dark=0.66, occlusion=deeper)  # fmt: skip
    if stand:
        seam = spline([(CX - nx + 2, top + 5), (CX, top + 11), (CX + nx - 2, top + 5)], False)
        layer(canvas, ribbon(seam, 0.9), cloth.ground, cloth.material, R=4, depth=-0.2, edge=1,
              wrinkle=0,
              lift=0, dark=0.4)  # fmt: skip
    low = top + 9 + 0.4 * stand
    if zipped:
        zipper(canvas, [(CX, low - 2), (CX, low + 40)], cloth.metal, width=1.5, pull=False)
        label(canvas, CX - 14, low + 2, 17, 8, dark=0.6)
    else:
        label(canvas, CX, low + (2 if depth > 25 else 0), 19, 9, dark=0.6)


def _back_straps(canvas: Canvas, cloth: Cloth, shape: Bodice, low: float) -> None:
    """Where straps run down behind, and a halter's band round the back of the neck."""
    top = shape.top
    if shape.neckline == "strappy":
        wide = 6.5 if shape.wide_straps else 2.2
        crossed = shape.cut == "v"
        for s in (1, -1):
            foot = (CX - s * 20, low + 12) if crossed else (CX + s * 33, low + 8)
            line = [(CX + s * 42, top + 14), (0.5 * (CX + s * 43 + foot[0]), top + 34), foot]
            path = spline(line, False)
            layer(canvas, ribbon(path, wide), cloth.solid, cloth.material, R=6, depth=0.2, edge=1.5,
                  wrinkle=0, lift=0, dark=0.6)  # fmt: skip
    elif shape.neckline == "halter":
        tied = shape.cut == "tied"
        y, rise = (top + 14, 18) if tied else (top + 3, 8)
        line = spline([(CX - 29, y + 2), (CX - 21, y - 0.6 * rise), (CX, y - rise), (CX + 21,
            y - 0.6 * rise),
                       (CX + 29, y + 2)], False)  # fmt: skip
        layer(canvas, ribbon(line, 4.0), cloth.solid, cloth.material, R=8, depth=0.25, edge=2,
              wrinkle=0.1,
              lift=0, dark=0.66)  # fmt: skip
        if not tied:
            inner = [*line, (CX + 20, y + 12), (CX, y + 16), (CX - 20, y + 12)]
            layer(canvas, np.array(inner), cloth.solid, cloth.material, R=20, depth=-0.2, edge=1,
                  wrinkle=0.1,
                  lift=0, dark=0.5)  # fmt: skip


@draws("collar")
def collar(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Two collar leaves on a stand, their tips apart."""
    nx, top = shape.neck[0], shape.top
    for s in (1, -1):
        leaf = on_side([(CX + 1.5, top + 33, 1), (CX + 29, top + 63, 1), (CX + 37, top + 41),
                        (CX + nx + 14, top + 17), (CX + nx + 5, top - 3), (CX + nx - 4, top - 10),
                        (CX + nx - 8, top - 3), (CX + nx * 0.6, top + 13)], s)  # fmt: skip
        layer(canvas, leaf, cloth.ground, cloth.material, R=24, depth=0.22, edge=2.4,
              edge_depth=0.6,
              wrinkle=0.25, lift=4, shadow=0.5, uv=(CX + s * nx, top, s * 58))  # fmt: skip
        row = on_side([(CX + 5, top + 36), (CX + 27.5, top + 58, 1), (CX + 34, top + 40),
                       (CX + nx + 11, top + 16), (CX + nx + 2.5, top - 2)], s)  # fmt: skip
        stitch(canvas, spline(row, False), cloth.stitch, strength=0.45)


def finish_edge(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Straps, frill or binding of the upper edge."""
    top, ay = shape.top, shape.armpit
    if shape.neckline == "strappy":
        x, y = next((p[0] - CX, p[1]) for p in shape.edge() if len(p) > 2 and p[0] > CX + 30)
        wide = 7.0 if shape.wide_straps else 2.4
        for s in (1, -1):
            reach = x - (wide - 2.4) * 0.8
            line = [
                (CX + s * reach, y + 3),
                (CX + s * (x - 1), (y + top) / 2 + 6),
                (CX + s * 42, top + 12),
            ]
            strap(canvas, line, wide, cloth.solid, cloth.material, lift=2.0)
    elif shape.neckline == "halter":
        if shape.cut == "tied":
            y = top + 15
            for s in (1, -1):
                strap(canvas, [(CX + s * 29, y + 2), (CX + s * 28, y - 5), (CX + s * 23, y - 12)],
                      4.5, cloth.solid, cloth.material, lift=1)  # fmt: skip
            bow(canvas, cloth, CX, y - 16, 0.55, 0.35, part="inside")  # behind the neck
        else:
            rim = spline([(CX - 30, top + 3), (CX - 15, top + 12), (CX, top + 15), (CX + 15,
                top + 12),
                          (CX + 30, top + 3)], False)  # fmt: skip
            layer(canvas, ribbon(rim, 4.0), cloth.solid, cloth.material, R=8, depth=0.3, edge=2.4,
                  wrinkle=0.1, lift=1.5)  # fmt: skip
    elif shape.neckline == "off-shoulder":
        out = shape.bust + (36 if shape.sleeve == "short" else 27)
        rim = spline([(CX - out, ay - 26), (CX - shape.bust - 4, ay - 43), (CX - 36, ay - 36), (CX,
            ay - 33),
                      (CX + 36, ay - 36), (CX + shape.bust + 4, ay - 43), (CX + out, ay - 26)],
                     False)  # fmt: skip
        if shape.cut == "band":
            fold_over = np.concatenate([rim, (rim + [0, 27])[::-1]])
            pulls = [
                Fold((CX - 90, ay - 30 + 7 * i), (CX + 90, ay - 28 + 7 * i), 9, (2, 3), 1.0, 0.2,
                     0.05, 0.3)
                for i in range(3)
            ]  # fmt: skip
            layer(canvas, fold_over, cloth.ground, cloth.material, R=16, depth=0.3, edge=4,
                  wrinkle=0.3,
                  lift=3.5, folds=pulls)  # fmt: skip
        else:
            ruffle(canvas, cloth, rim, 46, 1, pitch=14, plump=1.25)
            stitch(canvas, rim + [0, 3], cloth.stitch, strength=0.5)
    elif shape.neckline == "strapless":
        half = spline(shape.edge(), False)
        rim = np.concatenate([(half * [-1, 1] + [2 * CX, 0])[::-1], half[1:]])
        stitch(canvas, (rim + [0, 4.5])[3:-3], cloth.stitch, strength=0.35)
    else:
        _bind(canvas, cloth, shape)


def _bind(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Narrow facing round neck and, without sleeves, armholes; a keyhole's drop and button loop."""
    nx, depth = shape.neck
    if shape.neckline != "shirt-collar":
        half = [p for p in shape.edge() if p[0] <= CX + nx + 0.1 and p[1] < shape.top + depth + 6]
        line = np.concatenate([spline(on_side(half, -1)[::-1], False), spline(half, False)[1:]])
        inner = offset(line, 2.4)
        if inner[len(line) // 2, 1] < line[len(line) // 2, 1]:
            inner = offset(line, -2.4)
        layer(canvas, ribbon((line + inner) / 2, 1.5), cloth.ground, cloth.material, R=6, depth=0.2,
              edge=1.5, wrinkle=0, lift=1.0, shadow=0.35)  # fmt: skip
    if shape.sleeve == "sleeveless":
        for s in (1, -1):
            hole = shape.edge()[-4:]
            line = spline(on_side(hole, s), False)
            layer(canvas, ribbon(offset(line, 1.5 * s), 1.4), cloth.ground, cloth.material, R=5,
                  depth=0.2, edge=1.4, wrinkle=0, lift=0.8)  # fmt: skip
    if shape.cut == "keyhole":
        y = shape.top + depth + 5
        drop = mirror(
            [(CX, y), (CX + 5, y + 9), (CX + 8.5, y + 22), (CX + 5, y + 32), (CX, y + 34.5)]
        )
        see_through(canvas, drop)
        with canvas.part("inside"):
            layer(canvas, drop, cloth.ground, cloth.material, R=12, depth=-0.3, edge=1, wrinkle=0,
                  lift=0, dark=0.36)  # fmt: skip
        ring = spline([*drop, drop[0]], False)
        layer(canvas, ribbon(ring, 1.3), cloth.ground, cloth.material, R=5, depth=0.2, edge=1.4,
              wrinkle=0,
              lift=0.8)  # fmt: skip
