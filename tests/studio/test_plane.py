"""Maps of the plane: pins are met, tubes bend, a lattice can be walked both ways."""

from __future__ import annotations

import numpy as np
import pytest

from demo.studio.worn.plane import Lattice, Tube, bent_line, passing, thin_plate

SOURCE = [(100, 100), (400, 120), (120, 500), (390, 520), (256, 300)]
TARGET = [(110, 90), (390, 130), (140, 470), (380, 560), (250, 310)]


def test_thin_plate_meets_its_pins_and_keeps_an_affine_map():
    bent = thin_plate(SOURCE, TARGET)
    assert np.allclose(bent(np.array(SOURCE, float)), TARGET, atol=1e-6)
    moved = thin_plate(SOURCE, np.array(SOURCE) * 0.5 + [7, -3])
    anywhere = np.array([[10.0, 600.0], [300.0, 20.0]])
    assert np.allclose(moved(anywhere), anywhere * 0.5 + [7, -3], atol=1e-6)


def straight(*points: tuple[float, float]) -> np.ndarray:
    return bent_line(points, each=50, soft=6)


def test_tube_takes_its_ends_and_its_width_back():
    worn, flat = straight((50, 50), (250, 50)), straight((0, 0), (0, 100))
    wider, reach = np.linspace(2, 1, len(worn)), np.full(len(worn), 30.0)
    tube = Tube(flat, worn, wider, reach)
    back = tube.back(np.array([[50.0, 50.0], [250.0, 50.0], [50.0, 70.0], [250.0, 70.0]]))
    assert np.allclose(back[:2], [[0, 0], [0, 100]], atol=0.5)
    assert np.abs(back[2] - [0, 0]).max() == pytest.approx(
        10, abs=0.5
    )  # twice as wide at its start
    assert np.abs(back[3] - [0, 100]).max() == pytest.approx(20, abs=0.5)
    assert tube.near(np.array([[150.0, 60.0], [150.0, 120.0]])).tolist() == [1, 0]


def test_tube_bends_at_the_elbow():
    worn, flat = (
        straight((100, 100), (100, 250), (230, 250)),
        straight((300, 100), (300, 250), (300, 380)),
    )
    tube = Tube(flat, worn, np.ones(len(worn)), np.full(len(worn), 30.0))
    upper, fore = tube.back(np.array([[110.0, 190.0], [180.0, 240.0]]))
    assert upper == pytest.approx([310, 190], abs=1.5)
    assert fore == pytest.approx([310, 330], abs=1.5)


def test_one_map_passes_into_another():
    both = passing(lambda p: p * 0, lambda p: p * 0 + 10, lambda p: p[:, 0] / 100)
    assert both(np.array([[0.0, 5.0], [50.0, 5.0], [100.0, 5.0]]))[:, 0].tolist() == [0, 5, 10]


def test_lattice_is_walked_both_ways():
    lattice = Lattice(thin_plate(SOURCE, TARGET))
    flat = np.random.default_rng(3).uniform([120, 120], [380, 500], (200, 2))
    worn = lattice.onto(flat)
    x, y = lattice.back(worn[None, :, 0], worn[None, :, 1])
    assert np.abs(np.stack([x[0], y[0]], 1) - flat).max() < 0.2
