"""TIRG: text and image residual gating. Knows no picture, no string.

Vo et al., CVPR 2019:

    f = w_g f_gate(x, t) + w_r f_res(x, t)
    f_gate = σ(W_g2 relu(W_g1 [x, t])) ⊙ x        f_res = W_r2 relu(W_r1 [x, t])

Here x and t are the encoder's vectors of picture and words (the paper gates the last layer too), and
the gate starts open, so that the untrained network gives the reference back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

from demo.models.composing import ComposingNetwork, Made, Seen, unit
from demo.models.towers import TextFeatures


class TIRG(ComposingNetwork):
    """Gated reference plus residual, on vectors [B, D]."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        size = self.sizes.dimension
        self.gate = nn.Sequential(
            nn.BatchNorm1d(2 * size), nn.ReLU(), nn.Linear(2 * size, size),
            nn.ReLU(), nn.Linear(size, size),
        )  # fmt: skip
        self.residual = nn.Sequential(
            nn.BatchNorm1d(2 * size), nn.ReLU(), nn.Linear(2 * size, 2 * size),
            nn.ReLU(), nn.Linear(2 * size, size),
        )  # fmt: skip
        nn.init.constant_(self.gate[-1].bias, 3.0)
        self.w = nn.Parameter(torch.tensor([1.0, 0.1]))  # w_g, w_r
        self.project = nn.Linear(size, size)
        nn.init.eye_(self.project.weight)
        nn.init.zeros_(self.project.bias)

    def gallery(self, seen: Seen) -> list[Tensor]:
        return [self.project(seen.pooled)]

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        x = seen.pooled
        both = torch.cat([x, unit(words.pooled)], 1)  # [B, 2 D]
        made = self.w[0] * torch.sigmoid(self.gate(both)) * x + self.w[1] * self.residual(both)
        return Made([self.project(made)])
