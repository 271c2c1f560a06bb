"""Prompts and captions: every value has words, and a caption states only what is true."""

from __future__ import annotations

from random import Random

import pytest

from demo.training.corpus import made_sentences, mistype
from demo.training.data import LABELS as LABEL_TYPES
from demo.training.data import split_of
from demo.training.facts import AXES, Facts
from demo.training.lexicon import ADJECTIVES, KINDS, LABELS, NOUNS
from demo.training.words import describe, plain_prompts, prompt, recoloured

DRESS = Facts({
    "type": frozenset({"wrap-dress"}), "colour": frozenset({"red"}), "colour2": frozenset({"white"}),
    "pattern": frozenset({"striped"}), "sleeve": frozenset({"long"}), "gender": frozenset({"women"}),
})  # fmt: skip


def test_every_value_has_words() -> None:
    assert set(NOUNS) == set(AXES["type"])
    assert set(LABELS) == set(LABEL_TYPES)
    for axis, words in ADJECTIVES.items():
        assert set(words) == set(AXES[axis]), axis
    for _, types in KINDS:
        assert types <= set(AXES["type"])


@pytest.mark.parametrize("axis", ["type", *ADJECTIVES])
def test_prompts(axis: str) -> None:
    for value in NOUNS if axis == "type" else ADJECTIVES[axis]:
        for seed in range(5):
            caption = prompt(axis, value, Random(seed))
            assert caption.text.strip()
            assert caption.states == {axis: frozenset({value})}
        assert len(plain_prompts(axis, value)) >= 3


def test_captions_state_what_is_true() -> None:
    rng = Random(1)
    texts = set()
    for _ in range(300):
        caption = describe(DRESS, rng)
        assert caption is not None
        texts.add(caption.text)
        for axis, values in caption.states.items():
            assert DRESS.sure[axis] <= values, caption
    assert len(texts) > 150
    assert describe(Facts(), rng) is None


def test_recoloured_differs_in_the_colour_only() -> None:
    for seed in range(10):
        red, navy = (recoloured(DRESS, c, Random(seed)) for c in ("red", "navy"))
        assert red != navy


def test_mistype_keeps_most_letters() -> None:
    rng = Random(2)
    typos = [mistype("a striped dress with long sleeves", rng) for _ in range(50)]
    assert all(abs(len(t) - 33) <= 2 for t in typos)
    assert sum(t != "a striped dress with long sleeves" for t in typos) > 40
    assert mistype("", rng) == ""


def test_made_sentences_are_repeatable() -> None:
    assert made_sentences(50, Random(3)) == made_sentences(50, Random(3))


def test_split_never_changes() -> None:
    groups = [f"F{i:04d}" for i in range(2000)]
    splits = [split_of(g) for g in groups]
    assert splits.count("test") == pytest.approx(400, abs=60)
    assert splits.count("validation") == pytest.approx(160, abs=50)
