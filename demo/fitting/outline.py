"""A garment's landmarks and parts read off its silhouette, for pictures that nobody has labelled.

Knows outlines, no cloth: the studio's garment whose silhouette is nearest lends what is known of it.
A picture of clothes laid flat or hung is read well; one on a person is not.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
from PIL import Image

from demo.catalog.shapes import KIND_OF, MAP_SIZE, Shape
from demo.errors import PictureError

PICTURE = (480, 600)
"""width and height that every product's picture is brought to: the studio's own"""
GRID = (24, 30)
"""columns and rows in which two silhouettes are compared"""
ASPECT = 0.15
"""what a difference of proportions counts beside one of outlines"""
ON_EDGE = ("shoulder", "cuff", "hem_", "waist_", "hip_", "knee_outer", "toe", "heel")
"""landmarks that lie on the contour"""
SNAP = 0.06
"""how far they are moved to it at most, as a share of the picture's width"""
GROUND = 10.0
"""distance (CIELAB) from the ground's colour up to which a pixel is ground"""


def cut_out(picture: Image.Image) -> np.ndarray:
    """A product's picture at `PICTURE`'s size, straight-alpha uint8 [600, 480, 4].

    Without transparency of its own the ground is what has the border's colour and touches the border.
    Raises PictureError when nothing stands out from the ground.
    """
    rgba = np.asarray(picture.convert("RGBA"))
    if rgba[..., 3].min() > 250:
        rgba = np.dstack([rgba[..., :3], _cover(rgba[..., :3])])
    if rgba[..., 3].max() < 128:
        raise PictureError(
            "No garment stands out in the product's picture. Use one before a plain ground."
        )
    height, width = rgba.shape[:2]
    if (width, height) == PICTURE:
        return rgba
    zoom = min(PICTURE[0] / width, PICTURE[1] / height)
    clear = np.dstack([rgba[..., :3].astype(np.float32) * (rgba[..., 3:] / 255), rgba[..., 3]])
    size = (max(1, round(width * zoom)), max(1, round(height * zoom)))
    small = cv2.resize(
        clear.astype(np.float32), size,
        interpolation=cv2.INTER_AREA if zoom < 1 else cv2.INTER_CUBIC,
    )  # fmt: skip
    left, top = (PICTURE[0] - size[0]) // 2, (PICTURE[1] - size[1]) // 2
    placed = np.zeros((PICTURE[1], PICTURE[0], 4), np.float32)
    placed[top : top + size[1], left : left + size[0]] = small
    straight = placed[..., :3] / np.maximum(placed[..., 3:] / 255, 1e-3)
    return np.clip(np.dstack([straight, placed[..., 3]]) + 0.5, 0, 255).astype(np.uint8)


def _cover(rgb: np.ndarray) -> np.ndarray:
    """Coverage of what stands before a plain ground, uint8 [h, w]."""
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    rim = np.concatenate(
        [lab[:4].reshape(-1, 3), lab[:, :4].reshape(-1, 3), lab[:, -4:].reshape(-1, 3)]
    )
    away = np.linalg.norm(lab - np.median(rim, 0), axis=-1)
    plain = (away < GROUND).astype(np.uint8)
    _, areas = cv2.connectedComponents(plain, connectivity=4)
    edge = np.concatenate([areas[0], areas[-1], areas[:, 0], areas[:, -1]])
    ground = np.isin(areas, np.unique(edge[edge > 0])) & (plain > 0)
    thing = cv2.morphologyEx((~ground).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3)))
    return (cv2.GaussianBlur(thing.astype(np.float32), (0, 0), 0.8) * 255).astype(np.uint8)


class Outlines:
    """The studio's own garments by their silhouettes: the nearest lends its landmarks and parts.

    Both are fitted to the picture's own box, and landmarks on the edge are moved to its contour.
    """

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        """shapes: of the studio's products, by SKU."""
        self._shapes = list(shapes.values())
        self._kinds = np.array([_kind(shape) for shape in self._shapes])
        seen = [_silhouette(shape.parts > 0) for shape in self._shapes]
        self._masks = np.stack([mask for mask, _ in seen]) if seen else np.zeros((0, *GRID[::-1]))
        self._aspects = np.array([aspect for _, aspect in seen])

    def read(self, cover: np.ndarray, category: str) -> Shape:
        """Landmarks and parts of a garment of this category.

        cover: uint8 [600, 480]. Raises PictureError when the studio has nothing of this kind.
        """
        mask, aspect = _silhouette(cover > 127)
        own = np.flatnonzero(self._kinds == KIND_OF[category])
        if not len(own):
            raise PictureError(
                f"The shop cannot tell where the {category} in this picture have their seams: "
                "catalog/shapes.npz is missing. Draw it with `python -m demo studio build`."
            )
        away = ((self._masks[own] - mask) ** 2).mean((1, 2))
        away += ASPECT * (self._aspects[own] - aspect) ** 2
        return _fitted(self._shapes[own[away.argmin()]], cover)


def _kind(shape: Shape) -> str:
    """The kind of garment, by the landmarks that only it has."""
    telling = {"crotch": "legs", "armpit_left": "upper", "toe": "shoe", "bag_top": "bag",
               "crown_top": "hat"}  # fmt: skip
    return next((kind for name, kind in telling.items() if name in shape.landmarks), "skirt")


def _box(mask: np.ndarray) -> tuple[int, int, int, int]:
    """x0, y0, x1, y1 of what is covered."""
    columns, rows = np.flatnonzero(mask.any(0)), np.flatnonzero(mask.any(1))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _silhouette(mask: np.ndarray) -> tuple[np.ndarray, float]:
    """The mask's content at `GRID`'s size, 0..1, and the logarithm of its width by its height."""
    x0, y0, x1, y1 = _box(mask)
    own = mask[y0:y1, x0:x1].astype(np.float32)
    return cv2.resize(own, GRID, interpolation=cv2.INTER_AREA), float(np.log((x1 - x0) / (y1 - y0)))


def _fitted(shape: Shape, cover: np.ndarray) -> Shape:
    """Another garment's shape, stretched to the box of this one and moved to its contour."""
    mask = cover > 127
    x0, y0, x1, y1 = (k / size for k, size in zip(_box(mask), (*PICTURE, *PICTURE), strict=True))
    u0, v0, u1, v1 = (
        k / size for k, size in zip(_box(shape.parts > 0), (*MAP_SIZE, *MAP_SIZE), strict=True)
    )
    wide, tall = (x1 - x0) / (u1 - u0), (y1 - y0) / (v1 - v0)
    moved = {
        name: (x0 + (u - u0) * wide, y0 + (v - v0) * tall)
        for name, (u, v) in shape.landmarks.items()
    }
    fixed = np.array([
        [wide, 0, (x0 - u0 * wide) * MAP_SIZE[0]], [0, tall, (y0 - v0 * tall) * MAP_SIZE[1]],
    ])  # fmt: skip
    parts = cv2.warpAffine(shape.parts, fixed, MAP_SIZE, flags=cv2.INTER_NEAREST)
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    edge = np.concatenate(contours)[:, 0].astype(float) / PICTURE
    for name, place in moved.items():
        if name.startswith(ON_EDGE):
            away = np.hypot(*((edge - place) * [1.0, PICTURE[1] / PICTURE[0]]).T)
            if away.min() < SNAP:
                moved[name] = (float(edge[away.argmin()][0]), float(edge[away.argmin()][1]))
    return Shape(moved, parts)
