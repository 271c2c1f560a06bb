"""The words of the page in the visitor's language, in one place. Knows no product and no layout.

`text.UNDO` is the word of the language that `spoken_in` has chosen for this answer; a name that its file in
`demo/ui/tongues` lacks falls back to English. New words are written there, in every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from types import ModuleType
from typing import Any, Final, TypeVar

from demo.catalog.vocabulary import VALUES
from demo.dialogue import labels
from demo.dialogue import tongues as dialogue
from demo.ui.tongues import chinese, english, japanese, korean

LANGUAGES: Final[dict[str, ModuleType]] = {
    "en": english, "ja": japanese, "ko": korean, "zh": chinese,
}  # fmt: skip
"""code, as in `<html lang>` and `?lang=` -> its words"""
Step = TypeVar("Step")
DEEPEST: Final = 4
"""parts of parts of a sentence that are translated"""
_language: ContextVar[str] = ContextVar("language", default="en")


def __getattr__(name: str) -> Any:
    """A word of the page by its name; AttributeError for one that English has not."""
    if not name.isupper():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(LANGUAGES[_language.get()], name, None)
    return getattr(english, name) if found is None else found


def speak(language: str) -> None:
    """Everything from here on in this context is said in the language; for what answers one request."""
    _language.set(language if language in LANGUAGES else "en")


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Everything inside is said in this language; in English when the page does not speak it."""
    token = _language.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _language.reset(token)


def spoken_through(language: str, steps: Iterator[Step]) -> Iterator[Step]:
    """Steps that come one by one, each made in this language whichever thread asks for it."""
    while True:
        with spoken_in(language):
            step = next(steps, None)
        if step is None:
            return
        yield step


def language() -> str:
    """The language that is spoken: en, ja, ko or zh."""
    return _language.get()


def asked_for() -> str:
    """The language that answers are made in: the page's; empty for English, where the shopper's counts."""
    return "" if _language.get() == "en" else _language.get()


def accepted(header: str) -> str:
    """The first language of an Accept-Language header that the page speaks; "en" for none of them."""
    wishes: list[tuple[float, str]] = []
    for part in header.split(",")[:20]:
        name, _, quality = part.strip().partition(";q=")
        try:
            wishes.append((float(quality or 1), name.split("-")[0].lower()))
        except ValueError:
            continue
    wishes.sort(key=lambda wish: -wish[0])
    return next((name for _, name in wishes if name in LANGUAGES), "en")


def human(value: str, attribute: str = "") -> str:
    """A table's value as it is read: "polka-dot" -> "polka dot" or "水玉", "A|B" -> "A, B".

    `attribute` tells values apart that several attributes have; it need not be given for the others.
    """
    return __getattr__("COMMA").join(_value(part, attribute) for part in value.split("|"))


def _value(value: str, attribute: str) -> str:
    spoken = _language.get()
    if spoken in dialogue.TONGUES and value:
        known = attribute if value in VALUES.get(attribute, ()) else _attributes().get(value, "")
        if known:
            return dialogue.name(spoken, known, (value,))
        return _phrases(spoken).get(value.replace("-", " "), value.replace("-", " "))
    return value.replace("-", " ")


@cache
def _attributes() -> dict[str, str]:
    """Value -> the first attribute that has it."""
    found: dict[str, str] = {}
    for attribute, values in VALUES.items():
        for value in values:
            found.setdefault(value, attribute)
    return found


def why(changed: str) -> str:
    """What a hit has that was asked for: "sleeve: long" -> "long sleeves"."""
    attribute, _, value = changed.partition(": ")
    if _language.get() in dialogue.TONGUES:
        return _value(value.replace(" ", "-"), attribute)
    if attribute == "sleeve" and value != "sleeveless":
        return f"{value} sleeves"
    return f"{value} {attribute}" if attribute in ("fit", "length") else value


def label(attribute: str, values: tuple[str, ...]) -> str:
    """Values as a shopper would say them: "long sleeves", "red or blue", "長袖"."""
    spoken = _language.get()
    if spoken in dialogue.TONGUES and set(values) <= {*VALUES.get(attribute, ())}:
        return dialogue.name(spoken, attribute, values)
    return said(labels.label(attribute, values))


def saying(english: str, currency: str) -> str:
    """A turn that the page offers, as a shopper of the page's language would say it."""
    spoken = _language.get()
    if spoken not in dialogue.TONGUES:
        return english
    return dialogue.said_in(spoken, english, currency)


def pieces(count: int) -> str:
    """ "1 piece", "1,800 pieces", "1,800点"."""
    return __getattr__("ONE_PIECE") if count == 1 else __getattr__("PIECES").format(f"{count:,}")


def money(amount: float, currency: str) -> str:
    """ "€49.90", "$52", "120 SEK"; whole amounts without cents, as the language writes them (CLDR)."""
    figure = f"{amount:,.2f}".removesuffix(".00")
    signs = __getattr__("SIGNS")
    if currency in signs:
        return signs[currency] + figure
    return f"{figure} {currency}".strip()


# What other rooms say: English sentences, which are translated by templates.


def said(sentence: str) -> str:
    """A sentence or label of another room in the language; as it is where no template knows it."""
    spoken = _language.get()
    if spoken not in dialogue.TONGUES or not sentence:
        return sentence
    return _translated(spoken, sentence, DEEPEST) or sentence


def _translated(spoken: str, words: str, deeper: int) -> str:
    """The words in the language, part by part; empty where none of it is known."""
    if exact := _phrases(spoken).get(words) or _phrases(spoken).get(words.lower()):
        return exact
    if deeper == 0:
        return ""
    for pattern, template in _templates(spoken):
        if found := pattern.fullmatch(words):
            parts = [_translated(spoken, part, deeper - 1) or part for part in found.groups()]
            return template.format(*parts)
    for sign, mark in ((". ", "STOP_AND"), (": ", "COLON"), ("; ", "COMMA"), (", ", "COMMA"),
                       (" and ", "COMMA"), (" or ", "EITHER")):  # fmt: skip
        if sign in words:
            parts = [_translated(spoken, part, deeper - 1) for part in words.split(sign)]
            if any(parts):
                whole = zip(parts, words.split(sign), strict=True)
                return __getattr__(mark).join(new or old for new, old in whole)
    return ""


@cache
def _phrases(spoken: str) -> dict[str, str]:
    """Phrases and table values in English -> in the language."""
    values = {
        value.replace("-", " "): dialogue.name(spoken, attribute, (value,))
        for value, attribute in reversed(_attributes().items())
    }
    said = {e: words.split("|")[0] for e, words in dialogue.TONGUES[spoken].words.items()}
    fixed = {e: t for e, t in LANGUAGES[spoken].SENTENCES.items() if "{" not in e}
    return said | values | fixed


@cache
def _templates(spoken: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sentences with gaps, whole sentences before parts, the longest first."""
    gapped = [(e, t) for e, t in LANGUAGES[spoken].SENTENCES.items() if "{" in e]
    gapped.sort(key=lambda pair: (not pair[0].endswith("."), -len(pair[0])))
    return tuple(
        (re.compile("(.+)".join(re.escape(part) for part in e.split("{}")), re.DOTALL), t)
        for e, t in gapped
    )
