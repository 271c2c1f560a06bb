"""Questions go together when they come together, in order, and an error reaches whoever asked."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest

from demo.models.together import Together


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def test_answers_come_in_order(pool: ThreadPoolExecutor) -> None:
    together = Together[int, int](lambda numbers: [n * n for n in numbers], pool, 2, most=3)
    assert together.ask(range(10)) == [n * n for n in range(10)]
    assert together.ask([]) == []
    with ThreadPoolExecutor(8) as threads:
        asked = [range(n, n + n % 5) for n in range(60)]
        expected = [[n * n for n in numbers] for numbers in asked]
        assert list(threads.map(together.ask, asked)) == expected


def test_who_waits_goes_along_and_who_is_alone_does_not_wait(pool: ThreadPoolExecutor) -> None:
    passes: list[list[str]] = []
    first, go = Event(), Event()

    def answer(words: list[str]) -> list[str]:
        passes.append(words)
        if words == ["first"]:
            first.set()
            assert go.wait(10)
        return [word.upper() for word in words]

    together = Together[str, str](answer, pool, 1, most=4)
    with ThreadPoolExecutor(8) as threads:
        alone = threads.submit(together.ask, ["first"])
        assert first.wait(10)  # it was not held back for others
        others = [threads.submit(together.ask, [word]) for word in "abcdef"]
        for _ in range(1000):
            if len(together._waiting) == 6:
                break
            sleep(0.01)
        go.set()
        assert alone.result(10) == ["FIRST"]
        assert [other.result(10) for other in others] == [[word] for word in "ABCDEF"]
    assert [len(words) for words in passes] == [1, 4, 2]


def test_an_error_is_told_and_the_next_is_answered(pool: ThreadPoolExecutor) -> None:
    together = Together[int, float](lambda numbers: [1 / n for n in numbers], pool, 2, most=2)
    with pytest.raises(ZeroDivisionError):
        together.ask([1, 0])
    assert together.ask([2, 4, 8]) == [0.5, 0.25, 0.125]
    short = Together[int, int](lambda numbers: numbers[1:], pool, 1, most=9)
    with pytest.raises(ValueError, match="argument"):
        short.ask([1, 2])
