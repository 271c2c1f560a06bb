"""A catalogue ready to be searched: its products, their columns as arrays, and its fingerprint.

Knows the table and the picture files; it does not know any network or index.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import numpy as np

from demo.catalog.pictures import open_picture
from demo.catalog.table import FILE_NAME, read_table
from demo.errors import CatalogError, PictureError, UnknownItemError
from demo.types import Product


class Catalogue:
    """The goods of one folder, immutable once read."""

    def __init__(self, folder: Path, products: Iterable[Product]) -> None:
        self.folder = folder
        self.products = tuple(products)
        self.row_of = {product.sku: row for row, product in enumerate(self.products)}
        self.prices = np.array(
            [np.nan if p.price is None else p.price for p in self.products], dtype=np.float64
        )  # [n], NaN where the table has no price
        self.currency = next((p.currency for p in self.products if p.currency), "")
        self._columns: dict[str, np.ndarray] = {}
        self._values: dict[str, tuple[str, ...]] = {}

    @classmethod
    def read(cls, folder: Path) -> Catalogue:
        """Reads a folder. Raises CatalogError that names the first problem and counts the rest."""
        table = read_table(folder)
        if table.problems:
            more = len(table.problems) - 1
            rest = (
                f" There {'is 1 more problem' if more == 1 else f'are {more} more problems'}: "
                f"`python -m demo catalog check {folder}` lists them."
                if more
                else ""
            )
            raise CatalogError(table.problems[0] + rest, table.problems)
        return cls(folder, table.products)

    def __len__(self) -> int:
        return len(self.products)

    def product(self, sku: str) -> Product:
        """The product. Raises UnknownItemError."""
        return self.products[self.row(sku)]

    def row(self, sku: str) -> int:
        """The product's row. Raises UnknownItemError."""
        try:
            return self.row_of[sku]
        except KeyError:
            shown = sku if len(sku) <= 60 else sku[:60] + "…"
            raise UnknownItemError(
                f"This shop has no item {shown!r}. Pick one from its shelves."
            ) from None

    def column(self, attribute: str) -> np.ndarray:
        """The attribute of all products, [n] of str, empty where a product has none."""
        if attribute not in self._columns:
            self._columns[attribute] = np.array(
                [p.get(attribute) for p in self.products], dtype=np.str_
            )
        return self._columns[attribute]

    def values(self, attribute: str) -> tuple[str, ...]:
        """The attribute's values in this catalogue, most frequent first."""
        if attribute not in self._values:
            found, counts = np.unique(self.column(attribute), return_counts=True)
            order = np.lexsort((found, -counts))
            self._values[attribute] = tuple(str(found[i]) for i in order if found[i])
        return self._values[attribute]

    def siblings(self, product: Product) -> tuple[Product, ...]:
        """The design's other colourways."""
        if not product.family:
            return ()
        return tuple(
            p for p in self._families.get(product.family, ()) if p.sku != product.sku
        )

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """The words of each product's title and brand, in lower case."""
        return tuple(frozenset(f"{p.title} {p.brand}".lower().split()) for p in self.products)

    @cached_property
    def _families(self) -> dict[str, list[Product]]:
        families: dict[str, list[Product]] = {}
        for product in self.products:
            if product.family:
                families.setdefault(product.family, []).append(product)
        return families

    @cached_property
    def hash(self) -> str:
        """Fingerprint of the table and its pictures, 16 hex digits.

        A picture counts by its size and its last 4 KiB, so that a large catalogue opens quickly
        and a redrawn picture is still noticed.
        """
        digest = hashlib.sha256()
        for p in self.products:
            path = p.image
            row = [p.sku, p.title, p.family, p.description, p.brand, p.price, p.currency, p.link]
            row.append(sorted(p.attributes.items()))
            with path.open("rb") as file:
                size = file.seek(0, 2)
                file.seek(max(0, size - 4096))
                tail = file.read()
            digest.update(json.dumps([*row, path.name, size], ensure_ascii=False).encode())
            digest.update(tail)
        return digest.hexdigest()[:16]


def check(folder: Path) -> tuple[int, tuple[str, ...]]:
    """(number of good products, all problems): the table's, and every picture that does not open."""
    table = read_table(folder)
    problems = list(table.problems)
    for product, line in zip(table.products, table.lines, strict=True):
        try:
            open_picture(product.image, name=str(product.image.relative_to(folder)))
        except PictureError as error:
            problems.append(f"{FILE_NAME} line {line}: {error}")
    return len(table.products), tuple(problems)
