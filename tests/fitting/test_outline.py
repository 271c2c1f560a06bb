"""What is read off a product's picture alone: its cut-out, and landmarks from the silhouette."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from fitting import wardrobe
from PIL import Image

from demo.catalog.shapes import KIND_OF, load_shapes
from demo.errors import PictureError
from demo.fitting.garments import read_garment
from demo.fitting.outline import Outlines, cut_out
from demo.training.data import split_of
from demo.types import Product

CATALOG = Path(__file__).resolve().parents[2] / "catalog"


def _on_white(picture: Image.Image) -> Image.Image:
    page = Image.new("RGB", picture.size, (250, 250, 250))
    page.paste(picture, mask=picture.getchannel("A"))
    return page


def test_a_garment_before_white_is_cut_out_like_one_with_transparency():
    clear = wardrobe.picture(wardrobe.SHIRT, wardrobe.RED)
    found = cut_out(_on_white(clear))[..., 3] > 127
    truth = np.asarray(clear)[..., 3] > 127
    assert (found & truth).sum() / (found | truth).sum() > 0.985


def test_other_sizes_are_brought_to_the_studios_without_stretching():
    tall = wardrobe.picture(wardrobe.SHIRT, wardrobe.RED).resize((960, 1200))
    wide = Image.new("RGBA", (1500, 1200))
    wide.paste(tall, (270, 0))
    cover = cut_out(wide)[..., 3] > 127
    columns, rows = np.flatnonzero(cover.any(0)), np.flatnonzero(cover.any(1))
    own = np.asarray(tall)[..., 3] > 127
    aspect = np.ptp(np.flatnonzero(own.any(0))) / np.ptp(np.flatnonzero(own.any(1)))
    assert cover.shape == (600, 480)
    assert np.ptp(columns) / np.ptp(rows) == pytest.approx(aspect, rel=0.02)


def test_an_empty_picture_is_refused():
    with pytest.raises(PictureError, match="No garment stands out"):
        cut_out(Image.new("RGB", (300, 300), "white"))


def test_a_foreign_picture_gets_the_landmarks_of_the_nearest_outline():
    outlines = Outlines(wardrobe.SHAPES)
    picture = _on_white(wardrobe.picture(wardrobe.TROUSERS, wardrobe.BLUE))
    goods = Product("x", "Trousers", Path("x"), attributes={"category": "trousers"})
    garment = read_garment(goods, picture, None, outlines)
    x, y = garment.landmarks["crotch"]
    u, v = wardrobe.TROUSERS.landmarks["crotch"]
    assert (x / 512, y / 640) == pytest.approx((u, v), abs=0.02)
    assert garment.has("leg_left")
    assert garment.has("waistband")


def test_without_the_studios_shapes_the_way_out_is_said():
    goods = Product("x", "Trousers", Path("x"), attributes={"category": "trousers"})
    with pytest.raises(PictureError, match="studio build"):
        read_garment(goods, wardrobe.picture(wardrobe.TROUSERS, wardrobe.RED), None, Outlines({}))


@pytest.mark.weights
def test_landmarks_of_designs_never_seen_are_found():
    """Test designs' landmarks from all others' outlines: median error as a share of the width."""
    shapes = load_shapes(CATALOG / "shapes.npz")
    with (CATALOG / "products.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["sku"]: row for row in csv.DictReader(file)}
    unseen = [sku for sku in sorted(shapes) if split_of(rows[sku]["family"]) == "test"]
    outlines = Outlines({s: shape for s, shape in shapes.items() if s not in set(unseen)})
    errors = {"upper": [], "legs": [], "skirt": [], "shoe": []}
    for sku in unseen[::6]:
        kind = KIND_OF[rows[sku]["category"]]
        if kind not in errors:
            continue
        cover = cut_out(Image.open(CATALOG / rows[sku]["image"]))[..., 3]
        found = outlines.read(cover, rows[sku]["category"]).landmarks
        for name, (x, y) in shapes[sku].landmarks.items():
            if name in found:
                errors[kind].append(np.hypot(found[name][0] - x, 1.25 * (found[name][1] - y)))
    assert {
        kind: float(np.median(found)) < 0.03 for kind, found in errors.items()
    } == dict.fromkeys(errors, True)
