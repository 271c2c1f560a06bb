"""A real Chromium at the real page, for benchmarks that look at it. Knows no shop and no figure.

Playwright drives it; it is no requirement of the shop but of its tests (`tests/requirements.txt`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from demo.errors import SettingsError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
SHOWN: Final = ".card, .nothing, .look, .piece, #mirror img"
"""what a place of the shop shows when it has been laid out"""
PATIENCE: Final = 60_000
"""milliseconds after which a page counts as stuck"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser. Raises SettingsError when there is none, or nothing to drive it."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        raise SettingsError(
            "This benchmark looks at the page: install Chromium and `pip install -r "
            "tests/requirements.txt`."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def settled(page: Page) -> None:
    """Waits until the place is laid out, no event is under way and the pictures in the window are there."""
    page.wait_for_selector(SHOWN, timeout=PATIENCE)
    page.wait_for_function(
        "!document.documentElement.classList.contains('arriving') && "
        "!document.querySelector('.html-container.pending') && !document.querySelector('.waiting')",
        timeout=PATIENCE,
    )
    page.wait_for_timeout(300)
    page.wait_for_function(
        "[...document.images].every(img => img.complete || !img.checkVisibility() || "
        "img.getBoundingClientRect().top > innerHeight)",
        timeout=PATIENCE,
    )
