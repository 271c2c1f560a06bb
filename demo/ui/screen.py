"""A place -> everything on the page, as HTML. The same place always gives the same page.

Asks the shop for the answer and lays it out; it does not know events or gradio.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from random import randint

from demo.shop import Shop
from demo.stages import stage
from demo.types import Filters, Product, Results, Session
from demo.ui import cards, conversation, garments, item, looks, rooms, shelves, stories, text
from demo.ui.bag import bag
from demo.ui.cards import Around
from demo.ui.fitting_room import Shown
from demo.ui.foot import foot
from demo.ui.ideas import ideas
from demo.ui.memory import Kept, Visit
from demo.ui.panel import panel
from demo.ui.pictures import Pictures
from demo.ui.place import ANY_DESIGN, LAST_SEED, Place, in_manner_of, to_address
from demo.ui.styling import Styling
from demo.ui.ways import ways
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
    ways: str | None = None
    bag: str | None = None
    beside: str | None = None
    """a story and the panel, for whoever presents"""
    foot: str | None = None
    people: str | None = None
    rack: str | None = None
    below: str | None = None
    mirror: tuple[str, str] | None = None
    """addresses of the fitting room's pictures, before and after"""


@stage("render")
def look(
    shop: Shop,
    pictures: Pictures,
    place: Place,
    visit: Visit = Visit(),
    kept: Kept = Kept(),
    arriving: bool = False,
    wait: bool = True,
) -> Screen:
    """What a shopper at this place sees.

    `visit` has the own photos that the page may show, `kept` what the browser remembers. `arriving`
    replaces the browser's address instead of adding to its history. With `wait` False an answer that
    needs the encoder is left open, and all around it is there. Raises ShopError.
    """
    with in_manner_of(place), text.spoken_in(place.lang or visit.language):
        around = Around(place, kept)
        if place.styling:
            screen = _looks(shop, pictures, place, arriving)
        elif place.room:
            screen = _room(shop, pictures, around, arriving)
        elif place.at_shelves:
            screen = _shelves(shop, pictures, around, arriving)
        elif place.session.turns or place.session.photo:
            screen = _answer(shop, pictures, around, visit, arriving, wait)
        else:
            screen = _item(shop, pictures, around, arriving)
        return replace(
            screen,
            ways=ways(shop, pictures, place, visit, kept),
            bag=bag(shop, pictures, place, kept),
            beside=stories.bar(place) + (screen.beside or panel(shop, place)),
            foot=foot(place),
        )


def fitted(
    shop: Shop, pictures: Pictures, step: Shown, visit: Visit, kept: Kept, arriving: bool = False
) -> Screen:
    """What a shopper in the fitting room sees at one step of being dressed."""
    place, mirror = step.place, step.mirror
    with in_manner_of(place), text.spoken_in(place.lang or visit.language):
        whole = step.people is not None
        return Screen(
            address=_mark(place, "fitting", text.FITTING, arriving),
            results="",
            ways=ways(shop, pictures, place, visit, kept) if whole else None,
            bag=bag(shop, pictures, place, kept) if whole else None,
            beside=stories.bar(place) + panel(shop, place) if whole else None,
            foot=foot(place) if whole else None,
            people=step.people,
            rack=step.rack,
            below=step.below,
            mirror=(mirror.before, mirror.after) if mirror else None,
        )


def needs_encoder(place: Place) -> bool:
    """Whether the page cannot be laid out before the encoder is there."""
    return (
        not place.styling and not place.wearing and bool(place.session.turns or place.session.photo)
    )


def asked(shop: Shop, pictures: Pictures, place: Place, visit: Visit, kept: Kept) -> Screen:
    """What a shopper sees whose photo has several garments: each of them, and which one is meant.

    The page has not gone anywhere yet: `place` is where the photo was given.
    """
    with in_manner_of(place), text.spoken_in(place.lang or visit.language):
        return Screen(
            address=_mark(place, "asked", text.WHICH_PIECE, arriving=True),
            results=garments.question(visit.pieces),
            ways=ways(shop, pictures, place, visit, kept),
            bag=bag(shop, pictures, place, kept),
        )


def settled(shop: Shop, place: Place) -> Place:
    """The place with a surprise drawn, or with what was asked of its open look done.

    Raises OutfitError, UnknownItemError, or SessionError for a story that there is not.
    """
    if stories.is_told(place):
        with in_manner_of(place):
            return stories.place_at(shop, place.story, place.step)
    if place.surprise and place.session == Session():
        seed = randint(1, LAST_SEED) if place.surprise == ANY_DESIGN else place.surprise
        return replace(place, surprise=seed, session=Session(item=shop.surprise(seed).sku))
    styling = place.styling
    if styling is None or not styling.then:
        return place
    wishes = looks.within_talk(shop, place.session, styling.wishes)
    if styling.then == "anew":
        wishes = replace(wishes, occasion=wishes.occasion or styling.day)
        made, wishes = shop.outfits.looks(wishes, 1)[0], styling.wishes
    else:
        made, wishes = shop.outfits.step(styling.worn, wishes, styling.then)
    worn = tuple(product.sku for product in made.items)
    asked = replace(wishes, filters=Filters(), passed=styling.wishes.passed)
    return replace(place, styling=Styling(asked, worn, made.occasion))


def waiting() -> str:
    """The results' place while a first answer waits for the encoder."""
    return f'<div class="nothing waiting" role="status"><p>{text.WAITING}</p></div>'


def _room(shop: Shop, pictures: Pictures, around: Around, arriving: bool) -> Screen:
    """Where looks or a conversation would be, if something were in hand."""
    return Screen(
        address=_mark(around.place, "room", text.ROOM_HEADS[around.place.room], arriving),
        results=rooms.start(shop, pictures, around),
    )


def _shelves(shop: Shop, pictures: Pictures, around: Around, arriving: bool) -> Screen:
    place = around.place
    k = place.shown or ON_SHELF
    found = shop.browse(place.filters, place.colour, k, place.sort)
    message = found.message if not place.colour else text.NOTHING
    return Screen(
        address=_mark(place, "shelf", text.human(place.category).capitalize(), arriving),
        shelf=shelves.shelf_bar(shop, pictures, place, found.total),
        results=_grid(shop, pictures, around, replace(found, message=message), ON_SHELF),
    )


def _looks(shop: Shop, pictures: Pictures, place: Place, arriving: bool) -> Screen:
    """Three looks around an item, or the one of them that is open."""
    styling = place.styling
    title = f"{text.LOOKS}: {shop.product(styling.wishes.item).title}"
    if styling.worn:
        shown = shop.outfits.look(styling.worn, styling.wishes.occasion or styling.day)
        results = looks.opened(shop, pictures, place, shown)
    else:
        wishes = looks.within_talk(shop, place.session, styling.wishes)
        results = looks.proposals(shop, pictures, place, shop.outfits.looks(wishes))
    return Screen(address=_mark(place, "look", title, arriving), results=results)


def _item(shop: Shop, pictures: Pictures, around: Around, arriving: bool) -> Screen:
    place = around.place
    session, product = place.session, shop.product(place.session.item)
    found = shop.results(session, place.shown or BELOW_ITEM, place.sort)
    head = f'<header class="results-head"><h2>{text.SIMILAR}</h2></header>'
    return Screen(
        address=_mark(place, "item", product.title, arriving),
        picture=item.reference_picture(shop, pictures, session),
        facts=item.facts(shop, around),
        talk=conversation.thread(shop, place, ()),
        ideas=conversation.suggestions(place, ideas(shop, session, ())),
        results=head + _grid(shop, pictures, around, found, BELOW_ITEM),
    )


def _answer(
    shop: Shop, pictures: Pictures, around: Around, visit: Visit, arriving: bool, wait: bool
) -> Screen:
    place = around.place
    session, first = place.session, shop.settings.results
    if wait:
        found = shop.results(
            session, place.shown or first, place.sort, text.asked_for(), place.method
        )
        chips, results = found.chips, _answered(shop, pictures, around, found)
        words = found.ideas or ideas(shop, session, chips)
    else:
        chips, results = shop.understood(session).chips, waiting()
        words = ideas(shop, session, chips)
    said = session.turns[-1].words if session.turns else text.OWN_PHOTO
    return Screen(
        address=_mark(place, "talk", said, arriving, own=visit.piece(session) is not None),
        picture=item.reference_picture(shop, pictures, session),
        facts=item.facts(shop, around, visit),
        talk=conversation.thread(shop, place, chips),
        ideas=conversation.suggestions(place, words),
        results=results,
        beside=panel(shop, place, found if wait else None),
    )


def _answered(shop: Shop, pictures: Pictures, around: Around, found: Results) -> str:
    place = around.place
    title = text.ANSWER if place.session.turns else text.SIMILAR
    if found.hits and found.message:  # nothing has all that was wished for
        title = text.CLOSEST
    spoken = f'<span class="for-readers" role="status">{_spoken(found)}</span>'
    head = f'<header class="results-head"><h2>{title}</h2>{cards.sorting(place)}</header>'
    if found.reply:
        head += f'<p class="reply">{escape(text.said(found.reply))}</p>'
    if found.reply and shop.asks_for_look(place.session):
        head += looks.choices(pictures, place.session, _meant(shop, place, found))
    if found.hits and found.message:
        steps = conversation.ways_out(place, found.ways)
        head += f'<p class="short-of">{escape(text.said(found.message))}</p>{steps}'
    elif found.answer:
        head += f'<p class="answer">{escape(found.answer)}</p>'
    grid = _grid(shop, pictures, around, found, shop.settings.results)
    return spoken + (head if found.hits else "") + grid


def _meant(shop: Shop, place: Place, found: Results) -> list[Product]:
    """Pieces that a look may be asked for: the item in hand and the best of the answer."""
    held = [shop.product(place.session.item)] if place.session.item else []
    best = [hit.product for hit in found.hits[:MEANT]]
    return [product for product in (*held, *best) if shop.outfits.wearable(product)]


def _spoken(found: Results) -> str:
    """The answer in a sentence, for those who hear the page."""
    if not found.hits:
        message = text.said(found.message) or text.NOTHING
        return escape(f"{text.said(found.reply)} {message}".strip())
    understood = text.COMMA.join(text.said(chip.label) for chip in found.chips)
    shown = f"{text.SHOWN.format(text.pieces(len(found.hits)))} {understood}"
    parts = (text.said(found.reply), text.said(found.message), found.answer, shown)
    return escape(" ".join(part for part in parts if part).strip())


def _grid(shop: Shop, pictures: Pictures, around: Around, found: Results, step: int) -> str:
    place = around.place
    if not found.hits:
        said = f"{text.said(found.reply)} {text.said(found.message)}".strip()
        return conversation.nothing(shop, place, said, found.ways)
    more = cards.show_more(place, len(found.hits), found.total, step)
    reasons = Reasons(shop, pictures, place) if place.session.turns else None
    return cards.grid(shop, pictures, found.hits, around, reasons) + more


def _mark(place: Place, view: str, title: str, arriving: bool, own: bool = False) -> str:
    """What the browser's side reads: view, address, and whether it is a step of its own.

    `own` says that the page can show the photo in hand.
    """
    how = "replace" if arriving or place.shown else "push"
    held = "photo" if place.session.photo else "item" if place.session.item else "words"
    if held == "photo" and own:
        held = "own photo"
    name = escape(f"{title} · {text.NAME}" if title else text.NAME)
    stay = ""
    if view == "talk":
        stay = to_address(replace(place, why=""))
    elif place.wearing:
        stay = "fitting"
    elif place.styling:
        stay = f"{'one' if place.styling.worn else 'three'} {place.styling.wishes.item}"
    return (
        f'<span data-view="{view}" data-held="{held}" data-how="{how}" data-title="{name}" '
        f'data-stay="{escape(stay)}" data-address="{escape(to_address(place))}" '
        f'data-lang="{text.language()}"></span>'
    )
