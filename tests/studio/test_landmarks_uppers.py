"""Upper garments record their landmarks and parts: named, in place, each on the wearer's own side."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import cv2
import numpy as np
import pytest
from flat_drawing import draw_flat

from demo.catalog.shapes import LANDMARKS, PARTS
from demo.catalog.vocabulary import TYPES
from demo.studio.assortment import plan
from demo.studio.canvas import S
from demo.studio.design import Colourway
from demo.studio.garments import sketch

CATEGORIES = ("tops", "knitwear", "outerwear")
UPPER = [t for category in CATEGORIES for t in TYPES[category]]
BARE = ("", "sleeveless")
NEAR = 6 * S / 0.9375
"""6 pixels of the picture, in samples of the canvas"""


@pytest.fixture
def flat(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_flat(monkeypatch)


@cache
def uppers() -> list[Colourway]:
    return [c for c in plan() if c.category in CATEGORIES]


def designs(type_: str, count: int = 5) -> list[Colourway]:
    """One colourway each of `count` families, spread over all of the type."""
    families = list({c.family: c for c in uppers() if c.type == type_}.values())
    return [families[i * len(families) // count] for i in range(min(count, len(families)))]


def sides(found: dict[str, tuple[float, float]], name: str, axis: int) -> list[float]:
    return [found[f"{name}_{side}"][axis] for side in ("left", "right") if f"{name}_{side}" in found]


def faults(colourway: Colourway) -> list[str]:
    """What is wrong with the landmarks and the parts of one design."""
    canvas = sketch(colourway)
    found, wrong = canvas.landmarks, []
    wrong += [f"no such landmark: {n}" for n in found if n not in LANDMARKS["upper"]]
    away = cv2.distanceTransform((canvas.alpha < 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    rows, columns = away.shape
    for name, (x, y) in found.items():
        row, column = round(y * S), round(x * S)
        if not (0 <= row < rows and 0 <= column < columns) or away[row, column] > NEAR:
            wrong.append(f"{name} lies off the garment")
    for name in (n.removesuffix("_left") for n in found if n.endswith("_left")):
        right = found.get(f"{name}_right")
        if right is None or not found[f"{name}_left"][0] > right[0]:
            wrong.append(f"{name}: left is not on the viewer's right")
    order = [sides(found, name, 1) for name in ("shoulder", "armpit", "waist", "hem")]
    order = [heights for heights in order if heights]
    for above, below in pairwise(order):
        if max(above) >= min(below):
            wrong.append("shoulder, armpit, waist, hem are not below each other")
    if not all(f"{name}_left" in found for name in ("armpit", "hem")) or "hem" not in found:
        wrong.append("armpits or hem are missing")
    if any(y >= found["collar"][1] for y in sides(found, "neck", 1)):
        wrong.append("the collar does not lie below the neck's sides")
    sleeved = colourway.sleeve not in BARE
    if sleeved != ("cuff_outer_left" in found and "cuff_inner_right" in found):
        wrong.append("cuffs without sleeves, or sleeves without cuffs")
    if (colourway.sleeve in ("long", "three-quarter")) != ("elbow_left" in found):
        wrong.append("elbows without long sleeves, or long sleeves without elbows")
    seen = {PARTS[i] for i in np.unique(canvas.parts[canvas.alpha > 0.5])}
    if sleeved != ("sleeve_left" in seen and "sleeve_right" in seen):
        wrong.append("the map's sleeves are not those of the table")
    if sleeved:
        left, right = (
            np.flatnonzero((canvas.parts == PARTS.index(part)).any(0)).mean()
            for part in ("sleeve_left", "sleeve_right")
        )
        if not left > right:
            wrong.append("the left sleeve is not on the viewer's right")
    if ("hood" in seen) != (colourway.neckline == "hooded"):
        wrong.append("a hood that the table does not know, or none")
    if not {"body", "inside"} <= seen:
        wrong.append("no body, or nothing of the inner back is seen")
    return wrong


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("type_", UPPER)
def test_landmarks_and_parts_are_in_place(type_: str) -> None:
    found = {c.sku: faults(c) for c in designs(type_)}
    assert not {sku: wrong for sku, wrong in found.items() if wrong}


@pytest.mark.usefixtures("flat")
def test_a_design_without_shoulders_has_no_shoulder_landmarks() -> None:
    crop = next(c for c in uppers() if c.type == "crop-top" and c.sleeve == "long")
    bare = Colourway(**{**vars(crop), "neckline": "off-shoulder"})
    canvas = sketch(bare)
    assert not faults(bare)
    assert not {"neck_left", "shoulder_left"} & set(canvas.landmarks)
    assert {"collar", "armpit_left", "elbow_left", "cuff_outer_left"} <= set(canvas.landmarks)


def test_landmarks_of_the_real_drawing_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    hoodie = designs("hoodie", 1)[0]
    real = sketch(hoodie)
    draw_flat(monkeypatch)
    assert real.landmarks == sketch(hoodie).landmarks
    assert real.alpha.max() > 0.99
