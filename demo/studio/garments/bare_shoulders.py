"""Off-shoulder and halter fronts. Knows these two only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, flip, mirror, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, tube_folds
from demo.studio.garments.cut import Cut
from demo.studio.garments.jersey import joined, smocking
from demo.studio.garments.marks import SLEEVE, mark_both, mark_cuff, mark_elbow
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
    with canvas.part("inside"):
        layer(canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.3,
              lift=0, dark=0.5)  # fmt: skip
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
        with canvas.part(SLEEVE[side]):
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
            mark_cuff(canvas, np.array(shape[6][:2]), np.array(shape[7][:2]))
            if length > 200:
                mark_elbow(canvas, side, path[np.argmin(np.abs(path[:, 1] - y - 122))])
    kind = colourway.pick(("folded", "ruffle", "smocked"))
    relief, gain = bust(cut), 1.0
    if kind == "smocked":
        relief, gain = joined(relief, smocking(canvas, y + 16, cut.hem_y)), 0.45
    draw_body(
        canvas, cut, cloth, "crew", outline=outline, sleeves=[s[1] for s in shapes], lift=1.2,
        relief=relief, gain=gain, extra_folds=bust_folds(canvas.rng, cut, cloth.fold),
        shouldered=False,
    )  # fmt: skip
    canvas.mark("collar", half[0])
    upper_band(canvas, cloth, half, s, y, kind, float(rng.choice([30, 42])))


def upper_band(
    canvas: Canvas, cloth: Cloth, half: list[Point], reach: float, y: float, kind: str, deep: float
) -> None:
    """What holds the upper edge from arm to arm: a fold-over, a ruffle or a narrow casing."""
    own, count, height = canvas.rng, 13, 1.4
    if kind == "ruffle":
        deep, count, height = deep + 26, 19, 3.0
    elif kind == "smocked":
        deep, count, height = 13.0, 30, 0.9
    flare = 9 if kind == "ruffle" else 0
    band = spline(mirror([
        (CX, y + 4), (CX + reach * 0.5, y + 1), (CX + reach + 13, y - 12, 1),
        (CX + reach + 19 + flare * 0.5, y - 8 + deep * 0.6),
        (CX + reach + 17 + flare, y - 6 + deep, 1), (CX + reach * 0.5, y + deep + 2),
        (CX, y + deep + 6),
    ]))  # fmt: skip
    if kind == "ruffle":  # its free edge runs in waves
        low = np.clip((band[:, 1] - y - deep * 0.5) / (deep * 0.5), 0, 1)
        band[:, 1] += low * (3.4 * np.sin(band[:, 0] / 6.5) + 2.0 * np.sin(band[:, 0] / 14.7 + 1))
    folds = [
        Fold((x + own.uniform(-4, 4), y - 4), (x + (x - CX) * 0.04 + own.uniform(-6, 6), y + deep + 8),
             0, (2.6 if kind != "folded" else 4, 7 if kind != "smocked" else 3),
             height * own.uniform(0.6, 1.4) * cloth.fold, 0.1, 0.05, 0.05 if flare else 0.2)
        for x in np.linspace(CX - reach - 8, CX + reach + 8, count)
    ]  # fmt: skip
    layer(canvas, band, cloth.ground, cloth.material, R=40, depth=0.35, edge=5, folds=folds,
          wrinkle=0.4, lift=5.5 if flare else 4.5, ripple=0.8)  # fmt: skip
    if not flare:
        edge = spline([*flip(half[1:])[::-1], *half], closed=False)
        stitch(canvas, edge + [0, deep - 3], cloth.stitch, strength=0.35)


def halter(canvas: Canvas, colourway: Colourway, cut: Cut, rng: np.random.Generator) -> None:
    """Straps to the neck, shoulders cut away, a band at the hem."""
    cloth = fabric(colourway)
    cut = replace(cut, waist=cut.chest * 0.93, hem=cut.chest * 0.91)
    n, y, c = cut.neck * 0.86, cut.neck_y, cut.chest
    depth = float(rng.choice([26, 58, 92]))
    top = cut.armpit_y
    back = mirror(
        [(CX, top + 8), (CX + c - 10, top + 4, 1), (CX + c - 8, top + 60, 1), (CX, top + 66)]
    )
    nape = spline([(CX - n - 7, y + 2), (CX, y + 16), (CX + n + 7, y + 2)], closed=False)
    with canvas.part("inside"):
        layer(canvas, back, cloth.ground, cloth.material, R=50, depth=-0.2, edge=2, wrinkle=0.3,
              lift=0, dark=0.5)  # fmt: skip
        layer(canvas, ribbon(nape, 6), cloth.solid, cloth.material, R=12, depth=0.3, edge=3,
              wrinkle=0.1, lift=0, dark=0.55)  # fmt: skip
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
    mark_both(canvas, "neck", neck[-1])
    mark_both(canvas, "shoulder", hole[0])
    canvas.mark("collar", neck[0])
    edge = spline([*flip(neck[1:])[::-1], *neck], closed=False)
    layer(canvas, ribbon(edge, 3), cloth.solid, cloth.material, R=6, depth=0.3, edge=2, wrinkle=0,
          lift=1.4)  # fmt: skip
    for side in (1, -1):
        line = spline(on_side(hole, side), closed=False)
        layer(canvas, ribbon(line, 3), cloth.solid, cloth.material, R=6, depth=0.3, edge=2,
            wrinkle=0,
              lift=1.4)  # fmt: skip
