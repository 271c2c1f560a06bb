"""Answers without composing: the picture alone, the words alone, and the untrained shift between them.

Yardsticks without a parameter. They work in the space that pictures and words share:

    image only  x        text only  t        shift  x + (t − t̄)

where t̄ is the words' mean over many sentences, so that what all wishes share does not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from torch import Tensor

from demo.models.composing import Composed, ComposingNetwork, Seen, unit
from demo.models.towers import TextFeatures

WAYS: Final = ("image only", "text only", "untrained shift")


class Untrained(ComposingNetwork):
    """One of `WAYS`, by the config's `way`."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        self.way = str(config["way"])
        if self.way not in WAYS:
            raise ValueError(f"{self.way!r} is not one of {WAYS}")

    def target(self, seen: Seen) -> Tensor:
        return seen.pooled

    def compose(self, seen: Seen, words: TextFeatures) -> Composed:
        text = unit(words.pooled)
        if self.way == "image only":
            return Composed(seen.pooled)
        if self.way == "text only":
            return Composed(text)
        return Composed(unit(seen.pooled + self.said(words)))
