"""The clock: stages add up, what lies within another is counted once, errors are measured too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import perf_counter, sleep

import pytest

from demo.shop import Shop
from demo.stages import STAGES, clock, stage
from demo.types import Filters


def test_a_stage_within_another_is_counted_once() -> None:
    started = perf_counter()
    with clock() as mine:
        with stage("compose"):
            sleep(0.01)
            with stage("encode"):
                sleep(0.03)
        with stage("encode"):
            sleep(0.01)
    whole = 1e3 * (perf_counter() - started)
    assert mine.timings["encode"] >= 40
    assert 10 <= mine.timings["compose"] < mine.timings["encode"]
    assert sum(mine.timings.values()) <= whole


def test_a_question_within_another_is_told_to_both() -> None:
    with clock() as outer:
        with stage("render"):
            sleep(0.005)
            with clock() as inner:
                with stage("search"):
                    sleep(0.02)
            assert set(inner.timings) == {"search"}
    assert outer.timings["search"] == inner.timings["search"]
    assert 5 <= outer.timings["render"] < 20


def test_errors_are_measured_and_passed_on() -> None:
    with clock() as mine:
        with pytest.raises(ValueError, match="no"):
            with stage("rank"):
                raise ValueError("no")
        with stage("rank"):
            pass
    assert set(mine.timings) == {"rank"}


def test_threads_do_not_share_a_clock() -> None:
    def ask(name: str) -> dict[str, float]:
        with clock() as mine:
            with stage(name):
                sleep(0.01)
        return mine.timings

    with stage("nobody asks"):
        pass  # without a clock nothing happens
    with ThreadPoolExecutor(4) as pool:
        assert [set(t) for t in pool.map(ask, "abcd")] == [{"a"}, {"b"}, {"c"}, {"d"}]


def test_a_turn_names_its_stages(shop: Shop, composing: Shop) -> None:
    for mine in (shop, composing):
        session = mine.say(mine.start(item="F1-red"), "in green, under 40 euros")
        timings = mine.results(session).timings
        assert set(timings) <= set(STAGES)
        assert {"understand", "compose", "filter", "search", "rank", "explain"} <= set(timings)
        assert all(took >= 0 for took in timings.values())
    session = composing.say(composing.start(item="F2-navy"), "in purple")
    assert "encode" in composing.results(session).timings


def test_a_shelf_names_its_stages(shop: Shop) -> None:
    fresh = Filters(price_min=0.37)  # an order that was asked for before is kept
    assert {"filter", "rank"} <= set(shop.browse(fresh).timings) <= set(STAGES)
