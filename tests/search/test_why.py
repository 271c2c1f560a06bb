"""Why a product is an answer: the lists from the table, words' maps on the picture, places in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo import answering
from demo.errors import UnknownItemError
from demo.search.why import Difference, Why, compared, glances, laid_over, where
from demo.shop import Shop
from demo.types import Intent, Product, Session


def differences(found: tuple[Difference, ...]) -> dict[str, tuple[str, str]]:
    return {d.attribute: (d.before, d.after) for d in found}


def why(shop: Shop, item: str, sku: str, *turns: str) -> Why:
    session = shop.start(item) if item else Session()
    for words in turns:
        session = shop.say(session, words)
    return shop.why(session, sku)


def test_what_was_asked_what_stayed_what_else_changed(shop: Shop) -> None:
    found = why(shop, "F1-red", "F3-navy", "in navy", "with long sleeves")
    assert differences(found.asked) == {"colour": ("red", "navy"), "sleeve": ("short", "long")}
    assert differences(found.changed) == {
        "type": ("t-shirt", "shirt"), "pattern": ("solid", "striped"), "style": ("casual", "business"),
    }  # fmt: skip
    assert differences(found.kept) == {"length": ("regular", "regular")}
    assert found.missed == ()


def test_what_is_not_as_asked_is_said(shop: Shop) -> None:
    found = why(shop, "F1-red", "F1-green", "in green with long sleeves")
    assert differences(found.missed) == {"sleeve": ("short", "short")}
    assert differences(found.asked) == {"colour": ("red", "green")}


def test_columns_of_a_foreign_table() -> None:
    first = Product("a", "A", Path(), attributes={"mood": "calm", "care": "wash", "url": "x/y"})
    second = Product("b", "B", Path(), attributes={"mood": "wild", "care": "wash", "url": "x/z"})
    found = compared(first, second, Intent())
    assert differences(found.changed) == {"mood": ("calm", "wild")}
    assert differences(found.kept) == {"care": ("wash", "wash")}


def test_limits_ask_as_well(shop: Shop) -> None:
    found = why(shop, "F3-navy", "F5-red", "a dress, not striped")
    assert differences(found.asked) == {
        "type": ("shirt", "maxi-dress"), "pattern": ("striped", "solid"),
    }  # fmt: skip


def test_what_pictures_measure(shop: Shop) -> None:
    darker = why(shop, "F1-red", "F1-black", "darker")
    assert differences(darker.asked)["lightness"] == ("", "darker")
    lighter = why(shop, "F1-red", "F1-black", "lighter")
    assert differences(lighter.missed)["lightness"] == ("", "not lighter")


def test_the_product_pointed_at_is_the_reference(shop: Shop) -> None:
    session = shop.say(shop.start("F1-red"), "in green")
    second = shop.results(session).hits[1].product
    found = shop.why(shop.say(session, "like the second one but in black"), "F2-black")
    assert found.reference == second


def test_an_unknown_product(shop: Shop) -> None:
    with pytest.raises(UnknownItemError):
        why(shop, "F1-red", "nope", "in green")


def test_each_word_has_its_map(composing: Shop) -> None:
    found = why(composing, "F1-red", "F2-green", "in green", "long sleeves")
    assert [glance.word for glance in found.glances] == ["green", "long", "sleeves"]
    assert found.note == ""
    for glance in found.glances:
        assert glance.map.shape == (96, 77)  # 48 × 60 pictures
        assert glance.map.sum() == pytest.approx(1, abs=1e-3)


def test_without_a_map_one_sentence_says_why(composing: Shop, shop: Shop, tmp_path: Path) -> None:
    Image.new("RGB", (60, 80), "#2f7a4a").save(tmp_path / "me.jpg")
    photo = composing.say(composing.start(photo=tmp_path / "me.jpg"), "in red")
    cases = [
        (composing.why(photo, "F1-red"), answering.NOT_A_PHOTO),
        (why(composing, "", "F1-red", "a red t-shirt"), answering.NO_REFERENCE),
        (why(composing, "F5-red", "F1-red", "under 60 euros"), answering.NOTHING_SEEN),
        (why(shop, "F1-red", "F1-green", "in green"), answering.NO_NETWORK),
    ]
    for found, note in cases:
        assert found.glances == ()
        assert found.note == note
    assert differences(cases[0][0].asked)["colour"] == ("green", "red")


def test_pieces_of_a_word_are_merged(composing: Shop) -> None:
    attention = np.zeros((5, 3, 3), np.float32)
    attention[1, 0, 0] = attention[2, 2, 2] = attention[3, 1, 1] = 1
    found = glances(composing.composer.feedback, attention, "burgundy tee", (60, 60))
    assert [g.word for g in found] == ["burgundy", "tee"]
    assert found[0].where == "at the left top and the right bottom"
    assert found[1].where == "at the centre"


@pytest.mark.parametrize(
    ("fitting", "size", "lies"),
    [("squash", (50, 100), (5 / 8, 3 / 8)), ("longest", (50, 100), (3 / 4, 3 / 8)),
     ("longest", (100, 50), (5 / 8, 1 / 4)), ("shortest", (50, 100), (5 / 8, 7 / 16))],
)  # fmt: skip
def test_a_look_lies_where_the_encoder_saw_it(
    fitting: str, size: tuple[int, int], lies: tuple[float, float]
) -> None:
    """A glance at five eighths of the square view across and three eighths down."""
    look = np.zeros((16, 16), np.float32)
    look[5:7, 9:11] = 1
    laid = laid_over(look, size, fitting)
    assert laid.shape == ((96, 48) if size[1] > size[0] else (48, 96))
    rows, columns = np.indices(laid.shape)
    x = float((laid * (columns + 0.5)).sum()) / laid.shape[1]
    y = float((laid * (rows + 0.5)).sum()) / laid.shape[0]
    assert (x, y) == pytest.approx(lies, abs=0.02)


def test_what_was_cut_off_was_not_looked_at() -> None:
    laid = laid_over(np.ones((7, 7), np.float32), (50, 100), "shortest")
    assert laid[:20].sum() == 0
    assert laid[40:56].min() > 0


@pytest.mark.parametrize(
    ("cells", "said"),
    [([(0, 0), (0, 2)], "at the left and right top"), ([(1, 0), (1, 2)], "at the left and right middle"),
     ([(1, 1)], "at the centre"), ([(0, 1)], "at the top"), ([(2, 1)], "at the bottom"),
     ([(0, 1), (1, 1)], "at the top and the centre"), ([(0, 1), (2, 1)], "at the top and the bottom")],
)  # fmt: skip
def test_places_are_named(cells: list[tuple[int, int]], said: str) -> None:
    look = np.full((9, 9), 1e-4)
    for row, column in cells:
        look[3 * row : 3 * row + 3, 3 * column : 3 * column + 3] = 1
    look /= look.sum()
    assert where(look) == said


def test_an_even_look_is_all_over() -> None:
    assert where(np.full((12, 9), 1 / 108)) == "all over the picture"
