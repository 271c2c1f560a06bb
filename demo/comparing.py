"""The same question to other methods: VAL, LBF or TIRG alone, the shift alone, the words alone.

The facade's part for whoever presents the shop. Only one composing network is embedded; others are used
where they were trained, and their vectors of the catalogue are made once, in the background. None of
these methods sees the table. Knows networks and the catalogue's pictures; it knows no page.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from demo.bundle import Bundle, NetworkFile, find_network, load_network
from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import on_white, open_picture
from demo.durable import write_aside
from demo.errors import SavingError, ShopError
from demo.search import spaces
from demo.search.compose import Composer, Query
from demo.search.index import Index
from demo.search.wording import sentence
from demo.settings import ROOT
from demo.types import Intent, Product

if TYPE_CHECKING:
    from demo.search.feedback import Feedback

METHODS: Final = ("val", "lbf", "tirg", "shift", "text")
NETWORKS: Final = ("val", "lbf", "tirg")
RUNS: Final = ROOT / ".cache" / "composed"
"""where `train` leaves its networks, a folder an encoder"""
KEPT: Final = ROOT / ".cache" / "compared"
"""vectors of the catalogue, so that the next start finds them"""
AT_ONCE: Final = 8
"""pictures looked at between two looks at the shop's own work"""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class State:
    """How far a method is."""

    ready: bool
    found: bool = True
    """False for a network that was never trained here"""
    done: int = 0
    """pictures of the catalogue that it has looked at"""
    problem: str = ""
    """one sentence, when it cannot be used"""


@dataclass(frozen=True)
class Method:
    """What answers instead of the shop's own mixture."""

    name: str
    composer: Composer
    index: Index

    def query(
        self, vector: np.ndarray | None, reference: Product | None, picture: Path | None, intent: Intent
    ) -> Query:  # fmt: skip
        """The query for a reference's vector [d] and what was said about it."""
        said = sentence(intent)
        if not said and vector is not None:
            return Query(vector)
        if self.name == "text":
            return Query(self.composer.text(said))
        attributes = reference.attributes if reference else {}
        return self.composer.compose(vector, attributes, intent, picture)


class Comparing:
    """The methods of one shop; a network begins to look at the catalogue when it is first asked for."""

    def __init__(
        self, catalogue: Catalogue, index: Index, bundle: Bundle, runs: Path = RUNS, kept: Path = KEPT
    ) -> None:  # fmt: skip
        self.catalogue = catalogue
        self.index = index
        self.bundle = bundle
        self.runs = runs
        self.kept = kept
        self._methods: dict[str, Method] = {}
        self._states: dict[str, State] = {}
        self._lock = threading.Lock()

    def state(self, name: str) -> State:
        """How far a method is; nothing is started."""
        if name in self._states:
            return self._states[name]
        if name not in NETWORKS:
            return State(ready=self.bundle.ready)
        if self._is_served(name):
            return State(ready=True)
        try:
            return State(ready=False, found=self.bundle.ready and self._trained(name) is not None)
        except ShopError as error:  # its weights were altered
            return State(ready=False, problem=str(error))

    def method(self, name: str, served: Composer) -> Method | None:
        """The method when it is ready; None before, and then it is being made ready from now on.

        `served` is the shop's own composer.
        """
        if name == "val" and self._is_served(name):
            return Method(name, served, self.index)
        if name in ("shift", "text"):
            return Method(name, Composer(served.encoder), self.index)
        with self._lock:
            before = self.state(name)
            if name not in self._states and before.found and not before.problem:
                self._states[name] = State(ready=False)
                threading.Thread(
                    target=self._prepare, args=(name,), name=f"comparing-{name}", daemon=True
                ).start()
        return self._methods.get(name)

    def _is_served(self, name: str) -> bool:
        """Whether it is the network that the shop itself composes with."""
        return self.bundle.ready and self.bundle.network_id.startswith(f"{name}-")

    def _trained(self, name: str) -> NetworkFile | None:
        encoder = self.bundle.encoder.id
        return find_network(encoder, self.runs / encoder, network=name)

    def _prepare(self, name: str) -> None:
        try:
            from demo.search.feedback import Feedback

            file = self._trained(name)
            assert file is not None  # looked for before the thread was started
            network = load_network(file, self.bundle.encoder)
            feedback = Feedback(self.bundle.encoder, network, file.id)
            targets = spaces.made(self._targets(name, feedback))
            card = replace(self.index.card, network=file.id)
            index = Index(self.index.vectors, card, self.index.tones, targets)
            self._methods[name] = Method(name, Composer(self.bundle.encoder, feedback), index)
            self._states[name] = State(ready=True, done=len(self.catalogue))
        except Exception as error:
            if not threading.main_thread().is_alive():
                return  # the shop is closing
            if not isinstance(error, ShopError):
                log.exception("The network %s cannot be compared", name)
            self._states[name] = State(ready=False, problem=str(error))

    def _targets(self, name: str, feedback: Feedback) -> np.ndarray:
        """[n, D] the network's vectors of the catalogue: those kept from last time, else made now."""
        path = self.kept / f"{feedback.id}-{self.catalogue.hash}.npy"
        if path.is_file():
            kept = np.load(path, allow_pickle=False).astype(np.float32)
            if kept.shape == (len(self.catalogue), feedback.dimension):
                return kept
        parts = []
        for start in range(0, len(self.catalogue), AT_ONCE):
            products = self.catalogue.products[start : start + AT_ONCE]
            pictures = [on_white(open_picture(product.image)) for product in products]
            parts.append(feedback.gallery(pictures)[1])
            self._states[name] = State(ready=False, done=start + len(products))
        vectors = np.concatenate(parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with write_aside(path) as aside, aside.open("wb") as file:
                np.save(file, vectors.astype(np.float16))
        except (OSError, SavingError):
            log.info("The vectors of %s are not kept: %s cannot be written", name, path)
        return vectors
