"""What happens on the page: one place leads to the next. Does not know how a place looks.

All errors that a shopper may read become a notice here and nowhere else; the page stays as it was.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from html import escape
from pathlib import Path

import gradio as gr

from demo.errors import PictureError, ShopError, WordsError
from demo.shop import Shop
from demo.types import Session
from demo.ui import text
from demo.ui.conversation import nothing
from demo.ui.fitting_room import DressingRoom, Shown
from demo.ui.item import own_photo
from demo.ui.memory import Kept, Visit, digest, kept_from
from demo.ui.metrics import Meter
from demo.ui.mirror import Mirror
from demo.ui.own_photos import pieces_of
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, in_manner_of, looks_place
from demo.ui.screen import Screen, asked, fitted, look, needs_encoder, settled, waiting
from demo.ui.tour import tour

log = logging.getLogger(__name__)

MANY = 16
"""visits and turns at once; each takes a few milliseconds once the encoder is there"""
FEW = 2
"""photos at once: each is decoded and encoded"""
READ_ONLY = ("header",)


@dataclass(frozen=True)
class Parts:
    """The page's components that events read and write; those of a screen bear its names."""

    address: gr.HTML
    results: gr.HTML
    shelf: gr.HTML
    picture: gr.HTML
    facts: gr.HTML
    talk: gr.HTML
    ideas: gr.HTML
    header: gr.HTML
    search: gr.Textbox
    words: gr.Textbox
    send: gr.Button
    upload: gr.UploadButton
    photo: gr.HTML
    """the shopper's own photo"""
    ways: gr.HTML
    bag: gr.HTML
    beside: gr.HTML
    foot: gr.HTML
    tour: gr.HTML
    privacy: gr.HTML
    place: gr.State
    visit: gr.State
    """what is remembered of this page, a Visit; own photos are nowhere else"""
    kept: gr.BrowserState
    """what the browser keeps, as `Kept.content` writes it"""
    people: gr.HTML
    mirror: Mirror
    below: gr.HTML
    rack: gr.HTML
    self_photo: gr.UploadButton
    camera: gr.Image
    camera_box: gr.Accordion
    """the fitting room's"""


def listen(
    page: gr.Blocks, shop: Shop, pictures: Pictures, parts: Parts, dressing: DressingRoom,
    meter: Meter = Meter(),
) -> None:  # fmt: skip
    """Connects the page's parts. Every listener is private: the public calls are made elsewhere."""
    desk = Desk(shop, pictures, parts, dressing, meter)
    written = [part.name for part in fields(Parts) if part.name not in READ_ONLY]
    private = {
        "api_visibility": "private",
        "outputs": [getattr(parts, name) for name in written],
        "show_progress": "minimal",
        "show_progress_on": parts.results,
    }
    here = [parts.place, parts.visit, parts.kept]
    hidden = private | {"show_progress": "hidden"}
    page.load(desk.arrive, here, **hidden, concurrency_limit=MANY)
    for part in (parts.header, parts.ways, parts.bag, parts.shelf, parts.results, parts.picture,
                 parts.facts, parts.talk, parts.ideas, parts.address, parts.people, parts.below,
                 parts.rack, parts.beside, parts.foot):  # fmt: skip
        part.visit(
            desk.visit, here, **private, trigger_mode="always_last",
            concurrency_limit=MANY, concurrency_id="visit",
        )  # fmt: skip
    parts.search.submit(desk.search, [*here, parts.search], **private, concurrency_limit=MANY)
    gr.on(
        [parts.words.submit, parts.send.click], desk.say, [*here, parts.words],
        **private, concurrency_limit=MANY,
    )  # fmt: skip
    parts.upload.upload(desk.take_photo, [*here, parts.upload], **private, concurrency_limit=FEW)
    for part in (parts.self_photo, parts.camera):
        part.upload(
            desk.take_self, [*here, part], **hidden, concurrency_limit=FEW, concurrency_id="self",
        )  # fmt: skip
    page.unload(desk.leave)


Updates = Iterator[dict]
"""what a listener yields: component -> its new value; those not named stay"""


@dataclass(frozen=True)
class Here:
    """Where an event comes from, and what the page remembers there."""

    place: Place = Place()
    visit: Visit = Visit()
    kept: Kept = Kept()
    page: str = ""
    """key of the open page, under which the fitting room keeps its photo"""

    @property
    def language(self) -> str:
        """What the address names, else what the browser asks for."""
        return self.place.lang or self.visit.language


class Desk:
    """Answers the page's events for one shop; keeps nothing about any shopper."""

    def __init__(
        self, shop: Shop, pictures: Pictures, parts: Parts, dressing: DressingRoom,
        meter: Meter = Meter(),
    ) -> None:  # fmt: skip
        self.dressing = dressing
        self.meter = meter
        self.shop = shop
        self.pictures = pictures
        self.parts = parts

    def arrive(self, place: Place, visit: Visit, kept: object, request: gr.Request) -> Updates:
        """The page has loaded at some address; one that cannot be read opens the entrance."""
        address = str(request.query_params)
        language = text.accepted(request.headers.get("accept-language", ""))
        visit = replace(visit, language=language)
        here = Here(Place(), visit, kept_from(self.shop, kept), _key(request))
        yield from self._show(lambda: from_address(address), here, arriving=True)

    def visit(
        self, place: Place, visit: Visit, kept: object, event: gr.EventData, request: gr.Request
    ) -> Updates:
        """A link, a button or the browser's own way back leads to an address.

        On the way something may be liked, taken out of the bag, or forgotten.
        """
        said = event._data if isinstance(event._data, dict) else {}
        known, row_of = kept_from(self.shop, kept), self.shop.catalogue.row_of
        if (sku := str(said.get("like", ""))) in row_of:
            known = known.with_liked(sku)
        if (sku := str(said.get("unlike", ""))) in row_of:
            known = known.without_liked(sku)
        if said.get("forget"):
            visit = replace(visit, hand=Session(), pieces=())  # the browser's picture goes below
            self.dressing.guests.forget(_key(request))
        if said.get("free") and place.panel:
            self.shop.fittings.free()
        here = Here(place, visit, known, _key(request))
        yield from self._show(lambda: from_address(str(said.get("address", ""))), here)

    def search(self, place: Place, visit: Visit, kept: object, words: str) -> Updates:
        """Words in the header start a session without an item."""

        def there() -> Place:
            if not words.strip():
                raise WordsError(text.EMPTY_SEARCH)
            return Place(session=self.shop.say(Session(), words))

        yield from self._show(there, Here(place, visit, kept_from(self.shop, kept)))

    def say(self, place: Place, visit: Visit, kept: object, words: str) -> Updates:
        """One more turn about what the shopper holds, or an earlier one said anew."""

        def there() -> Place:
            if place.editing >= 0:
                return place.about(self.shop.edit(place.session, place.editing, words))
            session = self.shop.say(place.session, words, place.sort)
            return self._looks_around(session) or place.about(session)

        yield from self._show(there, Here(place, visit, kept_from(self.shop, kept)))

    def _looks_around(self, session: Session) -> Place | None:
        """The looks around the item when they are all that was ever asked for; else None."""
        if not session.item or not self.shop.asks_for_look(session):
            return None
        meant = self.shop.understood(session)
        item = self.shop.product(session.item)
        if meant.wanted or meant.shifts or meant.words or not self.shop.outfits.wearable(item):
            return None  # which piece is meant is asked in the conversation
        return looks_place(session.item, session)

    def take_photo(self, place: Place, visit: Visit, kept: object, file: str | None) -> Updates:
        """The shopper's own photo; of several garments one is asked for. Its file is deleted at once."""
        here = Here(place, visit, kept_from(self.shop, kept))
        waited = not self.shop.bundle.ready
        try:
            if not file:
                raise PictureError(text.PHOTO_GONE)
            photo = self.shop.picking.open(Path(file))  # a broken one is refused before any wait
            if waited:
                yield {self.parts.results: waiting()}
            pieces = pieces_of(self.shop, photo)
        except Exception as error:
            yield self._failed(error, here, waited)
            return
        finally:
            if file:
                Path(file).unlink(missing_ok=True)
        seen = replace(here, visit=replace(visit, pieces=pieces))
        if len(pieces) > 2:  # the photo as a whole and at least two garments
            yield self._at(seen, asked(self.shop, self.pictures, place, seen.visit, seen.kept))
        else:
            yield from self._show(lambda: Place(session=pieces[-1].session), seen)

    def take_self(
        self, place: Place, visit: Visit, kept: object, file: str | None, request: gr.Request
    ) -> Updates:
        """The shopper's photo of themselves, to be dressed. Its file is deleted at once."""
        here = Here(place, visit, kept_from(self.shop, kept), _key(request))
        steps = self.dressing.take(file, place, here.page, here.kept)
        try:
            for shown in self._dressed(steps, here):
                yield shown | {self.parts.camera: None}
        except Exception as error:
            yield self._failed(error, here, waited=False)

    def leave(self, request: gr.Request) -> None:
        """The page was closed: the photo of who was dressed there is forgotten."""
        self.dressing.guests.forget(_key(request))

    def _dressed(self, steps: Iterator[Shown], here: Here, arriving: bool = False) -> Updates:
        """The steps of being dressed, as they come."""
        for step in text.spoken_through(here.language, steps):
            there = _moved(here, step.place)
            screen = fitted(self.shop, self.pictures, step, there.visit, there.kept, arriving)
            yield self._at(there, screen)

    def _show(self, to: Callable[[], Place], here: Here, arriving: bool = False) -> Updates:
        """Goes to a place and shows it. On an error the page stays as it was, below a notice."""
        opening, waited = not self.shop.bundle.ready, False
        shop, pictures = self.shop, self.pictures
        try:
            with in_manner_of(here.place), text.spoken_in(here.language):
                place = settled(shop, to())
            there = _moved(here, place)
            if place.wearing:
                before = here.place.wearing
                new = before is None or before.person != place.wearing.person
                steps = self.dressing.steps(place, here.page, there.kept, new)
                yield from self._dressed(steps, there, arriving)
                return
            seen = (shop, pictures, place, there.visit, there.kept, arriving)
            if opening and needs_encoder(place):
                waited = True
                yield self._at(there, look(*seen, wait=False))
            with self.meter.question("page"):
                screen = look(*seen)
            yield self._at(there, screen)
        except Exception as error:
            if arriving and not waited:
                self._said(error, here.language)
                nowhere = replace(here, place=Place())
                entrance = look(shop, pictures, Place(), here.visit, here.kept, arriving=True)
                yield self._at(nowhere, entrance)
            else:
                yield self._failed(error, here, waited)

    def _failed(self, error: Exception, here: Here, waited: bool) -> dict:
        """A notice, and a page that stays as it was; `waited` when the results stand empty."""
        message = self._said(error, here.language)
        if waited:
            return {self.parts.results: nothing(self.shop, Place(), message)}
        return {self.parts.place: gr.skip()}

    def _said(self, error: Exception, language: str) -> str:
        """The error as a notice; what nobody expected is logged and said politely."""
        if not (known := isinstance(error, ShopError)):
            log.error("A place could not be shown", exc_info=error)
        with text.spoken_in(language):
            message = text.said(str(error)) if known else text.SORRY
        gr.Warning(escape(message))
        return message

    def _at(self, here: Here, screen: Screen) -> dict:
        """What is written: the screen, where that is, and what is remembered."""
        parts, place, visit = self.parts, here.place, here.visit
        turns, at = place.session.turns, place.editing
        words = turns[at].words if 0 <= at < len(turns) else ""
        photo = {}
        name, piece = digest(place.session), visit.piece(place.session)
        if piece and visit.shown != name:  # the browser has it already otherwise
            visit = replace(visit, shown=name)
            photo = {parts.photo: own_photo(piece.source, bool(piece.name))}
        elif visit.shown and not visit.pieces:
            visit, photo = replace(visit, shown=""), {parts.photo: ""}
        fields_said = {parts.search: "", parts.words: words}
        if visit.worded != here.language:
            visit = replace(visit, worded=here.language)
            fields_said = self._worded(here.language, words)
        return {
            parts.place: place, parts.visit: visit, parts.kept: here.kept.content(),
        } | fields_said | photo | {
            getattr(parts, field.name): html for field in fields(screen)
            if (html := getattr(screen, field.name)) is not None
        }  # fmt: skip

    def _worded(self, language: str, words: str) -> dict:
        """The page's own fields and buttons in another language than they were named in."""
        parts = self.parts
        with text.spoken_in(language):
            return {
                parts.search: gr.Textbox("", placeholder=text.SEARCH, label=text.SEARCH_LABEL),
                parts.words: gr.Textbox(words, placeholder=text.SAY, label=text.SAY),
                parts.send: gr.Button(text.SEND),
                parts.upload: gr.UploadButton(text.PHOTO),
                parts.self_photo: gr.UploadButton(text.FITTING_UPLOAD),
                parts.camera_box: gr.Accordion(label=text.FITTING_CAMERA, open=False),
                parts.privacy: f"<p>{text.PHOTO_NOTE}</p>",
                parts.tour: tour(),
            }


def _moved(here: Here, place: Place) -> Here:
    """At another place; an item that comes into hand there is remembered."""
    visit, kept = here.visit, here.kept
    item = place.styling.wishes.item if place.styling else place.session.item
    if item:
        kept = kept.with_held(item)
    if place.session != Session():
        visit = replace(visit, hand=place.session)
    return replace(here, place=place, visit=visit, kept=kept)


def _key(request: gr.Request) -> str:
    """What tells this open page from all others; its browser made it up at random."""
    return str(request.session_hash or "")
