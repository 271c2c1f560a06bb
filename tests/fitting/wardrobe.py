"""A T-shirt, trousers and shoes drawn with rectangles, and a figure as if it were photographed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from demo.catalog.shapes import MAP_SIZE, PARTS, Shape
from demo.fitting.figures import Figure
from demo.fitting.subject import Subject, of_figure, of_photo
from demo.models.parser import LOWER, UPPER
from demo.models.pose import JOINTS
from demo.types import Product

FIGURES = Path(__file__).resolve().parents[2] / "assets" / "figures"
RED, BLUE, GREEN = (200, 30, 40), (30, 60, 190), (20, 150, 70)
GREY = 208
"""the wall behind the photographed figure"""


def _shape(
    boxes: dict[str, tuple[int, int, int, int]], marks: dict[str, tuple[float, float]]
) -> Shape:
    """boxes: part -> x0, y0, x1, y1 in cells of the map."""
    parts = np.zeros(MAP_SIZE[::-1], np.uint8)
    for name, (x0, y0, x1, y1) in boxes.items():
        parts[y0:y1, x0:x1] = PARTS.index(name)
    return Shape({n: (x / MAP_SIZE[0], y / MAP_SIZE[1]) for n, (x, y) in marks.items()}, parts)


SHIRT = _shape(
    {
        "body": (18, 15, 42, 60), "sleeve_left": (42, 16, 53, 30), "sleeve_right": (7, 16, 18, 30),
        "inside": (25, 13, 35, 15), "collar": (25, 15, 35, 17),
    },
    {
        "neck_left": (35, 15), "neck_right": (25, 15), "collar": (30, 17), "shoulder_left": (42, 16),
        "shoulder_right": (18, 16), "armpit_left": (42, 30), "armpit_right": (18, 30),
        "cuff_outer_left": (53, 26), "cuff_inner_left": (46, 30), "cuff_outer_right": (7, 26),
        "cuff_inner_right": (14, 30), "waist_left": (42, 45), "waist_right": (18, 45),
        "hem_left": (42, 60), "hem_right": (18, 60), "hem": (30, 60),
    },
)  # fmt: skip
TROUSERS = _shape(
    {"leg_left": (30, 6, 41, 70), "leg_right": (19, 6, 30, 70), "waistband": (19, 3, 41, 6)},
    {
        "waist_left": (41, 3), "waist_right": (19, 3), "hip_left": (41, 14), "hip_right": (19, 14),
        "crotch": (30, 20), "knee_outer_left": (41, 44), "knee_inner_left": (31, 44),
        "knee_outer_right": (19, 44), "knee_inner_right": (29, 44), "cuff_outer_left": (41, 70),
        "cuff_inner_left": (31, 70), "cuff_outer_right": (19, 70), "cuff_inner_right": (29, 70),
    },
)  # fmt: skip
SHAPES = {"shirt": SHIRT, "jacket": SHIRT, "trousers": TROUSERS}


def picture(shape: Shape, colour: tuple[int, int, int]) -> Image.Image:
    """The shape in one colour, RGBA 480 × 600."""
    cover = np.kron(shape.parts > 0, np.ones((8, 8))).astype(np.uint8)
    return Image.fromarray(np.dstack([np.full((*cover.shape, 3), colour, np.uint8), cover * 255]))


def product(sku: str, category: str, folder: Path, colour: tuple[int, int, int]) -> Product:
    """A product whose picture lies in the folder."""
    path = folder / f"{sku}.png"
    picture(SHAPES[sku], colour).save(path)
    return Product(sku, sku.title(), path, attributes={"category": category, "fit": "regular"})


def photographed(figure: Figure) -> Subject:
    """The figure in a blue top and green trousers before a grey wall, measured as a photo is."""
    rgba = np.asarray(figure.picture()).astype(float)
    own = of_figure(figure)
    labels = own.labels.copy()
    rows = np.arange(1280)[:, None]
    trunk = labels == 8
    labels[trunk] = np.where(rows < figure.joints["waist"][1] + 60, UPPER, LOWER).repeat(640, 1)[
        trunk
    ]
    thighs = (labels == 4) & (rows < figure.joints["knee_left"][1])
    labels[thighs] = LOWER
    photo = rgba[..., :3] * (rgba[..., 3:] / 255) + GREY * (1 - rgba[..., 3:] / 255)
    photo[labels == UPPER], photo[labels == LOWER] = BLUE, GREEN
    return of_photo(photo.astype(np.uint8), labels, *joints_of(figure))


def joints_of(figure: Figure) -> tuple[np.ndarray, np.ndarray]:
    """The figure's joints as a pose network would give them."""
    at = figure.joints
    chin, top = np.array(at["chin"]), np.array(at["head_top"])
    points = np.zeros((len(JOINTS), 2))
    for i, name in enumerate(JOINTS):
        side, _, rest = name.partition("_")
        sign = 1 if "left" in name else -1
        if rest in ("pinky", "index", "thumb"):
            points[i] = at[f"fingertip_{side}"]
        elif rest == "foot_index":
            points[i] = at[f"toe_{side}"]
        elif f"{rest}_{side}" in at:
            points[i] = at[f"{rest}_{side}"]
        elif name.startswith("mouth"):
            points[i] = chin + 0.22 * (top - chin) + [10 * sign, 0]
        elif name == "nose":
            points[i] = chin + 0.38 * (top - chin)
        else:  # eyes and ears
            points[i] = chin + 0.5 * (top - chin) + [sign * (40 if "ear" in name else 15), 0]
    return points, np.ones(len(JOINTS))
