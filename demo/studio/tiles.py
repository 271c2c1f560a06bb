"""Seamless tiles of ink: flowers, leopard rosettes, zebra bands. Knows shapes, not their dyes.

A tile holds the coverage 0..1 of each ink, [TILE, TILE, inks]; tiles are shared,
do not write to them.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw

from demo.studio.canvas import F32, Array, noise

TILE = 512
DRAWN = 1024


def scattered(rng: np.random.Generator, apart: float, tries: int) -> list[np.ndarray]:
    """Places on the seamless tile at least `apart` pixels from each other."""
    placed: list[np.ndarray] = []
    for _ in range(tries):
        candidate = rng.uniform(0, DRAWN, 2)
        if placed:
            gap = np.mod(np.array(placed) - candidate + DRAWN / 2, DRAWN) - DRAWN / 2
            if np.hypot(*gap.T).min() < apart:
                continue
        placed.append(candidate)
    return placed


class Inks:
    """Draws coverage maps, one per ink, on a tile that repeats without a seam."""

    def __init__(self, count: int) -> None:
        self.maps = [Image.new("L", (DRAWN, DRAWN), 0) for _ in range(count)]
        self.pens = [ImageDraw.Draw(m) for m in self.maps]

    def polygon(self, ink: int, outline: np.ndarray) -> None:
        """Later inks lie above earlier ones; drawing an ink erases those above it there."""
        low, high = outline.min(0), outline.max(0)
        for ox in (-DRAWN, 0, DRAWN):
            for oy in (-DRAWN, 0, DRAWN):
                if (
                    high[0] + ox < 0
                    or low[0] + ox > DRAWN
                    or high[1] + oy < 0
                    or low[1] + oy > DRAWN
                ):
                    continue
                moved = [(float(x + ox), float(y + oy)) for x, y in outline]
                for level, pen in enumerate(self.pens):
                    if level >= ink:
                        pen.polygon(moved, fill=255 if level == ink else 0)

    def tile(self) -> Array:
        """Coverage [TILE, TILE, inks], 0..1."""
        size = (TILE, TILE)
        small = [np.asarray(m.resize(size, Image.Resampling.BOX), F32) / 255 for m in self.maps]
        return np.stack(small, -1)


def ellipse(x: float, y: float, a: float, b: float, angle: float) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, 26, endpoint=False)
    px, py = a * np.cos(t), b * np.sin(t)
    c, s = np.cos(angle), np.sin(angle)
    return np.stack([x + px * c - py * s, y + px * s + py * c], 1)


@lru_cache(maxsize=16)
def flower_tile(style: int) -> Array:
    """Inks: leaves, petals, second petals, petal shadows, hearts."""
    rng = np.random.default_rng(900 + style)
    inks = Inks(5)
    apart = (118.0, 150.0, 88.0)[style % 3]
    places = scattered(rng, apart, 2500)
    for x, y in places:
        for _ in range(3):
            angle, length = rng.uniform(0, 2 * np.pi), apart * rng.uniform(0.5, 0.8)
            t = np.linspace(0, 1, 12)
            spine = np.stack([x + np.cos(angle) * length * t, y + np.sin(angle) * length * t], 1)
            width = length * 0.17 * np.sin(np.pi * np.clip((t - 0.3) / 0.7, 0, 1)) + 1.5
            side = np.stack([-np.sin(angle) * width, np.cos(angle) * width], 1)
            inks.polygon(0, np.concatenate([spine + side, (spine - side)[::-1]]))
    for x, y in places:
        radius = apart * rng.uniform(0.26, 0.47)
        first, petals = rng.uniform(0, 2 * np.pi), int(rng.integers(5, 8))
        ink = 1 if rng.random() < 0.6 else 2
        longness = rng.uniform(0.38, 0.55)
        for i in range(petals):
            a = first + 2 * np.pi * i / petals
            px, py = x + np.cos(a) * radius * 0.56, y + np.sin(a) * radius * 0.56
            inks.polygon(ink, ellipse(px, py, radius * 0.52, radius * longness, a))
        for i in range(petals):
            a = first + 2 * np.pi * i / petals
            px, py = x + np.cos(a) * radius * 0.36, y + np.sin(a) * radius * 0.36
            inks.polygon(3, ellipse(px, py, radius * 0.26, radius * 0.08, a))
        inks.polygon(4, ellipse(x, y, radius * 0.18, radius * 0.18, 0))
    return inks.tile()


@lru_cache(maxsize=8)
def leopard_tile(style: int) -> Array:
    """Inks: brown hearts of the rosettes, their broken black rings."""
    rng = np.random.default_rng(700 + style)
    inks = Inks(2)
    for x, y in scattered(rng, 74, 4000):
        radius, flat, turn = rng.uniform(24, 34), rng.uniform(0.7, 1), rng.uniform(0, 2 * np.pi)
        wobble = rng.uniform(-0.1, 0.1, 5)
        t = np.linspace(0, 2 * np.pi, 40)
        reach = radius * (1 + sum(wobble[k] * np.sin((k + 2) * t) for k in range(5)))

        def at(r: np.ndarray, angle: np.ndarray, x=x, y=y, flat=flat, turn=turn) -> np.ndarray:
            px, py = r * np.cos(angle), r * flat * np.sin(angle)
            c, s = np.cos(turn), np.sin(turn)
            return np.stack([x + px * c - py * s, y + px * s + py * c], 1)

        inks.polygon(0, at(reach, t))
        parts, first, thick = int(rng.integers(2, 4)), rng.uniform(0, 6), rng.uniform(9, 14)
        for k in range(parts):
            start = first + 2 * np.pi * k / parts
            arc = np.linspace(start, start + 2 * np.pi / parts * 0.74, 12)
            ring = np.interp(np.mod(arc, 2 * np.pi), t, reach)
            half = 0.6 * thick * np.sin(np.linspace(0.25, 2.9, 12))
            inks.polygon(1, np.concatenate([at(ring + half, arc), at(ring - half, arc)[::-1]]))
    return inks.tile()


@lru_cache(maxsize=8)
def zebra_tile(style: int) -> Array:
    """One ink: wavering bands that split and end."""
    v, u = np.mgrid[0:TILE, 0:TILE].astype(F32)
    drift = noise(720 + style, (44, 26), u, v, 1, TILE)
    fork = noise(740 + style, 16, u, v, 1, TILE)
    bands = np.sin(2 * np.pi * v / (TILE / 13) + 1.9 * drift + 0.35 * fork)
    return np.clip((bands - 0.15) * 5 + 0.5, 0, 1)[..., None]
