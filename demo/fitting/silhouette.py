"""New sheets end where the old garment did: bent so that nothing beside them need be invented.

Knows labels, measures and what the sheets cover; neither the new cloth's picture nor the photo's.
Outlines are found on a grid of half the frame's size; all lengths are pixels of the frame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from demo.fitting.bending import GRID, GRID_SIZE, Bending, columns, rows
from demo.fitting.figures import SIZE
from demo.fitting.filling import closed, grown
from demo.fitting.sleeves import cuff_of
from demo.fitting.slits import without_slits
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.models.parser import ARMS, BACKGROUND, FACE, UPPER
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.arms import arm_of
from demo.studio.worn.body import SIDES, SIGN, Body

LONGER = 40.0
"""by how much a sleeve or a trunk is lengthened to the old one's end"""
WIDER = 16.0
"""by how much a sheet is widened to the old garment's edge"""
SLEEVE = 28.0
"""by how much a sleeve is widened to one that ends where it does"""
TIGHTER = 24.0
"""by how much a sleeve or a shoulder is drawn in towards the person's"""
LIES = {"outerwear": 7.0, "knitwear": 4.5}
"""category -> how far new cloth stands off the person at most; `CLOSE` for others"""
CLOSE = 3.0
ROOM = 5.0
"""how much more it stands off a bare arm"""
MOUTH = 9.0
"""how much more at the mouth of a short sleeve"""
OVER = 2.0
"""how far a lengthened end goes over the old one's"""
FADE = 70.0
"""above an old hem over what a longer garment goes over into its own width"""
BULGE = 5.0
"""how far an upper arm stands out from the line between shoulder and elbow"""
SKIN = 3.0
"""how far cloth stands off bare skin at the least"""
LONG = 1.7
"""how far down an arm long sleeves reach at the least: 1 elbow, 2 wrist"""
ABOVE = 150.0
"""above the wrist over what a trunk beside a sleeve is drawn in less and less"""
NOTCH = 40.0
"""half the height of a notch in a trunk's side below a long sleeve that is closed"""
SMOOTH = 2.5
"""over what steps of labels and of outlines are evened out"""
FRONT = 0.75
"""how wide necklines and open fronts may be, as a share of the width between the armpits"""
COLLAR = 700.0
"""how much of an old garment stands above the neck's base where it has a high collar, pixels"""


def follow(subject: Subject, worn: Sequence[Worn]) -> None:
    """Bend the sheets of tops and dresses to the photo's person, in place."""
    seen = _Seen(subject)
    for layer in (w for w in worn if w.kind == "upper"):
        bending = Bending(layer)
        sleeves = {side: _lengthen_sleeve(layer, bending, seen, side) for side in SIDES}
        hems = _hems(layer, bending, seen)
        is_old = _lengthen_trunk(layer, bending, seen, hems)
        bending.reach(_target(layer, bending, seen, sleeves, hems if not is_old else None))
        bending.draw()


class _Seen:
    """The photo's labels on the grid, bool [640, 320], and the way along its arms."""

    def __init__(self, subject: Subject) -> None:
        self.body = Body(subject.body)
        self._back = cv2.invertAffineTransform(subject.place.astype(F32)) / GRID
        self._labels = subject.labels
        self.upper, self.arms, self.face = self._of(UPPER), self._of(ARMS), self._of(FACE)
        self.person = ~self._of(BACKGROUND)
        left, right = (self.body.edge(f"neck_{side}") for side in SIDES)
        (middle, self._base), half = (left + right) / 2, abs(left[0] - right[0]) / 2
        self._from_neck = np.abs(columns - middle) / half
        self.half = self.body.figure.half_widths["upper_arm"]
        self.arm = {side: _Line(arm_of(self.body, side)) for side in SIDES}

    def _of(self, label: int) -> np.ndarray:
        own = (self._labels == label).astype(F32)
        own = cv2.warpAffine(own, self._back, GRID_SIZE, borderMode=cv2.BORDER_REPLICATE)
        return cv2.GaussianBlur(own, (0, 0), SMOOTH / GRID) > 0.5

    def around(self, side: str, wide: float) -> np.ndarray:
        """Within so many half-widths of an arm's axis, bool [640, 320]."""
        return self.arm[side].away < wide * self.half

    def beside_neck(self, near: float, far: float, low: float = 20) -> np.ndarray:
        """0 up to so many half-widths from the neck's middle, 1 from `far` on and from so many pixels

        below its base on, [640, 320]: collars lie between.
        """
        aside = smoothstep(near, far, self._from_neck)
        return np.maximum(aside, smoothstep(self._base + 0.3 * low, self._base + low, rows))

    def is_collared(self) -> bool:
        """Whether the old garment has a hood or a high collar: its edge is no shoulder's."""
        high = self.upper & (rows < self._base - 4) & (self._from_neck < 3)
        return GRID**2 * int(high.sum()) > COLLAR

    def half_of(self, side: str) -> np.ndarray:
        """One side of the body's middle, bool [640, 320]."""
        middle = self.body.centre_at(rows[:, 0])[:, None]
        return SIGN[side] * (columns - middle) > 0

    def wide_mouth(self, side: str, end: float) -> np.ndarray:
        """Where an old sleeve that ended so far down the arm stands off its outer side, [640, 320]:

        beyond a line from the shoulder to the bare arm.
        """
        line = self.arm[side]
        across = line.across * SIGN[side]
        own = self.person & self.around(side, 2.2) & (across > 0)

        def edge(low: float, high: float) -> float:
            there = across[own & (line.along > low) & (line.along < high)]
            return float(np.percentile(there, 98)) if len(there) else np.inf

        way = np.clip((line.along - 0.12) / max(end - 0.07, 0.05), 0, 1)
        top, low = edge(0.08, 0.14), edge(end + 0.04, end + 0.16)
        most = top + way * (low - top) + 4 * BULGE * way * (1 - way)
        return (across > most) & (line.along > 0.12) & (line.along < end + 0.08)

    def old_end(self, side: str) -> float | None:
        """How far down an arm the old sleeve ends, None where that is not seen."""
        core = self.around(side, 1.1)
        bins = np.arange(0.1, 2.3, 0.04)
        skin, cloth = (
            np.histogram(self.arm[side].along[core & own], bins)[0]
            for own in (self.arms, self.upper)
        )
        bare = np.flatnonzero((skin > cloth) & (skin > 0))
        return float(bins[bare[0]]) if len(bare) else None


class _Line:
    """An arm's axis: how far down it each point of the grid is (1 elbow, 2 wrist), how far from it,

    and how far on its left side, all [640, 320].
    """

    def __init__(self, joints: tuple[np.ndarray, ...]) -> None:
        root, elbow, wrist = joints
        y, x = np.mgrid[0 : SIZE[1] : 4 * GRID, 0 : SIZE[0] : 4 * GRID].astype(F32)
        along, away = np.zeros(x.shape, F32), np.full(x.shape, np.inf, F32)
        across = np.zeros(x.shape, F32)
        for start, (a, b) in enumerate(((root, elbow), (elbow, wrist), (wrist, 2 * wrist - elbow))):
            way = b - a
            share = np.clip(((x - a[0]) * way[0] + (y - a[1]) * way[1]) / (way @ way + 1e-6), 0, 1)
            far = np.hypot(x - a[0] - share * way[0], y - a[1] - share * way[1])
            aside = ((x - a[0]) * way[1] - (y - a[1]) * way[0]) / (np.hypot(*way) + 1e-6)
            across = np.where(far < away, aside, across)
            along, away = np.where(far < away, start + share, along), np.minimum(far, away)
        fixed = np.array([[4, 0, 0], [0, 4, 0]], F32)
        self.along, self.away, self.across = (
            cv2.warpAffine(k.astype(F32), fixed, GRID_SIZE, borderMode=cv2.BORDER_REPLICATE)
            for k in (along, away, across)
        )


def _lengthen_sleeve(layer: Worn, bending: Bending, seen: _Seen, side: str) -> bool:
    """Stretch a sleeve to the old one's end where that is not far; says whether they end alike."""
    line = arm_of(seen.body, side)
    cuff, old = cuff_of(layer, line, side), seen.old_end(side)
    if cuff == 0 or old is None:
        return False
    root, elbow, wrist = line
    a, b, start = (elbow, wrist, 1.0) if cuff > 1 else (root, elbow, 0.0)
    length = float(np.hypot(*(b - a)))
    more = (old - cuff) * length
    end = (cuff - start) * length
    first = 0.3 * end if start == 0 else 0.0
    own = [n for n in (f"sleeve_{side}", f"sleeve_{side}_over") if n in layer.sheets]
    marks = [n for n in layer.landmarks if n.startswith("cuff") and n.endswith(side)]
    here = seen.arm[side].along > start - 0.3
    return _lengthen(bending, own, marks, more, a, (b - a) / length, (first, end), here)


def _lengthen_trunk(layer: Worn, bending: Bending, seen: _Seen, hems: _Hems | None) -> bool:
    """Stretch the trunk to the old hem where that is not far below; says whether they end alike."""
    if hems is None:
        return False
    pit = seen.body.level("armpit")
    own = [n for n in ("", "inside") if n in layer.sheets]
    marks = [n for n in layer.landmarks if n.startswith("hem")]
    root, down = np.array([0.0, pit]), np.array([0.0, 1.0])
    return _lengthen(bending, own, marks, hems.old - hems.new, root, down, (0.0, hems.new - pit))


@dataclass(frozen=True)
class _Hems:
    """How low the old garment and the new one end in front."""

    old: float
    new: float


def _hems(layer: Worn, bending: Bending, seen: _Seen) -> _Hems | None:
    """Both hems, None where one is not seen."""
    right, left = (layer.landmarks[f"hem_{side}"][0] for side in ("right", "left"))
    middle = np.abs(columns[0] - (left + right) / 2) < 0.4 * abs(left - right)
    old, new = (_last_row(m) for m in (seen.upper, bending.covers[""] > 0.5))
    middle &= (old > 0) & (new > 0)
    if middle.sum() < 10:
        return None
    low = float(np.median(new[middle]))
    return _Hems(low + float(np.median((old - new)[middle])), low)


def _last_row(mask: np.ndarray) -> np.ndarray:
    """The lowest row of each column of the grid, pixels, [320]; 0 where there is none."""
    return GRID * np.where(mask.any(0), len(mask) - np.argmax(mask[::-1], 0), 0).astype(F32)


def _lengthen(
    bending: Bending, sheets: list[str], landmarks: list[str], more: float, root: np.ndarray,
    way: np.ndarray, part: tuple[float, float], here: np.ndarray | bool = True,
) -> bool:  # fmt: skip
    """Stretch some sheets by `more` pixels along a way (unit vector) from a root: what lies between the

    two ends of `part` is stretched, what lies beyond moved. Says whether the ends are near each other.
    """
    if abs(more) > LONGER:
        return False
    if more > 0:
        first, end = part
        more += OVER
        along = (columns - root[0]) * way[0] + (rows - root[1]) * way[1]
        share = np.clip((along - first) / max(end + more - first, 1.0), 0, 1) * here
        shift = np.dstack([-more * share * way[0], -more * share * way[1]]).astype(F32)
        bending.move(shift, sheets, landmarks)
    return True


def _target(
    layer: Worn, bending: Bending, seen: _Seen, sleeves: Mapping[str, bool], hems: _Hems | None
) -> np.ndarray:
    """What the garment is to cover, bool [640, 320].

    sleeves: side -> whether its end is the old sleeve's; hems: where they are known and not the same.
    """
    cover, pit = bending.cover(), seen.body.level("armpit")
    ends = [layer.landmarks[f"hem_{side}"][1] for side in SIDES]
    on_shoulders = "shoulder_left" in layer.landmarks
    person = seen.person
    old = seen.upper & ~_front(layer, bending.covers[""])
    skin = grown(seen.face & (rows > pit) & (rows < min(ends) - SKIN), _points(SKIN))
    skin &= rows < min(ends)
    notch = np.zeros(cover.shape, bool)
    held = np.broadcast_to((rows < pit + 30) & on_shoulders, cover.shape)
    reach = np.full(cover.shape, WIDER, F32)
    if hems is not None:
        old &= rows < max(ends)
        if hems.new > hems.old:  # no wider than the garment is where the old one has ended
            reach *= np.clip((hems.old - rows) / FADE, 0, 1)
    off = np.full(cover.shape, LIES.get(layer.category, CLOSE), F32)
    most = TIGHTER * seen.beside_neck(1.8, 2.6)
    for side in SIDES:
        line, along = arm_of(seen.body, side), seen.arm[side].along
        cuff, end = cuff_of(layer, line, side), seen.old_end(side)
        if cuff == 0 or not on_shoulders:
            old &= (rows > pit + 20) & ~(seen.half_of(side) & (end is None or end > 0.3))
            continue
        if sleeves[side]:
            reach[seen.around(side, 2.6)] = SLEEVE
        elif end is None or end > cuff:
            old &= ~(seen.half_of(side) & (along > cuff))
        if end is not None and end < cuff - 0.2:
            wide = seen.wide_mouth(side, end)
            person, old = person & ~wide, old & ~wide
        near = seen.around(side, 2.6) & (along < cuff + 0.1)
        held = held | near
        if cuff > LONG:  # a coat's side goes on without a step below the sleeve
            own = [bending.covers[n] for n in bending.covers if n.startswith("sleeve")]
            trunk = near & (np.max(own, 0) < 0.5)
            less = 1 - smoothstep(line[2][1] - ABOVE, line[2][1], rows)
            most = np.where(trunk, most * less, most)
            if pit + 3 * NOTCH < line[2][1] < min(ends) - 3 * NOTCH:
                notch |= (rows > line[2][1]) & seen.half_of(side)
        arm = seen.arms & seen.around(side, 2.2)
        bare = arm & (along < cuff - 0.03)
        skin |= grown(bare, _points(SKIN)) & seen.around(side, 2.2) & (along < cuff)
        off += ROOM * (grown(bare, _points(20)) & near)
        if cuff < 0.9:
            off += MOUTH * smoothstep(0.3 * cuff, cuff, along) * near
    beside = held & (_distance(~person) > off) & (_distance(cover) < most)
    free = seen.beside_neck(*((1.5, 5.0, 70) if seen.is_collared() else (1.5, 3.4)))
    away = _distance(~cover) / np.maximum(free, 1e-3)
    more = (old & (away < reach)) | (skin & (away < WIDER))
    if notch.any():  # cut into its side by the sleeve that hangs before it in the shop's picture
        more |= notch & closed(cover, _points(NOTCH)) & (rows < min(ends) - NOTCH)
    target = without_slits((cover & ~beside) | more, cover, seen.person)
    return _smooth_where_new(target, cover)


def _points(pixels: float) -> int:
    """A length on the grid."""
    return round(pixels / GRID)


def _distance(mask: np.ndarray) -> np.ndarray:
    """How deep inside a mask each point of the grid is, pixels."""
    return GRID * cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)


def _front(layer: Worn, trunk: np.ndarray) -> np.ndarray:
    """Where a neckline or an open front is, inside the trunk's outline, 0..1; bool [640, 320]."""
    right, left = (layer.landmarks[f"armpit_{side}"][0] for side in ("right", "left"))
    count = np.cumsum(trunk > 0.5, 1)
    between = (count > 0) & (count < count[:, -1:])
    return between & (np.abs(columns - (left + right) / 2) < FRONT * (left - right) / 2)


def _smooth_where_new(target: np.ndarray, cover: np.ndarray) -> np.ndarray:
    new = grown(target ^ cover, _points(3 * SMOOTH))
    soft = cv2.GaussianBlur(target.astype(F32), (0, 0), SMOOTH / GRID) > 0.5
    return np.where(new, soft, cover)
