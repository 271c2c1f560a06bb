"""What holds after turns that compare, point, go back, keep, and take chips away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from demo.dialogue.replay import replay
from demo.errors import WordsError
from demo.types import Intent, Product, Session, Shift, Turn

RATES = {"EUR": 1.0, "USD": 0.5}
SHIRT = Product(
    "s", "Shirt", Path(), price=60.0, currency="EUR",
    attributes={"colour": "red", "sleeve": "short", "style": "business", "length": "regular"},
)  # fmt: skip
BLUE = Product("b", "Blue One", Path(), price=40.0, attributes={"colour": "blue", "sleeve": "long"})


def after(
    *turns: str | Turn, reference: Product | None = SHIRT, screen: Sequence[Product] = ()
) -> Intent:
    said = tuple(turn if isinstance(turn, Turn) else Turn(turn) for turn in turns)
    look = (lambda _: screen) if screen else None
    return replay(Session(item="s", turns=said), reference, "EUR", rates=RATES, look=look)


def labels(intent: Intent) -> list[str]:
    return [chip.label for chip in intent.chips]


def test_measured_comparatives() -> None:
    assert after("a bit darker").shifts == {"lightness": Shift(-1, -1)}
    assert after("darker", "darker").shifts == {"lightness": Shift(-1, 1)}
    assert after("darker", "lighter").shifts == {"lightness": Shift(1)}
    assert labels(after("much less colourful")) == ["much less colourful"]


def test_a_value_ends_a_comparative() -> None:
    intent = after("longer", "mini")
    assert intent.shifts == {}
    assert intent.wanted["length"][0] == "mini"


def test_price_by_degrees() -> None:
    assert after("a bit cheaper").filters.price_max == 59.39
    assert after("much cheaper").filters.price_max == 44.99
    assert after("cheaper", "cheaper").filters.price_max == 44.99
    assert after("dearer", "under 50").filters.price_min is None


def test_other_currencies_are_converted() -> None:
    assert after("under 60 dollars").filters.price_max == 30
    with pytest.raises(WordsError, match="Prices here are in EUR"):
        after("under 60 pounds")


@pytest.mark.parametrize(
    ("words", "label"),
    [("in green", "green"), ("not black", "not black"), ("under 50", "up to €50"), ("darker", "darker"),
     ("for men", "for men"), ("only dresses", "dresses"), ("a cosy one", "“cosy”"),
     ("longer sleeves", "longer sleeves")],
)  # fmt: skip
def test_every_chip_can_be_taken_away(words: str, label: str) -> None:
    (chip,) = after(words).chips
    assert chip.label == label
    assert after(words, Turn("", chip.key)) == after()


def test_taking_away_leaves_the_rest() -> None:
    intent = after("in green, not black, under 50", Turn("", "wanted:colour"))
    assert labels(intent) == ["up to €50", "not black"]
    assert labels(after("in green", Turn("", "limit:nonsense"), Turn("", "x"))) == ["green"]


def test_pointing_takes_another_reference() -> None:
    intent = after("with short sleeves", "like the first one, cheaper", screen=[BLUE])
    assert intent.reference == "b"
    assert intent.filters.price_max == 39.99
    assert labels(intent) == ["like Blue One", "up to €39.99"]
    assert after("like number 4", screen=[BLUE]).reply == "There is only 1 piece to point at."


def test_a_description_points_when_something_like_it_is_there() -> None:
    assert after("under 90", "the blue one", screen=[BLUE]).reference == "b"
    intent = after("under 90", "the green one", screen=[BLUE])
    assert intent.reference == ""
    assert intent.wanted == {"colour": ("green",)}


def test_a_description_points_and_the_rest_is_wished_for() -> None:
    intent = after("under 90", "like the blue one but with long sleeves", screen=[BLUE])
    assert intent.reference == "b"
    assert intent.wanted["sleeve"] == ("long",)


def test_comparing_without_an_item_looks_at_the_screen() -> None:
    intent = after("a shirt", "cheaper", reference=None, screen=[BLUE])
    assert intent.filters.price_max == 39.99


def test_going_back() -> None:
    assert after("in green", "under 50", "go back") == after("in green")
    assert after("in green", "under 50", "go back", "go back") == after()
    assert after("in green", "under 50", "back to the first, in blue").wanted == {"colour": ("blue",)}


def test_keeping() -> None:
    intent = after("keep the colour but longer")
    assert intent.wanted["colour"] == ("red",)
    assert "same colour" in labels(intent)


def test_another_colour_is_any_but_this() -> None:
    assert after("do you have it in another colour?").filters.unwanted == {"colour": ("red",)}
    assert after("in another color, green").wanted == {"colour": ("green",)}


def test_replies_belong_to_the_last_turn() -> None:
    assert "the fitting room shows it worn" in after("try it on").reply
    assert after("try it on", "in green").reply == ""
    assert after("a frobnicated one").unknown == ("frobnicated",)
