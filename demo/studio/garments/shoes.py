"""Which function draws which shoe. All shoes are single, in side view, toe to the left."""

from __future__ import annotations

from collections.abc import Callable

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.garments.boots import ankle_boot, tall_boot
from demo.studio.garments.pumps import ballet_flat, pump
from demo.studio.garments.slippers import loafer, sandal
from demo.studio.garments.sneakers import high_sneaker, low_sneaker

DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "low-sneaker": low_sneaker,
    "high-sneaker": high_sneaker,
    "ankle-boot": ankle_boot,
    "tall-boot": tall_boot,
    "loafer": loafer,
    "pump": pump,
    "sandal": sandal,
    "ballet-flat": ballet_flat,
}
