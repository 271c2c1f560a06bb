"""What a browser keeps: SKUs of this catalogue and nothing else, however much of it comes back."""

from __future__ import annotations

from typing import Any

import pytest

from demo.shop import Shop
from demo.types import Photo, Session
from demo.ui.memory import MOST_HELD, MOST_LIKED, Kept, OwnPiece, Visit, digest, kept_from


def test_there_and_back(shop: Shop) -> None:
    kept = Kept().with_liked("F1-red").with_liked("F2-red").with_held("F3-red")
    assert kept.bag == ("F2-red", "F1-red")
    assert kept_from(shop, kept.content()) == kept
    assert kept.with_liked("F1-red").bag == ("F1-red", "F2-red")
    assert kept.without_liked("F2-red").bag == ("F1-red",)


@pytest.mark.parametrize(
    "content",
    [None, "", 7, [], {"bag": "F1-red"}, {"bag": [["F1-red"], {}, None, 3]}, {"bag": ["NOPE"]}],
)
def test_anything_else_is_dropped(shop: Shop, content: Any) -> None:
    assert kept_from(shop, content) == Kept()


def test_neither_grows_without_end(shop: Shop) -> None:
    kept = Kept()
    for number in range(200):
        kept = kept.with_liked(str(number)).with_held(str(number))
    assert len(kept.bag) == MOST_LIKED
    assert kept.held == tuple(str(n) for n in range(199, 199 - MOST_HELD, -1))


def test_a_photo_is_found_by_what_was_seen_in_it() -> None:
    mine, other = Photo(bytes(8)), Photo(bytes(range(8)))
    visit = Visit(pieces=(OwnPiece(mine, "data:x"),))
    assert visit.piece(Session(photo=mine)) == visit.pieces[0]
    assert visit.piece(Session(photo=other)) is None
    assert visit.piece(Session(item="A")) is None
    assert digest(Session(photo=mine)) != digest(Session(photo=other))
