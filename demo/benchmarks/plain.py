"""The plainest way to search by a picture and words, to be timed beside the shop; it is never served.

open_clip's ViT-B-32 encodes the reference's picture and the words, the mean of both is looked up in a flat
FAISS index of as many vectors as the catalogue has. Weights and vectors are random: they take the same time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import faiss
import numpy as np

from demo.catalog.pictures import on_white, open_picture
from demo.compat import prepare_torchvision

ARCHITECTURE: Final = "ViT-B-32"
"""an open_clip architecture that everybody knows"""
DIMENSION: Final = 512


class PlainPipeline:
    """One model and one flat index."""

    def __init__(self, count: int, seed: int = 3) -> None:
        """An index of `count` random vectors."""
        prepare_torchvision()
        import open_clip

        self.model, _, self.preprocess = open_clip.create_model_and_transforms(ARCHITECTURE)
        self.tokenizer = open_clip.get_tokenizer(ARCHITECTURE)
        self.model.eval()
        vectors = np.random.default_rng(seed).standard_normal((count, DIMENSION), dtype=np.float32)
        self.index = faiss.IndexFlatIP(DIMENSION)
        self.index.add(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))

    def turn(self, picture: Path, words: str, k: int = 12) -> np.ndarray:
        """The `k` nearest rows [k] to a picture and words. Raises PictureError."""
        import torch

        pixels = self.preprocess(on_white(open_picture(picture)))[None]  # [1, 3, 224, 224]
        with torch.inference_mode():
            seen = self.model.encode_image(pixels, normalize=True)
            read = self.model.encode_text(self.tokenizer([words]), normalize=True)
        query = ((seen + read) / 2).numpy()  # [1, 512]
        return self.index.search(query / np.linalg.norm(query), k)[1][0]
