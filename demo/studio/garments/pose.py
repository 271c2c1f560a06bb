"""How a pair of legs stands: feet apart, a knee forward, a slight turn. Knows legs, no garment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from demo.studio.canvas import CX, Array, Canvas, Point, smoothstep
from demo.studio.folds import Fold
from demo.studio.garments.legs import Legs

Pair = tuple[float, float]
"""one value for the left leg of the picture, one for the right"""


@dataclass(frozen=True)
class Stance:
    """Where the legs of this picture are, against legs that hang straight down; world units."""

    sway: Pair = (0.0, 0.0)
    """how much further out each foot stands"""
    knee: Pair = (0.0, 0.0)
    """how much further out each knee points"""
    drop: Pair = (0.0, 0.0)
    """how much lower each hem is; the leg that stands behind looks shorter"""
    girth: Pair = (1.0, 1.0)
    """how wide each leg looks"""
    turn: float = 0.0
    """how far the middle of the front has moved to the right"""
    tilt: float = 0.0
    """how much higher the right hip is"""


def _stand(cut: Random, kind: str, reach: float) -> Stance:
    """The named stance, left or right, never twice the same; `reach` scales it (shorts)."""
    left = cut.random() < 0.5
    u = [cut.uniform(-1, 1) for _ in range(6)]
    sway, knee = (2.5 * u[0], 2.5 * u[1]), (1.5 * u[2], 1.5 * u[3])
    stance = Stance(sway, knee, (2 * u[4], 2 * u[5]), turn=2 * u[0], tilt=1.5 * u[1])
    if kind == "apart":
        stance = replace(stance, sway=(17 + 4 * u[0], 17 + 4 * u[1]))
    elif kind == "taut":  # on a stand: level, both legs alike
        stance = Stance((4 + u[0], 4 + u[0]))
    elif kind == "knee":
        stance = Stance((8 + 2 * u[0], 2 + 2 * u[1]), (8, 1), (-3, 1), (0.98, 1.01), -2, -2)
    elif kind == "turn":
        stance = Stance((1 + 2 * u[0], 5), (1, 3), (-3, 1), (0.95, 1.03), -8 + 2 * u[2], -1)
    elif kind == "stride":
        stance = Stance((-3 + 2 * u[0], 9), (3, 2), (-4, 1), (0.96, 1.02), -4, -2)
    elif kind == "crossed":
        stance = Stance((-16 + 3 * u[0], 4 + 2 * u[1]), (3, 2), (2, -2), (1.01, 0.98), 3, 2)
    elif kind == "splayed":  # laid flat on a table
        stance = Stance(
            (26 + 4 * u[0], 20 + 4 * u[1]), (3, 0), (-2, 2 * u[2]), turn=3 * u[3], tilt=3 * u[4]
        )
    if left:
        stance = Stance(
            *(p[::-1] for p in (stance.sway, stance.knee, stance.drop, stance.girth)),
            turn=-stance.turn,
            tilt=-stance.tilt,
        )
    if reach == 1.0:
        return stance
    smaller = [(a * reach, b * reach) for a, b in (stance.sway, stance.knee, stance.drop)]
    return replace(stance, sway=smaller[0], knee=(0.0, 0.0), drop=smaller[2])


class Posed(Canvas):
    """The same surface, on which all that is drawn in a leg's own place lands where it stands."""

    def __init__(self, canvas: Canvas, legs: Legs, stance: Stance) -> None:
        self.__dict__.update(canvas.__dict__)
        self.legs = legs
        self.stance = stance

    def wobble(self, points: np.ndarray | Sequence[Point]) -> NDArray[np.float64]:
        straight = np.asarray(points, float)[:, :2]
        return super().wobble(self._moved(straight))

    def _moved(self, straight: np.ndarray) -> np.ndarray:
        x, y = straight[:, 0], straight[:, 1]
        right = x >= CX
        moved = straight.copy()
        for side in (-1, 1):
            dx, dy = self._shift(x, y, side)
            own = right if side == 1 else ~right
            moved[own, 0] += dx[own]
            moved[own, 1] += dy[own]
        return moved

    def _shift(self, x: np.ndarray, y: np.ndarray, side: int) -> tuple[np.ndarray, np.ndarray]:
        legs, stance, i = self.legs, self.stance, (side + 1) // 2
        t = np.clip((y - legs.crotch) / (legs.bottom - legs.crotch), 0, 1.1)
        off = side * (x - CX) - legs.centre(y)
        out = stance.sway[i] * t * (0.75 + 0.25 * t)
        out = out + stance.knee[i] * np.exp(-(((y - legs.knee_y) / 80) ** 2)) * smoothstep(
            0, 0.3, t
        )
        out = out + (stance.girth[i] - 1) * off * smoothstep(0.02, 0.35, t)
        across = np.clip((x - CX) / (1.2 * legs.hip), -1, 1)
        turned = stance.turn * (1 - across**2) * (1 - 0.8 * t)
        drop = stance.drop[i] * t - stance.tilt * across * (1 - t)
        return side * out + turned, drop

    def design(self, x: np.ndarray, y: np.ndarray, side: int) -> tuple[Array, Array]:
        """Where on straight legs the positions of the canvas are, for the leg of that side."""
        bx, by = x, y
        for _ in range(2):
            dx, dy = self._shift(bx, by, side)
            bx, by = x - dx, y - dy
        return bx, by

    def fold(self, fold: Fold, side: int) -> Fold:
        """The fold where the leg of that side stands."""
        ends = []
        for x, y in (fold.start, fold.end):
            dx, dy = self._shift(np.array([x]), np.array([y]), side)
            ends.append((x + float(dx[0]), y + float(dy[0])))
        return replace(fold, start=ends[0], end=ends[1])


def pose(
    canvas: Canvas, legs: Legs, cut: Random, kinds: Sequence[str], reach: float = 1.0
) -> Posed:
    """The surface for legs in one of the named stances: "hang", "taut", "apart", "knee",
    "turn", "stride", "crossed" or "splayed". Its `legs` are wider when they lie flat, front on back."""
    kind = cut.choice(kinds)
    if kind == "splayed":
        legs = replace(
            legs,
            waist=1.07 * legs.waist,
            hip=1.06 * legs.hip,
            knee=1.05 * legs.knee,
            hem=1.05 * legs.hem,
            dip=min(legs.dip, 4.0),
        )
    return Posed(canvas, legs, _stand(cut, kind, reach))
