"""The upper part of a dress: its measures, neckline and front. Knows no dress type."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import CX, Array, Canvas, Point, mirror, on_side, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, mirror_folds
from demo.studio.garments.bodice_edges import BARE, finish_edge, inner_back
from demo.studio.garments.drape import Fall, draw_fall, limp, lining, see_through
from demo.studio.garments.dress_marks import mark_bodice
from demo.studio.garments.dress_sleeves import draw_sleeves, sleeve_outline
from demo.studio.light import layer

NECKS = {
    "crew": (31.0, 20.0), "boat": (50.0, 13.0), "v-neck": (33.0, 82.0), "scoop": (40.0, 56.0),
    "square": (43.0, 54.0), "shirt-collar": (27.0, 34.0),
}  # fmt: skip
"""neckline -> half-width at the shoulder, depth"""


@dataclass(frozen=True)
class Bodice:
    """World units, half-widths; the shoulder's inner end is at `top`."""

    neckline: str
    sleeve: str
    waist_y: float = 208.0
    waist: float = 58.0
    bust: float = 75.0
    top: float = 40.0
    shoulder: float = 72.0
    ease: float = 1.0
    """sleeve width"""
    cut: str = ""
    """the neckline's: "boat", "keyhole"; "straight", "sweetheart", "cowl", "v"; "tied", "band" """
    cap: str = "set-in"
    """the sleeve's: "set-in", "puff", "flutter", "bell", "bishop", "rolled", "cuffed" """
    wide_straps: bool = False

    @property
    def armpit(self) -> float:
        return self.top + 94

    @property
    def shoulder_y(self) -> float:
        return self.top + 15

    @property
    def neck(self) -> tuple[float, float]:
        """Half-width at the shoulder and depth of a neckline with shoulders."""
        return NECKS["boat" if self.cut == "boat" else self.neckline]

    def edge(self) -> list[Point]:
        """Right half of the front's upper edge: from the middle to the armpit."""
        ax, ay, top, b = CX + self.bust, self.armpit, self.top, self.bust
        if self.neckline == "strapless":
            if self.cut == "straight":
                return [
                    (CX, ay - 20),
                    (CX + 0.5 * b, ay - 21),
                    (CX + 0.8 * b, ay - 17),
                    (ax - 2, ay - 5, 1),
                ]
            return [(CX, ay - 8, 1), (CX + 0.18 * b, ay - 22), (CX + 0.5 * b, ay - 34),
                    (CX + 0.8 * b, ay - 23), (ax - 2, ay - 4, 1)]  # fmt: skip
        if self.neckline == "strappy":
            if self.cut == "straight":
                return [(CX, ay - 32), (CX + 30, ay - 33), (CX + 45, ay - 35, 1), (CX + 56,
                    ay - 22),
                        (ax - 1, ay, 1)]  # fmt: skip
            if self.cut == "cowl":
                return [(CX, ay - 4), (CX + 18, ay - 13), (CX + 34, ay - 31), (CX + 45, ay - 50, 1),
                        (CX + 57, ay - 24), (ax - 1, ay, 1)]  # fmt: skip
            if self.cut == "sweetheart":
                return [(CX, ay - 14, 1), (CX + 15, ay - 26), (CX + 37, ay - 38), (CX + 47,
                    ay - 42, 1),
                        (CX + 58, ay - 22), (ax - 1, ay, 1)]  # fmt: skip
            return [(CX, ay + 4, 1), (CX + 21, ay - 19), (CX + 43, ay - 48, 1), (CX + 57, ay - 22),
                    (ax - 1, ay, 1)]  # fmt: skip
        if self.neckline == "halter":
            if self.cut == "tied":
                return [(CX, ay - 4, 1), (CX + 15, ay - 36), (CX + 25, top + 16, 1), (CX + 33,
                    top + 15, 1),
                        (CX + 44, ay - 40), (CX + 58, ay - 17), (ax - 1, ay, 1)]  # fmt: skip
            return [(CX, top + 15), (CX + 14, top + 12), (CX + 27, top + 3, 1), (CX + 31, top + 4,
                1),
                    (CX + 38, top + 34), (CX + 53, ay - 26), (ax - 1, ay, 1)]  # fmt: skip
        if self.neckline == "off-shoulder":
            return [(CX, ay - 33), (CX + 0.5 * b, ay - 36), (CX + b - 2, ay - 43, 1), (ax + 3,
                ay - 20),
                    (ax, ay, 1)]  # fmt: skip
        nx, depth = self.neck
        necks = {
            "crew": [(CX, top + depth), (CX + nx * 0.55, top + depth * 0.8),
                     (CX + nx * 0.9, top + depth * 0.36)],
            "v-neck": [(CX, top + depth, 1), (CX + nx * 0.56, top + depth * 0.46)],
            "scoop": [(CX, top + depth), (CX + nx * 0.62, top + depth * 0.82),
                      (CX + nx * 0.96, top + depth * 0.36)],
            "square": [(CX, top + depth + 1), (CX + nx * 0.93, top + depth - 1, 1),
                       (CX + nx * 0.97, top + depth * 0.5)],
            "shirt-collar": [(CX, top + depth, 1), (CX + nx * 0.56, top + depth * 0.46)],
        }  # fmt: skip
        arm = self.shoulder if self.sleeve != "sleeveless" else max(self.shoulder - 12, nx + 16)
        slope = 15 * (arm - nx) / 45
        outer = [((CX + (nx + arm) / 2), top + 0.4 * slope), (CX + arm, top + slope, 1),
                 (CX + arm - 7, top + 46), (CX + self.bust - 13, self.armpit - 17),
                 (ax, ay, 1)]  # fmt: skip
        return [*necks[self.neckline], (CX + nx, top, 1), *outer]

    def bust_height(self, x: np.ndarray, y: np.ndarray) -> Array:
        """How far the chest stands out."""
        d = 0.43 * self.bust
        return 8.5 * sum(
            np.exp(-(((x - CX - s * d) / 27) ** 2) - ((y - self.armpit - 14) / 27) ** 2)
            for s in (1, -1)
        )

    def side(self) -> list[Point]:
        """Right side seam from below the armpit to the waist."""
        return [(CX + 0.55 * self.bust + 0.45 * self.waist + 2, 0.5 * (self.armpit + self.waist_y)),
                (CX + self.waist, self.waist_y, 1)]  # fmt: skip

    def outline(self) -> list[Point]:
        """The whole front down to the waist."""
        return mirror([*self.edge(), *self.side(), (CX, self.waist_y + 5)])

    def upper(self) -> np.ndarray:
        """The front's edge from the left of the waist over neck and shoulders to its right."""
        right = spline([*self.edge(), *self.side()], False)
        return np.concatenate([(right * [-1, 1] + [2 * CX, 0])[::-1], right[1:]])

    def swelling(self) -> list[np.ndarray]:
        """Sleeves and what closes their armholes: these swell together with the front."""
        if self.sleeve == "sleeveless" or self.neckline == "off-shoulder":
            return []
        return [spline(on_side(sleeve_outline(self)[0], s)) for s in (1, -1)]

    def armholes(self) -> list[tuple[np.ndarray, float, float]]:
        """Grooves of the armhole seams."""
        if self.sleeve == "sleeveless" or self.neckline == "off-shoulder":
            return []
        hole = [(CX + self.shoulder - 1, self.shoulder_y + 2), (CX + self.shoulder - 8,
            self.top + 46),
                (CX + self.bust - 14, self.armpit - 17), (CX + self.bust - 3,
                                                          self.armpit - 3)]  # fmt: skip
        return [(spline(on_side(hole, s), False), 1.5, 1.1) for s in (1, -1)]


def draw_bodice(
    canvas: Canvas, cloth: Cloth, shape: Bodice, *, darts: bool = False, gather: float = 0.0,
    smocked: bool = False, zipped: bool = False, folds: list[Fold] | None = None,
    right_of: float = 0.0,
) -> None:  # fmt: skip
    """Inner back, sleeves, front, and the neck's finish.

    darts: fitted; gather: how much is shirred into the waist; smocked: rows of elastic all over;
    zipped: a zip inside the back; folds: in place of the usual drags. right_of: x left of which the
    front is left out, because another will cover it.
    """
    inner_back(canvas, cloth, shape, zipped)
    draw_sleeves(canvas, cloth, shape)
    front = shape.outline()
    if see_through(cloth.material):
        line_bodice(canvas, cloth, shape)
    drags = drag_folds(canvas.rng, shape, gather > 0) if folds is None else folds
    seams = shape.armholes()
    if darts:
        seams += dart_seams(shape)

    def chest(x: np.ndarray, y: np.ndarray) -> Array:
        up = shape.bust_height(x, y) * (1 - smoothstep(shape.waist_y - 30, shape.waist_y, y))
        lane = (x - CX) / shape.waist
        if gather:
            near = np.exp(-np.maximum(0, shape.waist_y - y) / 22)
            up = up + 1.6 * gather * np.sin(lane * 42 + 3 * np.sin(lane * 8)) * near
        if smocked:
            row = (y - shape.armpit) / 8.0 + 0.25 * lane**2
            ridge = np.abs(np.sin(np.pi * row)) ** 0.7
            crimp = np.sin(lane * 60 + 2.2 * np.floor(row) + 2 * np.sin(lane * 11))
            up = up + (1.0 * ridge + 0.8 * crimp * ridge) * smoothstep(-26, -14, y - shape.armpit)
        return up

    grow = [spline(front), *shape.swelling()]
    layer(
        canvas, np.maximum(grow[0], [right_of, 0]), cloth.texture, cloth.material,
        inflate_with=grow, R=60, depth=0.44, edge=10,
        edge_depth=0.6, folds=limp(drags, cloth.material), fold_gain=cloth.fold,
        wrinkle=0.5 * cloth.wrinkle,
        wrinkle_angle=80, lift=2, seams=seams, relief=chest, ripple=0.6, drag=6,
    )  # fmt: skip
    finish_edge(canvas, cloth, shape)
    mark_bodice(canvas, shape)


def line_bodice(canvas: Canvas, cloth: Cloth, shape: Bodice) -> None:
    """An opaque underbodice: all of it under chiffon, under lace only to the bust's upper edge."""
    under = shape
    if cloth.material.mesh is not None and shape.neckline not in BARE:
        under = replace(shape, neckline="strapless", cut="sweetheart")
    layer(canvas, under.outline(), cloth.solid, lining(cloth.material), R=60, depth=0.3, edge=2,
          wrinkle=0.2, lift=0, dark=0.72)  # fmt: skip


def draw_in_one(
    canvas: Canvas, cloth: Cloth, shape: Bodice, fall: Fall, *, folds: list[Fold] | None = None,
    seams: list | None = None, zipped: bool = False, thread: bool = True, gathers: float = 0.0,
) -> None:  # fmt: skip
    """A dress without a waist seam: front from neck to hem in one piece, sleeves, inner back."""
    inner_back(canvas, cloth, shape, zipped)
    draw_sleeves(canvas, cloth, shape)
    drags = [f for f in drag_folds(canvas.rng, shape, False) if f.start[1] < shape.armpit + 30]
    drags += folds or ()
    draw_fall(
        canvas, fall, cloth.texture, cloth.material, folds=drags, upper=shape.upper(),
        seams=[*shape.armholes(), *(seams or ())], grow=shape.swelling(), relief=shape.bust_height,
        wrinkle=0.5 * cloth.wrinkle, thread=cloth.stitch if thread else None, gathers=gathers,
    )  # fmt: skip
    finish_edge(canvas, cloth, shape)
    mark_bodice(canvas, shape)


def dart_seams(shape: Bodice) -> list[tuple[np.ndarray, float, float]]:
    """Waist darts and bust darts."""
    seams = []
    for s in (1, -1):
        seams.append((spline([(CX + s * 31, shape.waist_y + 3), (CX + s * 34, shape.waist_y - 36),
                              (CX + s * 34, shape.armpit + 26)], False), 1.3, 1.0))  # fmt: skip
        seams.append((np.array([[CX + s * (shape.bust - 1), shape.armpit + 28],
                                [CX + s * 44, shape.armpit + 16]]), 1.2, 0.8))  # fmt: skip
    return seams


def drag_folds(rng: np.random.Generator, shape: Bodice, gather: bool) -> list[Fold]:
    """Armpit to bust, and up from the waist."""
    folds: list[Fold] = []
    for s in (1, -1):
        own = []
        for _ in range(4):
            x, y = CX + shape.bust - rng.uniform(0, 6), shape.armpit + rng.uniform(-16, 22)
            angle, length = np.deg2rad(rng.uniform(110, 170)), rng.uniform(22, 54)
            own.append(
                Fold((x, y), (x + np.cos(angle) * length, y + np.sin(angle) * length),
                     rng.uniform(-6, 6),
                     (2.2, rng.uniform(3.5, 8)), rng.uniform(0.9, 2.1), rng.uniform(-0.4, 0.4),
                     0.1, 0.8)
            )  # fmt: skip
        for _ in range(4 if gather else 3):
            x = CX + rng.uniform(8, shape.waist)
            own.append(
                Fold((x, shape.waist_y + 3), (CX + rng.uniform(16, 52),
                                              shape.waist_y - rng.uniform(30, 76)),
                     rng.uniform(-5, 5), (2.6, 6), rng.uniform(0.9, 2.0), rng.uniform(-0.4, 0.4),
                     0.05, 0.8)
            )  # fmt: skip
        folds += own if s == 1 else mirror_folds(own)
    return folds
