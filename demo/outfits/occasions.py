"""Where and when a look is worn: occasions with what is at home in them, and the season it suits.

Tables only, and how a look is held against them. Knows garments one by one, not how they combine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from demo.outfits.wardrobe import Piece


@dataclass(frozen=True)
class Occasion:
    """One kind of day."""

    name: str
    label: str
    """as in a sentence: "for …" """
    formality: tuple[float, float]
    """every garment lies between the two"""
    degrees: tuple[int, int]
    """where the look's middle temperature may lie"""
    types: frozenset[str]
    """what is at home there; a foreign product without a type is held against `formality` only"""


def _occasion(
    name: str, label: str, formality: tuple[float, float], degrees: tuple[int, int], types: str
) -> Occasion:
    return Occasion(name, label, formality, degrees, frozenset(types.split()))


OCCASIONS: Final[dict[str, Occasion]] = {
    o.name: o
    for o in (
        _occasion(
            "active", "the gym and the running track", (-0.5, 1.3), (0, 34),
            "t-shirt tank-top crop-top hoodie zip-hoodie sweatshirt bomber-jacket puffer-jacket "
            "joggers leggings low-sneaker high-sneaker backpack cap beanie",
        ),
        _occasion(
            "weekend", "an easy weekend", (0.2, 1.9), (2, 30),
            "t-shirt long-sleeve-top henley polo-shirt tank-top crop-top flannel-shirt shirt "
            "sweater cardigan hoodie zip-hoodie sweatshirt denim-jacket leather-jacket "
            "bomber-jacket puffer-jacket parka shirt-dress summer-dress a-line-skirt mini-skirt "
            "skinny-jeans straight-jeans wide-jeans chinos cargo-trousers denim-shorts "
            "chino-shorts low-sneaker high-sneaker ankle-boot sandal tote backpack crossbody "
            "cap beanie",
        ),
        _occasion(
            "city", "a day in town", (0.9, 2.6), (4, 29),
            "t-shirt long-sleeve-top henley polo-shirt shirt blouse tunic sweater cardigan "
            "turtleneck sweater-vest blazer denim-jacket leather-jacket trench-coat overcoat "
            "shirt-dress wrap-dress summer-dress a-line-skirt pleated-skirt mini-skirt maxi-skirt "
            "skinny-jeans straight-jeans wide-jeans chinos wide-trousers chino-shorts "
            "low-sneaker ankle-boot tall-boot loafer ballet-flat sandal "
            "tote handbag crossbody backpack fedora straw-hat",
        ),
        _occasion(
            "office", "the office", (1.7, 3.3), (2, 28),
            "shirt blouse turtleneck sweater polo-shirt sweater-vest cardigan blazer trench-coat "
            "overcoat sheath-dress wrap-dress shirt-dress pencil-skirt a-line-skirt pleated-skirt "
            "suit-trousers wide-trousers chinos loafer pump ballet-flat ankle-boot tall-boot "
            "tote handbag backpack crossbody",
        ),
        _occasion(
            "evening", "an evening out", (1.4, 3.7), (4, 30),
            "camisole blouse crop-top turtleneck shirt blazer leather-jacket bomber-jacket overcoat "
            "slip-dress wrap-dress sheath-dress maxi-dress pleated-skirt mini-skirt pencil-skirt "
            "maxi-skirt skinny-jeans suit-trousers wide-trousers pump sandal ballet-flat loafer "
            "ankle-boot tall-boot handbag crossbody fedora",
        ),
        _occasion(
            "wedding-guest", "a wedding", (1.9, 4.0), (10, 31),
            "shirt blouse blazer slip-dress wrap-dress sheath-dress maxi-dress pleated-skirt "
            "suit-trousers wide-trousers pump sandal ballet-flat loafer handbag crossbody",
        ),
        _occasion(
            "holiday", "the beach and the terrace", (0.4, 2.6), (22, 38),
            "t-shirt tank-top camisole crop-top shirt tunic polo-shirt summer-dress maxi-dress "
            "shirt-dress maxi-skirt wide-trousers chinos chino-shorts denim-shorts sandal "
            "low-sneaker tote crossbody straw-hat cap",
        ),
        _occasion(
            "winter-outdoors", "a cold day outdoors", (0.2, 2.9), (-12, 9),
            "sweater turtleneck hoodie sweatshirt flannel-shirt long-sleeve-top puffer-jacket parka "
            "overcoat skinny-jeans straight-jeans wide-jeans chinos cargo-trousers joggers "
            "suit-trousers wide-trousers pencil-skirt a-line-skirt leggings ankle-boot tall-boot "
            "high-sneaker backpack crossbody tote handbag beanie fedora",
        ),
    )
}  # fmt: skip

CLOTHS: Final[dict[str, tuple[str, ...]]] = {
    "active": ("cotton", "nylon", "fleece", "knit", "leather", "canvas"),
    "holiday": ("cotton", "linen", "chiffon", "straw", "canvas", "leather", "denim", "satin"),
}
"""cloth that an occasion accepts, where it matters"""
SOBER: Final = ("solid", "striped", "checked", "melange", "polka-dot")
"""patterns that an office accepts on anything"""


@lru_cache(maxsize=100_000)
def at_home(piece: Piece, name: str) -> bool:
    """Whether a garment belongs to an occasion, whatever is worn with it."""
    occasion = OCCASIONS[name]
    if piece.kind and piece.kind not in occasion.types:
        return False
    low, high = occasion.formality
    if not low <= piece.formality <= high:
        return False
    cloths = CLOTHS.get(name)
    if cloths and piece.material and piece.material not in cloths:
        return False
    return _NICETIES[name](piece)


def _office(p: Piece) -> bool:
    """Sober cloth, covered shoulders and knees; no metal."""
    if p.colour in ("gold", "silver") or p.pattern not in (*SOBER, "floral", "geometric", ""):
        return False
    if p.category == "dresses" and p.neckline in ("strapless", "strappy", "halter"):
        return False
    return not (p.length == "mini" or (p.length == "cropped" and p.slot == "top"))


def _evening(p: Piece) -> bool:
    """Day shoes, sport bags, checks and slogans stay at home; shirts are black, white or wine."""
    if p.slot in ("shoes", "bag"):
        return _fine(p)
    if p.kind in ("crop-top", "bomber-jacket", "shirt"):
        return p.colour in ("black", "white", "burgundy") or p.evening
    return p.slot == "dress" or p.pattern not in ("camouflage", "graphic", "checked")


def _wedding(p: Piece) -> bool:
    """Guests leave white to the bride, and head-to-toe black to another day."""
    if p.slot in ("shoes", "bag"):
        return _fine(p)
    if p.slot == "dress":
        bridal = p.colour in ("white", "beige") and p.pattern in ("solid", "")
        return not bridal and p.colour != "black" and p.pattern not in ("animal-print", "checked")
    return p.pattern not in ("animal-print", "camouflage", "graphic")


def _fine(p: Piece) -> bool:
    """Shoes and bags for a dressed evening: of casual kinds only the party ones, and no men's sandals."""
    if p.material in ("nylon", "canvas") or (p.kind == "sandal" and p.gender != "women"):
        return False
    if p.kind in ("sandal", "ballet-flat", "crossbody"):
        return p.style == "party" or p.colour in ("black", "gold", "silver")
    return p.kind != "ankle-boot" or p.colour == "black"


def _holiday(p: Piece) -> bool:
    """Light colours and prints; black jeans' cousins stay at home."""
    return not (p.colour in ("black", "burgundy") and p.slot in ("top", "bottom", "dress"))


def _active(p: Piece) -> bool:
    """What may sweat: no linen, no knitted shirt, no checked leather shoe."""
    if p.kind in ("t-shirt", "crop-top"):
        return p.material not in ("knit", "linen")
    return not (p.slot == "shoes" and p.material == "leather" and p.pattern == "checked")


def _winter(p: Piece) -> bool:
    """Warm cloth, long sleeves, covered legs."""
    return (
        p.material not in ("linen", "chiffon", "satin", "straw")
        and p.sleeve not in ("sleeveless", "short")
        and p.length not in ("mini", "cropped")
    )


_NICETIES: Final = {
    "active": _active,
    "weekend": lambda p: True,
    "city": lambda p: p.pattern != "camouflage",
    "office": _office,
    "evening": _evening,
    "wedding-guest": _wedding,
    "holiday": _holiday,
    "winter-outdoors": _winter,
}


def fit(pieces: Sequence[Piece], name: str) -> float:
    """0 to 1: the share of the garments that are at home there, squared, and at the right degrees."""
    if not pieces:
        return 1.0
    occasion = OCCASIONS[name]
    value = (sum(at_home(p, name) for p in pieces) / len(pieces)) ** 2
    low, high = degrees(pieces)
    if not occasion.degrees[0] <= (low + high) / 2 <= occasion.degrees[1]:
        value *= 0.5
    if name in ("evening", "wedding-guest") and not any(map(festive, pieces)):
        value *= 0.5
    return value


def suits(pieces: Sequence[Piece], name: str) -> bool:
    """Whether all of a look is at home at an occasion, nothing missing."""
    if name == "winter-outdoors" and not any(p.slot == "layer" for p in pieces):
        return False
    return fit(pieces, name) == 1.0


def festive(piece: Piece) -> bool:
    """What turns a look into an occasion."""
    return (piece.evening and piece.slot != "layer") or piece.kind in (
        "slip-dress", "sheath-dress", "maxi-dress", "wrap-dress", "pump", "suit-trousers",
    ) or (piece.kind == "blazer" and piece.material == "velvet")  # fmt: skip


def best(pieces: Sequence[Piece]) -> tuple[str, float]:
    """(the occasion that suits a look best, how well); the earlier in the table wins a tie."""
    graded = {name: fit(pieces, name) for name in OCCASIONS}
    name = max(graded, key=graded.__getitem__)
    return name, graded[name]


GAINS: Final = {"tops": 1.0, "knitwear": 1.0, "dresses": 0.75, "skirts": 0.5}
"""category -> how much of a layer's warmth reaches it; under a coat, bare legs wear tights"""


def degrees(pieces: Sequence[Piece]) -> tuple[int, int]:
    """(coolest, warmest) °C at which the whole is comfortable; crossed when there is no such day."""
    from_layer = 0
    for p in pieces:
        if p.slot == "layer":
            from_layer = p.layer_warmth
    low, high = -12, 38
    for p in pieces:
        coolest = p.coolest
        if from_layer and p.slot != "layer":
            coolest -= int(from_layer * GAINS.get(p.category, 0.0))
        if coolest > low:
            low = coolest
        if p.warmest < high:
            high = p.warmest
    return low, high


SEASONS: Final = ((21.0, "summer"), (15.0, "spring"), (8.0, "autumn"), (-99.0, "winter"))
"""(middle temperature from which on, season); spring and autumn then trade places by colour"""
AUTUMNAL: Final = frozenset("brown burgundy mustard olive orange black grey tan".split())


def season(pieces: Sequence[Piece]) -> str:
    """The season that a look suits; spring and autumn share their degrees, and colours and cloth tell."""
    low, high = degrees(pieces)
    if low <= 9 and high >= 25:
        return "all-year"
    middle = (low + high) / 2
    name = next(name for start, name in SEASONS if middle >= start)
    if name not in ("spring", "autumn"):
        return name
    votes = sum((p.season == "autumn") - (p.season == "spring") for p in pieces)
    votes += sum(p.season == "winter" for p in pieces)
    dark = sum(p.colour in AUTUMNAL for p in pieces) / len(pieces)
    return "autumn" if votes + 2 * dark - 1 > 0 else "spring"
