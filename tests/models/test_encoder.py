"""The embedded encoder itself: shapes, unit length, transparency, and that it knows red from blue."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from demo.bundle import LITE, load_encoder
from demo.models.encoder import ClipEncoder, flatten

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def lite() -> ClipEncoder:
    return load_encoder("lite", "cpu")


def _tee(colour: str) -> Image.Image:
    """A t-shirt as a child would cut it out of paper."""
    image = Image.new("RGBA", (480, 600), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.polygon(
        [(170, 120), (60, 190), (100, 280), (150, 250), (150, 500), (330, 500), (330, 250),
         (380, 280), (420, 190), (310, 120), (280, 150), (200, 150)],
        fill=colour,
    )  # fmt: skip
    return image


def test_folder_is_small_and_plain() -> None:
    files = {f.name: f.stat().st_size for f in LITE.iterdir()}
    assert sum(files.values()) < 18 * 2**20
    assert {"open_clip_config.json", "open_clip_model.safetensors", "tokenizer.json"} <= set(files)
    assert not [name for name in files if Path(name).suffix in (".bin", ".pt", ".pth", ".pkl")]


def test_shapes_and_length(lite: ClipEncoder) -> None:
    assert lite.dimension == 256
    assert lite.id.startswith("lite-")
    assert len(lite.id) == len("lite-") + 8
    images = lite.encode_images([_tee("red"), _tee("blue")])
    texts = lite.encode_texts(["a red t-shirt", "rde t-shrit", "红色", "", "x" * 3000])
    assert images.shape == (2, 256)
    assert texts.shape == (5, 256)
    for vectors in (images, texts):
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_transparency_is_white(lite: ClipEncoder) -> None:
    tee = _tee("olive")
    white = Image.new("RGB", tee.size, "white")
    white.paste(tee, mask=tee.getchannel("A"))
    one, two = lite.encode_images([tee, white])
    np.testing.assert_allclose(one, two, atol=1e-5)


def test_nothing_is_cropped(lite: ClipEncoder) -> None:
    pixels = lite.preprocess(flatten(_tee("black")))
    assert tuple(pixels.shape) == (3, 224, 224)
    assert float(pixels[:, :, 0].min()) == pytest.approx(1.0)  # a white band beside a tall picture


@pytest.mark.parametrize("colours", [("red", "blue"), ("black", "white"), ("green", "orange")])
def test_colours_by_prompt(lite: ClipEncoder, colours: tuple[str, str]) -> None:
    paint = {"white": "#f3f1ec", "green": "#2f7a4a", "orange": "#e0752d", "red": "#c3272f",
             "blue": "#2f5fb0", "black": "#1c1c20"}  # fmt: skip
    images = lite.encode_images([_tee(paint[c]) for c in colours])
    texts = lite.encode_texts([f"a {c} t-shirt" for c in colours])
    scores = images @ texts.T
    assert scores.argmax(axis=1).tolist() == [0, 1]


def test_threads_get_the_same_answer(lite: ClipEncoder) -> None:
    pictures = [_tee(c) for c in ("red", "blue", "green", "black")]
    alone = np.concatenate([lite.encode_images([p]) for p in pictures])
    with ThreadPoolExecutor(4) as pool:
        together = np.concatenate(list(pool.map(lambda p: lite.encode_images([p]), pictures)))
    np.testing.assert_allclose(alone, together, atol=1e-5)


def test_graphs_without_padding_say_the_same(lite: ClipEncoder) -> None:
    """Frozen graphs for pictures, and for texts cut to four lengths, against open_clip's own calls."""
    texts = ["red", "a red striped t-shirt with long sleeves", "cosy " * 15, "x y " * 60]
    assert len(lite._texts) == 4
    pixels = torch.stack([lite.preprocess(flatten(_tee(c))) for c in ("red", "grey", "navy")])
    with torch.no_grad():
        seen = torch.nn.functional.normalize(lite.model.encode_image(pixels), dim=-1).numpy()
        said = torch.nn.functional.normalize(
            lite.model.encode_text(lite.tokenizer(texts)), dim=-1
        ).numpy()
    np.testing.assert_allclose(
        lite.encode_images([_tee(c) for c in ("red", "grey", "navy")]), seen, atol=1e-5
    )
    short = np.concatenate([lite.encode_texts([text]) for text in texts])
    np.testing.assert_allclose(short, said, atol=1e-5)
    np.testing.assert_allclose(lite.encode_texts(texts), said, atol=1e-5)


def test_folding_changes_nothing(lite: ClipEncoder) -> None:
    import open_clip

    plain, preprocess = open_clip.create_model_from_pretrained(f"local-dir:{LITE}")
    pixels = preprocess(flatten(_tee("olive")))[None]
    with torch.no_grad():
        seen = torch.nn.functional.normalize(plain.eval().encode_image(pixels), dim=-1).numpy()
    np.testing.assert_allclose(lite.encode_images([_tee("olive")]), seen, atol=1e-4)


def test_a_phones_photo_is_seen_like_a_small_one(lite: ClipEncoder) -> None:
    tee = _tee("#7a1f33")
    large = tee.resize((2880, 3600), Image.Resampling.LANCZOS)
    one, two = lite.encode_images([tee, large])
    assert one @ two > 0.995


def test_threads_are_the_encoders_own(lite: ClipEncoder) -> None:
    """Workers compute on one core each; the caller's thread keeps its setting."""
    before = torch.get_num_threads()
    lite.encode_images([_tee("red")])
    assert torch.get_num_threads() == before
    assert lite.threads == 1
    assert lite.workers >= 1
