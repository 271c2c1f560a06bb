"""The first view of the embedded shop within its budgets, by the browser's own performance entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demo.benchmarks.page import BUDGETS, WINDOWS, visit
from demo.settings import Settings
from demo.shop import Shop
from tests.ui.visitor import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.weights
@pytest.mark.browser
def test_the_first_view_is_light_and_does_not_jump(chromium: Browser) -> None:
    with served(Shop.open(Settings())) as address:
        for size in WINDOWS.values():
            seen = visit(chromium, address, size)
            assert 0 < seen.own_bytes < BUDGETS[1]
            assert seen.own_bytes < seen.bytes < BUDGETS[0]
            assert seen.shifted < BUDGETS[2]
            assert 0 < seen.first <= seen.results
