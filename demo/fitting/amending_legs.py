"""A parser's labels of legs without a head where colours know better: belly, waistband, straps, socks.

Knows the photo and its labels; neither measures nor garments. What it does not doubt stays.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.tones import (
    DARK,
    NO_SKIN,
    distance,
    lab_of,
    main_colours,
    smoothed,
    taken_for_ground,
)
from demo.models.parser import ARMS, BACKGROUND, FACE, LEGS, LOWER, OTHER, SHOES, UPPER

STRAY: Final = 0.05
"""largest piece of trousers at a shoe that is the shoe's, as a share of the trousers"""
NARROW: Final = 0.06
"""what is narrower, in heights of the trousers or shorts, may be no part of them"""
THIGH: Final = 0.28
"""least width of a bare thigh, in widths of the trousers"""
SLIVER: Final = 0.012
"""what is narrower, in heights of the trousers or shorts and at least 3 pixels, is no top"""


def amend_legs(photo: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The labels of a photo without a head, amended: a belly above the waist, no face at the feet,

    cloth between fingers and what hangs from trousers. Skin that is neither arm nor leg has the face's
    label.
    """
    rows = np.flatnonzero((labels == LOWER).any(1))
    if not len(rows):
        return labels
    lab = lab_of(photo)
    labels = _whole_hands(_one_garment(lab, labels))
    rows = np.flatnonzero((labels == LOWER).any(1))
    every = np.arange(len(labels))[:, None]
    worn, skin = labels == LOWER, np.isin(labels, (ARMS, LEGS))
    amended = labels.copy()
    amended[(labels == FACE) & (every > rows[0] + 0.6 * (len(labels) - rows[0]))] = SHOES
    if skin.sum() < 50:
        return _shod(_without_top(amended, rows, np.full(labels.shape, np.inf)))
    sure = skin if (labels == ARMS).sum() < 200 else labels == ARMS  # tights may be called legs
    from_skin = distance(lab, np.median(lab[sure], 0)[None])
    amended[_hanging(lab, labels, rows, from_skin)] = LOWER
    from_cloth = distance(lab, main_colours(lab[worn]))
    missed = smoothed(skin & (from_cloth < 0.6 * from_skin)) & skin
    if (missed & (labels == LEGS)).sum() > 0.3 * (labels == LEGS).sum():  # tights' edges as well
        missed |= (labels == LEGS) & (cv2.dilate(missed.astype(np.uint8), np.ones((9, 9))) > 0)
    amended[missed] = LOWER
    if np.median(from_skin[worn]) < 1.6 * NO_SKIN:  # trousers of the skin's own colour
        return _shod(_without_top(amended, rows, from_skin))
    maybe = (every < rows[0] + 0.3 * len(rows)) & np.isin(labels, (UPPER, LOWER, FACE, OTHER))
    maybe &= from_skin < from_cloth
    amended[smoothed(maybe & (from_skin < NO_SKIN), 5) & maybe] = FACE
    return _shod(_without_top(amended, rows, from_skin))


def _one_garment(lab: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The labels without trousers apart from the trousers: what lies beside a sleeve is one, and ground

    or skin between legs is known by its colour. lab: as of `lab_of`.
    """
    worn = labels == LOWER
    by = max(3, round(NARROW * np.count_nonzero(worn.any(1))))
    opened = cv2.morphologyEx(worn.astype(np.uint8), cv2.MORPH_OPEN, np.ones((by, by), np.uint8))
    _, areas, stats, _ = cv2.connectedComponentsWithStats(opened)
    if len(stats) < 2:
        return labels
    main = areas == 1 + stats[1:, cv2.CC_STAT_AREA].argmax()
    rest = worn & (cv2.dilate(main.astype(np.uint8), np.ones((5, 5), np.uint8)) == 0)
    amended, between = labels.copy(), np.zeros(labels.shape, bool)
    count, areas, stats, _ = cv2.connectedComponentsWithStats(rest.astype(np.uint8))
    for i in range(1, count):
        x, y, wide, high, area = (int(k) for k in stats[i])
        box = np.s_[max(0, y - 3) : y + high + 3, max(0, x - 3) : x + wide + 3]
        own = areas[box] == i
        rim = labels[box][cv2.dilate(own.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0]
        beside = np.count_nonzero(rim != LOWER)
        if area > by**2 and np.count_nonzero(rim == UPPER) > 0.15 * beside:
            amended[box][own] = UPPER
        between[box] |= own & (np.count_nonzero(rim == LEGS) > 0.4 * beside)
    rest &= amended == LOWER
    if not rest.any():
        return amended
    doubted = lab[rest]  # [n, 3]
    spots = np.flatnonzero(main)
    cloth = main_colours(lab.reshape(-1, 3)[spots[:: max(1, len(spots) // 800)]])
    best = distance(doubted, cloth) * np.where(between[rest], 2.0, 0.7)
    found = np.full(len(doubted), LOWER, np.uint8)
    for label in (BACKGROUND, LEGS):
        known = cv2.erode((labels == label).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        if known.sum() > 200:
            away = distance(doubted, np.median(lab[known][::7], 0)[None])
            found[away < best] = label
            best = np.minimum(best, away)
    amended[rest] = found
    return amended


def _shod(labels: np.ndarray) -> np.ndarray:
    """The labels with a shoe's upper edge that was taken for trousers as part of the shoe."""
    count, areas, stats, _ = cv2.connectedComponentsWithStats((labels == LOWER).astype(np.uint8))
    amended, largest = labels.copy(), stats[1:, cv2.CC_STAT_AREA].max(initial=0)
    for i in range(1, count):
        x, y, wide, high, area = (int(k) for k in stats[i])
        box = np.s_[max(0, y - 3) : y + high + 3, max(0, x - 3) : x + wide + 3]
        own = areas[box] == i
        rim = cv2.dilate(own.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        if area < STRAY * largest and np.count_nonzero((labels[box] == SHOES) & rim) > 2:
            amended[box][own] = SHOES
    return amended


def _whole_hands(labels: np.ndarray) -> np.ndarray:
    """The labels without fingers that were taken for legs: narrow, and below a hand."""
    worn = labels == LOWER
    width = np.percentile(np.count_nonzero(worn, axis=1)[worn.any(1)], 70)
    by = max(3, round(THIGH * width))
    legs = (labels == LEGS).astype(np.uint8)
    thick = cv2.morphologyEx(legs, cv2.MORPH_OPEN, np.ones((by, by), np.uint8))
    count, areas, stats, _ = cv2.connectedComponentsWithStats(legs & (thick == 0))
    arms, amended = labels == ARMS, labels.copy()
    for i in range(1, count):
        x, y, wide, high, area = (int(k) for k in stats[i])
        if high > 2 * by or area < 20:
            continue
        box = np.s_[max(0, y - 2) : y + high + 2, max(0, x - 2) : x + wide + 2]
        own = areas[box] == i
        near = cv2.dilate(arms[box].astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        touching = np.flatnonzero((own & near).any(1))
        across = own.any(0).sum()
        if (
            len(touching)
            and touching[-1] < 0.35 * high
            and (own & near).any(0).sum() > 0.4 * across
        ):
            amended[box][own] = ARMS
    return amended


def _without_top(labels: np.ndarray, rows: np.ndarray, from_skin: np.ndarray) -> np.ndarray:
    """The labels without slivers of a top, and with a waistband of another colour that was taken for one

    as part of the trousers: a top would reach the person's upper end. A belly's shade is skin. rows:
    those in which trousers are seen; from_skin: how unlike skin each pixel is, [h, w].
    """
    wide = np.ones((max(3, round(SLIVER * len(rows))),) * 2, np.uint8)
    tops = (labels == UPPER).astype(np.uint8)
    kept = cv2.morphologyEx(tops, cv2.MORPH_OPEN, wide)
    count, areas, stats, _ = cv2.connectedComponentsWithStats(kept)
    first, waist = np.argmax((labels != BACKGROUND).any(1)), rows[0] + 0.3 * len(rows)
    amended = labels.copy()
    for i in range(1, count):
        own = areas == i
        rim = labels[cv2.dilate(own.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0]
        is_low = first + 2 < stats[i, cv2.CC_STAT_TOP] < waist
        if is_low and (rim == LOWER).sum() > 0.1 * (rim == ARMS).sum():
            amended[own] = LOWER if np.median(from_skin[own]) > 1.4 * NO_SKIN else FACE
    slivers = (tops > 0) & (kept == 0)
    if not slivers.any():
        return amended
    _, nearest = cv2.distanceTransformWithLabels(
        slivers.astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    of = np.zeros(nearest.max() + 1, np.uint8)
    of[nearest[~slivers]] = amended[~slivers]
    return of[nearest]


def _hanging(
    lab: np.ndarray, labels: np.ndarray, rows: np.ndarray, from_skin: np.ndarray
) -> np.ndarray:  # fmt: skip
    """Straps and cloth beside trousers that were taken for ground or for a hand, bool [h, w].

    rows: those in which trousers are seen.
    """
    nothing, tall = np.zeros(labels.shape, bool), len(rows)
    far = taken_for_ground(lab, labels, nothing, (LOWER,), 0.05 * tall) & (from_skin > NO_SKIN)
    far |= (labels == ARMS) & (from_skin > 1.5 * NO_SKIN) & (lab[..., 0] > DARK)
    every = np.arange(len(labels))[:, None]
    return smoothed(far) & (every > rows[0]) & (every < rows[0] + 0.75 * tall)
