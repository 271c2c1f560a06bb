"""Is this a photo that somebody can be dressed on? Knows a parse and slots, no garment.

Every refusal is one sentence that says how to take a better photo. Parsing alone refuses nothing:
`demo.fitting.parsing` does not ask.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from demo.errors import PersonError
from demo.fitting.parsing import Parse
from demo.models.parser import ARMS, LEGS, LOWER, SHOES
from demo.models.pose import Pose

SMALLEST: Final = 60.0
"""least distance from shoulders to hips, pixels"""
SECOND: Final = 0.4
"""somebody else counts from this share of the largest person's size"""
TURNED: Final = 0.36
"""least width of the shoulders, in lengths of the trunk: less is a person seen from the side"""
SEEN: Final = 0.5
"""visibility from which a joint is in the picture"""
BEFORE: Final = 0.2
"""a wrist nearer than this to the trunk's middle lies before the trunk, in lengths of the trunk"""

BARE: Final = 0.6
"""share of a forearm that is seen to be skin when it is bare"""
SIDES: Final = ("left", "right")
LEAST: Final = 0.03
"""least share of the picture that legs fill which are seen without a face"""
WAIST_DOWN: Final = frozenset({"bottom", "shoes"})
"""slots for which legs are enough"""
UPPER_BODY: Final = frozenset({"top", "layer", "dress"})
"""slots whose garments have sleeves, or lie under the arms"""

TRUNK: Final = ("left_shoulder", "right_shoulder", "left_hip", "right_hip")
NEEDED: Final = {
    "top": (("left_hip", "right_hip"), "from head to hips"),
    "layer": (("left_hip", "right_hip"), "from head to hips"),
    "dress": (("left_hip", "right_hip"), "from head to knees"),
    "bottom": (("left_ankle", "right_ankle"), "from head to feet"),
    "shoes": (("left_foot_index", "right_foot_index"), "from head to feet"),
    "bag": (("left_hip", "right_hip"), "from head to hips"),
    "hat": (("left_eye", "right_eye"), "with all of the head"),
}  # fmt: skip
"""slot -> the joints that must be in the picture, and what to show"""


def check_person(parse: Parse, slots: tuple[str, ...] = ("top",)) -> Pose | None:
    """The one person of a photo who can wear garments in these slots; None for legs without a face.

    Raises PersonError with one sentence: nobody, several people, too small, from behind or the side,
    not enough of the body for a slot, or arms crossed over what a slot would change: in sleeves, or where
    a layer's sleeves would go over them.
    """
    height, width = parse.labels.shape
    if not parse.poses:
        if set(slots) <= WAIST_DOWN and _shows_legs(parse.labels):
            return None
        raise PersonError(
            "Nobody can be made out in this photo; take one of a single person from the front, head "
            "included, in good light."
        )
    person = parse.poses[0]
    others = [p for p in parse.poses[1:] if p.region.side > SECOND * person.region.side]
    if others:
        raise PersonError(
            f"There are {1 + len(others)} people in this photo; take one that shows you alone, or cut "
            "the others off."
        )
    left, right, left_hip, right_hip = (person.point(name) for name in TRUNK)
    trunk = float(np.linalg.norm((left + right) / 2 - (left_hip + right_hip) / 2))
    if trunk < SMALLEST:
        raise PersonError(
            "The person in this photo is too small; come closer, so that you fill most of the picture."
        )
    across = float(left[0] - right[0])  # one's left is on the viewer's right
    if across < TURNED * trunk:
        seen = "from behind or from the side" if across < 0 else "from the side"
        raise PersonError(
            f"The person in this photo is seen {seen}; take one that faces the camera, arms a little "
            "away from the body."
        )
    if _cut_off(person, ("left_shoulder", "right_shoulder"), (width, height)):
        raise PersonError("The shoulders are cut off; step back until both are in the picture.")
    for slot in slots:
        joints, shown = NEEDED[slot]
        if _cut_off(person, joints, (width, height)):
            raise PersonError(
                f"Not enough of the person is in this photo for that; take one {shown}."
            )
    crossed = (
        [side for side in SIDES if _is_before(person, side)] if UPPER_BODY & set(slots) else []
    )
    if crossed and ("layer" in slots or any(_is_clad(parse.labels, person, k) for k in crossed)):
        raise PersonError(
            "An arm lies across the body in this photo; take one in which both arms hang beside you."
        )
    return person


def _shows_legs(labels: np.ndarray) -> bool:
    """Whether a photo without a face shows somebody from the waist down, large enough."""
    lower = np.isin(labels, (LOWER, LEGS, SHOES))
    rows = np.count_nonzero(lower.any(axis=1))
    clothed = np.count_nonzero(labels == LOWER) > 0.1 * np.count_nonzero(lower)
    return clothed and rows > 2 * SMALLEST and lower.mean() > LEAST


def _is_before(person: Pose, side: str) -> bool:
    """Whether a hand lies before the trunk or beyond its middle, between shoulders and hips."""
    left, right, left_hip, right_hip = (person.point(name) for name in TRUNK)
    top, low = (left + right) / 2, (left_hip + right_hip) / 2
    way = low - top
    trunk = float(np.linalg.norm(way))
    outwards = np.array([way[1], -way[0]]) / trunk  # to the wearer's left, on the viewer's right
    wrist = person.point(f"{side}_wrist") - top
    is_level = 0 < float(wrist @ way) < trunk**2
    sign = 1 if side == "left" else -1
    is_before = sign * float(wrist @ outwards) < BEFORE * trunk
    return is_level and is_before and person.seen(f"{side}_wrist") > SEEN


def _is_clad(labels: np.ndarray, person: Pose, side: str) -> bool:
    """Whether a forearm is in a sleeve: bare arms lie before any top as they are."""
    elbow, wrist = (person.point(f"{side}_{joint}") for joint in ("elbow", "wrist"))
    spots = elbow + np.linspace(0.2, 0.9, 8)[:, None] * (wrist - elbow)
    x, y = np.clip(spots.round().astype(int), 0, np.array(labels.shape[::-1]) - 1).T
    return bool(np.mean(labels[y, x] == ARMS) < BARE)


def _cut_off(person: Pose, joints: tuple[str, ...], size: tuple[int, int]) -> bool:
    """Whether any of the joints lies outside the picture, or all of them are hidden."""
    points = np.stack([person.point(name) for name in joints])
    margin = (
        0.02 * size[1]
    )  # hips are cut off by many a portrait's edge and still where they should be
    outside = (points < -margin) | (points > np.array(size) + margin)
    return bool(outside.any()) or max(person.seen(name) for name in joints) < SEEN
