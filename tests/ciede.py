"""Colours for tests: CIELAB (D65) of swatches."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import rgb

TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.0888])


def lab(shade: str | np.ndarray) -> np.ndarray:
    """CIELAB of "#rrggbb" or of a linear rgb [3]."""
    linear = rgb(shade) if isinstance(shade, str) else shade
    t = TO_XYZ @ np.asarray(linear, float) / WHITE
    x, y, z = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
