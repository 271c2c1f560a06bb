"""Words that name a part of a garment, and where that part lies: sleeves and the neck.

Knows the studio's shapes and the places of words in a sentence; knows no network. Catalogues without
shapes have no such places, and nothing is asked of where their words look.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from demo.catalog.shapes import PARTS, Shape

PLACES: Final = ("sleeve", "neck")
NAMES: Final = {
    "sleeve": re.compile(r"\b\w*sleeve\w*|\barms?\b", re.IGNORECASE),
    "neck": re.compile(r"\b\w*neck\w*|\bcollar\w*|\blapels?\b|\bhood(?:ed)?\b", re.IGNORECASE),
}
"""place -> the words that name it"""
_PARTS: Final = {"sleeve": ("sleeve_left", "sleeve_right"), "neck": ("collar", "hood")}
NECK: Final = (0.02, 0.03, 0.07)
"""how far the neck's place goes beside, above and below the landmarks of the neckline, as shares"""


def place_maps(shape: Shape, side: int) -> np.ndarray:
    """[places, side, side] the share of each cell of the encoder's square view that is the place.

    The product's picture is as high as the view and stands in its middle, as the encoder sees it.
    """
    height, width = shape.parts.shape  # 75, 60
    square = np.zeros((len(PLACES), height, height), dtype=np.float32)
    left = (height - width) // 2
    for i, place in enumerate(PLACES):
        labels = [PARTS.index(name) for name in _PARTS[place]]
        square[i, :, left : left + width] = np.isin(shape.parts, labels)
    _add_neck(square[PLACES.index("neck"), :, left : left + width], shape)
    return np.stack([_averaged(m, side) for m in square])


def garment_map(shape: Shape, side: int) -> np.ndarray:
    """[side, side] the share of each cell that the garment covers."""
    height, width = shape.parts.shape
    square = np.zeros((height, height), dtype=np.float32)
    left = (height - width) // 2
    square[:, left : left + width] = shape.parts > 0
    return _averaged(square, side)


def _add_neck(neck: np.ndarray, shape: Shape) -> None:
    """Many necklines have no collar: the garment between and just below the neck's landmarks."""
    marks = shape.landmarks
    if not {"neck_left", "neck_right", "collar"} <= set(marks):
        return
    height, width = neck.shape
    xs, ys = zip(*(marks[name] for name in ("neck_left", "neck_right", "collar")), strict=True)
    beside, above, below = NECK
    x0, x1 = round((min(xs) - beside) * width), round((max(xs) + beside) * width)
    y0, y1 = round((min(ys) - above) * height), round((max(ys) + below) * height)
    window = np.s_[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1]
    neck[window] = np.maximum(neck[window], shape.parts[window] > 0)


def _averaged(square: np.ndarray, side: int) -> np.ndarray:
    """[h, h] -> [side, side] by the mean of what each cell covers."""
    h = len(square)
    start = np.arange(side)[:, None] * h / side  # in rows of the square
    rows = np.arange(h)[None]
    covered = np.clip(np.minimum(rows + 1, start + h / side) - np.maximum(rows, start), 0, 1)
    share = (covered * side / h).astype(np.float32)  # [side, h], each line sums to 1
    return share @ square @ share.T


def naming_tokens(tokenizer: Any, texts: Sequence[str], length: int) -> np.ndarray:
    """[texts, places, length] bool: which tokens are part of a word that names the place."""
    found = np.zeros((len(texts), len(PLACES), length), dtype=bool)
    for i, text in enumerate(texts):
        spans = token_spans(tokenizer, text)
        for j, place in enumerate(PLACES):
            for match in NAMES[place].finditer(text):
                for k, (start, end) in enumerate(spans[:length]):
                    if end > start and start < match.end() and end > match.start():
                        found[i, j, k] = True
    return found


def token_spans(tokenizer: Any, text: str) -> list[tuple[int, int]]:
    """(start, end) of each token in the text, (0, 0) for start and end marks; [] where it cannot tell.

    `tokenizer` is open_clip's around one of Hugging Face's fast ones; others do not say.
    """
    inner = getattr(tokenizer, "tokenizer", None)
    if inner is None or not getattr(inner, "is_fast", False):
        return []
    clean = getattr(tokenizer, "clean_fn", None)
    spans = inner(clean(text) if clean else text, return_offsets_mapping=True)["offset_mapping"]
    return [(int(start), int(end)) for start, end in spans]


def region_maps(keys: Sequence[str], shapes: Mapping[str, Shape], side: int) -> np.ndarray:
    """[keys, places, side, side] float16; zeros where a product has no shape."""
    maps = np.zeros((len(keys), len(PLACES), side, side), dtype=np.float16)
    for i, key in enumerate(keys):
        if key in shapes:
            maps[i] = place_maps(shapes[key], side)
    return maps
