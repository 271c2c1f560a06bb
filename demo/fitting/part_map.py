"""A body's part map drawn from its measures, as a figure's is traced from its picture. Knows no photo."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from demo.fitting.figures import PARTS, SIZE

SIDES = (("left", 1), ("right", -1))


def draw_parts(
    joints: dict[str, np.ndarray], outline: dict[str, np.ndarray], half: dict[str, float],
    slopes: dict[str, np.ndarray], limbs: Mapping[str, np.ndarray],
) -> np.ndarray:  # fmt: skip
    """A part map of the frame from measures, uint8 [1280, 640].

    slopes: side -> the shoulder's upper edge, from the neck outwards, [n, 2].
    limbs: part -> coverage 0..1 [1280, 640], as `demo.fitting.double` bends them.
    """
    parts = np.zeros(SIZE[::-1], np.uint8)

    def fill(name: str, polygon: list[np.ndarray]) -> None:
        cv2.fillPoly(parts, [np.round(polygon).astype(np.int32)], PARTS.index(name))

    def limb(name: str, a: np.ndarray, b: np.ndarray, wide: float, end: float) -> None:
        way = (b - a) / (np.linalg.norm(b - a) + 1e-6)
        across = np.array([-way[1], way[0]])
        fill(name, [a + wide * across, b + end * across, b - end * across, a - wide * across])
        for spot, radius in ((a, wide), (b, end)):
            cv2.circle(parts, tuple(np.round(spot).astype(int)), int(radius), PARTS.index(name), -1)

    crown, chin = joints["head_top"], joints["chin"]
    for side, _ in SIDES:
        for name in ("calf", "thigh"):
            parts[limbs[f"{name}_{side}"] > 0.5] = PARTS.index(f"{name}_{side}")
        limb(
            f"foot_{side}",
            joints[f"heel_{side}"],
            joints[f"toe_{side}"],
            half["ankle"],
            half["ankle"],
        )
    edge = {}
    for side, _ in SIDES:
        out = outline[f"shoulder_{side}"]
        edge[side] = [
            *slopes[side],
            out,
            *(outline[f"{n}_{side}"] for n in ("armpit", "chest", "waist", "hip")),
        ]
    fill("torso", [*edge["left"], outline["crotch"], *edge["right"][::-1]])
    half_neck = (outline["neck_left"][0] - outline["neck_right"][0]) / 2
    above = (outline["neck_left"] + outline["neck_right"]) / 2
    above = above + np.clip((chin[0] - above[0]) / 2, -15, 15) * np.array([1, 0])
    fill("neck", [outline["neck_left"] + [0, 14], outline["neck_left"],
                  [above[0] + half_neck, chin[1] - 20], [above[0] - half_neck, chin[1] - 20],
                  outline["neck_right"], outline["neck_right"] + [0, 14]])  # fmt: skip
    for side, sign in SIDES:
        shoulder, elbow, wrist = (joints[f"{n}_{side}"] for n in ("shoulder", "elbow", "wrist"))
        # The limb's axis runs inside the deltoid; its outer edge meets the outline's point.
        top = float(np.interp(0.9, np.linspace(0, 1, len(slopes[side])), slopes[side][:, 1]))
        x = outline[f"shoulder_{side}"][0] - sign * half["upper_arm"]
        root = np.array([0.5 * (x + shoulder[0]), top + half["upper_arm"]])
        limb(
            f"upper_arm_{side}",
            root,
            0.7 * root + 0.3 * elbow,
            half["upper_arm"],
            0.9 * half["upper_arm"],
        )
        for name in ("upper_arm", "forearm"):
            parts[limbs[f"{name}_{side}"] > 0.5] = PARTS.index(f"{name}_{side}")
        limb(f"hand_{side}", wrist, joints[f"fingertip_{side}"], 1.1 * half["wrist"], half["wrist"])
    middle = np.array([crown[0], (crown[1] + chin[1]) / 2])
    cv2.ellipse(parts, (tuple(map(float, middle)), (2 * half["head"], float(chin[1] - crown[1])), 0.0),
                PARTS.index("head"), -1)  # fmt: skip
    return parts
