"""The matching head: padding does not count, and it can learn what a cosine cannot say."""

from __future__ import annotations

import torch

from demo.models.matching import MatchingHead, alignment_loss


def test_padding_does_not_count() -> None:
    torch.manual_seed(0)
    head = MatchingHead(16, 8, 2).eval()
    words, patches = torch.randn(3, 7, 16), torch.randn(3, 9, 16)
    mask = torch.arange(7) < torch.tensor([[7], [4], [2]])
    logits = head(words, mask, patches)
    assert logits.shape == (3,)
    words[~mask] = 100.0
    torch.testing.assert_close(head(words, mask, patches), logits)


def test_it_learns_to_tell_pairs_apart() -> None:
    """The right picture has the word's own vector in one of its patches; the mean hides it."""
    torch.manual_seed(0)
    head = MatchingHead(16, 32, 4)
    optimiser = torch.optim.AdamW(head.parameters(), lr=3e-3)
    kinds = torch.nn.functional.normalize(torch.randn(6, 16), dim=-1) * 4

    def batch(size: int) -> tuple[torch.Tensor, ...]:
        asked = torch.randint(6, (size,))
        shown = torch.randn(2, size, 9, 16)
        shown[0, torch.arange(size), torch.randint(9, (size,))] = kinds[asked]
        shown[1, torch.arange(size), torch.randint(9, (size,))] = kinds[(asked + 1) % 6]
        return kinds[asked].unsqueeze(1), torch.ones(size, 1, dtype=torch.bool), shown[0], shown[1]

    for _ in range(150):
        words, mask, right, wrong = batch(64)
        loss = alignment_loss(head(words, mask, right), head(words, mask, wrong))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    words, mask, right, wrong = batch(256)
    with torch.no_grad():
        assert (head(words, mask, right) > head(words, mask, wrong)).float().mean() > 0.9
