"""A photo's person measured as the figures are: joints, outline and widths in the figures' frame.

Reads landmarks and a label map; where clothes or the picture's edge hide the body, the figures' own
proportions stand in. Knows no garment. Left and right are the wearer's.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from demo.fitting.double import bend_double
from demo.fitting.figures import PARTS, SIZE
from demo.fitting.part_map import draw_parts
from demo.fitting.proportions import (
    BAND,
    IN_SLEEVE,
    IN_TROUSERS,
    LEG_STATIONS,
    LEVELS,
    LONG,
    MIDDLE,
    SHARES,
    SIDES,
    TRUNK_PX,
    Measured,
)
from demo.models.parser import ARMS, BACKGROUND, FACE, HAIR, LEGS, LOWER, UPPER
from demo.models.pose import JOINTS


def measure(
    labels: np.ndarray, points: np.ndarray, visibility: np.ndarray
) -> tuple[Measured, np.ndarray]:
    """The person's measures, and the affine map [2, 3] of the frame's pixels to the photo's.

    labels: uint8 [h, w], the parser's; points: [33, 2] pixels of the photo in the order of
    `demo.models.pose.JOINTS`; visibility: [33] 0..1.
    """
    at = dict(zip(JOINTS, np.asarray(points, float), strict=True))
    seen = dict(zip(JOINTS, np.asarray(visibility, float), strict=True))
    shoulders = (at["left_shoulder"] + at["right_shoulder"]) / 2
    hips = (at["left_hip"] + at["right_hip"]) / 2
    across = float(np.linalg.norm(at["left_shoulder"] - at["right_shoulder"]))
    trunk = max(float(hips[1] - shoulders[1]), 1.1 * across)  # a trunk seen from above looks short
    unit = trunk / TRUNK_PX
    place = np.array([[unit, 0, 0], [0, unit, 0]])
    place[:, 2] = shoulders - unit * MIDDLE
    framed = cv2.warpAffine(
        labels, place.astype(np.float32), SIZE, flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    )
    at = {name: (point - place[:, 2]) / unit for name, point in at.items()}
    return Ruler(framed, at, seen).figure(), place


class Ruler:
    """Takes one person's measures in the frame."""

    def __init__(
        self, labels: np.ndarray, at: dict[str, np.ndarray], seen: dict[str, float]
    ) -> None:
        self.labels, self.at, self.seen = labels, at, seen
        self.left, self.right = at["left_shoulder"], at["right_shoulder"]
        self.top = (self.left + self.right) / 2
        self.low = (at["left_hip"] + at["right_hip"]) / 2
        across = float(np.linalg.norm(self.left - self.right))
        trunk = float(self.low[1] - self.top[1])
        # A person turned to the side shows narrow shoulders: limbs are measured by the trunk as well.
        self.across = across
        self.size = max(across, trunk / 1.75)
        self.trunk = trunk
        self.joints: dict[str, np.ndarray] = {}
        self.outline: dict[str, np.ndarray] = {}
        self.half: dict[str, float] = {}
        self.rise: dict[str, float] = {}
        self.levels = dict(LEVELS)
        self.is_whole = True
        """whether more than the legs is seen"""
        self.widest = 1.25
        """widest waist and hips, in usual ones"""

    def figure(self) -> Measured:
        self._head()
        self._arms()
        self._legs()
        self._trunk()
        slopes = {side: self._slope(side, sign) for side, sign in SIDES}
        bare = bend_double(self.joints, self.outline, self.half)
        parts = draw_parts(self.joints, self.outline, self.half, slopes, bare.limbs)
        if self.is_whole:
            parts[self._beside_shoulders(parts)] = 0

        def points(group: dict[str, np.ndarray]) -> dict[str, tuple[float, float]]:
            return {name: (float(x), float(y)) for name, (x, y) in group.items()}

        head, feet = self.joints["head_top"][1], self.joints["heel_left"][1]
        return Measured(
            name="", gender="", skin="", skin_hex="#c0a090", body="", pose="",
            height_px=float(feet - head), front=(), joints=points(self.joints),
            outline=points(self.outline), half_widths=dict(self.half), folder=Path(),
            part_map=parts, light=bare.light,
        )  # fmt: skip

    def _beside_shoulders(self, parts: np.ndarray) -> np.ndarray:
        """Where shoulders were drawn a little above what is seen of the person, bool [1280, 640]."""
        own = [PARTS.index(n) for n in ("torso", "upper_arm_left", "upper_arm_right")]
        drawn, seen = np.isin(parts, own), self.labels != BACKGROUND
        rows = np.arange(SIZE[1])[:, None]
        top, edge = np.argmax(drawn, 0), np.argmax(seen & (rows > self.joints["chin"][1] - 40), 0)
        near = (edge > top) & (edge - top < 16) & (edge < self.outline["armpit_left"][1])
        return drawn & near[None] & (rows < edge[None])

    def _slope(self, side: str, sign: int) -> np.ndarray:
        """The shoulder's upper edge from the neck outwards, [9, 2]: the photo's own where it is seen."""
        neck = self.outline[f"neck_{side}"]
        joint = self.joints[f"shoulder_{side}"]
        tip = joint + [0.2 * sign * self.half["upper_arm"], -self.rise[side]]
        solid = self._is(UPPER, FACE, ARMS)
        found = []
        for share in np.linspace(0, 1, 9):
            usual = neck + share * (tip - neck) + [0, 0.05 * self.size * np.sin(np.pi * share)]
            start = usual + [0, 0.12 * self.size]
            up = self._ray(solid, start, np.array([0.0, -1.0]), 90)
            high = start[1] - up if 4 < up < 90 else usual[1]
            room = 0.045 * self.size
            found.append([usual[0], float(np.clip(high, usual[1] - room, usual[1] + room))])
        line = np.array(found)
        line[1:-1, 1] = np.convolve(line[:, 1], [0.25, 0.5, 0.25], "valid")
        return line

    def _long(self, name: str) -> float:
        return SHARES[name] * self.size

    def _is(self, *labels: int) -> np.ndarray:
        return np.isin(self.labels, labels)

    def _span(self, mask: np.ndarray, y: float, x: float, most: float) -> tuple[float, float]:
        """How far the mask goes on to the left and right of (x, y), at most `most` each way."""
        row = int(np.clip(round(y), 0, SIZE[1] - 1))
        column = int(np.clip(round(x), 0, SIZE[0] - 1))
        line = mask[row]
        left = right = column
        while left > 0 and line[left - 1] and column - left < most:
            left -= 1
        while right < SIZE[0] - 1 and line[right + 1] and right - column < most:
            right += 1
        return float(column - left), float(right - column)

    def _ray(self, mask: np.ndarray, start: np.ndarray, way: np.ndarray, most: float) -> float:
        """How far the mask goes on from a point in a direction, at most `most`."""
        steps = np.arange(0.0, most)
        spots = np.round(start + steps[:, None] * way).astype(int)
        inside = (spots >= 0).all(1) & (spots < SIZE).all(1)
        spots = np.clip(spots, 0, np.array(SIZE) - 1)
        bare = ~mask[spots[:, 1], spots[:, 0]] & inside
        return float(steps[np.argmax(bare)]) if bare.any() else most

    def _head(self) -> None:
        at, top = self.at, self.top
        mouth = (at["mouth_left"] + at["mouth_right"]) / 2
        chin = mouth + 1.25 * (mouth - at["nose"])
        lowest, highest = top[1] - 0.22 * self.size, top[1] - 0.62 * self.size
        chin = np.array([mouth[0], np.clip(mouth[1] + max(chin[1] - mouth[1], 0.08 * self.size),
                                           highest, lowest)])  # fmt: skip
        neck = np.array([0.6 * top[0] + 0.4 * chin[0], top[1] - self._long("neck")])
        high = max(top[1] - self._long("neck_high"), chin[1] + 0.02 * self.size)
        usual = self._long("neck_half")
        half, middle = self._neck(chin, neck, high, usual)
        head = self._is(HAIR, FACE)[: int(max(chin[1], 1))]
        rows = np.flatnonzero(head.any(1))
        crown = float(rows[0]) if len(rows) else top[1] - self._long("top")
        crown = float(
            np.clip(crown, top[1] - 1.25 * self._long("top"), top[1] - 0.85 * self._long("top"))
        )
        ears = abs(at["left_ear"][0] - at["right_ear"][0]) / 2
        self.half["head"] = float(
            np.clip(1.1 * ears, 0.9 * self._long("head"), 1.15 * self._long("head"))
        )
        x = chin[0]
        columns = np.flatnonzero(head[int(max(crown, 0)) :].any(0))
        if len(columns):  # a turned head reaches further back than its mouth says
            x = float(
                np.clip((columns[0] + columns[-1]) / 2, x - 0.12 * self.size, x + 0.12 * self.size)
            )
        self.joints |= {"chin": chin, "neck": neck, "head_top": np.array([x, crown])}
        for side, sign in SIDES:
            self.outline[f"neck_{side}"] = np.array([middle + sign * half, high])

    def _neck(
        self, chin: np.ndarray, neck: np.ndarray, high: float, usual: float
    ) -> tuple[float, float]:
        """Half-width and middle of the neck where it meets the shoulders: from the skin that is seen."""
        skin = self._is(FACE)
        widths, middles = [], []
        for y in np.linspace(chin[1] + 4, max(high, chin[1] + 8), 7):
            x = 0.5 * (chin[0] + neck[0])
            left, right = self._span(skin, y, x, 2 * usual)
            if 1.2 * usual < left + right < 3.4 * usual:
                widths.append((left + right) / 2)
                middles.append(x + (right - left) / 2)
        if not widths:
            return usual, float(0.4 * chin[0] + 0.6 * neck[0])
        half = float(np.clip(np.percentile(widths, 30), 0.85 * usual, 1.2 * usual))
        shift = 0.12 * self.size
        return half, float(np.clip(np.median(middles), neck[0] - shift, neck[0] + shift))

    def _arms(self) -> None:
        limb = self._is(ARMS, UPPER)
        person = self.labels != BACKGROUND
        widths: dict[str, list[float]] = {n: [] for n in ("upper_arm", "elbow", "forearm", "wrist")}
        room: dict[str, list[float]] = {n: [] for n in widths}
        bare, sleeve = self._is(ARMS), self._is(UPPER)
        for side, sign in SIDES:
            shoulder = self.at[f"{side}_shoulder"]
            elbow, wrist = self.at[f"{side}_elbow"].copy(), self.at[f"{side}_wrist"].copy()
            if self.seen[f"{side}_elbow"] < 0.2:
                elbow = shoulder + self._long("upper_arm_long") * np.array([0.17 * sign, 0.98])
            if self.seen[f"{side}_wrist"] < 0.15:
                wrist = elbow + self._long("forearm_long") * np.array([0.08 * sign, 0.99])
            tips = [self.at[f"{side}_{n}"] for n in ("index", "pinky")]
            hand = wrist + 0.6 * (np.mean(tips, 0) - wrist)
            # The network's wrist lies a little above the fold of the hand.
            self.joints |= {
                f"shoulder_{side}": shoulder, f"elbow_{side}": elbow,
                f"wrist_{side}": wrist + 0.1 * (hand - wrist), f"hand_{side}": hand,
                f"fingertip_{side}": wrist + 1.25 * (np.mean(tips, 0) - wrist),
            }  # fmt: skip
            for name, a, b, share in (
                ("upper_arm", shoulder, elbow, 0.5), ("upper_arm", shoulder, elbow, 0.7),
                ("upper_arm", shoulder, elbow, 0.85), ("elbow", shoulder, elbow, 1.0),
                ("forearm", elbow, wrist, 0.4), ("wrist", elbow, wrist, 1.0),
            ):  # fmt: skip
                way = (b - a) / (np.linalg.norm(b - a) + 1e-6)
                across = np.array([-way[1], way[0]])
                spot = a + share * (b - a)
                spans = [self._ray(bare, spot, k * across, 60) for k in (1, -1)]
                if min(spans) > 3 and sum(spans) < 80:
                    widths[name].append(sum(spans) / 2)
                clad = [self._ray(sleeve, spot, k * across, 60) for k in (1, -1)]
                if min(clad) > 3:  # next to the trunk only the outer edge is the sleeve's
                    room[name].append(IN_SLEEVE * min(clad))
            way = np.array([0.62 * sign, -0.78])
            reach = self._ray(person & (limb | person), shoulder, way, 60)
            reach = float(np.clip(reach, 0.09 * self.size, 0.20 * self.size))
            # A figure's outline has the point beside the joint, not above it.
            self.outline[f"shoulder_{side}"] = shoulder + [
                sign * (0.5 * reach + 0.085 * self.size),
                0,
            ]
            solid = self._is(ARMS, UPPER, FACE)
            up = self._ray(solid, shoulder, np.array([0.0, -1.0]), 70)
            self.rise[side] = float(np.clip(up - 2, 0.055 * self.size, 0.125 * self.size))
        for name, found in widths.items():
            usual = self._long(name)
            wide = float(np.mean(found)) if found else min([usual, *room[name]])
            self.half[name] = float(np.clip(wide, 0.75 * usual, 1.25 * usual))

    def _legs(self) -> None:
        low, size = self.low, self.size
        crotch_y = self.top[1] + self.levels["crotch"] * self.trunk
        self.joints["pelvis"] = low.copy()
        for side, sign in SIDES:
            hip = low + [sign * self._long("hip_joint"), 0]
            if not self.is_whole:  # from the waist down the legs say where hips are
                hip = self.at[f"{side}_hip"].copy()
            knee, ankle = self.at[f"{side}_knee"].copy(), self.at[f"{side}_ankle"].copy()
            if (
                self.seen[f"{side}_knee"] < 0.4
                or knee[1] < hip[1] + 0.5 * LONG["thigh"] * self.trunk
            ):
                knee = hip + [0.02 * sign * size, LONG["thigh"] * self.trunk]
            if (
                self.seen[f"{side}_ankle"] < 0.4
                or ankle[1] < knee[1] + 0.4 * LONG["calf"] * self.trunk
            ):
                ankle = knee + [0.02 * sign * size, LONG["calf"] * self.trunk]
            heel = ankle + [0, 0.12 * size]
            toe = ankle + [sign * 0.2 * size, 0.27 * size]
            if self.seen[f"{side}_foot_index"] > 0.5 and self.seen[f"{side}_heel"] > 0.5:
                heel, toe = self.at[f"{side}_heel"], self.at[f"{side}_foot_index"]
            self.joints |= {
                f"hip_{side}": hip, f"knee_{side}": knee, f"ankle_{side}": ankle,
                f"heel_{side}": heel, f"toe_{side}": toe,
            }  # fmt: skip
        middle = (self.joints["knee_left"] + self.joints["knee_right"]) / 2
        x = float(np.interp(crotch_y, [low[1], middle[1]], [low[0], middle[0]]))
        self.outline["crotch"] = np.array([x, crotch_y])
        self._leg_widths()

    def _leg_widths(self) -> None:
        """Leg widths as far as bare legs are seen; clad ones are narrower than what they wear."""
        bare, clad = self._is(LEGS), self._is(LOWER, LEGS)
        found: dict[str, float] = {}
        for name, a, b, share in LEG_STATIONS:
            seen, room = [], []
            for side, _ in SIDES:
                spot = self.joints[f"{a}_{side}"] * (1 - share) + self.joints[f"{b}_{side}"] * share
                left, right = self._span(bare, spot[1], spot[0], 120)
                if min(left, right) > 4:
                    seen.append((left + right) / 2)
                left, right = self._span(clad, spot[1], spot[0], 120)
                if min(left, right) > 4:
                    room.append(IN_TROUSERS * (left + right) / 2)
            usual = self._long(name)
            if name == "thigh" and share > 0.5:  # lower down it is as much narrower as a knee is
                usual = 0.55 * self._long("thigh") + 0.45 * self._long("knee")
                if seen and "thigh" not in self.half:
                    found["thigh"] = self._long("thigh") * min(seen) / usual
                continue
            wide = min(seen) if seen else found.get(name, min([usual, *room]))
            self.half[name] = float(np.clip(wide, 0.7 * usual, 1.2 * usual))
        names = ("thigh", "knee", "calf", "ankle")
        build = float(np.median([self.half[name] / self._long(name) for name in names]))
        for name in names:  # no leg is thin here and thick there
            usual = build * self._long(name)
            self.half[name] = float(np.clip(self.half[name], 0.88 * usual, 1.14 * usual))

    def _trunk(self) -> None:
        body = self._is(UPPER, LOWER, FACE)
        for name, level in self.levels.items():
            if name == "crotch":
                continue
            y = self.top[1] + level * self.trunk
            x = float(np.interp(y, [self.top[1], self.low[1]], [self.top[0], self.low[0]]))
            if name == "waist":
                self.joints["waist"] = np.array([x, y])
            usual = SHARES[name] * (self.across if name in ("armpit", "chest") else self.size)
            arms = {s: np.interp(y, *self._arm_line(s)) for s, _ in SIDES}
            spans = self._span(body, y, x, 1.5 * usual)
            if name == "hip" and not self.is_whole and min(spans) > 0.5 * usual:  # leaning
                aside = float(np.clip((spans[1] - spans[0]) / 2, -0.2 * usual, 0.2 * usual))
                x, spans = x + aside, (spans[0] + aside, spans[1] - aside)
            if name == "waist" and not self.is_whole:  # bare sides may pass for arms
                below = [self._span(body, y + k * self.trunk, x, 1.5 * usual) for k in BAND]
                spans = tuple(max(span) for span in zip(spans, *below, strict=True))
            for (side, sign), span in zip(SIDES, (spans[1], spans[0]), strict=True):
                inner = sign * (arms[side] - x) - 0.9 * self.half["upper_arm"]
                if self.is_whole and inner < span:  # a sleeve hangs there: the trunk ends before it
                    span = max(inner, 0.9 * usual)
                least, most = (0.92, 1.12) if name in ("armpit", "chest") else (0.85, self.widest)
                half = float(np.clip(span - 3, least * usual, most * usual))
                self.outline[f"{name}_{side}"] = np.array([x + sign * half, y])

    def _arm_line(self, side: str) -> tuple[list[float], list[float]]:
        """Heights and x of the arm's axis, downwards."""
        line = [self.joints[f"{n}_{side}"] for n in ("shoulder", "elbow", "wrist")]
        line = [p for i, p in enumerate(line) if i == 0 or p[1] > line[i - 1][1] + 1]
        return [float(p[1]) for p in line], [float(p[0]) for p in line]
