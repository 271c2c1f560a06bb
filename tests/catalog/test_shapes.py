"""The file of garments' shapes: what is saved is loaded, and damage is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from demo.catalog import shapes
from demo.catalog.shapes import KIND_OF, LANDMARKS, MAP_SIZE, PARTS, Shape, load_shapes, save_shapes
from demo.catalog.vocabulary import TYPES
from demo.errors import CatalogError


def some() -> dict[str, Shape]:
    rng = np.random.default_rng(3)
    parts = rng.integers(0, len(PARTS), (2, *MAP_SIZE[::-1])).astype(np.uint8)
    return {
        "B-1": Shape({"waist_left": (0.75, 0.1), "crotch": (0.5, 0.3333)}, parts[0]),
        "A-2": Shape({"toe": (0.0, 1.0)}, parts[1]),
    }


def test_round_trip(tmp_path: Path) -> None:
    save_shapes(tmp_path / "shapes.npz", some())
    found = load_shapes(tmp_path / "shapes.npz")
    assert found.keys() == some().keys()
    for sku, shape in some().items():
        assert found[sku].landmarks.keys() == shape.landmarks.keys()
        for name, place in shape.landmarks.items():
            assert found[sku].landmarks[name] == pytest.approx(place, abs=1e-4)
        assert found[sku].parts.dtype == np.uint8
        assert np.array_equal(found[sku].parts, shape.parts)


def test_equal_shapes_give_equal_bytes(tmp_path: Path) -> None:
    backwards = dict(reversed(some().items()))
    for name, given in (("a.npz", some()), ("b.npz", backwards)):
        save_shapes(tmp_path / name, given)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_a_catalogue_without_shapes_has_none(tmp_path: Path) -> None:
    assert load_shapes(tmp_path / "shapes.npz") == {}


@pytest.mark.parametrize("keep", [0, 10, 400])
def test_a_damaged_file_is_told(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "shapes.npz"
    save_shapes(path, some())
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(CatalogError, match="draw it again"):
        load_shapes(path)


def test_another_version_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_shapes(tmp_path / "shapes.npz", some())
    monkeypatch.setattr(shapes, "PARTS", (*PARTS, "cape"))
    with pytest.raises(CatalogError, match="another version"):
        load_shapes(tmp_path / "shapes.npz")


def test_every_category_has_a_kind_of_garment() -> None:
    assert set(KIND_OF) == set(TYPES)
    assert set(KIND_OF.values()) == set(LANDMARKS)
