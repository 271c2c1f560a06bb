"""Off-shoulder, halter and camisole fronts. Knows these three only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, flip, mirror, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.folds import Fold, flutes, tube_folds
from demo.studio.garments.cut import Cut
from demo.studio.garments.tailoring import (
    back_hem,
    bust,
    bust_folds,
    draw_body,
)
from demo.studio.light import layer
from demo.studio.trims import label, stitch


def off_shoulder(canvas: Canvas, colourway: Colourway, cut: Cut, rng: np.random.Generator) -> None:
    """A straight edge from arm to arm with a folded or gathered band; any sleeve length."""
    cloth = fabric(colourway)
    y, s, c = 158.0, cut.shoulder, cut.chest
    length = {"short": 84, "three-quarter": 225}.get(colourway.sleeve, 322)
    back = mirror([(CX, y + 8), (CX + s - 12, y + 4, 1), (CX + s, y + 50, 1), (CX, y + 70)])
    layer(canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.3, lift=0,
          dark=0.5)  # fmt: skip
    label(canvas, CX, y + 14, 22, 11, dark=0.55)
    back_hem(canvas, cut, cloth, 5)
    lean = rng.uniform(0.10, 0.16)
    wide = 27 * cut.sleeve if colourway.sleeve == "short" else 16 * (0.5 + 0.5 * cut.sleeve)
    puff, rise = (9, 26) if colourway.sleeve == "short" else (15, 50)
    shapes = []
    for side in (1, -1):
        x0 = CX + s + 12
        end = np.array([x0 + lean * length + 4, y + length])
        inner = end + [-2 * wide, 5]
        outline = [
            (x0 - 30, y + 4, 1), (x0 + 2, y + 2, 1), (x0 + 13, y + 28),
            (x0 + lean * length * 0.5 + 15, y + length * 0.5),
            (end[0] + puff, end[1] - rise), (end[0] + 1, end[1] - 18), (*end, 1), (*inner, 1),
            (inner[0] - 1, inner[1] - 18), (inner[0] - puff * 0.7, inner[1] - rise),
            ((inner[0] + CX + c) / 2 + 1, (inner[1] + cut.armpit_y + 20) / 2),
            (CX + c + 2, cut.armpit_y + 24), (CX + c - 10, cut.armpit_y + 4, 1),
        ]  # fmt: skip
        path = [
            (x0 - 18, y + 30),
            tuple(((end + inner) / 2 + [x0 - 10, y + 20]) / 2),
            tuple((end + inner) / 2),
        ]
        shapes.append((side, on_side(outline, side), spline(on_side(path, side), closed=False)))
    half = [(CX, y + 6), (CX + s * 0.5, y + 3), (CX + s + 2, y + 2, 1)]
    outline = mirror([
        *half, (CX + s - 2, y + 30), (CX + c, cut.armpit_y + 4, 1),
        (CX + (c + cut.waist) / 2, (cut.armpit_y + cut.waist_y) / 2), (CX + cut.waist, cut.waist_y),
        (CX + (cut.waist + cut.hem) / 2, (cut.waist_y + cut.hem_y) / 2),
        (CX + cut.hem, cut.hem_y - cut.hem_curve, 1), (CX + cut.hem * 0.5, cut.hem_y - 2),
        (CX, cut.hem_y),
    ])  # fmt: skip
    for side, shape, path in shapes:
        folds = tube_folds(
            canvas.rng,
            path,
            [40, 30, wide],
            1.2 * cloth.fold,
            0.8,
            0.55 if length > 200 else None,
            side,
        )
        own = canvas.rng
        folds += [  # gathers above the elastic
            Fold(tuple(path[-1] + [lane * wide, -8]),
                 tuple(path[-1] + [lane * (wide + puff) - side * 3, -rise * own.uniform(0.8, 1.7)]),
                 own.uniform(-3, 3), (2.0, 5.0), own.uniform(1.2, 2.4) * cloth.fold, 0.2, 0.02, 0.8)
            for lane in np.linspace(-0.85, 0.85, 7) + own.uniform(-0.1, 0.1, 7)
        ]  # fmt: skip
        layer(
            canvas, shape if side == 1 else shape[::-1], cloth.ground, cloth.material,
            inflate_with=[spline(shape), spline(outline)], R=28, depth=0.5, edge=7, edge_depth=0.7,
            folds=folds, wrinkle=0.5 * cloth.wrinkle, lift=4,
            uv=(float(path[0][0]), y, -side * float(np.rad2deg(lean))),
        )  # fmt: skip
        for above in (10, 14):
            ends = path[-1] + np.array([(-wide + 1, -above), (wide - 1, -above)])
            stitch(canvas, ends, cloth.stitch, strength=0.45)
    draw_body(
        canvas, cut, cloth, "crew", outline=outline, sleeves=[s[1] for s in shapes], lift=1.2,
        relief=bust(cut), extra_folds=bust_folds(canvas.rng, cut, cloth.fold),
    )  # fmt: skip
    deep = float(rng.choice([22, 34, 50]))
    band = mirror([
        (CX, y + 4), (CX + s * 0.5, y + 1), (CX + s + 13, y - 12, 1),
        (CX + s + 19, y - 8 + deep * 0.6),
        (CX + s + 17, y - 6 + deep, 1), (CX + s * 0.5, y + deep + 2), (CX, y + deep + 6),
    ])  # fmt: skip
    folds = [
        Fold((x + canvas.rng.uniform(-4, 4), y - 4), (x + canvas.rng.uniform(-6, 6), y + deep + 8),
            0, (4, 7),
             canvas.rng.uniform(0.8, 2.0) * cloth.fold, 0.1, 0.05, 0.2)
        for x in np.linspace(CX - s - 8, CX + s + 8, 13)
    ]  # fmt: skip
    layer(canvas, band, cloth.ground, cloth.material, R=40, depth=0.35, edge=5, folds=folds,
          wrinkle=0.4, lift=4.5, ripple=0.8)  # fmt: skip
    edge = spline([*flip(half[1:])[::-1], *half], closed=False)
    stitch(canvas, edge + [0, deep - 3], cloth.stitch, strength=0.35)


def halter(canvas: Canvas, colourway: Colourway, cut: Cut, rng: np.random.Generator) -> None:
    """Straps to the neck, shoulders cut away, a band at the hem."""
    cloth = fabric(colourway)
    n, y, c = cut.neck * 0.86, cut.neck_y, cut.chest
    depth = float(rng.choice([26, 58, 92]))
    top = cut.armpit_y
    back = mirror(
        [(CX, top + 8), (CX + c - 10, top + 4, 1), (CX + c - 8, top + 60, 1), (CX, top + 66)]
    )
    layer(canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.3, lift=0,
          dark=0.5)  # fmt: skip
    nape = spline([(CX - n - 7, y + 2), (CX, y + 16), (CX + n + 7, y + 2)], closed=False)
    layer(canvas, ribbon(nape, 6), cloth.solid, cloth.material, R=12, depth=0.3, edge=3,
        wrinkle=0.1,
          lift=0, dark=0.55)  # fmt: skip
    back_hem(canvas, cut, cloth, 5)
    neck = [
        (CX, y + depth),
        (CX + n * 0.62, y + depth * 0.72),
        (CX + n * 0.92, y + depth * 0.3),
        (CX + n, y, 1),
    ]
    hole = [(CX + n + 15, y + 1, 1), (CX + n + 17, y + 40), (CX + c * 0.66, top - 48),
        (CX + c - 8, top - 8),
            (CX + c, top, 1)]  # fmt: skip
    outline = mirror([
        *neck, *hole, (CX + cut.waist, cut.waist_y), (CX + cut.hem, cut.hem_y - cut.hem_curve, 1),
        (CX + cut.hem * 0.5, cut.hem_y - 2), (CX, cut.hem_y),
    ])  # fmt: skip
    folds = [
        Fold((CX + side * (n + 6), y + 10),
            (CX + side * rng.uniform(20, 70), top + rng.uniform(0, 50)),
             side * -5, (4, 10), rng.uniform(1.0, 2.2) * cloth.fold)
        for side in (1, -1) for _ in range(3)
    ]  # fmt: skip
    draw_body(canvas, cut, cloth, "crew", outline=outline, lift=4, relief=bust(cut),
              extra_folds=folds)  # fmt: skip
    edge = spline([*flip(neck[1:])[::-1], *neck], closed=False)
    layer(canvas, ribbon(edge, 3), cloth.solid, cloth.material, R=6, depth=0.3, edge=2, wrinkle=0,
          lift=1.4)  # fmt: skip
    for side in (1, -1):
        line = spline(on_side(hole, side), closed=False)
        layer(canvas, ribbon(line, 3), cloth.solid, cloth.material, R=6, depth=0.3, edge=2,
            wrinkle=0,
              lift=1.4)  # fmt: skip


def camisole(canvas: Canvas, colourway: Colourway, cut: Cut, rng: np.random.Generator) -> None:
    """Thin straps and a bound edge, under which the cloth is gathered and falls in flutes."""
    cloth = fabric(colourway)
    dip = float(rng.choice([8, 22, 34]))
    top = 178.0
    at = cut.chest * 0.60
    back = mirror([(CX, top + 20), (CX + cut.chest - 10, top + 16, 1),
        (CX + cut.chest - 6, top + 70, 1),
                   (CX, top + 80)])  # fmt: skip
    layer(canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.3, lift=0,
          dark=0.5)  # fmt: skip
    label(canvas, CX, top + 24, 22, 11, dark=0.6)
    for side in (1, -1):
        behind = [
            (CX + side * at * 0.84, 83),
            (CX + side * at * 0.76, 90),
            (CX + side * at * 0.70, 122),
            (CX + side * at * 0.66, top + 22),
        ]
        strap = ribbon(spline(behind, closed=False), 2.6)
        layer(
            canvas,
            strap,
            cloth.solid,
            cloth.material,
            R=5,
            depth=0.3,
            edge=2,
            wrinkle=0,
            lift=0,
            dark=0.62,
        )
    half = [
        (CX, top + dip, *(() if dip < 20 else (1,))), (CX + at * 0.55, top + dip * 0.45),
        (CX + at, top - 14, 1), (CX + cut.chest * 0.86, top + 6),
        (CX + cut.chest, cut.armpit_y + 6, 1),
    ]  # fmt: skip
    cut = replace(cut, hem_curve=rng.uniform(7, 15))
    outline = mirror([
        *half, (CX + (cut.chest + cut.waist) / 2, (cut.armpit_y + cut.waist_y) / 2),
        (CX + cut.waist, cut.waist_y),
        (CX + (cut.waist + cut.hem) / 2, (cut.waist_y + cut.hem_y) / 2),
        (CX + cut.hem, cut.hem_y - cut.hem_curve, 1), (CX + cut.hem * 0.5, cut.hem_y - 2),
        (CX, cut.hem_y),
    ])  # fmt: skip
    back_hem(canvas, cut, cloth, 9)
    own = canvas.rng
    folds = [
        Fold((CX + side * at * (0.98 - 0.07 * i), top - 12 + 3 * i),
             (CX + side * at * (0.80 - 0.24 * i) + own.uniform(-8, 8), top + own.uniform(50, 120)),
             side * own.uniform(-4, 8), (2.4, own.uniform(6, 11)),
             own.uniform(1.6, 3.0) * cloth.fold, own.uniform(-0.3, 0.3), 0.03, 0.8)
        for side in (1, -1) for i in range(5)
    ]  # fmt: skip
    folds += [  # gathers under the edge
        Fold((x, top + dip * 0.6), (x + own.uniform(-7, 7), top + dip + own.uniform(26, 60)), 0,
             (2.6, 6), own.uniform(0.7, 1.7) * cloth.fold, 0.1, 0.02, 0.9)
        for x in np.linspace(CX - at * 0.7, CX + at * 0.7, 9) + own.uniform(-4, 4, 9)
    ]  # fmt: skip
    folds += flutes(
        own, (CX, cut.waist, cut.waist_y - 20), (CX, cut.hem, cut.hem_y), 7, 3.0 * cloth.fold
    )
    swell = bust(replace(cut, armpit_y=218))
    draw_body(
        canvas, cut, replace(cloth, wrinkle=0.35 * cloth.wrinkle), "crew", outline=outline,
        gain=0.4, lift=4,
        relief=lambda x, y: 0.5 * swell(x, y), extra_folds=folds,
    )  # fmt: skip
    edge = spline([*flip(half[1:])[::-1], *half], closed=False)
    band = ribbon(edge + [0, 2], 2.6)
    layer(canvas, band, cloth.solid, cloth.material, R=6, depth=0.3, edge=2, wrinkle=0, lift=1.4)
    for side in (1, -1):
        front = [
            (CX + side * at, top - 12),
            (CX + side * at * 0.98, 128),
            (CX + side * at * 0.93, 92),
            (CX + side * at * 0.84, 83),
        ]
        layer(
            canvas, ribbon(spline(front, closed=False), 2.7), cloth.solid, cloth.material, R=5,
            depth=0.35, edge=2, wrinkle=0, lift=2.5,
        )  # fmt: skip
