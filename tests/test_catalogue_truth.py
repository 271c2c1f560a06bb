"""The shipped pictures against their own table: what a row says can be measured on its picture."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from statistics import median

import numpy as np
import pytest
from ciede import lab
from PIL import Image

from demo.benchmarks.ciede import ciede2000
from demo.catalog.vocabulary import LENGTHS, SLEEVES, SWATCHES
from demo.settings import ROOT
from demo.studio.canvas import srgb_to_linear

CATALOG = ROOT / "catalog"
Row = dict[str, str]
OWN_LIGHT = ("gold", "silver", "multicolour")
"""colours of a shine or of many dyes: their mean says little"""
MADE_OF_MORE = ("sandal", "high-sneaker", "low-sneaker")
"""types whose soles and insoles are much of the picture"""


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with (CATALOG / "products.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def pixels(image: str) -> np.ndarray:
    """[150, 120, 4] float32 0..1: a quarter of the picture's size is enough."""
    with Image.open(CATALOG / image) as picture:
        small = picture.convert("RGBA").resize((120, 150), Image.Resampling.BOX)
    return np.asarray(small, np.float32) / 255


def height(row: Row) -> float:
    """From the top to the hem: of trousers over all, else along the middle (sleeves hang lower)."""
    cover = pixels(row["image"])[..., 3] > 0.5
    columns = np.flatnonzero(cover.any(axis=0))
    if row["category"] not in ("trousers", "shorts"):
        middle, wide = (columns[0] + columns[-1]) // 2, (columns[-1] - columns[0]) // 8
        columns = np.arange(middle - wide, middle + wide)
    filled = np.flatnonzero(cover[:, columns].any(axis=1))
    return float(filled[-1] - filled[0] + 1)


def reach(row: Row) -> float:
    """Where the sleeves end, from the top: there the garment gets narrower at once, if it goes on."""
    cover = pixels(row["image"])[..., 3] > 0.5
    filled = np.flatnonzero(cover.any(axis=1))
    top, bottom = filled[0], filled[-1]
    width = np.array([np.ptp(np.flatnonzero(line)) for line in cover[top : bottom + 1]])
    narrower = width[:-6] - np.minimum.reduce([width[k : len(width) - 6 + k] for k in range(1, 7)])
    narrower = narrower[: int(0.78 * len(width))]  # below, a round hem gets narrower as well
    last = int(narrower.argmax())
    return float(last if narrower[last] > 0.1 * width.max() else bottom - top)


def test_plain_products_have_the_colour_that_the_table_names(rows: list[Row]) -> None:
    swatches = {c: lab(h) for c, h in SWATCHES.items() if c not in OWN_LIGHT}
    right = {}
    for row in rows:
        if row["pattern"] == "solid" and row["colour"] in swatches and row["type"] not in MADE_OF_MORE:
            picture = pixels(row["image"])
            inside = picture[picture[..., 3] > 0.95][:, :3]
            mean = lab(srgb_to_linear(np.median(inside, axis=0)))
            nearest = min(swatches, key=lambda c: ciede2000(mean, swatches[c]))
            right[row["sku"]] = nearest == row["colour"]
    wrong = [sku for sku, ok in right.items() if not ok]
    print(f"{len(wrong)} of {len(right)} plain pictures are nearer to another swatch: {wrong}")
    assert len(wrong) < 0.08 * len(right), wrong


@pytest.mark.parametrize(("attribute", "order", "measured"), [
    ("length", LENGTHS, height), ("sleeve", SLEEVES[1:], reach),
])  # fmt: skip
def test_longer_is_longer_within_each_type_and_fit(
    rows: list[Row], attribute: str, order: tuple[str, ...], measured: Callable[[Row], float]
) -> None:
    """Medians of a type's products, by value, rise with the attribute's order."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in rows:
        flares = attribute == "sleeve" and row["category"] == "dresses"  # the hem is wider
        if row[attribute] in order and not flares:
            found[row["type"], row[attribute]].append(measured(row))
    compared, wrong = 0, []
    for type_ in {t for t, _ in found}:
        values = [v for v in order if (type_, v) in found]
        for shorter, longer in pairwise(values):
            compared += 1
            if median(found[type_, shorter]) >= median(found[type_, longer]):
                wrong.append((type_, shorter, longer))
    assert compared >= 5
    assert not wrong, wrong
