"""A reference and an intent -> one query: a trained network's, and a shift among pictures and words.

The network (`demo/search/feedback.py`) reads the reference's feature maps and one sentence of all wishes.
It is there for encoders that one was trained on, and for references whose picture the shop has: of an own
photo a session keeps the vector alone, never pixels. The shift needs no training and is always there:

    q = normalise(v + a · Σ_attribute (t(new) − t(old)) + b · (t(kind with all that is new) − t(thing))
                    + c · (t(words) − t(thing)))

v is the reference's picture vector, t the text tower; each difference names the same thing twice, so
that what the two sentences share (and the gap between pictures and words) cancels out. The middle
term says again what kind of thing is looked for, or a strong shift would lose it. Weights were chosen
on validation designs. `rank` mixes the two. Knows vectors and phrases; it does not know products or filters.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from demo.catalog.vocabulary import CATEGORY_OF, VALUES
from demo.search.describe import describe, phrase
from demo.search.index import Encoder
from demo.search.wording import sentence
from demo.stages import stage
from demo.types import Intent

if TYPE_CHECKING:
    from demo.search.feedback import Feedback

SHIFT = 1.0
"""weight of an attribute's change"""
WHOLE = 0.5
"""weight of the sentence that names the kind and all changes together"""
WORDS = 0.6
"""weight of words that no rule knows"""
CLOSE = 0.75
"""cosine from which on unknown words are taken for a value; chosen by hand on a few dozen words"""
TIE = 0.05
"""values this much less close are meant as well"""
MOST_MEANT = 3
GUESSED = ("colour", "pattern", "material", "style", "sleeve", "neckline", "length", "fit", "season")
CACHED_TEXTS = 4096
NOTHING = "a piece of clothing"
READABLE = ("type", "colour", "pattern", "sleeve", "neckline", "length", "fit", "style")
_SLEEVED = ("tops", "knitwear", "outerwear", "dresses")
_HAS: dict[str, tuple[str, ...]] = {
    "sleeve": _SLEEVED,
    "neckline": _SLEEVED,
    "length": (*_SLEEVED, "skirts", "trousers", "shorts"),
    "fit": (*_SLEEVED, "skirts", "trousers", "shorts"),
}


@dataclass(frozen=True)
class Query:
    """What is looked for, in one or two spaces."""

    vector: np.ndarray
    """[d] unit length, in the space of pictures and words"""
    composed: np.ndarray | None = None
    """[D] unit length, in the space of the network's target vectors; None when no network was asked"""


class Composer:
    """Composes queries with one encoder; its cache of text vectors is bounded and thread-safe."""

    def __init__(self, encoder: Encoder, feedback: Feedback | None = None) -> None:
        """`feedback` is the network that was trained on this encoder; None for the shift alone."""
        self.encoder = encoder
        self.feedback = feedback
        self._texts: OrderedDict[str, np.ndarray] = OrderedDict()
        self._lock = Lock()

    @stage("compose")
    def compose(
        self, reference: np.ndarray | None, attributes: Mapping[str, str], intent: Intent,
        picture: Path | None = None,
    ) -> Query:  # fmt: skip
        """The query; the network is asked when there is one and `picture`, the reference's, is known."""
        said = sentence(intent) if self.feedback and picture else ""
        if not (said and self.feedback and picture):
            return Query(self.shift(reference, attributes, intent))
        self.feedback.begin(picture, said)  # meanwhile the shift's texts are encoded
        vector = self.shift(reference, attributes, intent)
        return Query(vector, self.feedback.compose(picture, said).vector)

    def look(self, picture: Path) -> None:
        """Begins to look at what may soon be a reference; nothing to do without a network."""
        if self.feedback:
            self.feedback.begin(picture)

    def shift(
        self, reference: np.ndarray | None, attributes: Mapping[str, str], intent: Intent
    ) -> np.ndarray:
        """The unit query vector [d].

        `reference` is the item's unit picture vector [d] or None for words alone; `attributes` is
        what is known of it (from the table, or read from the picture by `read`).
        """
        extra = " ".join(intent.words)
        if reference is None:
            wanted = {a: values[0] for a, values in intent.wanted.items()}
            if intent.filters.category and "type" not in wanted:
                wanted["category"] = intent.filters.category[0]
            return self.text(describe(wanted, extra))
        changes = [
            (_sentence(attributes, a, attributes.get(a, "")), [_sentence(attributes, a, v) for v in values])
            for a, values in intent.wanted.items()
            if attributes.get(a, "") not in values
        ]
        spoken = [extra] if extra else []
        whole = self._whole(attributes, intent) if changes else NOTHING
        self.texts([*spoken, whole, NOTHING, *(t for old, new in changes for t in (old, *new))])
        query = reference.astype(np.float32).copy()
        for old, new in changes:
            query += SHIFT * (self.texts(new).mean(axis=0) - self.text(old))
        query += WHOLE * (self.text(whole) - self.text(NOTHING))
        if extra:
            query += WORDS * (self.text(extra) - self.text(NOTHING))
        return query / max(float(np.linalg.norm(query)), 1e-6)

    @staticmethod
    def _whole(attributes: Mapping[str, str], intent: Intent) -> str:
        """One sentence of the kind of thing, the reference's or a wished one, and every wish."""
        kept = () if "type" in intent.wanted else ("type", "category", "group")
        known = {a: v for a, v in attributes.items() if a in kept}
        return describe(known | {a: values[0] for a, values in intent.wanted.items()})

    def prepare(self) -> None:
        """Encodes all prompts of `read` and `meant`, so that nobody's first words wait for them."""
        named = ((a, v) for a in dict.fromkeys((*READABLE, *GUESSED)) for v in VALUES[a])
        self.texts([_prompt(attribute, value) for attribute, value in named])

    def read(self, vector: np.ndarray) -> dict[str, str]:
        """What the network alone sees in a picture vector [d]: the nearest value by prompt."""
        found: dict[str, str] = {}
        for attribute in READABLE:
            if found and CATEGORY_OF[found["type"]] not in _HAS.get(attribute, tuple(_ALL)):
                continue
            values = VALUES[attribute]
            prompts = self.texts([_prompt(attribute, value) for value in values])  # [v, d]
            found[attribute] = values[int(np.argmax(prompts @ vector))]
        found["category"] = found["group"] = CATEGORY_OF[found["type"]]
        return found

    @stage("compose")
    def meant(self, words: str) -> dict[str, tuple[str, ...]]:
        """Attribute values that words no rule knows come close to by meaning; empty when none does."""
        if not words:
            return {}
        named = [(a, v) for a in GUESSED for v in VALUES[a]]
        prompts = self.texts([_prompt(a, v) for a, v in named])  # [v, d]
        cosines = prompts @ self.text(f"a {words} piece of clothing")
        best = int(np.argmax(cosines))
        near = np.flatnonzero(cosines >= max(CLOSE, float(cosines[best]) - TIE))
        if len(near) > MOST_MEANT:  # as close to this as to anything
            return {}
        attribute = named[best][0] if len(near) else ""
        values = tuple(named[i][1] for i in near if named[i][0] == attribute)
        return {attribute: values} if values else {}

    def text(self, words: str) -> np.ndarray:
        """The words' unit vector [d], from the cache when it is there."""
        return self.texts([words])[0]

    def texts(self, words: Sequence[str]) -> np.ndarray:
        """Unit vectors [n, d] of several texts; only those not cached are encoded, in one batch."""
        with self._lock:
            known = {w: self._texts[w] for w in words if w in self._texts}
            for word in known:
                self._texts.move_to_end(word)
        missing = [w for w in dict.fromkeys(words) if w not in known]
        if missing:
            with stage("encode"):
                vectors = self.encoder.encode_texts(missing)
            fresh = dict(zip(missing, vectors, strict=True))
            known |= fresh
            with self._lock:
                self._texts.update(fresh)
                while len(self._texts) > CACHED_TEXTS:
                    self._texts.popitem(last=False)
        return np.stack([known[w] for w in words]) if words else np.empty((0, self.encoder.dimension))


_ALL = frozenset(CATEGORY_OF.values())


def _sentence(attributes: Mapping[str, str], attribute: str, value: str) -> str:
    """The reference's kind with this value of the attribute, or with none when it is not known."""
    kept = () if attribute == "type" else ("type", "category", "group")
    known = {a: v for a, v in attributes.items() if a in kept}
    return describe({**known, attribute: value} if value else known)


def _prompt(attribute: str, value: str) -> str:
    if attribute == "type":
        return describe({"type": value})
    if attribute == "category":
        return describe({"category": value})
    return f"{NOTHING} {phrase(attribute, value)}" if " " in phrase(attribute, value) else (
        f"a {phrase(attribute, value)} piece of clothing"
    )
