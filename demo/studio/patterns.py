"""Colours on a cloth: stripes, checks, dots, flowers, spots, camouflage. Knows dyes and positions,
not how the cloth is woven or cut.

A pattern gives linear rgb [h, w, 3] for positions (u, v) on the cloth, in world units.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from demo.studio.canvas import F32, Array, noise, sample

Pattern = Callable[[np.ndarray, np.ndarray], Array]
Dye = np.ndarray
"""linear rgb [3]"""


def mix(a: np.ndarray, b: np.ndarray, share: np.ndarray) -> Array:
    """a where share [h, w] is 0, b where it is 1."""
    share = share[..., None]
    return (a * (1 - share) + b * share).astype(F32)


def edge(distance: np.ndarray) -> np.ndarray:
    """Anti-aliased inside (distance > 0) of a shape, half a unit soft."""
    return np.clip(distance * 1.8 + 0.5, 0, 1)


def solid(dye: Dye) -> Pattern:
    return lambda u, v: np.broadcast_to(dye, (*u.shape, 3)).astype(F32)


def melange(dye: Dye, other: Dye, amount: float = 0.5) -> Pattern:
    """Two fibres spun together."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        fibre = noise(31, (2.4, 0.6), u, v, 1.8, 512) + 0.7 * noise(32, (0.9, 0.5), u, v, 2, 512)
        return mix(dye, other, np.clip(0.5 + 0.26 * fibre, 0, 1) * amount)

    return pattern


def stripes(dyes: Sequence[Dye], widths: Sequence[float], vertical: bool = False) -> Pattern:
    """Bands of these widths, repeating."""
    ends = np.cumsum(widths)

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        at = np.mod(u if vertical else v, ends[-1])
        colour = np.broadcast_to(dyes[0], (*u.shape, 3)).astype(F32)
        for dye, start, end in zip(dyes[1:], ends[:-1], ends[1:], strict=True):
            inside = edge(np.minimum(at - start, end - at))
            colour = mix(colour, dye, inside)
        return colour

    return pattern


def checks(
    ground: Dye, bands: Sequence[tuple[float, float, Dye, float]], repeat: float = 64.0
) -> Pattern:
    """Woven checks; a band is (position, width, dye, strength) in both directions."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        colour = np.broadcast_to(ground, (*u.shape, 3)).astype(F32)
        twill = 0.5 + 0.5 * np.sin((u + v) * 2 * np.pi / 2.2)
        for at, yarn in ((np.mod(u, repeat), 1 - twill), (np.mod(v, repeat), twill)):
            for position, width, dye, strength in bands:
                away = np.abs(at - position)
                away = np.minimum(away, repeat - away)
                share = edge(width / 2 - away) * strength * (0.72 + 0.38 * yarn) * 0.62
                colour = mix(colour, dye, np.clip(share, 0, 1))
        return colour

    return pattern


def dots(ground: Dye, dye: Dye, repeat: float = 26.0, radius: float = 6.0) -> Pattern:
    """Polka dots, staggered."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        half = repeat / 2
        even = np.hypot(np.mod(u, repeat) - half, np.mod(v, repeat) - half)
        odd = np.hypot(np.mod(u + half, repeat) - half, np.mod(v + half, repeat) - half)
        return mix(ground, dye, edge(radius - np.minimum(even, odd)))

    return pattern


def geometric(dyes: Sequence[Dye], style: int, repeat: float = 34.0) -> Pattern:
    """Lozenges, chevrons, tiles of quarter circles or a lattice of triangles, by `style`."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        ground, dye = dyes[0], dyes[1]
        accent = dyes[2] if len(dyes) > 2 else dyes[1]
        x, y = np.mod(u, repeat) - repeat / 2, np.mod(v, repeat) - repeat / 2
        colour = np.broadcast_to(ground, (*u.shape, 3)).astype(F32)
        if style % 4 == 0:
            lozenge = repeat * 0.42 - np.abs(x) - np.abs(y) * 0.8
            colour = mix(colour, dye, edge(lozenge))
            return mix(colour, accent, edge(lozenge - repeat * 0.22))
        if style % 4 == 1:
            zigzag = np.mod(v + np.abs(x) * 0.9, repeat * 0.8) - repeat * 0.4
            colour = mix(colour, dye, edge(repeat * 0.14 - np.abs(zigzag)))
            return mix(colour, accent, edge(repeat * 0.04 - np.abs(np.abs(zigzag) - repeat * 0.24)))
        if style % 4 == 2:
            odd = np.mod(np.floor(u / repeat) + np.floor(v / repeat), 2) > 0.5
            away = np.hypot(np.where(odd, x + repeat / 2, x - repeat / 2), y + repeat / 2)
            colour = mix(colour, dye, edge(repeat * 0.86 - away))
            colour = mix(colour, ground, edge(repeat * 0.58 - away))
            return mix(colour, accent, edge(repeat * 0.32 - away))
        slant = np.mod(u + 0.58 * v, repeat), np.mod(u - 0.58 * v, repeat)
        triangle = np.minimum(slant[0] - slant[1], np.mod(v, repeat) - repeat * 0.08)
        colour = mix(colour, dye, edge(triangle))
        return mix(colour, accent, edge(1.2 - np.abs(slant[0] - repeat / 2)))

    return pattern


def camouflage(dyes: Sequence[Dye], scale: float = 1.0) -> Pattern:
    """Blotches of dyes[1:] over dyes[0]."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        colour = np.broadcast_to(dyes[0], (*u.shape, 3)).astype(F32)
        drift = 6 * noise(71, 3, u, v, 0.6)
        for i, dye in enumerate(dyes[1:]):
            blotch = noise(72 + i, (11, 7), u + drift, v + drift * 0.5, 0.55 * scale)
            blotch = blotch + 0.35 * noise(82 + i, 3, u, v, 0.6 * scale)
            colour = mix(colour, dye, np.clip((blotch - 0.35 - 0.12 * i) * 9 + 0.5, 0, 1))
        return colour

    return pattern


def blocks(dyes: Sequence[Dye], edges: Sequence[float]) -> Pattern:
    """dyes[0] down to edges[0], then dyes[1], and so on."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        colour = np.broadcast_to(dyes[0], (*u.shape, 3)).astype(F32)
        for dye, start in zip(dyes[1:], edges, strict=True):
            colour = mix(colour, dye, edge(v - start))
        return colour

    return pattern


def halves(left: Dye, right: Dye) -> Pattern:
    """One dye on each side of the middle."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        return mix(np.broadcast_to(left, (*u.shape, 3)), right, edge(u))

    return pattern


def printed_inks(ground: Dye, inks: Sequence[Dye], tile: np.ndarray, scale: float) -> Pattern:
    """A repeating tile of ink coverages, `scale` tile pixels a unit."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        colour = np.broadcast_to(ground, (*u.shape, 3)).astype(F32)
        for i, ink in enumerate(inks):
            colour = mix(colour, ink, sample(tile[..., i], u * scale, v * scale))
        return colour

    return pattern
