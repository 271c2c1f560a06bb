"""`bench bundle`: what the networks weigh, where they run, and how long loading them takes."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import Any

import psutil

from demo.bundle import Bundle
from demo.settings import from_environment


def report() -> str:
    """The tables in Markdown. The encoder is the one that the settings name, with its composing network."""
    import torch

    settings = from_environment()
    process = psutil.Process()
    before, started = process.memory_info().rss, perf_counter()
    bundle = Bundle.start(settings.encoder, settings.device, settings.index_folder)
    bundle.wait()
    encoder, network = bundle.encoder, bundle.network
    loaded, after = perf_counter() - started, process.memory_info().rss
    visual, model = encoder.model.visual, encoder.model
    seen = {id(p) for p in visual.parameters()}
    text = [p for p in model.parameters() if id(p) not in seen]
    lines = [
        "| network | parameters | memory | device, numbers |",
        "|---|---|---|---|",
        _row("encoder: image tower", visual.parameters()),
        _row("encoder: text tower", text),
        *(
            [_row(f"composing network: {network.config['network']}", network.parameters())]
            if network
            else []
        ),
        "",
        "| what | value |",
        "|---|---|",
        f"| encoder | {encoder.id}, {encoder.dimension}-d |",
        f"| composing network | {bundle.network_id or 'none for this encoder: words shift the vector'} |",
        f"| workers, cores each | {encoder.workers}, {encoder.threads} |",
        f"| pictures a pass | {encoder.batch} |",
        f"| loaded and warm after | {loaded:.1f} s |",
        f"| memory taken, libraries included | {(after - before) / 2**20:.0f} MiB |",
    ]
    if torch.cuda.is_available():
        lines.append(f"| CUDA memory | {torch.cuda.memory_allocated() / 2**20:.0f} MiB |")
    return "\n".join(lines)


def _row(name: str, parameters: Iterable[Any]) -> str:
    """One network: millions of numbers, their memory, where they are and what kind they are."""
    found = list(parameters)
    count = sum(p.numel() for p in found)
    size = sum(p.numel() * p.element_size() for p in found)
    kind = str(found[0].dtype).removeprefix("torch.")
    return f"| {name} | {count / 1e6:.2f} M | {size / 2**20:.1f} MiB | {found[0].device}, {kind} |"
