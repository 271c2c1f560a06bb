"""What upper garments share: the cut's measures, the body's outline, its folds and its hem.

Knows measures and outlines; which garment has which collar, pocket or dye is for the other modules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, Outline, Point, flip, mirror, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, mirror_folds
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import draws, mark_both, mark_hem, mark_shoulders, mark_trunk
from demo.studio.light import Texture, layer
from demo.studio.trims import stitch


def neck_curve(cut: Cut, kind: str) -> list[Point]:
    """The right half of a neckline, centre first."""
    n, y, d = cut.neck, cut.neck_y, cut.neck_depth
    if kind == "v-neck":
        return [
            (CX, y + d, 1),
            (CX + n * 0.30, y + d * 0.69),
            (CX + n * 0.66, y + d * 0.33),
            (CX + n, y, 1),
        ]
    if kind == "scoop":
        return [
            (CX, y + d), (CX + n * 0.62, y + d * 0.80), (CX + n * 0.95, y + d * 0.34),
            (CX + n, y, 1),
        ]  # fmt: skip
    if kind == "square":
        return [(CX, y + d + 1), (CX + n * 0.90, y + d - 1, 1), (CX + n, y, 1)]
    if kind == "boat":
        return [(CX, y + d), (CX + n * 0.7, y + d * 0.6), (CX + n, y, 1)]
    return [
        (CX, y + d), (CX + n * 0.55, y + d * 0.82), (CX + n * 0.90, y + d * 0.38), (CX + n, y, 1),
    ]  # fmt: skip


def neck_line(cut: Cut, kind: str) -> np.ndarray:
    """The whole neckline as a polyline, left to right."""
    half = neck_curve(cut, kind)
    if kind in ("v-neck", "square"):
        right = spline(half, closed=False)
        left = right[::-1] * [-1, 1] + [2 * CX, 0]
        return np.concatenate([left, right[1:]])
    return spline([*flip(half[1:])[::-1], *half], closed=False)


def armhole(cut: Cut) -> list[Point]:
    """The right armhole seam of a set-in sleeve, shoulder first."""
    x, y, deep = CX + cut.shoulder, cut.shoulder_y, cut.armpit_y - cut.shoulder_y
    return [
        (x, y, 1), (x - 8 * cut.unit, y + deep * 0.40), (x - 9 * cut.unit, y + deep * 0.74),
        (CX + cut.chest, cut.armpit_y, 1),
    ]  # fmt: skip


def cutaway(cut: Cut, strap: float) -> list[Point]:
    """The right armhole of a sleeveless top, leaving `strap` of shoulder beside the neck."""
    x = CX + cut.neck + strap
    slope = (cut.shoulder_y - cut.neck_y) / (cut.shoulder - cut.neck)
    y = cut.neck_y + slope * strap
    deep = cut.armpit_y - y
    inner = x + (cut.chest - cut.neck - strap) * 0.10
    return [
        (x, y, 1), (x - 1, y + deep * 0.30), (inner, y + deep * 0.68),
        (CX + cut.chest - 8, cut.armpit_y - deep * 0.09), (CX + cut.chest - 1, cut.armpit_y, 1),
    ]  # fmt: skip


def side_seam(cut: Cut) -> list[Point]:
    """From armpit to hem on the right, without either end."""
    waist_y = min(cut.waist_y, cut.armpit_y + 0.6 * (cut.hem_y - cut.armpit_y))
    middle = [
        (CX + (cut.chest + cut.waist) / 2 - 1, (cut.armpit_y + waist_y) / 2),
        (CX + cut.waist, waist_y),
    ]
    if cut.hem_y - waist_y < 90:
        return middle
    return [*middle, (CX + (cut.waist + cut.hem) / 2 + 1, (waist_y + cut.hem_y) / 2)]


def hem_line(cut: Cut, style: str = "round") -> list[Point]:
    """The right half of the hem, side first: round, curved, split, knotted, shirttail, vented, banded."""
    y, curve = cut.hem_y, cut.hem_curve
    if style == "curved":  # the side seam runs on into the hem, without a corner
        return [
            (CX + cut.hem - 2, y - 41), (CX + cut.hem - 11, y - 22), (CX + cut.hem * 0.72, y - 6),
            (CX + cut.hem * 0.40, y - 1), (CX, y),
        ]  # fmt: skip
    if style == "split":  # a hand's breadth of open side seam above a straight hem
        return [
            (CX + cut.hem, y - curve - 46), (CX + cut.hem - 1, y - curve - 30),
            (CX + cut.hem - 5, y - curve, 1), (CX + cut.hem * 0.5, y - curve * 0.3), (CX, y),
        ]  # fmt: skip
    if style == "knotted":  # drawn up and together at the middle, where a knot will lie
        return [
            (CX + cut.hem, y - 3, 1), (CX + cut.hem * 0.62, y - 1), (CX + cut.hem * 0.26, y - 12),
            (CX, y - 22),
        ]  # fmt: skip
    if style == "shirttail":
        return [
            (CX + cut.hem - 4, y - 52, 1), (CX + cut.hem * 0.90, y - 24),
            (CX + cut.hem * 0.66, y - 5),
            (CX + cut.hem * 0.30, y), (CX, y + 1),
        ]  # fmt: skip
    if style == "vented":  # the sides fall open above the hem
        return [
            (CX + cut.hem - 1, y - 112), (CX + cut.hem - 9, y - 64), (CX + cut.hem - 24, y - 6, 1),
            (CX + cut.hem * 0.5, y), (CX, y + 1),
        ]  # fmt: skip
    if style == "banded":  # blouses over the waistband that is drawn on top
        return [
            (CX + cut.hem - 1, y - curve - 24), (CX + cut.hem - 3, y - curve - 9),
            (CX + cut.hem - 8, y - curve + 2, 1), (CX, y + 2),
        ]  # fmt: skip
    return [
        (CX + cut.hem, y - curve, 1), (CX + cut.hem * 0.72, y - curve * 0.42),
        (CX + cut.hem * 0.36, y - curve * 0.08), (CX, y),
    ]  # fmt: skip


def body_outline(
    cut: Cut, neckline: str, hem: str = "round", strap: float | None = None
) -> list[Point]:
    """The front as one symmetric outline; `strap` makes it sleeveless."""
    hole = armhole(cut) if strap is None else cutaway(cut, strap)
    top = neck_curve(cut, neckline)
    if strap is None:
        top = [*top, (CX + (cut.neck + cut.shoulder) / 2, (cut.neck_y + cut.shoulder_y) / 2 - 3)]
    return mirror([*top, *hole, *side_seam(cut), *hem_line(cut, hem)])


def body_folds(rng: np.random.Generator, cut: Cut, gain: float = 1.0) -> list[Fold]:
    """Drags from the armpits, creases at the waist, flutes at the hem, long diagonals."""
    folds: list[Fold] = []
    for side in (1, -1):
        own: list[Fold] = []
        for _ in range(rng.integers(3, 6)):
            x, y = CX + cut.chest - rng.uniform(-4, 6), cut.armpit_y + rng.uniform(-20, 14)
            length, angle = rng.uniform(45, 150), np.deg2rad(rng.uniform(95, 150))
            end = (x + np.cos(angle) * length, y + np.sin(angle) * length)
            width = (rng.uniform(2.5, 4.5), rng.uniform(6, 15))
            own.append(Fold((x, y), end, rng.uniform(-9, 9), width, rng.uniform(0.9, 2.6) * gain,
                            rng.uniform(-0.4, 0.4), 0.1, 0.8))  # fmt: skip
        for _ in range(2):
            x = CX + rng.uniform(cut.neck + 4, cut.shoulder - 14)
            start = (x, cut.shoulder_y + rng.uniform(-6, 10))
            end = (CX + rng.uniform(20, cut.chest - 14), cut.shoulder_y + rng.uniform(90, 190))
            own.append(Fold(start, end, rng.uniform(-8, 8), (6, rng.uniform(12, 20)),
                            rng.uniform(0.9, 2.2) * gain, rng.uniform(-0.4, 0.4), 0.2, 0.7))  # fmt: skip
        for _ in range(rng.integers(3, 6)):
            y = cut.waist_y + rng.uniform(-55, min(75.0, cut.hem_y - cut.waist_y))
            x = CX + cut.waist + 4
            length, angle = rng.uniform(35, 110), np.deg2rad(rng.uniform(150, 212))
            end = (x + np.cos(angle) * length, y + np.sin(angle) * length)
            width = (rng.uniform(3, 5), rng.uniform(5, 10))
            own.append(Fold((x, y), end, rng.uniform(-8, 8), width, rng.uniform(0.8, 2.2) * gain,
                            rng.uniform(-0.4, 0.4), 0.05, 0.8))  # fmt: skip
        folds += own if side == 1 else mirror_folds(own)
    tall = cut.hem_y - cut.armpit_y
    for _ in range(rng.integers(5, 8)):
        x = CX + rng.uniform(-cut.hem + 12, cut.hem - 12)
        length = rng.uniform(0.25, 0.65) * tall
        end = (x + (CX - x) * 0.15 + rng.uniform(-14, 14), cut.hem_y - length)
        width = (rng.uniform(8, 17), rng.uniform(4, 9))
        folds.append(Fold((x, cut.hem_y + 6), end, rng.uniform(-8, 8), width,
                          rng.uniform(1.2, 3.4) * gain, rng.uniform(-0.4, 0.4), 0.02, 0.85))  # fmt: skip
    for _ in range(4):
        x, y = CX + rng.uniform(-60, 60), rng.uniform(cut.armpit_y, cut.waist_y + 20)
        angle = np.deg2rad(rng.choice([50, 65, 115, 130]) + rng.uniform(-10, 10))
        length = min(rng.uniform(80, 170), 0.6 * tall)
        end = (x + np.cos(angle) * length, y + np.sin(angle) * length)
        width = (rng.uniform(5, 9), rng.uniform(9, 18))
        folds.append(Fold((x, y), end, rng.uniform(-12, 12), width, rng.uniform(0.7, 1.9) * gain,
                          rng.uniform(-0.5, 0.5), 0.4, 0.6))  # fmt: skip
    return folds


def bust_folds(rng: np.random.Generator, cut: Cut, gain: float = 1.0) -> list[Fold]:
    """Soft drapes below the bust of a woman's top."""
    folds = []
    for side in (1, -1):
        x = CX + side * cut.chest * rng.uniform(0.42, 0.52)
        y = cut.armpit_y + rng.uniform(14, 26)
        end = (x + side * rng.uniform(-14, 8), y + rng.uniform(60, 110))
        folds.append(
            Fold((x, y), end, rng.uniform(-4, 4), (9, 14), 2.0 * gain, 0.2 * side, 0.3, 0.8)
        )
    return folds


def bust(cut: Cut) -> Field:
    """The swelling of a woman's chest."""
    y0 = cut.armpit_y + 4

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        half = cut.chest * 0.46
        left = ((x - CX + half) / 30) ** 2
        right = ((x - CX - half) / 30) ** 2
        return 7.0 * (np.exp(-left) + np.exp(-right)) * np.exp(-(((y - y0) / 30) ** 2))

    return relief


@draws("inside")
def back_hem(
    canvas: Canvas, cut: Cut, cloth: Cloth, drop: float, hem: str = "round", reach: float = 20
) -> None:
    """The inside of the back, seen below the front's hem by `drop` units; it goes `reach` up."""
    if drop <= 0:
        return
    lower = replace(
        cut, hem_y=cut.hem_y + drop, hem=cut.hem - 4, hem_curve=cut.hem_curve + drop + 3
    )
    if hem in ("shirttail", "curved"):
        lower = replace(cut, hem_y=cut.hem_y + drop, hem=cut.hem - 5)
    if hem == "split":
        lower = replace(cut, hem_y=cut.hem_y + drop, hem=cut.hem - 3)
    edge = hem_line(lower, "round" if hem == "split" else hem)
    top = cut.hem_y - cut.hem_curve - (60 if hem in ("shirttail", "curved", "split") else reach)
    panel = [(CX + min(cut.hem, cut.waist + 8) - 12, top, 1), *edge]
    layer(
        canvas, mirror([(CX, top), *panel]), cloth.ground, cloth.material, R=60, depth=0.1, edge=2,
        wrinkle=0.3, lift=0, dark=0.52, uv=lambda x, y: (CX - x + 31, y - 83),
    )  # fmt: skip
    line = spline([*flip(edge[:-1]), *edge[::-1]], closed=False)
    stitch(canvas, line - [0, 9], cloth.stitch, strength=0.3)


def draw_body(
    canvas: Canvas,
    cut: Cut,
    cloth: Cloth,
    neckline: str,
    *,
    texture: Texture | None = None,
    hem: str = "round",
    strap: float | None = None,
    outline: Outline | None = None,
    sleeves: Sequence[Outline] = (),
    gain: float = 1.0,
    hem_stitch: bool = True,
    extra_folds: Sequence[Fold] = (),
    relief: Field | None = None,
    occlusion: Field | None = None,
    seams: Sequence[tuple[np.ndarray, float, float]] = (),
    lift: float = 1.5,
    set_in: bool = True,
    shouldered: bool = True,
) -> None:
    """The front: swollen together with the sleeves, folded, hemmed.

    sleeves: outlines of sleeves, so that the armholes do not round off; set_in: with their seams.
    shouldered: reaches up to neck and shoulders where the cut has them.
    """
    shape = spline(outline if outline is not None else body_outline(cut, neckline, hem, strap))
    folds = body_folds(canvas.rng, cut, 1.75 * gain * cloth.fold) + list(extra_folds)
    seams, pucker = list(seams), []
    edge = hem_line(cut, hem)
    line = spline([*flip(edge[:-1]), *edge[::-1]], closed=False)[2:-2]
    deep = 6 if hem in ("shirttail", "curved") else 11
    if hem_stitch:
        seams.append((line - [0, deep], 1.8, 0.9))
        pucker.append((line - [0, deep], deep, 0.5))
    swell = [shape, *sleeves]
    if hem == "banded":  # the waistband goes on without a step, drawn in by its gathers
        swell.append(spline(band_outline(cut, 28, 8)))
        pucker.append((line - [0, 10], 14, 0.7))
    if sleeves and set_in:
        for side in (1, -1):
            hole = armhole(cut)
            seam = spline(hole if side == 1 else flip(hole), closed=False)
            seams.append((seam - [side * 2, 0], 1.4, 0.4))
    layer(
        canvas, shape, texture or cloth.texture, cloth.material, inflate_with=swell,
        R=118, depth=0.52, edge=13, edge_depth=0.62, folds=folds, wrinkle=0.5 * cloth.wrinkle,
        wrinkle_angle=80, lift=lift, seams=seams, pucker=pucker, relief=relief,
        occlusion=occlusion, shadow=0.30 if sleeves else 0.45, opacity=cloth.opacity,
    )  # fmt: skip
    end = edge[2] if hem in ("split", "vented", "banded") else edge[0]
    mark_hem(canvas, end, edge[-1])
    mark_trunk(canvas, cut, shape, end[1])
    canvas.mark("collar", (CX, cut.neck_y + cut.neck_depth))
    if shouldered:
        mark_shoulders(canvas, cut)
    if hem_stitch:
        stitch(canvas, line - [0, deep], cloth.stitch, strength=0.5)
        if hem in ("round", "split"):
            stitch(canvas, line - [0, deep + 2.8], cloth.stitch, strength=0.4)


def band_outline(cut: Cut, height: float, draw_in: float) -> list[Point]:
    """A waistband below the hem, narrowing by `draw_in` at its lower edge."""
    h, y, curve = cut.hem, cut.hem_y, cut.hem_curve
    right = [
        (CX + h * 0.4, y - curve * 0.2 - 2), (CX + h - 7, y - curve - 4, 1),
        (CX + h - draw_in + 1, y - curve + height * 0.5),
        (CX + h - draw_in - 1, y - curve + height - 1, 1), (CX + h * 0.4, y + height - curve * 0.1),
    ]  # fmt: skip
    return [*right, *flip(right)[::-1]]


@draws("waistband")
def hem_band(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, height: float = 28, draw_in: float = 8
) -> None:
    """A ribbed waistband below the hem, swollen as one with the body above it."""
    h, y, curve = cut.hem, cut.hem_y, cut.hem_curve
    outline = spline(band_outline(cut, height, draw_in))
    body = spline(body_outline(cut, "crew", "banded"))
    top = spline([(CX - h, y - curve - 1), (CX, y - 1), (CX + h, y - curve - 1)], closed=False)
    folds = [
        Fold((CX + x, y + height), (CX + x + canvas.rng.uniform(-8, 8), y - 12), 0, (8, 6), 1.4)
        for x in canvas.rng.uniform(-h, h, 6)
    ]
    layer(
        canvas, outline, texture, cloth.material, inflate_with=[outline, body], R=118, depth=0.52,
        edge=9, edge_depth=0.6, wrinkle=0.3, lift=0.8, shadow=0.3, folds=folds,
        seams=[(top, 2.0, 0.9)],
    )  # fmt: skip
    end = (CX + h - draw_in - 1, y - curve + height - 1)
    mark_hem(canvas, end, (CX, y + height))
    waist = cut.neck_y + cut.back
    if "waist_left" not in canvas.landmarks and waist < end[1] - 4:  # it lies on the waist
        mark_both(canvas, "waist", (CX + h - draw_in, waist))
