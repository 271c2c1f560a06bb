"""Turns of phrase that span words: what to keep, what to take back, what follows its comparative.

Each function reads a normalised message and returns it without what it read. Knows English only.
"""

from __future__ import annotations

import re
from typing import Final

from demo.catalog.vocabulary import VALUES

ANY: Final = {
    "colour": "colour", "color": "colour", "price": "price", "budget": "price", "type": "type",
    "pattern": "pattern", "length": "length", "sleeve": "sleeve", "sleeves": "sleeve",
    "material": "material", "fabric": "material", "fit": "fit", "style": "style", "brand": "brand",
    "category": "category", "gender": "gender", "neckline": "neckline", "neck": "neckline",
    "season": "season", "cut": "fit", "shape": "fit", "print": "pattern", "limit": "price",
    "sex": "gender", "kind": "type", "closure": "closure",
}  # fmt: skip
"""what a shopper may call an attribute -> the attribute"""
_TAKE_BACK: Final = re.compile(
    r"\b(?:forget(?: about)?|never ?mind|drop|ignore|remove|lift|no more) (?:the |my )?"
    r"(?P<one>\w+)(?: limit| wish| filter)?(?=$|[,.;!?]| and| but)"
    r"|\b(?:the )?(?P<two>\w+) (?:does not|doesn't|doesnt|don't) matter|\bno (?P<three>price|budget) limit"
    r"|\bi don'?t (?:care|mind) about (?:the )?(?P<four>\w+)"
)
_KEEP: Final = re.compile(
    r"\b(?:keep(?:ing)?|with|in|has|have)? ?(?:the |its |this )?"
    r"(?:same|exact same|keep the|keep its|keep this|keep that) "
    r"(?P<what>colou?r|pattern|print|length|sleeves?|material|fabric|fit|style|neckline|neck|type)\b"
    r"(?: and (?:the )?(?P<more>colou?r|pattern|length|sleeves?|material|fit|style|neckline)\b"
    r"(?! (?:is|are|should)))?"
)
_SLEEVES: Final = re.compile(
    r"\b(longer|shorter|long|short)"
    r"((?: (?!(?:and|with|has|in|but|or|no|not|without)\b|sleeve\w*)[\w-]+){1,2}) sleeve[sd]?\b"
)
"""a length that belongs to the sleeves further on: "shorter cap sleeves", "long lace sleeves" """
_VERB: Final = r"(?:are|is|be|look|seem|should be|could be|must be|to be|were|a bit|much)"
_OF_SLEEVES: Final = re.compile(
    rf"\bsleeves? (?:{_VERB} )+(?P<too>too )?(?:(?P<more>longer|long)|shorter|short)\b"
)
_OF_NECK: Final = re.compile(
    rf"\bneck(?:line)? (?:{_VERB} )+(?P<too>too )?(?:(?P<more>higher|high)|lower|low|deep)\b"
)
"""comparatives that follow what they belong to: "the sleeves are too long" """
_OTHER: Final = re.compile(
    r"(?<!two )(?<!many )(?<!several )(?<!multiple )\b(?:another|other|different|new) "
    r"(?P<what>colou?r|pattern|print|material|fabric|neckline|length|fit)s?\b"
)


def reordered(text: str) -> str:
    """The message with comparatives where the rules look for them: before what they belong to."""

    def name(match: re.Match[str], more: str, less: str) -> str:
        return more if bool(match["more"]) != bool(match["too"]) else less

    text = re.sub(r"\b(any|every) (\w+) (?:but|except(?: for)?)\b", r"\1 \2 , not", text)
    text = re.sub(r"\b(?:isn'?t|aren'?t|wasn'?t) (?=so |as |too )", "not ", text)
    text = _OF_SLEEVES.sub(lambda m: name(m, "longer sleeves", "shorter sleeves"), text)
    text = _OF_NECK.sub(lambda m: name(m, "higher neckline", "lower neckline"), text)
    return _SLEEVES.sub(r"\1 sleeves\2 sleeves", text)


def take_keep(text: str) -> tuple[str, tuple[str, ...]]:
    """(the text without it, attributes to keep): "keep the colour", "the same length"."""
    kept: list[str] = []
    for match in re.finditer(_KEEP, text):
        for said in (match["what"], match["more"]):
            if said and ANY.get(said) in VALUES:
                kept.append(ANY[said])
    return (re.sub(_KEEP, " , ", text) if kept else text), tuple(dict.fromkeys(kept))


def take_anything(text: str) -> tuple[str, tuple[str, ...]]:
    """(the text without it, attributes taken back): "forget the price", "colour doesn't matter"."""
    taken: list[str] = []
    for match in _TAKE_BACK.finditer(text):
        said = next(group for group in match.groups() if group)
        if said in ANY and (match[0].split()[0] != "no" or match["three"]):
            taken.append(ANY[said])
            text = text.replace(match[0], " , ")
    return text, tuple(taken)


def others(text: str) -> tuple[str, ...]:
    """Attributes that should be another than now: "in another colour"."""
    return tuple(dict.fromkeys(ANY[match["what"]] for match in _OTHER.finditer(text)))
