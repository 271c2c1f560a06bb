"""Labels of legs without a head: belly, waistband, straps, fingers and the wall between two legs."""

from __future__ import annotations

import numpy as np

from demo.fitting.amending_legs import amend_legs
from demo.models.parser import ARMS, BACKGROUND, FACE, LEGS, LOWER, SHOES, UPPER


def _shorts(*more: tuple[slice, slice, tuple[int, int, int], int]) -> tuple[np.ndarray, np.ndarray]:
    """Belly, green shorts and legs before a wall, and more on top: photo and labels."""
    photo = np.full((400, 200, 3), 250, np.uint8)
    labels = np.zeros((400, 200), np.uint8)
    skin, cloth = (200, 150, 130), (20, 120, 60)
    for rows, columns, colour, label in (
        (slice(0, 60), slice(60, 140), skin, FACE),
        (slice(60, 160), slice(55, 145), cloth, LOWER),
        (slice(160, 370), slice(60, 95), skin, LEGS),
        (slice(160, 370), slice(105, 140), skin, LEGS),
        *more,
    ):
        photo[rows, columns], labels[rows, columns] = colour, label
    return photo, labels


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


def test_a_waistband_of_another_colour_belongs_to_the_shorts_and_a_sleeve_to_the_top():
    photo, labels = _shorts(
        (slice(50, 75), slice(100, 140), (60, 200, 190), UPPER),  # the waistband's half
        (slice(0, 90), slice(20, 45), (110, 60, 150), UPPER),
        (slice(30, 60), slice(20, 45), (110, 60, 150), LOWER),  # a piece of the sleeve
        (slice(90, 130), slice(20, 45), (200, 150, 130), ARMS),
    )
    amended = amend_legs(photo, labels)
    assert (amended[52:73, 102:138] == LOWER).all()
    assert (amended[2:88, 22:43] == UPPER).all()


def test_the_wall_between_two_legs_is_no_cloth():
    photo, labels = _shorts((slice(220, 290), slice(95, 105), (250, 250, 250), LOWER))
    amended = amend_legs(photo, labels)
    assert (amended[222:288, 97:103] == BACKGROUND).all()
    assert (amended[62:158, 57:143] == LOWER).all()


def test_a_shoes_upper_edge_is_no_piece_of_the_trousers():
    labels = np.zeros((200, 100), np.uint8)
    labels[20:90, 30:70], labels[90:160, 40:60] = LOWER, LEGS
    labels[160:164, 42:58], labels[164:185, 40:62] = LOWER, SHOES
    photo = np.full((200, 100, 3), 250, np.uint8)
    photo[labels == LOWER], photo[labels == LEGS], photo[160:185, 40:62] = 30, (190, 130, 100), 35
    amended = amend_legs(photo, labels)
    assert (amended[160:164, 44:56] == SHOES).all()
    assert (amended[25:85, 35:65] == LOWER).all()


def test_fingers_taken_for_a_leg_are_a_hand():
    skin = (200, 150, 130)
    photo, labels = _shorts(
        (slice(20, 150), slice(150, 168), skin, ARMS),
        (slice(150, 180), slice(150, 168), skin, LEGS),  # the same hand's fingers
    )
    amended = amend_legs(photo, labels)
    assert (amended[152:178, 152:166] == ARMS).all()
    assert (amended[165:365, 62:93] == LEGS).all()
