"""What is said about an answer: one sentence of facts, ways out when nothing fits, what to say next.

Knows the catalogue's columns and what a search found; it does not search itself. Also why a product is
there: what changed, what stayed, and where the words looked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import open_picture
from demo.dialogue.answer import LOOKED_AT, Facts, answer, unknown_words
from demo.dialogue.comparatives import named
from demo.dialogue.eastern import spoken
from demo.dialogue.labels import SIGNS
from demo.dialogue.tongues import TONGUES, chip_words, name, said_in, way_in
from demo.search.filters import both, what_to_drop
from demo.search.rank import Ranked, met_wishes
from demo.search.relax import ways_out
from demo.search.shifts import Standpoint, met_shifts
from demo.search.suggest import splits
from demo.search.why import Why, compared, glances
from demo.search.wording import sentence
from demo.stages import stage
from demo.types import Chip, Hit, Intent, Product, Results, Session, Turn, Way

if TYPE_CHECKING:
    from demo.search.feedback import Feedback


NO_REFERENCE: Final = (
    "There is no picture that your words could have looked at: you started without an item."
)
NOT_A_PHOTO: Final = (
    "Of your photo the shop keeps what it saw, not the picture, so no word can look at it again."
)
NO_NETWORK: Final = "Where your words looked is not known: this encoder has no network that tells."
NOTHING_SEEN: Final = "Nothing that you said is about what the picture shows."


@dataclass(frozen=True)
class Found:
    """What a search found and where it started from."""

    ranked: Ranked
    start: Standpoint
    reference: Product | None
    hidden: tuple[int, ...]
    """rows that are never shown: the references"""
    tones: np.ndarray | None
    """[n, 2] lightness and chroma; None when nothing asks for them"""
    guessed: Mapping[str, tuple[str, ...]]
    """what the last turn's unknown words may mean"""


@stage("explain")
def explained(
    catalogue: Catalogue,
    session: Session,
    intent: Intent,
    found: Found,
    hits: tuple[Hit, ...],
    use_table: bool = True,
    language: str = "",
) -> Results:
    """The hits and all that is said about them; without `use_table` only what limits say.

    Said in `language`, or without one in that of the shopper's last words.
    """
    words = [turn.words for turn in session.turns if not (turn.drops or turn.passes)]
    tongue = language or spoken(words)
    held = found.reference
    guessed = {a: v for a, v in found.guessed.items() if held is None or held.get(a)}
    reply = intent.reply or unknown_words(intent.unknown, guessed, tongue)
    chips = intent.chips
    if language in TONGUES:
        labels = [chip_words(language, chip, intent, catalogue.currency) for chip in chips]
        chips = tuple(replace(c, label=w or c.label) for c, w in zip(chips, labels, strict=True))
    results = Results(hits, len(found.ranked.rows), chips, reply=reply)
    if not hits:
        message = what_to_drop(catalogue, both(intent.filters, session.filters))
        message = TONGUES[tongue].nothing if tongue in TONGUES else message
        ways = _ways(catalogue, session, intent, found, {}, tongue)
        return replace(results, message=message, ways=ways)
    if not use_table or not session.turns:
        return results
    wishes = met_wishes(catalogue, intent) | met_shifts(found.tones, intent, found.start)
    fitting = found.ranked.rows
    for met in wishes.values():
        fitting = fitting[met[fitting]]
    said = [chip for chip in intent.chips if chip.kind not in ("like", "words", "passed")]
    wished = [chip for chip in said if chip.attribute in wishes and chip.kind in ("wanted", "relative")]
    if not len(fitting):
        named = _named(wished, intent, tongue, catalogue.currency)
        message = f"Nothing here is all of this: {named}. These come closest."
        message = TONGUES[tongue].closest.format(named) if tongue in TONGUES else message
        ways = _ways(catalogue, session, intent, found, wishes, tongue)
        return replace(results, message=message, ways=ways)
    fitting, missed = _of_the_kind(catalogue, fitting, intent, found.reference)
    if missed and said:
        named = _named(said, intent, tongue, catalogue.currency)
        message, way = _elsewhere(catalogue, found, missed, named, tongue)
        results = replace(results, message=message, ways=(way,))
    top = found.ranked.rows[: min(LOOKED_AT, len(fitting))]
    prices = catalogue.prices[fitting]
    facts = Facts(
        shown=[hit.product for hit in hits[: len(top)]],
        met=[attribute for attribute, met in wishes.items() if met[top].all()],
        fitting=len(fitting),
        cheapest=float(np.nanmin(prices)) if np.isfinite(prices).any() else None,
        currency=catalogue.currency,
    )
    settled = frozenset(chip.attribute for chip in intent.chips)
    ideas = splits(catalogue, fitting, settled, SIGNS.get(catalogue.currency, ""))
    if tongue in TONGUES:
        ideas = tuple(said_in(tongue, idea, catalogue.currency) for idea in ideas)
    return replace(results, answer=answer(intent, found.reference, facts, tongue), ideas=ideas)


def why(
    product: Product,
    reference: Product | None,
    picture: Path | None,
    session: Session,
    intent: Intent,
    feedback: Feedback | None,
    measured: Mapping[str, bool],
) -> Why:
    """Why a product stands in an answer.

    `picture` is the reference's, None for words alone and for a photo; `measured` tells which of the
    wishes that pictures answer the product meets. Raises PictureError.
    """
    words = {a: (named(a, intent.shifts[a].direction), met) for a, met in measured.items()}
    found = compared(reference, product, intent, words)
    said = sentence(intent)
    if picture is None:
        return replace(found, note=NOT_A_PHOTO if session.photo else NO_REFERENCE)
    if feedback is None:
        return replace(found, note=NO_NETWORK)
    if not said:
        return replace(found, note=NOTHING_SEEN)
    attention = feedback.compose(picture, said).attention
    if attention is None:
        return replace(found, note=NO_NETWORK)
    size = open_picture(picture).size
    return replace(found, glances=glances(feedback, attention, said, size))


def _elsewhere(
    catalogue: Catalogue, found: Found, missed: str, named: str, tongue: str
) -> tuple[str, Way]:
    """(what to say when only other kinds of things are all of it, the way back to the kind)."""
    kin = int((catalogue.column("group")[found.ranked.rows] == missed).sum())
    if tongue in TONGUES:
        stay = name(tongue, "category", (missed,))
        return TONGUES[tongue].other_kinds.format(stay), Way(stay, Turn(stay), kin)
    message = f"Among the {missed} nothing is all of this: {named}. Other things are."
    return message, Way(f"only {missed}", Turn(f"only {missed}"), kin)


def _ways(
    catalogue: Catalogue,
    session: Session,
    intent: Intent,
    found: Found,
    wishes: Mapping[str, np.ndarray],
    tongue: str,
) -> tuple[Way, ...]:
    """The smallest steps back, in the shopper's language."""
    ways = ways_out(catalogue, intent, session.filters, wishes, found.hidden)
    if tongue not in TONGUES:
        return ways
    return tuple(way_in(tongue, way, intent, catalogue.currency) for way in ways)


def _named(chips: Sequence[Chip], intent: Intent, tongue: str, currency: str) -> str:
    """What the chips say, in the shopper's language."""
    if tongue not in TONGUES:
        return ", ".join(chip.label for chip in chips)
    words = (chip_words(tongue, chip, intent, currency) for chip in chips)
    return TONGUES[tongue].comma.join(word for word in words if word)


def _of_the_kind(
    catalogue: Catalogue, rows: np.ndarray, intent: Intent, reference: Product | None
) -> tuple[np.ndarray, str]:
    """(those of the reference's category, ""), or all and the category that has none.

    Where another category was asked for, all are of the kind that is meant.
    """
    group = reference.get("group") if reference else ""
    if not group or intent.filters.category or "type" in intent.wanted:
        return rows, ""
    same = rows[catalogue.column("group")[rows] == group]
    return (same, "") if len(same) else (rows, group)
