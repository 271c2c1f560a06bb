"""Puts a colourway into words: title, description, brand, price, and captions to train on. Draws nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass

from demo.studio.design import Colourway
from demo.studio.lexicon import (
    BASE_PRICES,
    BRANDS,
    CLOSURE_PHRASES,
    COLOUR_WORDS,
    FIT_WORDS,
    LENGTH_WORDS,
    MATERIAL_PRICES,
    MATERIAL_WORDS,
    NECK_WORDS,
    NOUNS,
    PATTERN_WORDS,
    PLURAL,
    SLEEVE_WORDS,
    Brand,
)
from demo.studio.rules import RULES

SAID_BY_TYPE = {
    "turtleneck": "neckline", "polo-shirt": "neckline", "hoodie": "neckline sleeve",
    "zip-hoodie": "neckline sleeve closure", "maxi-dress": "length", "maxi-skirt": "length",
    "mini-skirt": "length", "crop-top": "length", "denim-jacket": "material",
    "leather-jacket": "material", "skinny-jeans": "material fit", "straight-jeans": "material",
    "wide-jeans": "material fit", "denim-shorts": "material", "straw-hat": "material",
    "wide-trousers": "fit", "flannel-shirt": "material", "tank-top": "sleeve",
    "camisole": "sleeve neckline", "slip-dress": "sleeve neckline", "sweater-vest": "sleeve",
    "long-sleeve-top": "", "parka": "neckline", "henley": "closure", "tunic": "length",
}  # fmt: skip
"""type -> attributes that its name already says"""

ALREADY_EXPECTED = {
    "trousers": (("length", "long"), ("closure", "zip")), "shorts": (("closure", "zip"),),
    "skirts": (("closure", "zip"),), "dresses": (("closure", "zip"),),
}  # fmt: skip
"""category -> what nobody would mention"""

WEARERS = {"women": ("women", "ladies", "her"), "men": ("men", "him", "guys"), "unisex": ()}


@dataclass(frozen=True)
class Words:
    """What the shop prints beside the picture."""

    title: str
    description: str
    brand: str
    price: float
    """EUR"""


def words_for(colourway: Colourway) -> Words:
    """Title, description, brand and price; the same for the same colourway, always."""
    of_family = random.Random(f"words/{colourway.family}/{colourway.shape_seed}")
    of_sku = random.Random(f"words/{colourway.sku}/{colourway.cloth_seed}")
    brand = _brand(colourway, of_family)
    return Words(
        title=_title(colourway, of_family, of_sku),
        description=_description(colourway, brand, of_sku),
        brand=brand.name,
        price=_price(colourway, brand, of_family),
    )


def captions(colourway: Colourway, rng: random.Random, count: int = 10) -> list[str]:
    """`count` different ways in which a person says what the item is, mostly in lower case."""
    said: dict[str, None] = {}
    for _ in range(count * 8):
        if len(said) == count:
            break
        said.setdefault(_caption(colourway, rng))
    return list(said)


def _choices(colourway: Colourway) -> list[str]:
    """Attributes of the item that are worth a word: not said by its type, and not a matter of course."""
    said = SAID_BY_TYPE.get(colourway.type, "").split()
    rule = RULES[colourway.type]
    return [
        a
        for a in ("sleeve", "neckline", "length", "fit", "material", "closure")
        if getattr(colourway, a) not in ("", "none", "regular")
        and (a, getattr(colourway, a)) not in ALREADY_EXPECTED.get(colourway.category, ())
        and a not in said
        and len(getattr(rule, a).split()) > 1
    ]


def _shares_a_word(words: str, noun: str) -> bool:
    """Whether "long-sleeve" would repeat what "long-sleeve top" says, or "knitted" what "knit" says."""
    said, there = (
        {word.removesuffix("ted") for word in text.lower().replace("-", " ").split()}
        for text in (words, noun)
    )
    return bool(said & there)


def _word(attribute: str, value: str, rng: random.Random) -> str:
    tables = {
        "sleeve": SLEEVE_WORDS, "neckline": NECK_WORDS, "length": LENGTH_WORDS, "fit": FIT_WORDS,
        "material": MATERIAL_WORDS, "colour": COLOUR_WORDS, "pattern": PATTERN_WORDS,
    }  # fmt: skip
    return rng.choice(tables[attribute][value])


def _colour_phrase(c: Colourway, rng: random.Random) -> str:
    """ "navy", "navy and white striped", "red floral": colours and pattern together."""
    colour = _word("colour", c.colour, rng)
    if c.pattern == "solid":
        return colour
    pattern = _word("pattern", c.pattern, rng)
    if c.colour2 and c.colour2 != "multicolour" and rng.random() < 0.5:
        return f"{colour} and {_word('colour', c.colour2, rng)} {pattern}"
    return f"{colour} {pattern}"


def _title(c: Colourway, of_family: random.Random, of_sku: random.Random) -> str:
    """The family's wording with the colourway's colour: siblings sound alike, strangers don't."""
    noun = of_family.choice(NOUNS[c.type])
    worth = _choices(c)
    picked = sorted(of_family.sample(worth, min(len(worth), of_family.choice((1, 2, 2, 3)))))
    order = ("fit", "length", "sleeve", "neckline", "material")
    front = [_word(a, getattr(c, a), of_family) for a in order if a in picked]
    front = [w for w in front if w and not _shares_a_word(w, noun)]
    closing = of_family.choice(CLOSURE_PHRASES[c.closure]) if "closure" in picked else ""
    form = of_family.randrange(4)
    colour = _colour_phrase(c, of_sku)
    tail = f" {closing}" if closing.startswith("with") else ""
    if closing and not tail:
        front.insert(0, closing)
    if form == 0:
        title = " ".join([*front, noun]) + tail + f" in {colour}"
    elif form == 1:
        title = " ".join([colour, *front, noun]) + tail
    elif form == 2:
        title = " ".join([*front[:1], colour, *front[1:], noun]) + tail
    else:
        title = " ".join([*front, noun]) + tail + f", {colour}"
    if c.gender == "men" and len(RULES[c.type].gender.split()) > 1 and of_family.random() < 0.35:
        title = f"men's {title}"
    return title[0].upper() + title[1:]


CUTS = {
    "slim": ("It is cut close to the body.", "The fit is slim and neat."),
    "regular": ("The cut is straightforward and easy to wear.", "A regular cut, true to size."),
    "relaxed": ("The cut is roomy and relaxed.", "It sits loose, with plenty of room."),
}
SEASON_LINES = {
    "spring": ("Made for the first mild days.",), "summer": ("Light enough for hot days.",),
    "autumn": ("A good one for cooler days.",), "winter": ("Warm enough for winter.",),
    "all-year": ("Works the whole year round.", "There is no wrong month for it."),
}  # fmt: skip
STYLE_LINES = {
    "sporty": ("Good for training or the weekend.", "Sporty without trying."),
    "casual": ("Goes with jeans and nearly everything else.", "An easy choice for every day."),
    "business": ("At home in the office.", "Smart enough for work, easy after it."),
    "party": ("Made for a night out.", "Dress it up and stay late."),
    "formal": ("For occasions that ask for a little more.", "Right for weddings and dinners."),
}
OPENINGS = ("{A}.", "{A}.", "Meet {a}.", "This is {a}.", "Here is {a}.")


def _description(c: Colourway, brand: Brand, rng: random.Random) -> str:
    """One to three sentences, all true of the picture."""
    material = _word("material", c.material, rng)
    noun = NOUNS[c.type][0]
    head = noun if material.split()[-1] in noun else f"{material} {noun}"
    plural = c.type in PLURAL
    what = f"{_colour_phrase(c, rng)} {head}"
    article = "" if plural else ("an " if what[0].lower() in "aeiou" else "a ")
    details = [d for d in (_detail(a, c) for a in ("neckline", "sleeve", "length", "closure")) if d]
    rng.shuffle(details)
    clause = f" with {' and '.join(details[: rng.choice((1, 2, 2))])}" if details else ""
    phrase = f"{article}{what}{clause}"
    opening = "{A}." if plural else rng.choice(OPENINGS)
    sentences = [opening.format(A=phrase[0].upper() + phrase[1:], a=phrase)]
    more = list(rng.choice((SEASON_LINES[c.season], STYLE_LINES[c.style], (brand.motto,))))
    if c.fit and not plural and rng.random() < 0.6:
        sentences.append(rng.choice(CUTS[c.fit]))
    if rng.random() < 0.7:
        line = rng.choice(more)
        sentences.append(line.replace(" it ", " them ") if plural else line)
    return " ".join(sentences[:3])


def _detail(attribute: str, c: Colourway) -> str:
    value = getattr(c, attribute)
    if not value or value in ("none", "sleeveless") or (attribute, value) == ("length", "regular"):
        return ""
    lower = c.category in ("trousers", "shorts")
    if attribute == "length":
        hems = {
            "cropped": "a cropped leg" if lower else "a cropped hem",
            "mini": "a short leg" if lower else "a mini hem", "knee": "a knee-length cut",
            "midi": "a midi hem", "maxi": "a floor-length hem",
            "long": "a full-length leg" if lower else "a long cut",
        }  # fmt: skip
        return hems[value]
    if attribute == "sleeve":
        return f"{value} sleeves"
    if attribute == "neckline":
        necks = {
            "v-neck": "a V-neck", "crew": "a round neck", "scoop": "a scoop neck",
            "square": "a square neckline", "halter": "a halter neck", "hooded": "a hood",
            "lapel": "notched lapels", "shirt-collar": "a shirt collar",
            "polo-collar": "a polo collar", "turtleneck": "a high roll neck",
            "strappy": "thin straps", "strapless": "a strapless top edge",
            "off-shoulder": "an off-the-shoulder neckline",
        }  # fmt: skip
        return necks[value]
    closings = {
        "buttons": "a button fastening", "half-buttons": "a short button placket",
        "zip": "a zip", "half-zip": "a half zip", "laces": "laces", "buckle": "a buckle",
        "tie": "a tie at the waist" if c.category in ("dresses", "skirts", "outerwear") else
        "a tie fastening",
    }  # fmt: skip
    return closings[value]


def _brand(c: Colourway, rng: random.Random) -> Brand:
    return rng.choice([b for b in BRANDS if RULES[c.type].style in b.styles.split()])


def _price(c: Colourway, brand: Brand, rng: random.Random) -> float:
    """Base by type, times material and brand, to the next usual ending."""
    several = len(RULES[c.type].material.split()) > 1
    factor = MATERIAL_PRICES.get(c.material, 1.0) if several else 1.0
    raw = BASE_PRICES[c.type] * factor * brand.level * rng.uniform(0.9, 1.12)
    whole = round(raw) if raw < 60 else 5 * round(raw / 5)
    return whole - {"00": 0.0, "90": 0.10, "95": 0.05}[rng.choice(("00", "90", "90", "95", "95"))]


def _caption(c: Colourway, rng: random.Random) -> str:
    noun = rng.choice(NOUNS[c.type])
    worth = _choices(c)
    if c.pattern == "solid" and rng.random() < 0.1:
        worth.append("pattern")
    picked = rng.sample(worth, min(len(worth), rng.choice((0, 1, 1, 2, 2, 3))))
    closing = rng.choice(CLOSURE_PHRASES[c.closure]) if "closure" in picked else ""
    front = [_word(a, getattr(c, a), rng) for a in picked if a != "closure"]
    if closing and not closing.startswith("with"):
        front.append(closing)
    front = [w for w in front if w and not _shares_a_word(w, noun)]
    rng.shuffle(front)
    colour = _colour_phrase(c, rng) if rng.random() < 0.92 else ""
    if rng.random() < 0.25 and colour:
        text = " ".join([*front, noun]) + f" in {colour}"
    else:
        front.insert(rng.randint(0, len(front)), colour)
        text = " ".join([w for w in front if w] + [noun])
    if closing.startswith("with"):
        text += f" {closing}"
    if WEARERS[c.gender] and rng.random() < 0.3:
        who = rng.choice(WEARERS[c.gender])
        text = f"{who}'s {text}" if who in ("men", "women") and rng.random() < 0.5 else (
            f"{text} for {who}"
        )  # fmt: skip
    if rng.random() < 0.25 and c.type not in PLURAL:
        text = ("an " if text[0].lower() in "aeiou" else "a ") + text
    elif rng.random() < 0.1 and c.type in PLURAL:
        text = f"a pair of {text}"
    if rng.random() < 0.4:
        text = text.replace("-", " ")
    return text if rng.random() < 0.15 else text.lower()
