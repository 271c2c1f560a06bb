"""Answers to wishes: what was asked for, and as little else as possible."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

from demo.catalog.catalogue import Catalogue
from demo.catalog.shapes import PARTS, Shape
from demo.training.goods import Goods, Wish, shop_goods
from demo.training.parts import PLACES, garment_map, place_maps
from demo.training.retrieval import answer, fulfilled, kept
from demo.training.taught import TRAINING
from demo.training.triples import Query, ask


@pytest.fixture(scope="module")
def goods(catalog_folder: Path) -> Goods:
    catalogue = Catalogue.read(catalog_folder)
    light = {"red": 45.0, "green": 50.0, "navy": 20.0, "black": 10.0}
    return shop_goods(catalogue, np.array([light[p.get("colour")] for p in catalogue.products]))


def row(goods: Goods, key: str) -> int:
    return goods.keys.index(key)


def keys(goods: Goods, rows: np.ndarray) -> set[str]:
    return {goods.keys[r] for r in rows}


def test_a_colour_is_answered_by_the_design_itself(goods: Goods) -> None:
    found, changes = goods.answers(
        row(goods, "F1-red"), [Wish("colour", "navy")], np.arange(len(goods))
    )
    assert keys(goods, found) == {"F1-navy"}
    assert changes == 0


def test_sleeves_keep_the_colour(goods: Goods) -> None:
    found, changes = goods.answers(
        row(goods, "F1-red"), [Wish("sleeve", "long")], np.arange(len(goods))
    )
    assert keys(goods, found) == {"F2-red"}
    assert changes == 0


def test_the_closest_stands_in_where_there_is_no_counterpart(goods: Goods) -> None:
    wishes = [Wish("pattern", "striped")]
    found, changes = goods.answers(row(goods, "F1-red"), wishes, np.arange(len(goods)))
    assert keys(goods, found) == {"F3-red"}  # a shirt with long sleeves: two other changes
    assert changes == 2


def test_relative_wishes(goods: Goods) -> None:
    everything = np.arange(len(goods))
    found, _ = goods.answers(row(goods, "F1-red"), [Wish("lightness", direction=-1)], everything)
    assert keys(goods, found) == {"F1-navy", "F1-black"}
    found, _ = goods.answers(row(goods, "F1-red"), [Wish("sleeve", direction=1)], everything)
    assert keys(goods, found) == {"F2-red"}
    found, _ = goods.answers(row(goods, "F2-red"), [Wish("sleeve", direction=1)], everything)
    assert not len(found)


def test_the_reference_is_never_the_answer(goods: Goods) -> None:
    random = Random(0)
    for _ in range(40):
        query = ask(
            goods, 3, random.choice(("one", "two", "relative")), np.arange(24), TRAINING, random
        )
        if query is not None:
            assert 3 not in query.answers


def test_ranks_and_what_is_kept(goods: Goods) -> None:
    everything = np.arange(len(goods))
    at = row(goods, "F1-red")
    wishes = (Wish("colour", "navy"),)
    right, _ = goods.answers(at, wishes, everything)
    query = Query(at, "in navy", wishes, right)
    scores = np.zeros((1, len(goods)))
    scores[0, at] = 9.0  # the reference itself is not shown
    scores[0, row(goods, "F6-black")] = 5.0
    scores[0, right] = 4.0
    got = answer(scores, everything, [query])
    assert got.ranks.tolist() == [1]
    assert got.recall(1) == 0.0
    assert got.recall(10) == 1.0
    assert at not in got.top[0]
    best = sorted(everything[everything != at], key=lambda r: (
        goods.columns["colour"][r] != "navy", goods.changes(at, wishes, np.array([r]))[0]
    ))[:5]  # fmt: skip
    assert kept(goods, [query], [np.array(best)], everything) == pytest.approx(1.0)
    assert kept(goods, [query], got.top, everything) == 1.0  # wrong colours keep all, and no more
    assert fulfilled(goods, [query], got.top) == pytest.approx(0.2)
    others = np.array([row(goods, "F4-navy"), row(goods, "F6-navy")])
    assert kept(goods, [query], [others], everything) < 1.0
    assert fulfilled(goods, [query], [np.array(best)]) == 1.0
    assert fulfilled(goods, [query], [right]) == 1.0


def test_places_lie_where_the_parts_lie() -> None:
    parts = np.zeros((75, 60), np.uint8)
    parts[10:60, 15:45] = PARTS.index("body")
    parts[10:40, 0:15] = PARTS.index("sleeve_right")
    marks = {"neck_left": (0.6, 0.14), "neck_right": (0.4, 0.14), "collar": (0.5, 0.17)}
    shape = Shape(marks, parts)
    maps = place_maps(shape, 15)
    sleeve, neck = maps[PLACES.index("sleeve")], maps[PLACES.index("neck")]
    assert sleeve.sum() * 25 == pytest.approx(30 * 15)  # cells of 5 × 5, in a square of 75
    assert sleeve[:, 5:].sum() == 0
    assert neck.sum() > 0
    assert neck[6:].sum() == 0  # nothing of it below the chest
    assert garment_map(shape, 15).sum() * 25 == pytest.approx((parts > 0).sum())
