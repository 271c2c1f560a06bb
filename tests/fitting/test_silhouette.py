"""New sheets on a photo: they end where the old garment did, and stand off nobody's shoulders."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.bending import GRID, GRID_SIZE, Bending
from demo.fitting.figures import SIZE, load_figures
from demo.fitting.room import FittingRoom
from demo.fitting.silhouette import follow
from demo.fitting.sleeves import Arm, cuff_of
from demo.fitting.subject import Subject
from demo.fitting.uncovered import beside_front, in_sleeves, taken_off
from demo.fitting.warp import Worn, put_on
from demo.models.parser import ARMS, BACKGROUND, LOWER, UPPER
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import Body


@pytest.fixture(scope="module")
def subject() -> Subject:
    return wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])


@pytest.fixture
def put(tmp_path):
    def on(subject: Subject, sku: str = "shirt", category: str = "tops") -> Worn:
        product = wardrobe.product(sku, category, tmp_path, wardrobe.RED)
        garment = FittingRoom(wardrobe.SHAPES)._garment(product)
        return put_on(garment, Body(subject.body))

    return on


def _covered(subject: Subject, worn: Worn) -> np.ndarray:
    sheets = [s[..., 3] for n, s in worn.sheets.items() if n != "inside"]
    return subject.bring(np.max(sheets, 0)) > 0.5


def _level(subject: Subject, name: str) -> float:
    return float(subject.at((0, Body(subject.body).level(name)))[1])


def _box(x0: int, y0: int, x1: int, y1: int) -> np.ndarray:
    sheet = np.zeros((SIZE[1], SIZE[0], 4), np.float32)
    sheet[y0:y1, x0:x1] = 1
    return sheet


def test_bends_add_up_and_take_landmarks_along(put, subject):
    worn = replace(
        put(subject), sheets={"": _box(200, 300, 400, 600)}, landmarks={"hem": (300, 600)}
    )
    bending = Bending(worn)
    for shift in ((-20.0, 0.0), (-10.0, 30.0)):
        field = np.broadcast_to(np.array(shift, np.float32), (*GRID_SIZE[::-1], 2))
        bending.move(np.ascontiguousarray(field), [""], ["hem"])
    bending.draw()
    rows, columns = np.nonzero(worn.cover() > 0.5)
    assert (columns.min(), columns.max()) == pytest.approx((230, 429), abs=1)
    assert (rows.min(), rows.max()) == pytest.approx((270, 569), abs=1)
    assert worn.landmarks["hem"] == pytest.approx((330, 570), abs=1)


def test_a_sheet_reaches_its_target_and_no_further(put, subject):
    worn = replace(put(subject), sheets={"": _box(220, 300, 400, 600)}, landmarks={})
    worn.sheets[""][440:460, 300:320, :3] = 0  # a print
    bending = Bending(worn)
    wanted = _box(206, 300, 414, 600)[::GRID, ::GRID, 3] > 0
    wanted[200:210, 140:150] = True  # what the sheet covers stays closed
    bending.reach(wanted)
    bending.draw()
    cover, target = worn.cover(), cv2.resize(wanted.astype(np.float32), SIZE) > 0.5
    inner = cv2.erode(target.astype(np.uint8), np.ones((7, 7))) > 0
    outer = cv2.dilate(target.astype(np.uint8), np.ones((7, 7))) > 0
    assert cover[inner].min() > 0.97
    assert cover[~outer].max() < 0.02
    rows, columns = np.nonzero((cover > 0.5) & (worn.sheets[""][..., 0] < 0.5))
    assert (columns.mean(), rows.mean()) == pytest.approx((309.5, 449.5), abs=3)


def test_a_shirt_ends_at_the_sides_where_the_old_one_did(put, subject):
    labels = subject.labels
    rows = np.arange(len(labels))[:, None]
    beside = (rows > _level(subject, "armpit") + 40) & (rows < _level(subject, "waist") + 20)
    wide = cv2.dilate((labels == UPPER).astype(np.uint8), np.ones((1, 27))) > 0
    clad = np.where(wide & beside & (labels == BACKGROUND), UPPER, labels).astype(np.uint8)
    worn, old = put(subject), (clad == UPPER) & beside
    before = _covered(subject, worn)[old].mean()
    follow(replace(subject, labels=clad), [worn])
    assert before < 0.985
    assert _covered(subject, worn)[old].mean() > 0.99


def test_no_shoulder_stands_off_the_person(put, subject):
    worn = put(subject)
    for name, sheet in worn.sheets.items():
        worn.sheets[name] = cv2.dilate(sheet, np.ones((25, 25)))
    person = (subject.labels != BACKGROUND).astype(np.uint8)
    away = cv2.distanceTransform(1 - person, cv2.DIST_L2, 5) > 8
    rows, columns = np.arange(len(away))[:, None], np.arange(away.shape[1])[None]
    neck = np.abs(columns - subject.at(subject.body.joints["neck"])[0]) < 75
    off = away & (rows < _level(subject, "shoulder")) & ~neck
    before = (_covered(subject, worn) & off).sum()
    follow(subject, [worn])
    assert before > 100
    assert (_covered(subject, worn) & off).sum() < 0.1 * before


@pytest.mark.parametrize("far", [0.1, 0.5])
def test_a_sleeve_goes_on_to_a_near_old_end_only(put, subject, far):
    worn = put(subject)
    line = arm_of(Body(subject.body), "left")
    cuff = cuff_of(worn, line, "left")
    arm = Arm(subject, [], "left")
    sleeve = (subject.labels == ARMS) & (arm.along < cuff + far) & (arm.away < 60)
    follow(replace(subject, labels=np.where(sleeve, UPPER, subject.labels)), [worn])
    more = cuff_of(worn, line, "left") - cuff
    assert more == pytest.approx(far if far < 0.2 else 0, abs=0.06)


@pytest.mark.parametrize("far", [24, 90])
def test_a_hem_goes_down_to_a_near_old_one_only(put, subject, far):
    worn = put(subject)
    hem = worn.landmarks["hem"][1]
    rows = np.arange(len(subject.labels))[:, None]
    low = float(subject.at((0, hem + far))[1])
    trunk = np.isin(subject.labels, (UPPER, LOWER))
    labels = np.where(trunk, np.where(rows < low, UPPER, LOWER), subject.labels)
    follow(replace(subject, labels=labels.astype(np.uint8)), [worn])
    assert worn.landmarks["hem"][1] - hem == pytest.approx(far if far < 40 else 0, abs=6)


def test_of_a_shirt_under_a_jacket_a_rest_is_taken_off_and_more_is_kept(put, subject):
    worn = put(subject, "jacket", "outerwear")
    rows = np.arange(len(subject.labels))[:, None]
    trunk = np.isin(subject.labels, (UPPER, LOWER))
    off = {}
    for far in (14, 70):
        low = float(subject.at((0, worn.landmarks["hem"][1] + far))[1])
        labels = np.where(trunk, np.where(rows < low, UPPER, LOWER), subject.labels)
        under = (labels == UPPER) & (rows > low - 10)
        x = np.round(subject.at(Body(subject.body).joint("pelvis"))[0]).astype(int)
        under[:, : x - 20], under[:, x + 20 :] = False, False
        gone = taken_off(replace(subject, labels=labels.astype(np.uint8)), [worn], {})
        off[far] = gone[under].mean()
    assert off[14] > 0.9
    assert off[70] < 0.1


def test_where_new_sleeves_are(put, subject):
    worn = put(subject)
    found = in_sleeves(subject, [worn])
    x, y = (round(float(k)) for k in subject.at(Body(subject.body).shoulder_tip("left") + [18, 30]))
    assert found[y, x]
    assert not found[round(_level(subject, "waist")), round(float(subject.at((320, 0))[0]))]
    assert not in_sleeves(subject, []).any()


def test_no_trousers_stand_out_beside_a_top_above_its_hem(put, subject):
    worn = put(subject)
    aside = beside_front(subject, [worn])
    front = subject.bring(worn.cover()) > 0.5
    waist = round(_level(subject, "waist"))
    columns = np.flatnonzero(front[waist])
    assert aside[waist, : columns[0]].all()
    assert aside[waist, columns[-1] + 1 :].all()
    assert not aside[waist, columns[0] + 4 : columns[-1] - 3].any()
    below = round(float(subject.at(worn.landmarks["hem_left"])[1])) + 6
    assert not aside[below:].any()


def test_an_old_hood_lifts_no_shoulder(put, subject):
    body = Body(subject.body)
    left, right = (subject.at(body.edge(f"neck_{side}")) for side in ("left", "right"))
    (middle, base), half = (left + right) / 2, (left[0] - right[0]) / 2
    rows, columns = (
        np.arange(len(subject.labels))[:, None],
        np.arange(subject.labels.shape[1])[None],
    )
    hood = (np.abs(columns - middle) < 3 * half) & (rows > base - 30) & (rows < base + 30)
    hood &= subject.labels == BACKGROUND
    clad = replace(subject, labels=np.where(hood, UPPER, subject.labels).astype(np.uint8))
    plain, lifted = put(subject), put(subject)
    follow(subject, [plain])
    follow(clad, [lifted])
    more = _covered(subject, lifted) & ~_covered(subject, plain)
    assert (more & hood).sum() < 0.12 * hood.sum()


def test_a_longer_dress_is_no_wider_at_the_old_hem(put, subject):
    worn = put(subject)
    rows = np.arange(len(subject.labels))[:, None]
    hem = float(subject.at((0, worn.landmarks["hem"][1] - 60))[1])
    trunk = np.isin(subject.labels, (UPPER, LOWER))
    labels = np.where(trunk, np.where(rows < hem, UPPER, LOWER), subject.labels).astype(np.uint8)
    tail = cv2.dilate((labels == UPPER).astype(np.uint8), np.ones((1, 61))) > 0
    tail &= (rows > hem - 12) & (rows < hem) & (labels == BACKGROUND)
    labels[tail] = UPPER
    before = _covered(subject, worn)
    follow(replace(subject, labels=labels), [worn])
    assert (_covered(subject, worn) & ~before & tail).sum() < 80
