"""A person from the waist down, measured without a pose: what is worn and the gap between the legs.

Knows labels, no garment. Heights of waist, crotch and ground are read; all else is the figures' own.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from demo.errors import PictureError
from demo.fitting.figures import PARTS, SIZE
from demo.fitting.measured import Ruler
from demo.fitting.proportions import MIDDLE, SHARES, SIDES, TRUNK_PX, Measured
from demo.models.parser import LEGS, LOWER, SHOES
from demo.models.pose import JOINTS

OWN = ("torso", "thigh", "calf", "foot")
"""parts that such a photo shows"""
BESIDE = 5.0
"""pixels of the frame by which a thigh may be drawn beside what is seen"""
INSTEP = 10.0
"""pixels of the frame by which an ankle lies below a shoe's upper edge"""
CROTCH = (0.275, 0.24, 0.31, 0.35)
"""shares of the way from a waistband to the ground: where legs usually part, at the least and the most,

and the lowest at which cloth parts that hangs a little"""


def measure_legs(labels: np.ndarray) -> tuple[Measured, np.ndarray]:
    """As `measure`, from labels alone: for photos from the waist down, where no pose is found.

    The trousers' or skirt's upper edge, the gap between the legs and the ground are the measures.
    Raises PictureError when no legs are seen.
    """
    legs = np.isin(labels, (LOWER, LEGS, SHOES))
    worn = labels == LOWER
    widths = worn.sum(1)
    rows = np.flatnonzero(
        widths > 0.35 * max(1, np.percentile(widths[widths > 0], 70) if worn.any() else 1)
    )
    if len(rows) < 20:
        raise PictureError(
            "The photo shows no legs that trousers or a skirt could go on. "
            "Use one that shows you from the waist down."
        )
    top = float(rows[0])
    near = worn[rows[:12]]
    columns = np.flatnonzero(near.any(0))
    waist = float(columns[-1] - columns[0])
    middle = float(columns[0] + columns[-1]) / 2
    feet = np.flatnonzero((legs.sum(1)) > 0.08 * waist)
    ground = float(feet[-1])
    is_whole = (labels == SHOES).sum() > 0.01 * legs.sum() or ground < len(labels) - 3
    # Trousers' upper edge lies about 0.88 of the trunk below the shoulders, the ground 2.80.
    trunk = (ground - top) / 1.92 if is_whole else waist / 0.50
    trunk = float(np.clip(trunk, waist / 0.75, waist / 0.36))
    unit = trunk / TRUNK_PX
    shift = np.array([middle, top]) - unit * np.array([MIDDLE[0], MIDDLE[1] + 0.88 * TRUNK_PX])
    place = np.array([[unit, 0, shift[0]], [0, unit, shift[1]]])
    framed = cv2.warpAffine(
        labels, place.astype(np.float32), SIZE, flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    )
    low = (ground - shift[1]) / unit if is_whole else None
    points, seen = _legs_of(framed, low)
    ruler = Ruler(framed, points, seen)
    ruler.size = TRUNK_PX / 1.6
    ruler.is_whole, ruler.widest = False, 1.6
    if low is not None:  # what is worn says where the waist is, the gap between the legs the rest
        high = 0.88 * TRUNK_PX + MIDDLE[1]
        rise = (_crotch(framed, high, low) - high) / TRUNK_PX
        ruler.levels |= {"waist": 0.87, "hip": 0.88 + 0.72 * rise, "crotch": 0.88 + rise}
        # Trousers sit no lower than what is worn: their lower limit lies between "waist" and "hip".
        ruler.joints["hip"] = MIDDLE + [0, 0.89 * TRUNK_PX]
    figure = ruler.figure()
    low_parts = np.isin(figure.part_map, [i for i, n in enumerate(PARTS) if n.startswith(OWN)])
    # A thigh's line leads astray where a knee is bent: no thigh stands out beside what is worn.
    worn_or_bare = np.isin(framed, (LOWER, LEGS)).astype(np.uint8)
    beside = cv2.distanceTransform(1 - worn_or_bare, cv2.DIST_L2, 3) > BESIDE
    low_parts &= ~(beside & np.isin(figure.part_map, [PARTS.index(f"thigh_{s}") for s, _ in SIDES]))
    return replace(figure, part_map=figure.part_map * low_parts), place


def _legs_of(
    labels: np.ndarray, ground: float | None
) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Joints as a pose network would give them, read off the labels of a lower body in the frame."""
    size = TRUNK_PX / 1.6
    low = MIDDLE + [0, TRUNK_PX]
    at = {name: low.copy() for name in JOINTS}
    seen = dict.fromkeys(JOINTS, 0.0)
    for side, sign in SIDES:
        at[f"{side}_shoulder"] = MIDDLE + [sign * 0.5 * size, 0]
        at[f"{side}_hip"] = low + [sign * SHARES["hip_joint"] * size, 0]
        at[f"{side}_ear"] = MIDDLE + [sign * 0.2 * size, -0.7 * size]
        at[f"mouth_{side}"] = MIDDLE + [sign * 0.1 * size, -0.5 * size]
    at["nose"] = MIDDLE - [0, 0.6 * size]
    if ground is None:
        return at, seen
    legs = np.isin(labels, (LOWER, LEGS, SHOES))
    crotch = _crotch(labels, MIDDLE[1] + 0.88 * TRUNK_PX, ground)
    knee = crotch + 0.44 * (ground - 0.24 * size - crotch)
    starts = _two_legs(legs, knee, size)
    for (side, _), x in zip(SIDES, starts, strict=True):
        at[f"{side}_knee"] = np.array([x, knee])
        at[f"{side}_ankle"] = _ankle(labels, (x, knee), 0.24 * size, 0.30 * size)
        seen[f"{side}_knee"] = seen[f"{side}_ankle"] = 1.0
        at[f"{side}_hip"] = _hip(labels == LEGS, at[f"{side}_hip"], at[f"{side}_knee"], size)
    return at, seen


def _ankle(
    labels: np.ndarray, knee: tuple[float, float], foot: float, wide: float
) -> np.ndarray:  # fmt: skip
    """A leg followed downwards from its knee until it ends; the ankle lies `foot` above that end, or a

    little inside the shoe that a bare leg goes into.
    """
    legs = np.isin(labels, (LOWER, LEGS, SHOES))
    path = [np.array(knee)]
    x = knee[0]
    for y in range(round(knee[1]) + 1, SIZE[1]):
        row = legs[y]
        column = int(np.clip(round(x), 0, SIZE[0] - 1))
        near = np.flatnonzero(row[max(0, column - 12) : column + 13])
        if not len(near):
            break
        middle = max(0, column - 12) + int(near[np.abs(near - 12).argmin()])
        left = right = middle
        while left > 0 and row[left - 1] and middle - left < wide:
            left -= 1
        while right < SIZE[0] - 1 and row[right + 1] and right - middle < wide:
            right += 1
        if right - left < 1.4 * wide:  # two legs in one run, or a foot: keep to the side it was on
            x += 0.3 * ((left + right) / 2 - x)
        path.append(np.array([x, float(y)]))
        above = labels[y - round(foot) : y, middle]
        if labels[y, middle] == SHOES and (above == LEGS).all() and y > knee[1] + 2 * foot:
            return path[-1] + [0, INSTEP]
    end = path[-1][1] - foot
    if end < knee[1] + foot:
        return np.array([knee[0], knee[1] + 4 * foot])
    return path[int(end - path[0][1])]


def _hip(bare: np.ndarray, usual: np.ndarray, knee: np.ndarray, size: float) -> np.ndarray:
    """The hip's joint on the line of a bare thigh, where that is seen above the knee."""
    way = usual - knee
    middles = []
    for share in (0.2, 0.3, 0.4, 0.5):
        spot = knee + share * way
        row = bare[int(np.clip(spot[1], 0, SIZE[1] - 1))]
        column = int(np.clip(spot[0], 0, SIZE[0] - 1))
        if not row[column]:
            continue
        gaps = np.flatnonzero(~row)
        left, right = gaps[gaps < column], gaps[gaps > column]
        if len(left) and len(right) and right[0] - left[-1] < 0.7 * size:
            middles.append(((left[-1] + right[0]) / 2 - spot[0]) / share)
    if not middles:
        return usual
    shift = float(np.clip(np.median(middles), -0.14 * size, 0.14 * size))
    return usual + [shift, 0]


def _crotch(labels: np.ndarray, top: float, ground: float) -> float:
    """Height at which the legs part: where the gap between them ends upwards.

    Where it ends lower than any crotch is, thighs touch or shorts hang: then it says nothing.
    """
    legs = np.isin(labels, (LOWER, LEGS, SHOES))
    usual, least, most, low = (top + share * (ground - top) for share in CROTCH)
    found = usual
    for y in range(int(0.75 * ground + 0.25 * top), int(least), -2):
        row = np.flatnonzero(legs[min(y, SIZE[1] - 1)])
        if not len(row):
            return usual
        middle = legs[y, row[0] : row[-1] + 1]
        inner = middle[int(0.25 * len(middle)) : int(0.75 * len(middle)) + 1]
        if inner.all():
            break
        found = float(y)
    return usual if found > low else float(np.clip(found, least, most))


def _two_legs(legs: np.ndarray, level: float, size: float) -> tuple[float, float]:
    """x of the middle of the wearer's left and right leg at a height: either side of the gap."""
    left, right = [], []
    for y in np.linspace(level - 12, level + 12, 9):
        row = legs[int(np.clip(y, 0, SIZE[1] - 1))].astype(int)
        edges = np.diff(np.r_[0, row, 0])
        runs = [(a, b) for a, b in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True)
                if b - a > 0.07 * size]  # fmt: skip
        if len(runs) >= 2:
            runs = sorted(sorted(runs, key=lambda run: run[0] - run[1])[:2])
            right.append(sum(runs[0]) / 2)
            left.append(sum(runs[1]) / 2)
        elif runs:
            a, b = runs[0]
            right.append(a + 0.27 * (b - a))
            left.append(b - 0.27 * (b - a))
    if not left:
        return 320 + 0.25 * size, 320 - 0.25 * size
    return float(np.median(left)), float(np.median(right))
