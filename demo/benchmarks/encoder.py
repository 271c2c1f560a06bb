"""`bench encoder`: what the encoder reads and finds in pictures it never saw, and how fast it is.

Held out: senders of `clothing/`, designs of `luma/` and of the studio. Needs the photographs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from PIL import Image

from demo.benchmarks.imagenet import features, fit
from demo.bundle import load_encoder
from demo.models.encoder import ClipEncoder
from demo.settings import from_environment
from demo.training.colours import with_colour
from demo.training.data import read_all, read_home_photos
from demo.training.measure import TEN, measure, photo_to_catalogue

ROWS = {
    "home.type": "home photos, senders never seen: 17 kinds by prompt, top-1",
    "home.ten": "… ten plain kinds among themselves, top-1",
    "own.type": "… one of its type among the 10 products most like it",
    "own.colour": "… … and of its colour's family",
    "luma.colour": "shop photos, designs never seen: colour by prompt, top-1",
    "luma.swap_r1": "… colour swap by a plain shift, R@1",
    "luma.swap_r10": "… colour swap, R@10",
    "luma.text_to_photo_r10": "… \"a red t-shirt for women\" finds one, R@10",
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
OWN_COUNTS = {"home.ten": "home.ten_photos", "own.type": "own.photos", "own.colour": "own.coloured"}
YARDSTICK = "ViT-B-32"
"""an open_clip architecture that everybody knows; random weights take the same time"""


def report(data: Path, catalog: Path) -> str:
    """The table of the README, in Markdown."""
    settings = from_environment()
    encoder = load_encoder(settings.encoder, settings.device)
    everything = read_all(data, catalog)
    held_out = [p for p in everything if p.split == "test"]
    found = measure(encoder, held_out)
    home = [with_colour(p) for p in held_out if p.source == "clothing"]
    goods = [p for p in everything if p.source == "studio"]
    if home and goods:
        found |= photo_to_catalogue(encoder, home, goods)
    lines = [f"Encoder {encoder.id}, {encoder.dimension}-d.", "", "| measured | n | value |",
             "|---|---|---|"]  # fmt: skip
    for name, label in ROWS.items():
        if name in found:
            source = name.partition(".")[0]
            queries = found.get(f"{source}.swap_queries") if "swap" in name else None
            count = queries or found[OWN_COUNTS.get(name) or COUNTS[source]]
            lines.append(f"| {label} | {count} | {found[name]:.2f} |")
            if name == "home.ten":
                lines.append(f"| … … by a linear head on frozen ImageNet | {count} | {_linear(data):.2f} |")
    return "\n".join(lines + _speed(encoder))


def _linear(data: Path) -> float:
    """Top-1 of the yardstick on the ten kinds: the same senders held out, trained on the others."""
    photos = [p for p in read_home_photos(data) if p.label in TEN]
    kinds = np.array([p.label for p in photos])
    splits = np.array([p.split for p in photos])
    seen = features([p.path for p in photos])
    name = fit(seen[splits == "train"], kinds[splits == "train"])
    return float((name(seen[splits == "test"]) == kinds[splits == "test"]).mean())


def _speed(encoder: ClipEncoder) -> list[str]:
    """Rows of speed, each beside the yardstick in the same minute and on the same threads."""
    import open_clip
    import torch

    model, _, preprocess = open_clip.create_model_and_transforms(YARDSTICK)
    tokenizer = open_clip.get_tokenizer(YARDSTICK)
    model.eval()

    def see(pictures: list[Image.Image]) -> None:
        with torch.inference_mode():
            model.encode_image(torch.stack([preprocess(p) for p in pictures]))

    def read(texts: list[str]) -> None:
        with torch.inference_mode():
            model.encode_text(tokenizer(texts))

    pictures = [Image.new("RGB", (480, 600), (i, 90, 200)) for i in range(32)]
    texts = iter(f"a red tee number {i}" for i in range(1000))
    rows = []
    for label, ours, theirs, argument, rounds in (
        ("pictures a second, one by one", encoder.encode_images, see, lambda: pictures[:1], 25),
        ("pictures a second, 32 at once", encoder.encode_images, see, lambda: pictures, 7),
        ("texts a second", encoder.encode_texts, read, lambda: [next(texts)], 40),
    ):
        times = [(_seconds(ours, argument()), _seconds(theirs, argument())) for _ in range(rounds)]
        mine, other = (median(side) for side in zip(*times, strict=True))
        count = len(argument())
        rows.append(
            f"| {label} ({YARDSTICK}: {count / other:.1f}, so {other / mine:.1f} times as many) | "
            f"| {count / mine:.0f} |"
        )
    return rows


def _seconds(call: Callable[[list], object], argument: list) -> float:
    started = perf_counter()
    call(argument)
    return perf_counter() - started
