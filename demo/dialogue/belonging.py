"""What a phrase is about: the thing, or only a part of it, a picture on it, the people on the picture.

Each function looks at the words around one place. Knows nouns and phrases; it keeps no state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from demo.catalog.vocabulary import CATEGORY_OF
from demo.dialogue.fillers import FILLERS
from demo.dialogue.lexicon import Phrase, match
from demo.dialogue.parts import (
    CUTS,
    HALVES,
    HAVE,
    NO_PICTURE,
    PATTERNS,
    PEOPLE,
    PRINTS,
    SIZED,
    SIZES,
    TRIM,
    WITH_GRAPHICS,
)
from demo.dialogue.sayings import PICTURES

TONES: Final = ("lightness", "colourfulness")
SLEEVES: Final = frozenset({"sleeve", "sleeves", "sleeved"})
JOINTS: Final = frozenset({"and", "or", ",", "nor", "&"})
CLAUSE_ENDS: Final = frozenset({",", ";", ":", "!", "?", "but", "however", "although"})
_FARTHEST: Final = 6
"""words over which a noun is looked for"""
_VERBS: Final = frozenset("is are was has have should could must needs looks seems".split())
_OF: Final = frozenset("of on in at over across from than for to".split())
"""words after which, or before which, "the shirt" is the one in hand"""
_BARE: Final = frozenset("collar collars button buttons hood zip zipper zippers logo logos sleeves".split())
_NOUNS: Final = TRIM | SIZED | PICTURES | PRINTS | PATTERNS | SLEEVES
_WHERE: Final = re.compile(
    r"^(?:on|across|over|down)(?: the| its| it's)?(?: (?:center|centre|left|upper))?(?: of)?(?: the)?"
    r" (?:front|chest|middle|it|body|center|centre)\b|^in(?: the)? (?:middle|center|centre|front)\b"
)
"""where a picture is"""


def before(words: Sequence[str], place: int) -> str:
    """The word right before a place, empty at the start."""
    return words[place - 1] if place else ""


def had(kind: str, attribute: str) -> bool:
    """Whether things of a category have the attribute; "" is a category that is not known."""
    return not kind or kind in HAVE.get(attribute, (kind,))


def spoken_of(words: Sequence[str], held: str) -> str:
    """The category that a message is about: the one it names last, or that of the thing in hand."""
    kind = held
    for place, word in enumerate(words):
        found = match(words, place)
        if found.kind not in ("type", "category"):
            continue
        if found.length == 1 and word in ("turtleneck", *CUTS):
            continue  # a turtleneck dress, a pleated one
        if not in_hand(words, place, found, held):
            kind = CATEGORY_OF.get(found.values[0], found.values[0])
    return kind


def in_hand(words: Sequence[str], place: int, head: Phrase, held: str) -> bool:
    """Whether a head is the thing in hand or a part of it: "the shirt is red", "a lace top"."""
    ahead = before(words, place)
    behind = words[place + head.length] if place + head.length < len(words) else ""
    same = held == CATEGORY_OF.get(head.values[0], head.values[0])
    if ahead in ("the", "this") and (same or words[place] == "top") and (
        behind in _VERBS or before(words, place - 1) in _OF
    ):  # fmt: skip
        return True
    if held == "shoes" and words[place] in ("heel", "heels"):  # "a lower heel", but "black heels"
        return words[place] == "heel" or ahead.endswith("er") or ahead in SIZES
    return words[place] in HALVES.get(held, ()) and ahead not in ("", "a", "only", "any", "some")


def noun_of(words: Sequence[str], after: int) -> str:
    """The part that what stands before `after` belongs to, over other colours and sizes; or ""."""
    place = after
    while place < min(len(words), after + _FARTHEST):
        found = match(words, place)
        if words[place] in JOINTS and _describes(words, place + 1):
            place += 1
        elif found.kind == "colour" or words[place] in SIZES or found.attribute in (*TONES, "fit"):
            place += found.length
        else:
            break
    for at in range(place, min(place + 2, len(words))):
        found = match(words, at)
        word = words[at] if found.length == 1 or found.kind == "pattern" else ""
        if at > place and word not in PICTURES:
            return ""  # "a blue nike logo", but not "blue with …"
        if word in _NOUNS:  # a graphic tee is a tee
            return "" if match(words, at + 1).kind in ("type", "category") else word
        if found.kind or word in FILLERS or word in CLAUSE_ENDS:
            return ""
    return ""


def _describes(words: Sequence[str], place: int) -> bool:
    """Whether a colour or an adjective stands here."""
    word = words[place] if place < len(words) else ""
    return match(words, place).kind == "colour" or word in SIZES or word.endswith("er")


def goes_on(words: Sequence[str], place: int) -> bool:
    """Whether a refusal reaches over the "and" here: "no buttons and collar", but "and a collar"."""
    if words[place : place + 1] != ["and"] or place + 1 >= len(words):
        return False
    ends = place + 2 >= len(words) or words[place + 2] in CLAUSE_ENDS | _VERBS | {"and", "on", "with"}
    return words[place + 1] in _BARE and ends


def pictured(words: Sequence[str], place: int, kind: str) -> bool:
    """Whether the unknown word right before is a picture: "a guitar on the front"."""
    if (kind and kind not in WITH_GRAPHICS) or before(words, place) in NO_PICTURE:
        return False
    return bool(_WHERE.match(" ".join(words[place : place + _FARTHEST])))


def subject(words: Sequence[str], place: int, after: int, kind: str) -> bool:
    """Whether a colour is that of something pictured: "grey with a red car"."""
    noun = words[after] if after < len(words) else ""
    if kind not in WITH_GRAPHICS or before(words, place) not in ("a", "an") or not noun.isalpha():
        return False
    known = FILLERS | NO_PICTURE | TRIM | SIZES | JOINTS | CLAUSE_ENDS
    return noun not in known and not match(words, after).kind


def says_for_whom(words: Sequence[str], place: int, after: int) -> bool:
    """Whether "man" or "girl" says for whom, not who is on the picture."""
    if words[place] not in PEOPLE or not place:
        return True
    near = words[max(0, place - 2) : place]
    return "for" in near or match(words, after).kind in ("type", "category")
