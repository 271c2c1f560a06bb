"""Shirts and flannel shirts: button-through woven tops. Knows these, not catalogues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.blouses import blouse
from demo.studio.garments.collars import (
    BUTTON_DOWN,
    LONG,
    POINT,
    ROUND,
    SPREAD,
    Leaf,
    camp_collar,
    front_edge,
    leaves,
    stand_back,
    stand_front,
    yoke_seam,
)
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import chest_of, shape_rng
from demo.studio.garments.necklines import inside_back
from demo.studio.garments.sleeves import draw_sleeves, outlines_of, sleeves_of
from demo.studio.garments.stances import BENT, CLOSE, STRAIGHT, WIDE, Arms, posed
from demo.studio.garments.tailoring import back_hem, draw_body
from demo.studio.light import layer
from demo.studio.trims import button, stitch


def patch_pocket(
    canvas: Canvas, cut: Cut, cloth: Cloth, side: int, flap: bool = False, metal: bool = False,
    bias: bool = False,
) -> None:  # fmt: skip
    """A pointed chest pocket, with a buttoned flap if asked; `bias`: its checks run diagonally."""
    k = cut.unit
    x, y = CX + side * cut.chest * 0.47, cut.armpit_y - 32 * k
    w, h = 24 * k, 46 * k
    patch = corners((x - w, y), (x + w, y), (x + w, y + h), (x, y + h + 11 * k), (x - w, y + h))
    low, high = (x - side * w, y + h + 6), (x + side * w * 0.6, y + h * 0.3)
    drag = Fold(low, high, side * 4, (3, 7), 1.5, 0.2, 0.05, 0.7)
    around = corners((x - 70, y - 60), (x + 70, y - 60), (x + 70, y + 120), (x - 70, y + 120))
    layer(
        canvas, patch, cloth.ground, cloth.material, inflate_with=[spline(patch), spline(around)],
        R=60, depth=0.1, edge=1.2, wrinkle=0.7, lift=1.6, shadow=0.42,
        folds=[drag], uv=(x, y, 45) if bias else None,
    )  # fmt: skip
    row = [
        (x - w + 2, y + 2),
        (x - w + 2, y + h - 1),
        (x, y + h + 8 * k),
        (x + w - 2, y + h - 1),
        (x + w - 2, y + 2),
    ]
    stitch(canvas, np.array(row), cloth.stitch)
    if not flap:
        stitch(
            canvas, np.array([(x - w + 1, y + 9), (x + w - 1, y + 9)]), cloth.stitch, strength=0.4
        )
        return
    cover = corners(
        (x - w - 2, y - 6),
        (x + w + 2, y - 6),
        (x + w + 2, y + 9 * k),
        (x, y + 20 * k),
        (x - w - 2, y + 9 * k),
    )
    layer(
        canvas,
        cover,
        cloth.ground,
        cloth.material,
        R=30,
        depth=0.12,
        edge=1.4,
        wrinkle=0.2,
        lift=2.4,
        uv=(x, y + 21, 45) if bias else None,
    )
    row = [
        (x - w + 1, y - 4),
        (x - w + 1, y + 7.5 * k),
        (x, y + 17 * k),
        (x + w - 1, y + 7.5 * k),
        (x + w - 1, y - 4),
    ]
    stitch(canvas, np.array(row), cloth.stitch)
    button(canvas, x, y + 10 * k, 3 * k, cloth.metal if metal else cloth.button, metal)


@dataclass(frozen=True)
class Style:
    """One silhouette of a shirt: factors on the cut, collar, pockets, hem."""

    arms: Arms
    leaf: Leaf | None
    """None for a camp collar"""
    hem: str = "shirttail"
    pockets: str = "none"
    """none, one, flaps or big"""
    yoke: str = "straight"
    shoulder: float = 1.0
    drop: float = 0.0
    chest: float = 1.02
    waist: float = 1.03
    low: float = 1.0
    longer: float = 0.0
    sleeve: float = 1.0
    opened: float = 0.0
    """how far the neck stands open"""
    sewn: bool = True
    """the front's edge is a stitched strip"""
    buttons: int = 7
    darts: bool = False
    snaps: bool = False


SHIRTS: tuple[Style, ...] = (
    Style(STRAIGHT, BUTTON_DOWN, pockets="one", opened=15, low=0.97, longer=4),
    Style(BENT, SPREAD, "curved", chest=0.99, waist=0.96, low=0.98, longer=10, sleeve=0.95,
          sewn=False, buttons=8, darts=True),
    Style(WIDE, None, "square", "one", shoulder=1.07, drop=8, chest=1.08, waist=1.12, low=1.10,
          longer=-6, sleeve=1.18, buttons=5),
    Style(CLOSE, POINT, pockets="flaps", yoke="western", shoulder=1.02, drop=3, chest=1.05,
          waist=1.04, low=0.97, longer=8, sleeve=1.08, opened=26, buttons=6, snaps=True),
)  # fmt: skip
"""the oxford, the dress shirt, the camp shirt, the western shirt"""

FLANNELS: tuple[Style, ...] = (
    Style(STRAIGHT, POINT, pockets="flaps", chest=1.04, waist=1.04, low=0.98, longer=6, sleeve=1.08,
          opened=16),
    Style(WIDE, ROUND, "square", "big", shoulder=1.11, drop=14, chest=1.14, waist=1.19, low=1.15,
          longer=2, sleeve=1.28, buttons=6),
    Style(BENT, BUTTON_DOWN, pockets="one", shoulder=1.02, drop=4, chest=1.05, waist=1.07, low=1.0,
          longer=24, sleeve=1.12, opened=26),
    Style(CLOSE, LONG, pockets="flaps", yoke="western", chest=1.0, waist=0.97, low=0.95, longer=4,
          snaps=True,
          sleeve=1.0),
)  # fmt: skip
"""the classic, the boxy overshirt, the long worn-in one, the western"""


def styled_cut(colourway: Colourway, rng: np.random.Generator, style: Style) -> Cut:
    cut = cut_for(colourway, rng, sleeve=style.sleeve)
    chest, waist = cut.chest * style.chest, cut.waist * style.waist
    hem = max(cut.hem * style.low, waist * 0.965)  # wide sides fall straight: no barrel
    waist = min(waist, 0.5 * (chest + hem))
    return replace(
        cut, neck=cut.neck * 0.98, neck_depth=34, unit=1.08,
        hem_curve=4 if style.hem == "square" else 12, shoulder=cut.shoulder * style.shoulder,
        shoulder_y=cut.shoulder_y + style.drop * 0.55, armpit_y=cut.armpit_y + style.drop,
        chest=chest, waist=waist, hem=hem,
        hem_y=cut.hem_y + 12 + style.longer, cuff=cut.cuff * 1.08,
    )  # fmt: skip


def shirt(canvas: Canvas, colourway: Colourway) -> None:
    button_through(canvas, colourway, colourway.pick(SHIRTS))


def flannel_shirt(canvas: Canvas, colourway: Colourway) -> None:
    button_through(canvas, colourway, colourway.pick(FLANNELS))


def button_through(canvas: Canvas, colourway: Colourway, style: Style) -> None:
    """A shirt: collar on a stand (or a camp collar), sewn front edge, yoke, pockets, cuffs, hem."""
    rng = shape_rng(colourway)
    cut, cloth = styled_cut(colourway, rng, style), fabric(colourway)
    pair = sleeves_of(cut, colourway.sleeve, posed(style.arms, rng))
    depth = 92.0 if style.leaf is None else 34 + style.opened
    opening = replace(cut, neck_depth=depth)
    hem = "split" if style.hem == "square" else style.hem
    options = {
        "length": colourway.sleeve, "gain": 1.1,
        "finish": "cuff" if colourway.sleeve == "long" else "stitch",
    }  # fmt: skip
    stand_back(canvas, cut, cloth, cloth.ground)
    inside_back(canvas, opening, cloth, depth=7, rise=10)
    back_hem(canvas, cut, cloth, 14 if hem == "shirttail" else 9, hem)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    seams = [dart(cut, side) for side in (1, -1)] if style.darts else []
    draw_body(
        canvas, opening, cloth, "crew" if depth < 40 else "v-neck", hem=hem,
        sleeves=outlines_of(pair), gain=1.1, seams=seams,
        **chest_of(colourway, cut, cloth, canvas),
    )  # fmt: skip
    yoke_seam(canvas, cut, cloth, style.yoke)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    drop = style.opened
    if style.leaf is None:
        front_edge(canvas, cut, cloth, cut.neck_y + depth * 1.06, style.buttons, first=12)
    else:
        top = cut.neck_y + 27 + drop
        front_edge(canvas, cut, cloth, top, style.buttons, sewn=style.sewn, first=24)
    pockets(canvas, cut, cloth, style, bias=colourway.pattern == "checked")
    if style.leaf is None:
        camp_collar(canvas, cut, cloth, cloth.ground, depth)
        return
    stand_front(canvas, cut, cloth, cloth.ground, drop)
    leaves(canvas, cut, cloth, cloth.ground, style.leaf, drop)


def pockets(canvas: Canvas, cut: Cut, cloth: Cloth, style: Style, bias: bool) -> None:
    """The chest pockets of a style; flapped ones may be cut on the bias."""
    if style.pockets == "none":
        return
    flap = style.pockets in ("flaps", "big")
    placed = replace(cut, unit=cut.unit * (1.28 if style.pockets == "big" else 1.05))
    if style.pockets == "big":
        placed = replace(placed, armpit_y=cut.armpit_y + 14)
    for side in (1, -1)[: 1 if style.pockets == "one" else 2]:
        patch_pocket(canvas, placed, cloth, side, flap, style.snaps, bias and flap)


def dart(cut: Cut, side: int) -> tuple[np.ndarray, float, float]:
    """A long waist dart, as a groove."""
    x = CX + side * cut.waist * 0.52
    points = [(x + side * 3, cut.armpit_y + 34), (x, cut.waist_y), (x + side * 2, cut.hem_y - 46)]
    return spline(points, closed=False), 1.6, 0.7


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "shirt": shirt,
    "flannel-shirt": flannel_shirt,
    "blouse": blouse,
}
