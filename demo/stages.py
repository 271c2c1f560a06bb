"""How long each stage of an answer takes: a clock for each question, wherever its stages run.

Knows names and milliseconds; it does not know what a stage does. What a stage within another takes is not
counted twice: while `compose` waits for the encoder, that is `encode`. Without a clock nothing is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import Final

STAGES: Final = (
    "understand", "encode", "compose", "filter", "search", "rank", "explain", "render",
)  # fmt: skip
"""of a turn, in their order; the fitting room has stages of its own"""


class Clock:
    """The stages of one question; it belongs to the thread that asks, so it needs no lock."""

    def __init__(self) -> None:
        self.timings: dict[str, float] = {}
        """stage -> milliseconds; a stage that comes again adds to what it took before"""
        self._within: list[float] = []  # for each open stage, milliseconds of the stages within it

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measures the block as a stage, even when it raises."""
        started = perf_counter()
        self._within.append(0.0)
        try:
            yield
        finally:
            took = 1e3 * (perf_counter() - started)
            self._count(name, took - self._within.pop())
            if self._within:
                self._within[-1] += took

    def part(self, other: Clock) -> None:
        """Takes over what the clock of a question within this one has measured."""
        for name, took in other.timings.items():
            self._count(name, took)
        if self._within:
            self._within[-1] += sum(other.timings.values())

    def _count(self, name: str, took: float) -> None:
        self.timings[name] = self.timings.get(name, 0.0) + took


_running: ContextVar[Clock | None] = ContextVar("clock", default=None)


@contextmanager
def clock() -> Iterator[Clock]:
    """A clock for the question that is answered in the block; a clock around it is told in the end."""
    around, mine = _running.get(), Clock()
    mark = _running.set(mine)
    try:
        yield mine
    finally:
        _running.reset(mark)
        if around is not None:
            around.part(mine)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Measures the block for the clock that runs, if one does."""
    running = _running.get()
    if running is None:
        yield
        return
    with running.stage(name):
        yield
