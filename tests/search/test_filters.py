"""Hard limits, and what to drop when nothing is left."""

from __future__ import annotations

from demo.search.filters import allowed_rows, both, what_to_drop
from demo.shop import Shop
from demo.types import Filters


def skus(shop: Shop, filters: Filters) -> set[str]:
    rows = allowed_rows(shop.catalogue, filters)
    assert rows is not None
    return {shop.catalogue.products[row].sku for row in rows}


def test_no_limit_is_none(shop: Shop) -> None:
    assert allowed_rows(shop.catalogue, Filters()) is None


def test_each_limit(shop: Shop) -> None:
    assert len(skus(shop, Filters(category=("dresses",)))) == 8
    assert len(skus(shop, Filters(gender=("men", "unisex")))) == 16
    assert len(skus(shop, Filters(price_min=60, price_max=80))) == 8
    assert "F1-red" not in skus(shop, Filters(unwanted={"colour": ("red",)}))


def test_what_to_drop_names_the_best(shop: Shop) -> None:
    tight = Filters(category=("dresses",), price_max=10, gender=("women",))
    assert what_to_drop(shop.catalogue, tight).startswith(
        "Nothing fits all of these limits. Without the highest price there would be 8 products"
    )
    assert what_to_drop(shop.catalogue, Filters(price_max=1)) == (
        "Nothing fits the highest price. Without it there would be 24 products."
    )
    hopeless = Filters(category=("dresses",), gender=("men",), price_max=1)
    assert "Take some of them back" in what_to_drop(shop.catalogue, hopeless)


def test_both_is_the_narrower() -> None:
    joined = both(
        Filters(price_max=80, category=("tops", "hats"), unwanted={"colour": ("red",)}),
        Filters(price_max=60, price_min=5, category=("tops",), unwanted={"colour": ("blue",)}),
    )
    assert joined == Filters(
        category=("tops",), price_min=5, price_max=60, unwanted={"colour": ("red", "blue")}
    )
