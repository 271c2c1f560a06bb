"""The hub way, without the hub: a tiny model of FashionSigLIP's architecture, as the hub has it on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from tiny_models import write_siglip

from demo.bundle import Bundle, load_encoder
from demo.catalog.catalogue import Catalogue
from demo.models.encoder import ClipEncoder
from demo.search.index import build
from demo.settings import ROOT, Settings
from demo.shop import Shop


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_siglip(tmp_path_factory.mktemp("hub") / "marqo-fashionSigLIP")


@pytest.fixture(scope="module")
def siglip(folder: Path) -> ClipEncoder:
    return load_encoder(f"local-dir:{folder}", "cpu")


def test_it_loads_as_a_folder_of_the_hub(siglip: ClipEncoder) -> None:
    assert siglip.dimension == 32
    assert siglip.id.startswith("marqo-fashionSigLIP-")
    vectors = siglip.encode_images([Image.new("RGB", (48, 60), c) for c in ("red", "blue")])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_siglip_tokens(siglip: ClipEncoder) -> None:
    """Lower case, no punctuation, padded with the end to 64 places, every one of which is read."""
    tokens = siglip.tokenizer(["A Photo, of a RED dress!", "a photo of a red dress"])
    assert tokens.shape == (2, 64)
    assert torch.equal(tokens[0], tokens[1])
    words = int((tokens[0] != 1).sum())
    assert 3 < words < 40
    assert (tokens[0, words:] == 1).all()  # </s>, and no other padding
    cut = siglip.tokenizer(["dress " * 500])
    assert cut.shape == (1, 64)
    assert cut[0, -1] == 1


def test_padding_is_not_cut_off(siglip: ClipEncoder) -> None:
    """SigLIP reads the last place, so a shorter input would be another text."""
    texts = ["red", "a blue shirt with long sleeves"]
    with torch.no_grad():
        whole = siglip.model.encode_text(siglip.tokenizer(texts))
    whole = torch.nn.functional.normalize(whole, dim=-1).numpy()
    np.testing.assert_allclose(siglip.encode_texts(texts), whole, atol=1e-5)
    alone = np.concatenate([siglip.encode_texts([t]) for t in texts])
    np.testing.assert_allclose(alone, whole, atol=1e-5)


def test_a_catalogue_is_indexed_and_queried(siglip: ClipEncoder, catalog_folder: Path) -> None:
    catalogue = Catalogue.read(catalog_folder)
    index = build(catalogue, siglip)
    shop = Shop(catalogue, index, Bundle(siglip), Settings(catalog=catalog_folder))
    session = shop.say(shop.start(catalogue.products[0].sku), "in green")
    hits = shop.results(session, 5).hits
    assert hits
    assert catalogue.products[0].sku not in [hit.product.sku for hit in hits]


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_agrees(siglip: ClipEncoder, folder: Path, dtype: torch.dtype) -> None:
    """What CUDA computes in, on a CPU: another device changes nothing in the code."""
    import open_clip

    model, preprocess = open_clip.create_model_from_pretrained(f"local-dir:{folder}")
    half = ClipEncoder(model, preprocess, siglip.tokenizer, id="half", dtype=dtype)
    pictures = [Image.new("RGB", (40, 60), c) for c in ("red", "navy", "white")]
    one, two = siglip.encode_images(pictures), half.encode_images(pictures)
    assert one.dtype == two.dtype == np.float32
    assert (one * two).sum(1).min() > 0.995
    said = ["a red dress", "white sneakers for men"]
    assert (siglip.encode_texts(said) * half.encode_texts(said)).sum(1).min() > 0.995
    assert half.see(pictures).patches.dtype == torch.float32


@pytest.mark.parametrize("cut", [{"HF_HUB_OFFLINE": "1"}, {"HF_ENDPOINT": "http://127.0.0.1:9"}])
def test_a_missing_network_is_one_sentence(
    tmp_path: Path, catalog_folder: Path, cut: dict[str, str]
) -> None:
    """Told to stay offline, or nobody answers: the same sentence, at once."""
    done = subprocess.run(
        [sys.executable, "-m", "demo", "index", str(catalog_folder), "--out", str(tmp_path / "index"),
         "--encoder", "hf-hub:Marqo/marqo-fashionSigLIP"],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, **cut, "HF_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr[-2000:]
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr[-2000:]
    assert "connect to the network once" in lines[0]
    assert "use “lite”" in lines[0]
