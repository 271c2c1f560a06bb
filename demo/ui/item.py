"""The item in hand, as HTML: its picture, what the table says of it, its colourways.

Knows products and the shopper's photo; it does not know what was said about them, nor gradio.
"""

from __future__ import annotations

from html import escape
from typing import Final

from demo.shop import Shop
from demo.types import Product, Session
from demo.ui import text
from demo.ui.cards import HANGER, dots, item_place, link, picture, price
from demo.ui.pictures import Pictures
from demo.ui.place import looks_place

FACTS: Final = (
    "material", "pattern", "sleeve", "neckline", "length", "fit", "closure", "style", "season",
)  # fmt: skip
_NOT_FACTS: Final = {"group", "category", "type", "gender", "colour", "colour2"}
_PLAIN: Final = {("closure", "none")}
MOST_FACTS: Final = 9
LONGEST_FACT: Final = 60


def reference_picture(shop: Shop, pictures: Pictures, session: Session) -> str:
    """The item in hand, large; a photo's stand-in when the page does not have the photo itself."""
    if session.item:
        product = shop.product(session.item)
        shown = picture(pictures, product, "full", eager=True)
        return f'<figure class="frame">{shown}</figure>'
    if session.photo:
        return f'<figure class="frame stand-in"><span>{text.OWN_PHOTO}</span></figure>'
    return ""


def own_photo(source: str) -> str:
    """The shopper's own photo, as the page alone keeps it. `source` is a data: address."""
    return (
        f'<figure class="frame"><img class="own" src="{escape(source)}" '
        f'alt="{text.OWN_PHOTO}"></figure>'
    )


def facts(shop: Shop, session: Session) -> str:
    """Title, brand, price, colourways; all the rest of it while nothing has been said yet."""
    if session.photo:
        note = "" if session.turns else f'<p class="description">{text.OWN_PHOTO_NOTE}</p>'
        return f"<h1>{text.OWN_PHOTO}</h1>{note}"
    if not session.item:
        return ""
    product = shop.product(session.item)
    family = sorted((product, *shop.siblings(product.sku)), key=lambda p: p.sku)
    brand = f'<p class="brand">{escape(product.brand)}</p>' if product.brand else ""
    colours = dots(family, current=product.sku)
    head = f"{brand}<h1>{escape(product.title)}</h1>{price(product)}"
    looks = _looks(shop, product, session)
    if session.turns:
        back = f'<a class="quiet" {link(item_place(product.sku))}>{text.ABOUT}</a>'
        return f"{head}{colours}{back}{looks}"
    if colours:
        name = text.human(product.get("colour"))
        colours = f'<p class="colourways">{colours}<span>{escape(name)}</span></p>'
    colours += looks
    if product.description:
        colours += f'<p class="description">{escape(product.description)}</p>'
    return f"{head}{colours}{_table(product)}{_shop_link(product)}"


def _looks(shop: Shop, product: Product, session: Session) -> str:
    """The way to the looks around the item; none where no look can start from it."""
    if not shop.outfits.wearable(product):
        return ""
    there = looks_place(product.sku, session)
    if session.turns:
        return f'<a class="quiet" {link(there)}>{text.LOOKS}</a>'
    return f'<p class="onward"><a class="solid" {link(there)}>{HANGER}{text.LOOKS}</a></p>'


def _table(product: Product) -> str:
    names = [n for n in FACTS if n in product.attributes]
    names += [n for n in product.attributes if n not in FACTS and n not in _NOT_FACTS]
    rows = []
    for name in names:
        value = product.get(name)
        readable = 0 < len(value) <= LONGEST_FACT and "://" not in value and "/" not in value
        if readable and (name, value) not in _PLAIN:
            label = escape(text.human(name.replace("_", " ")))
            rows.append(f"<div><dt>{label}</dt><dd>{escape(text.human(value))}</dd></div>")
    return f'<dl class="facts">{"".join(rows[:MOST_FACTS])}</dl>' if rows else ""


def _shop_link(product: Product) -> str:
    """The shop's own page of the product; nothing but http and https is ever linked."""
    if not product.link.lower().startswith(("https://", "http://")):
        return ""
    return (
        f'<p><a class="buy" href="{escape(product.link)}" target="_blank" '
        f'rel="noopener noreferrer">{text.BUY}</a></p>'
    )
