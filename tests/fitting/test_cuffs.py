"""Cuffs on shoes are told by the trousers' colour; what is the shoe's stays."""

from __future__ import annotations

import numpy as np
import pytest

from demo.fitting.cuffs import with_cuffs
from demo.models.parser import LOWER, SHOES

BLUE, WHITE, BLACK = (20, 120, 220), (238, 238, 240), (24, 24, 26)


def _foot(shoe: tuple, trousers: tuple) -> tuple[np.ndarray, np.ndarray]:
    """One leg of trousers on a shoe; a tip of the cuff beside it has the shoe's label."""
    photo, labels = np.full((400, 120, 3), 255, np.uint8), np.zeros((400, 120), np.uint8)
    labels[20:320, 30:80], labels[320:380, 30:100] = LOWER, SHOES
    photo[labels == LOWER], photo[labels == SHOES] = trousers, shoe
    photo[320:340, 30:44] = trousers
    return photo, labels


def test_a_cuff_on_a_shoe_of_another_colour_is_the_trousers():
    photo, labels = _foot(WHITE, BLUE)
    amended = with_cuffs(photo, labels)
    assert (amended[320:338, 31:42] == LOWER).all()
    assert (amended[345:, 30:100][labels[345:, 30:100] == SHOES] == SHOES).all()


@pytest.mark.parametrize("shoe", [BLACK, WHITE])
def test_shoes_of_the_trousers_colour_stay(shoe):
    photo, labels = _foot(shoe, shoe)
    np.testing.assert_array_equal(with_cuffs(photo, labels), labels)


def test_a_dark_sole_far_from_the_cuff_stays_though_it_is_the_trousers_colour():
    photo, labels = _foot(WHITE, BLACK)
    photo[374:380, 30:100] = BLACK
    assert (with_cuffs(photo, labels)[374:380, 30:100] == SHOES).all()
