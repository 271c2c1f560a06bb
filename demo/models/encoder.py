"""Pictures and words into one space, through any open_clip model; knows no shop and no index.

The image side sees what `preprocess` makes of a picture on white; both sides return unit vectors.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps

Preprocess = Callable[[Image.Image], torch.Tensor]
"""an RGB picture -> [3, H, W] float32"""
Tokenizer = Callable[[list[str]], torch.Tensor]
"""n texts -> [n, context length] int64"""

LENGTHS = (10, 16, 24)
"""text lengths, in tokens, that are encoded without the padding behind them"""


def flatten(image: Image.Image) -> Image.Image:
    """The picture as RGB and upright, whatever its mode, transparency laid onto white."""
    image = ImageOps.exif_transpose(image)
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, (255, 255, 255))
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    elif image.mode != "RGB":
        image = image.convert("RGB")
    side = max(image.size) // 64 + 1  # a thinner strip would be scaled to nothing
    if min(image.size) < side:
        size = (max(side, image.width), max(side, image.height))
        image = ImageOps.pad(image, size, color=(255, 255, 255))
    return image


class ClipEncoder:
    """An open_clip model behind two calls. Safe to share between threads: nothing is changed."""

    def __init__(
        self, model: Any, preprocess: Preprocess, tokenizer: Tokenizer, id: str,
        device: str = "cpu", batch: int = 16,
    ) -> None:  # fmt: skip
        """`model` is moved to `device`; half precision only where CUDA makes it fast.

        `batch` is the most pictures that one pass takes; texts go eight times as many.
        """
        self.id = id
        self.device = torch.device(device)
        self.model = model.eval().requires_grad_(False).to(self.device)
        self.model.visual.to(memory_format=torch.channels_last)
        self.preprocess, self.tokenizer, self.batch = preprocess, tokenizer, batch
        self._tokenizing = Lock()  # Hugging Face tokenizers keep padding as state
        self._shorter = _shorter_texts(getattr(self.model, "text", None), LENGTHS)
        self._dimension = len(self.encode_texts(["?"])[0])

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return self._dimension

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        """[n, dimension] float32, unit length, one row a picture, in order."""
        parts = []
        for start in range(0, len(images), self.batch):
            pixels = [self.preprocess(flatten(i)) for i in images[start : start + self.batch]]
            stacked = torch.stack(pixels).to(self.device, memory_format=torch.channels_last)
            with torch.inference_mode(), self._precision():
                parts.append(_numpy(self.model.encode_image(stacked)))  # [b, dimension]
        return _unit(parts, self)

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """[n, dimension] float32, unit length, one row a text, in order. Long texts are cut."""
        parts = []
        for start in range(0, len(texts), 8 * self.batch):
            with self._tokenizing:
                tokens = self.tokenizer(list(texts[start : start + 8 * self.batch]))
            tokens = tokens.to(self.device)
            with torch.inference_mode(), self._precision():
                parts.append(_numpy(self._encode_tokens(tokens)))  # [b, dimension]
        return _unit(parts, self)

    def _encode_tokens(self, tokens: torch.Tensor) -> torch.Tensor:
        """[b, dimension]; padding behind the longest text is left out where that changes nothing."""
        for length, tower in self._shorter.items():
            if not (tokens[:, length:] != tower.pad_id).any():
                return tower(tokens[:, :length])
        return self.model.encode_text(tokens)

    def _precision(self) -> AbstractContextManager[object]:
        if self.device.type != "cuda":
            return nullcontext()
        kind = torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
        return torch.autocast("cuda", dtype=kind)


def _shorter_texts(tower: Any, lengths: Sequence[int]) -> dict[int, Any]:
    """length -> a view of the text tower, sharing its weights, that takes texts of that length.

    Under a causal mask nothing that stands behind a text's end reaches the vector read at its end,
    so the padding can be cut off; open_clip's tower only lacks a mask of that size. Empty for towers
    that read elsewhere (SigLIP reads the last place, padding included).
    """
    if getattr(tower, "pool_type", "") != "eos" or getattr(tower, "attn_mask", None) is None:
        return {}
    views = {}
    for length in lengths:
        if length < tower.attn_mask.shape[0]:
            view = copy.copy(tower)
            view._buffers = {**tower._buffers, "attn_mask": tower.attn_mask[:length, :length]}
            views[length] = view
    return views


def _numpy(features: torch.Tensor) -> np.ndarray:
    return features.float().cpu().numpy()


def _unit(parts: list[np.ndarray], encoder: ClipEncoder) -> np.ndarray:
    """The one place where vectors are normalised."""
    if not parts:
        return np.zeros((0, encoder.dimension), dtype=np.float32)
    vectors = np.concatenate(parts)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
