"""The six calls: the same hits as `query` and the page, turns that go on, and a sentence for bad values."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path

import pytest
from dressed import dressed_shop
from PIL import Image

from demo import batch
from demo.calling import NAMES, Calls
from demo.dialogue.token import from_token
from demo.errors import CallError, PersonError, PictureError, SessionError, ShopError, WordsError
from demo.outfits.occasions import OCCASIONS
from demo.shop import Shop


def calls_of(shop: Shop) -> Calls:
    return Calls(shop, lambda product: f"pictures/{product.sku}", lambda _: "boards/look.jpg")


@pytest.fixture(scope="module")
def calls(shop: Shop) -> Calls:
    return calls_of(shop)


def hits(answer: dict) -> list[dict]:
    return [{"sku": hit["sku"], "score": hit["score"]} for hit in answer["hits"]]


def encoded(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode("ascii")


LINES = [
    ({"turns": ["red shirt under 70"]}, ("search", {"text": "red shirt under 70"})),
    ({"turns": [], "item": "F1-red"}, ("similar", {"item": "F1-red"})),
    ({"turns": ["in green"], "item": "F1-red", "k": 3},
     ("refine", {"item": "F1-red", "words": "in green", "k": 3})),
    ({"turns": ["something long"], "filters": {"category": ["tops"], "not": {"colour": ["red"]}}},
     ("search", {"text": "something long", "filters": {"category": ["tops"], "not": {"colour": ["red"]}}})),
    ({"turns": ["gold leather trousers under 3"]}, ("search", {"text": "gold leather trousers under 3"})),
]  # fmt: skip


@pytest.mark.parametrize(("line", "asked"), LINES)
def test_the_hits_are_those_of_query(shop: Shop, calls: Calls, line: dict, asked: tuple) -> None:
    expected = batch.answer(shop, batch.parse({"id": 1} | line, Path()))
    name, values = asked
    answer = getattr(calls, name)(**values)
    assert hits(answer) == expected["hits"]
    assert answer.get("message") == expected.get("message")
    json.dumps(answer)


def test_turns_go_on_with_the_token(shop: Shop, calls: Calls) -> None:
    first = calls.search("a shirt")
    second = calls.refine(session=first["session"], words="in green")
    third = calls.refine(session=second["session"], words="with short sleeves", k=5)
    line = {"id": 1, "turns": ["a shirt", "in green", "with short sleeves"], "k": 5}
    assert hits(third) == batch.answer(shop, batch.parse(line, Path()))["hits"]
    assert hits(calls.refine(session=third["session"], k=5)) == hits(third)  # a link's answer
    assert len(from_token(third["session"]).turns) == 3


def test_a_way_out_is_a_session(calls: Calls) -> None:
    answer = calls.search("a dress under 5 euros")
    assert not answer["hits"]
    assert answer["message"]
    way = answer["ways_out"][0]
    assert calls.refine(session=way["session"])["total"] == way["total"] > 0


def test_filters_stay_until_others_are_given(calls: Calls) -> None:
    answer = calls.search("red", filters={"category": ["dresses"]})
    longer = calls.refine(session=answer["session"], words="in navy")
    assert all(hit["sku"].startswith(("F4", "F5")) for hit in longer["hits"])
    other = calls.refine(session=answer["session"], words="in navy", filters={"category": ["tops"]})
    assert all(hit["sku"].startswith(("F1", "F2", "F3")) for hit in other["hits"])


def test_a_photo_leaves_no_pixels(shop: Shop, calls: Calls) -> None:
    photo = encoded(Image.open(shop.product("F3-navy").image))
    plain = calls.search("", photo=photo, k=4)
    uri = calls.search("", photo=f"data:image/png;base64,{photo}", k=4)
    assert hits(plain) == hits(uri)
    assert plain["hits"][0]["colour"] == "navy"
    session = from_token(plain["session"])
    assert session.photo is not None
    assert len(session.photo.code) == shop.index.card.dimension
    turned = calls.refine(session=plain["session"], words="in red", k=1)
    assert turned["hits"][0]["colour"] == "red"


def test_a_product_and_its_looks(tmp_path: Path) -> None:
    calls = calls_of(dressed_shop(tmp_path / "shop"))
    answer = calls.complete("TE-navy", budget=400)
    assert 1 <= len(answer["looks"]) <= 3
    for look in answer["looks"]:
        assert "TE-navy" in [item["sku"] for item in look["items"]]
        assert look["price"] == pytest.approx(sum(item["price"] for item in look["items"]))
        assert look["price"] <= 400
    product = calls.product("TE-navy")
    assert product["attributes"]["type"] == "t-shirt"
    assert {way["sku"] for way in product["colourways"]} == {"TE-white", "TE-black", "TE-beige"}
    assert product["occasions"] == answer["occasions"]
    with pytest.raises(CallError, match="office"):
        calls.complete("TE-navy", occasion="moon landing")


TEXT = "aGVsbG8gdGhpcyBpcyBubyBwaWN0dXJl" * 3
BAD = [
    ("search", {"text": ""}, CallError, "Nothing to search for"),
    ("search", {"text": 7}, CallError, "`text` must be text"),
    ("search", {"text": "red", "k": 0}, CallError, "`k`"),
    ("search", {"text": "red", "k": True}, CallError, "`k`"),
    ("search", {"text": "red", "k": 2.5}, CallError, "`k`"),
    ("search", {"text": "red", "filters": ["tops"]}, CallError, "`filters`"),
    ("search", {"text": "red", "filters": {"colour": ["red"]}}, CallError, "no field 'colour'"),
    ("search", {"text": "red", "filters": {"price_max": "ten"}}, CallError, "price_max"),
    ("search", {"text": "red " * 150}, WordsError, "characters"),
    ("search", {"text": "red " * 5000}, CallError, "at most 4000"),
    ("search", {"text": "\ud800"}, CallError, "no text"),
    ("search", {"text": "", "photo": "https://example.com/a.png"}, CallError, "fetches no addresses"),
    ("search", {"text": "", "photo": "FILE:///etc/passwd"}, CallError, "fetches no addresses"),
    ("search", {"text": "", "photo": "data:image/png,abc"}, CallError, "base64"),
    ("search", {"text": "", "photo": "/etc/passwd?"}, CallError, "not base64"),
    ("search", {"text": "", "photo": TEXT}, PictureError, "not a picture"),
    ("search", {"text": "", "photo": 3}, CallError, "data: URI"),
    ("refine", {}, CallError, "one of the two"),
    ("refine", {"item": "F1-red", "session": "2.x"}, CallError, "one of the two"),
    ("refine", {"session": "2.x", "words": "red"}, SessionError, "cannot be read"),
    ("refine", {"item": "F9", "words": "red"}, ShopError, "no item"),
    ("refine", {"item": ["F1-red"], "words": "red"}, CallError, "`item` must be text"),
    ("similar", {"item": None}, CallError, "`item` must be text"),
    ("complete", {"item": "F1-red", "budget": -1}, CallError, "`budget`"),
    ("complete", {"item": "F1-red", "budget": float("nan")}, CallError, "`budget`"),
    ("try_on", {"person": "ada", "items": []}, CallError, "list of SKUs"),
    ("try_on", {"person": "ada", "items": "F1-red"}, CallError, "list of SKUs"),
    ("try_on", {"person": "nobody", "items": ["F1-red"]}, PersonError, "choose one of"),
    ("try_on", {"person": TEXT, "items": ["F1-red"]}, PictureError, "not a picture"),
    ("product", {"sku": "F9"}, ShopError, "no item"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "kind", "says"), BAD)
def test_bad_values_get_a_sentence(
    calls: Calls, name: str, values: dict, kind: type[ShopError], says: str
) -> None:
    with pytest.raises(kind, match=says) as refused:
        getattr(calls, name)(**values)
    assert "\n" not in str(refused.value)


def test_the_occasions_that_it_tells_are_those_it_takes() -> None:
    line = next(x for x in (Calls.complete.__doc__ or "").splitlines() if "occasion: " in x)
    assert set(re.findall(r"[a-z-]+", line.split(":", 1)[1])) == {*OCCASIONS, "or"}


def test_every_call_tells_what_it_takes() -> None:
    for name in NAMES:
        told = getattr(Calls, name).__doc__
        assert "Parameters:" in told
        assert "Returns:" in told
        given = getattr(Calls, name).__annotations__.keys() - {"return"}
        assert all(f"{value}: " in told for value in given)
