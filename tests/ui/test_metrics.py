"""Counting and logging, which are off unless asked for, and tell nothing of what shoppers say or send."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import httpx
import pytest

from demo.errors import SettingsError, WordsError
from demo.settings import Settings, from_environment
from demo.shop import Shop
from demo.stages import stage
from demo.ui.logs import OURS, write_json_lines
from demo.ui.metrics import Meter
from tests.ui.serving import at_a_free_port, call, served


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the project logs as JSON during a test."""
    ours, to = logging.getLogger(OURS), io.StringIO()
    before = ours.handlers, ours.level, ours.propagate
    write_json_lines(to)
    yield to
    ours.handlers, ours.level, ours.propagate = before


def told(lines: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_outcomes_and_stages_are_logged(lines: io.StringIO) -> None:
    meter = Meter(logging=True)
    with meter.question("search") as asked:
        with stage("search"):
            asked.products = 3
    with pytest.raises(WordsError):
        with meter.question("search"):
            raise WordsError("my secret words")
    with pytest.raises(ZeroDivisionError):
        with meter.question("similar"):
            1 / 0  # noqa: B018
    first, second, third = told(lines)
    assert (first["call"], first["outcome"], first["products"]) == ("search", "answered", 3)
    assert first["stages"].keys() == {"search"}
    assert first["ms"] >= first["stages"]["search"] >= 0
    assert (second["outcome"], third["outcome"]) == ("refused", "failed")
    assert "secret" not in lines.getvalue()


def test_an_error_is_logged_without_its_message(lines: io.StringIO) -> None:
    try:
        raise ValueError("my secret words")
    except ValueError:
        logging.getLogger("demo.ui.events").exception("A place %s could not be shown", "my address")
    (line,) = told(lines)
    assert line["error"] == "ValueError"
    assert line["level"] == "error"
    assert line["at"][0].startswith("test_metrics.py:")
    assert "secret" not in lines.getvalue()
    assert "address" not in lines.getvalue()


def test_without_being_asked_nothing_is_told(dressed: Shop, lines: io.StringIO) -> None:
    with served(dressed) as server:
        assert call(server.address, "search", text="navy", k=1)[0] == "complete"
        assert httpx.get(f"{server.address}/metrics").status_code == 404
    assert lines.getvalue() == ""
    assert Meter().routes() == []


def test_a_server_counts_and_logs(dressed: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    ours = logging.getLogger(OURS)
    before = ours.handlers, ours.level, ours.propagate
    try:
        with served(at_a_free_port(dressed, metrics=True, log="json")) as server:
            for words in ("a navy shirt", "zebra unicorns", ""):
                call(server.address, "search", text=words, k=2)
            call(server.address, "similar", item="TE-navy", k=2)
            text = httpx.get(f"{server.address}/metrics").text
    finally:
        ours.handlers, ours.level, ours.propagate = before
    assert 'shop_answers_total{call="search",outcome="answered"} 2.0' in text
    assert 'shop_answers_total{call="search",outcome="refused"} 1.0' in text
    assert 'shop_answer_seconds_count{call="similar"} 1.0' in text
    assert 'shop_stage_seconds_bucket{le="+Inf",stage="search"} 3.0' in text
    memory = next(line for line in text.splitlines() if line.startswith("shop_memory_bytes "))
    assert float(memory.split()[1]) > 50e6
    assert "shop_sessions " in text
    assert "python_gc" not in text  # a registry of its own
    out = capsys.readouterr().out
    logged = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    assert [line["outcome"] for line in logged] == ["answered", "answered", "refused", "answered"]
    assert logged[0]["products"] == 2
    assert "zebra" not in out


def test_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not Settings().metrics
    assert Settings().log == "plain"
    monkeypatch.setenv("SHOP_METRICS", "1")
    monkeypatch.setenv("SHOP_LOG", "json")
    assert from_environment().metrics
    assert from_environment().log == "json"
    monkeypatch.setenv("SHOP_METRICS", "maybe")
    with pytest.raises(SettingsError, match="SHOP_METRICS is 1 or 0"):
        from_environment()
    with pytest.raises(SettingsError, match="plain or json"):
        Settings(log="xml")
