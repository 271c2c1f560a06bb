"""One turn's words -> what they ask for, by rules. Knows the vocabulary, not the catalogue or a network.

What no rule knows is kept in `rest` for the text tower; nothing is guessed here but spelling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, Literal

from demo.catalog.synonyms import normalise
from demo.catalog.vocabulary import CATEGORY_OF
from demo.dialogue import eastern
from demo.dialogue.asides import Chat, Elsewhere, asides, gibberish
from demo.dialogue.comparatives import A_BIT, MUCH, relative
from demo.dialogue.phrasing import ANY, others, reordered, take_anything, take_keep
from demo.dialogue.prices import take_prices
from demo.dialogue.sayings import SOME, sayings
from demo.dialogue.spelling import Correct, speller

LONGEST_PHRASE: Final = 5
NEGATION_REACH: Final = 3
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
    that_one: bool = False
    """whether what is wanted describes one thing on screen: "like the blue one" """
    back: Literal["", "step", "start"] = ""
    elsewhere: Elsewhere = ""
    chat: Chat = ""
    language: str = "en"
    rest: str = ""
    """the words that no rule knows"""


_NEGATORS: Final = {
    "no", "not", "without", "non", "isn't", "isnt", "aren't", "don't", "dont", "doesn't", "never",
    "w/o", "hate", "dislike", "except", "minus", "nothing", "neither", "lose", "remove", "avoid",
    "lacks", "cannot", "won't", "wouldn't",
}  # fmt: skip
_NEGATIONS: Final = (
    "instead of", "rather than", "other than", "anything but", "get rid of", "apart from",
    "as opposed to", "does not have", "doesn't have", "not have", "less of a", "less of",
    "sick of", "tired of", "too much", "too many", "no longer", "free of", "fewer",
)  # fmt: skip
_CLAUSE_ENDS: Final = {",", ";", ":", "!", "?", "but", "however", "although"}
_MAY_END: Final = {"with", "has", "is"}
"""words that begin another thought, unless the negator stands right before them"""
_FILLERS: Final = frozenset(
    """
    a an and are as at be but by can could do does for from get give got has have i i'd i'll i'm
    in into is it it's its just let like look looking make me more my need of on one ones only
    or please same show similar so some something still than that the them then there these they
    thing things this those to too version very want wanted was we what which will wish with
    without would you your instead rather maybe bit little also now but about kind find see
    change changed replace turn keep again any all not no colour color coloured colored sleeve
    sleeves length pattern style fit neck neckline euro euros eur however though yes ok okay hi
    hello thanks thank colours colors colouring coloring different identical exact exactly less
    much lot looks looked should but's prefer love wants need needs needed really quite pretty
    how where item items piece pieces product products desired picture pictured image image's
    up down around both other others mind sure well right nothing else everything am i've you'd
    maybe's hmm oh um uh er well actually since because when while even slightly somewhat
    version's sort shade tone hue material fabric type sleeved front back side over under top's
    better best clothing clothes garment outfit's wear wearing worn way instead's him her she he his fewer out
    made come comes came had having been being did done gonna wanna gotta kinda sorta pls plz maybe
    buy shop shopping search searching show shows shown showing nice good great perfect today wear
    feel feels got getting goes going own new there's here here's let's lets think guess suppose
    actually basically simply possibly perhaps option options version choice choices available
    hoping hope wonder wondering thinking after course sure fine glad happy able any of off
    """.split()
)
_SHADES: Final = {"dark", "light", "bright", "pale", "deep", "soft", "neon", "pastel"}
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
def understand(words: str) -> Said:
    """Reads one message, once: replays read every turn again. Never raises."""
    return read_words(words)


def read_words(words: str) -> Said:
    """Reads one message. Never raises; an empty message says nothing."""
    tongue = eastern.language(words)
    text = normalise(eastern.to_english(words)).rstrip(".")
    for sign, meaning in _SIGNS.items():
        text = text.replace(sign, meaning)
    aside = asides(_SPLIT_SLASH.sub(" or ", text))
    limits = take_prices(reordered(aside.text))
    text, keep = take_keep(limits.text)
    other = others(text)
    text, anything = take_anything(text)
    found = _Reading(_tokens(text)).read()
    goods = found.wanted or found.unwanted or found.relative or found.heads
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
        anything=tuple(dict.fromkeys((*anything, *found.anything))), other=other, keep=keep,
        category=category,
        gender=found.gender, price_min=limits.low, price_max=limits.high, currency=limits.currency,
        nth=aside.nth, that_one=aside.that_one and bool(found.wanted or found.heads),
        back=aside.back, elsewhere=aside.elsewhere, chat=chat, language=tongue,
        rest=" ".join(rest),
    )  # fmt: skip


def _only_signs(words: str) -> bool:
    """Whether a message that says nothing has no letters at all: emoji, punctuation."""
    return bool(words.strip()) and not any(character.isalnum() for character in words)


@cache
def word_speller() -> Correct:
    """The speller for every word of every phrase, built once."""
    known = set(_FILLERS) | _NEGATORS | set(ANY) | {"without", "instead", "between", "euros"}
    for phrase in (*sayings(), *relative(), *SOME, *A_BIT, *MUCH):
        known.update(re.findall(r"[a-z'-]+", phrase))
    known.update([part for word in known if "-" in word for part in word.split("-")])
    return speller(known)


def _tokens(text: str) -> list[str]:
    """Words and marks as they were written."""
    tokens = [token.strip(".'*_~`") for token in _TOKEN.findall(text)]
    return [token for token in tokens if token]


class _Reading:
    """Walks over the tokens of one message and notes what each phrase says."""

    def __init__(self, written: list[str]) -> None:
        self.written = written
        self.tokens = [word_speller()(token) for token in written]
        self.wanted: dict[str, tuple[str, ...]] = {}
        self.unwanted: dict[str, tuple[str, ...]] = {}
        self.relative: dict[str, int] = {}
        self.amount: dict[str, int] = {}
        self.anything: list[str] = []
        self.heads: list[tuple[str, tuple[str, ...]]] = []  # type and category words in order
        self.gender = ""
        self.rest: list[str] = []
        self.negated = 0
        self.degree = 0

    def read(self) -> _Reading:
        position = 0
        while position < len(self.tokens):
            position += self._step(position)
        for attribute, plain in set(SOME.values()):  # "a floral design" says more than "a design"
            if self.unwanted.get(attribute) == plain and attribute in self.wanted:
                del self.unwanted[attribute]
        for attribute, values in list(self.unwanted.items()):  # "no, not red, in red" ends wanted
            left = tuple(v for v in values if v not in self.wanted.get(attribute, ()))
            if left:
                self.unwanted[attribute] = left
            else:
                del self.unwanted[attribute]
        return self

    def _step(self, position: int) -> int:
        """Reads what starts at this token; returns how many tokens it used."""
        tokens, token = self.tokens, self.tokens[position]
        kind, values, length = _match(tokens, position)
        if not kind and (used := self._phrase(position, _NEGATIONS)):
            self.negated = NEGATION_REACH + 1
            return used
        for degree, phrases in ((-1, A_BIT), (1, MUCH)):
            if not kind and (used := self._phrase(position, phrases)):
                self.degree = degree
                return used
        if kind == "relative":
            if not self.negated:
                self._compare(values[0], int(values[1]))
        elif kind == "any":
            self.anything.append(values[0])
        elif kind == "some":  # some pattern, some sleeves: all but the value that means none
            if not self._another(position):
                self._add(self.wanted if self.negated else self.unwanted, *SOME[values[0]])
        elif kind and (self.negated or self._less(position)):
            self._add(self.unwanted, kind, values)
        elif kind == "gender":
            self.gender = values[0]
        elif kind in ("type", "category"):
            self.heads.append((kind, values))
        elif kind == "pattern" and token in ("print", "prints") and self._another(position):
            pass  # "a different print" names none
        elif kind:
            self._want(kind, values, position)
        elif token in _NEGATORS:
            self.negated = NEGATION_REACH + 1
        elif token in _CLAUSE_ENDS or (token in _MAY_END and self.negated < NEGATION_REACH):
            self.negated = self.degree = 0
        elif token not in _FILLERS and not _shades(tokens, position):
            self.rest.append(("not " if self.negated else "") + self.written[position])
        joined = position + length < len(tokens) and tokens[position + length] in ("or", "nor")
        if kind and not joined and token not in ("or", "nor"):
            self.negated = self.degree = 0
        self.negated = max(0, self.negated - (token not in ("or", "nor", "any") and not kind))
        return length

    def _phrase(self, position: int, phrases: frozenset[str] | tuple[str, ...]) -> int:
        """Length of the longest of the phrases that starts here."""
        for length in range(min(4, len(self.tokens) - position), 0, -1):
            if " ".join(self.tokens[position : position + length]) in phrases:
                return length
        return 0

    def _less(self, position: int) -> bool:
        return position > 0 and self.tokens[position - 1] == "less"

    def _another(self, position: int) -> bool:
        return position > 0 and self.tokens[position - 1] in ("different", "another", "same")

    def _compare(self, attribute: str, direction: int) -> None:
        self.relative[attribute] = direction
        if self.degree:
            self.amount[attribute] = self.degree

    def _want(self, kind: str, values: tuple[str, ...], position: int) -> None:
        if kind == "colour" and kind in self.wanted and self.tokens[position - 1] == "with":
            kind = "colour2"  # "green with black stripes"
        self._add(self.wanted, kind, values)

    @staticmethod
    def _add(side: dict[str, tuple[str, ...]], kind: str, values: tuple[str, ...]) -> None:
        side[kind] = tuple(dict.fromkeys((*side.get(kind, ()), *values)))


def _match(tokens: list[str], start: int) -> tuple[str, tuple[str, ...], int]:
    """(kind, values, tokens used) of the longest phrase that starts here; kind "" when none does."""
    following = tokens[start + 1] if start + 1 < len(tokens) else ""
    if tokens[start] in ("any", "whatever") and following in ANY:
        return "any", (ANY[following],), 2
    comparatives, values = relative(), sayings()
    for length in range(min(LONGEST_PHRASE, len(tokens) - start), 0, -1):
        phrase = " ".join(tokens[start : start + length])
        if phrase in SOME:
            return "some", (phrase,), length
        if phrase in comparatives and not (length == 1 and _shades(tokens, start)):
            attribute, direction = comparatives[phrase]
            return "relative", (attribute, str(direction)), length
        if phrase in values:
            attribute, meant = values[phrase]
            return attribute, meant, length
    return "", (), 1


def _shades(tokens: list[str], start: int) -> bool:
    """Whether "dark", "bright" … only shades the colour that follows: "bright red"."""
    following = sayings().get(tokens[start + 1] if start + 1 < len(tokens) else "", ("",))
    return tokens[start] in _SHADES and following[0] == "colour"


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
