"""A shoe of which trousers hid the heel is whole again; a sandal has none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.heels import COLLAR, hidden_heels, shoe_leather
from demo.fitting.legs import Legs
from demo.fitting.subject import Subject
from demo.models.parser import BACKGROUND, LEGS, LOWER, SHOES


@pytest.fixture(scope="module")
def clad() -> tuple[Subject, slice]:
    """Trousers to the ground over a shoe that points to the side; the heel is behind them."""
    subject = wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])
    labels = np.where(subject.labels == LEGS, LOWER, subject.labels).astype(np.uint8)
    x, y = (round(k) for k in subject.at(subject.body.joints["ankle_left"]))
    labels[y + 10 :] = BACKGROUND
    labels[y - 60 : y + 24, x - 30 : x + 22] = LOWER
    labels[y + 24 : y + 44, x - 30 : x + 80] = SHOES
    labels[y + 4 : y + 24, x + 22 : x + 70] = SHOES
    return replace(subject, labels=labels), (slice(y + 8, y + 22), slice(x - 24, x + 20))


def test_between_ankle_and_sole_there_is_shoe(clad):
    subject, heel = clad
    legs = Legs(subject)
    found = hidden_heels(subject, legs, subject.labels == LOWER)
    free = legs.cover[heel] < 0.5
    assert free.sum() > 60
    assert found[heel][free].mean() > 0.6
    assert not found[subject.labels == SHOES].any()
    along = np.zeros(found.shape)
    along[legs.first :] = legs.whole(legs.sides["left"].along)
    assert not (found & (legs.cover > 0.5) & (along < COLLAR[0] - 0.03)).any()


def test_a_sandal_has_no_heel(clad):
    subject, heel = clad
    labels = subject.labels.copy()
    toes = np.s_[heel[0].start : heel[0].stop, heel[1].stop + 10 : heel[1].stop + 40]
    labels[toes] = LEGS
    sandal = replace(subject, labels=labels)
    assert not hidden_heels(sandal, Legs(sandal), labels == LOWER)[heel].any()


def test_a_heel_has_the_uppers_colour_and_not_the_soles(clad):
    subject, heel = clad
    photo = np.ones((*subject.labels.shape, 3), np.float32)
    sole = heel[0].stop + 12
    photo[:sole][subject.labels[:sole] == SHOES] = (0.2, 0.2, 0.4)
    colour = shoe_leather(photo, subject.labels)[heel].reshape(-1, 3)
    assert np.median(colour, 0) == pytest.approx([0.18, 0.18, 0.36], abs=0.08)


def test_a_shoe_goes_round_the_ankle_as_high_as_its_tongue(clad):
    subject, _ = clad
    legs = Legs(subject)
    found = hidden_heels(subject, legs, subject.labels == LOWER)
    along, depth = (legs.whole(k) for k in (legs.sides["left"].along, legs.sides["left"].depth))
    foot = (depth > 2) & (along > COLLAR[1] + 0.04)
    foot &= subject.labels[legs.first :] == LOWER
    y = subject.at(subject.body.joints["ankle_left"])[1]
    foot[: round(y) - legs.first] = False
    assert foot.sum() > 20
    assert found[legs.first :][foot].mean() > 0.5
