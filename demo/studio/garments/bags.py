"""Draws bags from the front: totes, handbags, backpacks, crossbody bags. Knows no fabric and no light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from demo.studio.canvas import CX, Array, Canvas, Point, corners, mirror, offset, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.light import COTTON, METAL, RUBBER, Texture, layer
from demo.studio.trims import buckle, button, disc, plain, stitch, strap, zipper


def tote(canvas: Canvas, c: Colourway) -> None:
    """Open at the top with two handles; soft or boxy, wide or tall, with a zip if it has one."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    wide, tall = cut.choice(((138.0, 300.0), (160.0, 262.0), (128.0, 270.0)))
    reach = cut.choice((88.0, 150.0))
    grow = cut.choice((6.0, -10.0))
    top, bottom = 590 - tall, 590.0
    apart = wide * 0.47
    handle = cloth.ground if c.material != "straw" else plain("#8a5a34")
    skin = cloth.material if c.material != "straw" else RUBBER
    back = [(CX - apart, top + 10), (CX - apart + 6, top - 0.6 * reach), (CX - apart * 0.5, top - reach),
            (CX + apart * 0.5, top - reach - 3), (CX + apart - 6, top - 0.6 * reach),
            (CX + apart, top + 10)]  # fmt: skip
    strap(canvas, [(p[0] + 5, p[1] - 9) for p in back], 6.5, _darker(handle), skin, lift=0)
    inside = [(CX - wide + 3, top, 1), (CX, top - 10), (CX + wide - 3, top, 1), (CX + wide - 8, top + 16),
              (CX, top + 24), (CX - wide + 8, top + 16)]  # fmt: skip
    layer(canvas, inside, cloth.ground, cloth.material, R=20, depth=-0.3, edge=2, wrinkle=0.3, lift=0,
          dark=0.42)
    body = mirror([(CX, top + 9), (CX + wide * 0.6, top + 5), (CX + wide, top, 1),
                   (CX + wide + grow * 0.6, top + tall * 0.5), (CX + wide + grow, bottom - 14),
                   (CX + wide + grow - 10, bottom - 1), (CX, bottom + 3)])  # fmt: skip
    creases = {"leather": 0.35, "straw": 0.2}.get(c.material, 1.0)
    _body(canvas, cloth, body, top, bottom, wide, soft=creases)
    line = spline([(CX - wide, top + 9), (CX, top + 18), (CX + wide, top + 9)], False)
    for d in (0, 6):
        stitch(canvas, line + [0, d], cloth.stitch, strength=0.5)
    if c.closure == "zip":
        zipper(canvas, [(CX - wide + 12, top + 5), (CX, top + 13), (CX + wide - 12, top + 5)], cloth.metal,
               cloth.solid, width=3.0)  # fmt: skip
    front = [(CX - apart, top + 58), (CX - apart, top + 8), (CX - apart + 3, top - 0.55 * reach),
             (CX - apart * 0.5, top - reach + 12), (CX + apart * 0.5, top - reach + 10),
             (CX + apart - 3, top - 0.55 * reach), (CX + apart, top + 8),
             (CX + apart, top + 58)]  # fmt: skip
    strap(canvas, front, 7.0, handle, skin, cloth.stitch, lift=4)
    for s in (-1, 1):
        x, y = CX + s * apart, top + 46
        cross = np.array([[x - 5, y - 8], [x + 5, y + 8], [x - 5, y + 8], [x + 5, y - 8]])
        stitch(canvas, cross, cloth.stitch, strength=0.6)
        if c.material == "leather":
            button(canvas, x, y - 12, 3.0, cloth.metal, metal=True)
    if c.pattern == "solid" and cut.random() < 0.4 and c.material != "straw":
        pocket = corners((CX - 58, top + 92), (CX + 58, top + 92), (CX + 56, top + 92 + 0.42 * tall),
                         (CX - 56, top + 92 + 0.42 * tall))  # fmt: skip
        layer(canvas, pocket, cloth.ground, cloth.material, R=60, depth=0.1, edge=2, wrinkle=0.5, lift=2.2)
        stitch(canvas, np.array([(p[0], p[1] + 4) for p in pocket[:2]]), cloth.stitch, strength=0.5)


def handbag(canvas: Canvas, c: Colourway) -> None:
    """Structured: a flap with a clasp, or a zipped bowler with two handles."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    if c.closure == "zip":
        _bowler(canvas, cloth, cut)
    else:
        _flap_bag(canvas, cloth, cut)


def backpack(canvas: Canvas, c: Colourway) -> None:
    """A zipped daypack, or a rucksack whose flap is held by buckled straps."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    top, bottom, wide = 132.0, 560.0, cut.choice((128.0, 138.0))
    round_top = cut.choice((0.3, 0.55))
    for s in (1, -1):  # shoulder straps behind, bottle pockets at the sides
        line = [(CX + s * 62, top + 30), (CX + s * (wide + 2), top + 92), (CX + s * (wide + 13), top + 170),
                (CX + s * (wide + 9), top + 260), (CX + s * (wide - 14), bottom - 60)]  # fmt: skip
        strap(canvas, line, 11, _darker(cloth.ground), cloth.material, cloth.stitch, lift=0)
        side = [(CX + s * (wide - 22), bottom - 178, 1), (CX + s * (wide + 12), bottom - 170),
                (CX + s * (wide + 21), bottom - 96), (CX + s * (wide + 15), bottom - 26),
                (CX + s * (wide - 22), bottom - 10, 1)]  # fmt: skip
        layer(canvas, side, cloth.ground, cloth.material, R=34, depth=0.5, edge=9,
              wrinkle=0.6 * cloth.wrinkle, lift=1, dark=0.86)  # fmt: skip
        hem = spline([(CX + s * (wide - 10), bottom - 172), (CX + s * (wide + 13), bottom - 162)], False)
        stitch(canvas, hem, cloth.stitch, strength=0.5)
    strap(canvas, [(CX - 26, top + 22), (CX - 24, top - 18), (CX, top - 30), (CX + 24, top - 18),
                   (CX + 26, top + 22)],
          6, cloth.ground, cloth.material, cloth.stitch, lift=1)  # fmt: skip
    body = mirror([(CX, top), (CX + wide * round_top, top + 4), (CX + wide * 0.86, top + 44),
                   (CX + wide, top + 130), (CX + wide + 4, bottom - 90), (CX + wide - 6, bottom - 22),
                   (CX + wide - 34, bottom), (CX, bottom + 4)])  # fmt: skip
    _body(canvas, cloth, body, top, bottom, wide, soft=0.7, deep=0.42)
    pocket_top = bottom - 190
    pocket = mirror([(CX, pocket_top - 4), (CX + wide * 0.6, pocket_top),
                     (CX + wide * 0.78, pocket_top + 26),
                     (CX + wide * 0.8, bottom - 34), (CX + wide * 0.68, bottom - 16),
                     (CX, bottom - 13)])  # fmt: skip
    panel = cloth.accent if c.pattern == "colour-block" else cloth.ground
    if c.closure == "buckle":
        layer(canvas, pocket, panel, cloth.material, R=60, depth=0.34, edge=10,
              wrinkle=0.5 * cloth.wrinkle, lift=4)
        flap = mirror([(CX, top - 4), (CX + wide * 0.6, top + 2), (CX + wide * 0.92, top + 50),
                       (CX + wide * 0.97, top + 150), (CX + wide * 0.86, top + 186),
                       (CX, top + 198)])  # fmt: skip
        layer(canvas, flap, cloth.ground, cloth.material, R=70, depth=0.36, edge=9,
              wrinkle=0.6 * cloth.wrinkle,
              lift=7, shadow=0.55)  # fmt: skip
        row = mirror([(CX + wide * 0.9, top + 148), (CX + wide * 0.8, top + 180), (CX, top + 191)])
        stitch(canvas, spline(row[:3], False), cloth.stitch, strength=0.5)
        stitch(canvas, spline([(2 * CX - p[0], p[1]) for p in row[:3]], False), cloth.stitch, strength=0.5)
        leather = plain("#6f4a2f") if c.material != "leather" else cloth.solid
        for s in (1, -1):
            x = CX + s * 58
            strap(canvas, [(x, top + 132), (x, top + 200), (x, pocket_top + 60)], 8, leather, COTTON,
                  "#c9a878", lift=3)
            buckle(canvas, x, top + 226, 24, 22, cloth.metal, bar=3.4)
        return
    arch = spline([(CX - wide * 0.9, top + 200), (CX - wide * 0.84, top + 92), (CX - wide * 0.5, top + 40),
                   (CX, top + 30), (CX + wide * 0.5, top + 40), (CX + wide * 0.84, top + 92),
                   (CX + wide * 0.9, top + 200)], False)  # fmt: skip
    zipper(canvas, arch, cloth.metal, cloth.solid, width=3.0)
    layer(canvas, pocket, panel, cloth.material, R=60, depth=0.36, edge=11, wrinkle=0.5 * cloth.wrinkle,
          lift=5,
          shadow=0.5)  # fmt: skip
    mouth = spline([(CX - wide * 0.62, pocket_top + 34), (CX, pocket_top + 24),
                    (CX + wide * 0.62, pocket_top + 34)], False)
    zipper(canvas, mouth, cloth.metal, cloth.solid, width=2.8)
    if cut.random() < 0.6:
        patch = corners((CX - 24, top + 128), (CX + 24, top + 128), (CX + 24, top + 156),
                        (CX - 24, top + 156))
        layer(canvas, patch, plain("#7a5233"), COTTON, R=20, depth=0.12, edge=1.6, wrinkle=0.1, lift=2)
        stitch(canvas, np.array([[CX - 14, top + 142], [CX + 14, top + 142]]), "#e8d9bd", 9, 2, 1.2, 0.6)


def crossbody(canvas: Canvas, c: Colourway) -> None:
    """Small on a long strap: a zipped camera bag, or a saddle with a buckled flap."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    wide, tall = cut.choice(((166.0, 206.0), (144.0, 236.0)))
    bottom = 540.0
    top = bottom - tall
    chain = c.closure == "buckle" and cut.random() < 0.35
    sway = cut.uniform(-14, 14)
    reach = cut.choice((188.0, 216.0))
    path = [(CX - wide + 4, top + 24), (CX - wide + 2, top - 0.3 * reach),
            (CX - wide * 0.66 + sway, top - 0.78 * reach), (CX + sway, top - reach),
            (CX + wide * 0.66 + sway, top - 0.76 * reach), (CX + wide, top - 0.28 * reach),
            (CX + wide - 4, top + 24)]  # fmt: skip
    if chain:
        _chain(canvas, path, "#c9a24c")
    else:
        strap(canvas, path, 7.5, cloth.ground, cloth.material, cloth.stitch, lift=1.5)
        buckle(canvas, CX + wide + 0.5, top - 50, 21, 24, cloth.metal, bar=3.0)
    for s in (-1, 1):
        ring = disc(CX + s * (wide - 4), top + 12, 11)
        layer(canvas, ribbon(np.vstack([ring, ring[:1]]), 2.0), plain("#c9a24c"), METAL, R=4, depth=0.5,
              edge=2,
              wrinkle=0, lift=2)  # fmt: skip
    curve = cut.choice((18.0, 46.0))
    body = mirror([(CX, top), (CX + wide - 18, top + 2), (CX + wide, top + 20),
                   (CX + wide + 3, top + tall * 0.6),
                   (CX + wide - 8, bottom - curve * 0.6), (CX + wide - curve - 10, bottom - 1),
                   (CX, bottom + 2)])  # fmt: skip
    _body(canvas, cloth, body, top, bottom, wide, soft=0.4, deep=0.36)
    if c.closure == "zip":
        zipper(canvas, [(CX - wide + 16, top + 15), (CX, top + 12), (CX + wide - 16, top + 15)],
               cloth.metal,
               cloth.solid, width=3.0)  # fmt: skip
        front = mirror([(CX, top + 44), (CX + wide - 30, top + 46), (CX + wide - 18, top + 58),
                        (CX + wide - 20, bottom - 24), (CX + wide - 36, bottom - 14),
                        (CX, bottom - 12)])  # fmt: skip
        layer(canvas, front, cloth.ground, cloth.material, R=50, depth=0.25, edge=7, wrinkle=0.3, lift=3.5)
        stitch(canvas, offset(spline(front), 4), cloth.stitch, strength=0.45)
        mouth = [(CX - wide + 46, top + 66), (CX, top + 63), (CX + wide - 46, top + 66)]
        zipper(canvas, mouth, cloth.metal, cloth.solid, width=2.6)
        return
    flap = mirror([(CX, top - 6), (CX + wide - 16, top - 2), (CX + wide + 1, top + 20),
                   (CX + wide - 4, top + tall * 0.42),
                   (CX + wide * 0.6, top + tall * 0.66), (CX, top + tall * 0.72)])  # fmt: skip
    layer(canvas, flap, cloth.ground, cloth.material, R=56, depth=0.32, edge=8, wrinkle=0.4, lift=6,
          shadow=0.55)
    edge = spline([(CX - wide + 6, top + 24), (CX - wide + 10, top + tall * 0.4),
                   (CX - wide * 0.58, top + tall * 0.61),
                   (CX, top + tall * 0.67), (CX + wide * 0.58, top + tall * 0.61),
                   (CX + wide - 10, top + tall * 0.4),
                   (CX + wide - 6, top + 24)], False)  # fmt: skip
    stitch(canvas, edge, cloth.stitch, strength=0.55)
    strap(canvas, [(CX, top + tall * 0.5), (CX, top + tall * 0.88)], 11, cloth.ground, cloth.material,
          cloth.stitch, lift=3)
    buckle(canvas, CX, top + tall * 0.72, 34, 32, "#c9a24c", bar=4.2)


# ---- parts -------------------------------------------------------------------------------------


def _body(
    canvas: Canvas, cloth: Cloth, outline: Sequence[Point], top: float, bottom: float, wide: float,
    soft: float,
    deep: float = 0.24,
) -> None:  # fmt: skip
    """A bag's front: swollen, with folds that soft cloth makes from corners and handles."""
    rng = canvas.rng
    tall = bottom - top
    folds = []
    for s in (1, -1):
        folds += [
            Fold((CX + s * wide * 0.45, top + 14), (CX + s * wide * rng.uniform(0.55, 0.85),
                                                    top + rng.uniform(0.4, 0.62) * tall),
                 s * 8, (6, 15), rng.uniform(2.4, 4.2) * soft, 0.4, 0.08),
            Fold((CX + s * wide * 0.47, top + 14), (CX + s * wide * rng.uniform(0.05, 0.25),
                                                    top + rng.uniform(0.3, 0.5) * tall),
                 -s * 8, (5, 12), rng.uniform(1.4, 2.8) * soft, -0.3, 0.08),
            Fold((CX + s * wide * 0.99, bottom - 18), (CX + s * wide * 0.25,
                                                       bottom - rng.uniform(0.24, 0.42) * tall),
                 s * 12, (5, 15), rng.uniform(2.2, 4.0) * soft, 0.5, 0.05),
            Fold((CX + s * wide * 0.96, bottom - 0.55 * tall), (CX + s * wide * 0.5,
                                                                bottom - rng.uniform(0.1, 0.3) * tall),
                 s * 8, (4, 10), -rng.uniform(1.0, 2.2) * soft, 0.3, 0.1),
        ]  # fmt: skip
    folds.append(Fold((CX + rng.uniform(-0.2, 0.2) * wide, top + 0.15 * tall),
                      (CX + rng.uniform(-0.3, 0.3) * wide, bottom - 14), rng.uniform(-14, 14), (10, 17),
                      rng.uniform(1.6, 3.0) * soft))  # fmt: skip
    middle = (top + bottom) / 2
    layer(
        canvas, list(outline), cloth.texture, cloth.material, R=100, depth=deep, edge=15, edge_depth=0.6,
        folds=folds,
        wrinkle=(0.9 * soft + 0.15) * cloth.wrinkle, wrinkle_angle=70, lift=3, ripple=0.5,
        uv=lambda x, y: (x - CX, y - middle + 96),
    )  # fmt: skip


def _flap_bag(canvas: Canvas, cloth: Cloth, cut: Random) -> None:
    high = cut.choice((96.0, 150.0))
    wide = cut.choice((148.0, 158.0))
    top, bottom = 296.0, 536.0
    handle = [(CX - 86, top + 8), (CX - 76, top - 0.55 * high), (CX - 36, top - high),
              (CX + 36, top - high - 2),
              (CX + 76, top - 0.55 * high), (CX + 86, top + 8)]  # fmt: skip
    strap(canvas, handle, 6.5, cloth.ground, cloth.material, cloth.stitch, lift=0)
    body = mirror([(CX, top), (CX + wide - 14, top), (CX + wide - 4, top + 12, 1),
                   (CX + wide + 12, bottom - 44),
                   (CX + wide + 6, bottom - 12), (CX + wide - 12, bottom - 1),
                   (CX, bottom + 2)])  # fmt: skip
    _body(canvas, cloth, body, top, bottom, wide, soft=0.35, deep=0.3)
    edge = spline([(CX - wide, top + 30), (CX - wide - 4, bottom - 36), (CX - wide + 14, bottom - 12),
                   (CX + wide - 14, bottom - 12), (CX + wide + 4, bottom - 36), (CX + wide, top + 30)],
                   False)  # fmt: skip
    stitch(canvas, edge, cloth.stitch, 3, 1.7, 0.8, 0.6)
    drop = cut.choice((104.0, 136.0))
    flap = mirror([(CX, top - 10), (CX + wide - 18, top - 7), (CX + wide, top + 8),
                   (CX + wide + 1, top + drop * 0.5),
                   (CX + wide * 0.84, top + drop * 0.86), (CX, top + drop)])  # fmt: skip
    layer(canvas, flap, cloth.ground, cloth.material, R=70, depth=0.32, edge=9, edge_depth=0.65,
          wrinkle=0.4, lift=7,
          shadow=0.6)  # fmt: skip
    row = spline([(CX - wide + 6, top + 10), (CX - wide + 6, top + drop * 0.48),
                  (CX - wide * 0.8, top + drop * 0.8),
                  (CX, top + drop * 0.94), (CX + wide * 0.8, top + drop * 0.8),
                  (CX + wide - 6, top + drop * 0.48),
                  (CX + wide - 6, top + 10)], False)  # fmt: skip
    stitch(canvas, row, cloth.stitch, 3, 1.7, 0.8, 0.6)
    for x in (CX - 86, CX + 86):
        tab = [(x - 10, top - 12, 1), (x + 10, top - 12, 1), (x + 10, top + 14), (x, top + 22),
               (x - 10, top + 14)]
        layer(canvas, tab, cloth.ground, cloth.material, R=12, depth=0.3, edge=3, wrinkle=0, lift=3)
        button(canvas, x, top + 9, 3.4, "#d1ab5b", metal=True)
    strap(canvas, [(CX, top + drop - 40), (CX, top + drop + 38)], 10, cloth.ground, cloth.material,
          cloth.stitch, lift=3)
    buckle(canvas, CX, top + drop + 6, 32, 28, "#d1ab5b", bar=4.2)


def _bowler(canvas: Canvas, cloth: Cloth, cut: Random) -> None:
    wide, top, bottom = cut.choice((150.0, 162.0)), 330.0, 546.0
    high = cut.choice((104.0, 132.0))
    for shift, dark in ((10, True), (0, False)):
        line = [(CX - 62, top + 58 - 3 * shift), (CX - 58, top - 0.5 * high - shift),
                (CX - 30, top - high - shift),
                (CX + 30, top - high - shift - 2), (CX + 58, top - 0.5 * high - shift),
                (CX + 62, top + 58 - 3 * shift)]  # fmt: skip
        if dark:
            strap(canvas, line, 5.5, _darker(cloth.ground), cloth.material, lift=0)
            body = mirror([(CX, top), (CX + wide * 0.6, top + 4), (CX + wide * 0.92, top + 36),
                           (CX + wide + 4, bottom - 70),
                           (CX + wide + 2, bottom - 16), (CX + wide - 14, bottom),
                           (CX, bottom + 2)])  # fmt: skip
            _body(canvas, cloth, body, top, bottom, wide, soft=0.5, deep=0.36)
            arch = spline([(CX - wide * 0.96, top + 72), (CX - wide * 0.82, top + 30),
                           (CX - wide * 0.5, top + 11),
                           (CX, top + 8), (CX + wide * 0.5, top + 11), (CX + wide * 0.82, top + 30),
                           (CX + wide * 0.96, top + 72)], False)  # fmt: skip
            zipper(canvas, arch, cloth.metal, cloth.solid, width=3.0)
        else:
            strap(canvas, line, 6.0, cloth.ground, cloth.material, cloth.stitch, lift=4)
    for s in (-1, 1):
        patch = [(CX + s * 62 - 13, top + 48), (CX + s * 62 + 13, top + 48), (CX + s * 62 + 12, top + 76),
                 (CX + s * 62, top + 86), (CX + s * 62 - 12, top + 76)]  # fmt: skip
        layer(canvas, patch, cloth.ground, cloth.material, R=14, depth=0.3, edge=3, wrinkle=0, lift=2.5)
        button(canvas, CX + s * 62, top + 62, 3.4, "#d1ab5b", metal=True)
    base = mirror([(CX, bottom - 50), (CX + wide + 2, bottom - 54, 1), (CX + wide + 2, bottom - 14),
                   (CX + wide - 14, bottom + 0.5), (CX, bottom + 2.5)])  # fmt: skip
    if cut.random() < 0.5:
        layer(canvas, base, cloth.ground, cloth.material, R=60, depth=0.2, edge=8, wrinkle=0.3, lift=1.6,
              dark=0.88)
        stitch(canvas, spline([(CX - wide, bottom - 48), (CX, bottom - 44), (CX + wide, bottom - 48)],
                              False), cloth.stitch)


def _chain(canvas: Canvas, path: list[Point], metal: str) -> None:
    """Links along a curve, every other one seen from its edge."""
    line = spline(path, False)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    marks = np.arange(4, run[-1] - 4, 10.0)
    for i, s in enumerate(marks):
        a, b = (np.array([np.interp(s + d, run, line[:, k]) for k in (0, 1)]) for d in (-6.5, 6.5))
        layer(canvas, ribbon(np.stack([a, (a + b) / 2, b]), 3.6 if i % 2 else 1.8), plain(metal), METAL,
              R=4, depth=0.6,
              edge=2.4, wrinkle=0, lift=0.6)  # fmt: skip


def _darker(texture: Texture) -> Texture:
    """The far handle, in the shade."""

    def shaded(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        albedo, relief = texture(u, v, seed)
        return albedo * 0.6, relief

    return shaded


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "tote": tote,
    "handbag": handbag,
    "backpack": backpack,
    "crossbody": crossbody,
}
