"""Kills a process at its n-th step towards the disk, as a power cut or `kill -9` would."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from itertools import count

import pytest

STEPS = ("fsync", "replace", "unlink", "open")
"""functions of `os` that are counted; `pathlib` goes through them too"""


def dies_at(step: int, work: Callable[[], object]) -> bool:
    """Runs `work` in a process that is killed before its step-th step; False when it came to its end."""
    child = os.fork()
    if child == 0:
        steps = count(1)

        def counted(function: Callable) -> Callable:
            def run(*values: object, **named: object) -> object:
                if next(steps) == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return function(*values, **named)

            return run

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        pytest.fail("the work itself failed")
    return False


def every_death(work: Callable[[], object], look: Callable[[], object]) -> int:
    """Kills `work` at each of its steps in turn and calls `look` after each death; their number."""
    for step in count(1):
        if not dies_at(step, work):
            return step - 1
        look()
    raise AssertionError
