"""A product's fabric on what a person wears: the shape stays, the folds stay, all else is untouched."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.errors import PersonError
from demo.fitting.figures import load_figures
from demo.fitting.recolouring import fabric_of
from demo.fitting.room import FittingRoom
from demo.fitting.subject import Subject, of_figure
from demo.models.parser import LOWER, UPPER


@pytest.fixture(scope="module")
def subject() -> Subject:
    return wardrobe.photographed(load_figures(wardrobe.FIGURES)["ada"])


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("goods")
    return {
        "shirt": wardrobe.product("shirt", "tops", folder, wardrobe.RED),
        "jacket": wardrobe.product("jacket", "outerwear", folder, wardrobe.GREEN),
        "trousers": wardrobe.product("trousers", "trousers", folder, wardrobe.RED),
    }


@pytest.fixture
def room() -> FittingRoom:
    return FittingRoom(wardrobe.SHAPES)


@pytest.mark.parametrize(("sku", "label"), [("shirt", UPPER), ("trousers", LOWER)])
def test_the_cloth_takes_the_colour_and_nothing_else_changes(subject, room, shop, sku, label):
    picture = room.dress(subject, [shop[sku]], recolour=True).picture
    own = subject.labels == label
    assert (np.abs(picture[own][:, :3].astype(int) - wardrobe.RED).max(1) < 40).mean() > 0.9
    away = ~np.asarray(_grown(own, 7))
    np.testing.assert_array_equal(picture[away], subject.picture[away])


def test_folds_of_the_old_cloth_are_in_the_new(subject, room, shop):
    dark = subject.picture.copy()
    middle = round(subject.at(subject.body.joints["waist"])[0])
    own = (subject.labels == UPPER) & (np.arange(dark.shape[1])[None] < middle)
    dark[own, :3] = (dark[own, :3] * 0.6).astype(np.uint8)
    shaded = Subject(dark, subject.labels, subject.body, subject.place, is_photo=True)
    picture = room.dress(shaded, [shop["shirt"]], recolour=True).picture.astype(float)
    other = (subject.labels == UPPER) & (np.arange(dark.shape[1])[None] > middle + 20)
    assert picture[own][:, 0].mean() < 0.9 * picture[other][:, 0].mean()


def test_two_garments_of_two_kinds_at_once(subject, room, shop):
    picture = room.dress(subject, [shop["jacket"], shop["trousers"]], recolour=True).picture
    upper, lower = (np.median(picture[subject.labels == k][:, :3], 0) for k in (UPPER, LOWER))
    assert np.abs(upper - wardrobe.GREEN).max() < 30
    assert np.abs(lower - wardrobe.RED).max() < 30


def test_who_wears_nothing_of_the_kind_is_told_what_to_do(room, shop):
    bare = of_figure(load_figures(wardrobe.FIGURES)["ada"])
    with pytest.raises(PersonError, match=r"No top or dress is seen.*use a photo"):
        room.dress(bare, [shop["shirt"]], recolour=True)


def test_one_fabric_a_garment(subject, room, shop):
    with pytest.raises(PersonError, match="one fabric at a time"):
        room.dress(subject, [shop["shirt"], shop["jacket"]], recolour=True)


def test_the_fabric_is_cut_from_inside_the_product(room, shop):
    fabric = fabric_of(room._garment(shop["shirt"]))
    assert min(fabric.shape[:2]) > 100
    np.testing.assert_allclose(fabric.mean((0, 1)) * 255, wardrobe.RED, atol=3)


def _grown(mask: np.ndarray, by: int) -> np.ndarray:
    grown = mask.copy()
    for _ in range(by):
        wide = np.pad(grown, 1)
        grown = (
            wide[1:-1, 1:-1] | wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
        )
    return grown
