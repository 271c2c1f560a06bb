"""Guesses the colour of a garment that fills the middle of a home photo; knows pixels only.

Nobody wrote down the colours of the home photos, but most of them are of one plain garment lying in
the middle. Where the middle is even and clearly nearest to one colour, that colour is taken; about
half of the photos are left without. It teaches that the background's colour does not count.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image

from demo.catalog.vocabulary import SWATCHES
from demo.training.data import Picture
from demo.training.facts import Facts

_SHADES: Final[dict[str, tuple[str, ...]]] = {
    "black": ("#2b2b2e",), "white": ("#dddddd", "#cfd0d2"), "grey": ("#6f7276", "#a8abb0", "#55585c"),
    "navy": ("#27304a",), "blue": ("#24509e", "#3b6cc4"), "light-blue": ("#7fa6cf",),
    "teal": ("#3f9a9c",), "green": ("#58a35c", "#1f5238"), "olive": ("#4d5133",),
    "yellow": ("#e8d84a",), "orange": ("#e85f30",), "red": ("#a81f2a", "#d8404a"),
    "burgundy": ("#521c2a",), "pink": ("#e0608f", "#d97f97"), "purple": ("#57397a",),
    "brown": ("#4d3526",), "beige": ("#c9b796",),
}  # fmt: skip
"""how the swatches look in the light of a room"""
_UNSURE: Final = ("gold", "silver", "multicolour")
"""colours that a patch cannot tell"""
_WEIGHTS: Final = np.array([0.6, 1.0, 1.0], dtype=np.float32)
"""lightness depends on the lamp, so it counts less"""


def _lab(rgb: np.ndarray) -> np.ndarray:
    """[n, 3] sRGB 0 … 255 -> [n, 3] CIELAB."""
    return cv2.cvtColor((rgb.astype(np.float32) / 255)[None], cv2.COLOR_RGB2LAB)[0]


_NAMES: Final = [
    name for name in SWATCHES if name not in _UNSURE for _ in range(1 + len(_SHADES.get(name, ())))
]
_LABS: Final = _lab(np.array([
    [int(shade[i : i + 2], 16) for i in (1, 3, 5)]
    for name in SWATCHES if name not in _UNSURE
    for shade in (SWATCHES[name], *_SHADES.get(name, ()))
]))  # fmt: skip


def colour_in_the_middle(path: Path) -> tuple[str, frozenset[str]]:
    """The colour of an even middle, and those that it might be as well; ("", empty) when unsure."""
    with Image.open(path) as opened:
        image = opened.convert("RGB")
    image.thumbnail((160, 160))
    pixels = np.asarray(image)
    h, w = pixels.shape[:2]
    middle = pixels[int(h * 0.35) : int(h * 0.65), int(w * 0.38) : int(w * 0.62)].reshape(-1, 3)
    lab = _lab(middle)
    median = np.median(lab, axis=0)
    spread = float(np.median(np.linalg.norm((lab - median) * _WEIGHTS, axis=1)))
    distances = np.linalg.norm((_LABS - median) * _WEIGHTS, axis=1)
    nearest: dict[str, float] = {}
    for name, distance in zip(_NAMES, distances.tolist(), strict=True):
        nearest[name] = min(distance, nearest.get(name, np.inf))
    (first, best), (_, second) = sorted(nearest.items(), key=lambda item: item[1])[:2]
    grey = first in ("grey", "black", "white")
    if spread > (5 if grey else 9) or best > 15 or second < 1.35 * best + 2:
        return "", frozenset()
    near = {name for name, distance in nearest.items() if distance < 2.0 * best + 8}
    more = {"grey": {"silver", "light-blue"}, "yellow": {"gold"}, "black": {"navy", "grey"}}
    return first, frozenset(near | more.get(first, set()) | {"multicolour"}) - {first}


def with_colour(picture: Picture) -> Picture:
    """The picture with the colour of its middle among its facts, if it is a home photo with one.

    A patch says nothing about prints elsewhere, so several colours stay possible.
    """
    if picture.source != "clothing" or "colour" in picture.facts.sure:
        return picture
    colour, near = colour_in_the_middle(picture.path)
    if not colour or (picture.label == "Pants" and colour == "grey"):  # or washed denim
        return picture
    facts = Facts(
        {**picture.facts.sure, "colour": frozenset({colour})},
        {**picture.facts.maybe, "colour": near},
    )
    return replace(picture, facts=facts)
