"""Garments on figures: they cover what they should, leave face and hands alone, and say where they are."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from demo.catalog.shapes import PARTS
from demo.errors import CatalogError
from demo.fitting.figures import PARTS as BODY_PARTS
from demo.fitting.figures import Figure, load_figures
from demo.outfits.looks import Styled, write
from demo.studio.assortment import plan
from demo.studio.design import Colourway
from demo.studio.worn.dress import LABELS, Dressed, dress
from demo.studio.worn.garment import put_on
from demo.studio.worn.pairs import draw_pairs, may_tuck

FIGURES = Path(__file__).parents[2] / "assets" / "figures"


@cache
def figures() -> dict[str, Figure]:
    return load_figures(FIGURES)


@cache
def of_type(kind: str, number: int = 0, **values: str) -> Colourway:
    found = [
        c for c in plan() if c.type == kind and all(getattr(c, k) == v for k, v in values.items())
    ]
    return found[number]


def posed(pose: str) -> Figure:
    return next(f for f in figures().values() if pose in f.pose)


@cache
def outfit(pose: str) -> tuple[Figure, Dressed]:
    figure = posed(pose)
    items = (of_type("t-shirt", 4), of_type("straight-jeans", 2), of_type("low-sneaker", 3))
    return figure, dress(figure, items)


def body(figure: Figure, *names: str) -> np.ndarray:
    return np.isin(figure.parts(), [BODY_PARTS.index(name) for name in names])


@pytest.mark.parametrize("pose", ["side", "hip", "across", "walking"])
def test_an_outfit_covers_the_body_and_leaves_face_and_hands_alone(pose):
    figure, shown = outfit(pose)
    face = body(figure, "head")
    bare = np.asarray(figure.picture())
    inner = cv2.erode(face.astype(np.uint8), np.ones((5, 5))) > 0
    away = np.abs(shown.picture[inner].astype(int) - bare[inner])
    assert away.max() <= 2
    hands = body(figure, "hand_left", "hand_right")
    assert (shown.labels[hands] == LABELS.index("arms")).mean() > 0.95
    rows = np.arange(face.shape[0])[:, None]
    waist, crotch = figure.joints["waist"][1], figure.outline["crotch"][1]
    ankle = max(figure.joints[f"ankle_{s}"][1] for s in ("left", "right"))
    chest = body(figure, "torso") & (rows > figure.outline["armpit_left"][1] + 15) & (rows < waist)
    assert (shown.items[chest] == 1).mean() > 0.97
    legs = body(figure, "thigh_left", "thigh_right", "calf_left", "calf_right")
    legs &= (rows > crotch + 20) & (rows < ankle - 0.10 * figure.height_px)
    assert (shown.items[legs] == 2).mean() > 0.95
    soles = body(figure, "foot_left", "foot_right")
    assert np.isin(
        shown.items[soles & (rows > ankle + 40)], (0, 2, 3)
    ).all()  # nothing bare is seen
    shoes = np.argwhere(shown.items == 3)
    feet = np.argwhere(soles)
    assert abs(int(shoes[:, 0].max()) - int(feet[:, 0].max())) < 16
    assert abs(shoes[:, 1].mean() - feet[:, 1].mean()) < 25
    assert set(np.unique(shown.labels)) <= set(range(len(LABELS)))


@pytest.mark.parametrize("pose", ["side", "hip", "across"])
def test_long_sleeves_follow_the_arms(pose):
    figure = posed(pose)
    worn = put_on(of_type("long-sleeve-top", 3, sleeve="long"), figure)
    for side in ("left", "right"):
        sleeve = worn.parts == PARTS.index(f"sleeve_{side}")
        fore = body(figure, f"forearm_{side}")
        wrist = np.array(figure.joints[f"wrist_{side}"])
        y, x = np.nonzero(fore)
        fore[y, x] = np.hypot(x - wrist[0], y - wrist[1]) > 14
        assert sleeve[fore].mean() > 0.93
        cuff = np.array(worn.landmarks[f"cuff_outer_{side}"])
        assert np.linalg.norm(cuff - wrist) < 45


def test_lengths_hang_where_they_say():
    figure = posed("side")
    knee = figure.joints["knee_left"][1]
    mini = put_on(of_type("mini-skirt"), figure).landmarks["hem"][1]
    midi = put_on(of_type("a-line-skirt", length="midi"), figure).landmarks["hem"][1]
    maxi = put_on(of_type("maxi-skirt"), figure).landmarks["hem"][1]
    assert mini < knee < midi < maxi < figure.joints["ankle_left"][1] + 20


def test_a_coat_goes_over_a_shirt_and_a_tucked_shirt_into_trousers():
    figure = posed("side")
    shirt, trousers = of_type("shirt", 3), of_type("chinos", 4)
    free = dress(figure, [shirt, trousers])
    tucked = dress(figure, [shirt, trousers], tucked=True)
    below = np.arange(free.items.shape[0])[:, None] > figure.outline["hip_left"][1]
    assert ((free.items == 1) & below).sum() > 4 * ((tucked.items == 1) & below).sum()
    coat = dress(figure, [of_type("overcoat", 1), shirt, trousers])
    assert (coat.items == 1).sum() > 5 * (coat.items == 2).sum() > 0


def test_the_same_garment_is_worn_the_same_way_twice():
    figure = posed("hip")
    first, second = (put_on(of_type("cardigan", 3), figure) for _ in range(2))
    assert all(np.array_equal(first.sheets[k], second.sheets[k]) for k in first.sheets)


def test_pairs_are_files_with_labels(tmp_path):
    looks = tmp_path / "looks.jsonl"
    items = (of_type("summer-dress", 2).sku, of_type("sandal", 1).sku)
    write([Styled("L1", items, "train", gender="women")], looks)
    draw_pairs(tmp_path / "out", 1, 3, FIGURES, looks, jobs=1)
    line = json.loads((tmp_path / "out" / "pairs.jsonl").read_text())
    picture = Image.open(tmp_path / "out" / line["picture"])
    worn = np.asarray(Image.open(tmp_path / "out" / line["worn"]))
    assert picture.size == worn.shape[::-1]
    assert picture.mode == "RGBA"
    assert set(np.unique(worn)) == {0, 1, 2}
    assert tuple(line["items"]) == items
    with pytest.raises(CatalogError, match="no looks of the split"):
        draw_pairs(tmp_path / "out", 1, 3, FIGURES, looks, split="test", jobs=1)


def test_what_may_be_tucked():
    assert may_tuck([of_type("shirt"), of_type("chinos")])
    assert not may_tuck([of_type("shirt")])
    assert not may_tuck([of_type("t-shirt", length="cropped"), of_type("chinos")])
