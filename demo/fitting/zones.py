"""The bare body's parts in a photo by its measures: neck, chest, arms, legs. Knows no garment."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.fitting.figures import PARTS
from demo.fitting.limbs import Limb
from demo.fitting.necks import bare_neck
from demo.fitting.subject import Subject
from demo.models.parser import SHOES
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES

EDGE = 1.6
"""pixels over which an invented limb ends"""


class Zones:
    """The body's parts in the photo, by its measures: bool [h, w]."""

    def __init__(self, subject: Subject, limbs: Sequence[Limb] = ()) -> None:
        """limbs: the arms that are bared."""
        body = subject.body
        self._subject = subject
        parts = cv2.warpAffine(
            body.parts(), subject.place.astype(F32), subject.labels.shape[::-1],
            flags=cv2.INTER_NEAREST,
        )  # fmt: skip

        def of(*stems: str) -> np.ndarray:
            return np.array([name.startswith(stems) for name in PARTS])[parts]

        rows = np.arange(len(parts))[:, None]
        level = {
            n: subject.at(body.outline[f"{n}_left"])[1] for n in ("armpit", "waist", "hip", "neck")
        }
        deep = np.max([limb.depth for limb in limbs] or [np.full(parts.shape, -9.0)], 0)
        self._deep = deep
        self._before = np.any([limb.cover(EDGE) > 0 for limb in limbs] or [deep > 0], 0)
        above, below = self._shoulders(parts, deep)
        # An arm is slimmer than is drawn there, and may hang before the trunk.
        between = of("upper_arm") & (rows < level["armpit"])
        behind = of("upper_arm", "forearm", "hand") & self._between_sides(rows)
        torso = (of("torso") | below | between) & ~above & ~self._beside(rows, level["armpit"])
        self.neck, self.stray = bare_neck(subject, of("neck"), torso)
        self._middle = torso | of("head") | self.neck
        self._round()
        self.head = of("head")
        self.trunk = torso | behind
        self.chest = self.trunk & (
            rows < level["armpit"] + 0.25 * (level["waist"] - level["armpit"])
        )
        self.midriff = self.trunk & ~self.chest & (rows < 0.5 * (level["waist"] + level["hip"]))
        limbs = of("thigh", "calf", "foot") | (self.trunk & (rows > level["hip"]))
        self._legs = _rounded(limbs, 7 * subject.unit)
        self.legs = (self._legs > 0.5) & ~of("foot")

    def _between_sides(self, rows: np.ndarray) -> np.ndarray:
        """Between the trunk's measured sides, bool [h, w]."""
        outline = self._subject.body.outline
        levels = ("armpit", "chest", "waist", "hip")
        right, left = (
            np.array([self._subject.at(outline[f"{n}_{s}"]) for n in levels])
            for s in ("right", "left")
        )
        columns = np.arange(self._subject.labels.shape[1])
        inside = columns > np.interp(rows, right[:, 1], right[:, 0])
        inside &= columns < np.interp(rows, left[:, 1], left[:, 0])
        return inside & (rows > left[0, 1]) & (rows < left[-1, 1])

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

    def _beside(self, rows: np.ndarray, armpit: float) -> np.ndarray:
        """Outside the shoulders' joints, where not the trunk but the arms end the body, bool [h, w]."""
        right, left = (
            self._subject.at(self._subject.body.joints[f"shoulder_{s}"])[0]
            for s in ("right", "left")
        )
        columns = np.arange(self._subject.labels.shape[1])
        return (rows < armpit) & ((columns < right) | (columns > left))

    def _shoulders(self, parts: np.ndarray, deep: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """One smooth line from the neck down to the arms' own tops: what of the measured shoulders is

        above it, and what is close below it, bool [h, w] both.
        """
        body, unit = self._subject.body, self._subject.unit
        drawn = np.isin(
            parts, [i for i, n in enumerate(PARTS) if n.startswith(("torso", "upper_arm"))]
        )
        rows = np.arange(len(parts))[:, None]
        above, below = np.zeros(parts.shape, bool), np.zeros(parts.shape, bool)
        for side in SIDES:
            neck = self._subject.at(body.outline[f"neck_{side}"])[0]
            joint = self._subject.at(body.joints[f"shoulder_{side}"])[0]
            columns = np.arange(round(neck), round(joint) + (1 if joint > neck else -1),
                                1 if joint > neck else -1)  # fmt: skip
            columns = columns[(columns >= 0) & (columns < parts.shape[1])]
            arm = deep[:, columns] > 0
            if len(columns) < 4 or not (drawn[:, columns].any(0).all() and arm[:, -1].any()):
                continue
            line = np.argmax(drawn[:, columns], 0).astype(float)
            share = np.linspace(0, 1, len(line))
            line += (float(np.argmax(arm[:, -1])) - line[-1]) * share**2
            line = np.where(arm.any(0), np.minimum(line, np.argmax(arm, 0)), line)
            line = np.minimum.accumulate(line[::-1])[::-1]  # it nowhere rises again
            reach = min(len(line) - 1, max(1, round(8 * unit)))
            smooth = np.pad(line, reach, mode="reflect", reflect_type="odd")
            line = np.convolve(smooth, np.ones(2 * reach + 1) / (2 * reach + 1), "valid")
            above[:, columns] |= rows < line
            below[:, columns] |= (rows >= line) & (rows < line + 30 * unit)
        return above, below

    def _round(self) -> None:
        deep = self._deep
        whole = _rounded((deep > 0) | self._middle, 4 * self._subject.unit)
        self._upper = np.maximum(whole, np.clip(deep / EDGE + 0.5, 0, 1))
        self.arms = (deep > -2 - 4 * self._subject.unit) & (self._upper > 0.5)
        self.arms &= ~self._middle | self._before


def _rounded(mask: np.ndarray, by: float) -> np.ndarray:
    """A mask, bool [h, w], without steps and notches smaller than so many pixels: 0..1 [h, w], with an

    edge about as soft as a photo's.
    """
    wide = cv2.GaussianBlur(mask.astype(F32), (0, 0), by)
    return np.clip((wide - 0.5) * by * 2.5 / EDGE + 0.5, 0, 1)
