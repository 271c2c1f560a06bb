"""Trouser legs: their cut, folds, crease and wear. Knows shapes, no garment type and no trims."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import (
    CX,
    Array,
    Canvas,
    Point,
    corners,
    on_side,
    smoothstep,
    spline,
)
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, tube_folds
from demo.studio.garments.wash import worn
from demo.studio.light import layer
from demo.studio.trims import label, stitch


@dataclass(frozen=True)
class Legs:
    """The cut of trousers in world units; widths are half-widths."""

    top: float = 44.0
    waist: float = 80.0
    hip: float = 99.0
    crotch: float = 196.0
    knee: float = 37.0
    hem: float = 33.0
    bottom: float = 600.0
    gap: float = 6.0
    """between the hems"""
    stance: float = 0.0
    """how much further out than need be the feet stand"""

    @property
    def knee_y(self) -> float:
        return self.crotch + (604 - self.crotch) * 0.46

    @property
    def is_short(self) -> bool:
        return self.bottom < self.knee_y + 60

    def hem_centre(self) -> float:
        return max(self.hem + self.gap / 2, 0.47 * self.hip) + self.stance

    def centre(self, y: np.ndarray | float) -> np.ndarray:
        """x of a leg's middle, as distance from the centre line."""
        return np.interp(y, [self.crotch - 30, self.bottom], [0.49 * self.hip, self.hem_centre()])

    def worn_at(self, x: np.ndarray, y: np.ndarray) -> Array:
        """0..1: where jeans rub pale, at a distance `x` from the centre line (thigh, knee, lap, hem)."""
        off = (x - self.centre(y)) / (0.62 * self.knee)
        thigh = smoothstep(self.crotch - 80, self.crotch + 30, y) * (
            1 - smoothstep(self.knee_y - 10, self.knee_y + 130, y)
        )
        knee = 0.4 * np.exp(-(((y - self.knee_y) / 36) ** 2))
        fan = np.arctan2(y - self.crotch - 4, np.maximum(x, 1))
        reach = np.hypot(x, y - self.crotch - 4)
        rays = np.maximum(0, np.sin(13 * fan + 0.012 * reach)) ** 3 * np.exp(-(((reach - 58) / 26) ** 2))
        lap = 0.55 * rays * np.exp(-((fan / 0.6) ** 2))
        hem = 0.5 * np.exp(-(((y - self.bottom + 5) / 4) ** 2))
        return (thigh + knee) * np.exp(-(off**2)) + lap + hem

    def outline(self) -> list[Point]:
        """The right leg with its half of the seat."""
        out = self.hem_centre()
        middle = self.crotch + 0.5 * (self.bottom - self.crotch)
        ky = middle if self.is_short else self.knee_y
        kc = float(self.centre(ky))
        knee = 0.5 * (self.hem + 0.5 * self.hip) if self.is_short else self.knee
        seat = self.crotch - self.top
        return [
            (CX + self.waist + 2, self.top + 12, 1),
            (CX + 0.42 * self.waist + 0.58 * self.hip, self.top + 0.34 * seat),
            (CX + self.hip, self.top + 0.72 * seat),
            (CX + 0.62 * self.hip + 0.38 * (kc + knee) + 1, self.crotch + 0.28 * (ky - self.crotch)),
            (CX + kc + knee, ky),
            (CX + out + self.hem, self.bottom - 4, 1),
            (CX + out + 0.45 * self.hem, self.bottom + 0.5),
            (CX + out - 0.45 * self.hem, self.bottom + 1.0),
            (CX + out - self.hem, self.bottom - 3, 1),
            (CX + max(kc - knee, 1.5), ky),
            (CX + 2.2, self.crotch + 24),
            (CX - 1, self.crotch, 1),
            (CX - 1, self.top + 16, 1),
        ]


def draw_legs(
    canvas: Canvas,
    cloth: Cloth,
    legs: Legs,
    *,
    gain: float = 1.0,
    crease: bool = False,
    fade: float = 0.0,
    side_seam: bool = False,
    hem_stitch: bool = True,
    bunch: float = 1.0,
    stretch: bool = False,
) -> None:
    """Inner waist, back hems and both legs.

    gain: how creased; crease: pressed in front; fade: how washed thighs and knees are; bunch: folds
    that stack at the hem; stretch: tight cloth, so that folds are few and fine.
    """
    _inner_waist(canvas, cloth, legs)
    rng = canvas.rng
    seat = corners((CX - legs.hip, legs.top), (CX + legs.hip, legs.top),
                   (CX + legs.hip, legs.crotch + 34), (CX - legs.hip, legs.crotch + 34))  # fmt: skip
    out = legs.hem_centre()
    for side in (-1, 1):
        half = on_side(legs.outline(), side)
        if hem_stitch:
            _back_hem(canvas, cloth, legs, side)
        y = np.linspace(legs.crotch - 30, legs.bottom, 24)
        path = np.stack([CX + side * legs.centre(y), y], 1)
        widths = [legs.hip * 0.5, legs.knee + 6, legs.knee, legs.hem]
        folds = [] if stretch else tube_folds(
            rng, path, widths, 1.1 * gain, (0.3 if legs.is_short else 1.2) * bunch,
            None if legs.is_short else 0.46, inner=side,
        )  # fmt: skip
        if crease:
            folds += _break(rng, legs, side)
        folds += _seat_folds(rng, legs, side, gain * (0.5 if stretch else 1.0))
        if stretch:
            folds += _stretch_folds(rng, legs, side)
        seams: list = []
        if side_seam:
            seam = spline(on_side([(p[0] - 4.5, *p[1:]) for p in legs.outline()[1:6]], side), False)
            seams.append((seam, 1.4, 0.8))
        hem = np.array([[CX + side * (out - legs.hem), legs.bottom - 12],
                        [CX + side * out, legs.bottom - 9.5],
                        [CX + side * (out + legs.hem), legs.bottom - 13]])  # fmt: skip
        if hem_stitch:
            seams.append((hem, 1.5, 0.8))

        def shape(x: np.ndarray, yy: np.ndarray, side: int = side) -> Array:
            off = side * (x - CX) - legs.centre(yy)
            below = smoothstep(legs.crotch - 50, legs.crotch + 30, yy)
            if crease:  # two planes that meet in an edge, sharpest from the thigh down
                away = np.abs(off) / np.maximum(legs.knee, legs.hem)
                plane = 11 * np.maximum(0, 1 - away) + 3.2 * np.exp(-away * 9)
                return plane * smoothstep(legs.top + 46, legs.crotch + 10, yy)
            knee = np.exp(-(((yy - legs.knee_y) / 34) ** 2) - (off / (0.6 * legs.knee)) ** 2)
            front = 1.2 * below * np.exp(-((off / 22) ** 2))
            return front if legs.is_short else front + 1.6 * knee

        def light(x: np.ndarray, yy: np.ndarray, side: int = side) -> Array:
            inner = np.exp(-np.maximum(0, side * (x - CX) - 1) / 11)
            dark = 1 - 0.32 * inner * smoothstep(legs.crotch - 14, legs.crotch + 40, yy)
            if crease:  # the inner plane lies in the shade
                off = side * (x - CX) - legs.centre(yy)
                dark = dark * (1 - 0.05 * smoothstep(-1.5, 1.5, side * off))
            return dark

        texture = worn(cloth.texture, legs.worn_at, side, fade) if fade else cloth.texture
        layer(
            canvas, half, texture, cloth.material, inflate_with=[half, seat],
            R=50 if legs.is_short else 42, depth=0.5, edge=9, edge_depth=0.6, folds=folds,
            fold_gain=cloth.fold, wrinkle=0.5 * cloth.wrinkle * gain, wrinkle_angle=70 * side, lift=2,
            seams=seams, pucker=[(hem, 10, 0.5)] if hem_stitch else (), occlusion=light,
            relief=shape, uv=(CX + side * 2, 100, -1.6 * side), ripple=0.7, drag=6,
        )  # fmt: skip
        if hem_stitch:
            stitch(canvas, hem, cloth.stitch, strength=0.5)


def _break(rng: np.random.Generator, legs: Legs, side: int) -> list[Fold]:
    """Where pressed trousers rest on a shoe: one dent across and its echo."""
    x, w = CX + side * float(legs.centre(legs.bottom - 40)), legs.hem
    return [
        Fold((x - s * w, legs.bottom - up), (x + s * w * reach, legs.bottom - up + 9), s * 4, (4, 7),
             height * rng.uniform(0.8, 1.2), 0.2, 0.05, 0.5)
        for s, up, reach, height in ((1, 36, 0.7, -2.4), (-1, 52, 0.3, 1.6), (1, 22, 0.2, 1.3))
    ]  # fmt: skip


def _seat_folds(rng: np.random.Generator, legs: Legs, side: int, gain: float) -> list[Fold]:
    """Whiskers from the crotch and drags over the hip."""
    folds = []
    for _ in range(6):
        angle, length = np.deg2rad(rng.uniform(-40, 30)), rng.uniform(40, 98)
        x, y = CX + side * rng.uniform(0, 6), legs.crotch + rng.uniform(-26, 16)
        folds.append(
            Fold((x, y), (x + side * np.cos(angle) * length, y + np.sin(angle) * length),
                 rng.uniform(-6, 6), (2.5, rng.uniform(4, 8)), rng.uniform(1.0, 2.3) * gain,
                 rng.uniform(-0.4, 0.4), 0.05, 0.7)
        )  # fmt: skip
    for _ in range(3):
        y = legs.top + rng.uniform(50, 130)
        folds.append(
            Fold((CX + side * legs.hip, y), (CX + side * rng.uniform(20, 60), y + rng.uniform(-10, 40)),
                 rng.uniform(-6, 6), (3, 7), rng.uniform(0.7, 1.5) * gain)
        )  # fmt: skip
    return folds


def _stretch_folds(rng: np.random.Generator, legs: Legs, side: int) -> list[Fold]:
    """Fine creases behind knee and at the ankle of tight trousers."""
    folds = []
    places = [(legs.knee_y + rng.uniform(-24, 26), legs.knee) for _ in range(4)]
    places += [(legs.bottom - rng.uniform(4, 60), legs.hem) for _ in range(5)]
    for y, half in places:
        near = 1 if rng.random() < 0.5 else -1
        x = CX + side * (float(legs.centre(y)) + near * half)
        to = CX + side * (float(legs.centre(y)) - near * half * rng.uniform(-0.2, 0.7))
        folds.append(
            Fold((x, y), (to, y + rng.uniform(-9, 12)), rng.uniform(-4, 4), (1.8, 3.6),
                 rng.uniform(0.7, 1.5), rng.uniform(-0.4, 0.4), 0.05, 0.8)
        )  # fmt: skip
    return folds


def _inner_waist(canvas: Canvas, cloth: Cloth, legs: Legs) -> None:
    w, y = legs.waist, legs.top
    inside = [(CX - w + 1, y, 1), (CX - w / 2, y - 7), (CX, y - 8.5), (CX + w / 2, y - 7),
              (CX + w - 1, y, 1), (CX + w - 3, y + 17), (CX, y + 25), (CX - w + 3, y + 17)]  # fmt: skip
    rim = spline([(CX - w, y + 12), (CX, y + 8), (CX + w, y + 12)], False)
    layer(
        canvas, inside, cloth.ground, cloth.material, R=30, depth=-0.2, edge=2, wrinkle=0.2, lift=0,
        dark=0.5, seams=[(rim, 1.2, 0.8)],
    )  # fmt: skip
    label(canvas, CX, y - 3, 26, 10, dark=0.6)


def _back_hem(canvas: Canvas, cloth: Cloth, legs: Legs, side: int) -> None:
    """The back of the hem that shows below the front."""
    x, w, y = CX + side * legs.hem_centre(), legs.hem - 1.5, legs.bottom
    back = [(x - w, y - 14, 1), (x + w, y - 14, 1), (x + w, y - 1), (x + w * 0.4, y + 3.6),
            (x - w * 0.4, y + 3.8), (x - w, y - 1)]  # fmt: skip
    layer(canvas, back, cloth.ground, cloth.material, R=20, depth=-0.2, edge=1.5, wrinkle=0.2, lift=0,
          dark=0.45)  # fmt: skip
