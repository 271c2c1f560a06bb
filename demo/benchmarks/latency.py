"""`bench latency`: cold start, memory and the time of one turn, as a shopper would meet them.

Starts the real app in a process of its own for the first two; turns are timed inside the shop, alone and
eight at once, stage by stage, and in the same run beside the plainest pipeline there is.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from statistics import median
from time import perf_counter, sleep
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import numpy as np
import psutil

from demo.benchmarks.plain import ARCHITECTURE, PlainPipeline
from demo.catalog.vocabulary import SWATCHES
from demo.errors import ShopError
from demo.settings import ROOT, from_environment
from demo.shop import Shop
from demo.stages import STAGES, clock
from demo.types import Session
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import look

PATIENCE: Final = 120.0
"""seconds after which a start counts as failed"""
ASKED: Final = (
    "in {}", "the same in {} please", "something {} but cosier", "in {}, under 90 euros",
)  # fmt: skip
THEN: Final = (
    "with long sleeves",
    "for a wedding",
    "less formal",
    "with a bit more room",
    "cheaper",
)
WARM_UP: Final = 20
"""turns before the first that counts"""
AT_ONCE: Final = 8
"""threads that ask at the same time"""
PLAIN_TURNS: Final = 40
BELOW: Final = 0.05
"""milliseconds that are printed as such"""


@dataclass(frozen=True)
class Times:
    """Turns that were timed."""

    turns: Sequence[float]
    """milliseconds of each"""
    stages: Sequence[Mapping[str, float]]
    """stage -> milliseconds, of each turn; `render` is the page's HTML, which is no part of the turn"""

    def of(self, stage: str) -> Sequence[float]:
        """Milliseconds of a stage in each turn, 0 where it did not come."""
        return [turn.get(stage, 0.0) for turn in self.stages]


def report(turns: int, starts: int) -> str:
    """The tables of the README, in Markdown."""
    cold = [_cold_start() for _ in range(starts)]
    page, answer, memory = (median(values) for values in zip(*cold, strict=True))
    shop = Shop.open(from_environment())
    alone = timed(shop, turns, seed=6)
    unseen = timed(shop, turns, seed=5, opened=False)
    started = perf_counter()
    together = timed(shop, turns, seed=7, at_once=AT_ONCE)
    rate = (turns + WARM_UP) / (perf_counter() - started)
    plain = beside_plain(shop, PLAIN_TURNS)
    times = f"{plain[0] / plain[1]:.1f} and {plain[0] / plain[2]:.1f}"
    return "\n".join([
        "| what | measured | budget |", "|---|---|---|",
        f"| `python app.py` until the page is served, median of {starts} | {page:.1f} s | 10 s |",
        f"| … until the first answer | {answer:.1f} s | 18 s |",
        f"| resident memory once it answers | {memory / 2**30:.2f} GiB | 1.5 GB |",
        f"| one turn in the shop, p50 / p95 / p99 of {turns} | {_quantiles(alone.turns)} ms | "
        "25 / 60 ms |",
        f"| … about an item whose page was not opened before | {_quantiles(unseen.turns)} ms | |",
        f"| … {AT_ONCE} at once ({rate:.0f} turns a second) | {_quantiles(together.turns)} ms | |",
        f"| the plain pipeline ({ARCHITECTURE}, mean, flat FAISS), p50 | {plain[0]:.0f} ms | |",
        f"| … times as long as the shop's turn, item opened and not | {times} | 8 |",
        "", f"| stage, ms | alone p50 / p95 / p99 | {AT_ONCE} at once p50 / p95 / p99 |",
        "|---|---|---|",
        *(f"| {stage} | {_quantiles(alone.of(stage))} | {_quantiles(together.of(stage))} |"
          for stage in STAGES),
    ])  # fmt: skip


def timed(shop: Shop, count: int, seed: int, opened: bool = True, at_once: int = 1) -> Times:
    """The times of `count` turns after a warm-up, asked by `at_once` threads."""
    pictures = Pictures(shop.catalogue)

    def ask(session: Session) -> tuple[float, Mapping[str, float]]:
        if opened:
            shop.results(as_opened(session))
            sleep(0.05)
        started = perf_counter()
        results = shop.results(session)
        took = 1e3 * (perf_counter() - started)
        with clock() as page:
            look(shop, pictures, Place(session=session))
        return took, {**results.timings, "render": page.timings["render"]}

    with ThreadPoolExecutor(at_once) as pool:
        asked = list(pool.map(ask, conversations(shop, count + WARM_UP, seed)))[WARM_UP:]
    return Times([took for took, _ in asked], [stages for _, stages in asked])


def as_opened(session: Session) -> Session:
    """The session as it was when its item was opened."""
    return Session(item=session.item)


def conversations(shop: Shop, count: int, seed: int) -> Iterator[Session]:
    """Sessions of one or two turns about items, none of which comes twice while there are others.

    Shoppers open an item before they talk about it, and the shop looks at it meanwhile; who follows a
    link to a conversation has not opened it.
    """
    random = Random(seed)
    colours = [c.replace("-", " ") for c in SWATCHES]
    items: list[str] = []
    for number in range(count):
        if not items:
            items = random.sample([p.sku for p in shop.catalogue.products], len(shop.catalogue))
        session = shop.start(items.pop())
        session = shop.say(session, random.choice(ASKED).format(random.choice(colours)))
        if random.random() < 0.6:  # a second turn, with words that no cache has met
            mood = random.choice(("day", "mood", "look"))
            session = shop.say(session, f"{random.choice(THEN)} {mood} {seed}{number}")
        yield session


def beside_plain(shop: Shop, count: int) -> tuple[float, float, float]:
    """(the plain pipeline's, the shop's, the shop's for an item not opened) median ms of a turn.

    Turn by turn in alternation, so that a busy minute is as bad for all of them.
    """
    plain = PlainPipeline(len(shop.catalogue))
    rows: list[tuple[float, float, float]] = []
    opened, link = (conversations(shop, count + WARM_UP, seed) for seed in (8, 9))
    for first, second in zip(opened, link, strict=True):
        shop.results(as_opened(first))
        sleep(0.05)
        picture = shop.product(first.item).image
        words = " ".join(turn.words for turn in first.turns)
        rows.append((
            _milliseconds(lambda p=picture, w=words: plain.turn(p, w)),
            _milliseconds(lambda s=first: shop.results(s)),
            _milliseconds(lambda s=second: shop.results(s)),
        ))  # fmt: skip
    theirs, ours, unseen = (median(column) for column in zip(*rows[WARM_UP:], strict=True))
    return theirs, ours, unseen


def _milliseconds(call: Callable[[], object]) -> float:
    started = perf_counter()
    call()
    return 1e3 * (perf_counter() - started)


def _quantiles(values: Sequence[float]) -> str:
    """ "12.3 / 20.1 / 25.0": p50, p95 and p99."""
    shown = [f"{v:.1f}" if v >= BELOW else "0" for v in np.percentile(values, (50, 95, 99))]
    return " / ".join(shown)


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
