"""A bare figure bent to somebody's measures: the form and the light of limbs that clothes hid.

Knows joints and widths in the figures' frame, no photo and no skin's colour: what it gives is where
limbs are and how much lighter or darker than its usual colour skin is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from demo.fitting.figures import PARTS, SIZE, Figure, load_figures
from demo.fitting.filling import spread
from demo.settings import ROOT
from demo.studio.canvas import F32, smoothstep

LENDER = "carla"
"""the figure that lends its limbs: her arms hang free and no sleeve or leg of hers is covered"""
BONES = {
    "thigh": ("hip", "knee", {0.45: "thigh", 1.0: "knee"}),
    "calf": ("knee", "ankle", {0.0: "knee", 0.35: "calf", 1.0: "ankle"}),
    "upper_arm": ("shoulder", "elbow", {0.5: "upper_arm", 1.0: "elbow"}),
    "forearm": ("elbow", "wrist", {0.0: "elbow", 0.4: "forearm", 1.0: "wrist"}),
}  # fmt: skip
"""limb -> joints at its ends; share of the way between them -> the half-width there"""
SEAM = 6.0
"""pixels of the frame over which the light of one limb goes over into its neighbour's"""
LEVELS = ("neck", "armpit", "chest", "waist", "hip")
"""heights of the outline at which trunks are compared"""
OVER = 0.10
"""share of its length by which a limb goes on beyond its joints, into its neighbour"""
SIDES = ("left", "right")


@dataclass(frozen=True)
class _Lender:
    figure: Figure
    light: np.ndarray
    """[1280, 640] how light the skin is by its usual, carried on beyond the body's edge"""
    limbs: Mapping[str, np.ndarray]
    """"arm_left" … "leg_right" -> coverage, float [1280, 640]"""


@dataclass(frozen=True)
class Double:
    """A bare body in somebody's measures, in the frame."""

    limbs: Mapping[str, np.ndarray]
    """part -> coverage 0..1 [1280, 640]"""
    light: np.ndarray
    """[1280, 640] what the skin's usual colour is to be multiplied with"""


def bend_double(
    joints: Mapping[str, np.ndarray], outline: Mapping[str, np.ndarray], half: Mapping[str, float]
) -> Double:
    """The lender's limbs on these joints, as wide as these half-widths, and her light on all."""
    lender = _lender()
    light = _trunk_light(lender, outline)
    limbs = {}
    for side in SIDES:
        for limb in BONES:
            box, u, v, share = _place(lender.figure, joints, half, limb, side)
            whole = "leg" if limb in ("thigh", "calf") else "arm"
            cover = cv2.remap(lender.limbs[f"{whole}_{side}"], u, v, cv2.INTER_LINEAR) * share
            limbs[f"{limb}_{side}"] = np.zeros(SIZE[::-1], F32)
            limbs[f"{limb}_{side}"][box] = cover
            lit = cv2.remap(lender.light, u, v, cv2.INTER_LINEAR)
            known = cv2.GaussianBlur(cover, (0, 0), 2) * share
            light[box] = light[box] * (1 - known) + lit * known
    return Double(limbs, cv2.GaussianBlur(light, (0, 0), SEAM))


def _place(
    lender: Figure, joints: Mapping[str, np.ndarray], half: Mapping[str, float], limb: str, side: str
) -> tuple[tuple[slice, slice], np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """A limb's box in the frame; where the lender's picture shows each of its pixels (u, v); and 1
    between the limb's joints, falling to 0 beyond them."""
    start, end, stations = BONES[limb]
    a, b = (np.asarray(joints[f"{n}_{side}"], float) for n in (start, end))
    own_a, own_b = (np.asarray(lender.joints[f"{n}_{side}"], float) for n in (start, end))
    room = 2.2 * max(half[limb], 8) + OVER * float(np.linalg.norm(b - a))
    low = np.clip(np.minimum(a, b) - room, 0, np.array(SIZE) - 2).astype(int)
    high = np.clip(np.maximum(a, b) + room, low + 2, SIZE).astype(int)
    y, x = np.mgrid[low[1] : high[1], low[0] : high[0]].astype(F32)
    length, own_length = (max(float(np.linalg.norm(k)), 1.0) for k in (b - a, own_b - own_a))
    way, own_way = (b - a) / length, (own_b - own_a) / own_length
    along = ((x - a[0]) * way[0] + (y - a[1]) * way[1]) / length
    across = (x - a[0]) * -way[1] + (y - a[1]) * way[0]
    ratios = [half[name] / lender.half_widths[name] for name in stations.values()]
    across = across / np.interp(along, list(stations), ratios)
    u = own_a[0] + along * own_length * own_way[0] - across * own_way[1]
    v = own_a[1] + along * own_length * own_way[1] + across * own_way[0]
    share = smoothstep(-OVER, -OVER / 2, along) * (1 - smoothstep(1 + OVER / 2, 1 + OVER, along))
    share *= np.abs(across) < 1.9 * lender.half_widths[limb]
    box = np.s_[low[1] : high[1], low[0] : high[0]]
    return box, u.astype(F32), v.astype(F32), share.astype(F32)


def _trunk_light(lender: _Lender, outline: Mapping[str, np.ndarray]) -> np.ndarray:
    """The lender's light on neck, chest and belly, at the heights and widths of this outline."""
    rows, columns = np.arange(SIZE[1], dtype=F32), np.arange(SIZE[0], dtype=F32)

    def stations(points: Mapping[str, np.ndarray]) -> tuple[np.ndarray, ...]:
        pairs = [[np.asarray(points[f"{n}_{s}"], float) for s in SIDES] for n in LEVELS]
        level = [(left[1] + right[1]) / 2 for left, right in pairs]
        middle = [(left[0] + right[0]) / 2 for left, right in pairs]
        wide = [(left[0] - right[0]) / 2 for left, right in pairs]
        return np.array(level), np.array(middle), np.array(wide)

    level, middle, wide = stations(outline)
    own_level, own_middle, own_wide = stations(lender.figure.outline)
    scale = (own_level[-1] - own_level[0]) / (level[-1] - level[0])
    source = np.interp(rows, level, own_level)
    source += np.minimum(rows - level[0], 0) * scale + np.maximum(rows - level[-1], 0) * scale
    centre, own_centre = np.interp(rows, level, middle), np.interp(source, own_level, own_middle)
    ratio = np.interp(rows, level, own_wide / wide)
    u = own_centre[:, None] + (columns[None] - centre[:, None]) * ratio[:, None]
    v = np.broadcast_to(source[:, None], u.shape)
    return cv2.remap(
        lender.light, u.astype(F32), np.ascontiguousarray(v, F32), cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip


@cache
def _lender() -> _Lender:
    figure = load_figures(ROOT / "assets" / "figures")[LENDER]
    picture = np.asarray(figure.picture()).astype(F32) / 255
    parts = figure.parts()
    limbs = {}
    for side in SIDES:
        for whole, names in (("arm", ("upper_arm", "forearm", "hand")),
                             ("leg", ("thigh", "calf", "foot"))):  # fmt: skip
            own = np.isin(parts, [PARTS.index(f"{n}_{side}") for n in names])
            other = "right" if side == "left" else "left"
            free = parts != PARTS.index(f"thigh_{other}")
            if whole == "leg":  # the trunk lies over the thigh's upper end
                own = cv2.dilate(own.astype(np.uint8), np.ones((41, 1))) > 0
                own &= free & (picture[..., 3] > 0.5)
            limbs[f"{whole}_{side}"] = cv2.GaussianBlur(own.astype(F32), (0, 0), 0.8)
    bare = (picture[..., 3] > 0.98) & (parts != PARTS.index("hair"))
    known = cv2.erode(bare.astype(np.uint8), np.ones((5, 5))) > 0
    light = spread(picture[..., :3], known).mean(2)
    usual = np.median(
        light[np.isin(parts, [PARTS.index(n) for n in ("thigh_left", "forearm_left")])]
    )
    return _Lender(figure, np.clip(light / usual, 0.5, 1.3).astype(F32), limbs)
