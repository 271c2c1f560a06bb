"""From a drawn canvas to what is known of the garment's shape: landmarks, part map. Draws nothing."""

from __future__ import annotations

import numpy as np

from demo.catalog.shapes import MAP_SIZE, Shape
from demo.studio.canvas import Canvas
from demo.studio.develop import PICTURE, framing


def shape_of(canvas: Canvas) -> Shape:
    """The landmarks and the part map of what is drawn, in its picture's frame."""
    frame = framing(canvas.alpha)
    parts = np.zeros(MAP_SIZE[::-1], np.uint8)
    if frame is None:
        return Shape({}, parts)
    width, height = PICTURE
    places = {name: frame.place(x, y) for name, (x, y) in canvas.landmarks.items()}
    landmarks = {name: (x / width, y / height) for name, (x, y) in places.items()}
    left, top, right, bottom = frame.crop
    cell = width // MAP_SIZE[0]
    x = (np.arange(MAP_SIZE[0]) + 0.5) * cell - frame.corner[0]
    y = (np.arange(MAP_SIZE[1]) + 0.5) * cell - frame.corner[1]
    column = np.floor(left + x * (right - left) / frame.size[0]).astype(int)
    row = np.floor(top + y * (bottom - top) / frame.size[1]).astype(int)
    across = (column >= left) & (column < right)
    down = (row >= top) & (row < bottom)
    seen = np.where(canvas.alpha > 0.5, canvas.parts, 0)
    parts[np.ix_(down, across)] = seen[np.ix_(row[down], column[across])]
    return Shape(landmarks, parts)
