"""Invented skin: no step beside what is seen, no redder than the face, no cloth's shadow in it."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.limbs import Limb
from demo.fitting.skin import invented_skin
from demo.fitting.sleeves import Arm
from demo.models.parser import ARMS, FACE, UPPER

GIL = load_figures(wardrobe.FIGURES)["gil"]


@pytest.fixture(scope="module")
def person():
    return wardrobe.photographed(GIL)


def _invented(subject, shaded=None):
    picture = subject.picture[..., :3].astype(np.float32) / 255
    return invented_skin(subject, picture, [Limb(subject, s) for s in ("left", "right")], shaded)


def _lab(colours: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(np.clip(colours, 0, 1).astype(np.float32)[None], cv2.COLOR_RGB2LAB)[0]


def test_an_invented_arm_goes_on_in_the_colour_of_the_seen_one(person):
    arm = Arm(person, [], "left")
    sleeve = (person.labels == ARMS) & (arm.along < 0.8) & (arm.away < 60)
    short = replace(person, labels=np.where(sleeve, UPPER, person.labels).astype(np.uint8))
    skin = _invented(short)
    inside = sleeve & (arm.along > 0.6) & (arm.away < 8)
    away = np.abs(skin[inside] * 255 - person.picture[inside][:, :3].astype(float))
    assert np.median(away) < 8


def test_hands_do_not_redden_arms_of_which_nothing_else_is_seen(person):
    arms = [Arm(person, [], side) for side in ("left", "right")]
    hand = (person.labels == ARMS) & (np.max([a.along for a in arms], 0) > 1.95)
    labels = np.where((person.labels == ARMS) & ~hand, UPPER, person.labels).astype(np.uint8)
    picture = person.picture.copy()
    picture[hand] = (230, 90, 90, 255)
    red = replace(person, labels=labels, picture=picture)
    upper = (arms[0].along > 0.4) & (arms[0].along < 0.9) & (arms[0].away < 12)
    face = _lab(picture[labels == FACE][:, :3] / 255)
    found = _lab(_invented(red)[upper])
    assert np.hypot(*np.median(found, 0)[1:]) < np.hypot(*np.median(face, 0)[1:]) + 2


def test_the_shadow_of_old_cloth_is_no_skins_colour(person):
    arm = Arm(person, [], "left")
    sleeve = (person.labels == ARMS) & (arm.along < 0.8) & (arm.away < 60)
    dark = (person.labels == ARMS) & (arm.along >= 0.8) & (arm.along < 0.84) & (arm.away < 60)
    picture = person.picture.copy()
    picture[dark, :3] = picture[dark, :3] // 2
    short = replace(
        person, labels=np.where(sleeve, UPPER, person.labels).astype(np.uint8), picture=picture
    )
    spot = dark & (arm.away < 6)
    lit, kept = (_lab(_invented(short, shaded)[spot])[:, 0].mean() for shaded in (dark, None))
    assert lit > kept + 5
