"""Fronts that open in lapels: lining, two overlapping fronts, collar and lapel leaves, welt pockets.

Knows the tailoring of blazers and coats; lengths, belts and buttons are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, corners, mirror, on_side, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut
from demo.studio.garments.sleeves import Sleeve
from demo.studio.garments.tailoring import (
    armhole,
    body_folds,
    side_seam,
)
from demo.studio.light import SATIN, layer
from demo.studio.trims import button, label, stitch


@dataclass(frozen=True)
class Front:
    """How a lapelled front is cut."""

    break_y: float
    """where the lapel begins to roll: the top button"""
    overlap: float = 9.0
    """how far each front reaches beyond the centre"""
    cutaway: float = 0.0
    """how far the hem's corner is rounded away from the centre"""
    lapel: float = 1.0
    """width of the lapels"""
    peaked: bool = False
    over: int = 1
    """side that lies on top: 1 is the viewer's right, as on men's jackets"""
    shaped: bool = True
    """darts that take in the waist"""
    slant: float = 0.0
    """how much less the fronts overlap at the hem than at the top button"""


def inside(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front) -> None:
    """Lining and back neck in the opening."""
    n, y, k, end = cut.neck, cut.neck_y, cut.unit, front.break_y
    opening = mirror([
        (CX, y - 2), (CX + n + 6 * k, y - 6 * k, 1), (CX + n + 26 * k, y + 60 * k),
        (CX + 26 * k, end + 16 * k, 1), (CX, end + 20 * k),
    ])  # fmt: skip
    folds = [
        Fold((CX - 20 * k, y + 30 * k), (CX - 5, end - 30 * k), 6, (6, 10), 2),
        Fold((CX + 26 * k, y + 40 * k), (CX + 6, end - 24 * k), -6, (6, 10), 2),
    ]  # fmt: skip
    layer(
        canvas, opening, cloth.lining, SATIN, R=50, depth=-0.3, edge=2, folds=folds, wrinkle=0.6,
        lift=0, dark=0.60, occlusion=lambda px, py: np.clip(1.05 - 0.0034 * (py - y) / k, 0.42, 1),
    )  # fmt: skip
    stand = mirror([
        (CX, y - 10 * k), (CX + n - 4 * k, y - 13 * k, 1), (CX + n - 7 * k, y + 11 * k),
        (CX, y + 20 * k),
    ])  # fmt: skip
    layer(canvas, stand, cloth.ground, cloth.material, R=20, depth=0.1, edge=3, wrinkle=0.1, lift=2,
          dark=0.72)  # fmt: skip
    label(canvas, CX, y + 32 * k, 32 * k, 14 * k, colour="#1d1c22", ink="#cfc6ae", dark=0.8)


def front_outline(cut: Cut, front: Front) -> list[Point]:
    """The right front."""
    n, y, k, ov, end = cut.neck, cut.neck_y, cut.unit, front.overlap, front.break_y
    hem_y, curve = cut.hem_y, cut.hem_curve
    if front.cutaway:
        c = front.cutaway
        bottom = [
            (CX + cut.hem * 0.62, hem_y - 1), (CX + c + 14 * k, hem_y - 3),
            (CX + c * 0.55 - ov * 0.2, hem_y - 17 * k),
            (CX - ov + c * 0.14, hem_y - 70 * k),
        ]  # fmt: skip
    else:
        bottom = [
            (CX + cut.hem * 0.5, hem_y - 1), (CX - ov + front.slant + 1, hem_y, 1),
            (CX - ov + front.slant, hem_y - 3, 1),
        ]  # fmt: skip
    return [
        (CX + n, y, 1), (CX + (n + cut.shoulder) / 2, (y + cut.shoulder_y) / 2 - 3), *armhole(cut),
        *side_seam(cut), (CX + cut.hem, hem_y - curve, 1), *bottom, (CX - ov, end + 14 * k, 1),
        (CX - ov + 4, end - 8 * k, 1), (CX + n * 0.5, y + (end - y) * 0.42),
        (CX + n - 4, y + 16 * k),
    ]  # fmt: skip


def draw_fronts(
    canvas: Canvas, cut: Cut, cloth: Cloth, front: Front, sleeves: Sequence[np.ndarray], gain: float
) -> None:
    """Under front and its lapel, then the one on top."""
    y, k = cut.neck_y, cut.unit
    whole = spline(mirror([
        (CX, y + 30), (CX + cut.neck, y, 1), *armhole(cut), *side_seam(cut),
        (CX + cut.hem, cut.hem_y - cut.hem_curve, 1), (CX, cut.hem_y),
    ]))  # fmt: skip
    for side in (-front.over, front.over):
        seams = []
        if front.shaped:
            dart = [
                (CX + cut.chest * 0.58, cut.armpit_y + 8), (CX + cut.waist * 0.56, cut.waist_y),
                (CX + cut.hem * 0.60, cut.waist_y + (cut.hem_y - cut.waist_y) * 0.45),
            ]  # fmt: skip
            seams = [(spline(on_side(dart, side), closed=False), 1.5, 1.0)]
        hole = spline(on_side(armhole(cut), side), closed=False)
        seams.append((hole - [side * 2, 0], 1.6, 1.1))
        folds = body_folds(canvas.rng, cut, 0.95 * gain * cloth.fold)
        if cut.hem_y - cut.waist_y > 170:  # a coat's skirt falls in flutes
            half_waist, half_hem = cut.waist / 2, cut.hem / 2
            folds += flutes(
                canvas.rng, (CX + side * half_waist, half_waist, cut.waist_y + 24),
                (CX + side * half_hem, half_hem, cut.hem_y), 4, 2.3 * gain * cloth.fold,
            )  # fmt: skip
        pull = front.break_y + 12 * k
        for _ in range(4):
            reach = canvas.rng.uniform(40, 100) * k
            end = (CX + side * reach, pull + canvas.rng.uniform(-46, 60) * k)
            folds.append(Fold((CX + side * 4, pull), end, 0, (3, 9),
                canvas.rng.uniform(0.7, 1.7) * gain,
                              0.2, 0.1, 0.8))  # fmt: skip
        layer(
            canvas, on_side(front_outline(cut, front), side), cloth.texture, cloth.material,
            inflate_with=[whole, *sleeves], R=118, depth=0.52, edge=10, edge_depth=0.6, folds=folds,
            wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=80, lift=3.0 if side == front.over else 1.5,
            shadow=0.5, seams=seams, uv=lambda px, py,
            s=side: (px - CX + (3 if s == 1 else 0), py - 100),
        )  # fmt: skip
        lapel(canvas, cut, cloth, front, side)


def lapel(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front, side: int) -> None:
    """One lapel and the collar above it, with a notch or a peak between them."""
    n, y, k, w = cut.neck, cut.neck_y, cut.unit, front.lapel
    end, ov = front.break_y, front.overlap
    notch_y = y + (66 if not front.peaked else 60) * k
    tip = (CX + n + 42 * k * w, notch_y - (0 if not front.peaked else 20 * k))
    span = end - notch_y
    leaf = [
        (CX + n * 0.62, y + 32 * k, 1), (CX + n + 14 * k, notch_y - 8 * k, 1), (*tip, 1),
        (CX + n * 0.8 + (26 * w - ov * 0.1) * k, notch_y + span * 0.30),
        (CX + n * 0.45 + 16 * w * k - ov * 0.5, notch_y + span * 0.66),
        (CX - ov + 4 * k + ov * 0.25, end + 5 * k, 1), (CX - ov + 6 * k, end - 16 * k),
        (CX + n * 0.40 - ov * 0.3, y + (end - y) * 0.52), (CX + n * 0.60, y + (end - y) * 0.24),
    ]  # fmt: skip
    roll = Fold(
        (CX + side * n * 0.66, y + 36 * k),
        (CX + side * (4 - ov), end - 6 * k),
        0,
        (17 * k, 9 * k),
        4.2 * k,
        -0.5 * side,
        0.1,
        0.2,
    )
    drop = Fold(
        (CX + side * (n + 20 * k), notch_y + 8 * k),
        (CX + side * (n * 0.5 + 8 * k), notch_y + span * 0.62),
        canvas.rng.uniform(-4, 4),
        (6 * k, 9 * k),
        canvas.rng.uniform(0.6, 1.4) * cloth.fold,
        0.2,
        0.3,
        0.5,
    )
    layer(
        canvas, on_side(leaf, side), cloth.ground, cloth.material, R=44, depth=0.2, edge=3.2,
        edge_depth=0.7, wrinkle=0.4 * cloth.wrinkle, lift=6 * k, shadow=0.6, folds=[roll, drop],
        uv=(CX + side * 40, y, side * -16), ripple=0,
    )  # fmt: skip
    collar = [
        (CX + n - 9 * k, y - 13 * k, 1), (CX + n + 3 * k, y - 11 * k),
        (CX + n + 17 * k, y + 10 * k),
        (CX + n + 37 * k * w, y + 43 * k, 1), (CX + n + 17 * k * w, notch_y - 3 * k, 1),
        (CX + n * 0.60, y + 36 * k, 1), (CX + n * 0.66, y + 20 * k), (CX + n - 8 * k, y + 2 * k),
    ]  # fmt: skip
    turn = Fold(
        (CX + side * (n + 2 * k), y - 8 * k), (CX + side * (n * 0.64 + 4 * k), y + 34 * k), 0,
        (9 * k, 9 * k), 3.4 * k, -0.5 * side, 0.05, 0.2,
    )  # fmt: skip
    layer(
        canvas, on_side(collar, side), cloth.ground, cloth.material, R=26, depth=0.22, edge=3.5,
        edge_depth=0.7, wrinkle=0.3, lift=3 * k, shadow=0.5, uv=(CX + side * 40, y, side * 40),
        ripple=0, folds=[turn],
    )  # fmt: skip
    line = spline(on_side([
        (tip[0] - 3 * k, tip[1] + 3 * k),
        (CX + n * 0.8 + (23 * w - ov * 0.1) * k, notch_y + span * 0.30),
        (CX + n * 0.45 + 13 * w * k - ov * 0.5, notch_y + span * 0.66),
    ], side), closed=False)  # fmt: skip
    stitch(canvas, line, cloth.stitch, 1.4, 3.0, 0.5, 0.25)


def flap_pocket(
    canvas: Canvas,
    cut: Cut,
    cloth: Cloth,
    x: float,
    y: float,
    width: float,
    height: float,
    tilt: float,
) -> None:
    """A flap below a welt, (x, y) its top middle; tilt lowers the outer end."""
    side = 1 if x > CX else -1
    a, b = y - tilt * side, y + tilt * side
    flap = [
        (x - width, a, 1), (x + width, b, 1), (x + width, b + height - 3),
        (x + width - 3, b + height),
        (x - width + 3, a + height), (x - width, a + height - 3),
    ]  # fmt: skip
    layer(canvas, flap, cloth.ground, cloth.material, R=30, depth=0.12, edge=1.6, wrinkle=0.3,
        lift=2.4,
          shadow=0.5, uv=(CX, 100, 0))  # fmt: skip
    welt = corners(
        (x - width - 1, a - 3), (x + width + 1, b - 3), (x + width + 1, b), (x - width - 1, a)
    )
    layer(
        canvas,
        welt,
        cloth.ground,
        cloth.material,
        R=6,
        depth=0.2,
        edge=1,
        wrinkle=0,
        lift=1,
        dark=0.9,
    )


def slant_pocket(
    canvas: Canvas, cut: Cut, cloth: Cloth, side: int, y: float, length: float
) -> None:
    """A slanted welt to put a hand in."""
    k = cut.unit
    x = CX + side * cut.waist * 0.56
    a, b = np.array([x, y]), np.array([x + side * 22 * k, y + length])
    across = np.array([7.0 * k, -2.0 * side * k])
    welt = [(*(a - across), 1), (*(a + across), 1), (*(b + across), 1), (*(b - across), 1)]
    layer(canvas, welt, cloth.ground, cloth.material, R=14, depth=0.25, edge=2, wrinkle=0.2,
        lift=2.6,
          shadow=0.5)  # fmt: skip
    stitch(canvas, np.stack([a + across * 0.6, b + across * 0.6]), cloth.stitch, strength=0.4)


def sleeve_buttons(
    canvas: Canvas, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve], count: int = 4
) -> None:
    """A row of small buttons above each cuff's outer edge."""
    for side, own in ((1, pair[0]), (-1, pair[1])):
        for j in range(count):
            at = np.array(own.outer) * 0.78 + np.array(own.inner) * 0.22
            at = at + [-0.4 * j, -(10 + 8.5 * j) * cut.unit]
            x, y = on_side([tuple(at)], side)[0]
            button(canvas, x, y, 2.5 * cut.unit, cloth.button)
