"""Filling holes in pictures: smooth spread from what is known, and cloth mirrored upwards. Knows no body."""

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
        filled = cv2.resize(filled, weight.shape[::-1], interpolation=cv2.INTER_LINEAR)
        share = np.clip(weight, 0, 1)[..., None]
        own = colour / (weight[..., None] + 1e-4)
        filled = np.where(share > 1e-3, own * share + filled * (1 - share), filled)
    if filled.shape == picture.shape:
        return filled
    return cv2.resize(filled, known.shape[::-1], interpolation=cv2.INTER_LINEAR)


def carry_up(picture: np.ndarray, cloth: np.ndarray) -> np.ndarray:
    """The picture [h, w, 3] with the cloth [h, w] mirrored upwards at its upper edge, column by column.

    Columns without cloth, and what lies further up than it is tall, are filled smoothly.
    """
    height, width = cloth.shape
    first = np.where(cloth.any(0), np.argmax(cloth, 0), -1)
    known = np.flatnonzero(first >= 0)
    if not len(known):
        return picture
    edge = np.interp(np.arange(width), known, first[known])
    edge = cv2.GaussianBlur(edge.astype(F32)[None], (0, 0), 3)[0]
    y, x = np.mgrid[0:height, 0:width].astype(F32)
    mirrored = np.where(y < edge, 2 * edge - y + 2, y).astype(F32)
    filled = spread(picture, cloth)
    source = np.where(cloth[..., None], picture, filled).astype(F32)
    deep = cv2.remap(cloth.astype(F32), x, mirrored, cv2.INTER_NEAREST, borderValue=0)
    up = cv2.remap(source, x, mirrored, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.where((deep > 0.5)[..., None], up, filled)
