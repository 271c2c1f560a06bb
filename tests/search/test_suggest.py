"""Suggestions split the results, and rules understand every one of them."""

from __future__ import annotations

import numpy as np

from demo.catalog.vocabulary import VALUES
from demo.dialogue.understand import understand
from demo.search.suggest import _WORDS, _words, splits
from demo.shop import Shop


def test_suggestions_split(shop: Shop) -> None:
    rows = np.arange(len(shop.catalogue))
    found = splits(shop.catalogue, rows, frozenset({"colour"}), "€")
    assert 2 <= len(found) <= 4
    assert not any(words.startswith("in ") for words in found)
    assert splits(shop.catalogue, rows[:2], frozenset()) == ()


def test_every_suggestion_is_understood() -> None:
    for attribute in _WORDS:
        for value in VALUES[attribute]:
            said = understand(_words(attribute, value))
            assert value in said.wanted.get(attribute, ()), (attribute, value, said)
            assert said.rest == ""


def test_they_come_with_an_answer(shop: Shop) -> None:
    session = shop.say(shop.start("F1-red"), "in green")
    ideas = shop.results(session).ideas
    assert ideas
    assert not any("green" in words for words in ideas)
