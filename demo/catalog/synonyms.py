"""What people call the vocabulary's values: synonyms, plurals, British and American spellings.

Used to read a shopper's words and to read a foreign table's values; knows no product.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from demo.catalog.vocabulary import CATEGORY_OF, VALUES

COLOURS: Final[dict[str, str]] = {
    "black": "jet black|off-black|off black|soft black|washed black|ebony|noir|onyx|raven|ink black",
    "white": "off white|off-white|ivory|ecru|snow white|optic white|chalk|chalk white|pearl|pearl white|milky white|bone white|alabaster",
    "grey": "gray|charcoal|anthracite|slate|heather grey|heather gray|stone grey|slate grey|ash grey|pewter|pewter grey|smoke grey|stonewashed grey|graphite|gunmetal|dove grey|silver grey|silver gray|lead grey|slate gray",
    "navy": "navy blue|dark blue|midnight blue|midnight|marine|ink navy|french navy|raw indigo|rinsed navy|nautical blue|midnight navy",
    "blue": "royal blue|cobalt|mid blue|sapphire|bright blue|azure|cornflower|cornflower blue|ocean blue|indigo|mid-wash|mid-wash blue|mid wash|cerulean|steel blue|denim blue|ultramarine|lapis|medium blue|true blue",
    "light-blue": "light blue|sky blue|pale blue|baby blue|powder blue|ice blue|chambray blue|chambray|light-wash|light-wash blue|light wash|stonewashed blue|stonewashed|periwinkle blue|duck egg|duck egg blue|ice-blue|cloud blue",
    "teal": "petrol|turquoise|aqua|cyan|mint|peacock|lagoon|deep teal|turquoise blue|teal blue|teal green|jade|sea green|aquamarine",
    "green": "emerald|forest green|bottle green|dark green|sage|lime|light green|bright green|fern green|grass green|kelly green|pine green|hunter green|pea green|chartreuse|pistachio|apple green|mint green|leaf green|jade green|lime green|neon green",
    "olive": "olive green|khaki|khaki green|army green|moss|moss green|olive drab|military green",
    "yellow": "lemon|canary|sunflower|primrose|citrine|bright yellow|pale yellow|buttercup|pastel yellow|lemon yellow|gold yellow",
    "mustard": "ochre|mustard yellow|turmeric|saffron",
    "orange": "tangerine|apricot|coral|terracotta|rust|burnt orange|peach orange|vermilion|copper orange",
    "red": "scarlet|crimson|cherry|cherry red|brick red|poppy red|bright red|tomato|ruby|ruby red|carmine|blood red|lipstick red|tomato red|candy red|fire red",
    "burgundy": "maroon|wine|wine red|bordeaux|oxblood|dark red|claret|bordeaux red|merlot|garnet|mulberry|cranberry|dark burgundy",
    "pink": "rose|blush|fuchsia|magenta|hot pink|salmon|light pink|pale pink|candy pink|powder pink|dusty pink|raspberry|cerise|bubblegum|baby pink|pastel pink|neon pink|dusky pink",
    "purple": "violet|plum|aubergine|eggplant|dark purple|amethyst|royal purple|indigo purple|deep purple|mauve purple",
    "lavender": "lilac|mauve|light purple|pale purple|pale violet|wisteria|orchid|pastel purple|heliotrope",
    "brown": "chocolate|coffee|chestnut|dark brown|mocha|walnut|cocoa|tobacco|tobacco brown|mahogany|umber|sienna|hazel|cinnamon|coffee brown|chocolate brown|espresso",
    "tan": "camel|cognac|caramel|light brown|toffee|sandy brown",
    "beige": "cream|sand|stone|oatmeal|nude|taupe|champagne|ecru beige|off-beige|eggshell",
    "gold": "golden|metallic gold|champagne gold|pale gold|brass|golden yellow",
    "silver": "silvery|metallic silver|platinum|steel silver|chrome|silver metallic",
    "multicolour": "multicolor|multicoloured|multicolored|multi-colour|multi-color|multi|colourful|colorful|rainbow|mixed colours|mixed colors|many-coloured|many-colored|many colours|multi-hued|motley|kaleidoscopic",
}
PATTERNS: Final[dict[str, str]] = {
    "solid": "plain|solid colour|solid color|unpatterned|one colour|one color|single colour",
    "striped": "nautical|stripes|stripe|stripy|stripey|breton|pinstripe|pinstriped",
    "checked": "checks|check|checkered|chequered|plaid|tartan|gingham|houndstooth|windowpane",
    "polka-dot": "polka dot|polka dots|polka dotted|polkadot|dots|dotted|spotted|spots",
    "floral": "flowers|flower|flowery|flower print|floral print|botanical|blossom",
    "animal-print": "animal print|leopard|leopard print|zebra|zebra print|snake print|snakeskin|cheetah",
    "camouflage": "camo|camo print|military print",
    "graphic": "printed|graphic print|logo|slogan|print",
    "colour-block": "colour block|color block|color-block|colour-blocked|color-blocked|colorblock|colourblock|two-tone|two tone",
    "melange": "mélange|heathered|marl|marled|heather|speckled",
    "geometric": "geometrical|geo print|geometric print|abstract|zigzag|zig-zag",
}
SLEEVES: Final[dict[str, str]] = {
    "sleeveless": "no sleeves|without sleeves|without any sleeves|no sleeve",
    "short": "short sleeves|short sleeve|short-sleeved|short sleeved|short-sleeve|half sleeves|cap sleeves",
    "three-quarter": "three quarter sleeves|three-quarter sleeves|3/4 sleeves|3/4 sleeve|three quarter sleeve|elbow sleeves|mid-length sleeves",
    "long": "long sleeves|long sleeve|long-sleeved|long sleeved|long-sleeve|full sleeves",
}
NECKLINES: Final[dict[str, str]] = {
    "strapless": "without straps|no straps|bandeau",
    "strappy": "spaghetti straps|thin straps|straps|with straps",
    "off-shoulder": "off shoulder|off the shoulder|off-the-shoulder|bardot",
    "v-neck": "v neck|vneck|v-necked|v neckline|v-neckline|deep v|plunging neckline",
    "scoop": "scoop neck|scoop-neck|scooped|round low neck|u-neck",
    "square": "square neck|square-neck|square neckline",
    "halter": "halterneck|halter neck|halter-neck",
    "lapel": "lapels|with lapels|notch lapel",
    "crew": "crew neck|crewneck|crew-neck|round neck|round-neck",
    "shirt-collar": "shirt collar|button-down collar|classic collar|collared",
    "polo-collar": "polo collar|polo neckline",
    "hooded": "hood|with a hood|with hood",
    "turtleneck": "turtle neck|roll neck|roll-neck|rollneck|high neck|high-neck|mock neck",
}
LENGTHS: Final[dict[str, str]] = {
    "cropped": "crop|ankle length|ankle-length|short length|waist length",
    "mini": "mini length|above the knee",
    "regular": "regular length|hip length|hip-length|normal length",
    "knee": "knee length|knee-length|to the knee|on the knee",
    "long": "long length|longline|full length|full-length",
    "midi": "midi length|midi-length|mid-calf|calf length|calf-length",
    "maxi": "maxi length|maxi-length|floor length|floor-length|to the floor",
}
FITS: Final[dict[str, str]] = {
    "slim": "slim fit|slim-fit|skinny|tight|fitted|close-fitting|tailored fit|bodycon",
    "regular": "regular fit|regular-fit|standard fit|normal fit",
    "relaxed": "relaxed fit|relaxed-fit|loose|loose fit|loose-fitting|oversized|baggy|wide fit|boxy|roomy",
}
MATERIALS: Final[dict[str, str]] = {
    "cotton": "jersey|organic cotton", "linen": "flax", "denim": "jean fabric",
    "wool": "woollen|woolen|tweed|cashmere|merino|felt", "knit": "knitted|knits|cable knit|cable-knit",
    "leather": "leathers|faux leather|suede", "satin": "silk|silky|satiny|silken",
    "lace": "lacy|lacey", "chiffon": "sheer|georgette", "velvet": "velour|velvety",
    "nylon": "polyester|synthetic|technical|waterproof|shell|quilted", "fleece": "fleecy|sherpa|teddy|fluffy|fuzzy",
    "corduroy": "cord|cords", "canvas": "twill", "straw": "raffia|woven straw|wicker",
}  # fmt: skip
STYLES: Final[dict[str, str]] = {
    "casual": "everyday|relaxed style|weekend|laid-back",
    "sporty": "sport|sports|athletic|gym|for the gym|workout|running|training|athleisure",
    "business": "office|for the office|for work|smart|professional|business casual",
    "party": "going out|night out|festive|glamorous|for a party|clubbing|cocktail",
    "formal": "elegant|dressy|black tie|for a wedding|gala|evening wear|ceremonial",
}
CLOSURES: Final[dict[str, str]] = {
    "none": "pullover style|pull-on|slip-on|slip on|slip-ons|slip ons",
    "buttons": "button|buttoned|button-up|button up|with buttons|button-front",
    "half-buttons": "half buttons|half-button|henley placket",
    "zip": "zipper|zipped|zip-up|zip up|full zip|full-zip|with a zip",
    "half-zip": "half zip|quarter zip|quarter-zip",
    "laces": "lace-up|lace up|laced", "buckle": "buckles|buckled|with a buckle",
    "tie": "tie waist|tie-waist|tied|self-tie|wrap tie",
}  # fmt: skip
SEASONS: Final[dict[str, str]] = {
    "spring": "for spring|springtime", "summer": "for summer|summery|summertime|hot weather|hot days|sunny|for the beach|beach",
    "autumn": "fall|for autumn|for fall|autumnal", "winter": "for winter|wintry|cold weather|cold days|warm|warmer|snowy",
    "all-year": "all year|all-season|all season|year-round|year round",
}  # fmt: skip
GENDERS: Final[dict[str, str]] = {
    "women": "woman|womens|women's|woman's|lady|ladies|ladies'|female|girl|girls|for women|for her",
    "men": "man|mens|men's|man's|gentleman|gentlemen|gents|male|guy|guys|boys|for men|for him",
    "unisex": "gender neutral|gender-neutral",
}
CATEGORIES: Final[dict[str, str]] = {
    "tops": "top", "knitwear": "knits|knitted top|woollens", "dresses": "dress|gown|gowns|frock|frocks",
    "outerwear": "jacket|jackets|coat|coats", "skirts": "skirt",
    "trousers": "trouser|pants|bottoms|slacks|pant", "shorts": "short pants|bermudas",
    "shoes": "shoe|footwear", "bags": "bag|purse|purses", "hats": "hat|headwear",
}  # fmt: skip
TYPES: Final[dict[str, str]] = {
    "t-shirt": "tee|tees|tshirt|tshirts|t shirt|tee shirt|t-shirts|t shirts",
    "long-sleeve-top": "longsleeve|longsleeves|long sleeve tee|long-sleeve tee|long sleeve t-shirt|long-sleeved top",
    "henley": "henleys|henley shirt|grandad shirt", "polo-shirt": "polo|polos|polo shirts",
    "tank-top": "tank|tanks|vest top|singlet|sleeveless top|undershirt|racerback",
    "camisole": "cami|camis", "crop-top": "cropped top|crop tops|sports bra|bralette",
    "shirt": "shirts|button-down|button-down shirt|oxford shirt|dress shirt",
    "blouse": "blouses", "flannel-shirt": "flannel|flannels|lumberjack shirt|checked shirt",
    "tunic": "tunics",
    "sweater": "sweaters|jumper|jumpers|pullover|pullovers", "cardigan": "cardigans|cardi",
    "turtleneck": "turtlenecks|roll neck sweater|roll-neck jumper|polo neck",
    "sweater-vest": "knitted vest|knit vest|tank sweater|slipover|vest|gilet",
    "hoodie": "hoodies|hooded sweatshirt|hoody", "zip-hoodie": "zip-up hoodie|zip up hoodie|zipped hoodie|full-zip hoodie",
    "sweatshirt": "sweatshirts|crewneck sweatshirt|sweat",
    "blazer": "blazers|suit jacket|sport coat|sports jacket",
    "denim-jacket": "jean jacket|jeans jacket|trucker jacket|denim jackets",
    "leather-jacket": "biker jacket|leather jackets|moto jacket", "bomber-jacket": "bomber|bombers|flight jacket",
    "puffer-jacket": "puffer|puffers|down jacket|quilted jacket|padded jacket",
    "parka": "parkas|anorak|anoraks|raincoat|windbreaker", "trench-coat": "trench|trenches|trench coats|mac",
    "overcoat": "overcoats|wool coat|winter coat|topcoat|pea coat",
    "shirt-dress": "shirtdress|shirt dresses", "slip-dress": "slip dresses|satin slip",
    "wrap-dress": "wrap dresses", "summer-dress": "sundress|sun dress|sundresses|summer dresses",
    "sheath-dress": "pencil dress|shift dress|sheath|sheath dresses", "maxi-dress": "long dress|maxi dresses|evening gown",
    "a-line-skirt": "a line skirt|flared skirt|skater skirt|a-line", "pencil-skirt": "tube skirt|pencil skirts",
    "pleated-skirt": "pleats|pleated|pleated skirts|kilt", "mini-skirt": "miniskirt|miniskirts|short skirt",
    "maxi-skirt": "long skirt|maxi skirts",
    "skinny-jeans": "skinny jean|skinnies|slim jeans", "straight-jeans": "jeans|jean|straight jean|straight-leg jeans|denims",
    "wide-jeans": "wide-leg jeans|wide leg jeans|baggy jeans|flared jeans|bootcut jeans",
    "chinos": "chino|khakis|chino trousers", "suit-trousers": "dress trousers|dress pants|suit pants|tailored trousers|pleated trousers",
    "joggers": "jogger|jogging bottoms|sweatpants|track pants|tracksuit bottoms|sweat pants",
    "cargo-trousers": "cargo|cargos|cargo pants|combat trousers", "leggings": "legging|tights|yoga pants",
    "wide-trousers": "wide-leg trousers|wide leg trousers|palazzo pants|culottes|flared trousers",
    "denim-shorts": "jean shorts|jeans shorts|jorts", "chino-shorts": "bermuda shorts|cotton shorts|bermuda",
    "low-sneaker": "sneaker|sneakers|trainers|trainer|tennis shoes|low sneakers|running shoes",
    "high-sneaker": "high-top|high-tops|high tops|high top|high-top sneakers|hi-tops",
    "ankle-boot": "boot|boots|ankle boots|chelsea boot|chelsea boots|bootie|booties",
    "tall-boot": "tall boots|knee boots|knee-high boots|knee high boots|riding boots|high boots",
    "loafer": "loafers|moccasin|moccasins|penny loafers", "pump": "pumps|heels|high heels|stilettos|court shoes|heel|high heel",
    "sandal": "sandals|slides|espadrilles|flip flops|flip-flops", "ballet-flat": "ballet flats|flats|ballerinas|ballerina flats|flat shoes",
    "tote": "totes|tote bag|shopper|shopping bag|tote bags", "handbag": "handbags|hand bag|satchel|satchels",
    "backpack": "backpacks|rucksack|rucksacks", "crossbody": "crossbody bag|cross-body|shoulder bag|messenger bag|cross body bag",
    "cap": "caps|baseball cap|baseball caps", "beanie": "beanies|woolly hat|knit hat|knitted hat",
    "fedora": "fedoras|felt hat|trilby", "straw-hat": "straw hats|sun hat|sunhat|panama hat|panama",
}  # fmt: skip

SEVERAL: Final[dict[str, tuple[str, ...]]] = {
    "jeans|jean|denims": ("straight-jeans", "wide-jeans", "skinny-jeans"),
    "sneaker|sneakers|trainers|trainer": ("low-sneaker", "high-sneaker"),
    "boot|boots": ("ankle-boot", "tall-boot"),
    "hoodie|hoodies|hoody": ("hoodie", "zip-hoodie"),
    "jacket|jackets": (
        "denim-jacket", "leather-jacket", "bomber-jacket", "puffer-jacket", "parka", "blazer",
    ),
    "coat|coats": ("trench-coat", "overcoat", "parka"),
    "sweater|sweaters|jumper|jumpers|pullover|pullovers": ("sweater", "turtleneck"),
    "button-down|collared shirt": ("shirt", "flannel-shirt"),
}  # fmt: skip
"""Words that name several types at once."""

_BY_ATTRIBUTE: Final = {
    "colour": COLOURS, "pattern": PATTERNS, "sleeve": SLEEVES, "neckline": NECKLINES,
    "length": LENGTHS, "fit": FITS, "material": MATERIALS, "style": STYLES, "closure": CLOSURES,
    "season": SEASONS, "gender": GENDERS, "category": CATEGORIES, "type": TYPES,
}  # fmt: skip

# Bare words that say too little on their own ("short", "long", "none", "regular", "square"):
# they count as a table's value, never as a shopper's word.
_VALUE_ONLY: Final = {
    ("sleeve", "short"), ("sleeve", "long"), ("length", "regular"),
    ("fit", "regular"), ("closure", "none"), ("closure", "tie"),
    ("closure", "laces"), ("neckline", "square"), ("neckline", "crew"), ("neckline", "turtleneck"),
    ("sleeve", "three-quarter"),
}  # fmt: skip


def normalise(text: str) -> str:
    """Lower case, one kind of apostrophe and dash, single spaces."""
    text = text.lower().replace("’", "'").replace("–", "-").replace("‑", "-")
    return re.sub(r"\s+", " ", text).strip()


@cache
def phrases() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every phrase a shopper may use -> (attribute, values). Types beat categories beat the rest."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    for attribute, values in _BY_ATTRIBUTE.items():
        for value, synonyms in values.items():
            names = [] if (attribute, value) in _VALUE_ONLY else [value, value.replace("-", " ")]
            names += [s for s in synonyms.split("|") if s]
            for name in names:
                table[name] = (attribute, (value,))
    for names, types in SEVERAL.items():
        table.update(dict.fromkeys(names.split("|"), ("type", types)))
    return table


@cache
def canonical(attribute: str, value: str) -> str:
    """A table's value in the vocabulary's spelling ("Gray" -> "grey"), or itself in lower case."""
    text = normalise(value)
    slug = text.replace(" ", "-")
    if slug in VALUES.get(attribute, ()):
        return slug
    for known, synonyms in _BY_ATTRIBUTE.get(attribute, {}).items():
        if text in synonyms.split("|"):
            return known
    return text


@cache
def type_in(title: str) -> str:
    """The type that a title names, by its last naming word ("Chaz Kangeroo Hoodie" -> "hoodie")."""
    words = re.findall(r"[a-z0-9'/-]+", normalise(title))
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 4), end):
            found = phrases().get(" ".join(words[start:end]))
            if found and found[0] == "type":
                return found[1][0]
    return ""


def category_in(text: str) -> str:
    """The category that a text names, directly or through a type."""
    for word in reversed(re.findall(r"[a-z0-9'/-]+", normalise(text))):
        found = phrases().get(word)
        if found and found[0] == "category":
            return found[1][0]
        if found and found[0] == "type":
            return CATEGORY_OF[found[1][0]]
    return ""
