"""The exam is fair: who knows everything gets all, who knows nothing gets what chance gives."""

from __future__ import annotations

import numpy as np
import pytest

from demo.training.outfit_data import Outfits
from demo.training.outfit_measure import Answerer, examine, make_exam

LOOKS = tuple((row, 100 + row, 200 + row) for row in range(0, 100, 2))
OUTFITS = Outfits(
    {"train": (), "validation": (), "test": LOOKS},
    ("tops",) * 100 + ("shoes",) * 100 + ("bags",) * 100,
    ("top",) * 100 + ("shoes",) * 100 + ("bag",) * 100,
    ("test", "train") * 150,
)


def test_questions_are_of_the_split_and_of_the_category() -> None:
    exam = make_exam(OUTFITS, "test")
    assert len(exam.blanks) == 150
    for blank in exam.blanks:
        assert blank.same[0] == blank.random[0] == blank.right
        assert len(set(blank.same)) == len(set(blank.random)) == 4
        assert all(OUTFITS.splits[row] == "test" for row in (*blank.same, *blank.random))
        assert {OUTFITS.categories[row] for row in blank.same} == {OUTFITS.categories[blank.right]}
        assert not set(blank.rest) & {*blank.same, *blank.random}
    for look, one, every in zip(exam.outfits, exam.one_replaced, exam.all_replaced, strict=True):
        assert sum(a != b for a, b in zip(look, one, strict=True)) == 1
        assert all(a != b for a, b in zip(look, every, strict=True))


def test_who_knows_everything_and_who_knows_nothing() -> None:
    exam = make_exam(OUTFITS, "test")
    truth = Answerer(
        lambda rest, rows: np.array([float(row % 100 == rest[0] % 100) for row in rows]),
        lambda rows: float(len({row % 100 for row in rows}) == 1),
    )
    assert all(value == 1.0 for value in examine(truth, exam).values())
    silent = Answerer(lambda rest, rows: np.zeros(len(rows)), lambda rows: 0.0)
    found = examine(silent, exam)
    assert found["fitb.same"] == found["fitb.random"] == 0.25
    assert found["auc.one"] == found["auc.all"] == 0.5


def test_recall_counts_who_comes_before() -> None:
    exam = make_exam(OUTFITS, "test")
    last = Answerer(
        lambda rest, rows: -np.array([float(row % 100 == rest[0] % 100) for row in rows]),
        lambda rows: 0.0,
    )
    assert examine(last, exam)["recall.50"] == 0.0
    assert len(exam.shelves[0]) == 100
    assert examine(last, exam)["fitb.same"] == pytest.approx(0.0)
