"""Parkas: fur-hooded, fishtail, drawn in at the waist, a clean raincoat."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import (
    CX,
    Canvas,
    corners,
    on_side,
    rgb,
    ribbon,
    spline,
)
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut
from demo.studio.garments.furs import long_fur
from demo.studio.garments.jackets import front_zip, jacket_cut
from demo.studio.garments.marks import SLEEVE, draws
from demo.studio.garments.sleeves import (
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    rib_cuff,
    sleeves_of,
)
from demo.studio.garments.storm_hoods import fur_trim, hood_back, hood_collar
from demo.studio.garments.tailored_parts import seam_line, shoulder_strap, wrist_strap
from demo.studio.garments.tailoring import back_hem, draw_body
from demo.studio.garments.tops import shape_rng
from demo.studio.light import Texture, layer
from demo.studio.noise import noise
from demo.studio.trims import button, drawstring, eyelet, stitch


@dataclass(frozen=True)
class Style:
    """What sets one parka apart from the next."""

    name: str
    wide: float
    flare: float
    """hem as a share of the chest"""
    length: float
    """from the neck to the hem"""
    waist: float
    fur: bool = False
    drawn: bool = False
    """a cord in the waist"""


STYLES = (
    Style("arctic", 1.13, 1.01, 416, 1.0, fur=True),
    Style("fishtail", 1.04, 1.10, 424, 0.93, drawn=True),
    Style("waisted", 1.03, 1.12, 400, 0.86, fur=True, drawn=True),
    Style("raincoat", 1.08, 1.22, 428, 1.05),
)


def parka(canvas: Canvas, colourway: Colourway) -> None:
    """A long hooded coat in one of the `STYLES`."""
    rng = shape_rng(colourway)
    style = colourway.pick(STYLES)
    cut = jacket_cut(colourway, rng, 1.04 * style.wide)
    cut = replace(cut, neck_y=104, neck_depth=42).scaled(0.84)
    cut = replace(
        cut, waist=cut.chest * style.waist, hem=cut.chest * style.flare,
        hem_y=cut.neck_y + style.length + rng.uniform(-8, 8), hem_curve=8,
        sleeve=cut.sleeve * style.wide, reach=1.03,
    )  # fmt: skip
    cloth, arms = shell(colourway), pose(rng, 0.84)
    if style.name == "arctic":
        cloth = replace(cloth, metal=rgb(("#54565a", "#b9bcc0")[colourway.shape_seed % 2]))
    if style.name == "raincoat":
        cloth = replace(cloth, material=replace(cloth.material, gloss=0.05, sharpness=8))
    k = cut.unit
    pair = sleeves_of(cut, "long", arms)
    hood_back(canvas, cut, cloth, cloth.ground)
    if style.name == "fishtail":
        fishtail(canvas, cut, cloth)
    else:
        back_hem(canvas, cut, cloth, 8)
    options = {"length": "long", "finish": "stitch" if style.name != "arctic" else "plain",
               "gain": 0.95}  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    waist = spline([(CX - cut.waist, cut.waist_y), (CX, cut.waist_y + 4),
                    (CX + cut.waist, cut.waist_y)], closed=False)  # fmt: skip
    yoke = spline([(CX - cut.chest, cut.armpit_y - 20), (CX, cut.armpit_y - 14),
                   (CX + cut.chest, cut.armpit_y - 20)], closed=False)  # fmt: skip
    seams = [(waist, 4, 3.2)] if style.drawn else []
    if not style.drawn:
        seams = [(yoke, 2.2, 1.8)]
    draw_body(
        canvas, cut, cloth, "crew", sleeves=outlines_of(pair), gain=0.85, seams=seams,
    )  # fmt: skip
    if style.drawn:
        for row in (-5, 5):
            stitch(canvas, waist + [0, row], cloth.stitch, strength=0.6)
    else:
        for row in (3, 7):
            stitch(canvas, yoke + [0, row], cloth.stitch, strength=0.55)
    panels(canvas, cut, cloth)
    pockets(canvas, cut, cloth, style)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if style.name == "arctic":
        for side, own in ((1, pair[0]), (-1, pair[1])):
            outer, inner, down = cuff_line(own, side)
            inward = (inner - outer) * 0.12
            with canvas.part(SLEEVE[side]):
                rib_cuff(canvas, outer + inward, inner - inward, down * 0.6, cloth, cloth.rib, 0, k)
    if style.name == "raincoat":
        for side, own in ((1, pair[0]), (-1, pair[1])):
            with canvas.part(SLEEVE[side]):
                wrist_strap(canvas, cut, replace(cloth, button=cloth.metal), own, side)
    if style.name == "fishtail":
        for side in (1, -1):
            shoulder_strap(canvas, cut, cloth, side)
    hood_collar(canvas, cut, cloth, cloth.ground)
    storm_front(canvas, cut, cloth, style)
    if style.drawn:
        for side in (1, -1):
            cord(canvas, cut, cloth, side)
    if style.fur:
        fur_trim(canvas, cut, fur_of(colourway))


def shell(colourway: Colourway) -> Cloth:
    """A parka's dense matt cotton: dyed a little unevenly, full of small creases, never shining."""
    cloth = fabric(colourway)

    def brushed(texture: Texture) -> Texture:
        def canvas_weave(u: np.ndarray, v: np.ndarray, seed: int) -> tuple:
            albedo, relief = texture(u, v, seed)
            cloud = noise(83, 16, u, v, 0.7) + 0.6 * noise(84, 5, u, v, 0.8)
            line = np.sin((u + 1.7 * v) * 2 * np.pi / 2.3)
            faded = albedo * (1 + 0.035 * cloud + 0.03 * line)[..., None]
            dusk = float(np.exp(-12 * albedo.mean()))
            # black cotton is a deep grey beside black leather, and takes no highlight
            faded = faded + 0.011 * np.exp(-30 * albedo.mean(-1, keepdims=True))
            crease = noise(85, (3.0, 6.0), u, v, 0.6)
            mine = 0.05 * line + 0.12 * dusk * crease
            return faded, mine if relief is None else relief + mine

        return canvas_weave

    matt = replace(cloth.material, gloss=0.006, rim=0.05, contrast=1.15, weave=0.015)
    dyed = {name: brushed(getattr(cloth, name)) for name in ("texture", "ground", "solid")}
    pale = cloth.colour.mean() > 0.10
    thread = cloth.colour * (0.6 if pale else 1.6) + (0.0 if pale else 0.03)
    return replace(cloth, material=matt, wrinkle=2.4, stitch=thread, **dyed)


def panels(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Seams from the shoulders down both fronts, sewn flat."""
    for side in (1, -1):
        line = [
            (CX + cut.shoulder - 22 * cut.unit, cut.shoulder_y + 2),
            (CX + cut.chest * 0.70, cut.armpit_y - 10), (CX + cut.waist * 0.72, cut.waist_y),
            (CX + cut.hem * 0.74, cut.hem_y - 6),
        ]  # fmt: skip
        seam_line(canvas, cloth, spline(on_side(line, side), closed=False), side * 2.6)


def fur_of(colourway: Colourway) -> Texture:
    """Coyote, silver or black fur, never the coat's own colour."""
    furs = ("#a98f6d", "#8d7f70", "#d9cdb8")
    if colourway.colour in ("beige", "white"):
        furs = ("#8a6a48", "#6b5a4b", "#a98f6d")
    return long_fur(furs[colourway.shape_seed % 3])


@draws("inside")
def fishtail(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The longer back, split in two tails."""
    h, y, k = cut.hem, cut.hem_y, cut.unit
    tail = [
        (CX - h + 10, y - 40, 1), (CX + h - 10, y - 40, 1), (CX + h - 6, y + 4),
        (CX + h * 0.62, y + 34 * k), (CX + h * 0.22, y + 44 * k, 1), (CX + 3, y + 8 * k, 1),
        (CX - h * 0.20, y + 42 * k, 1), (CX - h * 0.62, y + 33 * k), (CX - h + 6, y + 4),
    ]  # fmt: skip
    layer(canvas, tail, cloth.ground, cloth.material, R=60, depth=0.1, edge=2, wrinkle=0.5, lift=0,
          dark=0.56)  # fmt: skip


def storm_front(canvas: Canvas, cut: Cut, cloth: Cloth, style: Style) -> None:
    """The zip, or a storm flap over it; a raincoat's hides its snaps."""
    k, top, end = cut.unit, cut.neck_y - 2, cut.hem_y - 3
    if style.name == "arctic":
        front_zip(canvas, cut, cloth, top, end, width=2.2)
        return
    if style.name != "raincoat":
        front_zip(canvas, cut, cloth, top, end, wind=True)
        return
    flap = corners(
        (CX - 15 * k, top + 6), (CX + 13 * k, top + 4), (CX + 14 * k, end), (CX - 15 * k, end)
    )
    layer(canvas, flap, cloth.ground, cloth.material, R=24, depth=0.14, edge=2.6, edge_depth=1,
          wrinkle=0.5, lift=3.4, shadow=0.55)  # fmt: skip
    stitch(canvas, np.array([(CX - 11 * k, top + 8), (CX - 11 * k, end - 2)]), cloth.stitch,
           strength=0.5)  # fmt: skip
    for y in np.linspace(top + 24, end - 40, 5):
        button(canvas, CX - 1, float(y), 4.2 * k, cloth.metal, True)


def pockets(canvas: Canvas, cut: Cut, cloth: Cloth, style: Style) -> None:
    """Bellows pockets, or a raincoat's slanted flaps."""
    k = cut.unit
    for side in (1, -1):
        if style.name == "raincoat":
            slanted_flap(canvas, cut, cloth, side)
            continue
        x, y = CX + side * cut.hem * 0.56, cut.waist_y + 42 * k
        bellows(canvas, cloth, x, y, 37 * k, 66 * k, snaps=2)
        if style.name == "arctic":
            bellows(
                canvas, cloth, CX + side * cut.chest * 0.54, cut.armpit_y + 10 * k, 27 * k, 46 * k
            )
    if style.name == "fishtail":
        bellows(canvas, cloth, CX + cut.chest * 0.54, cut.armpit_y - 6 * k, 25 * k, 44 * k)


def bellows(
    canvas: Canvas, cloth: Cloth, x: float, y: float, w: float, h: float, snaps: int = 1
) -> None:
    """A deep patch pocket that stands off the coat, under a snapped flap."""
    patch = corners((x - w, y), (x + w, y), (x + w, y + h - 5), (x + w - 5, y + h), (x - w + 5,
                                                                                     y + h),
                    (x - w, y + h - 5))  # fmt: skip
    layer(canvas, patch, cloth.ground, cloth.material, R=26, depth=0.24, edge=4, edge_depth=0.8,
          wrinkle=0.7, lift=4.5, shadow=0.6)  # fmt: skip
    row = np.array([(x - w + 4, y + 3), (x - w + 4, y + h - 5), (x + w - 4, y + h - 5),
                    (x + w - 4, y + 3)])  # fmt: skip
    stitch(canvas, row, cloth.stitch, strength=0.55)
    flap = corners((x - w - 2, y - 5), (x + w + 2, y - 5), (x + w + 2, y + 14), (x + w - 4, y + 19),
                   (x - w + 4, y + 19), (x - w - 2, y + 14))  # fmt: skip
    layer(canvas, flap, cloth.ground, cloth.material, R=24, depth=0.14, edge=2.6, edge_depth=1,
          wrinkle=0.4, lift=4.5, shadow=0.65)  # fmt: skip
    stitch(canvas, np.array([(x - w, y + 14), (x + w, y + 14)]), cloth.stitch, strength=0.5)
    for share in (-0.62, 0.62) if snaps == 2 else (0.0,):
        button(canvas, x + share * w, y + 9, 3.0, cloth.metal, True)


def slanted_flap(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """A large slanted flap over a hand pocket."""
    k = cut.unit
    a = np.array([CX + cut.hem * 0.34, cut.waist_y + 60 * k])
    b = np.array([CX + cut.hem * 0.74, cut.waist_y + 40 * k])
    down = np.array([3.0, 27.0]) * k
    flap = [(*a, 1), (*b, 1), (*(b + down), 1), (*(a + down), 1)]
    layer(canvas, on_side(flap, side), cloth.ground, cloth.material, R=26, depth=0.16, edge=2.6,
          edge_depth=1, wrinkle=0.4, lift=4.5, shadow=0.65)  # fmt: skip
    hem = np.array(on_side([tuple(a + down * 0.84), tuple(b + down * 0.84)], side))
    stitch(canvas, hem, cloth.stitch, strength=0.5)


def cord(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """One end of the drawcord at the waist, with its stopper."""
    x, y, rng = CX + side * 27 * cut.unit, cut.waist_y + 3, canvas.rng
    line = [(x, y + 1), (x + side * rng.uniform(2, 6), y + 28), (x + rng.uniform(-4, 4), y + 58)]
    drawstring(canvas, line, cloth.colour * 0.6 + 0.02, 1.9)
    eyelet(canvas, x, y, 3.0, cloth.metal)
    stop = np.array([(x + side * 2, y + 14), (x + side * 3, y + 22)])
    layer(canvas, ribbon(stop, 3.2), cloth.solid, cloth.material, R=4, depth=0.6, edge=2, wrinkle=0,
          lift=2.5, dark=0.5)  # fmt: skip
