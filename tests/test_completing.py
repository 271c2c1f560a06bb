"""Looks through the facade: what is asked of one really happens, and what is kept stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from dressed import dressed_shop

from demo.completing import formality
from demo.errors import OutfitError, UnknownItemError
from demo.shop import Shop
from demo.types import Filters, LookWishes, Product, Session, Turn

ITEM = "SH-navy"


@pytest.fixture(scope="module")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return dressed_shop(tmp_path_factory.mktemp("dressed") / "shop")


def skus(look) -> list[str]:
    return [product.sku for product in look.items]


def test_looks_share_only_the_item(dressed: Shop) -> None:
    looks = dressed.outfits.looks(LookWishes(ITEM))
    assert len(looks) == 3
    others = [set(skus(look)) - {ITEM} for look in looks]
    assert all(ITEM in skus(look) for look in looks)
    assert not others[0] & others[1]
    assert not others[1] & others[2]


def test_a_step_goes_where_it_says_and_keeps_what_is_kept(dressed: Shop) -> None:
    look = dressed.outfits.look([ITEM, "CH-navy", "SN-navy", "TO-navy"])
    kept = "TO-navy"
    wishes = LookWishes(ITEM, kept=(kept,))
    dressier, _ = dressed.outfits.step(skus(look), wishes, "formal")
    assert formality(dressier) > formality(look)
    assert {ITEM, kept} <= set(skus(dressier))
    easier, _ = dressed.outfits.step(skus(dressier), wishes, "casual")
    assert formality(easier) < formality(dressier)
    dear = dressed.outfits.look([ITEM, "ST-navy", "LO-navy", kept])
    cheaper, _ = dressed.outfits.step(skus(dear), wishes, "cheaper")
    assert cheaper.price < dear.price
    assert len(cheaper.items) == len(dear.items)  # not by leaving the bag away
    assert {ITEM, kept} <= set(skus(cheaper))


def test_a_step_that_leads_nowhere_says_so(dressed: Shop) -> None:
    look = dressed.outfits.looks(LookWishes(ITEM))[0]
    kept = tuple(sku for sku in skus(look) if sku != ITEM)
    bare = tuple({"top", "bottom", "layer", "shoes", "bag", "hat"} - set(look.slots))
    with pytest.raises(OutfitError, match=r"does not get cheaper\. Keep less of it"):
        dressed.outfits.step(skus(look), LookWishes(ITEM, kept=kept, without=bare), "cheaper")


def test_the_next_best_is_another_piece_and_never_one_that_was_passed(dressed: Shop) -> None:
    look = dressed.outfits.looks(LookWishes(ITEM))[0]
    items, wishes = skus(look), LookWishes(ITEM)
    at = look.slots.index("shoes")
    seen = [items[at]]
    for _ in range(3):
        other = dressed.outfits.next_best(items, "shoes", wishes)
        assert isinstance(other, Product)
        assert other.get("category") == "shoes"
        assert other.sku not in seen
        wishes = replace(wishes, passed=(*wishes.passed, items[at]))
        items[at] = other.sku
        seen.append(other.sku)


def test_slots_that_are_free(dressed: Shop) -> None:
    bare = dressed.outfits.look([ITEM, "JE-navy"])
    found = dressed.outfits.free_slots(bare, LookWishes(ITEM))
    assert set(found) == {"layer", "shoes", "bag", "hat"}
    assert found["shoes"].get("category") == "shoes"
    gown = dressed.outfits.look(["DR-navy"])
    assert not {"top", "bottom", "dress"} & set(
        dressed.outfits.free_slots(gown, LookWishes("DR-navy"))
    )


def test_the_conversations_limits(dressed: Shop) -> None:
    session = Session(item=ITEM, turns=(Turn("under 60, nothing black"),))
    limits = dressed.limits(session)
    assert limits.price_max == 60
    assert limits.unwanted == {"colour": ("black",)}
    looks = dressed.outfits.looks(LookWishes(ITEM, filters=limits))
    assert looks
    for look in looks:
        for product in look.items:
            assert product.price <= 60
            assert product.get("colour") != "black"
    assert dressed.limits(replace(session, turns=(), filters=Filters(price_max=9))).price_max == 9


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("complete the look", True),
        ("shoes to go with it", True),
        ("what can I wear with this?", True),
        ("in green", False),
        ("a more formal look", False),
    ],
)
def test_a_look_is_asked_for_in_words(dressed: Shop, words: str, asked: bool) -> None:
    assert dressed.asks_for_look(Session(item=ITEM, turns=(Turn(words),))) is asked
    assert not dressed.asks_for_look(Session(item=ITEM))


def test_occasions_are_those_of_the_item(dressed: Shop) -> None:
    assert "office" in dressed.outfits.occasions("ST-navy")
    assert "office" not in dressed.outfits.occasions("CA-navy")
    with pytest.raises(UnknownItemError):
        dressed.outfits.occasions("NOPE")


def test_what_nobody_can_place_starts_no_look(dressed: Shop) -> None:
    assert not dressed.outfits.wearable(Product("X", "Candle", Path("x.png")))
    assert dressed.outfits.wearable(dressed.product(ITEM))
