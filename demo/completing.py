"""What a shopper can do with looks: have them put together, fill a slot anew, make a whole one dressier.

The facade's part about outfits. Knows the catalogue and the stylist; it does not know the encoder,
for a look is made of stored vectors alone, nor the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from statistics import fmean
from threading import Lock
from typing import Final, Literal

from demo.catalog.catalogue import Catalogue
from demo.errors import OutfitError
from demo.outfits.occasions import OCCASIONS, at_home
from demo.outfits.stylist import Stylist, open_stylist
from demo.outfits.wardrobe import SLOTS, piece_of
from demo.search.index import Index
from demo.types import Look, LookWishes, Product

Step = Literal["formal", "casual", "cheaper"]
MOST_STEPS: Final = 4
"""steps that are tried until a whole look is dressier, more casual or cheaper than the one before"""
FELT: Final = 0.05
"""difference in mean formality from which on a look is another"""
OTHERS: Final = 30
"""pieces for a slot that are looked through for one that goes the way"""
_SAID: Final = {"formal": "more formal", "casual": "more casual", "cheaper": "cheaper"}


class Outfits:
    """The looks of one shop; the stylist opens at the first question and is never changed."""

    def __init__(self, catalogue: Catalogue, index: Index, stylist: Stylist | None = None) -> None:
        """Without a `stylist` the catalogue's own is opened when it is asked for."""
        self.catalogue = catalogue
        self.index = index
        self._given = stylist
        self._lock = Lock()

    @cached_property
    def _stylist(self) -> Stylist:
        return self._given or open_stylist(self.catalogue, self.index)

    @property
    def stylist(self) -> Stylist:
        """Raises OutfitError when its network cannot be read."""
        with self._lock:
            return self._stylist

    # What can be asked about a product before any look is there.

    def wearable(self, product: Product) -> bool:
        """Whether the shop can tell where it is worn, so that a look may start from it."""
        return bool(piece_of(product).slot)

    def occasions(self, sku: str) -> tuple[str, ...]:
        """Keys of the occasions at which a product is at home. Raises UnknownItemError."""
        piece = piece_of(self.catalogue.product(sku))
        return tuple(name for name in OCCASIONS if at_home(piece, name))

    # Looks. All raise UnknownItemError, and OutfitError with what to drop.

    def looks(self, wishes: LookWishes, count: int = 3) -> tuple[Look, ...]:
        """Up to `count` looks, best first, that share only the item and what is kept."""
        return self.stylist.looks(wishes, count)

    def look(self, items: Sequence[str], occasion: str = "") -> Look:
        """The facts of given items."""
        return self.stylist.look(items, occasion)

    def next_best(self, items: Sequence[str], slot: str, wishes: LookWishes) -> Product | None:
        """What would fill a slot next, given the other items; None when nothing else fits."""
        found = self.stylist.alternatives(items, slot, wishes, 1)
        return found[0] if found else None

    def free_slots(self, look: Look, wishes: LookWishes) -> dict[str, Product]:
        """Slots that a look leaves empty -> what would fill each; a dress leaves no top and bottom."""
        worn = set(look.slots)
        taken = {"top", "bottom"} if "dress" in worn else set()
        taken |= {"dress"} if worn & {"top", "bottom"} else set()
        items = [product.sku for product in look.items]
        found = {
            slot: self.next_best(items, slot, wishes) for slot in SLOTS if slot not in worn | taken
        }
        return {slot: product for slot, product in found.items() if product is not None}

    def step(self, items: Sequence[str], wishes: LookWishes, way: Step) -> tuple[Look, LookWishes]:
        """A look that is more formal, more casual or cheaper than the given items, and its wishes.

        What is kept stays. A whole new look is searched first; when none goes that way, the pieces
        are changed one by one. Raises OutfitError when it goes no further.
        """
        before = self.look(items, wishes.occasion)
        for number in range(1, MOST_STEPS + 1):
            further = _further(wishes, way, number)
            try:
                after = self.looks(further, 1)[0]
            except OutfitError:
                break
            if _moved(before, after, way):
                return after, further
        after = self._piece_by_piece(before, wishes, way)
        if _moved(before, after, way):
            return after, wishes
        way_out = "Keep less of it" if wishes.kept else "Start from another piece"
        if wishes.occasion:
            way_out = f"{way_out}, or choose another occasion"
        raise OutfitError(f"This look does not get {_SAID[way]}. {way_out}.")

    def _piece_by_piece(self, look: Look, wishes: LookWishes, way: Step) -> Look:
        """The look with each piece that may change replaced by the best one that goes the way."""
        items = [product.sku for product in look.items]
        for at, (product, slot) in enumerate(zip(look.items, look.slots, strict=True)):
            if product.sku == wishes.item or product.sku in wishes.kept:
                continue
            for other in self.stylist.alternatives(items, slot, wishes, OTHERS):
                if _ahead(product, other, way) > 0:
                    items[at] = other.sku
                    break
        return self.look(items, wishes.occasion)


def _ahead(product: Product, other: Product, way: Step) -> float:
    """By how much another piece is further along the way."""
    if way == "cheaper":
        known = None not in (product.price, other.price)
        return product.price - other.price if known else 0.0
    further = piece_of(other).formality - piece_of(product).formality
    return further if way == "formal" else -further


def _further(wishes: LookWishes, way: Step, number: int) -> LookWishes:
    if way == "cheaper":
        return replace(wishes, cheaper=wishes.cheaper + number)
    return replace(wishes, dressier=wishes.dressier + (number if way == "formal" else -number))


def _moved(before: Look, after: Look, way: Step) -> bool:
    """Whether the second look really is what was asked for, and not just less of it."""
    if len(after.items) < len(before.items):
        return False
    if way == "cheaper":
        return None not in (before.price, after.price) and after.price < before.price
    difference = formality(after) - formality(before)
    return (difference if way == "formal" else -difference) >= FELT


def formality(look: Look) -> float:
    """The mean of a look's garments: 0 sport, 1 casual, 2 smart casual, 3 business, 4 black tie."""
    return fmean(piece_of(product).formality for product in look.items)
