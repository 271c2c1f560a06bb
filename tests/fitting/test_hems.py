"""Trousers on legs: wide enough for them; legs are bare where they end."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.hems import EASE, WIDEST, bare_legs, inside_trousers, widen
from demo.fitting.legs import Leg
from demo.fitting.room import FittingRoom
from demo.fitting.warp import Worn, put_on
from demo.studio.worn.body import Body


@pytest.fixture
def worn(tmp_path) -> tuple:
    subject = wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])
    trousers = wardrobe.product("trousers", "trousers", tmp_path, wardrobe.BLUE)
    garment = FittingRoom(wardrobe.SHAPES)._garment(trousers)
    return subject, put_on(garment, Body(subject.body))


def _outer(worn: Worn, row: int) -> int:
    return int(np.flatnonzero(worn.covered()[row])[-1])


def test_narrow_trousers_are_widened_to_the_leg_they_hang_on(worn):
    subject, trousers = worn
    knee = subject.body.joints["knee_left"]
    row = round(knee[1])
    trousers.keep("", np.arange(640)[None] < knee[0] + 8)
    before = _outer(trousers, row)
    widen(subject, [trousers])
    leg = Leg(subject, "left").outer
    edge = (
        np.interp(subject.at(knee)[1], leg[:, 1], leg[:, 0]) - subject.place[0, 2]
    ) / subject.unit
    assert before + 8 < _outer(trousers, row) <= before + WIDEST
    assert _outer(trousers, row) == pytest.approx(edge + EASE, abs=3)


def test_trousers_that_are_wide_enough_stay(worn):
    subject, trousers = worn
    before = trousers.cover().copy()
    row = round(subject.body.joints["knee_left"][1])
    widen(subject, [trousers])
    np.testing.assert_allclose(trousers.cover()[row], before[row], atol=0.02)


def test_legs_are_inside_down_to_the_hem_and_bare_below_it(worn):
    subject, trousers = worn
    crotch, hem = (
        round(subject.at(trousers.landmarks[n])[1]) for n in ("crotch", "cuff_outer_left")
    )
    inside, bare = (find(subject, [trousers])[:, 0] for find in (inside_trousers, bare_legs))
    assert inside[crotch]
    assert not bare[crotch]
    assert bare[hem + 3]
    assert not inside[hem + 3]


def test_short_trousers_inner_edge_comes_to_the_leg_in_them(worn):
    subject, trousers = worn
    knee, middle = subject.body.joints["knee_left"], trousers.landmarks["crotch"][0]
    row = round(knee[1])
    trousers.keep("", np.abs(np.arange(640)[None] - middle) > knee[0] - middle - 4)

    def inner() -> int:
        return int(np.flatnonzero(trousers.covered()[row, round(middle) :])[0]) + round(middle)

    before = inner()
    widen(subject, [trousers])
    line = Leg(subject, "left").inner
    edge = (
        np.interp(subject.at(knee)[1], line[:, 1], line[:, 0]) - subject.place[0, 2]
    ) / subject.unit
    assert inner() < before - 4
    assert inner() == pytest.approx(edge, abs=6)
