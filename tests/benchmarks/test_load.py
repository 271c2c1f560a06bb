"""The crowd: shoppers talk to a real server, load what they are shown, and count what goes wrong."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import httpx
import psutil
import pytest
from dressed import dressed_shop

from demo.benchmarks import load
from demo.benchmarks.load import Tally, crowd
from demo.benchmarks.window import Layout, Reply, Window
from demo.cli import main
from demo.shop import Shop
from tests.ui.serving import Server, served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shop, Server]]:
    shop = dressed_shop(tmp_path_factory.mktemp("dressed") / "shop")
    with served(shop) as server:
        yield shop, server


def test_a_window_does_what_a_browser_does(server: tuple[Shop, Server]) -> None:
    shop, at = server
    item = shop.catalogue.products[0]

    async def shopper() -> list[Reply]:
        async with httpx.AsyncClient(base_url=at.address, timeout=60) as client:
            window = Window(client, Layout.of((await client.get("/config")).json()))
            replies = [
                await window.open(f"?item={item.sku}"),
                await window.say("in navy"),
                await window.say(""),
                await window.visit(f"?item={shop.catalogue.products[1].sku}"),
            ]
            for reply in replies:
                await window.load(reply)
            await window.close()
            return replies

    opened, said, nothing, visited = asyncio.run(shopper())
    assert [reply.trouble for reply in (opened, said, nothing, visited)] == [""] * 4
    hits = shop.results(shop.say(shop.start(item.sku), "in navy")).hits
    assert set(said.skus) >= {hit.product.sku for hit in hits}
    assert len(said.pictures) >= len(hits)
    assert nothing.notice  # the page would show why
    assert nothing.pictures == ()
    assert visited.skus


def test_a_crowd_is_measured(server: tuple[Shop, Server], monkeypatch: pytest.MonkeyPatch) -> None:
    shop, at = server
    monkeypatch.setattr(load, "EVERY", 0.4)
    tally = asyncio.run(crowd(at.address, shop.catalogue, count=3, seconds=4))
    assert tally.troubles == []
    assert tally.visits >= 3
    assert len(tally.turns) >= 3
    assert 0 < tally.p(50) <= tally.p(95)
    assert tally.p(95, "pictures") > 0


def test_troubles_are_counted(server: tuple[Shop, Server]) -> None:
    """A server that is full: the sentence is what the page shows, and it counts as an error."""
    shop, at = server
    at.page._queue.max_size = 0
    try:
        tally = asyncio.run(crowd(at.address, shop.catalogue, count=1, seconds=4))
    finally:
        at.page._queue.max_size = None
    assert tally.troubles
    assert all("429: Many shoppers are here at this moment" in said for said in tally.troubles)


def test_a_soak_tells_what_memory_does(
    server: tuple[Shop, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, at = server
    monkeypatch.setattr(load, "EVERY", 0.4)
    monkeypatch.setattr(load, "MINUTE", 1.5)
    lines = asyncio.run(load._soak(at.address, shop.catalogue, 2, 3, psutil.Process()))
    assert [line.split(" | ")[0] for line in lines[2:5]] == ["| 1", "| 2", "| 3"]
    assert all(" MiB | " in line for line in lines[2:5])
    assert re.fullmatch(r"Largest growth of memory after warm-up: \d+\.\d%\.", lines[-1])


def test_percentiles_are_milliseconds() -> None:
    tally = Tally(turns=[0.1, 0.2, 0.3])
    assert tally.p(50) == pytest.approx(200)
    assert str(Tally().p(50)) == "nan"


@pytest.mark.parametrize("shoppers", ["", "0", "1,x", "1,5,9000", "-3"])
def test_crowds_are_checked(shoppers: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["bench", "load", f"--shoppers={shoppers}"])
    assert caught.value.code == 2
    assert "whole numbers" in capsys.readouterr().err
