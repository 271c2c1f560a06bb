"""Answers say what the facts say."""

from __future__ import annotations

from pathlib import Path

from demo.dialogue.answer import Facts, answer, unknown_words
from demo.dialogue.replay import replay
from demo.types import Product, Session, Turn

ITEM = Product("s", "Top", Path(), price=60.0, attributes={
    "neckline": "v-neck", "colour": "red", "sleeve": "short", "pattern": "solid",
})  # fmt: skip
HIT = Product("h", "Top", Path(), price=45.0, attributes={
    "neckline": "v-neck", "colour": "navy", "sleeve": "long", "pattern": "solid",
})  # fmt: skip


def said(*turns: str, met: tuple[str, ...], shown: tuple[Product, ...] = (HIT,)) -> str:
    session = Session(item="s", turns=tuple(Turn(words) for words in turns))
    facts = Facts(shown, met, 23, 45.0, "EUR")
    return answer(replay(session, ITEM, "EUR"), ITEM, facts)


def test_what_changed_what_stayed_how_many() -> None:
    assert said("darker, long sleeves", met=("lightness", "sleeve")) == (
        "Long sleeves, darker; kept the V-neck. 23 like that, none under €40."
    )


def test_nothing_is_claimed_that_is_not_so() -> None:
    other = Product("o", "Top", Path(), attributes={"neckline": "crew"})
    assert said("in green", met=(), shown=(other,)) == "23 like that, none under €40."
    assert said("in green", met=(), shown=()) == ""


def test_unknown_words_are_named() -> None:
    assert unknown_words(()) == ""
    assert "“cosy brunch”" in unknown_words(("cosy", "brunch"))
    guess = unknown_words(("metallic",), {"colour": ("gold", "silver")})
    assert guess == "“metallic” is not a word of this shop; it was taken for gold or silver."
