"""Labels where joints and colours know better than a parser; what nobody doubts stays."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.amending import amend, amend_legs
from demo.fitting.figures import load_figures
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, BACKGROUND, FACE, LOWER, SHOES, UPPER


@pytest.fixture(scope="module")
def subject() -> Subject:
    return wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])


def _amended(subject: Subject, labels: np.ndarray) -> np.ndarray:
    return amend(subject.picture[..., :3], labels, subject.place, subject.body)


def test_right_labels_stay(subject):
    assert (_amended(subject, subject.labels) != subject.labels).mean() < 0.002


def test_a_strap_taken_for_the_wall_is_found(subject):
    labels = subject.labels.copy()
    x, y = (round(k) for k in subject.at(subject.body.joints["waist"]))
    strap = np.s_[y - 80 : y - 20, x - 12 : x + 12]
    labels[strap] = BACKGROUND
    assert (_amended(subject, labels)[strap] == UPPER).mean() > 0.9


def test_a_collar_taken_for_the_neck_is_cloth(subject):
    labels = subject.labels.copy()
    rows = np.arange(len(labels))[:, None]
    level = subject.at(subject.body.outline["armpit_left"])[1]
    collar = (labels == UPPER) & (rows < level)
    labels[collar] = FACE
    assert (_amended(subject, labels)[collar] == UPPER).mean() > 0.85


def test_a_belly_above_trousers_is_skin_and_a_face_at_the_feet_a_shoe():
    photo = np.full((400, 200, 3), 245, np.uint8)
    labels = np.zeros((400, 200), np.uint8)
    for rows, columns, colour, label in (
        (slice(0, 60), slice(60, 140), (190, 130, 100), LOWER),  # a belly, mistaken for trousers
        (slice(60, 330), slice(55, 145), (20, 20, 90), LOWER),
        (slice(20, 160), slice(20, 40), (190, 130, 100), ARMS),
        (slice(350, 380), slice(60, 100), (240, 240, 240), FACE),
    ):
        photo[rows, columns], labels[rows, columns] = colour, label
    amended = amend_legs(photo, labels)
    assert (amended[5:55, 65:135] == FACE).all()
    assert (amended[70:320, 60:140] == LOWER).all()
    assert (amended[350:380, 60:100] == SHOES).all()
