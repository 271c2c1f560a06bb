"""What the outfit network sees of a product: its stored picture vector, and its row of the table.

Knows vectors and the vocabulary's values; it knows no network. What a product lacks is all zero, and
the network has learned to do without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import numpy as np

from demo.catalog.vocabulary import VALUES
from demo.types import Product

Part = Literal["pictures", "table", "texts"]
VARIANTS: Final[dict[str, tuple[Part, ...]]] = {
    "served": ("pictures", "table"),
    "pictures": ("pictures",),
    "texts": ("texts",),
    "both": ("pictures", "texts"),
    "table": ("table",),
}
"""name of a network -> the parts of its features, in their order; only `bench outfits` has texts"""
READ: Final = (
    "gender", "type", "colour", "colour2", "pattern", "material", "sleeve", "neckline", "length",
    "fit", "style", "season",
)  # fmt: skip
"""attributes of the table's part; the price and the names stay out"""
_PLACE: Final = {
    pair: i for i, pair in enumerate((name, value) for name in READ for value in VALUES[name])
}
TABLE: Final = len(_PLACE)
"""numbers in the table's part"""


def table_features(products: Sequence[Product]) -> np.ndarray:
    """[n, TABLE] float32: 1 / √12 for each known value, so that a full row has unit length."""
    features = np.zeros((len(products), TABLE), dtype=np.float32)
    for row, product in enumerate(products):
        for name in READ:
            place = _PLACE.get((name, product.get(name)))
            if place is not None:
                features[row, place] = len(READ) ** -0.5
    return features


def joined(parts: Mapping[Part, np.ndarray], variant: str) -> np.ndarray:
    """[n, sum] float32 the variant's parts side by side."""
    return np.concatenate([parts[name] for name in VARIANTS[variant]], axis=1).astype(np.float32)
