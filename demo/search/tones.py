"""How light and how colourful each product is, measured on its own picture. Knows pictures and files.

CIELAB under D65: L* from 0 (black) to 100 (white), chroma C* = √(a*² + b*²), both means over the
pixels of a thumbnail that the cut-out covers, or that differ from the ground of a photo.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from demo.catalog.pictures import open_picture
from demo.durable import write_aside
from demo.errors import PictureError

if TYPE_CHECKING:
    from PIL.Image import Image

FILE = "tones.npz"
SIZE = (48, 60)
READERS = 2
COVERED = 128
"""alpha from which on a pixel is the garment"""
GROUND = 246
"""a photo's pixels that are lighter than this in every channel are its ground"""
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
_WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(rgb: np.ndarray) -> np.ndarray:
    """sRGB [..., 3] in 0 to 255 -> CIELAB [..., 3]."""
    part = np.asarray(rgb, dtype=np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    ratio = linear @ _TO_XYZ.T / _WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def tone(picture: Image) -> tuple[float, float]:
    """(mean L*, mean C*) of what the picture shows."""
    pixels = np.asarray(picture.convert("RGBA").resize(SIZE, reducing_gap=2)).reshape(-1, 4)
    shown = pixels[:, 3] >= COVERED
    if shown.all():
        shown = pixels[:, :3].min(axis=1) < GROUND
    chosen = pixels[shown] if shown.any() else pixels
    values = lab(chosen[:, :3])
    return float(values[:, 0].mean()), float(np.hypot(values[:, 1], values[:, 2]).mean())


def measure(paths: Sequence[Path]) -> np.ndarray:
    """[n, 2] float32 of (L*, C*); NaN where a picture does not open."""

    def read(path: Path) -> tuple[float, float]:
        try:
            return tone(open_picture(path))
        except PictureError:
            return (np.nan, np.nan)

    with ThreadPoolExecutor(READERS) as pool:
        return np.array(list(pool.map(read, paths)), dtype=np.float32).reshape(-1, 2)


def save(tones: np.ndarray, catalog: str, folder: Path) -> None:
    """Writes them beside the index; `catalog` is the catalogue's fingerprint. Raises SavingError."""
    with write_aside(folder / FILE) as aside:
        np.savez(aside, tones=tones, catalog=np.array(catalog))


def load(folder: Path, catalog: str, count: int) -> np.ndarray | None:
    """What `save` wrote for this very catalogue, or None."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as file:
            tones, written = file["tones"], str(file["catalog"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
        return None
    return tones if written == catalog and tones.shape == (count, 2) else None
