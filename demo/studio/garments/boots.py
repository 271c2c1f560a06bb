"""Draws boots: ankle-high and knee-high."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Array, Canvas, rgb, ribbon
from demo.studio.design import Colourway
from demo.studio.folds import Fold
from demo.studio.garments.last import Polyline, mark_opening, path, rounded
from demo.studio.garments.shafts import Boot, backstrip, block_heel, counter, strap, toe_cap
from demo.studio.garments.soles import heel_side, heel_under, lacing, leather_sole, lug_sole
from demo.studio.light import layer
from demo.studio.materials import COTTON, LEATHER
from demo.studio.trims import buckle, plain, stitch, zipper

THREAD = {"tan": "#d9bd8d", "brown": "#c6a878", "beige": "#d9cdb4"}


def ankle_boot(canvas: Canvas, c: Colourway) -> None:
    """Chelsea without closure, laced, zipped or buckled; men's low, women's also on a heel."""
    cut = Random(c.shape_seed)
    women = c.gender == "women"
    kinds = {
        "none": ("chelsea", "chelsea-lug", "chelsea-heel" if women else "chelsea-slim"),
        "laces": ("combat", "heeled-lace" if women else "chukka", "hiker"),
        "zip": ("stiletto", "block-zip", "low-zip")
        if women
        else ("low-zip", "chelsea-slim-zip", "combat-zip"),
        "buckle": ("biker", "jodhpur", "heel-buckle" if women else "harness"),
    }[c.closure]
    kind = c.pick(kinds)
    toe, heel, tall = {
        "chelsea": ("round", 30, 222),
        "chelsea-lug": ("round", 34, 226),
        "chelsea-heel": ("almond", 78, 184),
        "chelsea-slim": ("almond", 30, 214),
        "combat": ("round", 38, 268),
        "heeled-lace": ("almond", 82, 212),
        "chukka": ("round", 26, 150),
        "hiker": ("round", 36, 206),
        "stiletto": ("pointed", 124, 168),
        "block-zip": ("almond", 84, 196),
        "low-zip": ("round", 30, 226),
        "chelsea-slim-zip": ("almond", 30, 208),
        "combat-zip": ("round", 38, 252),
        "biker": ("square", 34, 252),
        "jodhpur": ("almond", 30, 206),
        "heel-buckle": ("pointed", 72, 178),
        "harness": ("square", 36, 240),
    }[kind]
    tall += cut.uniform(-5, 6)
    lug = kind in ("chelsea-lug", "combat", "combat-zip", "hiker", "biker")
    thick = 24.0 if lug else 7.0
    slim = 10.0 if heel > 60 else 0.0
    shin = [(264 + slim, 158), (274 + slim, 196), (274 + slim, 300)]
    calf = [(438 - slim, 310), (434 - slim, 210), (424 - slim, 140), (436, 84)]
    boot = Boot(canvas, c, toe, heel, 520, 0.98, 50, shin, calf, thick, 0.93)
    front = (284.0 if c.closure == "laces" else 266.0) + slim
    dip = 0.0 if lug else 7.0
    collar = boot.line([(front, tall), (306, tall - 3 - dip), (350, tall - 4 - dip), (400, tall + 1),
                        (436 - slim, tall + 6)])  # fmt: skip
    if not lug:
        _heel(boot, c, heel)
    if c.closure == "laces":
        _laced(boot, c, kind, collar, tall)
    else:
        boot.shaft(collar, boot.ankle_folds(0.8), 0.16, _joins(boot, kind, tall))
    _ankle_details(boot, c, kind, tall, slim)
    if lug:
        thread = THREAD.get(c.colour, "#c9a94a" if kind == "combat" else "#8d8478")
        lug_sole(canvas, boot.last, "#1d1c1b", 24, thread)
    else:
        leather_sole(
            canvas, boot.last, boot.tone, 6, THREAD.get(c.colour, "#8d8478") if heel < 50 else None
        )


def _heel(boot: Boot, c: Colourway, heel: float) -> None:
    """Stacked when low, a block when middling, a stiletto when high."""
    k, last = boot.k, boot.last
    if heel > 110:
        side = heel_side(
            last,
            [(3, -0.05), (0, 0.2), (-8 * k, 0.5), (-12 * k, 1.0)],
            [(-26 * k, 1.0), (-28 * k, 0.55), (-40 * k, 0.25), (-66 * k, 0.1), (-96 * k, -0.3)],
        )
        heel_under(boot.canvas, last, boot.cloth.ground, boot.cloth.material, boot.ground, side, 6 * k,
                   scale=k)  # fmt: skip
        return
    low = heel < 50
    tone = rgb(boot.tone) * np.float32(1.0 if c.colour in ("black", "white") else 1.7)
    block_heel(boot.canvas, last, plain(tone), LEATHER, boot.ground, rear=(3 if low else 8) * k,
               breast=(104 if low else 86) * k, half=(42 if low else 34) * k, tall=(heel - 2) * k,
               lean=(2 if low else 9) * k, lifts=6.5)  # fmt: skip


def _joins(boot: Boot, kind: str, tall: float) -> list[Polyline]:
    """Where an upper's pieces meet: the vamp's seam, on zipped ones behind the ankle."""
    if kind.startswith("chelsea") and not kind.endswith("zip"):
        return [boot.last.near(boot.line([(346, tall - 116), (336, 46), (324, -2)]))]
    if kind in ("jodhpur", "harness", "heel-buckle"):
        return [boot.last.near(boot.line([(352, tall - 8), (346, 110), (318, 50), (300, -2)]))]
    return [boot.last.near(boot.line([(232, 110), (262, 92), (304, 60), (322, -2)]))]


def _laced(boot: Boot, c: Colourway, kind: str, collar: Polyline, tall: float) -> None:
    """Tongue, quarters with stays and eyelets, laces."""
    canvas, cloth, last = boot.canvas, boot.cloth, boot.last
    collar = np.concatenate([collar[:1], last.close(collar)[1:]])
    front = (collar[0, 0] - boot.left) / boot.k + 50
    start = 206.0 if kind == "chukka" else 176.0
    throat = path(
        [boot.under_crest(start, 11), boot.under_crest((start + 238) / 2, 17), boot.under_crest(238, 22)]
        + [(boot.x(x), boot.y(h)) for x, h in
           ((front - 12, 148), (front - 1, min(190, tall - 12)), (front, tall))]
    )  # fmt: skip
    root = throat[0, 0] - 30 * boot.k
    tongue = np.concatenate([
        [(root, 0), (root, throat[0, 1] + 30)],
        boot.line([(300, 96), (314, tall + 12), (286, tall + 22), (250, tall + 16), (236, tall - 30)]),
    ])  # fmt: skip
    with canvas.part("inside"):
        layer(canvas, last.opening(collar), cloth.lining, COTTON, R=24, depth=-0.3, edge=3,
              wrinkle=0.1, lift=0, dark=0.48)  # fmt: skip
    mark_opening(canvas, last, collar[0], collar[-1])
    shape = [rounded(outline, 9) for outline in last.skin(tongue)]
    layer(canvas, shape, cloth.ground, cloth.material, R=10, depth=0.1, edge=4, wrinkle=0.3,
          lift=0, relief=last.form, dark=0.62)  # fmt: skip
    edge = np.concatenate([throat, collar[1:]])
    (x0, y0), (_, y1) = edge[0], edge[-1]
    region = np.concatenate([edge, [(511, y1), (511, 639), (0, 639), (0, 0), (x0, 0), (x0, y0)]])
    layer(canvas, last.skin(region), cloth.texture, cloth.material, R=14, depth=0.05, edge=14,
          edge_depth=0.15, folds=boot.ankle_folds(0.8), wrinkle=0.16, wrinkle_angle=10, lift=3,
          ripple=0.3, relief=last.form)  # fmt: skip
    along = np.gradient(throat, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], 1) / np.linalg.norm(along, axis=1)[:, None]
    wide = np.linspace(15, 25, len(throat))[:, None] * boot.k
    stay = last.skin(np.concatenate([throat, (throat + normal * wide)[::-1]]), False)
    layer(canvas, stay, cloth.ground, cloth.material, R=9, depth=0.04, edge=1.8, edge_depth=0.7,
          wrinkle=0.1, lift=2, shadow=0.6, relief=last.form, dark=0.94)  # fmt: skip
    for gap in (3 * boot.k, wide - 6 * boot.k, wide - 3 * boot.k):
        stitch(canvas, last.near(throat + normal * gap), cloth.stitch, strength=0.7)
    rim = last.near(collar)[2:-3]
    layer(canvas, ribbon(rim + [0, 4], 5.5), cloth.ground, cloth.material, R=8, depth=0.5, edge=4,
          wrinkle=0.2, lift=1)  # fmt: skip
    cord = "#2a2523" if float(np.mean(cloth.colour)) > 0.03 else "#d8d2c4"
    if kind == "combat" and c.colour == "black":
        cord = "#232121"
    if kind == "hiker":
        cord = "#b5532a"
    count = {"chukka": 3, "combat": 9, "heeled-lace": 7, "hiker": 7}[kind]
    eyes = (throat + normal * 5 * boot.k)[3 : len(throat) - 2]
    lacing(canvas, last, eyes, cord, count, metal=cloth.metal, width=2.4)


def _ankle_details(boot: Boot, c: Colourway, kind: str, tall: float, slim: float) -> None:
    canvas, cloth, last = boot.canvas, boot.cloth, boot.last
    heavy = kind in ("combat", "biker", "hiker", "combat-zip")
    if kind in ("chelsea", "chelsea-lug", "chelsea-heel", "chelsea-slim"):
        gore = boot.line([(308, tall - 6, 1), (384, tall - 3, 1), (378, tall - 60), (364, tall - 104),
                          (348, tall - 112), (330, tall - 100), (314, tall - 54)])  # fmt: skip
        layer(canvas, last.skin(gore, False), _elastic(c), COTTON, R=20, depth=0.05, edge=2, wrinkle=0.1,
              lift=0.8, relief=last.form)  # fmt: skip
        boot.sew(
            [
                (304, tall - 8),
                (310, tall - 54),
                (327, tall - 103),
                (348, tall - 117),
                (368, tall - 107),
                (382, tall - 60),
                (388, tall - 6),
            ]
        )
        boot.sew([(346, tall - 118), (336, 40), (322, 2)], 2)
        loop = last.near(boot.line([(434 - slim, tall + 2), (438 - slim, tall + 30)]))
        x, y = loop[0]
        tab = [
            (x - 6, y + 14, 1),
            (x - 5, y - 20),
            (x + 1, y - 26),
            (x + 7, y - 20),
            (x + 7, y + 12, 1),
        ]
        layer(canvas, tab, cloth.ground, COTTON, R=8, depth=0.3, edge=2, wrinkle=0, lift=1.6)
    elif c.closure == "zip":
        x = 352 - 0.3 * slim
        zipped = last.near(boot.line([(x, tall - 6), (x - 2, 110), (x - 12, 56), (x - 20, 18)]))
        zipper(canvas, zipped, cloth.metal, width=2.2)
        for d in (-9, 9):
            stitch(canvas, zipped + [d, 0], cloth.stitch, strength=0.5)
    elif kind in ("biker", "harness", "jodhpur", "heel-buckle"):
        heights = {"biker": ((118, 6), (178, -4)), "harness": ((96, 22),), "jodhpur": ((112, 16),),
                   "heel-buckle": ((104, 14), (134, 10))}[kind]  # fmt: skip
        for h, slope in heights:
            strap(boot, h, slope, 10.0 if kind in ("biker", "harness") else 7.5)
        if kind == "harness":
            for end in ((252, 10), (380, 4)):
                band = last.near(boot.line([(318, 100), ((318 + end[0]) / 2, 56), end]))
                layer(canvas, ribbon(band, 9), cloth.ground, cloth.material, R=9, depth=0.2, edge=3,
                      wrinkle=0.1, lift=2.5, relief=last.form)  # fmt: skip
            x, y = last.near(boot.line([(318, 102), (318, 103)]))[0]
            buckle(canvas, float(x), float(y), 28, 28, cloth.metal, bar=4)
    if kind in ("combat", "biker", "hiker", "combat-zip", "heeled-lace", "harness", "chukka"):
        counter(boot, 344 if heavy else 364, 92 if heavy else 78)
    elif kind not in ("stiletto", "heel-buckle"):
        backstrip(boot, tall, slim)
    if kind in ("combat", "hiker", "combat-zip", "heeled-lace"):
        toe_cap(boot)


def _elastic(c: Colourway):
    tone = plain("#232326" if c.colour not in ("beige", "tan", "white") else "#5a4a3a")

    def ribbed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = tone(u, v, seed)
        line = np.abs(np.sin(np.pi * u / 3.6)) ** 0.7
        return albedo * (0.6 + 0.5 * line)[..., None], 0.9 * line

    return ribbed


def tall_boot(canvas: Canvas, c: Colourway) -> None:
    """To the knee: riding, slouch, heeled, stiletto; zipped or laced up its front."""
    cut = Random(c.shape_seed)
    kinds = {"none": ("riding", "slouch", "western"), "zip": ("riding", "heeled", "stiletto"),
             "laces": ("lace-riding", "lace-heel", "lace-lug")}[c.closure]  # fmt: skip
    kind = c.pick(kinds)
    toe, heel, tall, wide = {
        "riding": ("round", 32, 536, 0),
        "slouch": ("almond", 66, 450, 14),
        "western": ("pointed", 62, 430, 10),
        "heeled": ("almond", 92, 506, -2),
        "stiletto": ("pointed", 124, 480, -8),
        "lace-riding": ("round", 34, 500, 2),
        "lace-heel": ("almond", 84, 480, -2),
        "lace-lug": ("round", 40, 446, 4),
    }[kind]
    tall += cut.uniform(-8, 8)
    if kind == "slouch":
        shin = [(252, 150), (246, 190), (256, 220), (244, 260), (252, 310), (238, 360), (236, 520)]
        calf = [
            (478, 520),
            (478, 400),
            (462, 340),
            (474, 290),
            (452, 240),
            (462, 190),
            (440, 140),
            (443, 82),
        ]
    else:
        shin = [(268, 158), (284, 204), (284 - 0.4 * wide, 262), (268 - wide, 350),
                (264 - wide, 420), (270 - wide, 560)]  # fmt: skip
        calf = [(442 + wide, 580), (447 + wide, 490), (461 + wide, 400), (459 + wide, 340),
                (434 + 0.5 * wide, 240), (412 + 0.2 * wide, 154), (433, 86)]  # fmt: skip
    lug = kind == "lace-lug"
    k = 0.84
    boot = Boot(canvas, c, toe, heel, 612, k, 92, shin, calf, 24.0 if lug else 7.0, 0.84)
    cloth, last = boot.cloth, boot.last
    front = {"slouch": 238.0}.get(kind, 268.0 - wide)
    back = {"slouch": 476.0}.get(kind, 446.0 + wide)
    if c.closure == "laces":
        front += 12
    rise = 22 if kind == "riding" else 0
    peak = 26 if kind == "western" else 0
    middle = tall - 8 + peak
    collar = boot.line([(front, tall + rise), (front + 40, tall - 4 + 0.5 * rise + 0.3 * peak),
                        ((front + back) / 2, middle),
                        (back - 40, tall - 4 + 0.3 * peak), (back, tall + 4)])  # fmt: skip
    folds = boot.ankle_folds(1.6 if kind == "slouch" else 1.1)
    u = canvas.rng.uniform
    for i in range(9 if kind == "slouch" else 4):
        h = 150 + (34 if kind == "slouch" else 76) * i + u(-10, 10)
        side = i % 2
        a, b = ((front + 4, h), (back - u(30, 90), h - u(10, 40))) if side else (
            (back - 4, h), (front + u(40, 100), h - u(5, 40)))  # fmt: skip
        folds.append(
            boot.fold(a, b, u(9, 15), u(2.4, 4.2) if kind == "slouch" else u(0.4, 0.9), u(-12, 12))
        )
    if not lug:
        _heel(boot, c, heel)
    if c.closure == "laces":
        _tall_laces(boot, collar, folds, tall, front)
    else:
        side = [(352, tall - 6), (360, 340), (350, 180), (330, 64), (314, -2)]
        seams = [last.near(boot.line(side))] if kind in ("riding", "western") else []
        boot.shaft(collar, folds, 0.3 if kind == "slouch" else 0.14, seams)
    # The strip over the seam up the calf follows the outline.
    edge = [(x - 13, h) for x, h in calf if h < tall - 30]
    top_x = float(np.interp(tall, [h for _, h in reversed(calf)], [x for x, _ in reversed(calf)]))
    edge = [(top_x - 13, tall + 2), *edge, (439, 36), (438, -4)]
    boot.piece(edge, [(520, -4), (520, tall + 4)], rows=1)
    if c.closure == "zip":
        zipped = last.near(
            boot.line([(366, tall - 12), (368, 330), (360, 170), (344, 60), (338, 24)])
        )
        zipper(canvas, zipped, cloth.metal, width=1.9)
        for d in (-8, 8):
            stitch(canvas, zipped + [d, 0], cloth.stitch, strength=0.45)
    if kind == "riding":
        if c.closure == "none":
            strap(boot, tall - 46, 8, 9.5)
        counter(boot, 350, 80)
        strap(boot, 122, 18, 8.0)
    if kind == "western":
        for i in range(3):
            d = 12 * i
            boot.sew(
                [(300, 180 + d), (330, 250 + d), (356, 330 + d), (384, 250 + d), (420, 190 + d)]
            )
        boot.sew(
            [(120, 40 - (heel - 7)), (170, 66 - 0.5 * heel), (240, 92), (290, 60), (320, 10)], 2
        )
    if kind in ("lace-riding", "heeled", "lace-lug"):
        counter(boot, 352, 84)
    if lug:
        lug_sole(canvas, last, "#1d1c1b", 20, THREAD.get(c.colour, "#8d8478"))
    else:
        leather_sole(
            canvas, last, boot.tone, 5, THREAD.get(c.colour, "#8d8478") if heel < 50 else None
        )


def _tall_laces(boot: Boot, collar: Polyline, folds: list[Fold], tall: float, front: float) -> None:
    """Laced from the instep to the knee over a gusset."""
    canvas, cloth, last = boot.canvas, boot.cloth, boot.last
    boot.shaft(collar, folds, 0.16)
    throat = path(
        [boot.under_crest(190, 11), boot.under_crest(234, 18)]
        + [(boot.x(x), boot.y(h)) for x, h in
           ((276, 152), (298, 206), (298, 264), (front + 14, 350), (front + 14, tall - 12))]
    )  # fmt: skip
    below = np.concatenate([last.near(last.close(collar)), [(511, 639), (0, 639)]])
    layer(canvas, last.opening(throat), cloth.ground, cloth.material, R=12, depth=0.05, edge=2,
          edge_depth=-0.4, wrinkle=0.2, lift=0, relief=last.form, dark=0.5, clip=below)  # fmt: skip
    along = np.gradient(throat, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], 1) / np.linalg.norm(along, axis=1)[:, None]
    stay = last.skin(np.concatenate([throat, (throat + normal * 17)[::-1]]), False)
    layer(canvas, stay, cloth.ground, cloth.material, R=9, depth=0.04, edge=1.6, edge_depth=0.7,
          wrinkle=0.1, lift=1.6, shadow=0.55, relief=last.form)  # fmt: skip
    for gap in (2.4, 14.4):
        stitch(canvas, last.near(throat + normal * gap), cloth.stitch, strength=0.65)
    cord = "#2a2523" if float(np.mean(cloth.colour)) > 0.03 else "#4a4644"
    lacing(canvas, last, (throat + normal * 4)[2:-3], cord, 13, metal=cloth.metal, width=1.9)
