"""A shop's shades of each colour name: bottle green, brick red, ink. Knows words and hexes, no cloth.

A chart has one red; a shop has scarlet, cherry and brick beside it. Every shade stays nearest to its
own colour's swatch (CIEDE2000), so that the table's word for it remains true.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from demo.studio.design import Colourway

PLAIN_SHARE: Final = 0.45
"""how often a colourway is dyed in the plain shade, the first of its colour"""


@dataclass(frozen=True)
class Shade:
    """One dye as a shop names it."""

    name: str
    """as in a title, lower case"""
    hex: str
    """sRGB, "#rrggbb\""""


def _shades(chart: str) -> tuple[Shade, ...]:
    pairs = (entry.rsplit(" ", 1) for entry in chart.split(", "))
    return tuple(Shade(name, f"#{digits}") for name, digits in pairs)


SHADES: Final[dict[str, tuple[Shade, ...]]] = {
    "black": _shades("black 1d1d20, jet black 161618, off-black 252527, soft black 28272a"),
    "white": _shades(
        "white f2f0eb, optic white f5f6f7, off-white eeebe2, ivory f0ebde, chalk e9e7e0"
    ),
    "grey": _shades(
        "grey 8c9094, slate grey 757d83, ash grey 979a9a, stone grey 8f8e89, pewter grey 7d8084"
    ),
    "navy": _shades(
        "navy 212c4a, midnight 1c2543, ink navy 273149, french navy 263560, marine 2a3b5e"
    ),
    "blue": _shades(
        "blue 40659f, cobalt 3158a2, royal blue 345498, cornflower blue 5b7bae, azure 4675a8, "
        "ocean blue 3b6a9c"
    ),
    "light-blue": _shades(
        "light blue 9dbbdc, sky blue 9cc6e2, powder blue a6c6dc, chambray blue 8bb2cf, "
        "baby blue a2cae6"
    ),
    "teal": _shades("teal 266d71, petrol 20606a, deep teal 1f5b5e, peacock 1f737e, lagoon 3c7d7e"),
    "green": _shades(
        "green 377850, bottle green 276044, emerald 2e7a59, forest green 336a45, fern green 55835c, "
        "grass green 4e8450"
    ),
    "olive": _shades("olive 67693f, khaki green 74744f, moss green 626a42, army green 585c3b"),
    "yellow": _shades(
        "yellow e6c657, lemon ebd872, sunflower eac54b, primrose efd770, citrine dfc44e"
    ),
    "mustard": _shades("mustard c79434, ochre c08c2e, turmeric c5902f"),
    "orange": _shades("orange d3733a, tangerine dd7f45, burnt orange cb6733, rust c76236"),
    "red": _shades(
        "red b23239, scarlet bf3733, cherry red ad262f, brick red ab3b33, poppy red c6453f, "
        "crimson b2263a"
    ),
    "burgundy": _shades(
        "burgundy 6a2638, wine 722a3e, oxblood 67262f, bordeaux 5a1f2f, claret 7a2940"
    ),
    "pink": _shades(
        "pink e0a0b1, blush e5b4bb, rose d68c9e, candy pink df94ad, powder pink e9b7c2, "
        "dusty pink d3a1a9"
    ),
    "purple": _shades(
        "purple 68497e, violet 6a5090, aubergine 593468, plum 70407a, amethyst 7c579d"
    ),
    "lavender": _shades("lavender b8a9d2, lilac c1add4, wisteria aa9dcb, pale violet c3b6dd"),
    "brown": _shades(
        "brown 6a472f, chocolate 573828, chestnut 7b4b30, walnut 674b35, cocoa 6c4d3c, "
        "tobacco brown 7b5536"
    ),
    "tan": _shades("tan b6875d, camel bb9167, cognac ac7750, caramel b47e4f, toffee a67950"),
    "beige": _shades("beige dacbb1, sand d3c2a1, oatmeal d6cab5, stone cfc5b2, champagne e0cdae"),
    "gold": _shades("gold c6a350, champagne gold cdb26c, pale gold c9ac62"),
    "silver": _shades("silver b9bcbf, platinum c2c4c6, steel silver b0b4b9"),
    "multicolour": _shades("multicolour b07f8f, mixed colours b07f8f, many colours b07f8f"),
}
"""colour name -> its shades, the plain one first"""

WASHES: Final[dict[str, tuple[Shade, ...]]] = {
    "blue": _shades("blue 4a6694, indigo 405b88, mid-wash blue 4f6f9f, vintage blue 59789f"),
    "light-blue": _shades("light blue 97b8d2, light-wash blue 9dbfd6, stonewashed blue 8badc8"),
    "navy": _shades("navy 28334c, raw indigo 273358, rinsed navy 2d3a57"),
    "black": _shades("black 1f1f22, jet black 19191b, washed black 282829"),
    "grey": _shades("grey 898d91, stonewashed grey 93969a, smoke grey 7c8186"),
    "white": _shades("white f1efea, off-white eeebe2, ecru eee9de"),
}
"""denim is named by its wash; its other colours are dyed like any cloth"""


def plain_shade(colour: str) -> Shade:
    """The shade that bears the colour's own name."""
    return SHADES[colour][0]


def shade_of(colourway: Colourway) -> Shade:
    """The shade of a colourway's main colour: its own, and the same whenever it is asked for."""
    shades = SHADES[colourway.colour]
    if colourway.material == "denim":
        shades = WASHES.get(colourway.colour, shades)
    draw = Random(f"shade/{colourway.cloth_seed}/{colourway.colour}")
    if draw.random() < PLAIN_SHARE:
        return shades[0]
    return draw.choice(shades[1:])
