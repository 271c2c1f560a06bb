"""A deterministic encoder for fast tests: colours are seen in the picture, words are hashed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PIL.Image import Image

from demo.catalog.synonyms import phrases
from demo.catalog.vocabulary import COLOURS, SWATCHES
from demo.search.describe import phrase

if TYPE_CHECKING:
    from demo.models.towers import ImageFeatures, TextFeatures

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


class SeeingEncoder(FakeEncoder):
    """The same with maps and word tokens: every place of a picture is what the picture is."""

    id = "seeing-1"
    side = 3

    def see(self, images: Sequence[Image]) -> ImageFeatures:
        """Maps [n, 2 | 3 | dimension, 3, 3]; low and middle hold grey and colour of each ninth."""
        import torch

        from demo.models.towers import ImageFeatures

        pooled = torch.from_numpy(self.encode_images(images))  # [n, d]
        patches = pooled[:, None].repeat(1, self.side**2, 1)
        small = [image.convert("RGB").resize((self.side, self.side)) for image in images]
        colour = torch.from_numpy(np.stack([np.asarray(i) for i in small])).float() / 255
        colour = colour.permute(0, 3, 1, 2)  # [n, 3, 3, 3]
        high = patches.transpose(1, 2).unflatten(2, (self.side, self.side)).contiguous()
        return ImageFeatures(colour[:, :2].contiguous(), colour.contiguous(), high, patches, pooled)

    def read(self, texts: Sequence[str]) -> TextFeatures:
        """A start mark, one token a word, an end mark; long words are two tokens."""
        import torch

        from demo.models.towers import TextFeatures

        pieces = [[p for word in text.split() for p in _pieces(word)] for text in texts]
        length = max(len(p) for p in pieces) + 2
        words = torch.zeros(len(texts), length, self.dimension)
        mask = torch.zeros(len(texts), length, dtype=torch.bool)
        for row, found in enumerate(pieces):
            mask[row, : len(found) + 2] = True
            for at, piece in enumerate(found, start=1):
                words[row, at] = torch.from_numpy(self.encode_texts([piece])[0])
        return TextFeatures(words, mask, torch.from_numpy(self.encode_texts(texts)))


def _pieces(word: str) -> list[str]:
    return [word] if len(word) < 8 else [word[:5], word[5:]]


class FakeBundle:
    """A bundle that has been loaded already."""

    ready = True
    network = None
    network_id = ""

    def __init__(self) -> None:
        self.encoder = FakeEncoder()

    def wait(self, timeout: float | None = None) -> bool:
        return True


def _rgb(swatch: str) -> list[int]:
    return [int(swatch[i : i + 2], 16) for i in (1, 3, 5)]


def _unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
