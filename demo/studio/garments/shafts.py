"""A boot in the making: last, shaft, folds of the ankle. Knows no silhouette."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.studio.canvas import F32, Canvas, Point, ribbon
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.folds import Fold
from demo.studio.garments.last import TURN, Last, Polyline, curve, mark_opening, path, rounded
from demo.studio.light import Texture, layer
from demo.studio.materials import COTTON, RUBBER, Material
from demo.studio.trims import buckle, disc, plain, stitch

SOLES = {"black": "#1b1a1a", "brown": "#35241a", "tan": "#4a3220", "white": "#2a2622"}
NOSES: dict[str, tuple[list[tuple[float, float]], list[tuple[float, float]]]] = {
    "round": ([(46, 5), (51, 26), (64, 42), (96, 54), (136, 64)],
              [(46, 0), (48, 17), (56, 34), (72, 48), (108, 60), (158, 65)]),
    "almond": ([(46, 4), (54, 18), (74, 33), (104, 46), (140, 60)],
               [(46, 0), (50, 10), (62, 24), (84, 40), (120, 55), (165, 63)]),
    "pointed": ([(38, 3), (50, 11), (76, 24), (108, 40), (144, 58)],
                [(38, 0), (44, 5), (70, 17), (104, 35), (144, 51), (182, 60)]),
    "square": ([(46, 5), (49, 24), (62, 37), (96, 50), (138, 62)],
               [(46, 0), (47, 32), (52, 44), (70, 51), (110, 60), (160, 64)]),
}  # fmt: skip
"""(x, height above the sole) and (x, half-width) of the toe"""


class Boot:
    """A boot in the making: heights are above the seat, lengths those of a foot 404 long, `k` times."""

    def __init__(
        self, canvas: Canvas, c: Colourway, toe: str, heel: float, ground: float, k: float, left: float,
        shin: list[tuple[float, float]], calf: list[tuple[float, float]], thick: float = 6.0,
        short: float = 1.0,
    ) -> None:  # fmt: skip
        """short: length of the forefoot as a share of the table's."""
        self.short = short
        self.canvas, self.cloth, self.k, self.left, self.ground = canvas, fabric(c), k, left, ground
        self.tone = SOLES.get(c.colour, "#2a2220")
        up = max(heel - thick, 0)
        rise = [(40, thick + 7), (84, thick + 1), (160, thick), (212, thick + 0.14 * up),
                (268, thick + 0.44 * up), (326, thick + 0.82 * up), (376, thick + 0.97 * up),
                (462, thick + up + 2)]  # fmt: skip
        sole = curve([(self.x(x), ground - h * k) for x, h in rise])
        self.seat = float(sole(np.array(self.x(440))))
        nose, plan_nose = NOSES[toe]
        widths = [*plan_nose, (215, 62), (290, 54), (350, 48), (400, 46), (436, 43), (470, 40)]
        plan = curve([(self.x(x), w * k) for x, w in widths])
        crest: list[Point] = [
            (self.x(x), float(sole(np.array(self.x(x)))) - h * k) for x, h in nose
        ]
        instep = [(176, 80), (210, 100), (236, 124)]
        blend = np.array([0.55, 0.8, 1.0])
        for (x, h), b in zip(instep, blend, strict=True):
            flat = float(sole(np.array(self.x(x)))) - h * k * 0.92
            crest.append((self.x(x), (1 - b) * flat + b * (self.y(h) + 0.12 * up * k)))
        crest += [(self.x(x), self.y(h)) for x, h in shin]
        top_x = crest[-1][0]
        crest += [(top_x, 20), (top_x, 0, 1)]
        rear: list[Point] = [(self.x(x), self.y(h)) for x, h in calf]
        rear = [(rear[0][0], 0, 1), (rear[0][0], 20), *rear, (self.x(452), self.y(42)),
                (self.x(454), self.y(20)), (self.x(450), self.seat + 2)]  # fmt: skip
        self.last = Last(canvas, crest, rear, sole, plan, 2.4)

    def x(self, x: float) -> float:
        bend = 262.0
        x = bend + (x - bend) * self.short if x < bend else x
        return self.left + (x - 46) * self.k

    def y(self, height: float) -> float:
        return self.seat - height * self.k

    def under_crest(self, x: float, drop: float) -> Point:
        """A point `drop` below the last's crest at x."""
        at = self.x(x)
        crest = float(np.argmax(self.last.width[:, round(at)] > 0))
        return at, crest + drop * self.k

    def line(self, points: list[Point]) -> Polyline:
        """A side-view curve through (x, height above the seat)."""
        return path([(self.x(p[0]), self.y(p[1]), *p[2:]) for p in points])

    def shaft(
        self, collar: Polyline, folds: list[Fold], wrinkle: float = 0.3,
        seams: Sequence[Polyline] = (),
    ) -> None:  # fmt: skip
        """Lining, far rim, leather, near rim."""
        canvas, cloth, last = self.canvas, self.cloth, self.last
        collar = last.close(collar)
        with canvas.part("inside"):
            layer(canvas, last.opening(collar), cloth.lining, COTTON, R=24, depth=-0.3, edge=3,
                  wrinkle=0.1, lift=0, dark=0.48)  # fmt: skip
        mark_opening(canvas, last, collar[0], collar[-1])
        layer(canvas, ribbon(last.far(collar)[3:-3], 2.0), cloth.ground, cloth.material, R=5, depth=0.5,
              edge=2, wrinkle=0, lift=0, dark=0.75)  # fmt: skip
        (x0, y0), (_, y1) = collar[0], collar[-1]
        region = np.concatenate([collar, [(511, y1), (511, 639), (0, 639), (0, y0), (x0, y0)]])
        layer(canvas, last.skin(region), cloth.texture, cloth.material, R=14, depth=0.05, edge=14,
              edge_depth=0.15, folds=folds, wrinkle=wrinkle, wrinkle_angle=10, lift=3, ripple=0.3,
              seams=[(line, 1.6, 1.5) for line in seams], relief=last.form)  # fmt: skip
        rim = last.near(collar)
        rim = rim[1:-1]
        layer(canvas, ribbon(rim + [0, 1], 2.6), cloth.ground, cloth.material, R=5, depth=0.5, edge=2,
              wrinkle=0, lift=0.8)  # fmt: skip
        stitch(canvas, rim + [0, 7], cloth.stitch, strength=0.5)

    def piece(self, edge: list[Point], rest: list[Point], both: bool = False, rows: int = 2) -> None:
        """A panel laid over the upper and sewn along `edge`; `rest` closes it beyond the outline."""
        line, last = self.line(edge), self.last
        corners = np.array([(self.x(x), self.y(h)) for x, h in rest])
        shape = last.skin(np.concatenate([line, corners]), both)
        layer(self.canvas, shape, self.cloth.ground, self.cloth.material, R=9, depth=0.04, edge=1.8,
              edge_depth=0.7, wrinkle=0.1, lift=1.8, shadow=0.6, relief=last.form)  # fmt: skip
        along = np.gradient(line, axis=0)
        normal = np.stack([-along[:, 1], along[:, 0]], 1)
        normal /= np.linalg.norm(along, axis=1)[:, None] + 1e-6
        inward = np.sign(float(((corners.mean(0) - line.mean(0)) * normal[len(line) // 2]).sum()))
        for i in range(rows):
            row = line + normal * inward * (3.6 + 3.2 * i)
            stitch(self.canvas, last.near(row), self.cloth.stitch, 2.2, 1.3, 0.7, 0.7)

    def sew(self, points: list[Point], rows: int = 1) -> None:
        at = self.last.near(self.line(points))
        for i in range(rows):
            stitch(self.canvas, at + [3.2 * i, 2.0 * i], self.cloth.stitch, strength=0.5)

    def fold(
        self, start: Point, end: Point, width: float, height: float, bend: float = 4.0
    ) -> Fold:
        a, b = self.last.near(self.line([start, end])[[0, -1]])
        return Fold(tuple(a), tuple(b), bend * self.k, (width * 0.55, width), height)

    def ankle_folds(self, gain: float) -> list[Fold]:
        """Where the foot bends: at the instep, behind the ankle, across the ball."""
        rng, u = self.canvas.rng, self.canvas.rng.uniform
        folds = [self.fold((236 + 7 * i, 128 + 20 * i), (300 + u(-14, 30), 116 + 19 * i + u(-8, 8)),
                           u(4, 8), gain * u(0.9, 2.0)) for i in range(4)]  # fmt: skip
        folds += [
            self.fold(
                (440, 92 + 20 * i), (376 + u(-16, 16), 84 + 18 * i), u(4, 8), gain * u(0.8, 1.8), -5
            )
            for i in range(3)
        ]
        folds += [self.fold((140 + 19 * i, 40), (158 + 19 * i, 8), 5, gain * rng.uniform(0.4, 0.9))
                  for i in range(3)]  # fmt: skip
        return folds


def block_heel(
    canvas: Canvas, last: Last, texture: Texture, material: Material, ground: float, *,
    rear: float, breast: float, half: float, tall: float, lean: float = 0.0, lifts: float = 0.0,
) -> None:  # fmt: skip
    """An upright heel, round at its back: from `rear` to `breast` before the last's own heel.

    lean: how much its back runs in towards the ground. lifts: distance of the layers it is
    stacked of, none when 0.
    """
    turn = np.linspace(-np.pi / 2, np.pi / 2, 40)

    def plan(share: float) -> tuple[np.ndarray, np.ndarray]:
        back = last.heel - rear - lean * share
        front = last.heel - breast + 0.25 * lean * share
        middle = front + 0.42 * (back - front)
        x = np.r_[front, middle + (back - middle) * np.cos(turn), front]
        return x, (1 - 0.05 * share) * half * np.r_[-1, np.sin(turn), 1]

    def ring(share: float) -> Polyline:
        x, z = plan(share)
        return last.look(np.stack([x, np.full_like(x, ground - tall * (1 - share))], 1), z)

    levels = [ring(share) for share in np.linspace(0, 1, 6)]
    hull = cv2.convexHull(np.concatenate(levels).astype(F32))[:, 0].astype(float)
    x, z = plan(0.5)
    order = np.argsort(x[:26] - TURN * z[:26])
    at, near = (x - TURN * z)[:26][order], -z[:26][order]

    def form(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        return (0.55 * np.interp(px, at, near)).astype(F32)

    rows = []
    if lifts:
        count = max(2, round((tall - 8) / lifts))
        rows = [(ring(i * (1 - 6 / tall) / count)[:30], 0.8, 0.35) for i in range(1, count)]
    layer(canvas, hull, texture, material, R=8, depth=0.1, edge=2, wrinkle=0.04, lift=0, relief=form,
          seams=rows, dark=0.95)  # fmt: skip
    face = np.concatenate([[r[0], r[-1]] for r in levels])
    face = cv2.convexHull(face.astype(F32))[:, 0].astype(float)
    layer(canvas, face, texture, material, R=8, depth=0.05, edge=1, wrinkle=0, lift=0, dark=0.5)
    tip = np.concatenate([ring(1 - 6 / tall), ring(1.0)])
    tip = cv2.convexHull(tip.astype(F32))[:, 0].astype(float)
    layer(canvas, tip, plain("#1d1b1a"), RUBBER, R=5, depth=0.1, edge=1.2, wrinkle=0, lift=0)


def counter(boot: Boot, start: float, height: float) -> None:
    """The stiff piece round the heel."""
    edge = [(start, -8), (start + 12, 0.42 * height), (start + 42, 0.86 * height),
            (start + 74, height), (480, height + 2)]  # fmt: skip
    boot.piece(edge, [(500, -60), (start, -60)])


def backstrip(boot: Boot, tall: float, slim: float) -> None:
    """The strip over the seam up the heel."""
    edge = [(424 - slim, tall + 3), (421 - slim, tall - 50), (411 - slim, 140), (424, 84), (431, 30),
            (432, -4)]  # fmt: skip
    boot.piece(edge, [(500, -4), (500, tall + 6)], rows=1)


def toe_cap(boot: Boot) -> None:
    """The stitched cap over the toe."""
    drop = (boot.seat - float(boot.last.sole(np.array(boot.x(118))))) / boot.k
    edge = [(104, 84 + drop), (112, 62 + drop), (126, 36 + drop), (144, 12 + drop), (158, drop - 12)]
    boot.piece(edge, [(158, drop - 90), (0, drop - 90), (0, 84 + drop)], both=True)


def strap(boot: Boot, height: float, slope: float, half: float) -> None:
    """A band round the shaft with its loose end, keeper and buckle."""
    canvas, cloth, last = boot.canvas, boot.cloth, boot.last
    low = [(190, height + slope - half), (250, height + 0.6 * slope - half), (330, height - half),
           (470, height - 0.4 * slope - half)]  # fmt: skip
    high = [(x, h + 2 * half) for x, h in reversed(low)]
    band = np.concatenate([boot.line(low), boot.line(high)])
    layer(canvas, last.skin(band), cloth.ground, cloth.material, R=10, depth=0.2, edge=3, wrinkle=0.1,
          lift=3,
          relief=last.form)  # fmt: skip
    for line in (low, [(x, h + 2 * half - 6) for x, h in low]):
        at = boot.line(line) + [0, -3 * boot.k]
        worn = at[(at[:, 0] > boot.x(258)) & (at[:, 0] < boot.x(434))]
        stitch(canvas, last.near(worn), cloth.stitch, strength=0.5)
    tail = last.near(boot.line([(352, height - 0.1 * slope), (318, height + 0.12 * slope),
                                (286, height + 0.4 * slope)]), 1.5)  # fmt: skip
    wide = 0.84 * half * boot.k
    tip = tail[-1] + 0.35 * (tail[-1] - tail[-8])
    end = ribbon(tail, wide)
    end = np.concatenate([end[: len(tail)], [tip], end[len(tail) :]])
    layer(canvas, rounded(end, 3), cloth.ground, cloth.material, R=9, depth=0.2, edge=2.2, edge_depth=0.7,
          wrinkle=0.05, lift=2.4, shadow=0.6)  # fmt: skip
    for share in (0.62, 0.76):
        x, y = tail[int(share * len(tail))]
        layer(canvas, disc(float(x), float(y), 1.2), plain("#15120f"), COTTON, R=3, depth=-0.3, edge=0.6,
              wrinkle=0, lift=0)  # fmt: skip
    loop = tail[int(0.48 * len(tail))]
    keeper = np.array([loop - [0, wide + 1.4], loop + [0, wide + 1.4]])
    layer(canvas, ribbon(keeper, 3.2), cloth.ground, cloth.material, R=5, depth=0.3, edge=1.4, wrinkle=0,
          lift=2)  # fmt: skip
    x, y = tail[int(0.16 * len(tail))]
    buckle(canvas, float(x), float(y), 2.5 * wide, 3.1 * wide, cloth.metal, bar=3.0)
