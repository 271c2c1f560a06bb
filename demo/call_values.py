"""Checks the plain values that machines send before anything is done with them.

Knows JSON's types and what each value may be; it does not know the shop. Each message names the value.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Collection
from typing import Final

from demo.dialogue.token import filters_from_json
from demo.errors import CallError, PictureError
from demo.shop import MOST_RESULTS
from demo.types import Filters

LONGEST: Final = 4_000
"""characters of a text; what a message may have is the shop's to say"""
MOST_SKUS: Final = 50


def text(value: object, name: str, longest: int | None = LONGEST) -> str:
    """A text that can be written down. Raises CallError."""
    if not isinstance(value, str):
        raise CallError(f"`{name}` must be text.")
    if longest is not None and len(value) > longest:
        raise CallError(f"`{name}` has {len(value)} characters; at most {longest} are read.")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        raise CallError(f"`{name}` has characters that are no text.") from None
    return value


def chosen(value: object, name: str, options: Collection[str]) -> str:
    """One of the options, or an empty text for None. Raises CallError."""
    if value is None or value == "":
        return ""
    if text(value, name) not in options:
        raise CallError(f"`{name}` is one of {', '.join(options)}, or left out.")
    return str(value)


def amount(value: object, name: str) -> float | None:
    """A positive sum of money, or None. Raises CallError."""
    if value is None:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not 0 < value < 1e9 or not math.isfinite(value):  # type: ignore[operator]
        raise CallError(f"`{name}` must be a sum of money above 0, or left out.")
    return float(value)  # type: ignore[arg-type]


def page_size(value: object) -> int:
    """How many products an answer may have. Raises CallError."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_RESULTS:
        raise CallError(f"`k` must be a whole number from 1 to {MOST_RESULTS}.")
    return value


def limits(value: object) -> Filters:
    """Filters of the JSON contract; None and {} are no limits. Raises CallError."""
    if value is None:
        return Filters()
    try:
        return filters_from_json(value)
    except ValueError as error:
        raise CallError(str(error)) from None


def skus(value: object, name: str) -> list[str]:
    """A list of SKUs. Raises CallError."""
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_SKUS:
        raise CallError(f'`{name}` must be a list of SKUs, such as ["TS-001-LAV"].')
    return [text(sku, name) for sku in value]


def photo_bytes(value: object, most: int) -> bytes:
    """A picture that came as a data: URI or in base64. Raises CallError or PictureError.

    Addresses are refused: the shop fetches nothing on somebody's behalf.
    """
    if not isinstance(value, str):
        raise CallError("`photo` must be a data: URI or base64 of a JPEG, PNG or WebP picture.")
    if value[:8].lower().startswith(("http:", "https:", "ftp:", "file:")):
        raise CallError("The shop fetches no addresses. Send the picture itself, as a data: URI.")
    said = value
    if value[:5].lower() == "data:":
        head, comma, said = value.partition(",")
        if not comma or not head.lower().endswith(";base64"):
            raise CallError("A data: URI must end its head with “;base64,”.")
    if len(said) > (most + 2) // 3 * 4 + 4:
        raise PictureError(
            f"The picture you sent is larger than {most / 1e6:.0f} MB. Send it smaller."
        )
    try:
        return base64.b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        raise CallError(
            "The picture is not base64. Send a data: URI or base64 of a JPEG, PNG or WebP picture."
        ) from None
