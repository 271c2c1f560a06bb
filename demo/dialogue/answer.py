"""The answer in one short sentence, from the facts of the result. Knows wishes and products, no ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo.dialogue.labels import label, money
from demo.types import Intent, Product

LOOKED_AT: Final = 4
"""products at the top for which every claim must hold"""
MOST_CLAIMS: Final = 4
_KEPT: Final = ("neckline", "sleeve", "pattern", "length", "colour", "material")
_USUAL: Final = {
    ("pattern", "solid"), ("length", "regular"), ("neckline", "crew"), ("neckline", "lapel"),
    ("neckline", "shirt-collar"),
}  # fmt: skip
_NECKS: Final = {
    "v-neck": "V-neck", "hooded": "hood", "scoop": "scoop neck", "square": "square neck",
    "turtleneck": "high neck", "halter": "halter neck",
}  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """What is true of an answer."""

    shown: Sequence[Product]
    """best first"""
    met: Sequence[str]
    """attributes whose wish every one of the first products meets"""
    fitting: int
    """products with every wish, within the limits"""
    cheapest: float | None
    """lowest price among those"""
    currency: str = ""


def answer(intent: Intent, reference: Product | None, facts: Facts) -> str:
    """ "Darker, long sleeves; kept the V-neck. 23 like that, none under €40." Empty without products."""
    if not facts.shown:
        return ""
    claims = [
        chip.label
        for chip in sorted(intent.chips, key=lambda chip: -chip.turn)
        if (chip.kind in ("wanted", "relative") and chip.attribute in facts.met)
        or (chip.kind in ("limit", "unwanted"))
    ][:MOST_CLAIMS]
    kept = _kept(intent, reference, facts.shown[:LOOKED_AT])
    first = ", ".join(claims)
    if kept:
        first = f"{first}; kept the {kept}" if first else f"kept the {kept}"
    return " ".join(part for part in (_sentence(first), _count(intent, facts)) if part)


def unknown_words(
    unknown: Sequence[str], guessed: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> str:
    """One sentence that names words which no rule knows, and what they were taken for."""
    if not unknown:
        return ""
    for attribute, values in guessed.items():
        taken = label(attribute, values)
        return f"“{' '.join(unknown)}” is not a word of this shop; it was taken for {taken}."
    return f"“{' '.join(unknown)}” is not a word of this shop, so that part is a guess."


def _kept(intent: Intent, reference: Product | None, shown: Sequence[Product]) -> str:
    """One telling thing that the reference has, nobody spoke of, and all products still have."""
    if reference is None:
        return ""
    for attribute in _KEPT:
        value = reference.get(attribute)
        if not value or attribute in intent.wanted or (attribute, value) in _USUAL:
            continue
        if attribute == "colour" and "lightness" in intent.shifts:
            continue
        if all(product.get(attribute) == value for product in shown):
            if attribute == "neckline":
                return _NECKS.get(value, value.replace("-", " ") + " neckline")
            if attribute in ("pattern", "length"):
                return f"{value.replace('-', ' ')} {attribute}"
            if (attribute, value) == ("sleeve", "sleeveless"):
                return "bare arms"
            return label(attribute, (value,))
    return ""


def _count(intent: Intent, facts: Facts) -> str:
    if not facts.fitting:
        return ""
    many = f"{facts.fitting:,} like that"
    if facts.fitting == 1:
        many = "One like that"
    floor = 10 * int((facts.cheapest or 0) // 10)
    if floor >= 10 and facts.fitting > 1 and (facts.cheapest or 0) != (intent.filters.price_min or -1):
        many += f", none under {money(floor, facts.currency)}"
    return many + "."


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
