"""Dresses, skirts, trousers, shoes, bags and hats record their landmarks and parts, each in its place."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import cv2
import numpy as np
import pytest
from flat_drawing import draw_flat

from demo.catalog.shapes import KIND_OF, LANDMARKS, PARTS
from demo.catalog.vocabulary import TYPES
from demo.studio.assortment import plan
from demo.studio.canvas import Canvas, S
from demo.studio.design import Colourway
from demo.studio.garments import sketch

CATEGORIES = ("dresses", "skirts", "trousers", "shorts", "shoes", "bags", "hats")
LOWER = [t for category in CATEGORIES for t in TYPES[category]]
BARE = ("", "sleeveless")
NEAR = 6 * S / 0.9375
"""6 pixels of the picture, in samples of the canvas"""
Found = dict[str, tuple[float, float]]


@pytest.fixture
def flat(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_flat(monkeypatch)


@cache
def lowers() -> list[Colourway]:
    return [c for c in plan() if c.category in CATEGORIES]


def designs(type_: str, count: int = 4) -> list[Colourway]:
    """One colourway each of `count` families, spread over all of the type."""
    families = list({c.family: c for c in lowers() if c.type == type_}.values())
    return [families[i * len(families) // count] for i in range(min(count, len(families)))]


def both(found: Found, name: str, axis: int) -> list[float]:
    return [found[f"{name}_{side}"][axis] for side in ("left", "right") if f"{name}_{side}" in found]


def width(found: Found, name: str) -> float:
    return found[f"{name}_left"][0] - found[f"{name}_right"][0]


def stacked(found: Found, *names: str) -> bool:
    """Are these pairs of landmarks below each other, those that a design has?"""
    heights = [h for h in (both(found, name, 1) for name in names) if h]
    return all(max(above) < min(below) for above, below in pairwise(heights))


def middle(canvas: Canvas, part: str) -> float:
    """x of the middle of a part, in samples."""
    return float(np.nonzero(canvas.parts == PARTS.index(part))[1].mean())


def dress_faults(c: Colourway, canvas: Canvas, found: Found, seen: set[str]) -> list[str]:
    wrong = []
    sleeved = c.sleeve not in BARE
    if not stacked(found, "shoulder", "armpit", "waist", "hem"):
        wrong.append("shoulder, armpit, waist, hem are not below each other")
    if not {"collar", "armpit_left", "waist_left", "hem_left", "hem"} <= found.keys():
        wrong.append("collar, armpits, waist or hem are missing")
    if any(y >= found["collar"][1] for y in both(found, "neck", 1)):
        wrong.append("the collar does not lie below the neck's sides")
    if ("shoulder_left" in found) != (c.neckline not in ("off-shoulder", "strapless")):
        wrong.append("shoulders that the neckline has not, or none")
    if {sleeved} != {"cuff_outer_left" in found, "cuff_inner_right" in found,
                     "sleeve_left" in seen, "sleeve_right" in seen}:  # fmt: skip
        wrong.append("the sleeves are not those of the table")
    if ("elbow_left" in found) != (c.sleeve in ("long", "three-quarter")):
        wrong.append("elbows without long sleeves, or long sleeves without elbows")
    if sleeved and not middle(canvas, "sleeve_left") > middle(canvas, "sleeve_right"):
        wrong.append("the left sleeve is not on the viewer's right")
    if ("collar" in seen) != (c.neckline == "shirt-collar"):
        wrong.append("a collar that the table does not know, or none")
    if not {"inside", "body", "skirt"} <= seen:
        wrong.append("inner back, bodice or skirt are not in the map")
    return wrong


def skirt_faults(c: Colourway, canvas: Canvas, found: Found, seen: set[str]) -> list[str]:
    wrong = []
    if not stacked(found, "waist", "hip", "hem"):
        wrong.append("waist, hip, hem are not below each other")
    if not width(found, "hip") > width(found, "waist"):
        wrong.append("the hip is not wider than the waist")
    if not {"inside", "skirt"} <= seen <= {"inside", "waistband", "skirt"}:
        wrong.append(f"parts {seen}")
    return wrong


def leg_faults(c: Colourway, canvas: Canvas, found: Found, seen: set[str]) -> list[str]:
    wrong = []
    for end in ("outer", "inner"):
        if not stacked(found, "waist", "hip", f"knee_{end}", f"cuff_{end}"):
            wrong.append("waist, hip, knee, cuff are not below each other")
    if not max(both(found, "hip", 1)) < found["crotch"][1]:
        wrong.append("the crotch does not lie below the hip")
    if not all(found["crotch"][1] < y for y in both(found, "knee_inner", 1) + both(found, "cuff_inner", 1)):
        wrong.append("the crotch does not lie above knee and cuff")
    for name in [n for n in found if n.endswith("outer_left")]:
        row = [found[name.replace("outer_left", n)][0]
               for n in ("outer_right", "inner_right", "inner_left", "outer_left")]  # fmt: skip
        if row != sorted(row):
            wrong.append(f"{name}: the legs cross, or are inside out")
    if ("knee_outer_left" in found) != (c.category == "trousers"):
        wrong.append("knees on shorts, or trousers without")
    if seen != {"inside", "waistband", "leg_left", "leg_right"}:
        wrong.append(f"parts {seen}")
    if not middle(canvas, "leg_left") > found["crotch"][0] * S > middle(canvas, "leg_right"):
        wrong.append("the left leg is not on the viewer's right")
    return wrong


def shoe_faults(c: Colourway, canvas: Canvas, found: Found, seen: set[str]) -> list[str]:
    wrong = []
    x = np.nonzero(canvas.parts == PARTS.index("shoe_near"))[1] / S
    toe, heel = ((found[name][0] - x.min()) / np.ptp(x) for name in ("toe", "heel"))
    if not (toe < 0.1 and heel > 0.7):
        wrong.append("toe and heel are not at opposite ends")
    if not found["sole_toe"][0] < found["sole_heel"][0]:
        wrong.append("the sole's toe lies behind its heel")
    if ("opening_front" in found) != (c.type != "sandal"):
        wrong.append("an opening in a sandal, or none in a shoe")
    elif "opening_front" in found and not found["opening_front"][0] < found["opening_back"][0]:
        wrong.append("the opening's front lies behind its back")
    if seen != {"shoe_near", "shoe_far", "inside"}:
        wrong.append(f"parts {seen}")
    if not middle(canvas, "shoe_far") > middle(canvas, "shoe_near"):
        wrong.append("the far shoe does not stand to the right")
    return wrong


def bag_faults(c: Colourway, canvas: Canvas, found: Found, seen: set[str]) -> list[str]:
    wrong = []
    if found.keys() != set(LANDMARKS["bag"]):
        wrong.append("landmarks are missing")
    if not found["bag_top"][1] < min(both(found, "bag", 1)) <= found["bag_bottom"][1]:
        wrong.append("the box is upside down")
    if not all(found["strap_top"][1] < y < found["bag_bottom"][1] for y in both(found, "strap", 1)):
        wrong.append("the strap does not meet the bag between its own top and the bag's foot")
    if seen != {"bag", "strap"}:
        wrong.append(f"parts {seen}")
    return wrong


def hat_faults(c: Colourway, canvas: Canvas, found: Found, seen: set[str]) -> list[str]:
    wrong = []
    brimmed = c.type != "beanie"
    if not found["crown_top"][1] < min(both(found, "band", 1)):
        wrong.append("the crown is not above the band")
    if {brimmed} != {"brim_left" in found, "brim_front" in found, "brim" in seen}:
        wrong.append("a beanie with a brim, or a hat without")
    if c.type in ("fedora", "straw-hat") and not width(found, "brim") > width(found, "band"):
        wrong.append("the brim is narrower than the head")
    return wrong


FAULTS = {
    "upper": dress_faults, "skirt": skirt_faults, "legs": leg_faults, "shoe": shoe_faults,
    "bag": bag_faults, "hat": hat_faults,
}  # fmt: skip


def faults(c: Colourway) -> list[str]:
    """What is wrong with the landmarks and the parts of one design."""
    canvas = sketch(c)
    found, wrong, kind = canvas.landmarks, [], KIND_OF[c.category]
    wrong += [f"no such landmark: {n}" for n in found if n not in LANDMARKS[kind]]
    away = cv2.distanceTransform((canvas.alpha < 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    rows, columns = away.shape
    for name, (x, y) in found.items():
        row, column = round(y * S), round(x * S)
        if not (0 <= row < rows and 0 <= column < columns) or away[row, column] > NEAR:
            wrong.append(f"{name} lies off the garment")
    for name in (n.removesuffix("_left") for n in found if n.endswith("_left")):
        if f"{name}_right" not in found or not width(found, name) > 0:
            wrong.append(f"{name}: left is not on the viewer's right")
    seen = {PARTS[i] for i in np.unique(canvas.parts) if i}
    return wrong + FAULTS[kind](c, canvas, found, seen)


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize("type_", LOWER)
def test_landmarks_and_parts_are_in_place(type_: str) -> None:
    found = {c.sku: faults(c) for c in designs(type_)}
    assert not {sku: wrong for sku, wrong in found.items() if wrong}


def test_a_real_drawing_has_the_same_landmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    jeans = designs("straight-jeans", 1)[0]
    real = sketch(jeans)
    assert not faults(jeans)
    draw_flat(monkeypatch)
    assert real.landmarks == sketch(jeans).landmarks
