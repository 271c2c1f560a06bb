"""The styling rules: what makes an outfit, what spoils one, and how good it is, graded by part.

The one place to read them: this module's tables and rules, `harmony` (colours), `occasions` (where
and when) and `wardrobe` (what each type is); `telling` says why a look fits. They know attributes only:
no picture, no network.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from demo.outfits import occasions
from demo.outfits.harmony import METALS, WARM_LEATHERS, affinity, harmony
from demo.outfits.wardrobe import Piece

WEIGHTS: Final = {
    "colour": 1.0, "accessories": 0.45, "formality": 0.55, "weather": 0.5, "pattern": 0.4,
    "silhouette": 0.5, "layering": 0.3, "occasion": 0.5,
}  # fmt: skip
"""part -> its exponent: the score is the product of the parts, so one bad part spoils the whole"""

# ------------------------------------------------------------------------------------ layering
LAYS_OVER: Final[dict[str, frozenset[str]]] = {
    layer: frozenset(under.split())
    for layer, under in {
        "cardigan": "t-shirt long-sleeve-top shirt blouse camisole tank-top turtleneck crop-top "
        "slip-dress summer-dress sheath-dress",
        "sweater-vest": "shirt blouse long-sleeve-top t-shirt turtleneck",
        "zip-hoodie": "t-shirt tank-top long-sleeve-top henley crop-top",
        "blazer": "shirt blouse turtleneck t-shirt camisole sweater polo-shirt sheath-dress "
        "slip-dress wrap-dress",
        "denim-jacket": "t-shirt long-sleeve-top henley tank-top crop-top camisole hoodie "
        "sweatshirt polo-shirt flannel-shirt turtleneck summer-dress slip-dress shirt-dress maxi-dress",
        "leather-jacket": "t-shirt long-sleeve-top henley tank-top crop-top camisole turtleneck "
        "sweater shirt blouse hoodie slip-dress summer-dress wrap-dress",
        "bomber-jacket": "t-shirt long-sleeve-top henley tank-top crop-top hoodie sweatshirt "
        "polo-shirt camisole sweater",
        "puffer-jacket": "long-sleeve-top henley hoodie sweatshirt sweater turtleneck "
        "flannel-shirt",
        "parka": "long-sleeve-top henley sweatshirt sweater turtleneck flannel-shirt hoodie",
        "trench-coat": "shirt blouse long-sleeve-top sweater turtleneck t-shirt polo-shirt "
        "shirt-dress wrap-dress sheath-dress slip-dress",
        "overcoat": "shirt blouse turtleneck sweater sheath-dress wrap-dress long-sleeve-top "
        "shirt-dress",
    }.items()
}
"""layer -> what fits under it: the thinner below, no collar fighting a collar, no tunic under a jacket"""
WINTER: Final = 18
"""degrees that a winter coat adds: with short sleeves under it there is no right day"""

# --------------------------------------------------------------------------------------- shoes
SPOILS: Final[dict[str, frozenset[str]]] = {
    shoe: frozenset(worn.split())
    for shoe, worn in {
        # a boot's shaft wants a slim leg or a hem above it
        "tall-boot": "straight-jeans wide-jeans wide-trousers joggers cargo-trousers suit-trousers "
        "chinos maxi-skirt maxi-dress denim-shorts chino-shorts",
        "ankle-boot": "chino-shorts denim-shorts joggers maxi-dress sheath-dress",
        "pump": "joggers cargo-trousers leggings denim-shorts chino-shorts wide-jeans",
        "ballet-flat": "joggers cargo-trousers leggings denim-shorts chino-shorts",
        "loafer": "joggers leggings cargo-trousers maxi-dress slip-dress denim-shorts maxi-skirt "
        "summer-dress",
        "sandal": "joggers leggings cargo-trousers skinny-jeans suit-trousers pencil-skirt "
        "blazer leather-jacket bomber-jacket puffer-jacket parka trench-coat overcoat sweater-vest",
        "low-sneaker": "pencil-skirt sheath-dress slip-dress maxi-dress pleated-skirt suit-trousers",
        "high-sneaker": "pencil-skirt sheath-dress slip-dress maxi-dress pleated-skirt suit-trousers "
        "wrap-dress wide-trousers chino-shorts maxi-skirt shirt-dress a-line-skirt",
    }.items()
}
"""shoes -> what they spoil: skirts, trousers, dresses, and for sandals layers too"""

# ------------------------------------------------------------------------------------ silhouette
BALANCE: Final = (
    (0.80, 0.95, 1.00),  # close top: over slim, straight, wide
    (1.00, 0.95, 0.92),
    (1.00, 0.82, 0.40),  # wide over wide loses the body
)
"""[top's volume][bottom's volume] -> how balanced"""
COATS: Final = ("trench-coat", "overcoat", "parka")
_HEM: Final = {"cropped": 0, "regular": 1, "mini": 1, "knee": 2, "long": 2, "midi": 3, "maxi": 4}

FORMALITY_LIMIT: Final = 2.1
"""further apart than this, two garments come from different days"""


@dataclass(frozen=True)
class Verdict:
    """What the rules say of an outfit."""

    score: float
    """0 to 1; 0 when a hard rule is broken"""
    parts: Mapping[str, float]
    """part of WEIGHTS -> 0 to 1"""
    faults: tuple[str, ...]
    """the hard rules that are broken, one sentence each; empty for a wearable look"""


def judge(pieces: Sequence[Piece], occasion: str = "") -> Verdict:
    """The verdict on an outfit, or on the beginning of one.

    occasion: the one that is asked for, a key of OCCASIONS; empty for the one that suits it best.
    """
    broken = tuple(faults(pieces))
    parts = graded(pieces, occasion)
    return Verdict(0.0 if broken else total(parts), parts, broken)


def graded(pieces: Sequence[Piece], occasion: str = "") -> dict[str, float]:
    """Each part of WEIGHTS from 0 to 1; the arguments are those of `judge`."""
    return {
        "colour": harmony(pieces),
        "accessories": _accessories(pieces),
        "formality": _formality(pieces),
        "weather": _weather(pieces),
        "pattern": _pattern(pieces),
        "silhouette": _silhouette(pieces),
        "layering": _layering(pieces),
        "occasion": occasions.fit(pieces, occasion) if occasion else occasions.best(pieces)[1],
    }


def total(parts: Mapping[str, float]) -> float:
    """The weighted product of the parts."""
    score = 1.0
    for name, weight in WEIGHTS.items():
        score *= parts[name] ** weight
    return score


# ------------------------------------------------------------------------------- hard exclusions
def faults(pieces: Sequence[Piece]) -> Iterator[str]:
    """Why these cannot be worn together at all, one sentence a reason."""
    slots = [p.slot for p in pieces]
    for slot in sorted(set(slots)):
        if slots.count(slot) > 1:
            yield f"Two garments take the same place ({slot or 'unknown'})."
    for one, two in combinations(pieces, 2):
        if reason := clash(one, two):
            yield reason
    if sum(p.patterned for p in pieces) > 2:
        yield "Three patterns at once."
    low, high = occasions.degrees(pieces)
    if low > high:
        yield f"No day is right for it: from {low} °C up and to {high} °C only."


@lru_cache(maxsize=100_000)
def clash(one: Piece, two: Piece) -> str:
    """The hard rule that a pair breaks, whatever else is worn; empty when it may be worn."""
    if {one.gender, two.gender} == {"women", "men"}:
        return "One is cut for women, the other for men."
    by_slot = {one.slot: one, two.slot: two}
    slots = set(by_slot)
    if "dress" in slots and slots & {"top", "bottom"}:
        return "A dress takes the place of top and bottom."
    if abs(one.formality - two.formality) > FORMALITY_LIMIT:
        return f"{_name(one)} and {_name(two)} belong to different occasions."
    if one.loud and two.loud:
        return "Two loud patterns."
    if one.colour == two.colour == "denim" and one.wash == two.wash and "hat" not in slots:
        return "Denim on denim of the same wash."
    under = by_slot.get("top") or by_slot.get("dress")
    layer = by_slot.get("layer")
    if layer and under:
        if layer.kind in LAYS_OVER and under.kind and under.kind not in LAYS_OVER[layer.kind]:
            return f"{_name(layer)} does not go over {_name(under)}."
        if layer.neckline == under.neckline == "hooded":
            return "One hood under another."
        bare = under.sleeve in ("short", "sleeveless") and under.slot == "top"
        if layer.layer_warmth >= WINTER and bare:
            return "Short sleeves under a winter coat."
        if layer.kind == "sweater-vest" and under.sleeve == "sleeveless":
            return "A vest over bare arms."
    shoes, below = by_slot.get("shoes"), by_slot.get("bottom") or by_slot.get("dress")
    for worn in (below, layer):
        if shoes and worn and worn.kind in SPOILS.get(shoes.kind, ()):
            return f"{_name(shoes)} spoils {_name(worn)}."
    if one.colour in METALS and two.colour in METALS and one.colour != two.colour:
        return "Gold beside silver."
    if max(one.coolest - two.warmest, two.coolest - one.warmest) > _leeway(by_slot):
        return f"{_name(one)} and {_name(two)} belong to different weather."
    return ""


def _leeway(by_slot: Mapping[str, Piece]) -> int:
    """By how many degrees a pair may miss each other: a layer carries what is under it."""
    layer = by_slot.get("layer")
    return layer.layer_warmth + 1 if layer and set(by_slot) & {"top", "dress"} else 8


def _name(piece: Piece) -> str:
    return (piece.kind or piece.category or "a garment").replace("-", " ")


def complete(pieces: Sequence[Piece]) -> bool:
    """Whether it is an outfit: a dress, or a top and a bottom; and shoes or at least a bag."""
    slots = {p.slot for p in pieces}
    return bool(slots & {"shoes", "bag"}) and ("dress" in slots or {"top", "bottom"} <= slots)


# ------------------------------------------------------------------------------------ graded parts
def _formality(pieces: Sequence[Piece]) -> float:
    """All of one day: a step apart is style, two steps are a mistake. Hats count half."""
    levels = [p.formality for p in pieces if p.slot != "hat"] or [1.0]
    spread = max(levels) - min(levels)
    middle = sum(levels) / len(levels)
    hats = max((abs(p.formality - middle) for p in pieces if p.slot == "hat"), default=0.0)
    return _fall(max(spread, hats + 0.2), 0.9, FORMALITY_LIMIT + 0.2)


def _weather(pieces: Sequence[Piece]) -> float:
    """There is a range of at least eight degrees in which all of it is comfortable."""
    low, high = occasions.degrees(pieces)
    return _fall(8 - (high - low), 0, 9)


def _pattern(pieces: Sequence[Piece]) -> float:
    """One pattern, taken up by a plain colour beside it; a second only if calm and joined by colour."""
    printed = [p for p in pieces if p.patterned]
    if not printed:
        return 0.96
    if len(printed) == 1:
        others = {c for p in pieces if p is not printed[0] for c in p.colours}
        taken_up = others & set(printed[0].colours) or "multicolour" in printed[0].colours
        return 1.0 if taken_up else 0.9
    one, two = printed[:2]
    joined = bool(set(one.colours) & set(two.colours))
    if len(printed) > 2 or (one.loud and two.loud) or one.pattern == two.pattern:
        return 0.15
    return 0.6 if joined and not (one.loud or two.loud) else 0.3


def _silhouette(pieces: Sequence[Piece]) -> float:
    """Wide with slim, cropped with high or long, coats longer than what hangs below them."""
    by_slot = {p.slot: p for p in pieces}
    top, bottom, layer = by_slot.get("top"), by_slot.get("bottom"), by_slot.get("layer")
    value = 1.0
    if top and bottom:
        value *= BALANCE[top.volume][bottom.volume]
        bare_legs = bottom.length == "mini" or bottom.category == "shorts"
        if top.length == "cropped" and bare_legs and bottom.kind != "denim-shorts":
            value *= 0.7  # too little of everything
        if top.length == "long" and (bottom.category != "trousers" or bottom.volume == 2):
            value *= 0.45  # a tunic's hem wants a narrow leg under it
    below = bottom or by_slot.get("dress")
    if layer and below:
        coat, hem = _HEM.get(layer.length, 1), _HEM.get(below.length, 1)
        skirted = below.category in ("skirts", "dresses")
        if layer.kind in COATS and skirted and hem > max(coat, 2):
            value *= 0.75
        if layer.kind == "cardigan" and layer.length == "long" and (hem >= 2 and skirted):
            value *= 0.7
        if layer.volume == 2 and below.volume == 2 and layer.length != "cropped":
            value *= 0.75
    if layer and top and layer.length == "cropped" and top.length not in ("cropped", ""):
        value *= 0.85 if top.volume < 2 else 0.5
    return value


def _layering(pieces: Sequence[Piece]) -> float:
    """The outer is roomier than the inner; sleeves under sleeves are not longer."""
    by_slot = {p.slot: p for p in pieces}
    layer, top = by_slot.get("layer"), by_slot.get("top") or by_slot.get("dress")
    if not layer or not top:
        return 1.0
    value = 0.6 if top.volume > layer.volume + 1 or (top.volume, layer.volume) == (2, 0) else 1.0
    if layer.patterned and top.patterned:
        value *= 0.7
    if top.kind == "hoodie" and layer.kind in ("leather-jacket", "puffer-jacket", "bomber-jacket"):
        value *= 0.9
    return value


def _accessories(pieces: Sequence[Piece]) -> float:
    """Shoes and bag are cousins: one leather, one metal, or an echo of the clothes. A backpack hangs
    badly over a skirt or a dress, and from anything on heels."""
    by_slot = {p.slot: p for p in pieces}
    shoes, bag, hat = by_slot.get("shoes"), by_slot.get("bag"), by_slot.get("hat")
    value = 1.0
    clothes = {c for p in pieces if p.slot not in ("shoes", "bag", "hat") for c in p.colours}
    if shoes and bag:
        value *= _cousins(shoes, bag, clothes)
    if (
        bag
        and bag.kind == "backpack"
        and any(
            p.category in ("skirts", "dresses") or p.kind in ("pump", "tall-boot") for p in pieces
        )
    ):
        value *= 0.65
    if hat and (shoes or bag):
        near = [_cousins(hat, p, clothes) for p in (shoes, bag) if p]
        value *= 0.5 + 0.5 * max(near)
    return value


def _cousins(one: Piece, two: Piece, clothes: set[str]) -> float:
    a, b = one.colour, two.colour
    if a == b:
        return 1.0
    if {a, b} <= WARM_LEATHERS | {"beige"}:
        return 0.92
    leathers = one.material == two.material == "leather"
    if "black" in (a, b) and WARM_LEATHERS & {a, b}:
        return 0.4 if leathers else 0.6
    echoed = (a in clothes) + (b in clothes)
    return (0.55, 0.75, 0.92)[echoed] * (0.7 + 0.3 * affinity(a, b))


def _fall(value: float, free: float, end: float) -> float:
    """1 up to `free`, then straight down to 0.05 at `end`."""
    return min(1.0, max(0.05, 1 - 0.95 * (value - free) / (end - free)))
