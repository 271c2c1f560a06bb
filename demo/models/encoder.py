"""Pictures and words into one space, through any open_clip model; knows no shop and no index.

The image side sees what `preprocess` makes of a picture on white; both sides return unit vectors, and
`see` and `read` what lies behind them. All calls may come from several threads at once.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from functools import partial, wraps
from threading import Lock
from typing import Any, Final, TypeVar

import numpy as np
import torch
from PIL import Image, ImageOps

from demo.models.folding import fold
from demo.models.graphs import Graph, image_graph, text_graphs
from demo.models.together import Together
from demo.models.towers import ImageFeatures, TextFeatures, image_features, text_features

log = logging.getLogger(__name__)

Preprocess = Callable[[Image.Image], torch.Tensor]
"""an RGB picture -> [3, H, W] float32"""
Tokenizer = Callable[[list[str]], torch.Tensor]
"""n texts -> [n, context length] int64"""
T = TypeVar("T")
F = TypeVar("F", ImageFeatures, TextFeatures)

LENGTHS: Final = (10, 16, 24)
"""text lengths, in tokens, that are encoded without the padding behind them"""
LIGHT: Final = 30_000_000
"""parameters up to which one core answers one request faster than two cores that wait for each other"""
BATCHES: Final = {"light": 4, "heavy": 16, "cuda": 64}
"""pictures a pass: four of `lite` stay within a core's cache, thirty-two take twice as long each"""
TEXTS: Final = 8
"""texts a pass for one picture a pass"""
SHRINK: Final = 3
"""a picture this many times larger than what the tower sees is first averaged down by whole pixels"""


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


def _or_on_the_cpu(work: Callable[..., T]) -> Callable[..., T]:
    """A pass of an encoder that is made once more on the CPU when the GPU has no memory left."""

    @wraps(work)
    def passed(encoder: ClipEncoder, given: Sequence) -> T:
        try:
            return work(encoder, given)
        except torch.OutOfMemoryError:
            if encoder.device.type == "cpu":
                raise
            encoder._retreat()
            return work(encoder, given)

    return passed


class ClipEncoder:
    """An open_clip model behind four calls. Safe to share between threads: nothing is changed.

    On a CPU a light model gets one worker thread a core and one core a worker: requests do not wait for
    each other's threads, which on a shared two-core host costs more than it gains. A heavy model gets
    one worker with all cores.
    """

    def __init__(
        self, model: Any, preprocess: Preprocess, tokenizer: Tokenizer, id: str,
        device: str = "cpu", dtype: torch.dtype | None = None, batch: int | None = None,
    ) -> None:  # fmt: skip
        """`model` is moved to `device` and its batch norms are folded away.

        `dtype` None means half precision on CUDA (bfloat16 where it is native), single on a CPU.
        `batch` is the most pictures that one pass takes; texts go eight times as many.
        """
        self.id = id
        self.device = torch.device(device)
        self.dtype = dtype or _fast_dtype(self.device)
        self.model = model.eval().requires_grad_(False)
        self.parameters = sum(p.numel() for p in self.model.parameters())
        fold(self.model.visual)
        self.model.to(self.device, self.dtype)
        self.model.visual.to(memory_format=torch.channels_last)
        self.preprocess, self.tokenizer = preprocess, tokenizer
        self._tokenizing = Lock()  # Hugging Face tokenizers keep padding as state
        self._pad_id = _pad_id(tokenizer)
        self._side = _side(self.model.visual)

        cuda, light = self.device.type == "cuda", self.parameters <= LIGHT
        self.batch = batch or BATCHES["cuda" if cuda else "light" if light else "heavy"]
        self.workers = _cores() if light and not cuda else 1
        self.threads = 1 if light else _cores()
        """cores that one worker uses"""
        self._pool = ThreadPoolExecutor(
            self.workers, "encoder", initializer=torch.set_num_threads, initargs=(self.threads,)
        )
        self._reading = Together[str, np.ndarray](
            self._text_vectors, self._pool, self.workers, TEXTS * self.batch
        )
        self._image: Graph = self.model.encode_image
        self._maps: Callable[[torch.Tensor], ImageFeatures] = partial(
            image_features, self.model.visual
        )
        self._texts: dict[int, Graph] = {}
        if light and not cuda:
            tower, text = self.model.visual, getattr(self.model, "text", None)
            if features := self._pool.submit(image_graph, tower, self._side).result():
                self._maps, self._image = features, lambda pixels: features(pixels).pooled
            self._texts = self._pool.submit(text_graphs, text, LENGTHS).result()
        self._dimension = len(self.encode_texts(["?"])[0])

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return self._dimension

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        """[n, dimension] float32, unit length, one row a picture, in order."""
        return _unit(list(self._pool.map(self._image_vectors, _parts(images, self.batch))), self)

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        """[n, dimension] float32, unit length, one row a text, in order. Long texts are cut.

        Texts of several callers at once share a pass. Pictures and `read` do not: what a network that
        composes is given stays the same to the last digit, however many others ask.
        """
        vectors = self._reading.ask(texts)
        return _unit([np.stack(vectors)] if vectors else [], self)

    def see(self, images: Sequence[Image.Image]) -> ImageFeatures:
        """Feature maps at three depths, patch tokens and vectors of one batch, on the model's device.

        `lite`: low [B, 40, 28, 28], middle [B, 112, 14, 14], high [B, 320, 7, 7], patches
        [B, 49, 256], pooled [B, 256]. Nothing is normalised; give as many pictures as memory allows.
        """
        return self._pool.submit(self._seen, images).result()

    def read(self, texts: Sequence[str]) -> TextFeatures:
        """Word tokens of one batch: words [B, T, dimension], mask [B, T], pooled [B, dimension].

        T is the longest text for `lite`, the context length for towers that read their padding.
        """
        return self._pool.submit(self._words, texts).result()

    @_or_on_the_cpu
    def _image_vectors(self, images: Sequence[Image.Image]) -> np.ndarray:
        with torch.inference_mode():
            return _numpy(self._image(self._pixels(images)))  # [b, dimension]

    @_or_on_the_cpu
    def _text_vectors(self, texts: Sequence[str]) -> np.ndarray:
        ids = self._ids(texts)
        with torch.inference_mode():
            for length, tower in self._texts.items():  # shortest first
                if not (ids[:, length:] != self._pad_id).any():
                    return _numpy(tower(ids[:, :length]))
            return _numpy(self.model.encode_text(ids))  # [b, dimension]

    @_or_on_the_cpu
    def _seen(self, images: Sequence[Image.Image]) -> ImageFeatures:
        with torch.no_grad():
            return _single(self._maps(self._pixels(images)))

    @_or_on_the_cpu
    def _words(self, texts: Sequence[str]) -> TextFeatures:
        ids = self._ids(texts)
        with torch.no_grad():
            tower = getattr(self.model, "text", self.model)
            return _single(text_features(tower, ids, self._pad_id))

    def _retreat(self) -> None:
        """Goes on on the CPU for good; on a GPU one worker does all passes, so none is disturbed."""
        log.warning(
            "The GPU has no memory left. Pictures and words are encoded on the CPU from now on."
        )
        self.device, self.dtype = torch.device("cpu"), torch.float32
        self.model.to(self.device, self.dtype)
        torch.cuda.empty_cache()

    def _pixels(self, images: Sequence[Image.Image]) -> torch.Tensor:
        """[b, 3, H, W] on the device, channels last."""
        pixels = [self.preprocess(_shrunk(flatten(i), self._side)) for i in images]
        return torch.stack(pixels).to(self.device, self.dtype, memory_format=torch.channels_last)

    def _ids(self, texts: Sequence[str]) -> torch.Tensor:
        with self._tokenizing:
            return self.tokenizer(list(texts)).to(self.device)  # [b, context length]


def _fast_dtype(device: torch.device) -> torch.dtype:
    if device.type != "cuda":
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16


def _single(features: F) -> F:
    """The same in single precision, whatever the model computes in."""
    tensors = {f.name: getattr(features, f.name) for f in fields(features)}
    return replace(features, **{k: t.float() for k, t in tensors.items() if t.is_floating_point()})


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    """A much larger picture averaged down by whole pixels: a phone's photo scales five times as fast."""
    factor = max(image.size) // (SHRINK * side)
    return image.reduce(factor) if factor > 1 and min(image.size) >= factor * 8 else image


def _side(visual: Any) -> int:
    size = visual.image_size
    return int(size if isinstance(size, int) else max(size))


def _pad_id(tokenizer: Any) -> int:
    """What the tokenizer fills the context with: 0 in open_clip's own, else what its file says."""
    return getattr(getattr(tokenizer, "tokenizer", None), "pad_token_id", None) or 0


def _cores() -> int:
    """Cores that this process may use, eight at most."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(8, count or 1)


def _parts(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _numpy(features: torch.Tensor) -> np.ndarray:
    return features.float().cpu().numpy()


def _unit(parts: list[np.ndarray], encoder: ClipEncoder) -> np.ndarray:
    """The one place where vectors are normalised."""
    if not parts:
        return np.zeros((0, encoder.dimension), dtype=np.float32)
    vectors = np.concatenate(parts)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
