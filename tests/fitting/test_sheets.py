"""Sheets: cut from pictures, bent to bodies, laid on each other, filled where they leave a hole."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe
from PIL import Image

from demo.catalog.shapes import MAP_SIZE, PARTS, Shape
from demo.fitting.compositing import Board
from demo.fitting.figures import load_figures
from demo.fitting.filling import carry_up, spread
from demo.fitting.garments import _full_labels, _with_straps, read_garment
from demo.fitting.outline import Outlines
from demo.fitting.subject import of_figure
from demo.fitting.warp import put_on
from demo.studio.worn.body import Body
from demo.studio.worn.trunk import lay_upper
from demo.types import Product


def _garment(sku: str, category: str):
    goods = Product(sku, sku, wardrobe.FIGURES, attributes={"category": category, "fit": "regular"})
    shape = wardrobe.SHAPES[sku]
    return read_garment(goods, wardrobe.picture(shape, wardrobe.RED), shape, Outlines({}))


@pytest.fixture(scope="module")
def body():
    return Body(of_figure(load_figures(wardrobe.FIGURES)["ada"]).body)


def test_a_sheet_holds_its_part_only():
    sheet = _garment("shirt", "tops").sheet(("sleeve_left",))
    columns = np.flatnonzero(sheet[..., 3].max(0) > 0.5)
    assert columns[0] > 320
    assert columns[-1] < 430


def test_a_sleeve_goes_on_behind_the_trunk_near_the_armpit_only():
    garment = _garment("shirt", "tops")
    plain = garment.sheet(("sleeve_left",))
    deep = garment.sheet(("sleeve_left",), ("body",), 16, "armpit_left")
    more = (deep[..., 3] > 0.5) & (plain[..., 3] < 0.5)
    rows, columns = np.nonzero(more)
    x, y = np.array(garment.landmarks["armpit_left"]) * 480 / 512
    assert more.any()
    assert np.hypot(columns - x, rows - y).max() < 36


def test_a_lining_goes_down_to_the_tip_of_the_opening():
    parts = wardrobe.SHIRT.parts.copy()
    parts[15:22, 27:33] = PARTS.index("inside")
    shape = Shape(wardrobe.SHIRT.landmarks, parts)
    picture = np.array(wardrobe.picture(shape, wardrobe.RED))
    picture[104:200, 224:256, :3] = wardrobe.BLUE  # further down than the map's cells say
    goods = Product("J", "J", wardrobe.FIGURES, attributes={"category": "outerwear"})
    labels = read_garment(goods, Image.fromarray(picture), shape, Outlines({})).labels
    assert labels[190, 240] == PARTS.index("inside")
    assert labels[190, 200] == PARTS.index("body")


def test_a_straps_half_behind_is_inside_down_to_the_body():
    inside, body = PARTS.index("inside"), PARTS.index("body")
    labels = np.zeros((200, 300), np.uint8)
    labels[120:, 40:260] = body
    labels[20:130, 50:60] = labels[20:130, 240:250] = body  # in front
    labels[90:120, 40:75] = labels[90:120, 225:260] = body  # where the front widens
    labels[20:120, 90:100] = labels[20:120, 200:210] = body
    labels[30:80, 90:100] = labels[30:80, 200:210] = inside  # as far as a coarse map says
    told = _with_straps(labels)
    assert (told[20:120, 92:98] == inside).all()
    assert (told[20:120, 52:58] == body).all()


def test_ribs_nibble_at_no_neckline():
    parts = np.zeros(MAP_SIZE[::-1], np.uint8)
    parts[20:60, 10:50], parts[12:20, 10:50] = PARTS.index("body"), PARTS.index("inside")
    rgba = np.zeros((600, 480, 4), np.uint8)
    rgba[96:480, 80:400] = (200, 30, 40, 255)
    rgba[96:160, 80:400, :3] = (60, 10, 20)
    ribs = np.arange(480) % 8 < 3
    rgba[155:161, ribs & (np.arange(480) > 80) & (np.arange(480) < 400), :3] = (200, 30, 40)
    inside = _full_labels(parts, rgba) == PARTS.index("inside")
    lowest = 599 - np.argmax(inside[::-1, 120:360], 0)
    assert lowest.max() - lowest.min() <= 2


def test_a_deep_neckline_folds_no_cloth(body):
    marks = dict(wardrobe.SHIRT.landmarks)
    marks["collar"] = (marks["collar"][0], marks["armpit_left"][1] + 0.14)  # a blazer's
    goods = Product("B", "B", wardrobe.FIGURES, attributes={"category": "outerwear"})
    shape = Shape(marks, wardrobe.SHIRT.parts)
    garment = read_garment(goods, wardrobe.picture(shape, wardrobe.RED), shape, Outlines({}))
    back = lay_upper(garment, garment, body).maps[""]
    pit, hem = body.level("armpit") + 20, body.level("hip")
    down = np.arange(pit, hem, 4.0)
    flat = back(np.stack([body.centre_at(down), down], 1))[:, 1]
    steps = np.diff(flat)
    assert steps.min() > 0.6 * np.median(steps)


def test_landmarks_come_to_lie_on_the_body(body):
    worn = put_on(_garment("shirt", "tops"), body)
    armpit = np.array(worn.landmarks["armpit_left"])
    assert np.linalg.norm(armpit - body.edge("armpit_left")) < 30
    middle = body.centre_at(worn.landmarks["hem"][1])
    assert worn.landmarks["hem"][0] == pytest.approx(float(middle), abs=12)


def test_trousers_reach_from_the_waist_to_the_ankles(body):
    worn = put_on(_garment("trousers", "trousers"), body)
    rows = np.flatnonzero((worn.cover() > 0.5).any(1))
    assert rows[0] > body.level("waist") - 25
    assert rows[-1] == pytest.approx(body.level("ankle"), abs=45)


def test_colours_are_the_pictures_own(body):
    sheet = put_on(_garment("shirt", "tops"), body).sheets[""]
    solid = sheet[..., 3] > 0.99
    np.testing.assert_allclose(sheet[solid][:, :3].mean(0) * 255, wardrobe.RED, atol=3)


def test_a_shadow_falls_beside_a_sheet_and_only_where_it_may():
    white = np.ones((120, 120, 4), np.float32)
    sheet = np.zeros((120, 120, 4), np.float32)
    sheet[40:80, 40:80] = (1, 0, 0, 1)
    shaded = np.zeros((120, 120), np.float32)
    shaded[:, :60] = 1
    board = Board(white, 1.0, shaded)
    board.lay(sheet, shadow=0.3, is_product=True)
    assert board.rgb[82, 50, 1] < 0.95
    assert board.rgb[82, 70, 1] == 1
    assert board.rgb[5, 5, 1] == 1
    assert board.touched[82, 50]
    assert not board.touched[5, 5]


def test_a_hole_is_filled_from_its_surroundings():
    picture = np.zeros((64, 64, 3), np.float32)
    picture[:, :32], picture[:, 32:] = (0.8, 0.1, 0.1), (0.1, 0.1, 0.8)
    known = np.ones((64, 64), bool)
    known[20:44, 20:44] = False
    filled = spread(np.where(known[..., None], picture, 0), known)
    assert filled[32, 22, 0] > 0.55
    assert filled[32, 41, 2] > 0.55


def test_cloth_goes_on_upwards_as_its_mirror_image():
    picture = np.zeros((60, 40, 3), np.float32)
    picture[30:] = np.linspace(0.2, 0.9, 30)[:, None, None]
    cloth = np.zeros((60, 40), bool)
    cloth[30:] = True
    grown = carry_up(picture, cloth)
    assert grown[25, 20, 0] == pytest.approx(picture[37, 20, 0], abs=0.05)
    np.testing.assert_array_equal(grown[45], picture[45])


def test_a_strap_is_in_front_whole_and_its_half_behind_is_not():
    parts = np.zeros(wardrobe.SHIRT.parts.shape, np.uint8)
    parts[30:60, 18:42] = PARTS.index("body")
    for near, far in ((19, 22), (40, 37)):
        parts[15:30, near] = parts[15:30, far] = PARTS.index("inside")
        parts[20:24, near] = PARTS.index("body")
        parts[26, far] = PARTS.index("body")
    shape = Shape(wardrobe.SHIRT.landmarks, parts)
    goods = Product("S", "S", wardrobe.FIGURES, attributes={"category": "tops"})
    garment = read_garment(goods, wardrobe.picture(shape, wardrobe.RED), shape, Outlines({}))
    for near, far in ((19, 22), (40, 37)):
        assert (garment.labels[130:230, 8 * near + 3] == PARTS.index("body")).all()
        assert (garment.labels[130:230, 8 * far + 3] == PARTS.index("inside")).all()
