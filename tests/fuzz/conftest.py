"""The small shop with a wardrobe, of which looks can be made."""

from __future__ import annotations

import pytest
from dressed import dressed_shop

from demo.shop import Shop


@pytest.fixture(scope="session")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return dressed_shop(tmp_path_factory.mktemp("dressed") / "shop")
