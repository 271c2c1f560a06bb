"""Where a posed person's joints are: a bent spine, two-bone limbs. Knows lengths, not flesh.

World: centimetres, x to the viewer's right, y up from the ground, z towards the viewer. The wearer's
left is on the viewer's right, so a side is +1 for the wearer's left and -1 for the right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.figures.fields import F32, Array, Vector, unit, vector
from demo.studio.figures.measures import Measures

SIDES = {"left": 1, "right": -1}
FRAMES = 400
"""rows of a spine's table"""


@dataclass(frozen=True)
class Arm:
    """Where the wrist goes and how the hand is held; x counts outwards on both sides."""

    wrist: tuple[float, float, float]
    """from the shoulder joint, as a share of the arm's length; or see `on_trunk`"""
    elbow: tuple[float, float, float]
    """direction in which the elbow points"""
    fingers: tuple[float, float, float]
    """direction of the hand"""
    palm: tuple[float, float, float]
    """direction in which the palm looks"""
    hand: str = "relaxed"
    """its shape: relaxed, resting (on the hip), gentle (before the waist)"""
    on_trunk: bool = False
    """the wrist is given in the trunk's own space, in cm for a woman of regular build"""


@dataclass(frozen=True)
class Leg:
    """Where the foot stands; x counts outwards."""

    ankle: tuple[float, float, float]
    """x and z in cm, y as cm above where a standing ankle is"""
    turn: float
    """degrees the foot points outwards"""
    pitch: float = 0.0
    """degrees the toes point down"""
    knee: float = 0.25
    """how far outwards the knee points, beside 1 forwards"""


@dataclass(frozen=True)
class Pose:
    """How a person stands. Angles in degrees, positive lifts or turns towards the viewer's right."""

    name: str
    weight: str
    """the side whose leg carries"""
    shift: float
    """of the pelvis, cm to the viewer's right"""
    lean: float
    """of the neck against the pelvis, cm to the viewer's right"""
    hips: float
    """degrees by which the wearer's left hip is higher"""
    shoulders: float
    hips_yaw: float
    shoulders_yaw: float
    head_roll: float
    head_yaw: float
    arms: dict[str, Arm]
    legs: dict[str, Leg]


def turned(roll: float, yaw: float) -> np.ndarray:
    """Axes right, up, front as rows [3, 3] of a body that is rolled and turned (degrees)."""
    r, y = np.deg2rad(roll), np.deg2rad(yaw)
    lean = np.array([[np.cos(r), np.sin(r), 0], [-np.sin(r), np.cos(r), 0], [0, 0, 1]])
    spin = np.array([[np.cos(y), 0, -np.sin(y)], [0, 1, 0], [np.sin(y), 0, np.cos(y)]])
    return (spin @ lean).astype(F32)


class Spine:
    """The trunk's own space (a person standing straight) bent onto the posed spine, and back."""

    def __init__(self, measures: Measures, pose: Pose, pelvis: np.ndarray) -> None:
        self.base, self.top = measures.hip_y, measures.neck_y
        self.length = self.top - self.base
        self.roll = np.deg2rad([pose.hips, pose.shoulders])
        self.yaw = np.deg2rad([pose.hips_yaw, pose.shoulders_yaw])
        self.start = np.asarray(pelvis, float)
        self.finish = self.start + [pose.lean, self.length * 0.995, 0]

        share = np.linspace(-0.5, 1.5, FRAMES)
        at, roll, yaw = self._frames(share)
        turns = [np.cos(roll), np.sin(roll), np.cos(yaw), np.sin(yaw)]
        self.table = np.column_stack([at, *turns]).astype(F32)

    def _frames(self, s: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Point on the spine [n, 3], roll [n] and yaw [n] at shares s of its length."""
        c = np.clip(s, 0, 1)
        ease = c * c * (3 - 2 * c)
        roll = self.roll[0] + (self.roll[1] - self.roll[0]) * ease
        yaw = self.yaw[0] + (self.yaw[1] - self.yaw[0]) * ease
        ends = [self.length * np.array([-np.sin(a), np.cos(a), 0]) for a in self.roll]
        c = c[:, None]
        c2, c3 = c * c, c * c * c
        at = (
            (2 * c3 - 3 * c2 + 1) * self.start
            + (c3 - 2 * c2 + c) * ends[0]
            + (3 * c2 - 2 * c3) * self.finish
            + (c3 - c2) * ends[1]
        )
        over = np.maximum(s - 1, 0)[:, None] * ends[1] + np.minimum(s, 0)[:, None] * ends[0]
        return at + over, roll, yaw

    def _rows(self, s: Array) -> Array:
        """Rows [n, 7] of the table: point on the spine, cosine and sine of roll and yaw."""
        row = np.clip((s + F32(0.5)) * F32((FRAMES - 1) / 2), 0, FRAMES - 1.001).astype(F32)
        low = row.astype(np.int32)
        part = (row - low.astype(F32))[:, None]
        return self.table[low] * (1 - part) + self.table[low + 1] * part

    def outof(self, q: np.ndarray) -> np.ndarray:
        """Positions in the trunk's space [n, 3] to the world."""
        q = np.asarray(q, F32)
        px, py, pz, cr, sr, cy, sy = self._rows((q[:, 1] - F32(self.base)) / F32(self.length)).T
        x = q[:, 0] * cy + q[:, 2] * sy
        z = -q[:, 0] * sy + q[:, 2] * cy
        return np.stack([px + x * cr, py + x * sr, pz + z], 1)

    def into(self, p: Array) -> Array:
        """World positions [n, 3] to the trunk's space."""
        s = (p[:, 1] - F32(self.start[1])) / F32(self.length)
        for _ in range(2):
            row = self._rows(s)
            up = (p[:, 1] - row[:, 1]) * row[:, 3] - (p[:, 0] - row[:, 0]) * row[:, 4]
            s = s + up / F32(self.length)
        px, py, pz, cr, sr, cy, sy = self._rows(s).T
        x = (p[:, 0] - px) * cr + (p[:, 1] - py) * sr
        z = p[:, 2] - pz
        y = F32(self.base) + s * F32(self.length)
        return np.stack([x * cy - z * sy, y, x * sy + z * cy], 1)


@dataclass(frozen=True)
class Frame:
    """A place with axes of its own (rows)."""

    origin: np.ndarray
    axes: np.ndarray
    scale: float = 1.0
    """world cm of one of its own"""

    def into(self, p: Array) -> Array:
        return (p - self.origin) @ self.axes.T * F32(1 / self.scale)

    def outof(self, q: np.ndarray) -> np.ndarray:
        return np.asarray(q, F32) @ self.axes * F32(self.scale) + self.origin

    def at(self, *q: float) -> np.ndarray:
        """One position of its own space in the world."""
        return self.outof(np.array([q], F32))[0]


@dataclass(frozen=True)
class Skeleton:
    """A posed person. Names are `shoulder_left`, `knee_right`, ...; positions in the world."""

    measures: Measures
    pose: Pose
    spine: Spine
    joints: dict[str, np.ndarray]
    head: Frame
    hands: dict[str, Frame]
    """at the wrist; axes: towards the thumb, along the fingers, out of the back of the hand"""
    feet: dict[str, Frame]
    """on the sole below the ankle; axes: outwards, up, towards the toes"""


def two_bones(
    start: np.ndarray, end: np.ndarray, first: float, second: float, towards: Vector
) -> tuple[np.ndarray, np.ndarray]:
    """Middle joint and end of a limb that reaches for `end` and bends in a direction."""
    run = np.asarray(end, float) - start
    far = float(np.linalg.norm(run))
    reach = min(far, (first + second) * 0.9995)
    axis = run / far
    shape = (first * first + reach * reach - second * second) / (2 * reach)
    out = np.asarray(towards, float) - axis * float(axis @ np.asarray(towards, float))
    out /= np.linalg.norm(out)
    middle = start + axis * shape + out * np.sqrt(max(first * first - shape * shape, 0))
    return vector(middle), vector(start + axis * reach)


def outwards(v: Vector, side: int) -> np.ndarray:
    """A direction whose x counts outwards, in the world."""
    return np.array([v[0] * side, v[1], v[2]], float)


def pose_skeleton(m: Measures, pose: Pose) -> Skeleton:
    """Put a person into a pose: the carrying leg is all but straight and sets the pelvis' height."""
    carrying = SIDES[pose.weight]
    hips = turned(pose.hips, pose.hips_yaw)
    offset = hips.T @ np.array([carrying * m.hip_x, 0, 0])
    leg = pose.legs[pose.weight]
    foot = np.array([leg.ankle[0] * carrying, m.ankle_y + leg.ankle[1], leg.ankle[2]])
    aside = np.array([pose.shift, 0, 0]) + offset
    reach = (m.thigh + m.calf) * 0.9985
    rise = np.sqrt(reach**2 - (aside[0] - foot[0]) ** 2 - (aside[2] - foot[2]) ** 2)
    spine = Spine(m, pose, np.array([pose.shift, foot[1] + rise - offset[1], 0.0]))
    scale = m.height / 175
    joints: dict[str, np.ndarray] = {"pelvis": vector(spine.start)}

    def trunk(x: float, y: float, z: float) -> np.ndarray:
        return spine.outof(np.array([[x, y, z]]))[0]

    joints["neck"] = trunk(0, m.neck_y, 0)
    hands, feet = {}, {}
    for name, side in SIDES.items():
        arm, leg = pose.arms[name], pose.legs[name]
        shoulder = trunk(side * m.shoulder_x, m.shoulder_y, -1.2)
        if arm.on_trunk:
            x, y, z = arm.wrist
            goal = trunk(side * x, m.hip_y + (y - 90.5) * scale, z)
        else:
            goal = shoulder + outwards(arm.wrist, side) * (m.upper_arm + m.forearm)
        elbow, wrist = two_bones(shoulder, goal, m.upper_arm, m.forearm, outwards(arm.elbow, side))
        ahead = unit(outwards(arm.fingers, side))
        back = -np.asarray(outwards(arm.palm, side))
        back = unit(back - ahead * float(back @ ahead))
        thumb = np.cross(ahead, back) * side
        hands[name] = Frame(wrist, np.stack([thumb, ahead, back]).astype(F32))
        hip = trunk(side * m.hip_x, m.hip_y, 0)
        goal = np.array([leg.ankle[0] * side, m.ankle_y + leg.ankle[1], leg.ankle[2]])
        knee, ankle = two_bones(hip, goal, m.thigh, m.calf, outwards((leg.knee, 0, 1), side))
        turn, pitch = np.deg2rad(leg.turn), np.deg2rad(leg.pitch)
        toes = unit(
            [side * np.sin(turn) * np.cos(pitch), -np.sin(pitch), np.cos(turn) * np.cos(pitch)]
        )
        out = unit(np.cross([0, 1, 0], toes) * side)
        up = np.cross(toes, out) * side
        feet[name] = Frame(vector(ankle - up * m.ankle_y), np.stack([out, up, toes]).astype(F32))
        joints |= {
            f"shoulder_{name}": vector(shoulder), f"elbow_{name}": elbow, f"wrist_{name}": wrist,
            f"hip_{name}": vector(hip), f"knee_{name}": knee, f"ankle_{name}": ankle,
        }  # fmt: skip
    axes = turned(pose.head_roll, pose.head_yaw)
    seat = np.array([0, (m.height - 11.75 * m.head) - m.neck_y, 0.6])
    neck_up = turned((pose.shoulders + pose.head_roll) / 2, 0)
    centre = joints["neck"] + seat @ neck_up
    head = Frame(vector(centre), axes, m.head)
    joints["chin"] = head.at(0, -10.5, 6.2)
    joints["head_top"] = head.at(0, 11.75, 0)
    return Skeleton(m, pose, spine, joints, head, hands, feet)
