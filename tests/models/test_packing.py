"""Weights in a byte a number."""

from __future__ import annotations

import torch

from demo.models.packing import LARGE, packed, unpacked


def test_large_tensors_take_bytes_and_come_back_near() -> None:
    torch.manual_seed(1)
    spread = torch.tensor([0.01, 1.0, 30.0, 0.0]).repeat_interleave(16)
    convolution = torch.randn(64, 64, 1, 3) * spread[:, None, None, None]
    tensors = {"a.weight": convolution, "a.bias": torch.randn(LARGE), "b.weight": torch.randn(8, 8)}
    kept = packed(tensors)
    assert kept["a.weight"].dtype == torch.int8
    assert kept["a.bias"].dtype == kept["b.weight"].dtype == torch.float16
    back = unpacked(kept)
    assert back.keys() == tensors.keys()
    error = (back["a.weight"] - convolution).abs().amax((1, 2, 3))
    assert (error <= convolution.abs().amax((1, 2, 3)) / 254 + 1e-9).all()  # row by row
    assert torch.equal(back["b.weight"], tensors["b.weight"].half().float())


def test_files_without_scales_are_read() -> None:
    old = {"a.weight": torch.randn(128, 64).half()}
    assert torch.equal(unpacked(old)["a.weight"], old["a.weight"].float())
