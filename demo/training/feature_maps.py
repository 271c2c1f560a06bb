"""Frozen feature maps of pictures and word tokens of sentences, made once and kept on disk.

Knows the encoder's `see` and `read` and the views of a picture; knows no wish and no network. Kept in
half precision; the key is the encoder's id and what was shown to it, so that nothing stale is read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from demo.models.composing import Seen, seen
from demo.models.towers import TextFeatures
from demo.settings import ROOT
from demo.training.data import Picture
from demo.training.views import plain_view, random_view

CACHE: Final = ROOT / ".cache" / "composed"
FIELDS: Final = ("low", "middle", "patches", "pooled")
"""what is kept; no network here reads `high` but its size, so it is not"""
BATCH: Final = 16
MOST_TOKENS: Final = 40
Progress = Callable[[Iterable[int], int], Iterable[int]]


@dataclass(frozen=True)
class FeatureMaps:
    """Maps of several views of each picture; view 0 is the plain one."""

    arrays: dict[str, np.ndarray]
    """field -> [views, ...] float16"""
    first: np.ndarray
    """[pictures] where each picture's views begin"""
    counts: np.ndarray
    """[pictures] how many views each has"""
    high: tuple[int, int, int]
    """size of the tower's last map"""

    def seen(self, rows: Sequence[int] | np.ndarray, views: np.ndarray | None = None) -> Seen:
        """Of some pictures; `views` [len(rows)] are taken modulo each picture's number of views."""
        at = self.first[rows]
        if views is not None:
            at = at + views % self.counts[rows]
        low, middle, patches, pooled = (
            torch.from_numpy(np.ascontiguousarray(self.arrays[name][at])).float() for name in FIELDS
        )
        return Seen(
            low, middle, torch.zeros(1, *self.high).expand(len(at), -1, -1, -1), patches, pooled
        )


def cached_maps(
    encoder: Any, pictures: Sequence[Picture], counts: Sequence[int], lenders: Sequence[Picture],
    progress: Progress, folder: Path = CACHE,
) -> FeatureMaps:  # fmt: skip
    """Maps of `counts[i]` views of each picture, from the cache or made now and kept."""
    digest = hashlib.sha256(encoder.id.encode())
    for picture, count in zip(pictures, counts, strict=True):
        size = picture.path.stat().st_size
        digest.update(f"{picture.path.name} {size} {count} {len(lenders)}\n".encode())
    at = folder / f"maps-{digest.hexdigest()[:16]}"
    done = at / "done.json"
    first = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    if not done.is_file():
        high = _make(encoder, pictures, counts, lenders, progress, at)
        done.write_text(json.dumps({"encoder": encoder.id, "high": high}) + "\n", encoding="utf-8")
    high = tuple(json.loads(done.read_text(encoding="utf-8"))["high"])
    arrays = {name: np.load(at / f"{name}.npy", mmap_mode="r") for name in FIELDS}
    return FeatureMaps(arrays, first, np.array(counts), high)  # type: ignore[arg-type]


def _make(
    encoder: Any, pictures: Sequence[Picture], counts: Sequence[int], lenders: Sequence[Picture],
    progress: Progress, at: Path,
) -> list[int]:  # fmt: skip
    """Writes the arrays; returns the size of the tower's last map."""
    at.mkdir(parents=True, exist_ok=True)
    rows = np.repeat(np.arange(len(pictures)), counts)
    plain = np.r_[True, rows[1:] != rows[:-1]]
    random = Random(0)
    arrays: dict[str, np.ndarray] = {}
    high: list[int] = []
    starts = range(0, len(rows), BATCH)
    for start in progress(starts, len(starts)):
        images: list[Image.Image] = [
            plain_view(pictures[i].path) if alone else random_view(pictures[i], lenders, random)
            for i, alone in zip(
                rows[start : start + BATCH], plain[start : start + BATCH], strict=True
            )
        ]
        made = seen(encoder.see(images))
        for name in FIELDS:
            part = getattr(made, name).cpu().numpy().astype(np.float16)
            if name not in arrays:
                arrays[name] = np.lib.format.open_memmap(
                    at / f"{name}.npy", "w+", np.float16, (len(rows), *part.shape[1:])
                )
            arrays[name][start : start + len(part)] = part
        high = list(made.high.shape[1:])
    for array in arrays.values():
        array.flush()
    return high


@dataclass(frozen=True)
class Sentences:
    """Word tokens of many texts."""

    words: np.ndarray
    """[n, T, D] float16"""
    mask: np.ndarray
    """[n, T] bool"""
    pooled: np.ndarray
    """[n, D] float16"""

    def read(self, rows: Sequence[int] | np.ndarray) -> TextFeatures:
        """The tokens of some texts, without columns that are all padding."""
        mask = self.mask[rows]
        length = max(1, int(mask.any(0).nonzero()[0].max(initial=0)) + 1)
        parts = (self.words[rows][:, :length], mask[:, :length], self.pooled[rows])
        words, mask_, pooled = (torch.from_numpy(np.ascontiguousarray(p)) for p in parts)
        return TextFeatures(words.float(), mask_, pooled.float())


def cached_sentences(
    encoder: Any, texts: Sequence[str], progress: Progress, folder: Path = CACHE
) -> Sentences:
    """Word tokens of the texts, in order; long ones are cut to `MOST_TOKENS`."""
    digest = hashlib.sha256("\n".join([encoder.id, *texts]).encode()).hexdigest()[:16]
    path = folder / f"words-{digest}.npz"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        parts = []
        starts = range(0, len(texts), 64)
        for start in progress(starts, len(starts)):
            parts.append(encoder.read(list(texts[start : start + 64])))
        length = min(MOST_TOKENS, max(part.words.shape[1] for part in parts))
        words = np.concatenate(
            [_padded(p.words, length).cpu().numpy().astype(np.float16) for p in parts]
        )
        mask = np.concatenate([_padded(p.mask, length).cpu().numpy() for p in parts])
        pooled = np.concatenate([p.pooled.cpu().numpy().astype(np.float16) for p in parts])
        partial = path.with_suffix(".part.npz")
        np.savez(partial, words=words, mask=mask, pooled=pooled)
        partial.rename(path)
    with np.load(path, allow_pickle=False) as file:
        return Sentences(file["words"], file["mask"], file["pooled"])


def _padded(x: Tensor, length: int) -> Tensor:
    """[B, T, …] cut or filled with zeros to [B, length, …]."""
    if x.shape[1] >= length:
        return x[:, :length]
    rest = torch.zeros(
        x.shape[0], length - x.shape[1], *x.shape[2:], dtype=x.dtype, device=x.device
    )
    return torch.cat([x, rest], 1)
