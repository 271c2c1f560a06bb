"""Tones are CIELAB; comparatives prefer a clear change, a bit a small one, much a large one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.search import tones
from demo.search.index import Index, load
from demo.search.shifts import grades, met_shifts, standpoint
from demo.shop import Shop
from demo.types import Intent, Shift


def test_lab() -> None:
    assert tones.lab(np.array([255, 255, 255])) == pytest.approx([100, 0, 0], abs=0.02)
    assert tones.lab(np.array([0, 0, 0])) == pytest.approx([0, 0, 0], abs=0.02)
    assert tones.lab(np.array([255, 0, 0])) == pytest.approx([53.24, 80.09, 67.2], abs=0.1)


def test_only_the_garment_counts() -> None:
    cut_out = Image.new("RGBA", (96, 120), (255, 255, 255, 0))
    cut_out.paste(Image.new("RGBA", (50, 60), (0, 0, 0, 255)), (20, 30))
    photo = Image.new("RGB", (96, 120), "white")
    photo.paste(Image.new("RGB", (50, 60), "black"), (20, 30))
    assert tones.tone(cut_out)[0] < 3
    assert tones.tone(photo)[0] < 15
    assert tones.tone(Image.new("RGB", (50, 50), "white"))[0] == pytest.approx(100, abs=0.1)


def test_tones_are_saved_with_the_index_and_only_for_it(shop: Shop, tmp_path: Path) -> None:
    shop.index.save(tmp_path)
    assert np.array_equal(load(tmp_path, shop.catalogue).tones, shop.index.tones)
    assert tones.load(tmp_path, "another", len(shop.catalogue)) is None
    (tmp_path / tones.FILE).write_bytes(b"broken")
    assert load(tmp_path, shop.catalogue).tones is None
    (tmp_path / tones.FILE).unlink()
    assert load(tmp_path, shop.catalogue).tones is None


def test_missing_tones_are_measured_when_needed(shop: Shop, catalog_folder: Path) -> None:
    index = load_without_tones(shop, catalog_folder / "index")
    bare = Shop(shop.catalogue, index, shop.bundle, shop.settings)
    hits = bare.results(bare.say(bare.start("F1-red"), "much darker")).hits
    assert hits[0].product.sku == "F1-black"
    assert (catalog_folder / "index" / tones.FILE).exists()


def load_without_tones(shop: Shop, folder: Path) -> Index:
    shop.index.save(folder)
    (folder / tones.FILE).unlink()
    return load(folder, shop.catalogue)


@pytest.mark.parametrize(("amount", "best"), [(-1, 1), (0, 2), (1, 3)])
def test_the_size_of_the_change(shop: Shop, amount: int, best: int) -> None:
    measured = np.full((len(shop.catalogue), 2), 50.0)
    measured[1:4, 0] = (42, 30, 10)
    intent = Intent(shifts={"lightness": Shift(-1, amount)})
    start = standpoint({}, measured[0], None)
    met = met_shifts(measured, intent, start)["lightness"]
    assert met[1:4].all()
    assert met.sum() == 3
    rows = np.arange(len(measured))
    assert int(grades(shop.catalogue, measured, intent, start, rows).argmax()) == best


def test_a_photo_stands_where_its_colour_does() -> None:
    start = standpoint({"colour": "black"}, None, None)
    assert start.tone is not None
    assert start.tone[0] < 15
    assert standpoint({}, None, None).tone is None


def test_steps_in_an_order(shop: Shop) -> None:
    catalogue: Catalogue = shop.catalogue
    start = standpoint({"sleeve": "sleeveless"}, None, None)
    rows = np.arange(len(catalogue))
    near = grades(catalogue, None, Intent(shifts={"sleeve": Shift(1, -1)}), start, rows)
    assert near[catalogue.row("F1-red")] > near[catalogue.row("F2-red")]
