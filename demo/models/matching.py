"""Whether a text fits a picture, from all its words and all patches (FashionBERT's alignment task).

A cut of FashionBERT (Gao et al., SIGIR 2020) to one layer: words attend to patches, and one logit is
read from the words. It gives the encoder's patches and words a task of their own in training, and is
thrown away: told a picture and its nearest wrong one, the plain cosine is right more often.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class MatchingHead(nn.Module):
    """Cross-attention of word tokens over patch tokens, both as the encoder gives them."""

    def __init__(self, dimension: int = 256, width: int = 128, heads: int = 4) -> None:
        super().__init__()
        self.words = nn.Sequential(nn.LayerNorm(dimension), nn.Linear(dimension, width))
        self.patches = nn.Sequential(nn.LayerNorm(dimension), nn.Linear(dimension, width))
        self.attention = nn.MultiheadAttention(width, heads, batch_first=True)
        self.mix = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )
        self.answer = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 1))

    def forward(self, words: Tensor, mask: Tensor, patches: Tensor) -> Tensor:
        """[B] logits that text b describes picture b.

        `words` is [B, T, dimension], `mask` [B, T] bool (True: a word), `patches` [B, N, dimension].
        """
        asked, seen = self.words(words), self.patches(patches)
        found, _ = self.attention(asked, seen, seen, need_weights=False)  # words attend to patches
        x = asked + found
        x = x + self.mix(x)  # [B, T, width]
        kept = mask.unsqueeze(-1).to(x.dtype)
        pooled = (x * kept).sum(1) / kept.sum(1).clamp_min(1.0)
        return self.answer(pooled).squeeze(-1)


def alignment_loss(right: Tensor, wrong: Tensor) -> Tensor:
    """Binary cross-entropy of logits of fitting pairs and of as many pairs that do not fit."""
    logits = torch.cat([right, wrong])
    truth = torch.cat([torch.ones_like(right), torch.zeros_like(wrong)])
    return nn.functional.binary_cross_entropy_with_logits(logits, truth)
