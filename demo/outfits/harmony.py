"""Which colours go together: a stylist's table of pairs, and the schemes that a whole look makes.

Knows colour names, not garments' cuts and no pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from demo.outfits.wardrobe import Piece

NEUTRALS: Final = frozenset("black white grey navy beige brown tan denim".split())
EARTH: Final = frozenset("beige tan brown olive mustard burgundy".split())
METALS: Final = frozenset(("gold", "silver"))
DARK: Final = frozenset("black navy brown burgundy".split())
WARM_LEATHERS: Final = frozenset(("brown", "tan"))

HUE: Final = {
    "red": "red", "burgundy": "wine", "pink": "pink", "orange": "orange", "mustard": "yellow",
    "yellow": "yellow", "green": "green", "teal": "teal", "blue": "blue", "light-blue": "blue",
    "purple": "violet", "lavender": "violet",
}  # fmt: skip
"""colour -> hue family; what is missing (neutrals, olive, metals) counts as no hue"""

# For each colour its partners, best first: 1.0 lovely, 0.8 good, 0.6 possible; whatever stands in no
# line is a clash (0.2) if both have a hue, and dull (0.5) if one is neutral.
_PARTNERS: Final[dict[str, tuple[str, str, str]]] = {
    # neutrals among themselves
    "black": ("white black", "grey beige denim", "tan navy"),  # brown with black looks a mistake
    "white": ("navy denim beige tan", "grey brown white", ""),
    "grey": ("navy", "denim grey", "beige tan"),
    "navy": ("beige tan", "brown denim navy", ""),
    "beige": ("brown tan denim", "beige", ""),
    "tan": ("denim", "brown tan", ""),
    "brown": ("", "denim brown", "grey"),
    # hues with neutrals, then with each other
    "red": ("navy white denim", "black beige grey", "red tan light-blue"),
    "burgundy": ("grey beige navy", "tan white black denim burgundy", "pink light-blue olive brown"),
    "pink": ("grey white navy", "denim beige burgundy", "pink black tan olive light-blue lavender"),
    "orange": ("white denim navy", "beige brown", "tan orange blue teal olive"),
    "mustard": ("navy denim", "grey brown white black olive", "beige tan mustard burgundy teal"),
    "yellow": ("white navy denim", "grey", "beige yellow light-blue blue black tan"),
    "green": ("white beige tan", "navy denim black brown", "grey green pink"),
    "olive": ("beige white tan brown", "black denim", "olive navy grey burgundy mustard orange pink"),
    "teal": ("beige white tan", "navy denim grey brown", "teal black mustard orange"),
    "blue": ("white beige tan", "grey navy light-blue", "blue brown black orange yellow"),
    "light-blue": ("white navy beige", "tan grey denim brown", "light-blue yellow pink burgundy"),
    "purple": ("grey black", "white lavender navy", "purple beige denim"),
    "lavender": ("grey white", "denim navy beige purple", "lavender pink black"),
    # metals are accessories' colours: gold with warm, silver with cool
    "gold": ("black white", "beige burgundy green navy brown tan", "gold denim teal red purple"),
    "silver": ("black grey white", "navy silver light-blue lavender", "pink blue purple denim"),
    "multicolour": ("white black beige", "navy denim tan", "brown grey gold silver"),
}  # fmt: skip
_KNOWN: Final = frozenset(_PARTNERS) | {"denim"}
_TWINS: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "red/burgundy red/orange red/pink blue/teal blue/navy green/teal green/olive "
        "yellow/mustard yellow/beige mustard/tan mustard/orange lavender/light-blue black/navy "
        "black/brown gold/silver gold/mustard gold/yellow purple/burgundy purple/navy "
        "brown/burgundy orange/tan teal/navy beige/grey"
    ).split()
)
"""Near enough to look like a failed match: each costs a step, unless the table above praises it."""

TWIN_COST: Final = 0.2
DULL: Final = 0.5
CLASH: Final = 0.2
UNKNOWN: Final = 0.6


def _affinities() -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for colour, (lovely, good, possible) in _PARTNERS.items():
        for names, value in ((possible, 0.6), (good, 0.8), (lovely, 1.0)):
            for other in names.split():
                table[colour, other] = table[other, colour] = value
    for pair in _TWINS:
        one, two = sorted(pair)
        value = table.get((one, two), DULL if pair & NEUTRALS else CLASH)
        if value < 0.8:
            table[one, two] = table[two, one] = max(value - TWIN_COST, 0.1)
    return table


_AFFINITY: Final = _affinities()


def affinity(one: str, two: str) -> float:
    """0 to 1: how well two colour names go together."""
    if (one, two) in _AFFINITY:
        return _AFFINITY[one, two]
    if not {one, two} <= _KNOWN:
        return UNKNOWN
    if one == two == "denim":
        return DULL
    return DULL if one in NEUTRALS or two in NEUTRALS else CLASH


@lru_cache(maxsize=65_536)
def pair_affinity(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """0 to 1 for two garments: their grounds count most; a shared or echoed colour helps."""
    value = affinity(one[0], two[0])
    seconds = [affinity(a, b) for a in one for b in two[1:]]
    seconds += [affinity(a, two[0]) for a in one[1:]]
    if seconds:
        value = 0.65 * value + 0.35 * sum(seconds) / len(seconds)
    echoes = set(one[1:]) & set(two) | set(two[1:]) & set(one)
    return min(1.0, value + 0.12) if echoes - METALS else value


def hues(pieces: Sequence[Piece]) -> Counter[str]:
    """Hue family -> garments in it, by their ground; what a print adds does not count, a block does."""
    shown = (
        c for p in pieces for c in (p.colours if p.pattern == "colour-block" else p.colours[:1])
    )
    return Counter(HUE[c] for c in shown if c in HUE)


def palette(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The grounds' colour names, most frequent first; denim under its own name."""
    return tuple(c for c, _ in Counter(p.colour for p in pieces if p.colour).most_common())


def scheme(pieces: Sequence[Piece]) -> str:
    """The name of the look's colour scheme, for the sentence in the shop."""
    shown = palette(pieces)
    families = hues(pieces)
    if len(shown) == 1:
        return "tonal"
    if not families:
        if "multicolour" in shown:
            return "print"
        return "earth tones" if set(shown) <= EARTH | {"white", "denim"} else "neutrals"
    if len(families) == 1:
        return "accent" if any(c in NEUTRALS or c == "olive" for c in shown) else "tonal"
    return "two colours" if len(families) == 2 else "many colours"


HUE_COUNT: Final = (0.9, 1.0, 0.62, 0.2, 0.05)
"""by how many hue families a look has: one accent on neutrals is the surest, three is a market stall"""
PALETTE_COUNT: Final = (1.0, 0.93, 1.0, 1.0, 0.72, 0.4, 0.15)
"""by how many colour names a look has, from none known to six"""

ALONE: Final = {"shoes": 0.86, "bag": 0.86, "hat": 0.92}
"""slot -> what a coloured accessory that nothing answers costs"""
UNANSWERED: Final = 0.16
"""what a look of colours that all stand alone loses"""


def harmony(pieces: Sequence[Piece]) -> float:
    """0 to 1: the pairs, the worst pair, the number of hues and colours, and whether accents echo."""
    known = [p for p in pieces if p.colour]
    if len(known) < 2:
        return 1.0
    pairs = [pair_affinity(one.colours, two.colours) for one, two in combinations(known, 2)]
    mean, worst = sum(pairs) / len(pairs), min(pairs)
    shown = {p.colour for p in known}
    families = hues(known)
    count = HUE_COUNT[min(len(families), 4)] * PALETTE_COUNT[min(len(shown), 6)]
    return (mean * worst) ** 0.5 * count * _echo(known, families) * _contrast(shown)


def _echo(pieces: Sequence[Piece], families: Counter[str]) -> float:
    """Colours that come back hold a look together: the share of garments that another one answers.

    A lone coloured shoe or bag is an accident, a lone hat nearly; four garments in one hue are a
    uniform.
    """
    seen = Counter(c for p in pieces for c in set(p.colours))
    answered = [any(seen[c] > 1 for c in p.colours) for p in pieces]
    value = 1 - UNANSWERED * (1 - sum(answered) / len(pieces))
    for p, answer in zip(pieces, answered, strict=True):
        if (not answer and p.colour in HUE) or _stray_block(p, seen):
            value *= ALONE.get(p.slot, 1.0)
    if any(count > 3 for count in families.values()):
        value *= 0.85
    return value


def _stray_block(piece: Piece, seen: Counter[str]) -> bool:
    """A colour-blocked piece whose second colour nothing takes up."""
    second = piece.colours[-1]
    return piece.pattern == "colour-block" and second in HUE and seen[second] == 1


def _contrast(shown: set[str]) -> float:
    """Dark on dark of two colours is murky: black, navy and brown want something light beside them."""
    return 0.8 if len(shown) > 1 and shown <= DARK else 1.0
