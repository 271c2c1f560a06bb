"""A served page and a window at it, with the ways of a shopper. Knows the page's marks, not its code."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demo.shop import Shop

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@dataclass
class Visitor:
    """One browser window at the shop, and what went wrong in it."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, address: str = "") -> None:
        """Goes to an address of the shop and waits until it is shown."""
        self.page.goto(f"{self.address}/{address}")
        self.page.wait_for_selector(".card, .nothing, .look, .piece", timeout=60_000)
        self.page.wait_for_function("!document.documentElement.classList.contains('arriving')")
        self.settle()

    def settle(self) -> None:
        """Waits until no event is under way."""
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(
            "!document.querySelector('.html-container.pending') "
            "&& !document.querySelector('.waiting')",
            timeout=60_000,
        )
        self.page.wait_for_timeout(100)

    def say(self, words: str) -> None:
        self.page.fill("#words input", words)
        self.page.press("#words input", "Enter")
        self.settle()

    def shown(self) -> list[str]:
        """SKUs of the cards, best first."""
        return self.page.eval_on_selector_all(
            "#results .card", "cards => cards.map(card => card.dataset.sku)"
        )

    def notices(self) -> list[str]:
        return self.page.locator(".toast-message-text").all_inner_texts()

    def sideways(self) -> int:
        """Pixels by which the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@contextmanager
def served(shop: Shop) -> Iterator[str]:
    """The shop's page on a free port of this machine, as its address."""
    from demo.ui.page import build_page
    from demo.ui.serve import launch_options

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = build_page(shop)
    page.launch(
        **launch_options(shop), server_name="127.0.0.1", server_port=port, quiet=True,
        prevent_thread_lock=True,
    )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        page.close()
