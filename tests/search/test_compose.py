"""The shift moves what was asked for, and the text cache is bounded."""

from __future__ import annotations

import numpy as np
from fakes import FakeEncoder

from demo.catalog.vocabulary import COLOURS
from demo.search import compose
from demo.search.compose import Composer
from demo.search.describe import describe
from demo.types import Intent

RED, GREEN = COLOURS.index("red"), COLOURS.index("green")


def test_shift_moves_from_old_to_new() -> None:
    composer = Composer(FakeEncoder())
    reference = composer.text("red")
    query = composer.shift(
        reference, {"type": "t-shirt", "colour": "red"}, Intent(wanted={"colour": ("green",)})
    )
    assert np.linalg.norm(query) == np.float32(1) or abs(np.linalg.norm(query) - 1) < 1e-5
    assert query[GREEN] > query[RED]


def test_nothing_asked_leaves_the_reference() -> None:
    composer = Composer(FakeEncoder())
    reference = composer.text("red")
    assert np.allclose(composer.shift(reference, {}, Intent()), reference, atol=1e-6)


def test_words_alone() -> None:
    composer = Composer(FakeEncoder())
    query = composer.shift(None, {}, Intent(wanted={"colour": ("green",)}, words=("brunch",)))
    assert query.argmax() == GREEN


def test_only_new_texts_are_encoded(monkeypatch) -> None:
    calls: list[int] = []
    encoder = FakeEncoder()
    original = encoder.encode_texts
    monkeypatch.setattr(encoder, "encode_texts", lambda t: calls.append(len(t)) or original(t))
    monkeypatch.setattr(compose, "CACHED_TEXTS", 3)
    composer = Composer(encoder)
    composer.texts(["a", "b"])
    composer.texts(["b", "c", "c"])
    assert calls == [2, 1]
    composer.texts(["d", "e"])
    assert len(composer._texts) == 3


def test_read_gives_known_values() -> None:
    composer = Composer(FakeEncoder())
    assert composer.read(composer.text("green"))["colour"] == "green"


def test_prepared_nobody_waits_for_prompts(monkeypatch) -> None:
    composer, asked = Composer(FakeEncoder()), []  # type: ignore[var-annotated]
    composer.prepare()
    encode = composer.encoder.encode_texts
    monkeypatch.setattr(composer.encoder, "encode_texts", lambda t: asked.extend(t) or encode(t))
    composer.read(encode(["a navy shirt"])[0])
    composer.meant("crimson")
    assert asked == ["a crimson piece of clothing"]


def test_descriptions_read_well() -> None:
    attributes = {
        "type": "t-shirt", "colour": "red", "pattern": "striped", "sleeve": "long",
        "gender": "women", "fit": "regular",
    }  # fmt: skip
    assert describe(attributes) == "a red striped t shirt with long sleeves for women"
    assert describe({}, "cosy brunch") == "a piece of clothing cosy brunch"


def test_unknown_words_are_taken_for_what_is_close() -> None:
    composer = Composer(FakeEncoder())
    assert composer.meant("") == {}
    assert composer.meant("xyzzy") == {}
    assert composer.meant("scarlet") == {"colour": ("red",)}  # the fake encoder knows synonyms
