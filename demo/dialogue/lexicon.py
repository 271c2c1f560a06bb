"""All lists of phrases as one: what a message's words say at a place, and how words are spelt.

Knows words in a row; it does not know which thing they are about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from demo.dialogue.comparatives import A_BIT, MUCH, relative
from demo.dialogue.fillers import FILLERS
from demo.dialogue.parts import NO_PICTURE, SIZED, SIZES, STRAPPED
from demo.dialogue.phrasing import ANY
from demo.dialogue.sayings import SOME, sayings
from demo.dialogue.spelling import Correct, speller

LONGEST_PHRASE: Final = 5
NEGATORS: Final = frozenset(
    "no not without non isn't isnt aren't don't dont doesn't never w/o hate dislike except minus nothing"
    " neither lose remove avoid lacks cannot won't wouldn't".split()
)
NEGATIONS: Final = frozenset(
    "instead of|rather than|other than|anything but|get rid of|apart from|as opposed to|does not have"
    "|doesn't have|not have|less of a|less of|sick of|tired of|too much|too many|no longer|free of"
    "|fewer".split("|")
)
_SHADES: Final = {"dark", "light", "bright", "pale", "deep", "soft", "neon", "pastel"}


@dataclass(frozen=True)
class Phrase:
    """What some words in a row say."""

    kind: str = ""
    """an attribute, "type", "category", "gender", "relative", "any" or "some"; empty for no phrase"""
    values: tuple[str, ...] = ()
    """of "relative" the attribute and +1 or -1, of "any" the attribute, of "some" the words"""
    length: int = 1
    """how many words it takes"""

    @property
    def attribute(self) -> str:
        """What it is about."""
        if self.kind in ("relative", "any"):
            return self.values[0]
        return SOME[self.values[0]][0] if self.kind == "some" else self.kind


NONE: Final = Phrase()


def match(words: Sequence[str], start: int) -> Phrase:
    """The longest phrase that starts here; NONE when none does."""
    if start >= len(words):
        return NONE
    following = words[start + 1] if start + 1 < len(words) else ""
    if words[start] in ("any", "whatever") and following in ANY:
        return Phrase("any", (ANY[following],), 2)
    comparatives, values = relative(), sayings()
    for length in range(min(LONGEST_PHRASE, len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + length])
        if phrase in SOME:
            return Phrase("some", (phrase,), length)
        if phrase in comparatives and not (length == 1 and shades(words, start)):
            attribute, direction = comparatives[phrase]
            return Phrase("relative", (attribute, str(direction)), length)
        if phrase in values:
            attribute, meant = values[phrase]
            return Phrase(attribute, meant, length)
    return NONE


def one_of(phrases: frozenset[str], words: Sequence[str], start: int) -> int:
    """Length of the longest of the phrases that starts here, 0 when none does."""
    for length in range(min(4, len(words) - start), 0, -1):
        if " ".join(words[start : start + length]) in phrases:
            return length
    return 0


def shades(words: Sequence[str], start: int) -> bool:
    """Whether "dark", "bright" … only shades the colour that follows: "bright red"."""
    following = sayings().get(words[start + 1] if start + 1 < len(words) else "", ("",))
    return words[start] in _SHADES and following[0] == "colour"


@cache
def known_words() -> frozenset[str]:
    """Every word of every phrase."""
    known = {"without", "instead", "between", "euros", *ANY}
    for words in (FILLERS, SIZED, NO_PICTURE, SIZES, STRAPPED, NEGATORS):
        known |= words
    for phrase in (*sayings(), *relative(), *SOME, *A_BIT, *MUCH):
        known.update(re.findall(r"[a-z'-]+", phrase))
    known.update([part for word in known if "-" in word for part in word.split("-")])
    return frozenset(known)


@cache
def word_speller() -> Correct:
    """The speller for all of them, built once."""
    return speller(known_words())
