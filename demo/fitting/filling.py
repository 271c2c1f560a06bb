"""Filling holes in pictures: smooth spread from what is known, cloth mirrored upwards. Knows no body."""

from __future__ import annotations

import cv2
import numpy as np

from demo.studio.canvas import F32

LARGE = 640
"""longest side, pixels, that is filled at full resolution"""


def spread(picture: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The picture [h, w, 3] with all that is not `known` [h, w] filled smoothly from what is.

    Pull and push over a pyramid (Gortler et al. 1996), on large pictures at half their size: what is
    filled is smooth anyway. Returns the picture itself when nothing is known.
    """
    if not known.any():
        return picture
    weight = known.astype(F32)
    colour = picture.astype(F32) * weight[..., None]
    while max(weight.shape) > LARGE:
        colour, weight = (
            cv2.resize(k, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            for k in (colour, weight)
        )
    levels = [(colour, weight)]
    while min(levels[-1][1].shape) > 4:
        colour, weight = levels[-1]
        levels.append((cv2.pyrDown(colour), cv2.pyrDown(weight)))
    filled = levels[-1][0] / (levels[-1][1][..., None] + 1e-4)
    for colour, weight in levels[-2::-1]:
        filled = cv2.pyrUp(filled, dstsize=weight.shape[::-1])
        share = np.clip(6 * weight, 0, 1)[..., None]  # saturated: no step beside what is known
        own = colour / (weight[..., None] + 1e-4)
        filled = np.where(share > 1e-3, own * share + filled * (1 - share), filled)
    if filled.shape == picture.shape:
        return filled
    return cv2.resize(filled, known.shape[::-1], interpolation=cv2.INTER_LINEAR)


def carry_up(picture: np.ndarray, cloth: np.ndarray) -> np.ndarray:
    """The picture [h, w, 3] with the cloth [h, w] mirrored upwards at its upper edge, column by column,

    again and again within what is cloth in nearly every column: no gap between two legs is mirrored.
    Columns without cloth are filled smoothly.
    """
    height, width = cloth.shape
    first = np.where(cloth.any(0), np.argmax(cloth, 0), -1)
    known = np.flatnonzero(first >= 0)
    if not len(known):
        return picture
    edge = np.interp(np.arange(width), known, first[known])
    edge = cv2.GaussianBlur(edge.astype(F32)[None], (0, 0), 3)[0]
    rows = np.arange(height)[:, None]
    ended = ~cloth & (rows > first[None]) & (first[None] >= 0)
    long = np.where(ended.any(0), np.argmax(ended, 0), height) - first
    deep = max(4.0, float(np.percentile(long[known], 15)) - 3)
    y, x = np.mgrid[0:height, 0:width].astype(F32)
    away = edge - y
    folded = deep - np.abs(np.mod(away, 2 * deep) - deep)
    mirrored = np.where(away > 0, edge + 2 + folded, y).astype(F32)
    source = np.where(cloth[..., None], picture, spread(picture, cloth)).astype(F32)
    return cv2.remap(source, x, mirrored, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def grown(mask: np.ndarray, by: int) -> np.ndarray:
    """A mask, bool [h, w], and all within so many pixels of it."""
    return cv2.dilate(mask.astype(np.uint8), _disc(by)) > 0


def shrunk(mask: np.ndarray, by: int) -> np.ndarray:
    """A mask, bool [h, w], without what is within so many pixels of its edge."""
    return cv2.erode(mask.astype(np.uint8), _disc(by)) > 0


def closed(mask: np.ndarray, by: int) -> np.ndarray:
    """A mask, bool [h, w], with the gaps that are narrower than twice so many pixels."""
    return shrunk(grown(mask, by), by)


def _disc(radius: int) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
