"""Set logic of facts: what agrees, what contradicts, and what nobody knows."""

from __future__ import annotations

import numpy as np

from demo.training.facts import AXES, WIDTH, Facts, FactTable, multi_hot


def _set(*values: str) -> frozenset[str]:
    return frozenset(values)


def test_width_and_unknown_axes() -> None:
    assert sum(len(v) for v in AXES.values()) == WIDTH
    assert multi_hot({}).sum() == WIDTH
    assert multi_hot({"colour": _set("red")}).sum() == WIDTH - len(AXES["colour"]) + 1


def test_agreement_is_three_valued() -> None:
    table = FactTable.of([
        Facts({"type": _set("chinos"), "colour": _set("red")}),
        Facts({"type": _set("chinos", "joggers")}),
        Facts({"type": _set("chinos"), "colour": _set("blue")}, {"colour": _set("navy")}),
    ])  # fmt: skip
    texts = np.stack([
        multi_hot({"type": _set("chinos"), "colour": _set("red")}),
        multi_hot({"type": _set("chinos", "joggers", "leggings")}),
        multi_hot({"colour": _set("navy")}),
    ])  # fmt: skip
    true, false = table.agreement(np.arange(3), texts)
    assert true.tolist() == [[True, True, False], [False, True, False], [False, True, False]]
    assert false.tolist() == [[False, False, True], [False, False, False], [True, False, False]]


def test_two_colours_do_not_describe_a_plain_thing() -> None:
    table = FactTable.of([
        Facts({"colour": _set("red"), "colour2": _set("none")}),
        Facts({"colour": _set("white"), "colour2": _set("red")}),
    ])  # fmt: skip
    both = multi_hot({"colour": _set("red", "white"), "colour2": _set("red", "white")})
    true, false = table.agreement(np.arange(2), both[None])
    assert true[:, 0].tolist() == [False, True]
    assert false[:, 0].tolist() == [True, False]
