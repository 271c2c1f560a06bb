"""How a skirt's cloth folds: soft flutes and pressed pleats as heights over lane and share.

Lane is -1..1 across the skirt, share 0..1 from waist to hem. Knows no outline, no light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from demo.studio.canvas import F32, smoothstep

if TYPE_CHECKING:
    from demo.studio.garments.drape import Fall

LANES, SHARES = 321, 72
"""samples of a skirt's folds across and down"""


class Flutes:
    """Where the soft folds of one skirt lie; the same numbers shape hem, height and shadow.

    Each is a cone of cloth: a point at a height of its own, widest at the hem, no two alike.
    """

    def __init__(self, fall: Fall, rng: np.random.Generator) -> None:
        self.shift = rng.uniform(0, 2 * np.pi)
        self.start = fall.start
        self.edges = (0.0, *fall.tiers, 1.0)
        count = max(3, round(1.35 * fall.flutes) + 1)
        widths = rng.uniform(0.5, 1.75, count)
        widths *= 2.1 / widths.sum()
        centres = np.cumsum(widths) - widths / 2 - 1.05
        lane = np.linspace(-1.1, 1.1, LANES)[None]
        t = np.linspace(0, 1.1, SHARES)[:, None]
        smooth = np.ones((SHARES, LANES))
        late = 0.16 if fall.start < 0.15 else 0.38
        for centre, width in zip(centres, widths, strict=True):
            begin = np.clip(fall.start + rng.uniform(-0.08, late), 0, 0.7)
            rise = np.clip((t - begin) / (1 - begin), 0, 1.1) ** rng.uniform(0.6, 1.0)
            at = centre + rng.uniform(-0.09, 0.09) * (1 - t)
            reach = width * (0.30 + 0.42 * rise)
            q = (lane - at) / reach
            q = np.clip(q * (1 + rng.uniform(-0.35, 0.35) * np.sign(q)), -1, 1)
            depth = np.clip(rng.uniform(0.45, 1.0) * np.sqrt(width * count / 2.1), 0.3, 1.0)
            smooth *= 1 - depth * rise.clip(0, 1) * (0.5 + 0.5 * np.cos(np.pi * q)) ** 0.85
        self._height = (1 - smooth).astype(F32)

    def height(self, lane: np.ndarray, t: np.ndarray) -> np.ndarray:
        """How far the cloth stands forward, 0..1, at lane -1..1 and share of the height t."""
        smooth = 1.0
        if len(self.edges) > 2:
            if self.start > 0.15:  # only what is sewn on below is gathered
                smooth = smoothstep(-0.01, 0.03, np.asarray(t) - self.edges[1])
            smooth = smooth * self.held(np.asarray(t))
            lane, t = self.in_tier(lane, t)
        u = ((np.asarray(lane) + 1.1) / 2.2 * (LANES - 1)).astype(F32)
        v = (np.asarray(t) / 1.1 * (SHARES - 1)).astype(F32)
        found = cv2.remap(self._height, np.atleast_2d(u), np.atleast_2d(v), cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
        return found.reshape(u.shape) * smooth

    def held(self, t: np.ndarray) -> np.ndarray:
        """0..1: a seam between two tiers holds the folds of both."""
        free = np.ones_like(t, float)
        for seam in self.edges[1:-1]:
            below = t - seam
            free *= np.where(below < 0, 1 - 0.85 * np.exp(below / 0.06),
                             0.15 + 0.85 * smoothstep(-0.01, 0.10, below))  # fmt: skip
        return free

    def in_tier(self, lane: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Lane and share within the tier at hand: each is a skirt of its own, ever fuller."""
        edges = np.array(self.edges)
        tier = np.clip(np.searchsorted(edges, t, side="right") - 1, 0, len(edges) - 2)
        share = (t - edges[tier]) / (edges[tier + 1] - edges[tier])
        moved = np.asarray(lane) * (1 + 0.16 * tier) + 0.61 * tier
        return np.abs(np.mod(moved + 1, 4) - 2) - 1, 0.2 + 0.8 * np.clip(share, 0, 1.1)


def pleat_phase(lane: np.ndarray, fall: Fall) -> np.ndarray:
    """Which pleat a lane lies on, and where in it: narrower at the sides, no two quite alike."""
    turned = np.arcsin(np.clip(0.93 * lane, -1, 1)) / np.arcsin(0.93)
    return (turned + 1) / 2 * fall.pleat_count + 0.35 + 0.10 * np.sin(5.3 * turned + fall.bottom)


def pleat_form(
    phase: np.ndarray, wide: np.ndarray | float, opened: np.ndarray | float, kind: str
) -> tuple[np.ndarray, np.ndarray]:
    """(height in world units, factor on the light) of pressed pleats.

    wide: a pleat's width in world units. opened: 0 where they lie flat, 1 where they stand apart.
    """
    q = np.mod(phase, 1.0)
    right, left = (1 - q) * wide, q * wide
    number = np.sin(np.floor(phase) * 12.99) * 43758.5
    tone = 1 + 0.09 * opened * (number - np.floor(number) - 0.5)
    if kind == "sunray":
        ridge = 1 - np.abs(2 * q - 1)
        dark = np.exp(-((np.minimum(left, right) / 1.3) ** 2))
        return opened * np.minimum(wide, 13.0) * 0.25 * ridge, 1 - 0.20 * opened * dark
    if kind == "box":
        across = np.where(q < 0.5, left, -right)
        gap = 0.4 + 0.13 * wide * np.maximum(opened - 0.4, 0)
        face = smoothstep(-1.4, 1.4, np.abs(across) - gap)
        well = 0.66 + 0.14 * np.clip(across / gap, -1, 1)
        meet = 1 - 0.25 * np.exp(-((across / 1.1) ** 2))
        edge = np.exp(-(((np.abs(across) - gap - 2.2) / 1.4) ** 2))
        return 0.5 * face, (well + (1 - well) * face) * meet * (1 + 0.07 * edge) * tone
    step = smoothstep(0.0, 2.2, right)
    shade = np.exp(-left / (1.0 + 0.13 * wide * opened)) * smoothstep(-1.2, 0.6, left)
    lip = 1 + 0.10 * np.exp(-(((right - 1.6) / 1.3) ** 2))
    return (0.7 + 1.1 * opened) * q * step, (1 - (0.26 + 0.16 * opened) * shade) * lip * tone


def pleat_drop(phase: np.ndarray, kind: str) -> np.ndarray:
    """How far above its lowest point a pleated hem ends: knife pleats step like a saw."""
    q = np.mod(phase, 1.0)
    if kind == "sunray":
        return 3.2 * np.abs(2 * q - 1)
    if kind == "box":
        return 4.5 * (1 - smoothstep(0.04, 0.09, np.minimum(q, 1 - q)))
    return 5.5 * (1 - q)


def swing(flutes: Flutes, lane: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Lanes of pressed pleats, which crowd and open where the whole skirt folds."""
    return lane + 0.06 * t * (flutes.height(lane + 0.07, t) - flutes.height(lane - 0.07, t))
