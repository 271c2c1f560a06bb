"""Is this a photo that somebody can be dressed on? Knows a parse and slots, no garment.

Every refusal is one sentence that says how to take a better photo. Parsing alone refuses nothing:
`demo.fitting.parsing` does not ask.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from demo.errors import PersonError
from demo.fitting.parsing import Parse
from demo.models.parser import LEGS, LOWER, SHOES
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
    not enough of the body for a slot, or arms crossed over what a slot would change.
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
    if UPPER_BODY & set(slots) and _is_crossed(person):
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


def _is_crossed(person: Pose) -> bool:
    """Whether a hand lies before the trunk or beyond its middle, between shoulders and hips."""
    left, right, left_hip, right_hip = (person.point(name) for name in TRUNK)
    top, low = (left + right) / 2, (left_hip + right_hip) / 2
    way = low - top
    trunk = float(np.linalg.norm(way))
    outwards = np.array([way[1], -way[0]]) / trunk  # to the wearer's left, on the viewer's right
    for side, sign in (("left", 1), ("right", -1)):
        wrist = person.point(f"{side}_wrist") - top
        is_level = 0 < float(wrist @ way) < trunk**2
        is_before = sign * float(wrist @ outwards) < BEFORE * trunk
        if is_level and is_before and person.seen(f"{side}_wrist") > SEEN:
            return True
    return False


def _cut_off(person: Pose, joints: tuple[str, ...], size: tuple[int, int]) -> bool:
    """Whether any of the joints lies outside the picture, or all of them are hidden."""
    points = np.stack([person.point(name) for name in joints])
    margin = (
        0.02 * size[1]
    )  # hips are cut off by many a portrait's edge and still where they should be
    outside = (points < -margin) | (points > np.array(size) + margin)
    return bool(outside.any()) or max(person.seen(name) for name in joints) < SEEN
