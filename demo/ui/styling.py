"""The looks around an item as a part of an address: what is wished, what is worn, what is asked next.

Knows what an address may say of looks and what of it is too much; it does not know the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from demo.completing import Step
from demo.outfits.wardrobe import SLOTS
from demo.types import LookWishes

Then = Literal["", "anew"] | Step
MOST_WORN: Final = len(SLOTS)
MOST_PASSED: Final = 12
"""pieces swapped away that a look remembers, the latest ones"""
FURTHEST: Final = 12
"""most steps dressier or cheaper that an address may ask for"""
LONGEST: Final = 200
"""characters of a SKU"""


@dataclass(frozen=True)
class Styling:
    """The looks around an item, or the one of them that is open."""

    wishes: LookWishes
    """without limits: those follow from the session"""
    worn: tuple[str, ...] = ()
    """SKUs of the open look, the item among them; empty for the three"""
    day: str = ""
    """the open look's occasion, which may be the shop's own idea"""
    then: Then = ""
    """what is asked of the open look as a whole; it is done on arrival"""


def to_fields(styling: Styling) -> dict[str, str | tuple[str, ...]]:
    """Field -> value or values; empty ones may be left out."""
    wishes = styling.wishes
    return {
        "look": wishes.item,
        "for": wishes.occasion,
        "budget": "" if wishes.budget is None else f"{wishes.budget:g}",
        "with": tuple(sku for sku in styling.worn if sku != wishes.item),
        "keep": wishes.kept,
        "passed": wishes.passed,
        "without": wishes.without,
        "dressier": str(wishes.dressier or ""),
        "cheaper": str(wishes.cheaper or ""),
        "day": styling.day if styling.day != wishes.occasion else "",
        "open": "1" if styling.worn == (wishes.item,) else "",
        "then": styling.then,
    }


def from_fields(fields: Mapping[str, Sequence[str]]) -> Styling | None:
    """What `to_fields` wrote; None when no look is named. What makes no sense is left out."""
    said = {name: values[-1] for name, values in fields.items() if values}
    item = said.get("look", "")[:LONGEST]
    if not item:
        return None
    others = _skus(fields.get("with", ()), item, MOST_WORN - 1)
    worn = (item, *others) if others or said.get("open") == "1" else ()
    wishes = LookWishes(
        item=item,
        occasion=said.get("for", "")[:LONGEST],
        budget=_amount(said.get("budget", "")),
        kept=_skus(fields.get("keep", ()), item, MOST_WORN - 1),
        passed=_skus(fields.get("passed", ()), item, MOST_PASSED),
        without=tuple(slot for slot in SLOTS if slot in fields.get("without", ())),
        dressier=_steps(said.get("dressier", ""), -FURTHEST),
        cheaper=_steps(said.get("cheaper", ""), 0),
    )
    then = said.get("then", "")
    steps = ("anew", *get_args(Step))
    return Styling(
        wishes,
        worn,
        day=(said.get("day", "")[:LONGEST] or wishes.occasion) if worn else "",
        then=then if worn and then in steps else "",  # type: ignore[arg-type]
    )


def _skus(values: Sequence[str], item: str, most: int) -> tuple[str, ...]:
    """The last `most` of them, each once and never the item itself."""
    found = dict.fromkeys(value[:LONGEST] for value in values if value != item)
    return tuple(found)[-most:]


def _amount(value: str) -> float | None:
    """A sum of money of at most eight digits, or None."""
    value = value.strip().replace(",", ".")[:12]
    try:
        amount = float(value)
    except ValueError:
        return None
    return amount if 0 < amount < 1e8 else None


def _steps(value: str, least: int) -> int:
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 4):
        return 0
    return max(least, min(FURTHEST, int(value)))
