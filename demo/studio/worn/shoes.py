"""A shoe seen from in front: the side view's solid turned, both flanks alike. Knows no garment else.

A product's picture shows its near shoe from the side. Its height field is taken from the silhouette as
the studio's lasts have it (half-width along the sole, closing towards the top), so the same leather,
laces and sole can be looked at from where a figure's feet point.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.studio.canvas import F32, Array

PLAN = np.array([
    (0.0, 0.0), (0.02, 0.30), (0.06, 0.55), (0.14, 0.82), (0.27, 1.0), (0.42, 0.92), (0.58, 0.74),
    (0.72, 0.70), (0.86, 0.72), (0.95, 0.60), (0.985, 0.36), (1.0, 0.0),
])  # fmt: skip
"""share of the length from the toe -> half-width as a share of the ball's"""
BALL = 0.175
"""half-width at the ball as a share of the length"""


@dataclass(frozen=True)
class Foot:
    """How a foot stands in a picture."""

    heel: np.ndarray
    """where the middle of the heel touches the ground, pixels"""
    length: float
    """from heel to toe, pixels"""
    yaw: float
    """degrees that the toe is turned towards the viewer; 0 is a side view"""
    side: int
    """1: the toe points to the viewer's right, -1: to the left"""


def half_widths(cover: np.ndarray) -> Array:
    """Half-width of the solid at each pixel of its side view (toe left), in pixels, [h, w]."""
    inside = cover > 0.5
    columns = np.flatnonzero(inside.any(0))
    left, right = columns[0], columns[-1] + 1
    length = right - left
    height, width = inside.shape
    x = np.arange(width)
    plan = np.interp((x - left) / length, PLAN[:, 0], PLAN[:, 1]) * BALL * length
    top = np.argmax(inside, 0)
    base = height - np.argmax(inside[::-1], 0)
    y = np.arange(height)[:, None]
    rise = np.clip((base - y) / np.maximum(base - top, 1)[None], 0, 1)
    tall = np.clip((base - top) / (0.75 * length), 0.35, 1)[None]
    closing = np.power(np.maximum(1 - np.power(rise, 2.4 * tall + 0.4), 0), 1 / 2.4)
    run = np.zeros((height, width))
    for row in range(height):
        found = np.flatnonzero(inside[row])
        if len(found):
            across = np.clip((x - found[0]) / max(found[-1] - found[0], 1) * 2 - 1, -1, 1)
            run[row] = 0.5 * (found[-1] - found[0]) * np.sqrt(1 - across**2)
    shaft = np.clip((0.42 * length - (base[None] - y)) / (0.12 * length), 0, 1)
    arch = plan[None] * (closing * shaft + (1 - shaft))
    wide = np.minimum(arch, np.where(shaft > 0.5, np.inf, 0.46 / 0.5 * run))
    soft = cv2.GaussianBlur((wide * inside).astype(F32), (0, 0), 0.008 * length)
    return soft * inside


def turned(
    picture: np.ndarray, foot: Foot, size: tuple[int, int], pitch: float = 9.0, detail: float = 2.2
) -> np.ndarray:
    """The shoe on this foot, straight-alpha uint8 [h, w, 4] of `size`.

    picture: its side view, toe left, straight-alpha uint8; pitch: degrees that the camera looks down;
    detail: samples of the side view a pixel, less is faster.
    """
    cover = picture[..., 3].astype(F32) / 255
    columns, rows = np.flatnonzero(cover.max(0) > 0.5), np.flatnonzero(cover.max(1) > 0.5)
    crop = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    fine = detail * foot.length / (columns[-1] - columns[0])
    shoe = cv2.resize(picture[crop], None, fx=fine, fy=fine, interpolation=cv2.INTER_CUBIC)
    own = cv2.erode((shoe[..., 3] > 200).astype(np.uint8), np.ones((3, 3)))
    z = half_widths(shoe[..., 3].astype(F32) / 255)
    height, width = own.shape
    zoom = foot.length / width
    # The toe's front is steep: it takes more samples than the picture has columns.
    columns = np.concatenate(
        [np.arange(0, 0.16 * width, 0.12), np.arange(0.16 * width, width, 0.8)]
    )
    x, y = np.meshgrid(columns.astype(F32), np.arange(height, dtype=F32))
    texture = cv2.remap(shoe[..., :3], x, y, cv2.INTER_LINEAR)
    depth = cv2.remap(z, x, y, cv2.INTER_LINEAR)
    inside = cv2.remap(own, x, y, cv2.INTER_NEAREST) > 0
    edge = inside & (cv2.erode(inside.astype(np.uint8), np.ones((3, 3))) == 0)
    flanks = [(inside, share) for share in (-1.0, 1.0)]
    flanks += [
        (edge, share) for share in np.linspace(-1, 1, 41)
    ]  # crest and toe, from side to side
    deep = np.concatenate([share * depth[where] * zoom for where, share in flanks])
    x, y, texture = (np.concatenate([k[where] for where, _ in flanks]) for k in (x, y, texture))
    ahead = (width * 0.92 - x) * zoom  # from the middle of the heel towards the toe
    up = (height - y) * zoom
    yaw, down = np.deg2rad(foot.yaw), np.deg2rad(pitch)
    canvas = np.zeros((size[1] * 2, size[0] * 2, 4), F32)
    near = np.full(canvas.shape[:2], -1e9, F32)
    right = ahead * np.cos(yaw) - deep * np.sin(yaw)
    front = ahead * np.sin(yaw) + deep * np.cos(yaw)
    px = foot.heel[0] + foot.side * right
    py = foot.heel[1] - up * np.cos(down) + front * np.sin(down)
    closer = (front * np.cos(down) + up * np.sin(down)).astype(F32)
    order = np.argsort(closer)  # far samples first, so that near ones are seen
    light = 0.93 + 0.07 * np.clip(front / foot.length, 0, 1)
    colours = (texture * light[:, None])[order]
    for dx in (0, 1):
        for dy in (0, 1):
            column = np.clip((px[order] * 2).astype(int) + dx, 0, size[0] * 2 - 1)
            row = np.clip((py[order] * 2).astype(int) + dy, 0, size[1] * 2 - 1)
            ahead_of = closer[order] >= near[row, column] - 0.4
            row, column = row[ahead_of], column[ahead_of]
            canvas[row, column, :3] = colours[ahead_of]
            canvas[row, column, 3] = 255
            near[row, column] = closer[order][ahead_of]
    solid = cv2.morphologyEx(canvas[..., 3], cv2.MORPH_CLOSE, np.ones((3, 3)))
    seen = canvas[..., 3] > 0
    filled = cv2.GaussianBlur(canvas[..., :3] * seen[..., None], (0, 0), 1.5)
    filled /= cv2.GaussianBlur(seen.astype(F32), (0, 0), 1.5)[..., None] + 1e-3
    colour = np.where(seen[..., None], canvas[..., :3], filled)
    premultiplied = np.dstack([colour * (solid / 255)[..., None], solid])
    small = cv2.resize(premultiplied, size, interpolation=cv2.INTER_AREA)
    straight = small[..., :3] / np.maximum(small[..., 3:] / 255, 1e-3)
    return np.clip(np.dstack([straight, small[..., 3]]) + 0.5, 0, 255).astype(np.uint8)
