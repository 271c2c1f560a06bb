"""The panel and its switch of methods, and the tour that a first visit shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from demo.comparing import METHODS
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui import text
from demo.ui.panel import panel
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import look
from demo.ui.tour import KEY
from tests.ui.visitor import PHONE, Visitor, served

Enter = Callable[..., Visitor]
TALK = Session(item="F1-red", turns=(Turn("in green with long sleeves"),))


def test_it_is_off_until_it_is_asked_for(composing: Shop) -> None:
    assert panel(composing, Place(session=TALK)) == ""
    assert look(composing, Pictures(composing.catalogue), Place(session=TALK)).beside == ""


def test_it_tells_times_names_and_the_parts_of_each_score(composing: Shop) -> None:
    place = Place(session=TALK, panel=True)
    found = composing.results(TALK)
    html = panel(composing, place, found)
    for stage in found.timings:
        assert text.STAGES[stage] in html
    assert composing.bundle.encoder.id in html
    assert composing.bundle.network_id in html
    rows = re.findall(r"<tr><th.*?</tr>", html)
    assert len(rows) == len(found.hits)
    for row, hit in zip(rows, found.hits, strict=True):
        numbers = [float(n) for n in re.findall(r"<td>(-?[\d.]+)</td>", row)]
        assert numbers[-1] == pytest.approx(hit.score, abs=1e-3)
        assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.01)


def test_without_a_question_there_are_no_scores(shop: Shop) -> None:
    assert text.PANEL_NO_SCORES in panel(shop, Place(panel=True))


def test_the_switch_leads_to_every_method_and_keeps_the_rest(composing: Shop) -> None:
    place = Place(session=TALK, panel=True, method="shift")
    html = panel(composing, place, composing.results(TALK, method="shift"))
    for method in METHODS:
        assert f"method={method}&amp;panel=1" in html
    assert html.count('aria-current="true"') == 1
    assert text.METHOD_NOTES["shift"] in html


def test_a_network_that_is_not_there_says_how_to_get_it(composing: Shop) -> None:
    html = panel(composing, Place(session=TALK, panel=True, method="lbf"))
    assert "python -m demo train lbf" in html


@pytest.mark.browser
class TestInABrowser:
    @pytest.fixture(scope="class")
    def address(self, composing: Shop) -> Iterator[str]:
        with served(composing) as address:
            yield address

    @pytest.mark.parametrize("window", [{"width": 1440, "height": 900}, PHONE])
    def test_the_method_is_switched_live(
        self, address: str, visitor_at: Enter, window: dict[str, int]
    ) -> None:
        visitor = visitor_at(address, window)
        visitor.open("?item=F1-red&panel=1")
        visitor.say("in green with long sleeves")
        page = visitor.page
        assert page.locator(".scores tbody tr").count() == 12
        heads = page.locator(".scores thead th").all_inner_texts()
        assert text.SCORE_PARTS["together"] in heads
        page.click(".methods >> text=Shift")
        visitor.settle()
        assert "method=shift" in page.url
        assert page.locator(".scores thead th").all_inner_texts() == [
            text.SCORE_PARTS["shift"], text.PANEL_TOTAL,
        ]  # fmt: skip
        assert visitor.sideways() <= 0
        page.click("text=Hide the panel")
        visitor.settle()
        assert page.locator(".panel").count() == 0
        assert "method" not in page.url

    @pytest.mark.parametrize("window", [{"width": 1440, "height": 900}, PHONE])
    def test_the_tour_is_dismissed_for_good(
        self, address: str, visitor_at: Enter, window: dict[str, int]
    ) -> None:
        visitor = visitor_at(address, window)
        visitor.open()
        page = visitor.page
        shown = page.locator(".tour label > span:visible")
        assert shown.inner_text() == text.TOUR[0]
        page.focus(".tour input:checked")
        page.keyboard.press("ArrowRight")
        assert shown.inner_text() == text.TOUR[1]
        assert visitor.sideways() <= 0
        visitor.open("?item=F1-red")
        assert not page.is_visible("#tour")
        visitor.open()
        page.click("[data-toured]")
        assert not page.is_visible("#tour")
        assert page.evaluate(f"localStorage.getItem('{KEY}')") == "1"
        visitor.open()
        assert not page.is_visible("#tour")
