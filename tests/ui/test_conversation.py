"""The conversation's buttons: chips that go, turns that are said anew, undo, redo, steps back."""

from __future__ import annotations

from dataclasses import fields
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest

from demo.shop import Shop
from demo.types import Session, Turn
from demo.ui import conversation, text
from demo.ui.events import Desk, Here, Parts
from demo.ui.memory import Visit
from demo.ui.pictures import Pictures
from demo.ui.place import Place, from_address, to_address
from demo.ui.screen import look


@pytest.fixture
def desk(shop: Shop) -> Desk:
    parts: Any = SimpleNamespace(**{part.name: part.name for part in fields(Parts)})
    return Desk(shop, Pictures(shop.catalogue), parts, None)  # type: ignore[arg-type]  # nobody is dressed here


def visits(html: str, name: str) -> list[str]:
    """Addresses of the buttons whose tag or text has `name`."""
    buttons = [part.partition("</button>")[0] for part in html.split("<button")[1:]]
    return [unescape(b.split('data-visit="')[1].split('"')[0]) for b in buttons if name in b]


def page(shop: Shop, session: Session):
    return look(shop, Pictures(shop.catalogue), Place(session=session))


def test_a_chip_can_be_removed_and_that_undone(shop: Shop) -> None:
    session = Session(item="F1-red", turns=(Turn("in green, under 25"),))
    (address,) = visits(str(page(shop, session).talk), "Remove up to €25")
    without = from_address(address).session
    assert [chip.label for chip in shop.results(without).chips] == ["green"]
    shown = str(page(shop, without).talk)
    assert "without “up to €25”" in shown
    (back,) = visits(shown, text.UNDO)
    assert from_address(back).session == session


def test_redo(shop: Shop) -> None:
    session = Session(item="F1-red", turns=(Turn("in green"),))
    (back,) = visits(str(page(shop, session).talk), text.UNDO)
    before = from_address(back).session
    assert before == Session(item="F1-red")
    (again,) = visits(conversation.thread(shop, Place(session=before), ()), text.REDO)
    assert from_address(again).session == session
    assert shop.say(before, "in navy").undone == ()


def test_a_turn_is_said_anew(shop: Shop, desk: Desk) -> None:
    session = Session(item="F1-red", turns=(Turn("in green"), Turn("with long sleeves")))
    edits = visits(str(page(shop, session).talk), 'class="edit"')
    assert [from_address(address).editing for address in edits] == [0, 1]
    place = from_address(edits[0])
    (update,) = desk._show(lambda: place, Here())
    assert update["words"] == "in green"
    (kept,) = visits(update["ideas"], text.KEEP)
    assert from_address(kept) == Place(session=session)
    (update,) = desk.say(place, Visit(), None, "in black")
    assert [turn.words for turn in update["place"].session.turns] == [
        "in black",
        "with long sleeves",
    ]
    assert update["place"].editing == -1
    assert update["words"] == ""


def test_an_editing_address_is_checked() -> None:
    there = to_address(Place(session=Session(item="A", turns=(Turn("x"),))))
    assert from_address(f"{there}&edit=0").editing == 0
    assert from_address(f"{there}&edit=7").editing == -1
    assert from_address(f"{there}&edit=x").editing == -1


def test_steps_back_are_on_the_page_with_their_counts(shop: Shop) -> None:
    session = Session(item="F4-red", turns=(Turn("dresses under 30"),))
    results = page(shop, session).results
    assert 'up to 80 <span class="count">3</span>' in results
    address = visits(results, "up to 80")[0]
    assert len(shop.results(from_address(address).session).hits) == 3


def test_answer_reply_and_ideas_are_on_the_page(shop: Shop) -> None:
    session = Session(item="F1-red", turns=(Turn("darker"), Turn("try it on")))
    screen = page(shop, session)
    assert '<p class="answer">Darker' in screen.results
    assert "the fitting room shows it worn" in screen.results
    for words in shop.results(session).ideas:
        assert words in str(screen.ideas)


def test_an_old_link_says_so(desk: Desk) -> None:
    with pytest.warns(UserWarning, match="cannot be read any more"):
        list(desk._show(lambda: from_address("?s=0.abcdef"), Here()))


def test_a_full_conversation_is_still_shown(shop: Shop, desk: Desk) -> None:
    turns = tuple(Turn("in green" if n % 2 else "in navy") for n in range(shop.settings.turn_limit))
    session = Session(item="F1-red", turns=turns)
    (address,) = visits(str(page(shop, session).talk), "Remove green")
    with pytest.warns(UserWarning, match="too long"):
        list(desk._show(lambda: from_address(address), Here()))
