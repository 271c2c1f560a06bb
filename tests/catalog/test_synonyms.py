"""What people and foreign tables call the values."""

from __future__ import annotations

import pytest

from demo.catalog.synonyms import canonical, category_in, phrases, type_in
from demo.catalog.vocabulary import CATEGORY_OF, ORDERS, SWATCHES, TYPES, VALUES


def test_every_phrase_names_known_values() -> None:
    for attribute, values in phrases().values():
        assert set(values) <= set(VALUES[attribute])


def test_vocabulary_is_whole() -> None:
    assert len(TYPES) == 10
    assert set(CATEGORY_OF.values()) == set(TYPES)
    assert set(SWATCHES) == set(VALUES["colour"])
    for attribute, order in ORDERS.items():
        assert set(order) == set(VALUES[attribute])


@pytest.mark.parametrize(
    ("attribute", "value", "expected"),
    [("colour", "Gray", "grey"), ("pattern", "Color-Blocked", "colour-block"),
     ("colour", "Light Blue", "light-blue"), ("mood", "Calm", "calm"), ("sleeve", "Long", "long")],
)  # fmt: skip
def test_canonical(attribute: str, value: str, expected: str) -> None:
    assert canonical(attribute, value) == expected


def test_titles_name_types() -> None:
    assert type_in("Chaz Kangeroo Hoodie") == "hoodie"
    assert type_in("Linen Shirt Dress with Belt") == "shirt-dress"
    assert type_in("Gift card") == ""
    assert category_in("Sneakers & Boots") == "shoes"
