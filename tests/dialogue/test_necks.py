"""However people speak of a neck, a collar, straps or shoulders, it is understood."""

from __future__ import annotations

import pytest

from demo.dialogue.replay import replay
from demo.dialogue.understand import understand
from demo.types import Intent, Session, Turn


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("v neck", "v-neck"), ("a v-necked one", "v-neck"), ("v shaped neckline", "v-neck"),
        ("deep v", "v-neck"),
        ("plunging neckline", "v-neck"), ("scooped neckline", "scoop"), ("u-shaped neck", "scoop"),
        ("rounder neckline", "crew"), ("round-necked", "crew"), ("boat neck", "crew"), ("crewneck", "crew"),
        ("square necked", "square"), ("halter top", "halter"), ("tied around the neck", "halter"),
        ("with a neck strap", "halter"), ("mock neck", "turtleneck"), ("cowl neck", "turtleneck"),
        ("one shoulder", "off-shoulder"), ("off the shoulders", "off-shoulder"),
        ("cold shoulder", "off-shoulder"), ("is one shouldered", "off-shoulder"),
        ("thin straps", "strappy"), ("spagetti straps", "strappy"), ("wider straps", "strappy"),
        ("no straps", "strapless"), ("without any straps", "strapless"), ("hood", "hooded"),
        ("mandarin collar", "shirt-collar"), ("a v-neck collar", "v-neck"),
    ],
)  # fmt: skip
def test_named(words: str, value: str) -> None:
    said = understand(words, "dresses")
    assert said.wanted == {"neckline": (value,)}
    assert said.rest == ""


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("more revealing", -1), ("less revealing", 1), ("not as revealing", 1), ("low cut", -1),
        ("not so low cut", 1), ("too revealing", 1), ("less conservative", -1),
        ("wider neckline", -1), ("smaller neck", 1), ("more conservative", 1), ("shows more cleavage", -1),
        ("has a higher neck line", 1), ("deeper neckline", -1), ("covers the shoulders", 1),
    ],
)  # fmt: skip
def test_higher_or_lower(words: str, direction: int) -> None:
    assert understand(words, "dresses").relative == {"neckline": direction}


def test_a_high_neck_is_a_turtleneck_where_there_are_some() -> None:
    assert understand("high neck", "knitwear").wanted == {"neckline": ("turtleneck",)}
    assert understand("high neckline", "dresses").relative == {"neckline": 1}


def test_a_collar_is_any_collar() -> None:
    def meant(words: str) -> Intent:
        return replay(Session(turns=(Turn(words),)), None, "EUR")

    both = {"neckline": ("shirt-collar", "polo-collar")}
    assert meant("has a collar").wanted == both
    assert meant("no collar").filters.unwanted == both
    assert meant("has a shirt collar").wanted == {"neckline": ("shirt-collar",)}
    assert [chip.label for chip in meant("with no collar").chips] == ["no collar"]


def test_straps_of_shoes_are_no_neckline() -> None:
    assert understand("with straps", "shoes").wanted == {}
    assert understand("with straps", "shoes").rest == "straps"
    assert understand("with a waist strap", "dresses").wanted == {}
