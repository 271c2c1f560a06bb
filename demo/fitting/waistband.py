"""New trousers and skirts sit where the old ones sat: their upper edge follows the old waistband's.

Knows labels and what the sheets cover; neither colours nor how a garment is bent.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from scipy.ndimage import median_filter

from demo.fitting.figures import SIZE
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models.parser import BACKGROUND, LOWER, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.body import Body

HIGHER, LOWER_DOWN = 90.0, 60.0
"""pixels of the frame by which a waistband is moved up or down at the most"""
LEAST = 60
"""columns of the frame in which an old waistband has to be seen"""
SMOOTH = 10.0
"""pixels over which its edge is evened out"""
LOOP = 27
"""pixels up to which what stands above a new edge is a belt loop"""
ROUND = 14
"""pixels at either end of a new edge that may be round"""
OVER = 3.0
"""pixels by which the new one lies over the old one's edge and ends"""
FADE = 190.0
"""pixels below the waist at which cloth lies where it was bent to"""


def sit(subject: Subject, worn: Sequence[Worn]) -> None:
    """Move the upper edges of trousers and skirts onto the edge of what they replace, in place.

    Nothing is moved when a top hangs over the old edge, or when too little of it is seen.
    """
    below = [w for w in worn if w.kind in ("legs", "skirt")]
    if not below:
        return
    old = _old_edge(subject)
    if old is None:
        return
    for garment in below:
        new = _edge_of(garment.covered())
        if new is not None:
            _move(garment, old, new)


def _old_edge(subject: Subject) -> np.ndarray | None:
    """Columns and rows of the old waistband's upper edge, [2, n] in the frame; None where it is hidden."""
    back = cv2.invertAffineTransform(subject.place.astype(F32))
    labels = cv2.warpAffine(
        subject.labels, back, SIZE, flags=cv2.INTER_NEAREST, borderValue=BACKGROUND
    )
    body = Body(subject.body)
    rows = np.arange(SIZE[1])[:, None]
    high, low = body.level("waist") - HIGHER, body.level("crotch")
    cloth = (labels == LOWER) & (rows > high) & (rows < low)
    cloth = cv2.morphologyEx(cloth.astype(np.uint8), cv2.MORPH_OPEN, np.ones((9, 9), np.uint8)) > 0
    first = np.argmax(cloth, 0)
    columns = np.flatnonzero(cloth.any(0))
    if len(columns) < LEAST:
        return None
    above = labels[np.maximum(first[columns] - 6, 0), columns]
    if (above == UPPER).mean() > 0.4:
        return None
    # What lies beside the waistband, further down a hip, is no upper edge.
    left, right = _ends(cloth, float(np.percentile(first[columns], 10)))
    own = (columns >= left) & (columns <= right)
    if own.sum() < LEAST:
        return None
    return _even(columns[own], first[columns[own]].astype(float), left - OVER, right + OVER)


def _edge_of(cover: np.ndarray) -> np.ndarray | None:
    """Columns and rows of a garment's upper edge without its belt loops, [2, n]."""
    first, columns = np.argmax(cover, 0), np.flatnonzero(cover.any(0))
    if len(columns) < LEAST:
        return None
    left, right = _ends(cover, float(np.percentile(first[columns], 10)))
    columns = np.arange(left, right + 1)
    inner = columns[ROUND:-ROUND].astype(int)
    rows = median_filter(first[inner].astype(float), LOOP, mode="nearest")
    return np.stack([columns, np.interp(columns, inner, _smooth(rows, SMOOTH / 2))])


def _ends(cloth: np.ndarray, top: float) -> tuple[float, float]:
    """First and last column of a waistband that begins about `top`."""
    rows = cloth[round(top) + 8 : round(top) + 40]
    found = [np.flatnonzero(row)[[0, -1]] for row in rows if row.any()]
    left, right = np.median(found, 0) if found else (0, SIZE[0] - 1)
    return float(left), float(right)


def _even(columns: np.ndarray, rows: np.ndarray, left: float, right: float) -> np.ndarray:
    """An edge without its steps, from `left` to `right` [2, n]: a curve where a hand interrupts it."""
    middle, half = (left + right) / 2, max(1.0, (right - left) / 2)
    across = (columns - middle) / half
    weight = np.ones(len(columns))
    for _ in range(6):
        curve = np.polyfit(across, rows, 2, w=weight)
        below = rows - np.polyval(curve, across)  # a hand hides the edge, nothing stands above it
        weight = 1 / (1 + (below / np.where(below > 0, 3, 5)) ** 2)
    every = np.arange(left, right + 1)
    usual = np.polyval(curve, (every - middle) / half)
    own = np.interp(every, columns, rows)
    near = np.abs(own - usual) < 9
    own = np.where(near, own, usual)
    return np.stack([every, usual + _smooth(own - usual, SMOOTH)])


def _smooth(line: np.ndarray, by: float) -> np.ndarray:
    kernel = cv2.getGaussianKernel(2 * round(3 * by) + 1, by)[:, 0]
    return np.convolve(np.pad(line, len(kernel) // 2, mode="edge"), kernel, "valid")


def _move(garment: Worn, old: np.ndarray, new: np.ndarray) -> None:
    """Bend the sheets so that the edge `new` comes to lie on `old`, both [2, n]."""
    columns = np.arange(SIZE[0], dtype=float)
    share = (columns - old[0, 0]) / (old[0, -1] - old[0, 0])
    from_x = new[0, 0] + share * (new[0, -1] - new[0, 0])
    onto = np.interp(columns, *old) - OVER
    shift = np.clip(np.interp(from_x, *new) - onto, -LOWER_DOWN, HIGHER)  # [640] up is positive
    rows = np.arange(SIZE[1], dtype=float)[:, None]
    fade = np.clip((onto[None] + FADE - rows) / FADE, 0, 1)
    fade = fade * fade * (3 - 2 * fade)
    x = columns + fade * (from_x - columns)
    y = rows + fade * shift
    for name, sheet in garment.sheets.items():
        garment.sheets[name] = cv2.remap(sheet, x.astype(F32), y.astype(F32), cv2.INTER_LINEAR)
    for side, end in (("right", 0), ("left", -1)):
        if f"waist_{side}" in garment.landmarks:
            garment.landmarks[f"waist_{side}"] = (float(old[0, end]), float(old[1, end] - OVER))
