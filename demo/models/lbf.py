"""LBF: locally bounded features, regions of the reference against words. Knows no picture, no string.

Hosseinzadeh and Wang, CVPR 2020. A picture is K regions with features e_i and normalised boxes:

    p_i = Linear(x, y, w, h)      c_i = Linear((e_i + p_i) / 2)      V(I) = self-attention(c_1 … c_K)
    w_i = Emb(w_i) + Pos(w_i)     T(M) = self-attention(w_1 … w_L)
    V' = V attends to T, T' = T attends to V, then self-attention over both; pooled: f(I, M)

and the target is the picture's branch alone, pooled: g(I_t). Departures, besides the shared frozen
encoder: there is no detector. Boxes of many sizes over the tower's last map are scored by how much they
differ from the picture's border, and the best K that do not overlap too much are kept; a region's
feature is the mean of its patches. Words come from the shared text tower. Every attention is residual and
starts as nothing, so that an untrained LBF gives the mean of the regions, and moves along the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import torch
from torch import Tensor, nn

from demo.models.composing import ComposingNetwork, Made, Seen, unit
from demo.models.towers import TextFeatures

REGIONS: Final = 36
HEADS: Final = 4
HIDDEN: Final = 256
"""width of the layers after attention"""
SHAPES: Final = (
    (1, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (3, 3),
    (2, 4),
    (4, 2),
    (4, 4),
    (3, 6),
    (6, 3),
    (6, 6),
)
"""cells across and down of the boxes that may become regions, besides the whole picture"""
OVERLAP: Final = 0.5
"""a box whose intersection with a better one is over this share of their union is left out"""
MOST_WORDS: Final = 80


class Attention(nn.Module):
    """Residual attention of `x` to `y` and a small network after it; both start as nothing."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.heads = next(h for h in (HEADS, 2, 1) if size % h == 0)
        self.norm_x, self.norm_y, self.norm = (nn.LayerNorm(size) for _ in range(3))
        self.q, self.k, self.v, self.out = (nn.Linear(size, size) for _ in range(4))
        self.after = nn.Sequential(nn.Linear(size, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, size))
        for layer in (self.out, self.after[-1]):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x: Tensor, y: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """`x` [B, N, D], `y` [B, M, D], `mask` [B, M] True where y counts -> [B, N, D], [B, N, M]."""
        a, b = self.norm_x(x), self.norm_y(y)
        q, k, v = (
            part.unflatten(2, (self.heads, -1)).transpose(1, 2)
            for part in (self.q(a), self.k(b), self.v(b))
        )  # [B, heads, N or M, D / heads]
        scores = q @ k.transpose(2, 3) / q.shape[-1] ** 0.5
        if mask is not None:
            scores = scores.masked_fill(~mask[:, None, None], float("-inf"))
        weights = torch.softmax(scores, -1)
        x = x + self.out((weights @ v).transpose(1, 2).flatten(2))
        return x + self.after(self.norm(x)), weights.mean(1)


class LBF(ComposingNetwork):
    """Regions and words, attended both ways. Option: `regions`, 36 in the paper's larger model."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(config)
        size, (_, h, w) = self.sizes.dimension, self.sizes.high
        boxes = all_boxes(h, w)
        self.register_buffer("boxes", boxes, persistent=False)  # [R, 4]
        self.register_buffer("cells", _cells(boxes, h, w), persistent=False)  # [R, h · w]
        self.register_buffer("union", _overlaps(boxes), persistent=False)  # [R, R]
        self.count = min(int(config.get("regions", REGIONS)), len(boxes))
        self.position = nn.Linear(4, size)
        self.region = nn.Linear(size, size)
        self.order = nn.Parameter(torch.zeros(MOST_WORDS, size))
        self.regions_alone, self.words_alone = Attention(size), Attention(size)
        self.regions_to_words, self.words_to_regions = Attention(size), Attention(size)
        self.together = Attention(size)
        self.moved = nn.Linear(size, size)
        nn.init.zeros_(self.position.weight)
        nn.init.zeros_(self.position.bias)
        for layer, scale in ((self.region, 2.0), (self.moved, 1.0)):  # c_i begins as e_i
            with torch.no_grad():
                layer.weight.copy_(scale * torch.eye(size))
            nn.init.zeros_(layer.bias)

    def gallery(self, seen: Seen) -> list[Tensor]:
        return [self._regions(seen)[0].mean(1)]

    def composed(self, seen: Seen, words: TextFeatures) -> Made:
        regions, cells = self._regions(seen)  # [B, K, D], [B, K, h · w]
        tokens, mask = unit(words.words), words.mask
        tokens = tokens + self.order[: tokens.shape[1]]
        tokens, _ = self.words_alone(tokens, tokens, mask)
        attended, _ = self.regions_to_words(regions, tokens, mask)
        attending, looks = self.words_to_regions(tokens, regions)
        both = torch.cat([attended, attending], 1)
        present = torch.ones(regions.shape[:2], dtype=torch.bool, device=mask.device)
        both, _ = self.together(both, both, torch.cat([present, mask], 1))
        k = regions.shape[1]
        said = (both[:, k:] * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        vector = both[:, :k].mean(1) + self.moved(said)
        places = looks @ cells  # [B, T, h · w], cells of a region sum to 1
        return Made([vector], places.unflatten(2, self.sizes.high[1:]))

    def _regions(self, seen: Seen) -> tuple[Tensor, Tensor]:
        """V(I) [B, K, D] and where each region lies, [B, K, h · w] summing to 1 over the cells."""
        chosen = self.propose(seen)  # [B, K]
        cells = self.cells[chosen]  # [B, K, h · w]
        features = cells @ seen.patches  # [B, K, D]
        places = self.boxes[chosen]
        regions = self.region((features + self.position(places)) / 2)
        return self.regions_alone(regions, regions)[0], cells

    def propose(self, seen: Seen) -> Tensor:
        """[B, K] rows of `boxes`: those least like the picture's border, without too much overlap."""
        grid = seen.grid()
        border = torch.cat([grid[..., 0, :], grid[..., -1, :], grid[..., 0], grid[..., -1]], -1)
        apart = (seen.patches - border.mean(-1)[:, None]).norm(dim=-1)  # [B, h · w]
        scores = apart @ self.cells.T  # [B, R]
        chosen = []
        for _ in range(self.count):
            best = scores.argmax(1)
            chosen.append(best)
            scores = scores - 1e3 * (self.union[best] > OVERLAP)
            scores.scatter_(1, best[:, None], -1e9)
        return torch.stack(chosen, 1)


def all_boxes(height: int, width: int) -> Tensor:
    """[R, 4] every box that may become a region: x, y, w, h as shares of the picture."""
    boxes = [(0.0, 0.0, 1.0, 1.0)]
    for across, down in SHAPES:
        for y in range(height - down + 1):
            boxes += [
                (x / width, y / height, across / width, down / height)
                for x in range(width - across + 1)
            ]
    return torch.tensor(boxes)


def _cells(boxes: Tensor, height: int, width: int) -> Tensor:
    """[R, h · w] the share of each cell in a box's mean."""
    x = (torch.arange(width) + 0.5) / width
    y = (torch.arange(height) + 0.5) / height
    left, top, across, down = boxes.T[:, :, None]
    inside_x = ((x > left) & (x < left + across)).float()  # [R, w]
    inside_y = ((y > top) & (y < top + down)).float()  # [R, h]
    cells = (inside_y[:, :, None] * inside_x[:, None]).flatten(1)
    return cells / cells.sum(1, keepdim=True)


def _overlaps(boxes: Tensor) -> Tensor:
    """[R, R] intersection over union."""
    start, size = boxes[:, :2], boxes[:, 2:]
    end = start + size
    shared = (torch.minimum(end[:, None], end) - torch.maximum(start[:, None], start)).clamp(min=0)
    area = size.prod(1)
    both = shared.prod(2)
    return both / (area[:, None] + area - both)
