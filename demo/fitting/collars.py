"""What stands around the neck, as it is worn: collars below the jaw, hoods down. Knows no photo.

Products show hoods as on a hanger, upright and open. Taken down, a hood's crown falls back: its height is
foreshortened, most at the crown, and what lies beyond the opening is behind the neck.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.fitting.figures import SIZE
from demo.fitting.warp import Worn
from demo.studio.canvas import F32, smoothstep
from demo.studio.worn.body import SIDES, Body

HOOD = 0.8
"""how high a hood that is down stands behind the neck, in half-widths of the neck"""
LOOSE = 1.3
"""how wide its opening lies there, in widths of the neck"""
SPREAD = (1.1, 1.5)
"""least and most that it lies wider than it hangs"""
DEEP = 2.5
"""how far below the neck's base a hood may be open, in half-widths of the neck"""
JAW = 0.14
"""how far above the chin a collar reaches beside it, as a share of the head's height"""
FOOT = 0.6
"""how far below the neck's base a collar that is too high gives way, in half-widths of the neck"""
LEAN = 0.35
"""how far a collar's top follows a head that is not above the neck's base"""
FINE = 4
"""rows computed for each one that is kept: folds pressed together would flicker otherwise"""
SEAM = 7
"""pixels across over which a hood's two halves lie over each other"""
ROUND = 0.2
"""how much more than its base the crown falls back"""


def settle(worn: Worn, body: Body) -> None:
    """Lay the garment's hood, if it has one, on the shoulders, or bring its collar below the jaw."""
    if worn.kind != "upper":
        return
    left, right = (body.edge(f"neck_{side}") for side in SIDES)
    (middle, base), half = (left + right) / 2, abs(float(left[0] - right[0])) / 2
    if worn.garment.has("hood") and "inside" in worn.sheets:
        _hood_down(worn, float(middle), float(base), half)
    else:
        _collar_down(worn, body, float(middle), float(base), half)


@dataclass(frozen=True)
class _Press:
    """How what stands above a row is pressed down, pixels of the frame."""

    middle: float
    """x of the neck's middle"""
    low: float
    """the row below which all stays"""
    stands: float
    """how high the cloth stands above it"""
    lies: float
    """how high it will"""
    falls: float
    """how much more than its foot the top is pressed, 0 to 1"""
    lean: float
    """how far beside the neck's middle the upper half's middle is seen"""
    spread: float = 1.0
    """how much wider the top becomes"""

    def on(self, sheet: np.ndarray) -> np.ndarray:
        """A sheet [1280, 640, 4], pressed."""
        top, low = max(0, int(self.low - self.lies) - 2), int(self.low)
        rows = top + (np.arange((low - top) * FINE, dtype=F32) + 0.5) / FINE - 0.5
        share = (self.low - rows) / self.lies
        y = self.low - self.stands * share * (1 - self.falls + self.falls * share)
        wide = 1 + (self.spread - 1) * smoothstep(0, 1, share)
        lean = self.lean * np.minimum(2 * share, 1)
        x = self.middle + (np.arange(SIZE[0])[None] - self.middle) / wide[:, None] + lean[:, None]
        y = np.broadcast_to(y[:, None], x.shape)
        fine = cv2.remap(sheet, x.astype(F32), y.astype(F32), cv2.INTER_LINEAR)
        pressed = sheet.copy()
        pressed[:top] = 0
        pressed[top:low] = cv2.resize(fine, (SIZE[0], low - top), interpolation=cv2.INTER_AREA)
        return pressed


def _hood_down(worn: Worn, middle: float, base: float, half: float) -> None:
    seen = np.maximum(worn.cover()[: round(base)], worn.cover("inside")[: round(base)]) > 0.5
    rows = np.flatnonzero(seen[:, max(0, round(middle - half)) : round(middle + half)].any(1))
    lies = HOOD * half
    if not len(rows) or base - rows[0] < lies:
        return
    crown = np.flatnonzero(seen[rows[0] : (rows[0] + round(base)) // 2 + 1].any(0))
    lean = (crown[0] + crown[-1]) / 2 - middle
    opening = np.flatnonzero((worn.cover("inside") > 0.5)[: round(base)].any(0))
    wide = float(opening[-1] - opening[0]) if len(opening) else 2 * half
    spread = float(np.clip(LOOSE * 2 * half / max(wide, 1.0), *SPREAD))
    press = _Press(middle, base, base - float(rows[0]), lies, ROUND, lean, spread)
    for name in ("", "inside"):
        worn.sheets[name] = press.on(worn.sheets[name])
    _part(worn, base + DEEP * half)


def _collar_down(worn: Worn, body: Body, middle: float, base: float, half: float) -> None:
    chin = body.joint("chin")
    around = np.s_[: round(base), max(0, round(middle - half)) : round(middle + half)]
    rows = np.flatnonzero((worn.cover()[around] > 0.5).any(1))
    lies = float(base - chin[1] + JAW * (chin[1] - body.joint("head_top")[1])) + FOOT * half
    stands = base - float(rows[0]) + FOOT * half if len(rows) else 0.0
    if stands <= lies:
        return
    lean = -LEAN * float(np.clip(chin[0] - middle, -half, half))
    press = _Press(middle, base + FOOT * half, stands, lies, 1 - lies / stands, lean)
    for name in {"", "inside"} & set(worn.sheets):
        worn.sheets[name] = press.on(worn.sheets[name])


def _part(worn: Worn, deepest: float) -> None:
    """Put what lies beyond the opening behind the neck; no hood opens below the row `deepest`."""
    rows = np.arange(SIZE[1])[:, None]
    opening = (worn.cover("inside") > 0.5) & (rows < deepest)
    lowest = np.where(opening, rows, -1).max(0)
    beyond = (rows < lowest[None]).astype(F32)
    wide = cv2.dilate(beyond, np.ones((SEAM, SEAM), np.uint8))  # no ground shines through between
    wide, behind = (cv2.GaussianBlur(k, (0, 0), 0.8)[..., None] for k in (wide, beyond))
    back = worn.sheets[""] * wide
    worn.sheets["inside"] = back + worn.sheets["inside"] * (1 - back[..., 3:])
    worn.sheets[""] = worn.sheets[""] * (1 - behind)
