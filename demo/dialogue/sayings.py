"""What shoppers say and titles do not: phrases -> values of the vocabulary. Knows words only."""

from __future__ import annotations

from functools import cache
from typing import Final

from demo.catalog.synonyms import phrases
from demo.dialogue.necks import neck_values
from demo.dialogue.parts import PATTERNS, PRINTS

_GRAPHIC: Final = (
    "text|texts|letter|letters|lettering|wording|word|words|wordy|writing|writings|written"
    "|graphics|graphic design|graphic designs|picture|pictures|picture on it|pictured|image"
    "|images|imagery|imaging|illustration|illustrations|drawing|painting|photo|photos|photograph"
    "|cartoon|cartoons|character|characters|skull|skulls|emblem|emblems|screen print"
    "|screen printed|logos|logo print|slogans|motif|motifs|decal|decals|band logo|writing on it"
    "|words on it|letters on it|art|artwork|art design|art print|face|faces|photo on it"
    "|print on it|printing on it|design on it|designs on it|printing|flag|team logo|message"
    "|messages|saying|sayings|says|font|fonts|prominent logo|numbers|symbol|symbols|phrase|quote"
    "|caption|printed design|print design|text print|graphic print|graphic prints|graphical"
    "|lines of text|lines of writing|line of text|superhero|dragon|album cover|band name|insignia"
    "|crest|sign|signs"
)
_SAID: Final[dict[str, dict[str, str]]] = {
    "pattern": {
        "graphic": _GRAPHIC,
        "striped": "lines|horizontal stripes|vertical stripes|horizontal lines|stripped|strips"
        "|pin stripes|pin striped|nautical stripes|stripes on it",
        "solid": "no pattern|no patterns|without pattern|without a pattern|without patterns"
        "|no print|no prints|without print|without a print|unprinted|no design|no designs|plain coloured"
        "|plain colored|solid coloured|solid colored|solid in colour|solid in color"
        "|single coloured|single colored|single-coloured|all one colour|all one color|monochrome"
        "|monochromatic|simple pattern|plain pattern|plain design"
        "|less pattern|less patterned|less patterns|less printed|plainer|more plain|without designs",
        "floral": "flowered|floral patterns|flower pattern|floral pattern|roses|tropical|hawaiian"
        "|floral design|hibiscus",
        "checked": "plaids|checkers|checkered pattern|buffalo check|tartans|check pattern",
        "animal-print": "tiger print|tiger stripes|cow print|giraffe print|animal prints|leopards"
        "|snake|cheetah print|leopard spots|animal pattern|tiger pattern|zebra pattern|cheetah pattern"
        "|leopard pattern|leopard design"
        "|zebra design|cheetah design|cheetah printed|leopard printed|zebra printed|snake pattern"
        "|animal printed|animal patterned|animal design|animalistic|animal-like|animal skin|cheetah prints"
        "|leopard prints|zebra prints|leopard spotted|zebra striped|zebra stripes|crocodile|snake skin"
        "|animal-printed",
        "camouflage": "camoflage|cammo|camoflauge|army print|camouflage print",
        "geometric": "geometric pattern|geometric shapes|abstract print|chevron|aztec|tribal"
        "|diamond pattern|argyle|zig zag|abstract pattern|geometrics"
        "|rectangle pattern|square pattern|square patterns|squares|rectangles|circles|triangles|diamonds"
        "|shapes|circle pattern|diamond print|circular design|circular pattern|circular patterns",
        "polka-dot": "polkadots|polka-dots|dotty|dots pattern|spotty",
        "colour-block": "colour blocking|color blocking|two toned|two-toned|two colours"
        "|two colors|2 tone|colour blocked|color blocked|two colour|two color|block colours",
        "melange": "flecked|heather effect",
    },
    "sleeve": {
        "sleeveless": "sleeve less|sleevless|without sleeve|no arms|without arms|less than short sleeves"
        "|arms free|bare arms|doesn't have sleeves|not have sleeves|does not have sleeves"
        "|has no sleeves",
        "short": "shortsleeve|shortsleeves|short-sleeves|short arms|capped sleeves|cap sleeved"
        "|cap-sleeved|capped sleeve|capped sleeved|cap sleeve"
        "|short cap sleeves|half sleeve|half-sleeves|half sleeved|small sleeves|tee sleeves|sort sleeves"
        "|shot sleeves|sort sleeve",
        "three-quarter": "3/4 length sleeves|3/4 length sleeve|3/4 sleeved|three quarter length"
        "|three quarter length sleeves|mid length sleeves|mid sleeves|3/4ths sleeves"
        "|elbow length sleeves|elbow-length sleeves|3 quarter sleeves|quarter sleeves"
        "|three quarters sleeves|medium sleeves",
        "long": "longsleeve|longsleeved|long-sleeves|full length sleeves|long arms"
        "|full-length sleeves|full sleeve|sleeves to the wrist|wrist length sleeves",
    },
    "neckline": {
        "v-neck": "low v|deep v|v cut|v-cut|plunging v",
        "crew": "crew|round collar|rounded collar|round collared|rounded collared",
        "square": "square cut neck",
        "halter": "halter top|halter style|halter dress|haltered",
        "off-shoulder": "off-the-shoulders|off-shoulders",
        "turtleneck": "with a turtleneck|has a turtleneck|with turtleneck|turtleneck collar"
        "|turtleneck neckline|turtleneck style neck|turtle-neck|mock turtleneck|high necked"
        "|polo neck collar",
        "hooded": "hoods|hooded top|has a hood|has a hoodie|with a hoodie",
        "polo-collar": "polo style collar|polo shirt collar|polo neckline|polo style",
        "lapel": "suit collar|blazer collar|notched lapel|notched collar",
    },
    "length": {
        "mini": "short|short length|above knee|short above knee|short above the knee|above the knees"
        "|above knees|above knee length|above the knee length|short in length|very short"
        "|very short dress|mini skirt length|thigh length|thigh-length|mid thigh|mid-thigh"
        "|upper thigh",
        "knee": "to the knees|knee lenght|at the knee|below knee|below the knees|below the knee",
        "midi": "mid calf|to mid calf|tea length|tea-length|mid length",
        "maxi": "floor lenght|to the ankles|ankle long|to the ground|floor touching|full skirt length",
        "cropped": "belly shirt|midriff|shows midriff|bare midriff|cropped length",
    },
    "fit": {
        "slim": "form fitting|form-fitting|figure hugging|figure-hugging|body hugging|formfitting"
        "|body-hugging|snug|hugs the body|clingy|close fit|tight fit|tight fitting|tight fitted|tight-fitting"
        "|fits tighter|body con|fitting|form fitted|form-fitted|formfitted"
        "|slim-fitted|slim fitted|slim fitting|slim-fitting|skin tight|skintight|more of a slim fit"
        "|form-fit|form fit",
        "relaxed": "loose fitting|loosely fitting|looser looking|wide leg|wide-leg|wide legged"
        "|loose fitted|flowing|flowy|billowy|lose fitting|loosely fitted|over sized"
        "|over-sized|big fit|boyfriend fit",
    },
    "material": {
        "lace": "laces overlay|lace overlay|lace sleeves", "chiffon": "see through|see-through|see thru"
        "|see-thru|tulle"
        "|transparent|mesh|gauze|voile", "satin": "glossy satin|silk like",
        "knit": "crochet|crocheted|knitwear fabric", "denim": "jean material|jeans fabric",
        "leather": "leathery|pleather|vegan leather", "wool": "woolly|wooly", "velvet": "velvets",
    },
    "style": {
        "party": "for parties|for a night out|nightclub|clubwear|party style|for the club",
        "formal": "for weddings|wedding|sophisticated|evening|classy|fancy|black-tie|formalwear"
        "|for a formal event|for the opera|gala style",
        "business": "for a business meeting|business meeting|for a meeting|for the job|for meetings"
        "|for business|workwear|business style|for an interview",
        "sporty": "sportswear|sports style|for sport|for sports|for running|for training",
        "casual": "casual wear|for every day|day to day|for everyday|laid back|comfy style",
    },
    "closure": {
        "buttons": "button down|button downs|buttons down|button-ups|button front|buttons down the front"
        "|button closure|buttons in front"
        "|buttoned front|buttons on it|button ups",
        "zip": "zips|zippers|zipper front|front zipper|zip front|with zip|zippered",
        "tie": "drawstring|ties up front|ties in front|ties at the front|tie front|bow tie waist", "none": "no closure|without a closure",
    },
    "colour": {
        "multicolour": "multiple colours|multiple colors|many colors|lots of colours"
        "|lots of colors|several colours|several colors|multi coloured|multi colored"
        "|multi color|multi colour|multi-colored|multi-coloured|different colours|tie dye"
        "|tie dyed|tie-dye|tie-dyed|mix colours|mix colors|mixed colour|mixed color|mix colour|mix color",
        "red": "redder|reds|reddish", "blue": "bluer|blues|bluish|electric blue",
        "green": "greener|greens|greenish|neon green|mint green", "white": "whiter|whites"
        "|whitish|pure white", "black": "blacker|all black|pitch black",
        "pink": "pinker|pinks|pinkish|peach|hot-pink|neon pink", "yellow": "yellowish|neon yellow",
        "grey": "greyish|grayish|greyer|grayer|light grey|light gray|dark grey|dark gray",
        "brown": "browner|browns|brownish|bronze|copper", "purple": "purples|purplish|bright purple",
        "orange": "bright orange|neon orange", "light-blue": "pastel blue|light-blue",
        "navy": "deep blue", "burgundy": "deep red|wine coloured"
        "|wine colored", "beige": "off-beige|tan beige|ivory beige|skin coloured|skin colored"
        "|flesh coloured|eggshell", "teal": "sea green|seafoam|aquamarine|turquise|blue green"
        "|blue-green|sea foam|greenish blue", "lavender": "periwinkle",
    },
    "season": {
        "summer": "for the summer|summer wear|for warm weather|for the beach|hot summer days",
        "winter": "for the winter|winter wear|for snow|for cold days|for the cold",
    },
}  # fmt: skip

_SEVERAL: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "metallic|metallics": ("colour", ("silver", "gold")),
}  # fmt: skip

COLLARS: Final = frozenset({"collar", "a collar", "collars", "with a collar", "collared", "with collar"})
"""any collar: named as the shirt's, meant as every one"""

SOME: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    **dict.fromkeys(
        "with sleeves|has sleeves|have sleeves|having sleeves|some sleeves|not sleeveless|is sleeved"
        "|sleeves added|a sleeve|has a sleeve".split("|"),
        ("sleeve", ("sleeveless",)),
    ),
}  # fmt: skip
"""asks for some sleeves, whichever -> the value that is not meant"""



@cache
def sayings() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every phrase that names values -> (attribute, values): the shop's synonyms and these."""
    table = dict(phrases()) | neck_values()
    for attribute, values in _SAID.items():
        for value, said in values.items():
            table.update(dict.fromkeys(said.split("|"), (attribute, (value,))))
    for said, found in _SEVERAL.items():
        table.update(dict.fromkeys(said.split("|"), found))
    table.update(dict.fromkeys(COLLARS, ("neckline", ("shirt-collar",))))
    table.update(dict.fromkeys(PRINTS | PATTERNS, ("pattern", ("graphic",))))  # `reading` tells them apart
    return table


PICTURES: Final = frozenset(
    word for word in f"graphic|logo|slogan|{_GRAPHIC}".split("|") if " " not in word
)
"""nouns for what is printed on a garment"""
