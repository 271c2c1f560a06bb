"""Which print or weave pattern a colourway gets, in which dyes and at what size. Draws none itself."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from demo.studio import patterns, prints, tiles
from demo.studio.canvas import linear_to_srgb
from demo.studio.design import Colourway
from demo.studio.dyes import dye, is_mixed, lightness, mixed_dyes
from demo.studio.patterns import Dye, Pattern

UPRIGHT = (
    "shirt", "suit-trousers", "blazer", "shirt-dress", "wide-trousers", "chinos", "chino-shorts",
)  # fmt: skip
"""types whose stripes run down"""
TAILORED = ("blazer", "suit-trousers", "overcoat", "trench-coat", "sheath-dress", "pencil-skirt")


def _paler(colour: Dye, share: float = 0.45) -> Dye:
    return (1 - share) * colour + share * dye("white")


def _darkest(*dyes: Dye) -> Dye:
    return min(dyes, key=lightness)


def striped(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Pin, Bengal and awning stripes downwards; Breton, even, rugby and broken rhythms across."""
    if c.type in UPRIGHT or rng.random() < 0.06:
        if c.type in TAILORED:
            gap = rng.uniform(11, 19)
            return patterns.stripes([main, second * 0.8 + main * 0.2], [gap, 1.3], True)
        rhythms = ([5.5, 5.5], [17, 17], [12, 2.4], [3.2, 2.4], [16, 3, 3, 3])
        widths = list(rhythms[int(rng.integers(5))])
        return patterns.stripes([main, second] * (len(widths) // 2), widths, True)
    if is_mixed(c):
        dyes = [*mixed_dyes(c, 5), main if c.colour2 else dye("white")]
        return patterns.stripes(dyes, list(rng.uniform(10, 22, len(dyes))))
    style = c.pick((0, 1, 2, 3, 4, 5, 0))
    if style == 0:  # Breton: a plain yoke above fine stripes
        wide = rng.uniform(9, 13)
        return patterns.below(
            main, patterns.stripes([main, second], [wide, wide * 0.5]), rng.uniform(24, 46)
        )
    if style == 1:  # even
        wide = rng.uniform(8, 15)
        return patterns.stripes([main, second], [wide, wide])
    if style == 2:  # rugby
        wide = rng.uniform(28, 42)
        return patterns.stripes([main, second], [wide, wide])
    if style == 3:  # broken: broad and narrow, some half-toned
        tone = 0.5 * main + 0.5 * second
        return patterns.stripes(
            [main, second, main, tone, main, second], [24, 4, 7, 14, 9, 9 * rng.uniform(0.7, 1.4)]
        )
    if style == 4:  # threes
        fine = rng.uniform(2.6, 4.4)
        return patterns.stripes([main, second, main, second, main, second], [fine * 7, *[fine] * 5])
    wide = rng.uniform(12, 22)
    return patterns.stripes([main, second], [wide, wide * rng.uniform(0.25, 0.45)])


def _tartan(main: Dye, second: Dye, third: Dye, repeat: float, style: int) -> Pattern:
    dark = main * 0.25
    if lightness(second) < lightness(main):
        dark, third = second, _paler(main, 0.6)
    if style == 0:
        bands = [
            (repeat * 0.25, repeat * 0.34, dark, 0.8), (repeat * 0.25, repeat * 0.05, second, 1.0),
            (repeat * 0.72, repeat * 0.07, second, 1.0), (repeat * 0.86, repeat * 0.03, third, 1.0),
        ]  # fmt: skip
    else:
        bands = [
            (repeat * 0.30, repeat * 0.30, second, 0.85), (repeat * 0.16, repeat * 0.05, dark, 0.9),
            (repeat * 0.44, repeat * 0.05, dark, 0.9), (repeat * 0.80, repeat * 0.10, dark, 0.6),
            (repeat * 0.80, repeat * 0.025, third, 1.0),
        ]  # fmt: skip
    return patterns.checks(main, bands, repeat)


SETTS = (
    "o.03 m.19 d.10 s.17 m.03 s.17 d.10 m.19",
    "m.15 o.03 m.15 d.045 s.12 m.03 s.12 d.045",
    "m.25 h.06 s.17 h.06 m.12 d.03 s.05 d.03 m.04 o.025 m.04 d.03 s.05 d.03 m.12",
    "m.13 o.025 m.13 s.06 d.09 s.03 d.09 s.03 d.09 s.06",
    "s.22 m.05 d.03 m.16 o.03 m.04 o.03 m.16 d.03 m.05",
)
"""flannel checks: (m)ain, (s)econd, (d)ark, (h)alf-way, (o)vercheck, each with its share"""


def _flannel(main: Dye, second: Dye, third: Dye, rng: np.random.Generator) -> Pattern:
    deeper = lightness(second) < lightness(main)
    yarns = {
        "m": main,
        "s": second,
        "d": _darkest(main, second) * (0.55 if deeper else 0.3),
        "h": 0.5 * main + 0.5 * second,
        "o": _paler(main, 0.7) if deeper else _paler(third, 0.35),
    }
    sett = SETTS[int(rng.integers(len(SETTS)))].split()
    return patterns.brushed_tartan([(float(y[1:]), yarns[y[0]]) for y in sett], rng.uniform(55, 75))


def checked(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Gingham, tartans, windowpane, madras, brushed flannel; glen and houndstooth for suiting."""
    third = mixed_dyes(c, 1)[0] if is_mixed(c) else accent
    repeat = rng.uniform(46, 74)
    if c.type in TAILORED or c.material == "wool":
        second = 0.62 * second + 0.38 * main  # suiting is quiet
        style = ("glen", "houndstooth", "windowpane", "tartan")[int(rng.integers(4))]
    elif c.type == "flannel-shirt":
        return _flannel(main, second, third, rng)
    else:
        style = ("gingham", "gingham", "tartan", "madras", "windowpane")[int(rng.integers(5))]
    if style == "gingham":
        half = rng.uniform(5, 14)
        return patterns.checks(main, [(half, half, second, 0.95)], half * 2)
    if style == "tartan":
        return _tartan(main, second, third, repeat, int(rng.integers(2)))
    if style == "madras":
        deeper = lightness(second) < lightness(main)
        half = 0.25 * main + 0.75 * second if deeper else 0.5 * main + 0.5 * second
        at = np.sort(rng.uniform(0, 1, 6)) * repeat
        dyes = (second, half, third, half, second, _darkest(main, second) * 0.6)
        widest, strength = (0.16 * repeat, 1.1) if deeper else (0.11 * repeat, 0.8)
        bands = [
            (float(p), float(rng.uniform(2.4, widest)), d, strength)
            for p, d in zip(at, dyes, strict=True)
        ]
        return patterns.checks(main, bands, repeat)
    if style == "glen":
        return patterns.yarn_checks(main, second, rng.uniform(1.15, 1.5), third)
    if style == "houndstooth":
        return patterns.houndstooth(main, second, rng.uniform(1.2, 1.9))
    return patterns.checks(
        main, [(repeat / 2, 1.8, second, 1.3), (repeat / 2 - 5, 0.9, second, 0.6)], repeat * 0.75
    )


def dotted(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Pin dots, medium, coin-sized, and dots as if painted by hand."""
    style = int(rng.integers(4))
    if style == 3:
        tile = tiles.painted_dots(int(rng.integers(3)))
        return patterns.printed_inks(main, [second], tile, rng.uniform(2.2, 3.4))
    repeat = ((9, 12), (17, 25), (34, 48))[style]
    size = rng.uniform(*repeat)
    return patterns.dots(main, second, size, size * (0.16, 0.21, 0.26)[style])


def floral(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Ditsy, tropical, watercolour roses, folk and daisies."""
    petals = [second, _paler(second)]
    pale = lightness(main) > 0.45
    leaf = 0.8 * dye("green") if pale else 1.2 * dye("olive")
    if c.colour in ("green", "olive", "teal"):
        leaf = main * 0.5 if pale else main * 2.0 + 0.02
    leaf = 0.75 * leaf + 0.25 * main
    heart = dye("mustard")
    if is_mixed(c):
        petals = [d for d in mixed_dyes(c, 7) if abs(lightness(d) - lightness(main)) > 0.12][:4]
        inks = [leaf, *petals, main, dye("yellow")]
        return patterns.printed_inks(
            main, inks, tiles.meadow_tile(c.pick((0, 1, 2))), rng.uniform(2.2, 2.8)
        )
    style = c.pick(("roses", "tropical", "ditsy", "folk", "roses", "daisies", "tropical"))
    variant = int(rng.integers(2))
    shadow = petals[0] * 0.55
    if style == "ditsy":
        inks = [leaf, petals[0], petals[1], shadow, heart]
        return patterns.printed_inks(main, inks, tiles.ditsy_tile(variant), rng.uniform(2.0, 2.7))
    if style == "tropical":
        inks = [leaf, petals[0], 0.6 * leaf + 0.4 * _paler(leaf), shadow, heart]
        return patterns.printed_inks(
            main, inks, tiles.tropical_tile(variant), rng.uniform(2.0, 2.6)
        )
    if style == "roses":
        wash = _paler(petals[0], 0.5) if pale else 0.6 * petals[0] + 0.4 * _paler(petals[0])
        inks = [leaf, wash, petals[0], shadow, petals[0] * 0.35]
        return patterns.printed_inks(main, inks, tiles.rose_tile(variant), rng.uniform(2.0, 2.8))
    if style == "folk":
        inks = [leaf, petals[0], petals[1], shadow, heart]
        return patterns.printed_inks(main, inks, tiles.folk_tile(variant), rng.uniform(3.0, 4.0))
    inks = [leaf, petals[0], petals[1], shadow, heart]
    return patterns.printed_inks(
        main, inks, tiles.flower_tile(int(rng.integers(6))), rng.uniform(2.0, 3.2)
    )


def animal(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Leopard, zebra, snake."""
    dark = dye("black") * 0.9
    if c.colour2 and lightness(second) < lightness(main):
        dark = 0.35 * second + 0.65 * dark if c.colour2 == "brown" else second
    if lightness(main) < 0.38:
        dark = second if c.colour2 else dye("beige")
    style = c.pick(("leopard", "zebra", "leopard", "snake", "leopard"))
    if style == "zebra":
        return patterns.printed_inks(
            main, [dark], tiles.zebra_tile(int(rng.integers(3))), rng.uniform(1.9, 2.6)
        )
    if style == "snake":
        return patterns.snakeskin(main, dark, rng.uniform(0.85, 1.2))
    heart = 0.62 * main + 0.38 * (second if c.colour2 == "brown" else dark)
    tile = tiles.leopard_tile(int(rng.integers(4)))
    return patterns.printed_inks(main, [heart, dark], tile, rng.uniform(1.7, 2.5))


def camouflaged(
    c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye
) -> Pattern:
    """Four tones: the ground, a pale one, a deep one and the darkest."""
    pale = 0.55 * main + 0.45 * dye("beige") if lightness(main) < 0.75 else main * 0.72
    deep = main * 0.50 if c.colour != "navy" else main * 0.6
    dark = main * 0.24 + 0.006
    if c.colour2 and lightness(second) < lightness(main):
        dark = 0.55 * dark + 0.45 * second
    elif c.colour2:
        pale = 0.5 * pale + 0.5 * second
    return patterns.camouflage([main, pale, deep, dark], rng.uniform(0.85, 1.2))


def geometric(
    c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye
) -> Pattern:
    """Lozenges, chevrons, quarter circles, triangles, waves, fans or terrazzo."""
    dyes = [main, second, accent]
    if is_mixed(c):
        clear = [d for d in mixed_dyes(c, 7) if abs(lightness(d) - lightness(main)) > 0.12]
        dyes = [main, *clear[:5]]
    style = c.pick((0, 1, 2, 3, 4, 5, 6))
    if is_mixed(c):
        style %= 6  # chips leave too much ground to look many-coloured
    if style == 6:
        inks = [dyes[1], dyes[2], 0.5 * dyes[1] + 0.5 * main]
        return patterns.printed_inks(
            main, inks, tiles.terrazzo_tile(int(rng.integers(2))), rng.uniform(2.4, 3.6)
        )
    return patterns.geometric(dyes, style, rng.uniform(24, 48))


def melange(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye, accent: Dye) -> Pattern:
    """Fibres of two tones spun together."""
    other = second if c.colour2 else (dye("white") if lightness(main) < 0.6 else main * 0.45)
    return patterns.melange(main, other, 0.36 if lightness(main) > 0.6 else 0.22)


REPEATING: dict[str, Callable[..., Pattern]] = {
    "striped": striped, "checked": checked, "polka-dot": dotted, "floral": floral,
    "animal-print": animal, "camouflage": camouflaged, "geometric": geometric, "melange": melange,
}  # fmt: skip


def blocked(c: Colourway, rng: np.random.Generator, main: Dye, second: Dye) -> Pattern:
    """Blocks of two dyes: yoke, hem, band, bands, left and right, slanting, or a chest bar."""
    style = int(rng.integers(7))
    first = rng.uniform(70, 130)
    if is_mixed(c):
        return patterns.blocks(mixed_dyes(c, 5), [first - 30, first + 30, first + 90, first + 150])
    if style == 0:
        return patterns.halves(main, second)
    if style == 1:
        return patterns.blocks([second, main], [first])
    if style == 2:
        return patterns.blocks([main, second], [first + 90])
    if style == 3:
        return patterns.blocks([main, second, main], [first, first + rng.uniform(50, 90)])
    if style == 4:
        return patterns.slanted(
            [main, second], [first], rng.choice([-1, 1]) * rng.uniform(0.3, 0.6)
        )
    if style == 5:
        tone = 0.5 * main + 0.5 * second
        return patterns.slanted([main, second, tone, main], [first, first + 34, first + 52], 0.42)
    return patterns.blocks([main, second, main, second, main], [62, 72, 80, 108])


def print_inks(main: Dye, second: Dye, colourway: Colourway) -> tuple[prints.Ink, ...]:
    """Four inks: the line, which is seen on the main dye, two tints, and one that is seen on the line."""
    pale, deep = dye("white"), dye("black")
    line = second
    if abs(lightness(second) - lightness(main)) <= 0.2:
        line = pale if lightness(main) < 0.55 else deep
    tint = pale if lightness(line) < 0.5 else deep
    others = [0.55 * line + 0.45 * main, 0.75 * line + 0.25 * tint]
    if is_mixed(colourway):
        others = mixed_dyes(colourway, 2)
    tones = [line, *others, pale if lightness(line) < 0.6 else main]
    return tuple(tuple(int(v * 255) for v in linear_to_srgb(t)) for t in tones)
