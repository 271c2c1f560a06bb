"""Dressed examples beside the truth, the crops and maps cut from them, and two loops that learn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch

from demo.models.parser import UPPER
from demo.models.refinement import RefinementNetwork
from demo.models.shape import SIZE, UNKNOWN, ShapeNetwork
from demo.training import mending, shaping
from demo.training.dressing import Outfitted, keep, kept
from demo.training.mending import SIDE, crop, open_eye
from demo.training.parsing import loss_of
from demo.training.shaping import example_of, overlaps


@pytest.fixture
def blank_eyes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Eyes with random weights: ImageNet's come with a package that only trainings need."""
    monkeypatch.setattr("demo.training.folder.load_imagenet", lambda network: None)
    torch.manual_seed(3)
    open_eye.cache_clear()
    yield
    open_eye.cache_clear()


@pytest.fixture(scope="module")
def example() -> Outfitted:
    """A green shirt on white; the composed picture is too dark at the shirt's right edge."""
    truth = np.full((640, 320, 3), 255, np.uint8)
    truth[120:320, 100:220] = (60, 160, 80)
    picture, places = truth.copy(), np.zeros((3, 640, 320), np.uint8)
    picture[120:320, 200:220] = (20, 60, 30)
    places[0, 120:320, 100:220] = 255
    places[1, 120:320, 196:224] = 255
    worn = np.zeros((640, 320), np.uint8)
    worn[120:320, 100:220] = UPPER
    kept_labels = np.where(worn == UPPER, UNKNOWN, 0).astype(np.uint8)
    body = np.zeros((640, 320), np.uint8)
    body[120:320, 110:210] = 4
    codes = np.zeros((4, 75, 60), np.uint8)
    codes[0, 10:60, 15:45] = 2
    warped = np.roll(worn, 12, 1)
    return Outfitted("one", picture, truth, places, kept_labels, body, warped, worn, codes)


def test_examples_are_kept(example: Outfitted, tmp_path: Path) -> None:
    assert keep(tmp_path / "some", iter([example])) == 1
    again = kept(tmp_path / "some")[0]
    assert again.name == "one"
    for name, value in vars(example).items():
        np.testing.assert_array_equal(getattr(again, name), value)


def test_crops_show_picture_masks_and_truth_alike(example: Outfitted) -> None:
    for seed in range(6):
        shown, truth = crop(example, Random(seed))
        assert shown.shape == (6, SIDE, SIDE)
        assert truth.shape == (3, SIDE, SIDE)
        closed = shown[3:].max(0) == 0
        np.testing.assert_allclose(shown[:3, closed], truth[:, closed], atol=0.05)
        assert shown[3:].max() == 1


def test_crops_depend_on_the_lot_alone(example: Outfitted) -> None:
    one, two = (crop(example, Random(4)) for _ in range(2))
    np.testing.assert_array_equal(one[0], two[0])


def test_features_are_no_distance_apart_when_alike(blank_eyes: None) -> None:
    eye, pictures = open_eye(), torch.rand(1, 3, 64, 64)
    assert float(eye.distance(pictures, pictures)) == 0
    assert float(eye.distance(pictures, pictures.flip(3))) > 0.01


def test_mending_learns(example: Outfitted, blank_eyes: None) -> None:
    """A dozen steps on one example bring the composed picture nearer to the truth."""
    torch.manual_seed(0)
    network = RefinementNetwork()
    before = mending.measure(network, {"one": [example]})["one"]
    mending.train(network, [example], [], 12, Random(1), lambda line: None)
    after = mending.measure(network, {"one": [example]})["one"]
    assert before["error after"] == pytest.approx(before["error before"], abs=1e-4)
    assert after["error after"] < 0.97 * after["error before"]


def test_maps_move_together(example: Outfitted) -> None:
    for seed in range(6):
        person, garments, truth = example_of(example, Random(seed))
        assert person.shape[1:] == truth.shape == SIZE
        assert garments.shape == (4, 6, 75, 60)
        trunk = person[9 + 2] > 0.9  # of the body model
        assert (truth[trunk] == UPPER).mean() > 0.97


def test_overlap_is_asked_of_what_was_cleared(example: Outfitted) -> None:
    assert overlaps(example.worn, example) == [1.0]
    assert overlaps(example.warped, example) == [pytest.approx(108 / 132)]
    kept_on = Outfitted(**vars(example) | {"kept": example.worn})
    assert overlaps(example.worn, kept_on) == []


def test_shaping_learns(example: Outfitted) -> None:
    torch.manual_seed(0)
    network = ShapeNetwork()
    planes = [torch.from_numpy(k)[None] for k in example_of(example, Random(9))]

    def loss() -> float:
        with torch.inference_mode():
            return float(loss_of(network(planes[0], planes[1]), planes[2].long()))

    before = loss()
    shaping.train(network, [example], [], 10, Random(1), lambda line: None)
    assert loss() < 0.8 * before
