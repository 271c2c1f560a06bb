"""A GPU without memory: the shop goes on on the CPU and says so, at the start and in the middle."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from tiny_models import write_vit

from demo import bundle
from demo.bundle import Bundle, load_encoder
from demo.models.composing import Sizes, build, seen
from demo.search.feedback import Feedback

PICTURES = [Image.new("RGB", (48, 60), colour) for colour in ("red", "navy", "white")]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_vit(tmp_path_factory.mktemp("tiny"))


def without_memory(*given: object, **named: object) -> None:
    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


def test_in_the_middle(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    before, pixels = encoder.encode_images(PICTURES), encoder._pixels
    monkeypatch.setattr(encoder, "device", torch.device("cuda"))  # it believes that it is on a GPU
    monkeypatch.setattr(
        encoder,
        "_pixels",
        lambda images: (without_memory if encoder.device.type == "cuda" else pixels)(images),
    )
    with caplog.at_level(logging.WARNING):
        after = encoder.encode_images(PICTURES)
    np.testing.assert_allclose(after, before, atol=1e-5)
    assert encoder.device.type == "cpu"
    assert caplog.messages == [
        "The GPU has no memory left. Pictures and words are encoded on the CPU from now on."
    ]


def test_without_memory_on_the_cpu_it_is_an_error(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    monkeypatch.setattr(encoder, "_pixels", without_memory)
    with pytest.raises(torch.OutOfMemoryError):
        encoder.encode_images(PICTURES)


def test_at_the_start(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[str] = []

    def load(name: str, device: str) -> object:
        asked.append(device)
        return without_memory() if device != "cpu" else load_encoder(name, device)

    monkeypatch.setattr(bundle, "load_encoder", load)
    with caplog.at_level(logging.WARNING):
        opened = Bundle.start(f"local-dir:{tiny}", "auto")
        assert opened.encoder.device.type == "cpu"
    assert asked == ["auto", "cpu"]
    assert caplog.messages == ["The GPU has no memory left. The shop opens on the CPU."]


def test_what_was_seen_on_the_gpu_follows(tiny: Path) -> None:
    """Maps that are kept from before meet the network where the encoder is now ("meta" plays the GPU)."""
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    maps = seen(encoder.see(PICTURES[:1]))
    sizes = vars(Sizes.of(maps))
    network = build({"network": "concatenation", "encoder": encoder.id, "sizes": sizes}).eval()
    feedback = Feedback(encoder, network, "concatenation-1")
    assert feedback._beside(maps) is maps
    encoder.device = torch.device("meta")
    moved = feedback._beside(maps)
    assert {tensor.device.type for tensor in vars(moved).values()} == {"meta"}
    assert {weight.device.type for weight in network.parameters()} == {"meta"}
