"""Hard limits: which rows of a catalogue may be shown at all. Knows columns, not vectors or words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.synonyms import canonical
from demo.stages import stage
from demo.types import Filters


@stage("filter")
def allowed_rows(catalogue: Catalogue, filters: Filters) -> np.ndarray | None:
    """Rows that pass every limit, [m] int64 ascending; None when there is no limit at all."""
    if filters == Filters():
        return None
    keep = np.ones(len(catalogue), dtype=bool)
    if filters.category:
        keep &= has_value(catalogue, "category", filters.category)
    if filters.gender:
        keep &= has_value(catalogue, "gender", filters.gender)
    with np.errstate(invalid="ignore"):  # a product without a price passes no price limit
        if filters.price_min is not None:
            keep &= catalogue.prices >= filters.price_min
        if filters.price_max is not None:
            keep &= catalogue.prices <= filters.price_max
    for attribute, values in filters.unwanted.items():
        keep &= ~has_value(catalogue, attribute, values)
    return np.flatnonzero(keep)


def has_value(catalogue: Catalogue, attribute: str, values: tuple[str, ...]) -> np.ndarray:
    """Which products have one of the values, [n] bool.

    A category is also met by its kin in the shop's own words ("shoes" by "Sneakers & Boots"),
    a colour also by a second colour.
    """
    wanted = [canonical(attribute, value) for value in values]
    found = np.isin(catalogue.column(attribute), wanted)
    if attribute == "category":
        found |= np.isin(catalogue.column("group"), wanted)
    if attribute == "colour":
        found |= np.isin(catalogue.column("colour2"), wanted)
    return found


def what_to_drop(catalogue: Catalogue, filters: Filters) -> str:
    """One sentence naming the single limit whose removal leaves the most products."""
    best, most = "", 0
    options = _without_each(filters)
    for label, without in options:
        rows = allowed_rows(catalogue, without)
        count = len(catalogue) if rows is None else len(rows)
        if count > most:
            best, most = label, count
    if not best:
        return "Nothing fits all of these limits together. Take some of them back."
    things = "1 product" if most == 1 else f"{most:,} products"
    if len(options) == 1:
        return f"Nothing fits {best}. Without it there would be {things}."
    return f"Nothing fits all of these limits. Without {best} there would be {things}."


def _without_each(filters: Filters) -> list[tuple[str, Filters]]:
    options = []
    if filters.category:
        named = " or ".join(filters.category)
        options.append((f"the limit to {named}", replace(filters, category=())))
    if filters.gender:
        named = " or ".join(g for g in filters.gender if g != "unisex") or "unisex"
        options.append((f"the limit to {named}", replace(filters, gender=())))
    if filters.price_max is not None:
        options.append(("the highest price", replace(filters, price_max=None)))
    if filters.price_min is not None:
        options.append(("the lowest price", replace(filters, price_min=None)))
    for attribute, values in filters.unwanted.items():
        rest = {a: v for a, v in filters.unwanted.items() if a != attribute}
        options.append((f"“not {' or '.join(values)}”", replace(filters, unwanted=rest)))
    return options


def both(first: Filters, second: Filters) -> Filters:
    """The limits of two sources together: the narrower price, the categories named by both."""

    def narrow(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
        if not a or not b:
            return a or b
        return tuple(v for v in a if v in b) or ("nothing in common",)

    def pick(chosen: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]) -> dict:
        names = [*chosen, *(n for n in other if n not in chosen)]
        return {n: tuple(dict.fromkeys((*chosen.get(n, ()), *other.get(n, ())))) for n in names}

    lows = [p for p in (first.price_min, second.price_min) if p is not None]
    highs = [p for p in (first.price_max, second.price_max) if p is not None]
    return Filters(
        category=narrow(first.category, second.category),
        gender=narrow(first.gender, second.gender),
        price_min=max(lows, default=None),
        price_max=min(highs, default=None),
        unwanted=pick(first.unwanted, second.unwanted),
    )
