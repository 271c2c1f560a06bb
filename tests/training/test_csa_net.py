"""Training on looks: nothing crosses a split, the rules are asked as they are, and own data trains."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import faiss
import numpy as np
import pytest
import torch
from outfit_fakes import product, vectors, wardrobe
from PIL import Image

from demo.catalog.catalogue import Catalogue
from demo.cli import main
from demo.errors import CatalogError
from demo.models.csa_net import CsaNet
from demo.models.type_aware import TypeAware
from demo.outfits import styling
from demo.outfits.features import TABLE, table_features
from demo.outfits.stylist import open_stylist
from demo.outfits.wardrobe import piece_of
from demo.search import index as indexes
from demo.training.csa_net import matcher_of
from demo.training.data import split_of
from demo.training.outfit_data import Outfits, alike, read_outfits
from demo.training.outfit_measure import Answerer, examine, make_exam
from demo.training.outfit_ranking import LookLots, Ranking, RankingSettings, new_network
from demo.training.outfit_swaps import BELONGS, WRONG, SwapLots, make_questions
from demo.types import LookWishes, Product

COLOURS = ("white", "navy", "beige", "black", "red")


def outfits_of(catalogue: Catalogue, looks: list[tuple[str, ...]]) -> Outfits:
    """Looks of a catalogue that is in no folder, all designs split by their hash."""
    pieces = [piece_of(p) for p in catalogue.products]
    splits = tuple(split_of(p.family) for p in catalogue.products)
    rows: dict = {"train": [], "validation": [], "test": []}
    for skus in looks:
        outfit = tuple(catalogue.row_of[sku] for sku in skus)
        for split, some in rows.items():
            part = tuple(row for row in outfit if splits[row] == split)
            if len(part) > 1:
                some.append(part)
    return Outfits(
        {split: tuple(some) for split, some in rows.items()},
        tuple(p.category for p in pieces), tuple(p.slot for p in pieces), splits,
    )  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Catalogue:
    """Shirts, chinos and loafers: 60 designs of each in five colours."""
    return Catalogue(Path("nowhere"), [
        product(kind, colour, 20.0, design)
        for kind in ("shirt", "chinos", "loafer")
        for design in range(60)
        for colour in COLOURS
    ])  # fmt: skip


@pytest.fixture(scope="module")
def matching(shelf: Catalogue) -> Outfits:
    """A taste that likeness does not tell: each garment has the colour after that of the one above."""
    random = np.random.default_rng(0)
    looks = []
    for _ in range(900):
        first, designs = random.integers(5), random.integers(60, size=3)
        looks.append(tuple(
            f"{kind}-{designs[i]}-{COLOURS[(first + i) % 5]}"
            for i, kind in enumerate(("shirt", "chinos", "loafer"))
        ))  # fmt: skip
    return outfits_of(shelf, looks)


@pytest.mark.parametrize("kind", [CsaNet, TypeAware])
def test_a_taste_is_learned_and_holds_for_designs_never_seen(
    kind: type, shelf: Catalogue, matching: Outfits
) -> None:
    settings = RankingSettings(steps=250, batch=32)
    features = table_features(shelf.products)
    net = new_network(kind, TABLE, matching, settings)
    exam = make_exam(matching, "test")

    def fitb() -> float:
        matcher = matcher_of(net.eval(), features, matching)
        return examine(Answerer(matcher.beside, matcher.score), exam, recall=False)["fitb.same"]

    before = fitb()
    ranking = Ranking(net, [features], matching, LookLots(matching, "train", settings), settings)
    for _ in range(settings.steps):
        ranking.step()
    assert before < 0.5
    assert fitb() > 0.7  # 0.738 is all there is: one wrong item in five has the right colour


def test_the_same_seed_gives_the_same_weights(shelf: Catalogue, matching: Outfits) -> None:
    features = table_features(shelf.products)

    def trained(seed: int) -> torch.Tensor:
        settings = RankingSettings(steps=3, batch=8, seed=seed)
        net = new_network(CsaNet, TABLE, matching, settings)
        ranking = Ranking(
            net, [features], matching, LookLots(matching, "train", settings), settings
        )
        for _ in range(3):
            ranking.step()
        return net.masks.detach()

    assert torch.equal(trained(1), trained(1))
    assert not torch.equal(trained(1), trained(2))


def test_negatives_are_of_the_split_and_mostly_of_the_category(matching: Outfits) -> None:
    settings = RankingSettings(batch=200, of_slot=0.0, of_all=0.1)
    batch = LookLots(matching, "train", settings).draw()
    categories = np.array(matching.categories)
    splits = np.array(matching.splits)
    wrong, right = batch.wrong.numpy(), batch.right.numpy()
    assert (splits[wrong] == "train").all()
    assert (wrong != right[:, None]).all()
    same = (categories[wrong] == categories[right][:, None]).mean()
    assert 0.85 < same < 1.0
    looks = {frozenset(look) for look in matching.rows["train"]}
    for row in range(20):
        worn = batch.outfit[row][batch.present[row] > 0].tolist()
        assert frozenset([*worn, int(right[row])]) in looks


def test_questions_ask_the_rules_about_training_designs_alone() -> None:
    catalogue = wardrobe()
    train = [p for p in catalogue.products if split_of(p.family) == "train"]
    by_slot: dict[str, list[Product]] = {}
    for p in train:
        by_slot.setdefault(piece_of(p).slot, []).append(p)
    looks = [
        tuple(p.sku for p in group)
        for group in zip(by_slot["top"], by_slot["bottom"], by_slot["shoes"], strict=False)
    ]
    outfits = outfits_of(catalogue, looks)
    pieces = [piece_of(p) for p in catalogue.products]
    questions = make_questions(outfits, pieces, 40, seed=3)
    for q in range(40):
        worn = [pieces[row] for row in questions.rest[q][questions.present[q] > 0]]
        there = ~np.isnan(questions.score[q])
        for row, score in zip(questions.rows[q][there], questions.score[q][there], strict=True):
            assert outfits.splits[row] == "train"
            assert styling.judge([*worn, pieces[row]]).score == pytest.approx(score, abs=1e-5)
    lots = SwapLots(questions, RankingSettings(batch=50, negatives=4))
    batch = lots.draw()
    for row in range(50):
        worn = [pieces[r] for r in batch.outfit[row][batch.present[row] > 0]]
        right = styling.judge([*worn, pieces[batch.right[row]]]).score
        for wrong in batch.wrong[row]:
            assert styling.judge([*worn, pieces[wrong]]).score < right - (WRONG - BELONGS) + 1e-6


# --------------------------------------------------------------------------------------- own data
def own_catalogue(folder: Path, related: bool) -> Path:
    """150 products in five colours, with looks of one colour each or with related products."""
    (folder / "images").mkdir(parents=True)
    Image.new("RGB", (8, 8), "white").save(folder / "images" / "a.png")
    columns = ["sku", "title", "image", "family", "type", "colour", "price", "related"]
    looks, rows = [], []
    for n in range(30):
        for number, kind in enumerate(("shirt", "chinos", "loafer", "tote", "fedora")):
            sku = f"{kind}-{n}"
            others = [f"chinos-{n}", f"loafer-{n}", f"tote-{n}"]
            rows.append({
                "sku": sku, "title": f"{kind} {n}", "image": "images/a.png", "family": f"look {n}",
                "type": kind, "colour": COLOURS[n % 5], "price": str(10 + number),
                "related": " | ".join(others) if related and kind == "shirt" else "",
            })  # fmt: skip
        looks.append({"id": str(n), "items": [f"shirt-{n}", f"chinos-{n}", f"loafer-{n}"]})
    with (folder / "products.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    if not related:
        text = "".join(json.dumps(look) + "\n" for look in looks)
        (folder / "looks.jsonl").write_text(text, encoding="utf-8")
    catalogue = Catalogue.read(folder)
    drawn = vectors(catalogue, 12, "own-1")
    index = folder / "index"
    index.mkdir()
    faiss.write_index(drawn.vectors, str(index / indexes.VECTORS))
    card = {"format": 1, "encoder": "own-1", "dimension": 12, "catalog": catalogue.hash,
            "count": len(catalogue)}  # fmt: skip
    (index / indexes.CARD).write_text(json.dumps(card), encoding="utf-8")
    return folder


@pytest.mark.parametrize("related", [False, True])
def test_own_outfits_train_and_are_used(tmp_path: Path, related: bool) -> None:
    folder = own_catalogue(tmp_path / "own", related)
    assert main(["train", "csa_net", "--catalog", str(folder), "--steps", "20"]) == 0
    written = folder / "index" / "csa_net"
    assert {p.name for p in written.iterdir()} >= {
        "served.safetensors",
        "config.json",
        "result.json",
    }
    catalogue = Catalogue.read(folder)
    stylist = open_stylist(catalogue, indexes.load(folder / "index", catalogue))
    assert stylist.note == ""
    assert stylist.looks(LookWishes("shirt-0"))


def test_a_catalogue_without_outfits_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = own_catalogue(tmp_path / "own", related=False)
    (folder / "looks.jsonl").unlink()
    assert main(["train", "csa_net", "--catalog", str(folder)]) == 2
    assert "related" in capsys.readouterr().err
    (folder / "looks.jsonl").write_text('{"id": "1", "items": ["shirt-0", "chinos-0"]}\n')
    assert main(["train", "csa_net", "--catalog", str(folder)]) == 2
    assert "needs 20" in capsys.readouterr().err


def test_a_torn_outfit_gives_each_split_its_own_part(tmp_path: Path) -> None:
    folder = own_catalogue(tmp_path / "own", related=False)
    looks = [
        {"id": "1", "items": [f"{kind}-{n}" for n in range(30) for kind in ("shirt", "chinos")][:8]}
    ]
    (folder / "looks.jsonl").write_text(json.dumps(looks[0]) + "\n", encoding="utf-8")
    outfits = read_outfits(Catalogue.read(folder))
    for split, some in outfits.rows.items():
        for rows in some:
            assert len(rows) >= 2
            assert {outfits.splits[row] for row in rows} == {split}
    (folder / "looks.jsonl").unlink()
    with pytest.raises(CatalogError, match="related"):
        read_outfits(Catalogue.read(folder))


def test_alike_is_of_one_split(matching: Outfits) -> None:
    for name, rows in alike(matching, "test", matching.categories).items():
        assert all(matching.categories[row] == name for row in rows)
        assert all(matching.splits[row] == "test" for row in rows)
