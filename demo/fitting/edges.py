"""Scores that follow the photo's edges: the guided filter (He et al. 2010). Knows pixels only."""

from __future__ import annotations

import cv2
import numpy as np


def follow_edges(
    photo: np.ndarray, scores: np.ndarray, radius: int, smoothness: float
) -> np.ndarray:
    """[n, h, w] float32: each score as the colour's best linear function around every pixel.

    photo: RGB uint8 [h, w, 3]; scores: float32 [n, h, w]; radius in pixels; smoothness: variance of a
    colour (0 … 1 a channel) from which a change counts as an edge. Equations 5, 6 and 19 of the paper.
    """
    guide = photo.astype(np.float32) / 255
    r, g, b = (_mean(guide[..., i], radius) for i in range(3))
    red, green, blue = (np.ascontiguousarray(guide[..., i]) for i in range(3))
    rr = _mean(red * red, radius) - r * r + smoothness
    gg = _mean(green * green, radius) - g * g + smoothness
    bb = _mean(blue * blue, radius) - b * b + smoothness
    rg = _mean(red * green, radius) - r * g
    rb = _mean(red * blue, radius) - r * b
    gb = _mean(green * blue, radius) - g * b
    # the inverse of the symmetric 3 × 3 covariance, by cofactors
    i_rr, i_rg, i_rb = gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb
    i_gg, i_gb, i_bb = rr * bb - rb * rb, rb * rg - rr * gb, rr * gg - rg * rg
    scale = 1 / (rr * i_rr + rg * i_rg + rb * i_rb)
    out = np.empty_like(scores)
    for n, score in enumerate(scores):
        mean = _mean(score, radius)
        v_r = _mean(red * score, radius) - r * mean
        v_g = _mean(green * score, radius) - g * mean
        v_b = _mean(blue * score, radius) - b * mean
        a_r = (i_rr * v_r + i_rg * v_g + i_rb * v_b) * scale
        a_g = (i_rg * v_r + i_gg * v_g + i_gb * v_b) * scale
        a_b = (i_rb * v_r + i_gb * v_g + i_bb * v_b) * scale
        rest = mean - a_r * r - a_g * g - a_b * b
        out[n] = (
            _mean(a_r, radius) * red + _mean(a_g, radius) * green + _mean(a_b, radius) * blue
            + _mean(rest, radius)
        )  # fmt: skip
    return out


def _mean(plane: np.ndarray, radius: int) -> np.ndarray:
    return cv2.blur(plane, (2 * radius + 1, 2 * radius + 1))
