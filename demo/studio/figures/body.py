"""A whole person as one solid, with the part that each place belongs to. Knows shapes, not light."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.studio.figures import feet, hands, head, limbs, trunk
from demo.studio.figures.fields import Joined, Shape
from demo.studio.figures.hair import HairStyle, hair
from demo.studio.figures.skeleton import SIDES, Skeleton


@dataclass(frozen=True)
class Solid:
    """All shapes of a person."""

    skeleton: Skeleton
    skin: tuple[Shape, ...]
    """melted in this order"""
    hair: tuple[Shape, ...]
    parts: dict[str, tuple[Shape, ...]]
    """name of a part -> its shapes alone, for telling which part a place belongs to"""

    def arm(self, side: str) -> tuple[Shape, ...]:
        """The shapes of an arm alone, from the hand up: "left" or "right"."""
        return tuple(shape for name in arm_parts(side) for shape in self.parts[name])

    def trunk_and_legs(self) -> tuple[Shape, ...]:
        """Everything but head, hair and arms, as joined."""
        legs = [shape for shape in self.skin if isinstance(shape, Joined)][::2]
        return (*self.parts["torso"], *self.parts["neck"], *legs)


def arm_parts(side: str) -> tuple[str, str, str]:
    """Names of an arm's parts in the order in which they melt."""
    return f"hand_{side}", f"forearm_{side}", f"upper_arm_{side}"


def solid(skeleton: Skeleton, style: HairStyle) -> Solid:
    """Put flesh round the bones and hair on the head."""
    j = skeleton.joints
    m = skeleton.measures
    parts: dict[str, tuple[Shape, ...]] = {
        "torso": (trunk.trunk(skeleton),),
        "neck": tuple(trunk.neck(skeleton)),
        "head": (head.head(skeleton),),
    }
    skin = [*parts["torso"], *parts["neck"], *parts["head"]]
    big = m.height / 175
    for name in SIDES:
        parts[f"thigh_{name}"] = tuple(limbs.thigh(skeleton, name))
        parts[f"calf_{name}"] = tuple(limbs.calf(skeleton, name))
        parts[f"foot_{name}"] = tuple(feet.foot(skeleton, name))
        leg = [*parts[f"foot_{name}"], *parts[f"calf_{name}"], *parts[f"thigh_{name}"]]
        hip = j[f"hip_{name}"] + np.array([0.0, 3.0, 0.0], np.float32)
        skin.append(Joined(leg, hip, near=7.5 * big, far=0.5, within=13 * big))
        parts[f"upper_arm_{name}"] = tuple(limbs.upper_arm(skeleton, name))
        parts[f"forearm_{name}"] = tuple(limbs.forearm(skeleton, name))
        parts[f"hand_{name}"] = tuple(hands.hand(skeleton, name))
        arm = [shape for part in arm_parts(name) for shape in parts[part]]
        skin.append(Joined(arm, j[f"shoulder_{name}"], near=6.5 * big, far=0.15, within=10.5 * big))
    parts["hair"] = tuple(hair(skeleton, style))
    return Solid(skeleton, tuple(skin), parts["hair"], parts)
