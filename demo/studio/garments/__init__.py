"""Garments, one drawing function a type, and `draw`, which finds the one a colourway names."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import numpy as np

from demo.studio.canvas import (
    Canvas,
    rgb,
)
from demo.studio.design import Colourway
from demo.studio.develop import finish
from demo.studio.shades import shade_of
from demo.studio.wearer import Wearer

MODULES = (
    "tops", "shirts", "knitwear", "hoodies", "outerwear", "padded", "coats", "dresses", "skirts",
    "trousers",
    "shorts", "shoes", "bags", "hats",
)  # fmt: skip
SOFT = ("tops", "knitwear", "outerwear", "dresses")
"""categories that hang a little askew"""


def drawings() -> dict[str, Callable[[Canvas, Colourway], None]]:
    """type -> its drawing function, over all modules."""
    found: dict[str, Callable[[Canvas, Colourway], None]] = {}
    for name in MODULES:
        found |= import_module(f"{__name__}.{name}").DRAW
    return found


def expose(canvas: Canvas, shade: str) -> None:
    """Bring the drawn mean's brightness most of the way to the shade's, within a third of a stop.

    Ribs, folds and linings darken a cloth; a photographer would open the aperture. White is kept
    below the paper's white and black above the printer's black, so that both keep their folds.
    """
    cover = canvas.alpha[::4, ::4] > 0.9
    if not cover.any():
        return
    weights = np.array([0.2126, 0.7152, 0.0722])
    drawn = float(canvas.rgb[::4, ::4][cover].mean(0) @ weights)
    wanted = min(float(rgb(shade) @ weights) + 0.009, 0.77)
    gain = np.float32(np.clip((wanted / (drawn + 1e-4)) ** 0.7, 0.80, 1.27))
    canvas.rgb *= gain
    for name, (colours, _, _) in canvas.sheets.items():
        if name:
            colours *= gain


def sketch(colourway: Colourway, wearer: Wearer | None = None) -> Canvas:
    """The canvas with a colourway's garment on it: flat, or as `wearer` has it on.

    Raises KeyError for a type that nothing draws.
    """
    tilt = np.random.default_rng([colourway.cloth_seed % 1_000_003, 8]).uniform(-0.9, 0.9)
    soft = colourway.category in SOFT
    wobble, tilt = (3.0, float(tilt)) if soft else (2.0, 0.0)
    canvas = Canvas(colourway.cloth_seed, wobble, tilt, wearer)
    drawings()[colourway.type](canvas, colourway)
    if colourway.pattern == "solid" and colourway.colour != "multicolour":
        expose(canvas, shade_of(colourway).hex)
    return canvas


def draw(colourway: Colourway) -> np.ndarray:
    """The picture of a colourway: a cut-out, uint8 [600, 480, 4], straight-alpha sRGB.

    The same colourway gives the same bytes. Raises KeyError for a type that nothing draws.
    """
    return finish(sketch(colourway))
