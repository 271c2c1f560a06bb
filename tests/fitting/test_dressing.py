"""Whole outfits on a figure and on a photo: order, what stays untouched, what is remembered."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from fitting import wardrobe

from demo.catalog.shapes import PARTS
from demo.errors import PictureError
from demo.fitting.figures import load_figures
from demo.fitting.room import FittingRoom
from demo.fitting.sleeves import Arm, keeps_sleeves
from demo.fitting.subject import of_figure, of_photo
from demo.fitting.uncovered import taken_off
from demo.fitting.undressing import _in_pocket, _without_fringe, bare_photo
from demo.fitting.warp import put_on
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, UPPER
from demo.studio.worn.body import Body
from demo.types import Product


@pytest.fixture(scope="module")
def figures():
    return load_figures(wardrobe.FIGURES)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("goods")
    return {
        "shirt": wardrobe.product("shirt", "tops", folder, wardrobe.RED),
        "jacket": wardrobe.product("jacket", "outerwear", folder, wardrobe.GREEN),
        "trousers": wardrobe.product("trousers", "trousers", folder, wardrobe.BLUE),
    }


@pytest.fixture
def room():
    return FittingRoom(wardrobe.SHAPES)


def _is(picture: np.ndarray, colour: tuple[int, int, int], far: float = 40) -> np.ndarray:
    away = np.abs(picture[..., :3].astype(float) - colour).max(-1)
    return (away < far) & (picture[..., 3] > 200)


def _at(picture: np.ndarray, place: tuple[float, float]) -> np.ndarray:
    return picture[round(place[1]), round(place[0])]


def test_a_shirt_covers_the_chest_and_trousers_the_thighs(figures, room, shop):
    figure = figures["ada"]
    worn = room.dress(of_figure(figure), [shop["trousers"], shop["shirt"]]).picture
    assert _is(_at(worn, figure.joints["waist"]), wardrobe.RED)
    knee, hip = (np.array(figure.joints[f"{n}_left"]) for n in ("knee", "hip"))
    assert _is(_at(worn, (knee + hip) / 2), wardrobe.BLUE)


def test_the_face_of_a_figure_is_untouched(figures, room, shop):
    subject = of_figure(figures["ada"])
    worn = room.dress(subject, [shop["shirt"], shop["trousers"]]).picture
    chin = round(figures["ada"].joints["chin"][1])
    np.testing.assert_array_equal(worn[: chin - 20], subject.picture[: chin - 20])


def test_a_layer_lies_over_the_shirt_whatever_the_order_of_the_call(figures, room, shop):
    subject = of_figure(figures["gil"])
    one = room.dress(subject, [shop["shirt"], shop["jacket"]]).picture
    other = room.dress(subject, [shop["jacket"], shop["shirt"]]).picture
    np.testing.assert_array_equal(one, other)
    assert _is(one, wardrobe.GREEN).sum() > 10 * _is(one, wardrobe.RED).sum()


def test_tucked_the_waistband_is_seen_and_otherwise_the_hem(figures, room, shop):
    subject, items = of_figure(figures["ada"]), [shop["shirt"], shop["trousers"]]
    loose = _is(room.dress(subject, items).picture, wardrobe.BLUE).sum()
    tucked = _is(room.dress(subject, items, tucked=True).picture, wardrobe.BLUE).sum()
    assert tucked > 1.1 * loose


def test_the_second_time_gives_the_same_picture(figures, room, shop):
    subject = of_figure(figures["hugo"])
    first = room.dress(subject, [shop["shirt"]]).picture.astype(int)
    again = room.dress(subject, [shop["shirt"]]).picture.astype(int)
    np.testing.assert_array_equal(first, again)


def test_every_stage_leaves_a_picture_of_the_persons_size(figures, room, shop):
    fitting = room.dress(of_figure(figures["ada"]), [shop["shirt"]], with_stages=True)
    assert [name for name, _ in fitting.stages] == ["shape", "warp", "undressed", "result"]
    assert {picture.shape for _, picture in fitting.stages} == {(1280, 640, 3)}
    assert set(fitting.seconds) == {"warp", "undress", "lay on"}


def test_what_cannot_be_worn_is_said(figures, room, shop):
    vase = Product("vase", "A vase", shop["shirt"].image, attributes={"category": "vases"})
    with pytest.raises(PictureError, match="A vase cannot be tried on"):
        room.dress(of_figure(figures["ada"]), [vase])


def test_two_of_a_kind_are_refused(figures, room, shop):
    with pytest.raises(PictureError, match="Only one of the tops"):
        room.dress(of_figure(figures["ada"]), [shop["shirt"], shop["shirt"]])


@pytest.mark.parametrize("name", ["ada", "gil", "bea"])
def test_on_a_photo_the_old_top_is_gone_and_the_rest_is_untouched(figures, room, shop, name):
    subject = wardrobe.photographed(figures[name])
    worn = room.dress(subject, [shop["shirt"]]).picture
    assert _is(worn, wardrobe.RED).sum() > 15_000
    assert _is(worn, wardrobe.BLUE, 60).sum() < 0.01 * _is(subject.picture, wardrobe.BLUE, 60).sum()
    chin = round(figures[name].joints["chin"][1])
    knee = round(figures[name].joints["knee_left"][1])
    for rows in (slice(0, chin - 20), slice(knee + 30, None)):
        np.testing.assert_array_equal(worn[rows], subject.picture[rows])


@pytest.mark.parametrize("goods", [("shirt",), ("jacket",), ("shirt", "jacket")])
def test_head_hands_and_all_that_is_far_from_cloth_are_identical(figures, room, shop, goods):
    subject = wardrobe.photographed(figures["gil"])
    worn = room.dress(subject, [shop[sku] for sku in goods]).picture
    same = (worn == subject.picture).all(-1)
    assert not same.all()
    rows = np.arange(len(same))[:, None]
    chin = subject.at(subject.body.joints["chin"])[1]
    assert same[np.isin(subject.labels, (HAIR, FACE)) & (rows < chin)].all()
    for side in ("left", "right"):
        x, y = subject.at(subject.body.joints[f"hand_{side}"])
        hand = np.hypot(np.arange(same.shape[1])[None] - x, rows - y) < 25
        assert same[hand & (subject.labels == ARMS)].all()
    cloth = (subject.labels == UPPER) | _is(worn, wardrobe.RED) | _is(worn, wardrobe.GREEN)
    near = cv2.dilate(cloth.astype(np.uint8), np.ones((61, 61), np.uint8)) > 0
    assert same[~near].all()


def test_invented_arms_have_the_persons_own_skin(figures, room, shop):
    subject = wardrobe.photographed(figures["gil"])
    arm = cv2.dilate(np.isin(subject.labels, (ARMS,)).astype(np.uint8), np.ones((9, 9))) > 0
    rows = np.arange(len(arm))[:, None]
    wrist = subject.at(subject.body.joints["wrist_left"])[1]
    sleeve = arm & (rows < wrist - 15)
    labels = np.where(sleeve, UPPER, subject.labels).astype(np.uint8)
    photo = subject.picture.copy()
    photo[sleeve, :3] = wardrobe.BLUE
    clad = replace(subject, picture=photo, labels=labels)
    worn = room.dress(clad, [shop["shirt"]]).picture
    middle = subject.at(
        (np.array(subject.body.joints["elbow_left"]) + subject.body.joints["wrist_left"]) / 2
    )
    usual = np.median(subject.picture[subject.labels == FACE][:, :3], 0)
    assert np.abs(_at(worn, middle)[:3] - usual).max() < 45


def test_on_a_photo_new_trousers_hang_under_the_top_that_stays(figures, room, shop):
    subject = wardrobe.photographed(figures["gil"])
    photo = subject.picture
    worn = room.dress(subject, [shop["trousers"]]).picture
    chest = figures["gil"].joints["waist"]
    np.testing.assert_array_equal(_at(worn, chest), _at(photo, chest))
    assert _is(worn, wardrobe.GREEN, 60).sum() < 0.02 * _is(photo, wardrobe.GREEN, 60).sum()
    ankle = np.array(figures["gil"].joints["ankle_left"])
    knee = np.array(figures["gil"].joints["knee_left"])
    assert _is(_at(worn, (ankle + knee) / 2), wardrobe.BLUE, 60)


def test_an_open_layer_alone_keeps_the_top_below_it(figures, room, shop):
    subject = wardrobe.photographed(figures["ada"])
    both = room.dress(subject, [shop["jacket"]]).picture
    collar = figures["ada"].joints["waist"]
    assert _is(_at(both, collar), wardrobe.GREEN)


def test_a_photo_without_legs_says_what_to_show(figures):
    with pytest.raises(PictureError, match="from the waist down"):
        of_photo(np.full((200, 160, 3), 200, np.uint8), np.zeros((200, 160), np.uint8))


def test_a_hand_in_a_pocket_leaves_no_stump_on_the_shirt(figures, room, shop):
    subject = wardrobe.photographed(figures["gil"])
    hidden = replace(subject, labels=np.where(subject.labels == ARMS, UPPER, subject.labels))
    worn = [put_on(room._garment(shop["shirt"]), Body(subject.body))]
    shown, gone = (bare_photo(s, worn, {}) for s in (subject, hidden))
    arm = Arm(subject, [], "left")
    wrist = (np.abs(arm.along - 1.7) < 0.1) & (arm.away < 8)
    assert shown.arms["left"][wrist].mean() > 0.9
    assert gone.arms["left"][wrist].max() == 0


def test_a_long_sleeve_ends_in_its_cuff_where_the_hand_is_in_a_pocket(figures, room, shop):
    subject = wardrobe.photographed(figures["gil"])
    hidden = replace(subject, labels=np.where(subject.labels == ARMS, UPPER, subject.labels))
    worn = put_on(room._garment(shop["shirt"]), Body(subject.body))
    joints = subject.body.joints
    for side in ("left", "right"):  # the shirt's cuffs moved to the wrists
        wrist = (float(joints[f"wrist_{side}"][0]), float(joints[f"wrist_{side}"][1]))
        worn.landmarks[f"cuff_outer_{side}"] = worn.landmarks[f"cuff_inner_{side}"] = wrist
        worn.landmarks[f"elbow_{side}"] = tuple(joints[f"elbow_{side}"])
    shown, gone = (bare_photo(s, [worn], {}) for s in (subject, hidden))
    arm = Arm(subject, [worn], "left")
    assert arm.cuff > 1.9
    hand = (arm.along > arm.cuff + 0.05) & (arm.along < 2.3) & (arm.away < 8)
    assert np.maximum(shown.arms["left"], shown.hands)[hand].mean() > 0.9
    assert np.maximum(gone.arms["left"], gone.hands)[hand].max() < 0.05


def test_half_a_hand_is_in_a_pocket_where_cloth_that_is_gone_surrounds_it():
    labels = np.full((120, 120), UPPER, np.uint8)
    hand = np.zeros(labels.shape, bool)
    hand[40:80, 40:80] = True
    labels[hand] = ARMS
    gone = labels == UPPER
    assert _in_pocket(labels, hand, gone, 1.0)
    assert not _in_pocket(labels, hand, gone, 0.5)  # nearer to the camera it is a whole hand
    labels[:, :60] = np.where(hand[:, :60], ARMS, BACKGROUND)  # beside the hip
    assert not _in_pocket(labels, hand, labels == UPPER, 1.0)


def test_what_shone_through_at_a_hands_edge_is_gone_before_new_cloth():
    picture = np.full((60, 60, 3), 0.9, np.float32)
    picture[20:40, 20:40] = (0.6, 0.4, 0.3)
    hand = np.zeros((60, 60), bool)
    hand[19:41, 19:41] = True  # the label holds a rim of the wall
    cleaned = _without_fringe(picture, hand, np.ones((60, 60), np.float32), 1.0)
    assert np.abs(cleaned[19, 25:35] - (0.6, 0.4, 0.3)).max() < 0.08
    np.testing.assert_array_equal(cleaned[:10], picture[:10])
    same = _without_fringe(picture, hand, np.zeros((60, 60), np.float32), 1.0)
    np.testing.assert_array_equal(same, picture)


def test_a_gilet_goes_over_long_sleeves_and_takes_none_off(figures, shop, tmp_path):
    parts = wardrobe.SHIRT.parts.copy()
    parts[np.isin(parts, [PARTS.index("sleeve_left"), PARTS.index("sleeve_right")])] = 0
    room = FittingRoom(wardrobe.SHAPES | {"gilet": replace(wardrobe.SHIRT, parts=parts)})
    wardrobe.picture(wardrobe.SHIRT, wardrobe.GREEN).save(tmp_path / "gilet.png")
    product = Product(
        "gilet", "Gilet", tmp_path / "gilet.png",
        attributes={"category": "outerwear", "fit": "regular"},
    )  # fmt: skip
    bare = wardrobe.photographed(figures["gil"])
    clad = replace(bare, labels=np.where(bare.labels == ARMS, UPPER, bare.labels))
    gilet, jacket = (
        put_on(room._garment(p), Body(bare.body)) for p in (product, shop["jacket"])
    )  # fmt: skip
    assert keeps_sleeves(clad, [gilet])
    assert not taken_off(clad, [gilet], {}).any()
    assert not keeps_sleeves(bare, [gilet])
    assert not keeps_sleeves(clad, [jacket])
    assert taken_off(clad, [jacket], {}).any()
