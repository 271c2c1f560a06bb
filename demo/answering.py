"""What is said about an answer: one sentence of facts, ways out when nothing fits, what to say next.

Knows the catalogue's columns and what a search found; it does not search itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.dialogue.answer import LOOKED_AT, Facts, answer, unknown_words
from demo.dialogue.labels import SIGNS
from demo.search.filters import both, what_to_drop
from demo.search.rank import met_wishes
from demo.search.relax import ways_out
from demo.search.shifts import Standpoint, met_shifts
from demo.search.suggest import splits
from demo.types import Hit, Intent, Product, Results, Session


@dataclass(frozen=True)
class Found:
    """What a search found and where it started from."""

    rows: np.ndarray
    """[m], best first"""
    scores: np.ndarray
    """[m]"""
    start: Standpoint
    reference: Product | None
    hidden: tuple[int, ...]
    """rows that are never shown: the references"""
    tones: np.ndarray | None
    """[n, 2] lightness and chroma; None when nothing asks for them"""
    guessed: Mapping[str, tuple[str, ...]]
    """what the last turn's unknown words may mean"""


def explained(
    catalogue: Catalogue,
    session: Session,
    intent: Intent,
    found: Found,
    hits: tuple[Hit, ...],
    use_table: bool = True,
) -> Results:
    """The hits and all that is said about them; without `use_table` only what limits say."""
    reply = intent.reply or unknown_words(intent.unknown, found.guessed)
    results = Results(hits, len(found.rows), intent.chips, reply=reply)
    if not hits:
        message = what_to_drop(catalogue, both(intent.filters, session.filters))
        ways = ways_out(catalogue, intent, session.filters, {}, found.hidden)
        return replace(results, message=message, ways=ways)
    if not use_table or not session.turns:
        return results
    wishes = met_wishes(catalogue, intent) | met_shifts(found.tones, intent, found.start)
    fitting = found.rows
    for met in wishes.values():
        fitting = fitting[met[fitting]]
    if not len(fitting):
        labels = [
            chip.label
            for chip in intent.chips
            if chip.attribute in wishes and chip.kind in ("wanted", "relative")
        ]
        message = f"Nothing here is all of this: {', '.join(labels)}. These come closest."
        ways = ways_out(catalogue, intent, session.filters, wishes, found.hidden)
        return replace(results, message=message, ways=ways)
    fitting = _of_the_kind(catalogue, fitting, intent, found.reference)
    top = found.rows[: min(LOOKED_AT, len(fitting))]
    prices = catalogue.prices[fitting]
    facts = Facts(
        shown=[hit.product for hit in hits[: len(top)]],
        met=[attribute for attribute, met in wishes.items() if met[top].all()],
        fitting=len(fitting),
        cheapest=float(np.nanmin(prices)) if np.isfinite(prices).any() else None,
        currency=catalogue.currency,
    )
    said = frozenset(chip.attribute for chip in intent.chips)
    return replace(
        results,
        answer=answer(intent, found.reference, facts),
        ideas=splits(catalogue, fitting, said, SIGNS.get(catalogue.currency, "")),
    )


def _of_the_kind(
    catalogue: Catalogue, rows: np.ndarray, intent: Intent, reference: Product | None
) -> np.ndarray:
    """Those of the reference's category, unless another one was asked for or none is there."""
    group = reference.get("group") if reference else ""
    if not group or intent.filters.category or "type" in intent.wanted:
        return rows
    same = rows[catalogue.column("group")[rows] == group]
    return same if len(same) else rows
