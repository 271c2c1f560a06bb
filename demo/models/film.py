"""FiLM: feature-wise linear modulation, a yardstick for composing. Knows no picture, no string.

Perez et al., AAAI 2018, as Vo et al. (CVPR 2019) use it: words give each channel of the reference's map
a scale and a shift, and a convolution follows:

    f = mean_places(x + relu(conv((1 + γ(t)) ⊙ x + β(t))))

The map is the tower's last, in the space shared with words; γ and β start at 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn
from torch.nn import functional

from demo.models.composing import ComposingNetwork, Made, Seen, unit
from demo.models.towers import TextFeatures


class FiLM(ComposingNetwork):
    """Two modulated layers on the patches [B, N, D]."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        size = self.sizes.dimension
        self.modulate = nn.ModuleList([nn.Linear(size, 2 * size) for _ in range(2)])
        self.mix = nn.ModuleList([nn.Linear(size, size) for _ in range(2)])  # 1 × 1 convolutions
        for layer in self.modulate:
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)
        self.project = nn.Linear(size, size)
        nn.init.eye_(self.project.weight)
        nn.init.zeros_(self.project.bias)

    def gallery(self, seen: Seen) -> list[Tensor]:
        return [self.project(seen.patches.mean(1))]

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        x, text = seen.patches, unit(words.pooled)
        for modulate, mix in zip(self.modulate, self.mix, strict=True):
            scale, shift = modulate(text)[:, None].chunk(2, -1)  # [B, 1, D] each
            x = x + functional.relu(mix((1 + scale) * x + shift))
        return Made([self.project(x.mean(1))])
