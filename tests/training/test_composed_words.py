"""The tables of words share nothing, and what is asked is what is wished."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from demo.catalog.vocabulary import VALUES
from demo.training.held_out import CHECKED, HELD_OUT
from demo.training.taught import TRAINING
from demo.training.wording import Wording, plain

SIDES = (TRAINING, CHECKED, HELD_OUT)
PAIRS = list(combinations(SIDES, 2))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_word_for_a_value_is_shared(one: Wording, other: Wording) -> None:
    for attribute in HELD_OUT.values:
        for value, names in one.values[attribute].items():
            theirs = {plain(n) for n in other.values[attribute][value]}
            assert not theirs & {plain(n) for n in names}, (attribute, value)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_template_is_shared(one: Wording, other: Wording) -> None:
    frames = [
        {plain(f) for each in side.frames.values() for f in each if f != "{}"}
        for side in (one, other)
    ]
    frames[0] |= {plain(f) for f in one.around if f != "{}"}
    assert not frames[0] & frames[1]
    said = [
        {plain(w) for ways in side.more.values() for way in ways for w in way}
        for side in (one, other)
    ]
    assert not said[0] & said[1]
    assert not set(one.joints) & set(other.joints)


@pytest.mark.parametrize("side", [CHECKED, HELD_OUT])
def test_what_is_held_out_never_stands_alone(side: Wording) -> None:
    """A bare name would be said in a template that training has, too."""
    assert not any("{}" in frames for frames in side.frames.values())


def test_names_mean_one_value() -> None:
    """Across all tables, too: what means burgundy in one may not mean red in another."""
    for attribute in HELD_OUT.values:
        owners: dict[str, str] = {}
        for table in SIDES:
            assert set(table.values[attribute]) <= set(VALUES[attribute])
            for value, names in table.values[attribute].items():
                for name in names:
                    assert owners.setdefault(plain(name), value) == value, (attribute, name)


def test_the_usual_name_comes_first_in_training() -> None:
    """The shop's own rules say it so: "is red"."""
    random = Random(0)
    said = [TRAINING.value("colour", "red", random) for _ in range(400)]
    usual = sum(" red " in f" {words} " for words in said)
    assert usual > TRAINING.usual * len(said)
    assert usual < 0.9 * len(said)


@pytest.mark.parametrize("side", SIDES)
def test_every_value_can_be_said(side: Wording) -> None:
    for attribute in (
        "colour",
        "pattern",
        "sleeve",
        "neckline",
        "length",
        "fit",
        "closure",
        "style",
    ):
        assert set(side.values[attribute]) == set(VALUES[attribute])


def test_sentences() -> None:
    random = Random(0)
    assert "open weave" in TRAINING.value("weave", "open-weave", random)
    assert TRAINING.relative("length", 1, random) in TRAINING.more["length"][0]
    assert TRAINING.relative("length", -1, random) in TRAINING.more["length"][1]
    said = HELD_OUT.sentence(["make it red", "give it a hood"], random)
    assert said.startswith("make it red")
    assert said.endswith("give it a hood")
