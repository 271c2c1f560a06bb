"""A neck when its collar is gone: as wide as it was seen to be, and nothing beside it left over."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import PARTS, load_figures
from demo.fitting.necks import bare_neck
from demo.fitting.subject import Subject
from demo.fitting.uncovered import over_cloth
from demo.fitting.undressing import bare_photo
from demo.fitting.zones import Zones
from demo.models.parser import FACE, HAIR, UPPER


@pytest.fixture(scope="module")
def subject() -> Subject:
    return wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])


@pytest.fixture(scope="module")
def drawn(subject) -> tuple[np.ndarray, np.ndarray]:
    """Neck and trunk as they are measured."""
    parts = subject.body.parts()
    neck, trunk = (
        subject.bring((parts == PARTS.index(n)).astype(np.float32)) > 0.5 for n in ("neck", "torso")
    )
    return neck, trunk


def _collared(subject: Subject, high: int) -> Subject:
    """Cloth left and right of the neck from so many pixels above its base down."""
    labels = subject.labels.copy()
    base, x = _base(subject)
    band = np.s_[base - high : base + 10]
    near = np.abs(np.arange(labels.shape[1]) - x) < 80 * subject.unit
    labels[band][(labels[band] != FACE) & near] = UPPER
    return replace(subject, labels=labels)


def _base(subject: Subject) -> tuple[int, int]:
    left, right = (subject.at(subject.body.outline[f"neck_{s}"]) for s in ("left", "right"))
    return round(left[1]), round((left[0] + right[0]) / 2)


def test_a_neck_without_a_collar_needs_nothing(subject, drawn):
    neck, stray = bare_neck(subject, *drawn)
    base, _ = _base(subject)
    assert not neck[: base - 1].any()
    assert not stray.any()
    np.testing.assert_array_equal(neck[base + 1 :], drawn[0][base + 1 :])


def test_a_neck_goes_on_as_wide_as_it_was_seen(subject, drawn):
    base, _ = _base(subject)
    collared = _collared(subject, 12)
    neck, _ = bare_neck(collared, *drawn)
    row = base - 9
    skin = np.flatnonzero(collared.labels[row] == FACE)
    found = np.flatnonzero(neck[row])
    assert found[0] == pytest.approx(skin[0], abs=4)
    assert found[-1] == pytest.approx(skin[-1], abs=4)
    assert not neck[: base - 13].any()


def test_a_rim_of_skin_beyond_the_neck_goes_with_the_collar(subject, drawn):
    base, x = _base(subject)
    labels = _collared(subject, 14).labels
    edge = int(np.flatnonzero(labels[base - 8] == FACE)[-1])
    rim = np.s_[base - 10 : base - 6, edge + 10 : edge + 13]
    labels[rim] = FACE
    _, stray = bare_neck(replace(subject, labels=labels), *drawn)
    assert stray[rim].all()
    assert not stray[:, x - 5 : x + 5].any()


def test_shoulders_do_not_stand_out_above_the_cloth_on_them(subject):
    zones = Zones(subject)
    _, x = _base(subject)
    top = np.argmax(zones.trunk | zones.neck, 0)
    half = round(subject.body.half_widths["upper_arm"])
    cover = np.zeros(subject.labels.shape, np.float32)
    near, far = (np.s_[x + k * half : x + (k + 1) * half] for k in (3, -4))
    cover[top[near].max() + 6 :, near] = 1
    cover[top[far].max() + 60 :, far] = 1
    found = over_cloth(subject, zones, [], cover)
    assert found[top[near].max() + 2, near].all()
    assert not found[:, far].any()
    assert not found[:, x - 4 : x + 4].any()


def test_the_jaw_lies_before_a_collar_and_the_neck_does_not(subject):
    chin, crown = (subject.at(subject.body.joints[n]) for n in ("chin", "head_top"))
    labels = subject.labels.copy()
    x, y, tall = round(chin[0]), round(chin[1]), chin[1] - crown[1]
    mouth = np.flatnonzero(labels[round(y - 0.3 * tall)] == FACE)
    labels[y - 6 : y + 30, mouth[0] : mouth[-1] + 1] = FACE  # a neck as wide as the face
    wisp = np.s_[y : y + 40, mouth[0] - 2 : mouth[0] + 1]
    lock = np.s_[y - 20 : y + 40, mouth[-1] + 4 : mouth[-1] + 34]
    labels[wisp], labels[lock] = HAIR, HAIR
    head = bare_photo(replace(subject, labels=labels), [], {}).head
    assert head[y - 4, x] > 0.9
    assert head[round(y - 0.4 * tall), mouth[2] : mouth[-3]].min() > 0.9
    assert head[y - 2, mouth[1]] < 0.1
    assert head[y + 20 : y + 28, mouth[0] : mouth[-1]].max() < 0.1
    assert head[y + 10, lock[1]][4:-4].min() > 0.9
