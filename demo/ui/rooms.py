"""A room of the shop while nothing is in hand, as HTML: what it is for, and pieces to start from.

Knows the shelves and places; it does not know sessions, nor gradio.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from itertools import chain, zip_longest
from typing import Final

from demo.shop import Shop
from demo.types import Hit, Product
from demo.ui import cards, text
from demo.ui.cards import Around, item_place, link
from demo.ui.pictures import Pictures
from demo.ui.place import Place, Room, looks_place

STARTS: Final = 10
"""pieces to start from: full rows of two and of five"""


def start(shop: Shop, pictures: Pictures, around: Around) -> str:
    """What a room without an item shows: a sentence, and products of all shelves that lead on."""
    room = around.place.room
    to = leads_to(room)
    fitting = [p for p in _of_all_shelves(shop) if room != "looks" or shop.outfits.wearable(p)]
    hits = [Hit(product, 0.0) for product in fitting[:STARTS]]
    all_shelves = f'<a class="quiet" {link(Place())}>{escape(text.EVERYTHING)}</a>'
    return (
        f'<header class="room"><h1>{escape(text.ROOM_HEADS[room])}</h1>'
        f"<p>{escape(text.ROOM_NOTES[room])}</p>"
        f'<p class="actions">{all_shelves}</p></header>'
        f"{cards.grid(shop, pictures, hits, replace(around, to=to))}"
    )


def leads_to(room: Room) -> Callable[[Product], Place]:
    """Where a piece leads from a room."""
    if room == "looks":
        return lambda product: looks_place(product.sku)
    return lambda product: item_place(product.sku)


def _of_all_shelves(shop: Shop) -> list[Product]:
    """The first look of each shelf, the shelves in turn, colours and types mixed as they stand."""
    rounds = zip_longest(*(shelf.products for shelf in shop.shelves))
    return [product for product in chain.from_iterable(rounds) if product is not None]
