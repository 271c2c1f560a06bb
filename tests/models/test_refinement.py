"""The refinement network: it starts by changing nothing, and never changes what it may not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from demo.errors import ShopError
from demo.models.refinement import STRONGEST, RefinementNetwork, apply, load, refine, save


def _opinionated() -> RefinementNetwork:
    """A network whose heads say something everywhere."""
    torch.manual_seed(3)
    network = RefinementNetwork().eval()
    for head in (network.shade, network.residual):
        torch.nn.init.normal_(head.weight, std=0.02)
        torch.nn.init.constant_(head.bias, 0.4)
    return network


def _dressed() -> tuple[np.ndarray, np.ndarray]:
    """A picture [150, 90, 3], and masks with cloth in the middle and a border to its right."""
    picture = np.random.default_rng(0).random((150, 90, 3)).astype(np.float32)
    masks = np.zeros((3, 150, 90), np.float32)
    masks[0, 50:100, 30:60] = 1
    masks[1, 50:100, 60:66] = 1
    return picture, masks


def test_starts_by_changing_nothing() -> None:
    picture, masks = _dressed()
    np.testing.assert_allclose(refine(RefinementNetwork(), picture, masks), picture, atol=1e-6)


def test_changes_only_what_it_may() -> None:
    picture, masks = _dressed()
    mended = refine(_opinionated(), picture, masks)
    outside = masks.max(0) == 0
    np.testing.assert_array_equal(mended[outside], picture[outside])
    assert np.abs(mended - picture)[masks[0] > 0].mean() > 0.01
    assert np.abs(mended - picture)[masks[1] > 0].mean() > 0.01


def test_shade_keeps_hue_and_pattern() -> None:
    """Inside the cloth all three colours are multiplied by one smooth number."""
    picture, masks = _dressed()
    picture = 0.1 + 0.3 * picture
    mended = refine(_opinionated(), picture, masks)
    factor = (mended / picture)[55:95, 35:55]  # [40, 20, 3]
    np.testing.assert_allclose(factor, factor.mean(2, keepdims=True).repeat(3, 2), rtol=1e-4)
    assert np.abs(np.diff(factor[..., 0], axis=0)).max() < 0.1
    assert np.exp(-STRONGEST) <= factor.min() <= factor.max() <= np.exp(STRONGEST)


def test_large_pictures_keep_their_detail() -> None:
    """The network looks at less, but what is returned is the picture, not a shrunk copy."""
    picture = np.random.default_rng(1).random((900, 700, 3)).astype(np.float32)
    masks = np.zeros((3, 900, 700), np.float32)
    masks[0, 100:800, 100:600] = 1
    np.testing.assert_allclose(refine(RefinementNetwork(), picture, masks), picture, atol=1e-6)


def test_training_and_serving_agree() -> None:
    """`apply` on tensors is what `refine` does to a picture of the network's own size."""
    network = _opinionated()
    picture = np.random.default_rng(2).random((64, 48, 3)).astype(np.float32)
    masks = np.random.default_rng(3).random((3, 64, 48)).astype(np.float32) * 0.9 + 0.1
    shown = torch.from_numpy(np.concatenate([np.moveaxis(picture, 2, 0), masks]))[None]
    with torch.inference_mode():
        wanted = apply(shown, *network(shown))[0].permute(1, 2, 0).numpy()
    np.testing.assert_allclose(refine(network, picture, masks), wanted, atol=1e-4)


def test_nothing_to_mend() -> None:
    picture, masks = _dressed()
    np.testing.assert_array_equal(refine(_opinionated(), picture, 0 * masks), picture)


def test_saved_weights_say_the_same(tmp_path: Path) -> None:
    network = _opinionated()
    assert save(network, tmp_path) < 180_000
    picture, masks = _dressed()
    again = refine(load(tmp_path), picture, masks)
    np.testing.assert_allclose(again, refine(network, picture, masks), atol=2e-2)


def test_missing_weights_name_the_command(tmp_path: Path) -> None:
    with pytest.raises(ShopError, match="train refinement"):
        load(tmp_path)
