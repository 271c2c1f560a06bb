"""`/ready` says when turns can be answered; a taken port is said in one sentence."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest
from fakes import FakeBundle
from starlette.applications import Starlette
from starlette.testclient import TestClient

from demo.errors import SettingsError
from demo.shop import Shop
from demo.ui.serve import launch_options, serve


def test_ready_follows_the_bundle(shop: Shop) -> None:
    bundle = FakeBundle()
    mine = Shop(shop.catalogue, shop.index, bundle, shop.settings)  # type: ignore[arg-type]
    client = TestClient(Starlette(routes=launch_options(mine)["app_kwargs"]["routes"]))
    bundle.ready = False
    assert client.get("/ready").status_code == 503
    bundle.ready = True
    assert client.get("/ready").status_code == 200


def test_a_taken_port_is_said(shop: Shop) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = replace(shop.settings, host="127.0.0.1", port=port)
        mine = Shop(shop.catalogue, shop.index, shop.bundle, settings)
        with pytest.raises(SettingsError, match=f"Port {port} is taken"):
            serve(mine, prevent_thread_lock=True, quiet=True)
