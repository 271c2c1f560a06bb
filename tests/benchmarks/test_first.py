"""`bench first` counts what it says it counts."""

from __future__ import annotations

import pytest

from demo.benchmarks.first import Query, queries, score
from demo.shop import Shop


def test_queries_are_answerable_and_from_the_part(shop: Shop) -> None:
    asked = [q for part in ("test", "validation", "train") for q in queries(shop.catalogue, 40, 1, part)]
    assert asked
    for query in asked:
        reference = shop.product(query.sku)
        assert reference.get(query.attribute) != query.value
        kin = [p for p in shop.catalogue.products if p.get("type") == reference.get("type")]
        assert query.value in {p.get(query.attribute) for p in kin}
    assert queries(shop.catalogue, 10, 1, "train") == queries(shop.catalogue, 10, 1, "train")


def test_score_counts_value_and_type(shop: Shop) -> None:
    result = score(shop, [Query("F1-red", "colour", "green", "in green")])["colour"]
    assert result.value == pytest.approx(0.6)  # six green products
    assert result.type == pytest.approx(0.6)  # two green tees, then four of the other five
    assert result.both == pytest.approx(0.2)  # two green tees
    assert result.reachable == pytest.approx(0.2)
