"""Tokens come back as they went; tampered ones are refused in one sentence."""

from __future__ import annotations

import pytest

from demo.dialogue.token import from_token, to_token
from demo.errors import SessionError
from demo.types import Filters, Photo, Session, Turn

SESSION = Session(
    item="TS-1",
    photo=Photo(bytes(range(256))),
    turns=(Turn("in red"), Turn("été ☀")),
    filters=Filters(category=("tops",), price_max=60.0, unwanted={"colour": ("red",)}),
)


def test_round_trip() -> None:
    assert from_token(to_token(SESSION)) == SESSION
    assert from_token(to_token(Session())) == Session()


@pytest.mark.parametrize(
    "token",
    ["", "1.", "2.abc", "1.!!!", "1.AAAA", to_token(SESSION)[:-9], "1." + "A" * 20_000, "x" * 9],
)
def test_tampered_tokens(token: str) -> None:
    with pytest.raises(SessionError, match="cannot be read any more"):
        from_token(token)


def test_every_flipped_character_is_handled() -> None:
    token = to_token(SESSION)
    for place in range(len(token)):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        try:
            from_token(changed)
        except SessionError:
            continue
