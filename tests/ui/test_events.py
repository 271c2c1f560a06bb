"""The desk's answers without a browser: what is written, what is kept, and what a failure leaves."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from PIL import Image

from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui import text
from demo.ui.events import Desk, Parts
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import digest


@pytest.fixture
def desk(shop: Shop) -> Desk:
    """A desk whose parts are their own names."""
    parts: Any = SimpleNamespace(**{part.name: part.name for part in fields(Parts)})
    return Desk(shop, Pictures(shop.catalogue), parts)


def visit(desk: Desk, data: Any) -> dict:
    return list(desk.visit("", gr.EventData(None, data)))[-1]


def test_a_turn_is_added_and_the_field_emptied(desk: Desk) -> None:
    place = Place(session=Session(item="F1-red"), shown=40)
    (update,) = desk.say(place, "  in   green ", "")
    assert update["place"].session.turns == (Turn("in green"),)
    assert update["place"].shown == 0
    assert update["words"] == update["search"] == ""


@pytest.mark.parametrize("words", ["", "   ", "x" * 5000])
def test_words_that_cannot_be_used_leave_everything(desk: Desk, words: str) -> None:
    with pytest.warns(UserWarning, match="different|characters"):
        (update,) = desk.say(Place(session=Session(item="F1-red")), words, "")
    assert list(update) == ["place"]
    assert update["place"] == gr.skip()


def test_an_own_photo_is_shown_but_not_kept(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "own.png"
    Image.new("RGB", (300, 400), "#2f7a4a").save(file)
    (update,) = desk.take_photo(str(file))
    assert not file.exists()
    assert "data:image/webp;base64," in update["photo"]
    assert update["own"] == digest(update["place"].session)
    assert 'data-held="own photo"' in update["address"]
    assert len(update["place"].session.photo.code) == desk.shop.index.card.dimension


def test_a_broken_photo_is_said_and_deleted(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "<b>broken.jpg"
    file.write_bytes(b"nothing")
    with pytest.warns(UserWarning, match="&lt;b&gt;broken.jpg is not a picture"):
        (update,) = desk.take_photo(str(file))
    assert not file.exists()
    assert list(update) == ["place"]


def test_an_upload_that_did_not_arrive(desk: Desk) -> None:
    with pytest.warns(UserWarning, match="did not arrive"):
        (update,) = desk.take_photo(None)
    assert list(update) == ["place"]


@pytest.mark.parametrize("data", [None, {}, {"address": ""}, {"address": 7}])
def test_a_visit_to_nowhere_is_the_entrance(desk: Desk, data: Any) -> None:
    assert visit(desk, data)["place"] == Place()


@pytest.mark.parametrize("address", ["?item=NOPE", "?s=1.x", "?item=../../etc/passwd"])
def test_a_visit_that_makes_no_sense_stays_here(desk: Desk, address: str) -> None:
    with pytest.warns(UserWarning, match="no item|cannot be read"):
        assert list(visit(desk, {"address": address})) == ["place"]


def test_what_nobody_expected_is_logged_and_said_politely(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(desk.shop, "browse", fail)
    with pytest.warns(UserWarning, match=text.SORRY.split(";")[0]):
        visit(desk, {"address": ""})
    assert "secret detail" in caplog.text
