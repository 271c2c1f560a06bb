"""The page in a real Chromium: with a fake encoder for its ways, with the embedded shop for its sense."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import FakeEncoder
from gradio.utils import get_upload_folder
from PIL import Image

from demo.catalog.pictures import open_picture
from demo.catalog.vocabulary import SWATCHES
from demo.fitting.picked import Picked
from demo.picking import Picking
from demo.settings import Settings
from demo.shop import Shop
from tests.ui.visitor import PHONE, Visitor, served

pytestmark = pytest.mark.browser
Enter = Callable[..., Visitor]


class SlowBundle:
    """A bundle whose encoder comes when `arrive` is called."""

    network = None
    network_id = ""

    def __init__(self) -> None:
        self._there = threading.Event()

    @property
    def ready(self) -> bool:
        return self._there.is_set()

    @property
    def encoder(self) -> FakeEncoder:
        self._there.wait(60)
        return FakeEncoder()

    def arrive(self) -> None:
        self._there.set()


@pytest.fixture(scope="module")
def small(shop: Shop) -> Iterator[str]:
    """Address of the small shop with the fake encoder."""
    with served(shop) as address:
        yield address


def colours(shop: Shop, skus: list[str]) -> list[str]:
    return [shop.product(sku).get("colour") for sku in skus]


def wearing(shop: Shop, skus: list[str], colour: str) -> int:
    """How many have the colour, as their first or their second one."""
    products = [shop.product(sku) for sku in skus]
    return sum(colour in (p.get("colour"), p.get("colour2")) for p in products)


def photo_of(shop: Shop, sku: str, folder: Path) -> Path:
    """A product lying on a coloured ground, as a shopper might photograph it."""
    picture = open_picture(shop.product(sku).image).convert("RGBA")
    ground = Image.new("RGBA", picture.size, (196, 205, 214, 255))
    photo = Image.alpha_composite(ground, picture).convert("RGB").resize((900, 1125))
    photo.save(folder / "own.jpg", quality=88)
    return folder / "own.jpg"


def stored() -> set[Path]:
    """Uploaded photos of these tests that are still on the disk."""
    found = Path(get_upload_folder()).rglob("own.jpg")
    return {path for path in found if path.stat().st_size}


def test_turns_undo_and_links(shop: Shop, small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    visitor.open()
    visitor.page.locator("#results .card[data-sku=F1-red] > a, #results .card > a").first.click()
    visitor.page.wait_for_selector("#facts h1")
    visitor.open("?item=F1-red")
    visitor.say("in green")
    green = visitor.shown()
    assert colours(shop, green[:4]) == ["green"] * 4
    visitor.say("with long sleeves")
    assert [shop.product(sku).get("sleeve") for sku in visitor.shown()[:2]] == ["long"] * 2
    link = visitor.page.url
    visitor.page.click("#talk >> text=Undo")
    visitor.settle()
    assert visitor.shown() == green
    visitor.page.go_back()
    visitor.settle()
    assert visitor.page.url == link
    other = visitor_at(small)
    other.open(link.removeprefix(small).lstrip("/"))
    assert other.page.locator("#talk .said").all_inner_texts() == ["in green", "with long sleeves"]
    assert other.shown() == visitor.shown()


def test_a_result_becomes_the_item_and_back_returns(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    visitor.open("?item=F1-red")
    visitor.say("in green")
    first = visitor.shown()[0]
    visitor.page.locator("#results .card > a").first.click()
    visitor.settle()
    assert visitor.page.url.endswith(f"?item={first}")
    visitor.page.go_back()
    visitor.settle()
    assert visitor.shown()[0] == first


def test_what_cannot_be_done_is_said_and_nothing_is_lost(
    small: str, visitor_at: Enter, tmp_path: Path
) -> None:
    visitor = visitor_at(small)
    visitor.open("?item=F1-red")
    visitor.say("in green")
    shown = visitor.shown()
    visitor.say("   ")
    assert any("Say what should be different" in notice for notice in visitor.notices())
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff not a picture")
    visitor.page.set_input_files("input[type=file]", broken)
    visitor.page.wait_for_function(
        "document.body.innerText.includes('is not a picture that can be read')"
    )
    assert visitor.shown() == shown
    assert visitor.page.locator("#talk .said").all_inner_texts() == ["in green"]


def test_an_own_photo_stays_in_its_window(
    shop: Shop, small: str, visitor_at: Enter, tmp_path: Path
) -> None:
    visitor = visitor_at(small)
    visitor.open()
    visitor.page.set_input_files("input[type=file]", photo_of(shop, "F1-red", tmp_path))
    visitor.page.wait_for_selector("#photo img", state="visible")
    visitor.say("in green")
    assert colours(shop, visitor.shown()[:4]) == ["green"] * 4
    assert visitor.page.is_visible("#photo img")
    other = visitor_at(small)
    other.open(visitor.page.url.removeprefix(small).lstrip("/"))
    assert other.shown() == visitor.shown()
    assert not other.page.is_visible("#photo img")
    assert other.page.is_visible("#picture .stand-in")


def test_words_are_only_words(small: str, visitor_at: Enter) -> None:
    words = "${window.pwned=1} `{{this}}` <img src=x onerror='window.pwned=1'> in green"
    visitor = visitor_at(small)
    visitor.open("?item=F1-red")
    visitor.say(words)
    assert visitor.page.locator("#talk .said").inner_text() == words
    assert visitor.page.evaluate("window.pwned") is None


def test_a_tampered_link_opens_the_shop_with_a_sentence(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    visitor.open("?s=1.tampered")
    assert "cannot be read" in visitor.notices()[0]
    assert visitor.page.is_visible("#shelf h1")
    assert visitor.page.url == f"{small}/"


def test_browsing_while_the_encoder_loads(shop: Shop, visitor_at: Enter) -> None:
    bundle = SlowBundle()
    slow = Shop(shop.catalogue, shop.index, bundle, shop.settings)  # type: ignore[arg-type]
    with served(slow) as address:
        visitor = visitor_at(address)
        visitor.open()
        visitor.page.click(".tabs >> text=dresses")
        visitor.settle()
        assert len(visitor.shown()) == 8
        visitor.page.fill("#search input", "green tee")
        visitor.page.press("#search input", "Enter")
        visitor.page.wait_for_selector(".waiting")
        assert visitor.page.locator("#talk .said").all_inner_texts() == ["green tee"]
        bundle.arrive()
        visitor.settle()
        assert colours(shop, visitor.shown()[:2]) == ["green", "green"]


def test_a_phone_never_scrolls_sideways(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small, PHONE)
    for address in ("", "?category=dresses", "?item=F1-red", "?item=NOPE"):
        visitor.open(address)
        assert visitor.sideways() <= 0, address
    visitor.open("?item=F1-red")
    visitor.say("in green")
    assert visitor.sideways() <= 0
    field = visitor.page.locator("#words input").bounding_box()
    assert field is not None
    assert field["y"] + field["height"] <= PHONE["height"]  # within reach of the thumb


def test_by_keyboard_alone(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    visitor.open("?item=F1-red")
    visitor.page.focus("#ideas button")
    visitor.page.keyboard.press("Enter")
    visitor.settle()
    assert visitor.page.locator("#talk .said").count() == 1
    visitor.page.focus("#talk button")
    visitor.page.keyboard.press("Space")
    visitor.settle()
    assert visitor.page.locator("#talk .said").count() == 0
    unnamed = visitor.page.evaluate(
        "[...document.querySelectorAll('a, button, img, select')].filter(e => e.offsetParent && "
        "!(e.innerText || e.alt || e.getAttribute('aria-label') || e.labels?.length)).length"
    )
    assert unnamed == 0


def test_the_bag_survives_a_reload(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    page = visitor.page
    visitor.open("?item=F1-red")
    liked = visitor.shown()[:2]
    for sku in liked:
        page.click(f"#results [data-sku={sku}] .like")
        visitor.settle()
    assert page.evaluate("document.activeElement.dataset.focus") == f"like {liked[1]}"
    visitor.open("?category=tops")
    page.click(".open-bag")
    shown = page.locator("#bag-panel .liked li")
    assert shown.evaluate_all("rows => rows.map(r => r.dataset.sku)") == liked[::-1]
    page.click(f"#bag-panel [data-sku={liked[0]}] button")
    visitor.settle()
    assert page.is_visible("#bag-panel")  # the panel stays open for the next one
    assert shown.count() == 1
    page.keyboard.press("Escape")
    assert not page.is_visible("#bag-panel")
    assert "F1" not in page.evaluate("JSON.stringify({...localStorage})")  # scrambled, SKUs only


def test_not_for_me_and_back(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    visitor.open("?item=F1-red")
    visitor.say("in green")
    before = visitor.shown()
    visitor.page.click(f"#results [data-sku={before[0]}] .pass")
    visitor.settle()
    assert before[0] not in visitor.shown()
    assert "not: Green" in visitor.page.locator("#talk .chip.passed").inner_text()
    visitor.page.click("#talk .chip.passed button")
    visitor.settle()
    assert visitor.shown() == before
    for _ in range(2):
        visitor.page.click("#talk >> text=Undo")
        visitor.settle()
    assert visitor.shown() == before


def test_the_four_places_keep_what_is_in_hand(small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    page = visitor.page
    visitor.open()
    page.click(".places >> text=Refine")
    visitor.settle()
    assert page.url.endswith("?room=refine")
    page.locator("#results .card > a").first.click()
    visitor.settle()
    visitor.say("in green")
    there = page.url
    page.click(".places >> text=Browse")
    visitor.settle()
    assert page.url == f"{small}/"
    page.click(".places >> text=Refine")
    visitor.settle()
    assert page.url == there
    page.locator("#results .card > a").first.click()
    visitor.settle()
    page.locator(".trail a").last.click()
    visitor.settle()
    assert page.locator("#facts h1").count() == 1
    assert "?item=" in page.url


def test_prices_and_surprises_are_addresses(shop: Shop, small: str, visitor_at: Enter) -> None:
    visitor = visitor_at(small)
    page = visitor.page
    visitor.open()
    page.fill(".prices input >> nth=0", "30")
    page.press(".prices input >> nth=0", "Enter")
    visitor.settle()
    page.fill(".prices input >> nth=1", "60")
    page.press(".prices input >> nth=1", "Tab")
    visitor.settle()
    assert page.url.endswith("?from=30&to=60")
    assert {shop.product(sku).price for sku in visitor.shown()} == {30.0, 50.0, 60.0}
    page.click(".surprise")
    visitor.settle()
    link, title = page.url, page.locator("#facts h1").inner_text()
    assert "?surprise=" in link
    other = visitor_at(small)
    other.open(link.removeprefix(small).lstrip("/"))
    assert other.page.locator("#facts h1").inner_text() == title


def test_a_garment_of_a_photo_is_chosen_and_forgotten(
    shop: Shop, small: str, visitor_at: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colours_of = {"upper": SWATCHES["red"], "lower": SWATCHES["green"]}
    found = tuple(Picked(r, Image.new("RGB", (60, 80), c)) for r, c in colours_of.items())  # type: ignore[arg-type]
    monkeypatch.setattr(Picking, "garments", lambda picking, photo: found)
    visitor = visitor_at(small)
    page, before = visitor.page, stored()
    visitor.open()
    page.set_input_files("input[type=file]", photo_of(shop, "F1-red", tmp_path))
    page.wait_for_selector(".asked")
    assert stored() == before  # its file is gone before it is asked about
    assert page.locator(".asked button").count() == 3
    page.click(".asked button >> nth=1")
    page.wait_for_selector("#photo img", state="visible")
    visitor.settle()
    assert colours(shop, visitor.shown()[:3]) == ["green"] * 3
    page.click("text=Forget my photo")
    visitor.settle()
    assert page.url == f"{small}/"
    assert page.locator("#photo img").count() == 0


@pytest.mark.weights
class TestEmbeddedShop:
    """The shop as it ships: its catalogue, its weights."""

    @pytest.fixture(scope="class")
    def embedded(self) -> Shop:
        return Shop.open(Settings())

    @pytest.fixture(scope="class")
    def address(self, embedded: Shop) -> Iterator[str]:
        with served(embedded) as address:
            yield address

    @pytest.fixture(scope="class")
    def tee(self, embedded: Shop) -> str:
        """A short-sleeved plain t-shirt whose design there is also in red."""
        return next(
            product.sku
            for product in embedded.catalogue.products
            if product.get("type") == "t-shirt"
            and product.get("sleeve") == "short"
            and product.get("colour") not in ("red", "burgundy")
            and "red" in [other.get("colour") for other in embedded.siblings(product.sku)]
        )

    def test_red_long_undo_photo(
        self, embedded: Shop, address: str, tee: str, visitor_at: Enter, tmp_path: Path
    ) -> None:
        visitor = visitor_at(address)
        visitor.open(f"?item={tee}")
        visitor.say("in red")
        red = visitor.shown()
        assert colours(embedded, red[:2]) == ["red", "red"]
        assert wearing(embedded, red[:8], "red") >= 7
        visitor.say("with long sleeves")
        longer = [embedded.product(sku) for sku in visitor.shown()[:8]]
        both = {
            p.sku
            for p in embedded.catalogue.products
            if (p.get("category"), p.get("colour"), p.get("sleeve")) == ("tops", "red", "long")
        }
        assert both  # every top that has both comes before anything that has one of them
        assert {p.sku for p in longer[: len(both)]} == both
        assert sum(p.get("sleeve") == "long" for p in longer) >= 5
        assert wearing(embedded, visitor.shown()[:8], "red") >= 6
        visitor.page.click("#talk >> text=Undo")
        visitor.settle()
        assert visitor.shown() == red
        visitor.page.set_input_files("input[type=file]", photo_of(embedded, tee, tmp_path))
        visitor.page.wait_for_selector("#photo img", state="visible", timeout=60_000)
        visitor.settle()
        visitor.say("in green")
        assert wearing(embedded, visitor.shown()[:8], "green") >= 6

    def test_every_view_on_a_phone(self, address: str, tee: str, visitor_at: Enter) -> None:
        visitor = visitor_at(address, PHONE)
        for place in ("", "?category=dresses&colour=red", f"?item={tee}"):
            visitor.open(place)
            assert visitor.sideways() <= 0, place
        visitor.say("in red")
        visitor.say("under 1 euro")
        assert visitor.page.is_visible(".nothing")
        assert visitor.sideways() <= 0
