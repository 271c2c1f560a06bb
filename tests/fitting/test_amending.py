"""Labels where joints and colours know better than a parser; what nobody doubts stays."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.amending import amend, amend_legs
from demo.fitting.figures import load_figures
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, LOWER, SHOES, UPPER


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


def test_a_dark_collars_inside_is_no_hair(subject):
    labels = subject.labels.copy()
    labels[labels == HAIR] = BACKGROUND
    chin, crown = (subject.at(subject.body.joints[n]) for n in ("chin", "head_top"))
    x, y, tall = int(chin[0]), int(chin[1]), int(chin[1] - crown[1])
    labels[int(crown[1]) : int(crown[1]) + tall // 3, x - 50 : x + 50] = HAIR
    labels[y : y + tall // 2, x + 50 : x + 90] = UPPER
    lump = np.s_[y - 25 : y, x + 60 : x + 80]
    labels[lump] = HAIR
    amended = _amended(subject, labels)
    assert (amended[lump] == UPPER).mean() > 0.8
    assert (amended[int(crown[1]) + 5, x - 40 : x + 40] == HAIR).all()
    labels[y + 5 : y + tall, x - 90 : x - 30] = HAIR  # long hair: who knows what lies beside it
    assert (_amended(subject, labels)[lump] == HAIR).all()


def test_straps_and_tights_go_with_the_trousers():
    photo = np.full((400, 200, 3), 250, np.uint8)
    labels = np.zeros((400, 200), np.uint8)
    for rows, columns, colour, label in (
        (slice(20, 200), slice(60, 140), (240, 150, 40), LOWER),
        (slice(200, 330), slice(60, 140), (240, 150, 40), LEGS),  # tights, mistaken for legs
        (slice(20, 160), slice(20, 45), (190, 140, 120), ARMS),
        (slice(100, 150), slice(142, 150), (250, 240, 60), BACKGROUND),  # a strap
        (slice(330, 380), slice(60, 140), (20, 20, 20), SHOES),
    ):
        photo[rows, columns], labels[rows, columns] = colour, label
    amended = amend_legs(photo, labels)
    assert (amended[205:325, 62:138] == LOWER).all()
    assert (amended[105:145, 143:149] == LOWER).all()
    assert (amended[25:155, 22:43] == ARMS).all()
    assert (amended[:, 160:] == BACKGROUND).all()
