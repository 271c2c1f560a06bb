"""Bomber jackets, and the list of jackets and coats that hang in this part of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut
from demo.studio.garments.denim import denim_jacket
from demo.studio.garments.jackets import (
    back_of_collar,
    band_collar,
    front_zip,
    jacket_cut,
    throat,
    welt,
    zip_edges,
)
from demo.studio.garments.leather import leather_jacket
from demo.studio.garments.marks import SLEEVE, draws
from demo.studio.garments.sleeves import (
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    sleeves_of,
)
from demo.studio.garments.tailoring import draw_body, hem_band
from demo.studio.garments.tops import shape_rng
from demo.studio.garments.trench import trench_coat
from demo.studio.light import layer
from demo.studio.trims import button, plain, stitch, zipper

STYLES = ("flight", "varsity", "souvenir", "quilted")


def bomber_jacket(canvas: Canvas, colourway: Colourway) -> None:
    """Blousing into ribs: flying jacket, college jacket, satin souvenir, quilted."""
    rng = shape_rng(colourway)
    style = colourway.pick(STYLES)
    bulk = {"flight": 1.13, "varsity": 1.09, "souvenir": 1.05}.get(style, 1.10)
    cut = jacket_cut(colourway, rng, bulk)
    cut = replace(
        cut, hem_y=cut.hem_y - 30, waist=cut.waist * 1.05, hem=cut.hem * 0.96,
        puff=11 if style == "flight" else 6,
        sleeve=cut.sleeve * (1.12 if style == "flight" else 1.04),
        neck_depth=30,
    )  # fmt: skip
    cloth, arms = fabric(colourway), pose(rng)
    pair = sleeves_of(cut, "long", arms)
    if style == "flight":  # the rescue orange that flying jackets are lined with
        cloth = replace(cloth, lining=plain("#c9581c"))
    contrast = colourway.pattern == "colour-block"
    fields = (diamonds(24), diamonds(24)) if style == "quilted" else None
    opened = style == "souvenir"
    if opened:
        cut = replace(cut, neck_depth=104)
        throat(canvas, cut, cloth.lining)
    else:
        back_of_collar(canvas, cut, cloth, cloth.rib, 15)
    options = {"length": "long", "finish": "rib", "gain": 0.8 if fields else 1.6, "relief": fields,
               "texture": cloth.accent if contrast else cloth.ground}  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, cut, cloth, "v-neck" if opened else "crew", sleeves=outlines_of(pair),
        gain=0.8 if fields else 1.5, hem="banded", hem_stitch=False,
        relief=fields[0] if fields else None,
    )  # fmt: skip
    hem_band(canvas, cut, cloth.rib, cloth, 31, 15)
    if style == "varsity":
        band_stripes(canvas, cut, cloth)
    for side in (1, -1):
        if style == "flight":
            flight_pocket(canvas, cut, cloth, side)
        else:
            welt(canvas, cloth, (CX + cut.hem * 0.50, cut.hem_y - 92),
                 (CX + cut.hem * 0.70, cut.hem_y - 34), side, 5.5)  # fmt: skip
    if style == "souvenir":
        piping(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if style == "varsity":
        for side, own in ((1, pair[0]), (-1, pair[1])):
            with canvas.part(SLEEVE[side]):
                cuff_stripes(canvas, cloth, own, side)
    if style == "flight":
        sleeve_pocket(canvas, cut, cloth, pair[0])
    if opened:
        zip_edges(canvas, cut, cloth)
        fallen_collar(canvas, cut, cloth)
        front_zip(canvas, cut, cloth, cut.neck_y + cut.neck_depth - 6, cut.hem_y + 28)
        return
    band_collar(canvas, cut, cloth.rib, cloth, 17, cloth.accent if style == "varsity" else None)
    front_zip(canvas, cut, cloth, cut.neck_y + cut.neck_depth - 13, cut.hem_y + 28,
              wind=style == "varsity")  # fmt: skip


def diamonds(size: float) -> Field:
    """Quilting sewn in diamonds `size` units wide."""

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        a = np.abs(np.sin(np.pi * (x + y * 0.8) / size))
        b = np.abs(np.sin(np.pi * (x - y * 0.8) / size))
        return 5.0 * np.sqrt(np.minimum(a, b) + 0.02) + 1.5 * a * b

    return relief


@draws("waistband")
def band_stripes(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Two stripes knitted into the waistband."""
    for drop in (9, 19):
        reach = cut.hem - 13 - drop * 0.2
        line = spline([(CX - reach, cut.hem_y + drop - 6), (CX, cut.hem_y + drop),
                       (CX + reach, cut.hem_y + drop - 6)], closed=False)  # fmt: skip
        layer(canvas, ribbon(line, 2.6), cloth.accent, cloth.material, R=4, depth=0.1, edge=0,
              wrinkle=0, lift=0)  # fmt: skip


def cuff_stripes(canvas: Canvas, cloth: Cloth, own: Sleeve, side: int) -> None:
    """Two stripes knitted into a cuff."""
    outer, inner, down = cuff_line(own, side)
    run = (inner - outer) * 0.06
    for drop in (8, 16):
        line = np.stack([outer + down * drop + run, inner + down * drop - run])
        layer(canvas, ribbon(line, 2.2), cloth.accent, cloth.material, R=4, depth=0.1, edge=0,
              wrinkle=0, lift=0)  # fmt: skip


def flight_pocket(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """A slanted pocket under a snapped flap."""
    a = np.array([CX + cut.hem * 0.40, cut.hem_y - 84])
    b = np.array([CX + cut.hem * 0.72, cut.hem_y - 42])
    down = np.array([-9.0, 21.0])
    flap = [
        (*(a), 1),
        (*(b), 1),
        (*(b + down), 1),
        tuple((a + b) / 2 + down * 1.12),
        (*(a + down), 1),
    ]
    layer(canvas, on_side(flap, side), cloth.ground, cloth.material, R=24, depth=0.16, edge=2.6,
          edge_depth=1, wrinkle=0.3, lift=4, shadow=0.6)  # fmt: skip
    stitch(canvas, np.array(on_side([tuple(a + [3, 3]), tuple(b + [-3, 3])], side)), cloth.stitch,
           strength=0.4)  # fmt: skip
    for share in (0.2, 0.8):
        x, y = on_side([tuple(a + (b - a) * share + down * 0.72)], side)[0]
        button(canvas, x, y, 3.0, cloth.metal, True)


@draws("sleeve_left")
def sleeve_pocket(canvas: Canvas, cut: Cut, cloth: Cloth, own: Sleeve) -> None:
    """The zipped utility pocket on a flying jacket's left sleeve, with its pen holder."""
    path = spline(own.path, closed=False)
    at, to = path[len(path) // 5], path[len(path) // 2]
    down = (to - at) / np.linalg.norm(to - at)
    out = np.array([down[1], -down[0]])
    at = at + out * 13 + down * 6
    pocket = [(*(at - out * 15), 1), (*(at + out * 15), 1), (*(at + out * 14 + down * 46), 1),
              (*(at - out * 15 + down * 46), 1)]  # fmt: skip
    layer(canvas, pocket, cloth.ground, cloth.material, R=16, depth=0.3, edge=2.6, edge_depth=1,
          wrinkle=0.3, lift=3.4, shadow=0.6)  # fmt: skip
    zipper(canvas, np.stack([at - out * 11 + down * 5, at + out * 8 + down * 36]), cloth.metal,
           cloth.solid, 2.2)  # fmt: skip


def piping(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Piped raglan seams from the collar to the armpits, and two fronts embroidered alike."""
    for side in (1, -1):
        line = [(CX + cut.neck + 10, cut.neck_y + 6), (CX + cut.chest * 0.72, cut.armpit_y - 52),
                (CX + cut.chest - 5, cut.armpit_y - 3)]  # fmt: skip
        seam = spline(on_side(line, side), closed=False)
        layer(canvas, ribbon(seam, 1.9), cloth.accent, cloth.material, R=4, depth=0.5, edge=1.6,
              wrinkle=0, lift=1.4)  # fmt: skip


@draws("collar")
def fallen_collar(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A rib collar whose ends fall apart over an open throat."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    for side in (1, -1):
        half = [
            (CX + n * 0.50, y + 46 * k, 1), (CX + n * 0.88, y + 30 * k), (CX + n + 8 * k,
                                                                          y + 4 * k),
            (CX + n + 2 * k, y - 15 * k, 1), (CX + n - 8 * k, y - 14 * k, 1), (CX + n * 0.76,
                                                                               y + 6 * k),
            (CX + n * 0.36, y + 34 * k, 1),
        ]  # fmt: skip
        layer(canvas, on_side(half, side), cloth.rib, cloth.material, R=13, depth=0.5, edge=5,
              wrinkle=0.2, lift=5, shadow=0.55, uv=(CX + side * n, y, side * 40), ripple=0)  # fmt: skip


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "bomber-jacket": bomber_jacket,
    "leather-jacket": leather_jacket,
    "denim-jacket": denim_jacket,
    "trench-coat": trench_coat,
}
