"""Looks keep what the shopper said: slots, limits, variety; and say what to drop when nothing is left."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from outfit_fakes import CATEGORIES, network, stylist, vectors, wardrobe
from safetensors.numpy import save_file

from demo.catalog.catalogue import Catalogue
from demo.cli import main
from demo.errors import OutfitError, UnknownItemError
from demo.outfits import occasions, styling
from demo.outfits.features import TABLE
from demo.outfits.stylist import WEIGHTS, Stylist, open_stylist
from demo.outfits.wardrobe import Piece, piece_of
from demo.search import index as indexes
from demo.settings import ROOT
from demo.types import Filters, Look, LookWishes, Product

ITEMS = ("t-shirt-1-white", "shirt-2-navy", "chinos-1-beige", "blazer-1-navy", "loafer-1-black",
         "tote-1-white", "fedora-1-beige", "summer-dress-1-red", "blouse-1-white")  # fmt: skip


@pytest.fixture(scope="module")
def dresser() -> Stylist:
    return stylist(wardrobe())


def skus(look: Look) -> set[str]:
    return {p.sku for p in look.items}


def pieces(look: Look) -> list[Piece]:
    return [piece_of(p) for p in look.items]


@pytest.mark.parametrize("item", ITEMS)
def test_a_look_is_an_outfit_around_the_item(dresser: Stylist, item: str) -> None:
    looks = dresser.looks(LookWishes(item))
    assert looks
    for look in looks:
        worn = pieces(look)
        assert item in skus(look)
        assert styling.complete(worn)
        assert not list(styling.faults(worn))
        assert look.slots == tuple(p.slot for p in worn)
        assert look.price == pytest.approx(sum(p.price or 0 for p in look.items))
        assert look.why


@pytest.mark.parametrize("item", ITEMS)
def test_three_looks_share_the_item_alone(dresser: Stylist, item: str) -> None:
    looks = dresser.looks(LookWishes(item))
    assert len(looks) == 3
    assert [look.score for look in looks] == sorted((k.score for k in looks), reverse=True)
    for one, two in combinations(looks, 2):
        assert skus(one) & skus(two) == {item}


def test_the_same_wishes_give_the_same_looks(dresser: Stylist) -> None:
    wishes = LookWishes("shirt-1-white", occasion="office")
    assert dresser.looks(wishes) == dresser.looks(wishes) == stylist(wardrobe()).looks(wishes)


def test_what_is_kept_is_in_every_look(dresser: Stylist) -> None:
    wishes = LookWishes("shirt-1-white", kept=("loafer-2-black", "chinos-1-navy"))
    for look in dresser.looks(wishes):
        assert {"shirt-1-white", "loafer-2-black", "chinos-1-navy"} <= skus(look)


def test_slots_stay_empty(dresser: Stylist) -> None:
    for look in dresser.looks(LookWishes("shirt-1-white", without=("bag", "hat", "layer"))):
        assert set(look.slots) == {"top", "bottom", "shoes"}


def test_what_was_passed_does_not_come_back(dresser: Stylist) -> None:
    first = dresser.looks(LookWishes("shirt-1-white"))[0]
    passed = tuple(skus(first) - {"shirt-1-white"})
    for look in dresser.looks(LookWishes("shirt-1-white", passed=passed)):
        assert not skus(look) & set(passed)


@pytest.mark.parametrize("name", ["office", "city", "weekend"])
def test_an_occasion_is_kept_by_all_that_is_added(dresser: Stylist, name: str) -> None:
    for look in dresser.looks(LookWishes("chinos-1-beige", occasion=name)):
        assert all(occasions.at_home(p, name) for p in pieces(look))
        assert look.occasion == name


def test_the_budget_is_for_the_whole_look(dresser: Stylist) -> None:
    usual = dresser.looks(LookWishes("shirt-1-white"))
    budget = 0.8 * min(look.price or 0 for look in usual)
    for look in dresser.looks(LookWishes("shirt-1-white", budget=budget)):
        assert look.price is not None
        assert look.price <= budget


def test_the_conversations_limits(dresser: Stylist) -> None:
    filters = Filters(
        price_max=40, unwanted={"colour": ("black", "red")}, category=("dresses",)
    )  # the category is what was searched for, not what the look is made of
    for look in dresser.looks(LookWishes("shirt-2-navy", filters=filters)):
        for product in look.items:
            if product.sku != "shirt-2-navy":
                assert (product.price or 0) <= 40
                assert product.get("colour") not in ("black", "red")


def test_nobody_is_dressed_in_the_other_genders_clothes(dresser: Stylist) -> None:
    for item in ("blouse-1-white", "handbag-1-black"):
        for look in dresser.looks(LookWishes(item)):
            assert {p.get("gender") for p in look.items} <= {"women", "unisex"}


def test_dressier_and_cheaper_are_what_they_say(dresser: Stylist) -> None:
    wishes = LookWishes("chinos-1-navy")

    def level(look: Look) -> float:
        return np.mean([p.formality for p in pieces(look) if p.sku != wishes.item])

    usual = dresser.looks(wishes, 1)[0]
    assert level(dresser.looks(replace(wishes, dressier=1), 1)[0]) > level(usual) + 0.25
    assert level(dresser.looks(replace(wishes, dressier=-1), 1)[0]) < level(usual) - 0.25
    assert (dresser.looks(replace(wishes, cheaper=1), 1)[0].price or 0) < (usual.price or 0)


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        (LookWishes("shirt-1-white", budget=30), "budget"),
        (LookWishes("t-shirt-1-white", occasion="wedding-guest"), "occasion"),
        (LookWishes("shirt-1-white", cheaper=9), "cheaper"),
        (LookWishes("shirt-1-white", dressier=9), "dressier"),
        (LookWishes("shirt-1-white", filters=Filters(price_max=1)), "conversation"),
        (LookWishes("shirt-1-white", kept=("summer-dress-1-red",)), "Let go"),
        (LookWishes("shirt-1-white", occasion="moon landing"), "no occasion"),
    ],
)  # fmt: skip
def test_it_says_what_to_drop(dresser: Stylist, wishes: LookWishes, says: str) -> None:
    with pytest.raises(OutfitError, match=says):
        dresser.looks(wishes)


def test_an_item_that_is_not_there(dresser: Stylist) -> None:
    with pytest.raises(UnknownItemError):
        dresser.looks(LookWishes("nothing"))


def test_alternatives_fit_the_slot_and_the_others(dresser: Stylist) -> None:
    wishes = LookWishes("shirt-1-white", passed=("loafer-1-navy",))
    items = ["shirt-1-white", "chinos-1-beige", "loafer-1-black"]
    found = dresser.alternatives(items, "shoes", wishes, 6)
    assert 1 <= len(found) <= 6
    assert not {p.sku for p in found} & {*items, "loafer-1-navy"}
    for product in found:
        worn = [piece_of(dresser.catalogue.product(s)) for s in items[:2]] + [piece_of(product)]
        assert worn[-1].slot == "shoes"
        assert not list(styling.faults(worn))
    assert len({p.family for p in found[:2]}) == 2
    assert dresser.alternatives(items, "bag", wishes, 1)[0].get("category") == "bags"
    assert dresser.alternatives(items, "dress", wishes) == ()
    with pytest.raises(OutfitError, match="no slot"):
        dresser.alternatives(items, "socks", wishes)


def test_the_facts_of_given_items(dresser: Stylist) -> None:
    look = dresser.look(["loafer-1-black", "shirt-1-white", "chinos-1-navy"], "office")
    assert look.slots == ("top", "bottom", "shoes")
    assert look.occasion == "office"
    assert "office" in look.why


# ------------------------------------------------------------------------------ foreign catalogues
def foreign(rows: list[dict[str, str]]) -> Catalogue:
    return Catalogue(Path("elsewhere"), [
        Product(f"P{i}", f"Thing {i}", Path(), attributes=row) for i, row in enumerate(rows)
    ])  # fmt: skip


def saved(folder: Path, dimension: int, encoder: str = "fake") -> Path:
    """A folder as training writes it, with chance weights."""
    save_file(network(dimension + TABLE).arrays, folder / "served.safetensors")
    card = {"categories": CATEGORIES, "encoder": encoder}
    (folder / "config.json").write_text(json.dumps(card), encoding="utf-8")
    return folder


def test_a_catalogue_that_knows_only_groups(tmp_path: Path) -> None:
    groups = ["tops", "trousers", "shoes", "bags", "tops", "trousers", "shoes", "garden"]
    catalogue = foreign([{"group": group} for group in groups])
    dresser = open_stylist(catalogue, vectors(catalogue), saved(tmp_path, 8))
    looks = dresser.looks(LookWishes("P0"))
    assert {"top", "bottom", "shoes"} <= set(looks[0].slots)
    assert looks[0].price is None
    assert "earth" not in looks[0].why
    with pytest.raises(OutfitError, match="where “Thing 7” is worn"):
        dresser.looks(LookWishes("P7"))


def test_another_encoders_vectors_are_not_asked(tmp_path: Path) -> None:
    """The table alone decides, whatever the vectors are, and the note says so."""
    catalogue = wardrobe()
    folder = saved(tmp_path, 8)
    other = open_stylist(catalogue, vectors(catalogue, 20, "another"), folder)
    assert "another" in other.note
    assert "train csa_net" in other.note
    assert other.looks(LookWishes("shirt-1-white"))
    same = open_stylist(catalogue, vectors(catalogue), folder)
    assert not same.note


# ------------------------------------------------------------------------------- the embedded shop
@pytest.fixture(scope="module")
def embedded() -> Stylist:
    catalogue = Catalogue.read(ROOT / "catalog")
    return open_stylist(catalogue, indexes.load(ROOT / "assets" / "index", catalogue))


@pytest.mark.weights
def test_the_embedded_shop_dresses_every_kind_of_item(embedded: Stylist) -> None:
    assert embedded.note == ""
    seen: dict[str, Product] = {}
    for product in embedded.catalogue.products:
        seen.setdefault(product.get("type"), product)
    for product in seen.values():
        looks = embedded.looks(LookWishes(product.sku))
        assert len(looks) == 3, product.sku
        for one, two in combinations(looks, 2):
            assert skus(one) & skus(two) == {product.sku}
        for look in looks:
            assert not list(styling.faults(pieces(look)))
            assert styling.complete(pieces(look))


@pytest.mark.weights
def test_a_shop_without_looks_is_told_whose_taste_it_gets() -> None:
    """Its table decides when it has one, and its pictures when it has none."""
    encoder = json.loads((WEIGHTS / "config.json").read_text(encoding="utf-8"))["encoder"]
    catalogue = wardrobe()
    told = open_stylist(catalogue, vectors(catalogue, 256, encoder))
    assert "no outfits of its own" in told.note
    assert "the table" in told.note
    assert told.looks(LookWishes("shirt-1-white"))
    bare = foreign([{"group": group} for group in ("tops", "trousers", "shoes", "bags")])
    seen = open_stylist(bare, vectors(bare, 256, encoder))
    assert "the pictures" in seen.note
    assert len(seen.looks(LookWishes("P0"))[0].items) >= 3


@pytest.mark.weights
def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    board = tmp_path / "board.png"
    sku = "TS-006-YEL"
    assert main(["outfit", "--item", sku, "--count", "2", "--json", "--board", str(board)]) == 0
    looks = json.loads(capsys.readouterr().out)["looks"]
    assert len(looks) == 2
    assert all(sku in look["items"] for look in looks)
    assert board.stat().st_size > 10_000
    assert main(["outfit", "--item", sku, "--slots", "bottom", "shoes"]) == 0
    out = capsys.readouterr().out
    assert "bottom" in out
    assert " bag " not in out
    assert main(["outfit", "--item", "NO-SUCH"]) == 2
    assert main(["outfit", "--item", sku, "--budget", "30"]) == 2
    assert "budget" in capsys.readouterr().err
