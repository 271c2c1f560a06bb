"""How a cloth is made: yarn, wales, stitches, grain. Knows surfaces only, neither dyes nor prints.

A weave gives, for positions (u, v) on the cloth in world units, a brightness factor [h, w] around 1
and a relief [h, w] in world units (None when the surface is smooth).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from demo.studio.canvas import (
    Array,
)
from demo.studio.noise import noise

Weave = Callable[[np.ndarray, np.ndarray], tuple[Array, Array | None]]


def plain_weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, None]:
    """Cotton jersey or poplin: barely uneven."""
    return 1 + 0.025 * noise(21, 14, u, v, 0.5), None


def slub_weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Linen: thick and thin yarns in both directions, here and there a knot."""
    across = noise(41, (11, 0.7), u, v, 2, 512)
    along = noise(44, (0.7, 9), u, v, 2, 512)
    slub = np.maximum(noise(46, (16, 0.9), u, v, 1.6, 512) - 1.5, 0)
    cloud = noise(21, 14, u, v, 0.5)
    gain = 1 + 0.018 * across + 0.016 * along + 0.035 * slub + 0.015 * cloud
    return gain, 0.038 * (across + along) + 0.06 * slub


def twill_weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Chino, gabardine, suiting: fine diagonal lines."""
    line = np.sin((u + 1.6 * v) * 2 * np.pi / 2.4)
    return 1 + 0.025 * line + 0.02 * noise(21, 14, u, v, 0.5), 0.06 * line


def felt(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Wool coating, fleece: matted fibres, a little uneven from place to place."""
    fibre = noise(31, (2.0, 0.6), u, v, 2, 512) + 0.7 * noise(32, (0.8, 0.5), u, v, 2, 512)
    cloud = noise(35, 9, u, v, 0.6)
    return 1 + 0.030 * fibre + 0.022 * cloud, 0.05 * fibre + 0.05 * cloud


def flannel(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Brushed suiting: fibres of several tones spun into one yarn."""
    fibre = noise(31, (2.4, 0.6), u, v, 1.7, 512)
    fleck = noise(32, (1.1, 0.6), u, v, 1.6, 512)
    return 1 + 0.055 * fibre + 0.045 * fleck + 0.02 * noise(21, 14, u, v, 0.5), 0.04 * fibre


def herringbone(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Twill that turns back and forth in columns."""
    zigzag = np.abs(np.mod(u / 15, 1) - 0.5) * 15
    line = np.sin((v + 1.25 * zigzag) * 2 * np.pi / 4.2)
    fibre = noise(31, (2.0, 0.6), u, v, 2, 512)
    return 1 + 0.085 * line + 0.035 * fibre, 0.07 * line + 0.03 * fibre


def pile(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Velvet: a nap that lies this way and that, as hands have stroked it."""
    stroked = noise(33, (7, 20), u + 0.3 * v, v, 0.7)
    nap = stroked + 0.5 * noise(30, (5, 9), u, v, 1.2)
    return 1 + 0.14 * nap + 0.025 * noise(34, 0.7, u, v, 2), 0.05 * stroked


def stockinette(wale: float = 5.0, depth: float = 0.8) -> Weave:
    """Plain knitting: columns of V stitches, `wale` units wide, of a yarn not quite even."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        u = u + 0.10 * wale * noise(52, 5, u, v, 0.8)
        v = v + 0.16 * wale * noise(53, 5, u, v, 0.8)
        column = np.mod(u / wale, 1) - 0.5
        row = np.mod(v / (wale * 0.78) + 1.35 * np.abs(column), 1) - 0.5
        leg = np.exp(-(((np.abs(column) - 0.25) / 0.21) ** 2))
        stitch = np.exp(-((row / 0.34) ** 2)) * leg
        yarn = noise(51, 1.0, u, v, 3)
        gain = 0.85 + 0.25 * stitch + 0.08 * leg + 0.035 * yarn
        return gain + 0.025 * noise(54, (30, 1.2), u, v / wale, 3), depth * (
            0.8 * stitch + 0.4 * leg
        )

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
    """Velvet wales, brushed here and there."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        ridge = np.abs(np.sin(np.pi * u / wale)) ** 0.7
        nap = noise(34, (0.6, 2.0), u, v, 2)
        return 0.78 + 0.28 * ridge + 0.03 * nap + 0.03 * noise(33, (7, 20), u, v, 0.7), 0.8 * ridge

    return weave


def grain(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Leather: pebbles between fine creases, darker where the hide is denser."""
    pebble = noise(36, 1.6, u, v, 1.6) + 0.6 * noise(37, 0.8, u, v, 1.8)
    bent = 1.5 * noise(48, 3, u, v, 0.8)
    crease = np.exp(-np.square(noise(49, (7, 2.6), u + bent, v + bent, 1.0) / 0.16))
    crease *= np.clip(noise(50, 10, u, v, 0.6) + 0.1, 0, 1)
    hide = noise(38, 9, u, v, 0.6) + 0.6 * noise(29, 24, u, v, 0.6)
    return 1 + 0.035 * hide + 0.016 * pebble - 0.07 * crease, 0.06 * pebble - 0.14 * crease


def sheen(u: np.ndarray, v: np.ndarray) -> tuple[Array, None]:
    """Satin: smooth."""
    return 1 + 0.015 * noise(21, 14, u, v, 0.5), None


def crinkle(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Nylon: a fine plain weave that takes small sharp creases everywhere."""
    bent = 2.0 * noise(56, 4, u, v, 0.8)
    fold = noise(57, (3.5, 5.5), u + bent, v - bent, 0.8)
    ridge = np.exp(-np.square(fold / 0.35)) * np.clip(noise(58, 9, u, v, 0.5) + 0.5, 0, 1.2)
    thread = np.sin(u * 2 * np.pi / 1.7) * np.sin(v * 2 * np.pi / 1.7)
    return 1 + 0.012 * thread + 0.015 * noise(21, 14, u, v, 0.5), 0.22 * ridge + 0.16 * fold


def ripstop(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Bag nylon: a visible plain weave with a grid of thicker threads, crumpled all over."""
    bent = 2.5 * noise(56, 4, u, v, 0.7)
    fold = noise(57, (2.2, 9), u + bent, v - bent, 0.6) + noise(
        58, (9, 2.2), u - bent, v + bent, 0.6
    )
    fold = np.abs(fold) - 0.8 * np.abs(noise(55, 5, u + bent, v, 0.6))
    thread = np.sin(u * 2 * np.pi / 2.8) * np.sin(v * 2 * np.pi / 2.8)
    grid = np.maximum(*(np.exp(-np.square((np.mod(at, 10.5) - 5.2) / 0.8)) for at in (u, v)))
    gain = 1 + 0.05 * thread - 0.10 * grid + 0.03 * noise(21, 14, u, v, 0.5)
    return gain, 0.55 * fold + 0.07 * thread + 0.14 * grid


def crepe(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Chiffon: twisted yarn, a fine crinkle in every direction."""
    crinkle = noise(39, (0.8, 1.8), u, v, 1.7) + 0.6 * noise(40, (1.6, 0.8), u, v, 1.7)
    return 1 + 0.018 * crinkle + 0.025 * noise(21, 14, u, v, 0.5), 0.045 * crinkle


def basket(size: float = 3.0, depth: float = 0.5) -> Weave:
    """Coarse over-and-under weave: canvas, straw."""

    def weave(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
        across = np.sin(np.pi * u / size)
        along = np.sin(np.pi * v / size)
        over = np.where(across * along > 0, np.abs(across), np.abs(along)) ** 0.7
        strand = noise(43, (0.8, 4), u, v, 1.5) + noise(45, (4, 0.8), u, v, 1.5)
        return 0.86 + 0.18 * over + 0.03 * strand, depth * over

    return weave


def _flowers(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Coverage and relief of lace's solid flowers and the leafy stems that join them."""
    u, v = u + 2.0 * noise(59, 12, u, v, 0.6), v + 2.0 * noise(60, 12, u, v, 0.6)
    cover, relief = np.zeros_like(u), np.zeros_like(u)
    stem = np.abs(np.mod(u - 9 * np.sin(v * 2 * np.pi / 48), 24) - 12)
    cover = np.maximum(cover, np.clip((1.3 - stem) * 1.5, 0, 1))
    for ox, oy, radius, petals in ((12.0, 12.0, 10.5, 6), (36.0, 36.0, 8.5, 5), (36, 10, 4.6, 4),
                                   (12, 36, 4.6, 4)):  # fmt: skip
        x = np.mod(u - ox + 24, 48) - 24
        y = np.mod(v - oy + 24, 48) - 24
        away, angle = np.hypot(x, y), np.arctan2(y, x) + ox
        reach = radius * (0.74 + 0.26 * np.cos(petals * angle))
        flower = np.clip((reach - away) * 1.2, 0, 1)
        hole = np.clip(1 - np.abs(away - radius * 0.34) / 1.3, 0, 1)
        cover = np.maximum(cover * (away > reach + 1.2), flower * (1 - 0.75 * hole))
        relief = np.maximum(relief, 0.7 * flower)
    return cover, relief


def lace_cover(u: np.ndarray, v: np.ndarray) -> Array:
    """Coverage 0..1 of lace: flowers are whole, the net between them is mostly holes."""
    flowers, _ = _flowers(u, v)
    mesh = np.maximum(np.abs(np.cos(np.pi * (u + v) / 4.4)), np.abs(np.cos(np.pi * (u - v) / 4.4)))
    net = 0.26 + 0.50 * np.clip((mesh - 0.80) * 6, 0, 1)
    return np.maximum(net, 0.97 * flowers)


def lace(u: np.ndarray, v: np.ndarray) -> tuple[Array, Array]:
    """Flowers of thick thread over a net; see `lace_cover` for its holes."""
    flowers, relief = _flowers(u, v)
    return 0.90 + 0.12 * flowers, relief
