"""A real server of a small shop on a free port, for tests that speak HTTP or MCP."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Thread

import gradio as gr
import httpx
from gradio.context import Context

from demo.shop import Shop
from demo.ui.serve import serve


@dataclass(frozen=True)
class Server:
    """A shop's server that runs."""

    address: str
    """without a slash at its end"""
    page: gr.Blocks


@contextmanager
def served(shop: Shop, **launch: object) -> Iterator[Server]:
    """A server of the shop on a free port; it stops with the block."""
    before = Context.root_block
    app, address, _ = serve(
        at_a_free_port(shop),
        server_name="127.0.0.1",
        prevent_thread_lock=True,
        quiet=True,
        **launch,
    )
    try:
        yield Server(address.rstrip("/"), app.get_blocks())
    finally:
        app.get_blocks().close(verbose=False)
        Context.root_block = before


def at_a_free_port(shop: Shop, **settings: object) -> Shop:
    """The same shop with other settings, on a port that nobody has taken."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    changed = replace(shop.settings, **({"port": port} | settings))
    mine = Shop(shop.catalogue, shop.index, shop.bundle, changed, shop.use_table)
    mine.outfits, mine.fittings = shop.outfits, shop.fittings
    mine.fittings.warm_up = lambda **_: Thread()  # type: ignore[method-assign]  # its networks are large
    return mine


def call(address: str, name: str, **values: object) -> tuple[str, object]:
    """(complete or error, data) of a call with named values, as `curl` makes it in two steps."""
    base = f"{address}/gradio_api/call"
    said = httpx.post(f"{base}/v2/{name}", json=values, timeout=20)
    said.raise_for_status()
    return outcome(f"{base}/{name}/{said.json()['event_id']}")


def outcome(address: str) -> tuple[str, object]:
    """The last event of a call's stream."""
    lines = httpx.get(address, timeout=20).text.splitlines()
    events = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    data = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    return events[-1], json.loads(data[-1])
