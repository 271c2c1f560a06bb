"""Shirt collars: the stand, leaves of several cuts, the open camp collar, the front's edge.

Knows the cut and the cloth; not which shirt wears them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, offset, on_side, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import draws
from demo.studio.light import Texture, layer
from demo.studio.trims import button, buttonhole, stitch


@dataclass(frozen=True)
class Leaf:
    """One cut of collar leaf: where its tip lies, from the centre line and below the neck."""

    out: float
    down: float
    roll: float = 0.0
    """how far its front edge bows out, as over a button-down's roll"""
    buttoned: bool = False
    rounded: bool = False


POINT = Leaf(36, 60)
BUTTON_DOWN = Leaf(37, 59, roll=5.0, buttoned=True)
SPREAD = Leaf(54, 50)
ROUND = Leaf(42, 54, rounded=True)
LONG = Leaf(41, 67)


@draws("inside")
def stand_back(canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture) -> None:
    """The back of the collar: its inner stand and the edge of the fall above it."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    fall = [
        (CX - n + 1, y - 12 * k), (CX - n * 0.5, y - 22 * k), (CX, y - 25 * k),
        (CX + n * 0.5, y - 22 * k), (CX + n - 1, y - 12 * k), (CX + n - 2, y + 14 * k, 1),
        (CX, y + 26 * k), (CX - n + 2, y + 14 * k, 1),
    ]  # fmt: skip
    fold = spline([(CX - n, y - 3 * k), (CX, y - 12 * k), (CX + n, y - 3 * k)], closed=False)
    seam = spline([(CX - n, y + 10 * k), (CX, y + 9 * k), (CX + n, y + 10 * k)], closed=False)
    layer(
        canvas, fall, texture, cloth.material, R=30, depth=-0.2, edge=2.5, wrinkle=0.2, lift=0,
        dark=0.66, seams=[(fold, 1.6, 1.2), (seam, 1.2, 1.0)],
        occlusion=lambda px, py: np.clip(1.12 - 0.016 * (py - y + 22 * k), 0.45, 1),
    )  # fmt: skip
    stitch(canvas, fold + [0, 3], cloth.stitch, strength=0.3)


@draws("collar")
def stand_front(canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, drop: float) -> None:
    """The buttoned band below the leaves; open (`drop`), its two ends lie apart."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    if drop:
        for side in (-1, 1):
            end = [
                (CX + n - 4, y - 2, 1), (CX + n * 0.52, y + 19 * k + drop * 0.35),
                (CX + 15 * k, y + 27 * k + drop * 0.66), (CX + 12 * k, y + 33 * k + drop * 0.75),
                (CX + 18 * k, y + 42 * k + drop * 0.70, 1), (CX + n * 0.7, y + 32 * k + drop * 0.3),
                (CX + n + 2, y + 12, 1),
            ]  # fmt: skip
            layer(canvas, on_side(end, side), texture, cloth.material, R=16, depth=0.2, edge=2.4,
                  wrinkle=0.2, lift=2, shadow=0.4, uv=(CX + side * n, y, side * 40))  # fmt: skip
        return
    band = [
        (CX - n + 3, y - 4, 1), (CX - n * 0.5, y + 16 * k), (CX - 4, y + 23 * k),
        (CX + 8 * k, y + 23 * k), (CX + 11 * k, y + 30 * k), (CX + 8 * k, y + 37 * k),
        (CX - 4, y + 38 * k), (CX - n * 0.6, y + 28 * k), (CX - n, y + 10, 1),
    ]  # fmt: skip
    layer(canvas, band, texture, cloth.material, R=16, depth=0.2, edge=2.2, wrinkle=0.15, lift=1.6,
          shadow=0.4)  # fmt: skip
    button(canvas, CX, y + 31 * k, 3.1 * k, cloth.button)


@draws("collar")
def leaves(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, leaf: Leaf, drop: float = 0.0,
    gain: float = 1.0,
) -> None:  # fmt: skip
    """Two collar leaves folded over the stand; `drop` opens the neck by so much."""
    n, y, k, rng = cut.neck, cut.neck_y, cut.unit, canvas.rng
    front = y + 22 * k + drop * 0.75
    for side in (1, -1):
        askew = rng.uniform(-1.6, 1.6, 3)
        tip = (
            CX + leaf.out * k + drop * 0.34 + askew[0],
            y + leaf.down * k + drop * 0.42 + askew[1],
        )
        begin = (CX + 2.5 + drop * 0.22, front + askew[2])
        bow = ((begin[0] + tip[0]) / 2 - 3 - leaf.roll, (begin[1] + tip[1]) / 2 + leaf.roll * 0.5)
        outer = ((tip[0] + CX + n + 13 * k) / 2 + 4 * k, tip[1] - 17 * k - drop * 0.18)
        blunt = (
            [(tip[0] - 7, tip[1] - 6), (tip[0] + 1, tip[1]), (tip[0] + 9, tip[1] - 6)]
            if leaf.rounded
            else [(*tip, 1)]
        )
        edge = [(*begin, 1), bow, *blunt, outer]
        shape = [
            *edge, (CX + n + 15 * k, y + 20 * k), (CX + n + 8 * k, y - 3 * k),
            (CX + n - 1 * k, y - 15 * k, 1), (CX + n * 0.80, y - 1 * k + drop * 0.10),
            (CX + n * 0.44 + drop * 0.12, y + 13 * k + drop * 0.42),
        ]  # fmt: skip
        roll = [
            Fold((CX + side * (n - 2), y - 9 * k), (CX + side * (9 + drop * 0.3), front), side * 6,
                 (5, 4), 2.4, 0, 0.1, 0.3),
            Fold((CX + side * (n + 4), y + 4 * k), (CX + side * (tip[0] - CX - 3), tip[1] - 8),
                 side * 3, (4, 5), 0.8 + 0.35 * leaf.roll, 0.2, 0.3, 0.4),
        ]  # fmt: skip
        layer(
            canvas, on_side(shape, side), texture, cloth.material, R=24, depth=0.26, edge=3,
            edge_depth=0.65, folds=roll, fold_gain=gain, wrinkle=0.3 * cloth.wrinkle, lift=4.6 * k,
            shadow=0.55, uv=(CX + side * n, y, side * 52), ripple=0,
        )  # fmt: skip
        line = spline(on_side([*edge, (CX + n + 15 * k, y + 20 * k), (CX + n + 8 * k, y - 2 * k)],
                              side), closed=False)  # fmt: skip
        stitch(canvas, offset(line, -side * 3.4), cloth.stitch, 2.2, 1.3, 0.65, 0.55)
        if leaf.buttoned:
            at = on_side([(tip[0] + 2.5, tip[1] - 9 * k)], side)[0]
            button(canvas, at[0], at[1], 2.3 * k, cloth.button)


@draws("collar")
def camp_collar(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, depth: float = 92.0
) -> None:
    """A flat one-piece collar that lies open, its facing turned out to the first button."""
    n, y, k, rng = cut.neck, cut.neck_y, cut.unit, canvas.rng
    stop = y + depth * k
    for side in (1, -1):
        a = rng.uniform(-1.5, 1.5, 4)
        facing = [
            (CX + 1, stop, 1), (CX + 28 * k, y + 68 * k),
            (CX + 53 * k + a[0], y + 53 * k + a[1], 1),
            (CX + 40 * k, y + 38 * k, 1), (CX + n * 0.72, y + 20 * k, 1), (CX + 17 * k, y + 56 * k),
        ]  # fmt: skip
        fold = Fold((CX + side * n * 0.66, y + 24 * k), (CX + side * 4, stop - 4), side * 4, (4, 3),
                    2.0, 0, 0.1, 0.2)  # fmt: skip
        layer(canvas, on_side(facing, side), texture, cloth.material, R=22, depth=0.24, edge=2.6,
              folds=[fold], wrinkle=0.4 * cloth.wrinkle, lift=3.4, shadow=0.5,
              uv=(CX + side * n, y, side * 28))  # fmt: skip
        sewn = spline(on_side(facing[:4], side), closed=False)
        stitch(canvas, offset(sewn, -side * 3.2), cloth.stitch, 2.2, 1.3, 0.6, 0.45)
        leaf = [
            (CX + n * 0.62, y + 26 * k, 1), (CX + 39 * k, y + 41 * k, 1),
            (CX + 62 * k + a[2], y + 47 * k + a[3], 1), (CX + n + 21 * k, y + 24 * k),
            (CX + n + 10 * k, y - 3 * k), (CX + n - 1, y - 14 * k, 1), (CX + n * 0.86, y + 2 * k),
        ]  # fmt: skip
        roll = Fold((CX + side * (n - 1), y - 8 * k), (CX + side * n * 0.66, y + 22 * k), side * 3,
                    (4, 4), 2.0, 0, 0.1, 0.2)  # fmt: skip
        layer(canvas, on_side(leaf, side), texture, cloth.material, R=22, depth=0.24, edge=2.6,
              folds=[roll], wrinkle=0.3 * cloth.wrinkle, lift=4, shadow=0.55,
              uv=(CX + side * n, y, side * 52))  # fmt: skip
        sewn = spline(on_side(leaf[1:5], side), closed=False)
        stitch(canvas, offset(sewn, -side * 3.2), cloth.stitch, 2.2, 1.3, 0.6, 0.5)


def front_edge(
    canvas: Canvas, cut: Cut, cloth: Cloth, top: float, buttons: int, *, half: float = 11.0,
    bottom: float | None = None, sewn: bool = True, first: float = 20.0,
    texture: Texture | None = None,
) -> None:  # fmt: skip
    """The front's edge from `top` to the hem: a sewn strip, or (not sewn) a plain fold."""
    rng, end = canvas.rng, cut.hem_y - 1 if bottom is None else bottom
    sway = rng.uniform(-1.5, 1.5, 3)
    left = spline([(CX - half, top), (CX - half + sway[0], (top + end) / 2), (CX - half, end)],
                  closed=False)  # fmt: skip
    right = spline([(CX + half, top), (CX + half + sway[1], (top + end) / 2), (CX + half, end)],
                   closed=False)  # fmt: skip
    wide = corners(
        (CX - 90, top - 20), (CX + 90, top - 20), (CX + 90, end + 20), (CX - 90, end + 20)
    )
    strip = np.concatenate([left, right[::-1]])
    folds = [
        Fold((CX + rng.choice([-1, 1]) * 60, y),
             (CX + rng.uniform(-10, 10), y + rng.uniform(-20, 20)), 0, (4, 6),
             rng.uniform(0.6, 1.6) * cloth.fold, 0.2, 0.2, 0.6)
        for y in np.arange(top + 40, end, 42)
    ]  # fmt: skip
    layer(
        canvas, strip, texture or cloth.ground, cloth.material, inflate_with=[strip, spline(wide)],
        R=70, depth=0.15, edge=1.4, edge_depth=0.8, folds=folds, wrinkle=0.55 * cloth.wrinkle,
        wrinkle_angle=0, lift=2.4, shadow=0.55, uv=lambda x, y: (x - CX + 1, y - 99.4), ripple=0,
    )  # fmt: skip
    if sewn:
        for line, inward in ((left, 3.4), (right, -3.4)):
            stitch(canvas, line + [inward, 0], cloth.stitch, width=0.7, strength=0.6)
    if buttons < 1:
        return
    for y in np.linspace(top + first, end - 44, buttons):
        buttonhole(canvas, CX, float(y), cloth.colour)
        button(canvas, CX, float(y), 3.6 * max(0.85, cut.unit), cloth.button)
    if sewn:
        gauntlet = np.array([(CX - half + 3, end - 4), (CX + half - 3, end - 4)])
        stitch(canvas, gauntlet, cloth.stitch, strength=0.5)


def yoke_seam(canvas: Canvas, cut: Cut, cloth: Cloth, style: str) -> None:
    """The front yoke below the shoulders: a straight seam, or a western point."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    if style == "western":
        points = [
            (CX + n + 3, y + 46 * k), (CX + n * 0.5 + cut.shoulder * 0.38, y + 84 * k, 1),
            (CX + cut.shoulder * 0.80, y + 66 * k), (CX + cut.shoulder - 7, y + 60 * k),
        ]  # fmt: skip
    else:
        points = [(CX + n + 6, y + 17 * k), (CX + cut.shoulder - 5, cut.shoulder_y + 19 * k)]
    for side in (1, -1):
        line = spline(on_side(points, side), closed=False)
        layer(
            canvas, ribbon(line, 1.0), cloth.ground, cloth.material, R=3, depth=-0.2, edge=0,
            wrinkle=0, lift=0.8, shadow=0.5, dark=0.8, opacity=0.7,
        )  # fmt: skip
        for away in (2.6, 5.4) if style == "western" else (2.6,):
            stitch(canvas, line - [0, away], cloth.stitch, width=0.65, strength=0.55)
