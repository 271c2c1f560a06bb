"""Counts and times every answer, for `/metrics` and for the log, when an operator asks for them.

Knows names, outcomes and milliseconds; it never sees words, photos, tokens or addresses. Counting needs
prometheus_client, which is imported only where SHOP_METRICS is set.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Final, Literal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from demo.errors import ShopError
from demo.stages import clock

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

log = logging.getLogger("demo.answers")

Outcome = Literal["answered", "refused", "failed"]
"""refused: what was asked cannot be answered and the caller was told why"""
BUCKETS: Final = (
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
)  # fmt: skip
"""upper edges, seconds"""


@dataclass
class Question:
    """What is noted while something is answered."""

    products: int = 0
    """how many the answer has"""


class Meter:
    """One for a server; for several threads. Without `counting` and `logging` it measures nothing."""

    def __init__(self, counting: bool = False, logging: bool = False) -> None:
        """`counting` for `/metrics`, `logging` for a line of the log with each answer."""
        self._counts = _Counts() if counting else None
        self._logging = logging

    @contextmanager
    def question(self, name: str) -> Iterator[Question]:
        """Measures the answer that is made in the block; an error it raises is the outcome."""
        noted, outcome = Question(), "failed"
        started = perf_counter()
        with clock() as stages:
            try:
                yield noted
                outcome = "answered"
            except ShopError:
                outcome = "refused"
                raise
            finally:
                took = 1e3 * (perf_counter() - started)
                if self._counts:
                    self._counts.add(name, outcome, took, stages.timings)
                if self._logging:
                    each = {stage: round(ms, 2) for stage, ms in stages.timings.items()}
                    told = {"call": name, "outcome": outcome, "ms": round(took, 2)}
                    more = {"products": noted.products, "stages": each}
                    log.info("answer", extra={"fields": told | more})

    def watch(self, sessions: Callable[[], int]) -> None:
        """From now on also tells how many visits the server remembers."""
        if self._counts:
            self._counts.sessions.set_function(sessions)

    def routes(self) -> list[Route]:
        """`/metrics` in Prometheus' text format where counting is on; else nothing."""
        return [self._counts.route()] if self._counts else []


class _Counts:
    """Histograms and counters in a registry of their own: nothing else of the process is told."""

    def __init__(self) -> None:
        import psutil
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        self.registry: CollectorRegistry = CollectorRegistry()
        self.answers = Counter(
            "shop_answers", "Answers by call and outcome.", ["call", "outcome"],
            registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "shop_answer_seconds", "Time of an answer.", ["call"], buckets=BUCKETS,
            registry=self.registry,
        )  # fmt: skip
        self.stages = Histogram(
            "shop_stage_seconds", "Time of a stage of an answer.", ["stage"], buckets=BUCKETS,
            registry=self.registry,
        )  # fmt: skip
        memory = Gauge("shop_memory_bytes", "Resident memory.", registry=self.registry)
        memory.set_function(lambda: psutil.Process().memory_info().rss)
        self.sessions = Gauge(
            "shop_sessions", "Visits the server remembers.", registry=self.registry
        )

    def add(self, name: str, outcome: str, took: float, stages: dict[str, float]) -> None:
        """`took` and `stages` in milliseconds."""
        self.answers.labels(name, outcome).inc()
        self.seconds.labels(name).observe(took / 1e3)
        for stage, ms in stages.items():
            self.stages.labels(stage).observe(ms / 1e3)

    def route(self) -> Route:
        def metrics(request: Request) -> Response:
            from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

            return Response(generate_latest(self.registry), media_type=CONTENT_TYPE_LATEST)

        return Route("/metrics", metrics, name="metrics")
