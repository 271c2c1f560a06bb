"""Wishes met together come before wishes met one by one, and two colours before one of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from fakes import FakeEncoder
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.search.index import build
from demo.search.rank import rank
from demo.shop import Shop
from demo.types import Intent, Product


def test_all_wishes_at_once_come_first(shop: Shop) -> None:
    intent = Intent(wanted={"colour": ("navy",), "sleeve": ("long",)})
    attributes = shop.product("F1-red").attributes
    query = shop.composer.compose(shop.index.vector(shop.catalogue.row("F1-red")), attributes, intent)
    rows, _ = rank(shop.catalogue, shop.index, query, intent, attributes, None)
    assert {shop.catalogue.products[r].sku for r in rows[:2]} == {"F2-navy", "F3-navy"}


def test_of_two_colours_one_may_be_the_second(tmp_path: Path) -> None:
    products = []
    for sku, colour, second in (("a", "red", ""), ("b", "red", "white"), ("c", "white", "")):
        Image.new("RGB", (40, 50), "red").save(tmp_path / f"{sku}.png")
        attributes = {"colour": colour, "colour2": second, "type": "t-shirt"}
        products.append(Product(sku, sku, tmp_path / f"{sku}.png", attributes=attributes))
    catalogue = Catalogue(tmp_path, products)
    index = build(catalogue, FakeEncoder())
    intent = Intent(wanted={"colour": ("red", "white")})
    rows, _ = rank(catalogue, index, np.ones(index.card.dimension, np.float32), intent, {}, None)
    assert products[rows[0]].sku == "b"
