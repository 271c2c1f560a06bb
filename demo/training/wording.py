"""How a change is asked for: names of values, and sentences around them. Knows words only.

What is said is in tables: `taught` has training's, `held_out` those that no training knows. Values that
no table names (a foreign catalogue's) are said by their own names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from demo.search.describe import phrase


def plain(text: str) -> str:
    """Words without spelling, plurals and articles: what makes two names the same."""
    words = text.lower().replace("-", " ").replace("gray", "grey").split()
    return " ".join(w.rstrip("s") for w in words if w not in ("a", "an", "the"))


def as_names(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """value -> "one name|another" as value -> its names."""
    return {value: tuple(words.split("|")) for value, words in table.items()}


@dataclass(frozen=True)
class Wording:
    """Words and templates of one side."""

    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    """attribute -> value -> ways to name it; sleeves, necklines, closures and materials are nouns"""
    frames: Mapping[str, tuple[str, ...]]
    """attribute -> templates around a name; `any` for attributes that neither side knows"""
    around: tuple[str, ...]
    """templates around a whole wish; "{}" where none is needed"""
    more: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    """attribute -> ways to ask for more of it, for less of it"""
    openings: tuple[str, ...]
    joints: tuple[str, ...]
    """what stands between two wishes"""
    usual: float = 0.0
    """how often a value is called by the first of its names, whatever others there are"""

    def value(self, attribute: str, value: str, random: Random) -> str:
        """One wish: another value."""
        frames = self.frames.get(attribute, self.frames["any"])
        said = random.choice(frames).format(self._name(attribute, value, random))
        return random.choice(self.around).format(said)

    def _name(self, attribute: str, value: str, random: Random) -> str:
        names = self.values.get(attribute, {}).get(value)
        if not names:
            return phrase(attribute, value)
        if self.usual and random.random() < self.usual:
            return names[0]
        return random.choice(names)

    def relative(self, attribute: str, direction: int, random: Random) -> str:
        """One wish: more (+1) or less (-1) of an attribute."""
        return random.choice(self.more[attribute][0 if direction > 0 else 1])

    def sentence(self, wishes: list[str], random: Random) -> str:
        """All wishes in one message."""
        said = wishes[0]
        for wish in wishes[1:]:
            said += random.choice(self.joints) + wish
        opening = random.choice(self.openings)
        if opening:
            said = said.removeprefix("is ").removeprefix("has ")
        return (opening + said).replace(" a a", " an a").replace(" a o", " an o")
