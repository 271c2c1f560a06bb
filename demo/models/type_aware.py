"""The yardstick before CSA-Net: type-aware embeddings (Vasileva et al., ECCV 2018).

One space for all items and, for each two types, a learned non-negative mask that picks the dimensions
by which these two are compared:  f(x; u, v) = x ⊙ relu(m_uv), brought to unit length. Knows feature
vectors and type numbers only. Left out of the paper: its visual-semantic terms, which need captions.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 64
MARGIN = 0.3


class TypeAware(nn.Module):
    """The same head as CSA-Net's, so that a comparison is one of how pairs are conditioned."""

    def __init__(
        self, dimension: int, categories: int, width: int = WIDTH, hidden: int = 128,
        dropout: float = 0.2,
    ) -> None:  # fmt: skip
        super().__init__()
        self.categories = categories
        self.head = nn.Sequential(
            nn.Linear(dimension, hidden), nn.ReLU(), nn.Dropout(dropout),
            nn.Linear(hidden, width),
        )  # fmt: skip
        self.pair_masks = nn.Parameter(torch.randn(categories, categories, width) * 0.1 + 0.9)

    def forward(self, x: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Unit vectors [..., width]; the arguments are CsaNet's, the order of a pair does not matter."""
        return functional.normalize(x * self.weighted(source, target), dim=-1)

    def weighted(self, source: Tensor, target: Tensor) -> Tensor:
        """[..., width] the mask of each pair of types."""
        first, second = torch.minimum(source, target), torch.maximum(source, target)
        return functional.relu(self.pair_masks[first, second])

    def penalty(self) -> Tensor:
        """The paper's ℓ1 term: masks are sparse."""
        return self.pair_masks.abs().mean()


def pair_loss(right: Tensor, wrong: Tensor, present: Tensor, margin: float = MARGIN) -> Tensor:
    """Triplet loss over single pairs: each item of an outfit against one wrong partner.

    `right` is [B, M] the distance of each of the outfit's items to its own partner, `wrong` [B, M] to a
    negative, `present` [B, M] which items there are.
    """
    each = functional.relu(right - wrong + margin) * present
    return each.sum() / present.sum().clamp_min(1)
