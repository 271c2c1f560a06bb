"""What comes to light when the old clothes are gone: parts of the body, and what hung over what.

Knows labels, measures and the new sheets' edges; paints nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from demo.fitting.figures import PARTS
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models.parser import FACE, LEGS, LOWER, SHOES, UPPER
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, Body

SHIRT = 16.0
"""pixels of the frame by which a shirt may lie above the shoulders that are measured"""
SAG = 12.0
"""pixels of the frame by which a waistband hangs lower in front than at the sides"""
EDGE = 1.6
"""pixels over which an invented limb ends"""


class Zones:
    """The body's parts in the photo, by its measures: bool [h, w]."""

    def __init__(self, subject: Subject) -> None:
        body = subject.body
        self._subject = subject
        parts = cv2.warpAffine(
            body.parts(), subject.place.astype(F32), subject.labels.shape[::-1],
            flags=cv2.INTER_NEAREST,
        )  # fmt: skip

        def of(*stems: str) -> np.ndarray:
            return np.isin(parts, [i for i, name in enumerate(PARTS) if name.startswith(stems)])

        rows = np.arange(len(parts))[:, None]
        level = {
            n: subject.at(body.outline[f"{n}_left"])[1] for n in ("armpit", "waist", "hip", "neck")
        }
        self._limbs = of("upper_arm", "forearm", "hand")
        self._middle = of("torso", "neck", "head")
        self._round()
        self.head = of("head")
        self.neck = of("neck")
        self.trunk = of("torso")
        self.chest = self.trunk & (
            rows < level["armpit"] + 0.25 * (level["waist"] - level["armpit"])
        )
        self.midriff = self.trunk & ~self.chest & (rows < 0.5 * (level["waist"] + level["hip"]))
        limbs = of("thigh", "calf", "foot") | (self.trunk & (rows > level["hip"]))
        self._legs = _rounded(limbs, 7 * subject.unit)
        self.legs = (self._legs > 0.5) & ~of("foot")

    def coverage(self) -> np.ndarray:
        """How much of each pixel is body, 0..1 [h, w]: its edge is soft."""
        return np.maximum(self._upper, self._legs)

    def ankles(self) -> np.ndarray:
        """Between what is measured of the calves and the shoes that are seen, bool [h, w]."""
        labels, body = self._subject.labels, self._subject.body
        rows, columns = np.mgrid[0 : labels.shape[0], 0 : labels.shape[1]]
        below = np.cumsum(labels[::-1] == SHOES, 0)[::-1] > 0  # a shoe is further down
        half = 1.1 * body.half_widths["ankle"] * self._subject.unit
        found = np.zeros(labels.shape, bool)
        for side in SIDES:
            x, y = self._subject.at(body.joints[f"ankle_{side}"])
            found |= (np.abs(columns - x) < half) & (rows > y - 2 * half) & below
        return found

    def go_on(self, stretch: np.ndarray, filled: np.ndarray) -> None:
        """Let an arm fill this part of a stretch instead of what was measured, bool [h, w] both."""
        self._limbs = np.where(stretch & ~self._middle, filled, self._limbs)
        self._round()

    def _round(self) -> None:
        self._upper = _rounded(self._limbs | self._middle, 4 * self._subject.unit)
        near = cv2.dilate(self._limbs.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        self.arms = near & (self._upper > 0.5) & ~self._middle


def _rounded(mask: np.ndarray, by: float) -> np.ndarray:
    """A mask, bool [h, w], without steps and notches smaller than so many pixels: 0..1 [h, w], with an

    edge about as soft as a photo's.
    """
    wide = cv2.GaussianBlur(mask.astype(F32), (0, 0), by)
    return np.clip((wide - 0.5) * by * 2.5 / EDGE + 0.5, 0, 1)


def taken_off(subject: Subject, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]) -> np.ndarray:
    """Which pixels show clothes that the new ones replace, bool [h, w]."""
    labels = subject.labels
    off = np.zeros(labels.shape, bool)
    kinds = {w.garment.category for w in worn}
    if kinds & {"tops", "dresses", "knitwear"} or any(
        not w.garment.is_open() for w in worn if w.kind == "upper"
    ):
        off |= labels == UPPER
    elif "outerwear" in kinds:  # an open layer over what is worn already
        between = np.zeros(labels.shape, bool)
        for layer in worn:
            if layer.kind == "upper":
                between |= subject.bring(_inside_of(layer).astype(F32)) > 0.5
        off |= (labels == UPPER) & ~between
    if any(w.kind in ("legs", "skirt") for w in worn) or "dresses" in kinds:
        off |= labels == LOWER
    if feet:
        off |= labels == SHOES
    return off


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


def inside_trousers(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Rows in which a bare leg would be inside new trousers or shorts, bool [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    found = np.zeros((len(rows), 1), bool)
    for w in worn:
        if w.kind == "legs":
            ends = [
                w.landmarks[f"cuff_{edge}_{side}"][1]
                for edge in ("outer", "inner")
                for side in SIDES
            ]
            waist = np.mean([w.landmarks[f"waist_{side}"][1] for side in SIDES])
            found |= (rows > subject.at((0, waist))[1] + 6) & (
                rows < subject.at((0, min(ends)))[1] - 3
            )
    return found


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
    below = np.cumsum(lower[::-1], 0)[::-1] > 0  # some of it is further down in this column
    held = np.flatnonzero(lower.any(0))
    columns = np.arange(labels.shape[1])[None]  # above the gap between two legs there is cloth
    below |= zones.trunk & (columns > held[0]) & (columns < held[-1])
    middle, half = (held[0] + held[-1]) / 2, max(1.0, (held[-1] - held[0]) / 2)
    sag = SAG * subject.unit * (1 - np.minimum(((columns - middle) / half) ** 2, 1))
    return below & (rows > 0.65 * waist + 0.35 * hip + sag) & ~_outside(subject, zones)


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
    clad, bare = near & (labels == UPPER), near & (labels == FACE)
    above = clad if clad.sum() > bare.sum() else bare
    open_ = (
        gap & (labels == LOWER) & (np.cumsum(front, 0) == 0) & (rows < waist + 30 * subject.unit)
    )
    open_ &= above.any(0)
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


def bare_legs(subject: Subject, worn: Sequence[Worn]) -> np.ndarray:
    """Where a skirt, a dress or shorts leave legs bare that trousers covered: below the hem, [h, 1]."""
    rows = np.arange(subject.labels.shape[0])[:, None]
    found = np.zeros((len(rows), 1), bool)
    for w in worn:
        names = (
            ("hem_left", "hem_right")
            if w.kind in ("skirt", "upper")
            else ("cuff_outer_left", "cuff_outer_right")
        )
        if w.kind != "upper" or w.garment.category == "dresses":
            found |= rows > subject.at((0, np.mean([w.landmarks[n][1] for n in names])))[1] - 6
    return found


def under_hem(labels: np.ndarray, far: int) -> np.ndarray:
    """The columns of bare legs where they come out of trousers, up to `far` above, bool [h, w]."""
    worn = cv2.dilate((labels == LOWER).astype(np.uint8), np.ones((5, 1)), anchor=(0, 4)) > 0
    hem = ((labels == LEGS) & worn).astype(np.uint8)
    return cv2.dilate(hem, np.ones((far, 1)), anchor=(0, 0)) > 0


def under_neck(subject: Subject, far: int) -> np.ndarray:
    """The columns of a bare neck where it goes into a collar, up to `far` below, bool [h, w]."""
    rows = np.arange(len(subject.labels))[:, None]
    chin = subject.at(subject.body.joints["chin"])[1]
    low = subject.at(subject.body.outline["armpit_left"])[1]
    neck = ((subject.labels == FACE) & (rows > chin) & (rows < low)).astype(np.uint8)
    return cv2.dilate(neck, np.ones((far, 1), np.uint8), anchor=(0, far - 1)) > 0


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
    near = cv2.distanceTransform(1 - measured, cv2.DIST_L2, 3) < SHIRT * subject.unit
    low = subject.at(body.outline["armpit_left"])[1]
    return cloth & near & (rows < low) & (columns > right) & (columns < left)
