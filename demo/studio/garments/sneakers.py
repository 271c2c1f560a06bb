"""Draws sneakers: low and high, laced, slipped on or zipped."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, ribbon
from demo.studio.design import Colourway
from demo.studio.garments.last import Polyline
from demo.studio.garments.soles import cup_sole, foam_sole, lacing
from demo.studio.garments.uppers import (
    BLACK,
    WHITE,
    Shoe,
    ankle_edge,
    below,
    beside,
    front,
    gap,
    inside,
    tongue,
    upper,
)
from demo.studio.light import layer
from demo.studio.materials import COTTON, RUBBER, VELVET
from demo.studio.trims import disc, plain, stitch, zipper

CREAM, GUM = "#ebe5d6", "#b98a58"


def low_sneaker(canvas: Canvas, c: Colourway) -> None:
    """Court, retro runner, chunky, skate; without laces slip-on skate, sock or elastic runner."""
    cut = Random(c.shape_seed)
    laced = c.closure == "laces"
    if c.material == "knit":
        kind = c.pick(("knit-runner", "chunky", "knit-runner", "runner")) if laced else "sock"
    elif c.material == "canvas":
        kind = (
            c.pick(("skate", "plimsoll", "runner", "court"))
            if laced
            else c.pick(("slip-on", "sock"))
        )
    else:
        kind = (
            c.pick(("court", "runner", "chunky", "skate")) if laced else c.pick(("slip-on", "sock"))
        )
    lift = {
        "court": (30, 34),
        "runner": (24, 42),
        "chunky": (36, 60),
        "skate": (30, 31),
        "plimsoll": (27, 28),
        "knit-runner": (24, 46),
        "slip-on": (30, 31),
        "sock": (26, 46),
    }[kind]
    shoe = Shoe(canvas, c, lift, high=False)
    padded = kind in ("court", "runner", "chunky")
    heel, dip = {"chunky": (118, 84), "runner": (112, 80), "court": (106, 78)}.get(kind, (102, 72))
    eye = (272.0, 122.0)
    throat = shoe.line([(146, 44), (176, 58), (210, 79), (244, 101), eye])
    if not laced:
        throat = shoe.line([(222, 102), (234, 101), (248, 98), (262, 94)] if kind == "slip-on"
                           else [(258, 131), (268, 130), (279, 126), (290, 119)])  # fmt: skip
    x1 = float(throat[-1, 0])
    rise = float(shoe.last.sole(np.array(x1)) - throat[-1, 1])
    collar = shoe.line([(x1, rise), (x1 + 14, rise - 14), (330, dip + 6), (372, dip), (408, dip + 8),
                        (434, heel - 6), (450, heel)])  # fmt: skip
    edge = np.concatenate([throat, collar[1:]])
    edge = np.concatenate([edge[:1], shoe.last.close(edge)[1:]])
    collar = np.concatenate([collar[:1], shoe.last.close(collar)[1:]])
    inside(canvas, shoe, collar if laced else edge)
    if laced:
        tongue(shoe, 140 if kind != "chunky" else 150, kind)
    upper(shoe, below(edge))
    _decorate(shoe, c, kind, throat)
    if laced:
        gap(shoe, throat[:-9])
    ankle_edge(shoe, collar, 6.5 if padded else 2.6)
    if laced:
        lacing(canvas, shoe.last, throat[:-14], _laces(c), 5, width=3.0)
    _low_sole(shoe, c, cut, kind)


def _low_sole(shoe: Shoe, c: Colourway, cut: Random, kind: str) -> None:
    rubber = _rubber(c, cut)
    canvas, last = shoe.canvas, shoe.last
    if kind in ("runner", "knit-runner", "sock", "chunky"):
        lift = {"runner": (24, 42), "chunky": (36, 60), "knit-runner": (24, 46), "sock": (26, 46)}[
            kind
        ]
        accent = shoe.cloth.second if c.pattern == "colour-block" else shoe.cloth.colour * 0.8
        foam = WHITE if rubber == GUM else rubber
        foam_sole(canvas, last, foam, accent, *lift, chunky=kind == "chunky")
    else:
        cup_sole(canvas, last, rubber, {"court": 31.0, "plimsoll": 27.0}.get(kind, 30.0),
                 tape=kind in ("plimsoll", "skate", "slip-on"))  # fmt: skip


def _decorate(shoe: Shoe, c: Colourway, kind: str, throat: Polyline) -> None:
    """Toe, stays, counter and side of each silhouette."""
    canvas, cloth, last, panel = shoe.canvas, shoe.cloth, shoe.last, shoe.panel
    suede = cloth.material if c.material == "leather" and kind != "runner" else VELVET
    if kind in ("court", "skate", "plimsoll", "runner", "chunky"):
        stay = np.concatenate([throat, beside(throat, 24, 20)[::-1]])
        shoe.piece(stay, panel, suede, both=False)
        shoe.sew(beside(throat, 21, 17))
    if kind == "court":
        toe = shoe.line([(112, 90), (122, 52), (138, 30), (160, 14), (196, -9)])
        shoe.piece(front(toe), panel)
        shoe.sew(toe + [-4, 0])
        for i in range(12):
            row, column = divmod(i, 4)
            spot = shoe.line([(86 + 10 * row + 3 * column, 38 - 1.5 * row - 5 * column), (200, 0)])[
                :1
            ]
            hole = last.near(spot)[0] + [-6, 0]
            layer(canvas, disc(float(hole[0]), float(hole[1]), 1.3), plain("#101010"), COTTON, R=3, depth=0,
                  edge=0, wrinkle=0, lift=0, opacity=0.6)  # fmt: skip
        swoop = shoe.line([(232, -9, 1), (258, 30), (300, 52), (356, 58), (384, 60, 1), (386, 48),
                           (330, 36),
                           (300, 14), (286, -9, 1)])  # fmt: skip
        shoe.piece(swoop, panel, both=False)
    if kind in ("runner", "chunky", "knit-runner"):
        guard = shoe.line([(44, 60), (70, 44), (92, 28), (130, 20), (180, 14), (230, -9)])
        shoe.piece(
            front(guard), panel if kind != "knit-runner" else plain(cloth.colour * 0.7), suede
        )
        shoe.sew(guard[8:] + [0, 3])
    if kind in ("runner", "chunky"):
        saddle = shoe.line([(196, -9, 1), (226, 34), (252, 74), (276, 92, 1), (302, 82, 1), (286, 56),
                            (272, 24), (268, -9, 1)])  # fmt: skip
        shoe.piece(saddle, panel, suede, both=False)
        wing = shoe.line([(300, -9, 1), (318, 24), (352, 44), (400, 56), (452, 62, 1), (470, 30, 1),
                          (470, -9, 1)])  # fmt: skip
        shoe.piece(wing, panel, suede, both=False)
        shoe.sew(wing[2:40] + [2, 4])
    if kind == "chunky":
        bar = shoe.line([(262, 62, 1), (330, 66), (402, 84), (446, 96, 1), (452, 84, 1), (400, 70),
                         (330, 53),
                         (270, 46, 1)])  # fmt: skip
        shoe.piece(
            bar,
            cloth.accent if c.pattern == "colour-block" else plain(cloth.colour * 0.75),
            both=False,
        )
    if kind in ("skate", "court", "plimsoll"):
        counter = shoe.line(
            [(372, -9, 1), (380, 30), (404, 58), (438, 68), (470, 70, 1), (470, -9, 1)]
        )
        if kind != "plimsoll":
            shoe.piece(counter, panel, suede, both=False)
            shoe.sew(counter[3:40] + [3, 3])
    if kind == "skate":
        toe = shoe.line([(140, 90), (148, 50), (160, 24), (186, -9)])
        shoe.piece(front(toe), panel, suede)
        shoe.sew(toe + [-4, 0], 2)
        wave = shoe.line(
            [(206, 8), (240, 32), (276, 44), (316, 34), (360, 30), (420, 44), (446, 50)]
        )
        layer(canvas, ribbon(last.near(wave), 3.4),
              plain(WHITE if float(cloth.colour.mean()) < 0.5 else BLACK),
              cloth.material, R=6, depth=0.1, edge=1, wrinkle=0, lift=1, relief=last.form)  # fmt: skip
    if kind == "plimsoll":
        cap = shoe.line([(94, 90), (102, 46), (112, 22), (130, -9)])
        shoe.piece(front(cap), plain(WHITE), RUBBER)
    if kind == "slip-on":
        gore = shoe.line(
            [(270, 84, 1), (314, 77, 1), (304, 58), (288, 38, 1), (268, 34, 1), (266, 60)]
        )
        shoe.piece(gore, cloth.rib, COTTON, both=False, dark=0.72)
        shoe.sew(gore[14:])
        seam = shoe.line([(196, 86), (222, 60), (246, 30), (258, -9)])
        shoe.sew(seam, 2)
        shoe.sew(shoe.line([(388, -9), (396, 30), (416, 60), (448, 70)]))
    if kind in ("knit-runner", "sock"):
        if kind == "sock":
            film = shoe.line([(188, -9, 1), (214, 26), (252, 60), (276, 88, 1), (292, 84, 1),
                              (286, 56), (300, 24), (326, -9, 1)])  # fmt: skip
            shoe.piece(film, plain(cloth.colour * 0.62 + 0.02), RUBBER, both=False)
        for x, h in [(186, 58), (216, 76), (248, 96)] if kind == "knit-runner" else []:
            strip = shoe.line([(x, h), (x + 22, h * 0.62), (x + 52, 12), (x + 58, -9)])
            layer(canvas, ribbon(last.near(strip), 3.2, 4.4), plain(cloth.colour * 0.62 + 0.02),
                  RUBBER, R=6,
                  depth=0.1, edge=1.4, wrinkle=0, lift=0.8, relief=last.form)  # fmt: skip
        cup = shoe.line([(352, -9, 1), (372, 20), (408, 44), (446, 52), (470, 52, 1), (470, -9, 1)])
        shoe.piece(cup, plain(cloth.colour * 0.62 + 0.02), RUBBER, both=False)
    tab = shoe.line([(428, 84, 1), (436, 106), (470, 112, 1), (470, 74, 1), (446, 72)])
    if kind in ("court", "runner", "chunky", "plimsoll"):
        shoe.piece(tab, panel, suede, both=False)


def high_sneaker(canvas: Canvas, c: Colourway) -> None:
    """Over the ankle: canvas classic, basketball, skate high, padded; with a zip at the side."""
    cut = Random(c.shape_seed)
    if c.material == "canvas":
        kind = c.pick(("classic", "skate", "classic", "basketball"))
    else:
        kind = c.pick(("basketball", "padded", "skate", "classic"))
    tall = {"classic": 196.0, "basketball": 188.0, "padded": 176.0, "skate": 180.0}[
        kind
    ] + cut.uniform(-4, 4)
    lift = {"basketball": (32, 36), "padded": (34, 38)}.get(kind, (28, 29))
    shoe = Shoe(canvas, c, lift, high=True)
    cloth, last, panel = shoe.cloth, shoe.last, shoe.panel
    throat = shoe.line(
        [
            (146, 44),
            (176, 58),
            (212, 81),
            (246, 106),
            (273, 132),
            (293, 160),
            (303, tall - 10),
            (306, tall),
        ]
    )
    dip = 20 if kind in ("padded", "basketball") else 5
    laced = c.closure == "laces"
    start = 306.0 if laced else 292.0
    collar = shoe.line([(start, tall), (334, tall - 0.55 * dip), (370, tall - dip),
                        (406, tall - 0.75 * dip), (428, tall - 0.2 * dip), (442, tall + 4)])  # fmt: skip
    if not laced:
        throat = shoe.line([(289, tall + 1), (292, tall)])
    collar = (
        last.close(collar) if not laced else np.concatenate([collar[:1], last.close(collar)[1:]])
    )
    edge = np.concatenate([throat, collar[1:]])
    inside(canvas, shoe, collar)
    if laced:
        tongue(shoe, tall + 18, kind)
    upper(shoe, below(edge))
    if laced:
        stay = np.concatenate([throat, beside(throat, 24, 24)[::-1]])
        if kind != "classic":
            shoe.piece(stay, panel, both=False)
        shoe.sew(beside(throat, 21, 21), 2 if kind == "classic" else 1)
    if kind == "classic":
        cap = shoe.line([(98, 90), (106, 46), (116, 22), (134, -9)])
        shoe.piece(front(cap), plain(WHITE), RUBBER)
        shoe.sew(shoe.line([(150, 52), (182, 40), (214, 44), (244, 70), (258, 100)]), 2)
        strip = shoe.line(
            [(424, tall + 9, 1), (428, 120), (420, 60), (418, -9, 1), (470, -9, 1), (470, tall, 1)]
        )
        shoe.piece(strip, panel, both=False)
        patch = last.near(shoe.line([(372, 132), (372, 131)]))[0]
        spot = disc(float(patch[0]), float(patch[1]), 24)
        layer(canvas, spot, plain(WHITE), RUBBER, R=20, depth=0.05, edge=1.5, wrinkle=0, lift=1.2)
        stitch(canvas, disc(float(patch[0]), float(patch[1]), 21), cloth.colour, strength=0.8)
        stitch(canvas, disc(float(patch[0]), float(patch[1]), 9), cloth.colour, 1.6, 2.4, 1.6, 0.8)
    else:
        toe = shoe.line([(116, 90), (126, 52), (142, 30), (166, 12), (198, -9)])
        shoe.piece(front(toe), panel)
        shoe.sew(toe + [-4, 0])
        counter = shoe.line(
            [(340, -9, 1), (352, 40), (384, 74), (424, 84), (470, 86, 1), (470, -9, 1)]
        )
        shoe.piece(counter, panel, both=False)
        shoe.sew(counter[3:44] + [3, 3])
    if kind == "basketball":
        swoop = shoe.line([(214, -9, 1), (244, 30), (292, 56), (360, 84), (428, 108, 1), (432, 94),
                           (370, 64),
                           (316, 38), (282, -9, 1)])  # fmt: skip
        shoe.piece(swoop, panel, both=False)
        strap = shoe.line([(296, 140, 1), (340, 132), (400, 128), (470, 132, 1), (470, 156, 1), (400, 152),
                           (344, 156), (304, 168, 1)])  # fmt: skip
        shoe.piece(strap, panel, both=False)
        shoe.sew(strap[4:34] + [4, -4])
    if kind == "skate":
        wave = shoe.line([(206, 6), (240, 36), (282, 52), (326, 46), (372, 50), (430, 74)])
        layer(canvas, ribbon(last.near(wave), 4.0), cloth.accent if c.pattern == "colour-block" else
              plain(WHITE if float(cloth.colour.mean()) < 0.5 else BLACK), cloth.material, R=6, depth=0.1,
              edge=1, wrinkle=0, lift=1, relief=last.form)  # fmt: skip
        for h in (tall - 22, tall - 36, tall - 50):
            shoe.sew(shoe.line([(334, h), (380, h - 10), (436, h)]), strength=0.6)
    if kind == "padded":
        for h in (tall - 28, tall - 46):
            groove = last.near(shoe.line([(320 if laced else 358, h + 2), (384, h - 7), (428, h)]))
            layer(canvas, ribbon(groove, 7.0), panel, cloth.material, R=10, depth=0.5, edge=5, wrinkle=0.1,
                  lift=1, relief=last.form)  # fmt: skip
    if not laced:
        placket = shoe.line([(352, tall - dip - 2), (350, 130), (338, 70), (322, 16)])
        near = last.near(placket)
        layer(canvas, ribbon(near, 8), cloth.ground, cloth.material, R=12, depth=0.1, edge=2, wrinkle=0.1,
              lift=1.6, relief=last.form)  # fmt: skip
        zipper(canvas, near, cloth.metal, width=2.4)
        for h in (0, 1):
            shoe.sew(
                shoe.line([(180 + 34 * h, 60 + 26 * h), (206 + 34 * h, 40), (232 + 34 * h, -9)])
            )
    ankle_edge(shoe, collar, 6.5 if kind in ("basketball", "padded") else 2.2)
    if laced:
        gap(shoe, throat[:-18])
        lacing(
            canvas, last, throat[: -len(throat) // 5], _laces(c), 7, width=2.8, metal=cloth.metal
        )
    rubber = _rubber(c, cut)
    cup_sole(canvas, last, rubber, {"basketball": 33.0, "padded": 35.0}.get(kind, 28.0),
             tape=kind in ("classic", "skate"))  # fmt: skip


# ---- parts -------------------------------------------------------------------------------------


def _rubber(c: Colourway, cut: Random) -> str:
    """White, off-white or gum; black only under black."""
    choices = (WHITE, WHITE, CREAM, GUM)
    if c.colour == "black":
        choices = (WHITE, WHITE, BLACK, GUM)
    return cut.choice(choices)


def _laces(c: Colourway) -> str:
    if c.colour in ("beige", "tan", "brown"):
        return "#e9e0cd"
    return "#232326" if c.colour == "black" and c.shape_seed % 3 == 0 else "#f2f0ea"
