"""Turns add up: later words win, limits stay, comparatives look at the reference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from demo.dialogue.replay import replay
from demo.errors import WordsError
from demo.types import Intent, Product, Session, Turn

SHIRT = Product(
    "s", "Shirt", Path(), price=60.0, currency="EUR",
    attributes={"sleeve": "short", "style": "business", "length": "regular", "fit": "slim"},
)  # fmt: skip


def after(*turns: str, reference: Product | None = SHIRT) -> Intent:
    session = Session(item="s", turns=tuple(Turn(words) for words in turns))
    return replay(session, reference, "EUR")


def test_later_words_win() -> None:
    intent = after("in red", "with long sleeves", "no, in green")
    assert intent.wanted == {"colour": ("green",), "sleeve": ("long",)}
    assert [chip.label for chip in intent.chips] == ["long sleeves", "green"]


def test_wanted_and_unwanted_contradict() -> None:
    assert after("not red", "in red").filters.unwanted == {}
    assert after("in red", "not red").wanted == {}


def test_limits_stay_until_taken_back() -> None:
    assert after("under 50", "in red").filters.price_max == 50
    assert after("under 50", "any price").filters.price_max is None
    assert after("over 80", "under 50").filters.price_min is None


def test_gender_includes_unisex() -> None:
    assert after("for men").filters.gender == ("men", "unisex")


def test_comparatives_look_at_the_reference() -> None:
    intent = after("longer sleeves, but not so formal")
    assert intent.wanted["sleeve"] == ("three-quarter", "long")
    assert intent.wanted["style"] == ("casual", "sporty")
    assert after("cheaper").filters.price_max == 59.99


def test_comparatives_without_a_place_become_words() -> None:
    assert after("looser", reference=None).words == ("looser",)
    assert after("tighter").words == ("tighter",)  # nothing is slimmer than slim
    assert after("higher neckline").words == ("higher neckline",)  # the table does not say


def test_another_category_drops_the_type() -> None:
    assert "type" not in after("a blazer", "only dresses").wanted


def test_other_currency_is_refused() -> None:
    with pytest.raises(WordsError, match="Prices here are in EUR"):
        after("under 60 dollars")


def test_chips_name_their_turn() -> None:
    chips = after("in red", "something cosy").chips
    assert [(chip.turn, chip.kind) for chip in chips] == [(0, "wanted"), (1, "words")]


def test_replay_changes_nothing() -> None:
    session = Session(item="s", turns=(Turn("in red"),))
    again = replace(session)
    replay(session, SHIRT, "EUR")
    assert session == again
