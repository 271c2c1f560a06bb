"""What a shopper's photo offers to start from: the garments of whoever is in it, or the photo as it is.

The facade's part about own photos. Knows how a photo is opened and parsed; it does not know the search,
sessions or the page, and keeps nothing of a photo.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image

from demo.catalog.pictures import on_white, open_picture
from demo.settings import Settings

if TYPE_CHECKING:
    from demo.fitting.parsing import Parse
    from demo.fitting.picked import Picked

PIXELS: Final = 1_000_000
"""a larger photo is made smaller before it is parsed; the search needs far less"""


class Picking:
    """Looks for garments in photos; calls may come from several threads."""

    def __init__(self, settings: Settings, parse: Callable[[Image.Image], Parse]) -> None:
        """`parse` tells what is where in an upright RGB photo."""
        self.settings = settings
        self._parse = parse

    def open(self, path: Path) -> Image.Image:
        """The photo, upright, RGB, of at most PIXELS. Raises PictureError."""
        limits = self.settings
        photo = on_white(
            open_picture(path, max_pixels=limits.picture_pixels, max_bytes=limits.picture_bytes)
        )
        shrink = (PIXELS / (photo.width * photo.height)) ** 0.5
        if shrink >= 1:
            return photo
        size = (max(1, round(photo.width * shrink)), max(1, round(photo.height * shrink)))
        return photo.resize(size, Image.Resampling.LANCZOS)

    def garments(self, photo: Image.Image) -> tuple[Picked, ...]:
        """Each garment that somebody wears in it, on white; empty for a photo of a thing.

        Raises ShopError when the parser's weights cannot be read.
        """
        from demo.fitting.picked import garments  # and with it the parser's network

        return garments(photo, self._parse(photo))
