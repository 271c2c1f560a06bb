"""What a canvas asks of whoever wears what is drawn on it. Knows no body and no garment."""

from __future__ import annotations

from typing import Protocol

import numpy as np


class Wearer(Protocol):
    """How a garment that was cut flat lies on a body: a map of the plane for each of its parts."""

    apart: frozenset[str]
    """parts that are drawn on sheets of their own, since arms and necks come between"""

    def onto(self, points: np.ndarray, part: str) -> np.ndarray:
        """Flat positions [n, 2] to where they lie on the body."""
        ...

    def back(self, x: np.ndarray, y: np.ndarray, part: str) -> tuple[np.ndarray, np.ndarray]:
        """The flat positions of positions on the body, any one shape."""
        ...

    def near(self, x: np.ndarray, y: np.ndarray, part: str) -> np.ndarray | float:
        """1 at positions on the body where the part's cloth can be, 0 elsewhere."""
        ...
