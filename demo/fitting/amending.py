"""A parser's labels where joints and colours know better: collars, straps, bellies, sleeves like skin.

Knows the body's measures and the photo; no garment that is to be put on. What it does not doubt stays.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from demo.fitting.figures import PARTS, Figure
from demo.models.parser import (
    ARMS,
    BACKGROUND,
    FACE,
    HAIR,
    LEGS,
    LOWER,
    OTHER,
    SHOES,
    UPPER,
)
from demo.studio.canvas import F32

NO_SKIN: Final = 14.0
"""distance from the skin's colour (CIELAB, lightness counted at 0.3) from which it is no skin"""
CLOTHS: Final = 3
"""colours that one garment may have"""
PLAIN: Final = 5.0
"""median distance of the rim's pixels from their middle up to which a ground is plain"""
REACH: Final = 0.16
"""how far from what was labelled more of the person is looked for, as a share of the trunk's length"""
DARK: Final = 9.0
"""lightness, 0 to 30, below which colours say little: the shade between fingers"""
LUMP: Final = 0.06
"""most that a collar's inside fills, in squares of the head's height"""


def amend(photo: np.ndarray, labels: np.ndarray, place: np.ndarray, body: Figure) -> np.ndarray:
    """The labels of a person with a face, amended.

    photo: RGB uint8 [h, w, 3]; labels: uint8 [h, w]; place: [2, 3] map of the frame's pixels, in which
    `body` is measured, to the photo's.
    """
    lab = _colours(photo)
    rows = np.arange(len(labels))[:, None]
    level = {n: place[1, 1] * y + place[1, 2] for n, y in _heights(body).items()}
    tall = level["chin"] - level["crown"]
    face = (labels == FACE) & (rows < level["chin"]) & (rows > level["crown"] + 0.5 * tall)
    if face.sum() < 50:
        return labels
    from_skin = _away(lab, np.median(lab[face], 0)[None])
    from_cloth = (
        _away(lab, _clusters(lab[labels == UPPER])) if (labels == UPPER).sum() > 50 else None
    )
    parts = cv2.warpAffine(
        body.parts(), place.astype(F32), labels.shape[::-1], flags=cv2.INTER_NEAREST
    )

    def of(*stems: str) -> np.ndarray:
        return np.isin(parts, [i for i, name in enumerate(PARTS) if name.startswith(stems)])

    trunk, limbs = of("torso", "neck"), of("upper_arm", "forearm", "hand")
    amended = labels.copy()
    missed = _missed(lab, labels, trunk, (UPPER, FACE, HAIR, ARMS), 1.1 * REACH * tall)
    amended[_collar_inside(labels, level["chin"], tall)] = UPPER
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
        if not _is_long(labels == HAIR, level["chin"], tall):  # a collar's inside
            doubted, cloth = doubted | dark, cloth | dark
        amended[_smooth(doubted & cloth)] = UPPER
        missed &= amended != UPPER
    collar = (labels == FACE) & (rows > level["chin"] + 0.08 * tall) & (from_skin > NO_SKIN)
    amended[_smooth(collar)] = UPPER
    skin = missed & (from_skin < NO_SKIN) & (rows > level["chin"])
    amended[skin & limbs] = ARMS
    amended[skin & trunk & ~limbs] = FACE
    # An arm lies along its bones: bare skin elsewhere on the trunk is belly or chest.
    by = 2 * round(0.22 * tall) + 1  # a hand's width
    reach = cv2.dilate(limbs.astype(np.uint8), np.ones((by, by), np.uint8)) > 0
    amended[np.isin(amended, (ARMS, LEGS)) & trunk & ~reach] = FACE
    if from_cloth is not None and np.median(from_skin[labels == UPPER]) > 1.6 * NO_SKIN:
        bare = np.isin(amended, (UPPER, LOWER)) & trunk & ~reach & (from_skin < 0.6 * NO_SKIN)
        amended[_smooth(bare, 5) & trunk & (from_skin < NO_SKIN)] = FACE
    return amended


def amend_legs(photo: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The labels of a photo without a head, amended: a belly above the waist, no face at the feet,

    cloth between fingers and what hangs from trousers. Skin that is neither arm nor leg has the face's
    label.
    """
    worn, skin = labels == LOWER, np.isin(labels, (ARMS, LEGS))
    rows = np.flatnonzero(worn.any(1))
    if not len(rows):
        return labels
    every = np.arange(len(labels))[:, None]
    amended = labels.copy()
    amended[(labels == FACE) & (every > rows[0] + 0.6 * (len(labels) - rows[0]))] = SHOES
    if skin.sum() < 50:
        return amended
    lab = _colours(photo)
    sure = skin if (labels == ARMS).sum() < 200 else labels == ARMS  # tights may be called legs
    from_skin = _away(lab, np.median(lab[sure], 0)[None])
    amended[_hanging(lab, labels, rows, from_skin)] = LOWER
    from_cloth = _away(lab, _clusters(lab[worn]))
    missed = _smooth(skin & (from_cloth < 0.6 * from_skin)) & skin
    if (missed & (labels == LEGS)).sum() > 0.3 * (labels == LEGS).sum():  # tights' edges as well
        missed |= (labels == LEGS) & (cv2.dilate(missed.astype(np.uint8), np.ones((9, 9))) > 0)
    amended[missed] = LOWER
    if np.median(from_skin[worn]) < 1.6 * NO_SKIN:  # trousers of the skin's own colour
        return amended
    maybe = (every < rows[0] + 0.3 * len(rows)) & np.isin(labels, (UPPER, LOWER, FACE, OTHER))
    maybe &= from_skin < from_cloth
    amended[_smooth(maybe & (from_skin < NO_SKIN), 5) & maybe] = FACE
    return amended


def _hanging(
    lab: np.ndarray, labels: np.ndarray, rows: np.ndarray, from_skin: np.ndarray
) -> np.ndarray:  # fmt: skip
    """Straps and cloth beside trousers that were taken for ground or for a hand, bool [h, w].

    rows: those in which trousers are seen.
    """
    nothing, tall = np.zeros(labels.shape, bool), len(rows)
    far = _missed(lab, labels, nothing, (LOWER,), 0.05 * tall) & (from_skin > NO_SKIN)
    far |= (labels == ARMS) & (from_skin > 1.5 * NO_SKIN) & (lab[..., 0] > DARK)
    every = np.arange(len(labels))[:, None]
    return _smooth(far) & (every > rows[0]) & (every < rows[0] + 0.75 * tall)


def _colours(photo: np.ndarray) -> np.ndarray:
    """CIELAB with lightness at 0.3 of its weight, [h, w, 3]."""
    lab = cv2.cvtColor(cv2.GaussianBlur(photo, (0, 0), 0.8).astype(F32) / 255, cv2.COLOR_RGB2LAB)
    return lab * np.array([0.3, 1, 1], F32)


def _heights(body: Figure) -> dict[str, float]:
    at, outline = body.joints, body.outline
    hip = (outline["hip_left"][1] + outline["hip_right"][1]) / 2
    return {"crown": at["head_top"][1], "chin": at["chin"][1], "hip": hip}


def _away(lab: np.ndarray, colours: np.ndarray) -> np.ndarray:
    """Distance of each pixel from the nearest of some colours [n, 3], [h, w]."""
    return np.min([np.linalg.norm(lab - colour, axis=-1) for colour in colours], axis=0)


def _clusters(sample: np.ndarray) -> np.ndarray:
    """The few colours of a garment, [n, 3]: those with at least a tenth of its pixels."""
    sample = np.ascontiguousarray(sample[:: max(1, len(sample) // 800)], F32)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    cv2.setRNGSeed(7)
    _, own, centres = cv2.kmeans(sample, CLOTHS, None, ends, 1, cv2.KMEANS_PP_CENTERS)
    return centres[np.bincount(own[:, 0], minlength=CLOTHS) > 0.1 * len(sample)]


def _collar_inside(labels: np.ndarray, chin: float, tall: float) -> np.ndarray:
    """A dark collar's inside beside the neck that was taken for hair, bool [h, w].

    It is small, apart from the hair of the head, and lies on cloth; long hair is left alone.
    """
    hair, found = labels == HAIR, np.zeros(labels.shape, bool)
    if _is_long(hair, chin, tall):
        return found
    cloth = cv2.dilate((labels == UPPER).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    opened = cv2.morphologyEx(hair.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, areas, stats, middles = cv2.connectedComponentsWithStats(opened)
    largest = stats[1:, cv2.CC_STAT_AREA].max(initial=0)
    for i in range(1, count):
        own, area = areas == i, stats[i, cv2.CC_STAT_AREA]
        is_low = middles[i][1] > chin - 0.45 * tall
        if is_low and area < min(largest, LUMP * tall**2) and (own & cloth).any():
            found |= cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return found & hair


def _is_long(hair: np.ndarray, chin: float, tall: float) -> bool:
    """Whether hair, bool [h, w], falls below the chin."""
    return bool(hair[max(0, round(chin)) :].sum() > LUMP * tall**2)


def _missed(
    lab: np.ndarray, labels: np.ndarray, trunk: np.ndarray, beside: tuple[int, ...], far: float
) -> np.ndarray:  # fmt: skip
    """Pixels labelled as ground that are no ground: within the trunk, or up to `far` from what has one

    of the labels `beside` and not of the colour of a plain ground, bool [h, w].
    """
    ground = labels == BACKGROUND
    rim = np.zeros(labels.shape, bool)
    rim[:6], rim[:, :6], rim[:, -6:] = True, True, True
    sample = lab[rim & ground]
    if len(sample) < 50:
        return ground & trunk
    from_ground = _away(lab, np.median(sample, 0)[None])
    if np.median(from_ground[rim & ground]) > PLAIN:
        return ground & trunk
    by = 2 * round(far) + 1
    near = cv2.dilate(np.isin(labels, beside).astype(np.uint8), np.ones((by, by)))
    return ground & (near > 0) & (from_ground > NO_SKIN)


def _smooth(mask: np.ndarray, size: int = 3) -> np.ndarray:
    """A mask without specks and pinholes."""
    kernel = np.ones((size, size), np.uint8)
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel) > 0
