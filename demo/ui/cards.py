"""Products as HTML: picture, card, colour dots, grid. All that comes from a table is escaped.

Knows products, places and what is liked; it does not know the conversation or gradio.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Final

from demo.catalog.vocabulary import SWATCHES
from demo.shop import Shop
from demo.types import Hit, Product, Session, Turn
from demo.ui import text
from demo.ui.memory import Kept
from demo.ui.pictures import Pictures
from demo.ui.place import Place, fitting_place, looks_place, to_address
from demo.ui.signs import BUBBLE, FIGURE, HANGER, HEART, REFUSED

if TYPE_CHECKING:
    from demo.ui.why import Reasons

DOTS: Final = 5
"""colour dots a card shows before it counts the rest"""
AT_ONCE: Final = 10
"""pictures that are loaded without waiting to be scrolled to"""
SIZES: Final = ("sizes", "size")
"""columns that say which sizes there are"""
MOST_SIZES: Final = 8


@dataclass(frozen=True)
class Around:
    """What a card needs to know of where it lies."""

    place: Place = Place()
    kept: Kept = Kept()
    eager: bool = False
    """whether its picture is loaded without waiting to be scrolled to"""
    below: str = ""
    """HTML that stands beside its tools"""
    to: Callable[[Product], Place] | None = None
    """where it leads; None for its item page"""


def visit(place: Place) -> str:
    """The attributes of a link or button that leads to a place; links also work in a new tab."""
    address = escape(to_address(place))
    return f'data-visit="{address}"'


def link(place: Place) -> str:
    """`visit` with the address that the browser itself can open."""
    address = to_address(place)
    return f'href="{escape(address or "?")}" data-visit="{escape(address)}"'


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
                f'aria-label="{escape(text.THIS_ONE.format(name))}" {style}></span>'
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


def sizes(product: Product) -> str:
    """The sizes that the table names, "S · M · L"; empty where it has none."""
    said = next((product.get(name) for name in SIZES if product.get(name)), "")
    named = [size for size in re.split(r"\s*[|,;]\s*", said) if size][:MOST_SIZES]
    return f'<span class="sizes">{escape(" · ".join(named))}</span>' if named else ""


def card(shop: Shop, pictures: Pictures, hit: Hit, around: Around = Around()) -> str:
    """One product: the whole card leads to its item page, the dots to its colourways."""
    product = hit.product
    changed = [text.why(change) for change in hit.changed]
    why = f'<span class="why">{escape(" · ".join(changed))}</span>' if changed else ""
    brand = f'<span class="brand">{escape(product.brand)}</span>' if product.brand else ""
    family = sorted((product, *shop.siblings(product.sku)), key=lambda p: p.sku)
    to = around.to(product) if around.to else item_place(product.sku)
    return (
        f'<li class="card" data-sku="{escape(product.sku)}"><a {link(to)}>'
        f'<span class="frame">{picture(pictures, product, "card", around.eager)}</span>'
        f'{brand}<span class="title">{escape(product.title)}</span>{price(product)}'
        f"{sizes(product)}{why}</a>"
        f"{dots(family, current=product.sku, most=DOTS)}"
        f"{like(product, around.place, around.kept)}"
        f'<p class="tools">{tools(shop, product, around.place)}{around.below}</p></li>'
    )


def like(product: Product, place: Place, kept: Kept) -> str:
    """The heart on a picture: into the bag, or out of it again. The page stays where it is."""
    liked = product.sku in kept.bag
    deed = "unlike" if liked else "like"
    sku, name = escape(product.sku), escape(f"{text.LIKE}: {product.title}")
    return (
        f'<button type="button" class="like" {visit(place)} data-{deed}="{sku}" '
        f'data-focus="like {sku}" aria-pressed="{str(liked).lower()}" title="{text.LIKE}" '
        f'aria-label="{name}">{HEART}</button>'
    )


def tools(shop: Shop, product: Product, place: Place) -> str:
    """What can be done with a product: say what should differ, looks, try on, turn it down."""
    session, sku, title = place.session, product.sku, product.title
    marks = [_tool("to-talk", BUBBLE, text.REFINE_FROM, title, link(item_place(sku)))]
    if shop.outfits.wearable(product):
        there = link(looks_place(sku, session))
        marks.append(_tool("to-looks", HANGER, text.LOOKS, title, there))
    if shop.fittings.wearable(product):
        there = link(fitting_place((sku,), session))
        marks.append(_tool("to-fitting", FIGURE, text.FITTING_ON, title, there))
    if session != Session() and not place.styling:
        turn = Turn(text.NOT_THIS.format(title), passes=sku)
        there = place.about(replace(session, turns=(*session.turns, turn), undone=()))
        marks.append(_tool("pass", REFUSED, text.NOT_FOR_ME, title, visit(there)))
    return "".join(marks)


def _tool(kind: str, sign: str, name: str, title: str, there: str) -> str:
    tag = "a" if there.startswith("href") else 'button type="button"'
    label = f'title="{escape(name)}" aria-label="{escape(f"{name}: {title}")}"'
    return f'<{tag} class="tool {kind}" {there} {label}>{sign}</{tag.split()[0]}>'


def grid(
    shop: Shop, pictures: Pictures, hits: Sequence[Hit], around: Around = Around(),
    reasons: Reasons | None = None,
) -> str:  # fmt: skip
    """The cards in their order, with `reasons` each with its “why this”."""
    cards = []
    for at, hit in enumerate(hits):
        below = reasons.control(hit.product) if reasons else ""
        own = replace(around, eager=at < AT_ONCE, below=below)
        cards.append(card(shop, pictures, hit, own))
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
        f'<label class="sorting"><span class="for-readers">{text.SORT_BY}</span>'
        f"<select data-visits>{''.join(options)}</select></label>"
    )
