"""The errors that a user may read. Each message says what is wrong and what to do about it."""

from __future__ import annotations


class ShopError(Exception):
    """Base of all errors whose text may be shown to a shopper or an operator as it is."""


class PictureError(ShopError):
    """A picture that cannot be used: corrupt, huge, missing, or not a picture at all."""


class WordsError(ShopError):
    """A message that cannot be used: empty, or far too long."""


class UnknownItemError(ShopError):
    """A SKU that this catalogue does not have."""


class CallError(ShopError):
    """A call from a machine whose values cannot be used."""


class CatalogError(ShopError):
    """A table that cannot be served. `problems` lists every finding with its line number."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class IndexMismatchError(ShopError):
    """An index that does not belong to this catalogue or encoder, or is missing."""


class EncoderError(ShopError):
    """An encoder that cannot be loaded."""


class SessionError(ShopError):
    """A session token that cannot be read."""


class SettingsError(ShopError):
    """A setting or argument out of its range."""


class SavingError(ShopError):
    """A file that cannot be written; what was there before is untouched."""


class DamagedError(ShopError):
    """A file that is not the one its trainer or indexer wrote: cut short, or altered since."""


class OutfitError(ShopError):
    """An outfit that cannot be put together with what was asked for."""


class BackendError(ShopError):
    """A larger network that cannot be used here and now; the shop goes on without it."""


class PersonError(ShopError):
    """A photo on which nobody can be dressed; the message says how to take a better one."""
