"""The index: selectors, saving, and every kind of mismatch refused with its mending command."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from conftest import write_table
from fakes import FakeEncoder
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.errors import CatalogError, IndexMismatchError
from demo.search.index import CARD, build, load
from demo.shop import Shop


def test_search_keeps_to_the_rows(shop: Shop) -> None:
    query = shop.index.vector(5)
    rows, cosines = shop.index.search(query, 3)
    assert rows[0] in (1, 5, 9, 13, 17, 21)  # all green: the same vector
    assert cosines[0] == pytest.approx(1, abs=5e-3)  # a byte a number
    rows, _ = shop.index.search(query, 99, np.array([2, 3, 7]))
    assert sorted(rows) == [2, 3, 7]
    assert len(shop.index.search(query, 5, np.array([], dtype=np.int64))[0]) == 0


def test_saved_and_loaded_is_the_same(shop: Shop, tmp_path: Path) -> None:
    shop.index.save(tmp_path)
    again = load(tmp_path, shop.catalogue, "fake-1")
    assert again.card == shop.index.card
    assert np.array_equal(again.vector(7), shop.index.vector(7))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("catalog", "other", "another state of the catalogue"), ("encoder", "x", "with the encoder x"),
     ("format", 99, "a form this version does not read"), ("count", 3, "does not read"),
     ("dimension", 3, "does not read")],
)  # fmt: skip
def test_mismatch_is_refused(
    shop: Shop, tmp_path: Path, field: str, value: object, message: str
) -> None:
    shop.index.save(tmp_path)
    card = json.loads((tmp_path / CARD).read_text())
    (tmp_path / CARD).write_text(json.dumps(card | {field: value}))
    with pytest.raises(IndexMismatchError, match=message) as caught:
        load(tmp_path, shop.catalogue, "fake-1")
    assert "python -m demo index" in str(caught.value)


def test_missing_and_broken(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(IndexMismatchError, match="There is no index"):
        load(tmp_path, shop.catalogue)
    (tmp_path / CARD).write_text("{}")
    with pytest.raises(IndexMismatchError, match="cannot be read"):
        load(tmp_path, shop.catalogue)


def test_build_counts_broken_pictures(tmp_path: Path) -> None:
    rows = [{"sku": str(i), "title": "A", "image": f"{i}.png"} for i in range(5)]
    folder = write_table(tmp_path, rows)
    for i in range(5):
        Image.new("RGB", (20, 20)).save(folder / f"{i}.png")
    (folder / "3.png").write_bytes(b"broken")
    with pytest.raises(CatalogError, match="1 of 5 pictures do not open"):
        build(Catalogue.read(folder), FakeEncoder())


def test_build_keeps_the_order_and_tells_its_progress(shop: Shop) -> None:
    seen = []

    def progress(batches, total):
        seen.append(total)
        return batches

    index = build(shop.catalogue, FakeEncoder(), progress)
    assert seen == [1]
    assert np.allclose(index.vector(3), shop.index.vector(3))
