"""Blazers, overcoats, trench coats: what closes in lapels. Knows these three."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, offset, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.lapels import (
    Front,
    draw_fronts,
    flap_pocket,
    inside,
    slant_pocket,
    sleeve_buttons,
)
from demo.studio.garments.sleeves import (
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    sleeves_of,
)
from demo.studio.garments.tailoring import (
    back_hem,
)
from demo.studio.garments.tops import shape_rng
from demo.studio.light import layer
from demo.studio.trims import buckle, button, buttonhole, stitch

COAT_LENGTH = {"regular": 400, "knee": 452, "long": 492, "midi": 528}
"""length -> from neck to hem in world units, at a coat's scale"""


def over(colourway: Colourway) -> int:
    """Men's coats close left over right, women's the other way round."""
    return -1 if colourway.gender == "women" else 1


def blazer(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = cut_for(colourway, rng, neck=38, sleeve=1.04)
    cut = replace(
        cut, shoulder=cut.shoulder * 1.03, hem_y=cut.hem_y + 22, hem_curve=4, waist=cut.waist * 0.96,
        hem=cut.hem * 1.02, cuff=cut.cuff * 1.12, reach=1.0,
    )  # fmt: skip
    cloth, arms = fabric(colourway), pose(rng, 0.84)
    double = rng.random() < 0.28
    buttons = int(rng.choice([1, 2, 2, 3]))
    break_y = cut.waist_y - (54 if double else 10 if buttons == 1 else 42 if buttons == 2 else 78)
    front = Front(
        break_y, 32 if double else 9, 0 if double else float(rng.choice([18, 26, 34])),
        rng.uniform(0.78, 1.18), double or rng.random() < 0.2, over(colourway),
    )  # fmt: skip
    pair = sleeves_of(cut, "long", arms)
    back_hem(canvas, cut, cloth, 3, reach=80)
    inside(canvas, cut, cloth, front)
    options = {"length": "long", "finish": "plain", "gain": 1.1}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.15)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    sleeve_buttons(canvas, cut, cloth, pair, int(rng.choice([2, 3, 4])))
    pocket_y = cut.waist_y + (cut.hem_y - cut.waist_y) * 0.30
    patched = rng.random() < 0.25
    for side in (1, -1):
        x = CX + side * cut.hem * 0.58
        if patched:
            patch_pocket(canvas, cloth, x, pocket_y - 12, cut.unit)
        else:
            flap_pocket(canvas, cut, cloth, x, pocket_y, 29, 18, 1.5)
    if rng.random() < 0.75:
        x, y = CX + cut.chest * 0.50, cut.armpit_y - 2
        welt = corners((x - 18, y + 3), (x + 19, y - 2), (x + 19, y + 9), (x - 18, y + 14))
        layer(
            canvas,
            welt,
            cloth.ground,
            cloth.material,
            R=20,
            depth=0.1,
            edge=1.4,
            wrinkle=0.1,
            lift=1.8,
        )
    if double:
        for row in range(3):
            for side in (1, -1):
                button(canvas, CX + side * 23, break_y + 14 + row * 44, 5.0, cloth.button)
        return
    for i in range(buttons):
        y = break_y + 13 + i * 46
        buttonhole(canvas, CX, y, cloth.colour, 2)
        button(canvas, CX + 1, y, 5.0, cloth.button)


def patch_pocket(canvas: Canvas, cloth: Cloth, x: float, y: float, k: float) -> None:
    patch = [
        (x - 31 * k, y, 1), (x + 31 * k, y, 1), (x + 32 * k, y + 58 * k), (x + 24 * k, y + 67 * k),
        (x - 24 * k, y + 67 * k), (x - 32 * k, y + 58 * k),
    ]  # fmt: skip
    layer(
        canvas, patch, cloth.ground, cloth.material, R=50, depth=0.12, edge=2, wrinkle=0.3, lift=2.4
    )
    stitch(
        canvas,
        np.array([(x - 29 * k, y + 8 * k), (x + 29 * k, y + 8 * k)]),
        cloth.stitch,
        strength=0.35,
    )


def coat_cut(colourway: Colourway, rng: np.random.Generator, flare: float) -> Cut:
    """A long cut, seen from further away than a jacket."""
    cut = cut_for(replace(colourway, length="regular"), rng, neck=39, sleeve=1.08)
    cut = replace(cut, shoulder=cut.shoulder * 1.04, chest=cut.chest * 1.04, cuff=cut.cuff * 1.2)
    cut = replace(cut, neck_y=84 - 26).scaled(0.82)
    drop = 26 * 0.82
    cut = replace(cut, shoulder_y=cut.shoulder_y - drop + 3, armpit_y=cut.armpit_y - drop + 3,
                  waist_y=cut.waist_y - drop, reach=1.0)  # fmt: skip
    length = COAT_LENGTH.get(colourway.length, 470)
    hem = cut.chest * flare * (1 + 0.0005 * (length - 400))
    return replace(cut, hem=hem, hem_y=cut.neck_y + length + rng.uniform(-6, 6), hem_curve=7)


def overcoat(canvas: Canvas, colourway: Colourway) -> None:
    rng = shape_rng(colourway)
    cut = coat_cut(colourway, rng, rng.uniform(1.04, 1.14))
    cut = replace(cut, waist=cut.chest * (0.96 if colourway.fit != "slim" else 0.90))
    cloth, arms = fabric(colourway), pose(rng, 0.84)
    double = rng.random() < 0.42
    k = cut.unit
    break_y = cut.waist_y - (70 if not double else 56) * k + rng.uniform(-8, 12)
    front = Front(break_y, 30 * k if double else 10 * k, 0, rng.uniform(0.95, 1.3),
                  double and rng.random() < 0.7, over(colourway), False)  # fmt: skip
    pair = sleeves_of(cut, "long", arms)
    back_hem(canvas, cut, cloth, 5)
    inside(canvas, cut, cloth, front)
    options = {"length": "long", "finish": "plain", "gain": 1.1}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.15)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    sleeve_buttons(canvas, cut, cloth, pair, 3)
    slanted = rng.random() < 0.4
    for side in (1, -1):
        if slanted:
            slant_pocket(canvas, cut, cloth, side, cut.waist_y + 16, 52 * k)
        else:
            flap_pocket(
                canvas,
                cut,
                cloth,
                CX + side * cut.waist * 0.58,
                cut.waist_y + 44 * k,
                29 * k,
                18 * k,
                1.5,
            )
    if double:
        for row in range(3):
            for side in (1, -1):
                button(
                    canvas, CX + side * 22 * k, break_y + 14 + row * 50 * k, 5.4 * k, cloth.button
                )
        return
    for i in range(3):
        button(canvas, CX + 1, break_y + 13 + i * 62 * k, 5.6 * k, cloth.button)


def trench_coat(canvas: Canvas, colourway: Colourway) -> None:
    """Double-breasted, with storm flap, shoulder straps and a tied or buckled belt."""
    rng = shape_rng(colourway)
    cut = coat_cut(colourway, rng, rng.uniform(1.10, 1.24))
    cut = replace(cut, waist=cut.chest * (0.88 if colourway.fit != "slim" else 0.83))
    cloth, arms = fabric(colourway), pose(rng, 0.84)
    k = cut.unit
    break_y = cut.waist_y - 92 * k
    front = Front(break_y, 32 * k, 0, rng.uniform(1.05, 1.3), False, over(colourway), False)
    pair = sleeves_of(cut, "long", arms)
    back_hem(canvas, cut, cloth, 6)
    inside(canvas, cut, cloth, front)
    options = {"length": "long", "finish": "stitch", "gain": 1.15}
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.3)
    storm_flap(canvas, cut, cloth, front)
    for row in range(4):
        y = break_y + 14 + row * 56 * k
        if abs(y - cut.waist_y) > 18 * k:
            for side in (1, -1):
                button(canvas, CX + side * 24 * k, y, 4.8 * k, cloth.button)
    for side in (1, -1):
        slant_pocket(canvas, cut, cloth, side, cut.waist_y + 30 * k, 62 * k)
    belt(canvas, cut, cloth, tied=rng.random() < 0.6)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    for side in (1, -1):
        shoulder_strap(canvas, cut, cloth, side)
        wrist_strap(canvas, cut, cloth, pair[0 if side == 1 else 1], side)


def storm_flap(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front) -> None:
    """A loose extra layer on one breast."""
    side, k, y = front.over, cut.unit, cut.neck_y
    flap = [
        (CX + cut.neck + 20 * k, y + 26 * k, 1),
        (CX + cut.shoulder - 5 * k, cut.shoulder_y + 8 * k, 1),
        (CX + cut.shoulder - 12 * k, cut.armpit_y - 20 * k),
        (CX + cut.chest * 0.80, cut.armpit_y + 16 * k, 1),
        (CX + cut.chest * 0.50, cut.armpit_y + 24 * k),
        (CX + cut.neck + 4 * k, cut.armpit_y + 6 * k),
    ]  # fmt: skip
    # It lies below the lapel: only what the lapel leaves free shows.
    free = [
        (CX + cut.neck + 46 * k * front.lapel, y + 20 * k, 1), (CX + cut.shoulder + 20, y, 1),
        (CX + cut.shoulder + 20, cut.armpit_y + 60, 1), (CX + 34 * k, cut.armpit_y + 60, 1),
        (CX + 40 * k * front.lapel, cut.armpit_y + 6 * k, 1),
    ]  # fmt: skip
    layer(canvas, on_side(flap, side), cloth.ground, cloth.material, R=60, depth=0.1, edge=2,
          wrinkle=0.4, lift=2.4, clip=on_side(free, side))  # fmt: skip


def belt(canvas: Canvas, cut: Cut, cloth: Cloth, tied: bool) -> None:
    """A belt at the waist with its loops, tied or through a buckle."""
    k, w, y = cut.unit, cut.waist, cut.waist_y
    band = [
        (CX - w - 2, y - 13 * k, 1), (CX, y - 9 * k), (CX + w + 2, y - 13 * k, 1),
        (CX + w + 2, y + 11 * k, 1),
        (CX, y + 15 * k), (CX - w - 2, y + 11 * k, 1),
    ]  # fmt: skip
    layer(canvas, band, cloth.solid, cloth.material, R=30, depth=0.3, edge=4, wrinkle=0.4, lift=4)
    for side in (1, -1):
        for row in (-9, 10):
            line = [(CX + side * w, y + (row - 2) * k), (CX, y + (row + 2) * k)]
            stitch(canvas, np.array(line), cloth.stitch, strength=0.4)
        x = CX + side * w * 0.66
        loop = corners(
            (x - 3, y - 16 * k), (x + 3, y - 16 * k), (x + 3, y + 17 * k), (x - 3, y + 17 * k)
        )
        layer(
            canvas, loop, cloth.solid, cloth.material, R=6, depth=0.3, edge=1.5, wrinkle=0, lift=2
        )
    if not tied:
        end = [
            (CX + 12 * k, y - 8 * k, 1),
            (CX + 52 * k, y - 9 * k),
            (CX + 58 * k, y + 2),
            (CX + 52 * k, y + 14 * k),
            (CX + 12 * k, y + 14 * k, 1),
        ]
        layer(
            canvas, end, cloth.solid, cloth.material, R=20, depth=0.3, edge=3, wrinkle=0.3, lift=2.5
        )
        buckle(canvas, CX, y + 2 * k, 30 * k, 33 * k, "#4a3424", 4.2 * k)
        return
    rng = canvas.rng
    long, short = rng.uniform(105, 135) * k, rng.uniform(80, 100) * k
    for lean, length, start in ((rng.uniform(16, 34) * k, long, 12 * k),
                                (rng.uniform(-16, -4) * k, short, 2 * k)):  # fmt: skip
        sway = rng.uniform(-7, 7) * k
        hang = [
            (CX + start, y + 4 * k), (CX + start + lean * 0.45 + sway, y + length * 0.34),
            (CX + start + lean * 0.75 - sway * 0.5, y + length * 0.7),
            (CX + start + lean, y + length),
        ]  # fmt: skip
        middle = spline(hang, closed=False)
        tail = ribbon(middle, 6.5 * k, 12 * k)
        point = middle[-1] + (middle[-1] - middle[-4]) * 0.9
        tail = np.insert(tail, len(middle), point, axis=0)
        folds = [
            Fold(tuple(middle[1] + [a, 0]), tuple(middle[-8] + [b, 0]), sway * 0.3,
                 (2.6 * k, 5 * k), h, 0.2, 0.02, 0.6)
            for a, b, h in ((-2, -5, 2.6), (3, 6, 1.6))
        ]  # fmt: skip
        layer(canvas, tail, cloth.solid, cloth.material, R=20, depth=0.3, edge=3, folds=folds,
              wrinkle=0.5, lift=4.5, shadow=0.5)  # fmt: skip
        inset = np.concatenate([offset(middle, -8.5 * k)[6:], offset(middle, 8.5 * k)[6:][::-1]])
        stitch(canvas, inset, cloth.stitch, strength=0.35)
    knot = [
        (CX - 9 * k, y - 12 * k), (CX + 13 * k, y - 14 * k), (CX + 19 * k, y + 2),
        (CX + 12 * k, y + 16 * k),
        (CX - 8 * k, y + 14 * k),
    ]  # fmt: skip
    fold = Fold((CX - 6 * k, y - 8 * k), (CX + 12 * k, y + 12 * k), 3, (2, 3), 1.8)
    layer(canvas, knot, cloth.solid, cloth.material, R=14, depth=0.6, edge=5, folds=[fold],
        wrinkle=0.2,
          lift=5)  # fmt: skip


def shoulder_strap(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """An epaulette."""
    k = cut.unit
    a = np.array([CX + cut.shoulder - 2 * k, cut.shoulder_y + 1])
    b = np.array([CX + cut.neck + 30 * k, cut.neck_y + (cut.shoulder_y - cut.neck_y) * 0.42])
    along = (b - a) / np.linalg.norm(b - a)
    across = np.array([-along[1], along[0]]) * 7.5 * k
    if across[1] < 0:
        across = -across
    strap = [
        (*(a - across * 0.2), 1), (*(b - across * 0.2), 1),
        tuple(b + along * 7 * k + across * 0.75),
        (*(b + across * 1.7), 1), (*(a + across * 1.7), 1),
    ]  # fmt: skip
    layer(canvas, on_side(strap, side), cloth.solid, cloth.material, R=14, depth=0.3, edge=2,
        wrinkle=0.1,
          lift=2.6)  # fmt: skip
    x, y = on_side([tuple(b + across * 0.75 - along * 3)], side)[0]
    button(canvas, x, y, 2.8 * k, cloth.button)


def wrist_strap(canvas: Canvas, cut: Cut, cloth: Cloth, own: Sleeve, side: int) -> None:
    """A belted strap above the cuff."""
    k = cut.unit
    outer, inner, down = cuff_line(own, side)
    run = (inner - outer) / np.linalg.norm(inner - outer)
    a, b = outer - down * 24 * k - run * 1.5, inner - down * 24 * k + run * 1.5
    strap = [(*a, 1), (*b, 1), (*(b + down * 11 * k), 1), (*(a + down * 11 * k), 1)]
    layer(canvas, spline(strap), cloth.solid, cloth.material, R=12, depth=0.4, edge=2.5,
        wrinkle=0.1,
          lift=2.2)  # fmt: skip
    x, y = a * 0.62 + b * 0.38 + down * 5.5 * k
    button(canvas, float(x), float(y), 2.4 * k, cloth.button)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "blazer": blazer,
    "overcoat": overcoat,
    "trench-coat": trench_coat,
}
