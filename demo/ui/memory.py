"""What is remembered of a shopper: SKUs in the browser, an own photo and the item in hand in memory.

Knows which of it may be kept where. What comes back from a browser is checked like any other input;
of a photo nothing ever goes there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from demo.shop import Shop
from demo.types import Photo, Session

KEY: Final = "otherwise"
SECRET: Final = "otherwise-1"
"""scrambles what the browser keeps, so that it can be read again after a restart; it guards nothing"""
MOST_LIKED: Final = 60
MOST_HELD: Final = 8


@dataclass(frozen=True)
class Kept:
    """What a browser keeps between visits: SKUs and nothing else."""

    bag: tuple[str, ...] = ()
    """what was liked, the latest first"""
    held: tuple[str, ...] = ()
    """items that were in hand, the latest first"""

    def with_liked(self, sku: str) -> Kept:
        return replace(self, bag=(sku, *(s for s in self.bag if s != sku))[:MOST_LIKED])

    def without_liked(self, sku: str) -> Kept:
        return replace(self, bag=tuple(s for s in self.bag if s != sku))

    def with_held(self, sku: str) -> Kept:
        return replace(self, held=(sku, *(s for s in self.held if s != sku))[:MOST_HELD])

    def content(self) -> dict[str, list[str]]:
        """What goes into the browser."""
        return {"bag": list(self.bag), "held": list(self.held)}


def kept_from(shop: Shop, content: object) -> Kept:
    """What `content` wrote, whatever a browser made of it; SKUs of another catalogue are left out."""
    fields = content if isinstance(content, Mapping) else {}
    known = shop.catalogue.row_of

    def skus(name: str, most: int) -> tuple[str, ...]:
        values = fields.get(name)
        values = values if isinstance(values, list) else []
        return tuple(dict.fromkeys(v for v in values if isinstance(v, str) and v in known))[:most]

    return Kept(skus("bag", MOST_LIKED), skus("held", MOST_HELD))


@dataclass(frozen=True)
class OwnPiece:
    """A shopper's own photo, or one garment cut out of it."""

    photo: Photo
    source: str
    """its picture as a data: address"""
    name: str = ""
    """the garment's region: upper, lower, shoes; empty for the photo as a whole"""

    @property
    def session(self) -> Session:
        return Session(photo=self.photo)


@dataclass(frozen=True)
class Visit:
    """What the server remembers of one open page, in memory, until it is closed or told to forget."""

    hand: Session = Session()
    """what was held last: the way back from the shelves"""
    pieces: tuple[OwnPiece, ...] = ()
    shown: str = ""
    """digest of the own photo that the browser shows"""
    language: str = "en"
    """what the browser asks for, where no address names another"""
    worded: str = "en"
    """the language in which the page's fields and buttons were last named"""

    def piece(self, session: Session) -> OwnPiece | None:
        """The session's own photo; None when it came from a link or there is none."""
        found = (piece for piece in self.pieces if piece.photo == session.photo)
        return next(found, None)


def digest(session: Session) -> str:
    """A short name for the session's photo, empty when it has none."""
    return sha256(session.photo.code).hexdigest()[:16] if session.photo else ""
