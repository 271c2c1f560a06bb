"""Why a product stands in an answer: where each word looked, what changed, what stayed.

Maps come from the composing network's attention, the lists from the two products' table alone. Knows
products, intents and maps; it does not know how the answer was ranked, nor how a map is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from demo.catalog.synonyms import canonical
from demo.types import Intent, Product

if TYPE_CHECKING:
    from demo.search.feedback import Feedback

COMPARED: Final = (
    "type", "colour", "pattern", "sleeve", "neckline", "length", "fit", "material", "closure", "style",
)  # fmt: skip
SILENT: Final = frozenset("is has a an and or of made with for the in to it its".split())
"""words of a sentence whose look says nothing"""
ELSEWHERE: Final = frozenset({"group", "category", "gender", "season", "colour2"})
"""columns that the type says already, or that no picture shows"""
LONGEST: Final = 40
"""characters of a value of an unknown column that can be listed"""
UNSEEN: Final = ("none",)
"""values that are not worth saying when they stay"""
DETAIL: Final = 96
"""longest side of a map that is laid over a picture, cells"""
MOST: Final = 0.5
"""a word looked "mostly" at the fewest ninths of the picture that have this share of its look"""
FEW: Final = 3
"""ninths that can still be named; a look that needs more went all over the picture"""
_ROWS: Final = ("top", "middle", "bottom")
_COLUMNS: Final = ("left", "centre", "right")


@dataclass(frozen=True)
class Glance:
    """Where one word looked in the reference's picture."""

    word: str
    map: np.ndarray
    """[h, w] float32 over the picture, as wide and high as it, sums to 1"""
    where: str
    """"at the left and right middle", or "all over the picture" """


@dataclass(frozen=True)
class Difference:
    """One attribute of the reference and of the product."""

    attribute: str
    before: str
    """empty where the table does not say it of the reference"""
    after: str


@dataclass(frozen=True)
class Why:
    """What can be said about one product of an answer."""

    product: Product
    reference: Product | None
    """what it is compared with; a photo's has what was read in it and no SKU"""
    asked: tuple[Difference, ...] = ()
    """what differs, as was asked for"""
    missed: tuple[Difference, ...] = ()
    """what was asked for and is not so"""
    changed: tuple[Difference, ...] = ()
    """what differs although nobody asked for it"""
    kept: tuple[Difference, ...] = ()
    """what is the same"""
    glances: tuple[Glance, ...] = ()
    note: str = ""
    """one sentence: why there is no map; empty when there is one"""


def compared(
    reference: Product | None, product: Product, intent: Intent,
    measured: Mapping[str, tuple[str, bool]] = MappingProxyType({}),
) -> Why:  # fmt: skip
    """The lists, from what the table says of both; without a reference only what was asked for.

    `measured` are wishes that pictures answer: attribute -> (what was asked, whether it is so).
    """
    before = reference.attributes if reference else {}
    asked: list[Difference] = []
    missed: list[Difference] = []
    changed: list[Difference] = []
    kept: list[Difference] = []
    for attribute, (words, met) in measured.items():
        (asked if met else missed).append(
            Difference(attribute, "", words if met else f"not {words}")
        )
    for attribute in _named(before, product.attributes, intent):
        old, new = before.get(attribute, ""), product.get(attribute)
        difference = Difference(attribute, old, new)
        wanted = [canonical(attribute, value) for value in intent.wanted.get(attribute, ())]
        if wanted and canonical(attribute, new) not in wanted:
            missed.append(difference)
        elif new != old and (wanted or _unwelcome(attribute, old, intent)):
            asked.append(difference)
        elif new and new == old and new not in UNSEEN:
            kept.append(difference)
        elif new and old:
            changed.append(difference)
    return Why(product, reference, tuple(asked), tuple(missed), tuple(changed), tuple(kept))


def _unwelcome(attribute: str, old: str, intent: Intent) -> bool:
    """Whether limits alone ask for another value than the reference's."""
    if attribute == "type":
        return bool(intent.filters.category)
    refused = intent.filters.unwanted.get(attribute, ())
    return canonical(attribute, old) in [canonical(attribute, value) for value in refused]


def _named(before: Mapping[str, str], after: Mapping[str, str], intent: Intent) -> list[str]:
    """What was asked for first, then what there is; a foreign table's own columns where both have them."""
    known = [a for a in COMPARED if before.get(a) or after.get(a)]
    own = [
        a for a in before if a not in ELSEWHERE and _short(before[a]) and _short(after.get(a, ""))
    ]
    return list(dict.fromkeys([*intent.wanted, *known, *own]))


def _short(value: str) -> bool:
    return 0 < len(value) <= LONGEST and "/" not in value


def glances(
    feedback: Feedback, attention: np.ndarray, sentence: str, size: tuple[int, int]
) -> tuple[Glance, ...]:
    """Each telling word of a sentence with its map; pieces of a word are averaged.

    `attention` is [T, H, W] over the encoder's view, `size` the picture's width and height.
    """
    words = sentence.split()
    found = []
    for word, (first, end) in zip(words, feedback.spans(words), strict=True):
        if word.lower() in SILENT or not first < end <= len(attention):
            continue
        laid = laid_over(attention[first:end].mean(axis=0), size, feedback.fitting)
        found.append(Glance(word, laid, where(laid)))
    return tuple(found)


def laid_over(look: np.ndarray, size: tuple[int, int], fitting: str) -> np.ndarray:
    """A map [H, W] of the encoder's square view -> one of the picture alone, smooth, summing to 1.

    `fitting` says how pictures get into the view: "longest" adds margins, "shortest" cuts the ends
    off, "squash" does neither. Places that were cut off were never looked at.
    """
    width, height = size
    across = down = 1.0  # the picture's width and height in the view, as shares of it
    if fitting == "longest":
        across, down = width / max(size), height / max(size)
    elif fitting == "shortest":
        across, down = width / min(size), height / min(size)
    scale = DETAIL / max(size)
    fine = max(1, round(width * scale)), max(1, round(height * scale))
    cells_y, cells_x = look.shape
    left, top = (1 - across) / 2 * cells_x, (1 - down) / 2 * cells_y
    around = np.pad(look, 1, mode="edge")  # so that the edge cells are smooth as well
    x = left + (np.arange(fine[0]) + 0.5) / fine[0] * across * cells_x
    y = top + (np.arange(fine[1]) + 0.5) / fine[1] * down * cells_y
    inside = ((y >= 0) & (y <= cells_y))[:, None] & ((x >= 0) & (x <= cells_x))[None]
    smooth = _between(around, np.clip(y, 0, cells_y) + 0.5, np.clip(x, 0, cells_x) + 0.5) * inside
    return (smooth / max(float(smooth.sum()), 1e-9)).astype(np.float32)


def _between(cells: np.ndarray, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """[h, w] bilinear values of `cells`, whose i-th centre lies at i."""
    y0, x0 = np.floor(y).astype(int), np.floor(x).astype(int)
    y1, x1 = np.minimum(y0 + 1, len(cells) - 1), np.minimum(x0 + 1, cells.shape[1] - 1)
    down, right = (y - y0)[:, None], (x - x0)[None]
    upper = cells[y0][:, x0] * (1 - right) + cells[y0][:, x1] * right
    lower = cells[y1][:, x0] * (1 - right) + cells[y1][:, x1] * right
    return upper * (1 - down) + lower * down


def where(look: np.ndarray) -> str:
    """The ninths of the picture that a map [h, w] lies on for the most part, in words."""
    rows = np.array_split(look, 3, axis=0)
    shares = np.array([[c.sum() for c in np.array_split(r, 3, axis=1)] for r in rows])  # [3, 3]
    order = np.argsort(-shares, axis=None, kind="stable")
    needed = int(np.searchsorted(np.cumsum(shares.ravel()[order]), MOST)) + 1
    if needed > FEW:
        return "all over the picture"
    cells = sorted((int(i) // 3, int(i) % 3) for i in order[:needed])
    return "at " + " and ".join(
        _place(_ROWS[row], [_COLUMNS[column] for _, column in group])
        for row, group in groupby(cells, key=lambda cell: cell[0])
    )


def _place(row: str, columns: Sequence[str]) -> str:
    """ "the left and right middle", "the top", "the centre"."""
    if len(columns) == 3:
        return f"the whole {row}"
    if list(columns) == ["centre"]:
        return "the centre" if row == "middle" else f"the {row}"
    return f"the {' and '.join(columns)} {row}"
