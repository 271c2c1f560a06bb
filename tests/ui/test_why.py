"""“Why this?”: the control on each card, the panel behind it, its map, and the way through a browser."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from demo.settings import Settings
from demo.shop import Shop
from demo.types import Product
from demo.ui import text
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, to_address
from demo.ui.screen import look
from demo.ui.why import HUE, heat
from tests.ui.visitor import PHONE, Visitor, served

Enter = Callable[..., Visitor]


def talk(shop: Shop, words: str = "in green with long sleeves", why: str = "") -> Place:
    return Place(session=shop.start("F1-red", words=words), why=why)


def results(shop: Shop, place: Place) -> str:
    return look(shop, Pictures(shop.catalogue), place).results


def test_every_result_of_a_conversation_has_the_control(composing: Shop) -> None:
    assert results(composing, talk(composing)).count("to-reasons") == 12
    item = Place(session=composing.start("F1-red"))
    assert "to-reasons" not in results(composing, item)


def test_the_panel_follows_its_card(composing: Shop) -> None:
    html = results(composing, talk(composing, why="F2-green"))
    assert html.count('class="reasons"') == 1
    card, panel = html.index('data-sku="F2-green"'), html.index('class="reasons"')
    assert "data-sku" not in html[card + 20 : panel]
    assert html.count('aria-expanded="true"') == 1
    for said in (text.AS_ASKED, "green instead of red", "long sleeves instead of short sleeves",
                 text.STAYED, text.LOOKED):  # fmt: skip
        assert said in html
    assert html.count('type="radio"') == 3
    assert html.count(" checked>") == 1
    assert 'value="sleeves" checked>' in html  # the last word has read all others
    assert 'alt="“sleeves” looked mostly at' in html


def test_an_address_names_the_open_one(composing: Shop) -> None:
    place = talk(composing, why="F2-green")
    assert from_address(to_address(place)) == place
    assert from_address("?item=F1-red&why=F2-green").why == ""  # nothing has been said
    assert place.about(composing.say(place.session, "in navy")).why == ""


def test_a_product_that_is_not_shown_opens_nothing(composing: Shop) -> None:
    for sku in ("nope", "F1-red", '"><script>'):
        assert 'class="reasons"' not in results(composing, talk(composing, why=sku))


def test_without_a_network_the_lists_and_a_sentence(shop: Shop) -> None:
    html = results(shop, talk(shop, why="F2-green"))
    assert "no network that tells" in html
    assert 'type="radio"' not in html
    assert text.STAYED in html


def test_nothing_from_a_table_or_a_shopper_becomes_markup(composing: Shop) -> None:
    sku = composing.results(talk(composing).session).hits[0].product.sku
    nasty = '<img src=x onerror=alert(1)>"'
    html = results(composing, talk(composing, f"in green {nasty}", why=sku))
    assert "<img src=x" not in html
    row = composing.catalogue.row(sku)
    products = list(composing.catalogue.products)
    products[row] = renamed = replace(products[row], title=nasty)
    catalogue = type(composing.catalogue)(composing.catalogue.folder, products)
    other = Shop(catalogue, composing.index, composing.bundle, composing.settings)
    assert renamed.title == nasty
    assert "<img src=x" not in results(other, talk(other, why=sku))


def test_a_map_is_one_hue_and_densest_where_it_was_looked() -> None:
    look = np.zeros((20, 16), np.float32)
    look[12:16, 2:6] = 1
    image = Image.open(io.BytesIO(base64.b64decode(heat(look).partition(",")[2]))).convert("RGBA")
    pixels = np.asarray(image)
    assert pixels.shape == (20, 16, 4)
    assert {tuple(p) for p in pixels[..., :3].reshape(-1, 3)} == {HUE}
    assert (pixels[12:16, 2:6, 3] > 200).all()
    assert pixels[:10, :, 3].max() == 0


def open_one(visitor: Visitor, at: int) -> str:
    """Opens the panel of the n-th card; its SKU."""
    sku = visitor.shown()[at]
    visitor.page.click(f'#results [data-sku="{sku}"] .to-reasons')
    visitor.settle()
    return sku


@pytest.mark.browser
class TestInABrowser:
    @pytest.fixture(scope="class")
    def address(self, composing: Shop) -> Iterator[str]:
        with served(composing) as address:
            yield address

    @pytest.mark.parametrize("window", [{"width": 1440, "height": 900}, PHONE])
    def test_open_choose_link_and_back(
        self, address: str, visitor_at: Enter, window: dict[str, int]
    ) -> None:
        visitor = visitor_at(address, window)
        visitor.open("?item=F1-red")
        visitor.say("in green with long sleeves")
        before = visitor.shown()
        sku = open_one(visitor, 3)
        page = visitor.page
        assert page.locator(".reasons").count() == 1
        assert f"why={sku}" in page.url
        assert visitor.shown() == before
        assert visitor.sideways() <= 0
        shown = page.locator(".heat:visible")
        assert shown.count() == 1
        first = shown.get_attribute("alt")
        page.click(".looked label:nth-of-type(1) span")
        assert shown.count() == 1
        assert shown.get_attribute("alt") != first
        heat_box, picture = shown.bounding_box(), page.locator(".looked .below").bounding_box()
        assert heat_box == pytest.approx(picture, abs=0.5)
        visitor.open(page.url.rpartition("/")[2])  # a link opens the same
        assert page.locator(".reasons").count() == 1
        page.click(".reasons .close")
        visitor.settle()
        assert page.locator(".reasons").count() == 0
        page.go_back()
        visitor.settle()
        assert page.locator(".reasons").count() == 1

    def test_the_panel_takes_a_whole_row_and_the_window_stays(
        self, address: str, visitor_at: Enter
    ) -> None:
        visitor = visitor_at(address)
        visitor.open("?item=F1-red")
        visitor.say("in green")
        visitor.page.evaluate("window.scrollTo(0, 300)")
        sku = open_one(visitor, 1)
        assert visitor.page.evaluate("window.scrollY") == 300
        tops = visitor.page.eval_on_selector_all(
            "#results .card", "cards => cards.slice(0, 4).map(c => c.getBoundingClientRect().top)"
        )
        assert all(abs(a - b) < 1 for a, b in pairwise(tops))  # the row above it is full
        panel = visitor.page.locator(".reasons").bounding_box()
        grid = visitor.page.locator("#results .grid").bounding_box()
        assert panel["width"] == pytest.approx(grid["width"], abs=1)
        assert visitor.page.evaluate("document.activeElement.dataset.focus") == f"why {sku}"

    def test_by_keyboard(self, address: str, visitor_at: Enter) -> None:
        visitor = visitor_at(address)
        visitor.open("?item=F1-red")
        visitor.say("in green with long sleeves")
        visitor.page.focus("#results .to-reasons")
        visitor.page.keyboard.press("Enter")
        visitor.settle()
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate("document.activeElement.type") == "radio"
        shown = visitor.page.locator(".heat:visible")
        first = shown.get_attribute("alt")
        visitor.page.keyboard.press("ArrowRight")
        assert shown.get_attribute("alt") != first
        visitor.page.keyboard.press("Tab")
        visitor.page.keyboard.press("Enter")
        visitor.settle()
        assert visitor.page.locator(".reasons").count() == 0
        assert visitor.page.evaluate("document.activeElement.className").startswith("to-reasons")


@pytest.mark.weights
def test_sleeves_are_looked_at_where_they_are() -> None:
    """The embedded network: the word lies on the sleeves more than their share of the picture."""
    from demo.catalog.shapes import PARTS, load_shapes

    shop = Shop.open(Settings())
    if shop.composer.feedback is None:
        pytest.skip("no network is shipped for this encoder")
    shapes = load_shapes(shop.catalogue.folder / "shapes.npz")
    sleeves = [PARTS.index("sleeve_left"), PARTS.index("sleeve_right")]
    ratios = []
    for product in shop.catalogue.products[::9]:
        if product.get("sleeve") != "long" or product.sku not in shapes:
            continue
        ratios.append(_share(shop, product, np.isin(shapes[product.sku].parts, sleeves)))
    assert len(ratios) >= 20
    assert np.median(ratios) >= 2


def _share(shop: Shop, product: Product, there: np.ndarray) -> float:
    """How much more of its look "sleeves" puts there than the area's share."""
    session = shop.start(product.sku, words="with short sleeves")
    glance = next(g for g in shop.why(session, product.sku).glances if g.word == "sleeves")
    shape = Image.fromarray((there * 255).astype(np.uint8))
    mask = np.asarray(shape.resize(glance.map.shape[::-1])) > 127
    return float(glance.map[mask].sum() / mask.mean())
