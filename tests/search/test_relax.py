"""Ways out are the smallest steps, and their counts are true."""

from __future__ import annotations

import pytest

from demo.shop import Shop
from demo.types import Filters


@pytest.mark.parametrize(
    "words",
    ["dresses under 30", "dresses for men", "a navy dress with long sleeves", "tops over 70, not red",
     "only knitwear for women between 60 and 90, not black", "formal, striped, under 20"],
)  # fmt: skip
def test_counts_are_what_following_them_shows(shop: Shop, words: str) -> None:
    session = shop.say(shop.start("F4-red"), words)
    results = shop.results(session, 100)
    assert results.message
    assert results.ways
    for way in results.ways:
        there = shop.results(shop.take(session, way.turn), 100)
        if not results.hits:
            assert len(there.hits) == way.count, way
        else:
            assert "Nothing here" not in there.message, way


def test_given_limits_stay(shop: Shop) -> None:
    from dataclasses import replace

    session = shop.say(shop.start("F4-red"), "under 30")
    session = replace(session, filters=Filters(category=("dresses",)))
    results = shop.results(session)
    assert results.hits == ()
    assert [(way.label, way.count) for way in results.ways] == [("up to 80", 3), ("without “up to €30”", 7)]
