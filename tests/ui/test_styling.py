"""Looks in addresses: there and back, and what makes no sense is left out."""

from __future__ import annotations

import pytest

from demo.errors import SessionError
from demo.types import LookWishes, Session, Turn
from demo.ui.place import Place, from_address, looks_place, to_address
from demo.ui.styling import MOST_PASSED, MOST_WORN, Styling

TALK = Session(item="A", turns=(Turn("under €60"),))
STYLINGS = [
    Styling(LookWishes("A")),
    Styling(LookWishes("A, &?=ü", occasion="office", budget=199.5)),
    Styling(LookWishes("A"), worn=("A",), day="city"),
    Styling(LookWishes("A", occasion="city"), worn=("A", "B", "C"), day="city"),
    Styling(
        LookWishes(
            "A", kept=("B",), without=("layer", "hat"), passed=("D", "E"), dressier=-2, cheaper=1
        ),
        worn=("A", "B", "C"),
        day="evening",
        then="formal",
    ),
]


@pytest.mark.parametrize("styling", STYLINGS)
@pytest.mark.parametrize("talked", [False, True])
def test_there_and_back(styling: Styling, talked: bool) -> None:
    session = TALK if talked else Session(item=styling.wishes.item)
    place = Place(session=session, styling=styling)
    assert from_address(to_address(place)) == place


def test_looks_have_a_readable_address() -> None:
    assert to_address(looks_place("TS-1")) == "?look=TS-1"
    assert to_address(looks_place("TS-1", Session(item="OTHER"))) == "?look=TS-1"


def test_a_conversation_comes_along() -> None:
    there = from_address(to_address(looks_place("B", TALK)))
    assert there.session == TALK
    assert there.styling == Styling(LookWishes("B"))


def test_what_makes_no_sense_is_left_out() -> None:
    many = "".join(f"&with=S{n}" for n in range(30)) + "".join(f"&passed=P{n}" for n in range(25))
    styling = from_address("?look=A" + many).styling
    assert styling is not None
    assert len(styling.worn) == MOST_WORN
    assert len(styling.wishes.passed) == MOST_PASSED
    styling = from_address(
        "?look=A&with=A&with=B&without=wings&then=fly&dressier=x&cheaper=-4"
    ).styling
    assert styling == Styling(LookWishes("A"), worn=("A", "B"))
    assert from_address("?look=A&then=formal").styling == Styling(LookWishes("A"))
    assert from_address("?look=A&dressier=999").styling.wishes.dressier == 12
    assert from_address("?look=").styling is None


@pytest.mark.parametrize(
    ("said", "budget"),
    [("150", 150.0), ("99,50", 99.5), ("", None), ("0", None), ("-3", None), ("nan", None),
     ("inf", None), ("1e99", None), ("much", None)],
)  # fmt: skip
def test_budgets(said: str, budget: float | None) -> None:
    assert from_address(f"?look=A&budget={said}").styling.wishes.budget == budget


def test_an_endless_address_is_refused() -> None:
    with pytest.raises(SessionError, match="too long"):
        from_address("?look=A" + "&with=B" * 100)
