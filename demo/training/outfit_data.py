"""Outfits to learn from: looks of a table or related products, as rows of a catalogue, by split.

Reads `looks.jsonl`, or a column `related` of SKUs; knows no network and no pixels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.errors import CatalogError
from demo.outfits import looks
from demo.outfits.matcher import category_of
from demo.outfits.wardrobe import piece_of
from demo.training.data import Split, split_of
from demo.types import Product

RELATED: Final = "related"
MOST: Final = 8
"""items of an outfit; a longer list of related products is cut"""


@dataclass(frozen=True)
class Outfits:
    """What is worn together, and what each product is."""

    rows: dict[Split, tuple[tuple[int, ...], ...]]
    """split -> outfits, each its rows in the catalogue"""
    categories: tuple[str, ...]
    """of each row of the catalogue"""
    slots: tuple[str, ...]
    """of each row; the category where nothing tells the slot"""
    splits: tuple[Split, ...]
    """of each row"""

    @property
    def names(self) -> tuple[str, ...]:
        """The categories there are, by name."""
        return tuple(sorted(set(self.categories)))


def read_outfits(catalogue: Catalogue) -> Outfits:
    """The outfits of a catalogue. Raises CatalogError when it has neither looks nor related products.

    An outfit whose designs are of several splits is torn: each split gets the part that is its own, if
    that is two items or more, so no design is learned from and measured on.
    """
    path = catalogue.folder / looks.FILE_NAME
    if path.is_file():
        named = [look.items for look in looks.read(path)]
    else:
        named = _related(catalogue)
    splits = tuple(split_of(p.family or p.sku) for p in catalogue.products)
    rows: dict[Split, list[tuple[int, ...]]] = {"train": [], "validation": [], "test": []}
    for skus in named:
        outfit = tuple(catalogue.row_of[sku] for sku in skus if sku in catalogue.row_of)[:MOST]
        for split, some in rows.items():
            part = tuple(row for row in outfit if splits[row] == split)
            if len(part) >= 2:
                some.append(part)
    pieces = [piece_of(p) for p in catalogue.products]
    categories = [
        category_of(piece, p.get("category"))
        for piece, p in zip(pieces, catalogue.products, strict=True)
    ]
    slots = [p.slot or category for p, category in zip(pieces, categories, strict=True)]
    return Outfits(
        {split: tuple(some) for split, some in rows.items()},
        tuple(categories),
        tuple(slots),
        splits,
    )


def _related(catalogue: Catalogue) -> list[tuple[str, ...]]:
    """Each product with those that its column `related` names."""
    named = [
        (p.sku, *(sku for sku in re.split(r"[\s,|]+", p.get(RELATED)) if sku and sku != p.sku))
        for p in catalogue.products
        if p.get(RELATED)
    ]
    if not named:
        raise CatalogError(
            f"{catalogue.folder} has no outfits to learn from: give it a {looks.FILE_NAME} or a column "
            f"`{RELATED}` of SKUs."
        )
    return [tuple(dict.fromkeys(skus)) for skus in named]


def said(product: Product) -> str:
    """The words of a product that the text tower reads for the variants with texts."""
    return f"{product.title}. {product.description}".strip()


def alike(outfits: Outfits, split: Split, by: Sequence[str]) -> dict[str, np.ndarray]:
    """name -> the rows of a split that have it, `by` being `outfits.categories` or `outfits.slots`."""
    names = np.array(by)
    of_split = np.array(outfits.splits) == split
    return {str(name): np.flatnonzero(of_split & (names == name)) for name in np.unique(names)}
