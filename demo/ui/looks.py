"""Looks as HTML: three boards to choose from, and one that is open with its pieces.

Knows looks and places: all that can be done with a look is a link to another place. It does not
know how looks are put together, nor gradio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from demo.outfits.occasions import OCCASIONS
from demo.shop import Shop
from demo.types import Look, LookWishes, Product, Session
from demo.ui import text
from demo.ui.boards import SIZES, Boards, file_name
from demo.ui.cards import item_place, link, picture, price, visit
from demo.ui.pictures import Pictures
from demo.ui.place import Place, looks_place, to_address
from demo.ui.rack import try_on
from demo.ui.styling import MOST_PASSED, Styling, Then

WIDTHS: Final = {
    "three": "(max-width: 860px) 92vw, 29vw", "one": "(max-width: 860px) 92vw, 44vw",
}  # fmt: skip
"""how wide a board is shown, so that the browser takes the right size"""


# ---------------------------------------------------------------------------------- three to choose
def proposals(shop: Shop, pictures: Pictures, place: Place, looks: Sequence[Look]) -> str:
    """Three boards, each with its day, what it costs and why it fits."""
    styling = _styling(place)
    item = shop.product(styling.wishes.item)
    boards = Boards(shop.catalogue)
    cards = "".join(_proposal(boards, place, look, number) for number, look in enumerate(looks))
    said = text.LOOKS_AROUND if len(looks) == 3 else text.LOOK_AROUND
    spoken = text.LOOKS_WITH_ITEM.format(len(looks), item.title) if len(looks) > 1 else f"{said}."
    return (
        f'<span class="for-readers" role="status">{escape(spoken)}</span>'
        f"{_head(shop, pictures, place, item)}"
        f'<div class="wishes">{_occasions(shop, place)}{_budget(shop, place)}</div>'
        f"{_limits(shop, place)}"
        f'<ol class="looks" role="list">{cards}</ol>{_note(shop)}'
    )


def _note(shop: Shop) -> str:
    """What the stylist could not learn from, where that is so."""
    note = shop.outfits.stylist.note
    return f'<p class="note">{escape(text.said(note))}</p>' if note else ""


def _proposal(boards: Boards, place: Place, look: Look, number: int) -> str:
    styling = _styling(place)
    worn = tuple(product.sku for product in look.items)
    there = replace(place, styling=replace(styling, worn=worn, day=look.occasion))
    name = text.said(OCCASIONS[look.occasion].label) if look.occasion in OCCASIONS else text.LOOKS
    return (
        f'<li class="look"><a {link(there)} data-focus="look-{number}">'
        f"{_board(boards, look, 'small', 'three', eager=number == 0)}"
        f'<span class="day">{escape(_capital(name))}</span>'
        f'<span class="total">{_sum(look)}</span>'
        f'<span class="reason">{escape(text.said(look.why))}</span></a></li>'
    )


def _head(shop: Shop, pictures: Pictures, place: Place, item: Product) -> str:
    back = Place(session=place.session, sort=place.sort)
    talked = bool(place.session.turns or place.session.photo)
    name = text.BACK_TO_TALK if talked else text.ABOUT
    return (
        '<header class="looks-head">'
        f'<a class="frame" {link(item_place(item.sku))}>{picture(pictures, item, "thumb", True)}</a>'
        f'<div><p class="brand">{text.LOOKS}</p><h1>{escape(item.title)}</h1>'
        f'<p class="actions">{price(item)}<a class="quiet" {link(back)}>{name}</a></p></div></header>'
    )


# ------------------------------------------------------------------------------------ one that is open
def opened(shop: Shop, pictures: Pictures, place: Place, look: Look) -> str:
    """The look large, its pieces one by one, and all that can be changed about it."""
    styling = _styling(place)
    occasion = styling.wishes.occasion or styling.day
    wishes = within_talk(shop, place.session, replace(styling.wishes, occasion=occasion))
    boards = Boards(shop.catalogue)
    item = shop.product(wishes.item)
    pieces = zip(look.items, look.slots, strict=True)
    rows = [_piece(shop, pictures, place, wishes, look, p, slot) for p, slot in pieces]
    name = text.said(OCCASIONS[look.occasion].label) if look.occasion in OCCASIONS else text.LOOKS
    spoken = f"{_sum(look)}. {escape(text.said(look.why))}"
    three = replace(place, styling=Styling(_plain(styling.wishes)))
    save = escape(boards.address(look.items, "keep"))
    return (
        f'<span class="for-readers" role="status">{spoken}</span>'
        f'<article class="open-look"><figure>{_board(boards, look, "board", "one", eager=True)}'
        f'<figcaption class="actions"><a class="quiet" href="{save}" '
        f'download="{file_name(item)}">{text.SAVE}</a>'
        f'<a class="quiet" {link(three)}>{text.OTHER_LOOKS}</a></figcaption></figure>'
        f'<div class="about"><h1>{escape(_capital(name))}</h1>'
        f'<p class="reason">{escape(text.said(look.why))}</p>'
        f'<p class="total">{_total(look)}{_over(look, wishes)}</p>'
        f"{try_on(shop, look.items, place.session)}{_limits(shop, place)}{_steps(place, look)}"
        f'<h2 class="for-readers">{text.LOOK_PIECES}</h2>'
        f'<ul class="worn" role="list">{"".join(rows)}</ul>'
        f"{_free(shop, pictures, place, wishes, look)}"
        f"{_another(shop, place)}</div></article>"
    )


def within_talk(shop: Shop, session: Session, wishes: LookWishes) -> LookWishes:
    """The wishes with the conversation's limits, and without what was turned down in it."""
    passed = (*wishes.passed, *shop.understood(session).passed)
    return replace(wishes, filters=shop.limits(session), passed=passed)


def _piece(
    shop: Shop, pictures: Pictures, place: Place, wishes: LookWishes, look: Look,
    product: Product, slot: str,
) -> str:  # fmt: skip
    sku, own = product.sku, product.sku == wishes.item
    tools = f'<span class="own">{text.YOURS}</span>'
    if not own:
        tools = _tools(shop, place, wishes, look, product, slot)
    title = escape(product.title)
    name = escape(text.SLOT_NAMES[slot])
    return (
        f'<li class="piece" data-sku="{escape(sku)}" data-slot="{slot}">'
        f'<a class="frame" {link(item_place(sku))} tabindex="-1" aria-hidden="true">'
        f"{picture(pictures, product, 'thumb', True)}</a>"
        f'<div><p class="slot">{name}</p><a class="title" {link(item_place(sku))}>{title}</a>'
        f'{price(product)}<p class="tools">{tools}</p></div></li>'
    )


def _tools(
    shop: Shop, place: Place, wishes: LookWishes, look: Look, product: Product, slot: str
) -> str:
    """Keep, swap, remove: a piece that is kept has nothing but the way to let go of it."""
    styling, sku = _styling(place), product.sku
    plain = styling.wishes
    title = escape(product.title)
    locked = sku in plain.kept
    kept = tuple(s for s in plain.kept if s != sku) if locked else (*plain.kept, sku)
    lock = _button(
        text.LOCK, replace(plain, kept=kept), place, f"lock-{slot}",
        f'class="lock" aria-pressed="{str(locked).lower()}"', f"{text.LOCK}: {title}",
    )  # fmt: skip
    if locked:
        return lock
    items = [p.sku for p in look.items]
    other = shop.outfits.next_best(items, slot, wishes) if slot else None
    swap = f'<span class="none">{text.LAST_OF_ITS_KIND}</span>'
    if other is not None:
        passed = (*(s for s in plain.passed if s != sku), sku)[-MOST_PASSED:]
        worn = tuple(other.sku if s == sku else s for s in items)
        swap = _button(
            text.SWAP, replace(plain, passed=passed), place, f"swap-{slot}", 'class="quiet"',
            f"{text.SWAP}: {title}", worn,
        )  # fmt: skip
    without = tuple(dict.fromkeys((*plain.without, slot)))
    remove = _button(
        text.REMOVE, replace(plain, without=without), place, f"add-{slot}", 'class="quiet"',
        f"{text.REMOVE}: {title}", tuple(s for s in items if s != sku),
    )  # fmt: skip
    return f"{lock}{swap}{remove}"


def _button(
    name: str, wishes: LookWishes, place: Place, focus: str, look: str, label: str,
    worn: tuple[str, ...] = (),
) -> str:  # fmt: skip
    """A button to the same look with other wishes, and other pieces if any are named.

    `focus` names where the keyboard goes on when the page has changed.
    """
    styling = _styling(place)
    there = replace(place, styling=replace(styling, wishes=wishes, worn=worn or styling.worn))
    return (
        f'<button type="button" {look} aria-label="{label}" data-focus="{focus}" '
        f"{visit(there)}>{name}</button>"
    )


def _free(shop: Shop, pictures: Pictures, place: Place, wishes: LookWishes, look: Look) -> str:
    """What would fill the slots that the look leaves empty, each one tap away."""
    styling = _styling(place)
    items = tuple(p.sku for p in look.items)
    marks = []
    for slot, product in shop.outfits.free_slots(look, wishes).items():
        without = tuple(s for s in styling.wishes.without if s != slot)
        there = replace(
            place,
            styling=replace(
                styling,
                wishes=replace(styling.wishes, without=without), worn=(*items, product.sku),
            ),
        )  # fmt: skip
        name = f"{text.ADD} {text.ADD_NAMES[slot]}"
        marks.append(
            f'<li><button type="button" class="add" data-focus="add-{slot}" {visit(there)} '
            f'aria-label="{escape(f"{name}: {product.title}")}">'
            f'<span class="frame">{picture(pictures, product, "thumb")}</span>'
            f"<span>{name}</span></button></li>"
        )
    return f'<ul class="free" role="list">{"".join(marks)}</ul>' if marks else ""


def _steps(place: Place, look: Look) -> str:
    """More casual, more formal, cheaper: the whole look but for what is kept."""
    styling = _styling(place)
    buttons = []
    for way, name in text.STEPS.items():
        if way == "cheaper" and look.price is None:
            continue
        there = replace(place, styling=replace(styling, then=way))  # type: ignore[arg-type]
        buttons.append(
            f'<button type="button" class="idea" data-focus="{way}" {visit(there)}>{name}</button>'
        )
    note = f'<span class="note">{text.STEPS_NOTE}</span>' if styling.wishes.kept else ""
    name = escape(text.WHOLE_LOOK)
    return f'<p class="ideas steps" role="group" aria-label="{name}">{"".join(buttons)}{note}</p>'


# --------------------------------------------------------------------------------- wishes and limits
def _another(shop: Shop, place: Place) -> str:
    """Below the pieces: the same for another day or another sum."""
    wishes = _occasions(shop, place) + _budget(shop, place)
    return (
        f'<h2 class="anew">{text.ANOTHER}</h2><div class="wishes">{wishes}</div>' if wishes else ""
    )


def _occasions(shop: Shop, place: Place) -> str:
    """Chips for the days that suit the item; the one it is for now is marked."""
    styling = _styling(place)
    suited = shop.outfits.occasions(styling.wishes.item)
    if not suited:
        return ""
    current = styling.wishes.occasion or styling.day
    marks = [] if styling.worn else [_occasion(place, "", text.ANY_OCCASION, not current)]
    for name in suited:
        marks.append(_occasion(place, name, text.OCCASION_NAMES[name], name == current))
    return f'<div class="occasions" role="group" aria-label="{escape(text.OCCASION)}">{"".join(marks)}</div>'


def _occasion(place: Place, occasion: str, name: str, chosen: bool) -> str:
    there = _anew(place, replace(_styling(place).wishes, occasion=occasion))
    current = ' aria-current="true"' if chosen else ""
    return f'<a {link(there)} data-focus="for-{occasion}"{current}>{name}</a>'


def _budget(shop: Shop, place: Place) -> str:
    """A field for what the whole look may cost; an empty one is no limit."""
    if not shop.catalogue.currency:
        return ""
    wishes = _styling(place).wishes
    free = to_address(_anew(place, replace(wishes, budget=None)))
    now = "" if wishes.budget is None else f"{wishes.budget:g}"
    sign = escape(text.money(0, shop.catalogue.currency).replace("0", "").strip())
    return (
        f'<label class="budget"><span>{text.BUDGET}</span><span class="sum">{sign}'
        f'<input type="number" min="1" max="99999" step="1" inputmode="numeric" value="{now}" '
        f'placeholder="{text.ANY_BUDGET}" data-focus="budget" data-visit-with="budget" '
        f'data-base="{escape(free)}"></span></label>'
    )


def _anew(place: Place, wishes: LookWishes) -> Place:
    """The three looks, or the open one put together again, for other wishes."""
    styling = _styling(place)
    day = wishes.occasion or styling.day
    then: Then = "anew" if styling.worn else ""
    return replace(place, styling=replace(styling, wishes=wishes, day=day, then=then))


def _plain(wishes: LookWishes) -> LookWishes:
    """What holds for all three looks, without what was done to the open one."""
    return LookWishes(wishes.item, occasion=wishes.occasion, budget=wishes.budget)


def _limits(shop: Shop, place: Place) -> str:
    """The conversation's limits, said, for they hold here as well."""
    chips = shop.understood(place.session).chips if place.session.turns else ()
    labels = [
        f"{text.said(chip.label)} {text.EACH}" if chip.attribute == "price" else text.said(chip.label)
        for chip in chips
        if chip.kind in ("limit", "unwanted") and chip.attribute != "category"
    ]  # fmt: skip
    if not labels:
        return ""
    return f'<p class="limits-said">{text.LIMITS} {escape(", ".join(labels))}</p>'


def choices(pictures: Pictures, session: Session, products: Sequence[Product]) -> str:
    """Which piece is meant, when a look is asked for in the conversation: one link for each."""
    marks = []
    for product in products:
        name = escape(f"{text.LOOKS_WITH} {product.title}")
        marks.append(
            f'<li><a class="add" {link(looks_place(product.sku, session))} aria-label="{name}">'
            f'<span class="frame">{picture(pictures, product, "thumb", True)}</span>'
            f"<span>{escape(product.title)}</span></a></li>"
        )
    return f'<ul class="free choices" role="list">{"".join(marks)}</ul>' if marks else ""


# ------------------------------------------------------------------------------------------- parts
def _styling(place: Place) -> Styling:
    if place.styling is None:
        raise ValueError("This place has no looks.")
    return place.styling


def _board(boards: Boards, look: Look, size: str, shown: str, eager: bool = False) -> str:
    """The look as a picture whose place is held from the start."""
    width, height = SIZES[size]
    sources = ", ".join(
        f"{escape(boards.address(look.items, name))} {SIZES[name][0]}w"
        for name in ("small", "board")
    )
    names = ", ".join(product.title for product in look.items)
    names = escape(text.LAID_OUT.format(names))
    waiting = 'fetchpriority="high"' if eager else 'loading="lazy"'
    return (
        f'<span class="board"><img src="{escape(boards.address(look.items, size))}" '
        f'srcset="{sources}" sizes="{WIDTHS[shown]}" alt="{names}" '
        f'width="{width}" height="{height}" {waiting} decoding="async"></span>'
    )


def _sum(look: Look) -> str:
    """ "€272.65 · 4 pieces" """
    return " · ".join(part for part in (_total(look), text.pieces(len(look.items))) if part)


def _total(look: Look) -> str:
    return "" if look.price is None else escape(text.money(look.price, look.currency))


def _over(look: Look, wishes: LookWishes) -> str:
    """By how much the look is dearer than it should be, after a swap or an addition."""
    if wishes.budget is None or look.price is None or look.price <= wishes.budget:
        return ""
    more = escape(text.money(round(look.price - wishes.budget, 2), look.currency))
    return f' <span class="over">{more} {text.OVER_BUDGET}</span>'


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
