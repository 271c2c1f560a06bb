"""The fitting room: whose shapes are whose, what may be worn together, and which stages it tells of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from demo.errors import PictureError
from demo.fitting.figures import load_figures
from demo.fitting.room import FittingRoom
from demo.fitting.subject import Subject, of_figure
from demo.types import Product
from tests.fitting.wardrobe import BLUE, FIGURES, GREEN, RED, SHAPES, photographed, product


@pytest.fixture(scope="module")
def ada() -> Subject:
    return of_figure(load_figures(FIGURES)["ada"])


def knitted(folder: Path, sku: str, kind: str, colour: tuple[int, int, int]) -> Product:
    made = product(sku, "knitwear", folder, colour)
    return replace(made, attributes={**made.attributes, "type": kind})


def test_a_cardigan_goes_over_a_sweater_though_both_are_knitwear(
    ada: Subject, tmp_path: Path
) -> None:
    room = FittingRoom(SHAPES)
    sweater = knitted(tmp_path, "shirt", "sweater", RED)
    cardigan = knitted(tmp_path, "jacket", "cardigan", BLUE)
    one = room.dress(ada, [sweater, cardigan]).picture
    assert (one == room.dress(ada, [cardigan, sweater]).picture).all()
    alone = room.dress(ada, [cardigan]).picture
    assert np.abs(one[400, 320, :3].astype(int) - alone[400, 320, :3]).max() < 40  # it is on top
    with pytest.raises(PictureError, match="knitwear"):
        FittingRoom(SHAPES).dress(ada, [sweater, replace(cardigan, attributes=sweater.attributes)])


def test_stages_are_told_as_they_begin(ada: Subject, tmp_path: Path) -> None:
    told: list[str] = []
    shirt = product("shirt", "tops", tmp_path, RED)
    fitting = FittingRoom(SHAPES).dress(ada, [shirt], tell=told.append)
    assert told == ["warp", "undress", "lay on"]
    assert set(fitting.seconds) == set(told)


def test_another_shops_product_may_bear_a_name_of_the_studios(tmp_path: Path) -> None:
    """Its picture decides then, not what is known of the studio's own."""
    trousers = product("trousers", "trousers", tmp_path, GREEN)
    known = FittingRoom(SHAPES)._garment(trousers)
    foreign = FittingRoom(SHAPES, known={})._garment(trousers)
    assert known.landmarks != foreign.landmarks


def test_a_fabric_is_lent_and_shoes_are_put_on_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from demo.fitting import room as rooms

    person = photographed(load_figures(FIGURES)["ada"])
    shirt = product("shirt", "tops", tmp_path, RED)
    hat = product("jacket", "hats", tmp_path, GREEN)
    asked: list[tuple[list[str], bool]] = []
    own = rooms.dress

    def watched(subject, garments, *rest, **more):
        asked.append(([g.sku for g in garments], bool((subject.picture != person.picture).any())))
        return own(subject, (), *rest, **more)

    monkeypatch.setattr(rooms, "dress", watched)
    room = FittingRoom(SHAPES)
    lent = room.dress(person, [shirt], recolour=True)
    assert asked == []
    changed = (lent.picture != person.picture).any(2)
    assert changed[330, 320]
    assert not changed[1100:].any()
    room.dress(person, [hat, shirt], recolour=True)
    assert asked == [(["jacket"], True)]  # on the person in the new fabric
