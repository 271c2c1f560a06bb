"""The figures' own proportions, which stand in where a photo's person is hidden. Measures nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from demo.fitting.figures import Figure

TRUNK_PX: Final = 338.0
"""from the middle of the shoulders to that of the hips in the frame, pixels: a figure's"""
MIDDLE: Final = np.array([320.0, 296.0])
"""where the middle of the shoulders lies in the frame"""
SIDES: Final = (("left", 1), ("right", -1))

SHARES: Final = {
    "neck": 0.12, "neck_high": 0.26, "neck_half": 0.18, "chin": 0.37, "top": 1.07, "shoulder": 0.67,
    "armpit": 0.485, "chest": 0.485, "waist": 0.42, "hip": 0.54, "hip_joint": 0.265,
    "upper_arm": 0.132, "elbow": 0.105, "forearm": 0.116, "wrist": 0.068, "thigh": 0.248,
    "knee": 0.161, "calf": 0.172, "ankle": 0.084, "head": 0.227, "upper_arm_long": 0.85,
    "forearm_long": 0.74,
}  # fmt: skip
"""lengths and half-widths of the ten figures, as shares of the distance between the shoulders"""
LEVELS: Final = {"armpit": 0.183, "chest": 0.27, "waist": 0.655, "hip": 1.04, "crotch": 1.213}
"""heights, as shares of the way from the shoulders to the hips"""
BAND: Final = (0.02, 0.035, 0.05)
"""how far below the waist's height a waistband is measured, in lengths of the trunk"""
LONG: Final = {"thigh": 0.85, "calf": 0.785}
"""lengths of the leg's bones, as shares of the trunk's"""

LEG_STATIONS: Final = (
    ("thigh", "hip", "knee", 0.7), ("thigh", "hip", "knee", 0.45), ("knee", "hip", "knee", 1.0),
    ("calf", "knee", "ankle", 0.35), ("ankle", "knee", "ankle", 0.9),
)  # fmt: skip
"""half-width that is read, joints it lies between, and where"""
IN_SLEEVE: Final = 0.85
"""half-width of an arm at most, as a share of its sleeve's"""
IN_TROUSERS: Final = 0.8
"""half-width of a leg at most, as a share of its trousers'"""


@dataclass(frozen=True)
class Measured(Figure):
    """A photo's person in the frame: no picture, but a part map drawn from the measures."""

    part_map: np.ndarray
    """uint8 [1280, 640], indices of `demo.fitting.figures.PARTS`"""
    light: np.ndarray | None = None
    """[1280, 640] what skin's usual colour is to be multiplied with where it is invented"""

    def parts(self) -> np.ndarray:
        return self.part_map
