"""`bench accelerator`: pictures a second as a share of what the device's matrix units could do.

For one large GPU (measured figures are for an H200); runs on any device, a CPU included, where the share
says how much of the arithmetic the network really uses. Random weights take the same time as others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any, Final

from demo.bundle import LITE
from demo.compat import prepare_torchvision
from demo.errors import EncoderError

NETWORKS: Final = {"lite": f"local-dir:{LITE}", "FashionSigLIP's architecture": "ViT-B-16-SigLIP"}
"""what is timed -> open_clip's name; weights are left random"""


@dataclass(frozen=True)
class Load:
    """How much work a round is."""

    side: int
    """of the square matrices that find the limit"""
    pictures: int
    """in a batch"""
    rounds: int = 10


def report(device: str, load: Load | None = None) -> str:
    """The table in Markdown. Raises EncoderError when there is no such device."""
    import torch

    if device.startswith("cuda") and not torch.cuda.is_available():
        raise EncoderError("This machine has no CUDA device: use “--device cpu”.")
    prepare_torchvision()
    import open_clip

    load = load or (Load(8192, 256) if device.startswith("cuda") else Load(1024, 4, 3))
    limit = matmul_limit(device, load)
    name = torch.cuda.get_device_name(device) if device.startswith("cuda") else "CPU"
    lines = [
        f"{name}, bfloat16, products of matrices of side {load.side}: {limit / 1e12:.1f} TFLOP/s.",
        "",
        "| tower | GFLOP a picture | pictures/s | share of the limit |",
        "|---|---|---|---|",
    ]
    for label, network in NETWORKS.items():
        model = open_clip.create_model(network, load_weights=False)
        side = model.visual.image_size
        side = side if isinstance(side, int) else side[0]
        work, rate = speed(model.visual, side, device, load)
        lines.append(
            f"| {label} | {work / 1e9:.2f} | {rate:,.0f} | {100 * work * rate / limit:.0f} % |"
        )
    return "\n".join(lines)


def matmul_limit(device: str, load: Load) -> float:
    """FLOP/s of square bfloat16 matrix products, the best that dense layers can hope for."""
    import torch

    one = torch.randn(load.side, load.side, device=device, dtype=torch.bfloat16)
    other = torch.randn_like(one)
    return 2 * load.side**3 / _seconds(lambda: one @ other, device, load.rounds)


def speed(visual: Any, side: int, device: str, load: Load) -> tuple[float, float]:
    """FLOP a picture (counted by torch, 2 a multiply-add) and pictures a second, in bfloat16."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    from demo.models.folding import fold

    visual = visual.eval().requires_grad_(False)
    fold(visual)
    visual.to(device, torch.bfloat16, memory_format=torch.channels_last)
    pixels = torch.randn(load.pictures, 3, side, side, device=device, dtype=torch.bfloat16)
    pixels = pixels.to(memory_format=torch.channels_last)
    with torch.inference_mode():
        torch.backends.mha.set_fastpath_enabled(False)  # the counter does not see into it
        with FlopCounterMode(display=False) as counter:
            visual(pixels[:1])
        torch.backends.mha.set_fastpath_enabled(True)
        seconds = _seconds(lambda: visual(pixels), device, load.rounds)
    return float(counter.get_total_flops()), load.pictures / seconds


def _seconds(call: Callable[[], Any], device: str, rounds: int) -> float:
    """Median seconds of a call once warm, the device's queue emptied before the clock is read."""
    import torch

    def wait() -> None:
        if device.startswith("cuda"):
            torch.cuda.synchronize(device)

    times = []
    for _ in range(rounds + 2):
        wait()
        started = perf_counter()
        call()
        wait()
        times.append(perf_counter() - started)
    return median(times[2:])
