"""Complementary items by category-conditioned subspaces (CSA-Net, Lin, Tran & Davis, CVPR 2020).

The network sees one feature vector an item and the two categories of a pair; it knows no catalogue,
no file and no outfit. In place of the paper's own image network, a small head stands on the frozen
encoder's vectors. k learned masks m_j make subspaces of the head's output x, and the weights w of these
come from the pair of categories alone:

    f(x; s, t) = Σ_j w_j(s, t) · (x ⊙ m_j),  brought to unit length

Both items of a pair (source category s, target category t) are seen under the same weights, so a target's
embedding depends on nothing but itself and the pair of categories: one index a pair.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 64
SUBSPACES = 5
MARGIN = 0.3


class CsaNet(nn.Module):
    """Head, masks and attention. `forward` gives what pairs are compared by."""

    def __init__(
        self, dimension: int, categories: int, width: int = WIDTH, subspaces: int = SUBSPACES,
        hidden: int = 128, dropout: float = 0.2,
    ) -> None:  # fmt: skip
        """dimension: of the features; categories: length of the one-hots."""
        super().__init__()
        self.categories = categories
        self.head = nn.Sequential(
            nn.Linear(dimension, hidden), nn.ReLU(), nn.Dropout(dropout),
            nn.Linear(hidden, width),
        )  # fmt: skip
        self.masks = nn.Parameter(torch.randn(subspaces, width) * 0.3 + 1.0)
        self.attention = nn.Sequential(
            nn.Linear(2 * categories, hidden), nn.ReLU(), nn.Linear(hidden, subspaces)
        )

    def forward(self, x: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Unit vectors [..., width] of items under pairs of categories.

        `x` is [..., width] as `self.head` gives it; `source` and `target` are [...] category numbers,
        -1 for a category that the network does not know.
        """
        return functional.normalize(x * self.weighted(source, target), dim=-1)

    def weighted(self, source: Tensor, target: Tensor) -> Tensor:
        """[..., width] the masks' sum Σ_j w_j m_j of each pair of categories."""
        pair = torch.cat([self._one_hot(source), self._one_hot(target)], dim=-1)
        return self.attention(pair).softmax(dim=-1) @ self.masks  # [..., k] @ [k, width]

    def _one_hot(self, category: Tensor) -> Tensor:
        known = functional.one_hot(category.clamp_min(0), self.categories).float()
        return known * (category >= 0).unsqueeze(-1)


def outfit_ranking_loss(right: Tensor, wrong: Tensor, margin: float = MARGIN) -> Tensor:
    """The paper's loss over whole outfits: max(0, D(O, p) − D(O, nearest n) + margin), its mean.

    `right` is [B] the outfit's mean distance to its own item, `wrong` [B, K] to negatives of that
    item's category.
    """
    return functional.relu(right - wrong.min(dim=1).values + margin).mean()
