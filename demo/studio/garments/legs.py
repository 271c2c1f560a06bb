"""The cut of trouser legs: measures, outline, hem, where they wear. Draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.canvas import CX, Array, Point, on_side, smoothstep, spline

HEM = np.array([1.0, 0.5, 0.0, -0.5, -1.0])
"""stations along a hem, from its outer to its inner corner"""


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
    dip: float = 8.0
    """how much lower the waist is in front than at the sides"""
    thigh: float = 0.0
    """how much fuller the thigh is than a straight line from hip to knee"""
    calf: float = 0.0
    """how much fuller the calf is than a straight line from knee to hem"""
    arch: float = 1.0
    """how much higher the hem is at its middle: the inside of the back shows below it"""
    slant: float = 2.0
    """how much higher the hem is at its outer corner"""
    wave: float = 1.0
    """how far the hem swings up and down"""

    @property
    def knee_y(self) -> float:
        return self.crotch + (604 - self.crotch) * 0.46

    @property
    def is_short(self) -> bool:
        return self.bottom < self.knee_y + 60

    def brim(self, x: float | np.ndarray) -> float | np.ndarray:
        """y of the waist's front edge, at a distance x from the centre line."""
        return self.top + self.dip * (1 - np.minimum(1, np.abs(x) / self.waist) ** 2)

    def waist_line(self, down: float, inset: float = 0.0) -> np.ndarray:
        """A curve from side to side, `down` below the waist's front edge, [n, 2]."""
        half = self.side_at(self.top + down) - inset
        x = np.linspace(-1, 1, 25)
        return np.stack([CX + x * half, self.top + down + self.dip * (1 - x**2)], 1)

    def side_at(self, y: float) -> float:
        """Half-width of the seat at y."""
        seat = self.crotch - self.top
        ys = [self.top, self.top + 0.34 * seat, self.top + 0.72 * seat]
        return float(np.interp(y, ys, [self.waist, 0.42 * self.waist + 0.58 * self.hip, self.hip]))

    def hem_centre(self) -> float:
        return max(self.hem + self.gap / 2, 0.47 * self.hip)

    def centre(self, y: np.ndarray | float) -> np.ndarray:
        """x of a leg's middle, as distance from the centre line."""
        return np.interp(y, [self.crotch - 30, self.bottom], [0.49 * self.hip, self.hem_centre()])

    def half(self, y: np.ndarray | float) -> np.ndarray:
        """Half-width of a leg below the crotch."""
        if self.is_short:
            return np.interp(y, [self.crotch, self.bottom], [0.5 * self.hip, self.hem])
        ys = [self.crotch, self.knee_y, self.bottom]
        return np.interp(y, ys, [0.5 * self.hip, self.knee, self.hem])

    def hem_y(self, across: np.ndarray, side: int, up: float = 0.0) -> np.ndarray:
        """y of the hem at stations -1 (inner corner) to 1 (outer corner), `up` above the edge."""
        swing = self.wave * np.sin(across * 3.4 + 1.7 * side + 0.03 * self.hem)
        bow = self.arch * (1 - across**2)
        return self.bottom - up - bow - self.slant * (across + 1) / 2 + swing

    def hem_line(self, side: int, up: float, wider: float = 0.0) -> np.ndarray:
        """A curve along the hem, `up` above its edge, inner to outer, [n, 2]."""
        across = np.linspace(-1, 1, 17)
        centre = float(self.centre(self.bottom - up))
        half = float(self.half(self.bottom - up)) + wider
        return np.stack([CX + side * (centre + across * half), self.hem_y(across, side, up)], 1)

    def outline(self, side: int = 1) -> list[Point]:
        """One leg with its half of the seat."""
        out, seat = self.hem_centre(), self.crotch - self.top
        upper: list[Point] = [
            (CX + self.waist + 0.5, self.top + 6, 1),
            (CX + 0.42 * self.waist + 0.58 * self.hip, self.top + 0.34 * seat),
            (CX + self.hip, self.top + 0.72 * seat),
        ]
        inner: list[Point] = []
        if self.is_short:
            upper.append(
                (CX + 0.5 * (self.hip + out + self.hem) + 1, 0.5 * (self.crotch + self.bottom))
            )
        else:
            ky, kc = self.knee_y, float(self.centre(self.knee_y))
            thigh_y, calf_y = (
                self.crotch + 0.34 * (ky - self.crotch),
                0.62 * ky + 0.38 * self.bottom,
            )
            cc, ch = float(self.centre(calf_y)), float(self.half(calf_y)) + self.calf
            upper += [
                (CX + 0.58 * self.hip + 0.42 * (kc + self.knee) + 1 + self.thigh, thigh_y),
                (CX + kc + self.knee, ky),
                (CX + cc + ch, calf_y),
            ]
            inner = [
                (CX + max(cc - ch, 1.5), calf_y),
                (CX + max(kc - self.knee, 1.5), ky),
                (CX + max(2.0, 0.4 * (kc - self.knee)), thigh_y + 10),
            ]
        edge = self.hem_y(HEM, side)
        hem = [
            (CX + out + a * self.hem, float(y), int(abs(a) == 1))
            for a, y in zip(HEM, edge, strict=True)
        ]
        inner += [
            (CX + 2.2, self.crotch + 20),
            (CX - 1, self.crotch, 1),
            (CX - 1, self.top + 16, 1),
        ]
        return on_side([*upper, *hem, *inner], side)

    def side_seam(self, side: int) -> np.ndarray:
        """A curve just inside the outer edge, from the waist to the hem, [n, 2]."""
        points = self.outline()
        last = next(i for i, p in enumerate(points) if p[1] > self.bottom - 20)
        return spline(on_side([(p[0] - 4.5, *p[1:]) for p in points[: last + 1]], side), False)

    def outer_edge(self, y: np.ndarray) -> Array:
        """Distance of the outer edge from the centre line, the leg's drift taken out, at y."""
        seam = self.side_seam(1)
        seam = seam[np.argsort(seam[:, 1])]
        edge = np.interp(y, seam[:, 1], seam[:, 0]) + 4.5 - CX
        return edge - (self.centre(y) - 0.49 * self.hip)

    def rubbed(self, u: np.ndarray, v: np.ndarray, whiskers: float, knees: float) -> Array:
        """0..1: where jeans rub pale; (u, v) from centre line and top of one leg's cloth."""
        y = v + 100
        off = (u - 0.49 * self.hip) / (0.60 * max(self.knee, 30))
        thigh = smoothstep(self.crotch - 90, self.crotch + 40, y)
        thigh = thigh * (1 - smoothstep(self.knee_y - 30, self.knee_y + 150, y))
        knee = knees * np.exp(-(((y - self.knee_y) / 40) ** 2))
        fan = np.arctan2(y - self.crotch - 4, np.maximum(u, 1))
        reach = np.hypot(u, y - self.crotch - 4)
        rays = np.maximum(0, np.sin(15 * fan + 0.014 * reach + 0.6)) ** 4
        rays = rays * np.exp(-(((reach - 56) / 27) ** 2)) * np.exp(-(((fan + 0.05) / 0.62) ** 2))
        hem = 0.5 * np.exp(-(((y - self.bottom + 4) / 4) ** 2))
        return (thigh + knee) * np.exp(-(off**2)) + whiskers * rays + hem
