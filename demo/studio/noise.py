"""Seamless smooth noise, the same for the same seed. Knows nothing of what it is used for."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

F32 = np.float32
Array = NDArray[np.float32]


@lru_cache(maxsize=512)
def noise_tile(seed: int, sigma: float | tuple[float, float], size: int = 256) -> Array:
    """A seamless tile [size, size] of Gaussian-smoothed noise, unit variance. Do not write to it."""
    white = np.random.default_rng(seed).standard_normal((size, size)).astype(F32)
    sx, sy = sigma if isinstance(sigma, tuple) else (sigma, sigma)
    fx = np.fft.fftfreq(size)[None]
    fy = np.fft.fftfreq(size)[:, None]
    low_pass = np.exp(-2 * np.pi**2 * ((fx * sx) ** 2 + (fy * sy) ** 2))
    tile = np.fft.ifft2(np.fft.fft2(white) * low_pass).real.astype(F32)
    return tile / tile.std()


def sample(tile: np.ndarray, u: np.ndarray, v: np.ndarray) -> Array:
    """Bilinear look-up in a repeating tile; u, v in tile pixels."""
    height, width = tile.shape[:2]
    u = np.mod(u, width).astype(F32)
    v = np.mod(v, height).astype(F32)
    return cv2.remap(tile, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)


def noise(
    seed: int,
    sigma: float | tuple[float, float],
    u: np.ndarray,
    v: np.ndarray,
    scale: float = 1.0,
    size: int = 256,
) -> Array:
    """Smooth repeating noise at (u, v) * scale, unit variance, about `sigma` tile pixels wide."""
    return sample(noise_tile(seed, sigma, size), u * scale, v * scale)
