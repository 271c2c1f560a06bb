"""`bench load`: many shoppers at once at the real server, and one crowd for long; time, errors, memory.

Each shopper has a product in mind, opens another one of its category, and says what should be different,
a turn every three seconds, loading the pictures that are shown. Server and shoppers share the machine.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from statistics import median
from time import perf_counter, sleep
from typing import Final

import httpx
import numpy as np
import psutil

from demo.benchmarks.shopper import TURNS, difference
from demo.benchmarks.window import Layout, Reply, Window
from demo.catalog.catalogue import Catalogue
from demo.errors import ShopError
from demo.settings import ROOT, from_environment
from demo.types import Product

EVERY: Final = 3.0
"""seconds from one turn of a shopper to the next"""
START: Final = 300.0
"""seconds that the server may take to start"""
MINUTE: Final = 60.0
WARM_UP: Final = 0.3
"""share of a soak after which memory is compared"""


@dataclass
class Tally:
    """What one crowd has met so far."""

    turns: list[float] = field(default_factory=list)
    """seconds until an answer was there"""
    pictures: list[float] = field(default_factory=list)
    """seconds until all pictures of an answer were there, after it"""
    troubles: list[str] = field(default_factory=list)
    visits: int = 0
    """windows opened"""

    def add(self, reply: Reply) -> None:
        if reply.trouble:
            self.troubles.append(reply.trouble)
        else:
            self.turns.append(reply.seconds)

    def p(self, share: float, of: str = "turns") -> float:
        """A percentile in milliseconds; NaN when there is nothing yet."""
        values = getattr(self, of)
        return 1e3 * float(np.percentile(values, share)) if values else float("nan")


def report(crowds: Sequence[int], seconds: float, soak: float = 0, soakers: int = 20) -> str:
    """The tables of the README, in Markdown. `soak` is in minutes; 0 leaves it out."""
    catalogue = Catalogue.read(from_environment().catalog)
    with served() as (address, process):
        lines = [
            f"A turn every {EVERY:.0f} s each, {seconds:.0f} s long; server and shoppers on "
            f"{os.cpu_count()} cores.", "",
            "| shoppers | turns | p50 | p95 | p99 | pictures p95 | errors | server memory | its CPU |",
            "|---|---|---|---|---|---|---|---|---|",
        ]  # fmt: skip
        for count in crowds:
            before, started = _cpu(process), perf_counter()
            tally = asyncio.run(crowd(address, catalogue, count, seconds))
            busy = (_cpu(process) - before) / (perf_counter() - started)
            lines.append(
                f"| {count} | {len(tally.turns)} | {tally.p(50):.0f} ms | {tally.p(95):.0f} ms | "
                f"{tally.p(99):.0f} ms | {tally.p(95, 'pictures'):.0f} ms | {_troubles(tally)} | "
                f"{_memory(process) / 2**20:.0f} MiB | {busy:.2f} cores |"
            )
        if soak:
            lines += ["", *asyncio.run(_soak(address, catalogue, soakers, soak, process))]
    return "\n".join(lines)


@contextmanager
def served(**settings: str) -> Iterator[tuple[str, psutil.Process]]:
    """`python app.py` on a free port of this machine, once it answers: (address, process).

    `settings` are environment variables. Raises ShopError when it does not start.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    there = {"SHOP_PORT": str(port), "SHOP_HOST": "127.0.0.1"}
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=os.environ | there | settings,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        started = perf_counter()
        while not _ready(address):
            if process.poll() is not None or perf_counter() - started > START:
                raise ShopError("`python app.py` does not start; run it once to see why.")
            sleep(0.2)
        yield address, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(30)


async def crowd(
    address: str, catalogue: Catalogue, count: int, seconds: float, tally: Tally | None = None,
    seed: int = 1,
) -> Tally:  # fmt: skip
    """`count` shoppers for some seconds; adds to `tally` as it goes."""
    tally = tally or Tally()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=8 * count)
    async with httpx.AsyncClient(
        base_url=address, limits=limits, timeout=60, trust_env=False
    ) as client:
        layout = Layout.of((await client.get("/config")).json())
        end = perf_counter() + seconds
        await asyncio.gather(*(
            _shopper(client, layout, catalogue, Random(f"{seed}-{number}"), end, tally)
            for number in range(count)
        ))  # fmt: skip
    return tally


async def _shopper(
    client: httpx.AsyncClient, layout: Layout, catalogue: Catalogue, random: Random, end: float,
    tally: Tally,
) -> None:  # fmt: skip
    """One shopper after the other at one seat: comes, talks, goes."""
    await asyncio.sleep(random.uniform(0, EVERY))
    while perf_counter() < end:
        window = Window(client, layout)
        item, target = _wish(catalogue, random)
        tally.visits += 1
        try:
            reply = await window.open(f"?item={item.sku}")
            if reply.trouble:
                tally.troubles.append(reply.trouble)
            await _talk(window, reply, item, target, catalogue, random, end, tally)
        except httpx.HTTPError as error:
            tally.troubles.append(f"picture: {error!r}")
        finally:
            await window.close()


async def _talk(
    window: Window, reply: Reply, item: Product, target: Product, catalogue: Catalogue,
    random: Random, end: float, tally: Tally,
) -> None:  # fmt: skip
    """Up to five turns, each the largest difference between what is seen and what is wished."""
    seen, said = item, set()
    tick = perf_counter()
    for turn in range(TURNS + 1):
        if not reply.trouble:
            tally.pictures.append(await window.load(reply))
        tick = max(tick + EVERY, perf_counter())
        if tick > end:
            return
        await asyncio.sleep(max(0, tick - perf_counter()))
        words = difference(seen, target, said, random) if turn < TURNS else None
        if words is None:  # the last step: look at what was found
            tally.add(await window.visit(f"?item={seen.sku}"))
            return
        said.add(words[0])
        reply = await window.say(words[1])
        tally.add(reply)
        shown = [sku for sku in reply.skus if sku in catalogue.row_of and sku != item.sku]
        seen = catalogue.product(shown[0]) if shown else seen


async def _soak(
    address: str, catalogue: Catalogue, count: int, minutes: float, process: psutil.Process
) -> list[str]:
    tally, samples = Tally(), []
    task = asyncio.create_task(crowd(address, catalogue, count, MINUTE * minutes, tally, seed=2))
    lines = ["| minute | memory | p95 so far | visits | errors |", "|---|---|---|---|---|"]
    started = perf_counter()
    for minute in range(1, round(minutes) + 1):
        values = []
        while perf_counter() - started < MINUTE * minute and not task.done():
            values.append(_memory(process))
            await asyncio.sleep(MINUTE / 30)
        samples.append(median(values or [_memory(process)]))
        lines.append(
            f"| {minute} | {samples[-1] / 2**20:.0f} MiB | {tally.p(95):.0f} ms | {tally.visits} | "
            f"{_troubles(tally)} |"
        )
        print(lines[-1], file=sys.stderr, flush=True)
    await task
    warm = samples[round(WARM_UP * len(samples)) :]
    drift = max(warm) / warm[0] - 1
    return [*lines, "", f"Largest growth of memory after warm-up: {drift:.1%}."]


def _wish(catalogue: Catalogue, random: Random) -> tuple[Product, Product]:
    """(item in hand, product in mind) of one category and two designs."""
    while True:
        item, target = random.choice(catalogue.products), random.choice(catalogue.products)
        if item.get("category") == target.get("category") and item.family != target.family:
            return item, target


def _troubles(tally: Tally) -> str:
    first = f" ({tally.troubles[0]})" if tally.troubles else ""
    return f"{len(tally.troubles)}{first}"


def _ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/ready", timeout=60, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def _family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _memory(process: psutil.Process) -> float:
    """Resident bytes of the server."""
    return float(sum(p.memory_info().rss for p in _family(process)))


def _cpu(process: psutil.Process) -> float:
    """Seconds of CPU that the server has used."""
    return float(sum(sum(p.cpu_times()[:2]) for p in _family(process)))
