"""Says why a look fits, in one sentence of facts: its colours, how dressy it is, where and when to wear it.

Knows what the styling rules know; it grades nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from demo.outfits import occasions
from demo.outfits.harmony import HUE, scheme
from demo.outfits.wardrobe import Piece

_SCHEMES: Final = {
    "tonal": "one colour, tone on tone",
    "neutrals": "quiet neutrals",
    "earth tones": "warm earth tones",
    "accent": "one colour on quiet neutrals",
    "print": "a print of many colours on quiet neutrals",
    "two colours": "two colours in harmony",
    "many colours": "a mix of colours",
}
_LEVELS: Final = (
    (0.75, "sporty"), (1.55, "casual"), (2.25, "smart casual"), (3.0, "dressed up"), (9.0, "formal"),
)  # fmt: skip
_WEATHER: Final = {
    "summer": "warm days", "spring": "mild spring days", "autumn": "cool autumn days",
    "winter": "the cold", "all-year": "most seasons",
}  # fmt: skip
_SAYS_WHEN: Final = ("holiday", "winter-outdoors")
"""occasions that tell the weather themselves"""


@dataclass(frozen=True)
class Facts:
    """What may be said of a look, each a few words."""

    harmony: str
    formality: str
    occasion: str
    """a key of OCCASIONS"""
    season: str
    sentence: str
    """why it fits"""


def facts(pieces: Sequence[Piece], occasion: str = "") -> Facts:
    """Why a look fits: its colours, how dressy it is, where (the best occasion if none) and when."""
    name = occasion or occasions.best(pieces)[0]
    season = occasions.season(pieces)
    named = scheme(pieces)
    middle = sum(p.formality for p in pieces) / len(pieces) if pieces else 1.0
    level = next(label for limit, label in _LEVELS if middle < limit)
    when = "" if name in _SAYS_WHEN else f" in {_WEATHER[season]}"
    colours = f"{_colours_said(pieces, named)}; " if any(p.colour for p in pieces) else ""
    said = f"{colours}{level}, for {occasions.OCCASIONS[name].label}{when}."
    sentence = said[0].upper() + said[1:]
    return Facts(_SCHEMES[named], level, name, season, sentence)


def _colours_said(pieces: Sequence[Piece], named: str) -> str:
    """ "lavender as the one accent on grey and navy": the largest garments first, four at most."""
    order = ("dress", "layer", "top", "bottom", "shoes", "bag", "hat", "")
    names: list[str] = []
    for p in sorted(pieces, key=lambda p: order.index(p.slot)):
        names += [c for c in (p.colours if p.pattern == "colour-block" else p.colours[:1]) if c]
    shown = list(dict.fromkeys(names))[:4]
    accents = [c for c in shown if c in HUE]
    quiet = [c for c in shown if c not in HUE]
    if named == "accent" and quiet and sum(c in HUE for c in names) == 1:
        return f"{_listed(accents)} as the one accent on {_listed(quiet)}"
    if named == "accent" and quiet and accents:
        return f"{_listed(accents)} with {_listed(quiet)}: {_SCHEMES[named]}"
    return f"{_listed(shown)}: {_SCHEMES[named]}" if shown else _SCHEMES[named]


def _listed(colours: Sequence[str]) -> str:
    words = ["many colours" if c == "multicolour" else c.replace("-", " ") for c in colours]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
