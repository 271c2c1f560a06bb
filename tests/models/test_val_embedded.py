"""The embedded VAL: it belongs to the embedded encoder, is small, and does what is asked of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from PIL import Image

from demo.bundle import encoder_id, load_encoder
from demo.catalog.catalogue import Catalogue
from demo.models.composing import ComposingNetwork, Seen, load, seen
from demo.models.encoder import ClipEncoder
from demo.settings import ROOT
from demo.training.data import split_of
from demo.training.parts import naming_tokens

pytestmark = pytest.mark.weights
FOLDER = ROOT / "assets" / "weights" / "val"
DESIGNS = 12


@pytest.fixture(scope="module")
def lite() -> ClipEncoder:
    return load_encoder("lite", "cpu")


@pytest.fixture(scope="module")
def val() -> ComposingNetwork:
    return load(FOLDER)


@pytest.fixture(scope="module")
def goods() -> list[tuple[str, str, Path]]:
    """(family, colour, picture) of test designs with at least two colours."""
    catalogue = Catalogue.read(ROOT / "catalog")
    families = sorted({p.family for p in catalogue.products if split_of(p.family) == "test"})
    rows = [(p.family, p.get("colour"), p.image) for p in catalogue.products]
    chosen = [f for f in families if len({c for g, c, _ in rows if g == f}) > 1][::4][:DESIGNS]
    return [row for row in rows if row[0] in chosen]


@pytest.fixture(scope="module")
def maps(lite: ClipEncoder, goods: list[tuple[str, str, Path]]) -> Seen:
    return seen(lite.see([Image.open(path) for _, _, path in goods]))


def test_it_belongs_to_the_embedded_encoder(val: ComposingNetwork) -> None:
    trained_on = val.config["encoder"].rpartition("-")[2]
    assert trained_on == encoder_id("lite").rpartition("-")[2]


def test_the_folder_is_small_and_says_how_it_was_made() -> None:
    files = {f.name: f.stat().st_size for f in FOLDER.iterdir()}
    assert sum(files.values()) < 4 * 2**20
    assert {"network.safetensors", "config.json", "result.json", "train.log"} <= set(files)
    result = json.loads((FOLDER / "result.json").read_text(encoding="utf-8"))
    assert {"seed", "steps", "parameters", "validation", "measured"} <= set(result)


def test_another_colour_is_the_same_design(
    lite: ClipEncoder, val: ComposingNetwork, goods: list[tuple[str, str, Path]], maps: Seen
) -> None:
    """Among test designs and their colours, most swaps put the wanted colourway among the first three."""
    targets = val.target(maps)
    found = []
    for i, (family, colour, _) in enumerate(goods):
        for wanted in {c for f, c, _ in goods if f == family} - {colour, "multicolour"}:
            words = lite.read([f"the same in {wanted.replace('-', ' ')}"])
            scores = targets @ val.compose(maps[i : i + 1], words).vector[0]
            scores[i] = -1
            first = [goods[j][:2] for j in scores.argsort(descending=True)[:3]]
            found.append((family, wanted) in first)
    assert len(found) > DESIGNS
    assert sum(found) > 0.8 * len(found)


def test_words_look_somewhere(lite: ClipEncoder, val: ComposingNetwork, maps: Seen) -> None:
    text = "with a round neck"
    attention = val.compose(maps[:1], lite.read([text])).attention
    assert attention is not None
    names = naming_tokens(lite.tokenizer, [text], attention.shape[1])[0, 1]
    torch.testing.assert_close(attention.sum((2, 3)), torch.ones(attention.shape[:2]))
    assert names.any()
    neck = attention[0, torch.from_numpy(names)].mean(0)
    assert neck.max() > 3 / neck.numel()  # far from even
