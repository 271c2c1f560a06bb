"""Training a composing network on a small foreign catalogue: it learns, resumes, repeats and is loaded."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from composing_fakes import SeeingEncoder
from conftest import write_table
from PIL import Image
from torch.nn import functional

from demo.catalog.catalogue import Catalogue
from demo.catalog.vocabulary import SWATCHES
from demo.errors import CatalogError, SettingsError
from demo.models.composing import load
from demo.training import command, composed, composer
from demo.training.composed import Options
from demo.training.material import Material, prepare

COLOURS = ("red", "green", "navy", "black", "yellow")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """40 designs in five colours, with a column that no vocabulary knows."""
    folder = tmp_path_factory.mktemp("foreign")
    rows = []
    for number in range(40):
        for colour in COLOURS:
            sku = f"D{number}-{colour}"
            picture = Image.new("RGB", (48, 60), "white")
            picture.paste(Image.new("RGB", (20 + number % 4 * 6, 40), SWATCHES[colour]), (6, 10))
            picture.save(folder / f"{sku}.png")
            rows.append({
                "sku": sku, "title": f"Rug {number}", "family": f"D{number}", "colour": colour,
                "weave": ("tight", "open")[number % 2], "image": f"{sku}.png",
            })  # fmt: skip
    columns = ["sku", "title", "family", "colour", "weave", "image"]
    return Catalogue.read(write_table(folder, rows, columns))


@pytest.fixture(scope="module")
def material(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Material:
    torch.set_num_threads(1)
    cache = tmp_path_factory.mktemp("cache")
    return prepare(SeeingEncoder(), catalogue, Path("nowhere"), count=400, folder=cache)


def test_foreign_columns_are_asked_for(material: Material) -> None:
    assert set(material.goods.wished) == {"colour", "weave"}
    named = {w.attribute for q in material.queries for w in q.wishes}
    assert {"colour", "weave"} <= named
    assert any("open" in q.words or "tight" in q.words for q in material.queries)


def test_no_design_crosses_a_split(material: Material) -> None:
    split, family = material.goods.split, material.goods.family
    for query in material.queries:
        assert split[query.row] == "train"
        assert set(split[query.answers]) == {"train"}
    for check in material.checks.values():
        assert set(split[[q.row for q in check.queries]]) == {"validation"}
        assert "test" not in set(split[check.gallery])
        assert not {q.words for q in check.queries} & {q.words for q in material.queries}
    for design in set(family):
        assert len(set(split[family == design])) == 1


def test_right_products_are_no_negatives(material: Material) -> None:
    trainer = composer.Trainer(Options("tirg"), material, "fake-1")
    for at in range(5):
        query = material.queries[at]
        assert material.right[at].sum() == len(query.answers)
        assert not material.right[at, query.row]
    terms = trainer.loss(np.arange(composer.BATCH))
    assert torch.isfinite(terms["composed"])


def test_what_all_sentences_say_is_measured(material: Material) -> None:
    network = composer.Trainer(Options("tirg"), material, "fake-1").network
    pooled = torch.from_numpy(material.sentences.pooled.astype(np.float32))
    mean = functional.normalize(pooled, dim=1).mean(0)
    torch.testing.assert_close(network.common, mean, atol=0.02, rtol=0)


@pytest.mark.parametrize("name", ["val", "lbf"])
def test_bfloat16_says_nearly_the_same(name: str, material: Material) -> None:
    exact, rough = (
        composer.Trainer(Options(name, bf16=bf16), material, "fake-1").loss(
            np.arange(composer.BATCH)
        )
        for bf16 in (False, True)
    )
    assert exact.keys() == rough.keys()
    assert rough["composed"].dtype == torch.float32
    torch.testing.assert_close(rough["composed"], exact["composed"], atol=0, rtol=0.05)


@pytest.mark.parametrize("name", ["val", "lbf"])
def test_it_learns_and_is_loaded(name: str, material: Material, tmp_path: Path) -> None:
    card = composer.train(Options(name, steps=60), material, "fake-1", tmp_path)
    lines = [
        line for line in (tmp_path / "train.log").read_text().splitlines() if "composed" in line
    ]
    first, last = (float(line.split("composed ")[1].split()[0]) for line in (lines[0], lines[-1]))
    assert last < 0.9 * first
    fresh = composer.Trainer(Options(name), material, "fake-1").network
    before = composer.validate(fresh.eval(), material)
    assert sum(card["validation"].values()) > sum(before.values()), (card["validation"], before)
    assert json.loads((tmp_path / "result.json").read_text())["seed"] == 1
    assert not (tmp_path / "checkpoint.pt").exists()
    assert load(tmp_path).config["encoder"] == "fake-1"


def test_the_seed_decides(material: Material, tmp_path: Path) -> None:
    said = [
        composer.train(Options("tirg", seed=seed, steps=5), material, "fake-1", tmp_path / str(i))
        for i, seed in enumerate((1, 1, 2))
    ]
    weights = [load(tmp_path / str(i)).state_dict()["project.weight"] for i in range(3)]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])
    assert said[0]["validation"] == said[1]["validation"]


def test_an_interrupted_run_goes_on(
    material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composer, "CHECKPOINT", 4)
    step = composer.Trainer.step

    def interrupted(self: composer.Trainer, number: int) -> dict[str, float]:
        if number == 6:
            raise KeyboardInterrupt
        return step(self, number)

    monkeypatch.setattr(composer.Trainer, "step", interrupted)
    with pytest.raises(KeyboardInterrupt):
        composer.train(Options("tirg", steps=8), material, "fake-1", tmp_path)
    monkeypatch.setattr(composer.Trainer, "step", step)
    done: list[int] = []
    monkeypatch.setattr(
        composer.Trainer, "step", lambda self, number: done.append(number) or step(self, number)
    )
    composer.train(Options("tirg", steps=8), material, "fake-1", tmp_path)
    assert done == [4, 5, 6, 7]


def test_a_table_without_attributes_is_refused(tmp_path: Path) -> None:
    rows = []
    for number in range(6):
        Image.new("RGB", (20, 20), "red").save(tmp_path / f"{number}.png")
        rows.append({"sku": str(number), "title": "A thing", "image": f"{number}.png"})
    bare = Catalogue.read(write_table(tmp_path, rows, ["sku", "title", "image"]))
    with pytest.raises(CatalogError, match="attributes"):
        prepare(SeeingEncoder(), bare, Path("nowhere"), count=50, folder=tmp_path / "cache")


@pytest.mark.parametrize(("words", "said"), [
    (["val", "--depths", "deep"], "--depths"), (["lbf", "--regions", "0"], "--regions"),
    (["tirg", "--steps", "0"], "--steps"),
])  # fmt: skip
def test_bad_options_are_said(words: list[str], said: str) -> None:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    args = parser.parse_args(words)
    with pytest.raises(SettingsError, match=said):
        composed.run(args)
