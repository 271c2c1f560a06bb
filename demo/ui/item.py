"""The item in hand, as HTML: its picture, what the table says of it, its colourways.

Knows products and the shopper's photo; it does not know what was said about them, nor gradio.
"""

from __future__ import annotations

from html import escape
from typing import Final

from demo.shop import Shop
from demo.types import Product, Session
from demo.ui import text
from demo.ui.cards import SIZES, Around, dots, item_place, like, link, picture, price, sizes, visit
from demo.ui.garments import others
from demo.ui.memory import Visit
from demo.ui.pictures import Pictures
from demo.ui.place import ANY_DESIGN, Place, fitting_place, looks_place
from demo.ui.signs import DICE, FIGURE, HANGER

FACTS: Final = (
    "material", "pattern", "sleeve", "neckline", "length", "fit", "closure", "style", "season",
)  # fmt: skip
_NOT_FACTS: Final = {"group", "category", "type", "gender", "colour", "colour2", *SIZES}
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


def own_photo(source: str, cut_out: bool = False) -> str:
    """The shopper's own photo, or one garment cut out of it. `source` is a data: address."""
    kind = "piece-photo" if cut_out else "own"
    return (
        f'<figure class="frame"><img class="{kind}" src="{escape(source)}" '
        f'alt="{text.OWN_PHOTO}"></figure>'
    )


def facts(shop: Shop, around: Around, visit: Visit = Visit()) -> str:
    """Title, brand, price, colourways; all the rest of it while nothing has been said yet."""
    place, session = around.place, around.place.session
    if session.photo:
        return _own(place, visit)
    if not session.item:
        return ""
    product = shop.product(session.item)
    family = sorted((product, *shop.siblings(product.sku)), key=lambda p: p.sku)
    brand = f'<p class="brand">{escape(product.brand)}</p>' if product.brand else ""
    colours = dots(family, current=product.sku)
    heart = like(product, place, around.kept)
    head = f"{_again(place)}{brand}<h1>{escape(product.title)}</h1>{price(product)}"
    looks = _looks(shop, product, session)
    if session.turns:
        back = f'<a class="quiet" {link(item_place(product.sku))}>{text.ABOUT}</a>'
        return f"{head}{colours}{back}{looks}{_fitting(shop, session)}{heart}"
    if colours:
        name = text.human(product.get("colour"))
        colours = f'<p class="colourways">{colours}<span>{escape(name)}</span></p>'
    colours += f'{sizes(product)}<div class="onward">{looks}{_fitting(shop, session)}{heart}</div>'
    if product.description:
        colours += f'<p class="description">{escape(product.description)}</p>'
    return f"{head}{colours}{_table(product)}{_shop_link(product)}"


def _own(place: Place, seen: Visit) -> str:
    """What is known of a photo: that it is the shopper's, what else is in it, how it is forgotten."""
    session = place.session
    note = "" if session.turns else f'<p class="description">{escape(text.OWN_PHOTO_NOTE)}</p>'
    forget = (
        f'<p><button type="button" class="quiet" {visit(Place())} data-forget>'
        f"{escape(text.FORGET)}</button></p>"
    )
    return f"<h1>{escape(text.OWN_PHOTO)}</h1>{note}{others(place, seen)}{forget}"


def _again(place: Place) -> str:
    """Another surprise, for whom this one was one."""
    if not place.surprise:
        return ""
    there = link(Place(surprise=ANY_DESIGN))
    return f'<a class="quiet again" {there}>{DICE}{escape(text.ANOTHER_SURPRISE)}</a>'


def _looks(shop: Shop, product: Product, session: Session) -> str:
    """The way to the looks around the item; none where no look can start from it."""
    if not shop.outfits.wearable(product):
        return ""
    there = looks_place(product.sku, session)
    if session.turns:
        return f'<a class="quiet" {link(there)}>{text.LOOKS}</a>'
    return f'<a class="solid" {link(there)}>{HANGER}{text.LOOKS}</a>'


def _fitting(shop: Shop, session: Session) -> str:
    """The way to the fitting room; none for what cannot be tried on."""
    if not shop.fittings.wearable(shop.product(session.item)):
        return ""
    there = link(fitting_place((session.item,), session))
    look = "quiet" if session.turns else "outline"
    return f'<a class="{look}" {there}>{FIGURE if look == "outline" else ""}{text.FITTING_ON}</a>'


def _table(product: Product) -> str:
    names = [n for n in FACTS if n in product.attributes]
    names += [n for n in product.attributes if n not in FACTS and n not in _NOT_FACTS]
    rows = []
    for name in names:
        value = product.get(name)
        readable = 0 < len(value) <= LONGEST_FACT and "://" not in value and "/" not in value
        if readable and (name, value) not in _PLAIN:
            label = escape(text.said(text.human(name.replace("_", " "))))
            rows.append(f"<div><dt>{label}</dt><dd>{escape(text.human(value, name))}</dd></div>")
    return f'<dl class="facts">{"".join(rows[:MOST_FACTS])}</dl>' if rows else ""


def _shop_link(product: Product) -> str:
    """The shop's own page of the product; nothing but http and https is ever linked."""
    if not product.link.lower().startswith(("https://", "http://")):
        return ""
    return (
        f'<p><a class="buy" href="{escape(product.link)}" target="_blank" '
        f'rel="noopener noreferrer">{text.BUY}</a></p>'
    )
