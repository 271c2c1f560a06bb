"""A real Chromium that watches the page: no console error, no request to another host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from dressed import dressed_shop

from demo.shop import Shop
from tests.ui.visitor import DESK, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """The small shop with a wardrobe, of which looks can be made."""
    return dressed_shop(tmp_path_factory.mktemp("dressed") / "shop")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visitor_at(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Opens windows; afterwards none may have had trouble."""
    visitors: list[Visitor] = []

    def enter(address: str, window: dict[str, int] = DESK) -> Visitor:
        page = chromium.new_context(viewport=window).new_page()
        visitor = Visitor(page, address)
        page.on("pageerror", lambda error: visitor.troubles.append(str(error)))
        page.on(
            "console",
            lambda line: visitor.troubles.append(line.text) if line.type == "error" else None,
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:", "blob:"))
                else visitor.troubles.append(f"asked {request.url}")
            ),
        )
        visitors.append(visitor)
        return visitor

    yield enter
    for visitor in visitors:
        visitor.page.context.close()
    assert [visitor.troubles for visitor in visitors] == [[] for _ in visitors]
