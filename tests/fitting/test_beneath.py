"""Below an open coat one shirt is seen, whatever jacket was worn over it; a plain top stays as it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.bare import Bare
from demo.fitting.beneath import plain_beneath
from demo.fitting.compositing import premultiplied
from demo.fitting.figures import load_figures
from demo.fitting.garments import Garment
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models.parser import FACE, UPPER

SHIRT, JACKET = (200, 200, 205), (190, 30, 40)


@pytest.fixture(scope="module")
def subject() -> Subject:
    """A shirt seen in the middle of a jacket."""
    own = wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])
    picture, cloth = own.picture.copy(), own.labels == UPPER
    picture[cloth, :3] = JACKET
    middle = round(own.at(own.body.joints["chin"])[0])
    inner = np.abs(np.arange(cloth.shape[1])[None] - middle) < 45 * own.unit
    picture[cloth & inner, :3] = SHIRT
    return replace(own, picture=picture)


def _coat(category: str = "outerwear") -> Worn:
    """A layer that is open from the neck to the hem and hides nothing between."""
    cut = Garment(
        "C", category, "overcoat", "regular", "long", "buttons", np.zeros((600, 480, 4), np.uint8),
        np.zeros((600, 480), np.uint8), {},
    )  # fmt: skip
    empty = np.zeros((1280, 640, 4), np.float32)
    return Worn(cut, {"": empty, "sleeve_left": empty, "sleeve_right": empty}, {})


def _bare(subject: Subject) -> Bare:
    masks = np.zeros(subject.labels.shape, np.float32)
    picture = premultiplied(subject.picture)
    return Bare(picture, masks, masks, {}, masks, masks > 1, None, None)


def test_the_shirt_goes_on_over_the_jacket(subject):
    shown = plain_beneath(subject, [_coat()], _bare(subject))
    cloth = subject.labels == UPPER
    red = shown.picture[cloth][:, 0] > 1.6 * shown.picture[cloth][:, 1]
    assert red.mean() < 0.03
    assert not shown.changed[subject.labels == FACE].any()
    skin = subject.labels == FACE
    np.testing.assert_array_equal(shown.picture[skin], _bare(subject).picture[skin])


def test_a_plain_top_stays_as_it_is(subject):
    picture = subject.picture.copy()
    picture[subject.labels == UPPER, :3] = SHIRT
    plain = replace(subject, picture=picture)
    bare = _bare(plain)
    assert plain_beneath(plain, [_coat()], bare) is bare


def test_below_a_pullover_nothing_is_changed(subject):
    bare = _bare(subject)
    assert plain_beneath(subject, [_coat("knitwear")], bare) is bare
