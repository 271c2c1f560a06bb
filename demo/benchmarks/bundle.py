"""`bench bundle`: what the networks weigh, where they run, and how long loading them takes."""

from __future__ import annotations

from time import perf_counter

import psutil

from demo.bundle import Bundle
from demo.settings import from_environment

TOWERS = {"visual": "image tower", "text": "text tower"}


def report() -> str:
    """The table in Markdown. The encoder is the one that the settings name."""
    import torch

    settings = from_environment()
    process = psutil.Process()
    before, started = process.memory_info().rss, perf_counter()
    bundle = Bundle.start(settings.encoder, settings.device)
    bundle.wait()
    encoder = bundle.encoder
    loaded, after = perf_counter() - started, process.memory_info().rss
    parameters = list(encoder.model.named_parameters())
    tower_of = {name: name.partition(".")[0] for name, _ in parameters}
    lines = ["| what | value |", "|---|---|",
             f"| encoder | {encoder.id}, {encoder.dimension}-d |",
             f"| device, numbers, threads | {encoder.device}, {_kind(parameters[0][1])}, "
             f"{torch.get_num_threads()} |"]  # fmt: skip
    for tower in sorted({t if t in TOWERS else "text" for t in tower_of.values()}, reverse=True):
        count = sum(
            p.numel() for name, p in parameters
            if (tower_of[name] if tower_of[name] in TOWERS else "text") == tower
        )  # fmt: skip
        lines.append(f"| {TOWERS[tower]} | {count / 1e6:.2f} million parameters |")
    lines += [
        f"| loaded and warm after | {loaded:.1f} s |",
        f"| memory that loading took, libraries included | {(after - before) / 2**20:.0f} MiB |",
    ]
    if torch.cuda.is_available():
        lines.append(f"| CUDA memory | {torch.cuda.memory_allocated() / 2**20:.0f} MiB |")
    return "\n".join(lines)


def _kind(weights: object) -> str:
    return str(getattr(weights, "dtype", "")).removeprefix("torch.")
