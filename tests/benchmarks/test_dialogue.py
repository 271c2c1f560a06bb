"""`bench dialogue` counts what it says it counts."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from demo.benchmarks.dialogue import applied, predicates, read_labels, satisfies, scores, timing
from demo.benchmarks.plot import SIZE, draw_plot
from demo.benchmarks.shopper import WORDINGS, Curve, _said, difference, draw, simulate, table
from demo.catalog.vocabulary import VALUES
from demo.dialogue.understand import understand
from demo.errors import ShopError
from demo.shop import Shop


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    rows = [
        {"text": "in green, longer sleeves", "category": "toptee", "wanted": {"colour": ["green"]},
         "unwanted": {}, "relative": {"sleeve": 1}},
        {"text": "not red", "category": "toptee", "wanted": {"pattern": "solid"},
         "unwanted": {"colour": ["red"]}, "relative": {}},
    ]  # fmt: skip
    file = tmp_path / "captions.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def test_scores(labels: Path) -> None:
    found = scores(read_labels(labels))
    assert found["colour"].f1 == 1
    assert found["pattern"].recall == 0
    assert found["all"].precision == 1
    assert found["all"].recall == pytest.approx(3 / 4)


def test_comparatives_by_any_name() -> None:
    asked = predicates({}, {}, {"colour": "darker", "formality": "-1", "length": 1})
    assert asked == {("relative", "lightness", "-"), ("relative", "style", "-"),
                     ("relative", "length", "+")}  # fmt: skip


def test_bad_labels(tmp_path: Path) -> None:
    with pytest.raises(ShopError, match="no file"):
        read_labels(tmp_path / "none.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"no": 1}\n')
    with pytest.raises(ShopError, match="not a file of labels"):
        read_labels(tmp_path / "bad.jsonl")


def test_satisfying_products(shop: Shop) -> None:
    item = shop.catalogue.row("F1-red")
    met = satisfies(shop, predicates({"colour": "green"}, {}, {"sleeve": 1}), item)
    assert [shop.catalogue.products[row].sku for row in np.flatnonzero(met)] == [
        "F2-green", "F3-green", "F6-green",
    ]  # fmt: skip
    darker = satisfies(shop, predicates({}, {}, {"lightness": -1}), item)
    assert darker[shop.catalogue.row("F1-black")]
    assert not darker[item]


def test_applied_and_timed(shop: Shop, labels: Path) -> None:
    ours, best, used = applied(shop, read_labels(labels), 1)
    assert used == 2
    assert 0 < ours <= best <= 1
    middle, slow = timing(["in green", "no stripes, longer"])
    assert 0 < middle <= slow < 50


def test_shoppers(shop: Shop) -> None:
    curves = simulate(shop, 3, 1)
    lines = table(curves, 3, 24)
    assert [line.split("|")[1].strip() for line in lines[4:]] == [
        "the shop", "without memory", "text search alone",
    ]  # fmt: skip
    assert all(list(curve.found) == sorted(curve.found) for curve in curves.values())
    item, target = draw(shop, 1, 3)[0]
    attribute, words = difference(item, target, set(), Random(1))
    assert item.get(attribute) != target.get(attribute)
    assert target.get(attribute) in understand(words).wanted[attribute]


def test_plot(tmp_path: Path) -> None:
    curves = {"the shop": Curve((0.5, 1.0, 1.0, 1.0, 1.0), (13.0, 2.0, 1.0, 1.0, 1.0))}
    draw_plot(curves, tmp_path / "plot.webp")
    assert Image.open(tmp_path / "plot.webp").size == SIZE
    assert (tmp_path / "plot.webp").stat().st_size < 40_000


def test_every_wording_is_understood() -> None:
    for attribute in ("type", "colour", "pattern", "sleeve", "neckline", "material", "fit", "length"):
        for value in VALUES[attribute]:
            for wording in WORDINGS[attribute]:
                said = understand(wording.format(_said(attribute, value)))
                assert value in said.wanted.get(attribute, ()), (wording, value, said)
