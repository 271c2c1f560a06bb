"""What comes to light when the old clothes are gone: parts of the body, and what hung over what.

Knows labels, measures and the new sheets' edges; paints nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from demo.fitting.sleeves import keeps_sleeves
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.fitting.zones import Zones
from demo.models.parser import ARMS, FACE, LOWER, SHOES, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, Body

SHIRT = 16.0
"""pixels of the frame by which a shirt may lie above the shoulders that are measured"""
STRAP = 16.0
"""pixels of the frame that a strap is wide"""
LIES = 24.0
"""pixels of the frame by which a shoulder that is measured may stand out above the cloth on it"""
SAG = 12.0
"""pixels of the frame by which a waistband hangs lower in front than at the sides"""
REST = 25.0
"""pixels of the frame below a jacket's hem from which an old top is worn on purpose"""


def taken_off(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> np.ndarray:
    """Which pixels show clothes that the new ones replace, bool [h, w]."""
    labels = subject.labels
    off = np.zeros(labels.shape, bool)
    kinds = {w.garment.category for w in worn}
    if kinds & {"tops", "dresses", "knitwear"} or any(
        not w.garment.is_open() for w in worn if w.kind == "upper"
    ):
        off |= labels == UPPER
    elif "outerwear" in kinds and not keeps_sleeves(subject, worn):  # over what is worn already
        between = np.zeros(labels.shape, bool)
        for layer in worn:
            if layer.kind == "upper":
                inner = subject.bring(_inside_of(layer).astype(F32)) > 0.5
                between |= inner & ~_rest_below(subject, layer)
        off |= (labels == UPPER) & ~between
    if any(w.kind in ("legs", "skirt") for w in worn) or "dresses" in kinds:
        off |= labels == LOWER
    if feet:
        off |= labels == SHOES
    return off


def _rest_below(subject: Subject, layer: Worn) -> np.ndarray:
    """What of an old top is seen below a layer's hem, bool [h, w], where it is no more than a rest."""
    front = subject.bring(layer.cover()) > 0.5
    below = (subject.labels == UPPER) & (np.cumsum(front[::-1], 0)[::-1] == 0) & front.any(0)
    edges = [layer.landmarks[f"hem_{side}"] for side in SIDES]
    level = subject.at((0, min(y for _, y in edges)))[1] - REST * subject.unit
    below &= np.arange(len(front))[:, None] > level
    right, left = sorted(round(float(subject.at(edge)[0])) for edge in edges)
    seen = below[:, max(0, right) : max(0, left) + 1].sum(0)
    is_rest = len(seen) == 0 or np.median(seen) < REST * subject.unit
    return below & is_rest


def _inside_of(layer: Worn) -> np.ndarray:
    """Where a row is between the edges of a layer's main sheet, or below its hem: bool [1280, 640]."""
    cover = (layer.cover() > 0.5).astype(np.uint8)
    count, areas, stats, _ = cv2.connectedComponentsWithStats(cover)
    if count < 2:
        return cover > 0
    sizes = stats[1:, cv2.CC_STAT_AREA]  # an open front is in two halves; closed slits are specks
    trunk = np.isin(areas, 1 + np.flatnonzero(sizes > 0.15 * sizes.max()))
    rows = np.flatnonzero(trunk.any(1))
    columns = np.arange(cover.shape[1])[None]
    left, right = np.argmax(trunk, 1), cover.shape[1] - np.argmax(trunk[:, ::-1], 1)
    last = max(rows[0], rows[-1] - 14)  # the hem's very edge may be a tip
    flare = 0.3 * np.arange(len(cover) - last)  # what hangs out below widens as hips do
    left[last:], right[last:] = left[last] - flare, right[last] + flare
    found = (columns > left[:, None] + 2) & (columns < right[:, None] - 2)
    found[: rows[0]] = False
    return found


def covered(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> np.ndarray:
    """What the new sheets cover, 0..1 [h, w]."""
    sheets = [s[..., 3] for w in worn for n, s in w.sheets.items() if n != "inside"]
    sheets += [shoe[..., 3] for shoe in feet.values()]
    if not sheets:
        return np.zeros(subject.labels.shape, F32)
    return subject.bring(np.max(sheets, 0))


def in_sleeves(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """What new sleeves cover, bool [h, w]."""
    sheets = [s[..., 3] for w in worn for n, s in w.sheets.items() if n.endswith("_over")]
    if not sheets:
        return np.zeros(subject.labels.shape, bool)
    return subject.bring(np.max(sheets, 0)) > 0.5


def lower_goes_on(subject: Subject, worn: Sequence[Worn], zones: Zones) -> np.ndarray:
    """Where trousers or a skirt that stay on go on under the hem of what was taken off, bool [h, w]."""
    labels = subject.labels
    if any(w.kind in ("legs", "skirt") or w.garment.category == "dresses" for w in worn):
        return np.zeros(labels.shape, bool)
    lower = labels == LOWER
    if lower.sum() < 200 * subject.unit**2:
        return np.zeros(labels.shape, bool)
    waist = subject.at((0, Body(subject.body).level("waist")))[1]
    hip = subject.at((0, Body(subject.body).level("hip")))[1]
    rows = np.arange(len(labels))[:, None]
    columns = np.arange(labels.shape[1])[None]
    right, left = (subject.at(subject.body.outline[f"hip_{s}"])[0] for s in ("right", "left"))
    # A hand may hang before it.
    lower = lower | ((labels == ARMS) & (rows > waist) & (columns > right) & (columns < left))
    below = np.cumsum(lower[::-1], 0)[::-1] > 0  # some of it is further down in this column
    held = np.flatnonzero(lower.any(0))  # above the gap between two legs there is cloth
    below |= zones.trunk & (columns > held[0]) & (columns < held[-1])
    # Black trousers may be taken for a black top: what the photo's lower edge cuts off with them is cloth.
    below |= (labels == UPPER) & (labels == UPPER)[-1] & (columns > held[0]) & (columns < held[-1])
    middle, half = (held[0] + held[-1]) / 2, max(1.0, (held[-1] - held[0]) / 2)
    sag = SAG * subject.unit * (1 - np.minimum(((columns - middle) / half) ** 2, 1))
    return below & (rows > 0.65 * waist + 0.35 * hip + sag) & ~_outside(subject, zones)


def beside_front(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Right and left of a new top's front above its hem, bool [h, w]: no trousers stand out there."""
    found = np.zeros(subject.labels.shape, bool)
    columns = np.arange(found.shape[1])[None]
    for layer in (w for w in worn if w.kind == "upper" and "hem_left" in w.landmarks):
        front = subject.bring(layer.cover()) > 0.5
        low = min(subject.at(layer.landmarks[f"hem_{side}"])[1] for side in SIDES)
        front[max(0, round(low)) :] = False
        first, last = np.argmax(front, 1), front.shape[1] - np.argmax(front[:, ::-1], 1)
        found |= front.any(1)[:, None] & (
            (columns < first[:, None] + 2) | (columns > last[:, None] - 3)
        )
    return found


def above_waistband(
    subject: Subject, worn: Sequence[Worn], gap: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """What old trousers leave open above the new waistband: where the top goes on down to it, where

    the belly does, bool [h, w] both.
    """
    labels = subject.labels
    nothing = np.zeros(labels.shape, bool)
    below = [w for w in worn if w.kind in ("legs", "skirt")]
    if not below or any(w.kind == "upper" for w in worn):
        return nothing, nothing
    waist = np.mean([subject.at(w.landmarks[f"waist_{s}"])[1] for w in below for s in SIDES])
    rows = np.arange(len(labels))[:, None]
    front = subject.bring(np.max([w.cover() for w in below], 0)) > 0.5
    near = (rows > waist - 70 * subject.unit) & (rows < waist + 30 * subject.unit)
    clad, bare = near & (labels == UPPER), near & np.isin(labels, (FACE, ARMS))
    above = clad if clad.sum() > bare.sum() else bare
    open_ = (
        gap & (labels == LOWER) & (np.cumsum(front, 0) == 0) & (rows < waist + 30 * subject.unit)
    )
    reach = max(3, round(8 * subject.unit))  # an arm beside the waist is not above it
    below_it = cv2.dilate(
        above.astype(np.uint8), np.ones((reach, 1), np.uint8), anchor=(0, reach - 1)
    )
    open_ &= ((below_it > 0) & (labels == LOWER)).any(0)
    return (open_, nothing) if above is clad else (nothing, open_)


def _outside(subject: Subject, zones: Zones) -> np.ndarray:
    """Further from the trunk and the legs than trousers stand off, bool [h, w]."""
    body = (zones.trunk | zones.legs | (subject.labels == LOWER)).astype(np.uint8)
    return cv2.distanceTransform(1 - body, cv2.DIST_L2, 3) > 6 * subject.unit


def bare_belly(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Where a short top leaves the belly bare: below its hem, bool [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    hems = [
        subject.at((0, np.mean([w.landmarks[f"hem_{s}"][1] for s in SIDES])))[1]
        for w in worn
        if w.kind == "upper" and "hem_left" in w.landmarks
    ]
    return rows > max(hems) - 4 if hems else np.zeros((len(rows), 1), bool)


def under_neck(subject: Subject, far: int) -> np.ndarray:
    """The columns of a bare neck where it goes into a collar, up to `far` below, bool [h, w]."""
    rows = np.arange(len(subject.labels))[:, None]
    chin = subject.at(subject.body.joints["chin"])[1]
    low = subject.at(subject.body.outline["armpit_left"])[1]
    neck = ((subject.labels == FACE) & (rows > chin) & (rows < low)).astype(np.uint8)
    return cv2.dilate(neck, np.ones((far, 1), np.uint8), anchor=(0, far - 1)) > 0


def over_cloth(
    subject: Subject, zones: Zones, worn: Sequence[Worn], cover: np.ndarray
) -> np.ndarray:  # fmt: skip
    """Where the shoulders' upper edge stands out above new cloth, bool [h, w]: it lies on them.

    cover: 0..1 [h, w]. What is within a neckline is left out, the neck rises from it.
    """
    right, left = (
        [subject.body.outline[f"neck_{s}"][0]]
        + [w.landmarks[f"neck_{s}"][0] for w in worn if f"neck_{s}" in w.landmarks]
        for s in ("right", "left")
    )
    columns = np.arange(cover.shape[1])[None]
    rows = np.arange(cover.shape[0])[:, None]
    beside = (columns < subject.at((min(right), 0))[0]) | (columns > subject.at((max(left), 0))[0])
    cloth = cover > 0.5
    top = np.argmax(zones.trunk | zones.neck | zones.arms, 0)  # beyond the joints arms are the top
    first = np.where(cloth.any(0), np.argmax(cloth, 0), 0)
    near = beside & (first - top < LIES * subject.unit)
    wide = np.ones((1, 2 * round(STRAP * subject.unit / 2) + 1), np.uint8)  # presses nothing down
    near = cv2.morphologyEx(near.astype(np.uint8), cv2.MORPH_OPEN, wide) > 0
    return near & (rows < first)


def under_shoulders(subject: Subject, zones: Zones) -> np.ndarray:
    """Where an old shirt without a high collar lies on the shoulders, a little above where they are

    measured, bool [h, w]: that is body.
    """
    body, labels = subject.body, subject.labels
    rows, columns = np.mgrid[0 : labels.shape[0], 0 : labels.shape[1]]
    crown, chin = (subject.at(body.joints[n])[1] for n in ("head_top", "chin"))
    right, left = (subject.at(body.joints[f"shoulder_{s}"])[0] for s in ("right", "left"))
    cloth = labels == UPPER
    if (cloth & (rows < chin + 0.12 * (chin - crown))).any():
        return np.zeros(labels.shape, bool)
    measured = (zones.chest | zones.neck | zones.arms).astype(np.uint8)
    middle = (left + right) / 2  # at the joints the arm's own top is the shoulder
    inside = np.clip((1 - np.abs(columns - middle) / max(1.0, (left - right) / 2)) / 0.5, 0, 1)
    near = cv2.distanceTransform(1 - measured, cv2.DIST_L2, 3) < SHIRT * inside * subject.unit
    low = subject.at(body.outline["armpit_left"])[1]
    return cloth & near & (rows < low) & (columns > right) & (columns < left)
