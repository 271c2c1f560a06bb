"""Three or four things one could say about the item in hand. Knows attributes, not layout."""

from __future__ import annotations

from typing import Final

import numpy as np

from demo.dialogue.labels import money
from demo.shop import Shop
from demo.types import Chip, Product, Session
from demo.ui import text

MOST: Final = 4
_SLEEVES: Final = {
    "sleeveless": "with short sleeves", "short": "with long sleeves",
    "three-quarter": "with short sleeves", "long": "with short sleeves",
}  # fmt: skip
_LENGTHS: Final = {"mini": "longer", "knee": "longer", "midi": "shorter", "maxi": "shorter"}
_STYLES: Final = {
    "sporty": "more formal", "casual": "more formal", "business": "more casual",
    "party": "more casual", "formal": "more casual",
}  # fmt: skip


def ideas(shop: Shop, session: Session, chips: tuple[Chip, ...]) -> tuple[str, ...]:
    """What has not been said yet and the catalogue could answer, the most telling first."""
    said = {chip.attribute for chip in chips}
    item = shop.product(session.item) if session.item else None
    options = [
        ("colour", _colour(shop, item)),
        ("sleeve", _sleeve(shop, item) if item or not said & {"type", "category"} else ""),
        ("length", _LENGTHS.get(item.get("length"), "") if item else ""),
        ("price", _price(shop, item)),
        ("pattern", _pattern(shop, item)),
        ("style", _STYLES.get(item.get("style"), "") if item else ""),
    ]
    left = [words for attribute, words in options if words and attribute not in said][:MOST]
    return tuple(text.saying(words, shop.catalogue.currency) for words in left)


def _colour(shop: Shop, item: Product | None) -> str:
    """A colour that this design also has, else the catalogue's most frequent other one."""
    own = item.get("colour") if item else ""
    sisters = [p.get("colour") for p in shop.siblings(item.sku)] if item else []
    others = [c for c in (*sisters, *shop.catalogue.values("colour")) if c and c != own]
    return "in " + others[0].replace("-", " ") if others else ""


def _sleeve(shop: Shop, item: Product | None) -> str:
    words = _SLEEVES.get(item.get("sleeve"), "") if item else "with long sleeves"
    value = words.removeprefix("with ").removesuffix(" sleeves")
    return words if value in shop.catalogue.values("sleeve") else ""


def _pattern(shop: Shop, item: Product | None) -> str:
    value = "solid" if item and item.get("pattern") not in ("", "solid") else "striped"
    if value not in shop.catalogue.values("pattern"):
        return ""
    return "plain" if value == "solid" else value


def _price(shop: Shop, item: Product | None) -> str:
    """ "cheaper" where something of the kind is, "under €50" where there is no item to compare."""
    prices = shop.catalogue.prices
    if item is not None:
        same = shop.catalogue.column("category") == item.get("category")
        below = item.price is not None and bool((prices[same] < item.price).any())
        return "cheaper" if below else ""
    known = prices[np.isfinite(prices)]
    if not len(known):
        return ""
    return f"under {money(max(10.0, round(float(np.median(known)), -1)), shop.catalogue.currency)}"
