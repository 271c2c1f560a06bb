"""Navigation, trail, bag and rooms as HTML: where they lead, and that nothing becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from demo.catalog.catalogue import Catalogue
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui.bag import bag
from demo.ui.memory import Kept, Visit
from demo.ui.pictures import Pictures
from demo.ui.place import ANY_DESIGN, Place, to_address
from demo.ui.screen import look, settled
from demo.ui.ways import trail, ways

TALK = Session(item="F1-red", turns=(Turn("in green"),))


def links(html: str) -> list[str]:
    return [unescape(part.split('"')[0]) for part in html.split('data-visit="')[1:]]


def nav(shop: Shop, place: Place, visit: Visit = Visit()) -> str:
    return ways(shop, Pictures(shop.catalogue), place, visit, Kept())


def test_without_an_item_the_rooms_are_open(shop: Shop) -> None:
    html = nav(shop, Place())
    assert links(html) == ["", "?room=refine", "?room=looks", "?person=anyone"]
    assert html.count('aria-current="page"') == 1


def test_with_an_item_all_lead_to_it(shop: Shop) -> None:
    there = to_address(Place(session=TALK))
    browse, refine, looks, fitting = links(nav(shop, Place(session=TALK)))
    assert (browse, refine) == ("", there)
    assert "look=F1-red" in looks
    assert "try=F1-red" in fitting
    assert links(nav(shop, Place(), Visit(hand=TALK)))[1] == there


@pytest.mark.parametrize("room", ["refine", "looks"])
def test_a_room_has_something_to_start_from(shop: Shop, room: str) -> None:
    screen = look(shop, Pictures(shop.catalogue), Place(room=room))  # type: ignore[arg-type]
    first = links(screen.results.partition("<li")[2])[0]
    assert first.startswith("?look=" if room == "looks" else "?item=")
    assert 'data-view="room"' in screen.address


def test_the_trail_leads_back(shop: Shop) -> None:
    pictures = Pictures(shop.catalogue)
    assert trail(shop, pictures, Kept(held=("F1-red",))) == ""
    html = trail(shop, pictures, Kept(held=("F2-red", "F1-red")), "F2-red")
    assert links(html) == ["?item=F2-red", "?item=F1-red"]
    assert html.count('aria-current="true"') == 1


def test_the_bag_says_what_is_in_it(shop: Shop) -> None:
    pictures = Pictures(shop.catalogue)
    empty = bag(shop, pictures, Place(), Kept())
    assert "Nothing yet" in empty
    full = bag(shop, pictures, Place(), Kept(bag=("F1-red", "F3-navy")))
    assert full.count('data-unlike="') == 2
    assert "€80" in full  # 20 and 60
    assert "try=F1-red%2CF3-navy" in unescape(full)


def test_titles_stay_text(shop: Shop) -> None:
    nasty = '<img src=x onerror=alert(1)>"'
    first = replace(shop.catalogue.products[0], title=nasty)
    catalogue = Catalogue(shop.catalogue.folder, (first, *shop.catalogue.products[1:]))
    other = Shop(catalogue, shop.index, shop.bundle, shop.settings)
    kept = Kept(bag=(first.sku,), held=(first.sku, "F2-red"))
    screen = look(other, Pictures(catalogue), Place(room="looks"), kept=kept)
    assert "<img src=x" not in f"{screen.ways}{screen.bag}{screen.results}"


def test_a_surprise_is_drawn_once_and_can_be_drawn_again(shop: Shop) -> None:
    drawn = settled(shop, Place(surprise=ANY_DESIGN))
    assert drawn.surprise > 0
    again = settled(shop, Place(surprise=drawn.surprise))
    assert again == drawn
    screen = look(shop, Pictures(shop.catalogue), drawn)
    assert "?surprise=any" in str(screen.facts)
    assert f"?surprise={drawn.surprise}" in unescape(screen.address)
