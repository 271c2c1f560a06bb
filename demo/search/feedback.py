"""A trained network behind the search: a reference's picture and a sentence -> one query vector.

Pairs an encoder with the network that was trained on its maps. The network's own shift along a raw
sentence is left out: the shop's (`demo/search/compose.py`) knows what the words mean, and takes its place.
Knows pictures and sentences; it does not know products, intents or which words a rule understood. All
calls may come from several threads at once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import numpy as np
import torch
from PIL import Image

from demo.catalog.pictures import on_white, open_picture
from demo.models.composing import Seen, seen
from demo.stages import stage

if TYPE_CHECKING:
    from demo.models.composing import ComposingNetwork
    from demo.models.encoder import ClipEncoder
    from demo.models.towers import TextFeatures

REFERENCE_BYTES: Final = 64_000_000
"""memory for the maps of references; one takes 230 KB with `lite`"""
SENTENCES: Final = 2048
"""sentences whose word tokens are kept"""
COMPOSED: Final = 1024
"""references with a sentence whose query is kept: shared links, steps back, sorting, “why this?”"""
AHEAD: Final = 4
"""references and sentences that are prepared at once"""
T = TypeVar("T")
D = TypeVar("D", Seen, "TextFeatures")


@dataclass(frozen=True)
class Asked:
    """A reference and a sentence, composed."""

    vector: np.ndarray
    """[D] unit length, to be compared with the index's target vectors"""
    attention: np.ndarray | None
    """[T, H, W] where each token looked, sums to 1 over the places; None where a network has none"""


class Feedback:
    """One encoder and one composing network; nothing of them is ever changed."""

    def __init__(self, encoder: ClipEncoder, network: ComposingNetwork, id: str) -> None:
        """`id` names the network and its weights; an index of target vectors carries it."""
        self.encoder = encoder
        self.network = network
        self.id = id
        blank = seen(encoder.see([Image.new("RGB", (48, 60), "white")]))
        with torch.inference_mode():
            self.dimension = network.own(network.target(blank)).shape[1]
        size = sum(t.numel() * t.element_size() for t in vars(blank).values())
        self._references: _Recent[Future[Seen]] = _Recent(max(8, REFERENCE_BYTES // size))
        self._sentences: _Recent[Future[TextFeatures]] = _Recent(SENTENCES)
        self._composed: _Recent[Asked] = _Recent(COMPOSED)
        self._ahead = ThreadPoolExecutor(AHEAD, "reference")  # its threads wait for the encoder's
        self._pool = ThreadPoolExecutor(
            getattr(encoder, "workers", 1), "composing",
            initializer=torch.set_num_threads, initargs=(getattr(encoder, "threads", 1),),
        )  # fmt: skip
        self.compose_seen(blank, "the same in red")

    @property
    def fitting(self) -> str:
        """How pictures get into the encoder's square view: longest, shortest or squash."""
        visual = getattr(getattr(self.encoder, "model", None), "visual", None)
        said = getattr(visual, "preprocess_cfg", {})
        return str(said.get("resize_mode", "squash"))

    def gallery(self, images: Sequence[Image.Image]) -> tuple[np.ndarray, np.ndarray]:
        """Vectors [n, d] in the space of words and target vectors [n, D], from one look at each picture."""
        size = getattr(self.encoder, "batch", len(images)) or 1
        parts = [images[start : start + size] for start in range(0, len(images), size)]
        looked = list(self._pool.map(self._gallery, parts))
        vectors, targets = zip(*looked, strict=True)
        return np.concatenate(vectors), np.concatenate(targets)

    def begin(self, path: Path, sentence: str = "") -> None:
        """Begins to look at a reference's picture, and to read a sentence, so that nobody need wait."""
        if (path, sentence) in self._composed:
            return
        self._reference(path)
        if sentence:
            self._read(sentence)

    def compose(self, path: Path, sentence: str) -> Asked:
        """The query of a reference's picture and what should be different. Raises PictureError."""
        return self._composed.get((path, sentence), lambda: self._compose_anew(path, sentence))

    def _compose_anew(self, path: Path, sentence: str) -> Asked:
        self.begin(path, sentence)
        try:
            with stage("encode"):
                reference = self._reference(path).result()
            return self.compose_seen(reference, sentence)
        except BaseException:  # what failed is not kept
            self._references.drop(path)
            self._sentences.drop(sentence)
            raise

    def compose_seen(self, reference: Seen, sentence: str) -> Asked:
        """The same for maps [1, …] that are there already."""
        with stage("encode"):
            words = self._read(sentence).result()
        return self._pool.submit(self._compose, reference, words).result()

    def spans(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """(first, last + 1) token of each word in the sentence that the words make.

        Counted by reading ever longer beginnings, for tokenizers do not all say it. Every text ends with
        one mark; what else an empty one has stands before it.
        """
        beginnings = [" ".join(words[:count]) for count in range(len(words) + 1)]
        lengths = self.encoder.read(beginnings).mask.sum(1).tolist()  # [words + 1]
        ends = [int(length) - 1 for length in lengths]
        return [(ends[i], ends[i + 1]) for i in range(len(words))]

    def _gallery(self, images: Sequence[Image.Image]) -> tuple[np.ndarray, np.ndarray]:
        looked = self._beside(seen(self.encoder.see(images)))
        with torch.inference_mode():
            targets = self.network.own(self.network.target(looked))
            return looked.pooled.cpu().numpy(), targets.cpu().numpy()

    def _compose(self, reference: Seen, words: TextFeatures) -> Asked:
        reference, words = self._beside(reference), self._beside(words)
        with torch.inference_mode():
            composed = self.network.compose(reference, words)
            vector = self.network.own(composed.vector)
        attention = composed.attention
        return Asked(
            vector[0].cpu().numpy(),
            None if attention is None else attention[0].cpu().numpy(),
        )

    def _beside(self, tensors: D) -> D:
        """The tensors, and the network, where the encoder is now: it may have left a full GPU."""
        device = getattr(self.encoder, "device", None)
        if device is None or all(t.device.type == device.type for t in vars(tensors).values()):
            return tensors
        self.network.to(device)
        return replace(tensors, **{name: t.to(device) for name, t in vars(tensors).items()})

    def _reference(self, path: Path) -> Future[Seen]:
        return self._references.get(path, lambda: self._ahead.submit(self._see, path))

    def _see(self, path: Path) -> Seen:
        return seen(self.encoder.see([on_white(open_picture(path))]))

    def _read(self, sentence: str) -> Future[TextFeatures]:
        return self._sentences.get(
            sentence, lambda: self._ahead.submit(self.encoder.read, [sentence])
        )


class _Recent(Generic[T]):
    """Key -> value for several threads; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[object, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: object, make: Callable[[], T]) -> T:
        """What is kept for the key, else what `make` gives, kept from now on."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()  # outside the lock: others may ask meanwhile
        with self._lock:
            value = self._kept.setdefault(key, value)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return value

    def drop(self, key: object) -> None:
        with self._lock:
            self._kept.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)
