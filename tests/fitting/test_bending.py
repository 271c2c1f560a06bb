"""What bent sheets leave open inside their outline: their own pattern goes on there."""

from __future__ import annotations

import numpy as np

from demo.fitting.bending import mirrored


def test_stripes_go_on_in_a_gap():
    rows = np.arange(80)[:, None, None]
    stripes = np.broadcast_to((rows // 8 % 2).astype(np.float32), (80, 90, 3)).copy()
    known = np.ones((80, 90), bool)
    known[:, 30:60] = False
    stripes[~known] = 0.5
    filled = mirrored(stripes, known, ~known)
    dark, light = filled[18:22, 34:40], filled[26:30, 34:40]
    assert dark.mean() < 0.1
    assert light.mean() > 0.9


def test_where_nothing_is_known_the_picture_stays():
    picture = np.full((20, 20, 3), 0.3, np.float32)
    nothing = np.zeros((20, 20), bool)
    np.testing.assert_array_equal(mirrored(picture, nothing, ~nothing), picture)
