"""What shoppers say and titles do not: phrases -> values of the vocabulary. Knows words only."""

from __future__ import annotations

from functools import cache
from typing import Final

from demo.catalog.synonyms import phrases

_GRAPHIC: Final = (
    "text|letters|lettering|wording|writing|written|graphics|graphic design|picture|image|images"
    "|pictures|picture on it|cartoon|character|characters|skull|emblem|screen print|logos"
    "|slogans|motif|decal|band logo|writing on it|words on it|art|artwork|face|words|wordy"
    "|photo on it|print on it|design on it|printing|flag|team logo|message|saying|word|says|font|letter|prints|prominent logo"
)
_SAID: Final[dict[str, dict[str, str]]] = {
    "pattern": {
        "graphic": _GRAPHIC,
        "striped": "lines|horizontal stripes|vertical stripes|horizontal lines|stripped|strips"
        "|pin stripes|pin striped|nautical stripes|stripes on it",
        "solid": "no pattern|no patterns|without pattern|without a pattern|without patterns"
        "|no print|no prints|without print|without a print|unprinted|no design|plain coloured"
        "|plain colored|solid coloured|solid colored|solid in colour|solid in color"
        "|all one colour|all one color|monochrome|monochromatic|simple pattern|no graphics"
        "|less pattern|less patterned|no graphic|less graphic|plainer",
        "floral": "flowered|floral patterns|flower pattern|floral pattern|roses|tropical|hawaiian"
        "|floral design|hibiscus",
        "checked": "plaids|checkers|checkered pattern|buffalo check|tartans|check pattern"
        "",
        "animal-print": "tiger print|tiger stripes|cow print|giraffe print|animal prints|leopards"
        "|snake|cheetah print|leopard spots|animal pattern",
        "camouflage": "camoflage|cammo|camoflauge|army print|camouflage print",
        "geometric": "geometric pattern|geometric shapes|abstract print|chevron|aztec|tribal"
        "|diamond pattern|argyle|zig zag|abstract pattern|geometrics",
        "polka-dot": "polkadots|polka-dots|dotty|dots pattern|spotty",
        "colour-block": "colour blocking|color blocking|two toned|two-toned|two colours"
        "|two colors|2 tone|colour blocked|color blocked|two colour|two color|block colours",
        "melange": "flecked|heather effect",
    },
    "sleeve": {
        "sleeveless": "sleeve less|sleevless|without sleeve|no arms|less than short sleeves"
        "|arms free|bare arms|doesn't have sleeves|not have sleeves|does not have sleeves"
        "|has no sleeves",
        "short": "shortsleeve|shortsleeves|short-sleeves|short arms|capped sleeves|cap sleeve"
        "|short cap sleeves|half sleeve|half-sleeves|half sleeved|small sleeves|tee sleeves|sort sleeves|shot sleeves|sort sleeve",
        "three-quarter": "3/4 length sleeves|3/4 length sleeve|3/4 sleeved|three quarter length"
        "|three quarter length sleeves|mid length sleeves|mid sleeves|3/4ths sleeves"
        "|elbow length sleeves|elbow-length sleeves|3 quarter sleeves|quarter sleeves"
        "|three quarters sleeves|medium sleeves",
        "long": "longsleeve|longsleeved|long-sleeves|full length sleeves|long arms"
        "|full-length sleeves|full sleeve|sleeves to the wrist|wrist length sleeves",
    },
    "neckline": {
        "v-neck": "v-necks|v necked|v shaped neck|v-shaped neck|v shape neck|v shaped neckline"
        "|v-shaped neckline|deep v neck|v cut|low v|plunging neck|deep v-neck|v neck line"
        "|plunging v neck|plunging v",
        "scoop": "scooped neck|scooped neckline|scoop neckline|u neck|u neckline|u-neckline"
        "|rounded low neck|low round neck|wide neck|u shaped neck|u-shaped neck",
        "crew": "round neckline|rounded neckline|crew neckline|crew necks|rounded neck|crew necked"
        "|round collar|circular neckline|high round neck",
        "square": "squared neck|squared neckline|square necked|square cut neck",
        "halter": "halter top|halter style|halter neckline|halter straps|tied at the neck"
        "|halter dress|haltered|around the neck",
        "off-shoulder": "off the shoulders|bare shoulders|off shoulders|off-the-shoulders|bardot"
        "|cold shoulder|open shoulders|exposed shoulders|off-shoulders",
        "strapless": "strap less|tube top|tube dress|no strap|without strap|no shoulder straps",
        "strappy": "thin strap|spaghetti strap|spagetti straps|shoulder straps|shoulder strap"
        "|strap|strapped|thicker straps|thinner straps|wide straps|string straps|thick straps"
        "|wider straps",
        "turtleneck": "with a turtleneck|has a turtleneck|with turtleneck|turtleneck collar|turtleneck neckline|turtleneck style neck|turtle-neck|turtle necks|mock turtleneck|high necked|high neckline"
        "|funnel neck|cowl neck|polo neck collar",
        "hooded": "hoods|hooded top|has a hood",
        "shirt-collar": "button collar|pointed collar|button up collar|button down collar",
        "polo-collar": "polo style collar|polo shirt collar|polo neckline|polo style",
        "lapel": "suit collar|blazer collar|notched lapel|notched collar",
    },
    "length": {
        "mini": "short|short length|short in length|very short|very short dress|mini skirt length|thigh length|thigh-length|mid thigh|mid-thigh"
        "|upper thigh",
        "knee": "to the knees|knee lenght|at the knee|below the knee",
        "midi": "mid calf|to mid calf|tea length|tea-length|mid length",
        "maxi": "floor lenght|to the ankles|ankle long|to the ground|floor touching|full skirt length",
        "cropped": "belly shirt|midriff|shows midriff|bare midriff|cropped length",
    },
    "fit": {
        "slim": "form fitting|form-fitting|figure hugging|figure-hugging|body hugging|formfitting"
        "|body-hugging|snug|hugs the body|clingy|close fit|tight fit|tight fitting|tight-fitting"
        "|fits tighter|body con|fitting|form fitted|form-fitted|formfitted",
        "relaxed": "wide leg|wide-leg|wide legged|loose fitted|flowing|flowy|billowy|lose fitting|loosely fitted|over sized"
        "|over-sized|big fit|boyfriend fit",
    },
    "material": {
        "lace": "laces overlay|lace overlay|lace sleeves", "chiffon": "see through|see-through|tulle"
        "|transparent|mesh|gauze|voile", "satin": "glossy satin|silk like",
        "knit": "crochet|crocheted|knitwear fabric", "denim": "jean material|jeans fabric",
        "leather": "leathery|pleather|vegan leather", "wool": "woolly|wooly", "velvet": "velvets",
    },
    "style": {
        "party": "for parties|for a night out|nightclub|clubwear|party style|for the club",
        "formal": "for weddings|wedding|sophisticated|evening|classy|fancy|black-tie|formalwear"
        "|for a formal event|for the opera|gala style",
        "business": "for a business meeting|business meeting|for a meeting|for the job|for meetings|for business|workwear|business style|for an interview",
        "sporty": "sportswear|sports style|for sport|for sports|for running|for training",
        "casual": "casual wear|for every day|day to day|for everyday|laid back|comfy style",
    },
    "closure": {
        "buttons": "button front|buttons down the front|button closure|buttons in front"
        "|buttoned front|buttons on it|button ups",
        "zip": "zips|zippers|zipper front|front zipper|zip front|with zip|zippered",
        "tie": "drawstring|ties up front|ties in front|ties at the front|tie front|bow tie waist", "none": "no closure|without a closure",
    },
    "colour": {
        "multicolour": "multiple colours|multiple colors|many colors|lots of colours"
        "|lots of colors|several colours|several colors|multi coloured|multi colored"
        "|multi color|multi colour|multi-colored|multi-coloured|different colours|tie dye"
        "|tie dyed|tie-dye|tie-dyed",
        "red": "redder|reds|reddish", "blue": "bluer|blues|bluish|electric blue",
        "green": "greener|greens|greenish|neon green|darker green|lighter green|mint green", "white": "whiter|whites"
        "|whitish|pure white", "black": "blacker|all black|pitch black",
        "pink": "pinker|pinks|pinkish|peach|hot-pink|neon pink", "yellow": "yellowish|neon yellow",
        "grey": "greyish|grayish|greyer|grayer|light grey|light gray|dark grey|dark gray",
        "brown": "browner|browns|brownish|bronze|copper", "purple": "purples|purplish|bright purple",
        "orange": "bright orange|neon orange", "light-blue": "lighter blue|pastel blue|light-blue",
        "navy": "darker blue|deep blue", "burgundy": "darker red|deep red|wine coloured"
        "|wine colored", "beige": "off-beige|tan beige|ivory beige|skin coloured|skin colored"
        "|flesh coloured|eggshell", "teal": "sea green|seafoam|aquamarine|turquise|blue green"
        "|blue-green|sea foam|greenish blue", "lavender": "lighter purple|periwinkle",
    },
    "season": {
        "summer": "for the summer|summer wear|for warm weather|for the beach|hot summer days",
        "winter": "for the winter|winter wear|for snow|for cold days|for the cold",
    },
}  # fmt: skip

_SEVERAL: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "collar|a collar|collars|with a collar|collared|with collar": (
        "neckline", ("shirt-collar", "polo-collar")
    ),
}  # fmt: skip

SOME: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    **dict.fromkeys(
        "a design|some design|designs|with a design|patterned|pattern on it|a pattern|patterns|with a pattern|not plain|not solid|printed pattern"
        "|some pattern|more pattern|more patterned|with pattern|with patterns".split("|"),
        ("pattern", ("solid",)),
    ),
    **dict.fromkeys(
        "with sleeves|has sleeves|have sleeves|having sleeves|some sleeves|not sleeveless".split("|"),
        ("sleeve", ("sleeveless",)),
    ),
}  # fmt: skip
"""asks for some pattern or sleeve, whichever -> the value that is not meant"""


@cache
def sayings() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every phrase that names values -> (attribute, values): the shop's synonyms and these."""
    table = dict(phrases())
    for attribute, values in _SAID.items():
        for value, said in values.items():
            table.update(dict.fromkeys(said.split("|"), (attribute, (value,))))
    for said, found in _SEVERAL.items():
        table.update(dict.fromkeys(said.split("|"), found))
    return table
