"""Addresses and places: there and back, and nothing bad comes in."""

from __future__ import annotations

import pytest

from demo.errors import SessionError
from demo.types import Filters, Photo, Session, Turn
from demo.ui.place import Place, from_address, to_address

PLACES = [
    Place(),
    Place(category="Hoodies & Sweatshirts", gender="men", colour="light-blue", sort="price up"),
    Place(session=Session(item="A/1 &?=ü")),
    Place(session=Session(item="A", turns=(Turn("in green"), Turn("under €60"))), shown=48),
    Place(session=Session(photo=Photo(bytes(range(64))), turns=(Turn("longer"),))),
    Place(session=Session(turns=(Turn("red dress"),)), sort="price down"),
]


@pytest.mark.parametrize("place", PLACES)
def test_there_and_back(place: Place) -> None:
    assert from_address(to_address(place)) == place


def test_an_item_has_a_readable_address() -> None:
    assert to_address(Place(session=Session(item="TS-1"))) == "?item=TS-1"
    assert to_address(Place()) == ""


def test_what_is_unknown_is_ignored() -> None:
    assert from_address("?sort=worst&show=many&utm_source=x") == Place()
    assert from_address("?show=99999").shown == 1000
    assert len(from_address("?item=" + "x" * 5000).session.item) <= 200


@pytest.mark.parametrize("token", ["1.tampered", "2.x", "x", "1."])
def test_a_tampered_link_is_refused(token: str) -> None:
    with pytest.raises(SessionError):
        from_address(f"?s={token}")


def test_womens_shelves_have_what_is_for_everyone() -> None:
    assert Place(gender="women").filters == Filters(gender=("women", "unisex"))
    assert Place(gender="unisex").filters == Filters(gender=("unisex",))
