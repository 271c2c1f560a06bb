"""Every place of the real page, looked over by axe-core: wide and light, narrow and dark.

Each is also photographed into `.cache/ci/screens` (or the folder that SHOP_SCREENS names), which
continuous integration keeps.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from demo.settings import ROOT, Settings
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui.place import Place, fitting_place, looks_place, to_address
from demo.ui.stories import STORIES
from tests.ui.visitor import DESK, PHONE, Visitor, served

pytestmark = [pytest.mark.browser, pytest.mark.weights]
Enter = Callable[..., Visitor]
SCREENS = Path(os.environ.get("SHOP_SCREENS", ROOT / ".cache" / "ci" / "screens"))
WINDOWS = {"wide-light": (DESK, "light"), "narrow-dark": (PHONE, "dark")}
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def embedded() -> Shop:
    return Shop.open(Settings())


@pytest.fixture(scope="module")
def address(embedded: Shop) -> Iterator[str]:
    with served(embedded) as address:
        yield address


@pytest.fixture(scope="module")
def places(embedded: Shop) -> dict[str, str]:
    """Name -> address of every place, around one t-shirt of the catalogue."""
    tee = next(p.sku for p in embedded.catalogue.products if p.get("type") == "t-shirt")
    talk = Session(item=tee, turns=(Turn("in green with long sleeves, under €90"),))
    best = embedded.results(talk).hits[0].product.sku
    three = looks_place(tee)
    look = embedded.outfits.looks(three.styling.wishes)[0]  # type: ignore[union-attr]
    worn = "&".join(f"with={p.sku}" for p in look.items if p.sku != tee)
    return {
        "entrance": "",
        "shelf": "?category=dresses&colour=red",
        "item": f"?item={tee}",
        "conversation": to_address(Place(session=talk)),
        "why": to_address(Place(session=talk, why=best)),
        "nothing": to_address(Place(session=Session(item=tee, turns=(Turn("under 1 euro"),)))),
        "looks": to_address(three),
        "open-look": f"?look={tee}&{worn}&day={look.occasion}",
        "fitting": to_address(fitting_place((tee,))),
        "panel": to_address(Place(session=talk, panel=True)),
        "japanese": to_address(Place(session=talk, lang="ja")),
    }


PLACES = ("entrance", "shelf", "item", "conversation", "why", "nothing", "looks", "open-look", "fitting",
          "panel", "japanese")  # fmt: skip


def photographed(visitor: Visitor, name: str) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    visitor.page.screenshot(path=SCREENS / f"{name}.jpg", type="jpeg", quality=80)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", PLACES)
def test_axe_finds_nothing_serious(
    address: str, places: dict[str, str], visitor_at: Enter, name: str, window: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    size, scheme = WINDOWS[window]
    visitor = visitor_at(address, size)
    visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visitor.open(places[name])
    photographed(visitor, f"{name}-{window}")
    found = Axe().run(visitor.page).response["violations"]
    serious = {
        f"{violation['id']}: {violation['help']}": [node["target"] for node in violation["nodes"]][
            :4
        ]
        for violation in found
        if violation["impact"] in SERIOUS
    }
    assert serious == {}
    assert visitor.sideways() <= 0


@pytest.mark.parametrize("name", STORIES)
def test_every_persona_comes_to_the_end(address: str, visitor_at: Enter, name: str) -> None:
    """By the keyboard, on the wide page for one half of them and on a phone by night for the other."""
    window = list(WINDOWS)[list(STORIES).index(name) % 2]
    size, scheme = WINDOWS[window]
    visitor = visitor_at(address, size)
    visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visitor.open(f"?demo={name}")
    for _ in STORIES[name].steps[1:]:
        before = visitor.page.inner_text(".story .now")
        visitor.page.keyboard.press("n")
        visitor.page.wait_for_function(
            "before => document.querySelector('.story .now')?.innerText !== before", arg=before
        )
        visitor.settle()
        assert visitor.notices() == []
    assert visitor.page.locator(".story .end").count() == 1
    assert visitor.sideways() <= 0
    photographed(visitor, f"story-{name}-{window}")
