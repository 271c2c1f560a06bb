"""How sleeves hang in the picture of a shirt, a knit or a hoodie. Knows no garment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.garments.sleeves import Arm

Arms = tuple[Arm, Arm]

STRAIGHT: Arms = (Arm(15, 7), Arm(14, 9))
"""hanging at the sides, as on a mannequin"""
WIDE: Arms = (Arm(29, 25), Arm(27, 24))
"""spread out, as laid on a table"""
BENT: Arms = (Arm(25, -9, True), Arm(23, -5, True))
"""forearms turned in over the body"""
ONE_BENT: Arms = (Arm(17, 9), Arm(25, -15, True))
CLOSE: Arms = (Arm(11, 2, True), Arm(12, 0, True))
"""steep, over the sides of the body"""


def posed(arms: Arms, rng: np.random.Generator) -> Arms:
    """The arms a little off, and now and then the other way round."""
    right, left = arms if rng.random() < 0.5 else arms[::-1]
    return tuple(
        replace(a, upper=a.upper + rng.uniform(-2, 2), fore=a.fore + rng.uniform(-3, 3))
        for a in (right, left)
    )
