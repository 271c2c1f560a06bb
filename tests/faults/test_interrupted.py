"""kill -9 at every step of saving: what is loaded afterwards is the old or the new, whole, or refused."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from faults.killed import every_death

from demo import checksums, durable
from demo.catalog.catalogue import Catalogue
from demo.catalog.shapes import Shape
from demo.durable import write_folder_aside
from demo.errors import EncoderError, ShopError
from demo.models import composing
from demo.search import tones
from demo.search.index import CARD, Index, load
from demo.shop import Shop
from demo.studio import build as studio


@pytest.fixture
def two(shop: Shop) -> tuple[Index, Index]:
    """The small shop's index, and another for the same goods: all pictures' tones differ."""
    index = shop.index
    size = (len(shop.catalogue), 2)
    return tuple(  # type: ignore[return-value]
        Index(index.vectors, index.card, np.full(size, tone, np.float32)) for tone in (1, 2)
    )


def test_an_index_is_never_half_written(
    shop: Shop, two: tuple[Index, Index], tmp_path: Path
) -> None:
    old, new = two
    seen = set()

    def look() -> None:
        if not (tmp_path / CARD).is_file():
            with pytest.raises(ShopError, match="python -m demo index"):
                load(tmp_path, shop.catalogue, "fake-1")
            seen.add("refused")
            return
        index = load(tmp_path, shop.catalogue, "fake-1")
        seen.add(int(index.tones.mean()))
        assert np.array_equal(index.vector(3), shop.index.vector(3))

    old.save(tmp_path)
    assert every_death(lambda: new.save(tmp_path), look) > 5
    look()
    assert seen == {1, "refused", 2}
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "checksums.json", "index.json", "tones.npz", "vectors.faiss",
    ]  # fmt: skip


def test_weights_are_never_half_written(tmp_path: Path) -> None:
    sizes = {"low": 4, "middle": 4, "high": 4, "dimension": 8, "words": 8, "context": 6}
    network = SimpleNamespace(config={"network": "none"}, state_dict=dict, training_only=())

    def saved(value: float) -> None:
        network.state_dict = lambda: {"weight": torch.full((64,), value)}
        composing.save(network, tmp_path, {"sizes": sizes})  # type: ignore[arg-type]

    seen = set()

    def look() -> None:
        from safetensors.torch import load_file

        path = tmp_path / composing.WEIGHTS
        if (tmp_path / composing.CONFIG).is_file():
            checksums.checked(path, "")
            values = load_file(path)["weight"]
            assert len(set(values.tolist())) == 1
            seen.add(float(values[0]))
        else:
            with pytest.raises(EncoderError, match="train a network"):
                composing.load(tmp_path)

    saved(1)
    assert every_death(lambda: saved(2), look) > 5
    look()
    assert seen == {1, 2}


def test_a_picture_of_the_studio_is_whole_or_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colourway = SimpleNamespace(sku="A-1")
    shape = Shape({"hem": (0.5, 0.9)}, np.zeros((75, 60), np.uint8))
    monkeypatch.setattr("demo.studio.garments.sketch", lambda colourway: None)
    monkeypatch.setattr(studio, "finish", lambda canvas: np.full((60, 48, 4), 90, np.uint8))
    monkeypatch.setattr(studio, "shape_of", lambda canvas: shape)
    for folder in ("images", ".studio"):
        (tmp_path / folder).mkdir()
    studio._draw_one(tmp_path, colourway, "old")  # type: ignore[arg-type]
    whole = (tmp_path / "images" / "A-1.webp").read_bytes()
    drawn = set()

    def look() -> None:
        for key in ("old", "new"):
            if studio._is_drawn(tmp_path, colourway, key):  # type: ignore[arg-type]
                drawn.add(key)
        assert (tmp_path / "images" / "A-1.webp").read_bytes() == whole
        assert (tmp_path / ".studio" / "A-1").read_text() in ("old", "new")

    work = lambda: studio._draw_one(tmp_path, colourway, "new")  # type: ignore[arg-type]  # noqa: E731
    assert every_death(work, look) > 5
    look()
    assert drawn == {"old", "new"}
    durable.clear(tmp_path / "images")
    assert [path.name for path in (tmp_path / "images").iterdir()] == ["A-1.webp"]


def test_the_table_is_the_old_or_the_new(catalog_folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "products.csv"
    old, new = "sku,title,image\n" * 3, "sku,title,image\n" * 90_000
    table.write_text(old)
    lengths = set()

    def look() -> None:
        lengths.add(len(table.read_text()))

    assert every_death(lambda: durable.write_text(table, new), look) >= 3
    look()
    assert lengths == {len(old), len(new)}


def test_what_a_dead_process_left_is_taken_away(tmp_path: Path) -> None:
    dead = os.fork()
    if dead == 0:
        os._exit(0)
    os.waitpid(dead, 0)
    (tmp_path / f".aside-{dead}-abc").mkdir()
    (tmp_path / f".aside-{os.getpid()}-abc").mkdir()  # somebody who is still writing
    (tmp_path / ".aside-notes").mkdir()  # none of ours
    durable.write_text(tmp_path / "a", "b")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f".aside-{os.getpid()}-abc", ".aside-notes", "a",
    ]  # fmt: skip


def test_two_writers_do_not_mix_their_files(tmp_path: Path) -> None:
    """Two servers on one folder: each writes twenty times; every file is of one of them at the end."""

    def write(name: str) -> None:
        for number in range(20):
            with write_folder_aside(tmp_path, last="card") as aside:
                for file in ("vectors", "card", "tones"):
                    (aside / file).write_text(f"{name} {number}")
                checksums.seal(aside)

    children = []
    for name in ("first", "second"):
        children.append(os.fork())
        if children[-1] == 0:
            try:
                write(name)
            except BaseException:
                os._exit(1)
            os._exit(0)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    for file in ("vectors", "card", "tones"):
        checksums.checked(tmp_path / file, "")
    assert len({(tmp_path / file).read_text() for file in ("vectors", "card", "tones")}) == 1


def test_two_shops_on_one_folder_both_open(shop: Shop, tmp_path: Path) -> None:
    """Tones that are measured while serving are saved by both; either may win."""
    shop.index.save(tmp_path)
    (tmp_path / tones.FILE).unlink()
    both = [load(tmp_path, Catalogue.read(shop.catalogue.folder)) for _ in range(2)]
    for index in both:
        assert index.tones is None
        tones.save(
            tones.measure([p.image for p in shop.catalogue.products]), shop.catalogue.hash, tmp_path
        )
    assert load(tmp_path, shop.catalogue).tones.shape == (len(shop.catalogue), 2)
