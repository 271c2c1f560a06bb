"""Sentences for the tokenizer and for distilling the text tower: real wording first, then made up.

Knows where sentences come from and how people mistype them; knows no network.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from demo.studio.assortment import plan
from demo.studio.captions import NAMED, captions, difference
from demo.studio.design import Colourway
from demo.training.data import Picture, split_of
from demo.training.facts import AXES, Facts
from demo.training.lexicon import ADJECTIVES, NOUNS
from demo.training.words import article, describe, prompt

_OCCASIONS: Final = (
    "a wedding", "the office", "a job interview", "a cocktail party", "the beach", "a summer holiday",
    "hiking", "the gym", "yoga", "running", "a first date", "school", "a funeral", "a festival",
    "winter", "rainy days", "cold weather", "hot weather", "a night out", "a garden party", "travel",
    "my sister's birthday", "a business meeting", "church", "a picnic", "skiing", "everyday wear",
    "a graduation", "working from home", "the evening", "spring", "autumn", "a dinner", "sailing",
)  # fmt: skip
_QUALITIES: Final = (
    "warmer", "cheaper", "lighter", "darker", "longer", "shorter", "more formal", "more casual",
    "less formal", "more colourful", "brighter", "simpler", "fancier", "more elegant", "sportier",
    "looser", "tighter", "softer", "thicker", "thinner", "more feminine", "more masculine", "younger",
    "more conservative", "more revealing", "less busy", "plainer", "shinier", "less shiny", "vintage",
    "retro", "boho", "minimalist", "preppy", "streetwear", "trendy", "classic", "cosy", "comfortable",
    "breathable", "waterproof", "stretchy", "see-through", "cropped", "oversized", "ripped", "faded",
    "distressed", "embroidered", "ruffled", "pleated", "ribbed", "quilted", "belted", "hooded",
    "with pockets", "with a belt", "with a zip", "with buttons", "with a bow", "with lace details",
    "with a logo", "without a logo", "with ruffles", "with a slit", "with a deeper neckline",
    "with a higher heel", "with a lower heel", "with a thicker sole", "with laces", "with a strap",
    "with longer sleeves", "with shorter sleeves", "without sleeves", "with no pattern", "with a collar",
    "with a print", "with thinner stripes", "with wider stripes", "with a smaller print", "like this",
)  # fmt: skip
_REQUESTS: Final = (
    "{}", "the same but {}", "something {}", "make it {}", "is {}", "can you show me something {}",
    "I would like it {}", "do you have this {}", "is {} and {}", "{} and {}", "more like this but {}",
    "similar but {}", "I prefer it {}", "{} please", "a bit {}", "a {n}, {}", "this {n} but {}",
    "I like this {n}, but {}", "{n} {}",
)  # fmt: skip
_FOR: Final = (
    "something for {}", "{n} for {}", "what can I wear to {}", "an outfit for {}", "to wear for {}",
    "I need {a} for {}", "{c} {n} for {}",
)  # fmt: skip
_NEIGHBOURS: Final = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo",
    "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et",
    "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip


def real_sentences(data: Path, pictures: Sequence[Picture]) -> list[str]:
    """What people wrote: feedback on clothes and shoes, and the shops' own words (no test groups)."""
    sentences: list[str] = []
    folder = data / "captions"
    for name in ("fashion-iq-train.jsonl", "shoes.jsonl"):
        if not (folder / name).is_file():
            continue
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kind = row["category"]
            for caption in row.get("captions") or [row["caption"]]:
                sentences.append(caption)
            if row.get("target_tags"):
                sentences.append(", ".join((kind, *row["target_tags"][:5])))
    for picture in pictures:
        if picture.split != "test":
            sentences += picture.texts
    return sorted({s.strip() for s in sentences if 2 < len(s.strip()) < 300})


def made_sentences(count: int, rng: Random) -> list[str]:
    """Captions, prompts and requests from the catalogue's words, `count` of them.

    A sixth of them are about products of the studio's training designs: what one is, or how another
    of its type differs from it.
    """
    sentences = []
    axes = tuple(ADJECTIVES)
    designs = _training_designs()
    for number in range(count):
        kind = number % 6
        if kind == 0:
            axis = rng.choice(("type", *axes))
            sentences.append(prompt(axis, rng.choice(tuple(_values(axis))), rng).text)
        elif kind == 1:
            sentences.append(_request(rng))
        elif kind == 2:
            one, other = rng.sample(designs[rng.choice(list(designs))], 2)
            differ = any(getattr(one, a) != getattr(other, a) for a in NAMED)
            sentences += [difference(one, other, rng)] if differ else captions(one, rng, 1)
        else:
            sure = {a: frozenset({rng.choice(tuple(_values(a)))}) for a in ("type", *axes)}
            sure["colour2"] = frozenset({rng.choice(tuple(ADJECTIVES["colour"]))})
            caption = describe(Facts(sure), rng)
            assert caption is not None
            sentences.append(caption.text)
    return sentences


def _training_designs() -> dict[str, list[Colourway]]:
    """type -> its colourways in the training split, for types that have two of them."""
    found: dict[str, list[Colourway]] = {}
    for c in plan():
        if split_of(c.family) == "train":
            found.setdefault(c.type, []).append(c)
    return {type_: members for type_, members in found.items() if len(members) > 1}


def mistype(text: str, rng: Random) -> str:
    """The text as a hurried thumb writes it: one or two letters swapped, lost, doubled or missed."""
    letters = list(text)
    for _ in range(rng.choice((1, 1, 2))):
        places = [i for i, c in enumerate(letters) if c.isalpha()]
        if len(places) < 4:
            break
        i = rng.choice(places)
        what = rng.randrange(4)
        if what == 0 and i + 1 < len(letters):
            letters[i], letters[i + 1] = letters[i + 1], letters[i]
        elif what == 1:
            del letters[i]
        elif what == 2:
            letters.insert(i, letters[i])
        else:
            letters[i] = rng.choice(_NEIGHBOURS.get(letters[i].lower(), "e"))
    return "".join(letters)


def _request(rng: Random) -> str:
    noun = rng.choice(NOUNS[rng.choice(AXES["type"])])
    colour = rng.choice(ADJECTIVES["colour"][rng.choice(AXES["colour"])])
    if rng.random() < 0.35:
        return rng.choice(_FOR).format(rng.choice(_OCCASIONS), n=noun, c=colour, a=article(noun))
    wishes = [rng.choice((rng.choice(_QUALITIES), f"in {colour}", colour)) for _ in range(2)]
    return rng.choice(_REQUESTS).format(*wishes, n=noun)


def _values(axis: str) -> tuple[str, ...]:
    return tuple(NOUNS) if axis == "type" else tuple(ADJECTIVES[axis])
