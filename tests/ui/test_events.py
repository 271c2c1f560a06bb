"""The desk's answers without a browser: what is written, what is kept, and what a failure leaves."""

from __future__ import annotations

from dataclasses import fields
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from PIL import Image

from demo.fitting.picked import Picked
from demo.picking import Picking
from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui import text
from demo.ui.events import Desk, Parts
from demo.ui.memory import Visit
from demo.ui.pictures import Pictures
from demo.ui.place import Place, to_address

REQUEST: Any = SimpleNamespace(session_hash="page", query_params="", headers={})


@pytest.fixture
def desk(shop: Shop) -> Desk:
    """A desk whose parts are their own names."""
    parts: Any = SimpleNamespace(**{part.name: part.name for part in fields(Parts)})
    dressing: Any = SimpleNamespace(guests=SimpleNamespace(forget=lambda page: None))
    return Desk(shop, Pictures(shop.catalogue), parts, dressing)


@pytest.fixture(autouse=True)
def nobody_in_photos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos of things: nothing is looked for in them."""
    monkeypatch.setattr(Picking, "garments", lambda picking, photo: ())


def visit(desk: Desk, data: Any, seen: Visit = Visit(), kept: object = None) -> dict:
    return list(desk.visit(Place(), seen, kept, gr.EventData(None, data), REQUEST))[-1]


def test_a_turn_is_added_and_the_field_emptied(desk: Desk) -> None:
    place = Place(session=Session(item="F1-red"), shown=40)
    (update,) = desk.say(place, Visit(), None, "  in   green ")
    assert update["place"].session.turns == (Turn("in green"),)
    assert update["place"].shown == 0
    assert update["words"] == update["search"] == ""


@pytest.mark.parametrize("words", ["", "   ", "x" * 5000])
def test_words_that_cannot_be_used_leave_everything(desk: Desk, words: str) -> None:
    with pytest.warns(UserWarning, match="different|characters"):
        (update,) = desk.say(Place(session=Session(item="F1-red")), Visit(), None, words)
    assert list(update) == ["place"]
    assert update["place"] == gr.skip()


def test_an_own_photo_is_shown_but_not_kept(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "own.png"
    Image.new("RGB", (300, 400), "#2f7a4a").save(file)
    (update,) = desk.take_photo(Place(), Visit(), None, str(file))
    assert not file.exists()
    assert "data:image/webp;base64," in update["photo"]
    visit = update["visit"]
    assert visit.piece(update["place"].session).source in update["photo"]
    assert "photo" not in str(update["kept"])
    assert 'data-held="own photo"' in update["address"]
    assert len(update["place"].session.photo.code) == desk.shop.index.card.dimension


def test_a_broken_photo_is_said_and_deleted(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "<b>broken.jpg"
    file.write_bytes(b"nothing")
    with pytest.warns(UserWarning, match="&lt;b&gt;broken.jpg is not a picture"):
        (update,) = desk.take_photo(Place(), Visit(), None, str(file))
    assert not file.exists()
    assert list(update) == ["place"]


def test_an_upload_that_did_not_arrive(desk: Desk) -> None:
    with pytest.warns(UserWarning, match="did not arrive"):
        (update,) = desk.take_photo(Place(), Visit(), None, None)
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


def test_what_is_liked_goes_into_the_browser_and_out_of_it(desk: Desk) -> None:
    update = visit(desk, {"address": "?item=F1-red", "like": "F2-red"})
    assert update["kept"] == {"bag": ["F2-red"], "held": ["F1-red"]}
    assert "Tee" in update["bag"]
    update = visit(desk, {"address": "?item=F1-red", "unlike": "F2-red"}, kept=update["kept"])
    assert update["kept"]["bag"] == []


@pytest.mark.parametrize("like", ["NOPE", ["F1-red"], {"a": 1}, 7, None])
def test_only_products_are_liked(desk: Desk, like: Any) -> None:
    assert visit(desk, {"address": "", "like": like})["kept"]["bag"] == []


def test_the_item_in_hand_is_not_lost_at_the_shelves(desk: Desk) -> None:
    said = Session(item="F1-red", turns=(Turn("in green"),))
    update = visit(desk, {"address": to_address(Place(session=said))})
    back = visit(desk, {"address": ""}, update["visit"], update["kept"])
    assert back["place"].at_shelves
    assert to_address(Place(session=said)) in unescape(back["ways"])


def person_in(colours: dict[str, str]) -> tuple[Picked, ...]:
    return tuple(Picked(r, Image.new("RGB", (60, 80), c)) for r, c in colours.items())  # type: ignore[arg-type]


def test_of_several_garments_one_is_asked_for(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = person_in({"upper": "#c2272d", "lower": "#2f7a4a"})
    monkeypatch.setattr(Picking, "garments", lambda picking, photo: found)
    file = tmp_path / "own.png"
    Image.new("RGB", (300, 400), "#888888").save(file)
    (update,) = desk.take_photo(Place(), Visit(), None, str(file))
    assert not file.exists()
    assert update["place"] == Place()  # nothing is chosen for the shopper
    assert 'data-view="asked"' in update["address"]
    assert update["results"].count('class="meant"') == 3
    lower = next(piece for piece in update["visit"].pieces if piece.name == "lower")
    address = to_address(Place(session=lower.session))
    assert address in unescape(update["results"])
    chosen = visit(desk, {"address": address}, update["visit"])
    assert chosen["place"].session.photo == lower.photo
    assert lower.source in chosen["photo"]
    assert desk.shop.results(lower.session).hits[0].product.get("colour") == "green"
    assert "Also in your photo" in chosen["facts"]


def test_one_garment_is_taken_without_a_question(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Picking, "garments", lambda *_: person_in({"upper": "#c2272d"}))
    file = tmp_path / "own.png"
    Image.new("RGB", (300, 400), "#888888").save(file)
    (update,) = desk.take_photo(Place(), Visit(), None, str(file))
    assert desk.shop.results(update["place"].session).hits[0].product.get("colour") == "red"


def test_a_photo_is_forgotten(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "own.png"
    Image.new("RGB", (300, 400), "#2f7a4a").save(file)
    (update,) = desk.take_photo(Place(), Visit(), None, str(file))
    assert "data-forget" in update["facts"]
    after = visit(desk, {"address": "", "forget": True}, update["visit"])
    assert after["visit"].pieces == ()
    assert after["visit"].hand == Session()
    assert after["photo"] == ""
    assert "?s=" not in after["ways"]
