"""Nothing fits: which limit or wish is in the way, and the smallest steps back with their counts.

Knows columns, limits and chips; it does not know words or vectors.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.search.filters import allowed_rows, both
from demo.types import Chip, Filters, Intent, Turn, Way

MOST = 3
Wishes = Mapping[str, np.ndarray]
"""attribute -> which products meet the wish, [n] bool"""


def ways_out(
    catalogue: Catalogue,
    intent: Intent,
    given: Filters,
    wishes: Wishes,
    hidden: tuple[int, ...] = (),
) -> tuple[Way, ...]:
    """Up to three turns that leave something to see, the smallest step first.

    `given` are limits that no turn can drop; `wishes` are those that should hold as well (empty: the
    limits alone), `hidden` rows that are never shown. A higher price comes before a limit or wish
    given up; of those, the one that leaves most. Where no single one helps, pairs are tried.
    """

    def count(limits: Filters, left: Wishes) -> np.ndarray:
        rows = allowed_rows(catalogue, both(limits, given))
        rows = np.arange(len(catalogue)) if rows is None else rows
        rows = rows[~np.isin(rows, hidden)]
        for met in left.values():
            rows = rows[met[rows]]
        return rows

    ways = _dearer(catalogue, intent, wishes, count)
    droppable = [chip for chip in intent.chips if _drops(chip, intent, wishes)]
    found: list[Way] = []
    for chip in droppable:
        rows = count(*_without(intent.filters, wishes, (chip,), intent))
        if len(rows):
            found.append(_way((chip,), len(rows)))
    if not found and not ways:
        for pair in combinations(droppable, 2):
            rows = count(*_without(intent.filters, wishes, pair, intent))
            if len(rows):
                found.append(_way(pair, len(rows)))
    found.sort(key=lambda way: -way.count)
    return (*ways, *found)[:MOST]


def _dearer(
    catalogue: Catalogue,
    intent: Intent,
    wishes: Wishes,
    count: Callable[[Filters, Wishes], np.ndarray],
) -> tuple[Way, ...]:
    """The next price at which there is something, when the highest price is in the way."""
    if intent.filters.price_max is None:
        return ()
    rows = count(replace(intent.filters, price_max=None), wishes)
    prices = catalogue.prices[rows]
    if not np.isfinite(prices).any():
        return ()
    limit = math.ceil(float(np.nanmin(prices)))
    words = f"up to {limit}"
    return (Way(words, Turn(words), int((prices <= limit).sum())),)


def _drops(chip: Chip, intent: Intent, wishes: Wishes) -> bool:
    """Whether removing the chip could let more through."""
    if chip.kind in ("limit", "unwanted"):
        return True
    if chip.attribute == "type" and intent.filters.category:
        return True
    return chip.attribute in wishes


def _without(
    limits: Filters, wishes: Wishes, chips: tuple[Chip, ...], intent: Intent
) -> tuple[Filters, Wishes]:
    for chip in chips:
        if chip.kind == "unwanted":
            rest = {a: v for a, v in limits.unwanted.items() if a != chip.attribute}
            limits = replace(limits, unwanted=rest)
        elif chip.attribute == "price":
            limits = replace(limits, price_min=None, price_max=None)
        elif chip.attribute in ("category", "type"):
            limits = replace(limits, category=())
        elif chip.attribute == "gender":
            limits = replace(limits, gender=())
        wishes = {a: met for a, met in wishes.items() if chip.kind == "unwanted" or a != chip.attribute}
    return limits, wishes


def _way(chips: tuple[Chip, ...], count: int) -> Way:
    named = " and ".join(f"“{chip.label}”" for chip in chips)
    keys = " ".join(chip.key for chip in chips)
    return Way(f"without {named}", Turn(f"without {named}", keys), count)
