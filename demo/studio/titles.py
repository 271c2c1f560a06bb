"""The line under a picture: "Relaxed linen shirt in bottle green". Knows the words, not the drawing.

Siblings of a family sound alike, strangers don't: order, name and emphasis are the family's, the
colour is the colourway's.
"""

from __future__ import annotations

from random import Random
from typing import Final

from demo.studio.design import Colourway
from demo.studio.lexicon import (
    CLOSURE_PHRASES,
    FIT_WORDS,
    LENGTH_WORDS,
    MATERIAL_WORDS,
    NAMES,
    NECK_WORDS,
    NOUNS,
    SLEEVE_WORDS,
)
from demo.studio.rules import RULES
from demo.studio.shades import plain_shade, shade_of

SAID_BY_TYPE: Final = {
    "turtleneck": "neckline", "polo-shirt": "neckline", "hoodie": "neckline sleeve",
    "zip-hoodie": "neckline sleeve closure", "maxi-dress": "length", "maxi-skirt": "length",
    "mini-skirt": "length", "crop-top": "length", "denim-jacket": "material",
    "leather-jacket": "material", "skinny-jeans": "material fit", "straight-jeans": "material",
    "wide-jeans": "material fit", "denim-shorts": "material", "straw-hat": "material",
    "wide-trousers": "fit", "flannel-shirt": "material", "tank-top": "sleeve",
    "camisole": "sleeve neckline", "slip-dress": "sleeve neckline", "sweater-vest": "sleeve",
    "long-sleeve-top": "sleeve", "parka": "neckline length", "henley": "closure",
    "tunic": "length", "wrap-dress": "neckline closure", "shirt-dress": "neckline closure",
    "trench-coat": "neckline", "blazer": "neckline", "overcoat": "neckline",
}  # fmt: skip
"""type -> attributes that its name already says"""

ALREADY_EXPECTED: Final = {
    "trousers": (("length", "long"), ("closure", "zip")),
    "shorts": (("closure", "zip"), ("closure", "buttons")),
    "skirts": (("closure", "zip"),),
    "dresses": (("closure", "zip"),),
    "outerwear": (("sleeve", "long"), ("closure", "zip"), ("closure", "buttons")),
    "shoes": (("closure", "laces"),),
    "bags": (("closure", "zip"), ("closure", "buckle")),
}
"""category -> what nobody would mention"""

PATTERN_ADJECTIVES: Final = {
    "striped": ("striped",), "checked": ("checked", "check"),
    "polka-dot": ("polka-dot", "dotted"), "floral": ("floral", "flower-print"),
    "animal-print": ("animal-print",), "camouflage": ("camouflage", "camo"),
    "graphic": ("graphic", "printed"), "colour-block": ("colour-block", "two-tone"),
    "geometric": ("geometric", "geo-print"),
}  # fmt: skip
TWO_COLOURED: Final = ("striped", "checked", "polka-dot", "colour-block", "geometric")
"""patterns whose second colour a shop names"""
MARL: Final = ("marl", "melange")


def worth_saying(c: Colourway) -> list[str]:
    """Attributes that deserve a word: not said by the type's name, and not a matter of course."""
    said = SAID_BY_TYPE.get(c.type, "").split()
    rule = RULES[c.type]
    return [
        a
        for a in ("fit", "length", "sleeve", "neckline", "material", "closure")
        if getattr(c, a) not in ("", "none", "regular")
        and (a, getattr(c, a)) not in ALREADY_EXPECTED.get(c.category, ())
        and a not in said
        and len(getattr(rule, a).split()) > 1
    ]


def shares_a_word(words: str, noun: str) -> bool:
    """Whether "long-sleeve" would repeat what "long-sleeve top" says, or "knitted" what "knit" says."""
    said, there = (
        {word.removesuffix("ted") for word in text.lower().replace("-", " ").split()}
        for text in (words, noun)
    )
    return bool(said & there)


def colours(c: Colourway) -> str:
    """ "navy", "grey marl", "navy and white": the shades of a colourway as a shop names them."""
    shade = shade_of(c).name
    if c.pattern == "melange":
        return f"{shade} {MARL[c.shape_seed % 2]}"
    if c.pattern in TWO_COLOURED and c.colour2 not in ("", "multicolour"):
        return f"{shade} and {plain_shade(c.colour2).name}"
    return shade


def title(c: Colourway) -> str:
    """The product's name, 2 to 9 words; the same for the same colourway, always."""
    rng = Random(f"title/{c.family}/{c.shape_seed}")
    noun = rng.choice(NOUNS[c.type])
    worth = worth_saying(c)
    picked = rng.sample(worth, min(len(worth), rng.choice((1, 2, 2))))
    size = [
        w
        for a, table in (("fit", FIT_WORDS), ("length", LENGTH_WORDS))
        if a in picked and (w := rng.choice(table[getattr(c, a)]))
    ]
    shape = [
        rng.choice(table[getattr(c, a)])
        for a, table in (("sleeve", SLEEVE_WORDS), ("neckline", NECK_WORDS))
        if a in picked
    ]
    cloth = [rng.choice(MATERIAL_WORDS[c.material])] if "material" in picked else []
    closing = rng.choice(CLOSURE_PHRASES[c.closure]) if "closure" in picked else ""
    if closing and not closing.startswith("with "):
        shape.append(closing)
    size, shape, cloth = (
        [w for w in words if not shares_a_word(w, noun)] for words in (size, shape, cloth)
    )
    print_ = [rng.choice(PATTERN_ADJECTIVES[c.pattern])] if c.pattern in PATTERN_ADJECTIVES else []
    print_ = [w for w in print_ if not shares_a_word(w, noun)]
    tail = f" {closing}" if closing.startswith("with ") else ""
    form = rng.randrange(10)
    said, colour = [*size, *shape, *print_, *cloth, noun], colours(c)
    if form < 2:  # "Marlow striped shirt in navy and white"
        name = rng.choice(NAMES[c.gender])
        line = " ".join([name, *said[-3:]]) + f" in {colour}"
    elif form < 4 and len(said) < 5 and not tail and c.colour != "multicolour":  # "Slim navy striped shirt"
        line = " ".join([*size, colour.replace(" and ", "-and-"), *shape, *print_, *cloth, noun])
    elif form < 6:  # "Striped slim shirt, navy and white"
        line = " ".join(said) + tail + f", {colour}"
    else:
        line = " ".join(said) + tail + f" in {colour}"
    made_for_more = len(RULES[c.type].gender.split()) > 1
    if c.gender == "men" and made_for_more and form >= 6 and rng.random() < 0.5:
        line = f"men's {line}"
    return line[0].upper() + line[1:]
