"""What a shopper can do without saying anything: go along the shelves, and be surprised.

The facade's part about shelves. Knows the catalogue's columns and limits; it does not know the encoder,
the index or sessions, so the shelves are open before any of them is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from random import Random
from typing import Final, Literal

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.variety import variety
from demo.search.filters import allowed_rows, what_to_drop
from demo.stages import clock, stage
from demo.types import Filters, Hit, Product, Results

Sort = Literal["likeness", "price up", "price down"]
ORDERS: Final = 256
"""shelves whose order is remembered; each is as many references as it has products"""
FIRST_LOOK: Final = 12
"""designs of a shelf that are known without going there"""


@dataclass(frozen=True)
class Shelf:
    """One category of the shop."""

    category: str
    count: int
    products: tuple[Product, ...]
    """a first look at it: different designs"""


class Browsing:
    """The shelves of one catalogue; nothing of it ever changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._kept = lru_cache(maxsize=ORDERS)(self._shelf)

    @cached_property
    def shelves(self) -> tuple[Shelf, ...]:
        """The categories, largest first, each with up to FIRST_LOOK designs to look at."""
        shelves = []
        column = self.catalogue.column("category")
        for category in self.catalogue.values("category"):
            rows = np.flatnonzero(column == category)
            shelves.append(Shelf(category, len(rows), variety(self.catalogue, rows, FIRST_LOOK)))
        return tuple(shelves)

    def browse(self, filters: Filters, colour: str, k: int, sort: Sort) -> Results:
        """A shelf: what passes the limits, in a pleasing order or by price."""
        with clock() as mine:
            if filters.unwanted:
                shelf = self._ordered(filters, colour)
            else:
                low, high = filters.price_min, filters.price_max
                shelf = self._kept(filters.category, filters.gender, low, high, colour)
            ordered = by_price(shelf, sort)[:k]
            hits = tuple(Hit(product, 0.0) for product in ordered)
            message = ""
            if not hits and colour:
                named = colour.replace("-", " ")
                message = f"There is nothing in {named} on this shelf. Pick another colour."
            elif not hits:
                message = what_to_drop(self.catalogue, filters)
        return Results(hits, len(shelf), (), message, mine.timings)

    def _shelf(
        self, category: tuple[str, ...], gender: tuple[str, ...], low: float | None,
        high: float | None, colour: str,
    ) -> tuple[Product, ...]:  # fmt: skip
        return self._ordered(Filters(category, gender, low, high), colour)

    def _ordered(self, filters: Filters, colour: str) -> tuple[Product, ...]:
        """All that passes, one of each design first, types and colours in turn."""
        rows = allowed_rows(self.catalogue, filters)
        rows = np.arange(len(self.catalogue)) if rows is None else rows
        if colour:
            rows = rows[self.catalogue.column("colour")[rows] == colour]
        with stage("rank"):
            first = variety(self.catalogue, rows, len(rows))
            skus = [*(p.sku for p in first), *(self.catalogue.products[r].sku for r in rows)]
            return tuple(self.catalogue.product(sku) for sku in dict.fromkeys(skus))

    def surprise(self, seed: int) -> Product:
        """A product of a design drawn at random; each design is as likely, whatever its colourways.

        The same seed always draws the same product of the same catalogue.
        """
        designs: dict[str, list[Product]] = {}
        for product in self.catalogue.products:
            designs.setdefault(product.family or product.sku, []).append(product)
        random = Random(seed)
        return random.choice(designs[random.choice(sorted(designs))])


def by_price(products: Sequence[Product], sort: Sort) -> list[Product]:
    """The products in a sort order, as they are for "likeness"; those without a price come last."""
    if sort == "likeness":
        return list(products)
    sign = 1 if sort == "price up" else -1
    far = float("inf")
    return sorted(products, key=lambda p: far if p.price is None else sign * p.price)
