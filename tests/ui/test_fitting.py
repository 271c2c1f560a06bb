"""The fitting room's page without a browser: addresses, who is kept, what is shown, what is sent."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from fitted import BandRoom, colour_of, photo_of, saved_photo, understands_ada
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from demo.errors import PersonError, UnknownItemError
from demo.settings import Settings
from demo.shop import Shop
from demo.trying import Fittings
from demo.types import Session, Turn
from demo.ui import text
from demo.ui.events import Desk
from demo.ui.fitting_pictures import FittingPictures
from demo.ui.fitting_room import Done, DressingRoom, Shown, staged
from demo.ui.guests import Guests
from demo.ui.memory import Kept, Visit
from demo.ui.page import build_page
from demo.ui.pictures import Pictures
from demo.ui.place import Place, fitting_place, from_address, to_address
from demo.ui.rack import together, try_on, with_piece
from demo.ui.wearing import OWN, Wearing

TEE, SHIRT, JEANS, DRESS, SHOES = "TE-navy", "SH-white", "JE-navy", "DR-beige", "SN-white"


@pytest.fixture
def bands() -> BandRoom:
    return BandRoom()


@pytest.fixture
def room(dressed: Shop, bands: BandRoom, monkeypatch: pytest.MonkeyPatch) -> DressingRoom:
    settings = Settings(tryon="warp")
    fittings = Fittings(dressed.catalogue, settings, bands, understands_ada)  # type: ignore[arg-type]
    monkeypatch.setattr(dressed, "fittings", fittings)
    return DressingRoom(dressed, Pictures(dressed.catalogue), FittingPictures(fittings))


def all_of(steps: Iterator[Shown]) -> list[Shown]:
    return list(steps)


def at(*skus: str, **how: object) -> Place:
    place = fitting_place(skus)
    assert place.wearing is not None
    return replace(place, wearing=replace(place.wearing, **how))  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------- addresses
@pytest.mark.parametrize(
    "place",
    [
        fitting_place((TEE,)),
        at(TEE, JEANS, person="ada", tucked=True, view="parse"),
        at("a,b", "ü&=?/ c", person=OWN, recolour=True, backend="diffusion"),
        at(person="gil"),
        fitting_place(()),
        fitting_place((TEE,), Session(item=JEANS, turns=(Turn("in red"),))),
    ],
)
def test_an_address_says_who_wears_what(place: Place) -> None:
    assert from_address(to_address(place)) == place


def test_what_an_address_says_too_much_of_is_left_out() -> None:
    many = ",".join(f"S{n}" for n in range(40))
    said = from_address(f"?try={many}&person={'x' * 900}&by=magic&view=all&tucked=yes").wearing
    assert said is not None
    assert len(said.skus) == 8
    assert len(said.person) == 200
    assert (said.backend, said.view, said.tucked) == ("", "", False)
    assert from_address("?try=,,,").wearing is None
    assert from_address("?item=X").wearing is None


def test_a_place_of_the_fitting_room_is_not_the_shelves() -> None:
    assert not fitting_place(()).at_shelves
    assert fitting_place((TEE,)).session == Session(item=TEE)
    assert to_address(fitting_place((TEE,))) == f"?try={TEE}"


# ------------------------------------------------------------------------------------- what is worn
def test_one_of_a_kind_is_worn_at_a_time(dressed: Shop) -> None:
    pieces = [dressed.product(sku) for sku in (TEE, SHIRT, JEANS, DRESS, SHOES)]
    assert [p.sku for p in together(pieces)] == [TEE, JEANS, SHOES]
    assert [p.sku for p in together(pieces[3:])] == [DRESS, SHOES]
    worn = Wearing((TEE, JEANS, SHOES))
    held = [dressed.product(sku) for sku in worn.skus]
    assert with_piece(worn, held, dressed.product(DRESS)).skus == (SHOES, DRESS)
    assert with_piece(worn, held, dressed.product(SHIRT)).skus == (JEANS, SHOES, SHIRT)


def test_the_rack_shows_every_piece_and_what_else_could_be_worn(room: DressingRoom) -> None:
    *_, last = all_of(room.steps(at(TEE, JEANS), "v", Kept(bag=(DRESS, TEE))))
    rack = last.rack or ""
    assert rack.count('class="piece"') == 2
    assert "€90" in rack
    assert "2 pieces" in rack
    assert rack.count("dot") >= 6  # three other colours each
    assert "try=TE-white%2CJE-navy" in rack
    assert text.FITTING_FROM_BAG in rack
    assert f"try={DRESS}" in rack  # takes both off
    assert text.FITTING_GOES_WITH in rack
    assert 'aria-pressed="false"' in rack  # tucked in or not
    alone = all_of(room.steps(at(TEE), "v", Kept()))[-1].rack or ""
    assert text.FITTING_TUCKED not in alone


def test_nothing_on_yet_is_where_one_starts(room: DressingRoom) -> None:
    *_, last = all_of(room.steps(fitting_place(()), "v", Kept()))
    assert text.FITTING_NOTHING in (last.rack or "")
    assert (last.rack or "").count('class="add"') == len(room.shop.shelves)
    assert last.mirror is not None
    assert last.mirror.before == last.mirror.after


def test_a_whole_look_is_one_tap_away(dressed: Shop) -> None:
    pieces = [dressed.product(sku) for sku in (TEE, JEANS, SHOES, "TO-black", "CA-navy")]
    skus = "%2C".join(product.sku for product in pieces)
    assert f"?try={skus}" in try_on(dressed, pieces, Session())
    assert try_on(dressed, (), Session()) == ""


def test_titles_are_inert(room: DressingRoom, dressed: Shop, monkeypatch) -> None:
    evil = replace(dressed.product(TEE), title='<img src=x onerror="alert(1)">')
    monkeypatch.setattr(type(dressed.catalogue), "product", lambda self, sku: evil)
    *_, last = all_of(room.steps(at(TEE), "v", Kept()))
    shown = f"{last.rack}{last.below}{last.people}"
    assert "<img src=x" not in shown
    assert "&lt;img src=x" in shown


# --------------------------------------------------------------------------------- steps and pictures
def test_a_figure_is_dressed_step_by_step_and_once(room: DressingRoom, bands: BandRoom) -> None:
    steps = all_of(room.steps(at(TEE, JEANS), "v", Kept(), anew=True))
    first, *between, last = steps
    assert first.people
    assert first.rack
    assert first.mirror is not None
    assert first.mirror.before == first.mirror.after  # the figure as it is, while one waits
    marks = [(step.below or "").count('class="done"') for step in between]
    assert marks == [0, 1, 2]
    assert last.mirror is not None
    assert last.mirror.before != last.mirror.after
    assert "fair" in last.mirror.alt or "skin" in last.mirror.alt
    assert "Navy Tee, Navy Jeans" in last.mirror.alt
    again = all_of(room.steps(at(JEANS, TEE), "another", Kept()))
    assert len(again) == 1
    assert again[0].mirror is not None
    assert again[0].mirror.after == last.mirror.after
    assert len(bands.calls) == 1


def test_pieces_for_men_are_first_worn_by_a_man(room: DressingRoom, dressed: Shop) -> None:
    assert room._anyone(Wearing((TEE,))) == "ada"
    place = all_of(room.steps(fitting_place(()), "v", Kept()))[-1].place
    assert place.wearing == Wearing((), "ada")


def test_what_cannot_be_worn_is_said_and_the_picture_stays(
    room: DressingRoom, bands: BandRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_how: object) -> None:
        raise PersonError("This does not <b>fit</b>.")

    monkeypatch.setattr(bands, "dress", refuse)
    last = all_of(room.steps(at(TEE), "v", Kept()))[-1]
    assert last.mirror is None
    assert "This does not &lt;b&gt;fit" in (last.below or "")
    with pytest.raises(UnknownItemError):
        all_of(room.steps(at("NOTHING"), "v", Kept()))


def test_stages_come_as_they_begin_and_errors_are_raised_where_they_are_awaited() -> None:
    def well(tell: Callable[[str], None]) -> int:
        tell("warp")
        return 7

    def badly(tell: Callable[[str], None]) -> int:
        tell("warp")
        raise PersonError("no")

    assert [*staged(well)] == ["warp", Done(7)]
    steps = staged(badly)
    assert next(steps) == "warp"
    with pytest.raises(PersonError, match="no"):
        next(steps)


@pytest.fixture
def client(room: DressingRoom) -> TestClient:
    return TestClient(Starlette(routes=[room.shown.route()]))


def test_a_figures_picture_is_sent_for_good_and_as_a_jpeg_to_keep(
    room: DressingRoom, client: TestClient
) -> None:
    *_, last = all_of(room.steps(at(TEE), "v", Kept()))
    assert last.mirror is not None
    for address, kind in ((last.mirror.before, "WEBP"), (last.mirror.after, "WEBP"),
                          (last.mirror.keep, "JPEG")):  # fmt: skip
        answer = client.get(f"/{address}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        picture = Image.open(io.BytesIO(answer.content))
        assert (picture.format, picture.size) == (kind, (640, 1280))
    worn = picture.convert("RGB").getpixel((320, 345))
    assert max(abs(a - b) for a, b in zip(worn, colour_of(TEE), strict=True)) < 12
    thumb = client.get(f"/{room.shown.thumb('hugo')}")
    assert Image.open(io.BytesIO(thumb.content)).size == (160, 320)
    assert client.get(f"/{room.shown.parsed('hugo')}").status_code == 200


@pytest.mark.parametrize(
    "name", ["ada.3-17.webp", "nobody.bare.webp", "ada.bare.png", "ada", "..%2f..%2fREADME.md"]
)
def test_what_was_not_made_is_not_sent(room: DressingRoom, client: TestClient, name: str) -> None:
    version = room.shown.bare("ada").split("/")[1]
    assert client.get(f"/fitted/{version}/{name}").status_code == 404
    assert client.get("/fitted/other/ada.bare.webp").status_code == 404


# ---------------------------------------------------------------------------------------- own photos
def test_a_photo_is_taken_dressed_and_its_file_deleted(
    room: DressingRoom, tmp_path: Path, client: TestClient
) -> None:
    file = saved_photo(tmp_path)
    steps = all_of(room.take(str(file), at(TEE), "mine", Kept()))
    assert not file.exists()
    last = steps[-1]
    assert last.place.wearing == Wearing((TEE,), OWN)
    assert last.mirror is not None
    assert last.mirror.before.startswith("data:image/jpeg;base64,")
    assert last.mirror.after.startswith("data:image/jpeg;base64,")
    assert not last.mirror.keep  # it has no address
    assert len(room.shown.sent) == 0  # and nothing of it is where figures' pictures are
    assert "person=own" in to_address(last.place)
    assert text.FITTING_RECOLOUR in (last.rack or "")
    again = all_of(room.steps(last.place, "mine", Kept()))
    assert len(again) == 1
    assert again[0].mirror == last.mirror


def test_another_visit_sees_a_figure_instead(room: DressingRoom, tmp_path: Path) -> None:
    *_, last = all_of(room.take(str(saved_photo(tmp_path)), at(TEE), "mine", Kept()))
    other = all_of(room.steps(last.place, "another", Kept()))[-1]
    assert other.place.wearing is not None
    assert other.place.wearing.person == "ada"
    assert text.FITTING_SHARED in (other.below or "")
    assert other.mirror is not None
    assert "data:" not in other.mirror.after


def test_a_refused_photo_changes_nothing(room: DressingRoom, tmp_path: Path) -> None:
    file = tmp_path / "wall.png"
    Image.new("RGB", (400, 500), "grey").save(file)
    steps = all_of(room.take(str(file), at(TEE, person="bea"), "mine", Kept()))
    assert not file.exists()
    assert all(step.mirror is None and step.people is None for step in steps)
    assert "Nobody" in (steps[-1].below or "")
    assert "<svg" in (steps[-1].below or "")
    assert room.guests.of("mine") is None
    gone = all_of(room.take(None, at(TEE), "mine", Kept()))[-1]
    assert text.PHOTO_GONE in (gone.below or "")


def test_a_good_photo_stays_when_a_later_one_is_refused(room: DressingRoom, tmp_path: Path) -> None:
    all_of(room.take(str(saved_photo(tmp_path)), at(TEE), "mine", Kept()))
    first = room.guests.of("mine")
    file = tmp_path / "broken.png"
    file.write_bytes(b"no picture")
    all_of(room.take(str(file), at(TEE), "mine", Kept()))
    assert room.guests.of("mine") is first


def test_guests_are_few_leave_after_a_while_and_on_demand(room: DressingRoom) -> None:
    guest = room.shop.fittings.check(photo_of())
    guests = Guests(seconds=0.3, most=2)
    guests.keep("", guest)  # a visit without a key could be anybody's
    assert guests.of("") is None
    for visit in ("a", "b", "c"):
        guests.keep(visit, guest)
    assert guests.of("a") is None
    assert guests.of("c") is not None
    guests.forget("c")
    assert guests.of("c") is None
    assert len(guests) == 1
    time.sleep(0.35)
    assert guests.of("b") is None
    assert len(guests) == 0


def test_they_leave_even_when_nobody_comes_any_more(room: DressingRoom) -> None:
    guests = Guests(seconds=-0.9)
    guests.keep("a", room.shop.fittings.check(photo_of()))
    assert guests._held
    time.sleep(0.3)
    assert not guests._held


def test_closing_the_page_or_asking_for_it_forgets_the_photo(
    room: DressingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = build_page(room.shop)
    (leave,) = [
        made.fn for made in page.fns.values() if any(kind == "unload" for _, kind in made.targets)
    ]
    desk: Desk = leave.__self__  # type: ignore[union-attr]
    monkeypatch.setattr(desk, "dressing", room)
    guest = room.shop.fittings.check(photo_of())
    me, other = SimpleNamespace(session_hash="me"), SimpleNamespace(session_hash="other")
    for key in ("me", "other"):
        room.guests.keep(key, guest)
    desk.leave(me)  # type: ignore[arg-type]
    assert room.guests.of("me") is None
    assert room.guests.of("other") is not None
    event = SimpleNamespace(_data={"address": f"?try={TEE}&person=own", "forget": True})
    *_, last = desk.visit(Place(), Visit(), {}, event, other)  # type: ignore[arg-type]
    assert room.guests.of("other") is None
    assert last[desk.parts.place].wearing.person == "ada"


def test_memory_is_given_back_from_the_panel_only(
    room: DressingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    freed: list[int] = []
    monkeypatch.setattr(room.shop.fittings, "free", lambda: freed.append(1))
    page = build_page(room.shop)
    desk: Desk = next(m.fn for m in page.fns.values() if m.name == "leave").__self__  # type: ignore[union-attr]
    event = SimpleNamespace(_data={"address": f"?try={TEE}", "free": True})
    me = SimpleNamespace(session_hash="me")
    for panel in (False, True):
        list(desk.visit(Place(panel=panel), Visit(), {}, event, me))  # type: ignore[arg-type]
    assert freed == [1]
