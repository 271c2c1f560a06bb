"""Products as rows of codes: what differs between two, and which one answers a wish best.

Reads a catalogue's columns, whatever they are, and the sportswear photos; knows no word and no network.
The protocol follows Fashion200k's: an answer is any product that has what was wished for and differs
least in all that was not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.vocabulary import ORDERS
from demo.search.shifts import NOTICED
from demo.training.data import Picture, read_luma
from demo.training.facts import Facts

SEEN: Final = (
    "category", "type", "colour", "pattern", "sleeve", "neckline", "length", "fit", "material",
    "closure",
)  # fmt: skip
"""what a picture shows of the embedded catalogue's columns, and what must stay when it is not mentioned"""
WISHED: Final = (
    "colour", "pattern", "sleeve", "neckline", "length", "fit", "material", "closure", "style",
)  # fmt: skip
"""what a wish may name by value, besides the type"""
RELATIVE: Final = ("length", "sleeve", "fit", "neckline", "style", "lightness")
MOST_VALUES: Final = 80
"""a foreign column with more values than this is no attribute but a text"""
_UNSEEN: Final = ("season", "gender", "brand", "currency", "price")


@dataclass(frozen=True)
class Wish:
    """Another value of an attribute, or more (+1) or less (-1) of it."""

    attribute: str
    value: str = ""
    direction: int = 0


@dataclass(frozen=True)
class Goods:
    """Products of one or two sources, row by row."""

    pictures: tuple[Picture, ...]
    keys: tuple[str, ...]
    """SKU or photo name of each row"""
    columns: Mapping[str, np.ndarray]
    """attribute -> value of each row, [n] of str, empty where it has none"""
    seen: tuple[str, ...]
    """attributes that must stay when they are not mentioned"""
    wished: tuple[str, ...]
    lightness: np.ndarray
    """[n] CIELAB L* of each picture, NaN where it was not measured"""
    texts: tuple[str, ...]
    """what the table says of each row; empty where it says nothing"""
    source: np.ndarray = field(init=False)
    """[n] of str"""
    family: np.ndarray = field(init=False)
    split: np.ndarray = field(init=False)
    differs: np.ndarray = field(init=False)
    """[n, seen] codes of `seen`"""
    steps: Mapping[str, np.ndarray] = field(init=False)
    """ordered attribute -> place of each row's value in its order, [n], -1 where it has none"""

    def __post_init__(self) -> None:
        set_ = object.__setattr__
        set_(self, "source", np.array([p.source for p in self.pictures]))
        set_(self, "family", np.array([p.group for p in self.pictures]))
        set_(self, "split", np.array([p.split for p in self.pictures]))
        codes = [np.unique(self.columns[a], return_inverse=True)[1] for a in self.seen]
        differs = np.stack(codes, 1) if codes else np.zeros((len(self), 0))
        set_(self, "differs", differs.astype(np.int16))
        steps = {}
        for attribute in (a for a in ORDERS if a in self.columns):
            places = {value: i for i, value in enumerate(ORDERS[attribute])}
            steps[attribute] = np.array([places.get(str(v), -1) for v in self.columns[attribute]])
        set_(self, "steps", steps)

    def __len__(self) -> int:
        return len(self.pictures)

    def rows(self, source: str, *splits: str) -> np.ndarray:
        """Rows of a source, of the given splits or of all."""
        kept = self.source == source
        return np.flatnonzero(kept & np.isin(self.split, splits) if splits else kept)

    def met(self, row: int, wish: Wish, among: np.ndarray) -> np.ndarray:
        """Which rows have what is wished for by somebody who holds `row`, [among] bool."""
        if wish.direction == 0:
            return self.columns[wish.attribute][among] == wish.value
        if wish.attribute == "lightness":
            return (
                wish.direction * (self.lightness[among] - self.lightness[row])
                >= NOTICED["lightness"]
            )
        steps = self.steps[wish.attribute]
        there = steps[among]
        return (steps[row] >= 0) & (there >= 0) & (wish.direction * (there - steps[row]) > 0)

    def changes(self, row: int, wishes: Iterable[Wish], among: np.ndarray) -> np.ndarray:
        """How many attributes that no wish mentions differ from those of `row`, [among]."""
        named = {"colour" if w.attribute == "lightness" else w.attribute for w in wishes}
        kept = [
            i
            for i, a in enumerate(self.seen)
            if a not in named and not (a == "category" and "type" in named)
        ]
        return (self.differs[among][:, kept] != self.differs[row, kept]).sum(1)

    def answers(
        self, row: int, wishes: Sequence[Wish], among: np.ndarray
    ) -> tuple[np.ndarray, int]:
        """(the rows that meet all wishes with the fewest other changes, how many those are)."""
        met = among != row
        for wish in wishes:
            met &= self.met(row, wish, among)
        rows = among[met]
        if not len(rows):
            return rows, 0
        changes = self.changes(row, wishes, rows)
        return rows[changes == changes.min()], int(changes.min())


def shop_goods(catalogue: Catalogue, lightness: np.ndarray) -> Goods:
    """A catalogue's products; `lightness` [n] was measured on their pictures."""
    columns = sorted({a for p in catalogue.products for a in p.attributes})
    seen = tuple(a for a in SEEN if a in columns)
    wished = tuple(a for a in WISHED if a in columns)
    known = {*SEEN, *WISHED, *_UNSEEN, "colour2", "group"}
    more = tuple(
        a for a in columns if a not in known and 2 <= len(catalogue.values(a)) <= MOST_VALUES
    )
    pictures = tuple(
        Picture(p.image, "studio", p.family or p.sku, Facts({}, {})) for p in catalogue.products
    )
    return Goods(
        pictures, tuple(p.sku for p in catalogue.products),
        {a: catalogue.column(a) for a in {*columns, *seen}},
        seen + more, wished + more, lightness,
        tuple(". ".join(t for t in (p.title, p.description) if t) for p in catalogue.products),
    )  # fmt: skip


def luma_goods(data: Path, seen: tuple[str, ...], wished: tuple[str, ...]) -> Goods | None:
    """The sportswear photos; None where they are not there. Only their colours are asked for."""
    if not (data / "luma" / "products.csv").is_file():
        return None
    pictures = tuple(read_luma(data))
    blank = np.full(len(pictures), "", dtype="<U1")
    colours = np.array([p.facts.value("colour") or "" for p in pictures])
    columns = dict.fromkeys({*seen, *wished, "type"}, blank) | {"colour": colours}
    return Goods(
        pictures, tuple(p.path.stem for p in pictures), columns, seen, wished,
        np.full(len(pictures), np.nan), tuple(". ".join(p.texts[:2]) for p in pictures),
    )  # fmt: skip


def together(one: Goods, other: Goods) -> Goods:
    """Both sources, one after the other, with the first one's attributes."""
    return Goods(
        one.pictures + other.pictures, one.keys + other.keys,
        {a: np.concatenate([c, other.columns.get(a, np.full(len(other), "", dtype="<U1"))])
         for a, c in one.columns.items()},
        one.seen, one.wished, np.concatenate([one.lightness, other.lightness]),
        one.texts + other.texts,
    )  # fmt: skip
