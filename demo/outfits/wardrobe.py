"""What a stylist knows of one garment: its slot, how dressy, how warm, how wide, how loud it is.

Works on a product's attributes alone; a foreign product that lacks a type or any other value gets
its category's middle, so nothing here ever fails. Knows nothing of other garments.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from demo.catalog.vocabulary import CATEGORY_OF
from demo.types import Product

SLOTS: Final = ("top", "layer", "bottom", "dress", "shoes", "bag", "hat")
"""A look has shoes or a bag with either a dress or a top and a bottom; each slot at most once."""

SLOT_OF_CATEGORY: Final = {
    "tops": "top", "knitwear": "top", "outerwear": "layer", "dresses": "dress",
    "skirts": "bottom", "trousers": "bottom", "shorts": "bottom", "shoes": "shoes",
    "bags": "bag", "hats": "hat",
}  # fmt: skip
LAYER_TYPES: Final = ("cardigan", "sweater-vest", "zip-hoodie")
"""knitwear that goes over a top: it opens in front or has no sleeves"""

# type -> (formality, coolest °C, warmest °C, volume).
# Formality: 0 sport, 1 casual, 2 smart casual, 3 business or party, 4 black tie.
# Degrees: between which one is comfortable in it outdoors, a top or dress being all that is worn.
# Volume: 0 close to the body, 1 straight, 2 wide or flared.
TYPE: Final[dict[str, tuple[float, int, int, int]]] = {
    "t-shirt": (1.0, 17, 36, 1), "long-sleeve-top": (1.2, 13, 25, 1), "henley": (1.1, 14, 28, 1),
    "polo-shirt": (1.6, 17, 33, 1), "tank-top": (0.5, 21, 38, 0), "camisole": (2.3, 20, 36, 0),
    "crop-top": (1.1, 20, 36, 0), "shirt": (2.5, 14, 28, 1), "blouse": (2.6, 15, 29, 1),
    "flannel-shirt": (1.0, 6, 19, 1), "tunic": (1.5, 17, 34, 2),
    "sweater": (1.7, 2, 16, 1), "cardigan": (1.8, 6, 20, 1), "turtleneck": (2.1, 0, 15, 0),
    "sweater-vest": (2.1, 8, 19, 1), "hoodie": (0.4, 5, 18, 2), "zip-hoodie": (0.4, 7, 20, 1),
    "sweatshirt": (0.6, 6, 18, 1),
    "blazer": (2.9, 8, 22, 1), "denim-jacket": (1.2, 11, 23, 1), "leather-jacket": (1.5, 7, 19, 1),
    "bomber-jacket": (0.8, 8, 19, 1), "puffer-jacket": (0.7, -12, 8, 2), "parka": (1.0, -12, 8, 2),
    "trench-coat": (2.5, 7, 18, 1), "overcoat": (2.7, -10, 10, 1),
    "shirt-dress": (1.8, 16, 30, 1), "slip-dress": (3.0, 18, 32, 0), "wrap-dress": (2.6, 15, 30, 1),
    "summer-dress": (1.5, 20, 38, 1), "sheath-dress": (2.9, 14, 28, 0),
    "maxi-dress": (3.0, 18, 36, 1),
    "a-line-skirt": (1.8, 9, 28, 2), "pencil-skirt": (2.7, 6, 28, 0),
    "pleated-skirt": (2.3, 8, 28, 2), "mini-skirt": (1.4, 11, 32, 1),
    "maxi-skirt": (1.7, 15, 36, 2),
    "skinny-jeans": (1.4, -5, 25, 0), "straight-jeans": (1.3, -5, 26, 1),
    "wide-jeans": (1.2, -5, 26, 2), "chinos": (1.9, 4, 28, 1), "suit-trousers": (2.9, 2, 25, 1),
    "joggers": (0.3, 0, 22, 1), "cargo-trousers": (0.8, 0, 25, 2), "leggings": (0.3, 0, 26, 0),
    "wide-trousers": (2.4, 4, 28, 2),
    "denim-shorts": (0.9, 20, 38, 1), "chino-shorts": (1.4, 20, 38, 1),
    "low-sneaker": (0.9, 4, 33, 1), "high-sneaker": (0.7, 2, 26, 1),
    "ankle-boot": (1.6, -12, 17, 1), "tall-boot": (2.0, -12, 16, 1), "loafer": (2.3, 6, 28, 1),
    "pump": (3.1, 6, 32, 1), "sandal": (1.5, 20, 38, 1), "ballet-flat": (2.1, 13, 29, 1),
    "tote": (1.6, -12, 38, 1), "handbag": (2.6, -12, 36, 1), "backpack": (0.6, -12, 38, 1),
    "crossbody": (1.5, -12, 38, 1),
    "cap": (0.5, 8, 38, 1), "beanie": (0.9, -12, 8, 1), "fedora": (2.2, -4, 17, 1),
    "straw-hat": (1.5, 20, 38, 1),
}  # fmt: skip

OF_CATEGORY: Final[dict[str, tuple[float, int, int, int]]] = {
    "tops": (1.6, 15, 32, 1), "knitwear": (1.5, 3, 18, 1), "outerwear": (1.7, -4, 16, 1),
    "dresses": (2.3, 16, 33, 1), "skirts": (2.0, 8, 30, 1), "trousers": (1.6, 0, 28, 1),
    "shorts": (1.2, 19, 38, 1), "shoes": (1.7, 2, 32, 1), "bags": (1.6, -12, 38, 1),
    "hats": (1.2, -12, 38, 1),
}  # fmt: skip
"""the same for a product whose type nobody knows"""

STYLE_FORMALITY: Final = {
    "sporty": 0.5, "casual": 1.3, "business": 2.7, "party": 2.8, "formal": 3.3,
}  # fmt: skip
"""what a foreign row's own style says, when its type says nothing"""

SEASON_DEGREES: Final = {
    "summer": (19, 38), "winter": (-12, 12), "spring": (9, 22), "autumn": (6, 20),
}  # fmt: skip
"""for types that are not in the table"""

# (type, material) or material -> (formality, coolest, warmest) to add: cloth changes a garment.
CLOTH: Final[dict[tuple[str, str], tuple[float, int, int]]] = {
    ("t-shirt", "linen"): (0.2, 2, 2), ("shirt", "linen"): (-0.5, 4, 6),
    ("shirt", "denim"): (-1.1, -2, -4), ("camisole", "cotton"): (-0.8, 0, 1),
    ("blazer", "linen"): (-0.4, 8, 8), ("blazer", "velvet"): (0.4, -2, -2),
    ("bomber-jacket", "satin"): (0.5, 2, 1), ("slip-dress", "velvet"): (0.1, -8, -9),
    ("sheath-dress", "wool"): (0.0, -8, -7), ("sheath-dress", "velvet"): (0.4, -6, -6),
    ("maxi-dress", "cotton"): (-0.9, 2, 2), ("wrap-dress", "cotton"): (-0.3, 0, 0),
    ("shirt-dress", "denim"): (-0.4, -4, -4), ("shirt-dress", "linen"): (-0.1, 3, 4),
    ("a-line-skirt", "wool"): (0.4, -9, -9), ("a-line-skirt", "corduroy"): (0.0, -8, -9),
    ("a-line-skirt", "denim"): (-0.5, 0, 0), ("a-line-skirt", "cotton"): (0.0, 5, 4),
    ("mini-skirt", "leather"): (0.6, -6, -8), ("mini-skirt", "corduroy"): (0.1, -6, -10),
    ("mini-skirt", "denim"): (-0.3, 2, 2), ("mini-skirt", "cotton"): (0.0, 4, 2),
    ("pencil-skirt", "wool"): (0.1, -6, -7), ("pencil-skirt", "leather"): (0.0, -4, -7),
    ("pleated-skirt", "wool"): (0.0, -7, -8), ("pleated-skirt", "satin"): (0.3, 0, 0),
    ("pleated-skirt", "chiffon"): (0.1, 6, 4), ("maxi-skirt", "chiffon"): (0.5, 1, 0),
    ("maxi-skirt", "linen"): (-0.2, 3, 2), ("chinos", "linen"): (-0.1, 12, 8),
    ("suit-trousers", "linen"): (-0.6, 13, 9), ("suit-trousers", "wool"): (0.1, -6, -3),
    ("wide-trousers", "linen"): (-0.6, 12, 8), ("wide-trousers", "wool"): (0.2, -8, -8),
    ("wide-trousers", "corduroy"): (-0.5, -8, -9), ("wide-trousers", "satin"): (0.4, 6, 3),
    ("chino-shorts", "linen"): (0.1, 2, 0),
    ("low-sneaker", "leather"): (0.4, 0, 0), ("low-sneaker", "knit"): (-0.5, 0, 0),
    ("high-sneaker", "leather"): (0.2, -3, -1), ("loafer", "velvet"): (0.5, 0, -4),
    ("pump", "leather"): (-0.2, 0, 0), ("ballet-flat", "satin"): (0.3, 2, 0),
    ("ballet-flat", "velvet"): (0.3, -3, -6), ("tote", "leather"): (0.6, 0, 0),
    ("tote", "canvas"): (-0.4, 0, 0), ("tote", "straw"): (-0.2, 30, 0),
    ("backpack", "leather"): (0.8, 0, 0), ("crossbody", "nylon"): (-0.7, 0, 0),
    ("cap", "corduroy"): (0.1, -8, -20), ("sweater", "wool"): (0.2, 0, 0),
    ("turtleneck", "wool"): (0.2, 0, 0), ("joggers", "fleece"): (0.0, -2, -6),
    ("joggers", "nylon"): (-0.1, 0, 3), ("parka", "cotton"): (0.0, 2, 2),
}  # fmt: skip
EVENING_CLOTH: Final = ("satin", "velvet", "lace", "chiffon")

LAYER_WARMTH: Final = {
    "cardigan": 8, "sweater-vest": 5, "zip-hoodie": 8, "blazer": 8, "denim-jacket": 8,
    "leather-jacket": 10, "bomber-jacket": 10, "puffer-jacket": 19, "parka": 19,
    "trench-coat": 11, "overcoat": 18,
}  # fmt: skip
"""by how many degrees a layer lets what is under it go lower"""

BOLD: Final = ("floral", "animal-print", "camouflage", "graphic", "geometric", "colour-block")
"""loud: nothing else patterned beside it"""
CLASSIC: Final = ("striped", "checked", "polka-dot")
"""regular and calm: may meet a second one only when a colour joins the two"""

DENIM_WASHES: Final = ("blue", "light-blue", "navy")


@dataclass(frozen=True, eq=False)
class Piece:
    """A product as the rules see it. Two are equal when they are the same object: make each once."""

    sku: str
    slot: str
    """one of SLOTS; empty when nothing tells where it is worn"""
    kind: str
    """its type; empty when unknown"""
    category: str
    gender: str
    colour: str
    """`denim` for the blue washes of denim, which go with all that blue jeans go with"""
    colour2: str
    wash: str
    """the table's own colour name"""
    pattern: str
    material: str
    sleeve: str
    neckline: str
    length: str
    fit: str
    style: str
    season: str
    formality: float
    coolest: int
    warmest: int
    volume: int

    @cached_property
    def colours(self) -> tuple[str, ...]:
        """Its ground, then the second colour of a pattern, if it shows."""
        second = self.colour2 and self.colour2 != self.wash and self.pattern != "melange"
        return (self.colour, self.colour2) if second else (self.colour,)

    @property
    def loud(self) -> bool:
        return self.pattern in BOLD

    @property
    def patterned(self) -> bool:
        return self.pattern in BOLD or self.pattern in CLASSIC

    @property
    def layer_warmth(self) -> int:
        """By how many degrees it lets what is under it go lower, worn as a layer."""
        usual = LAYER_WARMTH.get(self.kind, 10)
        return 8 if self.kind == "puffer-jacket" and self.sleeve == "sleeveless" else usual

    @property
    def evening(self) -> bool:
        """Made for the night: it shines or flows, or is metallic."""
        return self.material in EVENING_CLOTH or self.colour in ("gold", "silver")


def piece_of(product: Product) -> Piece:
    """The product in the rules' words. Any attribute may be missing or unknown."""
    get = product.get
    kind = get("type") if get("type") in CATEGORY_OF else ""
    category = CATEGORY_OF.get(kind) or _category(product)
    slot = "layer" if kind in LAYER_TYPES else SLOT_OF_CATEGORY.get(category, "")
    formality, coolest, warmest, volume = TYPE.get(
        kind, OF_CATEGORY.get(category, (1.6, -12, 38, 1))
    )
    if not kind:
        formality = STYLE_FORMALITY.get(get("style"), formality)
        coolest, warmest = SEASON_DEGREES.get(get("season"), (coolest, warmest))
    more, low, high = CLOTH.get((kind, get("material")), (0.0, 0, 0))
    sleeves = _sleeve_degrees(kind, get("sleeve"))
    pattern = get("pattern")
    if pattern in ("graphic", "camouflage"):
        more -= 0.3  # a print of this kind is never dressy
    if get("colour") in ("gold", "silver") and kind in ("sandal", "ballet-flat", "crossbody"):
        more += 0.7
    if kind == "puffer-jacket" and get("sleeve") == "sleeveless":
        low, high = 17, 8  # a body warmer
    if volume == 1 and category not in ("shoes", "bags", "hats"):
        volume = {"slim": 0, "relaxed": 2}.get(get("fit"), 1)
    denim = get("material") == "denim" and get("colour") in DENIM_WASHES
    return Piece(
        sku=product.sku, slot=slot, kind=kind, category=category, gender=get("gender"),
        colour="denim" if denim else get("colour"), colour2=get("colour2"), wash=get("colour"),
        pattern=pattern, material=get("material"), sleeve=get("sleeve"),
        neckline=get("neckline"), length=get("length"), fit=get("fit"), style=get("style"),
        season=get("season"), formality=formality + more, coolest=coolest + low + sleeves,
        warmest=warmest + high + sleeves, volume=volume,
    )  # fmt: skip


def _category(product: Product) -> str:
    """The embedded category of a foreign row: its own name, or the group that the table found."""
    for name in (product.get("category"), product.get("group")):
        if name in SLOT_OF_CATEGORY:
            return name
    return ""


def _sleeve_degrees(kind: str, sleeve: str) -> int:
    """How many degrees sleeves shift a garment that comes with several."""
    usual = {
        "t-shirt": "short", "polo-shirt": "short", "crop-top": "sleeveless", "shirt": "long",
        "blouse": "long", "henley": "long", "long-sleeve-top": "long", "turtleneck": "long",
        "tunic": "three-quarter", "shirt-dress": "short", "wrap-dress": "short",
        "sheath-dress": "short", "maxi-dress": "sleeveless",
    }  # fmt: skip
    order = ("sleeveless", "short", "three-quarter", "long")
    if sleeve not in order or kind not in usual:
        return 0
    return 2 * (order.index(usual[kind]) - order.index(sleeve))
