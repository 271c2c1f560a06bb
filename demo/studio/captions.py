"""What people say about clothes: what an item is, and how another one differs from it. Draws nothing.

The wording follows what shoppers wrote for Fashion IQ ("is longer and has shorter sleeves"); it is
text to train on. The shop's own titles and descriptions are written elsewhere.
"""

from __future__ import annotations

from random import Random
from typing import Final

from demo.catalog.vocabulary import ORDERS
from demo.studio.assortment import lightness
from demo.studio.design import Colourway
from demo.studio.lexicon import (
    CLOSURE_PHRASES,
    COLOUR_WORDS,
    FIT_WORDS,
    LENGTH_WORDS,
    MATERIAL_WORDS,
    NECK_WORDS,
    NOUNS,
    PATTERN_WORDS,
    PLURAL,
    SLEEVE_WORDS,
)
from demo.studio.shades import shade_of
from demo.studio.titles import shares_a_word, worth_saying

WEARERS: Final = {"women": ("women", "ladies", "her"), "men": ("men", "him", "guys"), "unisex": ()}
TABLES: Final = {
    "sleeve": SLEEVE_WORDS, "neckline": NECK_WORDS, "length": LENGTH_WORDS, "fit": FIT_WORDS,
    "material": MATERIAL_WORDS, "colour": COLOUR_WORDS, "pattern": PATTERN_WORDS,
}  # fmt: skip

MORE: Final = {
    "length": (("is longer", "has a longer hem", "is longer in length", "more length"),
               ("is shorter", "has a shorter hem", "is shorter in length", "less long")),
    "sleeve": (("has longer sleeves", "the sleeves are longer", "longer sleeves", "more sleeve"),
               ("has shorter sleeves", "the sleeves are shorter", "shorter sleeves")),
    "fit": (("is looser", "has a looser fit", "is more relaxed", "baggier"),
            ("is tighter", "is more fitted", "fits closer to the body", "slimmer")),
    "neckline": (("has a higher neckline", "is less revealing", "more covered at the neck"),
                 ("has a lower neckline", "is more revealing", "lower cut at the neck")),
    "lightness": (("is lighter", "is lighter in colour", "brighter", "a lighter colour"),
                  ("is darker", "is darker in colour", "a darker colour", "less bright")),
}  # fmt: skip
"""what changes -> ways to say more of it, ways to say less of it"""
IS: Final = {
    "colour": ("is {}", "is {} in colour", "in {}", "comes in {}", "{} instead of {was}", "{}"),
    "pattern": ("is {}", "has a {} pattern", "with a {} design", "more {}", "{} rather than {was}"),
    "sleeve": ("is {}", "with {} style", "{}"), "neckline": ("is {}", "{}", "a {} style"),
    "length": ("is {}", "{}"), "fit": ("is {}", "{} cut", "a {} fit"),
    "material": ("is made of {}", "in {}", "{} material", "{} instead of {was}"),
}  # fmt: skip
NAMED: Final = ("colour", "pattern", "sleeve", "length", "neckline", "fit", "material")
"""attributes that a difference may name"""
OPENINGS: Final = ("", "", "", "", "the same but ", "like this, but ", "the other one ")
VERBS: Final = ("is ", "has ", "comes ", "fits ")
TWO_DARKER: Final = 12.0
"""CIELAB L* between two colours that a person would call lighter or darker"""


def captions(colourway: Colourway, rng: Random, count: int = 10) -> list[str]:
    """`count` different ways in which a person says what the item is, mostly in lower case."""
    said: dict[str, None] = {}
    for _ in range(count * 8):
        if len(said) == count:
            break
        said.setdefault(_caption(colourway, rng))
    return list(said)


def difference(reference: Colourway, target: Colourway, rng: Random) -> str:
    """How a shopper who holds the reference asks for the target, e.g. "is longer and in green".

    Names one to three of the attributes in which they differ, by value or as more and less of it.
    Raises ValueError where nothing that can be named differs.
    """
    ways = {
        a: said
        for a in NAMED
        if getattr(reference, a) != getattr(target, a) and (said := _ways(a, reference, target))
    }
    if not ways:
        raise ValueError(f"{reference.sku} and {target.sku} differ in nothing that can be named")
    named = rng.sample(sorted(ways), min(len(ways), rng.choice((1, 1, 2, 2, 3))))
    opening = rng.choice(OPENINGS)
    said = [rng.choice(ways[a]) for a in named]
    if opening.endswith("one "):
        said = [s for s in said if s.startswith(VERBS)] or [f"has {said[0]}"]
    elif opening:
        said = [s.removeprefix("is ").removeprefix("has ") for s in said]
    return opening + rng.choice((" and ", " and ", ", ")).join(said).replace(
        " a animal", " an animal"
    )


def _ways(attribute: str, reference: Colourway, target: Colourway) -> list[str]:
    was, is_ = getattr(reference, attribute), getattr(target, attribute)
    if not was or not is_:
        return []
    ways = []
    words = TABLES.get(attribute, {}).get(is_, ())
    old = TABLES.get(attribute, {}).get(was, ("",))[0]
    ways += [form.format(w, was=old) for w in words if w for form in IS[attribute]]
    order = ORDERS.get(attribute, ())
    if was in order and is_ in order:
        ways += MORE[attribute][order.index(is_) < order.index(was)] * 3
    if attribute == "colour" and "multicolour" not in (was, is_):
        step = lightness(is_) - lightness(was)
        if abs(step) > TWO_DARKER:
            ways += MORE["lightness"][step < 0]
    return ways


def _word(attribute: str, c: Colourway, rng: Random) -> str:
    if attribute == "colour" and rng.random() < 0.4:
        return shade_of(c).name
    return rng.choice(TABLES[attribute][getattr(c, attribute)])


def _colour_phrase(c: Colourway, rng: Random) -> str:
    """ "navy", "navy and white striped", "red floral": colours and pattern together."""
    colour = _word("colour", c, rng)
    if c.pattern == "solid":
        return colour
    pattern = _word("pattern", c, rng)
    if c.colour2 and c.colour2 != "multicolour" and rng.random() < 0.5:
        return f"{colour} and {rng.choice(COLOUR_WORDS[c.colour2])} {pattern}"
    return f"{colour} {pattern}"


def _caption(c: Colourway, rng: Random) -> str:
    noun = rng.choice(NOUNS[c.type])
    worth = worth_saying(c)
    if c.pattern == "solid" and rng.random() < 0.1:
        worth.append("pattern")
    picked = rng.sample(worth, min(len(worth), rng.choice((0, 1, 1, 2, 2, 3))))
    closing = rng.choice(CLOSURE_PHRASES[c.closure]) if "closure" in picked else ""
    front = [_word(a, c, rng) for a in picked if a != "closure"]
    if closing and not closing.startswith("with"):
        front.append(closing)
    front = [w for w in front if w and not shares_a_word(w, noun)]
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
