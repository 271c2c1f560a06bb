"""What the embedded shop may sell: per type, which values go together. Knows no product and draws nothing.

Values stand in order of how common they are in a shop; the first of each makes the type's plainest
design. An attribute that is left out makes no sense for the type and stays empty in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Rule:
    """One type's allowed values, each a string of words from `demo.catalog.vocabulary`."""

    code: str
    """two letters that open the type's SKUs"""
    share: int
    """products of this type for each 1,800 of the shop; the ten categories get 130 to 245 each"""
    colours: str
    """names of `PALETTES` and single colours"""
    material: str
    pattern: str = "solid"
    gender: str = "women men"
    sleeve: str = ""
    neckline: str = ""
    length: str = ""
    fit: str = ""
    closure: str = ""
    style: str = "casual"
    never: tuple[str, ...] = ()
    """pairs that don't go together, e.g. "satin camouflage" or "men length=long" """


NEVER: Final[tuple[str, ...]] = (
    "leather striped", "leather checked", "leather polka-dot", "leather floral",
    "leather camouflage", "leather graphic", "leather melange", "leather geometric",
    "denim striped", "denim checked", "denim polka-dot", "denim floral", "denim camouflage",
    "denim graphic", "denim melange", "denim geometric", "denim animal-print",
    "denim colour-block", "lace striped", "lace checked", "lace polka-dot", "lace floral",
    "lace colour-block", "lace animal-print", "lace geometric", "straw striped", "straw checked",
    "corduroy animal-print",
    "corduroy striped", "corduroy checked", "corduroy melange", "corduroy floral",
    "corduroy geometric", "velvet striped", "velvet checked", "velvet melange", "velvet geometric",
    "velvet polka-dot", "satin melange", "satin checked", "satin camouflage", "satin graphic",
    "chiffon melange", "chiffon checked", "chiffon camouflage", "chiffon graphic",
    "knit camouflage", "knit graphic", "knit floral", "knit animal-print", "wool camouflage",
    "wool graphic", "wool floral", "wool animal-print", "linen melange", "linen camouflage",
    "linen animal-print", "linen graphic", "nylon melange", "nylon checked", "nylon floral",
    "canvas melange", "men satin", "men lace", "men chiffon", "men animal-print", "men cropped",
)  # fmt: skip
"""pairs of values that no type combines."""

RULES: Final[dict[str, Rule]] = {
    # ------------------------------------------------------------------ tops
    "t-shirt": Rule(
        "TS", 52, "neutral bright earth soft", "cotton linen",
        "solid graphic striped melange colour-block camouflage floral geometric",
        "men women unisex", "short", "crew v-neck scoop", "regular cropped", "regular slim relaxed",
        "none", never=("men scoop", "unisex scoop", "unisex cropped", "men floral"),
    ),
    "long-sleeve-top": Rule(
        "LS", 20, "neutral earth red green teal", "cotton", "solid striped melange",
        "women men unisex",
        "long three-quarter", "crew v-neck scoop off-shoulder", "regular", "slim regular", "none",
        never=("men scoop", "men off-shoulder", "men three-quarter", "off-shoulder melange",
        "unisex scoop",
               "unisex off-shoulder", "unisex three-quarter"),
    ),
    "henley": Rule(
        "HL", 16, "neutral earth green", "cotton", "solid melange striped", "men women",
        "long short", "crew", "regular", "regular slim", "half-buttons",
    ),
    "polo-shirt": Rule(
        "PO", 22, "neutral bright burgundy light-blue lavender olive", "cotton",
        "solid striped colour-block",
        "men women", "short long", "polo-collar", "regular", "regular slim", "half-buttons",
        "casual",
    ),
    "tank-top": Rule(
        "TK", 19, "neutral bright olive", "cotton", "solid striped melange graphic",
        "women men", "sleeveless", "scoop crew v-neck", "regular cropped", "slim regular relaxed",
        "none", "sporty",
    ),
    "camisole": Rule(
        "CM", 16, "black white beige soft burgundy green gold teal", "satin cotton lace",
        "solid floral",
        "women", "sleeveless", "strappy", "regular cropped", "regular slim", "none", "party",
        ("slim satin",),
    ),
    "crop-top": Rule(
        "CT", 19, "neutral bright lavender", "cotton knit", "solid striped", "women",
        "sleeveless short long", "scoop crew square halter off-shoulder", "cropped", "slim", "none",
        never=("halter short", "halter long", "off-shoulder sleeveless"),
    ),
    "shirt": Rule(
        "SH", 32, "white light-blue blue navy black pink beige olive green", "cotton linen denim",
        "solid striped checked floral geometric polka-dot", "men women", "long short",
        "shirt-collar", "regular", "regular slim relaxed", "buttons", "business",
        ("linen geometric", "denim slim"),
    ),
    "blouse": Rule(
        "BL", 21, "white black beige pink light-blue burgundy teal green navy lavender yellow "
        "red purple mustard",
        "chiffon satin cotton", "solid polka-dot floral striped animal-print", "women",
        "long three-quarter short sleeveless", "v-neck shirt-collar crew", "regular", "regular",
        "buttons none", "business", ("shirt-collar none", "crew buttons"),
    ),
    "flannel-shirt": Rule(
        "FL", 14, "red navy green grey brown mustard blue burgundy", "cotton", "checked",
        "men women unisex", "long", "shirt-collar", "regular", "regular relaxed", "buttons",
    ),
    "tunic": Rule(
        "TU", 14, "white beige navy teal olive pink black orange green mustard purple",
        "linen cotton chiffon",
        "solid floral geometric striped", "women", "three-quarter long short", "v-neck crew",
        "long", "relaxed", "none",
    ),
    # -------------------------------------------------------------- knitwear
    "sweater": Rule(
        "SW", 34, "neutral earth bright light-blue lavender mustard", "knit wool",
        "solid striped melange colour-block geometric", "women men unisex", "long", "crew v-neck",
        "regular cropped", "regular relaxed slim", "none half-zip",
        never=("v-neck half-zip", "cropped half-zip", "unisex cropped"),
    ),
    "cardigan": Rule(
        "CG", 29, "neutral earth pink green light-blue lavender mustard orange", "knit wool",
        "solid melange striped",
        "men women", "long", "v-neck crew", "regular cropped long", "regular relaxed",
        "buttons zip", never=("women zip", "men length=long"),
    ),
    "turtleneck": Rule(
        "TN", 26, "black white grey navy beige brown burgundy green mustard teal tan purple "
        "orange", "knit wool",
        "solid melange striped", "men women", "long sleeveless", "turtleneck", "regular cropped",
        "slim regular", "none", never=("men sleeveless",),
    ),
    "sweater-vest": Rule(
        "SV", 22, "navy grey beige green burgundy brown black mustard", "knit wool",
        "solid checked geometric striped", "women men", "sleeveless", "v-neck crew",
        "regular cropped", "regular slim", "none", "business",
    ),
    "hoodie": Rule(
        "HD", 29, "neutral green burgundy blue olive purple orange lavender yellow",
        "cotton fleece",
        "solid melange graphic colour-block", "men unisex women", "long", "hooded",
        "regular cropped", "regular relaxed", "none", "sporty", ("unisex cropped",),
    ),
    "zip-hoodie": Rule(
        "ZH", 24, "black grey navy olive burgundy green blue teal", "cotton fleece",
        "solid melange colour-block", "unisex women men", "long", "hooded", "regular",
        "regular slim", "zip", "sporty",
    ),
    "sweatshirt": Rule(
        "SS", 26, "neutral bright burgundy olive lavender yellow purple", "cotton fleece",
        "solid melange graphic striped", "unisex women men", "long", "crew", "regular cropped",
        "regular relaxed", "none half-zip", "sporty",
        ("unisex cropped", "graphic half-zip", "cropped half-zip"),
    ),
    # ------------------------------------------------------------- outerwear
    "blazer": Rule(
        "BZ", 30, "black navy grey beige brown burgundy white green", "wool linen velvet",
        "solid checked", "women men", "long", "lapel", "regular", "regular slim relaxed",
        "buttons", "business", ("velvet relaxed",),
    ),
    "denim-jacket": Rule(
        "DJ", 22, "denim", "denim", "solid", "men women unisex", "long", "shirt-collar",
        "regular cropped", "regular relaxed", "buttons",
        never=("unisex cropped",),
    ),
    "leather-jacket": Rule(
        "LJ", 22, "leather navy olive", "leather", "solid", "men women", "long", "lapel crew",
        "regular cropped", "slim regular", "zip",
    ),
    "bomber-jacket": Rule(
        "BJ", 24, "black olive navy burgundy beige grey green mustard", "nylon satin",
        "solid camouflage colour-block", "unisex women men", "long", "crew", "regular",
        "regular relaxed", "zip", "sporty",
    ),
    "puffer-jacket": Rule(
        "PJ", 27, "black navy olive red beige mustard silver teal orange light-blue purple green",
        "nylon",
        "solid colour-block", "men women unisex", "long sleeveless", "crew hooded",
        "regular cropped long",
        "regular relaxed", "zip", "sporty",
        ("unisex cropped",),
    ),
    "parka": Rule(
        "PK", 20, "olive navy black beige grey", "cotton nylon", "solid", "men women unisex",
        "long",
        "hooded", "long", "regular relaxed", "zip",
    ),
    "trench-coat": Rule(
        "TC", 21, "beige tan navy black olive", "cotton", "solid", "women men", "long", "lapel",
        "knee long midi", "regular slim", "tie", "business",
    ),
    "overcoat": Rule(
        "OC", 24, "black navy grey tan beige brown burgundy", "wool", "solid checked melange",
        "men women", "long", "lapel", "knee long midi", "regular slim relaxed", "buttons",
        "business",
    ),
    # --------------------------------------------------------------- dresses
    "shirt-dress": Rule(
        "SD", 30, "white light-blue navy olive beige black blue green mustard red",
        "cotton linen denim",
        "solid striped checked", "women", "long short three-quarter", "shirt-collar",
        "knee midi mini", "regular relaxed", "buttons",
    ),
    "slip-dress": Rule(
        "SL", 28, "black burgundy white green navy pink gold silver lavender purple teal",
        "satin velvet",
        "solid floral animal-print", "women", "sleeveless", "strappy", "midi mini maxi",
        "slim regular", "none", "party",
    ),
    "wrap-dress": Rule(
        "WD", 30, "navy red green black teal burgundy pink blue purple orange yellow",
        "cotton chiffon satin",
        "solid floral polka-dot geometric animal-print", "women", "short long three-quarter",
        "v-neck", "knee midi mini", "regular", "tie", "business",
    ),
    "summer-dress": Rule(
        "SU", 38, "white yellow pink light-blue red green blue navy lavender orange teal",
        "cotton linen", "solid floral polka-dot checked striped", "women", "sleeveless short",
        "square v-neck strappy off-shoulder halter", "knee mini midi", "regular relaxed", "none",
        never=("strappy short", "halter short", "off-shoulder sleeveless", "off-shoulder relaxed"),
    ),
    "sheath-dress": Rule(
        "SF", 31, "black navy grey burgundy red teal blue white green purple pink",
        "cotton wool lace velvet",
        "solid checked colour-block", "women", "sleeveless short three-quarter",
        "crew square v-neck strapless", "knee midi mini", "slim", "zip", "business",
        ("strapless short", "strapless three-quarter", "wool strapless", "strapless checked"),
    ),
    "maxi-dress": Rule(
        "MD", 33, "black navy green red white teal pink burgundy yellow multicolour purple "
        "orange gold lavender",
        "chiffon cotton satin", "solid floral geometric", "women",
        "sleeveless short long", "v-neck strappy halter off-shoulder strapless", "maxi",
        "regular relaxed", "none", "formal",
        ("strappy short", "strappy long", "halter short", "halter long", "strapless short",
         "strapless long", "off-shoulder sleeveless", "strapless relaxed"),
    ),
    # ---------------------------------------------------------------- skirts
    "a-line-skirt": Rule(
        "AS", 34, "black navy beige brown mustard green red burgundy blue teal orange",
        "cotton denim corduroy wool", "solid floral checked polka-dot", "women", length="knee midi",
        fit="regular", closure="zip buttons",
    ),
    "pencil-skirt": Rule(
        "PS", 30, "black navy grey burgundy beige red teal", "wool cotton leather",
        "solid checked", "women", length="knee midi", fit="slim", closure="zip buttons",
        style="business", never=("leather buttons",),
    ),
    "pleated-skirt": Rule(
        "PL", 35, "black green navy beige pink burgundy gold silver teal lavender grey purple",
        "satin chiffon wool", "solid checked", "women", length="midi knee mini maxi",
        fit="regular", closure="zip", style="business",
    ),
    "mini-skirt": Rule(
        "MS", 34, "black blue white red brown beige pink tan green light-blue purple mustard",
        "denim cotton leather corduroy", "solid checked animal-print floral", "women",
        length="mini", fit="regular slim", closure="zip buttons", never=("leather buttons",),
    ),
    "maxi-skirt": Rule(
        "XS", 32, "black white navy olive orange teal pink beige yellow purple mustard",
        "chiffon cotton linen",
        "solid floral geometric striped", "women", length="maxi", fit="regular relaxed",
        closure="none tie",
    ),
    # -------------------------------------------------------------- trousers
    "skinny-jeans": Rule(
        "SJ", 20, "denim", "denim", "solid", "women men", length="long cropped", fit="slim",
        closure="zip buttons",
    ),
    "straight-jeans": Rule(
        "RJ", 25, "denim beige", "denim", "solid", "men women unisex", length="long cropped",
        fit="regular slim", closure="zip buttons",
    ),
    "wide-jeans": Rule(
        "WJ", 23, "denim", "denim", "solid", "women men unisex", length="long cropped",
        fit="relaxed",
        closure="zip buttons",
    ),
    "chinos": Rule(
        "CH", 26, "beige tan navy olive grey black white burgundy brown", "cotton linen",
        "solid", "men women", length="long cropped", fit="regular slim relaxed", closure="zip",
    ),
    "suit-trousers": Rule(
        "ST", 23, "black navy grey beige brown", "wool linen", "solid checked striped melange",
        "men women", length="long", fit="regular slim", closure="zip", style="business",
    ),
    "joggers": Rule(
        "JG", 24, "grey black navy olive beige burgundy green purple teal", "cotton fleece nylon",
        "solid melange colour-block", "unisex women men", length="long", fit="regular slim relaxed",
        closure="tie", style="sporty",
    ),
    "cargo-trousers": Rule(
        "CA", 22, "olive black beige grey tan navy", "cotton nylon", "solid camouflage",
        "men women unisex", length="long", fit="relaxed regular", closure="zip tie", style="casual",
    ),
    "leggings": Rule(
        "LG", 18, "black navy grey burgundy purple teal olive green blue pink", "cotton nylon",
        "solid animal-print colour-block", "women", length="long cropped", fit="slim",
        closure="none", style="sporty",
    ),
    "wide-trousers": Rule(
        "WT", 24, "black beige white navy green brown burgundy lavender grey teal mustard orange",
        "linen wool satin corduroy", "solid striped checked", "women men", length="long cropped",
        fit="relaxed", closure="zip tie", style="business", never=("wool tie", "corduroy tie"),
    ),
    # ---------------------------------------------------------------- shorts
    "denim-shorts": Rule(
        "DS", 58, "denim", "denim", "solid", "women men unisex", length="mini regular knee",
        fit="regular relaxed slim",
        closure="zip buttons", never=("men mini", "unisex mini"),
    ),
    "chino-shorts": Rule(
        "CS", 72, "beige navy olive tan white grey pink light-blue red green yellow orange mustard",
        "cotton linen", "solid striped checked", "men women", length="knee regular mini",
        fit="regular slim relaxed", closure="zip tie", never=("men mini",),
    ),
    # ----------------------------------------------------------------- shoes
    "low-sneaker": Rule(
        "LN", 30, "white black grey navy red green beige blue pink yellow lavender silver",
        "leather canvas knit",
        "solid colour-block", "unisex women men", closure="laces none", style="sporty",
    ),
    "high-sneaker": Rule(
        "HN", 25, "white black red navy beige green blue yellow purple orange", "canvas leather",
        "solid colour-block checked", "unisex women men", closure="laces zip", style="sporty",
    ),
    "ankle-boot": Rule(
        "AB", 29, "leather beige olive", "leather", "solid", "women men unisex",
        closure="none laces zip buckle",
    ),
    "tall-boot": Rule(
        "TB", 21, "black brown tan burgundy", "leather", "solid", "women", closure="zip none laces",
    ),
    "loafer": Rule(
        "LF", 25, "leather navy green", "leather velvet", "solid", "men women unisex",
        closure="none buckle", style="business",
    ),
    "pump": Rule(
        "PM", 25, "black red navy beige pink gold silver burgundy white purple green",
        "leather satin velvet",
        "solid animal-print", "women", closure="none buckle", style="formal",
    ),
    "sandal": Rule(
        "SN", 24, "tan black brown white gold silver beige red green orange", "leather",
        "solid animal-print",
        "women men unisex", closure="buckle none", never=("men none", "men animal-print",
        "unisex animal-print"),
    ),
    "ballet-flat": Rule(
        "BF", 21, "black beige red navy pink gold silver white green lavender purple",
        "leather satin velvet",
        "solid animal-print", "women", closure="none buckle tie",
    ),
    # ------------------------------------------------------------------ bags
    "tote": Rule(
        "TO", 38, "black beige brown tan navy white red olive green yellow orange",
        "canvas leather straw",
        "solid striped graphic", "women unisex men", closure="none zip",
        never=("straw zip", "straw graphic", "unisex straw", "men straw"),
    ),
    "handbag": Rule(
        "HB", 38, "black brown tan burgundy red navy beige green pink white yellow lavender "
        "purple orange",
        "leather", "solid animal-print", "women", closure="buckle zip", style="business",
    ),
    "backpack": Rule(
        "BP", 37, "black navy olive grey red mustard brown blue teal yellow purple orange",
        "nylon canvas leather",
        "solid camouflage colour-block", "unisex men women", closure="zip buckle", style="sporty",
        never=("leather colour-block",),
    ),
    "crossbody": Rule(
        "CB", 37, "black brown tan red beige silver gold olive pink purple yellow blue",
        "leather nylon",
        "solid animal-print", "women men unisex", closure="zip buckle",
        never=("unisex animal-print", "unisex buckle", "men buckle", "men animal-print",
        "nylon animal-print"),
    ),
    # ------------------------------------------------------------------ hats
    "cap": Rule(
        "CP", 37, "black navy white red green olive beige blue pink grey yellow orange purple",
        "cotton corduroy denim",
        "solid camouflage colour-block checked", "unisex men women", style="sporty",
    ),
    "beanie": Rule(
        "BN", 36, "mustard grey black navy burgundy green red orange beige teal pink purple "
        "yellow", "knit wool",
        "solid melange striped colour-block", "unisex men women",
    ),
    "fedora": Rule(
        "FD", 31, "black grey brown tan navy beige burgundy", "wool", "solid melange checked",
        "unisex men women", style="formal",
    ),
    "straw-hat": Rule(
        "SR", 31, "beige tan white brown black", "straw", "solid", "women unisex men",
    ),
}  # fmt: skip

STYLE_OF: Final[dict[str, str]] = {
    "graphic": "casual", "camouflage": "casual", "fleece": "sporty", "lace": "party",
    "velvet": "party", "satin": "party", "animal-print": "party",
}  # fmt: skip
"""what a pattern or material makes of a type's own style; the first that applies counts."""

WARM: Final = ("wool", "knit", "fleece", "corduroy", "velvet")
COOL: Final = ("linen", "straw", "chiffon")
