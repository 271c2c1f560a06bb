"""Behind a proxy's path and within a frame of another site, as on a Space: links, pictures, calls, events."""

from __future__ import annotations

import re
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

import httpx
import pytest
import uvicorn
from gradio_client import Client
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse
from starlette.routing import Route

from demo.shop import Shop
from tests.ui.serving import call, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PREFIX = "/window/shop"
KEPT_BACK = {"host", "content-length", "transfer-encoding", "connection"}


@contextmanager
def proxied(address: str) -> Iterator[str]:
    """A reverse proxy that serves `address` below PREFIX and a page that frames it, on a free port."""

    async def forward(request: Request) -> StreamingResponse:
        client = httpx.AsyncClient(timeout=30)
        headers = {k: v for k, v in request.headers.items() if k not in KEPT_BACK}
        headers |= {"X-Forwarded-Host": request.headers["host"], "X-Forwarded-Proto": "http"}
        path = f"{address}/{request.path_params['rest']}?{request.url.query}"
        asked = client.build_request(
            request.method, path, headers=headers, content=await request.body()
        )
        answer = await client.send(asked, stream=True)

        async def body() -> AsyncIterator[bytes]:
            async for piece in answer.aiter_raw():
                yield piece
            await client.aclose()

        kept = {k: v for k, v in answer.headers.items() if k not in KEPT_BACK}
        return StreamingResponse(body(), answer.status_code, kept)

    async def frame(request: Request) -> HTMLResponse:
        there = f"http://127.0.0.1:{request.url.port}{PREFIX}/"
        return HTMLResponse(f'<iframe src="{there}" width="1200" height="900"></iframe>')

    routes = [
        Route("/frame", frame),
        Route(f"{PREFIX}/{{rest:path}}", forward, methods=["GET", "POST"]),
    ]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=port, log_level="error"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def proxy(dressed: Shop) -> Iterator[str]:
    with served(dressed, root_path=PREFIX) as server, proxied(server.address) as at:
        yield at


def test_all_that_the_page_names_is_below_the_path(proxy: str) -> None:
    page = httpx.get(f"{proxy}{PREFIX}/").text
    files = re.findall(r'(?:src|href)="(\./assets/[^"]+)"', page)
    pictures = re.findall(r"pictures/\w+/card/\d+\.webp", page)
    assert files
    assert pictures
    for address in {*files, *pictures[:5]}:
        found = httpx.get(httpx.URL(f"{proxy}{PREFIX}/").join(address))
        assert found.status_code == 200, address
    assert f'"root":"{proxy}{PREFIX}"' in page.replace(" ", "")


def test_calls_and_clients_pass_through(proxy: str) -> None:
    event, data = call(f"{proxy}{PREFIX}", "search", text="navy shirt", k=1)
    assert (event, data[0]["hits"][0]["sku"]) == ("complete", "SH-navy")
    picture = httpx.get(f"{proxy}{PREFIX}/{data[0]['hits'][0]['picture']}")
    assert picture.headers["content-type"] == "image/webp"
    answer = Client(f"{proxy}{PREFIX}/", verbose=False).predict(sku="TE-navy", api_name="/product")
    assert answer["title"] == "Navy Tee"


def test_a_space_tells_its_own_address(dressed: Shop) -> None:
    with served(dressed) as server:
        told = {"X-Forwarded-Host": "me-shop.hf.space", "X-Forwarded-Proto": "https"}
        page = httpx.get(f"{server.address}/", headers=told)
        assert '"root":"https://me-shop.hf.space"' in page.text.replace(" ", "")
        assert "x-frame-options" not in page.headers
        assert "frame-ancestors" not in page.headers.get("content-security-policy", "")
        assert "set-cookie" not in page.headers


@pytest.mark.browser
def test_the_page_works_in_a_frame_of_another_site(proxy: str, chromium: Browser) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 950}).new_page()
    lost: list[str] = []
    page.on("response", lambda r: lost.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.on("pageerror", lambda error: lost.append(f"{error}: {error.stack}"))
    page.goto(proxy.replace("127.0.0.1", "localhost") + "/frame")  # not the shop's site
    shop = page.frame_locator("iframe")
    first = shop.locator("#results [data-sku] a img").first
    first.wait_for(timeout=20_000)
    assert first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    shop.locator("#results [data-sku] a").first.click()
    shop.locator("#picture img").wait_for(timeout=20_000)
    shop.locator("#words textarea, #words input").first.fill("in black")
    shop.locator("#words textarea, #words input").first.press("Enter")
    shop.locator("#talk", has_text="in black").wait_for(timeout=20_000)
    page.context.close()
    ours = [line for line in lost if "/assets/index-" not in line]  # gradio's asks for its storage
    assert [line for line in ours if "favicon.ico" not in line] == []
