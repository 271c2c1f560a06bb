"""Around the neck: hoods are pressed to a roll, their crowns behind it; collars end below the jaw."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fitting import wardrobe

from demo.catalog.shapes import PARTS
from demo.fitting.collars import HOOD, JAW, settle
from demo.fitting.figures import load_figures
from demo.fitting.garments import UNIT, Garment
from demo.fitting.subject import of_figure
from demo.fitting.warp import Worn
from demo.studio.worn.body import Body


@pytest.fixture(scope="module")
def body() -> Body:
    return Body(of_figure(load_figures(wardrobe.FIGURES)["ada"]).body)


@pytest.fixture
def hooded(body) -> Worn:
    """Cloth below the neck, above it an upright hood whose opening shows its lining."""
    labels = np.full((600, 480), PARTS.index("body"), np.uint8)
    labels[:60, 200:280] = PARTS.index("hood")
    cut = Garment(
        "H", "knitwear", "hoodie", "regular", "regular", "pullover",
        np.full((600, 480, 4), 255, np.uint8), labels, {"collar": (240 * UNIT, 60 * UNIT)},
    )  # fmt: skip
    middle, base, half = _neck(body)
    sheets = {name: np.zeros((1280, 640, 4), np.float32) for name in ("", "inside", "sleeve_left")}
    sheets[""][base - 140 :, middle - 2 * half : middle + 2 * half] = 1
    hole = np.s_[base - 100 : base + half, middle - half // 2 : middle + half // 2]
    sheets[""][hole], sheets["inside"][hole] = 0, (0.2, 0.2, 0.2, 1)
    return Worn(cut, sheets, {})


def _neck(body: Body) -> tuple[int, int, int]:
    left, right = (body.edge(f"neck_{side}") for side in ("left", "right"))
    return round((left[0] + right[0]) / 2), round(left[1]), round(abs(left[0] - right[0]) / 2)


def test_a_hood_is_pressed_down_whole(hooded, body):
    middle, base, half = _neck(body)
    before = hooded.cover().copy()
    settle(hooded, body)
    standing = np.flatnonzero(np.maximum(hooded.cover(), hooded.cover("inside")).max(1) > 0.5)
    assert base - standing[0] == pytest.approx(HOOD * half, abs=3)
    aside = middle + round(1.5 * half)
    assert hooded.cover()[base - 6 : base, aside].min() > 0.95
    np.testing.assert_array_equal(hooded.cover()[base + 2 * half :], before[base + 2 * half :])


def test_a_crown_is_behind_the_neck(hooded, body):
    middle, base, half = _neck(body)
    settle(hooded, body)
    crown = np.s_[round(base - 0.7 * HOOD * half) : base, middle - half // 3 : middle + half // 3]
    assert hooded.cover()[crown].max() < 0.1
    assert hooded.cover("inside")[crown].min() > 0.7


@pytest.mark.parametrize(("above", "stays"), [(-10, True), (60, False)])
def test_a_collar_reaches_up_to_the_jaw(hooded, body, above, stays):
    middle, base, half = _neck(body)
    chin, crown = body.joint("chin")[1], body.joint("head_top")[1]
    sheet = np.zeros((1280, 640, 4), np.float32)
    sheet[round(chin) - above : base + 300, middle - half : middle + half] = 1
    labels = np.full((600, 480), PARTS.index("body"), np.uint8)
    collar = Worn(replace(hooded.garment, labels=labels), {"": sheet.copy()}, {})
    settle(collar, body)
    top = np.flatnonzero(collar.cover().max(1) > 0.5)[0]
    assert np.array_equal(collar.sheets[""], sheet) == stays
    assert top == pytest.approx(chin + 10 if stays else chin - JAW * (chin - crown), abs=3)
    assert collar.cover()[base + half : base + 290, middle].min() > 0.99
