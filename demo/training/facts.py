"""What is known about a picture and what a text states, as sets of values, and whether the two agree.

Knows the axes and set logic only: no pictures, no words, no network. Real photos are labelled more
coarsely than the shop's catalogue ("blue" may be navy, "Top" may be a blouse), so a fact has two
sets: `sure`, what it counts as, and `maybe`, what it would not contradict either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from demo.catalog import vocabulary

OTHER_TYPES: Final = (
    "undershirt", "bodysuit", "sports-bra", "sports-shorts", "track-trousers", "rain-jacket",
)  # fmt: skip
"""types that only the real photographs have"""

AXES: Final[dict[str, tuple[str, ...]]] = {
    "type": tuple(vocabulary.CATEGORY_OF) + OTHER_TYPES,
    "colour": vocabulary.COLOURS,
    "colour2": (*vocabulary.COLOURS, "none"),
    "pattern": vocabulary.PATTERNS,
    "sleeve": vocabulary.SLEEVES,
    "neckline": vocabulary.NECKLINES,
    "length": vocabulary.LENGTHS,
    "fit": vocabulary.FITS,
    "material": vocabulary.MATERIALS,
    "closure": vocabulary.CLOSURES,
    "style": vocabulary.STYLES,
    "gender": (*vocabulary.GENDERS, "kids"),
}
"""axis -> its values; the columns of a multi-hot row follow this order"""

_SPANS: Final[dict[str, slice]] = {}
_start = 0
for _axis, _values in AXES.items():
    _SPANS[_axis] = slice(_start, _start + len(_values))
    _start += len(_values)
WIDTH: Final = _start
"""length of a multi-hot row"""

Sets = Mapping[str, frozenset[str]]
"""axis -> values; an axis that is left out is unknown (of a picture) or not mentioned (by a text)"""


@dataclass(frozen=True)
class Facts:
    """What is known about one picture."""

    sure: Sets = field(default_factory=dict)
    maybe: Sets = field(default_factory=dict)
    """values that the picture may have besides; axes missing here add nothing"""

    def value(self, axis: str) -> str:
        """The axis' only value, or an empty string when it is unknown or ambiguous."""
        values = self.sure.get(axis, frozenset())
        return next(iter(values)) if len(values) == 1 else ""


def multi_hot(sets: Sets, more: Sets | None = None) -> np.ndarray:
    """[WIDTH] float32: ones at the sets' values; an axis in neither mapping is all ones."""
    row = np.zeros(WIDTH, dtype=np.float32)
    for axis, values in AXES.items():
        stated = sets.get(axis)
        if stated is None:
            row[_SPANS[axis]] = 1.0
            continue
        wanted = stated | (more or {}).get(axis, frozenset())
        row[_SPANS[axis]] = [value in wanted for value in values]
    return row


@dataclass(frozen=True)
class FactTable:
    """The facts of n pictures as two multi-hot arrays."""

    sure: np.ndarray
    """[n, WIDTH] float32"""
    possible: np.ndarray
    """[n, WIDTH] float32, sure or maybe"""

    @classmethod
    def of(cls, facts: Sequence[Facts]) -> FactTable:
        return cls(
            np.stack([multi_hot(f.sure) for f in facts]),
            np.stack([multi_hot(f.sure, f.maybe) for f in facts]),
        )

    def agreement(self, rows: np.ndarray, states: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Which of the pictures `rows` fit which texts.

        `states` is [m, WIDTH], one multi-hot row a text. Returns two boolean arrays [len(rows), m]:
        true (the text describes the picture for certain) and false (it certainly does not). Where
        both are False nothing is known and a loss must look away.
        """
        sure, possible = self.sure[rows], self.possible[rows]
        described = sure @ (1.0 - states).T == 0
        contradicted = np.zeros_like(described)
        for span in _SPANS.values():
            contradicted |= possible[:, span] @ states[:, span].T == 0
        return described, contradicted
