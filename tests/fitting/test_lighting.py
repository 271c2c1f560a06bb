"""The photo's light on new cloth: its strength, its side, and the old cloth's broad folds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.lighting import folds, light_on, soft_folds
from demo.fitting.subject import Subject
from demo.models.parser import ARMS, FACE, UPPER


@pytest.fixture(scope="module")
def subject() -> Subject:
    bright = wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])
    picture = bright.picture.copy()
    picture[:40, :, :3] = 250  # a lamp: the light is full and white
    return replace(bright, picture=picture)


def _with(subject: Subject, factor: np.ndarray) -> Subject:
    picture = subject.picture.copy()
    picture[..., :3] = np.clip(picture[..., :3] * factor[..., None], 0, 255).astype(np.uint8)
    return replace(subject, picture=picture)


def test_in_full_even_light_colours_stay(subject):
    gain = light_on(subject, {"upper"})
    assert gain.mean() == pytest.approx(1, abs=0.02)
    assert gain.std() < 0.02


def test_a_dim_room_dims_new_cloth(subject):
    dim = _with(subject, np.full(subject.labels.shape, 0.7))
    assert light_on(dim, {"upper"}).mean() == pytest.approx(0.75, abs=0.05)


def test_light_from_one_side_of_the_skin_falls_on_cloth_from_there(subject):
    slope = np.broadcast_to(np.linspace(0.6, 1.2, subject.labels.shape[1]), subject.labels.shape)
    skin = np.isin(subject.labels, (FACE, ARMS))
    gain = light_on(_with(subject, np.where(skin, slope, 1.0)), {"upper"})[..., 0]
    middle = gain.shape[1] // 2
    assert gain[:, middle + 150].mean() > gain[:, middle - 150].mean() + 0.05


def test_a_fold_of_the_old_top_is_one_of_the_new():
    own = np.zeros((200, 160), bool)
    own[20:180, 20:140] = True
    picture = np.full((200, 160, 3), 0.5, np.float32)
    picture[90:110] *= 0.6
    found = folds(picture, own, 2.0)
    assert found[100, 80] < 0.85 * found[50, 80]
    assert found[50, 80] == pytest.approx(1, abs=0.03)


def test_a_shirt_in_the_neckline_is_no_fold():
    own = np.zeros((400, 320), bool)
    own[20:380, 20:300] = True
    way = np.arange(400, dtype=np.float32)[:, None, None]
    fold = 1 - 0.35 * np.exp(-(((way - 300) / 16) ** 2))  # a soft one
    picture = np.full((400, 320, 3), 0.15, np.float32)
    picture[20:150, 110:210] = 0.7  # another cloth
    found = soft_folds(picture * fold, own, 1.0)
    assert found[80, 160] == pytest.approx(found[80, 60], abs=0.03)
    assert found[300, 60] < 0.9 * found[220, 60]


def test_a_fine_check_is_no_fold(subject):
    y, x = np.mgrid[0 : subject.labels.shape[0], 0 : subject.labels.shape[1]]
    check = np.where((x // 4 + y // 4) % 2, 1.0, 0.3)
    own = subject.labels == UPPER
    gain = light_on(_with(subject, np.where(own, check, 1.0)), {"upper"})[..., 0]
    assert gain[own].std() < 0.03
