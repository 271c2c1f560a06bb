"""Addresses and places: there and back, and nothing bad comes in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demo.errors import SessionError
from demo.types import Filters, Photo, Session, Turn
from demo.ui.place import ANY_DESIGN, Place, from_address, in_manner_of, to_address

PLACES = [
    Place(),
    Place(category="Hoodies & Sweatshirts", gender="men", colour="light-blue", sort="price up"),
    Place(session=Session(item="A/1 &?=ü")),
    Place(session=Session(item="A", turns=(Turn("in green"), Turn("under €60"))), shown=48),
    Place(session=Session(photo=Photo(bytes(range(64))), turns=(Turn("longer"),))),
    Place(session=Session(turns=(Turn("red dress"),)), sort="price down"),
    Place(category="tops", price_min=0.0, price_max=49.9),
    Place(room="looks"),
    Place(surprise=7),
    Place(surprise=ANY_DESIGN),
    Place(session=Session(item="A", turns=(Turn("not: A tee", passes="B /1"),))),
    Place(session=Session(item="A"), lang="ja", panel=True, method="tirg"),
    Place(lang="ko"),
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


def test_every_link_keeps_the_manner() -> None:
    with in_manner_of(Place(lang="zh", panel=True, method="val")):
        assert to_address(Place(session=Session(item="A"))) == "?item=A&method=val&panel=1&lang=zh"
        assert replace(Place(), panel=False, method="") == Place(lang="zh", panel=False, method="")
    assert to_address(Place()) == ""


@pytest.mark.parametrize(
    "said",
    ["?lang=<b>", "?lang=english", "?panel=yes", "?method=magic", "?room=attic", "?surprise=0",
     "?surprise=x", "?from=-3", "?to=1e9", "?from=nan&to=", "?from=123456789"],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out(said: str) -> None:
    assert from_address(said) == Place()


def test_prices_may_be_said_the_wrong_way_round() -> None:
    place = from_address("?from=90&to=30,50")
    assert (place.price_min, place.price_max) == (30.5, 90)
    assert place.filters == Filters(price_min=30.5, price_max=90)


def test_a_surprise_becomes_an_item_and_stays_shareable() -> None:
    drawn = replace(Place(surprise=7), session=Session(item="A"))
    assert to_address(drawn) == "?surprise=7"
    said = drawn.about(Session(item="A", turns=(Turn("in green"),)))
    assert said.surprise == 0
