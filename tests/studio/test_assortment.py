"""The plan: enough of everything, only known words, siblings on purpose, the same every time."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from demo.catalog.vocabulary import CATEGORY_OF, TYPES, VALUES
from demo.studio.assortment import CUT, DEFAULT_COUNT, plainest, plan
from demo.studio.buying import answered
from demo.studio.design import Colourway
from demo.studio.palettes import MATERIAL_COLOURS
from demo.studio.rules import NEVER, RULES

CHANGEABLE = (*CUT, "pattern", "colour")


@pytest.fixture(scope="module")
def colourways() -> list[Colourway]:
    return plan(7)


def test_size_families_and_balance(colourways: list[Colourway]) -> None:
    assert len(colourways) == DEFAULT_COUNT >= 1800
    sizes = Counter(Counter(c.family for c in colourways).values())
    families = sum(sizes.values())
    assert families >= 450
    assert sum(n for size, n in sizes.items() if 2 <= size <= 6) > 0.85 * families
    assert {c.type for c in colourways} == set(CATEGORY_OF)
    of_category = Counter(c.category for c in colourways)
    assert min(of_category[category] for category in TYPES) >= 130
    genders = Counter(c.gender for c in colourways)
    assert min(genders[g] for g in ("women", "men", "unisex")) >= 230


def test_only_words_of_the_vocabulary(colourways: list[Colourway]) -> None:
    for c in colourways:
        for attribute, values in VALUES.items():
            value = getattr(c, attribute)
            assert value == "" or value in values, (c.sku, attribute, value)
        assert c.colour
        assert c.pattern
        assert c.material
        assert c.gender
        assert c.style
        assert c.season


def test_skus_are_unique_and_short(colourways: list[Colourway]) -> None:
    skus = [c.sku for c in colourways]
    assert len(set(skus)) == len(skus)
    assert max(map(len, skus)) <= 10
    assert len({rule.code for rule in RULES.values()}) == len(RULES) == len(CATEGORY_OF)


def test_no_absurd_combination(colourways: list[Colourway]) -> None:
    for c in colourways:
        words = {getattr(c, a) for a in (*CUT, "pattern")}
        for pair in NEVER:
            assert not set(pair.split()) <= words, (c.sku, pair)
        assert c.colour != c.colour2
        if c.pattern == "solid" and c.material in ("denim", "straw", "leather"):
            assert c.colour in MATERIAL_COLOURS[c.material].split(), c.sku


def test_a_family_shares_its_cut(colourways: list[Colourway]) -> None:
    families: dict[str, list[Colourway]] = defaultdict(list)
    for c in colourways:
        families[c.family].append(c)
    for members in families.values():
        assert len({(m.type, m.shape_seed, *(getattr(m, a) for a in CUT)) for m in members}) == 1
        assert len({m.colour for m in members}) == len(members)
        assert len({m.cloth_seed for m in members}) == len(members)


def test_deterministic_and_growing() -> None:
    assert plan(7, 150) == plan(7, 150)
    assert plan(7, 150) != plan(8, 150)
    assert {c.sku for c in plan(7, 300)} <= {c.sku for c in plan(7, 1800)}
    assert len(plan(7, 1800)) == 1800
    with pytest.raises(ValueError, match="at least 1"):
        plan(7, 0)


def test_most_changes_have_an_answer(colourways: list[Colourway]) -> None:
    """ "The same but …": a product that differs in one attribute alone, or in it and colour."""
    for attributes in (CHANGEABLE, [a for a in CHANGEABLE if a not in ("gender", "colour")]):
        shares = []
        for products in _by_type(colourways).values():
            varied = [a for a in attributes if len({getattr(p, a) for p in products}) > 1]
            for p in products:
                found = [any(_answers(p, q, a) for q in products) for a in varied]
                shares += [sum(found) / len(found)] if varied else []
        share = sum(shares) / len(shares)
        print(f"counterpart share {share:.3f} over {', '.join(attributes)}")
        assert share >= 0.70
    assert answered(colourways) == pytest.approx(share)


def _by_type(colourways: list[Colourway]) -> dict[str, list[Colourway]]:
    of_type: dict[str, list[Colourway]] = defaultdict(list)
    for c in colourways:
        of_type[c.type].append(c)
    return of_type


def test_nearly_every_value_of_the_rules_is_for_sale(colourways: list[Colourway]) -> None:
    sold = {(c.type, a, getattr(c, a)) for c in colourways for a in (*CUT, "pattern")}
    rules = {
        (type_, a, value)
        for type_, rule in RULES.items()
        for a in (*CUT, "pattern")
        for value in getattr(rule, a).split()
    }
    assert len(rules - sold) <= 0.02 * len(rules), sorted(rules - sold)
    for attribute, values in VALUES.items():  # and each of the vocabulary's, in some number
        counts = Counter(getattr(c, attribute) for c in colourways)
        if attribute in CUT or attribute in ("colour", "pattern"):
            assert min(counts[v] for v in values) >= 5, (attribute, counts)


def _answers(p: Colourway, q: Colourway, attribute: str) -> bool:
    free = {attribute, "colour"}
    return getattr(p, attribute) != getattr(q, attribute) and all(
        getattr(p, a) == getattr(q, a) for a in CHANGEABLE if a not in free
    )


def test_plainest_takes_changes() -> None:
    c = plainest("t-shirt", colour="red", neckline="v-neck")
    assert (c.type, c.colour, c.neckline, c.pattern) == ("t-shirt", "red", "v-neck", "solid")
