"""`bench latency`: cold start, memory and the time of one turn, as a shopper would meet them.

Starts the real app in a process of its own for the first two; the turn is timed inside the shop.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from random import Random
from statistics import median
from time import perf_counter, sleep
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import numpy as np
import psutil

from demo.catalog.vocabulary import SWATCHES
from demo.errors import ShopError
from demo.settings import ROOT, from_environment
from demo.shop import Shop

PATIENCE = 120.0
"""seconds after which a start counts as failed"""
ASKED = ("in {}", "the same in {} please", "something {} but cosier", "in {}, under 90 euros")
THEN = ("with long sleeves", "for a wedding", "less formal", "with a bit more room", "cheaper")


def report(turns: int, starts: int) -> str:
    """The table of the README, in Markdown."""
    cold = [_cold_start() for _ in range(starts)]
    page, answer, memory = (median(values) for values in zip(*cold, strict=True))
    shop = Shop.open(from_environment())
    times, stages = _turns(shop, turns)
    p50, p95, p99 = np.percentile(times, (50, 95, 99))
    unseen = np.percentile(_turns(shop, turns, opened=False)[0], (50, 95))
    parts = ", ".join(f"{name} {value:.1f}" for name, value in stages.items())
    return "\n".join([
        "| what | measured | budget |", "|---|---|---|",
        f"| `python app.py` until the page is served, median of {starts} | {page:.1f} s | 10 s |",
        f"| … until the first answer | {answer:.1f} s | 18 s |",
        f"| resident memory once it answers | {memory / 2**30:.2f} GiB | 1.5 GB |",
        f"| one turn in the shop, p50 of {turns} | {p50:.1f} ms | 25 ms |",
        f"| … p95 / p99 | {p95:.1f} / {p99:.1f} ms | 60 ms |",
        f"| … about an item whose page was not opened before, p50 / p95 | {unseen[0]:.1f} / "
        f"{unseen[1]:.1f} ms | |",
        "", f"Median stages in ms: {parts}.",
    ])  # fmt: skip


def _cold_start() -> tuple[float, float, float]:
    """(seconds to the page, seconds to the first answer, resident bytes then) of `python app.py`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"SHOP_PORT": str(port), "SHOP_HOST": "127.0.0.1"}
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        page = _until(f"http://127.0.0.1:{port}/", started, process)
        answer = _until(f"http://127.0.0.1:{port}/ready", started, process)
        running = psutil.Process(process.pid)
        memory = sum(p.memory_info().rss for p in (running, *running.children(recursive=True)))
        return page, answer, float(memory)
    finally:
        process.terminate()
        process.wait(30)


def _until(address: str, started: float, process: subprocess.Popen) -> float:
    """Seconds from `started` until the address answers 200. Raises ShopError."""
    while perf_counter() - started < PATIENCE:
        if process.poll() is not None:
            raise ShopError("`python app.py` stopped by itself; run it once to see why.")
        try:
            with urlopen(address, timeout=PATIENCE) as reply:
                if reply.status == 200:
                    return perf_counter() - started
        except HTTPError as error:
            if error.code == 404:
                raise ShopError(f"{address} is not served.") from None
        except (URLError, OSError):
            pass
        sleep(0.05)
    raise ShopError(f"{address} did not answer within {PATIENCE:.0f} s.")


def _turns(shop: Shop, count: int, opened: bool = True) -> tuple[list[float], dict[str, float]]:
    """(milliseconds of each turn, median milliseconds of each stage) after a warm-up.

    Shoppers open an item before they talk about it, and the shop looks at it meanwhile; who follows a
    link to a conversation has not `opened` it. No item is asked about twice.
    """
    random = Random(5 + opened)
    colours = [c.replace("-", " ") for c in SWATCHES]
    times: list[float] = []
    stages: list[dict[str, float]] = []
    items = random.sample(shop.catalogue.products, min(count + 20, len(shop.catalogue)))
    for number, item in enumerate(items):
        session = shop.start(item.sku)
        if opened:
            shop.results(session)
            sleep(0.05)
        said = [random.choice(ASKED).format(random.choice(colours))]
        if random.random() < 0.6:  # a second turn, with words that no cache has met
            said.append(f"{random.choice(THEN)} {random.choice(('day', 'mood', 'look'))} {number}")
        for words in said:
            session = shop.say(session, words)
        started = perf_counter()
        results = shop.results(session)
        if number >= 20:
            times.append(1e3 * (perf_counter() - started))
            stages.append(dict(results.timings))
    return times, {name: median(s[name] for s in stages) for name in stages[0]}
