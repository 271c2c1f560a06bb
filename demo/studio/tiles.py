"""Seamless tiles of ink: flowers, leaves, spots, chips. Knows shapes, not their dyes.

A tile holds the coverage 0..1 of each ink, [TILE, TILE, inks]; tiles are shared,
do not write to them.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw

from demo.studio.canvas import (
    F32,
    Array,
)
from demo.studio.noise import noise

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


def leaf_shape(x: float, y: float, length: float, width: float, angle: float) -> np.ndarray:
    """A pointed leaf from its stalk at (x, y)."""
    t = np.linspace(0, 1, 14)
    half = width * np.sin(np.pi * t**0.8)
    px, py = np.r_[t, t[::-1]] * length, np.r_[half, -half[::-1]]
    c, s = np.cos(angle), np.sin(angle)
    return np.stack([x + px * c - py * s, y + px * s + py * c], 1)


@lru_cache(maxsize=4)
def ditsy_tile(style: int) -> Array:
    """Tiny flowers and twigs. Inks as in `flower_tile`."""
    rng = np.random.default_rng(940 + style)
    inks = Inks(5)
    for x, y in scattered(rng, (66.0, 82.0)[style], 4000):
        turn = rng.uniform(0, 2 * np.pi)
        for k in range(2):
            angle = turn + np.pi * k + rng.uniform(-0.5, 0.5)
            inks.polygon(0, leaf_shape(x, y, rng.uniform(24, 36), 5, angle))
        if rng.random() < 0.25:
            inks.polygon(2, ellipse(x, y, 8, 8, 0))
            continue
        ink, radius = (1 if rng.random() < 0.6 else 2), rng.uniform(10, 15)
        for k in range(5):
            a = turn + 2 * np.pi * k / 5
            inks.polygon(
                ink, ellipse(x + radius * np.cos(a), y + radius * np.sin(a), radius * 0.85, 8, a)
            )
        inks.polygon(4, ellipse(x, y, 6, 6, 0))
    return inks.tile()


@lru_cache(maxsize=4)
def meadow_tile(style: int) -> Array:
    """Close-set flowers of many colours. Inks: leaves, four petals, petal shadows, hearts."""
    rng = np.random.default_rng(945 + style)
    inks = Inks(7)
    apart = (96.0, 128.0, 164.0)[style]
    places = scattered(rng, apart, 5000)
    for x, y in places:
        for _ in range(4):
            angle, length = rng.uniform(0, 2 * np.pi), apart * rng.uniform(0.55, 0.8)
            inks.polygon(0, leaf_shape(x, y, length, length * 0.13, angle))
    for k, (x, y) in enumerate(places):
        radius, turn = apart * rng.uniform(0.42, 0.52), rng.uniform(0, 2 * np.pi)
        petals = int(rng.integers(5, 9))
        broad = radius * (0.36 if petals < 7 else 0.22)
        angles = turn + 2 * np.pi * np.arange(petals) / petals
        for a in angles:
            px, py = x + np.cos(a) * radius * 0.58, y + np.sin(a) * radius * 0.58
            inks.polygon(1 + k % 4, ellipse(px, py, radius * 0.44, broad, a))
        for a in angles:
            px, py = x + np.cos(a) * radius * 0.40, y + np.sin(a) * radius * 0.40
            inks.polygon(5, ellipse(px, py, radius * 0.22, radius * 0.04, a))
        inks.polygon(6, ellipse(x, y, radius * 0.19, radius * 0.19, 0))
    return inks.tile()


@lru_cache(maxsize=4)
def tropical_tile(style: int) -> Array:
    """Palm fronds and broad leaves, a few open flowers. Inks: leaves, petals, pale leaves, shadows,
    hearts."""
    rng = np.random.default_rng(950 + style)
    inks = Inks(5)

    def frond(x: float, y: float, angle: float, size: float, ink: int) -> None:
        for t in np.linspace(0.12, 1, 13):
            bend = angle + 0.5 * t * t
            px, py = x + np.cos(bend) * size * t, y + np.sin(bend) * size * t
            for side in (1, -1):
                length = size * (0.50 - 0.30 * t)
                inks.polygon(ink, leaf_shape(px, py, length, size * 0.032, bend + side * 0.85))

    def broad(x: float, y: float, angle: float, size: float, ink: int) -> None:
        inks.polygon(ink, leaf_shape(x, y, size, size * 0.26, angle))
        vein = leaf_shape(x, y, size * 0.92, size * 0.012, angle)
        inks.polygon(2 - ink, vein)
        for t in np.linspace(0.2, 0.8, 6):
            px, py = x + np.cos(angle) * size * t, y + np.sin(angle) * size * t
            for side in (1, -1):
                rib = leaf_shape(px, py, size * 0.2, size * 0.008, angle + side * 0.8)
                inks.polygon(2 - ink, rib)

    for k, (x, y) in enumerate(scattered(rng, 172, 3000)):
        draw = frond if k % 3 else broad
        for _ in range(2):
            draw(x, y, rng.uniform(0, 2 * np.pi), rng.uniform(170, 250), 0 if k % 2 else 2)
    for x, y in scattered(rng, 300, 300):
        turn, radius = rng.uniform(0, 6), rng.uniform(58, 76)
        for k in range(5):
            a = turn + 2 * np.pi * k / 5
            petal = ellipse(x + radius * 0.6 * np.cos(a), y + radius * 0.6 * np.sin(a), radius * 0.6,
                            radius * 0.42, a)  # fmt: skip
            inks.polygon(1, petal)
            inks.polygon(3, leaf_shape(x, y, radius * 0.7, radius * 0.07, a))
        inks.polygon(4, leaf_shape(x, y, radius * 0.95, 5, turn + 0.6))
    return inks.tile()


@lru_cache(maxsize=4)
def rose_tile(style: int) -> Array:
    """Roses in watercolour. Inks: leaves, washed petals, fuller petals, shadows, hearts."""
    rng = np.random.default_rng(960 + style)
    inks = Inks(5)
    places = scattered(rng, (190.0, 150.0)[style], 2500)
    for x, y in places:
        for _ in range(4):
            angle = rng.uniform(0, 2 * np.pi)
            inks.polygon(0, leaf_shape(x, y, rng.uniform(90, 150), rng.uniform(14, 24), angle))
    for x, y in places:
        radius = rng.uniform(54, 78) * (1.1, 0.85)[style]
        for ring, (reach, size, ink) in enumerate(
            ((0.62, 0.55, 1), (0.46, 0.44, 2), (0.30, 0.34, 1), (0.18, 0.22, 2), (0.08, 0.13, 3))
        ):
            turn = rng.uniform(0, 6)
            for k in range(6 - ring):
                a = turn + 2 * np.pi * k / (6 - ring) + rng.uniform(-0.2, 0.2)
                px, py = x + radius * reach * np.cos(a), y + radius * reach * np.sin(a)
                inks.polygon(ink, ellipse(px, py, radius * size * 0.75, radius * size, a))
                if ring < 3:
                    rim = ellipse(px, py, radius * size * 0.62, radius * size * 0.8, a)
                    inks.polygon(3 - ink, rim)
        inks.polygon(4, ellipse(x, y, radius * 0.08, radius * 0.06, 1))
    tile = cv2.GaussianBlur(np.tile(inks.tile(), (2, 2, 1)), (0, 0), 0.9)[256:768, 256:768]
    v, u = np.mgrid[0:TILE, 0:TILE].astype(F32)
    pools = 0.80 + 0.16 * noise(961, 16, u, v, 1, TILE) + 0.05 * noise(962, 4, u, v, 1, TILE)
    return np.clip(tile * pools[..., None], 0, 1)


@lru_cache(maxsize=4)
def folk_tile(style: int) -> Array:
    """Tulips, hearts and stars in a half-drop. Inks as in `flower_tile`."""
    inks = Inks(5)

    def tulip(x: float, y: float) -> None:
        inks.polygon(0, ellipse(x, y + 46, 4, 56, 0))
        for side in (1, -1):
            inks.polygon(0, leaf_shape(x, y + 96, 74, 12, -np.pi / 2 + side * 0.75))
            inks.polygon(1, leaf_shape(x, y + 26, 82, 19, -np.pi / 2 + side * 0.42))
            inks.polygon(4, ellipse(x + side * 56, y + 12, 7, 7, 0))
        inks.polygon(2, leaf_shape(x, y + 26, 74, 17, -np.pi / 2))
        inks.polygon(3, leaf_shape(x, y + 18, 34, 6, -np.pi / 2))

    def star(x: float, y: float, petals: int, size: float) -> None:
        for k in range(petals):
            a = 2 * np.pi * k / petals
            inks.polygon(1 + k % 2, leaf_shape(x, y, size, size * 0.24, a))
        for k in range(petals):
            a = 2 * np.pi * (k + 0.5) / petals
            inks.polygon(4, ellipse(x + np.cos(a) * size, y + np.sin(a) * size, 5, 5, 0))
        inks.polygon(3, ellipse(x, y, size * 0.26, size * 0.26, 0))
        inks.polygon(4, ellipse(x, y, size * 0.14, size * 0.14, 0))

    for i in range(4):
        for j in range(4):
            x, y = 256.0 * i + 128, 256.0 * j + 128 * (i % 2) + 60
            if (i + j + style) % 2:
                star(x, y + 20, 8, 66)
            else:
                tulip(x, y)
            star(x, y + 148, 6, 30)
    return inks.tile()


@lru_cache(maxsize=4)
def painted_dots(style: int) -> Array:
    """One ink: dots of a brush, uneven in size and place."""
    rng = np.random.default_rng(970 + style)
    inks = Inks(1)
    for x, y in scattered(rng, (58.0, 84.0, 120.0)[style], 4000):
        radius = (14.0, 22.0, 30.0)[style] * rng.uniform(0.6, 1.15)
        inks.polygon(0, ellipse(x, y, radius, radius * rng.uniform(0.8, 1), rng.uniform(0, 3)))
    return inks.tile()


@lru_cache(maxsize=4)
def terrazzo_tile(style: int) -> Array:
    """Three inks: chips of stone."""
    rng = np.random.default_rng(980 + style)
    inks = Inks(3)
    for k, (x, y) in enumerate(scattered(rng, (66.0, 96.0)[style], 4000)):
        count = int(rng.integers(4, 7))
        angle = np.sort(rng.uniform(0, 2 * np.pi, count)) + np.linspace(0, 1, count)
        reach = rng.uniform(14, (34.0, 52.0)[style], count)
        chip = np.stack([x + reach * np.cos(angle), y + reach * np.sin(angle)], 1)
        inks.polygon(k % 3, chip)
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
