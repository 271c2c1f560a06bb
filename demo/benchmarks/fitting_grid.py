"""The README's picture of the fitting room: person, products, result, made of the studio's figures.

Knows pictures, not how a person is dressed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from demo.studio.sheet import PAGE

CELL: Final = (120, 240)
"""width and height of one picture"""
COLUMNS: Final = 3
"""triples in a row"""
GAP: Final = 18
"""between triples"""
LARGEST: Final = 60_000
"""bytes"""


@dataclass(frozen=True)
class Triple:
    """One person dressed; all RGBA."""

    person: np.ndarray
    products: tuple[np.ndarray, ...]
    result: np.ndarray


def draw_grid(triples: Sequence[Triple], path: Path) -> int:
    """Write a WebP of at most `LARGEST` bytes; gives how many. Raises OSError."""
    rows = -(-len(triples) // COLUMNS)
    wide = 3 * CELL[0] + GAP
    page = Image.new("RGB", (COLUMNS * wide + GAP, rows * (CELL[1] + GAP) + GAP), PAGE)
    for i, triple in enumerate(triples):
        left, top = GAP + i % COLUMNS * wide, GAP + i // COLUMNS * (CELL[1] + GAP)
        _place(page, triple.person, (left, top, *CELL))
        _deal(page, triple.products, (left + CELL[0], top, *CELL))
        _place(page, triple.result, (left + 2 * CELL[0], top, *CELL))
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in (86, 78, 70, 60, 45):
        page.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= LARGEST:
            break
    return path.stat().st_size


def _deal(
    page: Image.Image, products: Sequence[np.ndarray], box: tuple[int, int, int, int]
) -> None:
    """The products in a column or two, each as large as all can be."""
    columns = 1 if len(products) < 3 else 2
    rows = -(-len(products) // columns)
    left, top, width, height = box
    size = (width // columns, height // rows)
    for i, product in enumerate(products):
        down, across = (np.flatnonzero((product[..., 3] > 8).any(axis)) for axis in (1, 0))
        cut = product[down[0] : down[-1] + 1, across[0] : across[-1] + 1]
        _place(page, cut, (left + i % columns * size[0], top + i // columns * size[1], *size))


def _place(page: Image.Image, rgba: np.ndarray, box: tuple[int, int, int, int]) -> None:
    """A picture in the middle of a box (left, top, width, height), as large as it fits."""
    left, top, width, height = box
    picture = Image.fromarray(rgba)
    zoom = min((width - 6) / picture.width, (height - 6) / picture.height)
    size = (max(1, round(picture.width * zoom)), max(1, round(picture.height * zoom)))
    small = picture.resize(size, Image.Resampling.LANCZOS)
    page.paste(small, (left + (width - size[0]) // 2, top + (height - size[1]) // 2), small)
