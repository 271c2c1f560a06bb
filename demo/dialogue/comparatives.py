"""Relative words -> (attribute, direction): longer, darker, less formal. Knows English phrases only.

Attributes are those of `vocabulary.ORDERS`, `price`, and two that are measured on pictures:
`lightness` and `colourfulness`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from demo.dialogue.necks import neck_comparatives

LONGEST: Final = 5

# attribute -> ("more of it", "less of it")
_PLAIN: Final[dict[str, tuple[str, str]]] = {
    "sleeve": (
        "longer sleeves|longer sleeve|longer arms|longer sleeved|longer-sleeved|more sleeves"
        "|more sleeve|more of a sleeve|longer in the sleeves|longer in sleeves|sleeves longer|fuller sleeves",
        "shorter sleeves|shorter sleeve|shorter arms|shorter sleeved|shorter-sleeved|less sleeves"
        "|less sleeve|shorter in the sleeves|sleeves shorter|smaller sleeves",
    ),
    "length": (
        "longer|loner|longer legs|longer leg|longer in length|too short|longer length|longer hem"
        "|longer hemline|longer skirt"
        "|lengthier"
        "|less short|not so short|not as short|not too short|more length|lower hem|lower hemline",
        "shorter|shorter legs|shorter leg|shorter in length|too long|shorter length|shorter hem"
        "|shorter hemline|shorter skirt"
        "|less long|not so long|not as long|not too long|higher hem|higher hemline|more cropped",
    ),
    "fit": (
        "looser|looser fit|too tight|too snug|too slim|too clingy|too narrow|too fitted|looser fitting"
        "|loser fit|wider|baggier|roomier|less tight|not so tight"
        "|not as tight|not too tight|more relaxed|more loose|more loose fitting|less fitted"
        "|less form fitting|less form-fitting|less slim fitting|less skin tight|less tailored"
        "|less fitting|more baggy|more oversized|bigger fit|more flowing"
        "|more flowy|flowier|less clingy|less slim|less snug|fuller|wider legs|wider leg|looser waist"
        "|more full|fuller fit|blousier"
        "|more blousey"
        "|more blousy|less structured|less tailored|not as fitted|not so fitted|bigger in size",
        "tighter|slimmer legs|slimmer leg|narrower legs|tighter legs|tighter waist|tighter fit|too loose"
        "|too baggy|too wide|too big|too oversized|tighter fitting|slimmer"
        "|slimmer fit|narrower|more fitted|less baggy"
        "|not so baggy|not as baggy|not too baggy|less loose|not so loose|not too loose"
        "|more form fitting|more form fitted|more form-fitting|more fitting|more tight|more snug|snugger"
        "|less flowing|less flowy|more slim|more slim fit|more body hugging|closer fitting|more slim fitting"
        "|more slim-fitting|more slim fitted|more form-fit|more form fit|tighter-fitting|tighter fitted"
        "|more skin tight"
        "|more tailored|more structured",
    ),
    "style": (
        "more formal|dressier|too casual|too sporty|more dressy|smarter|more elegant|fancier|more fancy"
        "|less casual"
        "|less sporty|not so casual|not as casual|not too casual|not so sporty|not too sporty"
        "|more professional|more sophisticated|more refined|classier|more classy|posher",
        "more casual|less formal|too formal|too dressy|too fancy|too elegant|not so formal|not as formal"
        "|not too formal|less dressy"
        "|not so dressy|not too dressy|less elegant|less fancy|not so fancy|sportier|more sporty"
        "|more athletic|more relaxed style|more laid back|more laid-back|more everyday",
    ),
    "neckline": (
        "higher collar|too low|too deep|higher in the neck|neckline higher|higher cut neckline",
        "too high|neckline lower|lower in the neck|more open top",
    ),
    "price": (
        "more expensive|pricier|too cheap|dearer|costlier|more luxurious|more upmarket|not so cheap"
        "|less cheap|more costly",
        "cheaper|less expensive|too expensive|too dear|too pricey|too much money|not so expensive"
        "|not as expensive|not too expensive"
        "|more affordable|less pricey|not so pricey|not too pricey|less costly|lower price"
        "|lower in price|less money|more reasonable",
    ),
    "lightness": (
        "lighter|brighter|paler|too dark|too gloomy|lighter colour|lighter colours|lighter in colour"
        "|lighter coloured|lighter shade|lighter tone|brighter colour|brighter colours"
        "|brighter in colour|brighter coloured|less dark|not so dark|not as dark|not too dark"
        "|more light|more light coloured|more bright|more brightly coloured|more pastel"
        "|lighter hued|lighter hue|lighter toned|light coloured|light colour|light in colour"
        "|bright coloured|bright|light"
        "|bright colours|bright colour|bright in colour|brightly coloured|lighter pattern"
        "|more pale|less gloomy",
        "darker|deeper|not as brightly coloured|less brightly coloured|deeper hued|more deeper hued"
        "|darker hued|darker hue|deeper hue|darker shades|too bright|too light|too pale"
        "|darker colour|darker colours|darker in colour|darker coloured"
        "|darker shade|darker tone|less bright|not so bright|not as bright|not too bright"
        "|less light|not so light|not too light|more dark|darker toned|dark coloured"
        "|dark colour|dark colours|dark in colour|dark|deeper colour|less pale|less bold colour"
        "|dimmer|gloomier",
    ),
    "colourfulness": (
        "more colourful|more colour|vibrant|vivid|vibrant colours|vivid colours|vibrant in colour|louder"
        "|brighter and bolder|more bold|comes in more colours|too dull|too boring|too muted"
        "|more colours|more vivid|more vibrant|more saturated|bolder"
        "|bolder colour|bolder colours|more intense|livelier|less dull|less muted|not so dull"
        "|more colourfull|less monochrome|more colourful pattern",
        "less colourful|less colour|too colourful|too loud|too flashy|too bold|too vivid|fewer colours"
        "|less colours|less vivid|less vibrant|more muted"
        "|less saturated|more neutral|less bold|not so colourful|not as colourful|more subdued"
        "|not too colourful|more monochrome|more monochromatic|less loud|less flashy|more subtle"
        "|more faded|faded|washed out|more washed out|less bright colours|duller|less colourfull",
    ),
}  # fmt: skip

A_BIT: Final = frozenset(
    "a bit|a little|a little bit|slightly|somewhat|a touch|a tad|a tiny bit|just a bit".split("|")
)
MUCH: Final = frozenset(
    "much|far|a lot|way|lots|considerably|significantly|loads|much much|a great deal".split("|")
)

MORE: Final[dict[str, tuple[str, str]]] = {
    "length": ("longer", "shorter"), "sleeve": ("longer sleeves", "shorter sleeves"),
    "fit": ("looser", "tighter"), "style": ("more formal", "more casual"),
    "neckline": ("higher neckline", "lower neckline"), "price": ("more expensive", "cheaper"),
    "lightness": ("lighter", "darker"), "colourfulness": ("more colourful", "less colourful"),
}  # fmt: skip
"""attribute -> the plain words for (more, less) of it"""


@cache
def relative() -> dict[str, tuple[str, int]]:
    """Every relative phrase, in British and American spelling -> (attribute, direction)."""
    table: dict[str, tuple[str, int]] = {}
    for attribute, sides in _PLAIN.items():
        for side, direction in zip(sides, (1, -1), strict=True):
            for phrase in side.split("|"):
                table[phrase] = table[phrase.replace("colour", "color")] = (attribute, direction)
    table.update((phrase, ("neckline", direction)) for phrase, direction in neck_comparatives().items())
    return table


def named(attribute: str, direction: int) -> str:
    """The plain words for a comparative: "longer sleeves"."""
    return MORE[attribute][0 if direction > 0 else 1]
