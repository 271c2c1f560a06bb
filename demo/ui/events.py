"""What happens on the page: one place leads to the next. Does not know how a place looks.

All errors that a shopper may read become a notice here and nowhere else; the page stays as it was.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from html import escape
from pathlib import Path

import gradio as gr

from demo.catalog.pictures import webp
from demo.errors import PictureError, ShopError, WordsError
from demo.shop import Shop
from demo.types import Session
from demo.ui import text
from demo.ui.conversation import nothing
from demo.ui.item import own_photo
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, looks_place
from demo.ui.screen import Screen, digest, look, needs_encoder, settled, waiting

log = logging.getLogger(__name__)

MANY = 16
"""visits and turns at once; each takes a few milliseconds once the encoder is there"""
FEW = 2
"""photos at once: each is decoded and encoded"""
READ_ONLY = ("header", "send", "upload")
PREVIEW = 640
"""longest side of the photo that is sent back to its owner, pixels"""


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
    """the shopper's own photo; the browser has it, the shop does not keep it"""
    own: gr.State
    """digest of that photo"""
    place: gr.State


def listen(page: gr.Blocks, shop: Shop, pictures: Pictures, parts: Parts) -> None:
    """Connects the page's parts. Every listener is private: the public calls are made elsewhere."""
    desk = Desk(shop, pictures, parts)
    written = [part.name for part in fields(Parts) if part.name not in READ_ONLY]
    private = {
        "api_visibility": "private",
        "outputs": [getattr(parts, name) for name in written],
        "show_progress": "minimal",
        "show_progress_on": parts.results,
    }
    page.load(desk.arrive, **private | {"show_progress": "hidden"}, concurrency_limit=MANY)
    for part in (parts.header, parts.shelf, parts.results, parts.picture, parts.facts,
                 parts.talk, parts.ideas, parts.address):  # fmt: skip
        part.visit(
            desk.visit, parts.own, **private, trigger_mode="always_last",
            concurrency_limit=MANY, concurrency_id="visit",
        )  # fmt: skip
    parts.search.submit(desk.search, parts.search, **private, concurrency_limit=MANY)
    gr.on(
        [parts.words.submit, parts.send.click], desk.say, [parts.place, parts.words, parts.own],
        **private, concurrency_limit=MANY,
    )  # fmt: skip
    parts.upload.upload(desk.take_photo, parts.upload, **private, concurrency_limit=FEW)


Updates = Iterator[dict]
"""what a listener yields: component -> its new value; those not named stay"""


class Desk:
    """Answers the page's events for one shop; keeps nothing about any shopper."""

    def __init__(self, shop: Shop, pictures: Pictures, parts: Parts) -> None:
        self.shop = shop
        self.pictures = pictures
        self.parts = parts

    def arrive(self, request: gr.Request) -> Updates:
        """The page has loaded at some address; one that cannot be read opens the entrance."""
        address = str(request.query_params)
        yield from self._show(lambda: from_address(address), arriving=True)

    def visit(self, own: str, event: gr.EventData) -> Updates:
        """A link, a button or the browser's own way back leads to an address."""
        address = str((event._data or {}).get("address", ""))
        yield from self._show(lambda: from_address(address), own)

    def search(self, words: str) -> Updates:
        """Words in the header start a session without an item."""

        def there() -> Place:
            if not words.strip():
                raise WordsError(text.EMPTY_SEARCH)
            return Place(session=self.shop.say(Session(), words))

        yield from self._show(there)

    def say(self, place: Place, words: str, own: str) -> Updates:
        """One more turn about what the shopper holds, or an earlier one said anew."""

        def there() -> Place:
            if place.editing >= 0:
                return place.about(self.shop.edit(place.session, place.editing, words))
            session = self.shop.say(place.session, words, place.sort)
            return self._looks_around(session) or place.about(session)

        yield from self._show(there, own)

    def _looks_around(self, session: Session) -> Place | None:
        """The looks around the item when they are all that was ever asked for; else None."""
        if not session.item or not self.shop.asks_for_look(session):
            return None
        meant = self.shop.understood(session)
        item = self.shop.product(session.item)
        if meant.wanted or meant.shifts or meant.words or not self.shop.outfits.wearable(item):
            return None  # which piece is meant is asked in the conversation
        return looks_place(session.item, session)

    def take_photo(self, file: str | None) -> Updates:
        """The shopper's own photo becomes the item. Its file is deleted at once."""

        def there() -> Place:
            if not file:
                raise PictureError(text.PHOTO_GONE)
            return Place(session=self.shop.start(photo=Path(file)))

        try:
            yield from self._show(there, preview=Path(file) if file else None)
        finally:
            if file:
                Path(file).unlink(missing_ok=True)

    def _show(
        self,
        to: Callable[[], Place],
        own: str = "",
        preview: Path | None = None,
        arriving: bool = False,
    ) -> Updates:
        """Goes to a place and shows it. On an error the page stays as it was, below a notice.

        `own` is the digest of the photo the page has; `preview` is the file of a new one.
        """
        parts = self.parts
        opening = not self.shop.bundle.ready
        waited, photo = False, {}
        try:
            if preview is not None:  # a broken picture is refused before anything waits
                data = base64.b64encode(webp(preview, PREVIEW)).decode("ascii")
                shown = own_photo(f"data:image/webp;base64,{data}")
                if opening:
                    waited = True
                    yield {parts.results: waiting()}
            place = settled(self.shop, to())
            if preview is not None:
                own = digest(place.session)
                photo = {parts.own: own, parts.photo: shown}
            if opening and needs_encoder(place):
                waited = True
                patient = look(self.shop, self.pictures, place, own, arriving, wait=False)
                yield self._at(place, patient) | photo
            yield self._at(place, look(self.shop, self.pictures, place, own, arriving)) | photo
        except Exception as error:
            known = isinstance(error, ShopError)
            if not known:
                log.exception("A place could not be shown")
            message = str(error) if known else text.SORRY
            gr.Warning(escape(message))
            if waited:
                yield {parts.results: nothing(self.shop, Place(), message)}
            elif arriving:
                entrance = look(self.shop, self.pictures, Place(), arriving=True)
                yield self._at(Place(), entrance)
            else:
                yield {parts.place: gr.skip()}

    def _at(self, place: Place, screen: Screen) -> dict:
        shown = {field.name: getattr(screen, field.name) for field in fields(screen)}
        parts = self.parts
        turns, at = place.session.turns, place.editing
        words = turns[at].words if 0 <= at < len(turns) else ""
        return {parts.place: place, parts.search: "", parts.words: words} | {
            getattr(parts, name): html for name, html in shown.items() if html is not None
        }
