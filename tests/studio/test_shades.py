"""Every shade is still its colour: nearest to its own swatch by CIEDE2000, among all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from ciede import lab

from demo.benchmarks.ciede import ciede2000
from demo.catalog.vocabulary import SWATCHES
from demo.studio.assortment import plainest
from demo.studio.garments import draw
from demo.studio.shades import SHADES, WASHES, Shade, shade_of

ALL = [
    (colour, shade) for chart in (SHADES, WASHES) for colour, shades in chart.items()
    for shade in shades if colour != "multicolour"
]  # fmt: skip


def test_ciede2000_is_the_published_one() -> None:
    """Pairs 1, 17 and 25 of the paper's table 1."""
    for first, second, distance in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert ciede2000(np.array(first), np.array(second)) == pytest.approx(distance, abs=1e-3)


@pytest.mark.parametrize(("colour", "shade"), ALL, ids=[shade.name for _, shade in ALL])
def test_a_shade_is_nearest_to_its_own_swatch(colour: str, shade: Shade) -> None:
    away = {name: ciede2000(lab(shade.hex), lab(SWATCHES[name])) for name in SWATCHES}
    del away["multicolour"]  # names no dye
    own = away.pop(colour)
    # Gold and mustard are metal and dye of nearly one colour; any other pair stands well apart.
    margin = 3.5 if colour in ("mustard", "gold") else 4.0
    assert min(away.values()) - own > margin


def test_every_colour_has_three_to_six_shades_and_the_plain_one_first() -> None:
    assert set(SHADES) == set(SWATCHES)
    for colour, shades in SHADES.items():
        assert 3 <= len(shades) <= 6
        assert shades[0].name == colour.replace("-", " ")
        assert len({shade.name for shade in shades}) == len(shades)


def test_the_plain_name_is_the_most_common() -> None:
    one = plainest("t-shirt", colour="green")
    drawn = Counter(shade_of(replace(one, cloth_seed=seed)).name for seed in range(2000))
    assert 0.40 < drawn["green"] / 2000 < 0.50
    assert set(drawn) == {shade.name for shade in SHADES["green"]}


def test_a_shade_stays_the_same_and_denim_is_named_by_its_wash() -> None:
    jeans = plainest("straight-jeans", colour="blue")
    assert shade_of(jeans) == shade_of(jeans)
    assert shade_of(jeans) in WASHES["blue"]


@pytest.mark.parametrize(
    ("type_", "material", "colour"),
    [
        ("t-shirt", "cotton", "red"), ("sweater", "knit", "green"), ("straight-jeans", "denim", "navy"),
        ("slip-dress", "satin", "pink"), ("leather-jacket", "leather", "tan"), ("blazer", "wool", "black"),
        ("chinos", "cotton", "white"), ("bomber-jacket", "nylon", "olive"),
    ],
)  # fmt: skip
def test_a_plain_picture_is_nearest_to_its_swatch(type_: str, material: str, colour: str) -> None:
    picture = draw(plainest(type_, material=material, colour=colour))
    mean = lab("#" + bytes(picture[picture[..., 3] > 200][:, :3].mean(0).astype(np.uint8)).hex())
    names = [n for n in SWATCHES if n not in ("multicolour", "gold", "silver")]
    assert min(names, key=lambda n: ciede2000(mean, lab(SWATCHES[n]))) == colour
