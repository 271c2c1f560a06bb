"""A parser's labels where joints and colours know better: collars, straps, bellies, sleeves like skin.

Knows the body's measures and the photo; no garment that is to be put on. What it does not doubt stays.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.figures import PARTS, Figure
from demo.fitting.tones import (
    DARK,
    NO_SKIN,
    distance,
    lab_of,
    main_colours,
    smoothed,
    taken_for_ground,
)
from demo.models.parser import (
    ARMS,
    FACE,
    HAIR,
    LEGS,
    LOWER,
    OTHER,
    UPPER,
)
from demo.studio.canvas import F32

REACH: Final = 0.16
"""how far from what was labelled more of the person is looked for, as a share of the trunk's length"""
LOOSE: Final = 2.0
"""how many times nearer to the cloth's colour than to the hair's long hair may look"""
LUMP: Final = 0.06
"""most that a collar's inside fills, in squares of the head's height"""


def amend(photo: np.ndarray, labels: np.ndarray, place: np.ndarray, body: Figure) -> np.ndarray:
    """The labels of a person with a face, amended.

    photo: RGB uint8 [h, w, 3]; labels: uint8 [h, w]; place: [2, 3] map of the frame's pixels, in which
    `body` is measured, to the photo's.
    """
    lab = lab_of(photo)
    rows = np.arange(len(labels))[:, None]
    level = {n: place[1, 1] * y + place[1, 2] for n, y in _heights(body).items()}
    tall = level["chin"] - level["crown"]
    face = (labels == FACE) & (rows < level["chin"]) & (rows > level["crown"] + 0.5 * tall)
    if face.sum() < 50:
        return labels
    from_skin = distance(lab, np.median(lab[face], 0)[None])
    from_cloth = (
        distance(lab, main_colours(lab[labels == UPPER])) if (labels == UPPER).sum() > 50 else None
    )
    parts = cv2.warpAffine(
        body.parts(), place.astype(F32), labels.shape[::-1], flags=cv2.INTER_NEAREST
    )

    def of(*stems: str) -> np.ndarray:
        return np.isin(parts, [i for i, name in enumerate(PARTS) if name.startswith(stems)])

    trunk, limbs = of("torso", "neck"), of("upper_arm", "forearm", "hand")
    amended = labels.copy()
    missed = taken_for_ground(lab, labels, trunk, (UPPER, FACE, HAIR, ARMS), 1.1 * REACH * tall)
    locks = ((labels == FACE) & ~of("head")) | missed
    locks &= (rows > level["crown"]) & (rows < level["chin"] + tall)
    ears = level["chin"] - 0.45 * tall
    from_hair = _from_hair(lab, labels, ears, level["chin"] + tall)
    hair = _locks(labels, locks, from_hair, from_skin, from_cloth)
    is_long = _is_long(hair | (labels == HAIR), level["chin"], tall)
    if is_long and from_cloth is not None:
        hair = _locks(labels, locks, from_hair, from_skin, LOOSE * from_cloth)
    elif not is_long:
        amended[_collar_inside(labels, ears, tall, from_hair, from_cloth)] = UPPER
    if from_cloth is not None:
        cloth = (from_cloth < 0.7 * from_skin) & (from_skin > 0.7 * NO_SKIN)
        low = rows > level["chin"] + 0.08 * tall
        beside = (rows > level["chin"] - 0.45 * tall) & ~of("head")
        sure = (from_cloth < 0.5 * from_skin) & (from_skin > 1.2 * NO_SKIN)
        doubted = ((labels == FACE) & (low | beside)) | (missed & beside)
        doubted |= (labels == ARMS) & low & sure
        doubted &= rows < level["hip"]
        dark = missed & beside & ~cloth & (from_skin > 0.7 * NO_SKIN)
        dark &= rows < level["chin"] + 0.4 * tall
        if not is_long:  # a collar's inside
            doubted, cloth = doubted | dark, cloth | dark
        amended[smoothed(doubted & cloth)] = UPPER
        missed &= amended != UPPER
    collar = (labels == FACE) & (rows > level["chin"] + 0.08 * tall) & (from_skin > NO_SKIN)
    amended[smoothed(collar)] = UPPER
    amended[hair] = HAIR
    specks = cv2.morphologyEx((amended == HAIR).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5)))
    amended[(specks > 0) & (amended == UPPER) & (labels != UPPER)] = HAIR
    amended[_islands(amended, level["chin"] + 0.3 * tall)] = HAIR
    missed &= amended != HAIR
    skin = missed & (from_skin < NO_SKIN) & (rows > level["chin"])
    amended[skin & limbs] = ARMS
    amended[skin & trunk & ~limbs] = FACE
    # An arm lies along its bones: bare skin elsewhere on the trunk is belly or chest.
    by = 2 * round(0.22 * tall) + 1  # a hand's width
    reach = cv2.dilate(limbs.astype(np.uint8), np.ones((by, by), np.uint8)) > 0
    amended[np.isin(amended, (ARMS, LEGS)) & trunk & ~reach] = FACE
    if from_cloth is not None and np.median(from_skin[labels == UPPER]) > 1.6 * NO_SKIN:
        bare = np.isin(amended, (UPPER, LOWER)) & trunk & ~reach & (from_skin < 0.6 * NO_SKIN)
        bare |= (amended == OTHER) & (from_skin < NO_SKIN)
        amended[smoothed(bare, 5) & trunk & (from_skin < NO_SKIN)] = FACE
    if (labels == LOWER).sum() > 50:  # trousers between fingers
        from_lower = distance(lab, main_colours(lab[labels == LOWER]))
        legs = (rows > level["crotch"]) & ~limbs
        amended[_trousers(lab, amended, legs, from_lower)] = LOWER
        amended[_top_goes_on(lab, amended, legs)] = UPPER
        sure = (from_lower < 0.5 * from_skin) & (from_skin > NO_SKIN) & (lab[..., 0] > DARK)
        amended[smoothed((amended == ARMS) & sure) & (amended == ARMS)] = LOWER
    return amended


def _trousers(
    lab: np.ndarray, labels: np.ndarray, legs: np.ndarray, from_lower: np.ndarray
) -> np.ndarray:  # fmt: skip
    """Trousers and waistbands that were taken for a top, bool [h, w]: of the trousers' colour and not of

    the top's, or apart from it in the trousers. legs: bool [h, w], below the crotch and no arm.
    """
    tops = labels == UPPER
    found = np.zeros(labels.shape, bool)
    above = tops & ~legs
    if above.sum() > 50:
        spots = np.flatnonzero(above)[:: max(1, int(above.sum()) // 800)]
        own = main_colours(lab.reshape(-1, 3)[spots])
        doubted = tops & legs
        found[doubted] = from_lower[doubted] < 0.5 * distance(lab[doubted], own)
        found = smoothed(found, 5) & doubted
    count, areas, stats, _ = cv2.connectedComponentsWithStats(tops.astype(np.uint8))
    largest = stats[1:, cv2.CC_STAT_AREA].max(initial=0)
    for i in range(1, count):
        x, y, wide, high, area = (int(k) for k in stats[i])
        if area > 0.1 * largest:
            continue
        box = np.s_[max(0, y - 3) : y + high + 3, max(0, x - 3) : x + wide + 3]
        rim = labels[box][cv2.dilate((areas[box] == i).astype(np.uint8), np.ones((5, 5))) > 0]
        if np.count_nonzero(rim == LOWER) > 0.5 * np.count_nonzero(rim != UPPER):
            found[box] |= areas[box] == i
    return found


def _top_goes_on(lab: np.ndarray, labels: np.ndarray, legs: np.ndarray) -> np.ndarray:
    """A top that was taken for trousers beside a hand before it, bool [h, w]: of the top's colour and not

    of the trousers'. legs: bool [h, w], below the crotch.
    """
    doubted = (labels == LOWER) & ~legs
    found = np.zeros(labels.shape, bool)
    if min(np.count_nonzero(k) for k in (doubted, labels == UPPER, (labels == LOWER) & legs)) < 50:
        return found
    top, lower = (
        main_colours(lab[own][:: max(1, int(own.sum()) // 800)])
        for own in (labels == UPPER, (labels == LOWER) & legs)
    )
    to_top, to_lower = (distance(lab[doubted], colours) for colours in (top, lower))
    found[doubted] = (to_top < 0.4 * to_lower) & (to_lower > NO_SKIN)
    return smoothed(found, 5) & doubted


def _heights(body: Figure) -> dict[str, float]:
    at, outline = body.joints, body.outline
    hip = (outline["hip_left"][1] + outline["hip_right"][1]) / 2
    levels = {"crown": at["head_top"][1], "chin": at["chin"][1], "hip": hip}
    return levels | {"crotch": outline["crotch"][1]}


def _from_hair(lab: np.ndarray, labels: np.ndarray, ears: float, low: float) -> np.ndarray:
    """Distance of each pixel above the row `low` from the colours of the hair above `ears`, [h, w]."""
    found = np.full(labels.shape, np.inf, F32)
    sure = labels[: max(0, round(ears))] == HAIR
    rows = np.s_[: max(0, round(low))]
    if sure.sum() > 50:
        found[rows] = distance(lab[rows], main_colours(lab[: len(sure)][sure]))
    return found


def _locks(
    labels: np.ndarray, maybe: np.ndarray, from_hair: np.ndarray, from_skin: np.ndarray,
    from_cloth: np.ndarray | None,
) -> np.ndarray:  # fmt: skip
    """What of the pixels `maybe` has the hair's colour and hangs together with hair, bool [h, w]."""
    found = maybe & (from_hair < 0.75 * from_skin) & (from_skin > 0.7 * NO_SKIN)
    if from_cloth is not None:
        found &= from_hair < from_cloth
    found = smoothed(found) & maybe
    hair = labels == HAIR
    _, areas = cv2.connectedComponents((found | hair).astype(np.uint8))
    return found & np.isin(areas, np.unique(areas[hair]))


def _collar_inside(
    labels: np.ndarray, ears: float, tall: float, from_hair: np.ndarray,
    from_cloth: np.ndarray | None,
) -> np.ndarray:  # fmt: skip
    """A dark collar's inside beside the neck that was taken for hair, bool [h, w].

    It is small, below the row `ears`, apart from the hair of the head, lies on cloth and has its colour.
    """
    hair, found = labels == HAIR, np.zeros(labels.shape, bool)
    if from_cloth is None:
        return found
    cloth = cv2.dilate((labels == UPPER).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    opened = cv2.morphologyEx(hair.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, areas, stats, middles = cv2.connectedComponentsWithStats(opened)
    largest = stats[1:, cv2.CC_STAT_AREA].max(initial=0)
    for i in range(1, count):
        own, area = areas == i, stats[i, cv2.CC_STAT_AREA]
        is_low = middles[i][1] > ears and np.median((from_cloth - from_hair)[own]) < 0
        if is_low and area < min(largest, LUMP * tall**2) and (own & cloth).any():
            found |= cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return found & hair


def _islands(labels: np.ndarray, low: float) -> np.ndarray:
    """Pieces of cloth above the row `low` with hair on nearly all sides, bool [h, w]."""
    cloth = labels == UPPER
    count, areas, stats, _ = cv2.connectedComponentsWithStats(cloth.astype(np.uint8))
    found = np.zeros(labels.shape, bool)
    for i in range(1, count):
        x, y, width, height, area = (int(k) for k in stats[i])
        if y + height > low or area > 0.2 * cloth.sum():
            continue
        box = np.s_[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2]
        own = (areas[box] == i).astype(np.uint8)
        ring = (cv2.dilate(own, np.ones((5, 5), np.uint8)) > 0) & (own == 0)
        if (labels[box][ring] == HAIR).mean() > 0.7:
            found[box] |= own > 0
    return found


def _is_long(hair: np.ndarray, chin: float, tall: float) -> bool:
    """Whether hair, bool [h, w], falls below the chin."""
    return bool(hair[max(0, round(chin)) :].sum() > LUMP * tall**2)
