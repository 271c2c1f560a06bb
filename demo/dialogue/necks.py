"""How people speak of necks, collars, straps and shoulders: a small grammar -> phrases. Words only.

A shape and a noun name a neckline in any spelling ("scoop neck", "scooped neckline", "v-shaped neck");
how open the neck is asks for a higher or lower one ("wider neckline", "more revealing").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

_NOUNS: Final = ("neck", "necks", "neckline", "necklines", "neck line", "necked", "necklined")
_SHAPES: Final[dict[str, str]] = {
    "v-neck": "v|vee|deep v|deeper v|low v|lower v|wide v|large v|plunging v|plunging|v cut",
    "scoop": "scoop|scooped|scoup|scouped|scoupe|u|oval|wide round|large round|deep round|low round"
    "|low scoop|deep scoop|wide scoop|wide scooped|open round|rounded low",
    "crew": "crew|round|rounded|rounder|circular|circle|high round|jewel|boat|bateau|high crew|o",
    "square": "square|squared|rectangular|rectangle|straight across",
    "halter": "halter|halter top|tied",
    "turtleneck": "turtle|mock|mock turtle|roll|rolled|funnel|choker|cowl|polo roll",
    "off-shoulder": "bardot|carmen",
}  # fmt: skip
"""neckline -> the shapes that people name before the noun"""
_COLLARS: Final = (
    "buttoned|button|button up|button-up|button down|button-down|pointed|peter pan|mandarin|chinese"
    "|stand up|stand-up|spread|shirt|classic|dress shirt|oxford"
)
_BARE: Final = (
    "one|single|one open|off|off the|off one|off of one|over one|no|bare|bared|open|opened|exposed"
    "|free|cold|cut out|cut-out|cutout|peep|peekaboo|missing|without|drop off"
)
"""what stands before "shoulder" when it is bare"""
_STRAPS: Final = (
    "spaghetti|spagetti|spaggeti|spaghetti thin|thin|thing|thinner|thick|thicker|wide|wider|narrow"
    "|narrower|small|smaller|skinny|skinnier|slim|string|shoulder|tank|two|one|single|double|both|bigger"
    "|big|larger|cross"
    "|criss cross|cross back|racerback|back|short|shorter|longer|long|more|sleeve"
)
_SHOULDERS: Final = (
    "shoulder cut outs|shoulder cutouts|shoulder cut out|shoulder cutout|shoulder cut|shoulder free"
    "|shoulder-free|shoulderless|shoulders out|shoulders exposed|shoulders bare|shows shoulders"
    "|shows more shoulder|shows the shoulders|no sleeve on one shoulder|one sleeve|one-sleeved"
    "|one sleeved|single sleeve"
)
_AROUND: Final = (
    "neck strap|neck straps|strap around the neck|straps around the neck|strap around neck"
    "|straps around neck|around the neck|around neck|tied around the neck|ties around the neck"
    "|ties at the neck|tied at the neck|tie at the neck|tie neck|halter strap|halter straps"
    "|wraps around the neck"
)
_NO_STRAPS: Final = (
    "without straps|no straps|no strap|without strap|without any straps|not strappy"
    "|no shoulder straps|without shoulder straps|strap less|no spaghetti straps|tube top|tube dress"
    "|not strapped"
)
_OPEN: Final = (
    "low|lower|deep|deeper|open|opened|wide|wider|large|larger|big|bigger|looser|loose|plunge"
    "|more open|more wide|more low|more deep|more plunging|open wide|revealing|more revealing"
    "|less closed|less high|not so high|lower cut|low cut|more low cut|less covered"
)
_CLOSED: Final = (
    "higher|closed|close|more closed|narrow|narrower|small|smaller|tight|tighter|shallow|shallower"
    "|shorter|more modest|modest|more conservative|conservative|less open|less low|less deep|less wide"
    "|less plunging|less revealing|not so low|not so deep|higher cut|more covered|more high|less low cut"
)
_REVEALING: Final = (
    "revealing|more revealing|very revealing|much more revealing|shows more skin|more skin"
    "|shows skin|more cleavage|shows cleavage|shows more cleavage|showing more cleavage|has cleavage"
    "|larger cleavage|low cut|low-cut|lower cut|lower-cut|more low cut|more low-cut|low cut top"
    "|low in the front|lower in front|less modest|less conservative|less coverage|less covered"
    "|less covering|more exposed|more exposing|shows more chest|open chest|open cleavage"
    "|deeper v|plunges|more open top|too modest|too covered"
)
_MODEST: Final = (
    "less revealing|not revealing|not as revealing|not so revealing|not too revealing|too revealing"
    "|less low cut|less low-cut|less cleavage|no cleavage|without cleavage|shows less cleavage"
    "|less skin|shows less skin|more conservative|conservative|more modest|modest"
    "|more coverage|offers more coverage|more covered|more covered up|covers more|more covering"
    "|higher cut|higher-cut"
    "|covers the shoulders|cover the shoulders|covers shoulders|covers both shoulders"
    "|covered shoulders|covers more of the shoulders|less exposed|less exposing"
    "|covers the chest|covers cleavage|closed cleavage|less plunging|too low cut|too low-cut"
)

_TOO: Final = ("less", "not so", "not as", "not too", "not that", "too")
_BARING: Final = ("revealing", "low cut", "low-cut", "plunging", "open at the neck", "exposing", "exposed")
_COVERING: Final = ("modest", "conservative", "covered", "covered up", "covering")
"""adjectives that say the opposite after `_TOO`"""
HIGH: Final = frozenset(
    f"{high}{joint}{noun}" for high, joint, noun in product(("high", "high cut"), (" ", "-"), _NOUNS)
)  # fmt: skip
"""a turtleneck where there are some, elsewhere only higher than now"""


def _each(listed: str) -> tuple[str, ...]:
    return tuple(listed.split("|"))


def _spelt(shape: str, noun: str) -> Iterator[str]:
    """ "scoop neck", "scoop-neck", "scoopneck", "scoop shaped neck" …"""
    yield f"{shape} {noun}"
    yield f"{shape} shaped {noun}"
    yield f"{shape}-shaped {noun}"
    yield f"{shape} shapes {noun}"
    yield f"{shape} shape {noun}"
    yield f"{shape} style {noun}"
    yield f"{shape} cut {noun}"
    if " " not in shape + noun:
        yield f"{shape}-{noun}"
        yield f"{shape}{noun}"


@cache
def neck_values() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every phrase that names a neckline -> ("neckline", values)."""
    named: dict[str, tuple[str, ...]] = {}
    for value, shapes in _SHAPES.items():
        for shape, noun in product(_each(shapes), _NOUNS):
            named.update(dict.fromkeys(_spelt(shape, noun), (value,)))
    named.update(dict.fromkeys(HIGH, ("turtleneck",)))
    del named["turtleneck"]  # a type, unless a dress has one
    for shape, noun in product(_each(_COLLARS), ("collar", "collars", "collared")):
        named[f"{shape} {noun}"] = ("shirt-collar",)
    for bare, noun in product(_each(_BARE), ("shoulder", "shoulders", "shouldered")):
        named[f"{bare} {noun}"] = named[f"{bare}-{noun}"] = ("off-shoulder",)
    for phrase in _each(_SHOULDERS):
        named[phrase] = ("off-shoulder",)
    for width, noun in product(_each(_STRAPS), ("strap", "straps", "strapped", "strappy", "strap sleeves")):
        named[f"{width} {noun}"] = named[f"{width}-{noun}"] = ("strappy",)
    for phrase in _each(_AROUND):
        named[phrase] = ("halter",)
    for phrase in _each("strap|straps|strapped|strap sleeves|with straps|has straps"):
        named[phrase] = ("strappy",)
    for phrase in _each(_NO_STRAPS):
        named[phrase] = ("strapless",)
    return {phrase: ("neckline", values) for phrase, values in named.items()}


@cache
def neck_comparatives() -> dict[str, int]:
    """Every phrase that asks for a higher (+1) or lower (-1) neck."""
    table = dict.fromkeys(_each(_REVEALING), -1) | dict.fromkeys(_each(_MODEST), 1)
    for how, bare in product(_TOO, _BARING):
        table[f"{how} {bare}"] = 1
    for how, covered in product(_TOO, _COVERING):
        table[f"{how} {covered}"] = -1
    for words, direction in ((_OPEN, -1), (_CLOSED, 1)):
        for how, noun in product(_each(words), _NOUNS):
            table[f"{how} {noun}"] = direction
            if " " not in how + noun:
                table[f"{how}-{noun}"] = direction
    return table
