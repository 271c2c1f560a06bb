"""Sheets laid on each other with the shadows they cast. Knows pixels, no garment."""

from __future__ import annotations

import cv2
import numpy as np

from demo.studio.canvas import F32, Array

PAPER = np.array([0.965, 0.96, 0.95], F32)
"""what a stage's picture is shown on"""


class Board:
    """A picture that grows upwards: premultiplied `rgb` [h, w, 3] and `alpha` [h, w], 0..1."""

    def __init__(
        self, picture: np.ndarray, unit: float = 1.0, shaded: np.ndarray | None = None
    ) -> None:
        """picture: what lies lowest, premultiplied float [h, w, 4].

        unit: pixels of this picture a pixel of a figure's: shadows grow with it.
        shaded: where shadows may fall, 0..1 [h, w]; everywhere when None.
        """
        self.rgb: Array = np.ascontiguousarray(picture[..., :3], F32).copy()
        self.alpha: Array = np.ascontiguousarray(picture[..., 3], F32).copy()
        self.touched = np.zeros(self.alpha.shape, bool)
        """where a product or its shadow lies or lay, [h, w]"""
        self._unit, self._shaded = unit, shaded

    def lay(
        self, sheet: np.ndarray, mask: np.ndarray | None = None, shadow: float = 0.0,
        is_product: bool = False,
    ) -> None:  # fmt: skip
        """Lay a premultiplied sheet [h, w, 4] on top, where `mask` 0..1 [h, w] lets it.

        shadow: how dark the soft shadow is that it casts on what lies below, 0 for none.
        """
        cover = sheet[..., 3] if mask is None else sheet[..., 3] * mask
        box = _box(cover, round(22 * self._unit) if shadow else 1)
        if box is None:
            return
        cover, sheet = cover[box], sheet[box]
        rgb, alpha, touched = self.rgb[box], self.alpha[box], self.touched[box]
        if is_product:
            touched |= cover > 0.004
        if shadow:
            dark = shadow * self._shade(cover) * (1 - cover)
            if self._shaded is not None:
                dark *= self._shaded[box]
            rgb *= (1 - dark)[..., None]
            if is_product:
                touched |= dark > 0.01
        colour = sheet[..., :3] if mask is None else sheet[..., :3] * mask[box][..., None]
        rgb *= (1 - cover)[..., None]
        rgb += colour
        alpha *= 1 - cover
        alpha += cover

    def _shade(self, cover: np.ndarray) -> np.ndarray:
        """A shadow that falls a little down: sharp where cloth lies close, wide around it."""
        unit = self._unit
        moved = cv2.warpAffine(
            cover, np.array([[1, 0, 1.6 * unit], [0, 1, 3.2 * unit]], F32), cover.shape[::-1]
        )
        near = cv2.GaussianBlur(moved, (0, 0), 1.8 * unit)
        small = cv2.resize(moved, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
        far = cv2.resize(cv2.GaussianBlur(small, (0, 0), 1.5 * unit), cover.shape[::-1])
        return 0.55 * near + 0.45 * far

    def picture(self) -> np.ndarray:
        """Straight-alpha uint8 [h, w, 4]."""
        straight = np.dstack([self.rgb / np.maximum(self.alpha, 1e-3)[..., None], self.alpha])
        return (np.clip(straight, 0, 1) * 255 + 0.5).astype(np.uint8)


def _box(cover: np.ndarray, margin: int) -> tuple[slice, slice] | None:
    """The rows and columns that hold any coverage, and some more; None when there is none."""
    rows = np.flatnonzero(cover.max(1) > 0.004)
    if not len(rows):
        return None
    columns = np.flatnonzero(cover[rows[0] : rows[-1] + 1].max(0) > 0.004)
    y0, y1 = max(0, rows[0] - margin), rows[-1] + 1 + margin
    x0, x1 = max(0, columns[0] - margin), columns[-1] + 1 + margin
    return slice(y0, y1), slice(x0, x1)


def premultiplied(picture: np.ndarray) -> np.ndarray:
    """Straight-alpha uint8 [h, w, 4] as premultiplied float, 0..1."""
    floats = picture.astype(F32) / 255
    floats[..., :3] *= floats[..., 3:]
    return floats


def on_paper(sheet: np.ndarray) -> np.ndarray:
    """RGB uint8 of a premultiplied picture [h, w, 4]."""
    shown = sheet[..., :3] + PAPER * (1 - sheet[..., 3:])
    return (np.clip(shown, 0, 1) * 255 + 0.5).astype(np.uint8)
