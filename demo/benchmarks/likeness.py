"""How alike two pictures are: SSIM and the distance of deep features. Knows pictures, no shop.

The distance of features is LPIPS-like (Zhang et al. 2018): unit feature vectors at three depths, squared
differences, mean over places. LPIPS' own network and weights are not here; the shop's encoder looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
import torch.nn.functional as F
from PIL import Image

from demo.models.encoder import ClipEncoder

C1, C2 = 0.01**2, 0.03**2
"""SSIM's constants for values 0..1"""
SIGMA: Final = 1.5
"""of SSIM's window, pixels"""


def ssim(first: np.ndarray, second: np.ndarray, where: np.ndarray) -> float:
    """Structural similarity (Wang et al. 2004) of RGB uint8 [h, w, 3], mean over `where` bool [h, w]."""
    x, y = (cv2.cvtColor(p, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255 for p in (first, second))

    def mean(plane: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(plane, (11, 11), SIGMA)

    mx, my = mean(x), mean(y)
    xx, yy, xy = mean(x * x) - mx * mx, mean(y * y) - my * my, mean(x * y) - mx * my
    found = (2 * mx * my + C1) * (2 * xy + C2) / ((mx * mx + my * my + C1) * (xx + yy + C2))
    return float(found[where].mean())


def feature_distances(
    encoder: ClipEncoder, truth: np.ndarray, others: Sequence[np.ndarray], where: np.ndarray
) -> list[float]:
    """Of each of the others from the truth, inside `where`; 0 for the same picture.

    RGB uint8 [h, w, 3] each; what is outside `where`, bool [h, w], is white in all of them.
    """
    pictures = [alone(picture, where) for picture in (truth, *others)]
    seen = encoder.see(pictures)
    total = np.zeros(len(others))
    for maps in (seen.low, seen.middle, seen.high):
        unit = F.normalize(maps.float(), dim=1)
        total += (unit[1:] - unit[:1]).pow(2).sum(1).mean((1, 2)).numpy() / 3
    return [float(v) for v in total]


def alone(picture: np.ndarray, where: np.ndarray) -> Image.Image:
    """As a product's picture: what is `where`, bool [h, w], on a white square; RGB uint8 [h, w, 3]."""
    rows, columns = np.flatnonzero(where.any(1)), np.flatnonzero(where.any(0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cut = np.where(where[box][..., None], picture[box], 255).astype(np.uint8)
    side = max(cut.shape[:2])
    square = np.full((side, side, 3), 255, np.uint8)
    top, left = (side - cut.shape[0]) // 2, (side - cut.shape[1]) // 2
    square[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
    return Image.fromarray(square)


def mean_lab(picture: np.ndarray, where: np.ndarray) -> np.ndarray:
    """[3] CIELAB of the mean colour, of RGB uint8 [h, w, 3] where bool [h, w]."""
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return lab[where].mean(0).astype(float)
