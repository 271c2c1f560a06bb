"""Stories: scripts and words belong together, each is replayed in the real shop and told in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from demo.errors import SessionError
from demo.settings import Settings
from demo.shop import Shop
from demo.ui import stories, text
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, to_address
from demo.ui.screen import look, settled
from demo.ui.stories import STORIES, Claim, Story
from tests.ui.visitor import PHONE, Visitor, served

Enter = Callable[..., Visitor]
SMALL = Story("mara", (
    stories.Step("browse", "tops"),
    stories.Step("take", like={"type": ("t-shirt",), "colour": ("red",)}),
    stories.Step("say", "in green", claim=Claim(2, {"colour": ("green",)})),
    stories.Step("pass over", nth=1),
    stories.Step("choose", nth=2),
))  # fmt: skip


def test_there_are_at_least_five_and_each_step_is_told_in_every_language() -> None:
    assert len(STORIES) >= 5
    for words in text.LANGUAGES.values():
        assert words.STORY_LINES.keys() == STORIES.keys()
        for name, story in STORIES.items():
            assert len(words.STORY_LINES[name]) == 1 + len(story.steps)


@pytest.fixture
def small_story(monkeypatch: pytest.MonkeyPatch) -> Story:
    monkeypatch.setitem(STORIES, "mara", SMALL)
    return SMALL


def test_a_step_is_where_all_before_it_have_led(shop: Shop, small_story: Story) -> None:
    first = stories.place_at(shop, "mara", 0)
    assert (first.category, first.story, first.step) == ("tops", "mara", 0)
    said = stories.place_at(shop, "mara", 2)
    assert said.session.item == "F1-red"
    assert [turn.words for turn in said.session.turns] == ["in green"]
    best = shop.results(said.session).hits[0].product.sku
    passed = stories.place_at(shop, "mara", 3)
    assert passed.session.turns[-1].passes == best
    chosen = stories.place_at(shop, "mara", 4)
    assert chosen.session.item not in ("F1-red", best)
    assert stories.place_at(shop, "mara", 99) == chosen


def test_an_address_names_a_step_and_every_link_stays_in_the_story(
    shop: Shop, small_story: Story
) -> None:
    asked = from_address("?demo=mara&step=2&panel=1&lang=ko")
    assert stories.is_told(asked)
    there = settled(shop, asked)
    assert (there.step, there.panel, there.lang) == (2, True, "ko")
    assert not stories.is_told(there)
    assert from_address(to_address(there)) == there
    screen = look(shop, Pictures(shop.catalogue), there)
    assert "demo=mara&amp;step=3" in screen.beside
    links = (screen.results or "").split('data-visit="')[1:]
    assert links
    assert all("demo=mara" in link.partition('"')[0] for link in links)


def test_the_bar_says_how_far_it_is_and_leads_on_back_and_out(
    shop: Shop, small_story: Story
) -> None:
    bar = stories.bar(stories.place_at(shop, "mara", 1))
    assert bar.count("<li") == 5
    assert bar.count('aria-current="step"') == 1
    assert "data-next" in bar
    assert "data-back" in bar
    last = stories.bar(stories.place_at(shop, "mara", 4))
    assert "data-next" not in last
    assert last.count('class="quiet other"') == len(STORIES) - 1
    assert stories.bar(Place()) == ""


def test_a_story_that_there_is_not(shop: Shop) -> None:
    with pytest.raises(SessionError, match="There is no story “nobody”"):
        settled(shop, from_address("?demo=nobody"))
    assert from_address("?demo=<b>").story == ""


@pytest.mark.weights
class TestRealShop:
    """What each script says of the answer is so."""

    @pytest.fixture(scope="class")
    def embedded(self) -> Shop:
        return Shop.open(Settings())

    @pytest.mark.parametrize("name", STORIES)
    def test_every_step_has_something_to_see_and_what_it_claims(
        self, embedded: Shop, name: str
    ) -> None:
        for number, step in enumerate(STORIES[name].steps):
            place = stories.place_at(embedded, name, number)
            if place.wearing:
                assert place.wearing.skus
            elif place.styling and place.styling.worn:
                assert len(place.styling.worn) >= 3
            elif place.styling:
                assert len(embedded.outfits.looks(place.styling.wishes)) == 3
            else:
                self.holds(embedded, place, step.claim)

    def holds(self, shop: Shop, place: Place, claim: Claim) -> None:
        if place.at_shelves:
            found = shop.browse(place.filters, place.colour)
        else:
            found = shop.results(place.session)
        hits = [hit.product for hit in found.hits]
        assert len(hits) >= claim.first
        shown = {product.sku for product in hits}
        assert not shown & {turn.passes for turn in place.session.turns}
        for product in hits[: claim.first]:
            for attribute, values in claim.has.items():
                assert product.get(attribute) in values, (product.title, attribute)
            if claim.price_max is not None:
                assert product.price <= claim.price_max


@pytest.mark.browser
class TestInABrowser:
    @pytest.fixture(scope="class")
    def address(self, shop: Shop) -> Iterator[str]:
        before = STORIES["mara"]
        STORIES["mara"] = SMALL
        with served(shop) as address:
            yield address
        STORIES["mara"] = before

    @pytest.mark.parametrize("window", [{"width": 1440, "height": 900}, PHONE])
    def test_by_button_and_by_keys(
        self, address: str, visitor_at: Enter, window: dict[str, int]
    ) -> None:
        visitor = visitor_at(address, window)
        visitor.open("?demo=mara")
        page = visitor.page
        lines = text.STORY_LINES["mara"]
        assert page.inner_text(".story .now") == lines[1]
        assert not page.is_visible("#tour")
        page.click(".story [data-next]")
        visitor.settle()
        assert page.inner_text(".story .now") == lines[2]
        assert page.is_visible("#facts h1")
        page.keyboard.press("ArrowRight")
        visitor.settle()
        assert page.locator("#talk .said").all_inner_texts() == ["in green"]
        page.keyboard.press("n")
        visitor.settle()
        assert page.inner_text(".story .now") == lines[4]
        page.keyboard.press("ArrowLeft")
        visitor.settle()
        assert page.inner_text(".story .now") == lines[3]
        page.focus("#words input")
        page.keyboard.press("n")  # a letter of what is being said
        assert page.input_value("#words input") == "n"
        assert visitor.sideways() <= 0
        page.click(".story .quiet >> text=Leave")
        visitor.settle()
        assert page.locator(".story").count() == 0
        assert "demo=" not in page.url
        assert page.locator("#talk .said").all_inner_texts() == ["in green"]
        page.go_back()
        visitor.settle()
        assert page.inner_text(".story .now") == lines[3]
