"""Where a dressed picture may be mended: on cloth and its borders, never on hands, face and hair."""

from __future__ import annotations

import numpy as np
import pytest
from fitting.wardrobe import FIGURES, RED, SHIRT, photographed, picture

from demo.catalog.shapes import Shape
from demo.fitting.dressing import dress
from demo.fitting.figures import load_figures
from demo.fitting.garments import Garment, read_garment
from demo.fitting.outline import Outlines
from demo.fitting.subject import Subject, of_figure
from demo.models.parser import HAIR, UPPER
from demo.settings import ROOT
from demo.training.dressing import Witness
from demo.training.places import edges
from demo.types import Product


@pytest.fixture(scope="module")
def shirt() -> Garment:
    shapes: dict[str, Shape] = {"shirt": SHIRT}
    product = Product("shirt", "Shirt", ROOT, attributes={"category": "tops", "fit": "regular"})
    return read_garment(product, picture(SHIRT, RED), SHIRT, Outlines(shapes))


@pytest.fixture(scope="module", params=["figure", "photo"])
def seen(request: pytest.FixtureRequest, shirt: Garment) -> tuple[Subject, np.ndarray, Witness]:
    """A person, the picture of them in the shirt, and what a network would have been shown."""
    figure = load_figures(FIGURES)["gil"]
    subject = of_figure(figure) if request.param == "figure" else photographed(figure)
    witness = Witness()
    return subject, dress(subject, [shirt], finish=witness).picture, witness


def test_cloth_is_where_the_shirt_is_seen(seen: tuple[Subject, np.ndarray, Witness]) -> None:
    _, dressed, witness = seen
    cloth = witness.places.cloth > 0.95
    red = (dressed[..., 0] > 120) & (dressed[..., 2] < 80)
    assert red[cloth].mean() > 0.95
    assert (witness.labels[cloth] == UPPER).mean() > 0.98


def test_hair_and_face_may_not_change(seen: tuple[Subject, np.ndarray, Witness]) -> None:
    subject, _, witness = seen
    free = np.maximum(witness.places.cloth, witness.places.free)
    assert (free[subject.labels == HAIR] < 0.05).mean() > 0.98
    eyes = (
        np.array(subject.body.joints["chin"]) * 0.4
        + np.array(subject.body.joints["head_top"]) * 0.6
    )
    x, y = subject.at(eyes).round().astype(int)
    assert free[y - 4 : y + 4, x - 4 : x + 4].max() == 0


def test_borders_are_where_cloth_ends(seen: tuple[Subject, np.ndarray, Witness]) -> None:
    _, _, witness = seen
    rows, columns = np.nonzero(witness.places.cloth > 0.95)
    row = int(np.median(rows))
    left = columns[rows == row].min()
    assert witness.places.border[row, left] > 0.4
    assert witness.places.border.mean() < 0.25


def test_edges_are_as_wide_as_the_picture_is_large() -> None:
    cover = np.zeros((60, 60), np.float32)
    cover[:, 30:] = 1
    small, large = ((edges(cover, unit)[30] > 0.1).sum() for unit in (0.5, 2))
    assert 2 < small < large
    assert edges(0 * cover, 1).max() == 0
