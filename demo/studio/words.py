"""Puts a colourway into words: title, description, brand and price. Draws nothing."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from demo.studio.descriptions import description
from demo.studio.design import Colourway
from demo.studio.lexicon import BASE_PRICES, BRANDS, MATERIAL_PRICES, Brand
from demo.studio.rules import RULES
from demo.studio.titles import title


@dataclass(frozen=True)
class Words:
    """What the shop prints beside the picture."""

    title: str
    description: str
    brand: str
    price: float
    """EUR"""


def words_for(colourway: Colourway) -> Words:
    """Title, description, brand and price; the same for the same colourway, always."""
    rng = Random(f"words/{colourway.family}/{colourway.shape_seed}")
    brand = _brand(colourway, rng)
    return Words(
        title=title(colourway),
        description=description(colourway, brand.motto),
        brand=brand.name,
        price=_price(colourway, brand, rng),
    )


def _brand(c: Colourway, rng: Random) -> Brand:
    return rng.choice([b for b in BRANDS if RULES[c.type].style in b.styles.split()])


def _price(c: Colourway, brand: Brand, rng: Random) -> float:
    """Base by type, times material and brand, to the next usual ending."""
    several = len(RULES[c.type].material.split()) > 1
    factor = MATERIAL_PRICES.get(c.material, 1.0) if several else 1.0
    raw = BASE_PRICES[c.type] * factor * brand.level * rng.uniform(0.9, 1.12)
    whole = round(raw) if raw < 60 else 5 * round(raw / 5)
    return whole - {"00": 0.0, "90": 0.10, "95": 0.05}[rng.choice(("00", "90", "90", "95", "95"))]
