"""A sneaker's upper in the making: last, panels, tongue, collar. Knows no silhouette."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import Canvas, Point, ribbon, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import fabric
from demo.studio.folds import Fold
from demo.studio.garments.last import Last, Polyline, curve, mark_opening, path, rounded
from demo.studio.garments.marks import draws
from demo.studio.light import Texture, layer
from demo.studio.materials import COTTON, Material
from demo.studio.trims import plain, stitch

WHITE, BLACK = "#f2f0ea", "#26262a"
GROUND = 446.0


class Shoe:
    """A sneaker in the making: its last, its cloth and the heights of its edges."""

    def __init__(self, canvas: Canvas, c: Colourway, lift: tuple[float, float], high: bool) -> None:
        """lift: how high toe and heel stand above the ground."""
        self.canvas, self.cloth = canvas, fabric(c)
        self.panel = self.cloth.accent if c.pattern == "colour-block" else self.cloth.ground
        self.main = self.cloth.ground if c.pattern == "colour-block" else self.cloth.texture
        front, rear = lift
        sole = curve(
            [
                (40, GROUND - front - 7),
                (80, GROUND - front - 1),
                (140, GROUND - front),
                (200, GROUND - front - 1),
                (320, GROUND - rear),
                (462, GROUND - rear - 3),
            ]
        )
        plan = curve([(46, 0), (48, 12), (55, 26), (70, 40), (105, 56), (155, 65), (215, 62), (290, 52),
                      (350, 46), (405, 46), (438, 43), (470, 40)])  # fmt: skip
        heights = [(46, 4), (51, 16), (64, 27), (92, 37), (130, 49), (168, 68), (204, 92), (238, 116),
                   (266, 142), (286, 172), (298, 215)]  # fmt: skip
        crest: list[Point] = [(x, float(sole(x)) - h) for x, h in heights]
        seat = float(sole(450))
        back = [(440, 0, 1), (438, seat - 210), (434, seat - 150), (441, seat - 104), (450, seat - 62),
                (454, seat - 30), (449, seat + 2)]  # fmt: skip
        self.last = Last(canvas, [*crest, (304, 60), (306, 0, 1)], back, sole, plan, 2.6)
        self.high = high

    def line(self, points: list[Point]) -> Polyline:
        """A side-view curve through (x, height above the feather edge)."""
        return path([(p[0], float(self.last.sole(np.array(p[0]))) - p[1], *p[2:]) for p in points])

    def piece(self, outline: Polyline, texture: Texture, material: Material | None = None, *,
              lift: float = 2.0, both: bool = True, dark: float = 1.0) -> None:  # fmt: skip
        """A part sewn on: the side-view region, on both flanks or on the near one."""
        shapes = self.last.skin(outline, both)
        # A second skin of the same leather is cut elsewhere from the hide: a shade darker.
        dark *= 0.91 if texture is self.cloth.ground else 1.0
        layer(self.canvas, shapes, texture, material or self.cloth.material, R=12, depth=0.04,
              edge=11 if both else 2.6, edge_depth=0.2 if both else 0.9, wrinkle=0.12, lift=lift,
              shadow=0.75, relief=self.last.form, dark=dark)  # fmt: skip

    def sew(self, points: Polyline, rows: int = 1, strength: float = 0.8) -> None:
        for i in range(rows):
            stitch(self.canvas, self.last.near(points) + [3.0 * i, 2.0 * i], self.cloth.stitch,
                   strength=strength)  # fmt: skip


def below(line: Polyline, to: float = 639.0) -> Polyline:
    """The side-view region under an edge, from the toe to the heel."""
    (x0, y0), (_, y1) = line[0], line[-1]
    return np.concatenate([line, [(500, y1), (500, to), (0, to), (0, 0), (x0, 0), (x0, y0)]])


def beside(line: Polyline, start: float, end: float) -> Polyline:
    """A side-view line moved back and down, by `start` at its first point and `end` at its last."""
    along = np.gradient(line, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], 1) / np.linalg.norm(along, axis=1)[:, None]
    return line + normal * np.linspace(start, end, len(line))[:, None]


def front(line: Polyline) -> Polyline:
    """The side-view region in front of a line that runs from the crest down."""
    return np.concatenate([line, [(line[-1, 0], 639), (0, 639), (0, 0), (line[0, 0], 0)]])


@draws("inside")
def inside(canvas: Canvas, shoe: Shoe, collar: Polyline) -> None:
    hole = shoe.last.opening(collar)
    mark_opening(canvas, shoe.last, collar[0], collar[-1])
    layer(shoe.canvas, hole, shoe.cloth.lining, COTTON, R=24, depth=-0.3, edge=3, wrinkle=0.1, lift=0,
          dark=0.5)  # fmt: skip
    rim = shoe.last.far(collar)
    layer(shoe.canvas, ribbon(rim, 4.0), shoe.cloth.ground, shoe.cloth.material, R=6, depth=0.4, edge=3,
          wrinkle=0.1, lift=0, dark=0.7)  # fmt: skip


def tongue(shoe: Shoe, tall: float, kind: str) -> None:
    """From under the laces up and a little forward, with a rounded top."""
    canvas, last, cloth = shoe.canvas, shoe.last, shoe.cloth
    root = shoe.line([(140, 40), (196, 62), (250, 100), (300, 100)])
    (x0, y0), (x1, y1) = root[0], root[-1]
    body = np.concatenate([root, [(x1, y1 - 30), (262, y1 - 46), (x0, y0 - 90)]])
    layer(canvas, last.skin(body), shoe.main, cloth.material, R=10, depth=0.05, edge=2, wrinkle=0.2,
          lift=0, relief=last.form, dark=0.7)  # fmt: skip
    high = tall > 165
    base = float(last.sole(np.array(280.0)))
    x = 262.0 if not high else 284.0
    root_h = 92.0 if not high else 134.0
    top = tall
    peak = base - top
    shape = [(x - 24, base - root_h, 1), (x - 15, base - (root_h + top) / 2), (x - 9, peak + 9),
             (x - 4, peak + 1), (x + 8, peak - 4), (x + 24, peak - 5), (x + 35, peak + 1),
             (x + 37, peak + 10), (x + 33, base - (root_h + top) / 2), (x + 38, base - root_h + 16, 1),
             (x + 2, base - root_h + 30, 1)]  # fmt: skip
    layer(
        canvas,
        shape,
        shoe.panel,
        cloth.material,
        R=16,
        depth=0.4,
        edge=6,
        wrinkle=0.25,
        lift=1,
        dark=0.95,
    )
    line = spline(shape[1:9], False)
    stitch(canvas, line[6:-6] + [1, 5], cloth.stitch, strength=0.4)
    tag = [(x + 3, peak + 8, 1), (x + 25, peak + 5, 1), (x + 26, peak + 16, 1),
           (x + 4, peak + 19, 1)]  # fmt: skip
    layer(canvas, tag, plain(WHITE if float(cloth.colour.mean()) < 0.5 else BLACK), COTTON, R=8, depth=0.05,
          edge=0.8, wrinkle=0.1, lift=0.8)  # fmt: skip


def gap(shoe: Shoe, throat: Polyline) -> None:
    """The open throat: the tongue lies in the shade between both facings' bound edges."""
    canvas, cloth, last = shoe.canvas, shoe.cloth, shoe.last
    near, far = last.near(throat), last.far(throat)
    layer(canvas, rounded(np.concatenate([near, far[::-1]]), 5), shoe.main, cloth.material, R=12,
          depth=-0.3, edge=4, edge_depth=-0.8, wrinkle=0.35, lift=0, dark=0.5)  # fmt: skip
    for line, dark in ((far, 0.8), (near, 1.0)):
        layer(canvas, ribbon(line, 2.4), shoe.panel, cloth.material, R=4, depth=0.4, edge=2,
              wrinkle=0, lift=1.6, shadow=0.6, dark=dark)  # fmt: skip


def upper(shoe: Shoe, region: Polyline) -> None:
    rng = shoe.canvas.rng
    folds = []
    for i in range(3):
        a, b = shoe.last.near(shoe.line([(138 + 18 * i, 46 + 4 * i), (152 + 18 * i, 16)])[[0, -1]])
        folds.append(Fold(tuple(a), tuple(b), 5, (3, 6), rng.uniform(0.4, 0.9)))
    if shoe.high:
        for i in range(3):
            a, b = shoe.last.near(shoe.line([(438, 108 + 13 * i), (372, 100 + 15 * i)])[[0, -1]])
            folds.append(Fold(tuple(a), tuple(b), 5, (4, 8), rng.uniform(0.7, 1.5)))
    layer(shoe.canvas, shoe.last.skin(region), shoe.main, shoe.cloth.material, R=14, depth=0.05, edge=14,
          edge_depth=0.15, wrinkle=0.22, wrinkle_angle=-20, lift=2, folds=folds, ripple=0.12,
          relief=shoe.last.form)  # fmt: skip


def ankle_edge(shoe: Shoe, line: Polyline, width: float) -> None:
    """The padded or bound edge round the ankle."""
    edge = shoe.last.near(line) + [0, width * 0.5]
    layer(shoe.canvas, ribbon(edge, width), shoe.cloth.ground, shoe.cloth.material, R=width, depth=0.5,
          edge=width * 0.7, wrinkle=0.2, lift=1, shadow=0.3)  # fmt: skip
    stitch(shoe.canvas, edge + [0, width + 2], shoe.cloth.stitch, strength=0.4)
    x, y = (float(v) for v in edge[-1])
    pull = [(x - 7, y + 26, 1), (x - 7, y + 2), (x - 5, y - 5), (x, y - 7), (x + 3, y - 2),
            (x + 4, y + 8), (x + 5, y + 26, 1)]  # fmt: skip
    layer(
        shoe.canvas,
        pull,
        shoe.panel,
        shoe.cloth.material,
        R=8,
        depth=0.25,
        edge=2.5,
        wrinkle=0.1,
        lift=1.4,
    )
