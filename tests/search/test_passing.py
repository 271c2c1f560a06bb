"""Not for me: hidden for the session, the query moves away, and a link or an undo brings it back."""

from __future__ import annotations

import numpy as np
import pytest

from demo.dialogue.token import from_token, to_token
from demo.search.compose import Query
from demo.search.passing import moved_away
from demo.shop import Shop
from demo.types import Session, Turn


def passing(sku: str) -> Turn:
    return Turn(f"not: {sku}", passes=sku)


def test_the_query_moves_away_in_each_space(composing: Shop) -> None:
    index = composing.index
    vector = index.vector(0)
    query = Query(vector, index.targets.reconstruct(0) if index.targets is not None else None)
    moved = moved_away(query, index, [5])
    assert moved.vector @ index.vector(5) < vector @ index.vector(5)
    assert np.linalg.norm(moved.vector) == pytest.approx(1)
    assert moved.composed is not None
    other = index.targets.reconstruct(5)
    assert moved.composed @ other < query.composed @ other
    assert moved_away(query, index, []) == query


def test_it_is_never_shown_again(shop: Shop) -> None:
    session = shop.start("F1-red", words="in green")
    first = shop.results(session).hits[0].product.sku
    turned = shop.take(session, passing(first))
    results = shop.results(turned)
    assert first not in [hit.product.sku for hit in results.hits]
    assert [chip.kind for chip in results.chips] == ["wanted", "passed"]
    assert results.hits[0].product.get("colour") == "green"  # what was said still holds
    assert shop.results(shop.undo(turned)).hits == shop.results(session).hits


def test_its_chip_takes_it_back(shop: Shop) -> None:
    session = shop.take(shop.start("F1-red"), passing("F2-red"))
    chip = shop.results(session).chips[-1]
    assert chip.key == "passed:0"
    back = shop.results(shop.remove(session, chip))
    assert back.chips == ()
    assert "F2-red" in [hit.product.sku for hit in back.hits]


def test_the_words_of_such_a_turn_say_nothing(shop: Shop) -> None:
    session = shop.take(shop.start("F1-red"), Turn("complete the look in navy", passes="F2-red"))
    assert not shop.asks_for_look(session)
    assert not shop.understood(session).wanted


def test_another_catalogues_products_are_no_matter(shop: Shop) -> None:
    session = Session(item="F1-red", turns=(passing("NOPE"),))
    assert len(shop.results(session).hits) == len(shop.results(Session(item="F1-red")).hits)


def test_a_link_carries_it_and_old_links_still_open() -> None:
    session = Session(item="A", turns=(Turn("in green"), passing("B")))
    assert from_token(to_token(session)) == session
    plain = Session(item="A", turns=(Turn("in green"), Turn("without “green”", "wanted:colour")))
    for version in ("1", "2"):
        assert from_token(f"{version}.{to_token(plain).partition('.')[2]}") == plain
