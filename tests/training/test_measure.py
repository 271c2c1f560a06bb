"""The measures behind `bench encoder`, on pictures whose answers are known."""

from __future__ import annotations

from pathlib import Path

from fakes import FakeEncoder
from PIL import Image

from demo.catalog.vocabulary import SWATCHES
from demo.training.data import Picture
from demo.training.facts import Facts
from demo.training.measure import photo_to_catalogue


def picture(folder: Path, name: str, colour: str, type_: str, source: str) -> Picture:
    path = folder / f"{name}.png"
    Image.new("RGB", (48, 60), SWATCHES[colour]).save(path)
    facts = Facts({"type": frozenset({type_}), "colour": frozenset({colour})})
    return Picture(path, source, name, facts, label=type_)


def test_an_own_photo_finds_its_type_and_its_colours_family(tmp_path: Path) -> None:
    goods = [picture(tmp_path, f"cap-{n}", "red", "cap", "studio") for n in range(10)]
    goods += [picture(tmp_path, f"tee-{n}", "navy", "t-shirt", "studio") for n in range(10)]
    photos = [
        picture(tmp_path, "own-cap", "red", "cap", "clothing"),  # red: its ten nearest are the caps
        picture(tmp_path, "own-tee", "red", "t-shirt", "clothing"),  # its ten nearest are no tees
        picture(tmp_path, "own-blue-tee", "navy", "t-shirt", "clothing"),
    ]
    found = photo_to_catalogue(FakeEncoder(), photos, goods)
    assert found["own.photos"] == found["own.coloured"] == 3
    assert found["own.type"] == 2 / 3
    assert found["own.colour"] == 2 / 3
