"""What a link shows: the shop's own title and picture, in the HTML that no script has touched yet."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from PIL import Image

from demo.shop import Shop
from demo.ui.preview import HEIGHT, PICTURE, WIDTH, origin, with_preview
from demo.ui.serve import THEME
from tests.ui.visitor import served


def tags(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, said in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page):
        found.setdefault(name, []).append(said)
    return found


def test_the_page_names_the_shop_and_nobody_else(shop: Shop) -> None:
    with served(shop) as address:
        answer = httpx.get(address, headers={"accept-encoding": "gzip"})
        found = tags(answer.text)
        assert found["og:title"] == ["Otherwise · Find one you almost like."]
        assert found["og:image"] == [f"{address}/{PICTURE}"]
        head = answer.text.partition("<script")[0]
        assert "gradio" not in head.lower().replace("gradio_", "")
        picture = httpx.get(found["og:image"][0])
        assert picture.headers["content-type"] == "image/jpeg"
        assert httpx.head(address).status_code == 200
        through = httpx.get(
            address, headers={"x-forwarded-host": "shop.example", "x-forwarded-proto": "https"}
        )
        assert tags(through.text)["og:image"] == [f"https://shop.example/{PICTURE}"]


def test_the_picture_has_the_size_it_is_said_to_have() -> None:
    path = THEME / "preview.jpg"
    assert Image.open(path).size == (WIDTH, HEIGHT)
    assert path.stat().st_size < 90_000


@pytest.mark.parametrize("host", ['x"><script>', "", "a b", "shop.example:99999999", "../../"])
def test_a_host_that_makes_no_sense_is_not_repeated(host: str) -> None:
    scope: Any = {"scheme": "http", "headers": [(b"host", host.encode())]}
    assert origin(scope) == ""
    page = with_preview(b"<html><head></head></html>", origin(scope)).decode()
    assert "og:title" in page
    assert "og:image" not in page


def test_a_shop_behind_a_path() -> None:
    scope: Any = {
        "scheme": "http", "root_path": "/shop/",
        "headers": [(b"host", b"a:7860"), (b"x-forwarded-host", b"b.example, c.example")],
    }  # fmt: skip
    assert origin(scope) == "http://b.example/shop"
