"""The two tables of words share nothing, and what is asked is what is wished."""

from __future__ import annotations

from random import Random

import pytest

from demo.catalog.vocabulary import VALUES
from demo.training.wording import HELD_OUT, TRAINING, Wording, plain


def test_no_word_for_a_value_is_shared() -> None:
    for attribute, values in HELD_OUT.values.items():
        for value, names in values.items():
            trained = {plain(n) for n in TRAINING.values[attribute][value]}
            assert not trained & {plain(n) for n in names}, (attribute, value)


def test_no_template_is_shared() -> None:
    trained = {plain(f) for frames in TRAINING.frames.values() for f in frames if f != "{}"}
    trained |= {plain(f) for f in TRAINING.around if f != "{}"}
    held_out = {plain(f) for frames in HELD_OUT.frames.values() for f in frames}
    assert not trained & held_out
    assert "{}" not in held_out
    both = [
        {plain(w) for ways in side.more.values() for way in ways for w in way}
        for side in (TRAINING, HELD_OUT)
    ]
    assert not both[0] & both[1]
    assert not set(TRAINING.joints) & set(HELD_OUT.joints)


@pytest.mark.parametrize("side", [TRAINING, HELD_OUT])
def test_names_mean_one_value(side: Wording) -> None:
    """Across both tables, too: what means burgundy in one may not mean red in the other."""
    for attribute, values in side.values.items():
        owners: dict[str, str] = {}
        for table in (TRAINING, HELD_OUT):
            for value, names in table.values.get(attribute, {}).items():
                for name in names:
                    assert owners.setdefault(plain(name), value) == value, (attribute, name)
        assert set(values) <= set(VALUES[attribute])


@pytest.mark.parametrize("side", [TRAINING, HELD_OUT])
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
