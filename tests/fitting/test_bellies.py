"""A belly that was covered has a navel; one that is seen keeps its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.bellies import NAVEL, belly_light
from demo.fitting.figures import load_figures
from demo.fitting.subject import Subject
from demo.models.parser import FACE, UPPER
from demo.studio.worn.body import Body


@pytest.fixture(scope="module")
def subject() -> Subject:
    return wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])


def _navel(subject: Subject) -> np.ndarray:
    body = Body(subject.body)
    waist, hip = body.level("waist"), body.level("hip")
    down = waist + NAVEL * (hip - waist)
    return subject.at((np.mean([body.side_at(down, s) for s in ("left", "right")]), down))


def test_a_covered_bellys_navel_is_between_waist_and_hips(subject):
    light = belly_light(subject, subject.labels.shape, 1.0)
    row, column = np.unravel_index(light.argmin(), light.shape)
    assert np.abs(np.array([column, row]) - _navel(subject)).max() < 3 * subject.unit + 1
    assert light.min() < -15


def test_in_a_smaller_picture_it_is_at_the_same_place(subject):
    shape = tuple(n // 2 for n in subject.labels.shape)
    light = belly_light(subject, shape, 2.0)
    row, column = np.unravel_index(light.argmin(), light.shape)
    assert np.abs(2 * np.array([column, row]) - _navel(subject)).max() < 3 * subject.unit + 3


def test_a_belly_that_is_seen_gets_no_second_navel(subject):
    x, y = np.round(_navel(subject)).astype(int)
    labels = np.where(subject.labels == FACE, UPPER, subject.labels).astype(np.uint8)
    labels[y - 60 : y, x - 40 : x + 40] = FACE
    light = belly_light(replace(subject, labels=labels), labels.shape, 1.0)
    assert light.min() > -10
