"""Leather jackets: biker, aviator, overshirt with lapels; racer, bomber, quilted without."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, Field, corners, on_side, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.cut import Cut
from demo.studio.garments.denim import pointed_flap
from demo.studio.garments.furs import draw_fur, sherpa
from demo.studio.garments.jackets import (
    back_of_collar,
    band_collar,
    front_zip,
    jacket_cut,
    zip_pocket,
    zip_pull,
)
from demo.studio.garments.lapels import Front, collar_leaf, draw_fronts, inside
from demo.studio.garments.marks import SLEEVE, mark_cuff, mark_hem
from demo.studio.garments.sleeves import (
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    sleeves_of,
)
from demo.studio.garments.tailored_parts import over, seam_line, shoulder_strap
from demo.studio.garments.tailoring import back_hem, draw_body, hem_band
from demo.studio.garments.tops import shape_rng
from demo.studio.light import Texture, layer
from demo.studio.trims import buckle, button, stitch, zipper

LAPELLED = ("biker", "aviator", "car")
ROUND = ("racer", "bomber", "quilted")


def leather_jacket(canvas: Canvas, colourway: Colourway) -> None:
    """A leather jacket; its neckline says whether it has lapels."""
    rng = shape_rng(colourway)
    lapelled = colourway.neckline == "lapel"
    style = colourway.pick(LAPELLED if lapelled else ROUND)
    wide = {"aviator": 1.07, "bomber": 1.06, "car": 1.03}.get(style, 1.0)
    cut = replace(jacket_cut(colourway, rng, wide), hem_curve=3, reach=1.0)
    drop = {"bomber": -34, "car": 14, "aviator": -10}.get(style, -14)
    cut = replace(cut, hem_y=cut.hem_y + (drop if colourway.length != "cropped" else min(drop, 0)))
    cloth, arms = fabric(colourway), pose(rng)
    if colourway.material == "leather":  # finished smoother than a bag's
        cloth = smooth_hide(cloth)
    if style == "bomber":
        cut = replace(cut, puff=7)
    pair = sleeves_of(cut, "long", arms)
    finish = "rib" if style == "bomber" else "stitch" if style == "car" else "plain"
    options = {"length": "long", "finish": finish, "gain": 1.5}
    if style != "bomber":
        back_hem(canvas, cut, cloth, 4)
    if style == "biker":
        biker(canvas, colourway, cut, cloth, pair, options)
    elif style == "aviator":
        aviator(canvas, colourway, cut, cloth, pair, options)
    elif style == "car":
        car_jacket(canvas, colourway, cut, cloth, pair, options)
    else:
        round_neck(canvas, cut, cloth, pair, options, style)
    if finish == "plain" and style != "aviator":
        for side, own in ((1, pair[0]), (-1, pair[1])):
            with canvas.part(SLEEVE[side]):
                sleeve_zip(canvas, cloth, own, side)


def smooth_hide(cloth: Cloth) -> Cloth:
    """The leather finished smoother than a bag's: lamb, whose grain hardly shows at this size."""

    def smoothed(texture: Texture) -> Texture:
        def hide(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
            albedo, relief = texture(u, v, seed)
            mean = albedo.mean((0, 1), keepdims=True)
            return mean + 0.45 * (albedo - mean), None if relief is None else 0.22 * relief

        return hide

    material = replace(cloth.material, gloss=0.28, contrast=1.25, weave=0.006, rim=0.03)
    plain_dyed = {name: smoothed(getattr(cloth, name)) for name in ("texture", "ground", "solid")}
    return replace(cloth, material=material, **plain_dyed)


def sleeve_zip(canvas: Canvas, cloth: Cloth, own: Sleeve, side: int) -> None:
    """A zip let into the seam above a cuff."""
    outer, inner, down = cuff_line(own, side)
    foot = outer * 0.74 + inner * 0.26
    line = np.stack([foot - down * 50, foot - down * 1])
    layer(canvas, ribbon(line, 4.6), cloth.ground, cloth.material, R=8, depth=0.15, edge=1.8,
          wrinkle=0, lift=1.4, shadow=0.5)  # fmt: skip
    zipper(canvas, line, cloth.metal, None, 1.8, pull=False)
    zip_pull(canvas, line[1] - down * 16, down, cloth.metal, 0.75)


def biker(
    canvas: Canvas, colourway: Colourway, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve],
    options: dict,
) -> None:  # fmt: skip
    """Wide studded lapels, a slanted zip, zipped pockets, a buckled waist."""
    front = Front(cut.waist_y - 56, 30, 0, 1.3, "notch", over(colourway), False, 34,
                  topstitch=True)  # fmt: skip
    inside(canvas, cut, cloth, front)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.5)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    side = front.over
    panels(canvas, cut, cloth)
    edge_zip(canvas, cut, cloth, front)
    cropped = colourway.length == "cropped"
    pocket_y, deep = (cut.hem_y - 66, 28) if cropped else (cut.waist_y - 6, 40)
    for s in (1, -1):
        a = (CX + cut.hem * 0.44, pocket_y)
        b = (CX + cut.hem * 0.74, pocket_y + deep)
        zip_pocket(canvas, cloth, a, b, s)
        with canvas.part("collar"):
            button(canvas, CX + s * (cut.neck + 30), cut.neck_y + 60, 3.2, cloth.metal, True)
        shoulder_strap(canvas, cut, replace(cloth, button=cloth.metal), s)
    if not cropped:
        zip_pocket(canvas, cloth, (CX + cut.chest * 0.42, cut.armpit_y + 26),
                   (CX + cut.chest * 0.78, cut.armpit_y + 8), -side)  # fmt: skip
    waist_belt(canvas, cut, cloth, side)


def waist_belt(canvas: Canvas, cut: Cut, cloth: Cloth, side: int) -> None:
    """A belt along the hem, its buckled end hanging beside the zip."""
    h, y = cut.hem, cut.hem_y
    band = [(CX - h - 1, y - 26, 1), (CX, y - 22), (CX + h + 1, y - 26, 1), (CX + h + 1, y - 8, 1),
            (CX, y - 4), (CX - h - 1, y - 8, 1)]  # fmt: skip
    layer(canvas, band, cloth.ground, cloth.material, R=16, depth=0.3, edge=4, wrinkle=0.4, lift=3,
          shadow=0.6)  # fmt: skip
    x = CX - side * 34
    end = corners(
        (x - 26, y - 22), (x + 16, y - 24), (x + 22, y - 15), (x + 16, y - 5), (x - 26, y - 5)
    )
    layer(canvas, end, cloth.ground, cloth.material, R=14, depth=0.3, edge=3, wrinkle=0.2, lift=3)
    buckle(canvas, x - 16, y - 14, 20, 25, cloth.metal, 3.6)
    for loop in (-0.72, 0.72):
        at = CX + h * loop
        strip = corners((at - 3, y - 30), (at + 3, y - 30), (at + 3, y - 2), (at - 3, y - 2))
        layer(
            canvas, strip, cloth.ground, cloth.material, R=5, depth=0.3, edge=2, wrinkle=0, lift=2
        )


def aviator(
    canvas: Canvas, colourway: Colourway, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve],
    options: dict,
) -> None:  # fmt: skip
    """A flyer's jacket lined with shearling that shows at collar, cuffs and hem."""
    fleece = sherpa("#ece2cc" if colourway.colour != "white" else "#cdb892")
    front = Front(cut.waist_y - 84, 5, 0, 1.3, "notch", over(colourway), False, collar=1.15)
    inside(canvas, cut, replace(cloth, lining=fleece), front)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.3)
    panels(canvas, cut, cloth)
    for s in (1, -1):
        zip_pocket(canvas, cloth, (CX + cut.hem * 0.40, cut.hem_y - 88),
                   (CX + cut.hem * 0.60, cut.hem_y - 44), s)  # fmt: skip
        with canvas.part("collar"):
            draw_fur(canvas, on_side(collar_leaf(cut, front), s), fleece, length=3, R=16, lift=6)
    n, y = cut.neck, cut.neck_y
    stand = [(CX - n + 6, y - 13), (CX, y - 11), (CX + n - 6, y - 13), (CX + n - 11, y + 10),
             (CX, y + 19), (CX - n + 11, y + 10)]  # fmt: skip
    with canvas.part("inside"):
        draw_fur(canvas, stand, fleece, length=2, R=14, lift=1, dark=0.78)
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    edge_zip(canvas, cut, cloth, front)
    h, low = cut.hem, cut.hem_y
    hem = [(CX - h - 1, low - 10, 1), (CX, low - 7), (CX + h + 1, low - 10, 1), (CX + h, low + 7),
           (CX, low + 11), (CX - h, low + 7)]  # fmt: skip
    draw_fur(canvas, hem, fleece, length=3, R=9, lift=2)
    mark_hem(canvas, (CX + h, low + 7), (CX, low + 11))
    for s, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner, down = cuff_line(own, s)
        run = (inner - outer) / np.linalg.norm(inner - outer)
        cuff = [tuple(outer - run * 2 - down * 15), tuple(inner + run * 2 - down * 15),
                tuple(inner + run * 2 + down * 5), tuple(outer - run * 2 + down * 5)]  # fmt: skip
        with canvas.part(SLEEVE[s]):
            draw_fur(canvas, cuff, fleece, length=3, R=10, lift=2)
            mark_cuff(canvas, outer + down * 5, inner + down * 5)


def edge_zip(canvas: Canvas, cut: Cut, cloth: Cloth, front: Front) -> None:
    """The zip along the upper front's edge; above it, its other half follows the lapel's edge."""
    side, n, k = front.over, cut.neck, cut.unit
    top = np.array([CX - side * (front.overlap - 4), front.break_y + 12 * k])
    foot = np.array([CX - side * (front.overlap - front.slant - 4), cut.hem_y - 4])
    line = np.stack([top, foot])
    zipper(canvas, line, cloth.metal, cloth.solid, 2.8, pull=False)
    zip_pull(canvas, top, (foot - top) / np.linalg.norm(foot - top), cloth.metal, 1.25)
    stitch(canvas, line + [side * 9, 0], cloth.stitch, 2.6, 1.2, 0.5, 0.5)
    notch_y = cut.neck_y + 66 * front.collar * k
    span, w, ov = front.break_y - notch_y, front.lapel, front.overlap
    edge = [(CX - ov * 0.75 + 7 * k, front.break_y - 1),
            (CX + n * 0.45 + (12.5 * w - 2) * k - ov * 0.5, notch_y + span * 0.66),
            (CX + n * 0.8 + (26 * w - 5 - ov * 0.1) * k, notch_y + span * 0.30),
            (CX + n + (42 * w - 6) * k, notch_y + 4 * k)]  # fmt: skip
    with canvas.part("collar"):
        line = spline(on_side(edge, side), closed=False)
        zipper(canvas, line, cloth.metal, None, 1.8, pull=False)


def panels(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Seams from the armholes down both fronts."""
    for s in (1, -1):
        line = [
            (CX + cut.chest * 0.92, cut.armpit_y - 34), (CX + cut.chest * 0.76, cut.armpit_y + 14),
            (CX + cut.waist * 0.70, cut.waist_y), (CX + cut.hem * 0.70, cut.hem_y - 4),
        ]  # fmt: skip
        seam_line(canvas, cloth, spline(on_side(line, s), closed=False), s * 3.0)


def car_jacket(
    canvas: Canvas, colourway: Colourway, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve],
    options: dict,
) -> None:  # fmt: skip
    """A straight jacket with narrow lapels, a yoke, buttoned chest pockets and a middle zip."""
    front = Front(cut.waist_y - 66, 5, 0, 0.95, "notch", over(colourway), False, topstitch=True)
    inside(canvas, cut, cloth, front)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    y = cut.armpit_y - 24

    def yoke(s: int) -> None:
        line = [(CX + 22, y + 4), (CX + cut.chest * 0.55, y + 2), (CX + cut.shoulder - 10, y - 3)]
        seam_line(canvas, cloth, spline(on_side(line, s), closed=False), -s * 3.0)

    draw_fronts(canvas, cut, cloth, front, outlines_of(pair), 1.3, under_lapel=yoke)
    for s in (1, -1):
        pointed_flap(canvas, cloth, CX + s * cut.chest * 0.62, y + 22, 24)
        zip_pocket(canvas, cloth, (CX + cut.hem * 0.52, cut.hem_y - 98),
                   (CX + cut.hem * 0.68, cut.hem_y - 46), s)  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    edge_zip(canvas, cut, cloth, front)


def round_neck(
    canvas: Canvas, cut: Cut, cloth: Cloth, pair: tuple[Sleeve, Sleeve], options: dict, style: str
) -> None:  # fmt: skip
    """Zipped up to a low collar: smooth with a snapped tab, blousing into ribs, or quilted."""
    bomber = style == "bomber"
    back_of_collar(canvas, cut, cloth, cloth.rib if bomber else cloth.ground, 15)
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    chest_y = cut.armpit_y - 18
    seams = []
    for s in (1, -1):
        if style == "racer":
            line = [(CX + cut.neck + 26, cut.neck_y + 10),
                    (CX + cut.chest * 0.66, cut.armpit_y + 20),
                    (CX + cut.waist * 0.62, cut.hem_y)]  # fmt: skip
            seams.append(spline(on_side(line, s), closed=False))
        else:
            seams.append(spline(on_side([(CX + 10, chest_y + 4), (CX + cut.shoulder - 8,
                                                                  chest_y)], s),
                                closed=False))  # fmt: skip
    draw_body(canvas, cut, cloth, "crew", sleeves=outlines_of(pair), gain=1.4,
              hem="banded" if bomber else "round", hem_stitch=not bomber,
              seams=[(line, 2.4, 1.8) for line in seams],
              relief=ribbed_shoulders(chest_y) if style == "quilted" else None)  # fmt: skip
    for line in seams:
        stitch(canvas, line - [0, 3], cloth.stitch, strength=0.5)
    if bomber:
        hem_band(canvas, cut, cloth.rib, cloth, 30, 13)
    for s in (1, -1):
        if bomber:
            x, y = CX + s * cut.hem * 0.56, cut.hem_y - 82
            pocket = corners((x - 27, y), (x + 27, y), (x + 27, y + 54), (x - 27, y + 54))
            layer(canvas, pocket, cloth.ground, cloth.material, R=30, depth=0.14, edge=2,
                  wrinkle=0.5,
                  lift=3, shadow=0.55)  # fmt: skip
            pointed_flap(canvas, cloth, x, y - 3, 28)
        else:
            zip_pocket(canvas, cloth, (CX + cut.hem * 0.46, cut.hem_y - 104),
                       (CX + cut.hem * 0.66, cut.hem_y - 54), s, 2.4)  # fmt: skip
    if style == "racer":
        zip_pocket(canvas, cloth, (CX + cut.chest * 0.24, cut.armpit_y + 16),
                   (CX + cut.chest * 0.58, cut.armpit_y + 10), 1)  # fmt: skip
    draw_sleeves(canvas, cut, cloth, pair, front=True, **options)
    if bomber:
        band_collar(canvas, cut, cloth.rib, cloth, 16)
        front_zip(canvas, cut, cloth, cut.neck_y + cut.neck_depth - 14, cut.hem_y + 27)
        return
    band_collar(canvas, cut, cloth.ground, cloth, 16)
    front_zip(canvas, cut, cloth, cut.neck_y + cut.neck_depth - 13, cut.hem_y - 3)
    if style == "racer":
        y = cut.neck_y + cut.neck_depth - 8
        tab = corners((CX - 22, y - 6), (CX + 26, y - 8), (CX + 32, y + 2), (CX + 26, y + 11),
                      (CX - 22, y + 9))  # fmt: skip
        layer(canvas, tab, cloth.ground, cloth.material, R=8, depth=0.3, edge=3, wrinkle=0, lift=3)
        button(canvas, CX + 21, y + 1, 3.6, cloth.metal, True)


def ribbed_shoulders(bottom: float) -> Field:
    """Padded rows across the shoulders, above `bottom`."""

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        phase = np.mod(y / 9.0, 1)
        tube = np.sqrt(np.maximum(0, 1 - (2 * phase - 1) ** 2))
        return 2.2 * tube * (y < bottom) * (np.abs(x - CX) > 34)

    return relief
