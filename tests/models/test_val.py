"""VAL: its equations at one depth, its options, and maps that can be passed on."""

from __future__ import annotations

import pytest
import torch
from composing_fakes import network, pictures, sentences

from demo.models.val import CompositeTransformer


def test_a_fresh_transformer_keeps_the_reference() -> None:
    made = CompositeTransformer(8, 9, 4, preserve=True)
    x, words = torch.randn(2, 9, 8), torch.randn(2, 9, 4)
    kept = made(x, words)
    assert torch.nn.functional.cosine_similarity(kept.flatten(1), x.flatten(1)).min() > 0.99


def test_what_is_kept_is_gated_by_place_and_channel() -> None:
    made = CompositeTransformer(8, 9, 4, preserve=True)
    assert made.spatial is not None
    with torch.no_grad():
        made.spatial.weight.zero_()
        made.spatial.bias.fill_(20.0)
        made.spatial.bias[4] = -20.0  # σ is 0 there: that place is forgotten
    x, words = torch.randn(2, 9, 8), torch.randn(2, 9, 4)
    out = made(x, words)
    assert out[:, 4].abs().max() < 1e-6
    assert out[:, 3].abs().max() > 1e-2


def test_words_move_the_high_depth_along_themselves() -> None:
    """Where picture and words share a space, what to change begins as the words."""
    torch.manual_seed(0)
    made = CompositeTransformer(16, 9, 16, preserve=True)
    with torch.no_grad():
        made.w.copy_(torch.tensor([1.0, 0.0]))  # only what to change
    words = torch.randn(2, 1, 16).expand(-1, 9, -1)
    out = made(torch.randn(2, 9, 16), words).mean(1)
    assert torch.nn.functional.cosine_similarity(out, words[:, 0]).min() > 0.9


@pytest.mark.parametrize("depths", [("high",), ("low", "high"), ("low", "middle", "high")])
def test_similarity_is_the_mean_over_depths_and_the_shift(depths: tuple[str, ...]) -> None:
    made = network("val", depths=depths)
    query, target = made.compose(pictures(), sentences()).vector, made.target(pictures(seed=3))
    parts = [(q * t).sum(1) for q, t in zip(made.depths(query), made.depths(target), strict=True)]
    assert len(parts) == len(depths) + 1
    torch.testing.assert_close((query * target).sum(1), torch.stack(parts).mean(0))


def test_ablations_leave_parts_out() -> None:
    whole = sum(p.numel() for p in network("val").parameters())
    for option in ("preservation", "semantic"):
        less = network("val", **{option: False})
        assert sum(p.numel() for p in less.parameters()) < whole
    assert network("val", semantic=False).described(sentences()) is None
    assert (
        network("val").described(sentences()).shape[1] == network("val").target(pictures()).shape[1]
    )


def test_composed_maps_are_a_reference_again() -> None:
    made = network("val")
    first = made.compose(pictures(), sentences())
    assert first.passed_on is not None
    torch.testing.assert_close(made.target(first.passed_on), first.vector, atol=2e-3, rtol=0)
    second = made.compose(first.passed_on, sentences(seed=4))
    assert second.vector.shape == first.vector.shape
