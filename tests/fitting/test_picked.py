"""Garments of a photo: cut out on white where somebody wears them, none where a thing lies alone."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from demo.catalog.pictures import open_picture
from demo.fitting.parsing import Parse
from demo.fitting.picked import garments
from demo.models.parser import FACE, LOWER, SHOES, UPPER
from demo.models.pose import Pose
from demo.settings import Settings
from demo.shop import Shop

GREY, RED, BLUE, BLACK = (128,) * 3, (200, 30, 30), (30, 30, 200), (10, 10, 10)
BANDS = {
    FACE: (0, 60, GREY),
    UPPER: (60, 180, RED),
    LOWER: (180, 320, BLUE),
    SHOES: (340, 390, BLACK),
}


def photo_of(classes: tuple[int, ...]) -> tuple[Image.Image, np.ndarray]:
    """400 × 300 pixels with a band for each class in the middle, and its label map."""
    pixels, labels = np.full((400, 300, 3), 240, np.uint8), np.zeros((400, 300), np.uint8)
    for name in classes:
        top, bottom, colour = BANDS[name]
        pixels[top:bottom, 100:200], labels[top:bottom, 100:200] = colour, name
    return Image.fromarray(pixels), labels


def somebody(y: float = 30.0) -> Pose:
    """A pose whose face lies at this height, in the middle."""
    points = np.full((33, 2), (150.0, 200.0), np.float32)
    points[:11] = (150.0, y)
    pose = object.__new__(Pose)
    object.__setattr__(pose, "points", points)
    return pose


def test_each_garment_lies_on_white() -> None:
    photo, labels = photo_of((FACE, UPPER, LOWER, SHOES))
    found = garments(photo, Parse(labels, (somebody(),)))
    assert [piece.region for piece in found] == ["upper", "lower", "shoes"]
    upper = np.asarray(found[0].picture)
    assert upper.shape[0] == 120 + 2 * round(0.06 * 120)
    assert tuple(upper[60, 50]) == RED
    assert (upper[:4] == 255).all()
    assert not (upper == BLUE).all(-1).any()


def test_nobody_wears_what_lies_alone() -> None:
    photo, labels = photo_of((UPPER, LOWER))
    assert garments(photo, Parse(labels, ())) == ()
    assert garments(photo, Parse(labels, (somebody(),))) == ()  # joints seen in empty clothes
    photo, labels = photo_of((FACE, UPPER))
    assert garments(photo, Parse(labels, (somebody(y=-50.0),))) == ()


@pytest.mark.parametrize("rows", [(2, 30), (0, 55)])
def test_what_lies_far_from_a_garment_is_not_part_of_it(rows: tuple[int, int]) -> None:
    photo, labels = photo_of((FACE, LOWER, SHOES))
    labels[rows[0] : rows[1], 20:60] = SHOES
    shoes = garments(photo, Parse(labels, (somebody(),)))[-1]
    assert shoes.picture.height < 80


def test_a_scrap_at_the_edge_is_no_garment() -> None:
    photo, labels = photo_of((FACE, UPPER))
    labels[398:, 100:200] = LOWER
    assert [p.region for p in garments(photo, Parse(labels, (somebody(),)))] == ["upper"]


@pytest.mark.weights
class TestEmbedded:
    """The shop's own networks on drawn people and on products that nobody wears."""

    @pytest.fixture(scope="class")
    def embedded(self) -> Shop:
        return Shop.open(Settings())

    def test_what_a_figure_wears_is_found_again(self, embedded: Shop) -> None:
        """A blouse and jeans, put on a figure: each cut out leads to its own kind of thing."""
        kinds = {"upper": ("shirt", "tops"), "lower": ("straight-jeans", "trousers")}
        worn = [
            next(p for p in embedded.catalogue.products if p.get("type") == kind).sku
            for kind, _ in kinds.values()
        ]
        person = Image.fromarray(embedded.fittings.try_on("ada", worn).picture, "RGBA")
        ground = Image.new("RGBA", person.size, (201, 206, 198, 255))
        found = embedded.picking.garments(Image.alpha_composite(ground, person).convert("RGB"))
        pieces = {piece.region: piece.picture for piece in found}
        for region, (_, category) in kinds.items():
            session = embedded.start(photo=pieces[region])  # type: ignore[index]
            best = [hit.product for hit in embedded.results(session, 10).hits]
            assert sum(p.get("category") == category for p in best) >= 7

    def test_nobody_is_seen_in_products(self, embedded: Shop) -> None:
        seen = 0
        for product in embedded.catalogue.products[::150]:
            picture = open_picture(product.image).convert("RGBA")
            ground = Image.new("RGBA", picture.size, (196, 205, 214, 255))
            photo = Image.alpha_composite(ground, picture).convert("RGB")
            seen += bool(embedded.picking.garments(photo))
        assert seen == 0
