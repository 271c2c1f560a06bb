"""Knitted-in colour: argyle diamonds, Fair-Isle bands, a round yoke, tipping. Knows no garment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from demo.studio.canvas import F32, Array
from demo.studio.dyes import MIXED, dye, lightness
from demo.studio.light import Texture

FAIR_ISLE = (
    "............", "............", "1.1.1.1.1.1.", ".1.1.1.1.1.1", "............",
    "222222222222", "2..222222..2", "..1..22..1..", ".111....111.", "11111..11111",
    ".111....111.", "..1..22..1..", "2..222222..2", "222222222222", "............",
    ".1.1.1.1.1.1", "1.1.1.1.1.1.", "............", "............", "..2...2...2.",
    ".222.222.222", "..2...2...2.",
)  # fmt: skip
"""one repeat, a character a stitch: ground, first and second contrast"""


def stitches(u: np.ndarray, v: np.ndarray, size: float) -> tuple[Array, Array]:
    """Positions rounded to whole stitches, so that colours change from loop to loop."""
    return np.floor(u / size), np.floor(v / (size * 0.85))


def argyle(
    main: np.ndarray, second: np.ndarray, accent: np.ndarray, wide: float = 44.0,
    high: float = 66.0, size: float = 2.8,
) -> Texture:  # fmt: skip
    """Diamonds in two colours, crossed by thin lines; one's middle lies on the centre line."""
    line = accent * 0.4 + 0.6 * second

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, None]:
        column, row = stitches(u, v, size)
        p, q = column * size / wide, row * size * 0.85 / high
        a, b = p + q, p - q + 1
        across, along = np.floor(a), np.floor(b)
        filled = np.mod(across + along, 2) < 0.5
        other = np.mod(across, 2) < 0.5
        albedo = np.where(filled[..., None], np.where(other[..., None], second, accent), main)
        thin = (np.abs(np.mod(a, 1) - 0.5) < 0.035) | (np.abs(np.mod(b, 1) - 0.5) < 0.035)
        albedo = np.where(thin[..., None], np.where(filled[..., None], main, line), albedo)
        return albedo.astype(F32), None

    return texture


def fair_isle(
    main: np.ndarray, second: np.ndarray, accent: np.ndarray, size: float = 3.4,
    more: Sequence[np.ndarray] = (),
) -> Texture:  # fmt: skip
    """Bands of small motifs all over; with `more` dyes the bands take turns."""
    grid = np.array([[".12".index(c) for c in row] for row in FAIR_ISLE])
    dyes = np.stack([main, second, accent, *more]).astype(F32)
    band = np.digitize(np.arange(len(grid)), (4, 14, 18))

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, None]:
        column, row = stitches(u, v, size)
        which = grid[np.mod(row, len(grid)).astype(int), np.mod(column, grid.shape[1]).astype(int)]
        turn = band[np.mod(row, len(grid)).astype(int)] + 4 * (row // len(grid)).astype(int)
        turned = (which - 1 + (2 * turn if more else 0)) % (len(dyes) - 1) + 1
        return dyes[np.where(which > 0, turned, 0)], None

    return texture


def yoke(
    main: np.ndarray, second: np.ndarray, accent: np.ndarray, centre: float, reach: float
) -> Texture:
    """Fair-Isle bands in rings round the neck, plain below; `centre` is the neck's v."""
    bands = fair_isle(main, second, accent, 3.2)
    begin = 40.0

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, None]:
        away = np.hypot(u, (v - centre) * 1.02)
        turn = np.arctan2(u, v - centre)
        albedo, _ = bands(turn * 120, away - begin, seed)
        inside = (away < begin + reach)[..., None]
        return np.where(inside, albedo, main).astype(F32), None

    return texture


def contrast(colour: str, main: np.ndarray, second: np.ndarray) -> np.ndarray:
    """A third dye for a motif: deep on pale wool, of another hue on dark."""
    if colour == "multicolour":  # whichever clear dye is least like the two
        clear = [dye(name) for name in MIXED]
        return max(clear, key=lambda d: min(np.abs(d - main).sum(), np.abs(d - second).sum()))
    if lightness(main) < 0.45:
        return dye("burgundy") if colour in ("navy", "grey", "black") else dye("navy")
    return 0.55 * main + 0.45 * second


def tipped(rib: Texture, dye: np.ndarray, lines: tuple[tuple[float, float], ...]) -> Texture:
    """A ribbed band with stripes along it: each (start, end) across the band, in units of v."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
        albedo, relief = rib(u, v, seed)
        base = albedo.mean(-1, keepdims=True) / (albedo.mean() + 1e-6)
        for start, end in lines:
            inside = ((v >= start) & (v < end))[..., None]
            albedo = np.where(inside, dye * np.clip(base, 0.4, 1.2), albedo)
        return albedo.astype(F32), relief

    return texture
