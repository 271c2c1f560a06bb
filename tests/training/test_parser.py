"""Training the parser: labels from geometry, scenes that keep to them, a loop that learns."""

from __future__ import annotations

from pathlib import Path
from random import Random

import cv2
import numpy as np
import pytest
import torch

from demo.models.parser import ARMS, BACKGROUND, FACE, LEGS, LOWER, SHOES, UPPER, ParserNetwork
from demo.models.pose import JOINTS, Pose, Region
from demo.training.overlap import iou, paste, summary
from demo.training.parsing import loss_of, train
from demo.training.people import UNSURE, label_worn, silhouette
from demo.training.scenes import Person, empty_scene, person_scene

SKIN_COLOUR, CLOTH, DENIM = (214, 160, 130), (30, 120, 60), (40, 60, 120)


def _top_photo() -> tuple[np.ndarray, np.ndarray, Pose]:
    """Somebody in a green t-shirt and blue trousers, cut off below the hips, on white."""
    photo = np.full((500, 400, 3), 255, np.uint8)
    mask = np.zeros((500, 400), np.uint8)
    cv2.rectangle(photo, (150, 380), (250, 499), DENIM, -1)
    for x in (118, 282):
        cv2.line(photo, (x, 200), (x, 410), SKIN_COLOUR, 28)
    cv2.rectangle(photo, (180, 60), (220, 170), SKIN_COLOUR, -1)
    cv2.circle(photo, (200, 90), 42, SKIN_COLOUR, -1)
    for canvas, colour in ((photo, CLOTH), (mask, 1)):
        cv2.rectangle(canvas, (140, 160), (260, 400), colour, -1)
        cv2.rectangle(canvas, (103, 160), (297, 240), colour, -1)
    points = np.zeros((33, 2), np.float32)
    places = {
        "nose": (200, 95), "left_eye": (212, 82), "right_eye": (188, 82), "mouth_left": (210, 112),
        "mouth_right": (190, 112), "left_shoulder": (275, 180), "right_shoulder": (125, 180),
        "left_elbow": (282, 290), "right_elbow": (118, 290), "left_wrist": (282, 390),
        "right_wrist": (118, 390), "left_hip": (235, 395), "right_hip": (165, 395),
    }  # fmt: skip
    for name, place in places.items():
        points[JOINTS.index(name)] = place
    for name in ("pinky", "index", "thumb"):
        points[JOINTS.index(f"left_{name}")] = (282, 405)
        points[JOINTS.index(f"right_{name}")] = (118, 405)
    pose = Pose(points, np.ones(33, np.float32), 1.0, Region(200, 300, 500, 0.0))
    return photo, mask > 0, pose


def test_top_is_labelled_around_its_mask() -> None:
    photo, mask, pose = _top_photo()
    labels = label_worn([photo], mask, "upper", pose)
    assert (labels[mask] == UPPER).all()
    assert labels[330, 118] == labels[330, 282] == ARMS
    assert labels[100, 200] == FACE
    assert labels[470, 200] == LOWER
    assert labels[20, 20] == BACKGROUND
    assert (labels == UNSURE).mean() < 0.05


def test_bottom_is_labelled_without_a_pose() -> None:
    photo = np.full((500, 300, 3), 255, np.uint8)
    mask = np.zeros((500, 300), bool)
    for x in (125, 175):
        cv2.line(photo, (x, 100), (x, 440), SKIN_COLOUR, 30)
        cv2.rectangle(photo, (x - 18, 455), (x + 18, 490), (20, 20, 20), -1)
    mask[50:200, 105:195] = True
    photo[mask] = DENIM
    labels = label_worn([photo], mask, "lower", None)
    assert (labels[mask] == LOWER).all()
    assert labels[300, 125] == LEGS
    assert labels[475, 175] == SHOES


def test_silhouette_joins_colourways() -> None:
    """A white garment is found in another colour's photo of the same person."""
    white = np.full((200, 200, 3), 255, np.uint8)
    black = white.copy()
    black[50:150, 60:140] = 0
    assert silhouette([white, black])[100, 100]
    assert not silhouette([white])[100, 100]


def _person() -> Person:
    photo, mask, pose = _top_photo()
    labels = label_worn([photo], mask, "upper", pose)
    return Person((photo,), labels, False, "bottom", pose.points, pose.visibility)


GROUNDS = [np.random.default_rng(0).integers(0, 255, (240, 320, 3), np.uint8)]


@pytest.mark.parametrize("seed", range(8))
def test_scene_is_cut_where_the_photo_is(seed: int) -> None:
    """Somebody cut off at the hips never floats above the canvas's lower edge."""
    scene = person_scene(_person(), GROUNDS, Random(seed), 256, 192)
    assert scene.pixels.shape == (256, 192, 3)
    assert scene.joints.shape == (5, 128, 96)
    rows = np.flatnonzero((scene.labels != BACKGROUND).any(axis=1))
    assert rows[-1] >= 253


def test_scenes_depend_on_the_lot_alone() -> None:
    one, two = (person_scene(_person(), GROUNDS, Random(5), 256, 192) for _ in range(2))
    np.testing.assert_array_equal(one.pixels, two.pixels)
    np.testing.assert_array_equal(one.labels, two.labels)
    assert (empty_scene(GROUNDS, Random(5), 256, 192).labels == BACKGROUND).all()


def test_loss_ignores_what_is_unsure() -> None:
    scores = torch.zeros(1, 9, 4, 4)
    scores[:, UPPER] = 20.0
    truth = torch.full((1, 8, 8), UNSURE)
    truth[:, :2] = UPPER
    assert float(loss_of(scores, truth)) < 0.05
    truth[:, 6:] = LOWER
    assert float(loss_of(scores, truth)) > 1


def test_training_learns(tmp_path: Path) -> None:
    torch.manual_seed(0)
    lines: list[str] = []
    person = _person()
    people = {"top": [person], "bottom": [person], "figure": [person]}
    network = ParserNetwork()
    before = network.head.weight.clone()
    average = train(network, people, GROUNDS, 50, Random(0), lines.append, batch=2)
    assert not torch.equal(average.head.weight, before)
    assert float(lines[-1].rsplit(" ", 1)[1]) < 2.4  # from 2.7: ln 9, and half of one minus Dice


def test_overlap_counts_pixels() -> None:
    truth, labels = np.zeros((10, 10), np.uint8), np.zeros((10, 10), np.uint8)
    truth[:, :5], labels[:, 1:6] = UPPER, UPPER
    assert iou(labels, truth, UPPER) == pytest.approx(40 / 60)
    assert iou(labels, truth, SHOES) == 1.0
    assert summary([1.0] * 9 + [0.5]) == {"mean": 0.95, "worst": 0.5, "count": 10}


def test_paste_keeps_the_person() -> None:
    photo, mask, _ = _top_photo()
    shown = paste(photo, mask, GROUNDS, Random(1))
    inside = cv2.erode(mask.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    np.testing.assert_array_equal(shown[inside], photo[inside])
    assert np.abs(shown[:50, :50].astype(int) - 255).mean() > 20
