"""Knitted tubes at the neck: folded over, slouching, mock, and the collar of a half-zip.

Knows the cut and the cloth; not which garment wears them.
"""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, F32, Canvas, Point, flip, on_side, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import draws
from demo.studio.light import Placement, Texture, layer
from demo.studio.trims import stitch, zipper


def round_neck(half: float, top: float, flare: float = 0.0) -> Placement:
    """Texture that runs round a tube: ribs crowd at its sides and fan out by `flare` below."""

    def placement(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        wide = half * (1 + flare * np.clip((y - top) / 70, 0, 1))
        turn = np.arcsin(np.clip((x - CX) / (wide * 1.06), -0.99, 0.99))
        return (half * 1.06 * turn).astype(F32), (y - top + 0.08 * half * turn**2).astype(F32)

    return placement


def rounded(half: float) -> object:
    """Light that falls off towards both sides of a tube."""
    return lambda x, y: 1 - 0.34 * np.clip(np.abs(x - CX) / half, 0, 1.1) ** 3.2


def symmetric(right: list[Point]) -> list[Point]:
    """A right half, top to bottom, closed by its mirror image."""
    return [*right, *flip(right)[::-1]]


@draws("inside")
def tube_back(
    canvas: Canvas, half: float, top: float, dip: float, texture: Texture, cloth: Cloth
) -> None:
    """The inside of the tube's far side, seen over the front's edge."""
    right = [
        (CX + half * 0.5, top - 7), (CX + half - 1, top + 1, 1), (CX + half - 4, top + dip + 12, 1),
        (CX + half * 0.4, top + dip + 18),
    ]  # fmt: skip
    layer(
        canvas, symmetric(right), texture, cloth.material, R=30, depth=-0.3, edge=3, wrinkle=0.1,
        lift=0, dark=0.5, uv=round_neck(half, top - 8),
        occlusion=lambda x, y: np.clip(1.15 - 0.03 * (y - top + 7), 0.45, 1.1),
    )  # fmt: skip


def rolled_edge(
    canvas: Canvas, half: float, top: float, dip: float, texture: Texture, cloth: Cloth
) -> None:
    """The turned lip along the front's upper edge."""
    right = [
        (CX + half * 0.5, top + dip * 0.80), (CX + half - 3, top + 1), (CX + half + 1, top + 4),
        (CX + half * 0.55, top + dip * 0.85 + 9),
    ]  # fmt: skip
    layer(
        canvas, symmetric(right), texture, cloth.material, R=8, depth=0.5, edge=4, wrinkle=0.05,
        lift=0.6, shadow=0.2, uv=round_neck(half, top), occlusion=rounded(half * 1.12),
    )  # fmt: skip


@draws("collar")
def folded_collar(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, height: float = 1.0, wide: float = 1.0
) -> None:
    """A roll neck: a tube of ribs turned down over itself, its free edge lying on the chest."""
    n, y, k, rng = cut.neck * wide, cut.neck_y, cut.unit, canvas.rng
    top, lower = y - 33 * k * height, y + 17 * k
    mouth, base = n - 4, n + 3 * k * wide
    dip = 13 * k
    under = [
        (CX + base * 0.5, y - 8), (CX + base - 4, y - 14, 1), (CX + base + 6, y + 11),
        (CX + base * 0.62, lower + 15), (CX + base * 0.2, lower + 21),
    ]  # fmt: skip
    layer(  # the neck's own seam, just to be seen below the fold
        canvas, symmetric(under), texture, cloth.material, R=26, depth=0.4, edge=6, wrinkle=0.1,
        lift=1.5, dark=0.86, uv=round_neck(base, top, 0.2), shadow=0.3,
    )  # fmt: skip
    tube_back(canvas, mouth, top, dip, texture, cloth)
    sway = rng.uniform(-3, 3, 4)
    right = [
        (CX + mouth * 0.5, top + dip * 0.80), (CX + mouth, top, 1),
        (CX + mouth + 4 * k, top + 12 * k), (CX + base, y - 10 * k), (CX + base + 3, y + 2 * k, 1),
        (CX + base * 0.84, lower - 3), (CX + base * 0.44, lower + 10 + sway[0]),
    ]  # fmt: skip
    outline = symmetric(right)
    outline[-1] = (outline[-1][0], outline[-1][1] + sway[1])
    folds = [
        Fold((CX - base * 0.9, y - 20 * k + sway[2]), (CX + base * 0.7, y - 6 * k + sway[3]),
             8, (4, 6), 1.9, 0.3, 0.2, 0.5),
        Fold((CX + base * 0.95, y - 30 * k), (CX - base * 0.3, y + 6 * k + sway[0]), 7, (3, 6), 1.6,
             -0.3, 0.1, 0.7),
        Fold((CX - mouth, top + 10), (CX - mouth * 0.2, top + 28 * k), 4, (3, 5), 1.3, 0, 0.1, 0.7),
    ]  # fmt: skip
    layer(
        canvas, outline, texture, cloth.material, R=30, depth=0.42, edge=6, edge_depth=0.8,
        folds=folds, wrinkle=0.25, lift=4.5, shadow=0.5, uv=round_neck(base, top, 0.06),
        occlusion=rounded(base * 1.15),
    )  # fmt: skip
    rolled_edge(canvas, mouth, top, dip, texture, cloth)


@draws("collar")
def slouched_collar(canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth) -> None:
    """A wide funnel that has sunk into soft rings."""
    n, y, k, rng = cut.neck, cut.neck_y, cut.unit, canvas.rng
    top, mouth, dip = y - 40 * k, n + 1, 20 * k
    lean = rng.uniform(-5, 5)
    tube_back(canvas, mouth, top, dip, texture, cloth)
    right = [
        (CX + mouth * 0.5, top + dip * 0.82), (CX + mouth, top + lean * 0.4, 1),
        (CX + n + 9 * k, top + 13 * k), (CX + n + 4 * k, y - 16 * k), (CX + n + 15 * k, y - 3 * k),
        (CX + n + 11 * k, y + 14 * k, 1), (CX + n * 0.66, y + 36 * k), (CX + n * 0.2, y + 43 * k),
    ]  # fmt: skip
    left = flip([(p[0], p[1] - lean * 0.5, *p[2:]) for p in right])[::-1]
    w = n + 12 * k
    folds = []
    for level, sag, height in ((-22, 13, 3.6), (-8, 15, 4.2), (8, 15, 4.4), (22, 12, 2.8)):
        a, b, cross = rng.uniform(-4, 4), rng.uniform(-4, 4), rng.uniform(-0.3, 0.3)
        folds.append(
            Fold((CX - w, y + level * k + a - lean), (CX + w, y + level * k + b + lean),
                 sag * k, (4.6 * k, 5.4 * k), height, cross, 0.08, 0.15)
        )  # fmt: skip
    folds.append(
        Fold((CX - w, y - 6 * k), (CX + w * 0.5, y + 22 * k), 9, (4, 5), 2.6, 0.2, 0.1, 0.4)
    )
    layer(
        canvas, [*right, *left], texture, cloth.material, R=32, depth=0.42, edge=7, folds=folds,
        wrinkle=0.4, lift=3.5, uv=round_neck(w, top, 0.10), occlusion=rounded(w * 1.16),
    )  # fmt: skip
    rolled_edge(canvas, mouth, top + 1, dip, texture, cloth)


@draws("collar")
def mock_collar(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, height: float = 19
) -> None:
    """A short standing tube, single, with a stitched top edge."""
    n, y, k, rng = cut.neck, cut.neck_y, cut.unit, canvas.rng
    top, mouth, dip = y - height * k, n - 3, 13 * k
    tube_back(canvas, mouth, top, dip, texture, cloth)
    right = [
        (CX + mouth * 0.5, top + dip * 0.82), (CX + mouth, top, 1), (CX + mouth + 1 * k, y - 9 * k),
        (CX + n + 4 * k, y + 3 * k, 1), (CX + n * 0.62, y + 21 * k), (CX + n * 0.2, y + 28 * k),
    ]  # fmt: skip
    folds = [
        Fold((CX - n, y - 6 * k), (CX + n * 0.5, y + 6 * k + rng.uniform(-4, 4)), 7, (4, 6), 1.7),
        Fold((CX + n, y - 12 * k), (CX - n * 0.1, y + 12 * k), 6, (3, 5), 1.4, 0, 0.1, 0.7),
    ]
    layer(
        canvas, symmetric(right), texture, cloth.material, R=30, depth=0.36, edge=5, folds=folds,
        wrinkle=0.25, lift=1.0, uv=round_neck(n + 5, top, 0.08), occlusion=rounded((n + 5) * 1.16),
    )  # fmt: skip
    rolled_edge(canvas, mouth, top, dip, texture, cloth)


@draws("inside")
def zip_collar_back(canvas: Canvas, cut: Cut, cloth: Cloth, open_to: float) -> None:
    """Inside of a half-zip's neck: the collar's back and the chest's shade behind the open zip."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    top = y - 36 * k
    right = [
        (CX + n * 0.5, top - 6), (CX + n + 2, top + 2, 1), (CX + n, y + 10, 1),
        (CX + 12, y + open_to + 6, 1),
    ]  # fmt: skip
    layer(
        canvas, symmetric(right), cloth.rib, cloth.material, R=40, depth=-0.3, edge=3, wrinkle=0.2,
        lift=0, dark=0.52, uv=round_neck(n + 2, top),
        occlusion=lambda px, py: np.clip(1.1 - 0.008 * (py - top), 0.5, 1.1),
    )  # fmt: skip


def zip_collar(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, open_to: float, length: float
) -> None:
    """Two collar flaps that fall apart above a chest zip, the tape's teeth along their edges.

    open_to: how far below the neck the zip is open; length: where it ends, both from `neck_y`.
    """
    n, y, k = cut.neck, cut.neck_y, cut.unit
    top, stop = y - 36 * k, y + open_to
    gap = 9.0 * k if open_to > 30 else 4.0 * k
    canvas.mark("collar", (CX, max(stop, y + cut.neck_depth)))
    for side in (-1, 1):
        leaf = [
            (CX + 1.5, stop, 1), (CX + gap * 1.3, y + 8 * k), (CX + gap + 12 * k, top + 23 * k),
            (CX + gap + 17 * k, top + 15 * k, 1), (CX + n * 0.86, top + 5), (CX + n + 4, top, 1),
            (CX + n + 9 * k, y - 10 * k), (CX + n + 9 * k, y + 10 * k), (CX + n * 0.66, y + 30 * k),
            (CX + 20 * k, y + 40 * k), (CX + 13, max(y + 40 * k, stop) + 2, 1),
        ]  # fmt: skip
        folds = [
            Fold((CX + side * (n + 8), y - 22 * k), (CX + side * gap * 1.6, y + 16 * k), side * -5,
                 (5, 6), 2.0, 0.2, 0.1, 0.5),
        ]  # fmt: skip
        with canvas.part("collar"):
            layer(
                canvas, on_side(leaf, side), texture, cloth.material, R=24, depth=0.5, edge=6,
                folds=folds, wrinkle=0.3, lift=3, uv=round_neck(n + 8, top), shadow=0.4,
            )  # fmt: skip
            teeth = spline(on_side([
                (CX + 1.5, stop), (CX + gap * 1.15, y + 8 * k), (CX + gap + 11 * k, top + 23 * k),
                (CX + gap + 15 * k, top + 17 * k),
            ], side), closed=False)  # fmt: skip
            zipper(canvas, teeth, cloth.metal, cloth.solid, width=1.9, pull=False)
    zipper(
        canvas, [(CX, stop - 2), (CX, (stop + y + length) / 2), (CX, y + length)], cloth.metal,
        cloth.solid,
    )  # fmt: skip
    for side in (1, -1):
        row = np.array([(CX + side * 9, stop + 8), (CX + side * 9, y + length + 5)])
        stitch(canvas, row, cloth.stitch, strength=0.4)
    foot = np.array([(CX - 9, y + length + 5), (CX + 9, y + length + 5)])
    stitch(canvas, foot, cloth.stitch, strength=0.4)
