"""Titles, descriptions, prices, captions: varied, true, and the same every time."""

from __future__ import annotations

import random
import re

import pytest

from demo.studio.assortment import plan
from demo.studio.design import Colourway
from demo.studio.lexicon import BRANDS, COLOUR_WORDS, NOUNS, PATTERN_WORDS
from demo.studio.words import captions, words_for


@pytest.fixture(scope="module")
def colourways() -> list[Colourway]:
    return plan(7)


def test_titles_name_colour_pattern_and_type(colourways: list[Colourway]) -> None:
    for c in colourways:
        title = words_for(c).title.lower()
        assert any(n.lower() in title for n in NOUNS[c.type]), (c.sku, title)
        assert any(w in title for w in COLOUR_WORDS[c.colour]), (c.sku, title)
        if c.pattern != "solid":
            assert any(w in title for w in PATTERN_WORDS[c.pattern]), (c.sku, title)
        assert "  " not in title
        assert " ," not in title


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
