"""The shop's four places as the page's navigation, and the items that were in hand, as HTML.

Knows places and what is remembered of a visit; it does not know what a place shows, nor gradio.
"""

from __future__ import annotations

from html import escape
from typing import Final

from demo.shop import Shop
from demo.types import Session
from demo.ui import text
from demo.ui.cards import item_place, link, picture
from demo.ui.memory import Kept, Visit
from demo.ui.pictures import Pictures
from demo.ui.place import Place, fitting_place, looks_place

BROWSE: Final = "browse"


def ways(shop: Shop, pictures: Pictures, place: Place, visit: Visit, kept: Kept) -> str:
    """Browse, Refine, Looks, Fitting room: to the item in hand, else to something to start from."""
    hand = visit.hand if place.at_shelves or place.room else place.session
    refine = Place(session=hand) if hand != Session() else Place(room="refine")
    item = _item(place, hand)
    product = shop.product(item) if item else None
    looks, fitting = Place(room="looks"), fitting_place(())
    if product and shop.outfits.wearable(product):
        looks = looks_place(item, hand)
    if product and shop.fittings.wearable(product):
        fitting = fitting_place((item,), hand)
    here = _room(place)
    places = (
        (BROWSE, text.BROWSE, Place()),
        ("refine", text.REFINE, refine),
        ("looks", text.LOOKS_ROOM, looks),
        ("fitting", text.FITTING_ROOM, fitting),
    )
    tabs = []
    for name, words, there in places:
        current = ' aria-current="page"' if name == here else ""
        tabs.append(f"<a {link(there)}{current}>{escape(words)}</a>")
    return (
        f'<nav class="places" aria-label="{escape(text.PLACES)}">{"".join(tabs)}</nav>'
        f"{trail(shop, pictures, kept, item)}"
    )


def _item(place: Place, hand: Session) -> str:
    """SKU of the product that all this is about; empty when there is none."""
    if place.styling:
        return place.styling.wishes.item
    worn = place.wearing.skus if place.wearing else ()
    return hand.item or next(iter(worn), "")


def _room(place: Place) -> str:
    """Which of the four places this is."""
    if place.styling:
        return "looks"
    if place.wearing:
        return "fitting"
    return place.room or (BROWSE if place.at_shelves else "refine")


def trail(shop: Shop, pictures: Pictures, kept: Kept, current: str = "") -> str:
    """The items that were in hand, the latest first, each a way back; nothing before there are two."""
    if len(kept.held) < 2:
        return ""
    steps = []
    for sku in kept.held:
        product = shop.product(sku)
        here = ' aria-current="true"' if sku == current else ""
        steps.append(
            f'<li><a class="frame" {link(item_place(sku))}{here} title="{escape(product.title)}">'
            f"{picture(pictures, product, 'thumb', True)}</a></li>"
        )
    return (
        f'<div class="trail"><span>{escape(text.HELD)}</span>'
        f'<ol role="list" aria-label="{escape(text.HELD)}">{"".join(steps)}</ol></div>'
    )
