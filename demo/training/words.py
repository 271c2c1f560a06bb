"""Short texts about what a picture shows, each with what it states: prompts, captions, requests.

Knows English grammar as far as shop talk needs it; knows no picture, no file and no network.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from demo.catalog.synonyms import phrases
from demo.search.describe import describe as shop_sentence
from demo.search.describe import phrase
from demo.training.facts import Facts, Sets
from demo.training.lexicon import ADJECTIVES, KINDS, NOUNS

_BEHIND: Final = ("for ", "to the ", "with", "a ", "above", "without", "off the")
PHOTO: Final = (
    "{}", "{}", "{}", "{}", "a photo of {}", "a picture of {}", "this is {}", "{} on a white background",
    "I am looking for {}", "show me {}", "{} please", "a product photo of {}", "do you have {}",
    "{} on a hanger", "{} laid out flat", "something like {}",
)  # fmt: skip
_REQUEST: Final = (
    "{}", "in {}", "something {}", "make it {}", "the same but {}", "more {}", "I want it {}", "a {} one",
    "can I have it {}", "is {}", "{} instead", "that is {}",
)  # fmt: skip
_WITH: Final = ("with {}", "has {}", "{}", "the same with {}", "I want {}", "with {} please")


@dataclass(frozen=True)
class Caption:
    """A text and what it states, axis by axis."""

    text: str
    states: Sets


def colour_states(colour: str, second: str = "") -> Sets:
    """What "red" or "red and white" states. Which of the two is the ground nobody says."""
    if not second:
        return {"colour": frozenset({colour})}
    both = frozenset({colour, second})
    return {"colour": both, "colour2": both}


def article(noun_phrase: str) -> str:
    """The phrase with "a" or "an", unless it is plural."""
    last = noun_phrase.split(" with ")[0].split(" for ")[0].split()[-1]
    if last.endswith("s") and not last.endswith(("ss", "dress")):
        return noun_phrase
    return ("an " if noun_phrase[:1].lower() in "aeiou" else "a ") + noun_phrase


def prompt(axis: str, value: str, rng: Random) -> Caption:
    """One short text that states one value only, e.g. `in navy blue` or `a photo of a polo shirt`."""
    if rng.random() < 0.25:
        text = _as_the_shop_asks(axis, value, rng)
    elif axis == "type":
        text = rng.choice(PHOTO).format(article(word_for(axis, value, rng)))
    else:
        word = word_for(axis, value, rng)
        if word.startswith(_BEHIND) or (word.endswith("s") and axis in ("sleeve", "neckline")):
            text = rng.choice(_WITH).format(word.removeprefix("with "))
        elif rng.random() < 0.4:
            noun = rng.choice(("item", "garment", "piece of clothing", "thing", "product"))
            text = rng.choice(PHOTO).format(article(f"{word} {noun}"))
        else:
            text = rng.choice(_REQUEST).format(word)
    return Caption(text, {axis: frozenset({value})})


def word_for(axis: str, value: str, rng: Random) -> str:
    """A word for the value: from the lexicon, or as the dialogue's table of synonyms has it."""
    synonyms = _synonyms().get((axis, value), ())
    if synonyms and rng.random() < 0.35:
        return rng.choice(synonyms)
    return rng.choice(NOUNS[value] if axis == "type" else ADJECTIVES[axis][value])


@cache
def _synonyms() -> dict[tuple[str, str], tuple[str, ...]]:
    """(axis, value) -> the phrases that mean this value alone."""
    found: dict[tuple[str, str], list[str]] = {}
    for text, (axis, values) in phrases().items():
        if len(values) == 1:
            found.setdefault((axis, values[0]), []).append(text)
    return {key: tuple(texts) for key, texts in found.items()}


def _as_the_shop_asks(axis: str, value: str, rng: Random) -> str:
    """The sentences in which `demo.search` asks the text tower about one value."""
    if axis == "type":
        return shop_sentence({"type": value})
    said = phrase(axis, value)
    thing = rng.choice(("piece of clothing", "piece of clothing", "garment", "product"))
    return f"a {thing} {said}" if " " in said else f"a {said} {thing}"


def plain_prompts(axis: str, value: str) -> tuple[str, ...]:
    """The fixed texts that stand for a value when a picture is read, e.g. `a photo of a red garment`."""
    if axis == "type":
        nouns = NOUNS[value][:2]
        return tuple(t for noun in nouns for t in (noun, f"a photo of {article(noun)}"))
    word = ADJECTIVES[axis][value][0]
    if axis in ("sleeve", "neckline"):
        return (word, f"with {word}", f"a photo of {article(word + ' garment')}")
    return (word, f"in {word}", f"a photo of {article(word + ' garment')}")


def describe(facts: Facts, rng: Random) -> Caption | None:
    """A caption from a random part of what is sure; None when nothing is known.

    It may name the type by a wider word ("trousers" for chinos), in which case it states that set.
    """
    if len(facts.sure.get("type", ())) == 1 and rng.random() < 0.25:
        return _shop_caption(facts, rng)
    states: dict[str, frozenset[str]] = {}
    noun = _noun(facts, rng, states)
    if not noun:
        return None
    front: list[str] = []
    behind: list[str] = []
    known = [
        axis for axis in ADJECTIVES if facts.value(axis) and facts.value(axis) in ADJECTIVES[axis]
    ]
    if "colour" in known and rng.random() < 0.75:
        known.remove("colour")
        front.append(_colour(facts, rng, states))
    wanted = rng.choice((0, 0, 1, 1, 2, 3))
    for axis in rng.sample(known, min(wanted, len(known))):
        if axis == "colour":
            continue
        value = facts.value(axis)
        word = word_for(axis, value, rng)
        states[axis] = frozenset({value})
        if word.startswith(_BEHIND) or (
            word.endswith("s") and axis in ("sleeve", "neckline", "closure")
        ):
            with_it = (
                "" if word.startswith(("for ", "with", "to the ", "above", "off the")) else "with "
            )
            behind.append(with_it + word)
        else:
            front.append(word)
    rng.shuffle(front)
    text = " ".join((*front, noun, *behind))
    if rng.random() < 0.1:
        text = ", ".join((noun, *front, *behind))
    elif rng.random() < 0.6:
        text = rng.choice(PHOTO).format(article(text))
    return Caption(text, states)


def _shop_caption(facts: Facts, rng: Random) -> Caption:
    """The sentence that the shop itself would ask the text tower with, from some of the facts."""
    known = [a for a in ("type", *ADJECTIVES) if facts.value(a)]
    kept = {a: facts.value(a) for a in known if a in ("type", "colour") or rng.random() < 0.3}
    if rng.random() < 0.2:
        kept.pop("colour", None)
    if kept.get("gender") in ("unisex", "kids"):
        del kept["gender"]
    states: dict[str, frozenset[str]] = {a: frozenset({v}) for a, v in kept.items()}
    return Caption(shop_sentence(kept), states)


def recoloured(facts: Facts, colour: str, rng: Random) -> str:
    """The picture's kind in a colour, e.g. "a red hoodie"; two of them make a colour shift."""
    if rng.random() < 0.3:
        return prompt("colour", colour, rng).text
    kind = facts.value("type")
    word = colour.replace("-", " ") if rng.random() < 0.6 else word_for("colour", colour, rng)
    return f"a {word} {kind.replace('-', ' ') if kind else 'piece of clothing'}"


def _noun(facts: Facts, rng: Random, states: dict[str, frozenset[str]]) -> str:
    types = facts.sure.get("type", frozenset())
    if not types:
        return ""
    if len(types) == 1 and rng.random() < 0.7:
        states["type"] = types
        return word_for("type", next(iter(types)), rng)
    wider = [(words, covered) for words, covered in KINDS if types <= covered]
    if wider and rng.random() < 0.9:
        words, states["type"] = rng.choice(wider)
        return rng.choice(words)
    if len(types) == 1:
        states["type"] = types
        return rng.choice(NOUNS[next(iter(types))])
    return rng.choice(("piece of clothing", "garment", "item"))


def _colour(facts: Facts, rng: Random, states: dict[str, frozenset[str]]) -> str:
    colour, second = facts.value("colour"), facts.value("colour2")
    word = word_for("colour", colour, rng)
    if second not in ("", "none", colour) and rng.random() < 0.5:
        states.update(colour_states(colour, second))
        pair = [word, rng.choice(ADJECTIVES["colour"][second])]
        rng.shuffle(pair)
        return " and ".join(pair)
    states.update(colour_states(colour))
    return word
