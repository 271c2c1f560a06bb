"""One turn's words -> what they ask for, by rules. Knows the vocabulary, not the catalogue or a network.

What no rule knows is kept in `rest` for the text tower; nothing is guessed here but spelling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from demo.catalog.synonyms import normalise
from demo.catalog.vocabulary import CATEGORY_OF
from demo.dialogue import eastern
from demo.dialogue.asides import Chat, Elsewhere, asides, gibberish
from demo.dialogue.lexicon import known_words
from demo.dialogue.phrasing import others, reordered, take_anything, take_keep
from demo.dialogue.prices import take_prices
from demo.dialogue.reading import Reading

CACHED: Final = 2048


@dataclass(frozen=True)
class Said:
    """What one turn says, before the turns before it are considered."""

    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unwanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relative: Mapping[str, int] = field(default_factory=dict)
    """attribute, `price`, `lightness` or `colourfulness` -> +1 for more of it than the reference
    has, -1 for less"""
    amount: Mapping[str, int] = field(default_factory=dict)
    """what is relative -> -1 for "a bit", 1 for "much"; absent for neither"""
    patterned: bool = False
    """whether some pattern is asked for, whichever"""
    collared: bool = False
    """whether a shirt collar stands for any collar: "with a collar", "no collar" """
    anything: tuple[str, ...] = ()
    """attributes (or `price`) whose wishes and limits are taken back: "any colour" """
    other: tuple[str, ...] = ()
    """attributes that should not be as the reference has them: "another colour" """
    keep: tuple[str, ...] = ()
    """attributes that should stay as the reference has them: "keep the colour" """
    category: str = ""
    gender: str = ""
    price_min: float | None = None
    price_max: float | None = None
    currency: str = ""
    """currency the prices were named in; empty when none was"""
    nth: int = 0
    """the n-th thing on screen is meant, from 1; -1 the last; 0 none"""
    that_one: str = ""
    """words for one thing on screen: "blue" of "like the blue one" """
    back: Literal["", "step", "start"] = ""
    elsewhere: Elsewhere = ""
    chat: Chat = ""
    language: str = "en"
    rest: str = ""
    """the words that no rule knows"""


_TOKEN: Final = re.compile(r"[,;:!?]|[^\s,;:!?()\"“”]+")
_SPLIT_SLASH: Final = re.compile(r"(?<=[a-z])/(?=[a-z]{3,})")
_SIGNS: Final = {
    "👗": " dress ", "👕": " t-shirt ", "👚": " blouse ", "👖": " jeans ", "👟": " sneakers ",
    "👠": " heels ", "👢": " tall boots ", "👜": " handbag ", "🎒": " backpack ", "🧥": " coat ",
    "🧢": " cap ", "🩳": " shorts ", "🔴": " red ", "🟢": " green ", "🔵": " blue ",
    "🟡": " yellow ", "🟣": " purple ", "🟠": " orange ", "🟤": " brown ", "⚫": " black ",
    "⚪": " white ", "🌸": " floral ", "🌺": " floral ", "🐆": " leopard print ",
    "🚫": " no ", "❌": " no ",
}  # fmt: skip


@lru_cache(CACHED)
def understand(words: str, kind: str = "") -> Said:
    """Reads one message, once: replays read every turn again. Never raises."""
    return read_words(words, kind)


def read_words(words: str, kind: str = "") -> Said:
    """Reads one message. Never raises; an empty message says nothing.

    `kind` is the category of the thing that is spoken of, empty when it is not known: straps are a
    neckline on a dress and none on shoes.
    """
    tongue = eastern.language(words)
    text = normalise(eastern.to_english(words)).rstrip(".")
    for sign, meaning in _SIGNS.items():
        text = text.replace(sign, meaning)
    aside = asides(_SPLIT_SLASH.sub(" or ", text))
    limits = take_prices(reordered(aside.text))
    text, keep = take_keep(limits.text)
    other = others(text)
    text, anything = take_anything(text)
    found = Reading(_tokens(text), kind).read()
    goods = found.wanted or found.unwanted or found.relative or found.heads or found.patterned
    rest = [word for word in found.rest if any(c.isalnum() for c in word)]
    chat = aside.chat
    lost = bool(rest) and not chat and not limits.high and all(map(gibberish, rest))
    if not goods and (lost or (not rest and _only_signs(words))):
        chat = "nonsense"
    if chat in ("nonsense", "rude", "who", "chat") and not goods:
        rest = []
    category = _settle_heads(found.heads, found.wanted)
    return Said(
        wanted=found.wanted, unwanted=found.unwanted, relative=found.relative, amount=found.amount,
        patterned=found.patterned, collared=found.collared,
        anything=tuple(dict.fromkeys((*anything, *found.anything))), other=other, keep=keep,
        category=category,
        gender=found.gender, price_min=limits.low, price_max=limits.high, currency=limits.currency,
        nth=aside.nth, that_one=aside.that_one if found.wanted or found.heads else "",
        back=aside.back, elsewhere=aside.elsewhere, chat=chat, language=tongue,
        rest=" ".join(rest),
    )  # fmt: skip


def _only_signs(words: str) -> bool:
    """Whether a message that says nothing has no letters at all: emoji, punctuation."""
    return bool(words.strip()) and not any(character.isalnum() for character in words)


def _tokens(text: str) -> list[str]:
    """Words and marks as they were written; what no phrase joins by a hyphen is taken apart."""
    tokens: list[str] = []
    for found in _TOKEN.findall(text):
        token = found.strip(".'*_~`")
        apart = "-" in token and token not in known_words() and not token[0].isdigit()
        tokens += [part for part in (token.split("-") if apart else [token]) if part]
    return tokens


def _settle_heads(
    heads: list[tuple[str, tuple[str, ...]]], wanted: dict[str, tuple[str, ...]]
) -> str:
    """The category that is meant; the last naming word decides ("a pleated dress" is a dress)."""
    category, types = "", ()
    for kind, values in heads:
        if types == ("turtleneck",) and CATEGORY_OF.get(values[0], values[0]) != "knitwear":
            wanted.setdefault("neckline", types)  # a turtleneck dress
        if kind == "category":
            if types and CATEGORY_OF[types[0]] != values[0]:
                types = ()
            category = values[0]
        elif types and CATEGORY_OF[types[0]] == CATEGORY_OF[values[0]]:
            types = tuple(dict.fromkeys((*types, *values)))  # "a blazer or a parka"
            category = CATEGORY_OF[values[0]]
        else:
            category, types = CATEGORY_OF[values[0]], values
    if types:
        wanted["type"] = types
    return category
