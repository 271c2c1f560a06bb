"""Files that are cut short or altered: never loaded, and the sentence names the command that mends them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from demo import checksums
from demo.bundle import LITE, encoder_id, find_network
from demo.catalog.catalogue import Catalogue
from demo.catalog.shapes import load_shapes
from demo.errors import CatalogError, DamagedError, IndexMismatchError, ShopError
from demo.search.index import CARD, TARGETS, VECTORS, load
from demo.search.tones import FILE as TONES
from demo.settings import ROOT
from demo.shop import Shop


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def altered(path: Path) -> None:
    """One bit, in the middle: it would still open."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def grown(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


HARM = [cut_short, emptied, altered, grown]


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("name", [VECTORS, TARGETS])
def test_the_index(
    composing: Shop, tmp_path: Path, name: str, harm: Callable[[Path], None]
) -> None:
    composing.index.save(tmp_path)
    harm(tmp_path / name)
    with pytest.raises(DamagedError, match=f"{name} (is|has been) .* python -m demo index"):
        load(tmp_path, composing.catalogue)


@pytest.mark.parametrize("harm", [cut_short, emptied, altered])
@pytest.mark.parametrize("name", [CARD, checksums.FILE])
def test_the_notes_of_the_index(
    shop: Shop, tmp_path: Path, name: str, harm: Callable[[Path], None]
) -> None:
    shop.index.save(tmp_path)
    harm(tmp_path / name)
    if harm is altered:  # a letter of the card's text has become another one
        text = (tmp_path / name).read_text(encoding="latin-1")
        (tmp_path / name).write_text(text.replace(text[-9:-5], "9999"))
    with pytest.raises(ShopError, match="python -m demo index"):
        load(tmp_path, shop.catalogue, "fake-1")


@pytest.mark.parametrize("harm", HARM)
def test_tones_are_measured_again(shop: Shop, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    shop.index.save(tmp_path)
    harm(tmp_path / TONES)
    tones = load(tmp_path, shop.catalogue).tones
    assert tones is None or (tones == shop.index.tones).all()


@pytest.mark.parametrize("harm", [cut_short, altered])
def test_the_table_no_longer_fits_its_index(
    shop: Shop, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    folder = tmp_path / "catalog"
    shutil.copytree(shop.catalogue.folder, folder)
    shop.index.save(tmp_path / "index")
    load(tmp_path / "index", Catalogue.read(folder))
    table = folder / "products.csv"
    if harm is cut_short:  # at the end of a line, so that the rest is a good table
        table.write_text("".join(table.read_text().splitlines(keepends=True)[:12]))
    else:
        table.write_text(table.read_text().replace(",20,EUR", ",21,EUR", 1))
    with pytest.raises(IndexMismatchError, match=r"another state of the catalogue.* demo index"):
        load(tmp_path / "index", Catalogue.read(folder))


def test_a_redrawn_picture_is_noticed(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "catalog"
    shutil.copytree(shop.catalogue.folder, folder)
    before = Catalogue.read(folder).hash
    altered(next((folder / "images").iterdir()))
    assert Catalogue.read(folder).hash != before


@pytest.mark.parametrize("harm", [cut_short, emptied])
def test_the_shapes_of_the_garments(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    path = tmp_path / "shapes.npz"
    path.write_bytes(b"PK\x03\x04" + bytes(4_000))
    harm(path)
    with pytest.raises(CatalogError, match="python -m demo studio build"):
        load_shapes(path)


def test_a_folder_without_notes_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"from elsewhere")
    assert len(checksums.checked(tmp_path / "weights", "Mend it.")) == 64
    checksums.check_size(tmp_path / "weights", "Mend it.")


def test_very_large_files_are_checked_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "vectors"
    path.write_bytes(bytes(1_000))
    checksums.seal(tmp_path)
    altered(path)
    checksums.check_size(path, "Mend it.")
    cut_short(path)
    with pytest.raises(DamagedError, match=r"is cut short: 500 bytes, not 1,000. Mend it."):
        checksums.check_size(path, "Mend it.")


def test_notes_about_other_files_stay(tmp_path: Path) -> None:
    for name in ("a", "b", "gone"):
        (tmp_path / name).write_text(name)
    checksums.seal(tmp_path)
    (tmp_path / "gone").unlink()
    (tmp_path / "a").write_text("anew")
    checksums.seal(tmp_path, "a")
    assert set(json.loads((tmp_path / checksums.FILE).read_text())) == {"a", "b"}
    checksums.checked(tmp_path / "a", "")


@pytest.mark.weights
@pytest.mark.parametrize("harm", HARM)
def test_the_encoder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    shutil.copytree(LITE, tmp_path / "lite")
    monkeypatch.setattr("demo.bundle.LITE", tmp_path / "lite")
    harm(tmp_path / "lite" / "open_clip_model.safetensors")
    with pytest.raises(DamagedError, match="python -m demo train encoder"):
        encoder_id("lite")


@pytest.mark.weights
def test_the_composing_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id, place = encoder_id("lite"), tmp_path / "weights"
    shutil.copytree(LITE.parent / "val", place / "val")
    monkeypatch.setattr("demo.bundle.LITE", place / "lite")
    assert find_network(id).folder == place / "val"
    altered(place / "val" / "network.safetensors")
    with pytest.raises(DamagedError, match="python -m demo train val"):
        find_network(id)


@pytest.mark.weights
def test_everything_that_ships_is_what_was_written() -> None:
    """All weights and the index; `python -m demo train checksums` after weights came from elsewhere."""
    weights = [*LITE.parent.rglob("*.safetensors"), *LITE.parent.rglob("*.tflite")]
    files = [*weights, *(ROOT / "assets" / "index").glob("*.faiss")]
    assert len(files) > 6
    for path in files:
        noted = json.loads((path.parent / checksums.FILE).read_text())
        assert path.name in noted, path
        checksums.checked(path, "")


@pytest.mark.weights
def test_checking_costs_little_at_the_start() -> None:
    files = [LITE / "open_clip_model.safetensors", LITE.parent / "val" / "network.safetensors",
             *(ROOT / "assets" / "index").glob("*.faiss")]  # fmt: skip
    best = float("inf")
    for _ in range(5):
        started = perf_counter()
        for path in files:
            checksums.checked(path, "")
        best = min(best, perf_counter() - started)
    assert best < 0.25  # some 20 ms on a quiet core
