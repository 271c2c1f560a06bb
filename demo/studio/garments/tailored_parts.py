"""What is sewn onto jackets and coats: pockets, sleeve buttons, belts, shoulder and wrist straps.

Knows the cut and the cloth; which coat wears which is for the other modules.
"""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, offset, on_side, rgb, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import SLEEVE
from demo.studio.garments.sleeves import Sleeve, cuff_line
from demo.studio.light import layer
from demo.studio.patterns import Dye
from demo.studio.trims import buckle, button, stitch


def over(colourway: Colourway) -> int:
    """Men's coats close left over right, women's the other way round."""
    return -1 if colourway.gender == "women" else 1


def horn(colourway: Colourway, cloth: Cloth) -> Dye:
    """A coat's buttons: horn, darker than the cloth; mother-of-pearl belongs on shirts."""
    warm = rgb(("#2c1d14", "#4b3220", "#17130f")[colourway.shape_seed % 3])
    return warm if cloth.colour.mean() > 0.03 else 0.5 * warm + 0.01


def seam_line(canvas: Canvas, cloth: Cloth, line: np.ndarray, beside: float = 3.0) -> None:
    """A seam pressed open, with a row of stitches `beside` it."""
    layer(canvas, ribbon(line, 0.6), cloth.solid, cloth.material, R=3, depth=0, edge=0, wrinkle=0,
          lift=0.4, dark=0.66)  # fmt: skip
    stitch(canvas, offset(line, beside), cloth.stitch, 2.6, 1.2, 0.5, 0.45)


def jetted_pocket(canvas: Canvas, cloth: Cloth, x: float, y: float, width: float) -> None:
    """A slit between two piped lips."""
    for row, depth in ((0.0, 4.0), (4.4, 4.0)):
        lip = corners((x - width, y + row), (x + width, y + row), (x + width, y + row + depth),
                      (x - width, y + row + depth))  # fmt: skip
        layer(canvas, lip, cloth.solid, cloth.material, R=6, depth=0.3, edge=1.8, wrinkle=0,
              lift=1.6, shadow=0.6, dark=0.95)  # fmt: skip


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
    x = CX + side * cut.waist * 0.62
    a, b = np.array([x, y]), np.array([x + side * 22 * k, y + length])
    across = np.array([7.0 * k, -2.0 * side * k])
    welt = [(*(a - across), 1), (*(a + across), 1), (*(b + across), 1), (*(b - across), 1)]
    layer(canvas, welt, cloth.ground, cloth.material, R=14, depth=0.15, edge=1.6, wrinkle=0.2,
          lift=2.6, shadow=0.6)  # fmt: skip
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
            with canvas.part(SLEEVE[side]):
                button(canvas, x, y, 2.5 * cut.unit, cloth.button)


def turned_cuff(
    canvas: Canvas, cut: Cut, cloth: Cloth, own: Sleeve, side: int, buttons: Dye
) -> None:
    """A deep turned-back cuff."""
    k = cut.unit
    outer, inner, down = cuff_line(own, side)
    run = (inner - outer) / np.linalg.norm(inner - outer)
    a, b = outer - down * 34 * k - run * 3.5, inner - down * 34 * k + run * 3.5
    band = [(*a, 1), tuple((a + b) / 2 + down * 1.5), (*b, 1), (*(inner + run * 2 - down * 3), 1),
            tuple((outer + inner) / 2 - down), (*(outer - run * 2 - down * 3), 1)]  # fmt: skip
    layer(canvas, spline(band), cloth.ground, cloth.material, R=20, depth=0.5, edge=4, wrinkle=0.3,
          lift=3, shadow=0.5)  # fmt: skip
    x, y = a * 0.72 + b * 0.28 + down * 17 * k
    button(canvas, float(x), float(y), 3.4 * k, buttons)


def patch_pocket(
    canvas: Canvas, cloth: Cloth, x: float, y: float, k: float, *, flap: bool = False,
    sewn: bool = False,
) -> None:  # fmt: skip
    """A rounded pocket sewn on, its top edge's middle at (x, y): below a flap, or double-sewn."""
    patch = [
        (x - 31 * k, y, 1), (x + 31 * k, y, 1), (x + 32 * k, y + 58 * k), (x + 24 * k, y + 67 * k),
        (x - 24 * k, y + 67 * k), (x - 32 * k, y + 58 * k),
    ]  # fmt: skip
    layer(
        canvas, patch, cloth.ground, cloth.material, R=50, depth=0.12, edge=2.4, edge_depth=1,
        wrinkle=0.3, lift=3, shadow=0.55,
    )  # fmt: skip
    if sewn:
        row = [(x - 28 * k, y + 3), (x - 29 * k, y + 56 * k), (x - 22 * k, y + 63 * k),
               (x + 22 * k, y + 63 * k), (x + 29 * k, y + 56 * k), (x + 28 * k, y + 3)]  # fmt: skip
        stitch(canvas, np.array(row), cloth.stitch, 2.6, 1.1, 0.8, 0.7)
    stitch(
        canvas,
        np.array([(x - 29 * k, y + 8 * k), (x + 29 * k, y + 8 * k)]),
        cloth.stitch,
        strength=0.35,
    )
    if flap:
        cover = [
            (x - 33 * k, y - 4 * k, 1), (x + 33 * k, y - 4 * k, 1), (x + 33 * k, y + 14 * k),
            (x + 29 * k, y + 18 * k), (x - 29 * k, y + 18 * k), (x - 33 * k, y + 14 * k),
        ]  # fmt: skip
        layer(canvas, cover, cloth.ground, cloth.material, R=40, depth=0.12, edge=2.4, wrinkle=0.3,
              lift=3, shadow=0.55)  # fmt: skip


def belt(canvas: Canvas, cut: Cut, cloth: Cloth, tied: bool, bow: bool = False) -> None:
    """A belt at the waist with its loops, knotted (perhaps to half a bow) or through a buckle."""
    k, w, y = cut.unit, cut.waist, cut.waist_y
    band = [
        (CX - w - 1, y - 13 * k, 1), (CX, y - 9 * k), (CX + w + 1, y - 13 * k, 1),
        (CX + w + 1, y + 9 * k, 1), (CX, y + 13 * k), (CX - w - 1, y + 9 * k, 1),
    ]  # fmt: skip
    creases = [
        Fold((CX + s * 6 * k, y + d * k), (CX + s * reach * k, y + (d + drift) * k), 0, (2.0, 4.0),
             1.5, 0.3, 0.02, 0.7)
        for s in (1, -1) for d, drift, reach in ((-5, -4, 40), (6, 3, 52))
    ]  # fmt: skip
    layer(canvas, band, cloth.solid, cloth.material, R=40, depth=0.22, edge=2.2, edge_depth=0.6,
          wrinkle=0.5, lift=3.4, shadow=0.6, folds=creases, ripple=0)  # fmt: skip
    for side in (1, -1):
        for row in (-9, 8):
            line = [(CX + side * w, y + (row - 1) * k), (CX, y + (row + 3) * k)]
            stitch(canvas, np.array(line), cloth.stitch, strength=0.5)
        x = CX + side * w * 0.72
        loop = corners((x - 3 * k, y - 17 * k), (x + 3 * k, y - 17 * k), (x + 3 * k, y + 16 * k),
                       (x - 3 * k, y + 16 * k))  # fmt: skip
        layer(canvas, loop, cloth.solid, cloth.material, R=6, depth=0.2, edge=1.2, wrinkle=0,
              lift=1.8, shadow=0.6)  # fmt: skip
    if not tied:
        end = [
            (CX + 12 * k, y - 8 * k, 1), (CX + 52 * k, y - 9 * k), (CX + 58 * k, y + 2),
            (CX + 52 * k, y + 13 * k), (CX + 12 * k, y + 13 * k, 1),
        ]  # fmt: skip
        layer(canvas, end, cloth.solid, cloth.material, R=20, depth=0.2, edge=2, wrinkle=0.3,
              lift=2.5)  # fmt: skip
        buckle(canvas, CX, y + 2 * k, 28 * k, 31 * k, "#4a3424", 4.0 * k)
        return
    belt_tails(canvas, cloth, y, k)
    if bow:
        loop = [
            (CX - 4 * k, y - 4 * k, 1), (CX - 24 * k, y - 12 * k), (CX - 40 * k, y - 7 * k),
            (CX - 43 * k, y + 10 * k), (CX - 36 * k, y + 18 * k), (CX - 20 * k, y + 12 * k),
            (CX - 4 * k, y + 7 * k, 1),
        ]  # fmt: skip
        folds = [
            Fold((CX - 4 * k, y + 1), (CX - 36 * k, y + d * k), 2, (2.5 * k, 6 * k), 2.0, 0.3, 0,
                 0.6)
            for d in (-4, 11)
        ]  # fmt: skip
        layer(canvas, loop, cloth.solid, cloth.material, R=18, depth=0.25, edge=2.2, folds=folds,
              wrinkle=0.4, lift=4, shadow=0.6)  # fmt: skip
    knot = [
        (CX - 9 * k, y - 12 * k, 1), (CX + 8 * k, y - 14 * k, 1), (CX + 13 * k, y - 1),
        (CX + 9 * k, y + 13 * k, 1), (CX - 7 * k, y + 14 * k, 1), (CX - 11 * k, y + 2),
    ]  # fmt: skip
    folds = [
        Fold((CX + a * k, y - 14 * k), (CX + b * k, y + 14 * k), 2, (1.4 * k, 2.2 * k), 1.7, 0.4,
             0.1, 0.3)
        for a, b in ((-7, -3), (-1, 3), (5, 8))
    ]  # fmt: skip
    layer(canvas, knot, cloth.solid, cloth.material, R=10, depth=0.25, edge=2, folds=folds,
          wrinkle=0.3, lift=4, shadow=0.6)  # fmt: skip


def belt_tails(canvas: Canvas, cloth: Cloth, y: float, k: float) -> None:
    """Both ends of a knotted belt: close to the middle, between the buttons and the pockets."""
    rng = canvas.rng
    long, short = rng.uniform(112, 136) * k, rng.uniform(82, 100) * k
    for lean, length, start in ((rng.uniform(6, 15) * k, long, 5 * k),
                                (rng.uniform(-15, -7) * k, short, -3 * k)):  # fmt: skip
        sway = rng.uniform(-4, 4) * k
        hang = [
            (CX + start, y + 4 * k), (CX + start + lean * 0.5 + sway, y + length * 0.34),
            (CX + start + lean * 0.8 - sway * 0.5, y + length * 0.7),
            (CX + start + lean, y + length),
        ]  # fmt: skip
        middle = spline(hang, closed=False)
        tail = ribbon(middle, 5.5 * k, 9.5 * k)
        point = middle[-1] + (middle[-1] - middle[-4]) * 0.8
        tail = np.insert(tail, len(middle), point, axis=0)
        folds = [
            Fold(tuple(middle[1] + [a, 0]), tuple(middle[-8] + [b, 0]), sway * 0.3,
                 (1.8 * k, 3.4 * k), h, 0.2, 0.02, 0.6)
            for a, b, h in ((-2, -4, 1.8), (3, 5, 1.2))
        ]  # fmt: skip
        layer(canvas, tail, cloth.solid, cloth.material, R=20, depth=0.2, edge=1.8, folds=folds,
              wrinkle=0.4, lift=4, shadow=0.62)  # fmt: skip
        inset = np.concatenate([offset(middle, -6.5 * k)[8:], offset(middle, 6.5 * k)[8:][::-1]])
        stitch(canvas, inset, cloth.stitch, strength=0.45)


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
