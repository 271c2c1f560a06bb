"""All composing networks: shapes, unit length, attention that sums to 1, files, and how they begin."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
import torch
from composing_fakes import network, pictures, sentences
from torch.nn import functional

from demo.errors import EncoderError
from demo.models.composing import NETWORKS, Sizes, build, load, save, seen, unit
from demo.models.towers import ImageFeatures, TextFeatures

SIZES_OF_LITE = {
    "low": [40, 14, 14],
    "middle": [112, 14, 14],
    "high": [320, 7, 7],
    "dimension": 256,
}


def test_seen_averages_fine_maps_and_measures_the_vector() -> None:
    maps = pictures()
    assert maps.low.shape == (3, 8, 14, 14)
    assert maps.middle.shape == (3, 12, 14, 14)
    torch.testing.assert_close(maps.pooled.norm(dim=1), torch.ones(3))
    torch.testing.assert_close(maps.patches.mean(1), maps.pooled)
    torch.testing.assert_close(maps.grid().flatten(2).transpose(1, 2), maps.patches)
    assert len(maps[1:]) == 2


@pytest.mark.parametrize("name", NETWORKS)
def test_shapes_length_and_gradients(name: str) -> None:
    made = network(name)
    target, composed = made.target(pictures()), made.compose(pictures(), sentences())
    assert composed.vector.shape == target.shape
    for vectors in (target, composed.vector):
        torch.testing.assert_close(vectors.norm(dim=1), torch.ones(3))
    if name in ("val", "lbf"):
        assert composed.attention is not None
        assert composed.attention.shape[:2] == (3, 5)
        torch.testing.assert_close(composed.attention.sum((2, 3)), torch.ones(3, 5))
    made.train().compose(pictures(), sentences()).vector[:, 0].sum().backward()
    assert any(p.grad is not None and p.grad.abs().sum() > 0 for p in made.parameters())


@pytest.mark.parametrize("name", NETWORKS)
def test_the_shift_is_one_similarity_more(name: str) -> None:
    made, bare = network(name), network(name, shift=False)
    reference, wanted, words = pictures(), pictures(seed=3), sentences()
    query, target = made.compose(reference, words).vector, made.target(wanted)
    moved = reference.pooled + unit(words.pooled) - made.common
    last = made.depths(query)[-1]
    torch.testing.assert_close(last, unit(moved))
    torch.testing.assert_close(made.depths(target)[-1], wanted.pooled)
    assert made.common.norm() > 0
    assert len(bare.depths(bare.compose(reference, words).vector)) == len(made.depths(query)) - 1


@pytest.mark.parametrize("name", NETWORKS)
def test_padding_says_nothing(name: str) -> None:
    made, words = network(name), sentences()
    with torch.no_grad():  # written words start silent: make them speak
        for parameter in made.parameters():
            parameter += 0.05 * torch.randn_like(parameter)
    other = words.words.clone()
    other[0, 3:] = 9.0
    one = made.compose(pictures(), words).vector
    two = made.compose(pictures(), TextFeatures(other, words.mask, words.pooled)).vector
    torch.testing.assert_close(one, two)


@pytest.mark.parametrize("name", ["val", "tirg", "lbf"])
def test_an_untrained_network_starts_from_the_reference(name: str) -> None:
    made = network(name)
    target = made.target(pictures())
    composed = made.compose(pictures(), sentences()).vector
    assert (composed @ target.T).argmax(1).tolist() == [0, 1, 2]


@pytest.mark.parametrize("name", NETWORKS)
def test_saved_and_loaded_it_answers_alike(name: str, tmp_path: Path) -> None:
    made = network(name)
    assert (
        save(made, tmp_path, {"note": "a test"})
        == (tmp_path / "network.safetensors").stat().st_size
    )
    again = load(tmp_path)
    assert again.config["encoder"] == "fake"
    with torch.no_grad():
        ours = made.compose(pictures(), sentences()).vector
        theirs = again.compose(pictures(), sentences()).vector
    assert functional.cosine_similarity(ours, theirs).min() > 0.999


@pytest.mark.parametrize("name", ["val", "lbf"])
def test_files_take_a_byte_a_number(name: str, tmp_path: Path) -> None:
    made = build({"network": name, "sizes": SIZES_OF_LITE, "encoder": "fake"})
    answering = sum(
        p.numel() for n, p in made.state_dict().items() if n.split(".")[0] not in made.training_only
    )
    assert answering < save(made, tmp_path, {}) < 1.06 * answering
    for part, tensor in load(tmp_path).state_dict().items():
        if part.split(".")[0] not in made.training_only:
            whole = made.state_dict()[part]
            torch.testing.assert_close(
                tensor, whole, atol=float(whole.abs().max()) / 200, rtol=1e-3
            )


def test_what_is_not_the_shift_stands_alone() -> None:
    made = network("val")
    query, target = made.compose(pictures(), sentences()).vector, made.target(pictures(seed=3))
    pairs = zip(made.depths(query)[:-1], made.depths(target)[:-1], strict=True)
    depths = torch.stack([(q * t).sum(1) for q, t in pairs])
    torch.testing.assert_close((made.own(query) * made.own(target)).sum(1), depths.mean(0))
    bare = network("val", shift=False)
    assert bare.own(bare.target(pictures())).shape == made.own(target).shape


@pytest.mark.parametrize("name", NETWORKS)
def test_a_transformers_maps_do_as_well(name: str) -> None:
    """A ViT's grid is as fine at every depth; sizes are read from the maps."""
    torch.manual_seed(0)
    grids = [torch.randn(2, 24, 16, 16) for _ in range(3)]
    maps = seen(ImageFeatures(*grids, torch.randn(2, 256, 10), torch.randn(2, 10)))
    assert maps.middle.shape == (2, 24, 14, 14)
    made = build({"network": name, "sizes": asdict(Sizes.of(maps)), "encoder": "vit"}).eval()
    words = TextFeatures(
        torch.randn(2, 4, 10), torch.ones(2, 4, dtype=torch.bool), torch.randn(2, 10)
    )
    made.settle(maps, words)
    assert made.compose(maps, words).vector.shape == made.target(maps).shape


def test_what_cannot_be_loaded_is_said(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="train val"):
        load(tmp_path)
    with pytest.raises(EncoderError, match="no composing network"):
        build({"network": "clip"})
    (tmp_path / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load(tmp_path)
