"""Tokens come back as they went; tampered ones are refused in one sentence."""

from __future__ import annotations

import base64
import zlib

import pytest

from demo.dialogue.token import from_token, to_token
from demo.errors import SessionError
from demo.types import Filters, Photo, Session, Turn

SESSION = Session(
    item="TS-1",
    photo=Photo(bytes(range(256))),
    turns=(Turn("in red"), Turn("été ☀"), Turn("without “in red”", "wanted:colour"),
           Turn("the second one", item="TS-2")),
    filters=Filters(category=("tops",), price_max=60.0, unwanted={"colour": ("red",)}),
)


def test_round_trip() -> None:
    assert from_token(to_token(SESSION)) == SESSION
    assert from_token(to_token(Session())) == Session()


def test_what_can_be_redone_travels_along() -> None:
    undone = (Turn("in red"), Turn("without “red”", "wanted:colour"))
    assert from_token(to_token(Session(item="a", undone=undone))).undone == undone


def test_links_of_version_one_still_open() -> None:
    assert from_token("1" + to_token(Session(turns=(Turn("in red"),)))[1:]).turns == (Turn("in red"),)


@pytest.mark.parametrize(
    "content",
    ['{"t":[7]}', '{"t":"red"}', '{"t":[{"w":"x","d":3}]}', '{"t":[{"x":"y"}]}', '{"u":[null]}', "[]",
     '{"t":[{"d":"wanted:colour"}]}', '{"i":["a"]}'],
)  # fmt: skip
def test_what_no_shop_wrote_is_refused(content: str) -> None:
    packed = base64.urlsafe_b64encode(zlib.compress(content.encode())).decode().rstrip("=")
    with pytest.raises(SessionError, match="cannot be read any more"):
        from_token(f"2.{packed}")


@pytest.mark.parametrize(
    "token",
    ["", "1.", "2.abc", "3.abc", "1.!!!", "1.AAAA", to_token(SESSION)[:-9], "1." + "A" * 20_000, "x" * 9],
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
