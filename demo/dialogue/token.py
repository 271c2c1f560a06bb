"""A session as a short piece of text for links and stateless calls, and back. Checks what comes back.

Knows the session's form only; a token holds words, SKUs, limits and an embedding, never pixels.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib

from demo.errors import SessionError
from demo.types import Filters, Photo, Session, Turn

VERSION = "3"
READABLE = ("1", "2", "3")
"""version 1 had no removed chips and nothing to redo, version 2 no products turned down"""
LONGEST = 16_000
MOST_MONEY = 1e15
"""beyond every price, in any currency"""
_MOST_BYTES = 200_000
_FIELDS = {"w": "words", "d": "drops", "i": "item", "n": "passes"}


def to_token(session: Session) -> str:
    """Version, dot, base64url of deflated JSON."""
    content: dict[str, object] = {}
    if session.item:
        content["i"] = session.item
    if session.photo:
        content["p"] = base64.b85encode(session.photo.code).decode("ascii")
    if session.turns:
        content["t"] = [_turn_to_json(turn) for turn in session.turns]
    if session.undone:
        content["u"] = [_turn_to_json(turn) for turn in session.undone]
    if session.filters != Filters():
        content["f"] = filters_to_json(session.filters)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    packed = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode("ascii")
    return f"{VERSION}.{packed.rstrip('=')}"


def from_token(token: str) -> Session:
    """Raises SessionError for anything that `to_token` did not write."""
    bad = SessionError("This link cannot be read any more. Start again from the shop's shelves.")
    version, _, packed = token.partition(".")
    if version not in READABLE or not packed or len(token) > LONGEST:
        raise bad
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unpack = zlib.decompressobj()
        text = unpack.decompress(raw, _MOST_BYTES)
        if unpack.unconsumed_tail:
            raise bad
        content = json.loads(text)
        photo = base64.b85decode(content["p"]) if "p" in content else None
        item = content.get("i", "")
        if not isinstance(item, str):
            raise bad
        return Session(
            item=item,
            photo=Photo(photo) if photo else None,
            turns=_turns_from_json(content.get("t", [])),
            filters=filters_from_json(content.get("f", {})),
            undone=_turns_from_json(content.get("u", [])),
        )
    except (binascii.Error, zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise bad from None


def _turn_to_json(turn: Turn) -> object:
    fields = {name: getattr(turn, field) for name, field in _FIELDS.items()}
    filled = {name: value for name, value in fields.items() if value}
    return turn.words if filled.keys() <= {"w"} else filled


def _turns_from_json(content: object) -> tuple[Turn, ...]:
    """Raises ValueError for what `_turn_to_json` did not write."""
    if not isinstance(content, list):
        raise ValueError("turns must be a list.")
    turns = []
    for line in content:
        turn = Turn(line) if isinstance(line, str) else Turn(**{_FIELDS[k]: v for k, v in line.items()})
        if not all(isinstance(getattr(turn, field), str) for field in _FIELDS.values()):
            raise ValueError("a turn must be text.")
        turns.append(turn)
    return tuple(turns)


def filters_to_json(filters: Filters) -> dict[str, object]:
    """The `filters` of the JSON contract, without what is empty."""
    content = {
        "category": list(filters.category),
        "gender": list(filters.gender),
        "price_min": filters.price_min,
        "price_max": filters.price_max,
        "not": {attribute: list(values) for attribute, values in filters.unwanted.items()},
    }
    return {name: value for name, value in content.items() if value not in (None, [], {})}


def filters_from_json(content: object) -> Filters:
    """Reads `filters` of the JSON contract. Raises ValueError with one sentence."""
    if not isinstance(content, dict):
        raise ValueError("`filters` must be an object.")
    unknown = set(content) - {"category", "gender", "price_min", "price_max", "not"}
    if unknown:
        raise ValueError(f"`filters` has no field {sorted(unknown)[0]!r}.")
    unwanted = content.get("not") or {}
    if not isinstance(unwanted, dict):
        raise ValueError("`filters.not` must map attributes to lists of values.")
    return Filters(
        category=_strings(content.get("category"), "filters.category"),
        gender=_strings(content.get("gender"), "filters.gender"),
        price_min=_number(content.get("price_min"), "filters.price_min"),
        price_max=_number(content.get("price_max"), "filters.price_max"),
        unwanted={str(a): _strings(v, f"filters.not.{a}") for a, v in unwanted.items()},
    )


def _strings(value: object, name: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ValueError(f"`{name}` must be a list of texts.")
    return tuple(value)


def _number(value: object, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < MOST_MONEY:
        raise ValueError(f"`{name}` must be a number.")
    return float(value)
