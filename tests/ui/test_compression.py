"""The page and JSON travel compressed; streams are passed on at once, pictures as they are."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import httpx
import pytest

from demo.shop import Shop
from tests.ui.serving import served

GZIP = {"Accept-Encoding": "gzip"}


@pytest.fixture(scope="module")
def address(dressed: Shop) -> Iterator[str]:
    with served(dressed) as server:
        yield server.address


@pytest.mark.parametrize("path", ["", "config", "gradio_api/info"])
def test_the_page_and_json_are_compressed(address: str, path: str) -> None:
    with httpx.stream("GET", f"{address}/{path}", headers=GZIP) as reply:
        sent = len(b"".join(reply.iter_raw()))
    plain = httpx.get(f"{address}/{path}", headers={"Accept-Encoding": "identity"})
    assert reply.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert sent < 0.45 * len(plain.content)


def test_what_is_compressed_already_is_not_again(dressed: Shop, address: str) -> None:
    from demo.ui.pictures import Pictures

    picture = Pictures(dressed.catalogue).address(dressed.product("TE-navy"), "card")
    for path in (picture, "theme/instrument-sans.woff2"):
        assert "content-encoding" not in httpx.get(f"{address}/{path}", headers=GZIP).headers


def test_a_stream_is_passed_on_as_it_comes(address: str) -> None:
    """The heartbeat of an open page: its next one comes 15 seconds later, too late to push out this one."""
    started = perf_counter()
    there = f"{address}/gradio_api/heartbeat/a-visit"
    with httpx.stream("GET", there, headers=GZIP, timeout=20) as reply:
        first = next(reply.iter_raw())
    assert b"ALIVE" in first
    assert perf_counter() - started < 12
    assert "content-encoding" not in reply.headers
    assert reply.headers["content-type"].startswith("text/event-stream")
