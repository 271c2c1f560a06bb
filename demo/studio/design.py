"""What is to be drawn, before a pixel exists: a design in one colourway, in the table's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeVar

Option = TypeVar("Option")

CUT: Final = ("gender", "material", "sleeve", "neckline", "length", "fit", "closure")
"""attributes that a design chooses; a colourway adds pattern and colours, style and season follow"""


@dataclass(frozen=True)
class Colourway:
    """One design in one colour. All attributes use `demo.catalog.vocabulary`'s values."""

    sku: str
    family: str
    category: str
    type: str
    gender: str
    colour: str
    colour2: str
    """second colour of a pattern; empty when there is none"""
    pattern: str
    material: str
    sleeve: str
    neckline: str
    length: str
    fit: str
    closure: str
    style: str
    season: str
    shape_seed: int
    """seed of silhouette and details; shared by all colourways of the family"""
    cloth_seed: int
    """seed of folds, print placement and wobble; its own for each colourway"""

    def pick(self, options: Sequence[Option]) -> Option:
        """The silhouette of this design: a type's designs take turns, so that none is left out."""
        code, number = self.family.rsplit("-", 1)
        turn, place = divmod(int(number), len(options))
        order = Random(f"{code}/{turn}/{len(options)}").sample(range(len(options)), len(options))
        return options[order[place]]
