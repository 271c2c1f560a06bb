"""What is worn in the fitting room, as HTML: piece by piece, and what else could be put on.

Knows products, slots and places; it does not know who wears them, nor gradio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from demo.catalog.vocabulary import SWATCHES
from demo.errors import OutfitError
from demo.outfits.wardrobe import piece_of
from demo.shop import Shop
from demo.types import LookWishes, Product, Session
from demo.ui import text
from demo.ui.cards import item_place, link, picture, price, visit
from demo.ui.fitting import dressed, worn_at
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import Place, fitting_place, looks_place
from demo.ui.signs import FIGURE, HANGER
from demo.ui.wearing import OWN, Wearing

MOST_OFFERED: Final = 6
"""pieces of the bag that are offered besides those that are worn"""
WHOLE: Final = {"dress": ("top", "bottom"), "top": ("dress",), "bottom": ("dress",)}
"""slot -> what one takes off to put it on"""


def rack(
    shop: Shop, pictures: Pictures, place: Place, kept: Kept, hidden: Sequence[str] = ()
) -> str:
    """What is worn, piece by piece, and what could be added. `hidden` are beyond the photo's edge."""
    wearing = worn_at(place)
    products = [shop.product(sku) for sku in wearing.skus]
    rows = "".join(_piece(shop, pictures, place, p, p.sku in hidden) for p in products)
    head = f"<h2>{escape(text.FITTING_WORN)}</h2>"
    if not rows:
        head += f'<p class="empty">{escape(text.FITTING_NOTHING)}</p>'
    worn = f'<ul class="worn" role="list">{rows}</ul>' if rows else ""
    return (
        f"<h1>{escape(text.FITTING)}</h1>{head}{worn}{_sum(shop, products)}"
        f"{_ways(place, products)}{_offers(shop, pictures, place, products, kept)}"
        f"{_onward(shop, place, products)}"
    )


def _piece(shop: Shop, pictures: Pictures, place: Place, product: Product, hidden: bool) -> str:
    wearing = worn_at(place)
    sku, title = product.sku, escape(product.title)
    slot = escape(text.SLOT_NAMES[piece_of(product).slot or ""])
    off = dressed(place, wearing.without(sku))
    remove = (
        f'<button type="button" class="quiet" {visit(off)} data-focus="rack" '
        f'aria-label="{escape(text.REMOVE)}: {title}">{escape(text.REMOVE)}</button>'
    )
    beyond = f'<p class="beyond">{escape(text.FITTING_BEYOND)}</p>' if hidden else ""
    there = link(item_place(sku))
    return (
        f'<li class="piece" data-sku="{escape(sku)}">'
        f'<a class="frame" {there} tabindex="-1" aria-hidden="true">'
        f"{picture(pictures, product, 'thumb', True)}</a>"
        f'<div><p class="slot">{slot}</p><a class="title" {there}>{title}</a>{price(product)}{beyond}'
        f'{_colourways(shop, place, product)}<p class="tools">{remove}</p></div></li>'
    )


def _colourways(shop: Shop, place: Place, product: Product) -> str:
    """The same design in its other colours, each one tap away."""
    wearing = worn_at(place)
    family = sorted((product, *shop.siblings(product.sku)), key=lambda p: p.sku)
    shown: dict[str, Product] = {}
    for other in family:
        colour = other.get("colour")
        if colour in SWATCHES and (colour not in shown or other is product):
            shown[colour] = other
    if len(shown) < 2:
        return ""
    marks = []
    for colour, other in shown.items():
        name, style = escape(text.human(colour)), f'style="--dot:{SWATCHES[colour]}"'
        if other.sku == product.sku:
            marks.append(
                f'<span class="dot" aria-current="true" role="img" title="{name}" '
                f'aria-label="{escape(text.FITTING_SHOWN.format(colour=name))}" {style}></span>'
            )
            continue
        there = link(dressed(place, wearing.instead(product.sku, other.sku)))
        label = escape(text.FITTING_IN.format(title=product.title, colour=text.human(colour)))
        focus = escape(f"dots-{product.family or product.sku}")
        marks.append(
            f'<a class="dot" {there} data-focus="{focus}" title="{name}" aria-label="{label}" '
            f"{style}></a>"
        )
    return f'<span class="dots">{"".join(marks)}</span>'


def _sum(shop: Shop, products: Sequence[Product]) -> str:
    if not products or any(product.price is None for product in products):
        return ""
    total = text.money(sum(product.price or 0 for product in products), shop.catalogue.currency)
    said = f"{total} · {text.pieces(len(products))}"
    return f'<p class="total">{escape(said)}</p>'


def _ways(place: Place, products: Sequence[Product]) -> str:
    """Tucked in or not, where something can be; the fabric alone, on a photo."""
    wearing = worn_at(place)
    slots = {piece_of(product).slot for product in products}
    switches = []
    if {"top", "bottom"} <= slots:
        other = replace(wearing, tucked=not wearing.tucked)
        switches.append(_switch(text.FITTING_TUCKED, wearing.tucked, place, other, "tucked"))
    if wearing.person == OWN and products:
        other = replace(wearing, recolour=not wearing.recolour)
        switches.append(_switch(text.FITTING_RECOLOUR, wearing.recolour, place, other, "recolour"))
    return f'<p class="switches">{"".join(switches)}</p>' if switches else ""


def _switch(name: str, on: bool, place: Place, other: Wearing, focus: str) -> str:
    return (
        f'<button type="button" class="idea" aria-pressed="{str(on).lower()}" data-focus="{focus}" '
        f"{visit(dressed(place, other))}>{escape(name)}</button>"
    )


def _offers(
    shop: Shop, pictures: Pictures, place: Place, products: Sequence[Product], kept: Kept
) -> str:
    """What else could be put on: what is in the bag, then what goes with what is worn."""
    worn = {product.sku for product in products}
    bag = [shop.product(sku) for sku in kept.bag if sku not in worn]
    offered = [product for product in bag if shop.fittings.wearable(product)][:MOST_OFFERED]
    groups = [(text.FITTING_FROM_BAG, offered)]
    if products:
        groups.append((text.FITTING_GOES_WITH, _that_go(shop, products)))
    else:
        groups.insert(0, ("", _to_start_from(shop)))
    shown = []
    for name, group in groups:
        marks = "".join(_offer(pictures, place, products, product) for product in group)
        if marks:
            head = f"<h3>{escape(name)}</h3>" if name else ""
            shown.append(f'{head}<ul class="free" role="list">{marks}</ul>')
    return "".join(shown)


def _to_start_from(shop: Shop) -> list[Product]:
    """One piece of each shelf that can be worn, for those who have chosen nothing yet."""
    firsts = [shelf.products[0] for shelf in shop.shelves if shelf.products]
    return [product for product in firsts if shop.fittings.wearable(product)]


def _that_go(shop: Shop, products: Sequence[Product]) -> list[Product]:
    """What would fill the slots that are free, by the stylist."""
    known = [product for product in products if shop.outfits.wearable(product)]
    if not known:
        return []
    try:
        look = shop.outfits.look([product.sku for product in known])
        free = shop.outfits.free_slots(look, LookWishes(known[0].sku))
    except OutfitError:  # what is worn makes no look; it may be worn all the same
        return []
    return [p for p in free.values() if shop.fittings.wearable(p)][:MOST_OFFERED]


def _offer(pictures: Pictures, place: Place, products: Sequence[Product], product: Product) -> str:
    there = dressed(place, with_piece(worn_at(place), products, product))
    slot = piece_of(product).slot or "top"
    name = f"{text.ADD} {text.ADD_NAMES[slot]}"
    label = escape(f"{name}: {product.title}")
    return (
        f'<li><button type="button" class="add" data-focus="rack" {visit(there)} '
        f'aria-label="{label}" title="{escape(product.title)}">'
        f'<span class="frame">{picture(pictures, product, "thumb")}</span>'
        f"<span>{escape(name)}</span></button></li>"
    )


def together(products: Sequence[Product]) -> list[Product]:
    """Those that one person wears at the same time: of a kind the first, a dress or what it replaces."""
    kept: list[Product] = []
    taken: set[str] = set()
    for product in products:
        slot = piece_of(product).slot or "top"
        if slot not in taken:
            kept.append(product)
            taken |= {slot, *WHOLE.get(slot, ())}
    return kept


def with_piece(wearing: Wearing, products: Sequence[Product], product: Product) -> Wearing:
    """With one more piece; what cannot be worn together with it is taken off."""
    slot = piece_of(product).slot or "top"
    away = {slot, *WHOLE.get(slot, ())}
    stays = [p.sku for p in products if (piece_of(p).slot or "top") not in away]
    return replace(wearing, skus=(*stays, product.sku))


def _onward(shop: Shop, place: Place, products: Sequence[Product]) -> str:
    """To the looks around the first piece."""
    first = next((p for p in products if shop.outfits.wearable(p)), None)
    if first is None:
        return ""
    there = link(looks_place(first.sku, place.session))
    return f'<p class="onward"><a class="quiet" {there}>{HANGER}{escape(text.LOOKS)}</a></p>'


def try_on(shop: Shop, products: Sequence[Product], session: Session) -> str:
    """From elsewhere: the way to the fitting room with all of these that can be worn."""
    skus = [product.sku for product in products if shop.fittings.wearable(product)]
    name = f"{FIGURE}{escape(text.FITTING_ON)}"
    there = link(fitting_place(skus, session))
    return f'<p class="onward"><a class="solid" {there}>{name}</a></p>' if skus else ""
