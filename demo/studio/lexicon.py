"""The shop's English: what each value may be called in a title. Knows words only, no product.

Every synonym is decodable: it names one value of its attribute and no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NOUNS: Final[dict[str, tuple[str, ...]]] = {
    "t-shirt": ("T-shirt", "tee", "T-shirt", "jersey tee"),
    "long-sleeve-top": ("long-sleeve top", "jersey top", "long-sleeved tee", "long-sleeve top"),
    "henley": ("henley", "henley top", "henley shirt"),
    "polo-shirt": ("polo shirt", "polo", "piqué polo"),
    "tank-top": ("tank top", "vest top", "tank"),
    "camisole": ("camisole", "cami", "cami top"),
    "crop-top": ("crop top", "cropped top"),
    "shirt": ("shirt", "shirt", "button-up shirt"),
    "blouse": ("blouse",),
    "flannel-shirt": ("flannel shirt", "brushed flannel shirt", "flannel shirt"),
    "tunic": ("tunic", "tunic top"),
    "sweater": ("sweater", "jumper", "pullover", "knitted jumper"),
    "cardigan": ("cardigan", "knitted cardigan", "cardi"),
    "turtleneck": ("turtleneck", "roll-neck jumper", "roll neck", "turtleneck sweater"),
    "sweater-vest": ("sweater vest", "knitted vest", "slipover"),
    "hoodie": ("hoodie", "pullover hoodie", "hooded sweatshirt"),
    "zip-hoodie": ("zip hoodie", "zip-up hoodie", "full-zip hoodie"),
    "sweatshirt": ("sweatshirt", "sweat", "sweatshirt"),
    "blazer": ("blazer", "tailored blazer", "suit jacket"),
    "denim-jacket": ("denim jacket", "jean jacket", "denim jacket"),
    "leather-jacket": ("leather jacket",),
    "bomber-jacket": ("bomber jacket", "bomber"),
    "puffer-jacket": ("puffer jacket", "padded jacket", "puffer"),
    "parka": ("parka", "hooded parka", "parka coat"),
    "trench-coat": ("trench coat", "trench", "trench coat"),
    "overcoat": ("overcoat", "coat", "tailored coat"),
    "shirt-dress": ("shirt dress", "shirtdress", "button-through shirt dress"),
    "slip-dress": ("slip dress", "cami dress"),
    "wrap-dress": ("wrap dress", "wrap-front dress"),
    "summer-dress": ("summer dress", "sundress", "day dress"),
    "sheath-dress": ("sheath dress", "pencil dress"),
    "maxi-dress": ("maxi dress", "floor-length dress", "full-length dress"),
    "a-line-skirt": ("A-line skirt", "A-line skirt"),
    "pencil-skirt": ("pencil skirt", "pencil skirt"),
    "pleated-skirt": ("pleated skirt", "pleat skirt"),
    "mini-skirt": ("mini skirt", "mini", "short skirt"),
    "maxi-skirt": ("maxi skirt", "long skirt", "floor-length skirt"),
    "skinny-jeans": ("skinny jeans", "skinnies", "skinny jeans"),
    "straight-jeans": ("straight jeans", "straight-leg jeans"),
    "wide-jeans": ("wide-leg jeans", "wide jeans", "loose jeans"),
    "chinos": ("chinos", "chino trousers"),
    "suit-trousers": ("suit trousers", "tailored trousers", "dress trousers"),
    "joggers": ("joggers", "jogging bottoms", "sweatpants"),
    "cargo-trousers": ("cargo trousers", "cargo pants", "cargos"),
    "leggings": ("leggings", "stretch leggings"),
    "wide-trousers": ("wide-leg trousers", "wide trousers", "palazzo trousers"),
    "denim-shorts": ("denim shorts", "jean shorts"),
    "chino-shorts": ("chino shorts", "shorts", "chino shorts"),
    "low-sneaker": ("trainers", "low-top sneakers", "sneakers", "low trainers"),
    "high-sneaker": ("high-top sneakers", "high tops", "high-top trainers"),
    "ankle-boot": ("ankle boots", "short boots"),
    "tall-boot": ("tall boots", "knee-high boots", "long boots"),
    "loafer": ("loafers", "slip-on loafers", "loafers"),
    "pump": ("pumps", "court shoes", "heels"),
    "sandal": ("sandals",),
    "ballet-flat": ("ballet flats", "ballerinas", "ballet pumps"),
    "tote": ("tote bag", "tote", "shopper"),
    "handbag": ("handbag", "top-handle bag", "handbag"),
    "backpack": ("backpack", "rucksack", "daypack"),
    "crossbody": ("crossbody bag", "crossbody", "shoulder-strap bag"),
    "cap": ("cap", "baseball cap"),
    "beanie": ("beanie", "knitted hat", "beanie hat"),
    "fedora": ("fedora", "fedora hat"),
    "straw-hat": ("straw hat", "sun hat"),
}  # fmt: skip
"""type -> names for it, the plainest first"""

PLURAL: Final = (
    "skinny-jeans", "straight-jeans", "wide-jeans", "chinos", "suit-trousers", "joggers",
    "cargo-trousers", "leggings", "wide-trousers", "denim-shorts", "chino-shorts", "low-sneaker",
    "high-sneaker", "ankle-boot", "tall-boot", "loafer", "pump", "sandal", "ballet-flat",
)  # fmt: skip
"""types that English speaks of in the plural"""

COLOUR_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "black": ("black", "black", "jet black"), "white": ("white", "white", "off-white", "ivory"),
    "grey": ("grey", "grey", "mid grey"), "navy": ("navy", "navy", "navy blue"),
    "blue": ("blue", "blue", "cobalt blue"), "light-blue": ("light blue", "sky blue", "pale blue"),
    "teal": ("teal", "teal", "petrol"), "green": ("green", "green", "bottle green"),
    "olive": ("olive", "olive green", "khaki green"), "yellow": ("yellow", "sunny yellow"),
    "mustard": ("mustard", "mustard yellow", "ochre"), "orange": ("orange", "burnt orange"),
    "red": ("red", "red", "scarlet"), "burgundy": ("burgundy", "wine red", "burgundy", "oxblood"),
    "pink": ("pink", "rose pink", "pink"), "purple": ("purple", "violet", "purple"),
    "lavender": ("lavender", "lilac"), "brown": ("brown", "chocolate brown", "brown"),
    "tan": ("tan", "camel", "cognac"), "beige": ("beige", "sand", "stone"),
    "gold": ("gold", "metallic gold"), "silver": ("silver", "metallic silver"),
    "multicolour": ("multicolour", "multicoloured"),
}  # fmt: skip

PATTERN_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "solid": ("plain",), "striped": ("striped", "stripe"), "checked": ("checked", "check", "plaid"),
    "polka-dot": ("polka-dot", "spotted", "dotted"), "floral": ("floral", "flower-print"),
    "animal-print": ("animal-print", "leopard-print"), "camouflage": ("camouflage", "camo"),
    "graphic": ("graphic", "printed"), "colour-block": ("colour-block", "two-tone"),
    "melange": ("melange", "marl", "heathered"), "geometric": ("geometric", "geo-print"),
}  # fmt: skip

MATERIAL_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "cotton": ("cotton",), "linen": ("linen",), "denim": ("denim",),
    "wool": ("wool",), "knit": ("knitted",), "leather": ("leather",),
    "satin": ("satin",), "lace": ("lace",), "chiffon": ("chiffon",),
    "velvet": ("velvet",), "nylon": ("nylon",), "fleece": ("fleece",),
    "corduroy": ("corduroy", "cord"), "canvas": ("canvas",), "straw": ("straw",),
}  # fmt: skip

NECK_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "strapless": ("strapless",), "strappy": ("strappy", "thin-strap"),
    "off-shoulder": ("off-the-shoulder", "bardot"), "v-neck": ("V-neck",),
    "scoop": ("scoop-neck",), "square": ("square-neck",), "halter": ("halter-neck", "halter"),
    "lapel": ("notched-lapel",), "crew": ("crew-neck", "round-neck"),
    "shirt-collar": ("collared",), "polo-collar": ("polo-collar",), "hooded": ("hooded",),
    "turtleneck": ("roll-neck",),
}  # fmt: skip

SLEEVE_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "sleeveless": ("sleeveless",), "short": ("short-sleeved", "short-sleeve"),
    "three-quarter": ("three-quarter-sleeve", "3/4-sleeve"),
    "long": ("long-sleeved", "long-sleeve"),
}  # fmt: skip

LENGTH_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "cropped": ("cropped",), "mini": ("mini", "short"), "knee": ("knee-length",),
    "midi": ("midi",), "maxi": ("maxi", "full-length"), "long": ("long",), "regular": ("",),
}  # fmt: skip

FIT_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "slim": ("slim-fit", "fitted", "slim"), "regular": ("regular-fit", "classic"),
    "relaxed": ("relaxed", "loose", "oversized"),
}  # fmt: skip

CLOSURE_PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "buttons": ("with buttons", "button-fastened"), "half-buttons": ("with a button placket",),
    "zip": ("with a zip", "zipped"), "half-zip": ("with a half zip", "half-zip"),
    "laces": ("lace-up", "with laces"), "buckle": ("with a buckle", "buckled"),
    "tie": ("with a tie", "tie-up"),
}  # fmt: skip


_PLACES = (
    "Alder Arden Brant Corin Dunmore Easton Ferro Garrick Holt Kell Lorne Marlow Nash Orrin Perth "
    "Rowan Selby Tarn Wells Yarrow"
).split()
NAMES: Final = {
    "women": tuple(
        "Adele Brisa Cleo Dahlia Elin Fleur Greta Isla Juno Liv Mina Noor Odette Petra Romy Sanne "
        "Thea Vera Wilma Zadie".split()
    ),
    "men": tuple(_PLACES),
    "unisex": tuple(_PLACES),
}
"""whom it is for -> names that designs bear"""


@dataclass(frozen=True)
class Brand:
    """An invented label and what it stands for."""

    name: str
    styles: str
    """styles it sells"""
    level: float
    """price factor; 1 is the middle of the shop"""
    motto: str
    """a sentence that is true of all it sells"""


BRANDS: Final = (
    Brand("Harrow & Pine", "casual business", 1.15, "Made to be worn for years."),
    Brand("Nordvale", "casual sporty", 1.05, "Northern ease, no fuss."),
    Brand("Maison Idril", "party formal business", 1.6, "Quiet Parisian polish."),
    Brand("Tallow Street", "casual sporty", 0.8, "Everyday pieces at an honest price."),
    Brand("Kestrel Works", "casual sporty", 1.0, "Workwear roots, city manners."),
    Brand("Bellamora", "party casual formal", 1.1, "For evenings that run late."),
    Brand("Ostro", "business formal", 1.35, "Tailoring with a light hand."),
    Brand("Fennwick", "casual business", 0.95, "Good basics, well cut."),
    Brand("Velo Nord", "sporty", 1.1, "Made for moving."),
    Brand("Juniper Lane", "casual party", 0.9, "Easy colours, easy shapes."),
    Brand("Castellan", "formal business casual", 1.45, "Old-school craft, new proportions."),
    Brand("Oddfellow Supply", "casual sporty", 0.75, "Simple things, done cheerfully."),
)

BASE_PRICES: Final[dict[str, float]] = {
    "t-shirt": 22, "long-sleeve-top": 29, "henley": 34, "polo-shirt": 42, "tank-top": 18,
    "camisole": 32, "crop-top": 24, "shirt": 52, "blouse": 55, "flannel-shirt": 49, "tunic": 48,
    "sweater": 64, "cardigan": 72, "turtleneck": 62, "sweater-vest": 49, "hoodie": 55,
    "zip-hoodie": 62, "sweatshirt": 48, "blazer": 149, "denim-jacket": 89, "leather-jacket": 210,
    "bomber-jacket": 99, "puffer-jacket": 129, "parka": 159, "trench-coat": 179, "overcoat": 199,
    "shirt-dress": 79, "slip-dress": 74, "wrap-dress": 82, "summer-dress": 62, "sheath-dress": 89,
    "maxi-dress": 98, "a-line-skirt": 52, "pencil-skirt": 55, "pleated-skirt": 62,
    "mini-skirt": 42, "maxi-skirt": 65, "skinny-jeans": 65, "straight-jeans": 75, "wide-jeans": 79,
    "chinos": 62, "suit-trousers": 89, "joggers": 45, "cargo-trousers": 69, "leggings": 32,
    "wide-trousers": 75, "denim-shorts": 42, "chino-shorts": 42, "low-sneaker": 85,
    "high-sneaker": 89, "ankle-boot": 139, "tall-boot": 189, "loafer": 119, "pump": 99,
    "sandal": 69, "ballet-flat": 72, "tote": 49, "handbag": 129, "backpack": 75, "crossbody": 85,
    "cap": 25, "beanie": 24, "fedora": 55, "straw-hat": 39,
}  # fmt: skip
"""type -> EUR in the shop's middle"""

MATERIAL_PRICES: Final[dict[str, float]] = {
    "linen": 1.15, "wool": 1.25, "knit": 1.05, "satin": 1.1, "lace": 1.2, "velvet": 1.15,
    "leather": 1.3, "fleece": 0.95, "nylon": 0.95, "canvas": 0.9, "straw": 0.9,
}  # fmt: skip
"""material -> factor, for types that come in several"""
