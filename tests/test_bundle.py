"""Loading encoders by name, the bundle's thread, and the sentences for what goes wrong."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tiny_models import write_vit

from demo.bundle import Bundle, encoder_id, find_network, load_encoder
from demo.errors import EncoderError


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random open_clip model of a few thousand weights, without timm and without a download."""
    return write_vit(tmp_path_factory.mktemp("tiny"))


def test_local_folder_gives_unit_vectors(tiny: Path) -> None:
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    assert encoder.dimension == 16
    assert encoder.id.startswith(f"{tiny.name}-")
    images = encoder.encode_images(
        [Image.new("RGB", (48, 60), c) for c in ("red", "blue", "green")]
    )
    texts = encoder.encode_texts(["a red dress", "", "连衣裙 " * 200])
    for vectors in (images, texts):
        assert vectors.shape == (3, 16)
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert encoder.encode_images([]).shape == (0, 16)
    assert encoder.encode_texts([]).shape == (0, 16)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "CMYK", "I;16", "1"])
def test_any_picture_mode(tiny: Path, mode: str) -> None:
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    assert encoder.encode_images([Image.new(mode, (30, 50))]).shape == (1, 16)


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 2), (7, 5)])
def test_any_picture_size(tiny: Path, size: tuple[int, int]) -> None:
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    assert encoder.encode_images([Image.new("RGB", size)]).shape == (1, 16)


def test_batches_do_not_change_the_answer(tiny: Path) -> None:
    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    colours = [(i * 3, 255 - i * 3, 90) for i in range(70)]
    images = [Image.new("RGB", (40, 60), c) for c in colours]
    together = encoder.encode_images(images)
    alone = np.concatenate([encoder.encode_images([i]) for i in images])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_bundle_loads_once_in_the_background(tiny: Path) -> None:
    bundle = Bundle.start(f"local-dir:{tiny}", "cpu")
    seen: list[object] = []
    threads = [threading.Thread(target=lambda: seen.append(bundle.encoder)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert bundle.wait(0)
    assert bundle.ready
    assert len(seen) == 8
    assert len({id(encoder) for encoder in seen}) == 1


@pytest.fixture(scope="module")
def trained(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with a composing network for the tiny encoder, and one for another encoder."""
    from demo.models.composing import Sizes, build, save, seen

    encoder = load_encoder(f"local-dir:{tiny}", "cpu")
    sizes = asdict(Sizes.of(seen(encoder.see([Image.new("RGB", (48, 60))]))))
    place = tmp_path_factory.mktemp("networks")
    for folder, trained_on in (("a", "other-00000000"), ("b", encoder.id)):
        network = build({"network": "concatenation", "encoder": trained_on, "sizes": sizes})
        save(network, place / folder, {})
    return place


def test_the_network_of_this_encoder_is_found(tiny: Path, trained: Path, tmp_path: Path) -> None:
    id = encoder_id(f"local-dir:{tiny}")
    found = find_network(id, trained)
    assert found.folder == trained / "b"
    assert re.fullmatch(r"concatenation-[0-9a-f]{8}", found.id)
    renamed = tmp_path / "renamed"
    shutil.copytree(tiny, renamed)
    assert find_network(encoder_id(f"local-dir:{renamed}"), trained) == found
    assert find_network("hf-hub:some/model", trained) is None
    assert find_network("tiny-12345678", trained) is None
    assert find_network(id, tmp_path) is None


def test_bundle_lends_the_network_with_the_encoder(
    tiny: Path, trained: Path, tmp_path: Path
) -> None:
    with_network = Bundle.start(f"local-dir:{tiny}", "cpu", trained)
    without = Bundle.start(f"local-dir:{tiny}", "cpu", tmp_path)
    assert with_network.network is not None
    assert with_network.network_id == find_network(with_network.encoder.id, trained).id
    assert not any(p.requires_grad for p in with_network.network.parameters())
    assert without.encoder.dimension == 16
    assert (without.network, without.network_id) == (None, "")


def test_a_broken_network_is_one_sentence(tiny: Path, trained: Path, tmp_path: Path) -> None:
    shutil.copytree(trained / "b", tmp_path / "b")
    (tmp_path / "b" / "network.safetensors").write_bytes(b"not a network")
    bundle = Bundle.start(f"local-dir:{tiny}", "cpu", tmp_path)
    with pytest.raises(EncoderError, match=r"is cut short: 13 bytes, not .* train concatenation"):
        _ = bundle.encoder
    (tmp_path / "b" / "checksums.json").unlink()
    bundle = Bundle.start(f"local-dir:{tiny}", "cpu", tmp_path)
    with pytest.raises(EncoderError, match=r"The network in .* cannot be loaded"):
        _ = bundle.encoder


def test_bundle_keeps_a_given_encoder() -> None:
    encoder = object()
    bundle = Bundle(encoder)  # type: ignore[arg-type]
    assert bundle.ready
    assert bundle.wait(0)
    assert bundle.encoder is encoder


def test_bundle_raises_what_loading_raised(tmp_path: Path) -> None:
    bundle = Bundle.start(f"local-dir:{tmp_path / 'nothing'}")
    assert bundle.wait(60)
    assert not bundle.ready
    for _ in range(2):
        with pytest.raises(EncoderError, match=r"has no open_clip_config\.json"):
            _ = bundle.encoder


@pytest.mark.parametrize(
    "name", ["", "heavy", "hf-hub:", "hf-hub:nothing", "hf-hub:a/b/c", "ViT-B-32"]
)
def test_unknown_names_say_which_there_are(name: str) -> None:
    with pytest.raises(EncoderError, match="use “lite”, “local-dir:PATH” or “hf-hub:ORG/NAME”"):
        load_encoder(name)


def test_folder_without_weights(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "open_clip_config.json").write_bytes((tiny / "open_clip_config.json").read_bytes())
    with pytest.raises(EncoderError, match=r"open_clip_model\.safetensors"):
        load_encoder(f"local-dir:{tmp_path}")


def test_broken_folder_is_one_sentence(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "open_clip_config.json").write_bytes((tiny / "open_clip_config.json").read_bytes())
    (tmp_path / "open_clip_model.safetensors").write_bytes(b"not a model")
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(f"local-dir:{tmp_path}")


def test_cuda_that_is_not_there(tiny: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    with pytest.raises(EncoderError, match="no CUDA device"):
        load_encoder(f"local-dir:{tiny}", "cuda")


def test_hub_without_network(tmp_path: Path) -> None:
    code = """
from demo.bundle import load_encoder
from demo.errors import EncoderError
try:
    load_encoder("hf-hub:Marqo/marqo-fashionSigLIP", "cpu")
except EncoderError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120,
        env={"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path), "PATH": "/usr/bin:/bin",
             "PYTHONPATH": str(Path(__file__).resolve().parent.parent)},
    )  # fmt: skip
    assert "the hub cannot be reached" in done.stdout, done.stdout + done.stderr[-2000:]
    assert len(done.stdout.strip().splitlines()) == 1


def test_import_is_cheap() -> None:
    code = "import sys, demo.bundle; print(any(m in sys.modules for m in ('torch', 'open_clip')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "False"
