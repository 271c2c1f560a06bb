"""Concatenation: picture and words side by side through two layers, a yardstick. Knows no picture, no string.

As in Vo et al. (CVPR 2019): f = W_2 relu(W_1 [x, t]), x and t the encoder's vectors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

from demo.models.composing import ComposingNetwork, Made, Seen, unit
from demo.models.towers import TextFeatures


class Concatenation(ComposingNetwork):
    """[x, t] -> f, on vectors [B, D]."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        size = self.sizes.dimension
        self.compose_both = nn.Sequential(
            nn.BatchNorm1d(2 * size), nn.ReLU(), nn.Linear(2 * size, 2 * size),
            nn.BatchNorm1d(2 * size), nn.ReLU(), nn.Linear(2 * size, size),
        )  # fmt: skip
        self.project = nn.Linear(size, size)
        nn.init.eye_(self.project.weight)
        nn.init.zeros_(self.project.bias)

    def gallery(self, seen: Seen) -> list[Tensor]:
        return [self.project(seen.pooled)]

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        both = torch.cat([seen.pooled, unit(words.pooled)], 1)  # [B, 2 D]
        return Made([self.project(self.compose_both(both))])
