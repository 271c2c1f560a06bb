"""Puts one outfit together around what is held: slot by slot, the best few beginnings at a time.

The network's answer (`Matcher`) orders; the styling rules only say what cannot be worn together, what
an occasion asks for, and by a stated share (`PRIOR`) how a whole look holds together. Knows rows of a
catalogue, not shoppers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from demo.outfits import occasions, styling
from demo.outfits.matcher import Matcher
from demo.outfits.wardrobe import Piece

ORDER: Final = ("dress", "top", "bottom", "layer", "shoes", "bag", "hat")
"""in which slots are filled, and in which a look is shown"""
POOL: Final = 24
"""candidates for a slot: the network's best with what is held"""
WIDTH: Final = 6
"""beginnings of a look that are kept"""
LOOKED_AT: Final = 18
"""longer beginnings that the rules grade, the network's best"""
PRIOR: Final = 0.25
"""share of the rules' score (its logarithm) in the served score, beside the network's mean cosine"""
WORST: Final = 0.05
"""the rules' score is not taken for lower than this, so that it never outvotes everything"""


@dataclass(frozen=True)
class Plan:
    """What one look should become."""

    occasion: str
    """a key of OCCASIONS; empty for none in particular"""
    slots: tuple[str, ...]
    """to be filled, in this order"""
    optional: frozenset[str]
    """of these, what may stay empty"""


@dataclass(frozen=True)
class Limits:
    """What a look as a whole has to keep."""

    highest: float = math.inf
    """price of what is added"""
    dressy: tuple[float, float] = (-math.inf, math.inf)
    """between which the mean formality of what is added lies"""
    tilt: float = 0.0
    """what a step of formality adds to the score, to steer towards `dressy`"""
    thrift: float = 0.0
    """what a currency unit takes off the score, to steer towards `highest`"""


@dataclass(frozen=True)
class Begun:
    """A look, or the beginning of one."""

    rows: tuple[int, ...]
    score: float
    price: float
    """of what was added"""
    steer: float = 0.0
    """what `tilt` and `thrift` add for what was added, all together"""


class Beam:
    """Grows looks from the candidates it is given."""

    def __init__(self, pieces: Sequence[Piece], prices: np.ndarray, matcher: Matcher,
                 prior: float = PRIOR) -> None:  # fmt: skip
        """pieces and prices (NaN: unknown) of every row; `prior` 0 leaves the network alone."""
        self.pieces = pieces
        self.prices = np.nan_to_num(prices)
        self.matcher = matcher
        self.prior = prior

    def grow(
        self, held: Sequence[int], plan: Plan, candidates: dict[str, np.ndarray], limits: Limits
    ) -> list[Begun]:
        """Finished looks, best first; empty when a slot that is needed cannot be filled.

        candidates: slot -> rows that may be worn with what is held.
        """
        pools = {
            slot: self.matcher.search(held, candidates[slot], POOL)[0]
            for slot in plan.slots
            if len(candidates[slot])
        }
        if limits.highest < math.inf:
            pools = {slot: self._affordable(slot, pools, candidates, held) for slot in pools}
        rows = np.array([*held, *(row for pool in pools.values() for row in pool)], dtype=np.int64)
        place = {int(row): i for i, row in enumerate(rows)}
        pairs = self.matcher.pairs(rows)
        beam = [Begun(tuple(held), 0.0, 0.0)]
        for number, slot in enumerate(plan.slots):
            later = [
                pools[s] for s in plan.slots[number + 1 :] if s in pools and s not in plan.optional
            ]
            reserve = sum(float(self.prices[pool].min()) for pool in later)
            longer = (
                self._longer(
                    beam, pools[slot], plan, limits, limits.highest - reserve, pairs, place
                )
                if slot in pools
                else []
            )
            if longer:
                beam = longer
            elif slot not in plan.optional:
                return []
        least, most = limits.dressy
        return [
            look for look in beam
            if len(look.rows) > len(held)
            and least <= self.formality(look.rows[len(held) :]) <= most
        ]  # fmt: skip

    def formality(self, rows: Sequence[int]) -> float:
        """The mean of some garments."""
        return sum(self.pieces[row].formality for row in rows) / len(rows)

    def served(self, rows: Sequence[int], occasion: str, network: float) -> float:
        """The score that looks are ordered by: the network's, and the stated share of the rules'."""
        if not self.prior:
            return network
        worn = [self.pieces[row] for row in rows]
        rules = styling.total(styling.graded(worn, occasion))
        return network + self.prior * math.log(max(rules, WORST))

    def _affordable(
        self, slot: str, pools: dict[str, np.ndarray], candidates: dict[str, np.ndarray],
        held: Sequence[int],
    ) -> np.ndarray:  # fmt: skip
        """A slot's pool with the cheaper half of what there is searched again."""
        rows = candidates[slot]
        cheap = rows[self.prices[rows] <= np.median(self.prices[rows])]
        more, _ = self.matcher.search(held, cheap, POOL // 2)
        return np.unique(np.concatenate([pools[slot], more]))

    def _longer(
        self, beam: Sequence[Begun], pool: np.ndarray, plan: Plan, limits: Limits, highest: float,
        pairs: np.ndarray, place: dict[int, int],
    ) -> list[Begun]:  # fmt: skip
        """The best beginnings with one more garment, their price at most `highest`.

        The network orders them all; the rules look at the first of these that can be worn.
        """
        at = np.array([[place[row] for row in look.rows] for look in beam])  # [w, m]
        new = np.array([place[row] for row in pool])
        count = at.shape[1] + 1
        inner = pairs[at[:, :, None], at[:, None]].sum(axis=(1, 2))
        inner -= pairs[at, at].sum(axis=1)  # [w]
        outer = pairs[at[:, :, None], new].sum(axis=1)  # [w, p]
        network = (inner[:, None] + 2 * outer) / (count * (count - 1))
        formality = np.array([self.pieces[row].formality for row in pool])
        steer = limits.tilt * formality - limits.thrift * self.prices[pool]  # [p]
        led = np.array([look.steer for look in beam])[:, None] + steer
        paid = np.array([look.price for look in beam])[:, None] + self.prices[pool]
        hopeful = np.where(paid <= highest, network + led / count, -np.inf)
        graded: list[Begun] = []
        for number in np.argsort(-hopeful, axis=None, kind="stable"):
            one, other = divmod(int(number), len(pool))
            if len(graded) == LOOKED_AT or hopeful[one, other] == -np.inf:
                break
            rows = (*beam[one].rows, int(pool[other]))
            if self._wearable(rows):
                score = self.served(rows, plan.occasion, float(network[one, other]))
                graded.append(Begun(rows, score, float(paid[one, other]), float(led[one, other])))
        graded.sort(key=lambda look: -(look.score + look.steer / count))
        return graded[:WIDTH]

    def _wearable(self, rows: Sequence[int]) -> bool:
        """Whether the last of the rows can be worn with the others, which can."""
        worn = [self.pieces[row] for row in rows]
        if any(styling.clash(worn[-1], other) for other in worn[:-1]):
            return False
        low, high = occasions.degrees(worn)
        return low <= high and sum(p.patterned for p in worn) <= 2
