"""ZeroGPU: a Space's GPU is lent for single calls to functions marked before the page opens.

Knows the `spaces` package when it is there, and no network. Anywhere else nothing is changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SECONDS: Final = 60
"""for how long the GPU is asked for: four steps take a few seconds, reading the words one"""


def on_zero_gpu() -> bool:
    """Whether this is a Space whose GPU is lent call by call."""
    return os.environ.get("SPACES_ZERO_GPU", "").lower() in ("1", "t", "true")


def lent(function: Callable[P, R]) -> Callable[P, R]:
    """The function, run with a lent GPU where there is one to lend: arguments and result are pickled."""
    try:
        import spaces
    except ImportError:
        return function
    return spaces.GPU(duration=SECONDS)(function)
