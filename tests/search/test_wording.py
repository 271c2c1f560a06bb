"""What the composing network is told: all that holds, in one plain sentence."""

from __future__ import annotations

import pytest

from demo.dialogue.replay import replay
from demo.search.wording import sentence
from demo.types import Intent, Product, Session, Shift, Turn


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        (Intent(wanted={"colour": ("red",), "sleeve": ("long",)}), "is red and has long sleeves"),
        (Intent(wanted={"sleeve": ("sleeveless",)}), "is sleeveless"),
        (Intent(wanted={"material": ("linen",)}), "is made of linen"),
        (Intent(wanted={"neckline": ("v-neck", "hooded")}), "has a v-neck or is hooded"),
        (Intent(wanted={"type": ("cardigan",)}, words=("for brunch",)), "is a cardigan and for brunch"),
        (Intent(wanted={"sleeve": ("three-quarter", "long")}, shifts={"sleeve": Shift(1)}),
         "has longer sleeves"),
        (Intent(shifts={"lightness": Shift(-1), "price": Shift(-1)}), "is darker in colour"),
        (Intent(wanted={"colour": ("light-blue", "navy")}), "is light-blue or navy"),
        (Intent(), ""),
    ],
)  # fmt: skip
def test_wishes_become_a_sentence(intent: Intent, said: str) -> None:
    assert sentence(intent) == said


def test_later_words_win_and_limits_are_left_out() -> None:
    tee = Product("a", "Tee", None, price=30, attributes={"colour": "red", "group": "tops"})  # type: ignore[arg-type]
    turns = tuple(
        Turn(w) for w in ("in green", "with long sleeves", "no, in navy", "under 40 euros")
    )
    said = sentence(replay(Session("a", turns=turns), tee, "EUR"))
    assert "navy" in said
    assert "long sleeves" in said
    assert "green" not in said
    assert "40" not in said
