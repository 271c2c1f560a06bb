"""Which part of a picture a painting network sees, and how its paint comes back; knows no network.

Networks of latent diffusion take whole cells and about a megapixel. A window is cut around what may
change, scaled, padded to whole cells; its paint is un-padded, scaled back and blended into the picture,
of which everything outside the region stays as it was, pixel for pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from PIL import Image

CELL: Final = 16
"""pixels along a side of what becomes one token: 8 of the autoencoder, 2 × 2 of them packed"""
MEGAPIXEL: Final = 1024 * 1024
"""what such networks were trained on, and the most that diffusers' pipeline takes without scaling"""
_EDGE: Final = 0.01
"""width of the edge over which paint fades in, as a share of the window's longer side"""


@dataclass(frozen=True)
class Window:
    """The part of a picture that is painted, and the size at which the network sees it."""

    box: tuple[int, int, int, int]
    """left, top, right, bottom in the picture"""
    size: tuple[int, int]
    """width and height after scaling, before padding"""

    @property
    def padded(self) -> tuple[int, int]:
        """Width and height in whole cells; what is added lies right and below."""
        return -(-self.size[0] // CELL) * CELL, -(-self.size[1] // CELL) * CELL

    def cut(self, picture: Image.Image) -> Image.Image:
        """The window of an RGB picture, scaled, its last row and column repeated in the padding."""
        scaled = picture.resize(self.size, Image.Resampling.LANCZOS, box=self.box)
        return Image.fromarray(np.pad(np.asarray(scaled), (*self._padding(), (0, 0)), mode="edge"))

    def mask(self, region: np.ndarray) -> Image.Image:
        """White where cells are to be painted: all that the region touches. L, of the padded size.

        The pipeline samples its mask once a cell, without a filter; a thin strap would slip through.
        """
        left, top, right, bottom = self.box
        share = Image.fromarray(region[top:bottom, left:right].astype(np.float32))
        share = np.asarray(share.resize(self.size, Image.Resampling.BOX))  # [height, width]
        share = np.pad(share, self._padding())
        high, wide = (side // CELL for side in share.shape)
        cells = share.reshape(high, CELL, wide, CELL).max(axis=(1, 3)) > 0  # [high, wide]
        return Image.fromarray(np.kron(cells, np.full((CELL, CELL), 255)).astype(np.uint8))

    def blend(self, picture: Image.Image, painted: Image.Image, region: np.ndarray) -> Image.Image:
        """The RGB picture with the padded paint inside the region, faded in over a narrow inner edge."""
        left, top, right, bottom = self.box
        paint = painted.convert("RGB").crop((0, 0, *self.size))
        paint = paint.resize((right - left, bottom - top), Image.Resampling.LANCZOS)
        inside = region[top:bottom, left:right].astype(np.uint8)
        depth = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)  # 0 outside
        edge = max(2.0, _EDGE * max(right - left, bottom - top))
        share = np.clip(depth / (edge + 1), 0, 1)[..., None]  # [height, width, 1]
        after = np.array(picture)
        old = after[top:bottom, left:right].astype(np.float32)
        new = np.rint(old + share * (np.asarray(paint, np.float32) - old)).astype(np.uint8)
        after[top:bottom, left:right] = new
        return Image.fromarray(after)

    def _padding(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """For numpy: rows below, columns to the right."""
        (wide, high), (width, height) = self.padded, self.size
        return (0, high - height), (0, wide - width)


def window_around(region: np.ndarray, pixels: int = MEGAPIXEL) -> Window:
    """The region, bool [height, width], with half its longer side around it, padded at most `pixels`.

    The margin shows the network the person's build and the light. A window below a quarter of `pixels`
    is enlarged to that, since small pictures are not what the network learnt from.
    """
    rows, columns = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    margin = max(1, max(right - left, bottom - top) // 2)
    left, top = max(0, left - margin), max(0, top - margin)
    right, bottom = min(region.shape[1], right + margin), min(region.shape[0], bottom + margin)
    window = Window((left, top, right, bottom), (right - left, bottom - top))
    area = math.prod(window.padded)
    if pixels // 4 <= area <= pixels:
        return window
    scale = _scale(window.size, pixels if area > pixels else pixels // 4)
    width, height = (max(1, int(side * scale)) for side in window.size)
    return Window(window.box, (width, height))


def _scale(size: tuple[int, int], pixels: int) -> float:
    """The factor after which `size`, even when padded by a cell less one pixel, has `pixels`.

    The positive root of (s·width + 15)(s·height + 15) = pixels.
    """
    width, height = size
    pad = CELL - 1
    half = pad * (width + height) / 2
    area = width * height
    return (math.sqrt(half * half + area * (pixels - pad * pad)) - half) / area
