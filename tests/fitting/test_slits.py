"""Holes between sleeves and trunk: closed, unless the photo shows the ground there."""

from __future__ import annotations

import numpy as np

from demo.fitting.slits import without_slits


def _trunk() -> np.ndarray:
    mask = np.zeros((640, 320), bool)
    mask[150:400, 80:240] = True
    return mask


def test_a_slit_is_closed_where_the_person_is_and_left_as_wide_as_the_ground_is_seen():
    cover = _trunk()
    cover[200:230, 100:110] = False
    closed = without_slits(cover, cover, np.ones_like(cover))
    np.testing.assert_array_equal(closed, _trunk())
    person = np.ones_like(cover)
    person[195:235, 101:109] = False
    left = without_slits(cover, cover, person)
    np.testing.assert_array_equal(left, _trunk() & person)


def test_ground_that_new_cloth_covers_is_no_hole():
    cover = _trunk()
    cover[200:215, 100:110] = False
    person = np.ones_like(cover)
    person[200:260, 100:110] = False  # most of this gap lies behind the new sleeve
    np.testing.assert_array_equal(without_slits(cover, cover, person), _trunk())


def test_a_speck_of_cloth_is_dropped():
    target = _trunk()
    target[500:505, 20:25] = True
    np.testing.assert_array_equal(without_slits(target, _trunk(), target), _trunk())
