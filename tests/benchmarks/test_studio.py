"""`bench studio`: the labels of the photographs cover what they can."""

from __future__ import annotations

from demo.benchmarks.studio import DRAWN, KINDS, kind_of
from demo.catalog.vocabulary import CATEGORY_OF


def test_drawn_types_have_the_photographs_labels() -> None:
    assert set(DRAWN) <= set(CATEGORY_OF)
    assert {kind_of(t) for t in CATEGORY_OF} == {"", *KINDS}
    assert kind_of("maxi-dress") == "dress"
    assert kind_of("tote") == ""
