"""The embedded encoder itself: shapes, unit length, transparency, and that it knows red from blue."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
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


def test_padding_behind_a_text_changes_nothing(lite: ClipEncoder) -> None:
    texts = ["red", "a red striped t-shirt with long sleeves", "cosy " * 15, "x y " * 60]
    short = np.concatenate([lite.encode_texts([text]) for text in texts])
    assert lite._shorter
    whole = ClipEncoder(lite.model, lite.preprocess, lite.tokenizer, id="whole")
    whole._shorter = {}
    np.testing.assert_allclose(short, whole.encode_texts(texts), atol=1e-5)
