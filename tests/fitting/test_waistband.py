"""New trousers begin where the old ones began, however aslant; a top that hangs over them stays."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.figures import load_figures
from demo.fitting.room import FittingRoom
from demo.fitting.subject import Subject, of_photo
from demo.models.parser import ARMS, FACE, LOWER, UPPER

SLOPE = 0.12
"""rows a column by which the old waistband leans"""


def _below_the_belly(hand: bool = False) -> Subject:
    """A figure from the belly down in trousers whose waistband leans; a hand on it or not."""
    whole = wardrobe.photographed(load_figures(wardrobe.FIGURES)["gil"])
    x, waist = (round(k) for k in whole.at(whole.body.joints["waist"]))
    labels, photo = whole.labels.copy(), whole.picture[..., :3].copy()
    rows, columns = np.mgrid[0 : labels.shape[0], 0 : labels.shape[1]]
    trunk = np.isin(labels, (UPPER, LOWER)) & (abs(columns - x) < 85)
    labels[np.isin(labels, (ARMS, UPPER)) & ~trunk] = 0
    belly = trunk & (rows < waist + 60 + SLOPE * (columns - x))
    labels[trunk], labels[belly] = LOWER, FACE
    photo[labels == LOWER] = wardrobe.GREEN
    photo[belly] = (190, 130, 100)
    photo[labels == 0] = wardrobe.GREY
    if hand:
        held = np.s_[waist + 30 : waist + 110, x + 30 : x + 60]
        labels[held], photo[held] = ARMS, (190, 130, 100)
    return of_photo(photo[waist - 20 :], labels[waist - 20 :])


@pytest.mark.parametrize("hand", [False, True])
def test_a_new_waistband_leans_as_the_old_one(tmp_path, hand):
    subject = _below_the_belly(hand)
    trousers = wardrobe.product("trousers", "trousers", tmp_path, wardrobe.BLUE)
    worn = FittingRoom(wardrobe.SHAPES).dress(subject, [trousers]).picture[..., :3].astype(int)
    blue = np.abs(worn - wardrobe.BLUE).max(2) < 60
    first = np.argmax(subject.labels == LOWER, 0)
    middle = round(float(subject.at(subject.body.joints["waist"])[0]))
    columns = np.arange(middle - 60, middle + 60)
    columns = columns[~(subject.labels == ARMS).any(0)[columns]]
    new = np.argmax(blue, 0)[columns]
    assert np.polyfit(columns, new, 1)[0] == pytest.approx(SLOPE, abs=0.03)
    assert np.abs(new - first[columns]).max() < 10
    green = np.abs(worn - wardrobe.GREEN).max(2) < 60
    assert green.sum() < 0.01 * blue.sum()
    if hand:
        held = subject.labels == ARMS
        assert (np.abs(worn[held] - (190, 130, 100)).max(1) < 30).mean() > 0.9
