"""Draws loafers: penny, bit, tassel, on a chunky sole, and velvet slippers."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, Point, ribbon
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.folds import Fold
from demo.studio.garments.last import Last, Polyline, curve, mark_opening, path
from demo.studio.garments.marks import draws
from demo.studio.garments.soles import heel_side, heel_under, leather_sole, lug_sole
from demo.studio.light import layer
from demo.studio.materials import COTTON, LEATHER, METAL
from demo.studio.trims import disc, plain, stitch

DARK = "#1d1a19"
GOLD = "#c9a24c"
LINING = "#b99468"
GROUND = 440.0


class Slipper:
    """A loafer in the making: heights are above the sole."""

    def __init__(self, canvas: Canvas, c: Colourway, toe: str, front: float, rear: float) -> None:
        self.canvas, self.cloth = canvas, fabric(c)
        sole = curve([(40, GROUND - front - 7), (84, GROUND - front - 1), (160, GROUND - front),
                      (230, GROUND - front - 0.25 * (rear - front)), (320, GROUND - rear + 2),
                      (462, GROUND - rear - 1)])  # fmt: skip
        tip = {"round": [(46, 0), (48, 18), (55, 35), (70, 49), (108, 61)],
               "almond": [(44, 0), (48, 10), (60, 26), (82, 41), (118, 56)],
               "square": [(46, 0), (47, 31), (53, 44), (70, 52), (110, 61)]}[toe]  # fmt: skip
        nose = {"round": [(46, 5), (51, 23), (64, 37), (96, 48), (136, 56)],
                "almond": [(44, 4), (52, 17), (70, 31), (100, 43), (138, 54)],
                "square": [(46, 5), (49, 22), (62, 34), (96, 45), (136, 54)]}[toe]  # fmt: skip
        plan = curve(
            [*tip, (160, 66), (220, 62), (285, 52), (345, 45), (400, 45), (436, 41), (470, 38)]
        )
        crest: list[Point] = [(x, float(sole(np.array(x))) - h) for x, h in nose]
        crest += [(x, float(sole(np.array(x))) - h) for x, h in
                  [(178, 67), (214, 82), (246, 101), (274, 126), (294, 160), (304, 205)]]  # fmt: skip
        seat = float(sole(np.array(450.0)))
        back = [(438, 0, 1), (437, seat - 150), (444, seat - 98), (452, seat - 58), (455, seat - 28),
                (450, seat + 2)]  # fmt: skip
        self.last = Last(canvas, [*crest, (312, 60), (312, 0, 1)], back, sole, plan, 2.5)

    def line(self, points: list[Point]) -> Polyline:
        """A side-view curve through (x, height above the sole)."""
        return path([(p[0], float(self.last.sole(np.array(p[0]))) - p[1], *p[2:]) for p in points])

    def crest(self, x: float) -> float:
        """Height of the crest above the sole at x."""
        column = self.last.width[:, round(x)]
        return float(self.last.sole(np.array(x))) - float(np.argmax(column > 0))

    def part(
        self, outline: Polyline, *, both: bool = True, lift: float = 2.0, edge: float = 2.5
    ) -> None:
        layer(self.canvas, self.last.skin(outline, both), self.cloth.ground, self.cloth.material, R=10,
              depth=0.05, edge=edge, edge_depth=1.0, wrinkle=0.12, lift=lift, shadow=0.75,
              relief=self.last.form)  # fmt: skip


def loafer(canvas: Canvas, c: Colourway) -> None:
    """Penny, tassel, chunky or (velvet) smoking slipper; with a bit or a buckled strap."""
    cut = Random(c.shape_seed)
    if c.closure == "buckle":
        kind = c.pick(("bit", "bit-lug", "monk", "bit-square"))
    elif c.material == "velvet":
        kind = c.pick(("smoking", "tassel", "smoking-bow", "penny"))
    else:
        kind = c.pick(("penny", "tassel", "penny-lug", "kiltie"))
    lug = kind.endswith("lug")
    toe = {"penny": "round", "tassel": "almond", "smoking": "almond", "smoking-bow": "almond",
           "bit-square": "square", "monk": "almond", "bit": "almond"}.get(kind, "round")  # fmt: skip
    shoe = Slipper(canvas, c, toe, 24 if lug else 8, 38 if lug else 27)
    cloth, last = shoe.cloth, shoe.last
    slipper = kind.startswith("smoking")
    throat = 212.0 if slipper else 218.0 + cut.uniform(-4, 4)
    peak = shoe.crest(throat)
    top = shoe.line([(throat, peak), (throat + 12, peak - 9), (throat + 34, 66), (298, 54), (352, 54),
                     (402, 66), (438, 82), (452, 87)])  # fmt: skip
    top = np.concatenate([top[:1], last.close(top)[1:]])
    if not lug:
        side = heel_side(
            last, [(-4, -0.2), (-5, 0.4), (-8, 1.0)], [(-94, 1.0), (-94, 0.5), (-95, -0.6)]
        )
        heel_under(canvas, last, plain(DARK), LEATHER, GROUND, side, 40, stacked=True)
    _lining(canvas, shoe, top)
    (x0, y0), (_, y1) = top[0], top[-1]
    region = np.concatenate([top, [(511, y1), (511, 639), (0, 639), (0, 0), (x0, 0), (x0, y0)]])
    folds = []
    for a, b in [((150 + 15 * i, 44), (164 + 15 * i, 12)) for i in range(3)] + [
        ((448, 58), (400, 46))
    ]:
        at = last.near(shoe.line([a, b])[[0, -1]])
        folds.append(Fold(tuple(at[0]), tuple(at[1]), 4, (3, 6), canvas.rng.uniform(0.4, 0.9)))
    layer(canvas, last.skin(region), cloth.texture, cloth.material, R=12, depth=0.05, edge=14,
          edge_depth=0.15, folds=folds, wrinkle=0.2, wrinkle_angle=-15, lift=2, ripple=0.15,
          relief=last.form)  # fmt: skip
    rim = last.near(top)
    layer(canvas, ribbon(rim, 2.0), cloth.ground, cloth.material, R=5, depth=0.5, edge=2, wrinkle=0,
          lift=0.6)  # fmt: skip
    stitch(canvas, rim[10:] + [0, 7], cloth.stitch, strength=0.5)
    if slipper:
        _emblem(shoe, kind)
    else:
        _apron(shoe, throat)
        stitch(
            canvas, last.near(shoe.line([(372, 0), (382, 36), (410, 58), (452, 64)])), cloth.stitch
        )
    _front(shoe, kind, throat)
    if lug:
        lug_sole(canvas, last, DARK, 24, "#9b8466")
    else:
        leather_sole(canvas, last, DARK, 6, None if slipper else "#9b8466")


@draws("inside")
def _lining(canvas: Canvas, shoe: Slipper, top: Polyline) -> None:
    last, hole = shoe.last, shoe.last.opening(top)
    mark_opening(canvas, last, top[0], top[-1])
    layer(canvas, hole, plain(LINING), LEATHER, R=26, depth=-0.25, edge=3, wrinkle=0.1, lift=0,
          dark=0.6)  # fmt: skip
    x = np.linspace(last.toe + 8, last.heel - 4, 60)
    bed = np.stack([x, last.sole(x) - 8], 1)
    half = last.half(bed) * 0.93
    insole = np.concatenate([last.look(bed, -half), last.look(bed, half)[::-1]])
    layer(canvas, insole, plain(LINING), LEATHER, R=30, depth=-0.06, edge=2, edge_depth=-0.3, wrinkle=0.15,
          lift=1, shadow=0.3, dark=0.85, clip=hole)  # fmt: skip
    layer(canvas, ribbon(last.far(top), 2.2), shoe.cloth.ground, shoe.cloth.material, R=4, depth=0.5,
          edge=1.6,
          wrinkle=0, lift=0.6, dark=0.8)  # fmt: skip


def _apron(shoe: Slipper, throat: float) -> None:
    """The hand-sewn plug on the toe: a puckered ridge round it."""
    canvas, cloth, last = shoe.canvas, shoe.cloth, shoe.last
    low = shoe.line(
        [(64, shoe.crest(64)), (70, 32), (88, 35), (120, 38), (156, 43), (190, 52), (throat, 64)]
    )
    plug = np.concatenate([low, [(throat, 0), (40, 0), (64, low[0, 1] - 2)]])
    shoe.part(plug, lift=1.0)
    ridge = last.near(low)
    layer(canvas, ribbon(ridge, 2.2), cloth.ground, cloth.material, R=5, depth=0.7, edge=2.2, wrinkle=0,
          lift=1.6, shadow=0.6, relief=lambda x, y: 0.8 * np.sin(x * 0.95))  # fmt: skip
    stitch(canvas, ridge + [1, 4.0], cloth.stitch, 1.4, 3.4, 0.9, 0.5)


def _front(shoe: Slipper, kind: str, throat: float) -> None:
    """What lies over the instep: saddle with slot, bit, tassels or buckle."""
    canvas, cloth, last = shoe.canvas, shoe.cloth, shoe.last
    if kind.startswith("smoking"):
        return
    x = throat - 46
    saddle = np.concatenate([
        shoe.line([(x, shoe.crest(x) + 3), (x + 6, 50), (x + 8, 28), (x - 4, -6)]),
        shoe.line([(x + 74, -6), (x + 48, 30), (x + 35, 56), (x + 27, shoe.crest(x + 27) + 3)]),
    ])  # fmt: skip
    if kind in ("penny", "penny-lug", "bit", "bit-lug", "bit-square"):
        shoe.part(saddle, lift=3.4, edge=3.5)
        for row in (
            [(x + 6, 56), (x + 12, 34), (x + 3, 2)],
            [(x + 29, 58), (x + 42, 32), (x + 64, 2)],
        ):
            stitch(canvas, last.near(shoe.line(row)), cloth.stitch, strength=0.55)
    if kind in ("penny", "penny-lug"):
        middle = shoe.crest(x + 17)
        slot = shoe.line(
            [
                (x + 13, middle - 3, 1),
                (x + 25, middle - 9),
                (x + 30, middle - 19),
                (x + 28, middle - 30, 1),
                (x + 18, middle - 22),
                (x + 14, middle - 12),
            ]
        )
        cut = last.near(slot)
        layer(canvas, cut, plain("#0f0d0c"), COTTON, R=8, depth=-0.2, edge=1, wrinkle=0, lift=0,
              opacity=0.9)  # fmt: skip
        stitch(canvas, cut.mean(0) + 1.45 * (np.vstack([cut, cut[:1]]) - cut.mean(0)), cloth.stitch,
               strength=0.6)  # fmt: skip
    elif kind.startswith("bit"):
        bar = shoe.line([(x + 30, 45), (x + 24, 62), (x + 18, shoe.crest(x + 18))])
        near = last.near(bar, 1)
        layer(canvas, ribbon(np.concatenate([near, last.far(bar)[::-1][:5]]), 3.0), plain(GOLD), METAL, R=5,
              depth=0.5, edge=2.6, wrinkle=0, lift=2.5)  # fmt: skip
        for bead in (near[3], near[-4]):
            ball = disc(float(bead[0]), float(bead[1]), 4.6, 0.8)
            layer(canvas, ball, plain(GOLD), METAL, R=5, depth=0.8, edge=4, wrinkle=0, lift=2)
        px, py = (float(v) for v in near[0])
        tip_x, tip_y = (float(v) for v in near[-1])
        for ring in (disc(px + 2, py + 10, 10, 1.2), disc(tip_x - 7, tip_y - 3, 9, 0.6)):
            loop = np.vstack([ring, ring[:2]])
            layer(
                canvas,
                ribbon(loop, 2.3),
                plain(GOLD),
                METAL,
                R=4,
                depth=0.5,
                edge=2,
                wrinkle=0,
                lift=2.5,
            )
    elif kind == "monk":
        band = np.concatenate([
            shoe.line([(x - 6, shoe.crest(x - 6) + 3), (x + 20, 50), (x + 96, 34, 1)]),
            shoe.line([(x + 100, 54, 1), (x + 50, 66), (x + 24, shoe.crest(x + 24) + 3)]),
        ])  # fmt: skip
        shoe.part(band, lift=3, edge=3)
        at = last.near(shoe.line([(x + 26, 56), (x + 92, 42)]))
        stitch(canvas, at, cloth.stitch, strength=0.5)
        bx, by = (float(v) for v in at[len(at) // 2])
        frame = np.array(
            [(bx - 9, by - 12), (bx + 9, by - 15), (bx + 11, by + 10), (bx - 7, by + 13)]
        )
        frame = np.vstack([frame, frame[:2]])
        layer(
            canvas,
            ribbon(frame, 2.2),
            plain(GOLD),
            METAL,
            R=4,
            depth=0.5,
            edge=2,
            wrinkle=0,
            lift=2.6,
        )
    else:
        _tassels(shoe, x, kind)


def _tassels(shoe: Slipper, x: float, kind: str) -> None:
    canvas, cloth, last = shoe.canvas, shoe.cloth, shoe.last
    if kind == "kiltie":
        for i in range(7):
            start = x + 24 - 2 * i
            tongue = shoe.line([(start, shoe.crest(start) - 2 - 7 * i), (start - 26, 52 - 4.4 * i)])
            layer(canvas, ribbon(last.near(tongue), 4.2, 5.2), cloth.ground, cloth.material, R=7, depth=0.2,
                  edge=1.6, wrinkle=0.1, lift=1.6)  # fmt: skip
    cord = shoe.line(
        [(x + 20, shoe.crest(x + 20) + 1), (x + 32, 62), (x + 70, 44), (x + 130, 40), (x + 196, 52)]
    )
    layer(canvas, ribbon(last.near(cord), 2.4), cloth.ground, cloth.material, R=5, depth=0.5, edge=2,
          wrinkle=0,
          lift=1.6)  # fmt: skip
    kx, ky = (float(v) for v in last.near(shoe.line([(x + 14, 66), (x + 15, 66)]))[0])
    for dx, dy in ((-38, 8), (-17, 24)):
        tail = path([(kx, ky), (kx + 0.5 * dx, ky + 0.3 * dy), (kx + dx, ky + dy)])
        layer(
            canvas,
            ribbon(tail, 2.5),
            cloth.ground,
            cloth.material,
            R=4,
            depth=0.5,
            edge=1.6,
            wrinkle=0,
            lift=2,
        )
        ex, ey = kx + dx, ky + dy
        fringe = [
            (ex - 5, ey - 3, 1),
            (ex + 6, ey - 4, 1),
            (ex + 7, ey + 25),
            (ex, ey + 28),
            (ex - 11, ey + 26, 1),
        ]
        layer(canvas, fringe, cloth.ground, cloth.material, R=8, depth=0.4, edge=3, wrinkle=0, lift=2.4,
              relief=lambda u, v: 1.2 * np.sin(u * 2.2))  # fmt: skip
        cap = disc(ex, ey - 2, 6.6, 0.8)
        layer(
            canvas, cap, cloth.ground, cloth.material, R=6, depth=0.6, edge=3, wrinkle=0, lift=1.6
        )
    layer(
        canvas,
        disc(kx, ky, 6),
        cloth.ground,
        cloth.material,
        R=6,
        depth=0.6,
        edge=3,
        wrinkle=0,
        lift=2,
    )


def _emblem(shoe: Slipper, kind: str) -> None:
    """On a velvet slipper: a grosgrain bow, or embroidery in gold thread."""
    canvas, cloth, last = shoe.canvas, shoe.cloth, shoe.last
    x, y = (float(v) for v in last.near(shoe.line([(184, 60), (185, 60)]))[0])
    if kind == "smoking-bow":
        for s in (1, -1):
            loop = [
                (x, y),
                (x + s * 15, y - 12),
                (x + s * 31, y - 9),
                (x + s * 30, y + 8),
                (x + s * 13, y + 8),
            ]
            layer(
                canvas,
                loop,
                cloth.rib,
                COTTON,
                R=10,
                depth=0.4,
                edge=4,
                wrinkle=0.1,
                lift=3,
                shadow=0.6,
            )
        layer(
            canvas,
            disc(x, y, 7),
            cloth.rib,
            COTTON,
            R=8,
            depth=0.5,
            edge=4,
            wrinkle=0,
            lift=3,
            shadow=0.6,
        )
        return
    shield = path([(x - 17, y - 14), (x, y - 20), (x + 20, y - 22), (x + 20, y), (x + 6, y + 20),
                   (x - 14, y + 6),
                   (x - 17, y - 14)])  # fmt: skip
    for scale in (1.0, 0.78):
        stitch(canvas, (shield - [x, y]) * scale + [x, y], GOLD, 2.0, 0.4, 2.0, 0.95)
    for d in (-7, 0, 7):
        stitch(
            canvas, np.array([[x - 8, y + d + 5], [x + 11, y + d - 10]]), GOLD, 2.0, 0.4, 1.8, 0.9
        )
