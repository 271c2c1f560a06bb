"""How people are built: lengths and half-widths in centimetres, by gender and body shape."""

from __future__ import annotations

from dataclasses import dataclass, replace

from demo.studio.figures.fields import Section


@dataclass(frozen=True)
class Measures:
    """A person standing straight; heights are from the ground, widths are half-widths."""

    gender: str
    height: float
    hip_y: float
    hip_x: float
    """of the joints"""
    thigh: float
    calf: float
    ankle_y: float
    neck_y: float
    """base of the neck"""
    shoulder_y: float
    shoulder_x: float
    upper_arm: float
    forearm: float
    head: float
    """scale of the head: 1 is 22.4 cm from chin to crown"""
    hand: float
    """scale of the hand: 1 is 18 cm long"""
    foot: float
    """scale of the foot: 1 is 24.5 cm long"""
    neck_width: float
    trunk: float = 1.0
    """factor on the widths of chest and shoulders' mass"""
    waist: float = 1.0
    hips: float = 1.0
    bust: float = 1.0
    arms: float = 1.0
    legs: float = 1.0
    belly: float = 0.0
    """how far the belly stands out (cm)"""
    muscle: float = 1.0
    """how much of muscles and tendons shows"""
    face: float = 1.0
    """factor on the width of the lower face"""


WOMAN = Measures(
    gender="women", height=175, hip_y=90.5, hip_x=8.4, thigh=43, calf=40, ankle_y=7.4,
    neck_y=144, shoulder_y=140.0, shoulder_x=15.1, upper_arm=28.5, forearm=24.5,
    head=0.985, hand=1.0, foot=0.97, neck_width=4.6,
)  # fmt: skip
MAN = Measures(
    gender="men", height=183, hip_y=93.5, hip_x=8.8, thigh=44.5, calf=41.5, ankle_y=7.8,
    neck_y=151, shoulder_y=146.8, shoulder_x=17.9, upper_arm=30.5, forearm=26,
    head=1.035, hand=1.1, foot=1.06, neck_width=5.8,
)  # fmt: skip

SHAPED = {
    ("women", "slim"): replace(
        WOMAN, trunk=0.95, waist=0.94, hips=0.95, bust=0.82, arms=0.90, legs=0.92, face=0.97,
        shoulder_x=14.8, neck_width=4.4,
    ),
    ("women", "regular"): WOMAN,
    ("women", "full"): replace(
        WOMAN, trunk=1.10, waist=1.24, hips=1.16, bust=1.24, arms=1.22, legs=1.18, belly=2.2,
        muscle=0.55, face=1.07, shoulder_x=15.7, hip_x=9.2, neck_width=5.0,
    ),
    ("men", "slim"): replace(
        MAN, trunk=0.94, waist=0.93, hips=0.95, arms=0.88, legs=0.91, muscle=0.85, face=0.97,
        shoulder_x=17.4, neck_width=5.5,
    ),
    ("men", "regular"): MAN,
    ("men", "full"): replace(
        MAN, trunk=1.09, waist=1.24, hips=1.10, arms=1.17, legs=1.13, belly=3.2, muscle=0.6,
        face=1.07, shoulder_x=18.5, neck_width=6.4,
    ),
}  # fmt: skip
"""(gender, body) -> measures"""


def sections(
    rows: tuple[tuple[float, ...], ...], factor: float, bony: tuple[float, float] = (2, 3)
) -> list[Section]:
    """Rows of (at, outer, inner, front, back) with widths times a factor.

    bony: from where to where little more than bone is, so that the build shows less.
    """
    made = []
    for at, *widths in rows:
        own = factor**0.55 if bony[0] <= at <= bony[1] else factor
        made.append(Section(at, *(width * own for width in widths)))
    return made
