"""The bare body's parts in a photo: shoulders in one line, the trunk behind hanging arms."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.limbs import Limb
from demo.fitting.uncovered import lower_goes_on, over_cloth
from demo.fitting.zones import Zones
from demo.models.parser import LOWER, UPPER

FIGURES = load_figures(wardrobe.FIGURES)


@pytest.fixture(scope="module", params=["gil", "ada"])
def bared(request):
    subject = wardrobe.photographed(FIGURES[request.param])
    return subject, Zones(subject, [Limb(subject, side) for side in ("left", "right")])


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
def test_a_shoulder_falls_from_the_neck_to_the_arm_without_a_notch(bared, side, sign):
    subject, zones = bared
    neck = subject.at(subject.body.outline[f"neck_{side}"])[0]
    joint = subject.at(subject.body.joints[f"shoulder_{side}"])[0]
    columns = np.arange(round(neck + 6 * sign), round(joint + 14 * sign), sign)
    body = (zones.chest | zones.arms)[:, columns]
    assert body.any(0).all()
    top = np.argmax(body, 0)
    assert np.diff(top).min() >= -1
    assert np.diff(top).max() < 8


def test_nothing_of_the_trunk_stands_out_beside_the_arms_own_shoulder(bared):
    subject, zones = bared
    rows = np.arange(len(zones.trunk))[:, None]
    columns = np.arange(zones.trunk.shape[1])[None]
    low = subject.at(subject.body.outline["armpit_left"])[1]
    left = subject.at(subject.body.joints["shoulder_left"])[0]
    assert not (zones.trunk & (rows < low) & (columns > left + 1)).any()


def test_the_trunk_goes_on_behind_a_hanging_arm(bared):
    subject, zones = bared
    at, body = subject.at, subject.body
    waist, hip = (at(body.outline[f"{n}_left"]) for n in ("waist", "hip"))
    rows = np.arange(round(waist[1]) + 4, round(hip[1]) - 4)
    edge = np.interp(rows, [waist[1], hip[1]], [waist[0], hip[0]]).astype(int)
    assert zones.trunk[rows, edge - 6].all()


def test_cloth_without_sleeves_leaves_the_shoulders_beside_it(bared):
    subject, zones = bared
    joint, pit = (
        subject.at(p)
        for p in (subject.body.joints["shoulder_left"], subject.body.outline["armpit_left"])
    )
    cover = np.zeros(zones.trunk.shape, np.float32)
    cover[round(pit[1]) :, round(joint[0]) - 60 : round(joint[0]) - 4] = 1  # up to the armpit only
    strap = np.s_[round(joint[0]) - 50 : round(joint[0]) - 42]
    cover[np.argmax(zones.trunk, 0)[strap].max() + 4 :, strap] = 1
    assert not (over_cloth(subject, zones, [], cover) & (zones.arms | zones.trunk)).any()


def test_trousers_taken_for_the_top_between_what_is_known_of_them_go_on(bared):
    """A photo cut off at the hips, black top over black trousers: no trousers are seen below the strip."""
    subject, _ = bared
    low = round(subject.at(subject.body.outline["hip_left"])[1]) + 60
    labels = subject.labels[:low].copy()
    middle = round(float(subject.at(subject.body.joints["waist"])[0]))
    strip = np.s_[low - 40 : low, middle - 12 : middle + 12]
    assert (labels[strip] == LOWER).mean() > 0.9
    labels[strip] = UPPER
    cut = replace(subject, labels=labels, picture=subject.picture[:low])
    zones = Zones(cut, [Limb(cut, side) for side in ("left", "right")])
    assert lower_goes_on(cut, [], zones)[strip].mean() > 0.95
