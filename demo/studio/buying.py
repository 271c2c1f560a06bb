"""Chooses which of all possible designs of a type a shop takes. Knows no type, colour or picture.

A shopper asks for "the same with long sleeves", so a design is worth more beside another that
differs from it in one attribute alone; and each value that a rule allows should be there at all.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from demo.studio.design import CUT, Colourway

Design = Mapping[str, str]

GENDER_SHARE: Final = {"women": 1.0, "men": 1.6, "unisex": 1.0}
"""shares of a type's designs where it is made for several; dresses and skirts are women's already"""
WISHED: Final = {"sleeve": 2.5, "neckline": 1.6, "length": 1.4, "fit": 1.0, "closure": 0.8,
                 "material": 0.8, "gender": 0.6}  # fmt: skip
"""attribute -> how often a shopper asks for another value of it, roughly"""
COVERED: Final = 1.1
"""worth of having all values once, against worth 1 of every design having all its counterparts"""
EVEN: Final = 1.0
"""worth of having each gender in its share"""
SWAPS: Final = 8000
"""tries of the local search; twice as many change a handful of designs"""


def choose(designs: Sequence[Design], count: int, rng: random.Random) -> list[Design]:
    """`count` of the designs (all, if there are fewer), the first of them always.

    A local search by swaps from a random start.
    """
    if count >= len(designs):
        return list(designs)
    worth = _Worth(designs)
    picked = [0, *rng.sample(range(1, len(designs)), count - 1)]
    best = worth.of(picked)
    for _ in range(SWAPS):
        place, new = rng.randrange(1, max(count, 2)), rng.randrange(len(designs))
        if new in picked:
            continue
        old, picked[place] = picked[place], new
        if (found := worth.of(picked)) >= best:
            best = found
        else:
            picked[place] = old
    return [designs[i] for i in sorted(picked)]


def answered(
    products: Sequence[Colourway],
    attributes: Sequence[str] = ("sleeve", "neckline", "length", "fit", "pattern", "material", "closure"),
) -> float:
    """How often "the same, but …" has an answer: a share, averaged over products and attributes.

    Of the attributes that vary within a product's type: those for which another product of the type
    differs in that attribute alone, or in it and the colour.
    """
    shares = []
    of_type: dict[str, list[Colourway]] = {}
    for product in products:
        of_type.setdefault(product.type, []).append(product)
    for members in of_type.values():
        varied = [a for a in attributes if len({getattr(m, a) for m in members}) > 1]
        there = {a: Counter(_but(a, m) for m in set(members)) for a in varied}
        same = {a: Counter((_but(a, m), getattr(m, a)) for m in set(members)) for a in varied}
        for m in members if varied else ():
            found = [there[a][_but(a, m)] > same[a][_but(a, m), getattr(m, a)] for a in varied]
            shares.append(sum(found) / len(found))
    return sum(shares) / max(1, len(shares))


def _but(attribute: str, product: Colourway) -> tuple[str, ...]:
    """What stays when the attribute and the colour may change."""
    return tuple(getattr(product, a) for a in (*CUT, "pattern") if a != attribute)


class _Worth:
    """Judges selections of designs, kept as bits of an integer: bit i is design i."""

    def __init__(self, designs: Sequence[Design]) -> None:
        self.genders = [design["gender"] for design in designs]
        varied = [a for a in CUT if len({design[a] for design in designs}) > 1]
        self.having = [
            _bits(i for i, d in enumerate(designs) if d[a] == value)
            for a in varied
            for value in dict.fromkeys(design[a] for design in designs)
        ]  # one set of bits for each value of each attribute
        rest: dict[tuple[str, ...], int] = {}
        for i, design in enumerate(designs):
            for a in varied:
                rest[self._all_but(a, design)] = rest.get(self._all_but(a, design), 0) | 1 << i
        self.counterparts = [
            [rest[self._all_but(a, design)] & ~(1 << i) for a in varied]
            for i, design in enumerate(designs)
        ]  # of each design, by attribute: those that differ in it alone
        total = sum(WISHED[a] for a in varied) or 1.0
        self.wished = [WISHED[a] / total for a in varied]
        self.share = {g: GENDER_SHARE[g] for g in set(self.genders)}
        self.share = {g: part / sum(self.share.values()) for g, part in self.share.items()}

    @staticmethod
    def _all_but(attribute: str, design: Design) -> tuple[str, ...]:
        return (attribute, *(design[a] for a in CUT if a != attribute))

    def of(self, picked: Sequence[int]) -> float:
        """Counterparts + covered values + even genders, less a little for uncommon designs."""
        bits = _bits(picked)
        answered = sum(
            weight
            for i in picked
            for others, weight in zip(self.counterparts[i], self.wished, strict=True)
            if bits & others
        )
        covered = [bool(bits & having) for having in self.having]
        genders = [self.genders[i] for i in picked]
        uneven = sum(abs(genders.count(g) / len(picked) - s) for g, s in self.share.items())
        common = sum(picked) / len(picked) / len(self.genders)
        return (
            answered / len(picked)
            + COVERED * sum(covered) / max(len(covered), 1)
            - EVEN * uneven - 0.1 * common
        )  # fmt: skip


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits
