"""`bench latency` times what it says: other items each time, every stage, several threads, both pipelines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.benchmarks import latency
from demo.benchmarks.plain import PlainPipeline
from demo.shop import Shop
from demo.stages import STAGES


def test_no_item_comes_twice_while_there_are_others(shop: Shop) -> None:
    sessions = list(latency.conversations(shop, 24, seed=1))
    assert len({session.item for session in sessions}) == 24
    assert {len(session.turns) for session in sessions} == {1, 2}
    assert sessions == list(latency.conversations(shop, 24, seed=1))
    assert sessions != list(latency.conversations(shop, 24, seed=2))
    assert len(list(latency.conversations(shop, 30, seed=1))) == 30


@pytest.mark.parametrize("at_once", [1, 3])
def test_every_stage_is_timed(composing: Shop, monkeypatch, at_once: int) -> None:
    monkeypatch.setattr(latency, "WARM_UP", 2)
    times = latency.timed(composing, 6, seed=3, at_once=at_once)
    assert len(times.turns) == len(times.stages) == 6
    for stage in STAGES:
        assert max(times.of(stage)) > 0, stage
    for took, stages in zip(times.turns, times.stages, strict=True):
        assert sum(ms for stage, ms in stages.items() if stage != "render") <= took


def test_who_follows_a_link_has_not_opened_the_item(composing: Shop, monkeypatch) -> None:
    looked: list[Path] = []
    monkeypatch.setattr(composing.composer, "look", looked.append)
    monkeypatch.setattr(latency, "WARM_UP", 0)
    latency.timed(composing, 2, seed=4, opened=False)
    assert looked == []
    latency.timed(composing, 2, seed=4)
    assert len(looked) == 2


def test_the_shop_and_the_plain_pipeline_are_asked_the_same(shop: Shop, monkeypatch) -> None:
    asked: list[tuple[Path, str]] = []

    class Plain:
        def __init__(self, count: int) -> None:
            assert count == len(shop.catalogue)

        def turn(self, picture: Path, words: str) -> None:
            asked.append((picture, words))

    monkeypatch.setattr(latency, "WARM_UP", 1)
    monkeypatch.setattr(latency, "PlainPipeline", Plain)
    theirs, ours, unseen = latency.beside_plain(shop, 4)
    expected = list(latency.conversations(shop, 5, seed=8))
    assert asked == [
        (shop.product(s.item).image, " ".join(turn.words for turn in s.turns)) for s in expected
    ]
    assert min(ours, unseen) > theirs  # which did nothing


def test_the_plain_pipeline_is_the_real_architecture(tmp_path: Path) -> None:
    plain = PlainPipeline(60)
    assert sum(p.numel() for p in plain.model.parameters()) > 150e6
    Image.effect_noise((60, 80), 90).save(tmp_path / "a.png")
    found = plain.turn(tmp_path / "a.png", "in red")
    assert len(set(found.tolist())) == 12
    assert np.array_equal(found, plain.turn(tmp_path / "a.png", "in red"))
    assert not np.array_equal(found, plain.turn(tmp_path / "a.png", "a long dress"))


def test_quantiles_are_printed_short() -> None:
    assert latency._quantiles([0.0, 0.0, 0.01]) == "0 / 0 / 0"
    assert latency._quantiles([10.0] * 99 + [20.0]) == "10.0 / 10.0 / 10.1"
