"""Colour names turned into dyes: baths, partners, palettes. Knows shades, not cloth."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import linear_to_srgb, rgb, srgb_to_linear
from demo.studio.design import Colourway
from demo.studio.patterns import Dye
from demo.studio.shades import plain_shade, shade_of

PARTNER = {
    "black": "white", "white": "navy", "grey": "white", "navy": "white", "blue": "white",
    "light-blue": "white", "teal": "beige", "green": "beige", "olive": "beige", "yellow": "white",
    "mustard": "navy", "orange": "beige", "red": "white", "burgundy": "beige", "pink": "white",
    "purple": "lavender", "lavender": "white", "brown": "beige", "tan": "black", "beige": "brown",
    "gold": "black", "silver": "black", "multicolour": "white",
}  # fmt: skip
"""the second colour where the table names none"""
MIXED = ("teal", "orange", "pink", "mustard", "navy", "red", "green")
"""the dyes of a multicoloured print"""


def dye(colour: str, seed: int = 0) -> Dye:
    """Linear rgb [3] of a named colour's plain shade, a bath of its own for each seed (0: exact)."""
    return bath(plain_shade(colour).hex, seed)


def bath(shade: str, seed: int) -> Dye:
    """Linear rgb [3] of "#rrggbb" as one dye bath gives it: no two are quite alike (0: exact)."""
    exact = rgb(shade)
    if not seed:
        return exact
    rng = np.random.default_rng([seed, 17])
    shift = rng.normal(0, 0.006, 3) + rng.normal(0, 0.008)
    return srgb_to_linear(
        np.clip(linear_to_srgb(exact) + np.clip(shift, -0.014, 0.014), 0.06, 0.97)
    )


def lightness(colour: Dye) -> float:
    """Perceived lightness 0..1."""
    return float(np.cbrt(max(1e-6, float(np.dot(colour, (0.2126, 0.7152, 0.0722))))))


def palette(colourway: Colourway) -> tuple[Dye, Dye, Dye]:
    """Main dye, second dye, accent."""
    seed = colourway.shape_seed % 100_003 + 1
    rng = np.random.default_rng([seed, 5])
    second = colourway.colour2 or PARTNER[colourway.colour]
    if colourway.colour == "multicolour":
        names = [str(n) for n in rng.permutation(MIXED)]
        ground = ("white", "navy", "beige", "black")[int(rng.integers(4))]
        main = dye(ground if colourway.pattern in ("floral", "geometric", "graphic") else names[0])
        second = names[1] if second in ("multicolour", "white") else second
        return main, dye(second, seed), dye(names[2], seed)
    main = bath(shade_of(colourway).hex, seed)
    if second == "multicolour":
        return main, dye(str(rng.choice(MIXED)), seed), dye(str(rng.choice(MIXED)), seed)
    other = dye(second, seed)
    return main, other, 0.5 * (main + other)


def mixed_dyes(colourway: Colourway, count: int) -> list[Dye]:
    """Several clear dyes, in an order of this design's own, never the main colour."""
    rng = np.random.default_rng([colourway.shape_seed % 100_003, 23])
    return [dye(str(n)) for n in rng.permutation([m for m in MIXED if m != colourway.colour])][
        :count
    ]


def is_mixed(colourway: Colourway) -> bool:
    return "multicolour" in (colourway.colour, colourway.colour2)
