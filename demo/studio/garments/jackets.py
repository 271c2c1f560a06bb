"""What jackets with a zip or studs share: their cut, open throats, collars, zips and welt pockets.

Knows how a jacket closes; which jacket has what is for the other modules.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, corners, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.marks import draws
from demo.studio.garments.necklines import along
from demo.studio.garments.tailoring import neck_line
from demo.studio.light import Texture, layer
from demo.studio.materials import METAL, SATIN, Material
from demo.studio.patterns import Dye
from demo.studio.trims import button, label, plain, stitch, zipper


def jacket_cut(colourway: Colourway, rng: np.random.Generator, roomy: float = 1.05) -> Cut:
    """A cut lowered to make room for a collar, wide enough to go over a sweater."""
    cut = cut_for(colourway, rng, neck=43, sleeve=1.12)
    drop = 18.0
    return replace(
        cut, neck_y=84 + drop, shoulder_y=cut.shoulder_y + drop, armpit_y=cut.armpit_y + drop + 4,
        waist_y=cut.waist_y + drop, hem_y=cut.hem_y + drop - 10, hem_curve=4, neck_depth=30,
        chest=cut.chest * roomy, waist=cut.waist * roomy * 1.03, hem=cut.hem * roomy,
        cuff=cut.cuff * 1.15,
        reach=0.94, shoulder=cut.shoulder * 1.02,
    )  # fmt: skip


def front_zip(
    canvas: Canvas, cut: Cut, cloth: Cloth, top: float, bottom: float, wind: bool = False,
    width: float = 2.6,
) -> None:  # fmt: skip
    """The zip of a jacket, with a row of stitches on either side; `wind` adds a flap over it."""
    seen = top + 14 if wind else bottom  # the flap hides the rest
    line = [(CX, top), (CX + 1, (top + seen) / 2), (CX, seen)]
    zipper(canvas, line, cloth.metal, cloth.solid, width)
    for side in (1, -1):
        row = spline([(CX + side * 9, top + 8), (CX + side * 9, bottom - 2)], closed=False)
        stitch(canvas, row, cloth.stitch, strength=0.35)
    if wind:
        flap = corners((CX - 13, top + 4), (CX + 9, top + 4), (CX + 9, bottom), (CX - 13, bottom))
        layer(
            canvas,
            flap,
            cloth.ground,
            cloth.material,
            R=20,
            depth=0.12,
            edge=2,
            wrinkle=0.5,
            lift=2.6,
        )
        for x in (-10, 6):
            stitch(
                canvas,
                np.array([(CX + x, top + 6), (CX + x, bottom - 2)]),
                cloth.stitch,
                strength=0.4,
            )
        for y in np.linspace(top + 20, bottom - 22, 6):
            button(canvas, CX - 2, float(y), 3.2, cloth.metal, True)


def welt(canvas: Canvas, cloth: Cloth, a: Point, b: Point, side: int, half: float = 4.0) -> None:
    """A welt pocket from a to b."""
    line = np.array(on_side([a, b], side), float)
    layer(canvas, ribbon(line, half), cloth.ground, cloth.material, R=8, depth=0.25, edge=2,
        wrinkle=0,
          lift=2.2, dark=0.95)  # fmt: skip
    slit = line + [-side * half * 0.9, 0]
    layer(canvas, ribbon(slit, 0.9), cloth.solid, cloth.material, R=3, depth=0, edge=0, wrinkle=0,
        lift=0,
          dark=0.35)  # fmt: skip


@draws("inside")
def throat(
    canvas: Canvas, cut: Cut, texture: Texture, *, rise: float = 14, material: Material = SATIN
) -> None:
    """Lining and label seen in an open throat; the cut's neckline is a V of its depth."""
    n, y, d, k = cut.neck, cut.neck_y, cut.neck_depth, cut.unit
    opening = [
        (CX - n + 2, y - rise * k, 1), (CX, y - (rise + 6) * k), (CX + n - 2, y - rise * k, 1),
        (CX + n + 5 * k, y + 14 * k), (CX + n * 0.62, y + d * 0.66), (CX, y + d + 16),
        (CX - n * 0.62, y + d * 0.66), (CX - n - 5 * k, y + 14 * k),
    ]  # fmt: skip
    folds = [
        Fold((CX + s * 18 * k, y + 22 * k), (CX + s * 4, y + d), s * -5, (5, 8), 1.8, 0.2, 0.2, 0.4)
        for s in (1, -1)
    ]
    layer(
        canvas, opening, texture, material, R=46, depth=-0.3, edge=2, folds=folds, wrinkle=0.5,
        lift=0,
        dark=0.62, occlusion=lambda px, py: np.clip(1.08 - 0.005 * (py - y + 10) / k, 0.45, 1),
    )  # fmt: skip
    seam = spline([(CX - n, y + 1), (CX, y + 5 * k), (CX + n, y + 1)], closed=False)
    stitch(canvas, seam, "#808080", 8, 0, 0.7, 0.4)
    label(canvas, CX, y + 10 * k, 28 * k, 14 * k, colour="#1d1c22", ink="#cfc6ae", dark=0.8)


def zip_edges(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The two halves of an open zip along a V-shaped throat."""
    n, y, d = cut.neck, cut.neck_y, cut.neck_depth
    for side in (1, -1):
        edge = on_side(
            [(CX + n * 0.62, y + d * 0.37), (CX + n * 0.30, y + d * 0.69), (CX + 1, y + d - 3)],
            side,
        )
        zipper(canvas, spline(edge, closed=False), cloth.metal, cloth.solid, 2.2, pull=False)


@draws("collar")
def open_collar(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, *, size: float = 1.0,
    spread: float = 1.0, material: Material | None = None, point: bool = True,
) -> None:  # fmt: skip
    """Two collar leaves lying open on either side of a V-shaped throat."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    g = n * 0.50
    for side in (1, -1):
        leaf = [
            (CX + g, y + 38 * k, 1),
            (CX + g + 27 * spread * k * size, y + 72 * k * size, 1 if point else 0),
            (CX + n + 22 * k * size, y + 40 * k * size), (CX + n + 15 * k * size, y + 16 * k),
            (CX + n + 6 * k, y - 5 * k), (CX + n - 3 * k, y - 14 * k), (CX + n - 7 * k, y - 12 * k),
            (CX + n * 0.86, y - 2 * k), (CX + g + 7 * k, y + 19 * k),
        ]  # fmt: skip
        roll = Fold((CX + side * (n - 1), y - 10 * k), (CX + side * (g + 6 * k), y + 36 * k),
                    side * 4, (7, 6), 3.0, -0.4 * side, 0.1, 0.25)  # fmt: skip
        layer(
            canvas, on_side(leaf, side), texture, material or cloth.material, R=24, depth=0.3,
            edge=3.6, edge_depth=0.9, folds=[roll], wrinkle=0.3, lift=5 * k, shadow=0.6,
            uv=(CX + side * n, y, side * 48), ripple=0,
        )  # fmt: skip
        row = [
            (CX + g + 4, y + 38 * k), (CX + g + 26 * spread * k * size, y + 67 * k * size),
            (CX + n + 18 * k * size, y + 38 * k * size), (CX + n + 11 * k * size, y + 16 * k),
        ]  # fmt: skip
        if point:
            stitch(canvas, np.array(on_side(row, side), float), cloth.stitch, strength=0.6)


@draws("collar")
def band_collar(
    canvas: Canvas, cut: Cut, texture: Texture, cloth: Cloth, height: float = 15,
    stripes: Texture | None = None,
) -> None:  # fmt: skip
    """A low collar of rib or leather round a crew neck, meeting at the zip."""
    line = neck_line(replace(cut, neck_depth=cut.neck_depth + 2), "crew")
    n, y, d, k = cut.neck, cut.neck_y, cut.neck_depth, cut.unit
    h = height * k
    for side in (1, -1):
        half = [
            (CX + 1.5, y + d + 3, 1), (CX + n * 0.56, y + d * 0.84 + 2), (CX + n * 0.93,
                                                                          y + d * 0.38),
            (CX + n + 2, y - 1, 1), (CX + n - 3, y - h * 0.95, 1), (CX + n * 0.82,
                                                                    y + d * 0.2 - h * 0.8),
            (CX + n * 0.46, y + d * 0.82 - h), (CX + 2.5, y + d - h + 2, 1),
        ]  # fmt: skip
        layer(
            canvas, on_side(half, side), texture, cloth.material, R=13, depth=0.55, edge=5,
            wrinkle=0.15, lift=3.4, shadow=0.5, uv=along(canvas, line), ripple=0,
        )  # fmt: skip
        if stripes is not None:
            for share in (0.42, 0.70):
                row = [(CX + 2, y + d + 2 - h * share), (CX + n * 0.5, y + d * 0.84 - h * share),
                       (CX + n * 0.87, y + d * 0.3 - h * share),
                       (CX + n - 1, y - h * share)]  # fmt: skip
                stripe = spline(on_side(row, side), closed=False)
                layer(canvas, ribbon(stripe, 1.3), stripes, cloth.material, R=3, depth=0.1, edge=0,
                      wrinkle=0, lift=0)  # fmt: skip


@draws("inside")
def back_of_collar(canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, height: float) -> None:
    """The inside of the back above a low collar: lining, loop and label."""
    throat(canvas, replace(cut, neck_depth=cut.neck_depth + 4), cloth.lining, rise=height - 3)
    n, y, k = cut.neck, cut.neck_y, cut.unit
    h = height * k
    back = [(CX - n + 3, y - h, 1), (CX, y - h - 5 * k), (CX + n - 3, y - h, 1),
            (CX + n - 4, y - 1, 1), (CX, y + 5 * k), (CX - n + 4, y - 1, 1)]  # fmt: skip
    line = spline([(CX - n, y), (CX, y + 4), (CX + n, y)], closed=False)
    layer(canvas, back, texture, cloth.material, R=16, depth=0.3, edge=4, wrinkle=0.1, lift=0,
          dark=0.72, uv=along(canvas, line))  # fmt: skip


def zip_pocket(
    canvas: Canvas, cloth: Cloth, a: Point, b: Point, side: int, width: float = 2.2
) -> None:
    """A zipped slit from a to b, sunk between two welts that are stitched all round."""
    line = np.array(on_side([a, b], side), float)
    run = (line[1] - line[0]) / np.linalg.norm(line[1] - line[0])
    frame = np.stack([line[0] - run * 5, line[1] + run * 5])
    layer(canvas, ribbon(frame, 8.0), cloth.ground, cloth.material, R=12, depth=0.12, edge=2.2,
          edge_depth=0.8, wrinkle=0.2, lift=2.2, shadow=0.6)  # fmt: skip
    stitch(canvas, ribbon(np.stack([frame[0] + run * 1.8, frame[1] - run * 1.8]), 6.2),
           cloth.stitch, 2.2, 1.1, 0.5, 0.5)  # fmt: skip
    layer(canvas, ribbon(line, 2.6), cloth.solid, cloth.material, R=4, depth=0, edge=0, wrinkle=0,
          lift=0, dark=0.28)  # fmt: skip
    zipper(canvas, line, cloth.metal, None, width, pull=False)
    zip_pull(canvas, line[0], run, cloth.metal, width / 2.4)


def zip_pull(
    canvas: Canvas, at: np.ndarray, run: np.ndarray, metal: Dye, size: float = 1.0
) -> None:
    """A slider lying at the head of a zip that runs along `run`, with its tab."""
    across = np.array([-run[1], run[0]])

    def plate(start: float, end: float, half: float, tip: float) -> list[Point]:
        a, b = at + run * start * size, at + run * end * size
        return [(*(a - across * half * size), 1), (*(a + across * half * size), 1),
                (*(b + across * tip * size), 1), (*(b - across * tip * size), 1)]  # fmt: skip

    for shape, lift in ((plate(-1, 7, 2.6, 3.0), 1.6), (plate(5, 17, 1.5, 2.1), 2.0)):
        layer(canvas, shape, plain(metal), METAL, R=5, depth=0.3, edge=1.4, wrinkle=0, lift=lift)
