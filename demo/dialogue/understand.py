"""One turn's words -> what they ask for, by rules. Knows the vocabulary, not the catalogue or a network.

What no rule knows is kept in `rest` for the text tower; nothing is guessed here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from demo.catalog.synonyms import normalise, phrases
from demo.catalog.vocabulary import CATEGORY_OF

LONGEST_PHRASE = 5
NEGATION_REACH = 3


@dataclass(frozen=True)
class Said:
    """What one turn says, before the turns before it are considered."""

    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unwanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relative: Mapping[str, int] = field(default_factory=dict)
    """attribute (or `price`) -> +1 for more of it, -1 for less, relative to the reference"""
    anything: tuple[str, ...] = ()
    """attributes (or `price`) whose wishes and limits are taken back: "any colour" """
    category: str = ""
    gender: str = ""
    price_min: float | None = None
    price_max: float | None = None
    currency: str = ""
    """currency the prices were named in; empty when none was"""
    rest: str = ""
    """the words that no rule knows"""


_NUMBER: Final = r"(?P<{0}>\d+(?:[.,]\d{{1,2}})?)"
_CURRENCIES: Final = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "pounds": "GBP", "quid": "GBP", "¥": "JPY", "yen": "JPY", "jpy": "JPY",
}  # fmt: skip
_WORD_CURRENCY: Final = "|".join(sorted((c for c in _CURRENCIES if c.isalpha()), reverse=True))
_BEFORE: Final = r"(?P<{0}>[€$£¥]|\b(?:eur|usd|gbp|jpy))?\s*"
_AFTER: Final = rf"\s*(?P<{{0}}>[€$£¥]|\b(?:{_WORD_CURRENCY})\b)?"
_UNDER: Final = (
    r"\b(?:under|below|less than|cheaper than|up to|at most|no more than|not more than|not over"
    r"|max(?:imum)?(?: of)?|within|not above)\s*"
)
_OVER: Final = (
    r"\b(?:over|above|more than|at least|from|starting at|min(?:imum)?(?: of)?|not under)\s*"
)


def _price(lead: str) -> re.Pattern[str]:
    return re.compile(
        lead + _BEFORE.format("before") + _NUMBER.format("amount") + _AFTER.format("after")
    )


_BETWEEN: Final = re.compile(
    r"(?:\b(?:between|from)\s*)?" + _BEFORE.format("before") + _NUMBER.format("low")
    + r"\s*(?:€|\$|£|euros?)?\s*(?:and|to|-)\s*[€$£¥]?\s*" + _NUMBER.format("high")
    + _AFTER.format("after")
)  # fmt: skip
_MOST: Final = _price(_UNDER)
_LEAST: Final = _price(_OVER)
_ABOUT: Final = _price(r"\b(?:around|about|roughly|circa|approximately)\s*")

_RELATIVE: Final = {
    "longer sleeves": ("sleeve", 1), "longer sleeve": ("sleeve", 1), "longer arms": ("sleeve", 1),
    "shorter sleeves": ("sleeve", -1), "shorter sleeve": ("sleeve", -1),
    "longer sleeved": ("sleeve", 1), "longer-sleeved": ("sleeve", 1),
    "shorter sleeved": ("sleeve", -1), "shorter-sleeved": ("sleeve", -1),
    "longer": ("length", 1), "shorter": ("length", -1), "less long": ("length", -1),
    "not so long": ("length", -1), "not as long": ("length", -1), "less short": ("length", 1),
    "not so short": ("length", 1), "not as short": ("length", 1),
    "looser": ("fit", 1), "wider": ("fit", 1), "baggier": ("fit", 1), "roomier": ("fit", 1),
    "less tight": ("fit", 1), "not so tight": ("fit", 1), "more relaxed": ("fit", 1),
    "tighter": ("fit", -1), "slimmer": ("fit", -1), "narrower": ("fit", -1),
    "more fitted": ("fit", -1), "less baggy": ("fit", -1), "not so baggy": ("fit", -1),
    "more formal": ("style", 1), "dressier": ("style", 1), "smarter": ("style", 1),
    "more elegant": ("style", 1), "fancier": ("style", 1), "less casual": ("style", 1),
    "less sporty": ("style", 1), "not so casual": ("style", 1), "not so sporty": ("style", 1),
    "more casual": ("style", -1), "less formal": ("style", -1), "not so formal": ("style", -1),
    "not as formal": ("style", -1), "not too formal": ("style", -1), "less dressy": ("style", -1),
    "less elegant": ("style", -1), "sportier": ("style", -1), "more sporty": ("style", -1),
    "higher neckline": ("neckline", 1), "higher neck": ("neckline", 1),
    "lower neckline": ("neckline", -1), "lower neck": ("neckline", -1),
    "cheaper": ("price", -1), "less expensive": ("price", -1), "not so expensive": ("price", -1),
    "more affordable": ("price", -1), "less pricey": ("price", -1),
    "more expensive": ("price", 1), "pricier": ("price", 1),
}  # fmt: skip
_ANY: Final = {
    "colour": "colour", "color": "colour", "price": "price", "budget": "price", "type": "type",
    "pattern": "pattern", "length": "length", "sleeve": "sleeve", "sleeves": "sleeve",
    "material": "material", "fit": "fit", "style": "style", "category": "category",
    "gender": "gender", "neckline": "neckline", "season": "season",
}  # fmt: skip
_NEGATORS: Final = {"no", "not", "without", "non", "isn't", "aren't", "don't", "never", "w/o"}
_CLAUSE_ENDS: Final = {",", ";", ":", "!", "?", "but"}
_FILLERS: Final = frozenset(
    """
    a an and are as at be but by can could do does for from get give got has have i i'd i'll i'm
    in into is it it's its just let like look looking make me more my need of on one ones only
    or please same show similar so some something still than that the them then there these they
    thing things this those to too version very want wanted was we what which will wish with
    without would you your instead rather maybe bit little also now but about kind find see
    change changed replace turn keep again any all not no colour color coloured colored sleeve
    sleeves length pattern style fit neck neckline euro euros eur however though yes ok okay hi
    hello thanks thank
    """.split()
)
_TOKEN: Final = re.compile(r"[,;:!?]|[^\s,;:!?()\"“”]+")


def understand(words: str) -> Said:
    """Reads one message. Never raises; an empty message says nothing."""
    text = normalise(words).rstrip(".")
    low, high, currency, text = _take_prices(text)
    tokens = [t.strip(".") for t in _TOKEN.findall(text)]
    found: dict[str, dict[str, tuple[str, ...]]] = {"wanted": {}, "unwanted": {}}
    relative: dict[str, int] = {}
    anything: list[str] = []
    heads: list[tuple[str, tuple[str, ...]]] = []  # type and category words in order
    gender, rest, negated = "", [], 0
    position = 0
    while position < len(tokens):
        kind, values, length = _match(tokens, position)
        token = tokens[position]
        if kind == "relative":
            relative[values[0]] = int(values[1])
        elif kind == "any":
            anything.append(values[0])
        elif kind and negated:
            side = found["unwanted"]
            side[kind] = tuple(dict.fromkeys((*side.get(kind, ()), *values)))
        elif kind == "gender":
            gender = values[0]
        elif kind in ("type", "category"):
            heads.append((kind, values))
        elif kind:
            side = found["wanted"]
            if kind == "colour" and kind in side and tokens[position - 1] == "with":
                kind = "colour2"  # "green with black stripes"
            side[kind] = tuple(dict.fromkeys((*side.get(kind, ()), *values)))
        elif token in _NEGATORS:
            negated = NEGATION_REACH + 1
        elif token in _CLAUSE_ENDS:
            negated = 0
        elif token not in _FILLERS:
            rest.append(("not " if negated else "") + token)
        joined = position + length < len(tokens) and tokens[position + length] in ("or", "nor")
        if kind and not joined and token not in ("or", "nor"):
            negated = 0
        negated = max(0, negated - (token not in ("or", "nor") and not kind))
        position += length
    category = _settle_heads(heads, found["wanted"])
    return Said(
        wanted=found["wanted"], unwanted=found["unwanted"], relative=relative,
        anything=tuple(anything), category=category, gender=gender,
        price_min=low, price_max=high, currency=currency, rest=" ".join(rest),
    )  # fmt: skip


def _match(tokens: list[str], start: int) -> tuple[str, tuple[str, ...], int]:
    """(kind, values, tokens used) of the longest phrase that starts here; kind "" when none does."""
    following = tokens[start + 1] if start + 1 < len(tokens) else ""
    if tokens[start] in ("any", "whatever") and following in _ANY:
        return "any", (_ANY[following],), 2
    for length in range(min(LONGEST_PHRASE, len(tokens) - start), 0, -1):
        phrase = " ".join(tokens[start : start + length])
        if phrase in _RELATIVE:
            attribute, direction = _RELATIVE[phrase]
            return "relative", (attribute, str(direction)), length
        if phrase in phrases():
            attribute, values = phrases()[phrase]
            return attribute, values, length
    return "", (), 1


def _settle_heads(
    heads: list[tuple[str, tuple[str, ...]]], wanted: dict[str, tuple[str, ...]]
) -> str:
    """The category that is meant; the last naming word decides ("a pleated dress" is a dress)."""
    category, types = "", ()
    for kind, values in heads:
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


def _take_prices(text: str) -> tuple[float | None, float | None, str, str]:
    """(lowest, highest, currency, the text without its price words)."""
    low = high = None
    currency = ""
    for pattern in (_BETWEEN, _MOST, _LEAST, _ABOUT):
        match = pattern.search(text)
        if not match:
            continue
        groups = match.groupdict()
        named = groups["before"] or groups["after"] or ""
        if pattern is _BETWEEN:
            if not named and not match[0].startswith(("between", "from")):
                continue  # "3-4" alone is no price
            low, high = sorted((_amount(groups["low"]), _amount(groups["high"])))
        elif pattern is _MOST:
            high = _amount(groups["amount"])
        elif pattern is _LEAST:
            low = _amount(groups["amount"])
        else:
            low, high = 0.8 * _amount(groups["amount"]), 1.2 * _amount(groups["amount"])
        currency = _CURRENCIES.get(named, currency)
        text = text[: match.start()] + " " + text[match.end() :]
        if pattern is _BETWEEN:
            break
    return low, high, currency, text


def _amount(text: str) -> float:
    return float(text.replace(",", "."))
