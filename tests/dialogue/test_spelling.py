"""Slips are forgiven, other words are left alone."""

from __future__ import annotations

import pytest

from demo.dialogue.common import COMMON
from demo.dialogue.spelling import distance, speller

CORRECT = speller(["green", "striped", "sleeves", "multicoloured", "pink", "red", "white"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [("gren", "green"), ("greeen", "green"), ("grene", "green"), ("sleves", "sleeves"),
     ("slevees", "sleeves"), ("multicolorued", "multicoloured"), ("whiet", "white"),
     ("pine", "pine"), ("rad", "rad"), ("preen", "preen"), ("grxxn", "grxxn"), ("a1b2c3", "a1b2c3")],
)  # fmt: skip
def test_slips(word: str, meant: str) -> None:
    assert CORRECT(word) == meant


def test_distance() -> None:
    assert distance("", "abc") == 3
    assert distance("abdc", "abcd") == 1
    assert distance("kitten", "sitting") == 3


def test_common_words_stay() -> None:
    correct = speller(["coat", "cats", "parts"])
    assert all(correct(word) == word for word in COMMON)
