"""The tops of the shop: which function draws which type. Knows no silhouette."""

from __future__ import annotations

from collections.abc import Callable

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.garments.camisoles import camisole
from demo.studio.garments.crops import crop_top
from demo.studio.garments.jersey import chest_of, shape_rng
from demo.studio.garments.polos import polo_shirt
from demo.studio.garments.sleeveless import tank_top
from demo.studio.garments.tees import henley, long_sleeve_top, t_shirt
from demo.studio.garments.tunics import tunic

__all__ = ["DRAW", "chest_of", "shape_rng"]

DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "t-shirt": t_shirt,
    "long-sleeve-top": long_sleeve_top,
    "henley": henley,
    "polo-shirt": polo_shirt,
    "tank-top": tank_top,
    "camisole": camisole,
    "crop-top": crop_top,
    "tunic": tunic,
}
