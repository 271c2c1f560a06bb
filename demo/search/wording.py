"""All that holds now -> one sentence for the network that composes pictures and words. Knows words only.

The rules have settled already which of several words wins, so the network is told the sum of all turns
about the first reference, in plain English whatever the shopper's language was.
"""

from __future__ import annotations

from typing import Final

from demo.search.describe import noun, phrase
from demo.types import Intent

_MORE: Final[dict[str, tuple[str, str]]] = {
    "length": ("is longer", "is shorter"), "sleeve": ("has longer sleeves", "has shorter sleeves"),
    "fit": ("has a looser fit", "has a tighter fit"),
    "style": ("is more formal", "is more casual"),
    "neckline": ("has a higher neckline", "has a lower neckline"),
    "lightness": ("is lighter in colour", "is darker in colour"),
    "colourfulness": ("is more colourful", "is less colourful"),
}  # fmt: skip
"""attribute -> how more and less of it is asked for"""


def sentence(intent: Intent) -> str:
    """What should be different: "is red and has long sleeves"; empty when nothing that shows is asked.

    Prices, genders and what must not be are limits and stand in no sentence.
    """
    wishes = [_wish(a, values) for a, values in intent.wanted.items() if a not in intent.shifts]
    for attribute, shift in intent.shifts.items():
        if attribute in _MORE:
            wishes.append(_MORE[attribute][0 if shift.direction > 0 else 1])
    if intent.filters.category and "type" not in intent.wanted:
        wishes.append(f"is a {noun({'category': intent.filters.category[0]})}")
    return " and ".join([*wishes, *intent.words])


def _phrase(attribute: str, value: str) -> str:
    """A value as one word, "light-blue", so that it also looks as one."""
    return phrase(attribute, value).replace(value.replace("-", " "), value)


def _wish(attribute: str, values: tuple[str, ...]) -> str:
    """A value of one attribute, or one of several."""
    said = list(dict.fromkeys(_phrase(attribute, value) for value in values))
    if attribute == "type":
        return "is " + " or ".join(f"a {kind}" for kind in said)
    if attribute == "material":
        return "is made of " + " or ".join(said)
    verbs = {words: "has" if words.startswith("with ") else "is" for words in said}
    named = [words.removeprefix("with ") for words in said]
    if len({*verbs.values()}) == 1:
        return f"{verbs[said[0]]} {' or '.join(named)}"
    return " or ".join(f"{verbs[words]} {name}" for words, name in zip(said, named, strict=True))
