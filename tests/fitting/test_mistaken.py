"""Old cloth that a parser took for skin or for ground."""

from __future__ import annotations

import numpy as np

from demo.fitting.mistaken import rest_in_arms
from demo.models.parser import ARMS, BACKGROUND, LOWER

SKIN, CLOTH, WALL = (0.85, 0.65, 0.5), (0.1, 0.1, 0.12), (1.0, 1.0, 1.0)


def _hand_on_trousers() -> tuple[np.ndarray, np.ndarray]:
    """A picture [120, 120, 3] and its labels: a hand above trousers on a white wall."""
    picture = np.full((120, 120, 3), WALL, np.float32)
    labels = np.full((120, 120), BACKGROUND, np.uint8)
    picture[20:60, 30:90], labels[20:60, 30:90] = SKIN, ARMS
    picture[60:110, 20:100], labels[60:110, 20:100] = CLOTH, LOWER
    return picture, labels


def test_dark_cloth_between_fingers_is_taken_off_with_the_trousers():
    picture, labels = _hand_on_trousers()
    picture[52:60, 55:62] = CLOTH  # seen between two fingers, labelled as the hand
    labels[56:60, 57:60] = BACKGROUND  # or as the wall
    rest = rest_in_arms(picture, labels, labels == LOWER, 1.0)
    assert rest[52:60, 55:62].all()
    rest[51:61, 54:63] = False
    assert not rest.any()


def test_a_hand_whose_colour_is_all_skin_stays_whole():
    picture, labels = _hand_on_trousers()
    assert not rest_in_arms(picture, labels, labels == LOWER, 1.0).any()
    assert not rest_in_arms(picture, labels, np.zeros(labels.shape, bool), 1.0).any()
