"""The facade: all that a shopper or a caller can do. Page, command line, HTTP and MCP go through it.

Knows every room below it and none above: no gradio, no argparse.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import Literal

import numpy as np
from PIL.Image import Image

from demo.answering import Found, explained, why
from demo.bundle import Bundle, encoder_id, find_network
from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.catalog.variety import variety
from demo.completing import Outfits
from demo.dialogue.replay import replay
from demo.dialogue.understand import understand
from demo.errors import SessionError, WordsError
from demo.search import index as indexes
from demo.search import tones
from demo.search.compose import Composer, Query
from demo.search.filters import allowed_rows, both, what_to_drop
from demo.search.rank import explain, rank
from demo.search.shifts import met_shifts, standpoint
from demo.search.why import Why
from demo.search.wording import sentence
from demo.settings import Settings
from demo.types import Chip, Filters, Intent, Photo, Product, Results, Session, Turn

Sort = Literal["likeness", "price up", "price down"]
MOST_RESULTS = 1_000


@dataclass(frozen=True)
class Shelf:
    """One category of the shop."""

    category: str
    count: int
    products: tuple[Product, ...]
    """a first look at it: different designs"""


class Shop:
    """One catalogue, one index and one encoder, shared by all sessions and never changed by them."""

    def __init__(
        self,
        catalogue: Catalogue,
        index: indexes.Index,
        bundle: Bundle,
        settings: Settings,
        use_table: bool = True,
    ) -> None:
        """`use_table` False hides the table's attributes from ranking (for benchmarks)."""
        self.catalogue = catalogue
        self.index = index
        self.bundle = bundle
        self.settings = settings
        self.use_table = use_table
        self.outfits = Outfits(catalogue, index)
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
        with self._lock:
            return self._composer

    # Looking around: needs no encoder.

    def product(self, sku: str) -> Product:
        """Raises UnknownItemError."""
        return self.catalogue.product(sku)

    def siblings(self, sku: str) -> tuple[Product, ...]:
        """The same design in other colours. Raises UnknownItemError."""
        return self.catalogue.siblings(self.product(sku))

    @cached_property
    def shelves(self) -> tuple[Shelf, ...]:
        """The categories, largest first, each with up to 12 designs to look at."""
        shelves = []
        column = self.catalogue.column("category")
        for category in self.catalogue.values("category"):
            rows = np.flatnonzero(column == category)
            shelves.append(Shelf(category, len(rows), variety(self.catalogue, rows, 12)))
        return tuple(shelves)

    def browse(self, filters: Filters = Filters(), colour: str = "", k: int = 24,
               sort: Sort = "likeness") -> Results:  # fmt: skip
        """A shelf: what passes the limits, in a pleasing order or by price. Needs no encoder."""
        started = perf_counter()
        rows = allowed_rows(self.catalogue, filters)
        rows = np.arange(len(self.catalogue)) if rows is None else rows
        if colour:
            rows = rows[self.catalogue.column("colour")[rows] == colour]
        products = variety(self.catalogue, rows, len(rows))
        rest = [self.catalogue.products[r] for r in rows]
        shown = list(dict.fromkeys([*(p.sku for p in products), *(p.sku for p in rest)]))
        ordered = _sorted_by_price([self.catalogue.product(s) for s in shown], sort)[:k]
        hits = explain(
            self.catalogue,
            np.array([self.catalogue.row(p.sku) for p in ordered], dtype=np.int64),
            np.zeros(len(ordered)),
            Intent(),
            {},
        )
        message = ""
        if not hits and colour:
            named = colour.replace("-", " ")
            message = f"There is nothing in {named} on this shelf. Pick another colour."
        elif not hits:
            message = what_to_drop(self.catalogue, filters)
        timings = {"browse": 1e3 * (perf_counter() - started)}
        return Results(hits, len(rows), (), message, timings)

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
        vector = self.composer.encoder.encode_images([on_white(photo)])[0]
        scale = 127 / max(float(np.abs(vector).max()), 1e-6)
        return Photo(np.round(vector * scale).astype(np.int8).tobytes())

    def say(self, session: Session, words: str, sort: Sort = "likeness") -> Session:
        """The session with one more turn. Raises WordsError; the session given stays as it is.

        `sort` is the order in which the shopper sees the answer so far, for "the second one".
        """
        words = normalise_space(words)
        if not words:
            raise WordsError("Say what should be different, for example “in green”.")
        if len(words) > self.settings.message_limit:
            raise WordsError(
                f"That message has {len(words)} characters; please say it in at most "
                f"{self.settings.message_limit}."
            )
        if len(session.turns) >= self.settings.turn_limit:
            raise WordsError("This conversation is very long. Undo a turn or start over.")
        item = "" if sort == "likeness" else self._pointed_at(session, words, sort)
        longer = replace(session, turns=(*session.turns, Turn(words, item=item)), undone=())
        self.understood(longer)  # refuses a turn that cannot be followed before it is kept
        return longer

    def _pointed_at(self, session: Session, words: str, sort: Sort) -> str:
        """SKU of the n-th product on a page that the shopper has sorted; empty for other words."""
        nth = understand(words).nth
        shown = self.results(session, sort=sort).hits if nth else ()
        place = nth - 1 if nth > 0 else len(shown) - 1
        return shown[place].product.sku if 0 <= place < len(shown) else ""

    def undo(self, session: Session) -> Session:
        """The session without its last turn, which `redo` can bring back."""
        undone = (*session.undone, *session.turns[-1:])
        return replace(session, turns=session.turns[:-1], undone=undone)

    def redo(self, session: Session) -> Session:
        """The session with the turn that was undone last."""
        back = session.undone[-1:]
        return replace(session, turns=(*session.turns, *back), undone=session.undone[:-1])

    def edit(self, session: Session, number: int, words: str) -> Session:
        """The session with the words of one of its turns changed. Raises WordsError."""
        if not 0 <= number < len(session.turns):
            raise WordsError("That turn is not there any more. Say it anew, please.")
        changed = self.say(replace(session, turns=session.turns[:number]), words)
        later = session.turns[number + 1 :]
        longer = replace(changed, turns=(*changed.turns, *later))
        self.understood(longer)
        return longer

    def remove(self, session: Session, chip: Chip) -> Session:
        """The session with one more turn, which takes a chip away. Raises WordsError."""
        return self.take(session, Turn(f"without “{chip.label}”", chip.key))

    def take(self, session: Session, turn: Turn) -> Session:
        """The session with a turn that the shop itself offered. Raises WordsError."""
        if not turn.drops:
            return self.say(session, turn.words)
        if len(session.turns) >= self.settings.turn_limit:
            raise WordsError("This conversation is very long. Undo a turn or start over.")
        return replace(session, turns=(*session.turns, turn), undone=())

    def understood(self, session: Session) -> Intent:
        """What the turns add up to, by the table and the rules. Raises WordsError.

        Turns that point at the screen are followed only when the encoder is there.
        """
        reference = self.product(session.item) if session.item else None
        return replay(
            session, reference, self.catalogue.currency, rates=self.settings.exchange
        )

    def limits(self, session: Session) -> Filters:
        """What the conversation rules out, for looks as for results. Raises WordsError."""
        return both(self.understood(session).filters, session.filters)

    def asks_for_look(self, session: Session) -> bool:
        """Whether the last thing said is what goes with it."""
        said = session.turns[-1].words if session.turns else ""
        return understand(said).elsewhere == "outfit"

    @cached_property
    def tones(self) -> np.ndarray:
        """[n, 2] lightness and chroma of every picture; measured now when the index has none."""
        if self.index.tones is not None:
            return self.index.tones
        measured = tones.measure([product.image for product in self.catalogue.products])
        with suppress(OSError):  # a read-only index: measured again at the next start
            tones.save(measured, self.catalogue.hash, self.settings.index_folder)
        return measured

    def results(
        self, session: Session, k: int | None = None, sort: Sort = "likeness"
    ) -> Results:
        """The answer to the session so far: its turns replayed, the best `k` products.

        Raises UnknownItemError, WordsError, SessionError, EncoderError or IndexMismatchError.
        """
        clock = _Clock()
        # 1. Check
        k = min(MOST_RESULTS, self.settings.results if k is None else max(1, k))
        self._check_length(session)
        row = self.catalogue.row(session.item) if session.item else None
        vector = self._reference(session, row)
        reference = self._reference_product(row, vector)
        clock.stage("check")
        # 2. Understand
        intent = replay(
            session, reference, self.catalogue.currency, rates=self.settings.exchange,
            look=lambda so_far: self._on_screen(session, so_far, row, vector, reference),
        )  # fmt: skip
        clock.stage("understand")
        # 3 to 5. Compose, filter, search and rank
        found = self._find(session, intent, row, vector, reference, clock)
        # 6. Explain
        hits = explain(
            self.catalogue, found.rows[:k], found.scores[:k], intent, found.start.attributes
        )
        if sort != "likeness":
            order = _sorted_by_price([hit.product for hit in hits], sort)
            hits = tuple(sorted(hits, key=lambda hit: order.index(hit.product)))
        results = explained(self.catalogue, session, intent, found, hits, self.use_table)
        clock.stage("explain")
        return replace(results, timings=clock.timings)

    def why(self, session: Session, sku: str) -> Why:
        """What made a product an answer: where the words looked, what changed, what stayed.

        Raises UnknownItemError, WordsError, SessionError, EncoderError or IndexMismatchError.
        """
        product = self.product(sku)
        self._check_length(session)
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
        reference: Product | None,
    ) -> list[Product]:  # fmt: skip
        """What an intent shows at first, for turns that point at it."""
        found = self._find(session, intent, row, vector, reference, _Clock())
        return [self.catalogue.products[r] for r in found.rows[: self.settings.results]]

    def _find(
        self, session: Session, intent: Intent, row: int | None, vector: np.ndarray | None,
        reference: Product | None, clock: _Clock,
    ) -> Found:  # fmt: skip
        """Composes, filters, searches and ranks for an intent."""
        hidden = (row,) if row is not None else ()
        if intent.reference:  # a product that took the item's place
            row = self.catalogue.row(intent.reference)
            vector = self.index.vector(row)
            reference = self._reference_product(row, vector)
            hidden = (*hidden, row)
        attributes = reference.attributes if reference else {}
        if vector is not None and not sentence(intent):
            query = Query(vector)  # nothing to say to the networks: answers before they are there
            self._look_ahead(row)
        else:
            picture = self.catalogue.products[row].image if row is not None else None
            query = self.composer.compose(vector, attributes, intent, picture)
        guesses = [self.composer.meant(words) for words in intent.words]
        guessed = {a: v for guess in guesses for a, v in guess.items() if a not in intent.wanted}
        last = guesses[-1] if guesses and intent.unknown else {}
        clock.stage("compose")
        filters = both(intent.filters, session.filters)
        rows = allowed_rows(self.catalogue, filters)
        clock.stage("filter")
        measured = self.tones if _needs_tones(intent) else None
        tone = measured[row] if measured is not None and row is not None else None
        start = standpoint(attributes, tone, reference.price if reference else None)
        ranked, scores = rank(
            self.catalogue, self.index, query, intent, attributes, rows, hidden, self.use_table,
            start, measured, guessed,
        )  # fmt: skip
        clock.stage("rank")
        return Found(ranked, scores, start, reference, hidden, measured, last)

    def _look_ahead(self, row: int | None) -> None:
        """Begins to look at an item in hand, for words about it may follow."""
        if row is not None and self.bundle.ready:
            self.composer.look(self.catalogue.products[row].image)

    def _check_length(self, session: Session) -> None:
        """A session may come from a link. Raises SessionError for one that `say` would not make."""
        turns = (*session.turns, *session.undone)
        longest = max((len(turn.words) for turn in turns), default=0)
        if (
            max(len(session.turns), len(session.undone)) > self.settings.turn_limit
            or longest > self.settings.message_limit
        ):
            raise SessionError("This conversation is too long to be read. Start a new one.")

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


class _Clock:
    """Milliseconds since the stage before."""

    def __init__(self) -> None:
        self.timings: dict[str, float] = {}
        self._last = perf_counter()

    def stage(self, name: str) -> None:
        now = perf_counter()
        self.timings[name] = 1e3 * (now - self._last)
        self._last = now


def normalise_space(words: str) -> str:
    """Single spaces and no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _sorted_by_price(products: Sequence[Product], sort: Sort) -> list[Product]:
    if sort == "likeness":
        return list(products)
    sign = 1 if sort == "price up" else -1
    far = float("inf")
    return sorted(products, key=lambda p: far if p.price is None else sign * p.price)
