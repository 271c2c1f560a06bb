"""The simulated shopper of `bench passing`: what is in mind, what is turned down, what that does to ranks."""

from __future__ import annotations

import numpy as np
import pytest

from demo.benchmarks.passing import PAGE, ROUNDS, Wish, _shared, ranks, wishes
from demo.shop import Shop
from demo.training.data import split_of
from demo.types import Session, Turn


@pytest.fixture
def part(shop: Shop) -> str:
    """The part that has most designs of the small shop."""
    parts = [split_of(product.family) for product in shop.catalogue.products]
    return max(set(parts), key=parts.count)


def test_the_piece_in_mind_is_what_was_asked_for(shop: Shop, part: str) -> None:
    asked = wishes(shop, 40, 1, part)
    assert asked
    for wish in asked:
        item = shop.product(wish.session.item)
        assert split_of(wish.target.family) == split_of(item.family) == part
        assert wish.target.family != item.family
        assert wish.target.get("category") == item.get("category")


def test_hiding_alone_never_pushes_it_down(shop: Shop) -> None:
    still = Shop(shop.catalogue, shop.index, shop.bundle, shop.settings, away=0.0)
    target = shop.product("F3-navy")
    asked = [Wish(Session(item="F1-red", turns=(Turn("in navy"),)), target)]
    found = ranks(still, asked)
    assert found.shape == (1, ROUNDS + 1)
    assert (np.diff(found[0]) <= 0).all()
    assert found[0, 0] <= PAGE


def test_what_is_least_like_it_is_turned_down(shop: Shop) -> None:
    navy, red, gown = (shop.product(sku) for sku in ("F1-navy", "F1-red", "F5-green"))
    assert _shared(navy, red) > _shared(navy, gown)
