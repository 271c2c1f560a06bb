"""`/ready` says when turns can be answered."""

from __future__ import annotations

from fakes import FakeBundle
from starlette.applications import Starlette
from starlette.testclient import TestClient

from demo.shop import Shop
from demo.ui.serve import launch_options


def test_ready_follows_the_bundle(shop: Shop) -> None:
    bundle = FakeBundle()
    mine = Shop(shop.catalogue, shop.index, bundle, shop.settings)  # type: ignore[arg-type]
    client = TestClient(Starlette(routes=launch_options(mine)["app_kwargs"]["routes"]))
    bundle.ready = False
    assert client.get("/ready").status_code == 503
    bundle.ready = True
    assert client.get("/ready").status_code == 200
