"""Legs where trousers hid them: inside the old cloth, going on from what is seen, in its colours."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.leg_skin import leg_skin
from demo.fitting.legs import Legs
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, BACKGROUND, FACE, LEGS, LOWER

SKIN = (150, 104, 84)


@pytest.fixture(scope="module")
def subject() -> Subject:
    """Shorts to the knees; the calves are seen."""
    return wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])


def _calves(subject: Subject) -> np.ndarray:
    rows = np.arange(len(subject.labels))[:, None]
    knee, ankle = (subject.at(subject.body.joints[f"{n}_left"])[1] for n in ("knee", "ankle"))
    return (subject.labels == LEGS) & (rows > knee + 30) & (rows < ankle - 20)


def test_a_hidden_leg_is_found_in_its_trousers(subject):
    calves = _calves(subject)
    wide = cv2.dilate(calves.astype(np.uint8), np.ones((1, 13), np.uint8)) > 0
    clad = replace(subject, labels=np.where(wide, LOWER, subject.labels).astype(np.uint8))
    found = Legs(clad).cover > 0.5
    assert (found & calves).sum() > 0.85 * calves.sum()
    rows = calves.any(1)
    beside = found & (clad.labels == BACKGROUND)
    assert beside[rows].sum() < 0.02 * calves.sum()


def test_a_leg_goes_on_above_the_hem_from_the_edge_that_is_seen(subject):
    leg = Legs(subject).sides["left"]
    hem = np.flatnonzero((subject.labels == LEGS).any(1))[0]
    x, y = leg.outer.T
    below = np.flatnonzero(subject.labels[hem + 12] == LEGS)[-1]
    assert np.interp(hem - 12, y, x) == pytest.approx(below, abs=6)


def test_hidden_skin_next_to_the_hem_has_the_colour_that_is_seen(subject):
    photo = subject.picture[..., :3].astype(np.float32) / 255
    photo[subject.labels == LEGS] = np.array(SKIN) / 255
    legs = Legs(subject)
    skin = 255 * leg_skin(subject, legs, photo)
    hem = np.flatnonzero((subject.labels == LEGS).any(1))[0]
    above = (legs.cover > 0.99)[hem - 20 : hem]
    assert np.abs(np.median(skin[hem - 20 : hem][above], 0) - SKIN).max() < 18  # a knee is darker
    assert skin[hem - 20 : hem][above].mean(1).std() > 1  # it is not flat


def test_a_hems_shade_is_on_the_leg_below_it_only(subject):
    shade = Legs(subject).shaded_by(subject.labels == LOWER)
    hem = np.flatnonzero((subject.labels == LEGS).any(1))[0]
    assert shade[hem + 2].max() > 0.9
    assert shade[hem + 60 :].max() == 0
    assert shade[subject.labels != LEGS].max() == 0


def test_a_hidden_leg_has_a_knee_darker_than_its_calf(subject):
    photo = np.ones((*subject.labels.shape, 3), np.float32)
    bare = np.isin(subject.labels, (LEGS, ARMS, FACE))
    photo[bare] = np.array(SKIN, np.float32) / 255
    clad = replace(subject, labels=np.where(subject.labels == LEGS, LOWER, subject.labels))
    legs = Legs(clad)
    skin = leg_skin(clad, legs, photo).mean(2)[legs.first :]
    leg = legs.sides["left"]
    along, middle = legs.whole(leg.along), np.abs(legs.whole(leg.across)) < 0.4
    middle &= legs.whole(leg.depth) > 0
    knee, calf = (np.median(skin[middle & (np.abs(along - at) < 0.05)]) for at in (0.88, 1.4))
    assert knee < 0.98 * calf
