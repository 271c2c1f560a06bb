"""How a cloth is made: yarn, wales, stitches, grain. Knows surfaces only, neither dyes nor prints.

A weave gives, for positions (u, v) on the cloth in world units, a brightness factor [h, w] around 1
and a relief [h, w] in world units (None when the surface is smooth).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from demo.studio.canvas import Array, noise

Weave = Callable[[np.ndarray, np.ndarray], tuple[Array, Array | None]]


def plain_weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, None]:
    """Cotton jersey or poplin: barely uneven."""
    return 1 + 0.025 * noise(21, 14, u, v, 0.5), None


def slub_weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Linen: thick and thin yarns in both directions."""
    across = noise(41, (9, 0.7), u, v, 2, 512)
    along = noise(44, (0.7, 9), u, v, 2, 512)
    return 1 + 0.022 * across + 0.018 * along, 0.045 * (across + along)


def twill_weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Chino, gabardine, suiting: fine diagonal lines."""
    line = np.sin((u + 1.6 * v) * 2 * np.pi / 2.4)
    return 1 + 0.025 * line + 0.02 * noise(21, 14, u, v, 0.5), 0.06 * line


def felt(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Wool coating, fleece: matted fibres."""
    fibre = noise(31, (2.0, 0.6), u, v, 2, 512) + 0.7 * noise(32, (0.8, 0.5), u, v, 2, 512)
    return 1 + 0.024 * fibre, 0.05 * fibre


def pile(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Velvet: a nap that lies this way and that."""
    nap = noise(33, (5, 16), u, v, 0.7)
    return 1 + 0.15 * nap + 0.02 * noise(34, 0.7, u, v, 2), 0.05 * nap


def stockinette(wale: float = 5.0, depth: float = 0.8) -> Weave:
    """Plain knitting: columns of V stitches, `wale` units wide."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        column = np.mod(u / wale, 1) - 0.5
        row = np.mod(v / (wale * 0.85) + 1.1 * np.abs(column), 1) - 0.5
        stitch = np.exp(-((row / 0.30) ** 2)) * np.exp(-(((np.abs(column) - 0.25) / 0.2) ** 2))
        return 0.82 + 0.40 * stitch + 0.04 * noise(51, 1.0, u, v, 3), depth * stitch

    return weave


def ribbed(width: float = 5.0, depth: float = 1.0, dark: float = 0.5) -> Weave:
    """Vertical ribs; `dark` is the brightness of the grooves."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        ridge = np.abs(np.sin(np.pi * u / width)) ** 0.6
        gain = dark + (1 - dark) * ridge
        return gain * (1.18 - 0.18 * dark) + 0.03 * noise(51, 0.9, u, v, 3), depth * ridge

    return weave


def cable(wale: float = 5.0, repeat: float = 74.0) -> Weave:
    """Two plaited cords between ropes, every `repeat` units."""
    ground = stockinette(wale, 0.6)

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        gain, knit = ground(u, v)
        across = np.mod(u + repeat / 2, repeat) - repeat / 2
        height = np.zeros_like(u)
        for side in (1, -1):
            centre = side * 8.5 * np.sin(2 * np.pi * v / 48)
            over = 0.5 + 0.5 * side * np.cos(2 * np.pi * v / 48)
            cord = np.exp(-(((across - centre) / 6.0) ** 4))
            ply = 0.5 * np.sin((v + side * across * 1.4) * 2 * np.pi / 5.5)
            height = np.maximum(height, cord * (3.0 + 2.6 * over + ply))
        for rope in (-21, 21):
            twist = 0.75 + 0.25 * np.sin(v * 2 * np.pi / 6)
            height = height + 2.2 * np.exp(-(((across - rope) / 2.4) ** 2)) * twist
        for groove in (-26, -15.5, 15.5, 26):
            height = height - np.exp(-(((across - groove) / 1.8) ** 2))
        gain = gain * (0.92 + 0.045 * np.clip(height, -1.5, 4))
        return gain, 0.6 * knit + 0.7 * height

    return weave


def corduroy(wale: float = 4.0) -> Weave:
    """Velvet wales."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        ridge = np.abs(np.sin(np.pi * u / wale)) ** 0.7
        nap = noise(34, (0.6, 2.0), u, v, 2)
        return 0.80 + 0.27 * ridge + 0.03 * nap, 0.8 * ridge

    return weave


def grain(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Leather: pebbles and pores."""
    pebble = noise(36, 1.6, u, v, 1.6) + 0.6 * noise(37, 0.8, u, v, 1.8)
    return 1 + 0.03 * noise(38, 9, u, v, 0.6) + 0.014 * pebble, 0.06 * pebble


def sheen(u: np.ndarray, v: np.ndarray) -> tuple[Array, None]:
    """Satin, nylon: smooth."""
    return 1 + 0.015 * noise(21, 14, u, v, 0.5), None


def crepe(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Chiffon: a fine crinkle, uneven in thickness."""
    crinkle = noise(39, (0.8, 3.0), u, v, 1.4)
    return 1 + 0.035 * crinkle + 0.03 * noise(21, 14, u, v, 0.5), 0.10 * crinkle


def basket(size: float = 3.0, depth: float = 0.5) -> Weave:
    """Coarse over-and-under weave: canvas, straw."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        across = np.sin(np.pi * u / size)
        along = np.sin(np.pi * v / size)
        over = np.where(across * along > 0, np.abs(across), np.abs(along)) ** 0.7
        strand = noise(43, (0.8, 4), u, v, 1.5) + noise(45, (4, 0.8), u, v, 1.5)
        return 0.86 + 0.18 * over + 0.03 * strand, depth * over

    return weave


def lace(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Flowers of thread over a net; the gaps show the dark below."""
    gain, relief = np.zeros_like(u), np.zeros_like(u)
    net = np.maximum(np.abs(np.sin(np.pi * (u + v) / 4.2)), np.abs(np.sin(np.pi * (u - v) / 4.2)))
    gain += 0.30 + 0.45 * np.clip((net - 0.80) * 6, 0, 1)
    for ox, oy, radius, petals in ((0.0, 0.0, 13.0, 6), (20.0, 20.0, 10.0, 5), (20, 0, 4.5, 4)):
        x = np.mod(u - ox + 20, 40) - 20
        y = np.mod(v - oy + 20, 40) - 20
        away, angle = np.hypot(x, y), np.arctan2(y, x)
        reach = radius * (0.72 + 0.28 * np.cos(petals * angle))
        flower = np.clip((reach - away) * 1.2, 0, 1)
        vein = 0.85 + 0.15 * np.cos(petals * 3 * angle)
        hole = np.clip(1 - np.abs(away - radius * 0.32) / 1.4, 0, 1)
        flower = flower * vein * (1 - 0.5 * hole)
        gain = np.maximum(gain, flower * 1.18)
        relief = np.maximum(relief, 0.7 * flower)
    return gain, relief
