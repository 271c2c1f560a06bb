"""`bench composed` counts what it says, on a small shop with a fake encoder."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
from composing_fakes import SeeingEncoder, network, pictures

from demo.benchmarks import composed
from demo.benchmarks.composed import (
    Questions,
    by_attribute,
    find_runs,
    measure,
    of_network,
    of_shop,
)
from demo.benchmarks.composed_table import looking, table, two_turns
from demo.benchmarks.looking import Looked
from demo.models.composing import save
from demo.models.untrained import WAYS, Untrained
from demo.search.index import build
from demo.shop import Shop
from demo.training.feature_maps import cached_maps, cached_sentences
from demo.training.goods import Wish, shop_goods
from demo.training.retrieval import Answers
from demo.training.triples import Query

STILL = lambda steps, total: steps  # noqa: E731


class SeeingBundle:
    """A bundle that has been loaded already."""

    ready = True
    encoder = SeeingEncoder()
    network = None
    network_id = ""


@pytest.fixture(scope="module")
def asked(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Questions:
    """Every product, asked for in another colour."""
    cache = tmp_path_factory.mktemp("cache")
    encoder = SeeingBundle.encoder
    seeing = Shop(shop.catalogue, build(shop.catalogue, encoder), SeeingBundle(), shop.settings)  # type: ignore[arg-type]
    goods = shop_goods(shop.catalogue, np.zeros(len(shop.catalogue)))
    everything, random = np.arange(len(goods)), Random(0)
    queries = []
    for row in everything:
        colour = random.choice(
            [c for c in ("red", "green", "navy") if c != goods.columns["colour"][row]]
        )
        wishes = (Wish("colour", colour),)
        answers, changes = goods.answers(int(row), wishes, everything)
        queries.append(Query(int(row), f"in {colour}", wishes, answers, changes))
    maps = cached_maps(encoder, goods.pictures, [1] * len(goods), (), STILL, cache)
    sentences = cached_sentences(encoder, [q.words for q in queries], STILL, cache)
    empty = np.array([], dtype=int)
    return Questions(
        goods, maps, {"one": queries}, {"one": sentences}, everything, empty, [], seeing
    )


def test_yardsticks_answer_as_they_should(asked: Questions) -> None:
    rows = {
        name: measure(of_network(made, asked), asked)
        for name, made in composed.untrained(asked).items()
    }
    assert set(rows) == set(WAYS)
    assert rows["text only"]["met"] > rows["image only"]["met"]
    assert rows["image only"]["met"] == 0.0  # all that looks most alike has the same colour
    assert rows["untrained shift"]["one.r10"] > rows["image only"]["one.r10"]
    for row in rows.values():
        assert all(0 <= value <= 1 for value in row.values())
        assert row["one.r1"] <= row["one.r10"] <= row["one.r50"] == 1.0


def test_the_shop_is_asked_in_words(asked: Questions) -> None:
    row = measure(of_shop(asked.shop, asked, list(asked.asked)), asked)
    assert row["one.r1"] > 0.9  # its table knows colours
    assert row["met"] > 0.9


def test_by_attribute(asked: Questions) -> None:
    queries = asked.asked["one"][:4]
    found = by_attribute(Answers(np.array([0, 9, 10, 50]), ()), queries)
    assert found == {"colour": 0.5}


def test_runs_of_another_encoder_are_not_measured(tmp_path: Path) -> None:
    for name in ("val-1", "val-2", "tirg-1"):
        save(network(name.partition("-")[0]), tmp_path / name, {"seed": 1})
    assert {name: len(folders) for name, folders in find_runs(tmp_path, "fake").items()} == {
        "val": 2, "tirg": 1,
    }  # fmt: skip
    assert find_runs(tmp_path, "lite-0") == {}


def test_the_table_has_means_and_deviations() -> None:
    runs = [
        {"one.r1": r, "one.r10": 0.9, "one.r50": 1.0, "swap.r1": 0.8, "swap.r10": 1.0, "kept": 0.97,
         "met": 0.5, "ms": 2.0, "parameters": 960_000}
        for r in (0.4, 0.6)
    ]  # fmt: skip
    text = table(
        {"val": runs, "as served in the shop": [{"one.r1": 0.7}]}, {"one": 40}, (24, 0), "fake"
    )
    (val,) = (line for line in text if line.startswith("| VAL"))
    assert "50.0 ± 14.1 / 90.0 ± 0.0 / 100.0 ± 0.0" in val
    assert "0.96 M" in val
    assert "22.9 / 50.8 / 73.3" in val
    assert "40 single wishes" in text[0]
    columns = {line.count("|") for line in text if line.startswith("|")}
    assert len(columns) == 1


def test_sentences_of_attention_and_turns() -> None:
    one = Looked({"sleeve": 0.5}, {"sleeve": 0.1}, {"sleeve": 0.25}, {"sleeve": 100.0})
    (said,) = looking({"val": [one]})
    assert "50 % of their weight" in said
    assert "5.0 ×" in said
    assert "2.0 ×" in said
    assert two_turns([]) == []
    (said,) = two_turns([{"two.words": 0.8, "two.maps": 0.6}, {"two.words": 0.6, "two.maps": 0.6}])
    assert "70.0" in said
    assert "60.0" in said


def test_an_unknown_yardstick_is_refused() -> None:
    sizes = {"low": (1, 1, 1), "middle": (1, 1, 1), "high": (1, 1, 1), "dimension": 4}
    with pytest.raises(ValueError, match="luck"):
        Untrained({"network": "untrained", "way": "luck", "sizes": sizes})
    assert len(pictures()) == 3
