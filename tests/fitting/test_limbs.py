"""Bare arms where sleeves were: as wide as what is seen of them, inside the old sleeve, one smooth edge."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.limbs import END, Limb
from demo.fitting.sleeves import Arm
from demo.models.parser import ARMS, BACKGROUND, UPPER

GIL = load_figures(wardrobe.FIGURES)["gil"]


@pytest.fixture(scope="module")
def bare():
    return wardrobe.photographed(GIL)


def _clad(subject, by: int, down_to: float = 9.0):
    """The same person in sleeves that stand off the arms by so many pixels and end so far down."""
    arm = np.zeros(subject.labels.shape, bool)
    for side in ("left", "right"):
        line = Arm(subject, [], side)
        near = cv2.dilate((subject.labels == ARMS).astype(np.uint8), np.ones((2 * by + 1,) * 2)) > 0
        arm |= near & (line.along < down_to) & (line.along > 0.1) & (line.away < 90)
    own = arm & np.isin(subject.labels, (ARMS, BACKGROUND))
    return replace(subject, labels=np.where(own, UPPER, subject.labels).astype(np.uint8))


def _width(limb: Limb, along: float) -> float:
    """Of the arm across its line, pixels."""
    return 2 * float(limb.depth[np.abs(limb.along - along) < 0.04].max())


@pytest.mark.parametrize("side", ["left", "right"])
def test_an_arm_goes_on_upwards_as_wide_as_it_is_seen(bare, side):
    whole, hidden = Limb(bare, side), Limb(_clad(bare, 8, down_to=0.9), side)
    assert whole.top < 0.5
    assert hidden.top == pytest.approx(0.93, abs=0.12)
    for along in (0.6, 0.8, 1.2):
        assert _width(hidden, along) == pytest.approx(_width(whole, along), rel=0.15)


def test_an_arm_of_which_nothing_is_seen_keeps_within_its_sleeve(bare):
    subject = _clad(bare, 2, down_to=1.75)
    limb = Limb(subject, "left")
    inside = (limb.depth > 0) & (limb.along > 0.35) & (limb.along < 1.6)
    assert (subject.labels[inside] == BACKGROUND).mean() < 0.005
    real = (bare.labels == ARMS) & inside
    assert real.sum() > 0.8 * inside.sum()


def test_an_arms_edge_has_no_steps(bare):
    limb = Limb(_clad(bare, 14, down_to=1.75), "left")
    rows = np.flatnonzero(((limb.depth > 0) & (limb.along > 0.3) & (limb.along < 1.7)).any(1))[4:-4]
    edge = np.array([np.interp(0, *_falling(limb.depth[row])) for row in rows])
    assert np.abs(np.diff(edge, 2)).max() < 0.6


def _falling(depth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Depths rising, and their columns, at an arm's right edge."""
    last = len(depth) - 1 - int(np.argmax(depth[::-1] > 0))
    columns = np.array([last + 1, last], float)
    return depth[[last + 1, last]], columns


def test_a_forearm_reaches_the_hand_that_is_seen(bare):
    subject = _clad(bare, 6, down_to=2.2)
    hand = np.argwhere((subject.labels == ARMS) & (Arm(subject, [], "left").away < 60))
    limb = Limb(subject, "left")
    assert len(hand) > 200
    first = hand[hand[:, 0] <= np.percentile(hand[:, 0], 20)]
    assert limb.depth[first[:, 0], first[:, 1]].max() > 0
    assert limb.along.max() > END


def test_an_arm_is_darker_at_its_inner_edge_and_lit_by_the_ground(bare):
    limb = Limb(bare, "left")
    along = np.abs(limb.along - 0.8) < 0.05
    inner, middle, outer = (along & (np.abs(limb.across - k) < 0.1) for k in (-0.8, 0, 0.9))
    bright, dim = limb.light(1.0), limb.light(0.0)
    assert bright[inner].mean() < bright[middle].mean() - 3
    assert bright[outer].mean() > bright[middle].mean() + 8
    assert dim[outer].mean() == pytest.approx(0, abs=1)
    np.testing.assert_array_equal(bright[middle], dim[middle])


def test_a_bent_elbow_has_a_tip(bare):
    limb = Limb(bare, "left")
    elbow, out = np.array([300.0, 400.0]), limb._out[int(np.abs(limb._along - 1).argmin())]
    down = np.array([-out[1], out[0]])
    straight = limb._bend(elbow - 100 * down, elbow, elbow + 100 * down)
    inwards = limb._bend(elbow - 100 * down, elbow, elbow - 100 * out)  # the hand on the hip
    assert straight == pytest.approx(0, abs=1e-6)
    assert inwards == pytest.approx(2**-0.5, abs=1e-3)
    assert limb._bend(elbow - 100 * down, elbow, elbow + 100 * out) == pytest.approx(-inwards)


def test_a_wide_sleeve_holds_a_stronger_arm(bare):
    close, wide = (Limb(_clad(bare, by, down_to=2.2), "left") for by in (6, 26))
    assert _width(wide, 0.6) > 1.15 * _width(close, 0.6)
    seen = Limb(_clad(bare, 26, down_to=0.9), "left")  # an arm that is seen knows its own width
    assert _width(seen, 0.6) < 1.1 * _width(close, 0.6)
