"""BlazePose itself: anchors and regions exactly, and that it finds the shop's own figures where they are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image

from demo.catalog.pictures import on_white
from demo.fitting.figures import Figure, load_figures
from demo.models.pose import (
    JOINTS,
    LANDMARK_SIDE,
    POSE,
    PoseNetwork,
    Region,
    _anchors,
    _groups,
    _region,
)  # fmt: skip
from demo.settings import ROOT

FIGURES = load_figures(ROOT / "assets" / "figures")
SAME_JOINT = {
    "left_shoulder": "shoulder_left", "right_shoulder": "shoulder_right",
    "left_elbow": "elbow_left", "right_wrist": "wrist_right", "left_knee": "knee_left",
    "right_ankle": "ankle_right",
}  # fmt: skip


@pytest.fixture(scope="module")
def network() -> PoseNetwork:
    return PoseNetwork(threads=1)


def _photo(figure: Figure) -> np.ndarray:
    return np.array(on_white(figure.picture()))


def test_files_are_small_and_carry_their_licence() -> None:
    files = {f.name: f.stat().st_size for f in POSE.iterdir()}
    assert sum(files.values()) < 9.1 * 2**20
    assert {"pose_detection.tflite", "pose_landmark_full.tflite", "LICENSE"} <= set(files)


def test_anchors_are_the_detectors() -> None:
    anchors = _anchors()
    assert anchors.shape == (2254, 2)
    np.testing.assert_allclose(anchors[:3], [[0.5 / 28, 0.5 / 28]] * 2 + [[1.5 / 28, 0.5 / 28]])
    np.testing.assert_allclose(anchors[-1], [6.5 / 7, 6.5 / 7])


def test_region_maps_its_corners_to_the_photo() -> None:
    region = Region(x=100, y=50, side=40, turn=0.0)
    corners = np.array([[0, 0, 1], [LANDMARK_SIDE, LANDMARK_SIDE, 1]]) @ region.to_photo().T
    np.testing.assert_allclose(corners, [[80, 30], [120, 70]], atol=1e-4)
    lying = _region(np.array([100.0, 100.0]), np.array([140.0, 100.0]))  # head to the right
    head = np.array([LANDMARK_SIDE / 2, 0, 1]) @ lying.to_photo().T
    np.testing.assert_allclose(head, [150, 100], atol=1e-3)


def test_overlapping_detections_are_one_person() -> None:
    centres = np.array([[0.3, 0.5], [0.31, 0.5], [0.8, 0.5]])
    groups = _groups(centres, np.full((3, 2), 0.2))
    assert [g.tolist() for g in groups] == [[0, 1], [2]]


@pytest.mark.weights
@pytest.mark.parametrize("name", FIGURES)
def test_figures_joints_are_found(network: PoseNetwork, name: str) -> None:
    """Within a twentieth of the height of where the studio drew them."""
    figure = FIGURES[name]
    (pose,) = network.find(_photo(figure))
    assert pose.points.shape == (len(JOINTS), 2)
    for joint, drawn in SAME_JOINT.items():
        off = np.linalg.norm(pose.point(joint) - np.array(figure.joints[drawn]))
        assert off < 0.05 * figure.height_px, (joint, off)


@pytest.mark.weights
def test_two_people_and_nobody(network: PoseNetwork) -> None:
    one = _photo(FIGURES["carla"])
    half = np.array(Image.fromarray(_photo(FIGURES["jonas"])).resize((480, 960)))
    both = np.full((1280, 1400, 3), 255, np.uint8)
    both[:, :640] = one
    both[320:, 800:1280] = half
    found = network.find(both)
    assert len(found) == 2
    assert found[0].region.side > found[1].region.side
    assert found[0].point("nose")[0] < 640 < found[1].point("nose")[0]
    assert network.find(np.full((300, 900, 3), 127, np.uint8)) == ()


@pytest.mark.weights
def test_threads_agree(network: PoseNetwork) -> None:
    photos = [_photo(FIGURES[name]) for name in ("ada", "hugo", "ada", "hugo")]
    alone = [network.find(p)[0].points for p in photos[:2]] * 2
    with ThreadPoolExecutor(4) as pool:
        together = [found[0].points for found in pool.map(network.find, photos)]
    np.testing.assert_array_equal(alone, together)
