"""Comparatives against columns and measures: which products lie that way, and how well they do.

A change should be clear but not extreme: "darker" peaks at a plain difference, "a bit" at a small
one, "much" at a large one. Knows columns, measures and prices; it does not know words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.synonyms import canonical
from demo.catalog.vocabulary import ORDERS, SWATCHES
from demo.search.tones import lab
from demo.types import Intent, Shift

NOTICED: Mapping[str, float] = {"lightness": 5.0, "colourfulness": 5.0}
"""smallest difference in L* or C* that counts as one"""
BEST: Mapping[str, tuple[float, float, float]] = {
    "lightness": (9.0, 20.0, 38.0), "colourfulness": (9.0, 18.0, 32.0),
    "price": (0.12, 0.28, 0.5),
}  # fmt: skip
"""the difference that suits best for a bit, plain and much; prices as shares of the reference's"""
STEPS = (1, 1, 2)
"""the same for ordered attributes, in steps"""
GRADE = 0.25
"""most that a well-chosen size of the change adds to a score"""
TONES = ("lightness", "colourfulness")


@dataclass(frozen=True)
class Standpoint:
    """Where comparatives start from."""

    attributes: Mapping[str, str]
    tone: tuple[float, float] | None = None
    """L* and C* of the reference; None when nothing is known of it"""
    price: float | None = None


def standpoint(
    attributes: Mapping[str, str], tone: np.ndarray | None, price: float | None
) -> Standpoint:
    """Of a reference whose picture was measured (`tone` [2]), or whose colour alone is known."""
    if tone is not None and np.isfinite(tone).all():
        return Standpoint(attributes, (float(tone[0]), float(tone[1])), price)
    swatch = SWATCHES.get(attributes.get("colour", ""))
    if not swatch:
        return Standpoint(attributes, None, price)
    light, a, b = lab(np.array([int(swatch[i : i + 2], 16) for i in (1, 3, 5)]))
    return Standpoint(attributes, (float(light), float(np.hypot(a, b))), price)


def met_shifts(
    tones: np.ndarray | None, intent: Intent, start: Standpoint
) -> dict[str, np.ndarray]:
    """measured attribute -> which products differ noticeably that way, [n] bool."""
    met: dict[str, np.ndarray] = {}
    for attribute, shift in intent.shifts.items():
        if attribute in TONES and tones is not None and start.tone is not None:
            met[attribute] = _difference(tones, attribute, shift, start) >= NOTICED[attribute]
    return met


def grades(
    catalogue: Catalogue,
    tones: np.ndarray | None,
    intent: Intent,
    start: Standpoint,
    rows: np.ndarray,
) -> np.ndarray:
    """What the size of each change adds to the scores of `rows`, [m], each from 0 to GRADE."""
    total = np.zeros(len(rows))
    for attribute, shift in intent.shifts.items():
        size = min(2, shift.amount + 1)
        if attribute in TONES:
            if tones is None or start.tone is None:
                continue
            far = _difference(tones[rows], attribute, shift, start)
            best = BEST[attribute][size]
        elif attribute == "price":
            if not start.price:
                continue
            far = shift.direction * (catalogue.prices[rows] / start.price - 1)
            best = BEST["price"][size]
        else:
            far = _steps(catalogue, attribute, shift, start)[rows]
            best = STEPS[size]
        total += GRADE * np.nan_to_num(np.exp(-(((far - best) / best) ** 2)) * (far > 0))
    return total


def _difference(
    tones: np.ndarray, attribute: str, shift: Shift, start: Standpoint
) -> np.ndarray:
    """How much further than the reference in the wished direction, [m]; -inf where not measured."""
    at = TONES.index(attribute)
    assert start.tone is not None
    return np.nan_to_num(shift.direction * (tones[:, at] - start.tone[at]), nan=-np.inf)


def _steps(catalogue: Catalogue, attribute: str, shift: Shift, start: Standpoint) -> np.ndarray:
    """Steps in the attribute's order towards the wish, [n]; 0 where the table does not say."""
    order = ORDERS[attribute]
    at = order.index(start.attributes[attribute]) if start.attributes.get(attribute) in order else 0
    values = catalogue.column(attribute)
    found = np.zeros(len(values))
    for place, value in enumerate(order):
        found[values == canonical(attribute, value)] = shift.direction * (place - at)
    return found
