"""Fronts that open in lapels: lining, two fronts (closed or hanging open), collar and lapel leaves.

Knows the tailoring of blazers and coats; lengths, belts, pockets and buttons are theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, mirror, on_side, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import draws, mark_hem, mark_shoulders, mark_trunk
from demo.studio.garments.tailoring import (
    armhole,
    body_folds,
    side_seam,
)
from demo.studio.light import Texture, layer
from demo.studio.materials import SATIN, Material
from demo.studio.trims import label, stitch


@dataclass(frozen=True)
class Front:
    """How a lapelled front is cut."""

    break_y: float
    """where the lapel begins to roll: the top button"""
    overlap: float = 9.0
    """how far each front reaches beyond the centre; below 0 it hangs open by that much"""
    cutaway: float = 0.0
    """how far the hem's corner is rounded away from the centre"""
    lapel: float = 1.0
    """width of the lapels"""
    kind: str = "notch"
    """where collar and lapel meet: "notch", "peak", or "shawl" (one curved leaf)"""
    over: int = 1
    """side that lies on top: 1 is the viewer's right, as on men's jackets"""
    shaped: bool = True
    """darts that take in the waist"""
    slant: float = 0.0
    """how much less the fronts overlap at the hem than at the top button"""
    collar: float = 1.0
    """size of the collar above the lapels"""
    facing: Texture | None = None
    """cloth of the lapels where it is not the coat's (a dinner jacket's satin)"""
    facing_material: Material | None = None
    topstitch: bool = False
    """rows of stitches along collar and lapels, as on raincoats and leather"""


@draws("inside")
def inside(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front) -> None:
    """Lining and back neck in the opening."""
    n, y, k, end = cut.neck, cut.neck_y, cut.unit, front.break_y
    opening = mirror([
        (CX, y - 2), (CX + n + 6 * k, y - 6 * k, 1), (CX + n + 26 * k, y + 60 * k),
        (CX + 26 * k, end + 16 * k, 1), (CX, end + 20 * k),
    ])  # fmt: skip
    hem = cut.hem_y + 2
    if front.overlap < 0:  # the lining is seen down to the hem
        wide = 16 * k - front.overlap + front.slant
        opening = mirror([
            (CX, y - 2), (CX + n + 6 * k, y - 6 * k, 1), (CX + n + 26 * k, y + 60 * k),
            (CX + wide + 4 * k, end), (CX + wide + 8 * k, hem - 4, 1), (CX, hem),
        ])  # fmt: skip
    folds = [
        Fold((CX - 20 * k, y + 30 * k), (CX - 5, end - 30 * k), 6, (6, 10), 2),
        Fold((CX + 26 * k, y + 40 * k), (CX + 6, end - 24 * k), -6, (6, 10), 2),
    ]  # fmt: skip
    if front.overlap < 0:
        folds += [
            Fold((CX + x * k, hem), (CX + x * 0.4 * k, end - rise * k), 3, (5, 4), 1.8, 0.2, 0.05,
                 0.95)
            for x, rise in zip(canvas.rng.uniform(-22, 22, 3), (-40, 30, 70), strict=True)
        ]  # fmt: skip
    deepest = 0.42 if front.overlap > 0 else 0.84  # light falls in where the fronts hang open

    def gloom(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        return np.clip(1.05 - 0.0034 * (py - y) / k, deepest, 1)

    layer(
        canvas, opening, cloth.lining, SATIN, R=50, depth=-0.3, edge=2, folds=folds, wrinkle=0.6,
        lift=0, dark=0.60, occlusion=gloom,
    )  # fmt: skip
    if front.overlap < 0:
        turned = mirror([(CX, hem - 16 * k), (CX + wide + 6 * k, hem - 20 * k, 1),
                         (CX + wide + 6 * k, hem - 5, 1), (CX, hem - 1)])  # fmt: skip
        layer(canvas, turned, cloth.ground, cloth.material, R=30, depth=-0.1, edge=1, wrinkle=0.4,
              lift=1, dark=0.5)  # fmt: skip
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
    canvas: Canvas, cut: Cut, cloth: Cloth, front: Front, sleeves: Sequence[np.ndarray],
    gain: float, *, extra_folds: Sequence[Fold] = (),
    under_lapel: Callable[[int], None] | None = None,
) -> None:  # fmt: skip
    """Under front and its lapel, then the one on top; `under_lapel` draws what the lapel covers."""
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
        folds += extra_folds
        pull = front.break_y + 12 * k
        for _ in range(4):
            reach = canvas.rng.uniform(40, 100) * k
            end = (CX + side * reach, pull + canvas.rng.uniform(-46, 60) * k)
            folds.append(Fold((CX + side * 4, pull), end, 0, (3, 9),
                canvas.rng.uniform(0.7, 1.7) * gain,
                              0.2, 0.1, 0.8))  # fmt: skip
        layer(
            canvas, on_side(front_outline(cut, front), side), cloth.texture, cloth.material,
            inflate_with=[whole, *sleeves], R=118, depth=0.52, edge=6, edge_depth=0.5, folds=folds,
            wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=80, lift=3.0 if side == front.over else 1.5,
            shadow=0.5, seams=seams, uv=lambda px, py,
            s=side: (px - CX + (3 if s == 1 else 0), py - 100),
        )  # fmt: skip
        if under_lapel is not None:
            under_lapel(side)
        lapel(canvas, cut, cloth, front, side)
    canvas.mark("collar", (CX, front.break_y))
    mark_shoulders(canvas, cut)
    mark_trunk(canvas, cut, whole, cut.hem_y - cut.hem_curve)
    mark_hem(canvas, (CX + cut.hem, cut.hem_y - cut.hem_curve), (CX, cut.hem_y - 3))


def collar_leaf(cut: Cut, front: Front) -> list[Point]:
    """The right half of the collar that lies above a notched or peaked lapel."""
    n, y, k, w, c = cut.neck, cut.neck_y, cut.unit, front.lapel, front.collar
    notch_y = y + (60 if front.kind == "peak" else 66 * c) * k
    return [
        (CX + n - 9 * k, y - 13 * k, 1), (CX + n + 3 * k, y - 11 * k),
        (CX + n + 17 * c * k, y + 10 * k),
        (CX + n + 37 * k * w * c, y + 43 * c * k, 1), (CX + n + 17 * k * w, notch_y - 3 * k, 1),
        (CX + n * 0.60, y + 36 * k, 1), (CX + n * 0.66, y + 20 * k), (CX + n - 8 * k, y + 2 * k),
    ]  # fmt: skip


@draws("collar")
def lapel(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front, side: int) -> None:
    """One lapel and the collar above it, with a notch or a peak between them, or as one shawl."""
    n, y, k, w = cut.neck, cut.neck_y, cut.unit, front.lapel
    end, ov = front.break_y, front.overlap
    peaked, shawl = front.kind == "peak", front.kind == "shawl"
    c = front.collar
    notch_y = y + (60 if peaked else 66 * c) * k
    tip = (CX + n + 42 * k * w, notch_y - (20 * k if peaked else 0))
    span = end - notch_y
    foot = (CX - ov + 4 * k + ov * 0.25, end + 5 * k, 1)
    roll_line = [
        (CX - ov + 6 * k, end - 16 * k), (CX + n * 0.40 - ov * 0.3, y + (end - y) * 0.52),
        (CX + n * 0.60, y + (end - y) * 0.24),
    ]  # fmt: skip
    belly = (CX + n * 0.45 + 16 * w * k - ov * 0.5, notch_y + span * 0.66)
    if shawl:
        leaf = [
            (CX + n - 9 * k, y - 13 * k, 1), (CX + n + 3 * k, y - 11 * k),
            (CX + n + 20 * k, y + 14 * k), (CX + n + 31 * k * w, y + 48 * k),
            (CX + n * 0.9 + 24 * w * k, notch_y + span * 0.20), belly, foot, *roll_line,
            (CX + n - 8 * k, y + 2 * k),
        ]  # fmt: skip
    else:
        leaf = [
            (CX + n * 0.62, y + 32 * k, 1), (CX + n + 14 * k, notch_y - 8 * k, 1), (*tip, 1),
            (CX + n * 0.8 + (26 * w - ov * 0.1) * k, notch_y + span * 0.30), belly, foot,
            *roll_line,
        ]  # fmt: skip
    roll = Fold(
        (CX + side * n * 0.66, y + 36 * k), (CX + side * (4 - ov), end - 6 * k), 0,
        (17 * k, 9 * k), 4.2 * k, -0.5 * side, 0.1, 0.2,
    )  # fmt: skip
    drop = Fold(
        (CX + side * (n + 20 * k), notch_y + 8 * k),
        (CX + side * (n * 0.5 + 8 * k), notch_y + span * 0.62), canvas.rng.uniform(-4, 4),
        (6 * k, 9 * k), canvas.rng.uniform(0.6, 1.4) * cloth.fold, 0.2, 0.3, 0.5,
    )  # fmt: skip
    material = front.facing_material or cloth.material
    layer(
        canvas, on_side(leaf, side), front.facing or cloth.ground, material, R=44, depth=0.2,
        edge=2.4, edge_depth=0.7, wrinkle=0.4 * cloth.wrinkle, lift=6 * k, shadow=0.82,
        folds=[roll, drop], uv=(CX + side * 40, y, side * -16), ripple=0,
    )  # fmt: skip
    if shawl:
        return
    collar = collar_leaf(cut, front)
    turn = Fold(
        (CX + side * (n + 2 * k), y - 8 * k), (CX + side * (n * 0.64 + 4 * k), y + 34 * k), 0,
        (9 * k, 9 * k), 3.4 * k, -0.5 * side, 0.05, 0.2,
    )  # fmt: skip
    layer(
        canvas, on_side(collar, side), cloth.ground, cloth.material, R=26, depth=0.22, edge=2.4,
        edge_depth=0.7, wrinkle=0.3, lift=4 * k, shadow=0.6, uv=(CX + side * 40, y, side * 40),
        ripple=0, folds=[turn],
    )  # fmt: skip
    line = spline(on_side([
        (tip[0] - 3 * k, tip[1] + 3 * k),
        (CX + n * 0.8 + (23 * w - ov * 0.1) * k, notch_y + span * 0.30),
        (CX + n * 0.45 + 13 * w * k - ov * 0.5, notch_y + span * 0.66),
    ], side), closed=False)  # fmt: skip
    if not front.topstitch:
        stitch(canvas, line, cloth.stitch, 1.4, 3.0, 0.5, 0.25)
        return
    stitch(canvas, line, cloth.stitch, 2.6, 1.2, 0.5, 0.6)
    inner = (CX + n * 0.66 + 4 * k, notch_y - 12 * k)
    row = [collar[2], collar[3], collar[4]]
    inset = [(p[0] + (inner[0] - p[0]) * 0.13, p[1] + (inner[1] - p[1]) * 0.13) for p in row]
    stitch(canvas, np.array(on_side(inset, side)), cloth.stitch, 2.6, 1.2, 0.5, 0.6)
