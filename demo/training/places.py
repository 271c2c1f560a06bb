"""Where a dressed picture may still be mended: cloth, the borders of its sheets, skin that was invented.

Read off the stages of `demo.fitting.dressing`; knows sheets and masks, no network.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from demo.fitting.bare import Bare
from demo.fitting.subject import Subject
from demo.fitting.warp import Worn
from demo.studio.canvas import F32

BAND: Final = 5.0
"""how far a border reaches to either side, pixels of the frame"""


@dataclass(frozen=True)
class Places:
    """What may be mended, each 0..1 float [h, w] in the picture's pixels."""

    cloth: np.ndarray
    """new cloth that is seen: nothing of the person lies before it"""
    border: np.ndarray
    """near the edge of any sheet"""
    invented: np.ndarray
    """skin, ground or other cloth in the place of what was taken off"""

    @property
    def free(self) -> np.ndarray:
        """Where the picture may change at all, 0..1 [h, w]."""
        return np.maximum(self.border, self.invented)


def places(
    subject: Subject, bare: Bare, worn: Sequence[Worn], feet: Mapping[str, np.ndarray]
) -> Places:
    """The places of a person dressed in these sheets; hands, face and hair are none of them."""
    under = np.zeros(bare.skin.shape, F32)
    over, edge = under.copy(), under.copy()
    for garment in worn:
        for name, sheet in garment.sheets.items():
            cover = subject.bring(sheet[..., 3])
            if name.endswith("_over"):
                over = np.maximum(over, cover)
            elif name != "inside":
                under = np.maximum(under, cover)
            edge = np.maximum(edge, _edge(cover))
    for shoe in feet.values():
        cover = subject.bring(shoe[..., 3])
        under, edge = np.maximum(under, cover), np.maximum(edge, _edge(cover))
    arms = np.max(list(bare.arms.values()), 0) if bare.arms else np.zeros_like(under)
    own = np.maximum(bare.head, bare.hands)
    cloth = np.maximum(under * (1 - arms), over) * (1 - own)
    soft = _banded(edge, subject.unit)
    invented = bare.changed.astype(F32) * (1 - own) * (1 - cloth)
    return Places(cloth, soft * (1 - own), cv2.GaussianBlur(invented, (0, 0), 0.8) * invented)


def edges(cover: np.ndarray, unit: float) -> np.ndarray:
    """0..1 [h, w]: near the edge of one sheet's coverage. unit: pixels a pixel of the frame."""
    return _banded(_edge(cover), unit)


def _banded(edge: np.ndarray, unit: float) -> np.ndarray:
    width = BAND * unit
    return np.clip(3 * width * cv2.GaussianBlur(edge, (0, 0), max(0.6, 0.6 * width)), 0, 1)


def _edge(cover: np.ndarray) -> np.ndarray:
    """1 where coverage steps from nothing to all within a pixel or two, [h, w]."""
    solid = (cover > 0.5).astype(np.uint8)
    return cv2.morphologyEx(solid, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(F32)
