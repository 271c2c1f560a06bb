"""From a warped picture to a photographic one: which region is painted, and with what. Knows no page.

The warp's own result says where the garments are; the large network paints there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from PIL import Image

from demo.catalog.pictures import open_picture
from demo.fitting.briefing import Piece
from demo.models.parser import FACE, HAIR
from demo.types import Product

if TYPE_CHECKING:
    from demo.fitting.diffusion import DiffusionTryOn, Progress

REACH: Final = 0.012
"""by how much of the picture's longer side the region is wider than what the warp changed"""


def photographed(
    network: DiffusionTryOn, before: np.ndarray, labels: np.ndarray, warped: np.ndarray,
    products: Sequence[Product], progress: Progress = lambda share, stage: None,
) -> np.ndarray:  # fmt: skip
    """The person of `before` in the products, straight-alpha uint8 [h, w, 4].

    before, warped: straight-alpha uint8 [h, w, 4]; labels: uint8 [h, w], the parser's. What is outside
    the region, hair and face stay as they were. Raises BackendError or PictureError.
    """
    region = region_of(before, warped, labels)
    pieces = [Piece(open_picture(p.image, name=p.title), p.title) for p in products]
    painted = network.dress(Image.fromarray(before), pieces, region, progress)
    after = np.where(region[..., None], np.asarray(painted), before[..., :3])
    return np.dstack([after, warped[..., 3]])


def region_of(before: np.ndarray, warped: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Where may be painted: what the warp changed and a little around it, never hair or face, [h, w]."""
    changed = (before != warped).any(2).astype(np.uint8)
    reach = 2 * max(1, round(REACH * max(labels.shape))) + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    return (cv2.dilate(changed, disc) > 0) & ~np.isin(labels, (HAIR, FACE))
