"""What closes a garment at the neck: neckbands, collars, turtlenecks, hoods, plackets.

Knows the cut and the cloth; not which garment it finishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from scipy.spatial import cKDTree

from demo.studio.canvas import (
    CX,
    F32,
    Canvas,
    Outline,
    Point,
    corners,
    offset,
    on_side,
    spline,
)
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import draws
from demo.studio.garments.tailoring import (
    neck_line,
)
from demo.studio.light import Placement, Texture, layer
from demo.studio.materials import Material
from demo.studio.trims import button, buttonhole, label, stitch


def along(canvas: Canvas, line: np.ndarray) -> Placement:
    """A placement of texture that runs along a curve: u is the way along it, v across."""
    curve = canvas.wobble(line)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))]
    tangent = np.gradient(curve, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-6
    tree = cKDTree(curve)

    def placement(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        coarse = np.stack([x[::2, ::2].ravel(), y[::2, ::2].ravel()], 1)
        nearest = tree.query(coarse)[1]
        arm, unit = coarse - curve[nearest], tangent[nearest]
        u = run[nearest] + (arm * unit).sum(1)
        v = arm[:, 1] * unit[:, 0] - arm[:, 0] * unit[:, 1]
        size, shape = x.shape[::-1], x[::2, ::2].shape
        return (
            cv2.resize(u.reshape(shape).astype(F32), size),
            cv2.resize(v.reshape(shape).astype(F32), size),
        )

    return placement


@draws("inside")
def inside_back(
    canvas: Canvas, cut: Cut, cloth: Cloth, depth: float = 9, rise: float = 0,
    texture: Texture | None = None, with_label: bool = True,
) -> None:  # fmt: skip
    """The inside of the back seen through the neckline, with its label."""
    n, y, d = cut.neck, cut.neck_y, cut.neck_depth
    outline = [
        (CX - n + 7, y - 3.4, 1), (CX - n * 0.5, y + depth * 0.6 - rise - 3),
        (CX, y + depth * 0.8 - rise - 3), (CX + n * 0.5, y + depth * 0.6 - rise - 3),
        (CX + n - 7, y - 3.4, 1), (CX + n + 4, y + 16), (CX + n * 0.7, y + d + 14),
        (CX, y + d + 26),
        (CX - n * 0.7, y + d + 14), (CX - n - 4, y + 16),
    ]  # fmt: skip

    def gloom(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        light = 0.62 + 0.38 * np.exp(-(((py - y - depth) / 16) ** 2))
        return np.clip(light - 0.22 * ((px - CX) / n) ** 2, 0.2, 1)

    tape = spline(
        [(CX - n - 3, y + 4), (CX, y + depth + 8 - rise), (CX + n + 3, y + 4)], closed=False
    )
    layer(
        canvas, outline, texture or cloth.ground, cloth.material, R=40, depth=-0.25, edge=2,
        wrinkle=0.25, lift=0, dark=0.64, occlusion=gloom, seams=[(tape, 1.2, 0.9)],
        uv=lambda px, py: (CX - px + 31, py - 83),
    )  # fmt: skip
    if with_label:
        paper = "#f3f1ea" if canvas.seed % 3 else "#26262b"
        label(canvas, CX, y + depth + 7 - rise, colour=paper, ink="#8a8a88")


@draws("collar")
def neckband(
    canvas: Canvas, cut: Cut, kind: str, texture: Texture, cloth: Cloth, width: float = 9,
    lift: float = 2, sewn: bool = True,
) -> None:  # fmt: skip
    """A band along the inside of the neckline."""
    line = neck_line(cut, kind)
    above, below = offset(line, -width), offset(line, width)
    middle = len(line) // 2
    inner = above if above[middle, 1] < below[middle, 1] else below
    sign = -1 if inner is above else 1
    if kind in ("v-neck", "square"):
        # The offset of a corner folds over itself: keep the right half right of the centre.
        inner[middle] = [CX, inner[middle, 1] - width * (0.45 if kind == "v-neck" else 0)]
        inner[middle + 1 :, 0] = np.maximum(inner[middle + 1 :, 0], CX)
        inner[:middle, 0] = np.minimum(inner[:middle, 0], CX)
    shoulder = np.array([CX + cut.neck - width * 0.9, cut.neck_y - width * 0.42])
    for j in range(5):
        share = ((5 - j) / 5) ** 1.5
        right = shoulder + line[-1 - j] - line[-1]
        left = np.array([2 * CX - shoulder[0], shoulder[1]]) + line[j] - line[0]
        inner[-1 - j] = inner[-1 - j] * (1 - share) + right * share
        inner[j] = inner[j] * (1 - share) + left * share
    outer = line.copy()
    outer[0] += [-1, 1]
    outer[-1] += [1, 1]
    layer(
        canvas, np.concatenate([inner, outer[::-1]]), texture, cloth.material, R=width, depth=0.35,
        edge=width * 0.42, edge_depth=0.6, wrinkle=0.1, uv=along(canvas, line), lift=lift,
        shadow=0.4,
    )  # fmt: skip
    if kind == "v-neck":
        x, y = line[middle]
        mitre = np.array([(x, y - width * 1.25), (x, y)])
        stitch(canvas, mitre, cloth.colour * 0.4, 9, 0, 0.5, 0.5)
    if sewn:
        stitch(canvas, offset(line, -2.4 * sign), cloth.stitch, strength=0.4)


def armhole_band(
    canvas: Canvas, line: np.ndarray, texture: Texture, cloth: Cloth, width: float = 3.6
) -> None:
    """A narrow binding along a sleeveless armhole."""
    band = np.concatenate([offset(line, width), offset(line, -width)[::-1]])
    layer(
        canvas, band, texture, cloth.material, R=8, depth=0.2, edge=1.8, wrinkle=0.15, lift=1.0,
        uv=along(canvas, line),
    )  # fmt: skip


def armhole_trim(
    canvas: Canvas, hole: Sequence[Point], slope: float, cloth: Cloth, texture: Texture,
    width: float, clip: Outline | None = None,
) -> None:  # fmt: skip
    """Bands inside both armholes, cut off along the shoulder (falling by `slope`) and the side.

    hole: the right armhole, shoulder first; clip: nothing stands out of this outline.
    """
    for side in (1, -1):
        outer = spline(on_side(hole, side), closed=False)
        inner = offset(outer, width * side)
        ends = (outer[0] - [side * width, slope * width], outer[-1] + [-side * 0.5, width * 1.15])
        for j in range(7):
            share = ((7 - j) / 7) ** 1.4
            inner[j] = inner[j] * (1 - share) + (ends[0] + outer[j] - outer[0]) * share
            k = -1 - j
            inner[k] = inner[k] * (1 - share) + (ends[1] + outer[k] - outer[-1]) * share
        layer(
            canvas, np.concatenate([outer, inner[::-1]]), texture, cloth.material, R=width,
            depth=0.3, edge=width * 0.4, edge_depth=0.6, wrinkle=0.1, lift=1.2, shadow=0.3,
            uv=along(canvas, outer), clip=clip,
        )  # fmt: skip


def placket(
    canvas: Canvas, cut: Cut, cloth: Cloth, top: float, bottom: float, buttons: int,
    half: float = 10, texture: Texture | None = None, first: float = 22, hidden: bool = False,
    closed_end: bool = False,
) -> None:  # fmt: skip
    """A buttoned strip down the front from `top` to `bottom` (y)."""
    strip = corners((CX - half, top), (CX + half, top), (CX + half, bottom), (CX - half, bottom))
    wide = corners(
        (CX - 90, top - 20), (CX + 90, top - 20), (CX + 90, bottom + 20), (CX - 90, bottom + 20)
    )
    rng = canvas.rng
    folds = [
        Fold((CX + rng.choice([-1, 1]) * 60, y),
            (CX + rng.uniform(-10, 10), y + rng.uniform(-20, 20)),
             0, (4, 6), rng.uniform(0.5, 1.4), 0.2, 0.2, 0.6)
        for y in np.arange(top + 40, bottom, 45)
    ]  # fmt: skip
    layer(
        canvas, strip, texture or cloth.ground, cloth.material,
        inflate_with=[spline(strip), spline(wide)],
        R=70, depth=0.15, edge=1.2, edge_depth=0.7, folds=folds, wrinkle=0.5 * cloth.wrinkle,
        wrinkle_angle=0, lift=1.6, shadow=0.4, uv=lambda x, y: (x - CX + 3, y - 97), ripple=0,
    )  # fmt: skip
    for side in (-1, 1):
        row = np.array(
            [(CX + side * (half - 2.5), top + 6), (CX + side * (half - 2.5), bottom - 3)]
        )
        stitch(canvas, row, cloth.stitch, strength=0.5)
    if closed_end:
        box = np.array([(CX - half + 2, bottom - 9), (CX + half - 2, bottom - 9)])
        stitch(canvas, box, cloth.stitch, strength=0.5)
    if hidden or buttons < 1:
        return
    end = bottom - (22 if closed_end else 40)
    for y in np.linspace(top + first, end, buttons):
        buttonhole(canvas, CX, float(y), cloth.colour)
        button(canvas, CX, float(y), 3.4 * max(0.85, cut.unit), cloth.button)


@draws("inside")
def collar_stand_back(canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth) -> None:
    """The back of a shirt collar, seen inside above the neckline."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    outline = [
        (CX - n + 4, y - 13 * k, 1), (CX - n * 0.45, y - 20 * k), (CX, y - 22 * k),
        (CX + n * 0.45, y - 20 * k), (CX + n - 4, y - 13 * k, 1), (CX + n - 3, y + 12 * k, 1),
        (CX, y + 20 * k), (CX - n + 3, y + 12 * k, 1),
    ]  # fmt: skip
    fold = spline([(CX - n, y - 2 * k), (CX, y - 7 * k), (CX + n, y - 2 * k)], closed=False)
    layer(
        canvas, outline, texture, cloth.material, R=30, depth=-0.2, edge=2.5, wrinkle=0.15, lift=0,
        dark=0.62, seams=[(fold, 1.4, 1.0)],
        occlusion=lambda px, py: np.clip(1.1 - 0.018 * (py - y + 20 * k), 0.45, 1),
    )  # fmt: skip
    label(canvas, CX, y - 1 * k, 24 * k, 12 * k, dark=0.6)


@draws("collar")
def collar(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, *, spread: float = 1.0,
    length: float = 1.0, drop: float = 0.0, soft: bool = False, material: Material | None = None,
) -> None:  # fmt: skip
    """Two collar leaves with sharp tips, folded over a stand; `drop` opens the neck."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    front = y + 24 * k + drop
    for side in (1, -1):
        tip = (CX + 33 * spread * k + drop * 0.25, y + 60 * k * length + drop * 0.55)
        leaf = [
            (CX + 2.0, front, 1), (tip[0], tip[1], 1),
            ((tip[0] + CX + n + 9) / 2 + 3, tip[1] - 17 * k * length - drop * 0.2),
            (CX + n + 12 * k, y + 19 * k), (CX + n + 5 * k, y - 2 * k),
            (CX + n - 3 * k, y - 14 * k, 1),
            (CX + n * 0.78, y - 3 * k + drop * 0.1), (CX + n * 0.40, y + 13 * k + drop * 0.5),
        ]  # fmt: skip
        roll = [
            Fold((CX + side * (n - 4), y - 8 * k), (CX + side * 10, front), side * 5, (5, 4), 2.2,
                0, 0.1, 0.3)
        ]  # fmt: skip
        layer(
            canvas, on_side(leaf, side), texture, material or cloth.material, R=24, depth=0.28,
            edge=3.2, edge_depth=0.6, folds=roll, wrinkle=0.25 * cloth.wrinkle, lift=4.0 * k,
            shadow=0.5, uv=(CX + side * n, y, side * 52), ripple=0,
        )  # fmt: skip
        row = [
            (CX + 4.5, front + 1), (tip[0] - 1, tip[1] - 4),
            ((tip[0] + CX + n + 9) / 2 + 1, tip[1] - 20 * k * length - drop * 0.2),
            (CX + n + 8.5 * k, y + 18 * k), (CX + n + 1.5 * k, y - 1 * k),
        ]  # fmt: skip
        if not soft:
            line = np.array(on_side(row, side), float)
            stitch(canvas, line, cloth.stitch, 2.2, 1.3, 0.6, 0.42)


def with_depth(cut: Cut, depth: float, width: float | None = None) -> Cut:
    """The cut with another neckline."""
    return replace(cut, neck_depth=depth, neck=width or cut.neck)
