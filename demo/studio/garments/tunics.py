"""Tunics: kaftans, belted, bell-sleeved and yoked ones. Knows this type only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, F32, Array, Canvas, corners, mirror, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold, flutes
from demo.studio.garments.cut import Cut, cut_for
from demo.studio.garments.jersey import chest_of, shape_rng
from demo.studio.garments.marks import SLEEVE, draws
from demo.studio.garments.necklines import along, inside_back, neckband
from demo.studio.garments.sleeves import (
    Arm,
    Sleeve,
    cuff_line,
    draw_sleeves,
    outlines_of,
    pose,
    sleeves_of,
)
from demo.studio.garments.tailoring import back_hem, draw_body, neck_line
from demo.studio.light import Texture, layer
from demo.studio.trims import button, drawstring, stitch

LONG = {"kaftan": "vented", "belted": "round", "bell": "curved", "yoke": "round"}
"""silhouette -> its hem"""


def tunic(canvas: Canvas, colourway: Colourway) -> None:
    """A kaftan with an embroidered opening, a tie belt, bell sleeves with cords, a gathered yoke."""
    rng = shape_rng(colourway)
    kind = colourway.pick(("kaftan", "belted", "bell", "yoke"))
    cut = cut_for(colourway, rng, sleeve=1.0)
    vee, hem = colourway.neckline == "v-neck", LONG[kind]
    if colourway.sleeve == "short" and hem == "curved":  # too like a nightshirt
        hem = "round"
    cut = replace(cut, neck_depth=84 if vee else 34, hem_curve=5, waist=cut.waist * 0.95,
                  chest=cut.chest * 0.95, hem_y=cut.hem_y - 8)  # fmt: skip
    cut = shaped_like(kind, cut, colourway.sleeve).scaled(0.93)
    if hem == "vented":  # the side seam ends above the open part
        above = max(cut.hem_y - 262, cut.armpit_y + 24)
        cut = replace(cut, waist_y=min(cut.waist_y, above))
    cloth = fabric(colourway)
    arms = tuple(Arm(a.upper, a.fore) for a in pose(rng))
    pair = sleeves_of(cut, colourway.sleeve, arms)
    inside_back(canvas, cut, cloth)
    if hem == "vented":
        vented_back(canvas, cut, cloth)
    else:
        back_hem(canvas, cut, cloth, 13, hem)
    options = {
        "length": colourway.sleeve, "gain": 1.1,
        "finish": "cuff" if kind == "yoke" and colourway.sleeve != "short" else "stitch",
    }  # fmt: skip
    chest = chest_of(colourway, cut, cloth, canvas)
    chest["extra_folds"] = [*chest.get("extra_folds", []), *falls(canvas, cut, cloth, kind)]
    seams = [(yoke_line(cut), 2.0, 1.5)] if kind == "yoke" else []
    draw_sleeves(canvas, cut, cloth, pair, front=False, **options)
    draw_body(
        canvas, cut, cloth, colourway.neckline, hem=hem, sleeves=outlines_of(pair),
        gain=0.7 if kind == "belted" else 0.85, lift=4, seams=seams, **chest,
    )  # fmt: skip
    if kind == "kaftan":
        embroidered(canvas, cut, cloth, colourway, pair, vee)
        vents(canvas, cut, cloth)
        return
    neckband(canvas, cut, colourway.neckline, cloth.solid, cloth, 6)
    if kind == "yoke":
        stitch(canvas, yoke_line(cut) - [0, 3], cloth.stitch, strength=0.5)
        if not vee:
            small_placket(canvas, cut, cloth)
    elif not vee:
        keyhole(canvas, cut, cloth)
    if kind == "bell":
        cords(canvas, cut, cloth)
    elif kind == "belted":
        belt(canvas, cut, cloth)


def shaped_like(kind: str, cut: Cut, sleeve: str) -> Cut:
    """The cut of this silhouette: where it is drawn in and how its sleeves widen."""
    if kind == "belted":
        return replace(cut, waist=cut.chest * 0.80, hem=cut.hem * 0.99, waist_y=cut.waist_y - 2)
    if kind == "bell":
        flare = {"long": 46.0, "three-quarter": 64.0}.get(sleeve, cut.cuff)
        return replace(cut, waist=cut.chest * 0.88, hem=cut.hem * 1.04, cuff=flare,
                       sleeve=cut.sleeve * (1.12 if sleeve == "short" else 0.86))  # fmt: skip
    if kind == "yoke":
        return replace(cut, waist=cut.chest * 1.07, hem=cut.chest * 1.20, hem_curve=13, puff=11,
                       hem_y=cut.hem_y - 14, sleeve=cut.sleeve * 1.05)  # fmt: skip
    return replace(cut, waist=cut.chest * 0.96, hem=cut.hem * 1.02, hem_y=cut.hem_y + 8)


def falls(canvas: Canvas, cut: Cut, cloth: Cloth, kind: str) -> list[Fold]:
    """The long folds of loose cloth: from the chest, from the yoke, above and below the belt."""
    rng = canvas.rng
    waist = (CX, cut.waist, cut.waist_y)
    if kind == "yoke":
        waist = (CX, cut.chest * 0.86, cut.armpit_y + 10)
    folds = flutes(rng, waist, (CX, cut.hem, cut.hem_y), 8, 2.6 * cloth.fold)
    if kind == "belted":
        for x in np.linspace(-cut.waist + 6, cut.waist - 6, 15) + rng.uniform(-3, 3, 15):
            for way, reach in ((-1, rng.uniform(26, 84)), (1, rng.uniform(30, 110))):
                end = (
                    CX + x * (1.12 if way < 0 else 1.2) + rng.uniform(-6, 6),
                    cut.waist_y + way * reach,
                )
                folds.append(Fold((CX + x, cut.waist_y + way * 5), end, rng.uniform(-3, 3),
                                  (2.4, rng.uniform(5, 9)), rng.uniform(1.2, 2.8) * cloth.fold,
                                  rng.uniform(-0.4, 0.4), 0.02, 0.8))  # fmt: skip
    if kind == "yoke":
        for x, y in yoke_line(cut)[8:-8:5]:
            end = (x + (x - CX) * 0.10 + rng.uniform(-5, 5), y + rng.uniform(28, 90))
            folds.append(Fold((x, y + 1), end, rng.uniform(-2, 2), (2.4, rng.uniform(4, 7)),
                              rng.uniform(1.0, 2.4) * cloth.fold, rng.uniform(-0.3, 0.3), 0.02,
                              0.8))  # fmt: skip
    return folds


def yoke_line(cut: Cut) -> np.ndarray:
    """The seam across the chest into which the lower front is gathered."""
    y = cut.armpit_y - 30
    x = cut.chest - 13 * cut.unit
    return spline([(CX - x, y - 6), (CX - x * 0.5, y + 2), (CX, y + 4), (CX + x * 0.5, y + 1),
                   (CX + x, y - 6)], closed=False)  # fmt: skip


def thread_of(cloth: Cloth, colourway: Colourway) -> Array:
    """The colour of embroidery: the second one, else a pale or deep tone of the cloth's."""
    if colourway.colour2:
        return np.asarray(cloth.second, F32)
    pale = float(cloth.colour.mean()) > 0.35
    return np.asarray(cloth.colour * 0.16 + 0.01 if pale else cloth.colour * 0.25 + 0.62, F32)


def embroidery(ground: Texture, thread: Array, half: float) -> Texture:
    """Diamonds between two chains, along a band of half-width `half`; u runs along it, v across."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        albedo, _ = ground(u, v, seed)
        along_it = np.mod(u, 13.0) - 6.5
        away = np.abs(along_it) / 6.0 + np.abs(v) / (half * 0.62)
        diamond = np.clip((1.0 - away) * 5, 0, 1) - np.clip((0.55 - away) * 6, 0, 1)
        dot = np.clip((0.24 - away) * 9, 0, 1)
        chain = np.clip(1.3 - np.abs(np.abs(v) - half * 0.80) / 0.9, 0, 1)
        chain *= 0.55 + 0.45 * (np.sin(u * 2 * np.pi / 3.2) > 0)
        corner = np.mod(u + 6.5, 13.0) - 6.5
        leaf = np.clip((1 - np.abs(corner) / 1.6 - np.abs(np.abs(v) - half * 0.5) / 3.2) * 3, 0, 1)
        sewn = np.clip(np.maximum.reduce([diamond, dot, chain, leaf]), 0, 1)
        ply = 0.82 + 0.18 * np.sin((u + v) * 2 * np.pi / 1.7)
        mixed = albedo * (1 - sewn[..., None]) + thread * (sewn * ply)[..., None]
        return mixed.astype(F32), (0.9 * sewn * ply).astype(F32)

    return texture


def embroidered(
    canvas: Canvas, cut: Cut, cloth: Cloth, colourway: Colourway, pair: tuple[Sleeve, Sleeve],
    vee: bool,
) -> None:  # fmt: skip
    """Embroidered bands round the neck, down a slit placket and at the sleeves' edges."""
    thread = thread_of(cloth, colourway)
    line = neck_line(cut, colourway.neckline)
    half = 8.0
    top = float(line[:, 1].max())
    slit = np.array([(CX, top - 4), (CX, top + (70 if vee else 104))], float)
    for side in (1, -1):  # the opening's two edges
        path = slit + [side * half, 0] if not vee else slit + [side * half * 0.9, 3]
        path = spline([tuple(p) for p in path], closed=False)
        path = np.stack([np.interp(np.linspace(0, 1, 24), np.linspace(0, 1, len(path)), path[:, i])
                         for i in (0, 1)], 1)  # fmt: skip
        sewn = embroidery(cloth.solid, thread, half)
        layer(canvas, ribbon(path, half), sewn, cloth.material, R=20, depth=0.12, edge=1.2,
              wrinkle=0.3, lift=1.4, shadow=0.4, uv=along(canvas, path))  # fmt: skip
    mouth = corners((CX - 1.6, top - 3), (CX + 1.6, top - 3), (CX + 0.8, float(slit[1, 1]) - 16),
                    (CX - 0.8, float(slit[1, 1]) - 16))  # fmt: skip
    layer(canvas, mouth, cloth.solid, cloth.material, R=4, depth=-0.3, edge=0, wrinkle=0, lift=0,
          dark=0.3)  # fmt: skip
    neckband(canvas, cut, colourway.neckline, embroidery(cloth.solid, thread, 12), cloth, 12,
             sewn=False)  # fmt: skip
    for side, own in ((1, pair[0]), (-1, pair[1])):
        outer, inner, down = cuff_line(own, side)
        ends = [tuple(outer - down * 12), tuple((outer + inner) / 2 - down * 9),
                tuple(inner - down * 12)]  # fmt: skip
        path = spline(ends, closed=False)
        with canvas.part(SLEEVE[side]):
            layer(canvas, ribbon(path, 8), embroidery(cloth.solid, thread, 8), cloth.material, R=24,
                  depth=0.3, edge=2, wrinkle=0.3, lift=0.8, uv=along(canvas, path))  # fmt: skip


def vents(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The sewn edges of the open sides."""
    h, y = cut.hem, cut.hem_y
    for side in (1, -1):
        vent = [(CX + side * (h - 7), y - 108), (CX + side * (h - 14), y - 64),
                (CX + side * (h - 28), y - 9)]  # fmt: skip
        stitch(canvas, spline(vent, closed=False), cloth.stitch)


@draws("inside")
def vented_back(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """The inside of the back, seen in the open side vents and below the front."""
    h, y = cut.hem, cut.hem_y
    panel = [
        (CX, y - 116), (CX + h - 30, y - 116, 1), (CX + h - 20, y - 92), (CX + h - 10, y - 56),
        (CX + h - 3, y + 12, 1), (CX + h * 0.5, y + 16), (CX, y + 17),
    ]  # fmt: skip
    layer(
        canvas, mirror(panel), cloth.ground, cloth.material, R=60, depth=0.1, edge=3, wrinkle=0.4,
        lift=0, dark=0.48, uv=lambda px, py: (CX - px + 31, py - 83),
        folds=flutes(canvas.rng, (CX, h, y - 120), (CX, h, y + 15), 6, 2.0),
    )  # fmt: skip
    row = [(CX - h - 4, y + 4), (CX, y + 8), (CX + h + 4, y + 4)]
    stitch(canvas, spline(row, closed=False), cloth.stitch, strength=0.35)


def keyhole(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A drop-shaped slit below the neckband, closed by one button."""
    y = cut.neck_y + cut.neck_depth
    slit = [
        (CX - 1.5, y - 1, 1),
        (CX + 1.5, y - 1, 1),
        (CX + 6, y + 30),
        (CX, y + 48),
        (CX - 6, y + 30),
    ]
    layer(canvas, slit, cloth.ground, cloth.material, R=12, depth=-0.3, edge=0, wrinkle=0, lift=0,
          dark=0.42)  # fmt: skip
    rim = spline(slit)
    layer(canvas, ribbon(rim, 1.6), cloth.solid, cloth.material, R=4, depth=0.3, edge=1, wrinkle=0,
          lift=1.0)  # fmt: skip
    button(canvas, CX, y - 2, 2.9, cloth.button)


def small_placket(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A short strip with covered buttons from the neckband to the yoke's seam."""
    top, bottom = cut.neck_y + cut.neck_depth - 5, cut.armpit_y - 30
    strip = corners((CX - 8, top), (CX + 8, top), (CX + 8, bottom), (CX - 8, bottom))
    layer(canvas, strip, cloth.solid, cloth.material, R=40, depth=0.1, edge=1.4, wrinkle=0.3,
          lift=1.6)  # fmt: skip
    for side in (-6, 6):
        stitch(canvas, np.array([(CX + side, top + 3), (CX + side, bottom - 2)]), cloth.stitch)
    for y in np.linspace(top + 10, bottom - 9, 4):
        button(canvas, CX, float(y), 2.8, cloth.colour * 0.8, metal=False)


def cords(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """Two thin ties hanging from the neckline, each ending in a tassel."""
    y, rng = cut.neck_y + cut.neck_depth + 1, canvas.rng
    for side in (1, -1):
        end = (CX + side * rng.uniform(8, 17), y + rng.uniform(72, 96))
        drawstring(canvas, [(CX + side * 3, y - 4), (CX + side * rng.uniform(8, 13), y + 34), end],
                   cloth.colour * 0.62, 1.5, None)  # fmt: skip
        x, low = end
        tassel = [(x - 2.5, low, 1), (x + 2.5, low, 1), (x + 4.6, low + 20, 1), (x, low + 22),
                  (x - 4.6, low + 20, 1)]  # fmt: skip
        folds = [Fold((x + d, low + 2), (x + 2 * d, low + 22), 0, (0.9, 1.2), 1.0)
                 for d in (-1.8, 0, 1.8)]  # fmt: skip
        layer(canvas, tassel, cloth.solid, cloth.material, R=6, depth=0.4, edge=1.5, folds=folds,
              wrinkle=0.2, lift=2.5)  # fmt: skip


def belt(canvas: Canvas, cut: Cut, cloth: Cloth) -> None:
    """A tie belt of the same cloth round the waist, knotted off centre, its ends hanging."""
    rng, y, w = canvas.rng, cut.waist_y, cut.waist + 2
    x = CX + float(rng.choice([-1, 1])) * rng.uniform(8, 22)
    band = [(CX - w, y - 9, 1), (CX - w * 0.5, y - 5), (CX, y - 4), (CX + w * 0.5, y - 5),
            (CX + w, y - 9, 1), (CX + w, y + 7, 1), (CX + w * 0.5, y + 12), (CX, y + 13),
            (CX - w * 0.5, y + 12), (CX - w, y + 7, 1)]  # fmt: skip
    creases = [
        Fold((x + side * 6, y + 4), (x + side * rng.uniform(40, 76), y + lane), side * 2, (2, 4), 1.3,
             0.3, 0.02, 0.7)
        for side in (1, -1) for lane in (0, 7)
    ]  # fmt: skip
    body = corners((CX - w, y - 90), (CX + w, y - 90), (CX + w, y + 90), (CX - w, y + 90))
    layer(canvas, band, cloth.solid, cloth.material, inflate_with=[spline(band), spline(body)], R=60,
          depth=0.4, edge=2.4, folds=creases, wrinkle=0.4, lift=3, shadow=0.5, uv=(x, y, 90.0))  # fmt: skip
    for side in (-1, 1):
        length = rng.uniform(96, 132)
        tail = spline(
            [
                (x, y + 3),
                (x + side * 9, y + length * 0.4),
                (x + side * rng.uniform(6, 15), y + length),
            ],
            closed=False,
        )
        layer(canvas, ribbon(tail, 5.5, 8.5), cloth.solid, cloth.material, R=14, depth=0.35, edge=2,
              wrinkle=0.5, lift=4, folds=[Fold(tuple(tail[0]), tuple(tail[-1]), 3, (2, 3), 1.2)])  # fmt: skip
    knot = [(x - 9, y - 8), (x + 2, y - 10), (x + 10, y - 6), (x + 9, y + 11), (x - 2, y + 14),
            (x - 10, y + 9)]  # fmt: skip
    layer(canvas, knot, cloth.solid, cloth.material, R=11, depth=0.6, edge=5, wrinkle=0.2, lift=3.5,
          folds=[Fold((x - 8, y + 8), (x + 8, y - 6), 3, (2, 2.6), 1.4)], shadow=0.5)  # fmt: skip
