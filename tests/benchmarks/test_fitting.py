"""`bench fitting`: its measures tell same from different, its ways differ, its tables are made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from fitting.wardrobe import BLUE, FIGURES, SHIRT, picture
from PIL import Image

from demo.benchmarks.fitting_ablation import Nearness
from demo.benchmarks.fitting_ablation import table as ablation_table
from demo.benchmarks.fitting_grid import CELL, LARGEST, Triple, draw_grid
from demo.benchmarks.fitting_photos import CATEGORIES
from demo.benchmarks.fitting_photos import Worn as Tried
from demo.benchmarks.fitting_photos import table as photo_table
from demo.benchmarks.fitting_ways import Cut, Mend, pasted, ways
from demo.benchmarks.likeness import alone, feature_distances, mean_lab, ssim
from demo.catalog.shapes import KIND_OF
from demo.fitting.dressing import dress
from demo.fitting.figures import Figure, load_figures
from demo.fitting.garments import Garment
from demo.fitting.subject import of_figure
from demo.models import refinement, shape
from demo.models.towers import ImageFeatures
from demo.studio.canvas import H, W
from demo.training.dressing import SLOT_OF, Witness, codes


@pytest.fixture(scope="module")
def figure() -> Figure:
    return load_figures(FIGURES)["ada"]


@pytest.fixture(scope="module")
def shirt() -> Garment:
    """A blue T-shirt of rectangles."""
    rgba = np.asarray(picture(SHIRT, BLUE))
    labels = cv2.resize(SHIRT.parts, rgba.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    marks = {n: (x * W, y * H) for n, (x, y) in SHIRT.landmarks.items()}
    return Garment("shirt", "tops", "t-shirt", "regular", "regular", "none", rgba, labels, marks)


class _Encoder:
    """Sees a picture's own pixels at three sizes."""

    def see(self, images: list[Image.Image]) -> ImageFeatures:
        maps = []
        for side in (16, 8, 4):
            small = [np.asarray(i.convert("RGB").resize((side, side)), np.float32) for i in images]
            maps.append(torch.from_numpy(np.stack(small)).permute(0, 3, 1, 2) + 1)
        return ImageFeatures(*maps, patches=maps[0], pooled=maps[0])


def test_ssim_is_one_for_the_same_and_falls() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (80, 60, 3), np.uint8)
    where = np.ones((80, 60), bool)
    blurred = cv2.GaussianBlur(noise, (0, 0), 2)
    assert ssim(noise, noise, where) == pytest.approx(1)
    assert ssim(noise, blurred, where) < 0.5
    half = np.where(np.arange(60)[None, :, None] < 30, noise, blurred)
    assert ssim(noise, half, where & (np.arange(60) < 20)) == pytest.approx(1, abs=1e-3)


def test_features_look_inside_the_region_only() -> None:
    truth = np.zeros((60, 60, 3), np.uint8)
    truth[:, :30] = (200, 30, 30)
    where = np.zeros((60, 60), bool)
    where[10:50, 5:25] = True
    beside, inside = truth.copy(), truth.copy()
    beside[:, 40:] = 90
    inside[20:40, 10:20] = (30, 30, 200)
    same, beside_away, away = feature_distances(_Encoder(), truth, [truth, beside, inside], where)  # type: ignore[arg-type]
    assert same == beside_away == pytest.approx(0, abs=1e-6)
    assert away > 0.01


def test_alone_is_a_white_square() -> None:
    where = np.zeros((40, 60), bool)
    where[10:30, 20:30] = True
    cut = np.asarray(alone(np.full((40, 60, 3), 7, np.uint8), where))
    assert cut.shape == (20, 20, 3)
    assert (cut[:, :5] == 255).all()
    assert (cut[:, 5:15] == 7).all()
    assert mean_lab(np.full((40, 60, 3), 255, np.uint8), where)[0] == pytest.approx(100, abs=0.1)


def test_paste_scales_without_bending(figure: Figure, shirt: Garment) -> None:
    """The pasted picture's shoulders lie on the figure's, and its sleeves stick out as they lay flat."""
    seen_flat, seen_bent = Witness(), Witness()
    subject = of_figure(figure)
    flat = dress(subject, [shirt], bend=pasted, finish=seen_flat)
    bent = dress(subject, [shirt], finish=seen_bent)
    assert (flat.picture != bent.picture).any()
    _, columns = np.nonzero(seen_flat.places.cloth > 0.5)
    wide = columns.max() - columns.min()
    shoulders = figure.outline["shoulder_left"][0] - figure.outline["shoulder_right"][0]
    assert wide == pytest.approx(
        shoulders * 46 / 24, rel=0.12
    )  # 46 cells wide, 24 between shoulders


def test_networks_are_ways_when_their_weights_are_there(
    tmp_path: Path, figure: Figure, shirt: Garment
) -> None:
    assert list(ways(tmp_path, tmp_path)) == ["paste, no warp", "warp"]
    torch.manual_seed(0)
    shape.save(shape.ShapeNetwork(), tmp_path)
    refinement.save(refinement.RefinementNetwork(), tmp_path)
    found = ways(tmp_path, tmp_path)
    assert len(found) == 5
    subject = of_figure(figure)
    served = dress(subject, [shirt])
    cut = dress(subject, [shirt], reshape=Cut(tmp_path, guided=True))
    mended = dress(subject, [shirt], finish=Mend(tmp_path))
    assert (cut.picture != served.picture).any()
    assert np.abs(mended.picture.astype(int) - served.picture).max() <= 1  # it says nothing yet


def test_every_draped_category_has_a_slot(shirt: Garment) -> None:
    draped = {c for c, kind in KIND_OF.items() if kind in ("upper", "skirt", "legs")}
    assert set(SLOT_OF) == draped == set(CATEGORIES)
    parts = codes([shirt])
    assert parts[0].any()
    assert not parts[1:].any()


def test_tables_say_what_was_found() -> None:
    lines = ablation_table({"warp": Nearness(0.9, 0.03, 0.98, 1.0, 0.4, 3),
                            "other": Nearness(0.8, 0.05, 0.9, 0.5, 0.4, 3)})  # fmt: skip
    assert lines[2] == "| warp | 0.900 | 0.0300 | 0.980 | yes | 0.40 |"
    assert "| 50% |" in lines[3]
    lines = photo_table([Tried("tops", 0.9, 3.0, True, True), Tried("tops", 0.5, 9.0, True, False)])
    assert lines[2] == "| tops | 2 | 0.700 | 0.500 | 6.0 | 9.0 | 2 of 2 | 1 of 2 |"
    assert lines[3].startswith("| all | 2 |")


def test_grid_is_small(tmp_path: Path, figure: Figure, shirt: Garment) -> None:
    person: Any = np.asarray(figure.picture())
    triple = Triple(person, (shirt.picture, shirt.picture, shirt.picture), person)
    size = draw_grid([triple] * 4, tmp_path / "grid.webp")
    assert size == (tmp_path / "grid.webp").stat().st_size <= LARGEST
    page = np.asarray(Image.open(tmp_path / "grid.webp").convert("RGB")).astype(int)
    assert page.shape[0] > 2 * CELL[1]
    assert page.shape[1] > 9 * CELL[0]
    assert page.std() > 20
