"""The four poses: where weight, hands and feet are. Knows neither flesh nor lengths."""

from __future__ import annotations

from demo.studio.figures.skeleton import Arm, Leg, Pose

HANGING = Arm((0.165, -0.97, 0.07), (0.35, 0, -1), (0.02, -1, 0.14), (-0.96, 0, -0.28))
HANGING_WIDE = Arm((0.215, -0.96, 0.04), (0.4, 0, -1), (-0.02, -1, 0.14), (-0.93, 0, -0.36))

SIDE = Pose(
    "arms at the side", "right", shift=-3.2, lean=1.2, hips=-4.0, shoulders=2.6, hips_yaw=2.0,
    shoulders_yaw=-2.0, head_roll=-1.5, head_yaw=7,
    arms={"left": HANGING, "right": HANGING_WIDE},
    legs={"right": Leg((5.6, 0, -2), 17), "left": Leg((12.5, 0, 6), 26, knee=0.45)},
)  # fmt: skip
HIP = Pose(
    "hand on hip", "left", shift=4.4, lean=-1.8, hips=5.5, shoulders=-3.5, hips_yaw=-3.0,
    shoulders_yaw=4.0, head_roll=2.0, head_yaw=-8,
    arms={
        "left": Arm((20.3, 103.5, 0.0), (1, 0.05, -0.7), (-0.42, -0.62, 0.62), (-0.80, -0.15, -0.55),
                    "resting", on_trunk=True),
        "right": HANGING_WIDE,
    },
    legs={"left": Leg((5.0, 0, -2), 16), "right": Leg((13.5, 0, 7), 27, knee=0.5)},
)  # fmt: skip
ACROSS = Pose(
    "arm across the body", "left", shift=3.0, lean=-1.0, hips=3.8, shoulders=-2.4, hips_yaw=-2.0,
    shoulders_yaw=3.0, head_roll=-1.5, head_yaw=6,
    arms={
        "right": Arm((-3.0, 111.0, 17.5), (0.75, -0.6, -0.5), (-0.93, -0.22, 0.16), (0.1, -0.3, -1),
                     "gentle", on_trunk=True),
        "left": HANGING,
    },
    legs={"left": Leg((5.4, 0, -2), 16), "right": Leg((12.0, 0, 6), 24, knee=0.4)},
)  # fmt: skip
WALK = Pose(
    "walking", "left", shift=2.6, lean=-1.0, hips=4.5, shoulders=-2.8, hips_yaw=-6.0,
    shoulders_yaw=6.0, head_roll=0.5, head_yaw=0,
    arms={
        "left": Arm((0.15, -0.96, -0.16), (0.4, 0, -1), (0.02, -1, 0.0), (-0.95, 0, -0.3)),
        "right": Arm((0.17, -0.94, 0.20), (0.4, 0, -1), (-0.02, -1, 0.22), (-0.94, 0, -0.32)),
    },
    legs={
        "left": Leg((2.2, 0, 9), 8, knee=0.05),
        "right": Leg((4.6, 8.0, -17), 8, pitch=30, knee=0.05),
    },
)  # fmt: skip

POSES = {pose.name: pose for pose in (SIDE, HIP, ACROSS, WALK)}
