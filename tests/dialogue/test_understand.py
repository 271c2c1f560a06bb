"""What people say -> what they ask for."""

from __future__ import annotations

import pytest

from demo.dialogue.understand import understand


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("in red", {"colour": ("red",)}),
        ("Could I see this in navy blue, please?", {"colour": ("navy",)}),
        ("with long sleeves", {"sleeve": ("long",)}),
        ("no sleeves", {"sleeve": ("sleeveless",)}),
        ("3/4 sleeves in maroon", {"sleeve": ("three-quarter",), "colour": ("burgundy",)}),
        ("green or blue", {"colour": ("green", "blue")}),
        ("a knee-length floral one", {"length": ("knee",), "pattern": ("floral",)}),
        ("make it a turtleneck", {"type": ("turtleneck",)}),
        ("plaid", {"pattern": ("checked",)}),
        (
            "green with black stripes",
            {"colour": ("green",), "colour2": ("black",), "pattern": ("striped",)},
        ),
    ],
)
def test_wanted(words: str, wanted: dict) -> None:
    assert understand(words).wanted == wanted


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        ("not red", {"colour": ("red",)}),
        ("no stripes", {"pattern": ("striped",)}),
        ("without a hood", {"neckline": ("hooded",)}),
        ("not red or blue", {"colour": ("red", "blue")}),
    ],
)
def test_unwanted(words: str, unwanted: dict) -> None:
    said = understand(words)
    assert said.unwanted == unwanted
    assert said.wanted == {}


def test_negation_ends() -> None:
    said = understand("not red, but green with long sleeves")
    assert said.unwanted == {"colour": ("red",)}
    assert said.wanted == {"colour": ("green",), "sleeve": ("long",)}


@pytest.mark.parametrize(
    ("words", "low", "high", "currency"),
    [
        ("under 60 euros", None, 60, "EUR"),
        ("under €59.90", None, 59.9, "EUR"),
        ("no more than 60", None, 60, ""),
        ("between 40 and 80 euros", 40, 80, "EUR"),
        ("from 40 to 80", 40, 80, ""),
        ("at least 100 dollars", 100, None, "USD"),
        ("around 50€", 40, 60, "EUR"),
        ("40-80 €", 40, 80, "EUR"),
    ],
)
def test_prices(words: str, low: float | None, high: float | None, currency: str) -> None:
    said = understand(words)
    assert (said.price_min, said.price_max) == (low, high)
    assert said.currency == currency
    assert said.rest == ""


def test_types_and_categories() -> None:
    assert understand("only jackets").category == "outerwear"
    said = understand("a pleated dress")
    assert said.category == "dresses"
    assert "type" not in said.wanted
    assert understand("red jeans for women").gender == "women"
    assert understand("jeans").wanted["type"] == ("straight-jeans", "wide-jeans", "skinny-jeans")


def test_relative_words() -> None:
    assert understand("longer sleeves, but not so formal").relative == {"sleeve": 1, "style": -1}
    assert understand("cheaper").relative == {"price": -1}
    assert understand("a bit shorter").relative == {"length": -1}


def test_unknown_words_are_kept_and_fillers_are_not() -> None:
    assert understand("something cosy for brunch please").rest == "cosy brunch"
    assert understand("show me the same").rest == ""
    assert understand("").rest == ""


def test_taken_back() -> None:
    assert understand("any colour is fine").anything == ("colour",)
