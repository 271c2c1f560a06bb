"""`bench accelerator`'s arithmetic on a CPU, small: counted work, measured limit, shares."""

from __future__ import annotations

import pytest

from demo.benchmarks.accelerator import Load, matmul_limit, report, speed
from demo.compat import prepare_torchvision
from demo.errors import EncoderError

SMALL = Load(side=128, pictures=2, rounds=2)


def test_work_is_counted_per_picture() -> None:
    prepare_torchvision()
    import open_clip

    tower = open_clip.create_model("ViT-B-32", load_weights=False).visual
    work, rate = speed(tower, 224, "cpu", SMALL)
    assert work == pytest.approx(2 * 4.4e9, rel=0.1)  # 4.4 billion multiply-adds
    assert rate > 0
    assert matmul_limit("cpu", SMALL) > 1e6


def test_a_device_that_is_not_there() -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    with pytest.raises(EncoderError, match="no CUDA device"):
        report("cuda")
