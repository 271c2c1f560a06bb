"""Suggestions make sense for the item in hand, and what has been said is not suggested again."""

from __future__ import annotations

from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui.ideas import ideas


def test_a_short_sleeved_tee(shop: Shop) -> None:
    found = ideas(shop, Session(item="F2-red"), ())
    assert found[0] in ("in green", "in navy", "in black")
    assert "with short sleeves" in found
    assert "cheaper" in found


def test_the_cheapest_cannot_be_cheaper(shop: Shop) -> None:
    assert "cheaper" not in ideas(shop, Session(item="F1-red"), ())


def test_what_was_said_is_not_suggested(shop: Shop) -> None:
    session = Session(item="F2-red", turns=(Turn("in green"), Turn("with short sleeves")))
    found = ideas(shop, session, shop.understood(session).chips)
    assert not any(words.startswith("in ") or "sleeves" in words for words in found)


def test_every_suggestion_is_understood_by_rules(shop: Shop) -> None:
    for product in shop.catalogue.products:
        for words in ideas(shop, Session(item=product.sku), ()):
            session = Session(item=product.sku, turns=(Turn(words),))
            chips = shop.understood(session).chips
            assert chips, (product.sku, words)
            assert all(chip.kind != "words" for chip in chips), (product.sku, words)


def test_without_an_item(shop: Shop) -> None:
    found = ideas(shop, Session(turns=(Turn("something nice"),)), ())
    assert 2 <= len(found) <= 4
    assert any(words.startswith("under €") for words in found)
