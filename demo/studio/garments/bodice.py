"""The upper part of a dress: necklines, straps, sleeves, collar. Knows no skirt and no fabric."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import (
    CX,
    Array,
    Canvas,
    Point,
    mirror,
    offset,
    on_side,
    ribbon,
    smoothstep,
    spline,
)
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, mirror_folds, tube_folds
from demo.studio.light import layer
from demo.studio.trims import button, label, stitch, strap, zipper

BARE = ("strappy", "halter", "off-shoulder", "strapless")
"""necklines without a shoulder seam"""
NECKS = {
    "crew": (35.0, 21.0), "v-neck": (35.0, 84.0), "scoop": (43.0, 58.0), "square": (45.0, 56.0),
    "shirt-collar": (30.0, 36.0),
}  # fmt: skip
"""neckline -> half-width at the shoulder, depth"""


@dataclass(frozen=True)
class Bodice:
    """World units, half-widths; the shoulder's inner end is at `top`."""

    neckline: str
    sleeve: str
    waist_y: float = 208.0
    waist: float = 68.0
    bust: float = 86.0
    top: float = 40.0
    shoulder: float = 80.0
    ease: float = 1.0
    """sleeve width"""
    puff: float = 0.0
    """extra fullness of the sleeve, gathered at cuff and cap"""

    @property
    def armpit(self) -> float:
        return self.top + 96

    @property
    def shoulder_y(self) -> float:
        return self.top + 16

    def edge(self) -> list[Point]:
        """Right half of the front's upper edge: from the middle to the armpit."""
        ax, ay, top = CX + self.bust, self.armpit, self.top
        if self.neckline == "strapless":
            return [(CX, ay - 14), (CX + 18, ay - 22), (CX + 46, ay - 31), (CX + 68, ay - 24),
                    (ax - 3, ay - 6, 1)]
        if self.neckline == "strappy":
            return [(CX, ay - 8, 1), (CX + 26, ay - 26), (CX + 50, ay - 46, 1), (CX + 66, ay - 22),
                    (ax - 1, ay, 1)]
        if self.neckline == "halter":
            return [(CX, ay - 30, 1), (CX + 11, top + 34), (CX + 19, top + 2, 1), (CX + 31, top + 2, 1),
                    (CX + 40, top + 42), (CX + 60, ay - 26), (ax - 1, ay, 1)]  # fmt: skip
        if self.neckline == "off-shoulder":
            return [(CX, top + 52), (CX + 40, top + 48), (CX + self.bust - 4, top + 40, 1),
                    (ax + 2, top + 66),
                    (ax, ay, 1)]  # fmt: skip
        nx, depth = NECKS[self.neckline]
        necks = {
            "crew": [(CX, top + depth), (CX + nx * 0.55, top + depth * 0.8),
                     (CX + nx * 0.9, top + depth * 0.36)],
            "v-neck": [(CX, top + depth, 1), (CX + nx * 0.56, top + depth * 0.46)],
            "scoop": [(CX, top + depth), (CX + nx * 0.62, top + depth * 0.82),
                      (CX + nx * 0.96, top + depth * 0.36)],
            "square": [(CX, top + depth), (CX + nx * 0.9, top + depth - 1, 1)],
            "shirt-collar": [(CX, top + depth, 1), (CX + nx * 0.56, top + depth * 0.46)],
        }  # fmt: skip
        arm = self.shoulder if self.sleeve != "sleeveless" else self.shoulder - 10
        outer = [(CX + (nx + arm) / 2, top + 5), (CX + arm, self.shoulder_y - 1, 1),
                 (CX + arm - 8, top + 48), (CX + self.bust - 14, self.armpit - 16),
                 (ax, ay, 1)]  # fmt: skip
        return [*necks[self.neckline], (CX + nx, top, 1), *outer]

    def bust_height(self, x: np.ndarray, y: np.ndarray) -> Array:
        """How far the chest stands out."""
        return 8.5 * sum(
            np.exp(-(((x - CX - s * 38) / 31) ** 2) - ((y - self.armpit - 16) / 29) ** 2) for s in (1, -1)
        )

    def outline(self) -> list[Point]:
        """The whole front down to the waist."""
        side = [(CX + (self.bust + self.waist) / 2 + 3, (self.armpit + self.waist_y) / 2),
                (CX + self.waist, self.waist_y, 1), (CX, self.waist_y + 5)]  # fmt: skip
        return mirror([*self.edge(), *side])


def draw_bodice(
    canvas: Canvas, cloth: Cloth, shape: Bodice, *, darts: bool = False, gather: bool = False,
    zipped: bool = False, cuffed: bool = False,
) -> None:  # fmt: skip
    """Inner back, sleeves, front, and the neck's finish.

    darts: fitted; gather: shirred into the waist; zipped: a zip inside the back; cuffed: buttoned
    cuffs.
    """
    inner_back(canvas, cloth, shape, zipped)
    rng = canvas.rng
    if shape.sleeve != "sleeveless":
        _sleeves(canvas, cloth, shape, cuffed)
    front = shape.outline()
    folds, seams = _drags(rng, shape, gather), []
    if darts:
        for s in (1, -1):
            seams.append((spline([(CX + s * 36, shape.waist_y + 3), (CX + s * 40, shape.waist_y - 40),
                                  (CX + s * 40, shape.armpit + 26)], False), 1.3, 0.9))  # fmt: skip
            seams.append((np.array([[CX + s * (shape.bust - 1), shape.armpit + 26],
                                    [CX + s * 50, shape.armpit + 18]]), 1.2, 0.7))  # fmt: skip

    def chest(x: np.ndarray, y: np.ndarray) -> Array:
        up = shape.bust_height(x, y) * (1 - smoothstep(shape.waist_y - 30, shape.waist_y, y))
        if gather:
            lane = (x - CX) / shape.waist
            near = np.exp(-np.maximum(0, shape.waist_y - y) / 22)
            up = up + 1.6 * np.sin(lane * 42 + 3 * np.sin(lane * 8)) * near
        return up

    grow = [spline(front)]
    if shape.sleeve != "sleeveless" and shape.neckline != "off-shoulder":
        grow += [spline(on_side(_sleeve_outline(shape)[0], s)) for s in (1, -1)]
        for s in (1, -1):
            hole = on_side([(CX + shape.shoulder - 2, shape.shoulder_y + 3),
                            (CX + shape.shoulder - 9, shape.top + 48),
                            (CX + shape.bust - 15, shape.armpit - 16),
                            (CX + shape.bust - 4, shape.armpit - 3)], s)  # fmt: skip
            seams.append((spline(hole, False), 1.5, 1.0))
    layer(
        canvas, front, cloth.texture, cloth.material, inflate_with=grow, R=60, depth=0.44, edge=11,
        edge_depth=0.6, folds=folds, fold_gain=cloth.fold, wrinkle=0.45 * cloth.wrinkle,
        wrinkle_angle=80, lift=2, seams=seams, relief=chest, ripple=0.6, drag=6,
    )  # fmt: skip
    finish_edge(canvas, cloth, shape)


def collar(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Two collar leaves on a stand, their tips apart."""
    nx, top = NECKS["shirt-collar"][0], shape.top
    for s in (1, -1):
        leaf = on_side([(CX + 2, top + 36, 1), (CX + 13, top + 55, 1), (CX + 31, top + 53),
                        (CX + 50, top + 44, 1),
                        (CX + nx + 11, top + 17), (CX + nx + 2, top - 4), (CX + nx - 5, top - 10),
                        (CX + nx - 9, top - 3), (CX + nx * 0.6, top + 13)], s)  # fmt: skip
        layer(canvas, leaf, cloth.ground, cloth.material, R=24, depth=0.28, edge=3, edge_depth=0.6,
              wrinkle=0.25,
              lift=4.5, shadow=0.5, uv=(CX + s * nx, top, s * 58))  # fmt: skip
        row = on_side([(CX + 5, top + 38), (CX + 15, top + 51), (CX + 31, top + 49.5), (CX + 46, top + 42),
                       (CX + nx + 8, top + 17), (CX + nx, top - 2)], s)  # fmt: skip
        stitch(canvas, np.array(row, float)[:, :2], cloth.stitch, strength=0.45)


def inner_back(canvas: Canvas, cloth: Cloth, shape: Bodice, zipped: bool) -> None:
    """What one sees of the back through the neck."""
    top, ay = shape.top, shape.armpit
    if shape.neckline in BARE:
        low = ay - 20 if shape.neckline != "off-shoulder" else top + 44
        w = shape.bust - 8
        back = [(CX - w, ay - 8 if low > top + 60 else top + 46, 1), (CX - w / 2, low - 6), (CX, low - 9),
                (CX + w / 2, low - 6), (CX + w, ay - 8 if low > top + 60 else top + 46, 1),
                (CX + w - 4, ay + 40), (CX - w + 4, ay + 40)]  # fmt: skip
        layer(canvas, back, cloth.ground, cloth.material, R=40, depth=-0.2, edge=2, wrinkle=0.3, lift=0,
              dark=0.5)
    else:
        nx, depth = NECKS[shape.neckline]
        back = [(CX - nx + 4, top - 3, 1), (CX - nx * 0.5, top + 3), (CX, top + 4.5),
                (CX + nx * 0.5, top + 3),
                (CX + nx - 4, top - 3, 1), (CX + nx + 6, top + 14), (CX + nx * 0.8, top + depth + 12),
                (CX, top + depth + 22), (CX - nx * 0.8, top + depth + 12),
                (CX - nx - 6, top + 14)]  # fmt: skip

        def deeper(x: np.ndarray, y: np.ndarray) -> Array:
            return np.clip(0.62 + 0.38 * np.exp(-(((y - top - 6) / 16) ** 2)), 0.3, 1)

        layer(canvas, back, cloth.ground, cloth.material, R=40, depth=-0.25, edge=2, wrinkle=0.25, lift=0,
              dark=0.66,
              occlusion=deeper)  # fmt: skip
        low = top + 8
    if zipped:
        zipper(canvas, [(CX, low - 2), (CX, low + 40)], cloth.metal, width=1.6)
        label(canvas, CX - 15, low + 2, 18, 9, dark=0.6)
    else:
        label(canvas, CX, low + (2 if shape.neckline not in ("crew", "shirt-collar") else 1), 20, 10,
              dark=0.6)


def _sleeve_outline(shape: Bodice) -> tuple[list[Point], list[Point], list[float], tuple[Point, Point]]:
    """(outline, centre line, half-widths, (outer, inner end of the cuff)) of the right sleeve."""
    sx, sy, ax, ay, ease = CX + shape.shoulder, shape.shoulder_y, CX + shape.bust, shape.armpit, shape.ease
    p = shape.puff
    if shape.neckline == "off-shoulder":
        sx, sy = CX + shape.bust + 14, shape.top + 46
    if shape.sleeve == "short":
        o, i = (sx + 44 * ease + 4 * p, sy + 70), (ax + 6, ay + 16)
        line = [(sx - 15, sy - 6, 1), (sx + 1, sy - 2 * p), (sx + 17 + 8 * p, sy + 14 - 6 * p),
                (sx + 32 * ease + 14 * p, sy + 42), (*o, 1), ((o[0] + i[0]) / 2 + 1, (o[1] + i[1]) / 2 + 3),
                (*i, 1), (ax - 12, ay - 4, 1), (sx - 30, sy + 44, 1)]  # fmt: skip
        return line, [(sx - 2, sy + 34), ((o[0] + i[0]) / 2, (o[1] + i[1]) / 2)], [36, 24], (o, i)
    length = {"three-quarter": 172.0, "long": 246.0}[shape.sleeve]
    angle = np.deg2rad(76.5)
    d = np.array([np.cos(angle), np.sin(angle)])
    n = np.array([d[1], -d[0]])
    wide = {"three-quarter": 17.0, "long": 14.0}[shape.sleeve] * ease
    middle = np.array([sx + 4, sy + 4]) + d * length - n * 3 + np.array([6.0, 0])
    o, i = middle + n * wide, middle - n * wide
    elbow = np.array([sx + 4, sy + 4]) + d * min(length * 0.55, 132) + np.array([3.0, 0])
    half = (20.5 + 7 * p) * ease
    line = [(sx - 15, sy - 6, 1), (sx + 1, sy - 1.0), (sx + 15 * ease, sy + 26), tuple(elbow + n * half),
            tuple(0.25 * elbow + 0.75 * middle + n * (wide + 2 + 9 * p)), (*o, 1),
            tuple(middle + d * 3), (*i, 1), tuple(0.25 * elbow + 0.75 * middle - n * (wide + 2 + 9 * p)),
            tuple(elbow - n * (half + 1)), (ax + 5, ay + 34), (ax - 5, ay + 1, 1),
            (sx - 32, sy + 52, 1)]  # fmt: skip
    centre = [(sx - 2, sy + 34), tuple(elbow), tuple(middle)]
    return line, centre, [36 * ease, half, wide], (tuple(o), tuple(i))


def _sleeves(canvas: Canvas, cloth: Cloth, shape: Bodice, cuffed: bool) -> None:
    rng = canvas.rng
    right, centre, widths, (o, i) = _sleeve_outline(shape)
    is_long = shape.sleeve != "short"
    for s in (1, -1):
        line = spline(on_side(centre, s), False)
        run = line[-1] - line[0]
        degrees = float(np.rad2deg(np.arctan2(run[1], run[0]))) - 90
        folds = tube_folds(rng, line, widths, 0.9, 1.0 if is_long else 0.3, 0.52 if is_long else None,
                           inner=s)
        for _ in range(4):
            x, y = CX + s * (shape.bust - 2), shape.armpit + 4
            angle, length = np.deg2rad(rng.uniform(-70, 0)), rng.uniform(24, 52)
            folds.append(
                Fold((x, y), (x + s * np.cos(angle) * length, y + np.sin(angle) * length),
                     rng.uniform(-4, 4),
                     (2.5, rng.uniform(4, 8)), rng.uniform(0.8, 1.8))
            )  # fmt: skip
        outer, inner = (np.array(on_side([q], s)[0], float)[:2] for q in (o, i))
        along = np.array([np.cos(np.deg2rad(degrees + 90)), np.sin(np.deg2rad(degrees + 90))])
        hem = np.stack([outer - along * 9, (outer + inner) / 2 - along * 6, inner - along * 9])
        shoulder = on_side([(CX + shape.shoulder - 8, shape.shoulder_y - 2, 1),
                            (CX + 20, shape.top + 20, 1),
                            (CX + 20, shape.armpit + 36, 1), (CX + shape.bust - 4, shape.armpit + 8, 1)],
                            s)  # fmt: skip
        own = spline(on_side(right, s))

        def gathered(x: np.ndarray, y: np.ndarray, at: np.ndarray = outer, a: np.ndarray = along) -> Array:
            from_cuff = (at[0] - x) * a[0] + (at[1] - y) * a[1]
            lane = (x - at[0]) * a[1] - (y - at[1]) * a[0]
            return 1.7 * shape.puff * np.sin(lane * 0.75) * np.exp(-np.maximum(from_cuff, 0) / 26)

        layer(
            canvas, own, cloth.ground, cloth.material,
            inflate_with=[own] if shape.neckline == "off-shoulder" else [own, spline(shoulder)], R=26,
            depth=0.5,
            edge=7, edge_depth=0.7, folds=folds, fold_gain=cloth.fold, wrinkle=0.45 * cloth.wrinkle,
            wrinkle_angle=degrees + 90 + s * 30, uv=(float(line[0][0]), shape.shoulder_y, degrees), lift=4,
            seams=[] if cuffed and is_long else [(hem, 1.4, 0.7)],
            relief=gathered if shape.puff else None, ripple=0.7,
        )  # fmt: skip
        if cuffed and is_long:
            across = (inner - outer) / (np.linalg.norm(inner - outer) + 1e-6)
            cuff = np.array([outer - across * 1.5 - along * 2, inner + across * 1.5 - along * 2,
                             inner + along * 19, outer + along * 19])  # fmt: skip
            layer(canvas, spline([(*q, 1) for q in cuff]), cloth.ground, cloth.material, R=18, depth=0.5,
                  edge=4,
                  wrinkle=0.2, lift=2.5, uv=(float(outer[0]), float(outer[1]), degrees))  # fmt: skip
            at = outer * 0.6 + inner * 0.4 + along * 9
            button(canvas, float(at[0]), float(at[1]), 2.6, cloth.button)
        else:
            stitch(canvas, hem, cloth.stitch, strength=0.4)


def _drags(rng: np.random.Generator, shape: Bodice, gather: bool) -> list[Fold]:
    """Armpit to bust, and up from the waist."""
    folds: list[Fold] = []
    for s in (1, -1):
        own = []
        for _ in range(3):
            x, y = CX + shape.bust - rng.uniform(0, 6), shape.armpit + rng.uniform(-16, 22)
            angle, length = np.deg2rad(rng.uniform(110, 170)), rng.uniform(24, 60)
            own.append(
                Fold((x, y), (x + np.cos(angle) * length, y + np.sin(angle) * length), rng.uniform(-6, 6),
                     (2.5, rng.uniform(4, 9)), rng.uniform(0.7, 1.7), rng.uniform(-0.4, 0.4), 0.1, 0.8)
            )  # fmt: skip
        for _ in range(4 if gather else 3):
            x = CX + rng.uniform(8, shape.waist)
            own.append(
                Fold((x, shape.waist_y + 3), (CX + rng.uniform(20, 62),
                                              shape.waist_y - rng.uniform(34, 84)),
                     rng.uniform(-5, 5), (3, 7), rng.uniform(0.8, 1.8), rng.uniform(-0.4, 0.4), 0.05, 0.8)
            )  # fmt: skip
        folds += own if s == 1 else mirror_folds(own)
    return folds


def finish_edge(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """Straps, frill or binding of the upper edge."""
    top, ay = shape.top, shape.armpit
    if shape.neckline == "strappy":
        for s in (1, -1):
            line = [(CX + s * 50, ay - 43), (CX + s * 48, top + 34), (CX + s * 45, top + 12)]
            strap(canvas, line, 2.6, cloth.solid, cloth.material, lift=2.5)
    elif shape.neckline == "halter":
        for s in (1, -1):
            strap(canvas, [(CX + s * 25, top + 4), (CX + s * 22, top - 6), (CX + s * 14, top - 13),
                           (CX, top - 16)],
                  4.5, cloth.solid, cloth.material, lift=1)  # fmt: skip
    elif shape.neckline == "off-shoulder":
        reach = shape.bust + (46 if shape.sleeve == "short" else 20)
        upper = [(CX - reach, top + 58, 1), (CX - shape.bust, top + 44), (CX, top + 50),
                 (CX + shape.bust, top + 44),
                 (CX + reach, top + 58, 1), (CX + reach + 2, top + 84), (CX + shape.bust, top + 82),
                 (CX, top + 88),
                 (CX - shape.bust, top + 82), (CX - reach - 2, top + 84)]  # fmt: skip

        def frill(x: np.ndarray, y: np.ndarray) -> Array:
            lane = (x - CX) / 100
            down = smoothstep(top + 44, top + 84, y)
            return (1.2 + 2.6 * down) * np.sin(lane * 26 + 2.4 * np.sin(lane * 5)) + 0.8 * np.sin(lane * 61)

        layer(canvas, upper, cloth.ground, cloth.material, R=22, depth=0.4, edge=4, wrinkle=0.3, lift=4,
              relief=frill)
        stitch(canvas, spline([(CX - reach, top + 63), (CX, top + 55), (CX + reach, top + 63)], False),
               cloth.stitch)
    elif shape.neckline in ("crew", "v-neck", "scoop", "square"):
        half = [p for p in shape.edge() if p[0] <= CX + NECKS[shape.neckline][0] + 0.1]
        line = np.concatenate([spline(on_side(half, -1)[::-1], False), spline(half, False)[1:]])
        middle = len(line) // 2
        inner = offset(line, 2.4)
        if inner[middle, 1] < line[middle, 1]:
            inner = offset(line, -2.4)
        layer(canvas, ribbon((line + inner) / 2, 1.6), cloth.ground, cloth.material, R=6, depth=0.2,
              edge=1.6, wrinkle=0,
              lift=1.0, shadow=0.35)  # fmt: skip
    if shape.sleeve == "sleeveless" and shape.neckline in NECKS:
        for s in (1, -1):
            inner = CX + NECKS[shape.neckline][0] + 6
            hole = [p for p in shape.edge() if p[0] > inner and p[1] > shape.shoulder_y - 2]
            line = spline(on_side(hole, s), False)
            layer(canvas, ribbon(offset(line, 1.6 * s), 1.5), cloth.ground, cloth.material, R=5,
                  depth=0.2, edge=1.4,
                  wrinkle=0, lift=0.8)  # fmt: skip
