"""Sheets on each other: what is topmost is seen and named, shadows fall beside, not on, a sheet."""

from __future__ import annotations

import numpy as np

from demo.studio.worn.paper import Board


def square(size: int, colour: tuple[int, int, int], start: int, stop: int) -> np.ndarray:
    picture = np.zeros((size, size, 4), np.uint8)
    picture[start:stop, start:stop] = (*colour, 255)
    return picture


def test_the_topmost_sheet_is_seen_and_named():
    board = Board((40, 40))
    board.lay(square(40, (200, 10, 10), 5, 35), 3)
    board.lay(square(40, (10, 200, 10), 15, 25), 7)
    picture = board.picture()
    assert tuple(picture[20, 20]) == (10, 200, 10, 255)
    assert board.labels[20, 20] == 7
    assert tuple(picture[8, 8]) == (200, 10, 10, 255)
    assert board.labels[8, 8] == 3
    assert picture[1, 1, 3] == 0
    assert board.labels[1, 1] == 0


def test_a_mask_hides_and_a_shadow_darkens_only_what_lies_below():
    board = Board((40, 40))
    board.lay(square(40, (200, 200, 200), 0, 40), 1)
    half = np.zeros((40, 40), np.float32)
    half[:, :20] = 1
    board.lay(square(40, (50, 90, 250), 10, 30), 2, half, shadow=0.5)
    picture = board.picture()
    assert tuple(picture[20, 15, :3]) == (50, 90, 250)
    assert board.labels[20, 25] == 1
    assert picture[32, 15, 0] < 190  # the shadow below it
    assert picture[2, 38, 0] == 200  # far away there is none
