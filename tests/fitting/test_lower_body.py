"""Legs measured without a pose: neither a hem nor thighs that touch are the crotch; a shoe has the ankle."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.lower_body import CROTCH, INSTEP, measure_legs
from demo.models.parser import ARMS, FACE, HAIR, LEGS, LOWER, SHOES, UPPER


def _from_the_waist_down() -> tuple[np.ndarray, dict[str, tuple[float, float]]]:
    """A figure's labels from the waist down, in shorts; and its joints there."""
    figure = load_figures(wardrobe.FIGURES)["gil"]
    labels = wardrobe.photographed(figure).labels.copy()
    labels[np.isin(labels, (UPPER, ARMS, FACE, HAIR))] = 0
    top = np.flatnonzero((labels == LOWER).any(1))[0] - 10
    joints = {name: (x, y - top) for name, (x, y) in figure.joints.items()}
    return labels[top:], joints | {"crotch": (0, figure.outline["crotch"][1] - top)}


@pytest.mark.parametrize("hem", [0.6, 0.9])
def test_a_hem_between_the_legs_is_no_crotch(hem):
    labels, joints = _from_the_waist_down()
    row = round(joints["crotch"][1] + hem * (joints["knee_left"][1] - joints["crotch"][1]))
    between = np.s_[:row, round(joints["knee_right"][0]) : round(joints["knee_left"][0])]
    labels[between] = np.where(labels[between] == 0, LOWER, labels[between])
    body, place = measure_legs(labels)
    crotch = place[1, 1] * body.outline["crotch"][1] + place[1, 2]
    seen = np.flatnonzero((labels > 0).any(1))
    assert crotch == pytest.approx(seen[0] + CROTCH[0] * np.ptp(seen), abs=12)
    assert crotch < row - 40


def test_an_ankle_lies_a_little_inside_the_shoe():
    labels, joints = _from_the_waist_down()
    rows = np.arange(len(labels))[:, None]
    edge = round(joints["ankle_left"][1]) - 12
    labels[(labels == LEGS) & (rows >= edge)] = SHOES
    body, place = measure_legs(labels)
    ankle = place[1, 1] * body.joints["ankle_left"][1] + place[1, 2]
    assert ankle == pytest.approx(edge + INSTEP * place[1, 1], abs=3)
