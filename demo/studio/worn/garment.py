"""One garment drawn again at a figure's pose, as sheets that come to lie before and behind the body."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.catalog.shapes import KIND_OF, PARTS
from demo.fitting.figures import SIZE, Figure
from demo.studio.canvas import F32, Canvas, H, S, W
from demo.studio.design import Colourway
from demo.studio.develop import develop
from demo.studio.garments import sketch
from demo.studio.worn.body import SIDES, Body
from demo.studio.worn.fit import Fit, Window, fit


@dataclass(frozen=True)
class Worn:
    """One garment on a figure: its sheets as straight-alpha uint8 pictures [h, w, 4]."""

    colourway: Colourway
    sheets: dict[str, np.ndarray]
    """"" for what lies on the body; "inside" behind it; "sleeve_left" and "sleeve_right" on the arms,
    behind the trunk; "sleeve_left_over" and "sleeve_right_over" what is seen before it"""
    parts: np.ndarray
    """label of the topmost part, an index of `PARTS`, [h, w]; 0 where there is nothing"""
    landmarks: dict[str, tuple[float, float]]
    """name -> where it lies in the figure's picture, pixels"""

    @property
    def is_sleeved(self) -> bool:
        return "sleeve_left" in self.sheets

    @property
    def kind(self) -> str:
        return KIND_OF[self.colourway.category]

    @property
    def category(self) -> str:
        return self.colourway.category

    def covered(self) -> np.ndarray:
        """Where the sheet that lies on the body covers, bool [h, w]."""
        return self.sheets[""][..., 3] > 127

    def keep(self, name: str, where: np.ndarray) -> None:
        """Take away what of a sheet lies elsewhere; where: bool [h, w]."""
        self.sheets[name][..., 3] *= where.astype(np.uint8)


def put_on(colourway: Colourway, figure: Figure) -> Worn:
    """Draw a garment again as this figure wears it. Tops, dresses, skirts and trousers only."""
    flat = sketch(colourway)
    worn = fit(colourway, flat, Body(figure))
    canvas = sketch(colourway, worn)
    sheets, parts = {}, np.zeros(SIZE[::-1], np.uint8)
    for name in ("inside", "", *(f"sleeve_{side}" for side in SIDES)):
        if name not in canvas.sheets:
            continue
        rgb, alpha, labels = canvas.sheets[name]
        picture = develop(_at_figure(np.dstack([rgb, alpha]), worn.window, SIZE), canvas.seed)
        sheets[name] = picture
        if name.startswith("sleeve"):
            seen = _at_figure(_clear_of_trunk(flat, worn, name), worn.window, SIZE)
            sheets[f"{name}_over"] = picture.copy()
            sheets[f"{name}_over"][..., 3] = np.round(picture[..., 3] * seen)
        own = _at_figure(labels, worn.window, SIZE, cv2.INTER_NEAREST)
        parts = np.where(picture[..., 3] > 127, own, parts)
    _close_gaps(sheets)
    corner, scale = np.array(worn.window.corner), worn.window.scale
    places = {n: tuple(corner + scale * np.array(at)) for n, at in canvas.landmarks.items()}
    return Worn(colourway, sheets, parts, places)


def _close_gaps(sheets: dict[str, np.ndarray]) -> None:
    """Fill the slits between trunk and sleeves, where both maps leave some pixels, with shaded cloth."""
    names = [n for n in sheets if n == "" or n.endswith("_over")]
    cover = np.max([sheets[n][..., 3] for n in names], 0)
    round_off = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 15))
    closed = cv2.morphologyEx(cover, cv2.MORPH_CLOSE, round_off)
    gap = np.where(cover < 128, closed, 0)
    weights = [sheets[n][..., 3:].astype(F32) / 255 for n in names]
    total = sum(sheets[n][..., :3] * w for n, w in zip(names, weights, strict=True))
    soft = cv2.GaussianBlur(np.dstack([total, sum(weights)]), (0, 0), 5.0)
    colour = 0.72 * soft[..., :3] / np.maximum(soft[..., 3:], 1e-3)
    trunk = sheets[""]
    share = (gap.astype(F32) / 255 * (1 - trunk[..., 3].astype(F32) / 255))[..., None]
    own = trunk[..., 3:].astype(F32) / 255
    alpha = own + share
    mixed = (trunk[..., :3] * own + colour * share) / np.maximum(alpha, 1e-3)
    sheets[""] = np.dstack([np.where(share > 0, mixed, trunk[..., :3]), alpha * 255]).astype(
        np.uint8
    )


def _clear_of_trunk(flat: Canvas, worn: Fit, name: str) -> np.ndarray:
    """Where a sleeve's own cloth is to be seen: not where, laid flat, the trunk covers it."""
    y, x = np.mgrid[0 : H * S, 0 : W * S].astype(F32) / S
    u, v = worn.back(x, y, name)
    trunk = np.isin(flat.parts, [PARTS.index(p) for p in ("body", "collar", "hood", "skirt")])
    own = cv2.GaussianBlur((~trunk).astype(F32), (0, 0), 0.8)
    return cv2.remap(own, u * S, v * S, cv2.INTER_LINEAR, borderValue=1.0)


def _at_figure(
    samples: np.ndarray, window: Window, size: tuple[int, int], how: int = cv2.INTER_AREA
) -> np.ndarray:
    """What is drawn in a window, in the pixels of the figure's picture."""
    wide, tall = round(W * window.scale), round(H * window.scale)
    small = cv2.resize(samples, (wide, tall), interpolation=how)
    placed = np.zeros((size[1], size[0], *small.shape[2:]), small.dtype)
    left, top = (round(c) for c in window.corner)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(size[0], left + wide), min(size[1], top + tall)
    placed[y0:y1, x0:x1] = small[y0 - top : y1 - top, x0 - left : x1 - left]
    return placed
