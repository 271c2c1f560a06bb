"""The facade: all that a shopper or a caller can do. Page, command line, HTTP and MCP go through it.

Knows every room below it and none above: no gradio, no argparse.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock

import numpy as np
from PIL.Image import Image

from demo.answering import Found, explained, why
from demo.browsing import Browsing, Shelf, Sort, by_price
from demo.bundle import Bundle, encoder_id, find_network
from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.comparing import Comparing
from demo.completing import Outfits
from demo.dialogue.replay import replay
from demo.dialogue.understand import understand
from demo.errors import SavingError, SessionError, ShopError
from demo.picking import Picking
from demo.search import index as indexes
from demo.search import tones
from demo.search.compose import Composer, Query
from demo.search.filters import allowed_rows, both
from demo.search.passing import AWAY, moved_away
from demo.search.rank import NETWORK, explain, rank
from demo.search.shifts import met_shifts, standpoint
from demo.search.why import Why
from demo.search.wording import sentence
from demo.settings import Settings
from demo.stages import clock, stage
from demo.talking import Talking
from demo.trying import Fittings
from demo.types import Filters, Intent, Photo, Product, Results, Session

MOST_RESULTS = 1_000


class Shop(Talking):
    """One catalogue, one index and one encoder, shared by all sessions and never changed by them."""

    def __init__(
        self,
        catalogue: Catalogue,
        index: indexes.Index,
        bundle: Bundle,
        settings: Settings,
        use_table: bool = True,
        away: float = AWAY,
    ) -> None:
        """For benchmarks: `use_table` False hides the table's attributes from ranking; `away` is how far

        the query moves from what was turned down.
        """
        super().__init__(catalogue, settings)
        self.index = index
        self.bundle = bundle
        self.use_table = use_table
        self.away = away
        self.browsing = Browsing(catalogue)
        self.outfits = Outfits(catalogue, index)
        self.comparing = Comparing(catalogue, index, bundle)
        self.fittings = Fittings(catalogue, settings)
        self.picking = Picking(settings, self.fittings.parse)
        self._lock = Lock()

    @classmethod
    def open(cls, settings: Settings, wait: bool = True) -> Shop:
        """Opens the catalogue and its index while the encoder loads in a thread.

        With `wait` False the page can be served before the encoder is there. Raises CatalogError,
        IndexMismatchError or EncoderError.
        """
        id, folder = encoder_id(settings.encoder), settings.index_folder
        bundle = Bundle.start(settings.encoder, settings.device, folder)
        catalogue = Catalogue.read(settings.catalog)
        network = find_network(id, folder)
        index = indexes.load(folder, catalogue, id, network.id if network else "")
        shop = cls(catalogue, index, bundle, settings)
        if wait:
            shop.composer  # noqa: B018  loads the encoder and checks it against the index
        return shop

    @cached_property
    def _composer(self) -> Composer:
        encoder, network = self.bundle.encoder, self.bundle.network
        indexes.require(
            self.index, encoder.id, self.catalogue, self.settings.index_folder, encoder.dimension,
            self.bundle.network_id,
        )  # fmt: skip
        if network is None:
            return Composer(encoder)
        from demo.search.feedback import Feedback  # and with it torch, which the bundle has loaded

        return Composer(encoder, Feedback(encoder, network, self.bundle.network_id))

    @property
    def composer(self) -> Composer:
        """Waits for the encoder. Raises EncoderError or IndexMismatchError."""
        with stage("encode"), self._lock:
            return self._composer

    def prepare(self) -> None:
        """Waits for the encoder and does what the first turn would wait for; errors are told then."""
        with suppress(ShopError):
            self.composer.prepare()

    # Looking around: needs no encoder.

    def product(self, sku: str) -> Product:
        """Raises UnknownItemError."""
        return self.catalogue.product(sku)

    def siblings(self, sku: str) -> tuple[Product, ...]:
        """The same design in other colours. Raises UnknownItemError."""
        return self.catalogue.siblings(self.product(sku))

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The categories, largest first, each with a first look at it."""
        return self.browsing.shelves

    def browse(self, filters: Filters = Filters(), colour: str = "", k: int = 24,
               sort: Sort = "likeness") -> Results:  # fmt: skip
        """A shelf: what passes the limits, in a pleasing order or by price. Needs no encoder."""
        return self.browsing.browse(filters, colour, k, sort)

    def surprise(self, seed: int) -> Product:
        """A product of a design drawn at random, the same for the same seed."""
        return self.browsing.surprise(seed)

    # A session: a reference, then turns.

    def start(self, item: str = "", photo: Path | Image | None = None, words: str = "") -> Session:
        """A new session about an item, an own photo, words, or an item and words.

        Raises UnknownItemError, PictureError or WordsError.
        """
        if item:
            self.product(item)
        session = Session(item=item, photo=self._photo(photo) if photo is not None else None)
        return self.say(session, words) if words else session

    def _photo(self, photo: Path | Image) -> Photo:
        if isinstance(photo, Path):
            photo = open_picture(
                photo,
                max_pixels=self.settings.picture_pixels,
                max_bytes=self.settings.picture_bytes,
            )
        composer = self.composer
        with stage("encode"):
            vector = composer.encoder.encode_images([on_white(photo)])[0]
        scale = 127 / max(float(np.abs(vector).max()), 1e-6)
        return Photo(np.round(vector * scale).astype(np.int8).tobytes())

    def say(self, session: Session, words: str, sort: Sort = "likeness") -> Session:
        """The session with one more turn. Raises WordsError; the session given stays as it is.

        `sort` is the order in which the shopper sees the answer so far, for "the second one".
        """
        item = "" if sort == "likeness" else self._pointed_at(session, words, sort)
        return self.said(session, words, item)

    def _pointed_at(self, session: Session, words: str, sort: Sort) -> str:
        """SKU of the n-th product on a page that the shopper has sorted; empty for other words."""
        nth = understand(words).nth
        shown = self.results(session, sort=sort).hits if nth else ()
        place = nth - 1 if nth > 0 else len(shown) - 1
        return shown[place].product.sku if 0 <= place < len(shown) else ""

    @cached_property
    def tones(self) -> np.ndarray:
        """[n, 2] lightness and chroma of every picture; measured now when the index has none."""
        if self.index.tones is not None:
            return self.index.tones
        measured = tones.measure([product.image for product in self.catalogue.products])
        with suppress(SavingError):  # a read-only index: measured again at the next start
            tones.save(measured, self.catalogue.hash, self.settings.index_folder)
        return measured

    def results(
        self, session: Session, k: int | None = None, sort: Sort = "likeness", language: str = "",
        method: str = "",
    ) -> Results:  # fmt: skip
        """The answer to the session so far: its turns replayed, the best `k` products.

        `language` (en, ja, ko, zh) is that of the page; without it the shopper's last words tell.
        `method` is one of `comparing.METHODS`; until it is ready, and without one, the shop's own answers.
        Raises UnknownItemError, WordsError, SessionError, EncoderError or IndexMismatchError.
        """
        with clock() as mine:
            # 1. Check
            k = min(MOST_RESULTS, self.settings.results if k is None else max(1, k))
            self.check_length(session)
            row = self.catalogue.row(session.item) if session.item else None
            vector = self._reference(session, row)
            reference = self._reference_product(row, vector)
            # 2. Understand
            intent = replay(
                session, reference, self.catalogue.currency, rates=self.settings.exchange,
                look=lambda so_far: self._on_screen(
                    session, so_far, row, vector, reference, method
                ),
            )  # fmt: skip
            # 3 to 5. Compose, filter, search and rank
            found = self._find(session, intent, row, vector, reference, method)
            # 6. Explain
            hits = explain(self.catalogue, found.ranked, k, intent, found.start.attributes)
            if sort != "likeness":
                order = by_price([hit.product for hit in hits], sort)
                hits = tuple(sorted(hits, key=lambda hit: order.index(hit.product)))
            results = explained(
                self.catalogue, session, intent, found, hits, self.use_table, language
            )
        return replace(results, timings=mine.timings)

    def why(self, session: Session, sku: str) -> Why:
        """What made a product an answer: where the words looked, what changed, what stayed.

        Raises UnknownItemError, WordsError, SessionError, EncoderError or IndexMismatchError.
        """
        product = self.product(sku)
        self.check_length(session)
        row = self.catalogue.row(session.item) if session.item else None
        vector = self._reference(session, row)
        reference = self._reference_product(row, vector)
        intent = replay(
            session, reference, self.catalogue.currency, rates=self.settings.exchange,
            look=lambda so_far: self._on_screen(session, so_far, row, vector, reference),
        )  # fmt: skip
        if intent.reference:
            row = self.catalogue.row(intent.reference)
            reference = self._reference_product(row, self.index.vector(row))
        measured = {}
        if _needs_tones(intent):
            tone = self.tones[row] if row is not None else None
            start = standpoint(reference.attributes if reference else {}, tone, None)
            met = met_shifts(self.tones, intent, start)
            measured = {attribute: bool(m[self.catalogue.row(sku)]) for attribute, m in met.items()}
        picture = self.catalogue.products[row].image if row is not None else None
        return why(product, reference, picture, session, intent, self.composer.feedback, measured)

    def _on_screen(
        self, session: Session, intent: Intent, row: int | None, vector: np.ndarray | None,
        reference: Product | None, method: str = "",
    ) -> list[Product]:  # fmt: skip
        """What an intent shows at first, for turns that point at it."""
        found = self._find(session, intent, row, vector, reference, method)
        return [self.catalogue.products[r] for r in found.ranked.rows[: self.settings.results]]

    def _find(
        self, session: Session, intent: Intent, row: int | None, vector: np.ndarray | None,
        reference: Product | None, method: str = "",
    ) -> Found:  # fmt: skip
        """Composes, filters, searches and ranks for an intent."""
        hidden = (row,) if row is not None else ()
        if intent.reference:  # a product that took the item's place
            row = self.catalogue.row(intent.reference)
            vector = self.index.vector(row)
            reference = self._reference_product(row, vector)
            hidden = (*hidden, row)
        known = self.catalogue.row_of  # of another catalogue's link, some products may be unknown
        passed = [known[sku] for sku in intent.passed if sku in known]
        hidden = (*hidden, *passed)
        attributes = reference.attributes if reference else {}
        picture = self.catalogue.products[row].image if row is not None else None
        index, use_table, share = self.index, self.use_table, NETWORK
        other = self.comparing.method(method, self.composer) if method else None
        if other is not None:
            query = other.query(vector, reference, picture, intent)
            index, use_table, share = other.index, False, 1.0
        elif vector is not None and not sentence(intent):
            query = Query(vector)  # nothing to say to the networks: answers before they are there
            self._look_ahead(row)
        else:
            query = self.composer.compose(vector, attributes, intent, picture)
        query = moved_away(query, index, passed, self.away)
        guesses = [self.composer.meant(words) for words in intent.words]
        guessed = {a: v for guess in guesses for a, v in guess.items() if a not in intent.wanted}
        last = guesses[-1] if guesses and intent.unknown else {}
        filters = both(intent.filters, session.filters)
        rows = allowed_rows(self.catalogue, filters)
        measured = self.tones if _needs_tones(intent) else None
        tone = measured[row] if measured is not None and row is not None else None
        start = standpoint(attributes, tone, reference.price if reference else None)
        ranked = rank(
            self.catalogue, index, query, intent, attributes, rows, hidden, use_table,
            start, measured, guessed, share,
        )  # fmt: skip
        return Found(ranked, start, reference, hidden, measured, last)

    def _look_ahead(self, row: int | None) -> None:
        """Begins to look at an item in hand, for words about it may follow."""
        if row is not None and self.bundle.ready:
            self.composer.look(self.catalogue.products[row].image)

    def _reference(self, session: Session, row: int | None) -> np.ndarray | None:
        if row is not None:
            return self.index.vector(row)
        if session.photo is None:
            return None
        vector = np.frombuffer(session.photo.code, dtype=np.int8).astype(np.float32)
        if len(vector) != self.index.card.dimension or not vector.any():
            raise SessionError("This photo belongs to another shop. Upload it again, please.")
        return vector / np.linalg.norm(vector)

    def _reference_product(self, row: int | None, vector: np.ndarray | None) -> Product | None:
        """The reference with its attributes: the table's, or what the network reads in the picture."""
        if row is not None and self.use_table:
            return self.catalogue.products[row]
        if vector is None:
            return None
        return Product("", "", Path(), attributes=self.composer.read(vector))


def _needs_tones(intent: Intent) -> bool:
    return "lightness" in intent.shifts or "colourfulness" in intent.shifts
