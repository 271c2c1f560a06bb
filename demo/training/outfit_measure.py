"""How well something tells what belongs together: questions of one split, and any answerer's score.

Knows outfits as rows and answerers as two functions; it knows no network and no rule. Used at the end of
training on validation and by `bench outfits` on test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from demo.training.data import Split
from demo.training.outfit_data import Outfits, alike

CANDIDATES: Final = 4
RECALLED: Final = (10, 30, 50)


@dataclass(frozen=True)
class Answerer:
    """Something that has an opinion on outfits; only the order of its numbers counts."""

    beside: Callable[[Sequence[int], np.ndarray], np.ndarray]
    """(rows that are worn, [n] candidates) -> [n]"""
    whole: Callable[[Sequence[int]], float]
    """rows of an outfit -> how well it goes together"""


@dataclass(frozen=True)
class Blank:
    """An outfit with one item taken out."""

    rest: tuple[int, ...]
    right: int
    same: np.ndarray
    """[4] the right one first, then three of its category"""
    random: np.ndarray
    """[4] the right one first, then three of anything"""


@dataclass(frozen=True)
class Exam:
    """All questions about the outfits of one split; every wrong item is of the same split."""

    blanks: tuple[Blank, ...]
    outfits: tuple[tuple[int, ...], ...]
    one_replaced: tuple[tuple[int, ...], ...]
    all_replaced: tuple[tuple[int, ...], ...]
    """for each outfit, items replaced by others of their category"""
    shelves: dict[int, np.ndarray]
    """row -> all rows of the shop of its category"""


def make_exam(outfits: Outfits, split: Split, seed: int = 3) -> Exam:
    """The questions of a split, drawn by lot; a blank whose category has too few others is left out."""
    random = np.random.default_rng(seed)
    category = alike(outfits, split, outfits.categories)
    every = np.flatnonzero(np.array(outfits.splits) == split)
    names = np.array(outfits.categories)
    blanks, looks, one, whole = [], [], [], []

    def others(row: int, worn: Sequence[int]) -> np.ndarray:
        pool = category[outfits.categories[row]]
        return pool[~np.isin(pool, worn)]

    for look in outfits.rows[split]:
        for right in look:
            pool = others(right, look)
            if len(pool) >= CANDIDATES - 1:
                anything = every[~np.isin(every, look)]
                same = random.choice(pool, CANDIDATES - 1, replace=False)
                wrong = random.choice(anything, CANDIDATES - 1, replace=False)
                rest = tuple(row for row in look if row != right)
                blanks.append(
                    Blank(rest, right, np.array([right, *same]), np.array([right, *wrong]))
                )
        if all(len(others(row, look)) for row in look):
            swapped = tuple(int(random.choice(others(row, look))) for row in look)
            at = int(random.integers(len(look)))
            looks.append(look)
            whole.append(swapped)
            one.append((*look[:at], swapped[at], *look[at + 1 :]))
    shelves = {b.right: np.flatnonzero(names == names[b.right]) for b in blanks}
    return Exam(tuple(blanks), tuple(looks), tuple(one), tuple(whole), shelves)


def examine(answerer: Answerer, exam: Exam, recall: bool = True) -> dict[str, float]:
    """`fitb.same`, `fitb.random`, `auc.one`, `auc.all` and `recall.10` …, each between 0 and 1.

    Ties count as chance would have it.
    """
    result = {
        "fitb.same": np.mean([_first(answerer.beside(b.rest, b.same)) for b in exam.blanks]),
        "fitb.random": np.mean([_first(answerer.beside(b.rest, b.random)) for b in exam.blanks]),
    }
    good = np.array([answerer.whole(look) for look in exam.outfits])
    for name, replaced in (("one", exam.one_replaced), ("all", exam.all_replaced)):
        bad = np.array([answerer.whole(look) for look in replaced])
        result[f"auc.{name}"] = _auc(good, bad)
    if recall:
        places = np.array([_place(answerer, b, exam.shelves[b.right]) for b in exam.blanks])
        result |= {f"recall.{k}": np.mean(places < k) for k in RECALLED}
    return {name: float(value) for name, value in result.items()}


def _first(scores: np.ndarray) -> float:
    """1 when the first has the highest score, a share of it when several have."""
    best = scores == scores.max()
    return best[0] / best.sum()


def _auc(good: np.ndarray, bad: np.ndarray) -> float:
    """Share of pairs (an outfit, a spoilt one) that are in the right order; a tie is half."""
    return float(np.mean(np.sign(good[:, None] - bad[None]) / 2 + 0.5))


def _place(answerer: Answerer, blank: Blank, shelf: np.ndarray) -> float:
    """How many of the category come before the right one; those that tie count half."""
    shelf = shelf[~np.isin(shelf, (*blank.rest, blank.right))]
    scores = answerer.beside(blank.rest, np.array([blank.right, *shelf]))
    return float((scores[1:] > scores[0]).sum() + (scores[1:] == scores[0]).sum() / 2)
