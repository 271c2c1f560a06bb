"""Weights in a byte a number: large tensors as int8 with a scale a row, all else in half precision.

Knows tensors by name, no network.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import torch
from torch import Tensor

LARGE: Final = 4096
"""numbers from which on a tensor of two or more dimensions is kept in bytes"""
SCALES: Final = ".scales"
"""what is added to a tensor's name for the scales of its rows"""


def packed(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What is written to a file, on the CPU."""
    found: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        if tensor.ndim >= 2 and tensor.numel() >= LARGE:
            found[name], found[name + SCALES] = _as_bytes(tensor)
        else:
            found[name] = tensor.detach().half().contiguous().cpu()
    return found


def unpacked(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Single precision again, from what `packed` gave; files without scales are read as well."""
    return {
        name: tensor.float() * tensors.get(name + SCALES, 1)
        for name, tensor in tensors.items()
        if not name.endswith(SCALES)
    }


def _as_bytes(tensor: Tensor) -> tuple[Tensor, Tensor]:
    """[M, …] as int8 and a scale a row, [M, 1, …] float32."""
    tensor = tensor.detach().float().cpu()
    scale = tensor.abs().amax(tuple(range(1, tensor.ndim)), keepdim=True).clamp(min=1e-12) / 127
    return (tensor / scale).round().to(torch.int8), scale
