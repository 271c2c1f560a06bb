"""A shopper's own photo, made ready for the page: as a whole, and each garment that somebody wears in it.

Knows what the shop finds in a photo; what it makes lives in the page's memory alone, and it writes nothing.
"""

from __future__ import annotations

import base64
import io
import logging
from typing import Final

from PIL import Image

from demo.errors import ShopError
from demo.shop import Shop
from demo.ui.memory import OwnPiece

log = logging.getLogger(__name__)

PREVIEW: Final = 640
"""longest side of the photo that is sent back to its owner, pixels"""
SEEN_AGAIN: Final = 400
"""the same of each garment in it"""


def pieces_of(shop: Shop, photo: Image.Image) -> tuple[OwnPiece, ...]:
    """The photo as a whole, then each garment of whoever is in it. Raises EncoderError."""
    try:
        picked = shop.picking.garments(photo)
    except ShopError:  # without its network the parser finds nothing; the search needs none
        log.warning("A photo could not be parsed", exc_info=True)
        picked = ()
    shown = [("", photo, PREVIEW), *((p.region, p.picture, SEEN_AGAIN) for p in picked)]
    pieces = []
    for name, picture, longest in shown:
        held = shop.start(photo=picture).photo
        assert held is not None
        pieces.append(OwnPiece(held, data_address(picture, longest), name))
    return tuple(pieces)


def data_address(picture: Image.Image, longest: int) -> str:
    """The picture as a data: address of a WebP whose longest side is at most so many pixels."""
    small = picture.copy()
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=84, method=4)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode("ascii")
