"""A deterministic encoder for fast tests: colours are seen in the picture, words are hashed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from PIL.Image import Image

from demo.catalog.synonyms import phrases
from demo.catalog.vocabulary import COLOURS, SWATCHES
from demo.search.describe import phrase

WORDS = 64


class FakeEncoder:
    """Pictures become their share of each swatch's colour, words the colours they name plus hashes."""

    id = "fake-1"
    dimension = len(COLOURS) + WORDS

    def __init__(self) -> None:
        self._swatches = np.array([_rgb(SWATCHES[c]) for c in COLOURS])  # [c, 3]

    def encode_images(self, images: Sequence[Image]) -> np.ndarray:
        """[n, dimension] float32, unit length."""
        return _unit(np.stack([self._image(image) for image in images]))

    def _image(self, image: Image) -> np.ndarray:
        pixels = np.asarray(image.convert("RGB").resize((24, 30)), dtype=np.float64).reshape(-1, 3)
        inked = pixels[pixels.min(axis=1) < 250]
        pixels = inked if len(inked) else pixels
        distance = np.linalg.norm(pixels[:, None] - self._swatches[None], axis=2)
        share = np.bincount(distance.argmin(axis=1), minlength=len(COLOURS)) / len(pixels)
        return np.concatenate([share, np.full(WORDS, 0.02)])

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """[n, dimension] float32, unit length."""
        return _unit(np.stack([self._text(text) for text in texts]))

    def _text(self, text: str) -> np.ndarray:
        vector = np.full(self.dimension, 1e-3)
        for word in text.lower().split():
            found = phrases().get(word)
            if found and found[0] == "colour":
                vector[COLOURS.index(found[1][0])] += 1.0
            vector[len(COLOURS) + zlib.crc32(word.encode()) % WORDS] += 0.05
        for colour in COLOURS:
            if "-" in colour and phrase("colour", colour) in text.lower():
                vector[COLOURS.index(colour)] += 2.0
        return vector


class FakeBundle:
    """A bundle that has been loaded already."""

    ready = True

    def __init__(self) -> None:
        self.encoder = FakeEncoder()


def _rgb(swatch: str) -> list[int]:
    return [int(swatch[i : i + 2], 16) for i in (1, 3, 5)]


def _unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
