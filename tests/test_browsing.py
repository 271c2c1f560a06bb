"""Shelves: limits, order, surprises that are the same for the same seed."""

from __future__ import annotations

from collections import Counter

from demo.shop import Shop
from demo.types import Filters


def test_prices_limit_a_shelf(shop: Shop) -> None:
    found = shop.browse(Filters(price_min=30, price_max=60), k=100)
    assert {hit.product.price for hit in found.hits} == {30.0, 50.0, 60.0}
    assert found.total == 12


def test_a_shelf_by_price(shop: Shop) -> None:
    prices = [hit.product.price for hit in shop.browse(k=100, sort="price down").hits]
    assert prices == sorted(prices, reverse=True)


def test_a_surprise_is_the_same_for_the_same_seed(shop: Shop) -> None:
    drawn = [shop.surprise(seed) for seed in range(200)]
    assert drawn == [shop.surprise(seed) for seed in range(200)]
    designs = Counter(product.family for product in drawn)
    assert len(designs) == 6
    assert max(designs.values()) < 3 * min(designs.values())


def test_the_same_shelf_again_is_the_same(shop: Shop) -> None:
    first = shop.browse(Filters(category=("tops",)), colour="red", k=100)
    again = shop.browse(Filters(category=("tops",)), colour="red", k=100)
    assert again.hits == first.hits
    without = shop.browse(Filters(unwanted={"colour": ("red",)}), k=100)
    assert "red" not in {hit.product.get("colour") for hit in without.hits}
    assert without.total == 18
