"""Trousers' cuffs over shoes that were taken for part of the shoe: their colour is the trousers'.

Knows the photo and its labels; neither measures nor garments.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.tones import distance, lab_of, main_colours
from demo.models.parser import LOWER, SHOES
from demo.studio.canvas import F32

REACH: Final = 0.12
"""how far below the trousers a cuff may lie on a shoe, in heights of the trousers"""
APART: Final = 12.0
"""how unlike trousers and shoes must be, as of `lab_of`, for a colour to tell"""
LIKE: Final = 0.7
"""distance from the trousers' colours, as a share of that from the shoes', up to which it is a cuff"""
GROWN: Final = 0.006
"""how far a cuff's soft edge reaches, in heights of the trousers"""


def with_cuffs(photo: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The labels with cuffs that lie on shoes as part of the trousers, uint8 [h, w].

    photo: RGB uint8 [h, w, 3]. Shoes of the trousers' colour stay as they are.
    """
    rows, shod = np.flatnonzero((labels == LOWER).any(1)), np.flatnonzero((labels == SHOES).any(1))
    if not len(rows) or not len(shod):
        return labels
    reach = REACH * len(rows)
    low = np.s_[max(0, round(shod[0] - reach)) : shod[-1] + 1]
    own, worn = labels[low] == SHOES, labels[low] == LOWER
    if worn.sum() < 100:
        return labels
    away = cv2.distanceTransform((~worn).astype(np.uint8), cv2.DIST_L2, 3)
    near = own & (away < reach)
    lab = lab_of(photo[low]) * np.array([2, 1, 1], F32)  # black and white are far apart
    core = own & (away > 0.3 * reach)
    if near.sum() < 30 or core.sum() < 100:
        return labels
    from_cloth = distance(lab, main_colours(lab[worn]))
    from_shoe = distance(lab, main_colours(lab[core]))
    if np.median(from_cloth[core]) < APART:
        return labels
    edge = np.ones((2 * max(1, round(GROWN * len(rows))) + 1,) * 2, np.uint8)
    found = (near & (from_cloth < LIKE * from_shoe)).astype(np.uint8)
    # Laces and soles may have that colour too: a cuff hangs together with its trousers.
    joined = cv2.dilate(found | worn.astype(np.uint8), np.ones((3, 3), np.uint8))
    _, pieces = cv2.connectedComponents(joined)
    hanging = (found > 0) & np.isin(pieces, np.unique(pieces[worn]))
    amended = labels.copy()
    amended[low][(cv2.dilate(hanging.astype(np.uint8), edge) > 0) & own] = LOWER
    return amended
