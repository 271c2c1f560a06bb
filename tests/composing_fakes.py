"""Feature maps and word tokens from nothing, and small composing networks on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
import torch
from fakes import FakeEncoder
from PIL.Image import Image
from torch.nn import functional

from demo.models.composing import ComposingNetwork, Seen, Sizes, build, seen
from demo.models.towers import ImageFeatures, TextFeatures

D = 16


def pictures(count: int = 3, side: int = 28, seed: int = 0) -> Seen:
    generator = torch.Generator().manual_seed(seed)

    def some(*size: int) -> torch.Tensor:
        return torch.randn(size, generator=generator)

    patches = some(count, 49, D) + some(count, 1, D)
    return seen(ImageFeatures(
        some(count, 8, side, side), some(count, 12, side // 2, side // 2), some(count, 20, 7, 7),
        patches, patches.mean(1),
    ))  # fmt: skip


def sentences(count: int = 3, length: int = 5, seed: int = 1) -> TextFeatures:
    generator = torch.Generator().manual_seed(seed)
    words = torch.randn(count, length, D, generator=generator)
    mask = torch.ones(count, length, dtype=torch.bool)
    mask[0, 3:] = False
    return TextFeatures(words, mask, words[:, 0])


def network(name: str, **options: object) -> ComposingNetwork:
    torch.manual_seed(0)
    made = build(
        {"network": name, "sizes": asdict(Sizes.of(pictures())), "encoder": "fake"} | options
    )
    made.settle(pictures(8, seed=5), sentences(8, seed=6))
    return made.eval()


class SeeingEncoder(FakeEncoder):
    """The fake encoder with maps and word tokens: pictures are colours cell by cell."""

    tokenizer = None

    def see(self, images: Sequence[Image]) -> ImageFeatures:
        """low [B, 3, 28, 28], middle [B, 3, 14, 14], high [B, 3, 7, 7], patches [B, 49, D]."""
        pixels = torch.stack([
            torch.from_numpy(np.asarray(i.convert("RGB").resize((28, 28)), dtype=np.float32)) for i in images
        ]).permute(0, 3, 1, 2) / 255  # fmt: skip
        pooled = torch.from_numpy(self.encode_images(images))
        middle = functional.avg_pool2d(pixels, 2)
        patches = pooled[:, None].expand(-1, 49, -1)
        return ImageFeatures(pixels, middle, functional.avg_pool2d(middle, 2), patches, pooled)

    def read(self, texts: Sequence[str]) -> TextFeatures:
        """A token a word."""
        tokens = [text.split() or ["?"] for text in texts]
        mask = torch.zeros(len(texts), max(len(t) for t in tokens), dtype=torch.bool)
        words = torch.zeros(*mask.shape, self.dimension)
        for i, said in enumerate(tokens):
            mask[i, : len(said)] = True
            words[i, : len(said)] = torch.from_numpy(self.encode_texts(said))
        return TextFeatures(words, mask, torch.from_numpy(self.encode_texts(list(texts))))
