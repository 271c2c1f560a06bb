"""The facade, end to end, with the fake encoder."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeBundle, FakeEncoder
from PIL import Image

from demo.errors import (
    EncoderError,
    PictureError,
    SessionError,
    UnknownItemError,
    WordsError,
)
from demo.shop import Shop
from demo.types import Filters, Photo, Session, Turn


def first(shop: Shop, session: Session) -> str:
    return shop.results(session).hits[0].product.sku


def test_a_conversation(shop: Shop) -> None:
    session = shop.start("F1-red")
    assert "F1-red" not in [h.product.sku for h in shop.results(session, 100).hits]
    green = shop.say(session, "in green")
    assert first(shop, green) == "F1-green"
    longer = shop.say(green, "with long sleeves")
    assert first(shop, longer) == "F2-green"
    assert shop.results(longer).hits[0].changed == ("colour: green", "sleeve: long")
    assert shop.undo(longer) == green


def test_limits_are_hard(shop: Shop) -> None:
    session = shop.say(shop.start("F5-red"), "under 60, not black")
    results = shop.results(session, 100)
    assert results.hits
    assert all(h.product.price <= 60 for h in results.hits)
    assert all(h.product.get("colour") != "black" for h in results.hits)
    assert [chip.label for chip in results.chips] == ["up to €60", "not black"]


def test_nothing_left_says_what_to_drop(shop: Shop) -> None:
    results = shop.results(shop.say(shop.start("F5-red"), "a dress under 10 euros"))
    assert results.hits == ()
    assert "Without the highest price" in results.message


def test_words_alone_and_photo(shop: Shop, tmp_path: Path) -> None:
    assert shop.product(first(shop, shop.start(words="a green hoodie"))).sku == "F6-green"
    Image.new("RGB", (60, 80), "#2f7a4a").save(tmp_path / "me.jpg")
    session = shop.start(photo=tmp_path / "me.jpg")
    assert shop.product(first(shop, session)).get("colour") == "green"
    red = shop.say(session, "in red")
    assert shop.product(first(shop, red)).get("colour") == "red"


def test_without_the_table_only_the_vectors_rank(shop: Shop) -> None:
    hidden = Shop(shop.catalogue, shop.index, shop.bundle, shop.settings, use_table=False)
    session = hidden.say(hidden.start("F1-red"), "in green")
    hits = hidden.results(session, 6).hits
    assert {h.product.get("colour") for h in hits} == {"green"}
    assert len({h.product.get("type") for h in hits}) > 1  # the type was not kept by the table


@pytest.mark.parametrize(("words", "message"), [("  \n", "Say what"), ("x" * 10_000, "10000")])
def test_bad_words_keep_the_session(shop: Shop, words: str, message: str) -> None:
    session = shop.say(shop.start("F1-red"), "in green")
    with pytest.raises(WordsError, match=message):
        shop.say(session, words)
    assert first(shop, session) == "F1-green"


def test_bad_references(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(UnknownItemError):
        shop.start("nope")
    (tmp_path / "a.jpg").write_bytes(b"nope")
    with pytest.raises(PictureError):
        shop.start(photo=tmp_path / "a.jpg")
    with pytest.raises(SessionError, match="another shop"):
        shop.results(Session(photo=Photo(b"abc")))


def test_sorting(shop: Shop) -> None:
    session = shop.start("F1-red")
    prices = [h.product.price for h in shop.results(session, 12, "price up").hits]
    assert prices == sorted(prices)
    assert {h.product.sku for h in shop.results(session, 12, "price up").hits} == {
        h.product.sku for h in shop.results(session, 12).hits
    }


def test_browse(shop: Shop) -> None:
    assert [shelf.category for shelf in shop.shelves] == ["tops", "dresses", "knitwear"]
    results = shop.browse(Filters(category=("dresses",)), colour="red")
    assert {h.product.sku for h in results.hits} == {"F4-red", "F5-red"}
    assert results.total == 2
    assert shop.browse(k=5).total == 24


def test_ties_are_broken_the_same_way(shop: Shop) -> None:
    session = shop.start("F3-navy")
    once = [h.product.sku for h in shop.results(session, 23).hits]
    assert once == [h.product.sku for h in shop.results(session, 23).hits]


def test_what_cannot_be_had_is_said(shop: Shop) -> None:
    results = shop.results(shop.say(shop.start("F4-red"), "a navy dress with long sleeves"))
    assert results.message == "Nothing here is all of this: navy, long sleeves. These come closest."
    assert results.hits[0].product.get("colour") == "navy"


def test_a_session_from_a_link_is_no_longer_than_a_spoken_one(shop: Shop) -> None:
    endless = Session(item="F1-red", turns=(Turn("x" * 501),))
    with pytest.raises(SessionError, match="too long"):
        shop.results(endless)


def test_what_is_like_an_item_needs_no_encoder(shop: Shop) -> None:
    class Loading:
        ready = False

        @property
        def encoder(self) -> object:
            raise AssertionError("the encoder was asked for")

    early = Shop(shop.catalogue, shop.index, Loading(), shop.settings)  # type: ignore[arg-type]
    assert first(early, early.start("F1-red")) == first(shop, shop.start("F1-red"))


def test_the_second_one_is_the_second_on_the_page(shop: Shop) -> None:
    session = shop.say(shop.start("F1-red"), "with long sleeves")
    dear = [h.product for h in shop.results(session, sort="price down").hits]
    pointed = shop.say(session, "like the second one", "price down")
    assert pointed.turns[-1].item == dear[1].sku
    results = shop.results(pointed)
    assert f"like {dear[1].title}" in [chip.label for chip in results.chips]
    assert dear[1].sku not in [hit.product.sku for hit in results.hits]
    best = [h.product for h in shop.results(session).hits]
    assert f"like {best[1].title}" in [
        chip.label for chip in shop.results(shop.say(session, "like the second one")).chips
    ]


def test_a_guess_is_said_and_lifts_what_it_means(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meant(words: str) -> dict[str, tuple[str, ...]]:
        return {"colour": ("green",)} if "frog" in words else {}

    monkeypatch.setattr(shop.composer, "meant", meant)
    session = shop.say(shop.start("F1-red"), "frogish")
    results = shop.results(session)
    assert results.reply == "“frogish” is not a word of this shop; it was taken for green."
    skus = [hit.product.sku for hit in shop.results(session, 100).hits]
    assert skus.index("F1-green") < min(skus.index("F1-navy"), skus.index("F1-black"))
    later = shop.results(shop.say(session, "with long sleeves"), 100).hits
    skus = [hit.product.sku for hit in later]
    assert skus.index("F2-green") < skus.index("F2-navy")


def test_preparing_leaves_an_encoders_error_to_whoever_asks(shop: Shop) -> None:
    class Broken(FakeBundle):
        @property
        def encoder(self) -> FakeEncoder:
            raise EncoderError("The encoder is not there.")

        @encoder.setter
        def encoder(self, _: FakeEncoder) -> None: ...

    mine = Shop(shop.catalogue, shop.index, Broken(), shop.settings)  # type: ignore[arg-type]
    mine.prepare()
    with pytest.raises(EncoderError, match="not there"):
        mine.results(mine.start(words="something unheard of"))
