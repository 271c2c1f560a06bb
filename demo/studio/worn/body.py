"""A figure's contour as garments feel it: how wide the body is at each height. Knows no garment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from scipy.interpolate import PchipInterpolator

from demo.fitting.figures import PARTS as BODY_PARTS
from demo.fitting.figures import Figure

SIDES = ("left", "right")
SIGN = {"left": 1, "right": -1}
"""the wearer's left is on the viewer's right"""


@dataclass(frozen=True)
class Body:
    """One figure's measures in pixels of its picture."""

    figure: Figure

    @cached_property
    def parts(self) -> np.ndarray:
        return self.figure.parts()

    def joint(self, name: str) -> np.ndarray:
        return np.array(self.figure.joints[name], float)

    def edge(self, name: str) -> np.ndarray:
        """A named point of the outline."""
        return np.array(self.figure.outline[name], float)

    def level(self, name: str) -> float:
        """Height of a named point, the mean of both sides where there are two."""
        places = {**self.figure.joints, **self.figure.outline}
        if name in places:
            return float(places[name][1])
        return float(np.mean([places[f"{name}_{side}"][1] for side in SIDES]))

    def contour(self, side: str) -> np.ndarray:
        """The trunk's and leg's outer edge as (x, y), from the armpit down, [n, 2]."""
        sign, half = SIGN[side], self.figure.half_widths
        hip, knee = self.joint(f"hip_{side}"), self.joint(f"knee_{side}")
        ankle = self.joint(f"ankle_{side}")
        points = [self.edge(f"{name}_{side}") for name in ("armpit", "waist", "hip")]
        chest = self.edge(f"chest_{side}")
        if points[0][1] + 4 < chest[1] < points[1][1] - 4:
            points.insert(1, chest)
        thigh, calf = hip + 0.45 * (knee - hip), knee + 0.35 * (ankle - knee)
        for at, width in (
            (thigh, "thigh"), (knee, "knee"), (calf, "calf"), (ankle, "ankle"),
        ):  # fmt: skip
            points.append(at + [sign * half[width], 0])
        return np.array([p for i, p in enumerate(points) if i == 0 or p[1] > points[i - 1][1] + 3])

    def side_at(self, y: np.ndarray | float, side: str) -> np.ndarray:
        """x of the outer edge at heights y; constant above the armpit and below the ankle.

        Where an arm hides the edge, it is what the joints and half-widths say.
        """
        line, sign = self.contour(side), SIGN[side]
        y = np.clip(y, line[0, 1], line[-1, 1])
        between = PchipInterpolator(line[:, 1], line[:, 0])(y)
        seen = self.seen_edges[side][np.round(y).astype(int)]
        return sign * np.fmax(sign * between, sign * seen)

    @cached_property
    def seen_edges(self) -> dict[str, np.ndarray]:
        """side -> x of trunk's or leg's outer edge on each row, NaN where nothing of it is seen."""
        parts, found = self.parts, {}
        for side in SIDES:
            names = ("torso", f"thigh_{side}", f"calf_{side}")
            own = np.isin(parts, [BODY_PARTS.index(name) for name in names])
            seen = own.any(1)
            if side == "left":
                edge = own.shape[1] - np.argmax(own[:, ::-1], 1).astype(float)
            else:
                edge = np.argmax(own, 1).astype(float)
            found[side] = np.where(seen, edge, np.nan)
        return found

    def centre_at(self, y: np.ndarray | float) -> np.ndarray:
        """x of the body's middle at heights y: neck, trunk, between the legs."""
        names = ("neck", "waist", "pelvis")
        line = [self.joint(name) for name in names]
        knees = (self.joint("knee_left") + self.joint("knee_right")) / 2
        ankles = (self.joint("ankle_left") + self.joint("ankle_right")) / 2
        line = np.array([*line, knees, ankles])
        return PchipInterpolator(line[:, 1], line[:, 0])(np.clip(y, line[0, 1], line[-1, 1]))

    def shoulder_y(self, x: float, side: str) -> float:
        """y of the shoulder's upper edge at x, from the side of the neck outwards."""
        neck, tip = self.edge(f"neck_{side}"), self.edge(f"shoulder_{side}")
        if SIGN[side] * (x - neck[0]) <= 0:
            return float(neck[1] - 0.4 * abs(x - neck[0]))
        x = min(x, tip[0]) if side == "left" else max(x, tip[0])
        return float(self._tops[int(np.clip(round(x), 0, len(self._tops) - 1))])

    def reach(self, at: np.ndarray, along: np.ndarray, part: str) -> float:
        """How far a part of the body goes on from a point in a direction (unit vector), pixels."""
        steps = np.arange(0.0, 90.0)
        points = np.round(at + steps[:, None] * along).astype(int)
        rows, columns = (np.clip(points[:, k], 0, n - 1) for k, n in ((1, 1280), (0, 640)))
        own = self.parts[rows, columns] == BODY_PARTS.index(part)
        return float(steps[own].max()) if own.any() else 0.0

    def away(self, points: np.ndarray) -> np.ndarray:
        """How far positions [n, 2] are from trunk and arms, pixels, [n]; 0 on them."""
        rows, columns = (
            np.clip(np.round(points[:, k]).astype(int), 0, n - 1)
            for k, n in zip((1, 0), self._distance.shape, strict=True)
        )
        return self._distance[rows, columns]

    @cached_property
    def _distance(self) -> np.ndarray:
        names = ("torso", "upper_arm", "forearm", "hand", "thigh", "neck")
        own = [i for i, part in enumerate(BODY_PARTS) if part.startswith(names)]
        bare = (~np.isin(self.parts, own)).astype(np.uint8)
        return cv2.distanceTransform(bare, cv2.DIST_L2, 5)

    def shoulder_tip(self, side: str) -> np.ndarray:
        """Where a sleeve is set in: on the shoulder's upper edge, a little outside the armpit."""
        pit, out = self.edge(f"armpit_{side}")[0], self.edge(f"shoulder_{side}")[0]
        x = float(pit + 0.45 * (out - pit))
        return np.array([x, self.shoulder_y(x, side)])

    @cached_property
    def _tops(self) -> np.ndarray:
        """Uppermost row of trunk or upper arm in each column."""
        names = ("torso", "upper_arm_left", "upper_arm_right")
        own = np.isin(self.parts, [BODY_PARTS.index(name) for name in names])
        return np.argmax(own, 0).astype(float)

    @property
    def chest(self) -> float:
        """Width between the armpits."""
        return float(self.edge("armpit_left")[0] - self.edge("armpit_right")[0])

    @property
    def hips(self) -> float:
        return float(self.edge("hip_left")[0] - self.edge("hip_right")[0])
