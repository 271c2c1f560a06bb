"""Freezes a small model's towers into TorchScript graphs for the CPU; knows no picture and no string.

A frozen graph holds no Python lock while it runs, so two requests really use two cores, and saves the
interpreter's share of the time (a tenth for a picture, a third for a text). Needs no compiler.
"""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import torch
from torch import Tensor, nn

from demo.models.towers import ImageFeatures, image_features

Graph = Callable[[Tensor], Tensor]


def image_graph(visual: Any, side: int) -> Callable[[Tensor], ImageFeatures] | None:
    """The image tower for [B, 3, side, side] in channels-last order; None if it is no convolutional one.

    The maps and patches that come with the vector cost a hundredth of it, so there is one graph for all.
    """
    if not hasattr(visual, "trunk") or hasattr(visual.trunk, "patch_embed"):
        return None
    pixels = torch.zeros(2, 3, side, side).to(memory_format=torch.channels_last)
    graph = _frozen(_Features(visual), pixels, repack=True)
    return lambda pixels: ImageFeatures(*graph(pixels))


class _Features(nn.Module):
    """A tower that gives its features as a plain tuple, which is what a graph can give."""

    def __init__(self, visual: Any) -> None:
        super().__init__()
        self.visual = visual.eval()

    def forward(self, pixels: Tensor) -> tuple[Tensor, ...]:
        features = image_features(self.visual, pixels)
        return tuple(getattr(features, field.name) for field in fields(features))


def text_graphs(tower: Any, lengths: Sequence[int]) -> dict[int, Graph]:
    """length -> the text tower for [B, length], sharing its weights; shortest first.

    Under a causal mask nothing that stands behind a text's end reaches the vector read at its end, so
    the padding can be cut off; open_clip's tower only lacks a mask of that size. Empty for towers that
    read elsewhere (SigLIP reads the last place, padding included).
    """
    if getattr(tower, "pool_type", "") != "eos" or getattr(tower, "attn_mask", None) is None:
        return {}
    graphs = {}
    full = tower.attn_mask.shape[0]
    for length in sorted({*(n for n in lengths if n < full), full}):
        view = copy.copy(tower)
        view._buffers = {**tower._buffers, "attn_mask": tower.attn_mask[:length, :length]}
        ids = torch.full((2, length), tower.pad_id)
        ids[:, 1] = tower.eos_id
        graphs[length] = _frozen(view, ids)
    return graphs


def _frozen(module: Any, example: Tensor, repack: bool = False) -> Graph:
    """`repack` lays convolution weights out anew for oneDNN: a fifth faster on one core."""
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns about shapes that never change
        graph = torch.jit.trace(module, example, check_trace=False)
        graph = torch.jit.optimize_for_inference(graph) if repack else torch.jit.freeze(graph)
        for _ in range(3):  # the first runs are for TorchScript's own profile
            graph(example)
            graph(example[:1])
    return graph
