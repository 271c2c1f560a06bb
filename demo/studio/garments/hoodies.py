"""Hoodies, closed and zipped. Knows these two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.cut import Cut
from demo.studio.garments.jersey import matt, shape_rng
from demo.studio.garments.knits import (
    Shape,
    edge_rib,
    knit_cut,
    raglan_body,
    raglan_sleeve,
    raglan_stitches,
    split_hem,
)
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, sleeves_of
from demo.studio.garments.soft_hoods import cords, hood_down, hood_up
from demo.studio.garments.stances import BENT, ONE_BENT, STRAIGHT, WIDE, posed
from demo.studio.garments.tailoring import body_outline, draw_body, hem_band
from demo.studio.light import Texture, layer
from demo.studio.trims import stitch, zipper


@dataclass(frozen=True)
class Hooded:
    """One silhouette of a hoodie."""

    shape: Shape
    hood: str
    """up, tall or down"""
    pocket: str
    """slanted, curved, square (kangaroo pockets) or welt"""
    cords: bool = True
    panels: bool = False
    """ribbed panels at the sides"""


HOODIES: tuple[Hooded, ...] = (
    Hooded(Shape("fine", STRAIGHT, 1.0, 4, 1.05, 1.08, 1.0, 0, 1.16, 1.15, rib=30), "up",
           "slanted"),
    Hooded(Shape("fine", BENT, 1.0, 8, 1.06, 1.09, 1.02, 4, 1.2, 1.1, rib=28, raglan=True), "tall",
           "curved"),
    Hooded(Shape("fine", WIDE, 1.15, 18, 1.15, 1.20, 1.10, -6, 1.38, 1.2, rib=38), "down", "square",
           cords=False),
    Hooded(Shape("fine", ONE_BENT, 1.04, 10, 1.06, 1.09, 1.08, 20, 1.2, 1.1, rib=0), "up", "welt",
           panels=True),
)  # fmt: skip
"""the classic, the raglan, the boxy one with its hood down, the long one with ribbed sides"""

ZIPPED: tuple[Hooded, ...] = (
    Hooded(Shape("fine", STRAIGHT, 1.0, 4, 1.04, 1.06, 1.0, 0, 1.14, 1.12, rib=30), "up",
           "slanted"),
    Hooded(Shape("fine", ONE_BENT, 0.98, 3, 1.0, 0.99, 0.97, 2, 1.02, 1.0, rib=22, raglan=True),
           "tall", "welt", cords=False),
    Hooded(Shape("fine", WIDE, 1.10, 14, 1.10, 1.14, 1.06, -2, 1.3, 1.15, rib=38), "down",
           "square"),
    Hooded(Shape("fine", BENT, 1.02, 6, 1.05, 1.07, 1.06, 18, 1.16, 1.1, rib=0), "up", "curved",
           panels=True),
)  # fmt: skip
"""the classic, the track top, the boxy one with its hood down, the long one with ribbed sides"""


def pocket_side(cut: Cut, style: str, inner: float) -> tuple[list[Point], list[Point]]:
    """A kangaroo pocket's right half from `inner` outward, and its hand opening."""
    y, w = cut.hem_y, cut.hem * 0.72
    if style == "square":
        top, w = y - 96, cut.hem * 0.66
        mouth: list[Point] = [(CX + w * 0.86, top, 1), (CX + w, y - 18, 1)]
    elif style == "curved":
        top = y - 106
        mouth = [(CX + w * 0.56, top, 1), (CX + w * 0.70, y - 74), (CX + w, y - 44, 1)]
    else:
        top = y - 110
        mouth = [(CX + w * 0.66, top, 1), (CX + w, y - 50, 1)]
    foot = y - 3
    return [
        (CX + inner, top, 1), *mouth, (CX + w * 0.97, foot, 1), (CX + inner, foot + 1, 1)
    ], mouth  # fmt: skip


def kangaroo_pocket(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, style: str, parted: bool
) -> None:
    """The big front pocket, whole or parted by a zip; its hand openings stand a little off."""
    rng, y = canvas.rng, cut.hem_y
    right, mouth = pocket_side(cut, style, 12.0 if parted else 0.0)
    halves = [on_side(right, side) for side in (1, -1)]
    around = spline(body_outline(cut, "crew", "banded"))
    w = cut.hem * 0.72
    folds = [
        Fold((CX - w, y - 40), (CX + w * 0.5, y - 30 + rng.uniform(-10, 10)), 9, (7, 13), 2.6),
        Fold((CX + w, y - 56), (CX + 12, y - 16 + rng.uniform(-8, 8)), -7, (5, 10), 2.0),
        Fold((CX - 46, y - 100), (CX - 24 + rng.uniform(-14, 14), y - 6), 8, (6, 11), 2.0),
        Fold((CX + 52, y - 92), (CX + 26 + rng.uniform(-14, 14), y - 12), 8, (6, 11), 2.0),
    ]
    for side in (1, -1):
        gap = spline(on_side(mouth, side), closed=False)
        layer(
            canvas, ribbon(gap + [side * 2.5, 0], 3.6), cloth.solid, cloth.material, R=4,
            depth=-0.2,
            edge=0, wrinkle=0, lift=0, dark=0.5, opacity=0.5,
        )  # fmt: skip
    shapes = halves if parted else [[*halves[0], *halves[1][::-1]]]
    for outline in shapes:
        layer(
            canvas, outline, texture, cloth.material, inflate_with=[spline(outline), around],
            R=118, depth=0.55, edge=2.4, folds=folds, wrinkle=0.9, lift=3.4, shadow=0.5,
        )  # fmt: skip
    for side in (1, -1):
        line = spline(on_side(mouth, side), closed=False)
        for inset in (3.5, 7.5):
            stitch(canvas, line - [side * inset, -1], cloth.stitch, strength=0.5)
        top = np.array([(right[0][0], right[0][1] + 3.5), (mouth[0][0] - 3, right[0][1] + 3.5)])
        row = np.array(on_side([tuple(p) for p in top], side))
        stitch(canvas, row, cloth.stitch, strength=0.5)


def welt_pockets(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Two slanting side pockets with a raised welt."""
    y, w = cut.hem_y, cut.hem
    for side in (1, -1):
        line = spline(
            on_side([(CX + w * 0.52, y - 104), (CX + w * 0.74, y - 34)], side), closed=False
        )
        layer(
            canvas, ribbon(line, 6.5), cloth.ground, cloth.material, R=10, depth=0.3, edge=2.4,
            wrinkle=0.2, lift=2.2, shadow=0.5,
        )  # fmt: skip
        slit = ribbon(line + [side * 5.6, -1.6], 1.1)
        layer(canvas, slit, cloth.solid, cloth.material, R=3, depth=-0.3, edge=0, wrinkle=0, lift=0,
              dark=0.3)  # fmt: skip
        stitch(canvas, line - [side * 8.5, -2.4], cloth.stitch, strength=0.45)


def side_panels(canvas: Canvas, cut: Cut, cloth: Cloth, swell: list[np.ndarray]) -> None:
    """Ribbed insets under the arms, from armpit to hem."""
    body = spline(body_outline(cut, "crew", "round"))
    for side in (1, -1):
        panel = on_side(
            [
                (CX + cut.chest - 3, cut.armpit_y + 8, 1), (CX + cut.chest - 24, cut.armpit_y + 42),
                (CX + cut.waist - 27, cut.waist_y), (CX + cut.hem - 30, cut.hem_y + 2, 1),
                (CX + cut.hem + 6, cut.hem_y + 2, 1), (CX + cut.hem + 6, cut.waist_y, 1),
            ],
            side,
        )  # fmt: skip
        layer(
            canvas, panel, cloth.rib, cloth.material, inflate_with=[body, *swell], R=118,
            depth=0.52,
            edge=13, edge_depth=0.62, wrinkle=0.5, lift=0.5, shadow=0.2, clip=body,
        )  # fmt: skip
        seam = spline(panel[:4], closed=False)
        stitch(canvas, seam - [side * 3, 0], cloth.stitch, strength=0.4)


def hooded(canvas: Canvas, colourway: Colourway) -> None:
    """A hoodie: body, pocket, waistband or split hem, hood, cords; maybe a zip."""
    rng = shape_rng(colourway)
    zipped = colourway.closure == "zip"
    design = colourway.pick(ZIPPED if zipped else HOODIES)
    shape = design.shape
    cut = knit_cut(colourway, rng, shape)
    down = 46.0
    cut = replace(
        cut, neck_y=cut.neck_y + down, shoulder_y=cut.shoulder_y + down + 2,
        armpit_y=cut.armpit_y + down + 2, waist_y=cut.waist_y + down, hem_y=cut.hem_y + down - 4,
        neck=cut.neck * 1.06, neck_depth=42,
    )  # fmt: skip
    cloth = matt(fabric(colourway), colourway, 0.22)
    contrast = rng.random() < 0.25
    lining = cloth.accent if contrast and colourway.colour2 else cloth.solid
    pale = rng.random() < 0.6
    pair = sleeves_of(cut, "long", posed(shape.arms, rng))
    hem = "banded" if shape.rib else "round"
    outline = None
    if shape.raglan:
        pair = tuple(raglan_sleeve(own, cut, "crew") for own in pair)
        outline = raglan_body(cut, "crew", hem)
    two_tone = shape.raglan and bool(colourway.colour2)
    options = {"length": "long", "finish": "rib", "gain": 1.3,
               "texture": cloth.accent if two_tone else cloth.ground}  # fmt: skip
    if not shape.rib:
        split_hem(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)

    def front(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        return cloth.texture(u, v - down * 0.9, seed)  # prints stay below the hood's cords

    draw_body(canvas, cut, cloth, "crew", texture=front, outline=outline, sleeves=outlines_of(pair),
              gain=1.3,
              hem=hem, hem_stitch=False)  # fmt: skip
    if design.panels:
        side_panels(canvas, cut, cloth, outlines_of(pair))
    if design.pocket == "welt":
        welt_pockets(canvas, cut, cloth)
    else:
        blocked = colourway.pattern == "colour-block"
        patch = front if blocked else cloth.ground
        kangaroo_pocket(canvas, cut, cloth, patch, design.pocket, zipped)
    if shape.rib:
        hem_band(canvas, cut, cloth.rib, cloth, shape.rib, 10)
    else:
        edge_rib(canvas, cut, cloth)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if shape.raglan:
        raglan_stitches(canvas, cut, cloth, "crew")
    throat = 58.0 if design.hood == "down" else 44.0
    if zipped:
        top, end = cut.neck_y + throat - 4, cut.hem_y + max(shape.rib - 1, 0)
        zipper(canvas, [(CX, top), (CX + 1, (top + end) / 2), (CX, end)], cloth.metal, cloth.solid,
               width=3.0)  # fmt: skip
        for side in (1, -1):
            row = spline([(CX + side * 9, top + 8), (CX + side * 9, end)], closed=False)
            stitch(canvas, row, cloth.stitch, strength=0.4)
    if design.hood == "down":
        hood_down(canvas, cut, cloth, cloth.ground, lining, throat)
    else:
        tall = 1.16 if design.hood == "tall" else 1.0
        hood_up(canvas, cut, cloth, cloth.ground, lining, tall=tall, throat=throat,
                crossed=not zipped)  # fmt: skip
    if zipped:
        with canvas.part("hood"):  # runs on over its lower edge
            zipper(canvas, [(CX, cut.neck_y + throat - 2), (CX, cut.neck_y + throat + 22)],
                   cloth.metal, cloth.solid, width=3.0)  # fmt: skip
    if design.cords:
        cords(canvas, cut, cloth, throat, pale)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {"hoodie": hooded, "zip-hoodie": hooded}
