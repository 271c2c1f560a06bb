"""The shipped looks: they obey the rules, keep designs apart, and come out the same every time."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from demo.catalog.catalogue import Catalogue
from demo.cli import main
from demo.errors import CatalogError
from demo.outfits import looks as table
from demo.outfits import occasions, styling, telling
from demo.outfits.looks import Styled
from demo.outfits.wardrobe import Piece, piece_of
from demo.settings import ROOT
from demo.studio.looks import MOST, ORDER, SHARES, compose, describe
from demo.training.data import split_of

CATALOG = ROOT / "catalog"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.read(CATALOG)


@pytest.fixture(scope="module")
def looks() -> tuple[Styled, ...]:
    return table.read(CATALOG / table.FILE_NAME)


@pytest.fixture(scope="module")
def pieces(catalogue: Catalogue) -> dict[str, Piece]:
    return {p.sku: piece_of(p) for p in catalogue.products}


def test_there_are_enough(looks: tuple[Styled, ...]) -> None:
    splits = Counter(look.split for look in looks)
    assert len(looks) >= 600
    assert splits["test"] >= 120
    assert splits["validation"] >= 50
    assert len({look.id for look in looks}) == len(looks)
    assert len({frozenset(look.items) for look in looks}) == len(looks)


def test_three_to_six_products_that_exist(looks: tuple[Styled, ...], catalogue: Catalogue) -> None:
    for look in looks:
        assert 3 <= len(set(look.items)) == len(look.items) <= 6
        assert all(sku in catalogue.row_of for sku in look.items), look.id


def test_each_product_in_at_most_eight(looks: tuple[Styled, ...]) -> None:
    worn = Counter(sku for look in looks for sku in look.items)
    assert max(worn.values()) <= MOST == 8
    assert len(worn) > 1300


def test_no_design_crosses_a_split(looks: tuple[Styled, ...], catalogue: Catalogue) -> None:
    where: dict[str, set[str]] = {}
    for look in looks:
        for sku in look.items:
            family = catalogue.product(sku).family
            assert split_of(family) == look.split, (look.id, sku)
            where.setdefault(family, set()).add(look.split)
    assert all(len(splits) == 1 for splits in where.values())
    assert len(where) > 580


def test_they_differ(looks: tuple[Styled, ...]) -> None:
    """No two looks share three products."""
    threes = Counter(t for look in looks for t in combinations(sorted(look.items), 3))
    assert max(threes.values()) == 1


def test_they_obey_the_rules(looks: tuple[Styled, ...], pieces: dict[str, Piece]) -> None:
    for look in looks:
        worn = [pieces[sku] for sku in look.items]
        verdict = styling.judge(worn, look.occasion)
        assert not verdict.faults, (look.id, verdict.faults)
        assert verdict.score == pytest.approx(look.score, abs=0.002), look.id
        assert verdict.score > 0.6, look.id
        assert occasions.suits(worn, look.occasion), look.id
        told = telling.facts(worn, look.occasion)
        assert (look.season, look.why) == (told.season, told.sentence)


def test_slots(looks: tuple[Styled, ...], pieces: dict[str, Piece]) -> None:
    shod = 0
    for look in looks:
        slots = [pieces[sku].slot for sku in look.items]
        assert len(set(slots)) == len(slots)
        assert slots == sorted(slots, key=ORDER.index)
        assert ("dress" in slots) != ({"top", "bottom"} <= set(slots))
        assert "shoes" in slots or "bag" in slots
        shod += "shoes" in slots
    assert shod > 0.95 * len(looks)


def test_genders(looks: tuple[Styled, ...], pieces: dict[str, Piece]) -> None:
    for look in looks:
        genders = {pieces[sku].gender for sku in look.items} - {"unisex"}
        assert genders == ({look.gender} - {"unisex"}), look.id
    whose = Counter(look.gender for look in looks)
    assert min(whose["women"], whose["men"]) > 0.3 * len(looks)


def test_spread(looks: tuple[Styled, ...]) -> None:
    """Every occasion and season is there, and none is most of it."""
    for values, names in (
        (Counter(look.occasion for look in looks), set(SHARES["women"])),
        (Counter(look.season for look in looks), {"spring", "summer", "autumn", "winter"}),
    ):
        assert names <= set(values)
        assert max(values.values()) < 0.45 * len(looks)
        assert min(values[name] for name in names) >= 30


def test_swapping_at_random_spoils(
    looks: tuple[Styled, ...], pieces: dict[str, Piece], catalogue: Catalogue
) -> None:
    """A random garment of the same category is almost always worse: the looks are tight."""
    draw = Random(5)
    worse = 0
    chosen = draw.sample(looks, 300)
    for look in chosen:
        i = draw.randrange(len(look.items))
        old = pieces[look.items[i]]
        among = [p for p in pieces.values() if p.category == old.category and p is not old
                 and p.gender in (look.gender, "unisex")]  # fmt: skip
        swapped = [pieces[sku] for sku in look.items]
        swapped[i] = draw.choice(among)
        worse += styling.judge(swapped).score < (look.score or 0) - 0.02
    assert worse > 0.85 * len(chosen)


def test_same_seed_same_looks(catalogue: Catalogue) -> None:
    counts = {"train": 6, "validation": 5, "test": 5}
    first = compose(catalogue, 7, counts)
    assert first == compose(catalogue, 7, counts)
    assert first != compose(catalogue, 8, counts)


def test_file_comes_back(tmp_path: Path, looks: tuple[Styled, ...]) -> None:
    table.write(looks[:9], tmp_path / "looks.jsonl")
    assert table.read(tmp_path / "looks.jsonl") == looks[:9]
    shipped = (CATALOG / table.FILE_NAME).read_text(encoding="utf-8").splitlines()[:9]
    assert (tmp_path / "looks.jsonl").read_text(encoding="utf-8").splitlines() == shipped


@pytest.mark.parametrize("line", ["not json", "[]", '{"id": "a"}', '{"items": ["a", "b"]}',
                                  '{"id": "a", "items": ["b"]}', '{"id": "a", "items": [1, 2]}'])  # fmt: skip
def test_bad_lines_are_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "looks.jsonl").write_text('{"id": "x", "items": ["a", "b"]}\n' + line)
    with pytest.raises(CatalogError, match="line 2"):
        table.read(tmp_path / "looks.jsonl")
    with pytest.raises(CatalogError, match="studio looks"):
        table.read(tmp_path / "none.jsonl")


def test_the_catalogue_card_is_rewritten_in_place(
    tmp_path: Path, looks: tuple[Styled, ...], catalogue: Catalogue
) -> None:
    card = tmp_path / "README.md"
    card.write_text("# Shop\n\n## Looks\n\nold\n\n## After\n\nkept\n", encoding="utf-8")
    describe(looks, catalogue, card)
    first = card.read_text(encoding="utf-8")
    assert "old" not in first
    assert first.startswith("# Shop\n\n## Looks\n")
    assert first.endswith("## After\n\nkept\n")
    assert f"{len(looks)} outfits" in first
    describe(looks, catalogue, card)
    assert card.read_text(encoding="utf-8") == first
    shipped = (CATALOG / "README.md").read_text(encoding="utf-8")
    assert first.partition("## Looks")[2].partition("\n## ")[0].strip() in shipped


def test_board_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "boards.png"
    assert main(["studio", "looks", "--catalog", str(CATALOG), "--board", str(out), "--random", "3"]) == 0
    assert out.stat().st_size > 10_000
    assert "3 boards" in capsys.readouterr().out
