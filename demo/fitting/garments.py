"""A product's picture as something to put on: cut-out, map of parts, landmarks. Knows no body.

The studio's own products bring map and landmarks (`catalog/shapes.npz`); for any other picture before a
plain ground both are read off its outline. World units are the studio's: the picture's width is 512.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import cv2
import numpy as np
from PIL import Image

from demo.catalog.shapes import KIND_OF, PARTS, Shape
from demo.errors import PictureError
from demo.fitting.outline import PICTURE, Outlines, cut_out
from demo.fitting.tones import distance, lab_of, main_colours
from demo.studio.canvas import F32, H, S, W
from demo.types import Product

UNIT: Final = W / PICTURE[0]
"""world units a pixel"""
SEAM: Final = 3
"""pixels by which a part goes on under its neighbours, so that no slit opens between them"""
REACH: Final = 7
"""pixels within which a part's border may move to an edge of the picture: about a cell of its map"""
STRAP: Final = 29
"""pixels across from which cloth above a neckline is no strap"""
RIB: Final = 9
"""pixels across over which the border of the inside is evened out"""
TIP: Final = 60
"""pixels below the inside of a jacket in which the tip of its opening may show the same lining"""
LINING: Final = 0.5
"""how much nearer to the lining's colour than to the cloth's the tip is"""
OTHER: Final = 6.0
"""distance of colours (CIELAB, lightness counted at 0.3) from which a lining is of its own colour"""
BEHIND: Final = 0.25
"""share of a strap's half that the map must say is inside before all of it is"""
EDGE: Final = 0.03
"""contrast (0..1) from which an edge draws a border"""
PATTERN: Final = 0.14
"""contrast (0..1) within a part from which its cloth has a pattern"""


@dataclass(frozen=True)
class Garment:
    """One product, flat."""

    sku: str
    category: str
    """the shop's word: tops, knitwear, outerwear, dresses, skirts, trousers, shorts, shoes, bags, hats"""
    type: str
    fit: str
    length: str
    closure: str
    picture: np.ndarray
    """straight-alpha uint8 [600, 480, 4]"""
    labels: np.ndarray
    """part at each pixel, uint8 [600, 480], indices of `demo.catalog.shapes.PARTS`"""
    landmarks: dict[str, tuple[float, float]]
    """name -> (x, y), world units"""

    @property
    def kind(self) -> str:
        return KIND_OF[self.category]

    @cached_property
    def parts(self) -> np.ndarray:
        """`labels` as the studio's maps read them: `S` samples a world unit, uint8 [H * S, W * S]."""
        return cv2.resize(self.labels, (W * S, H * S), interpolation=cv2.INTER_NEAREST)

    @cached_property
    def alpha(self) -> np.ndarray:
        """Coverage 0..1, as large as `parts`."""
        return cv2.resize(self.picture[..., 3], (W * S, H * S)).astype(F32) / 255

    def is_open(self) -> bool:
        """Whether what is worn below shows between its front edges."""
        return self.category == "outerwear" or self.type == "cardigan"

    def has(self, part: str) -> bool:
        """Whether at least a few pixels of a part are seen."""
        return int((self.labels == PARTS.index(part)).sum()) > 60

    def sheet(
        self, parts: tuple[str, ...], under: tuple[str, ...] = (), by: int = SEAM,
        around: str = "",
    ) -> np.ndarray:  # fmt: skip
        """The picture of some parts alone, premultiplied float [600, 480, 4], 0..1.

        They go on for `by` pixels where the parts `under` begin, in their own colours; with `around`
        only close to that landmark.
        """
        own = np.isin(self.labels, [PARTS.index(part) for part in parts])
        cover = self.picture[..., 3].astype(F32) / 255
        if not own.any():
            return np.zeros((*cover.shape, 4), F32)
        colour = self.picture[..., :3].astype(F32) / 255
        wide = own
        if under:
            below = np.isin(self.labels, [PARTS.index(part) for part in under])
            grown = cv2.dilate(own.astype(np.uint8), _disc(by)) > 0
            if around in self.landmarks:
                x, y = (round(k / UNIT) for k in self.landmarks[around])
                near = np.zeros(own.shape, np.uint8)
                cv2.circle(near, (x, y), 2 * by, 1, -1)
                grown &= near > 0
            wide = own | (grown & below)
            colour = _carried_on(colour, own & (cover > 0.9), wide & ~own)
        soft = cv2.GaussianBlur(wide.astype(F32), (0, 0), 0.7) * cover
        return np.dstack([colour * soft[..., None], soft])


def read_garment(
    product: Product, picture: Image.Image, shape: Shape | None, outlines: Outlines
) -> Garment:
    """What `picture` shows of `product`, ready to be put on.

    shape: what the studio knows of it, when the picture is the studio's; else `outlines` tell.
    Raises PictureError when the category cannot be worn or nothing stands out from the ground.
    """
    category = product.get("category")
    if category not in KIND_OF:
        raise PictureError(
            f"{product.title} cannot be tried on: its category is {category or 'not given'}. "
            "Choose clothes, shoes, a bag or a hat."
        )
    rgba = cut_out(picture)
    if shape is None:
        shape = outlines.read(rgba[..., 3], category)
    labels = _full_labels(shape.parts, rgba)
    if category == "outerwear":
        labels = _with_lining(labels, rgba)
    return Garment(
        sku=product.sku,
        category=category,
        type=product.get("type"),
        fit=product.get("fit"),
        length=product.get("length"),
        closure=product.get("closure"),
        picture=rgba,
        labels=_with_straps(labels),
        landmarks={n: (x * W, y * H) for n, (x, y) in shape.landmarks.items()},
    )


def _full_labels(parts: np.ndarray, rgba: np.ndarray) -> np.ndarray:
    """A coarse part map at the picture's size: every covered pixel in some part, borders on its edges.

    The parts' shares are smoothed along the picture's own edges by a guided filter (He et al. 2010).
    """
    used = [int(label) for label in np.unique(parts) if label]
    cover = rgba[..., 3]
    if len(used) < 2:
        return np.where(cover > 8, used[0] if used else 0, 0).astype(np.uint8)
    guide = cv2.cvtColor(rgba[..., :3], cv2.COLOR_RGB2GRAY).astype(F32) / 255
    guide = np.where(cover > 8, guide, 0.5).astype(F32)
    mean = _mean(guide)
    spread = _mean(guide * guide) - mean * mean
    planes = []
    for label in used:  # beyond a part's cells its share falls off slowly, so that rims find theirs
        cells = (parts == label).astype(F32)
        far = cv2.distanceTransform((cells == 0).astype(np.uint8), cv2.DIST_L2, 3)
        plane = cv2.GaussianBlur(cells, (0, 0), 0.6) - 0.05 * far
        plane = cv2.resize(plane, cover.shape[::-1], interpolation=cv2.INTER_LINEAR)
        own = _mean(plane)
        inner = cv2.resize(cells, cover.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0
        contrast = float(guide[inner & (cover > 8)].std()) if (inner & (cover > 8)).any() else 0.0
        edge = contrast if contrast > PATTERN else EDGE  # a pattern's edges are no borders
        slope = (_mean(guide * plane) - mean * own) / (spread + edge**2)
        planes.append(_mean(slope) * guide + _mean(own - slope * mean))
    if PARTS.index("inside") in used:  # ribs nibble at no neckline
        own = used.index(PARTS.index("inside"))
        inside = (np.argmax(planes, 0) == own).astype(np.uint8)
        planes[own] = np.where(cv2.medianBlur(inside, RIB) > 0, np.inf, -np.inf)
    labels = np.array(used, np.uint8)[np.argmax(planes, 0)]
    return np.where(cover > 8, labels, 0).astype(np.uint8)


def _with_lining(labels: np.ndarray, rgba: np.ndarray) -> np.ndarray:
    """The inside down to the tip of the opening, where its lining's colour tells, uint8 [h, w].

    The tip is narrower than a cell of the map and would lie on the body as a scrap.
    """
    inside = labels == PARTS.index("inside")
    inside[len(inside) // 2 :] = False  # the back below a hem is no opening
    if np.count_nonzero(inside) < 200:
        return labels
    x, y, wide, high = cv2.boundingRect(inside.astype(np.uint8))
    box = np.s_[y : y + high + TIP, max(0, x - REACH) : x + wide + REACH]
    lab = lab_of(np.ascontiguousarray(rgba[box][..., :3]))
    front = np.isin(labels[box], [PARTS.index(part) for part in ("body", "collar")])
    front &= rgba[box][..., 3] > 128
    apart = front & (cv2.dilate(inside[box].astype(np.uint8), _disc(REACH)) == 0)
    cloths = [apart & (labels[box] == PARTS.index(part)) for part in ("body", "collar")]
    cloths = [cloth for cloth in cloths if np.count_nonzero(cloth) > 200]
    if not cloths:
        return labels
    lining = distance(lab, main_colours(lab[inside[box]]))
    outer = np.min([distance(lab, main_colours(lab[cloth])) for cloth in cloths], 0)
    if np.median(outer[inside[box]]) < OTHER:
        return labels
    tip = front & (lining < LINING * outer)
    tip[: high // 2] = False
    tip = cv2.morphologyEx((tip | inside[box]).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3)))
    _, areas = cv2.connectedComponents(tip)
    own = np.isin(areas, np.unique(areas[inside[box] & (tip > 0)])) & (tip > 0)
    labels = labels.copy()
    labels[box][own & front] = PARTS.index("inside")
    return labels


def _with_straps(labels: np.ndarray) -> np.ndarray:
    """Thin straps in the body where they are in front, inside where they go on behind.

    A strap is seen twice where it turns over the shoulder: the half that is further out is in front.
    """
    inside, body = PARTS.index("inside"), PARTS.index("body")
    covered = (labels > 0).astype(np.uint8)
    wide = cv2.morphologyEx(covered, cv2.MORPH_OPEN, np.ones((1, STRAP), np.uint8)) > 0
    thin = np.isin(labels, (inside, body)) & ~wide
    if not (thin & (labels == inside)).any():
        return labels
    columns = np.flatnonzero(covered.any(0))
    middle = (columns[0] + columns[-1]) // 2
    clad = covered > 0
    left, right = _first_runs(clad[:, :middle]), _first_runs(clad[:, middle:][:, ::-1])[:, ::-1]
    outer = np.hstack([left, right]) & thin
    inner = thin & ~outer  # each strap's other half, down to where it meets the body
    count, pieces = cv2.connectedComponents(inner.astype(np.uint8))
    area, lined = (
        np.bincount(pieces[k], minlength=count) for k in (inner, inner & (labels == inside))
    )
    is_back = inner & (lined > BEHIND * area)[pieces]
    return np.where(is_back, inside, np.where(outer, body, labels)).astype(np.uint8)


def _first_runs(mask: np.ndarray) -> np.ndarray:
    """Each row's first run of a mask, bool [h, w]."""
    ended = np.cumsum(mask[:, :-1] & ~mask[:, 1:], 1) > 0
    return mask & ~np.pad(ended, ((0, 0), (1, 0)))


def _mean(values: np.ndarray) -> np.ndarray:
    return cv2.blur(values, (2 * REACH + 1, 2 * REACH + 1))


def _disc(radius: int) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))


def _carried_on(colour: np.ndarray, known: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The colours with those of the nearest `known` pixel where they are `wanted`."""
    if not known.any() or not wanted.any():
        return colour
    _, nearest = cv2.distanceTransformWithLabels(
        (~known).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    rows, columns = np.nonzero(known)
    place = np.zeros(nearest.max() + 1, np.int64)
    place[nearest[known]] = rows * colour.shape[1] + columns
    filled = colour.copy()
    filled[wanted] = colour.reshape(-1, 3)[place[nearest[wanted]]]
    return filled
