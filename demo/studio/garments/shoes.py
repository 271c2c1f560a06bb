"""Which function draws which shoe, and how a pair stands: toes to the left, one behind the other."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from demo.catalog.shapes import PARTS
from demo.studio.canvas import F32, Canvas, H, S, W
from demo.studio.design import Colourway
from demo.studio.garments.boots import ankle_boot, tall_boot
from demo.studio.garments.pumps import ballet_flat, pump
from demo.studio.garments.sandals import sandal
from demo.studio.garments.slippers import loafer
from demo.studio.garments.sneakers import high_sneaker, low_sneaker

FLAT = (0.13, -0.24)
HIGHER = (0.16, -0.30)
TALL = (0.50, -0.05)
"""where the other shoe stands, in widths of the near one to the right and down"""


def in_pairs(
    one: Callable[[Canvas, Colourway], None], behind: tuple[float, float]
) -> Callable[[Canvas, Colourway], None]:
    """Draws the shoe with its fellow behind it, so that both fill the picture."""

    def two(canvas: Canvas, colourway: Colourway) -> None:
        with canvas.part("shoe_near"):
            one(canvas, colourway)
        mark_ground(canvas)
        stand(canvas, behind)

    return two


def mark_ground(canvas: Canvas) -> None:
    """Where the shoe touches the ground: under the ball of the foot, and at the heel."""
    toe, heel = canvas.landmarks["toe"][0], canvas.landmarks["heel"][0]
    for name, start, end in (("sole_toe", 0.0, 0.45), ("sole_heel", 0.75, 1.02)):
        left, right = (round(S * (toe + share * (heel - toe))) for share in (start, end))
        low = np.argwhere(canvas.alpha[:, left:right] > 0.5)
        lowest = low[low[:, 0] > low[:, 0].max() - 2 * S]
        canvas.landmarks[name] = ((left + float(lowest[:, 1].mean())) / S, float(low[:, 0].max()) / S)


def stand(canvas: Canvas, behind: tuple[float, float]) -> None:
    """Put what is drawn in front of a copy that is farther away, turned a little and in its shade."""
    rows = np.flatnonzero(canvas.alpha.max(1) > 0.3)
    columns = np.flatnonzero(canvas.alpha.max(0) > 0.3)
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    wide, tall = float(right - left), float(bottom - top)
    dx, dy = behind[0] * wide, behind[1] * wide
    zoom = min(0.93 * W * S / (wide + dx), 0.95 * H * S / (tall - dy))
    x0 = (W * S - zoom * (wide + dx)) / 2 - zoom * left
    y0 = (H * S - zoom * (tall - dy)) / 2 - zoom * (top + dy)
    turn, far = np.deg2rad(canvas.rng.uniform(0.6, 1.8)), 0.965 * zoom
    c, s = far * np.cos(turn), far * np.sin(turn)
    mx, my = (left + right) / 2, bottom
    px, py = zoom * (mx + dx) + x0, zoom * (my + dy) + y0
    away = np.array([[0.97 * c, s, px - 0.97 * c * mx - s * my], [-s, c, py + s * mx - c * my]])
    close = np.array([[zoom, 0, x0], [0, zoom, y0]])
    size = (W * S, H * S)
    near, cover = (cv2.warpAffine(part, close, size) for part in (canvas.rgb, canvas.alpha))
    canvas.rgb, canvas.alpha = (
        cv2.warpAffine(part, away, size) for part in (canvas.rgb * F32(0.9), canvas.alpha)
    )
    near_parts, far_parts = (
        cv2.warpAffine(canvas.parts, way, size, flags=cv2.INTER_NEAREST) for way in (close, away)
    )
    canvas.parts = np.where(far_parts > 0, PARTS.index("shoe_far"), 0).astype(np.uint8)
    canvas.parts[cover > 0.5] = near_parts[cover > 0.5]
    for name, (x, y) in canvas.landmarks.items():
        canvas.landmarks[name] = (float(zoom * x + x0 / S), float(zoom * y + y0 / S))
    canvas.shadow(cover, (0, 0, W, H), 8, 3, 11, 0.5)
    canvas.rgb *= (1 - cover)[..., None]
    canvas.rgb += near
    canvas.alpha += cover * (1 - canvas.alpha)


DRAW: dict[str, Callable[[Canvas, Colourway], None]] = {
    "low-sneaker": in_pairs(low_sneaker, HIGHER),
    "high-sneaker": in_pairs(high_sneaker, HIGHER),
    "ankle-boot": in_pairs(ankle_boot, HIGHER),
    "tall-boot": in_pairs(tall_boot, TALL),
    "loafer": in_pairs(loafer, FLAT),
    "pump": in_pairs(pump, FLAT),
    "sandal": in_pairs(sandal, FLAT),
    "ballet-flat": in_pairs(ballet_flat, FLAT),
}
