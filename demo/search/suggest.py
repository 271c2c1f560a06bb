"""What could be said next: the words that would split these results best. Knows columns and counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.vocabulary import VALUES

MOST: Final = 4
AMONG: Final = 60
"""products at the top that the suggestions look at"""
_WORDS: Final[Mapping[str, str]] = {
    "colour": "in {}", "sleeve": "with {} sleeves", "pattern": "{}", "neckline": "{}",
    "length": "{} length", "material": "in {}", "fit": "{} fit",
}  # fmt: skip
_NAMED: Final = {
    ("pattern", "solid"): "plain", ("sleeve", "sleeveless"): "sleeveless",
    ("neckline", "crew"): "with a crew neck", ("neckline", "v-neck"): "with a v-neck",
    ("neckline", "scoop"): "with a scoop neck", ("neckline", "square"): "with a square neck",
    ("neckline", "turtleneck"): "with a high neck", ("neckline", "hooded"): "with a hood",
    ("neckline", "lapel"): "with lapels", ("neckline", "strappy"): "with straps",
    ("neckline", "off-shoulder"): "off the shoulder", ("neckline", "halter"): "with a halter neck",
    ("neckline", "shirt-collar"): "with a shirt collar",
    ("neckline", "polo-collar"): "with a polo collar", ("length", "maxi"): "maxi", ("length", "midi"): "midi",
    ("length", "mini"): "mini", ("length", "cropped"): "cropped",
}  # fmt: skip
_SILENT: Final = {("length", "regular"), ("length", "long"), ("fit", "regular"), ("colour", "multicolour")}


def splits(
    catalogue: Catalogue, rows: np.ndarray, said: frozenset[str], sign: str = ""
) -> tuple[str, ...]:
    """Up to four wishes, one an attribute, that about half of the top rows meet.

    `said` are attributes that the conversation has settled; `sign` is the currency's.
    """
    top = rows[:AMONG]
    if len(top) < 3:
        return ()
    options: list[tuple[float, str]] = []
    for attribute in _WORDS:
        if attribute in said:
            continue
        values, counts = np.unique(catalogue.column(attribute)[top], return_counts=True)
        best = max(
            (
                (share * (1 - share), str(value))
                for value, share in zip(values, counts / len(top), strict=True)
                if value in VALUES[attribute] and (attribute, value) not in _SILENT and share < 1
            ),
            default=None,
        )
        if best:
            options.append((best[0], _words(attribute, best[1])))
    prices = catalogue.prices[top]
    prices = prices[np.isfinite(prices)]
    if "price" not in said and len(prices) > 2:
        limit = max(10.0, round(float(np.median(prices)), -1))
        share = float((prices <= limit).mean())
        if 0 < share < 1:
            options.append((share * (1 - share), f"under {sign}{limit:g}"))
    options.sort(key=lambda option: -option[0])
    return tuple(words for _, words in options[:MOST])


def _words(attribute: str, value: str) -> str:
    return _NAMED.get((attribute, value)) or _WORDS[attribute].format(value.replace("-", " "))
