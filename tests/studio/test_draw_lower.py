"""Dresses, skirts, trousers, shorts, shoes, bags, hats: what the row says is what the picture shows."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest

from demo.catalog.vocabulary import SWATCHES, TYPES
from demo.studio.assortment import plainest
from demo.studio.garments import draw

LOWER = [
    t for category in ("dresses", "skirts", "trousers", "shorts", "shoes", "bags", "hats")
    for t in TYPES[category]
]  # fmt: skip


@pytest.mark.parametrize("type_", LOWER)
def test_every_type_is_drawn(type_: str) -> None:
    picture = draw(plainest(type_))
    assert picture.shape == (600, 480, 4)
    assert picture.dtype == np.uint8
    share = (picture[..., 3] > 128).mean()
    assert 0.05 < share < 0.8
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    assert not border[..., 3].any(), "touches the border"


@pytest.mark.parametrize("type_", ["wrap-dress", "low-sneaker", "straw-hat"])
def test_same_input_same_bytes(type_: str) -> None:
    assert np.array_equal(draw(plainest(type_, 3)), draw(plainest(type_, 3)))


@pytest.mark.parametrize("colour", ["red", "navy", "green", "yellow", "white", "black", "pink"])
@pytest.mark.parametrize("type_", ["a-line-skirt", "chinos", "handbag"])
def test_solid_has_its_colour(type_: str, colour: str) -> None:
    picture = draw(plainest(type_, colour=colour))
    mean = picture[picture[..., 3] > 250][:, :3].mean(0)
    names = [n for n in SWATCHES if n not in ("multicolour", "silver", "gold")]
    away = [np.linalg.norm(_lab(mean) - _lab(_swatch(n))) for n in names]
    assert colour in [names[i] for i in np.argsort(away)[:2]]


@pytest.mark.parametrize(
    ("type_", "lengths"),
    [
        ("pleated-skirt", ("mini", "knee", "midi", "maxi")),
        ("slip-dress", ("mini", "knee", "midi", "maxi")),
        ("chinos", ("cropped", "long")),
        ("chino-shorts", ("mini", "knee")),
    ],
)
def test_longer_is_taller(type_: str, lengths: tuple[str, ...]) -> None:
    heights = []
    for length in lengths:
        rows = np.flatnonzero(draw(plainest(type_, length=length))[..., 3].max(1) > 128)
        heights.append(rows[-1] - rows[0])
    assert all(b > a + 8 for a, b in itertools.pairwise(heights)), heights


def test_wider_fit_is_wider() -> None:
    widths = []
    for fit in ("slim", "regular", "relaxed"):
        picture = draw(plainest("chinos", fit=fit))
        widths.append((picture[500, :, 3] > 128).sum())
    assert widths[0] < widths[1] < widths[2]


def _lab(rgb: np.ndarray) -> np.ndarray:
    pixel = np.float32(rgb).reshape(1, 1, 3) / 255
    return cv2.cvtColor(pixel, cv2.COLOR_RGB2LAB)[0, 0]


def _swatch(name: str) -> np.ndarray:
    return np.array([int(SWATCHES[name][i : i + 2], 16) for i in (1, 3, 5)], np.float32)
