"""Makes many outfits of few: garments of training looks are swapped for others, and the rules judge.

Six hundred looks name one garment that belongs; the rules that made them know of every other garment
whether it belongs as well. Only designs of the training split are asked about. Knows rules, no network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch

from demo.outfits import styling
from demo.outfits.wardrobe import Piece
from demo.training.outfit_data import Outfits, alike
from demo.training.outfit_ranking import Batch, RankingSettings

DRAWN: Final = (20, 16, 12)
"""candidates of a question: of the category, of the slot, of anything"""
PARTIAL: Final = 0.3
"""how often only some of a look is shown, as when a shopper holds a single garment"""
BELONGS: Final = 0.05
"""so much below the best candidate, a garment belongs as well"""
WRONG: Final = 0.15
"""so much below the best candidate, one does not; what lies between is not asked about"""
STAYS_GOOD: Final = 0.72
"""a swapped look goes on to be swapped from this score on"""
FROM: Final = 0.5
"""questions whose best candidate is worse are left out"""


@dataclass(frozen=True)
class Questions:
    """Outfits with a hole, and candidates with the rules' score of each."""

    rest: np.ndarray
    """[q, M] rows that are worn"""
    present: np.ndarray
    """[q, M] 1.0 where there is one"""
    rows: np.ndarray
    """[q, K] candidates"""
    score: np.ndarray
    """[q, K] NaN where there is none"""


def make_questions(outfits: Outfits, pieces: Sequence[Piece], count: int, seed: int) -> Questions:
    """`count` questions on a walk of swaps through the training looks."""
    random = np.random.default_rng(seed)
    of_slot = alike(outfits, "train", outfits.slots)
    of_category = alike(outfits, "train", outfits.categories)
    every = np.flatnonzero(np.array(outfits.splits) == "train")
    looks = [list(look) for look in outfits.rows["train"]]
    most = max(map(len, looks)) - 1
    width = sum(DRAWN) + 1
    rest = np.zeros((count, most), dtype=np.int64)
    present = np.zeros((count, most), dtype=np.float32)
    rows = np.zeros((count, width), dtype=np.int64)
    score = np.full((count, width), np.nan, dtype=np.float32)
    for q in range(count):
        look = looks[random.integers(len(looks))]
        at = int(random.integers(len(look)))
        own = look[at]
        worn = [row for row in look if row != own]
        whole = len(worn) < 2 or random.random() >= PARTIAL
        if not whole:
            worn = random.choice(worn, random.integers(1, len(worn)), replace=False).tolist()
        pools = (of_category[outfits.categories[own]], of_slot[outfits.slots[own]], every)
        drawn = [random.choice(pool, n) for pool, n in zip(pools, DRAWN, strict=True)]
        asked = np.setdiff1d(np.concatenate([[own], *drawn]), worn)
        beside = [pieces[row] for row in worn]
        graded = [_judged([*beside, pieces[row]]) for row in asked]
        rest[q, : len(worn)], present[q, : len(worn)] = worn, 1
        rows[q, : len(asked)], score[q, : len(asked)] = asked, graded
        if whole:
            mine = graded[int(np.flatnonzero(asked == own)[0])]
            bar = max(mine - BELONGS, STAYS_GOOD)
            slot = outfits.slots[own]
            fine = [row for row, s in zip(asked.tolist(), graded, strict=True)
                    if s >= bar and outfits.slots[row] == slot]  # fmt: skip
            if fine:
                look[at] = fine[random.integers(len(fine))]
    return Questions(rest, present, rows, score)


def _judged(worn: Sequence[Piece]) -> float:
    """`styling.judge`'s score, without grading what is refused anyway."""
    return 0.0 if any(styling.faults(worn)) else styling.total(styling.graded(worn))


class SwapLots:
    """Draws batches of questions: one garment that belongs, and some that do not, by lot."""

    def __init__(self, questions: Questions, settings: RankingSettings) -> None:
        self.questions = questions
        self.settings = settings
        self.random = np.random.default_rng(settings.seed)
        best = np.nanmax(questions.score, axis=1, keepdims=True)
        self.belongs = questions.score >= best - BELONGS
        self.wrong = questions.score < best - WRONG
        self.asked = np.flatnonzero((best[:, 0] > FROM) & self.wrong.any(axis=1))

    def draw(self) -> Batch:
        """One batch; where there are too few wrong ones, the first stands for the rest."""
        q = self.random.choice(self.asked, self.settings.batch)
        lots = self.random.random(self.questions.rows[q].shape)
        right = np.where(self.belongs[q], lots, -1).argmax(axis=1)
        order = np.where(self.wrong[q], lots, 2).argsort(axis=1)[:, : self.settings.negatives]
        there = np.take_along_axis(self.wrong[q], order, axis=1)
        order = np.where(there, order, order[:, :1])
        rows = self.questions.rows[q]
        return Batch(
            torch.from_numpy(self.questions.rest[q]),
            torch.from_numpy(self.questions.present[q]),
            torch.from_numpy(rows[np.arange(len(q)), right]),
            torch.from_numpy(np.take_along_axis(rows, order, axis=1)),
        )
