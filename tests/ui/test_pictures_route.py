"""The pictures' route over HTTP: catalogue pictures only, for good, and small."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from demo.catalog.catalogue import Catalogue
from demo.shop import Shop
from demo.types import Product
from demo.ui.pictures import SIZES, Pictures


@pytest.fixture
def mixed(tmp_path: Path) -> Catalogue:
    """Pictures of several formats: a large JPEG, a WebP that fits, a palette PNG, a broken one."""
    Image.new("RGB", (1600, 1200), "red").save(tmp_path / "large.jpg")
    Image.new("RGBA", (480, 600), (0, 0, 0, 0)).save(tmp_path / "cut-out.webp")
    Image.new("P", (300, 300)).save(tmp_path / "palette.png")
    (tmp_path / "broken.webp").write_bytes(b"RIFF....WEBP")
    names = ("large.jpg", "cut-out.webp", "palette.png", "broken.webp")
    return Catalogue(tmp_path, [Product(name, name, tmp_path / name) for name in names])


def client(pictures: Pictures) -> TestClient:
    return TestClient(Starlette(routes=[pictures.route()]))


@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_sent_as_webp_for_good(mixed: Catalogue, size: str) -> None:
    pictures = Pictures(mixed)
    for product in mixed.products[:3]:
        answer = client(pictures).get("/" + pictures.address(product, size))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/webp"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        picture = Image.open(io.BytesIO(answer.content))
        assert picture.format == "WEBP"
        assert max(picture.size) <= SIZES[size]


def test_a_picture_that_fits_is_sent_as_it_is(mixed: Catalogue) -> None:
    sent = client(Pictures(mixed)).get(f"/pictures/{mixed.hash}/card/1.webp").content
    assert sent == mixed.products[1].image.read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/pictures/{hash}/card/4.webp",
        "/pictures/{hash}/card/3.webp",  # broken
        "/pictures/{hash}/card/-1.webp",
        "/pictures/{hash}/card/99999999999999999999.webp",
        "/pictures/{hash}/huge/0.webp",
        "/pictures/0000000000000000/card/0.webp",
        "/pictures/{hash}/card/0.jpg",
        "/pictures/{hash}/card/../../../products.csv",
        "/pictures/{hash}/card/..%2f..%2fproducts.csv",
        "/pictures/{hash}/card/large.jpg",
        "/pictures/{hash}/..%2f/0.webp",
    ],
)
def test_nothing_else_can_be_had(mixed: Catalogue, path: str) -> None:
    assert client(Pictures(mixed)).get(path.format(hash=mixed.hash)).status_code == 404


def test_memory_is_bounded(shop: Shop) -> None:
    pictures = Pictures(shop.catalogue, most_bytes=600)
    for row in range(len(shop.catalogue)):
        pictures.read(row, "card")
    assert 0 < pictures.sent.bytes <= 600  # something is kept
    assert 0 < len(pictures.sent) < len(shop.catalogue)


def test_cut_outs_are_told_from_photos(mixed: Catalogue) -> None:
    found = [Pictures(mixed).is_cut_out(product) for product in mixed.products]
    assert found == [False, True, False, False]
