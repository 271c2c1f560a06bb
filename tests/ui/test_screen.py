"""Each place's page: what is on it, with and without the encoder."""

from __future__ import annotations

from types import SimpleNamespace

import httpx
import pytest

from demo.errors import UnknownItemError
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import look
from tests.ui.visitor import served


@pytest.fixture
def pictures(shop: Shop) -> Pictures:
    return Pictures(shop.catalogue)


@pytest.fixture
def opening(shop: Shop) -> Shop:
    """The small shop before its encoder is there."""
    bundle = SimpleNamespace(ready=False)  # touching `encoder` is an AttributeError
    return Shop(shop.catalogue, shop.index, bundle, shop.settings)  # type: ignore[arg-type]


def test_the_entrance(shop: Shop, pictures: Pictures) -> None:
    screen = look(shop, pictures, Place())
    assert screen.results.count('class="card"') == 20
    assert "24 pieces" in str(screen.shelf)
    assert "Show more" in screen.results
    assert 'data-view="shelf"' in screen.address


def test_a_shelf(shop: Shop, pictures: Pictures) -> None:
    screen = look(shop, pictures, Place(category="dresses", colour="red"))
    assert screen.results.count('class="card"') == 2
    assert "Show more" not in screen.results


def test_an_item_and_what_is_close(shop: Shop, pictures: Pictures) -> None:
    screen = look(shop, pictures, Place(session=Session(item="F1-red")))
    assert "Red Tee" in str(screen.facts)
    assert 'data-sku="F1-red"' not in screen.results
    assert "https://shop.example/F1-red" in str(screen.facts)


def test_an_answer(shop: Shop, pictures: Pictures) -> None:
    session = Session(item="F1-red", turns=(Turn("in green"),))
    screen = look(shop, pictures, Place(session=session))
    assert screen.results.index('data-sku="F1-green"') < screen.results.index('data-sku="F2-green"')
    assert 'data-view="talk"' in screen.address


def test_nothing_found_says_why_and_leads_back(shop: Shop, pictures: Pictures) -> None:
    session = Session(item="F1-red", turns=(Turn("under 3 euros"),))
    screen = look(shop, pictures, Place(session=session))
    assert "Nothing fits the highest price. Without it there would be 24" in screen.results
    assert "Undo" in screen.results


def test_an_unknown_item(shop: Shop, pictures: Pictures) -> None:
    with pytest.raises(UnknownItemError):
        look(shop, pictures, Place(session=Session(item="NOPE")))


def test_browsing_needs_no_encoder(opening: Shop, pictures: Pictures) -> None:
    assert "card" in look(opening, pictures, Place()).results
    item = look(opening, pictures, Place(session=Session(item="F1-red")))
    assert "Close to this" in item.results
    assert item.results.count("card") > 5
    session = Session(item="F1-red", turns=(Turn("in green"),))
    patient = look(opening, pictures, Place(session=session), wait=False)
    assert "just opening" in patient.results
    assert "green" in str(patient.talk)


def test_no_listener_of_the_page_is_public(shop: Shop) -> None:
    with served(shop) as address:
        info = httpx.get(f"{address}/gradio_api/info").json()
        assert info["unnamed_endpoints"] == {}
        page = httpx.get(address).text
        assert "fonts.googleapis" not in page
        row = shop.catalogue.row("F1-red")
        picture = httpx.get(f"{address}/pictures/{shop.catalogue.hash}/thumb/{row}.webp")
        assert picture.headers["cache-control"].endswith("immutable")
        assert "content-encoding" not in picture.headers


def test_what_only_comes_close_is_not_said_to_fit(shop: Shop, pictures: Pictures) -> None:
    session = Session(item="F4-red", turns=(Turn("a navy dress with long sleeves"),))
    screen = look(shop, pictures, Place(session=session))
    assert "What comes closest" in screen.results
    assert "Nothing here is all of this: navy, long sleeves." in screen.results
    assert "What fits" not in screen.results
