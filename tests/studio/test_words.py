"""Titles, descriptions, prices, captions: varied, true, and the same every time."""

from __future__ import annotations

import random
import re

import pytest

from demo.dialogue.understand import understand
from demo.studio.assortment import plainest, plan
from demo.studio.captions import captions, difference
from demo.studio.design import Colourway
from demo.studio.lexicon import BRANDS, NOUNS, PATTERN_WORDS
from demo.studio.shades import SHADES, WASHES, shade_of
from demo.studio.words import words_for


@pytest.fixture(scope="module")
def colourways() -> list[Colourway]:
    return plan(7)


def test_titles_name_colour_pattern_and_type(colourways: list[Colourway]) -> None:
    for c in colourways:
        title = words_for(c).title.lower()
        assert any(n.lower() in title for n in NOUNS[c.type]), (c.sku, title)
        assert shade_of(c).name in title.replace("-and-", " and "), (c.sku, title)
        if c.pattern != "solid":
            assert any(w in title for w in PATTERN_WORDS[c.pattern]), (c.sku, title)
        assert "  " not in title
        assert " ," not in title


def test_the_dialogue_reads_every_shade_as_its_colour() -> None:
    for chart in (SHADES, WASHES):
        for colour, shades in chart.items():
            for shade in shades:
                said = understand(f"in {shade.name}")
                assert said.wanted.get("colour") == (colour,), (shade.name, said.wanted)


def test_titles_differ(colourways: list[Colourway]) -> None:
    titles = [words_for(c).title for c in colourways]
    assert len(set(titles)) > 0.97 * len(titles)
    assert not any(re.search(r"\d{2,}", t) for t in titles)


def test_descriptions_are_one_to_three_sentences(colourways: list[Colourway]) -> None:
    for c in colourways:
        description = words_for(c).description
        assert 1 <= len(re.findall(r"[.!](?= |$)", description)) <= 3, description
        assert description[0].isupper()
        assert description.endswith(".")


def test_prices_and_brands(colourways: list[Colourway]) -> None:
    names = {b.name for b in BRANDS}
    of_family: dict[str, set[tuple[str, float]]] = {}
    for c in colourways:
        words = words_for(c)
        assert words.brand in names
        assert 8 < words.price < 600
        assert round(words.price % 1, 2) in (0.0, 0.9, 0.95)
        of_family.setdefault(c.family, set()).add((words.brand, words.price))
    consistent = sum(len(v) == 1 for v in of_family.values())
    assert consistent == len(of_family)


def test_captions_are_many_and_deterministic(colourways: list[Colourway]) -> None:
    for c in colourways[::17]:
        said = captions(c, random.Random(3))
        assert said == captions(c, random.Random(3))
        assert len(said) == len(set(said)) >= 5
        nouns = [n.lower().replace("-", " ") for n in NOUNS[c.type]]
        assert all(any(n in s.lower().replace("-", " ") for n in nouns) for s in said)


def test_words_are_stable(colourways: list[Colourway]) -> None:
    assert [words_for(c) for c in colourways[:50]] == [words_for(c) for c in colourways[:50]]


def test_differences_name_what_differs(colourways: list[Colourway]) -> None:
    red, green = (c for c in (plainest("t-shirt", colour="red"), plainest("t-shirt", colour="green")))
    said = {difference(red, green, random.Random(seed)) for seed in range(40)}
    assert len(said) > 8
    assert not any("red" in s.replace("instead of red", "") for s in said), said
    short, long_ = plainest("shirt", sleeve="short"), plainest("shirt", sleeve="long")
    assert all("long" in difference(short, long_, random.Random(n)) or "more sleeve"
               in difference(short, long_, random.Random(n)) for n in range(20))
    with pytest.raises(ValueError, match="differ in nothing"):
        difference(red, red, random.Random(1))
