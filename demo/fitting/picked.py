"""The garments that somebody wears in a photo, each cut out and laid on white, as a catalogue shows them.

Knows a photo and its label map; it does not know products, the search or the page. A photo that shows
nobody has no garments in this sense: it goes to the search as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import cv2
import numpy as np
from PIL import Image

from demo.fitting.parsing import Parse
from demo.models.parser import FACE, HAIR, LOWER, SHOES, UPPER

Region = Literal["upper", "lower", "shoes"]
REGIONS: Final[dict[Region, int]] = {"upper": UPPER, "lower": LOWER, "shoes": SHOES}
"""in the order in which they are offered; a dress counts as upper"""
LEAST: Final[dict[Region, float]] = {"upper": 0.012, "lower": 0.012, "shoes": 0.002}
"""least share of the photo that a garment covers: less is a scrap at its edge"""
LEAST_SIDE: Final = 40
"""least pixels of the shorter side: less is too little to tell what it is"""
HEAD: Final = 0.8
"""share of the face's joints that must lie on hair or skin: joints are also seen in empty clothes"""
MARGIN: Final = 0.06
"""white around a garment, in its longer side"""
FACE_JOINTS: Final = 11
"""the first joints of a pose: nose, eyes, ears, mouth"""
STRAY: Final = 0.12
"""pieces of a region smaller than this share of its largest are not the garment"""


@dataclass(frozen=True)
class Picked:
    """One garment of a photo."""

    region: Region
    picture: Image.Image
    """RGB, the garment on white"""


def garments(photo: Image.Image, parse: Parse) -> tuple[Picked, ...]:
    """What the largest person of an RGB photo wears; empty when nobody's face is in it.

    `parse` is of the photo's size.
    """
    if not _shows_somebody(parse):
        return ()
    pixels = np.asarray(photo)
    found = []
    for region, label in REGIONS.items():
        mask = _whole(parse.labels == label)
        if mask.mean() < LEAST[region]:
            continue
        cut = _on_white(pixels, mask)
        if min(cut.size) >= LEAST_SIDE:
            found.append(Picked(region, cut))
    return tuple(found)


def _shows_somebody(parse: Parse) -> bool:
    if not parse.poses:
        return False
    height, width = parse.labels.shape
    points = parse.poses[0].points[:FACE_JOINTS].round().astype(int)  # [11, 2] x and y
    inside = ((points >= 0) & (points < (width, height))).all(1)
    there = parse.labels[points[inside, 1], points[inside, 0]]
    return np.count_nonzero(np.isin(there, (HAIR, FACE))) >= HEAD * FACE_JOINTS


def _whole(mask: np.ndarray) -> np.ndarray:
    """[h, w] bool: the mask without crumbs and without what lies far above or below the rest of it.

    Both shoes, both trouser legs and both halves of an open jacket stay, for they hang side by side.
    """
    count, areas, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count <= 2:
        return mask
    sizes = stats[:, cv2.CC_STAT_AREA]
    top = stats[:, cv2.CC_STAT_TOP]
    bottom = top + stats[:, cv2.CC_STAT_HEIGHT]
    largest = 1 + int(sizes[1:].argmax())
    beside = (top < bottom[largest]) & (bottom > top[largest])
    return ((sizes >= STRAY * sizes[largest]) & beside)[areas] & mask


def _on_white(pixels: np.ndarray, mask: np.ndarray) -> Image.Image:
    """The garment in its box with a margin; its edge is softened by about a pixel."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    opacity = cv2.GaussianBlur(mask[box].astype(np.float32), (0, 0), 0.8)[..., None]  # [h, w, 1]
    cut = pixels[box] * opacity + 255 * (1 - opacity)
    margin = round(MARGIN * max(cut.shape[:2]))
    padded = np.pad(cut, ((margin, margin), (margin, margin), (0, 0)), constant_values=255)
    return Image.fromarray(padded.round().astype(np.uint8))
