"""The embedded catalogue's values: categories, types, colours and the orders that comparatives follow.

Knows words and swatches only; it does not know any product. A foreign catalogue may use other values.
"""

from __future__ import annotations

from typing import Final

TYPES: Final[dict[str, tuple[str, ...]]] = {
    "tops": (
        "t-shirt", "long-sleeve-top", "henley", "polo-shirt", "tank-top", "camisole",
        "crop-top", "shirt", "blouse", "flannel-shirt", "tunic",
    ),
    "knitwear": (
        "sweater", "cardigan", "turtleneck", "sweater-vest", "hoodie", "zip-hoodie", "sweatshirt",
    ),
    "outerwear": (
        "blazer", "denim-jacket", "leather-jacket", "bomber-jacket", "puffer-jacket", "parka",
        "trench-coat", "overcoat",
    ),
    "dresses": (
        "shirt-dress", "slip-dress", "wrap-dress", "summer-dress", "sheath-dress", "maxi-dress",
    ),
    "skirts": ("a-line-skirt", "pencil-skirt", "pleated-skirt", "mini-skirt", "maxi-skirt"),
    "trousers": (
        "skinny-jeans", "straight-jeans", "wide-jeans", "chinos", "suit-trousers", "joggers",
        "cargo-trousers", "leggings", "wide-trousers",
    ),
    "shorts": ("denim-shorts", "chino-shorts"),
    "shoes": (
        "low-sneaker", "high-sneaker", "ankle-boot", "tall-boot", "loafer", "pump", "sandal",
        "ballet-flat",
    ),
    "bags": ("tote", "handbag", "backpack", "crossbody"),
    "hats": ("cap", "beanie", "fedora", "straw-hat"),
}  # fmt: skip
"""category -> its types, in the order in which the page shows them."""

CATEGORY_OF: Final[dict[str, str]] = {t: c for c, types in TYPES.items() for t in types}

SWATCHES: Final[dict[str, str]] = {
    "black": "#1c1c20", "white": "#f3f1ec", "grey": "#8d9196", "navy": "#1f2c4d",
    "blue": "#2f5fb0", "light-blue": "#9dbde0", "teal": "#1f6f73", "green": "#2f7a4a",
    "olive": "#666a3c", "yellow": "#f0cf45", "mustard": "#c9962f", "orange": "#e0752d",
    "red": "#c3272f", "burgundy": "#6b2135", "pink": "#e59fb3", "purple": "#6a3d8a",
    "lavender": "#b9a8d6", "brown": "#6b4429", "tan": "#b9875a", "beige": "#dccdb2",
    "gold": "#c7a24c", "silver": "#b9bdc3", "multicolour": "#b07f8f",
}  # fmt: skip
"""colour -> the sRGB swatch that the page shows as a dot and the studio starts its dyes from."""

COLOURS: Final = tuple(SWATCHES)
PATTERNS: Final = (
    "solid", "striped", "checked", "polka-dot", "floral", "animal-print", "camouflage", "graphic",
    "colour-block", "melange", "geometric",
)  # fmt: skip
SLEEVES: Final = ("sleeveless", "short", "three-quarter", "long")
NECKLINES: Final = (
    "strapless", "strappy", "off-shoulder", "v-neck", "scoop", "square", "halter", "lapel", "crew",
    "shirt-collar", "polo-collar", "hooded", "turtleneck",
)  # fmt: skip
LENGTHS: Final = ("cropped", "mini", "regular", "knee", "long", "midi", "maxi")
FITS: Final = ("slim", "regular", "relaxed")
MATERIALS: Final = (
    "cotton", "linen", "denim", "wool", "knit", "leather", "satin", "lace", "chiffon", "velvet",
    "nylon", "fleece", "corduroy", "canvas", "straw",
)  # fmt: skip
STYLES: Final = ("sporty", "casual", "business", "party", "formal")
CLOSURES: Final = ("none", "buttons", "half-buttons", "zip", "half-zip", "laces", "buckle", "tie")
SEASONS: Final = ("spring", "summer", "autumn", "winter", "all-year")
GENDERS: Final = ("women", "men", "unisex")

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "colour": COLOURS, "colour2": COLOURS, "pattern": PATTERNS, "sleeve": SLEEVES,
    "neckline": NECKLINES, "length": LENGTHS, "fit": FITS, "material": MATERIALS, "style": STYLES,
    "closure": CLOSURES, "season": SEASONS, "gender": GENDERS, "category": tuple(TYPES),
    "type": tuple(CATEGORY_OF),
}  # fmt: skip
"""attribute -> every value that the embedded catalogue may use."""

ORDERS: Final[dict[str, tuple[str, ...]]] = {
    "length": LENGTHS, "sleeve": SLEEVES, "fit": FITS, "style": STYLES, "neckline": NECKLINES,
}  # fmt: skip
"""attribute -> its values from low to high, for comparatives (shorter to longer, casual to formal)."""
