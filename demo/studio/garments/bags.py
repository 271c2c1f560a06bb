"""Gathers the bags' drawing functions. Knows no bag."""

from __future__ import annotations

from collections.abc import Callable

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.garments.backpacks import backpack
from demo.studio.garments.crossbodies import crossbody
from demo.studio.garments.handbags import handbag
from demo.studio.garments.totes import tote

DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "tote": tote,
    "handbag": handbag,
    "backpack": backpack,
    "crossbody": crossbody,
}
