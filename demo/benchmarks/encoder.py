"""`bench encoder`: what the encoder reads and finds in pictures it never saw, and how fast it is.

Held out: senders of `clothing/`, designs of `luma/` and of the studio. Needs the photographs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from PIL import Image

from demo.bundle import load_encoder
from demo.settings import from_environment
from demo.training.data import read_all
from demo.training.measure import measure

ROWS = {
    "home.type": "home photos, senders never seen: 17 kinds by prompt, top-1",
    "luma.colour": "shop photos, designs never seen: colour by prompt, top-1",
    "luma.swap_r1": "… colour swap by a plain shift, R@1",
    "luma.swap_r10": "… colour swap, R@10",
    "studio.type": "studio, designs never seen: 64 types by prompt, top-1",
    "studio.colour": "… 23 colours",
    "studio.pattern": "… patterns",
    "studio.sleeve": "… sleeves",
    "studio.neckline": "… necklines",
    "studio.length": "… lengths",
    "studio.fit": "… fits",
    "studio.gender": "… for whom",
    "studio.swap_r1": "… colour swap, R@1",
    "studio.swap_r10": "… colour swap, R@10",
    "studio.text_to_picture_r10": "… a caption finds its picture, R@10",
}
COUNTS = {"home": "home.photos", "luma": "luma.photos", "studio": "studio.pictures"}


def report(data: Path, catalog: Path) -> str:
    """The table of the README, in Markdown."""
    settings = from_environment()
    encoder = load_encoder(settings.encoder, settings.device)
    held_out = [p for p in read_all(data, catalog) if p.split == "test"]
    found = measure(encoder, held_out)
    lines = [f"Encoder {encoder.id}, {encoder.dimension}-d.", "", "| measured | n | value |",
             "|---|---|---|"]  # fmt: skip
    for name, label in ROWS.items():
        if name in found:
            source = name.partition(".")[0]
            queries = found.get(f"{source}.swap_queries") if "swap" in name else None
            lines.append(f"| {label} | {queries or found[COUNTS[source]]} | {found[name]:.2f} |")
    pictures = [Image.new("RGB", (480, 600), (i, 90, 200)) for i in range(32)]
    one = median(_seconds(encoder.encode_images, pictures[:1]) for _ in range(10))
    many = median(_seconds(encoder.encode_images, pictures) for _ in range(5))
    text = median(_seconds(encoder.encode_texts, [f"a red tee number {i}"]) for i in range(30))
    lines += [
        f"| pictures a second, one by one | | {1 / one:.0f} |",
        f"| pictures a second, 32 at once | | {32 / many:.0f} |",
        f"| milliseconds a text | | {1e3 * text:.1f} |",
    ]
    return "\n".join(lines)


def _seconds(call: Callable[[list], object], argument: list) -> float:
    started = perf_counter()
    call(argument)
    return perf_counter() - started
