"""Relationship: all pairs of places, each read with the words, a yardstick. Knows no picture, no string.

Santoro et al., NeurIPS 2017, as Vo et al. (CVPR 2019) use it:

    f = h(Σ_{i, j} g([x_i, x_j, t]))

g's first layer is linear in its three parts, so they are multiplied apart and added for each pair. The
map is averaged to at most 4 × 4 places: 256 pairs a picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from torch import Tensor, nn
from torch.nn import functional

from demo.models.composing import ComposingNetwork, Made, Seen, unit
from demo.models.towers import TextFeatures

SIDE: Final = 4


class Relationship(ComposingNetwork):
    """Pairs of patches [B, N, N, D] and words -> f."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        size = self.sizes.dimension
        self.first, self.second, self.text = (nn.Linear(size, size) for _ in range(3))
        self.pair = nn.Sequential(nn.ReLU(), nn.Linear(size, size), nn.ReLU())
        self.whole = nn.Sequential(nn.Linear(size, size), nn.ReLU(), nn.Linear(size, size))
        self.project = nn.Linear(size, size)
        nn.init.eye_(self.project.weight)
        nn.init.zeros_(self.project.bias)

    def gallery(self, seen: Seen) -> list[Tensor]:
        return [self.project(seen.pooled)]

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        size = tuple(min(SIDE, side) for side in seen.high.shape[-2:])
        x = (
            functional.adaptive_avg_pool2d(seen.grid(), size).flatten(2).transpose(1, 2)
        )  # [B, N, D]
        text = self.text(unit(words.pooled))[:, None, None]
        pairs = self.first(x)[:, :, None] + self.second(x)[:, None] + text  # [B, N, N, D]
        related = self.pair(pairs).mean((1, 2))
        return Made([self.project(self.whole(related))])
