"""Upper garments: the same bytes twice, true colours, true lengths and sleeves."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from demo.catalog.vocabulary import CATEGORY_OF, SWATCHES, TYPES
from demo.studio.design import Colourway
from demo.studio.garments import draw

NECKLINES = {
    "polo-shirt": "polo-collar", "camisole": "strappy", "crop-top": "square",
    "shirt": "shirt-collar",
    "flannel-shirt": "shirt-collar", "blouse": "v-neck", "cardigan": "v-neck", "hoodie": "hooded",
    "turtleneck": "turtleneck", "zip-hoodie": "hooded", "blazer": "lapel", "parka": "hooded",
    "denim-jacket": "shirt-collar", "trench-coat": "lapel", "overcoat": "lapel",
}  # fmt: skip
UPPER = [t for category in ("tops", "knitwear", "outerwear") for t in TYPES[category]]


def colourway(type_: str, colour: str = "green", **values: object) -> Colourway:
    defaults: dict = {
        "sku": "T-1", "family": "T-001", "category": CATEGORY_OF[type_], "type": type_,
        "gender": "women",
        "colour": colour, "colour2": "", "pattern": "solid", "material": "cotton", "sleeve": "long",
        "neckline": NECKLINES.get(type_, "crew"), "length": "regular", "fit": "regular",
        "closure": "none", "style": "casual", "season": "all-year", "shape_seed": 5,
        "cloth_seed": 6,
    }  # fmt: skip
    return Colourway(**{**defaults, **values})


def extent(picture: np.ndarray) -> tuple[int, int]:
    """Width and height of the opaque part, in pixels."""
    solid = picture[..., 3] > 128
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    return int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)


def lab(colour: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(np.float32(colour).reshape(1, 1, 3) / 255, cv2.COLOR_RGB2Lab)[0, 0]


def swatch(name: str) -> np.ndarray:
    digits = SWATCHES[name]
    return lab(np.array([int(digits[i : i + 2], 16) for i in (1, 3, 5)]))


def named(picture: np.ndarray) -> str:
    """The swatch nearest to the mean colour in CIELAB."""
    mean = lab(picture[picture[..., 3] > 200][:, :3].mean(0))
    return min(SWATCHES, key=lambda name: float(np.linalg.norm(swatch(name) - mean)))


@pytest.mark.parametrize("type_", ["t-shirt", "trench-coat"])
def test_same_colourway_gives_same_bytes(type_: str) -> None:
    pattern = "floral" if type_ == "t-shirt" else "solid"
    first, second = (draw(colourway(type_, pattern=pattern)) for _ in range(2))
    assert first.shape == (600, 480, 4)
    assert first.dtype == np.uint8
    assert first.tobytes() == second.tobytes()


@pytest.mark.parametrize("type_", UPPER)
def test_every_upper_type_is_a_clean_cut_out(type_: str) -> None:
    picture = draw(colourway(type_))
    alpha = picture[..., 3]
    border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert not border.any()
    assert 0.10 < (alpha > 128).mean() < 0.75
    assert not picture[alpha == 0].any()


@pytest.mark.parametrize("colour", ["white", "black", "navy", "red", "olive", "light-blue"])
def test_mean_colour_is_nearest_to_the_named_one(colour: str) -> None:
    assert named(draw(colourway("t-shirt", colour, sleeve="short"))) == colour


@pytest.mark.parametrize("colour", ["white", "navy"])
def test_coarse_knitting_keeps_its_colour(colour: str) -> None:
    assert named(draw(colourway("sweater", colour, material="knit"))) == colour


def test_longer_lengths_reach_further_down() -> None:
    cropped = extent(draw(colourway("cardigan", length="cropped", neckline="crew", sleeve="long")))
    regular = extent(draw(colourway("cardigan", length="regular", neckline="crew", sleeve="long")))
    assert cropped[1] <= regular[1]
    tee = [
        extent(draw(colourway("t-shirt", length=n, sleeve="short")))[1]
        for n in ("cropped", "regular")
    ]
    assert tee[1] > tee[0] * 1.15
    coats = [extent(draw(colourway("overcoat", length=n))) for n in ("knee", "long", "midi")]
    assert coats[0][1] / coats[0][0] < coats[1][1] / coats[1][0] < coats[2][1] / coats[2][0]


def test_longer_sleeves_reach_further() -> None:
    short, middle, long = (
        draw(colourway("tunic", sleeve=s, length="long", fit="relaxed"))
        for s in ("short", "three-quarter", "long")
    )
    areas = [int((p[..., 3] > 128).sum()) / extent(p)[1] ** 2 for p in (short, middle, long)]
    assert areas[0] < areas[1] < areas[2]


def test_relaxed_is_wider_than_slim() -> None:
    slim, relaxed = (
        draw(colourway("tank-top", fit=f, neckline="scoop", sleeve="sleeveless"))
        for f in ("slim", "relaxed")
    )
    ratio = [extent(p)[0] / extent(p)[1] for p in (slim, relaxed)]
    assert ratio[0] < ratio[1] * 0.9
