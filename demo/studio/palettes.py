"""Which colours go with which materials and patterns. Knows no type and draws nothing."""

from __future__ import annotations

from typing import Final

PALETTES: Final[dict[str, str]] = {
    "neutral": "black white grey navy beige",
    "dark": "black grey navy",
    "earth": "olive brown tan mustard burgundy",
    "bright": "red blue green yellow orange pink purple teal",
    "soft": "light-blue lavender pink beige white",
    "denim": "blue light-blue navy black grey white",
    "leather": "black brown tan burgundy",
    "metal": "gold silver",
}

MATERIAL_COLOURS: Final[dict[str, str]] = {
    "denim": "blue light-blue navy black grey white",
    "leather": "black white brown tan burgundy navy beige red grey olive pink green gold silver",
    "straw": "beige tan brown white black",
    "corduroy": "brown tan mustard burgundy olive navy green black beige teal orange",
    "linen": "white beige light-blue navy olive tan pink green blue grey yellow black orange "
    "lavender teal brown",
    "velvet": "black burgundy navy green purple teal red pink blue",
    "lace": "white black beige pink burgundy navy red lavender light-blue",
    "canvas": "white black navy beige olive red blue grey tan mustard green pink yellow",
}
"""material -> colours it comes in; a material that is not here takes any dye."""

PATTERN_COLOURS: Final[dict[str, str]] = {
    "camouflage": "olive beige grey brown navy",
    "animal-print": "tan beige brown white grey",
    "melange": "grey navy beige light-blue olive burgundy green brown pink",
    "floral": "white black navy beige pink red green teal yellow light-blue lavender burgundy blue "
    "multicolour",
    "graphic": "white black grey navy beige red yellow green blue light-blue pink olive teal",
    "geometric": "white black navy beige teal mustard burgundy blue green red brown multicolour",
    "checked": "red navy green grey beige brown black blue burgundy white light-blue mustard "
    "yellow pink tan olive",
    "colour-block": "navy white red blue green black mustard teal beige burgundy grey yellow "
    "orange pink light-blue olive lavender",
}
"""pattern -> grounds it is printed or woven on; a pattern that is not here goes on any colour."""

SECOND_COLOURS: Final[dict[str, str]] = {
    "striped": "white navy black beige red blue green light-blue",
    "checked": "black white navy beige red green yellow",
    "polka-dot": "white black navy beige red",
    "floral": "pink red white yellow blue orange green lavender burgundy",
    "animal-print": "black brown",
    "camouflage": "black brown beige olive",
    "graphic": "white black red yellow orange teal navy",
    "colour-block": "white black navy red beige mustard teal light-blue orange grey pink",
    "geometric": "white black beige mustard navy teal orange",
}
"""pattern -> what it is printed with, tried in random order until it stands out on the ground."""
