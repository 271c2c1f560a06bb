"""The way through the shelves, as HTML: the entrance, categories, for whom, colours, order.

Knows the shop's shelves and places; it does not know sessions' answers, nor gradio.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Final

from demo.catalog.vocabulary import GENDERS, SWATCHES
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui import text
from demo.ui.cards import link, picture, sorting
from demo.ui.pictures import Pictures
from demo.ui.place import ANY_DESIGN, Place, to_address
from demo.ui.signs import DICE

EXAMPLE_SHELVES: Final = 4
"""the largest shelves, of which the smallest has the entrance's example if it can"""
VIVID: Final = ("red", "green", "yellow", "blue", "orange", "teal", "pink", "mustard")


def wordmark() -> str:
    return f'<a class="wordmark" {link(Place())}>{text.NAME}</a>'


def shelf_bar(shop: Shop, pictures: Pictures, place: Place, total: int) -> str:
    """All the ways from this shelf to another; at the entrance the shop's promise above them."""
    fresh = replace(place, shown=0)
    if fresh == Place():
        head = (
            f'<div class="hero"><div><h1>{text.PROMISE}</h1><p>{text.HOW}</p></div>'
            f"{_example(shop, pictures)}</div>"
        )
    else:
        name = text.human(place.category) or text.NAME
        head = f'<h1 class="for-readers">{escape(name)}</h1>'
    count = f'<span class="count" role="status">{text.pieces(total)}</span>'
    limits = f"{_people(shop, fresh)}{_colours(shop, fresh)}{_prices(shop, fresh)}"
    return (
        f'{head}<div class="aisles">{_categories(shop, fresh)}{_surprise()}</div>'
        f'<div class="limits">{limits}{count}{sorting(place)}</div>'
    )


def _surprise() -> str:
    """One tap to a design drawn at random."""
    there = link(Place(surprise=ANY_DESIGN))
    return f'<a class="surprise" {there}>{DICE}<span>{escape(text.SURPRISE)}</span></a>'


def _prices(shop: Shop, place: Place) -> str:
    """Two fields for the least and the highest price; an empty one is no limit."""
    if not shop.catalogue.currency:
        return ""
    sign = escape(text.money(0, shop.catalogue.currency).replace("0", "").strip())
    fields = (
        ("from", text.PRICE_FROM, place.price_min, replace(place, price_min=None)),
        ("to", text.PRICE_TO, place.price_max, replace(place, price_max=None)),
    )
    inputs = []
    for name, words, now, free in fields:
        value = "" if now is None else f"{now:g}"
        inputs.append(
            f'<label><span class="for-readers">{escape(text.PRICES)} {escape(words)}</span>'
            f'<input type="number" min="0" max="99999" step="1" inputmode="numeric" value="{value}" '
            f'placeholder="{escape(words)} {sign}" data-focus="{name}" data-visit-with="{name}" '
            f'data-base="{escape(to_address(free) or "?")}"></label>'
        )
    label = escape(text.PRICES)
    return f'<div class="prices" role="group" aria-label="{label}">{"".join(inputs)}</div>'


def _example(shop: Shop, pictures: Pictures) -> str:
    """A piece, words, and the piece they lead to: two colourways that the table knows."""
    for shelf in reversed(shop.shelves[:EXAMPLE_SHELVES]):
        for product in shop.catalogue.products:
            clear = product.get("pattern") in ("", "solid") and product.get("colour") in VIVID
            clear = clear and product.get("category") == shelf.category
            for other in shop.siblings(product.sku) if clear else ():
                if other.get("colour") in VIVID and other.get("pattern") == product.get("pattern"):
                    words = f"in {other.get('colour').replace('-', ' ')}"
                    words = text.saying(words, shop.catalogue.currency)
                    there = Place(session=Session(item=product.sku, turns=(Turn(words),)))
                    return (
                        f'<a class="example" {link(there)}>'
                        f'<span class="frame">{picture(pictures, product, "card", True)}</span>'
                        f'<span class="said">{escape(words)}</span>'
                        f'<span class="frame">{picture(pictures, other, "card", True)}</span></a>'
                    )
    return ""


def _categories(shop: Shop, place: Place) -> str:
    if not shop.shelves:
        return ""
    tabs = [_tab(text.ALL, replace(place, category=""), not place.category)]
    for shelf in shop.shelves:
        there = replace(place, category=shelf.category)
        tabs.append(_tab(text.human(shelf.category), there, place.category == shelf.category))
    return f'<nav class="tabs" aria-label="{escape(text.CATEGORIES)}">{"".join(tabs)}</nav>'


def _people(shop: Shop, place: Place) -> str:
    found = shop.catalogue.values("gender")
    genders = [gender for gender in GENDERS if gender in found]
    if len(genders) < 2:
        return ""
    tabs = [_tab(text.EVERYONE, replace(place, gender=""), not place.gender)]
    for gender in genders:
        there = replace(place, gender=gender)
        tabs.append(_tab(text.GENDER_NAMES[gender], there, place.gender == gender))
    return f'<div class="people" role="group" aria-label="{escape(text.FOR_WHOM)}">{"".join(tabs)}</div>'


def _colours(shop: Shop, place: Place) -> str:
    found = shop.catalogue.values("colour")
    marks = "".join(_colour(colour, place) for colour in SWATCHES if colour in found)
    if not marks:
        return ""
    return f'<div class="dots" role="group" aria-label="{escape(text.COLOUR)}">{marks}</div>'


def _tab(name: str, place: Place, chosen: bool) -> str:
    current = ' aria-current="true"' if chosen else ""
    return f"<a {link(place)}{current}>{escape(name)}</a>"


def _colour(colour: str, place: Place) -> str:
    chosen = place.colour == colour
    there = replace(place, colour="" if chosen else colour)
    current = ' aria-current="true"' if chosen else ""
    name = text.human(colour)
    return (
        f'<a class="dot" {link(there)}{current} title="{name}" aria-label="{name}" '
        f'style="--dot:{SWATCHES[colour]}"></a>'
    )
