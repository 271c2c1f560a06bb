"""The boards' route over HTTP: looks of this catalogue only, at most seven pieces, for good."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from demo.shop import Shop
from demo.types import Product
from demo.ui.boards import SIZES, Boards, file_name


@pytest.fixture
def boards(dressed: Shop) -> Boards:
    return Boards(dressed.catalogue)


def client(boards: Boards) -> TestClient:
    return TestClient(Starlette(routes=[boards.route()]))


def pieces(boards: Boards, *skus: str) -> list[Product]:
    return [boards.catalogue.product(sku) for sku in skus]


@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_drawn_and_sent_for_good(boards: Boards, size: str) -> None:
    look = pieces(boards, "TE-navy", "JE-white", "SN-black")
    answer = client(boards).get("/" + boards.address(look, size))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == SIZES[size]
    taken_home = size == "keep"
    assert picture.format == ("JPEG" if taken_home else "WEBP")
    assert answer.headers["content-type"] == ("image/jpeg" if taken_home else "image/webp")
    assert answer.headers.get("content-disposition") == ("attachment" if taken_home else None)


def test_the_pieces_are_on_it(boards: Boards) -> None:
    """Two dark garments cover a good part of the light paper, not all of it."""
    some = pieces(boards, "TE-navy", "JE-black")
    data = boards.read(tuple(sorted(boards.catalogue.row(p.sku) for p in some)), "small")
    colours = Image.open(io.BytesIO(data)).convert("RGB").resize((60, 75)).getcolors(6000)
    dark = sum(count for count, colour in colours or () if max(colour) < 90)
    assert 200 < dark < 3000


def test_the_order_of_the_pieces_does_not_matter(boards: Boards) -> None:
    one = boards.address(pieces(boards, "TE-navy", "JE-white"), "small")
    assert one == boards.address(pieces(boards, "JE-white", "TE-navy"), "small")


@pytest.mark.parametrize(
    "named",
    [
        "0-1-2-3-4-5-6-7.webp",  # eight pieces
        "0-99999.webp",
        "0-0.webp",
        "2-1.webp",
        "-1.webp",
        "1-.webp",
        "x.webp",
        "٣.webp",
        "0-1.jpg",  # a board is WebP
        "0-1.png",
        "..%2f..%2fproducts.csv",
        "99999999999999999999.webp",
    ],
)
def test_nothing_else_can_be_had(boards: Boards, named: str) -> None:
    known = boards.address(pieces(boards, "TE-navy"), "small")
    assert client(boards).get("/" + known).status_code == 200
    path = known.rpartition("/")[0]
    assert client(boards).get(f"/{path}/{named}").status_code == 404


def test_another_catalogue_drawing_or_size_is_unknown(boards: Boards) -> None:
    known = boards.address(pieces(boards, "TE-navy"), "small")
    for other in (
        known.replace(boards.catalogue.hash, "0" * 16),
        re.sub(r"-[0-9a-f]{8}/", "-00000000/", known),
        known.replace("/small/", "/huge/"),
        known.replace("/small/", "/keep/"),
    ):
        assert other != known
        assert client(boards).get("/" + other).status_code == 404


def test_memory_is_bounded(dressed: Shop) -> None:
    boards = Boards(dressed.catalogue, most_bytes=9_000)
    for row in range(12):
        boards.read((row, row + 20), "small")
    assert 0 < boards.sent.bytes <= 9_000
    assert 0 < len(boards.sent) < 12


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Red Tee", "look-red-tee.jpg"),
        ('../"Été" <b>.exe', "look-t-b-exe.jpg"),
        ("赤いシャツ", "look.jpg"),
    ],
)
def test_the_files_name(boards: Boards, title: str, name: str) -> None:
    image = boards.catalogue.products[0].image
    assert file_name(Product("X", title, image)) == name
