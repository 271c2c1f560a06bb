"""Words about a part of a thing, not about the thing: a logo's colour, a heel's height, the cut of sleeves.

Also which kinds of things have which attributes at all. Knows nouns; it does not read messages.
"""

from __future__ import annotations

from typing import Final

_WITH_SLEEVES: Final = ("tops", "knitwear", "outerwear", "dresses")
_WITH_LENGTH: Final = (*_WITH_SLEEVES, "skirts", "trousers", "shorts")
HAVE: Final = {
    "sleeve": _WITH_SLEEVES, "neckline": _WITH_SLEEVES, "length": _WITH_LENGTH, "fit": _WITH_LENGTH,
}  # fmt: skip
"""attribute -> the categories that have it; every other attribute belongs to all"""
WITH_GRAPHICS: Final = ("tops", "knitwear", "outerwear")
"""categories on which a print or a design is a picture; elsewhere it covers the cloth"""
HALVES: Final = {
    "dresses": ("top", "skirt", "shorts", "pants"), "shoes": ("top",), "outerwear": ("top",),
    "skirts": ("top",), "trousers": ("top",), "bags": ("top",), "hats": ("top",),
}  # fmt: skip
"""category -> words that name one of its parts as often as another thing"""
CUTS: Final = ("pleated", "pleats", "a-line")
"""types of skirts, and how other things are cut"""

PRINTS: Final = frozenset({"print", "prints", "printed", "design", "designs", "designed"})
PATTERNS: Final = frozenset({"pattern", "patterns", "patterned", "patterning"})
TRIM: Final = frozenset(
    """
    belt belts sash trim trims trimming trimmed piping button buttons zipper zippers zip lining
    stitching stitches collar collars cuff cuffs tie ties bow bows ribbon buckle buckles sole soles
    laces lace-up binding hem hemline seams seam edging edges border waistband drawstring
    necktie scarf zips ribbing elastic undershirt
    """.split()
)
"""what is sewn on: its colour is not the garment's"""
SIZED: Final = TRIM | frozenset(
    """
    heel heels toe toes shaft shafts platform platforms tongue strap straps slit slits pocket pockets
    leg legs waist waistline hips wedge wedges upper uppers cut-out cutout back front tail ruffle
    ruffles fringe tassels stripes stripe dots flowers lines checks hood bust arms shoulders train
    panel panels
    """.split()
)
"""what may be short, wide or loose on its own"""
NO_PICTURE: Final = SIZED | frozenset(
    """
    knot knots pleat pleats pleated pleating opening hole holes rhinestones rhinestone sequins sequin
    beads beading beaded embroidery detail details detailing accent accents ruffled ruffling gathered
    frill frills lace laces mesh sheer crisscross studs jewels cinched panel paneling wrap wrapped
    tied design color colour open low high closed cut darker lighter more
    background base bottom half body look finish one fabric material tone shade hue
    """.split()
)
"""what may be "on the front" and is no picture"""
SIZES: Final = frozenset(
    """
    small smaller large larger big bigger bold bolder thick thicker thin thinner little tiny huge block
    shiny bright pale loud simple different new single two three wide wider narrow narrower long short
    light dark vertical horizontal old older
    """.split()
)
"""adjectives that may stand between a colour and the part it belongs to"""
STRAPPED: Final = frozenset("waist ankle arm toe heel leg belt chin head wrist t foot".split())
"""what has straps that are no neckline"""
PEOPLE: Final = frozenset("man woman lady girl girls guy guys boys gentleman male female".split())
"""who may be on a picture as well as wear it"""
