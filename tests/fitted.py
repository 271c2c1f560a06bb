"""A fitting room without networks: it paints each piece as a band, and knows one photographed figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from demo.fitting.dressing import Fitting
from demo.fitting.figures import load_figures
from demo.fitting.parsing import Parse
from demo.fitting.subject import Subject
from demo.models.pose import Pose, Region
from demo.trying import FIGURES
from demo.types import Product
from tests.fitting.wardrobe import GREY, joints_of

BAND = 90
"""rows a piece takes, from row 300 on"""


class BandRoom:
    """Dresses by painting one band a piece, in a colour that its SKU decides."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.tucked = False
        self.recolour = False

    def dress(
        self, person: Subject, products: Sequence[Product], tucked: bool = False,
        with_stages: bool = False, tell: Callable[[str], None] = lambda stage: None,
        recolour: bool = False,
    ) -> Fitting:  # fmt: skip
        """As `FittingRoom.dress` would be called; remembers what was asked."""
        self.calls.append(tuple(product.sku for product in products))
        self.tucked, self.recolour = tucked, recolour
        picture = person.picture.copy()
        for stage in ("warp", "undress", "lay on"):
            tell(stage)
        for at, product in enumerate(products):
            band = np.s_[300 + BAND * at : 300 + BAND * (at + 1), 250:390]
            picture[band] = (*colour_of(product.sku), 255)
        return Fitting(picture, (), {"warp": 0.0, "undress": 0.0, "lay on": 0.0})


def colour_of(sku: str) -> tuple[int, int, int]:
    """The colour of a SKU's band."""
    red, green, blue = (40 + (hash_of(sku) >> shift) % 180 for shift in (0, 8, 16))
    return red, green, blue


def hash_of(sku: str) -> int:
    """The same on every run."""
    return sum((at + 3) * 7919 * ord(letter) for at, letter in enumerate(sku))


def photo_of(name: str = "ada") -> Image.Image:
    """A figure before a grey wall: no real person is in this project."""
    picture = load_figures(FIGURES)[name].picture()
    wall = Image.new("RGBA", picture.size, (GREY, GREY, GREY, 255))
    return Image.alpha_composite(wall, picture).convert("RGB")


def saved_photo(folder: Path, name: str = "ada") -> Path:
    """The same as a file."""
    path = folder / "me.png"
    photo_of(name).save(path)
    return path


def understands_ada(photo: np.ndarray) -> Parse:
    """The parse of `photo_of()`; nobody is found in any photo of another size."""
    from demo.fitting.subject import of_figure

    figure = load_figures(FIGURES)["ada"]
    if photo.shape[:2] != (1280, 640):
        return Parse(np.zeros(photo.shape[:2], np.uint8), ())
    points, seen = joints_of(figure)
    pose = Pose(points.astype(np.float32), seen, 1.0, Region(320, 640, 1280, 0.0))
    return Parse(of_figure(figure).labels, (pose,))
