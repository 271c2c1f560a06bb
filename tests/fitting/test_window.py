"""Windows around what may change: whole cells, nothing lost at the borders, nothing touched outside."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from demo.fitting.window import CELL, MEGAPIXEL, Window, window_around


def _region(width: int, height: int, box: tuple[int, int, int, int]) -> np.ndarray:
    region = np.zeros((height, width), bool)
    left, top, right, bottom = box
    region[top:bottom, left:right] = True
    return region


def _noise(width: int, height: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(3).integers(0, 256, (height, width, 3), np.uint8))


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((1024, 1024), (0, 0, 1024, 1024)),
        ((1000, 1049), (0, 0, 1000, 1049)),  # fits bare, but not once padded
        ((4032, 3024), (100, 90, 3900, 3000)),
        ((641, 1281), (200, 300, 440, 700)),
        ((97, 61), (40, 20, 43, 22)),
        ((3000, 40), (0, 0, 3000, 40)),
    ],
)
def test_what_the_network_sees_is_whole_cells_and_at_most_a_megapixel(size, box) -> None:
    window = window_around(_region(*size, box))
    wide, high = window.padded
    assert wide % CELL == high % CELL == 0
    assert wide * high <= MEGAPIXEL
    assert wide * high > MEGAPIXEL / 8 or min(window.size) < CELL  # worth painting
    assert window.cut(_noise(*size)).size == window.mask(_region(*size, box)).size == (wide, high)
    left, top, right, bottom = window.box
    assert left <= box[0]
    assert top <= box[1]
    assert right >= box[2]
    assert bottom >= box[3]


def test_a_window_that_fits_is_not_scaled() -> None:
    window = window_around(_region(1024, 1024, (0, 0, 1024, 1024)))
    assert window.size == window.padded == (1024, 1024)


def test_un_padding_gives_back_the_same_pixels() -> None:
    picture = _noise(117, 83)
    window = Window((5, 7, 106, 80), (101, 73))
    region = np.ones((83, 117), bool)
    other = Image.new("RGB", picture.size)
    back = np.asarray(window.blend(other, window.cut(picture), region))
    inner = (
        slice(20, 60),
        slice(20, 90),
    )  # behind the faded edge, which the box's borders have not
    assert np.array_equal(back[inner], np.asarray(picture)[inner])


def test_the_padding_repeats_the_border() -> None:
    window = Window((0, 0, 20, 20), (20, 20))
    cut = np.asarray(window.cut(_noise(20, 20)))
    assert cut.shape == (32, 32, 3)
    assert np.array_equal(cut[:20, 25], cut[:20, 19])
    assert np.array_equal(cut[30, :20], cut[19, :20])


def test_every_cell_that_a_thin_strap_touches_is_painted() -> None:
    region = np.zeros((1600, 1200), bool)
    region[200:1400, 601] = True  # one pixel wide, shrunk on the way
    region[1399, 300:900] = True
    window = window_around(region, 256 * 256)
    mask = np.asarray(window.mask(region))
    assert set(np.unique(mask)) == {0, 255}
    cells = mask[CELL // 2 :: CELL, CELL // 2 :: CELL] > 0
    assert np.array_equal(np.kron(cells, np.ones((CELL, CELL), bool)), mask > 0)
    rows = np.flatnonzero(cells.sum(axis=1))
    assert np.array_equal(rows, np.arange(rows[0], rows[-1] + 1))  # no gap in the strap


def test_paint_fades_in_from_the_edge_and_never_leaves_the_region() -> None:
    before = _noise(200, 160)
    region = _region(200, 160, (60, 50, 140, 110))
    window = window_around(region)
    after = np.asarray(window.blend(before, Image.new("RGB", window.padded, "white"), region))
    old = np.asarray(before)
    assert np.array_equal(after[~region], old[~region])
    assert (after[70:90, 90:110] == 255).all()
    change = (after.astype(int) - old)[80, 60:70].sum(axis=1) / (255 - old[80, 60:70]).sum(axis=1)
    assert 0 < change[0] < 1
    assert change[-1] == 1


def test_a_region_that_is_the_whole_picture() -> None:
    region = np.ones((60, 70), bool)
    window = window_around(region)
    after = window.blend(_noise(70, 60), Image.new("RGB", window.padded, "white"), region)
    assert (np.asarray(after) == 255).all()
