"""The route that sends the catalogue's pictures: sized WebP, cached by browsers for good.

Knows rows and files of one catalogue, so no other file can be asked for; does not know gradio.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PIL import Image
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import webp
from demo.errors import PictureError
from demo.types import Product
from demo.ui.latest import Latest

SIZES: Final = {"thumb": 160, "card": 640, "full": 1280}
"""name -> longest side, pixels; the embedded 480×600 fit a card as they are"""
CACHED_BYTES: Final = 48_000_000
FOR_GOOD: Final = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}
"""an address carries the catalogue's hash, so what it names never changes"""


class Pictures:
    """One catalogue's pictures by row and size; the latest stay in memory, up to CACHED_BYTES."""

    def __init__(self, catalogue: Catalogue, most_bytes: int = CACHED_BYTES) -> None:
        self.catalogue = catalogue
        self.sent = Latest(most_bytes)
        self._cut_out: dict[int, bool] = {}

    def address(self, product: Product, size: str) -> str:
        """Relative to the page, so that it also holds below a proxy's path."""
        return f"pictures/{self.catalogue.hash}/{size}/{self.catalogue.row(product.sku)}.webp"

    def is_cut_out(self, product: Product) -> bool:
        """Whether the picture has alpha, for a shadow below it. Reads the file's header once."""
        row = self.catalogue.row(product.sku)
        if row not in self._cut_out:
            try:
                with Image.open(product.image) as picture:
                    self._cut_out[row] = picture.has_transparency_data
            except (OSError, ValueError, SyntaxError):
                self._cut_out[row] = False
        return self._cut_out[row]

    def read(self, row: int, size: str) -> bytes:
        """WebP bytes. Raises PictureError, OSError, KeyError (size) or IndexError (row)."""
        longest, path = SIZES[size], self.catalogue.products[row].image
        return self.sent.get(
            (row, size), lambda: path.read_bytes() if _fits(path, longest) else webp(path, longest)
        )

    def route(self) -> Route:
        """`/pictures/<catalogue's hash>/<size>/<row>.webp`; anything else is 404."""

        def picture(request: Request) -> Response:  # not async: runs in a thread
            named = request.path_params
            try:
                if named["catalogue"] != self.catalogue.hash:
                    raise KeyError(named["catalogue"])
                data = self.read(named["row"], named["size"])
            except (KeyError, IndexError, OSError, PictureError):
                return Response("There is no such picture.", 404, media_type="text/plain")
            return Response(data, media_type="image/webp", headers=FOR_GOOD)

        return Route("/pictures/{catalogue}/{size}/{row:int}.webp", picture, name="picture")


def _fits(path: Path, longest: int) -> bool:
    """Whether the file can be sent as it is."""
    try:
        with Image.open(path) as picture:
            still = not getattr(picture, "is_animated", False)
            return picture.format == "WEBP" and still and max(picture.size) <= longest
    except (OSError, ValueError, SyntaxError):
        return False
