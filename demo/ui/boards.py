"""The route that sends looks as flat-lay boards, drawn when they are asked for and cached for good.

Knows rows of one catalogue and how boards are drawn; it does not know why they go together, nor gradio.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from demo.catalog.catalogue import Catalogue
from demo.errors import PictureError
from demo.outfits import board as drawing
from demo.outfits.wardrobe import SLOTS
from demo.types import Product
from demo.ui.latest import Latest
from demo.ui.pictures import FOR_GOOD

SIZES: Final = {"small": (600, 750), "board": (900, 1125), "keep": (1080, 1350)}
"""name -> width and height, pixels; `keep` is the picture that a shopper takes home"""
MOST: Final = len(SLOTS)
"""pieces on one board"""
CACHED_BYTES: Final = 16_000_000
"""some 300 boards"""
LONGEST_NAME: Final = 60


class Boards:
    """Looks of one catalogue as pictures; the latest stay in memory."""

    def __init__(self, catalogue: Catalogue, most_bytes: int = CACHED_BYTES) -> None:
        self.catalogue = catalogue
        self.sent = Latest(most_bytes)

    def address(self, products: Sequence[Product], size: str) -> str:
        """Relative to the page; the same look always has the same. It also names how boards are drawn."""
        rows = sorted({self.catalogue.row(product.sku) for product in products})
        kind = "jpg" if size == "keep" else "webp"
        named = "-".join(map(str, rows))
        return f"boards/{self.catalogue.hash}-{_drawn()}/{size}/{named}.{kind}"

    def read(self, rows: tuple[int, ...], size: str) -> bytes:
        """WebP bytes, JPEG for `keep`. Raises PictureError, KeyError (size) or IndexError (row)."""
        wide = SIZES[size]
        products = [self.catalogue.products[row] for row in rows]
        return self.sent.get((rows, size), lambda: _drawn_as(products, wide, size))

    def route(self) -> Route:
        """`/boards/<catalogue and drawing>/<size>/<row-row-…>.<webp|jpg>`; anything else is 404."""

        def picture(request: Request) -> Response:  # not async: runs in a thread
            named = request.path_params
            try:
                rows, size = _rows(named["rows"]), named["size"]
                kind = "jpg" if size == "keep" else "webp"
                if named["drawn"] != f"{self.catalogue.hash}-{_drawn()}" or named["kind"] != kind:
                    raise KeyError(named["drawn"])
                data = self.read(rows, size)
            except (KeyError, IndexError, OSError, PictureError):
                return Response("There is no such board.", 404, media_type="text/plain")
            headers = dict(FOR_GOOD)
            if size == "keep":
                headers["Content-Disposition"] = "attachment"  # the link names the file
            media = "image/jpeg" if size == "keep" else "image/webp"
            return Response(data, media_type=media, headers=headers)

        return Route("/boards/{drawn}/{size}/{rows}.{kind}", picture, name="board")


def file_name(product: Product) -> str:
    """What a downloaded board is called: "look-red-tee.jpg"; plain letters, digits and dashes only."""
    words = re.sub(r"[^a-z0-9]+", "-", product.title.lower())[:LONGEST_NAME].strip("-")
    return f"look-{words}.jpg" if words else "look.jpg"


@cache
def _drawn() -> str:
    """A short name of how boards are drawn: pictures that browsers keep must not outlive it."""
    return sha256(Path(drawing.__file__).read_bytes()).hexdigest()[:8]


def _rows(named: str) -> tuple[int, ...]:
    """ "3-17-240" -> rows, as `address` writes them. Raises IndexError for anything else."""
    numbers = named.split("-", MOST)
    if not all(re.fullmatch("[0-9]{1,8}", number) for number in numbers):
        raise IndexError(named)
    rows = tuple(map(int, numbers))
    if len(rows) > MOST or list(rows) != sorted(set(rows)):
        raise IndexError(named)
    return rows


def _drawn_as(products: Sequence[Product], wide: tuple[int, int], size: str) -> bytes:
    picture = drawing.board(products, wide)
    file = io.BytesIO()
    if size == "keep":
        picture.save(file, "JPEG", quality=92, optimize=True)
    else:
        picture.save(file, "WEBP", quality=84, method=2)
    return file.getvalue()
