"""A pleasing order for a shelf: one product a design, types in turn, colours in turn. Knows columns."""

from __future__ import annotations

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.types import Product


def variety(catalogue: Catalogue, rows: np.ndarray, most: int) -> tuple[Product, ...]:
    """Up to `most` products of the rows, no design twice."""
    by_type: dict[str, list[Product]] = {}
    seen: set[str] = set()
    among = {catalogue.products[row].sku for row in rows}
    for row in rows:
        product = catalogue.products[row]
        design = product.family or product.sku
        if design not in seen:
            seen.add(design)
            by_type.setdefault(product.get("type"), []).append(product)
    chosen: list[Product] = []
    turns = max((len(products) for products in by_type.values()), default=0)
    for turn in range(turns):
        for products in by_type.values():
            if turn < len(products) and len(chosen) < most:
                colours = {p.get("colour") for p in chosen[-6:]}
                fresh = [
                    p for p in catalogue.siblings(products[turn])
                    if p.sku in among and p.get("colour") not in colours
                ]  # fmt: skip
                keep = products[turn].get("colour") not in colours or not fresh
                chosen.append(products[turn] if keep else fresh[0])
    return tuple(chosen)
