"""Products as HTML: picture, card, colour dots, grid. All that comes from a table is escaped.

Knows products and places; it does not know the conversation or gradio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from demo.catalog.vocabulary import SWATCHES
from demo.shop import Shop
from demo.types import Hit, Product, Session
from demo.ui import text
from demo.ui.pictures import Pictures
from demo.ui.place import Place, looks_place, to_address

if TYPE_CHECKING:
    from demo.ui.why import Reasons

DOTS: Final = 5
"""colour dots a card shows before it counts the rest"""
AT_ONCE: Final = 10
"""pictures that are loaded without waiting to be scrolled to"""
HANGER: Final = (
    '<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" '
    'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
    '<path d="M9.6 6.6a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.9-1.1 1.7v.6L3.4 16.6c-1 .7-.6 2.2.7 '
    '2.2h15.8c1.3 0 1.7-1.5.7-2.2L12 11"/></svg>'
)
"""the sign of looks, drawn in the text's colour"""


def visit(place: Place) -> str:
    """The attributes of a link or button that leads to a place; links also work in a new tab."""
    address = escape(to_address(place))
    return f'data-visit="{address}"'


def link(place: Place) -> str:
    """`visit` with the address that the browser itself can open."""
    return f'href="{escape(to_address(place) or "?")}" {visit(place)}'


def item_place(sku: str) -> Place:
    return Place(session=Session(item=sku))


def picture(pictures: Pictures, product: Product, size: str, eager: bool = False) -> str:
    """The product's picture; a cut-out gets a shadow, a photo melts into the ground (by CSS)."""
    kind = "cut-out" if pictures.is_cut_out(product) else "photo"
    address = escape(pictures.address(product, size))
    waiting = 'fetchpriority="high"' if eager else 'loading="lazy"'
    return (
        f'<img class="{kind}" src="{address}" alt="{escape(product.title)}" '
        f'width="480" height="600" {waiting} decoding="async">'
    )


def dots(products: Sequence[Product], current: str = "", most: int = 99) -> str:
    """Links to colourways, one dot a colour; the current one is marked, not linked."""
    shown: dict[str, Product] = {}
    for product in products:
        colour = product.get("colour")
        if colour in SWATCHES and (colour not in shown or product.sku == current):
            shown[colour] = product
    if len(shown) < 2:
        return ""
    marks = []
    for colour, product in list(shown.items())[:most]:
        name, style = text.human(colour), f'style="--dot:{SWATCHES[colour]}"'
        if product.sku == current:
            marks.append(
                f'<span class="dot" aria-current="true" role="img" title="{name}" '
                f'aria-label="{name}, shown" {style}></span>'
            )
        else:
            marks.append(
                f'<a class="dot" {link(item_place(product.sku))} title="{name}" '
                f'aria-label="{escape(product.title)} in {name}" {style}></a>'
            )
    rest = len(shown) - most
    more = f'<span class="rest">+{rest}</span>' if rest > 0 else ""
    return f'<span class="dots">{"".join(marks)}{more}</span>'


def price(product: Product) -> str:
    if product.price is None:
        return ""
    return f'<span class="price">{escape(text.money(product.price, product.currency))}</span>'


def to_looks(shop: Shop, product: Product, session: Session) -> str:
    """The link to the looks around a product, on its picture; none where no look can start."""
    if not shop.outfits.wearable(product):
        return ""
    name = escape(f"{text.LOOKS_WITH} {product.title}")
    return (
        f'<a class="to-looks" {link(looks_place(product.sku, session))} aria-label="{name}">'
        f"{HANGER}<span>{text.LOOKS}</span></a>"
    )


def card(
    shop: Shop, pictures: Pictures, hit: Hit, eager: bool = False, session: Session = Session(),
    below: str = "",
) -> str:  # fmt: skip
    """One product: the whole card leads to its item page, the dots to its colourways.

    The looks around it keep to the limits of `session`; `below` is what stands under it.
    """
    product = hit.product
    changed = [text.why(change) for change in hit.changed]
    why = f'<span class="why">{escape(" · ".join(changed))}</span>' if changed else ""
    brand = f'<span class="brand">{escape(product.brand)}</span>' if product.brand else ""
    family = sorted((product, *shop.siblings(product.sku)), key=lambda p: p.sku)
    return (
        f'<li class="card" data-sku="{escape(product.sku)}">'
        f"<a {link(item_place(product.sku))}>"
        f'<span class="frame">{picture(pictures, product, "card", eager)}</span>'
        f'{brand}<span class="title">{escape(product.title)}</span>{price(product)}{why}</a>'
        f"{dots(family, current=product.sku, most=DOTS)}{to_looks(shop, product, session)}{below}</li>"
    )


def grid(
    shop: Shop, pictures: Pictures, hits: Sequence[Hit], session: Session = Session(),
    reasons: Reasons | None = None,
) -> str:  # fmt: skip
    """The cards in their order, with `reasons` each with its “why this”."""
    cards = []
    for at, hit in enumerate(hits):
        below = reasons.control(hit.product) if reasons else ""
        cards.append(card(shop, pictures, hit, at < AT_ONCE, session, below))
        cards.append(reasons.panel(hit.product) if reasons else "")
    return f'<ul class="grid" role="list">{"".join(cards)}</ul>'


def show_more(place: Place, shown: int, total: int, step: int) -> str:
    """The button below a grid that has more to show."""
    if shown >= total:
        return ""
    further = replace(place, shown=shown + step)
    return (
        f'<p class="further"><button type="button" class="quiet" {visit(further)}>'
        f"{text.SHOW_MORE}</button></p>"
    )


def sorting(place: Place) -> str:
    """The sort order as a select whose values are addresses."""
    options = []
    names = text.SORT_NAMES | ({"likeness": text.OWN_ORDER} if place.at_shelves else {})
    for order, name in names.items():
        address = escape(to_address(replace(place, sort=order, shown=0)))  # type: ignore[arg-type]
        chosen = " selected" if order == place.sort else ""
        options.append(f'<option value="{address}"{chosen}>{name}</option>')
    return (
        '<label class="sorting"><span class="for-readers">Sort by</span>'
        f"<select data-visits>{''.join(options)}</select></label>"
    )
