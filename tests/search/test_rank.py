"""Wishes met together come before wishes met one by one, and two colours before one of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from fakes import FakeEncoder
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.search.compose import Query
from demo.search.index import Index, build
from demo.search.rank import rank
from demo.shop import Shop
from demo.types import Intent, Product


def test_all_wishes_at_once_come_first(shop: Shop) -> None:
    intent = Intent(wanted={"colour": ("navy",), "sleeve": ("long",)})
    attributes = shop.product("F1-red").attributes
    query = shop.composer.compose(shop.index.vector(shop.catalogue.row("F1-red")), attributes, intent)
    rows = rank(shop.catalogue, shop.index, query, intent, attributes, None).rows
    assert {shop.catalogue.products[r].sku for r in rows[:2]} == {"F2-navy", "F3-navy"}


def test_a_score_is_the_sum_of_its_parts(composing: Shop) -> None:
    session = composing.start("F1-red", words="in green with long sleeves")
    hits = composing.results(session).hits
    assert {"shift", "network", "asked", "together", "kept"} <= set(hits[0].parts)
    for hit in hits:
        assert abs(hit.score - sum(hit.parts.values())) < 1e-3
    assert hits[0].parts["together"] > hits[-1].parts["together"]
    assert composing.browse().hits[0].parts == {}


def small_shop(folder: Path, rows: dict[str, dict[str, str]]) -> tuple[Catalogue, Index]:
    products = []
    for sku, attributes in rows.items():
        Image.new("RGB", (40, 50), "red").save(folder / f"{sku}.png")
        products.append(Product(sku, sku, folder / f"{sku}.png", attributes=attributes))
    catalogue = Catalogue(folder, products)
    return catalogue, build(catalogue, FakeEncoder())


def ranked(folder: Path, rows: dict[str, dict[str, str]], intent: Intent, item: str = "") -> list[str]:
    catalogue, index = small_shop(folder, rows)
    query = Query(np.ones(index.card.dimension, np.float32))
    found = rank(catalogue, index, query, intent, rows.get(item, {}), None).rows
    return [catalogue.products[row].sku for row in found]


def test_all_that_was_asked_for_comes_before_the_same_kind(tmp_path: Path) -> None:
    rows = {
        "item": {"type": "t-shirt", "group": "tops", "colour": "blue", "sleeve": "short"},
        "tee": {"type": "t-shirt", "group": "tops", "colour": "red", "sleeve": "short"},
        "sweatshirt": {"type": "sweatshirt", "group": "knitwear", "colour": "red", "sleeve": "long"},
        "striped": {"type": "sweater", "group": "knitwear", "colour": "navy", "colour2": "red",
                    "sleeve": "long"},
    }  # fmt: skip
    intent = Intent(wanted={"colour": ("red",), "sleeve": ("long",)})
    order = ranked(tmp_path, rows, intent, "item")
    assert order[0] == "sweatshirt"
    assert order.index("striped") < order.index("item")


def test_another_type_of_the_category_comes_near(tmp_path: Path) -> None:
    rows = {
        "green shirt": {"type": "shirt", "group": "tops", "colour": "green"},
        "brown henley": {"type": "henley", "group": "tops", "colour": "brown"},
        "brown coat": {"type": "overcoat", "group": "outerwear", "colour": "brown"},
    }
    intent = Intent(wanted={"colour": ("brown",), "type": ("shirt",)})
    assert ranked(tmp_path, rows, intent) == ["brown henley", "green shirt", "brown coat"]


def test_of_two_colours_one_may_be_the_second(tmp_path: Path) -> None:
    rows = {
        "a": {"colour": "red", "type": "t-shirt"},
        "b": {"colour": "red", "colour2": "white", "type": "t-shirt"},
        "c": {"colour": "white", "type": "t-shirt"},
    }
    assert ranked(tmp_path, rows, Intent(wanted={"colour": ("red", "white")}))[0] == "b"
