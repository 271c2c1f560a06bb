"""Draws hats: caps, beanies, fedoras, straw hats, seen from the front and a little from above."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from demo.studio.canvas import CX, Array, Canvas, Point, corners, smoothstep, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.light import COTTON, LEATHER, SATIN, Texture, layer
from demo.studio.trims import disc, eyelet, plain, stitch

BANDS = {"black": "#3a3634", "grey": "#2b2b2e", "white": "#26221f"}


def cap(canvas: Canvas, c: Colourway) -> None:
    """Six panels and a curved peak, turned a little to the left."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    deep = cut.choice((0.0, 12.0))
    panel = cloth.accent if c.pattern == "colour-block" else cloth.ground
    crown = [(132, 356, 1), (134, 300), (152, 246 - deep), (196, 204 - deep), (256, 186 - deep),
             (320, 192 - deep),
             (374, 226 - deep), (402, 284), (408, 352, 1), (404, 378, 1), (330, 400), (240, 396),
             (168, 378)]  # fmt: skip
    apex = (278.0, 187.0 - deep)
    seams = [
        spline([apex, (216, 226), (192, 300), (204, 392)], False),
        spline([apex, (312, 236), (330, 310), (326, 402)], False),
        spline([apex, (354, 218), (388, 280), (398, 344)], False),
        spline([apex, (196, 204), (150, 262), (136, 330)], False),
    ]
    rng = canvas.rng
    folds = [Fold((apex[0] + rng.uniform(-60, 60), 214), (apex[0] + rng.uniform(-100, 90), 340), 8, (9, 18),
                  rng.uniform(0.8, 1.8)) for _ in range(3)]  # fmt: skip
    main = cloth.ground if c.pattern == "colour-block" else cloth.texture
    layer(canvas, crown, main, cloth.material, R=112, depth=0.72, edge=18, wrinkle=0.5 * cloth.wrinkle,
          lift=0,
          seams=[(s, 1.7, 1.6) for s in seams], folds=folds, ripple=0.3)  # fmt: skip
    for seam in seams:
        for d in (-4, 4):
            stitch(canvas, seam + [d, 0], cloth.stitch, strength=0.4)
    layer(canvas, disc(apex[0], apex[1] + 1, 8.5, 0.55), panel, cloth.material, R=8, depth=0.6, edge=4,
          wrinkle=0, lift=1.5)
    for x, y in ((176, 258), (258, 250), (346, 262)):
        eyelet(canvas, x, y - deep / 2, 3.2, cloth.stitch)
    band = spline([(133, 352), (168, 372), (240, 389), (330, 393), (406, 372)], False)
    stitch(canvas, band, cloth.stitch, strength=0.4)
    under = [(140, 358), (98, 386), (62, 414), (54, 430), (84, 436), (140, 434), (204, 442), (262, 452),
             (310, 446), (338, 420), (340, 398, 1), (240, 392), (170, 374)]  # fmt: skip
    layer(canvas, under, panel, cloth.material, R=30, depth=-0.2, edge=3, wrinkle=0.1, lift=0, dark=0.34)
    peak = [(133, 352, 1), (98, 368), (62, 392), (44, 412), (48, 424), (78, 424), (130, 419), (190, 424),
            (246, 436), (296, 436), (328, 420), (340, 396, 1), (286, 398), (240, 392),
            (176, 376)]  # fmt: skip

    def arched(x: np.ndarray, y: np.ndarray) -> Array:
        along = (x - 176 + 0.5 * (y - 400)) / 150
        return 40 * np.sqrt(np.maximum(0, 1.3 - along**2)) + 0.05 * (430 - y)

    layer(canvas, peak, panel, cloth.material, R=60, depth=0.2, edge=5, edge_depth=0.7, wrinkle=0.15,
          lift=6, shadow=0.5, relief=arched)  # fmt: skip
    inner = np.array(spline([(140, 362), (180, 384), (240, 400), (318, 404)], False))
    outer = np.array(spline([(56, 406), (62, 420), (128, 414), (192, 419), (250, 431), (318, 420)], False))
    outer = np.stack([np.interp(np.linspace(0, 1, len(inner)), np.linspace(0, 1, len(outer)),
                                outer[:, k]) for k in (0, 1)], 1)
    for share in (0.14, 0.32, 0.5, 0.68, 0.86):
        stitch(canvas, inner * (1 - share) + outer * share, cloth.stitch, strength=0.35)
    if cut.random() < 0.5 and c.pattern == "solid":
        patch = [(216, 286, 1), (276, 290, 1), (280, 336, 1), (222, 334, 1)]
        layer(canvas, patch, cloth.accent, cloth.material, R=24, depth=0.1, edge=2, wrinkle=0.1, lift=1.6)
        stitch(canvas, np.array([[228, 310], [270, 313]]), cloth.colour, 7, 2.4, 1.6, 0.8)


def beanie(canvas: Canvas, c: Colourway) -> None:
    """Knitted, with a turned-up rib: short and round, slouched to one side, or with a bobble."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kind = cut.choice(("plain", "bobble", "slouch"))
    rng = canvas.rng
    if kind == "plain":  # a fisherman's: low, with a deep cuff
        top, cuff_top, half = 212.0, 338.0, 138.0
        crown = [(120, 404, 1), (117, 340), (132, 276), (172, 232), (222, 214), (256, top), (292, 214),
                 (342, 232), (380, 276), (395, 340), (392, 404, 1)]  # fmt: skip
        folds = [Fold((CX + rng.uniform(-20, 20), top + 4), (CX + lane, 330), rng.uniform(-8, 8), (3, 9),
                      rng.uniform(1.0, 2.2), 0.2, 0.02, 0.8) for lane in (-84, -44, -4, 40, 82)]  # fmt: skip
    elif kind == "slouch":  # too long for its head: it leans over and dents
        top, cuff_top, half = 132.0, 390.0, 140.0
        crown = [(122, 420, 1), (114, 350), (118, 276), (146, 200), (196, 150), (262, 130), (330, 138),
                 (384, 168), (414, 214), (416, 262), (402, 320), (398, 372), (392, 420, 1)]  # fmt: skip
        folds = [Fold((400, 224 + 34 * i), (250 - 20 * i, 196 + 58 * i + rng.uniform(-12, 12)),
                      rng.uniform(10, 22), (7, 15), rng.uniform(3.0, 5.0), 0.4, 0.1, 0.6)
                 for i in range(3)]  # fmt: skip
        folds += [Fold((126, 300 + 30 * i), (220, 330 + 16 * i), -8, (6, 12), rng.uniform(1.6, 3.2))
                  for i in range(2)]  # fmt: skip
    else:
        top, cuff_top, half = 184.0, 360.0, 138.0
        crown = [(120, 404, 1), (116, 336), (136, 252), (188, 204), (256, top), (326, 204), (376, 252),
                 (397, 336), (392, 404, 1)]  # fmt: skip
        folds = [Fold((CX + rng.uniform(-20, 20), top + 6), (CX + lane, 340), 6, (3, 11),
                      rng.uniform(1.2, 2.6), 0.2, 0.02, 0.8) for lane in (-70, -24, 30, 76)]  # fmt: skip
        _bobble(canvas, cloth, CX, top - 18)
    lean = 30.0 if kind == "slouch" else 0.0

    def wrapped(x: np.ndarray, y: np.ndarray) -> tuple[Array, Array]:
        up = np.clip((410 - y) / (410 - top + 30), 0, 1)
        width = (half + 14) * np.sqrt(np.maximum(0.05, 1 - up**2.6))
        lane = np.clip((x - CX - lean * up) / np.maximum(width, 12), -0.99, 0.99)
        return 150 * np.arcsin(lane), y - 100

    texture = cloth.texture if c.pattern != "solid" or c.material == "wool" else cloth.rib
    layer(canvas, crown, texture, cloth.material, R=112, depth=0.75, edge=22, wrinkle=0.9, lift=0,
          uv=wrapped, folds=folds, ripple=0.6)  # fmt: skip
    w, t = half + 10, cuff_top
    cuff = [(CX - w, t + 14), (CX - w + 3, t), (CX - 0.5 * w, t + 7), (CX, t + 10), (CX + 0.5 * w, t + 7),
            (CX + w - 3, t), (CX + w, t + 14), (CX + w - 2, 444), (CX + w - 10, 458), (320, 467), (256, 469),
            (192, 467), (CX - w + 10, 458), (CX - w + 2, 444)]  # fmt: skip

    def round_cuff(x: np.ndarray, y: np.ndarray) -> tuple[Array, Array]:
        return 158 * np.arcsin(np.clip((x - CX) / (w + 8), -0.99, 0.99)), y - 100

    def ribs(x: np.ndarray, y: np.ndarray) -> Array:
        return 1.1 * np.abs(np.sin(round_cuff(x, y)[0] * np.pi / 5.4)) ** 0.7

    rib = {"colour-block": cloth.accent, "striped": cloth.solid}.get(c.pattern, cloth.rib)
    layer(canvas, cuff, rib, cloth.material, R=60, depth=0.5, edge=14, wrinkle=0.6, lift=5, uv=round_cuff,
          relief=None if rib is cloth.rib else ribs)  # fmt: skip
    if cut.random() < 0.45:
        y = 0.5 * (cuff_top + 12 + 466) - 12
        tag = corners((304, y + 1), (344, y - 1), (345, y + 23), (305, y + 26))
        layer(canvas, tag, plain("#8a5a35"), LEATHER, R=16, depth=0.1, edge=1.4, wrinkle=0.1, lift=2)
        stitch(canvas, np.array([[311, y + 13], [338, y + 11]]), "#e2cfa9", 5, 2, 1.1, 0.6)


def fedora(canvas: Canvas, c: Colourway) -> None:
    """Felt: a creased and pinched crown, a snapped brim, a ribbon."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    wide, tall = cut.choice((202.0, 216.0)), cut.choice((200.0, 216.0))
    _brim(canvas, cloth, wide, dip=14.0, flip=10.0, rings=False)
    crown = [(140, 400, 1), (143, 330), (160, 254), (184, tall + 12), (214, tall - 2), (238, tall + 12),
             (262, tall + 15),
             (288, tall + 10), (314, tall - 3), (340, tall + 14), (356, 258), (370, 330), (372, 400, 1),
             (316, 418),
             (256, 424), (196, 418)]  # fmt: skip
    pinches = [
        Fold((254, tall + 2), (258, tall + 84), 3, (15, 34), -15, 0, 0.02, 0.7),
        Fold((188, tall + 34), (214, tall + 112), 12, (10, 24), -13, 0.25, 0.1, 0.8),
        Fold((326, tall + 34), (300, tall + 112), -12, (10, 24), -13, -0.25, 0.1, 0.8),
        Fold((222, tall + 10), (230, tall + 96), 6, (6, 12), 4, 0, 0.1, 0.7),
        Fold((292, tall + 10), (286, tall + 96), -6, (6, 12), 4, 0, 0.1, 0.7),
    ]
    layer(canvas, crown, cloth.texture, cloth.material, R=92, depth=0.72, edge=17, wrinkle=0.35, lift=8,
          folds=pinches,
          shadow=0.5, ripple=0.1)  # fmt: skip
    _ribbon(canvas, BANDS.get(c.colour, "#231f1d"), 116, 378, 36)
    bow = [(344, 372), (372, 366), (384, 386), (374, 408), (346, 404)]
    layer(canvas, bow, _grosgrain(BANDS.get(c.colour, "#231f1d")), SATIN, R=12, depth=0.4, edge=4,
          wrinkle=0.1, lift=3)
    if cut.random() < 0.4:
        quill = [(352, 398, 1), (360, 340), (384, 286), (398, 262, 1), (392, 306), (372, 360)]
        layer(canvas, quill, plain("#9c6a3a"), COTTON, R=10, depth=0.3, edge=3, wrinkle=0, lift=3,
              relief=lambda x, y: 0.8 * np.sin((x + 1.6 * y) * 1.1))  # fmt: skip


def straw_hat(canvas: Canvas, c: Colourway) -> None:
    """Woven round and round; a wide brim and a ribbon."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    wide = cut.choice((222.0, 236.0))
    flat = cut.random() < 0.4
    _brim(canvas, cloth, wide, dip=cut.choice((4.0, 16.0)), flip=0.0, rings=True)
    top = 262.0 if flat else 228.0
    crown = [(142, 398, 1), (146, 330), (154, 286), (172, top + 10), (210, top - 2), (256, top - 4),
             (302, top - 2),
             (340, top + 10), (358, 286), (366, 330), (370, 398, 1), (314, 416), (256, 421),
             (198, 416)]  # fmt: skip
    if not flat:
        crown = [(142, 398, 1), (144, 336), (162, 276), (204, 238), (256, 226), (308, 238), (350, 276),
                 (368, 336),
                 (370, 398, 1), (314, 416), (256, 421), (198, 416)]  # fmt: skip

    def rings(x: np.ndarray, y: np.ndarray) -> Array:
        return 0.7 * np.sin((y + 14 * ((x - CX) / 114) ** 2) * 2 * np.pi / 7.5)

    layer(canvas, crown, cloth.texture, cloth.material, R=90, depth=0.7, edge=18, wrinkle=0.25, lift=7,
          shadow=0.45,
          relief=rings)  # fmt: skip
    colour = cut.choice(("#221f1e", "#2b3650", "#6d4a33"))
    if c.colour in ("black", "brown"):
        colour = cut.choice(("#d9c9a6", "#efeadf"))
    _ribbon(canvas, colour, 115, 376, 34)
    if cut.random() < 0.5:
        for s in (1, -1):
            loop = [(338, 388), (338 + s * 22, 374), (338 + s * 34, 384), (338 + s * 30, 404),
                    (338 + s * 12, 400)]
            layer(canvas, loop, _grosgrain(colour), SATIN, R=11, depth=0.5, edge=4, wrinkle=0.1, lift=3)
        layer(canvas, disc(338, 390, 7), _grosgrain(colour), SATIN, R=7, depth=0.5, edge=4, wrinkle=0,
              lift=2)


# ---- parts -------------------------------------------------------------------------------------


def _brim(canvas: Canvas, cloth: Cloth, wide: float, dip: float, flip: float, rings: bool) -> None:
    """An ellipse seen from a little above: its far rim first, then the near one that dips in front."""
    cy, deep = 398.0, wide * 0.27
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    x = CX + wide * np.cos(t)
    y = cy + deep * np.sin(t)
    y = y + dip * np.maximum(0, np.sin(t)) ** 2 - (flip + 6) * np.abs(np.cos(t)) ** 3
    edge = np.stack([x, y], 1)
    under = np.stack([CX + (x - CX) * 0.985, y + 6 * (np.sin(t) > -0.2) + 1.0], 1)
    layer(canvas, under, cloth.ground, cloth.material, R=14, depth=0.2, edge=3, wrinkle=0, lift=0, dark=0.5)

    def along(px: np.ndarray, py: np.ndarray) -> tuple[Array, Array]:
        dx, dy = px - CX, (py - cy) / 0.3
        return 150 * np.arctan2(dy, dx), np.hypot(dx, dy)

    def shape(px: np.ndarray, py: np.ndarray) -> Array:
        r = np.hypot((px - CX) / wide, (py - cy) / deep)
        bowl = 9 * smoothstep(0.62, 1.0, r) * (0.4 + 0.6 * np.abs((px - CX) / wide))
        weave = 0.8 * np.sin(r * wide * 2 * np.pi / 8.5) if rings else 0.0
        return bowl + weave

    layer(canvas, edge, cloth.ground if rings else cloth.texture, cloth.material, R=50, depth=0.2, edge=5,
          wrinkle=0.3,
          lift=1, relief=shape, uv=along if rings else None)  # fmt: skip
    rim = np.stack([CX + (edge[:, 0] - CX) * 0.972, cy + (edge[:, 1] - cy) * 0.955], 1)
    stitch(canvas, np.vstack([rim, rim[:1]]), cloth.stitch, strength=0.35)


def _ribbon(canvas: Canvas, colour: str, wide: float, y: float, height: float) -> None:
    """A hat's band, curved with the crown."""
    band: list[Point] = [(CX - wide, y - 8, 1), (CX - wide * 0.5, y + 5), (CX, y + 9),
                         (CX + wide * 0.5, y + 5),
                         (CX + wide, y - 8, 1), (CX + wide + 1, y + height - 12, 1),
                         (CX + wide * 0.5, y + height + 3),
                         (CX, y + height + 7), (CX - wide * 0.5, y + height + 3),
                         (CX - wide - 1, y + height - 12, 1)]  # fmt: skip
    layer(canvas, band, _grosgrain(colour), SATIN, R=60, depth=0.4, edge=6, wrinkle=0.1, lift=2.4,
          uv=lambda px, py: (px, py + 0.0012 * (px - CX) ** 2))  # fmt: skip


def _grosgrain(colour: str) -> Texture:
    base = plain(colour)

    def ribbed(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        line = np.abs(np.sin(np.pi * u / 2.6)) ** 0.6
        return albedo * (0.82 + 0.18 * line)[..., None], 0.3 * line

    return ribbed


def _bobble(canvas: Canvas, cloth: Cloth, x: float, y: float) -> None:
    """A ball of yarn: tufts round a ragged disc."""
    rng = canvas.rng
    t = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    ragged = 42 + rng.normal(0, 2.2, 90)
    outline = np.stack([x + ragged * np.cos(t), y + ragged * 0.94 * np.sin(t)], 1)
    tufts = [Fold((x + 8 * np.cos(a), y + 8 * np.sin(a)), (x + 44 * np.cos(a + 0.2),
                                                           y + 42 * np.sin(a + 0.2)), 3,
                  (1.6, 3.4), rng.uniform(1.0, 2.6)) for a in rng.uniform(0, 2 * np.pi, 46)]  # fmt: skip
    layer(canvas, outline, cloth.solid, cloth.material, R=44, depth=0.8, edge=14, wrinkle=1.2,
          wrinkle_size=0.5, lift=0,
          folds=tufts, ripple=0.6)  # fmt: skip


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "cap": cap,
    "beanie": beanie,
    "fedora": fedora,
    "straw-hat": straw_hat,
}
