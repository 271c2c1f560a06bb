"""From the canvas to the picture: framing, film curve, sharpening, grain. Knows pixels only."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.studio.canvas import (
    F32,
    Canvas,
    S,
    linear_to_srgb,
    smoothstep,
)

MARGIN = 20
"""pixels left free round a garment that fills its picture"""
PICTURE = (480, 600)


@dataclass(frozen=True)
class Framing:
    """How the canvas lies in its picture: cropped to what is drawn, scaled, centred."""

    crop: tuple[int, int, int, int]
    """left, top, right, bottom in samples of the canvas"""
    size: tuple[int, int]
    """width and height of the crop in the picture"""
    corner: tuple[int, int]
    """where the crop's upper left corner lies in the picture"""

    def place(self, x: float, y: float) -> tuple[float, float]:
        """World units on the canvas to pixels of the picture."""
        left, top, right, bottom = self.crop
        return (
            self.corner[0] + (x * S - left) * self.size[0] / (right - left),
            self.corner[1] + (y * S - top) * self.size[1] / (bottom - top),
        )


def framing(alpha: np.ndarray) -> Framing | None:
    """Where a canvas of this coverage goes in its picture; None when nothing is drawn.

    Everything is drawn at one scale, so that a long coat stays longer than a cropped top; only what
    does not fit is shrunk, and what is small comes somewhat nearer.
    """
    width, height = PICTURE
    rows = np.flatnonzero(alpha.max(1) > 0.5)
    columns = np.flatnonzero(alpha.max(0) > 0.5)
    if not len(rows):
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    world = 0.9375 / S
    fit = min((width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (bottom - top))
    zoom = fit if fit < world else world * (fit / world) ** 0.6
    size = (max(1, round((right - left) * zoom)), max(1, round((bottom - top) * zoom)))
    corner = ((width - size[0]) // 2, (height - size[1]) // 2)
    return Framing((int(left), int(top), int(right), int(bottom)), size, corner)


def finish(canvas: Canvas) -> np.ndarray:
    """The cut-out, uint8 [600, 480, 4] straight-alpha sRGB, centred."""
    frame = framing(canvas.alpha)
    if frame is None:
        return np.zeros((*PICTURE[::-1], 4), np.uint8)
    left, top, right, bottom = frame.crop
    premultiplied = np.dstack([canvas.rgb, canvas.alpha])[top:bottom, left:right]
    small = cv2.resize(premultiplied, frame.size, interpolation=cv2.INTER_AREA)
    picture = np.zeros((*PICTURE[::-1], 4), F32)
    px, py = frame.corner
    picture[py : py + frame.size[1], px : px + frame.size[0]] = small
    return develop(picture, canvas.seed)


def develop(picture: np.ndarray, seed: int) -> np.ndarray:
    """Premultiplied linear light [h, w, 4] to straight-alpha sRGB uint8: film curve, edges, grain."""
    alpha = np.clip(picture[..., 3], 0, 1)
    colour = picture[..., :3] / np.maximum(alpha, 1e-3)[..., None]
    # Highlights roll off as on film: nothing above the knee is cut, only pressed together.
    knee = 0.70
    above = np.maximum(colour - knee, 0)
    colour = np.minimum(colour, knee) + (1 - knee) * (1 - np.exp(-above / (1 - knee)))
    colour = linear_to_srgb(colour)
    soft = cv2.GaussianBlur(colour * alpha[..., None], (0, 0), 1.0)
    soft /= cv2.GaussianBlur(alpha, (0, 0), 1.0)[..., None] + 1e-3
    sharpened = colour + 0.35 * (colour - soft) * smoothstep(0.9, 1.0, alpha)[..., None]
    grain = cv2.GaussianBlur(
        np.random.default_rng(seed + 9).standard_normal(alpha.shape).astype(F32), (0, 0), 0.6
    )
    sharpened = sharpened + 0.006 * grain[..., None]
    straight = np.dstack([sharpened, alpha])
    straight[alpha < 1 / 255] = 0
    return (np.clip(straight, 0, 1) * 255 + 0.5).astype(np.uint8)
