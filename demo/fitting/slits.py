"""Small holes and specks in what a garment is to cover: closed, dropped, or left as the photo shows them.

Knows masks on the grid of `demo.fitting.bending`, bool [640, 320]; neither labels nor cloth.
"""

from __future__ import annotations

import cv2
import numpy as np

from demo.fitting.bending import GRID

SLIT = 2000.0
"""largest hole between sleeve and trunk that is closed, pixels"""
OPEN = 0.5
"""share of the ground between an arm and the trunk that is left open from which all of it is"""
SPECK = 400.0
"""smallest piece of cloth that is seen alone, pixels"""
_FOLD = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))


def without_slits(target: np.ndarray, cover: np.ndarray, person: np.ndarray) -> np.ndarray:
    """No small holes, as between a sleeve and the trunk, none so narrow as folds in the cloth, no specks.

    person: bool [640, 320]. A hole through which the photo shows the ground is as large as it is there.
    """
    closed = cv2.morphologyEx(target.astype(np.uint8), cv2.MORPH_CLOSE, _FOLD) > 0
    hole = _small(~target, SLIT)
    whole = (target | hole | (closed & cover)) & ~_seen_through(hole, ~person)
    return whole & ~_small(whole, SPECK)


def _seen_through(hole: np.ndarray, ground: np.ndarray) -> np.ndarray:
    """The pieces of the ground, bool [640, 320], most of which a hole leaves open."""
    _, pieces, stats, _ = cv2.connectedComponentsWithStats(ground.astype(np.uint8))
    areas = stats[:, cv2.CC_STAT_AREA]
    seen = np.bincount(pieces[hole & ground], minlength=len(areas))
    open_ = np.flatnonzero((seen > OPEN * areas) & (areas > SPECK / GRID**2))
    return ground & np.isin(pieces, open_)


def _small(mask: np.ndarray, area: float) -> np.ndarray:
    """The pieces of a mask of fewer pixels."""
    _, pieces, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    small = np.flatnonzero(stats[:, cv2.CC_STAT_AREA] < area / GRID**2)
    return mask & np.isin(pieces, small)
