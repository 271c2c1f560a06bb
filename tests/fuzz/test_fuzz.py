"""More than 10,000 bad inputs: each ends in an answer or in one sentence, within two seconds.

Table, pictures, tokens, addresses, words, filters and the six calls. Any other error fails the test.
"""

from __future__ import annotations

import base64
import io
import json
import math
import zlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import numpy as np
import pytest
from fuzz.scribbles import JSON, LIMITS, TEXT, damaged, fuzzing, refused_or_answered
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from demo import batch
from demo.calling import NAMES, Calls
from demo.catalog.catalogue import Catalogue
from demo.catalog.pictures import decode
from demo.catalog.table import FILE_NAME, Table, read_table
from demo.dialogue.token import filters_from_json, filters_to_json, from_token, to_token
from demo.errors import ShopError
from demo.shop import Shop
from demo.types import Photo, Session, Turn
from demo.ui.memory import kept_from
from demo.ui.place import from_address, to_address
from demo.ui.screen import look, settled

pytestmark = pytest.mark.fuzz

TABLES, PICTURES, TOKENS, ADDRESSES, TALK, FILTERS, CALLS, LINES = (
    1_500, 500, 2_500, 1_200, 1_200, 2_300, 1_000, 300,
)  # fmt: skip


def test_the_good_ones_are_good(shop: Shop) -> None:
    """What is damaged below is an answer when it is not."""
    assert from_token(to_token(SAID)) == SAID
    assert shop.results(SAID, k=3).hits
    assert from_token(packed({"i": "F1-red"})) == Session(item="F1-red")


def test_there_are_enough() -> None:
    assert sum((TABLES, PICTURES, TOKENS, ADDRESSES, TALK, FILTERS, CALLS, LINES)) >= 10_000


# ---------------------------------------------------------------------------- files

CELL: Final = st.one_of(
    TEXT,
    st.sampled_from(["a.png", "../a.png", "/etc/passwd", "9,99 EUR", "€ 1.299,00", "-3", "NaN", "1e400",
                     "٣٤", "http://[", "https://x", "javascript:alert(1)", "&lt;b&gt;", "=1+1", ""]),
)  # fmt: skip
HEADS: Final = st.lists(
    st.sampled_from(["sku", "title", "image", "price", "currency", "link", "colour", "id", "type", "color",
                     "gender", "family", "name", ""]) | TEXT,
    max_size=8,
)  # fmt: skip
TABLE: Final = st.one_of(
    st.binary(max_size=200),
    damaged(b'sku,title,image,price\nA,"Red, long",a.png,9.99\nB,Tee,a.png,"1,299.00 EUR"\n'),
    st.builds(
        lambda head, rows, mark: "\n".join(mark.join(row) for row in (head, *rows)).encode(),
        HEADS | st.just(["sku", "title", "image", "price", "link", "colour"]),
        st.lists(st.lists(CELL, max_size=8), max_size=5),
        st.sampled_from([",", ";", "\t"]),
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("table")
    Image.new("RGB", (20, 20), "red").save(folder / "a.png")
    return folder


@fuzzing(TABLES)
@given(content=TABLE)
@example(content=b'"' * 5_000)
@example(content=("sku,title,image\n" + "x" * 200_000).encode())
def test_the_table(folder: Path, content: bytes) -> None:
    (folder / FILE_NAME).write_bytes(content)
    with refused_or_answered():
        table = read_table(folder)
    assert isinstance(table, Table)
    assert table.products or table.problems
    with refused_or_answered(ShopError):
        catalogue = Catalogue.read(folder)
        assert len(catalogue.hash) == 16
        for product in catalogue.products:
            assert product.image.resolve().is_relative_to(folder.resolve())
            assert product.price is None or math.isfinite(product.price)
            assert product.link == "" or product.link.lower().startswith(("http:", "https:"))


def sample(kind: str) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((24, 30)).convert("RGB").save(out, kind)
    return out.getvalue()


PICTURE: Final = st.one_of(*[
    damaged(sample(kind)) for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "ICO", "TGA")
])  # fmt: skip


@fuzzing(PICTURES)
@given(content=PICTURE | st.binary(max_size=100))
def test_pictures(content: bytes) -> None:
    with refused_or_answered(ShopError):
        picture = decode(content, "a.jpg")
        assert picture.mode in ("RGB", "RGBA")
        assert picture.info == {}


# ---------------------------------------------------------------------------- sessions

SAID: Final = Session(
    item="F1-red", photo=Photo(bytes(range(48))),
    turns=(Turn("in green"), Turn("without green", "wanted:colour")), undone=(Turn("longer"),),
)  # fmt: skip


def packed(content: object) -> str:
    """Any JSON, in the form of a token."""
    text = json.dumps(content).encode()
    return "2." + base64.urlsafe_b64encode(zlib.compress(text)).decode().rstrip("=")


CONTENT: Final = st.fixed_dictionaries({}, optional={
    "i": JSON | st.just("F1-red"), "p": JSON | st.text("0123456789abcXYZ", max_size=70),
    "t": JSON | st.lists(TEXT | st.dictionaries(st.sampled_from("wdihx"), JSON, max_size=3), max_size=4),
    "u": JSON, "f": LIMITS,
})  # fmt: skip
TOKEN: Final = st.one_of(
    TEXT, TEXT.map("2.".__add__), st.just(to_token(SAID)),
    damaged(to_token(SAID).encode()).map(lambda data: data.decode("latin-1")),
    JSON.map(packed), CONTENT.map(packed),
)  # fmt: skip
NESTED: Final = "2." + base64.urlsafe_b64encode(zlib.compress(b"[" * 150_000)).decode().rstrip("=")
HUGE: Final = "2." + base64.urlsafe_b64encode(zlib.compress(bytes(10**7), 9)).decode().rstrip("=")


@fuzzing(TOKENS)
@given(token=TOKEN)
@example(token=NESTED)
@example(token=HUGE)
@example(token=packed({"f": {"price_min": 10**400}}))
@example(token=packed({"i": "F1-red", "t": ["x" * 100_000]}))
def test_tokens(shop: Shop, token: str) -> None:
    with refused_or_answered(ShopError):
        session = from_token(token)
        assert from_token(to_token(session)) == session
        shop.results(session, k=3)


ADDRESS: Final = st.one_of(
    TEXT,
    st.builds(
        lambda fields: "?" + "&".join(f"{name}={value}" for name, value in fields),
        st.lists(st.tuples(
            st.sampled_from(["item", "s", "category", "gender", "colour", "sort", "show", "edit", "why",
                             "look", "lang", "panel", "method", "try", "person", "from", "to", "room",
                             "surprise", "occasion", "budget", "keep", "without", "x"]),
            TEXT | TOKEN | st.sampled_from(["F1-red", "F3-green", "tops", "1", "-1", "99999", "٣",
                                           "%FF", "²"]),
        ), max_size=6),
    ),
)  # fmt: skip


@fuzzing(ADDRESSES)
@given(address=ADDRESS, kept=JSON)
def test_addresses(dressed: Shop, pictures: Any, address: str, kept: object) -> None:
    kept_from(dressed, kept)
    with refused_or_answered(ShopError):
        place = from_address(address)
        again = from_address(to_address(place))
        assert to_address(again) == to_address(place)
        place = settled(dressed, place)
        look(dressed, pictures, place)


@pytest.fixture(scope="module")
def pictures(dressed: Shop) -> Any:
    from demo.ui.pictures import Pictures

    return Pictures(dressed.catalogue)


@fuzzing(TALK)
@given(
    item=st.sampled_from(["", "F1-red", "F4-green"]), said=st.lists(TEXT, min_size=1, max_size=4)
)
@example(item="F1-red", said=["not " * 120])
@example(item="F1-red", said=["under " + "9" * 480])
def test_words(shop: Shop, item: str, said: list[str]) -> None:
    session = Session(item=item)
    with refused_or_answered(ShopError):
        for words in said:
            session = shop.say(session, words)
        results = shop.results(session, k=4)
        assert len(results.hits) <= 4
        assert all(np.isfinite(hit.score) for hit in results.hits)
        assert from_token(to_token(session)) == session


@fuzzing(FILTERS)
@given(content=LIMITS)
@example(content={"price_min": 10**400})
def test_filters(shop: Shop, content: object) -> None:
    with refused_or_answered(ValueError):
        filters = filters_from_json(content)
        assert filters_from_json(filters_to_json(filters)) == filters
        for hit in shop.browse(filters, k=3).hits:
            price = hit.product.price
            assert filters.price_max is None or price is None or price <= filters.price_max


# ---------------------------------------------------------------------------- calls


@pytest.fixture(scope="module")
def calls(dressed: Shop) -> SimpleNamespace:
    """The six calls, each as one function of a list of values."""
    made = Calls(dressed, lambda product: product.sku, lambda products: "board")
    return SimpleNamespace(**{name: getattr(made, name) for name in NAMES})


VALUE: Final = st.one_of(
    JSON, TEXT, TOKEN, LIMITS, st.just("data:image/png;base64," + base64.b64encode(sample("PNG")).decode()),
    st.lists(TEXT, max_size=4), st.integers(-3, 30),
)  # fmt: skip


def answered(call: Callable[..., dict], values: list) -> None:
    with refused_or_answered(ShopError):
        answer = call(*values)
        json.dumps(answer, allow_nan=False)


@fuzzing(CALLS)
@given(name=st.sampled_from([name for name in NAMES if name != "try_on"]),
       values=st.lists(VALUE, min_size=4, max_size=4))  # fmt: skip
def test_calls(calls: SimpleNamespace, name: str, values: list) -> None:
    taken = {"search": 4, "refine": 4, "similar": 2, "complete": 3, "product": 1}[name]
    answered(getattr(calls, name), values[:taken])


@fuzzing(LINES)
@given(line=st.dictionaries(
    st.sampled_from(["id", "item", "photo", "turns", "filters", "k", "x"]), JSON | LIMITS, max_size=6
))  # fmt: skip
def test_lines_of_a_batch(shop: Shop, folder: Path, line: dict) -> None:
    with refused_or_answered(ShopError):
        json.dumps(batch.answer(shop, batch.parse(line, folder)))
