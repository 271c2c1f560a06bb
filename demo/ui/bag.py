"""The bag of liked pieces, as HTML: a button with their number, and the panel that it opens.

Knows products and what the browser keeps; it does not know the conversation, nor gradio.
"""

from __future__ import annotations

from html import escape

from demo.shop import Shop
from demo.trying import MOST
from demo.types import Product
from demo.ui import text
from demo.ui.cards import item_place, link, picture, price, visit
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import Place, fitting_place, looks_place
from demo.ui.signs import BAG, FIGURE, HANGER
from demo.ui.ways import trail


def bag(shop: Shop, pictures: Pictures, place: Place, kept: Kept) -> str:
    """The button and its panel, which the browser opens and closes by itself."""
    pieces = [shop.product(sku) for sku in kept.bag]
    count = len(pieces)
    rows = "".join(_piece(shop, pictures, place, product) for product in pieces)
    held = trail(shop, pictures, kept)
    content = f'<ul class="liked" role="list">{rows}</ul>' if rows else _empty()
    number = f' <span class="number">{count}</span>' if count else ""
    return (
        f'<button type="button" class="open-bag" popovertarget="bag-panel">'
        f'{BAG}<span class="name">{escape(text.BAG)}</span>{number}</button>'
        f'<div id="bag-panel" popover role="dialog" aria-label="{escape(text.BAG)}">'
        f'<header><h2>{escape(text.YOUR_BAG)}</h2><button type="button" class="quiet" '
        f'popovertarget="bag-panel" popovertargetaction="hide">{escape(text.CLOSE)}</button></header>'
        f"{content}{_sum(shop, pieces)}{_try_on(shop, pieces)}{held}"
        f'<p class="note">{escape(text.BAG_NOTE)}</p></div>'
    )


def _piece(shop: Shop, pictures: Pictures, place: Place, product: Product) -> str:
    sku, title = escape(product.sku), escape(product.title)
    look = ""
    if shop.outfits.wearable(product):
        name = escape(f"{text.LOOKS}: {product.title}")
        look = (
            f'<a class="tool" {link(looks_place(product.sku))} aria-label="{name}" '
            f'title="{escape(text.LOOKS)}">{HANGER}</a>'
        )
    remove = (
        f'<button type="button" class="quiet" {visit(place)} data-unlike="{sku}" '
        f'aria-label="{escape(text.REMOVE)}: {title}">{escape(text.REMOVE)}</button>'
    )
    there = link(item_place(product.sku))
    return (
        f'<li data-sku="{sku}"><a class="frame" {there} tabindex="-1" aria-hidden="true">'
        f'{picture(pictures, product, "thumb", True)}</a><div><a class="title" {there}>{title}</a>'
        f'{price(product)}<p class="actions">{remove}{look}</p></div></li>'
    )


def _sum(shop: Shop, pieces: list[Product]) -> str:
    """What all pieces cost together, where each has a price."""
    prices = [product.price for product in pieces if product.price is not None]
    if len(prices) < 2 or len(prices) < len(pieces):
        return ""
    total = escape(text.money(round(sum(prices), 2), shop.catalogue.currency))
    return f'<p class="total"><span>{escape(text.TOGETHER)}</span>{total}</p>'


def _try_on(shop: Shop, pieces: list[Product]) -> str:
    """The way to the fitting room with as much of the bag as one person can wear."""
    skus = [product.sku for product in pieces if shop.fittings.wearable(product)][:MOST]
    if not skus:
        return ""
    there = link(fitting_place(skus))
    return f'<p><a class="solid" {there}>{FIGURE}{escape(text.FITTING_ON)}</a></p>'


def _empty() -> str:
    return f'<p class="empty">{escape(text.EMPTY_BAG)}</p>'
