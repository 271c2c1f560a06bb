"""The answer in one short sentence, from the facts of the result. Knows wishes and products, no ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo.dialogue.labels import label, money
from demo.dialogue.tongues import TONGUES, chip_words, name, sentence
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


def answer(intent: Intent, reference: Product | None, facts: Facts, language: str = "en") -> str:
    """ "Darker, long sleeves; kept the V-neck. 23 like that, none under €40." Empty without products."""
    if not facts.shown:
        return ""
    chips = [
        chip
        for chip in sorted(intent.chips, key=lambda chip: -chip.turn)
        if (chip.kind in ("wanted", "relative") and chip.attribute in facts.met)
        or (chip.kind in ("limit", "unwanted"))
    ][:MOST_CLAIMS]
    kept, value = _kept(intent, reference, facts.shown[:LOOKED_AT])
    floor = _floor(intent, facts)
    if language in TONGUES:
        claims = [chip_words(language, chip, intent, facts.currency) for chip in chips]
        still = name(language, kept, (value,)) if kept else ""
        return sentence(language, [c for c in claims if c], still, facts.fitting, floor)
    first = ", ".join(chip.label for chip in chips)
    if kept:
        still = f"kept the {_kept_words(kept, value)}"
        first = f"{first}; {still}" if first else still
    return " ".join(part for part in (_sentence(first), _count(facts, floor)) if part)


def unknown_words(
    unknown: Sequence[str],
    guessed: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    language: str = "en",
) -> str:
    """One sentence that names words which no rule knows, and what they were taken for."""
    if not unknown:
        return ""
    words = " ".join(unknown)
    attribute, values = next(iter(guessed.items()), ("", ()))
    if language in TONGUES:
        tongue = TONGUES[language]
        if attribute:
            return tongue.taken.format(words, name(language, attribute, values))
        return tongue.unknown.format(words)
    if attribute:
        return f"“{words}” is not a word of this shop; it was taken for {label(attribute, values)}."
    return f"“{words}” is not a word of this shop, so that part is a guess."


def _kept(intent: Intent, reference: Product | None, shown: Sequence[Product]) -> tuple[str, str]:
    """One telling (attribute, value) that the reference has, nobody spoke of, and all still have."""
    for attribute in _KEPT if reference else ():
        value = reference.get(attribute) if reference else ""
        if not value or attribute in intent.wanted or (attribute, value) in _USUAL:
            continue
        if attribute == "colour" and "lightness" in intent.shifts:
            continue
        if all(product.get(attribute) == value for product in shown):
            return attribute, value
    return "", ""


def _kept_words(attribute: str, value: str) -> str:
    if attribute == "neckline":
        return _NECKS.get(value, value.replace("-", " ") + " neckline")
    if attribute in ("pattern", "length"):
        return f"{value.replace('-', ' ')} {attribute}"
    if (attribute, value) == ("sleeve", "sleeveless"):
        return "bare arms"
    return label(attribute, (value,))


def _floor(intent: Intent, facts: Facts) -> str:
    """A round price below which there is nothing, when that says something."""
    floor = 10 * int((facts.cheapest or 0) // 10)
    if floor < 10 or facts.fitting < 2 or floor <= (intent.filters.price_min or 0):
        return ""
    return money(floor, facts.currency)


def _count(facts: Facts, floor: str) -> str:
    if not facts.fitting:
        return ""
    many = "One like that" if facts.fitting == 1 else f"{facts.fitting:,} like that"
    return f"{many}, none under {floor}." if floor else f"{many}."


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
