"""Feature maps, patches and words of every kind of tower, and how they hang together."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from tiny_models import write_siglip, write_vit

from demo.bundle import load_encoder
from demo.models.encoder import ClipEncoder

TEXTS = ["a red dress", "the same in navy blue with long sleeves", ""]


@pytest.fixture(scope="module")
def vit(tmp_path_factory: pytest.TempPathFactory) -> ClipEncoder:
    return load_encoder(f"local-dir:{write_vit(tmp_path_factory.mktemp('vit'))}", "cpu")


@pytest.fixture(scope="module")
def siglip(tmp_path_factory: pytest.TempPathFactory) -> ClipEncoder:
    return load_encoder(f"local-dir:{write_siglip(tmp_path_factory.mktemp('siglip'))}", "cpu")


@pytest.fixture(scope="module")
def lite() -> ClipEncoder:
    return load_encoder("lite", "cpu")


def pictures(size: tuple[int, int] = (48, 60)) -> list[Image.Image]:
    rng = np.random.default_rng(0)
    return [Image.fromarray(rng.integers(0, 255, (*size, 3), dtype=np.uint8)) for _ in range(2)]


def unit(vectors: torch.Tensor) -> np.ndarray:
    return torch.nn.functional.normalize(vectors, dim=-1).numpy()


def agree(encoder: ClipEncoder) -> None:
    """`see` and `read` end in the same vectors as the two plain calls."""
    seen = encoder.see(pictures())
    np.testing.assert_allclose(unit(seen.pooled), encoder.encode_images(pictures()), atol=1e-4)
    said = encoder.read(TEXTS)
    np.testing.assert_allclose(unit(said.pooled), encoder.encode_texts(TEXTS), atol=1e-4)


def test_a_vit_lays_its_blocks_out_as_grids(vit: ClipEncoder) -> None:
    seen = vit.see(pictures())
    assert [tuple(m.shape) for m in (seen.low, seen.middle, seen.high)] == [(2, 32, 2, 2)] * 3
    assert not torch.equal(seen.low, seen.middle)
    assert seen.patches.shape == (2, 4, 16)
    said = vit.read(TEXTS)
    assert said.words.shape == (3, int(said.mask.sum(1).max()), 16)
    assert said.mask[2].sum() == 2  # start and end
    agree(vit)


def test_siglip_pools_by_attention(siglip: ClipEncoder) -> None:
    seen = siglip.see(pictures())
    assert [tuple(m.shape) for m in (seen.low, seen.middle, seen.high)] == [(2, 32, 4, 4)] * 3
    assert seen.patches.shape == (2, 16, 32)
    alike = siglip.see([Image.new("RGB", (64, 64), "red")] * 2).patches
    torch.testing.assert_close(alike[0], alike[1])
    said = siglip.read(TEXTS)
    assert said.words.shape == (3, 64, 32)  # it reads its padding
    assert said.mask.sum(1).tolist() == [
        int((ids != 1).sum()) + 1 for ids in siglip.tokenizer(TEXTS)
    ]
    agree(siglip)


@pytest.mark.weights
def test_lite_at_three_depths(lite: ClipEncoder) -> None:
    seen = lite.see(pictures((480, 600)))
    assert seen.low.shape == (2, 40, 28, 28)
    assert seen.middle.shape == (2, 112, 14, 14)
    assert seen.high.shape == (2, 320, 7, 7)
    assert seen.patches.shape == (2, 49, 256)
    torch.testing.assert_close(seen.patches.mean(1), seen.pooled, rtol=1e-3, atol=1e-4)
    said = lite.read([*TEXTS, "cosy " * 100])
    assert said.words.shape == (4, 40, 256)
    assert said.mask.shape == (4, 40)
    assert said.mask[3].all()
    ends = said.mask.sum(1) - 1
    torch.testing.assert_close(said.words[torch.arange(4), ends], said.pooled)
    agree(lite)


@pytest.mark.weights
def test_a_patch_speaks_the_language_of_words(lite: ClipEncoder) -> None:
    """Half red, half blue: the words find their half."""
    picture = Image.new("RGB", (224, 224), "#c3272f")
    picture.paste((47, 95, 176), (0, 112, 224, 224))
    patches = torch.nn.functional.normalize(lite.see([picture]).patches[0], dim=-1)  # [49, 256]
    red, blue = torch.from_numpy(lite.encode_texts(["in red", "in blue"]))
    redder = (patches @ (red - blue)).reshape(7, 7)
    assert redder[:3].mean() > redder[4:].mean()
