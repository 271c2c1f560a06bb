"""Sheets of a drawing laid on each other with the shadows they cast. Knows pixels, no garment."""

from __future__ import annotations

import cv2
import numpy as np

from demo.studio.canvas import F32, Array


class Board:
    """A picture that grows upwards: premultiplied sRGB `rgb` [h, w, 3] and `alpha` [h, w], 0..1.

    `labels` [h, w] is what lies topmost, in the numbers that `lay` is told; 0 where there is nothing.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        """size: width and height in pixels."""
        width, height = size
        self.rgb: Array = np.zeros((height, width, 3), F32)
        self.alpha: Array = np.zeros((height, width), F32)
        self.labels = np.zeros((height, width), np.uint8)

    def lay(
        self,
        picture: np.ndarray,
        label: int | np.ndarray,
        mask: np.ndarray | None = None,
        shadow: float = 0.0,
    ) -> None:
        """Lay a straight-alpha uint8 picture [h, w, 4] on top, where `mask` 0..1 lets it.

        label: the picture's number, or one for each pixel. shadow: how dark the soft shadow is that
        it casts on what lies below, 0 for none.
        """
        cover = picture[..., 3].astype(F32) / 255
        if mask is not None:
            cover = cover * mask
        if not cover.any():
            return
        if shadow:
            moved = cv2.warpAffine(
                cover, np.array([[1, 0, 1.6], [0, 1, 3.2]], F32), cover.shape[::-1]
            )
            near = cv2.GaussianBlur(moved, (0, 0), 1.8)
            far = cv2.GaussianBlur(moved, (0, 0), 6.0)
            dark = shadow * (0.55 * near + 0.45 * far) * (1 - cover)
            self.rgb *= (1 - dark)[..., None]
        colour = picture[..., :3].astype(F32) / 255
        self.rgb = self.rgb * (1 - cover)[..., None] + colour * cover[..., None]
        self.alpha = self.alpha * (1 - cover) + cover
        self.labels = np.where(cover > 0.5, label, self.labels).astype(np.uint8)

    def picture(self) -> np.ndarray:
        """Straight-alpha uint8 [h, w, 4]."""
        straight = np.dstack([self.rgb / np.maximum(self.alpha, 1e-3)[..., None], self.alpha])
        return (np.clip(straight, 0, 1) * 255 + 0.5).astype(np.uint8)
