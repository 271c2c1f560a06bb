"""Sleeves of dresses: short, puffed, fluttering, belled, bishop. Knows a bodice's measures only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demo.studio.canvas import CX, Array, Canvas, Point, on_side, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, tube_folds
from demo.studio.garments.dress_marks import each_arm, mark_sleeve
from demo.studio.light import layer
from demo.studio.trims import button, stitch

if TYPE_CHECKING:
    from demo.studio.garments.bodice import Bodice

SHORT = {
    "set-in": (56.0, 60.0, 24.0, 22.0), "puff": (60.0, 58.0, 37.0, 21.0),
    "flutter": (50.0, 62.0, 33.0, 41.0), "rolled": (60.0, 62.0, 25.0, 24.5),
    "cuffed": (60.0, 66.0, 25.0, 24.0),
}  # fmt: skip
"""cap -> angle (degrees below the horizontal), length, half-widths in the middle and at the hem"""
LONG = {"three-quarter": (168.0, 16.0), "long": (238.0, 12.5)}
"""sleeve -> length, half-width at the cuff"""


def sleeve_outline(
    shape: Bodice,
) -> tuple[list[Point], list[Point], list[float], tuple[Point, Point]]:
    """(outline, centre line, half-widths, (outer, inner end of the cuff)) of the right sleeve."""
    sx, sy, ax, ay = CX + shape.shoulder, shape.shoulder_y, CX + shape.bust, shape.armpit
    if shape.neckline == "off-shoulder":
        sx, sy = ax + 20, ay - 40
    if shape.sleeve == "short":
        return _short(shape, sx, sy, ax, ay)
    return _long(shape, sx, sy, ax, ay)


def _short(shape: Bodice, sx: float, sy: float, ax: float, ay: float) -> tuple:
    kind = shape.cap if shape.cap in SHORT else "set-in"
    degrees, length, middle, hem = SHORT[kind]
    middle, hem = middle * shape.ease, hem * shape.ease
    angle = np.deg2rad(degrees)
    d, n = np.array([np.cos(angle), np.sin(angle)]), np.array([np.sin(angle), -np.cos(angle)])
    root = np.array([0.62 * sx + 0.38 * ax - 2, 0.55 * sy + 0.45 * ay - 4])
    end, half_way = root + d * length, root + d * length * 0.55
    o, i = end + n * hem, end - n * hem
    puffed = kind == "puff"
    cap = [(sx - 14, sy - 5, 1), (sx + 1, sy - (5 if puffed else 1)),
           (sx + 14 * shape.ease + (12 if puffed else 0), sy + (4 if puffed else 13))]  # fmt: skip
    swell = half_way + n * (middle + (2 if puffed else 0))
    under = half_way - n * middle * (0.92 if not puffed else 0.78)
    line = [*cap, tuple(swell), (*o, 1), tuple(end + d * (4 if kind != "flutter" else 7)), (*i, 1),
            (max(under[0], ax + 1), max(under[1], ay + 6)), (ax - 8, ay - 2, 1), (sx - 28, sy + 42,
                1)]  # fmt: skip
    return line, [tuple(root), tuple(end)], [34, hem], (tuple(o), tuple(i))


def _long(shape: Bodice, sx: float, sy: float, ax: float, ay: float) -> tuple:
    ease = shape.ease
    length, wide = LONG[shape.sleeve]
    wide *= ease
    if shape.neckline == "off-shoulder":
        length -= 44
    flare = {"bell": 17.0, "bishop": 0.0}.get(shape.cap, 0.0)
    full = {"bell": 7.0, "bishop": 15.0, "puff": 5.0}.get(shape.cap, 2.0)
    angle = np.deg2rad(77)
    d = np.array([np.cos(angle), np.sin(angle)])
    n = np.array([d[1], -d[0]])
    root = np.array([sx + 3, sy + 4])
    middle = root + d * length - n * 3 + np.array([6.0, 0])
    o, i = middle + n * (wide + flare), middle - n * (wide + flare)
    elbow = root + d * min(length * 0.55, 128) + np.array([3.0, 0])
    half = (18.5 + 0.25 * full) * ease
    low = 0.3 * elbow + 0.7 * middle
    lift = 7.0 if shape.cap == "puff" else 0.0
    line = [(sx - 15, sy - 6, 1), (sx + 1, sy - 1.0 - lift * 0.6), (sx + 14 * ease + lift,
        sy + 24 - lift),
            tuple(elbow + n * half), tuple(low + n * (wide + 2 + full)), (*o, 1),
            tuple(middle + d * 3), (*i, 1), tuple(low - n * (wide + 2 + full)),
            tuple(elbow - n * (half + 1)), (ax + 5, ay + 32), (ax - 5, ay + 1, 1),
            (sx - 30, sy + 50, 1)]  # fmt: skip
    return (
        line,
        [(sx - 2, sy + 32), tuple(elbow), tuple(middle)],
        [33 * ease, half, wide],
        (tuple(o), tuple(i)),
    )


def draw_sleeves(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Both sleeves, each with folds of its own; nothing for a sleeveless bodice."""
    if shape.sleeve == "sleeveless":
        return
    rng = canvas.rng
    right, centre, widths, (o, i) = sleeve_outline(shape)
    is_long = shape.sleeve != "short"
    gathered = shape.cap in ("puff", "bishop")
    cuffed = (is_long and shape.cap in ("bishop", "cuffed", "rolled")) or shape.cap in (
        "puff",
        "rolled",
    )
    for s in each_arm(canvas):
        line = spline(on_side(centre, s), False)
        run = line[-1] - line[0]
        degrees = float(np.rad2deg(np.arctan2(run[1], run[0]))) - 90
        folds = tube_folds(rng, line, widths, 1.0, 1.2 if is_long else 0.4,
                           0.52 if is_long else None,
                           inner=s)  # fmt: skip
        x, y = CX + s * (shape.bust - 2), shape.armpit + 4
        for _ in range(4):
            angle, length = np.deg2rad(rng.uniform(-70, 0)), rng.uniform(20, 46)
            folds.append(
                Fold((x, y), (x + s * np.cos(angle) * length, y + np.sin(angle) * length),
                     rng.uniform(-4, 4), (2.3, rng.uniform(4, 7)), rng.uniform(0.9, 2.0))
            )  # fmt: skip
        outer, inner = (np.array(on_side([q], s)[0], float)[:2] for q in (o, i))
        along = np.array([np.cos(np.deg2rad(degrees + 90)), np.sin(np.deg2rad(degrees + 90))])
        across = (inner - outer) / (np.linalg.norm(inner - outer) + 1e-6)
        if gathered or shape.cap in ("flutter", "bell"):
            folds += _hanging(rng, shape, s, outer, inner, along)
        hem = np.stack([outer - along * 8, (outer + inner) / 2 - along * 5, inner - along * 8])
        body = on_side([(CX + shape.shoulder - 8, shape.shoulder_y - 2, 1), (CX + 20,
            shape.top + 20, 1),
                        (CX + 20, shape.armpit + 36, 1), (CX + shape.bust - 4, shape.armpit + 8,
                                                          1)],
                       s)  # fmt: skip
        own = spline(on_side(right, s))

        def fullness(
            x: np.ndarray, y: np.ndarray, at: np.ndarray = outer, a: np.ndarray = along
        ) -> Array:
            from_cuff = (at[0] - x) * a[0] + (at[1] - y) * a[1]
            lane = (x - at[0]) * a[1] - (y - at[1]) * a[0]
            return (
                1.8
                * np.sin(lane * 0.8 + np.sin(lane * 0.23))
                * np.exp(-np.maximum(from_cuff, 0) / 20)
            )

        layer(
            canvas, own, cloth.ground, cloth.material,
            inflate_with=[own] if shape.neckline == "off-shoulder" else [own, spline(body)], R=26,
            depth=0.5, edge=7, edge_depth=0.7, folds=folds, fold_gain=cloth.fold,
            wrinkle=0.5 * cloth.wrinkle, wrinkle_angle=degrees + 90 + s * 30,
            uv=(float(line[0][0]), shape.shoulder_y, degrees), lift=4,
            seams=[] if cuffed else [(hem, 1.4, 0.8)], relief=fullness if gathered else None,
            ripple=0.7,
        )  # fmt: skip
        mark_sleeve(canvas, shape, s, line, outer, inner)
        if not cuffed:
            stitch(canvas, hem, cloth.stitch, strength=0.4)
            continue
        deep = {"puff": 9.0, "rolled": 19.0}.get(shape.cap, 18.0)
        back = 16.0 if shape.cap == "rolled" else 2.0
        cuff = np.array([outer - across * 1.5 - along * back,
                         (outer + inner) / 2 - along * (back - 3),
                         inner + across * 1.5 - along * back,
                         inner + across * 1.0 + along * (deep - back),
                         (outer + inner) / 2 + along * (deep - back + 3),
                         outer - across * 1.0 + along * (deep - back)])  # fmt: skip
        mark_sleeve(canvas, shape, s, line, cuff[5], cuff[3])
        flat = [(*q, 1) if k not in (1, 4) else tuple(q) for k, q in enumerate(cuff)]
        layer(canvas, spline(flat), cloth.ground, cloth.material, R=18, depth=0.4, edge=3.5,
              wrinkle=0.3,
              lift=2.5, uv=(float(outer[0]), float(outer[1]), degrees))  # fmt: skip
        if is_long:
            at = outer * 0.6 + inner * 0.4 + along * (8 if back < 5 else 0)
            button(canvas, float(at[0]), float(at[1]), 2.6, cloth.button)


def _hanging(
    rng: np.random.Generator,
    shape: Bodice,
    s: int,
    outer: np.ndarray,
    inner: np.ndarray,
    along: np.ndarray,
) -> list[Fold]:
    """Folds from a gathered cap, and up from the hem or cuff."""
    folds = []
    tip = np.array([CX + s * (shape.shoulder + 2), shape.shoulder_y + 2.0])
    if shape.neckline != "off-shoulder" and (shape.sleeve == "short" or shape.cap == "puff"):
        for share in np.linspace(0.0, 0.9, 8):
            start = tip + [-s * 14 * share + s * 4, 4 + 34 * share]
            end = start + along * rng.uniform(20, 44) + [s * rng.uniform(2, 14), 0]
            folds.append(Fold(tuple(start), tuple(end), rng.uniform(-3, 3), (1.6, 4),
                              rng.uniform(1.4, 2.6),
                              rng.uniform(-0.3, 0.3), 0.05, 0.6))  # fmt: skip
    reach = 44 if shape.sleeve == "short" else 86
    for share in np.linspace(0.06, 0.94, 8):
        start = outer + (inner - outer) * (share + rng.normal(0, 0.03))
        end = start - along * rng.uniform(0.5, 1.0) * reach
        folds.append(Fold(tuple(start + along * 6), tuple(end), rng.uniform(-4, 4), (3.2, 4.5),
                          rng.uniform(1.5, 3.0), rng.uniform(-0.4, 0.4), 0.02, 0.7))  # fmt: skip
    return folds
