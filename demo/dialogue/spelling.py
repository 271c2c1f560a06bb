"""A mistyped word -> the known word that was meant. Knows letters and lists of words, not the shop.

Only words of four letters or more that nothing knows are touched, and never real English words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import Final, Protocol

from demo.dialogue.common import COMMON

SHORTEST: Final = 4
TWO_SLIPS: Final = 8
"""letters from which on two slips are forgiven"""
SHORT: Final = 5
"""letters up to which a changed letter is no slip: "pine" is not "pink" """
CACHED: Final = 4096


class Correct(Protocol):
    """A word -> the known word it misspells, or itself; remembers what it was asked."""

    def __call__(self, word: str, /) -> str: ...

    def cache_clear(self) -> None: ...


def speller(known: Iterable[str]) -> Correct:
    """A function word -> the known word it misspells, or the word itself.

    A slip is a letter added, left out, changed, or two neighbours swapped. The first letter counts
    twice: people rarely miss it. Where two words are equally near, none is meant.
    """
    words = {word for word in known if len(word) >= SHORTEST and word.isascii()}
    by_deletion: dict[str, list[str]] = {}
    for word in words:
        for shorter in _deletions(word, _slips(word)):
            by_deletion.setdefault(shorter, []).append(word)

    @lru_cache(CACHED)
    def correct(word: str) -> str:
        if len(word) < SHORTEST or len(word) > 20 or word in words or word in COMMON:
            return word
        if not word.isascii() or not word.replace("-", "").isalpha():
            return word
        near: dict[str, int] = {}
        for shorter in _deletions(word, _slips(word)):
            for candidate in by_deletion.get(shorter, ()):
                far = distance(word, candidate) + (word[0] != candidate[0])
                if far <= _slips(word) and not _another_word(word, candidate):
                    near[candidate] = far
        if not near:
            return word
        nearest = sorted(c for c, far in near.items() if far == min(near.values()))
        stems = {candidate.rstrip("s").removesuffix("e") for candidate in nearest}
        return nearest[0] if len(stems) == 1 else word

    return correct


def _another_word(word: str, candidate: str) -> bool:
    """Whether a short word differs by a changed letter: too often that is another word."""
    return len(word) <= SHORT and len(word) == len(candidate) and sorted(word) != sorted(candidate)


def _slips(word: str) -> int:
    return 2 if len(word) >= TWO_SLIPS else 1


def _deletions(word: str, most: int) -> set[str]:
    """The word with up to `most` letters left out."""
    found = {word}
    for count in range(1, most + 1):
        for gone in combinations(range(len(word)), count):
            found.add("".join(c for at, c in enumerate(word) if at not in gone))
    return found


def distance(first: str, second: str) -> int:
    """Letters added, left out, changed or swapped with a neighbour (optimal string alignment)."""
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, last, row = last, row, [i]
        for j, b in enumerate(second, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
