"""A place -> everything on the page, as HTML. The same place always gives the same page.

Asks the shop for the answer and lays it out; it does not know events or gradio.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape

from demo.shop import Shop
from demo.types import Filters, Product, Results, Session
from demo.ui import cards, conversation, item, looks, shelves, text
from demo.ui.ideas import ideas
from demo.ui.pictures import Pictures
from demo.ui.place import Place, to_address
from demo.ui.styling import Styling
from demo.ui.why import Reasons

ON_SHELF = 20
"""products a shelf shows at first: full rows of two, four or five"""
BELOW_ITEM = 10
"""similar products below an item"""
MEANT = 2
"""pieces of an answer that are offered beside the item when a look is asked for"""


@dataclass(frozen=True)
class Screen:
    """The page's parts. None leaves a part as it is, for it is out of sight."""

    address: str
    results: str
    shelf: str | None = None
    picture: str | None = None
    facts: str | None = None
    talk: str | None = None
    ideas: str | None = None


def look(
    shop: Shop,
    pictures: Pictures,
    place: Place,
    own: str = "",
    arriving: bool = False,
    wait: bool = True,
) -> Screen:
    """What a shopper at this place sees.

    `own` is the digest of the photo that the page has. `arriving` replaces the browser's address
    instead of adding to its history. With `wait` False an answer that needs the encoder is
    left open, and all around it is there. Raises ShopError.
    """
    if place.styling:
        return _looks(shop, pictures, place, arriving)
    if place.at_shelves:
        return _shelves(shop, pictures, place, arriving)
    if place.session.turns or place.session.photo:
        return _answer(shop, pictures, place, own, arriving, wait)
    return _item(shop, pictures, place, arriving)


def digest(session: Session) -> str:
    """A short name for the session's photo, empty when it has none."""
    return sha256(session.photo.code).hexdigest()[:16] if session.photo else ""


def needs_encoder(place: Place) -> bool:
    """Whether the page cannot be laid out before the encoder is there."""
    return not place.styling and bool(place.session.turns or place.session.photo)


def settled(shop: Shop, place: Place) -> Place:
    """The place with what was asked of its open look done. Raises OutfitError or UnknownItemError."""
    styling = place.styling
    if styling is None or not styling.then:
        return place
    limits = shop.limits(place.session)
    wishes = replace(styling.wishes, filters=limits)
    if styling.then == "anew":
        wishes = replace(wishes, occasion=wishes.occasion or styling.day)
        made, wishes = shop.outfits.looks(wishes, 1)[0], styling.wishes
    else:
        made, wishes = shop.outfits.step(styling.worn, wishes, styling.then)
    worn = tuple(product.sku for product in made.items)
    asked = replace(wishes, filters=Filters())
    return replace(place, styling=Styling(asked, worn, made.occasion))


def waiting() -> str:
    """The results' place while a first answer waits for the encoder."""
    return f'<div class="nothing waiting" role="status"><p>{text.WAITING}</p></div>'


def _shelves(shop: Shop, pictures: Pictures, place: Place, arriving: bool) -> Screen:
    k = place.shown or ON_SHELF
    found = shop.browse(place.filters, place.colour, k, place.sort)
    message = found.message if not place.colour else text.NOTHING
    return Screen(
        address=_mark(place, "shelf", text.human(place.category).capitalize(), arriving),
        shelf=shelves.shelf_bar(shop, pictures, place, found.total),
        results=_grid(shop, pictures, place, replace(found, message=message), ON_SHELF),
    )


def _looks(shop: Shop, pictures: Pictures, place: Place, arriving: bool) -> Screen:
    """Three looks around an item, or the one of them that is open."""
    styling = place.styling
    title = f"{text.LOOKS}: {shop.product(styling.wishes.item).title}"
    if styling.worn:
        shown = shop.outfits.look(styling.worn, styling.wishes.occasion or styling.day)
        results = looks.opened(shop, pictures, place, shown)
    else:
        wishes = replace(styling.wishes, filters=shop.limits(place.session))
        results = looks.proposals(shop, pictures, place, shop.outfits.looks(wishes))
    return Screen(address=_mark(place, "look", title, arriving), results=results)


def _item(shop: Shop, pictures: Pictures, place: Place, arriving: bool) -> Screen:
    session, product = place.session, shop.product(place.session.item)
    found = shop.results(session, place.shown or BELOW_ITEM, place.sort)
    head = f'<header class="results-head"><h2>{text.SIMILAR}</h2></header>'
    return Screen(
        address=_mark(place, "item", product.title, arriving),
        picture=item.reference_picture(shop, pictures, session),
        facts=item.facts(shop, session),
        talk=conversation.thread(shop, place, ()),
        ideas=conversation.suggestions(place, ideas(shop, session, ())),
        results=head + _grid(shop, pictures, place, found, BELOW_ITEM),
    )


def _answer(
    shop: Shop, pictures: Pictures, place: Place, own: str, arriving: bool, wait: bool
) -> Screen:
    session, first = place.session, shop.settings.results
    if wait:
        found = shop.results(session, place.shown or first, place.sort)
        chips, results = found.chips, _answered(shop, pictures, place, found)
        words = found.ideas or ideas(shop, session, chips)
    else:
        chips, results = shop.understood(session).chips, waiting()
        words = ideas(shop, session, chips)
    said = session.turns[-1].words if session.turns else text.OWN_PHOTO
    return Screen(
        address=_mark(place, "talk", said, arriving, own),
        picture=item.reference_picture(shop, pictures, session),
        facts=item.facts(shop, session),
        talk=conversation.thread(shop, place, chips),
        ideas=conversation.suggestions(place, words),
        results=results,
    )


def _answered(shop: Shop, pictures: Pictures, place: Place, found: Results) -> str:
    title = text.ANSWER if place.session.turns else text.SIMILAR
    if found.hits and found.message:  # nothing has all that was wished for
        title = text.CLOSEST
    spoken = f'<span class="for-readers" role="status">{_spoken(found)}</span>'
    head = f'<header class="results-head"><h2>{title}</h2>{cards.sorting(place)}</header>'
    if found.reply:
        head += f'<p class="reply">{escape(found.reply)}</p>'
    if found.reply and shop.asks_for_look(place.session):
        head += looks.choices(pictures, place.session, _meant(shop, place, found))
    if found.hits and found.message:
        steps = conversation.ways_out(place, found.ways)
        head += f'<p class="short-of">{escape(found.message)}</p>{steps}'
    elif found.answer:
        head += f'<p class="answer">{escape(found.answer)}</p>'
    grid = _grid(shop, pictures, place, found, shop.settings.results)
    return spoken + (head if found.hits else "") + grid


def _meant(shop: Shop, place: Place, found: Results) -> list[Product]:
    """Pieces that a look may be asked for: the item in hand and the best of the answer."""
    held = [shop.product(place.session.item)] if place.session.item else []
    best = [hit.product for hit in found.hits[:MEANT]]
    return [product for product in (*held, *best) if shop.outfits.wearable(product)]


def _spoken(found: Results) -> str:
    """The answer in a sentence, for those who hear the page."""
    if not found.hits:
        return escape(f"{found.reply} {found.message or text.NOTHING}".strip())
    understood = ", ".join(chip.label for chip in found.chips)
    shown = f"{text.pieces(len(found.hits))} shown. {understood}"
    parts = (found.reply, found.message, found.answer, shown)
    return escape(" ".join(part for part in parts if part).strip())


def _grid(shop: Shop, pictures: Pictures, place: Place, found: Results, step: int) -> str:
    if not found.hits:
        said = f"{found.reply} {found.message}".strip()
        return conversation.nothing(shop, place, said, found.ways)
    more = cards.show_more(place, len(found.hits), found.total, step)
    reasons = Reasons(shop, pictures, place) if place.session.turns else None
    return cards.grid(shop, pictures, found.hits, place.session, reasons) + more


def _mark(place: Place, view: str, title: str, arriving: bool, own: str = "") -> str:
    """What the browser's side reads: view, address, and whether it is a step of its own."""
    how = "replace" if arriving or place.shown else "push"
    held = "photo" if place.session.photo else "item" if place.session.item else "words"
    if held == "photo" and own == digest(place.session):
        held = "own photo"
    name = escape(f"{title} · {text.NAME}" if title else text.NAME)
    stay = ""
    if view == "talk":
        stay = to_address(replace(place, why=""))
    elif place.styling:
        stay = f"{'one' if place.styling.worn else 'three'} {place.styling.wishes.item}"
    return (
        f'<span data-view="{view}" data-held="{held}" data-how="{how}" data-title="{name}" '
        f'data-stay="{escape(stay)}" data-address="{escape(to_address(place))}"></span>'
    )
