"""Draws sneakers in side view, toe to the left: low and high, laced, slipped on or zipped."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, Point, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.soles import cup_sole, lacing, runner_sole
from demo.studio.light import COTTON, RUBBER, Texture, layer
from demo.studio.trims import disc, plain, stitch, zipper

WHITE, CREAM, GUM, BLACK = "#f2f0ea", "#ebe5d6", "#b98a58", "#26262a"
TOE: list[Point] = [(46, 412, 1), (45, 390), (53, 371), (80, 356), (122, 350)]
"""the toe's outline, shared by all uppers"""
HEEL: list[Point] = [(457, 292), (455, 314), (460, 346), (468, 380), (469, 408, 1)]


def low_sneaker(canvas: Canvas, c: Colourway) -> None:
    """Court shoe, runner or plimsoll; with elastic instead of laces when it is slipped on."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kind = "plimsoll" if c.material == "canvas" else cut.choice(("court", "runner"))
    rubber = _rubber(c, cut)
    main, panel = _panels(c, cloth)
    throat = [(164, 340), (198, 323), (230, 300), (258, 277), (282, 258)]
    if c.closure != "laces":
        throat = [(164, 337), (198, 318), (228, 299), (254, 282)]
    x, y = throat[-1]
    collar = [(x + 6, y - 2), (x + 18, y + 12), (336, 310),
              (366, 317), (394, 314), (420, 299), (442, 284)]  # fmt: skip
    _inside(canvas, cloth, [(x + 4, y - 1, 1), (x + 26, y - 6), (340, 290), (396, 290), (444, 282, 1),
                            (424, 320), (340, 330), (x + 20, y + 26)])  # fmt: skip
    if c.closure == "laces":
        tongue = [(158, 344, 1), (190, 316), (222, 290), (244, 262), (256, 234), (270, 225), (292, 228),
                  (306, 240), (308, 258), (296, 282, 1), (240, 322, 1)]  # fmt: skip
        _tongue(canvas, cloth, panel, tongue)
    upper = [*TOE, *throat[:-1], (x, y, 1), *collar[1:-1], (442, 284), (452, 282), *HEEL]
    _upper(canvas, cloth, main, upper, crease=(150, 358))
    _toe_and_heel(canvas, c, cloth, panel, kind)
    if c.closure == "laces":
        line = spline(throat, False)
        _stay(canvas, cloth, panel, line, kind)
    if kind == "court":
        swoop = [(232, 408, 1), (262, 366), (300, 342), (348, 336), (352, 350), (314, 366), (292, 408, 1)]
        _patch(canvas, cloth, panel, swoop)
        stitch(canvas, spline([(238, 404), (266, 369), (302, 346), (346, 340)], False), cloth.stitch)
    if kind == "runner":
        for x0 in (236, 288):
            bar = [(x0, 410, 1), (x0 + 20, 366), (x0 + 44, 330, 1), (x0 + 60, 334, 1), (x0 + 40, 366),
                   (x0 + 24, 406, 1)]  # fmt: skip
            _patch(canvas, cloth, panel, bar)
    _collar(canvas, cloth, collar, 8.0 if kind != "plimsoll" else 3.0)
    if c.closure == "laces":
        lacing(canvas, spline(throat, False) + [-2, -1], _laces(c), 6)
    else:
        _gore(canvas, cloth)
    if kind == "runner":
        runner_sole(canvas, rubber)
    else:
        cup_sole(canvas, rubber, tape=kind == "plimsoll")


def high_sneaker(canvas: Canvas, c: Colourway) -> None:
    """Over the ankle, on a rubber sole; canvas with a toe cap, or leather with panels."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kind = "plimsoll" if c.material == "canvas" else "court"
    rubber = _rubber(c, cut)
    main, panel = _panels(c, cloth)
    throat = [(164, 339), (198, 321), (226, 293), (246, 262), (258, 225), (264, 185), (268, 162)]
    collar = [(270, 164), (304, 170), (344, 170), (383, 163), (410, 156)]
    _inside(canvas, cloth, [(268, 164, 1), (310, 157), (351, 156), (411, 155, 1), (401, 182), (350, 190),
                            (286, 182)])  # fmt: skip
    if c.closure == "laces":
        tongue = [(158, 344, 1), (190, 314), (214, 287), (232, 256), (243, 218), (247, 177), (250, 149),
                  (264, 141), (284, 143), (292, 154), (290, 193), (254, 275, 1)]  # fmt: skip
        _tongue(canvas, cloth, panel, tongue)
    shaft = [(414, 155), (420, 162), (422, 202), (428, 248), (442, 289), (456, 336), (466, 376),
             (469, 408, 1)]  # fmt: skip
    upper = [*TOE, *throat[:-1], (268, 162, 1), *collar[1:-1], *shaft]
    _upper(canvas, cloth, main, upper, crease=(150, 358), high=True)
    _toe_and_heel(canvas, c, cloth, panel, kind, high=True)
    seam = spline([(312, 408), (322, 370), (352, 330), (392, 304), (432, 293)], False)
    for d in (0, 3):
        stitch(canvas, seam + [d, 0], cloth.stitch, strength=0.5)
    line = spline(throat, False)
    if c.closure == "laces":
        _stay(canvas, cloth, panel, line, kind)
    if kind == "court":
        swoop = [(214, 408, 1), (258, 352), (330, 312), (392, 297), (394, 310), (338, 334), (280, 408, 1)]
        _patch(canvas, cloth, panel, swoop)
        stitch(canvas, np.array([[300, 190], [350, 196], [418, 186]]), cloth.stitch)
    _collar(canvas, cloth, collar, 9.0 if kind == "court" else 3.0)
    if c.closure == "laces":
        lacing(canvas, line[: -len(line) // 12] + [-2, -1], _laces(c), 8)
        if kind == "plimsoll":
            layer(canvas, disc(368, 236, 23), plain(WHITE), RUBBER, R=20, depth=0.1, edge=2, wrinkle=0,
                  lift=1.4)  # fmt: skip
            stitch(canvas, disc(368, 236, 20.5), cloth.colour, strength=0.8)
    else:
        placket = spline([(322, 174), (318, 243), (306, 320), (296, 400)], False)
        layer(canvas, ribbon(placket, 9), main, cloth.material, R=14, depth=0.2, edge=2, wrinkle=0.1, lift=2)
        zipper(canvas, placket, cloth.metal, width=2.6)
    cup_sole(canvas, rubber, tape=kind == "plimsoll")


# ---- parts -------------------------------------------------------------------------------------


def _rubber(c: Colourway, cut: Random) -> str:
    """White, off-white or gum; black only under black."""
    choices = (WHITE, WHITE, CREAM, GUM)
    if c.colour == "black":
        choices = (WHITE, WHITE, BLACK, GUM)
    return cut.choice(choices)


def _panels(c: Colourway, cloth: Cloth) -> tuple[Texture, Texture]:
    """Cloth of the upper and of what is sewn on it: colour-blocked shoes are blocked by panel."""
    if c.pattern == "colour-block":
        return cloth.ground, cloth.accent
    return cloth.texture, cloth.ground


def _laces(c: Colourway) -> str:
    if c.colour in ("beige", "tan", "brown"):
        return "#e9e0cd"
    return "#232326" if c.colour == "black" and c.shape_seed % 3 == 0 else "#f2f0ea"


def _inside(canvas: Canvas, cloth: Cloth, outline: list[Point]) -> None:
    layer(canvas, outline, cloth.lining, COTTON, R=20, depth=-0.2, edge=3, wrinkle=0.1, lift=0, dark=0.42)


def _tongue(canvas: Canvas, cloth: Cloth, texture: Texture, outline: list[Point]) -> None:
    layer(canvas, outline, texture, cloth.material, R=16, depth=0.5, edge=6, wrinkle=0.25, lift=0, dark=0.93)
    stitch(canvas, spline(outline[4:9], False) + [2, 5], cloth.stitch, strength=0.4)


def _upper(canvas: Canvas, cloth: Cloth, texture: Texture, outline: list[Point],
           crease: tuple[float, float], high: bool = False) -> None:  # fmt: skip
    x, y = crease
    rng = canvas.rng
    folds = [Fold((x + 17 * i - 20, y - 10 - 7 * i), (x + 17 * i - 2, y + 34 - 5 * i), 6, (3, 6),
                  rng.uniform(0.5, 1.1)) for i in range(3)]  # fmt: skip
    if high:
        folds += [Fold((432, 262 + 16 * i), (rng.uniform(360, 390), 276 + 14 * i), 5, (4, 8),
                       rng.uniform(0.7, 1.6)) for i in range(3)]  # fmt: skip
    layer(canvas, outline, texture, cloth.material, R=58, depth=0.6, edge=16, edge_depth=0.72,
          wrinkle=0.22, wrinkle_angle=-20, lift=2, folds=folds, ripple=0.15)  # fmt: skip


def _patch(canvas: Canvas, cloth: Cloth, texture: Texture, outline: list[Point]) -> None:
    layer(canvas, outline, texture, cloth.material, R=40, depth=0.16, edge=2.0, wrinkle=0.1, lift=1.5,
          shadow=0.4)  # fmt: skip


def _toe_and_heel(canvas: Canvas, c: Colourway, cloth: Cloth, panel: Texture, kind: str,
                  high: bool = False) -> None:  # fmt: skip
    if kind == "plimsoll":
        toe = [*TOE[:4], (114, 350.5, 1), (131, 374), (136, 410, 1)]
        layer(canvas, toe, plain(WHITE), RUBBER, R=36, depth=0.5, edge=9, wrinkle=0, lift=1.2)
        stitch(canvas, spline([(122, 353), (138, 374), (142, 404)], False), cloth.stitch, strength=0.55)
    else:
        guard = [(46, 412, 1), (45, 390), (52, 372), (66, 362, 1), (104, 378), (150, 396), (196, 410, 1)]
        if kind == "court":
            guard = [*TOE[:4], (104, 352, 1), (130, 380), (138, 412, 1)]
        _patch(canvas, cloth, panel, guard)
        edge = np.asarray(spline(guard[3:], False))
        stitch(canvas, edge + [-3, 2], cloth.stitch, strength=0.5)
        for i in range(9 if kind == "court" else 0):
            dot = disc(142 + 9 * (i % 3) + 3 * (i // 3), 368 + 8 * (i // 3) - 3 * (i % 3), 1.3)
            layer(canvas, dot, plain("#111111"), COTTON, R=3, depth=0, edge=0, wrinkle=0, lift=0,
                  opacity=0.55)  # fmt: skip
    if high:
        strip = [(440, 408, 1), (438, 340), (421, 267), (406, 158, 1), (419, 157), (422, 202), (428, 248),
                 (442, 289), (456, 336), (468, 380), (469, 408, 1)]  # fmt: skip
        _patch(canvas, cloth, panel, strip)
        return
    tall = 352 if kind == "court" else 366
    counter = [(384, 408, 1), (394, tall + 14), (420, tall - 4), (460, tall - 12, 1), (468, 380),
               (469, 408, 1)]  # fmt: skip
    _patch(canvas, cloth, panel, counter)
    stitch(canvas, spline([(389, 404), (399, tall + 16), (422, tall), (456, tall - 8)], False), cloth.stitch)
    tab = [(428, 296, 1), (442, 284), (452, 281), (458, 290), (455, 312), (458, 334, 1), (432, 330, 1)]
    _patch(canvas, cloth, panel, tab)


def _stay(canvas: Canvas, cloth: Cloth, panel: Texture, line: np.ndarray, kind: str) -> None:
    """The reinforced edge that holds the eyelets."""
    along = np.gradient(line, axis=0)
    unit = np.stack([-along[:, 1], along[:, 0]], 1) / np.linalg.norm(along, axis=1)[:, None]
    wide = np.linspace(24, 19, len(line))[:, None]
    inner = line + unit * wide
    if kind != "plimsoll":
        _patch(canvas, cloth, panel, np.concatenate([line, inner[::-1]]))
    stitch(canvas, inner - unit * 3, cloth.stitch, strength=0.5)


def _collar(canvas: Canvas, cloth: Cloth, line: list[Point], width: float) -> None:
    """The padded or bound edge round the ankle."""
    edge = spline(line, False) + [0, width * 0.55]
    layer(canvas, ribbon(edge, width), cloth.ground, cloth.material, R=width, depth=0.45, edge=width * 0.6,
          wrinkle=0.2, lift=1, shadow=0.3)  # fmt: skip
    stitch(canvas, edge + [0, width + 2], cloth.stitch, strength=0.4)


def _gore(canvas: Canvas, cloth: Cloth) -> None:
    """A slip-on's elastic at the side of its throat, and the vamp's bound edge."""
    gore = [(264, 287, 1), (308, 302, 1), (302, 334), (290, 352), (276, 336)]
    layer(canvas, gore, cloth.rib, COTTON, R=20, depth=0.1, edge=1.5, wrinkle=0, lift=0, dark=0.7)
    stitch(canvas, spline([(261, 290), (272, 338), (290, 357), (306, 338), (312, 304)], False), cloth.stitch)
