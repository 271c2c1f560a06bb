"""Limbs lent by a bare figure: where the joints are, as wide as is asked for, round by their light."""

from __future__ import annotations

import numpy as np
import pytest
from fitting import wardrobe

from demo.fitting.double import BONES, bend_double
from demo.fitting.figures import PARTS, Figure, load_figures

FIGURES = load_figures(wardrobe.FIGURES)


def _bent(figure: Figure, half: dict[str, float] | None = None):
    joints = {name: np.array(at) for name, at in figure.joints.items()}
    outline = {name: np.array(at) for name, at in figure.outline.items()}
    return bend_double(joints, outline, half or figure.half_widths)


@pytest.mark.parametrize("name", ["ada", "gil", "hugo"])
def test_limbs_lie_where_another_figures_own_are(name):
    figure = FIGURES[name]
    bent, parts = _bent(figure), figure.parts()
    for limb in BONES:
        own = parts == PARTS.index(f"{limb}_right")
        found = bent.limbs[f"{limb}_right"] > 0.5
        assert (own & found).sum() / own.sum() > 0.75


def test_a_limb_is_as_wide_as_asked():
    figure = FIGURES["gil"]
    slim = {name: 0.7 * wide for name, wide in figure.half_widths.items()}
    row = round((figure.joints["knee_left"][1] + figure.joints["hip_left"][1]) / 2)
    whole, narrow = (
        (_bent(figure, half).limbs["thigh_left"][row] > 0.5).sum() for half in (None, slim)
    )
    assert narrow / whole == pytest.approx(0.7, abs=0.08)


def test_a_limb_is_darker_at_its_edge():
    figure = FIGURES["ada"]
    bent = _bent(figure)
    cover = bent.limbs["forearm_right"]
    row = round((figure.joints["elbow_right"][1] + figure.joints["wrist_right"][1]) / 2)
    columns = np.flatnonzero(cover[row] > 0.95)
    light = bent.light[row, columns]
    assert light[len(light) // 2] > light[-1] + 0.02
