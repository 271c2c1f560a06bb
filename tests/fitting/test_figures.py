"""The reader of the shop's figures: what it gives, and what it says when files are missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from demo.errors import PictureError
from demo.fitting.figures import PARTS, SIZE, load_figures

FOLDER = Path(__file__).parents[2] / "assets" / "figures"


@pytest.fixture(scope="module")
def figures():
    return load_figures(FOLDER)


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "figures")
    return tmp_path / "figures"


def test_figures_are_read_in_the_order_of_the_list(figures):
    listed = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in listed] == list(figures)
    for name, figure in figures.items():
        assert figure.name == name
        assert figure.picture().size == SIZE
        assert figure.picture().mode == "RGBA"
        assert figure.parts().shape == SIZE[::-1]
        assert figure.parts().max() < len(PARTS)


def test_the_front_is_there_exactly_when_the_list_says_so(figures):
    for figure in figures.values():
        front = figure.front_picture()
        assert (front is None) == (not figure.front)
        if front is not None:
            assert front.size == SIZE
            assert (
                0 < np.asarray(front)[..., 3].mean() < np.asarray(figure.picture())[..., 3].mean()
            )


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(PictureError, match=r"figures\.json is missing.*studio figures"):
        load_figures(tmp_path)


def test_a_damaged_list_is_named(copy):
    (copy / "figures.json").write_text('[{"name": "x"}]', encoding="utf-8")
    with pytest.raises(PictureError, match="cannot be read"):
        load_figures(copy)


@pytest.mark.parametrize("ending", ["webp", "parts.png"])
def test_a_missing_picture_is_named(copy, figures, ending):
    name = next(iter(figures))
    (copy / f"{name}.{ending}").unlink()
    with pytest.raises(PictureError, match=rf"{name}\.{ending} is missing"):
        load_figures(copy)


def test_a_missing_front_is_named(copy, figures):
    name = next(f.name for f in figures.values() if f.front)
    (copy / f"{name}.front.webp").unlink()
    with pytest.raises(PictureError, match=rf"{name}\.front\.webp is missing"):
        load_figures(copy)


def test_a_damaged_picture_is_named(copy):
    figure = next(iter(load_figures(copy).values()))
    (copy / f"{figure.name}.webp").write_bytes(b"not a picture")
    with pytest.raises(PictureError, match="cannot be read"):
        figure.picture()
