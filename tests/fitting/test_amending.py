"""Labels where joints and colours know better than a parser; what nobody doubts stays."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.amending import amend
from demo.fitting.figures import load_figures
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LOWER, UPPER


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


def _beside_the_neck(subject: Subject, side: str) -> tuple[slice, slice]:
    """A box from the ear to the shoulder, as wide as a pony tail."""
    base = subject.at(subject.body.outline[f"neck_{side}"])
    ear = subject.at(subject.body.joints["chin"])[1] - 40
    way = 1 if side == "left" else -1
    columns = sorted(round(base[0] + way * k) for k in (4, 24))
    return np.s_[round(ear) : round(base[1]) + 6, columns[0] : columns[1]]


def test_long_hair_taken_for_skin_is_hair(subject):
    photo, labels = subject.picture[..., :3].copy(), subject.labels.copy()
    hair = np.median(photo[labels == HAIR], 0)
    for side in ("left", "right"):
        lock = _beside_the_neck(subject, side)
        photo[lock], labels[lock] = hair, FACE
        crown = np.s_[lock[0].start - 60 : lock[0].start, lock[1]]  # it hangs from the head's
        photo[crown], labels[crown] = hair, HAIR
    amended = amend(photo, labels, subject.place, subject.body)
    for side in ("left", "right"):
        assert (amended[_beside_the_neck(subject, side)] == HAIR).mean() > 0.9


def test_a_piece_of_cloth_within_hair_is_hair(subject):
    labels = subject.labels.copy()
    rows, columns = _beside_the_neck(subject, "left")
    labels[rows.start - 30 : rows.start + 20, columns.start - 8 : columns.stop + 8] = HAIR
    island = np.s_[rows.start - 10 : rows.start, columns]
    labels[island] = UPPER
    assert (_amended(subject, labels)[island] == HAIR).all()


def test_a_pony_tail_on_cloth_of_another_colour_stays(subject):
    photo, labels = subject.picture[..., :3].copy(), subject.labels.copy()
    tail = _beside_the_neck(subject, "left")
    tail = np.s_[tail[0].start + 20 : tail[0].stop, tail[1]]
    photo[tail], labels[tail] = np.median(photo[labels == HAIR], 0), HAIR
    below = np.s_[tail[0].stop : tail[0].stop + 8, tail[1]]
    photo[below], labels[below] = wardrobe.BLUE, UPPER
    assert (amend(photo, labels, subject.place, subject.body)[tail] == HAIR).mean() > 0.9


def test_a_dark_collars_inside_is_no_hair(subject):
    photo, labels = subject.picture[..., :3].copy(), subject.labels.copy()
    labels[labels == HAIR] = BACKGROUND
    chin, crown = (subject.at(subject.body.joints[n]) for n in ("chin", "head_top"))
    x, y, tall = int(chin[0]), int(chin[1]), int(chin[1] - crown[1])
    labels[int(crown[1]) : int(crown[1]) + tall // 3, x - 50 : x + 50] = HAIR
    labels[y : y + tall // 2, x + 50 : x + 90] = UPPER
    lump = np.s_[y - 25 : y, x + 60 : x + 80]
    labels[lump], photo[lump] = HAIR, tuple(k // 2 for k in wardrobe.BLUE)
    amended = amend(photo, labels, subject.place, subject.body)
    assert (amended[lump] == UPPER).mean() > 0.8
    assert (amended[int(crown[1]) + 5, x - 40 : x + 40] == HAIR).all()
    labels[y + 5 : y + tall, x - 90 : x - 30] = HAIR  # long hair: who knows what lies beside it
    assert (_amended(subject, labels)[lump] == HAIR).all()


def test_trousers_between_fingers_are_no_hand(subject):
    photo, labels = subject.picture[..., :3].copy(), subject.labels.copy()
    x, y = (round(k) for k in subject.at(subject.body.joints["hand_left"]))
    piece = np.s_[y - 8 : y + 8, x - 4 : x + 4]
    photo[piece], labels[piece] = wardrobe.GREEN, ARMS
    amended = amend(photo, labels, subject.place, subject.body)
    assert (amended[piece] == LOWER).mean() > 0.8


def test_trousers_taken_for_the_top_are_trousers(subject):
    labels = subject.labels.copy()
    thigh = (np.array(subject.body.joints["hip_left"]) + subject.body.joints["knee_left"]) / 2
    x, y = (round(k) for k in subject.at(thigh))
    part = np.s_[y - 40 : y + 40, x - 20 : x + 20]
    assert (labels[part] == LOWER).all()
    labels[part] = UPPER
    assert (_amended(subject, labels)[part] == LOWER).mean() > 0.9


def test_a_top_taken_for_trousers_is_the_top(subject):
    labels = subject.labels.copy()
    x, y = (round(k) for k in subject.at(subject.body.joints["waist"]))
    part = np.s_[y - 30 : y + 10, x - 25 : x + 25]
    assert (labels[part] == UPPER).mean() > 0.95
    labels[part] = LOWER
    assert (_amended(subject, labels)[part] == UPPER).mean() > 0.9
