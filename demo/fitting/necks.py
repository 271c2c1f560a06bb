"""Where a photo's neck is when the collar around it is gone. Knows labels and measures, no new garment."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.proportions import SIDES
from demo.fitting.subject import Subject
from demo.models.parser import FACE, HAIR, UPPER

EARS: Final = 0.45
"""how far above the chin a collar may begin, as a share of the head's height"""
RUN: Final = 3
"""rows in which cloth must lie beside the skin before it counts as a collar"""
WIDER: Final = 0.12
"""how much a neck widens below where its edge was last seen, in half-widths of the neck"""
WIDEST: Final = 1.3
"""how wide skin may be seen to be beside the neck's middle and still be the neck, in its half-widths"""
FILLET: Final = 0.7
"""how far up and down from its corner a neck goes over into the shoulder, in its half-widths"""
SLIVER: Final = 6.0
"""pixels of the frame from an old collar within which skin beside the neck is its own lining or edge"""


def bare_neck(
    subject: Subject, drawn: np.ndarray, trunk: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """Where the neck goes on under an old collar, and what beside it only looked like skin: bool [h, w].

    drawn, trunk: bool [h, w], as they are measured, without their edges in the photo. On each side the
    neck follows its own edge as far down as that is seen, then a smooth line to the shoulder.
    """
    labels, unit = subject.labels, subject.unit
    chin, crown, left, right = (
        subject.at(p)
        for p in (
            subject.body.joints["chin"], subject.body.joints["head_top"],
            subject.body.outline["neck_left"], subject.body.outline["neck_right"],
        )
    )  # fmt: skip
    middle, base, half = (left[0] + right[0]) / 2, float(left[1]), abs(left[0] - right[0]) / 2
    high = max(0, round(chin[1] - EARS * (chin[1] - crown[1])))
    low = min(len(labels), round(base))
    stray = np.zeros(labels.shape, bool)
    if low - high < 2 * RUN:
        return drawn, stray
    neck = drawn.copy()
    neck[:low] = False
    head = cv2.morphologyEx(
        np.isin(labels[high:low], (FACE, HAIR)).astype(np.uint8), cv2.MORPH_CLOSE,
        np.ones((1, 3), np.uint8),
    ) > 0  # fmt: skip
    rows = np.arange(high, low)
    axis = np.interp(rows, [chin[1], base], [chin[0], middle]).round().astype(int)
    columns = np.arange(labels.shape[1])
    near = cv2.distanceTransform((labels != UPPER).astype(np.uint8), cv2.DIST_L2, 3)[high:low]
    for _, sign in SIDES:
        seen = _edge(head, axis, sign)
        start = _collar(labels[high:low], seen, sign)
        if start == len(rows):
            continue
        bare = _edge(labels[high:low] == FACE, axis, sign)[max(0, start - RUN) : start + 1]
        last = min(float(np.median(sign * (bare - middle))), WIDEST * half)
        is_jaw = rows[start] < chin[1]
        wide = min(half, last) if is_jaw else float(np.clip(half, last, last + WIDER * half))
        share = (rows[start:] - rows[start]) / max(1.0, base - rows[start])
        out = min(last, wide) + (wide - min(last, wide)) * share
        away = sign * (columns[None] - middle)
        neck[high + start : low] |= (away >= 0) & (away <= out[:, None])
        beside = (away > out[:, None] + 1) & (near[start:] < SLIVER * unit)
        stray[high + start : low] |= beside & (labels[high + start : low] == FACE)
        corner = np.array([middle + sign * out[-1], base])
        _round_off(neck, trunk, corner, sign * FILLET * half, rows[start])
    return neck, stray


def _round_off(
    neck: np.ndarray, trunk: np.ndarray, corner: np.ndarray, by: float, start: int
) -> None:  # fmt: skip
    """Fill the corner between the neck's edge and the shoulder, up to `by` pixels away from it.

    corner: (x, y); by: to the right, below 0 to the left; start: the row above which nothing is filled.
    """
    x = int(np.clip(round(corner[0] + by), 0, trunk.shape[1] - 1))
    if not trunk[:, x].any():
        return
    ends = np.array([[corner[0], max(corner[1] - abs(by), start)], [x, np.argmax(trunk[:, x])]])
    share = np.linspace(0, 1, 9)[:, None]
    curve = (1 - share) ** 2 * ends[0] + 2 * share * (1 - share) * corner + share**2 * ends[1]
    filled = np.zeros(neck.shape, np.uint8)
    below = [[x, ends[1, 1] + 3], [corner[0], max(corner[1], ends[1, 1]) + 3]]
    cv2.fillPoly(filled, [np.round(np.vstack([curve, below])).astype(np.int32)], 1)
    neck |= filled > 0


def _edge(head: np.ndarray, axis: np.ndarray, sign: int) -> np.ndarray:
    """The column at which each row's head or neck ends on one side, [n]; the axis where it is clad.

    head: bool [n, w]; axis: [n], columns inside it.
    """
    columns = np.arange(head.shape[1])[None]
    beyond = ~head & (sign * (columns - axis[:, None]) >= 0)
    if sign > 0:
        return np.where(beyond.any(1), np.argmax(beyond, 1) - 1, head.shape[1] - 1)
    return np.where(beyond.any(1), head.shape[1] - np.argmax(beyond[:, ::-1], 1), 0)


def _collar(labels: np.ndarray, edge: np.ndarray, sign: int) -> int:
    """The first of the rows [n, w] from which on cloth lies beside the edge [n]; n when none does."""
    width = labels.shape[1]
    clad = np.zeros(len(labels), bool)
    for step in (1, 2):
        beside = np.clip(edge + sign * step, 0, width - 1)
        clad |= labels[np.arange(len(labels)), beside] == UPPER
    runs = np.convolve(clad, np.ones(RUN), "valid") == RUN
    return int(np.argmax(runs)) if runs.any() else len(labels)
