"""Looks in a real Chromium, in the shop as it ships: from an item to a look of one's own, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from demo.settings import Settings
from demo.shop import Shop
from tests.ui.visitor import PHONE, Visitor, served

pytestmark = [pytest.mark.browser, pytest.mark.weights]
Enter = Callable[..., Visitor]


@pytest.fixture(scope="module")
def embedded() -> Shop:
    return Shop.open(Settings(), wait=False)


@pytest.fixture(scope="module")
def address(embedded: Shop) -> Iterator[str]:
    with served(embedded) as address:
        yield address


@pytest.fixture(scope="module")
def shirt(embedded: Shop) -> str:
    """A plain shirt, which goes with most things."""
    return next(
        product.sku
        for product in embedded.catalogue.products
        if (product.get("type"), product.get("pattern")) == ("shirt", "solid")
    )


def worn(visitor: Visitor) -> dict[str, str]:
    """Slot -> SKU of the open look."""
    found = visitor.page.eval_on_selector_all(
        ".piece", "pieces => pieces.map(piece => [piece.dataset.slot, piece.dataset.sku])"
    )
    return dict(found)


def press(visitor: Visitor, focus: str) -> None:
    visitor.page.click(f'[data-focus="{focus}"]')
    visitor.settle()


def boards_shown(visitor: Visitor) -> list[list[int]]:
    """Natural width and height of each board, once it is there."""
    visitor.page.eval_on_selector_all(
        ".board img", "all => all.forEach(i => { i.loading = 'eager'; })"
    )
    visitor.page.wait_for_function(
        "[...document.querySelectorAll('.board img')].every(i => i.complete && i.naturalWidth)"
    )
    return visitor.page.eval_on_selector_all(
        ".board img", "all => all.map(i => [i.width, i.height])"
    )


def test_from_an_item_to_a_look_of_ones_own(address: str, shirt: str, visitor_at: Enter) -> None:
    visitor = visitor_at(address)
    visitor.open(f"?item={shirt}")
    visitor.page.click("#facts >> text=Complete the look")
    visitor.settle()
    sizes = boards_shown(visitor)
    assert len(sizes) == 3
    assert all(abs(height / width - 1.25) < 0.01 for width, height in sizes)
    three = visitor.page.url
    press(visitor, "look-0")
    first = worn(visitor)
    assert shirt in first.values()
    assert len(boards_shown(visitor)) == 1

    visitor.page.evaluate("window.scrollTo(0, 120)")
    press(visitor, "swap-shoes")
    swapped = worn(visitor)
    assert {slot for slot in first if swapped[slot] != first[slot]} == {"shoes"}
    assert visitor.page.evaluate("window.scrollY") > 0  # it changes in place
    focus = "document.activeElement.dataset.focus"
    assert visitor.page.evaluate(focus) == "swap-shoes"

    press(visitor, "lock-shoes")
    press(visitor, "casual")
    casual = worn(visitor)
    assert casual["shoes"] == swapped["shoes"]
    assert casual != swapped
    assert shirt in casual.values()

    for _ in range(3):  # casual, lock, swap
        visitor.page.go_back()
        visitor.settle()
    assert worn(visitor) == first
    visitor.page.go_back()
    visitor.settle()
    assert visitor.page.url == three


def test_remove_add_budget_and_a_shared_link(
    embedded: Shop, address: str, shirt: str, visitor_at: Enter
) -> None:
    visitor = visitor_at(address)
    visitor.open(f"?look={shirt}")
    press(visitor, "look-0")
    before = worn(visitor)
    press(visitor, "add-shoes")  # the button that removes them
    assert set(worn(visitor)) == set(before) - {"shoes"}
    assert visitor.page.inner_text('[data-focus="add-shoes"]') == "Add shoes"
    press(visitor, "add-shoes")
    assert set(worn(visitor)) == set(before)
    sums = [embedded.product(sku).price for sku in worn(visitor).values()]
    budget = round(sum(sums) * 0.85)
    visitor.page.fill(".budget input", str(budget))
    visitor.page.press(".budget input", "Enter")
    visitor.settle()
    within = worn(visitor)
    assert sum(embedded.product(sku).price for sku in within.values()) <= budget
    visitor.page.fill(".budget input", "1")
    visitor.page.press(".budget input", "Enter")
    visitor.page.wait_for_selector(".toast-message-text")
    assert worn(visitor) == within  # what cannot be had changes nothing
    other = visitor_at(address)
    other.open(visitor.page.url.removeprefix(address).lstrip("/"))
    assert worn(other) == within


def test_the_picture_can_be_taken_home(address: str, shirt: str, visitor_at: Enter) -> None:
    visitor = visitor_at(address)
    visitor.open(f"?look={shirt}")
    press(visitor, "look-0")
    with visitor.page.expect_download() as saving:
        visitor.page.click("text=Save the picture")
    assert saving.value.suggested_filename.startswith("look-")
    assert saving.value.suggested_filename.endswith(".jpg")
    assert saving.value.path().read_bytes()[:3] == b"\xff\xd8\xff"


def test_looks_on_a_phone(address: str, shirt: str, visitor_at: Enter) -> None:
    visitor = visitor_at(address, PHONE)
    visitor.open(f"?look={shirt}")
    assert visitor.sideways() <= 0
    tops = visitor.page.eval_on_selector_all(
        ".look", "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert tops[0] < tops[1] < tops[2]
    press(visitor, "look-0")
    assert visitor.sideways() <= 0
    small = visitor.page.eval_on_selector_all(
        ".piece .tools button, .steps button",
        "all => all.filter(one => one.getBoundingClientRect().height < 32).length",
    )
    assert small == 0


def test_by_night_pictures_keep_their_light_ground(
    address: str, shirt: str, visitor_at: Enter
) -> None:
    visitor = visitor_at(address)
    visitor.page.emulate_media(color_scheme="dark")
    visitor.open(f"?look={shirt}")
    press(visitor, "look-0")
    grounds = visitor.page.evaluate(
        "['body', '.board', '.piece .frame', '.budget .sum'].map(name => "
        "getComputedStyle(document.querySelector(name)).backgroundColor.match(/[0-9]+/g).map(Number))"
    )
    body, board, frame, field = (sum(ground[:3]) / 3 for ground in grounds)
    assert max(body, field) < 50
    assert min(board, frame) > 210
    ink = visitor.page.evaluate("getComputedStyle(document.querySelector('.about h1')).color")
    assert min(int(part) for part in ink.removeprefix("rgb(").rstrip(")").split(",")) > 200


def test_by_keyboard_and_by_ear(address: str, shirt: str, visitor_at: Enter) -> None:
    visitor = visitor_at(address)
    visitor.open(f"?look={shirt}")
    visitor.page.focus('[data-focus="look-0"]')
    visitor.page.keyboard.press("Enter")
    visitor.settle()
    visitor.page.focus('[data-focus="swap-shoes"]')
    visitor.page.keyboard.press("Space")
    visitor.settle()
    assert visitor.page.evaluate("document.activeElement.dataset.focus") == "swap-shoes"
    outline = visitor.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    assert "pieces" in visitor.page.inner_text('#results [role="status"]')
    unnamed = visitor.page.evaluate(
        "[...document.querySelectorAll('a, button, img, select, input')].filter(e => "
        "e.offsetParent && !e.closest('[aria-hidden]') && "
        "!(e.innerText || e.alt || e.getAttribute('aria-label') || e.labels?.length)).length"
    )
    assert unnamed == 0


def test_said_in_the_conversation(address: str, shirt: str, visitor_at: Enter) -> None:
    visitor = visitor_at(address)
    visitor.open(f"?item={shirt}")
    visitor.say("shoes to go with it, under 90")
    assert visitor.page.locator(".look").count() == 3
    assert "up to €90 a piece" in visitor.page.inner_text(".limits-said")
    visitor.page.click("text=Back to the conversation")
    visitor.settle()
    assert "three looks are put together" in visitor.page.inner_text(".reply")
    visitor.page.go_back()
    visitor.settle()
    assert visitor.page.locator(".look").count() == 3
