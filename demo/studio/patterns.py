"""Colours on a cloth: stripes, checks, dots, flowers, spots, camouflage. Knows dyes and positions,
not how the cloth is woven or cut.

A pattern gives linear rgb [h, w, 3] for positions (u, v) on the cloth, in world units.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from demo.studio.canvas import (
    F32,
    Array,
    smoothstep,
)
from demo.studio.noise import noise, sample

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
        streak = noise(30, (7, 1.0), u, v, 1.5, 512)
        return mix(dye, other, np.clip(0.5 + 0.28 * fibre + 0.12 * streak, 0, 1.2) * amount)

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
                share = edge(width / 2 - away) * strength * (0.78 + 0.30 * yarn) * 0.78
                colour = mix(colour, dye, np.clip(share, 0, 1))
        return colour

    return pattern


def brushed_tartan(sett: Sequence[tuple[float, Dye]], repeat: float = 64.0) -> Pattern:
    """A 2/2 twill of one sett of (share, dye) in warp and weft, its nap brushed until edges blur."""
    shares = np.array([share for share, _ in sett])
    ends = np.cumsum(shares / shares.sum()) * repeat

    at = np.arange(0, repeat, 1 / 16)
    line = np.broadcast_to(sett[0][1], (len(at), 3)).astype(F32)
    for (_, dye), start, end in zip(sett[1:], ends[:-1], ends[1:], strict=True):
        away = np.abs(at - (start + end) / 2)
        away = np.minimum(away, repeat - away)
        line = mix(line, dye, smoothstep(-1.3, 1.2, (end - start) / 2 - away))
    line = np.sqrt(line)

    def yarns(at: np.ndarray) -> Array:
        place = (np.mod(at, repeat) * 16).astype(np.int32)
        return np.take(line, place, axis=0, mode="clip")

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        nap = noise(31, (2.4, 0.6), u, v, 1.8, 512)
        fleck = noise(32, (0.9, 0.5), u, v, 2, 512)
        bent_u = u + 1.1 * noise(71, 6, u, v, 0.3) + 0.22 * fleck
        bent_v = v + 1.1 * noise(70, 6, u, v, 0.3) + 0.22 * nap
        twill = 0.5 + 0.15 * np.sin((u + v) * 2 * np.pi / 2.9) + 0.05 * fleck
        colour = np.square(mix(yarns(bent_u), yarns(bent_v), np.clip(twill, 0, 1)))
        return colour * (1 + 0.045 * nap + 0.03 * fleck)[..., None]

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
    """Lozenges, chevrons, quarter circles, triangles, waves or fans, by `style` (0 to 5).

    dyes[0] is the ground; of more than three, every motif takes the next two.
    """
    inks = np.stack(dyes[1:]).astype(F32)

    def turns(column: np.ndarray, row: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        if len(inks) < 3:
            return inks[0], inks[-1]
        turn = (column + 2 * row).astype(int)
        return inks[turn % len(inks)], inks[(turn + 1) % len(inks)]

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        ground = dyes[0]
        dye, accent = turns(np.floor(u / repeat), np.floor(v / repeat))
        x, y = np.mod(u, repeat) - repeat / 2, np.mod(v, repeat) - repeat / 2
        colour = np.broadcast_to(ground, (*u.shape, 3)).astype(F32)
        if style == 4:  # waves
            crest = v + repeat * 0.16 * np.sin(u * 2 * np.pi / repeat)
            dye, accent = turns(np.zeros_like(u), np.floor(crest / (repeat * 0.66)))
            crest = np.mod(crest, repeat * 0.66)
            colour = mix(colour, dye, edge(repeat * 0.16 - np.abs(crest - repeat * 0.20)))
            return mix(colour, accent, edge(repeat * 0.06 - np.abs(crest - repeat * 0.50)))
        if style == 5:  # fans
            for k in range(2):
                row = np.mod(v + repeat * 0.5 * k, repeat)
                x = np.mod(u + repeat * 0.5 * k, repeat) - repeat / 2
                dye, accent = turns(
                    np.floor(u / repeat + 0.5 * k), 2 * np.floor(v / repeat + 0.5 * k) + k
                )
                away = np.hypot(x, row - repeat * 0.5)
                for share, ink in ((0.50, ground), (0.46, dye), (0.34, ground), (0.24, accent)):
                    fan = np.minimum(repeat * share - away, repeat * 0.5 - row)
                    colour = mix(colour, ink, edge(fan))
            return colour
        if style % 4 == 0:
            lozenge = repeat * 0.42 - np.abs(x) - np.abs(y) * 0.8
            colour = mix(colour, dye, edge(lozenge))
            return mix(colour, accent, edge(lozenge - repeat * 0.22))
        if style % 4 == 1:
            zigzag = v + np.abs(x) * 0.9
            dye, accent = turns(np.zeros_like(u), np.floor(zigzag / (repeat * 0.8)))
            zigzag = np.mod(zigzag, repeat * 0.8) - repeat * 0.4
            colour = mix(colour, dye, edge(repeat * 0.14 - np.abs(zigzag)))
            return mix(colour, accent, edge(repeat * 0.04 - np.abs(np.abs(zigzag) - repeat * 0.24)))
        if style % 4 == 2:
            odd = np.mod(np.floor(u / repeat) + np.floor(v / repeat), 2) > 0.5
            away = np.hypot(np.where(odd, x + repeat / 2, x - repeat / 2), y + repeat / 2)
            colour = mix(colour, dye, edge(repeat * 0.86 - away))
            colour = mix(colour, ground, edge(repeat * 0.58 - away))
            return mix(colour, accent, edge(repeat * 0.32 - away))
        dye, accent = turns(np.floor((u + 0.58 * v) / repeat), np.floor(v / repeat))
        slant = np.mod(u + 0.58 * v, repeat), np.mod(u - 0.58 * v, repeat)
        triangle = np.minimum(slant[0] - slant[1], np.mod(v, repeat) - repeat * 0.08)
        colour = mix(colour, dye, edge(triangle))
        return mix(colour, accent, edge(1.2 - np.abs(slant[0] - repeat / 2)))

    return pattern


def camouflage(dyes: Sequence[Dye], scale: float = 1.0) -> Pattern:
    """Blotches of dyes[1:] over dyes[0], the last ones the smallest; edges as soft as a screen print's."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        colour = np.broadcast_to(dyes[0], (*u.shape, 3)).astype(F32)
        drift_u = 11 * noise(71, 6, u, v, 0.42 * scale)
        drift_v = 7 * noise(70, 6, u, v, 0.42 * scale)
        for i, dye in enumerate(dyes[1:]):
            blotch = noise(72 + i, (13, 7.5), u + drift_u, v + drift_v, (0.34 + 0.05 * i) * scale)
            blotch = blotch + 0.16 * noise(82 + i, 3, u, v, 0.5 * scale)
            colour = mix(colour, dye, smoothstep(-0.06, 0.06, blotch - 0.40 - 0.22 * i))
        return colour

    return pattern


def snakeskin(ground: Dye, dark: Dye, scale: float = 1.0) -> Pattern:
    """Python: rows of scales, each of one tone; the tones make up saddles and flecks."""

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        wide, high = 3.4 / scale, 2.9 / scale
        a, b = u / wide + v / high, u / wide - v / high
        row, column = np.floor(a), np.floor(b)
        centre_u, centre_v = (row + column + 1) / 2 * wide, (row - column) / 2 * high
        bent_u, bent_v = 0.65 * u + 0.35 * centre_u, 0.65 * v + 0.35 * centre_v
        across = bent_u + 5 * noise(75, 6, bent_u, bent_v, 0.5)
        saddle = np.cos(across * 2 * np.pi / (44 / scale)) + np.cos(
            bent_v * 2 * np.pi / (33 / scale)
        )
        saddle = saddle + 0.22 * noise(76, 4, bent_u, bent_v, 0.8)
        tone = 0.88 * np.exp(-np.square(saddle / 0.44)) + 0.55 * smoothstep(1.25, 1.7, saddle)
        tone = np.clip(tone + 0.07 * noise(77, 1.0, row * 3, column * 3), 0, 1)
        rim = np.maximum(np.abs(a - row - 0.5), np.abs(b - column - 0.5)) * 2
        share = tone + (0.30 - 0.62 * tone) * smoothstep(0.60, 1.0, rim)
        return mix(ground, dark, np.clip(share, 0, 1))

    return pattern


def houndstooth(ground: Dye, dye: Dye, yarn: float = 2.0) -> Pattern:
    """Four dark and four light yarns in a 2/2 twill, `yarn` units apart."""

    def dark(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        i, j = np.floor(u / yarn), np.floor(v / yarn)
        warp, weft = np.mod(i, 8) < 4, np.mod(j, 8) < 4
        return np.where(np.mod(i - j, 4) < 2, warp, weft).astype(F32)

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        around = ((-0.42, -0.16), (0.16, -0.42), (0.42, 0.16), (-0.16, 0.42))
        return mix(ground, dye, sum(dark(u + du, v + dv) for du, dv in around) / 4)

    return pattern


def yarn_checks(ground: Dye, dye: Dye, yarn: float = 1.3, pane: Dye | None = None) -> Pattern:
    """Glen check: blocks of 4/4 yarns beside blocks of 2/2 in a twill, under a coloured windowpane."""

    def dark_yarn(at: np.ndarray) -> np.ndarray:
        place = np.mod(at, 56)
        return np.where(place < 32, np.mod(place, 8) < 4, np.mod(place, 4) < 2)

    def pattern(u: np.ndarray, v: np.ndarray) -> Array:
        i, j = np.floor(u / yarn), np.floor(v / yarn)
        above = np.mod(i - j, 4) < 2
        colour = mix(ground, dye, 0.8 * np.where(above, dark_yarn(i), dark_yarn(j)).astype(F32))
        if pane is None:
            return colour
        for at in (u, v):
            away = np.abs(np.mod(at, 56 * yarn) - 44 * yarn)
            colour = mix(colour, pane, 0.55 * edge(0.8 - away))
        return colour

    return pattern


def below(ground: Dye, pattern: Pattern, top: float) -> Pattern:
    """Plain down to `top`, then patterned."""

    def yoked(u: np.ndarray, v: np.ndarray) -> Array:
        return mix(np.broadcast_to(ground, (*u.shape, 3)), pattern(u, v - top), edge(v - top))

    return yoked


def slanted(dyes: Sequence[Dye], edges: Sequence[float], slope: float) -> Pattern:
    """`blocks` whose edges fall by `slope` towards the right."""
    straight = blocks(dyes, edges)
    return lambda u, v: straight(u, v - slope * u)


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
