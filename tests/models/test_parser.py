"""The parser's network and its picture of the joints; with its weights, what it sees in drawn people."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from demo.models.parser import (
    CLASSES,
    GRID,
    PARSER,
    SHAPES,
    WEIGHTS,
    Parser,
    ParserNetwork,
    canvas,
    draw_joints,
    load,
    save,
    to_pixels,
)  # fmt: skip
from demo.models.pose import JOINTS, Pose, Region

IDENTITY = np.array([[1.0, 0, 0], [0, 1.0, 0]])


def _standing() -> Pose:
    """Somebody upright in a picture of 200 × 400, face to the camera."""
    points = np.zeros((33, 2), np.float32)
    for i, name in enumerate(JOINTS):
        side = 1 if name.startswith("left") or name.endswith("left") else -1
        part = name.removeprefix("left_").removeprefix("right_")
        x, y = {
            "nose": (0, 50), "shoulder": (35, 100), "elbow": (45, 150), "wrist": (48, 195),
            "pinky": (50, 205), "index": (48, 208), "thumb": (45, 203), "hip": (22, 200),
            "knee": (22, 280), "ankle": (22, 350), "heel": (20, 358), "foot_index": (28, 365),
            "ear": (14, 48), "eye": (6, 44), "eye_inner": (4, 44), "eye_outer": (8, 44),
        }.get(part, (5, 58))  # fmt: skip
        points[i] = (100 + side * x, y)
    return Pose(points, np.ones(33, np.float32), 1.0, Region(100, 200, 450, 0.0))


def test_canvas_keeps_area_and_grid() -> None:
    for aspect in (0.01, 0.5, 0.75, 1.0, 1.5, 40):
        height, width = canvas(aspect)
        assert height % GRID == width % GRID == 0
        assert 0.7 < height * width / (256 * 192) < 1.3
    assert canvas(413 / 512) == (256, 192)


def test_joints_are_drawn_where_they_are() -> None:
    pose = _standing()
    drawn = dict(
        zip(SHAPES, draw_joints(pose.points, pose.visibility, IDENTITY, 400, 200), strict=True)
    )
    assert drawn["head"].shape == (200, 100)
    assert drawn["head"][25, 50] == 1
    assert drawn["trunk"][75, 50] == 1
    assert drawn["arms"][75, 50 + 22] > 0.5
    assert drawn["legs"][140, 50 - 11] == 1
    assert drawn["feet"][180, 50 + 12] > 0.5
    assert all(plane[5, 5] == 0 for plane in drawn.values())


def test_joints_that_are_not_seen_are_not_drawn() -> None:
    pose = _standing()
    drawn = draw_joints(pose.points, np.zeros(33), IDENTITY, 400, 200)
    assert drawn.max() == 0


def test_network_answers_at_half_the_size() -> None:
    network = ParserNetwork().eval()
    with torch.inference_mode():
        out = network(torch.zeros(2, 3, 64, 96), torch.zeros(2, len(SHAPES), 32, 48))
    assert out.shape == (2, len(CLASSES), 32, 48)


def test_saved_weights_say_the_same(tmp_path: Path) -> None:
    """Norms folded away, half precision: the same answer to a few thousandths."""
    torch.manual_seed(1)
    network = ParserNetwork().train()
    pixels, joints = torch.randn(4, 3, 64, 64), torch.rand(4, len(SHAPES), 32, 32)
    with torch.inference_mode():
        for _ in range(20):  # statistics for the norms
            network(pixels, joints)
        before = network.eval()(pixels, joints).softmax(1)
        assert save(network, tmp_path) == (tmp_path / WEIGHTS).stat().st_size < 3 * 2**20
        after = load(tmp_path)(pixels, joints).softmax(1)
    torch.testing.assert_close(before, after, atol=5e-3, rtol=0)


def test_scores_are_shares_whatever_the_shape(tmp_path: Path) -> None:
    torch.manual_seed(1)
    save(ParserNetwork(), tmp_path)
    parser = Parser(tmp_path)
    for shape in ((400, 200, 3), (9, 300, 3), (64, 8, 3)):
        scores = parser.scores(np.full(shape, 200, np.uint8), _standing())
        assert len(scores) == len(CLASSES)
        np.testing.assert_allclose(scores.sum(axis=0), 1, atol=1e-4)


def test_pixels_are_scaled_to_one() -> None:
    pixels = to_pixels([np.array([[[0, 255, 255]]], np.uint8)])
    assert pixels[0, :, 0, 0].tolist() == [-1.0, 1.0, 1.0]


@pytest.mark.weights
def test_folder_is_small_and_plain() -> None:
    files = {f.name: f.stat().st_size for f in PARSER.iterdir()}
    assert set(files) == {WEIGHTS, "checksums.json", "result.json", "train.log"}
    assert sum(files.values()) < 3 * 2**20
