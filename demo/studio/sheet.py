"""A contact sheet of a catalogue's pictures, many at once. Knows files, not how they are drawn."""

from __future__ import annotations

import csv
import random
from collections.abc import Collection
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from demo.errors import ShopError

PAGE = "#f4f2ef"
CELL = (150, 188)
"""pixels a picture takes on the sheet"""


def sheet(
    catalog_dir: Path,
    out_png: Path,
    columns: int = 10,
    rows: int = 10,
    seed: int = 0,
    types: Collection[str] | None = None,
) -> int:
    """Write a sheet of at most columns x rows products in the table's order; gives how many.

    seed: which products are drawn by lot when there are more than fit. types: only these.
    """
    with (catalog_dir / "products.csv").open(encoding="utf-8", newline="") as file:
        images = [r["image"] for r in csv.DictReader(file) if types is None or r["type"] in types]
    if not images:
        raise ShopError(f"No product of type {', '.join(types or ())} in {catalog_dir}.")
    lots = random.Random(seed).sample(range(len(images)), min(len(images), columns * rows))
    pictures = [Image.open(catalog_dir / images[i]).convert("RGBA") for i in sorted(lots)]
    page = Image.new("RGB", (columns * CELL[0], -(-len(pictures) // columns) * CELL[1]), PAGE)
    for i, picture in enumerate(pictures):
        small = on_page(picture).resize(CELL, Image.Resampling.LANCZOS)
        page.paste(small, (i % columns * CELL[0], i // columns * CELL[1]))
    page.save(out_png)
    return len(pictures)


def on_page(cutout: Image.Image) -> Image.Image:
    """The cut-out on the page's tone with the soft drop shadow that the page gives it."""
    pixels = np.asarray(cutout, np.float32) / 255
    alpha = pixels[..., 3]
    down = np.array([[1, 0, 4], [0, 1, 9]], np.float32)
    fallen = cv2.warpAffine(alpha, down, alpha.shape[::-1])
    shadow = 0.16 * cv2.GaussianBlur(fallen, (0, 0), 9) + 0.08 * cv2.GaussianBlur(fallen, (0, 0), 2)
    tone = np.array([int(PAGE[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
    behind = tone * (1 - shadow)[..., None]
    mixed = pixels[..., :3] * alpha[..., None] + behind * (1 - alpha)[..., None]
    return Image.fromarray((mixed.clip(0, 1) * 255 + 0.5).astype(np.uint8))
