"""Draws sandals: slides, footbeds with buckles, gladiators, strappy heels, espadrille wedges."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Array, Canvas, Point, ribbon
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.garments.last import Last, Polyline, curve, path
from demo.studio.garments.pumps import ankle_loop, covered_heel
from demo.studio.garments.soles import band, leather_sole
from demo.studio.light import layer
from demo.studio.materials import LEATHER, RUBBER, STRAW
from demo.studio.trims import buckle, plain, stitch

FOOTBED, CORK, DARK = "#c9a77c", "#b48a5c", "#2c2420"
GROUND = 446.0
Strap = tuple[np.ndarray, np.ndarray]
"""front and rear edge [n, 3] of a band: side view and depth, from the near sole to the far one"""
CREST = 29
"""up to this point of an edge its outside is seen, from `BEHIND` on its inside"""
BEHIND = 24


class Bed:
    """The foot that the straps go round, on its sole; heights are above the sole."""

    def __init__(self, canvas: Canvas, c: Colourway, front: float, rear: float) -> None:
        self.canvas, self.cloth = canvas, fabric(c)
        lift = rear - front
        self.ground = GROUND + 0.3 * max(lift - 20, 0)
        g = self.ground - front
        sole = curve([(40, g - 5), (84, g - 1), (160, g), (212, g - 0.13 * lift), (268, g - 0.44 * lift),
                      (326, g - 0.80 * lift), (376, g - 0.96 * lift), (462, g - lift)])  # fmt: skip
        plan = curve([(44, 0), (47, 18), (55, 36), (72, 50), (108, 62), (158, 67), (215, 62), (285, 52),
                      (345, 46), (400, 47), (436, 42), (452, 30), (462, 8)])  # fmt: skip
        crest: list[Point] = [(x, float(sole(np.array(x))) - h) for x, h in
                              [(44, 4), (50, 20), (70, 34), (110, 44), (150, 52), (190, 59), (230, 68),
                               (266, 82), (296, 106), (316, 150), (328, 210)]]  # fmt: skip
        seat = float(sole(np.array(450.0)))
        back = [(438, 0, 1), (437, seat - 180), (433, seat - 130), (444, seat - 70), (455, seat - 34),
                (452, seat + 2)]  # fmt: skip
        self.last = Last(canvas, [*crest, (336, 60), (336, 0, 1)], back, sole, plan, 2.2)

    def line(self, points: list[Point]) -> Polyline:
        """A side-view curve through (x, height above the sole)."""
        return path([(p[0], float(self.last.sole(np.array(p[0]))) - p[1], *p[2:]) for p in points])

    def crest(self, x: float) -> float:
        """Height of the crest above the sole at x."""
        column = self.last.width[:, round(x)]
        return float(self.last.sole(np.array(x))) - float(np.argmax(column > 0))

    def strap(self, low: float, high: float, wide: float, far: float | None = None) -> Strap:
        """A band from x = low at the near sole over x = high on the crest to x = far."""
        turn = np.linspace(0, np.pi, 49)
        end = low if far is None else far
        edges = []
        for d in (-wide / 2, wide / 2):
            x = low + (end - low) * (1 - np.cos(turn)) / 2 + 1.1 * d
            x += (high - (low + end) / 2 - 0.2 * d) * np.sin(turn)
            top = 0.3 * np.array([self.crest(at) for at in x]) + 0.7 * self.crest(float(x.mean() - d))
            height = top * np.power(np.sin(turn), 0.75) - 3
            half = 0.99 * np.maximum(self.last.plan(x), 8)
            edges.append(np.stack([x, self.last.sole(x) - height, -half * np.cos(turn)], 1))
        return edges[0], edges[1]

    def seen(self, edge: np.ndarray) -> Polyline:
        """Where the camera sees a band's edge."""
        return self.last.look(edge[:, :2], edge[:, 2])

    def surface(self, tone: str, padded: float = 0.1) -> None:
        """The upper side of the footbed, all of it."""
        last = self.last
        x = np.linspace(last.toe + 1, last.heel + 4, 90)
        bed = np.stack([x, last.sole(x) - 1], 1)
        half = np.maximum(last.plan(x), 0) * np.sqrt(np.clip((last.heel + 4 - x) / 18, 0, 1))
        outline = np.concatenate([last.look(bed, -half), last.look(bed, half)[::-1]])
        layer(self.canvas, outline, plain(tone), LEATHER, R=26, depth=-padded, edge=4, edge_depth=0.5,
              wrinkle=0.2,
              lift=0)  # fmt: skip
        inner = np.concatenate([last.look(bed, -half * 0.9), last.look(bed, half * 0.9)[::-1]])
        stitch(self.canvas, inner[6:-6] + [1, 0], "#8a6d4a", strength=0.4)
        mark = last.look(np.array([[396, last.sole(396) - 1], [426, last.sole(426) - 1]]), 3.0)
        for rise in (-3.0, 3.0):
            stitch(self.canvas, mark + [0, rise], "#7d6242", 28, 1, 0.8, 0.5)

    def _cells(self, strap: Strap, start: int, stop: int) -> list[Polyline]:
        """The band's outlines between two points of its edges."""
        front, rear = (self.seen(edge) for edge in strap)
        return [np.concatenate([front[i : i + 3], rear[i : i + 3][::-1]]) for i in range(start, stop, 2)]

    def behind(self, strap: Strap) -> None:
        """The lining of the far half of a band."""
        layer(self.canvas, self._cells(strap, BEHIND, 47), plain("#b99468"), LEATHER, R=14, depth=-0.15,
              edge=1.5, wrinkle=0.1, lift=1.5, dark=0.5)  # fmt: skip

    def over(self, strap: Strap, sewn: bool = True) -> None:
        """The near half of a band and what of the far one is seen over the crest."""
        cloth = self.cloth
        middle = (strap[0] + strap[1]) / 2
        rows = self.seen(middle)[: CREST + 1, 1]
        order = np.argsort(rows)
        heights, close = rows[order], -0.5 * middle[: CREST + 1, 2][order]

        def form(px: np.ndarray, py: np.ndarray) -> np.ndarray:
            return np.interp(py, heights, close).astype(np.float32)

        layer(self.canvas, self._cells(strap, 0, CREST), cloth.texture, cloth.material, R=8, depth=0.05,
              edge=2.4, edge_depth=0.7, wrinkle=0.12, lift=3, relief=form)  # fmt: skip
        if sewn:
            front, rear = (self.seen(edge)[2 : CREST - 2] for edge in strap)
            for share in (0.09, 0.91):
                stitch(self.canvas, front + share * (rear - front), cloth.stitch, strength=0.55)

    def cup(self, tall: float, start: float) -> None:
        """A closed heel counter."""
        top = self.line(
            [(start, -4), (start + 10, 0.45 * tall), (start + 32, 0.9 * tall), (start + 54, tall + 2),
             (452, tall)]
        )
        region = np.concatenate([top, [(511, top[-1, 1]), (511, 639), (start, 639)]])
        inside = self.line([(start + 10, 2), (start + 30, 0.6 * tall), (450, tall)])
        far = np.concatenate([self.last.far(inside), self.last.near(inside)[::-1]])
        with self.canvas.part("inside"):
            layer(self.canvas, far, plain("#b99468"), LEATHER, R=14, depth=-0.2, edge=2,
                  wrinkle=0.1, lift=0, dark=0.55)  # fmt: skip
        layer(self.canvas, self.last.skin(region, False), self.cloth.texture, self.cloth.material,
              R=12, depth=0.06,
              edge=3, wrinkle=0.2, lift=2, relief=self.last.form)  # fmt: skip
        stitch(self.canvas, self.last.near(top + [3, 4])[:-16], self.cloth.stitch, strength=0.5)


def sandal(canvas: Canvas, c: Colourway) -> None:
    """Open: pulled on (slides, mules) or buckled (footbed, strappy heel, gladiator, wedge)."""
    cut = Random(c.shape_seed)
    if c.closure == "none":
        women = c.gender == "women"
        kind = c.pick(
            ("slide", "mule", "cross", "wedge-slide") if women else ("slide", "cork-slide", "cross")
        )
    elif c.gender != "women":
        kind = c.pick(("footbed", "fisherman", "trek"))
    else:
        kind = c.pick(("footbed", "heel", "gladiator", "wedge", "t-strap"))
    front, rear = {
        "mule": (7, 84),
        "heel": (7, 106),
        "wedge": (24, 84),
        "wedge-slide": (22, 70),
        "footbed": (24, 28),
        "cork-slide": (24, 28),
        "trek": (26, 32),
        "slide": (20, 24),
    }.get(kind, (8, 12))
    rear += cut.uniform(-3, 4)
    bed = Bed(canvas, c, front, rear)
    _base(bed, c, kind, front)
    straps = _straps(bed, kind)
    with canvas.part("inside"):
        for strap in straps:
            bed.behind(strap)
    height = {"gladiator": 128.0, "heel": 112.0, "wedge": 108.0}.get(kind, 94.0)
    ankled = kind in ("heel", "gladiator", "wedge", "t-strap", "fisherman", "trek")
    wide = 9.0 if kind == "trek" else 5.5 if kind in ("heel", "t-strap") else 7.0
    if ankled:
        ankle_loop(canvas, bed.cloth, bed.last, height, wide, far=True)
    if kind == "gladiator":
        ankle_loop(canvas, bed.cloth, bed.last, 76, 5.5, far=True)
    if kind in ("heel", "wedge", "t-strap", "fisherman"):
        bed.cup(height + 4, 376 if kind != "fisherman" else 340)
    elif ankled:
        spine = bed.line([(434, height + 6), (440, 60), (446, -3)])
        layer(canvas, ribbon(bed.last.near(spine + [-6, 0]), 9), bed.cloth.ground, bed.cloth.material, R=10,
              depth=0.3, edge=3, wrinkle=0.1, lift=2)  # fmt: skip
    if kind in ("gladiator", "t-strap", "fisherman"):
        stem = bed.line(
            [(112, bed.crest(112)), (196, bed.crest(196) + 3), (270, 88), (331, height + 13)]
        )
        layer(canvas, ribbon(bed.last.look(stem + [0, 2], -7.0), 7.5, 6), bed.cloth.ground,
              bed.cloth.material, R=10,
              depth=0.35, edge=3, wrinkle=0.1, lift=2.5)  # fmt: skip
    for strap in straps:
        bed.over(strap, sewn=kind not in ("heel", "mule"))
    if kind in ("footbed", "trek"):
        for strap in straps:
            middle = (strap[0] + strap[1]) / 2
            x, y = (float(v) for v in bed.seen(middle)[13])
            buckle(canvas, x, y, 20, 24, bed.cloth.metal, bar=3.4)
    if kind == "gladiator":
        ankle_loop(canvas, bed.cloth, bed.last, 76, 5.5, far=False)
    if ankled:
        ankle_loop(canvas, bed.cloth, bed.last, height, wide, far=False)


def _straps(bed: Bed, kind: str) -> list[Strap]:
    """The bands of each silhouette, toe first."""
    if kind == "slide":
        return [bed.strap(150, 182, 84)]
    if kind == "mule":
        return [bed.strap(124, 150, 56)]
    if kind in ("wedge-slide", "cork-slide"):
        return [bed.strap(126, 146, 46), bed.strap(196, 218, 42)]
    if kind == "cross":
        return [bed.strap(206, 163, 44, 120), bed.strap(120, 163, 44, 206)]
    if kind == "footbed":
        return [bed.strap(120, 140, 48), bed.strap(212, 236, 50)]
    if kind == "trek":
        return [bed.strap(112, 128, 44), bed.strap(212, 232, 42)]
    if kind == "heel":
        return [bed.strap(112, 118, 17), bed.strap(142, 140, 13)]
    if kind == "wedge":
        return [bed.strap(186, 147, 34, 108), bed.strap(108, 147, 34, 186)]
    if kind == "gladiator":
        return [bed.strap(104 + 48 * i, 118 + 50 * i, 18) for i in range(4)]
    if kind == "fisherman":
        return [bed.strap(92 + 40 * i, 108 + 42 * i, 24) for i in range(4)]
    return [bed.strap(112, 126, 36)]


def _base(bed: Bed, c: Colourway, kind: str, front: float) -> None:
    """Sole and footbed: cork, foam, leather on a heel, or a wedge of rope."""
    canvas, last, g = bed.canvas, bed.last, bed.ground

    def down(x: np.ndarray) -> np.ndarray:
        return g - last.sole(x) - np.interp(x, [last.toe, last.toe + 40], [5, 0])

    span = (last.toe + 1, 452.0)
    if kind in ("heel", "mule"):
        covered_heel(canvas, bed.cloth, last, g, slim=kind == "heel")
        leather_sole(canvas, last, DARK, 6, end=451)
        with canvas.part("inside"):
            bed.surface(FOOTBED if c.colour not in ("black", "silver") else "#8d7a66")
        return
    if kind.startswith("wedge"):
        band(canvas, last, plain("#6b4e33"), lambda x: down(x) - 6, down, out=3, span=span)
        band(
            canvas,
            last,
            _rope,
            -2.0,
            lambda x: down(x) - 4,
            out=4,
            span=span,
            material=STRAW,
            edge=4,
        )
        with canvas.part("inside"):
            bed.surface(FOOTBED)
        return
    thick = {"footbed": 7.0, "cork-slide": 7.0, "trek": 9.0, "slide": 6.0}.get(kind, 4.0)
    body = {"trek": "#2b2b2d", "slide": "#e9e4da" if c.colour == "white" else "#2f2926"}
    band(canvas, last, plain(DARK), lambda x: down(x) - thick, down, out=3, span=span,
         notch=2.2 if kind in ("footbed", "cork-slide", "trek") else 0.0)  # fmt: skip
    band(
        canvas,
        last,
        _cork if kind in ("footbed", "cork-slide") else plain(body.get(kind, "#8a6238")),
        -2.0,
        lambda x: down(x) - thick + 1.5,
        out=4,
        span=span,
        material=RUBBER,
        edge=4,
    )
    with canvas.part("inside"):
        bed.surface(FOOTBED if kind != "trek" else "#4a4643", 0.16 if kind == "footbed" else 0.08)


def _rope(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
    """Jute wound round a wedge."""
    row = np.mod(v + 0.8 * np.sin(u / 40), 7.0) / 7.0
    round_ = np.sqrt(np.maximum(0.02, 1 - (2 * row - 1) ** 2))
    ply = np.abs(np.sin(np.pi * (u / 5.0 + row))) ** 0.7
    tone = plain("#c8a873")(u, v, seed)[0]
    return tone * (0.45 + 0.4 * round_ + 0.2 * ply)[..., None], 1.2 * round_ + 0.5 * ply


def _cork(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, None]:
    """Pressed granules."""
    rng = np.random.default_rng(5)
    grain = rng.standard_normal((128, 128)).astype(np.float32)
    speck = grain[(v * 0.7).astype(int) % 128, (u * 0.6).astype(int) % 128]
    return plain(CORK)(u, v, seed)[0] * (1 + 0.16 * np.clip(speck, -1.5, 1.5))[..., None], None
