"""Small hard parts on a garment: stitches, buttons, zips, labels, cords, buckles. Knows no garment."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.studio.canvas import (
    F32,
    Canvas,
    H,
    Outline,
    Point,
    S,
    W,
    corners,
    offset,
    rgb,
    ribbon,
    spline,
)
from demo.studio.light import Texture, layer
from demo.studio.materials import COTTON, METAL, NYLON, SATIN, Material

Colour = str | Sequence[float] | np.ndarray
"""'#rrggbb' or linear rgb"""


def plain(colour: Colour) -> Texture:
    """One even colour, for hardware."""
    linear = rgb(colour)

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, None]:
        return np.broadcast_to(linear, (*u.shape, 3)).astype(F32), None

    return texture


def stitch(
    canvas: Canvas,
    line: np.ndarray | Sequence[Point],
    colour: Colour,
    dash: float = 2.4,
    gap: float = 1.4,
    width: float = 0.6,
    strength: float = 0.5,
) -> None:
    """A row of thread dashes along a polyline, each with a tiny shadow, lit like what it lies on."""
    path = canvas.warp(np.asarray(line, float))
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
    count = int(run[-1] / (dash + gap))
    left, top = np.maximum(0, ((path.min(0) - 6) * S).astype(int))
    right, bottom = np.minimum([W * S, H * S], ((path.max(0) + 6) * S).astype(int))
    if count < 1 or right - left < 4 or bottom - top < 4:
        return
    thread = np.zeros((bottom - top, right - left), np.uint8)
    for i in range(count):
        start = i * (dash + gap)
        ends = [np.interp([start, start + dash], run, path[:, k]) for k in (0, 1)]
        a, b = np.round((np.stack(ends, 1) * S - [left, top]) * 16).astype(int).tolist()
        cv2.line(thread, a, b, 255, max(1, round(width * S)), cv2.LINE_AA, 4)
    area = np.s_[top:bottom, left:right]
    cover = thread.astype(F32) / 255 * canvas.alpha[area]
    shade = cv2.GaussianBlur(np.roll(cover, (1, 1), (0, 1)), (0, 0), 1.1)
    below = canvas.rgb[area] * (1 - 0.45 * strength * shade)[..., None]
    around = cv2.GaussianBlur(below.mean(-1), (0, 0), 3)
    lit = np.clip(0.35 + 0.65 * around / (np.percentile(around, 95) + 1e-6), 0, 1.1)
    cover = strength * cover[..., None]
    canvas.rgb[area] = below * (1 - cover) + cover * rgb(colour) * lit[..., None]


def groove(
    canvas: Canvas, line: np.ndarray, width: float, texture: Texture, material: Material, dark: float
) -> None:
    """A seam or the edge of a lap: a thin line of the cloth itself in its own shade."""
    layer(
        canvas, ribbon(line, width), texture, material, R=3, depth=0.1, edge=0, wrinkle=0, lift=0,
        dark=dark,
    )  # fmt: skip


def disc(x: float, y: float, radius: float, squash: float = 1.0) -> np.ndarray:
    """A circle's (or ellipse's) outline."""
    t = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    return np.stack([x + radius * np.cos(t), y + radius * squash * np.sin(t)], 1)


def button(
    canvas: Canvas, x: float, y: float, radius: float = 3.5, colour: Colour = "#e9e4d8",
    metal: bool = False,
) -> None:  # fmt: skip
    """A sewn button with a raised rim and four holes, or (metal) a domed one without."""
    centre = canvas.wobble([(x, y)])[0]

    def relief(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        dx, dy = px - centre[0], py - centre[1]
        away = np.hypot(dx, dy)
        if metal:
            return 1.8 * np.exp(-((away / (radius * 0.6)) ** 4))
        height = 1.2 * np.exp(-(((away - radius * 0.78) / (radius * 0.2)) ** 2))
        for hx, hy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            hole = (dx - hx * radius * 0.24) ** 2 + (dy - hy * radius * 0.24) ** 2
            height = height - 2.0 * np.exp(-hole / (radius * 0.16) ** 2)
        return height

    layer(
        canvas, disc(x, y, radius), plain(colour), METAL if metal else NYLON, R=radius, depth=0.1,
        edge=1.2, wrinkle=0, lift=2.2, shadow=0.6, relief=relief,
    )  # fmt: skip


def buttonhole(canvas: Canvas, x: float, y: float, colour: Colour, length: float = 10) -> None:
    """A vertical sewn slit; draw the button over it."""
    half = length / 2
    slit = corners(
        (x - 0.7, y - half), (x + 0.7, y - half), (x + 0.7, y + half), (x - 0.7, y + half)
    )
    layer(canvas, slit, plain(colour), COTTON, R=3, depth=0.1, edge=0, wrinkle=0, lift=0, dark=0.6)


def eyelet(
    canvas: Canvas, x: float, y: float, radius: float = 3.4, metal: Colour = "#b9bcc0"
) -> None:
    """A pressed metal ring with a dark hole."""
    button(canvas, x, y, radius, metal, metal=True)
    layer(
        canvas, disc(x, y, radius * 0.45), plain("#151515"), COTTON, R=3, depth=0.1, edge=0,
        wrinkle=0, lift=0, dark=0.6,
    )  # fmt: skip


def zipper(
    canvas: Canvas,
    line: Sequence[Point] | np.ndarray,
    metal: Colour = "#b8bbc0",
    tape: Texture | None = None,
    width: float = 2.6,
    pull: bool = True,
) -> None:
    """A closed zip from the first point of the line (where the slider is) to the last."""
    path = spline(line, closed=False) if not isinstance(line, np.ndarray) else line
    if tape is not None:
        layer(
            canvas, ribbon(path, width + 2.6), tape, COTTON, R=10, depth=0.1, edge=1, wrinkle=0.1,
            lift=1.2, dark=0.85,
        )  # fmt: skip
    steel, gap = rgb(metal), rgb(metal) * F32(0.12)

    def teeth(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        tooth = np.clip(1.5 * np.sin(2 * np.pi * v / 2.7) + 0.6, 0, 1)[..., None]
        return gap * (1 - tooth) + steel * tooth, 0.5 * tooth[..., 0]

    layer(
        canvas,
        ribbon(path, width * 0.72),
        teeth,
        METAL,
        R=4,
        depth=0.3,
        edge=1,
        wrinkle=0,
        lift=0.8,
    )
    if not pull:
        return
    x, y = path[0]
    slider = corners((x - 3, y + 1), (x + 3, y + 1), (x + 3.6, y + 11), (x - 3.6, y + 11))
    layer(canvas, slider, plain(metal), METAL, R=5, depth=0.4, edge=2, wrinkle=0, lift=2.2)
    tab = [
        (x - 1.8, y + 9, 1),
        (x + 1.8, y + 9, 1),
        (x + 2.6, y + 25),
        (x, y + 27),
        (x - 2.6, y + 25),
    ]
    layer(canvas, tab, plain(metal), METAL, R=5, depth=0.3, edge=1.4, wrinkle=0, lift=2.6)


def label(
    canvas: Canvas, x: float, y: float, width: float = 26, height: float = 14,
    colour: Colour = "#f3f1ea", ink: Colour = "#555555", dark: float = 0.62,
) -> None:  # fmt: skip
    """A woven label, top edge's middle at (x, y), with two lines of unreadable thread lettering."""
    half = width / 2
    patch = corners((x - half, y), (x + half, y), (x + half, y + height), (x - half, y + height))
    layer(
        canvas, patch, plain(colour), SATIN, R=20, depth=0.05, edge=0.6, wrinkle=0.15, lift=1.2,
        dark=dark,
    )  # fmt: skip
    for share, reach, weight in ((0.42, 0.27, 1.1), (0.68, 0.16, 0.7)):
        row = np.array(
            [(x - width * reach, y + height * share), (x + width * reach, y + height * share)]
        )
        stitch(canvas, row, ink, width * reach * 0.5, 1.0, weight, 0.7)


def strap(
    canvas: Canvas,
    line: Outline,
    width: float,
    texture: Texture,
    material: Material = COTTON,
    thread: Colour | None = None,
    lift: float = 4,
) -> None:
    """A flat band of half-width `width` along a curve, edge-stitched if a thread is given."""
    path = spline(line, closed=False) if not isinstance(line, np.ndarray) else line
    layer(
        canvas, ribbon(path, width), texture, material, R=width * 2, depth=0.35, edge=width * 0.7,
        wrinkle=0.1, lift=lift, shadow=0.5,
    )  # fmt: skip
    if thread is not None:
        for side in (1, -1):
            stitch(canvas, offset(path, side * width * 0.62), thread, strength=0.6)


def drawstring(
    canvas: Canvas, line: Sequence[Point], colour: Colour = "#e9e6df", width: float = 1.9,
    tip: Colour | None = "#c4c6c9",
) -> None:  # fmt: skip
    """A round cord along a curve; `tip` is the metal or plastic end, None for a knot."""
    path = spline(line, closed=False)
    cord = rgb(colour)

    def twist(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        ply = np.abs(np.sin(np.pi * (u + v) / 2.4)) ** 0.6
        return cord * (0.78 + 0.22 * ply)[..., None], 0.5 * ply

    layer(
        canvas, ribbon(path, width), twist, COTTON, R=4, depth=0.5, edge=1.8, wrinkle=0, lift=3.5,
        shadow=0.6,
    )  # fmt: skip
    x, y = path[-1]
    if tip is None:
        layer(canvas, disc(x, y, width * 1.9), twist, COTTON, R=4, depth=0.6, edge=2.5, wrinkle=0)
        return
    w = width + 0.3
    end = corners((x - w, y - 2), (x + w, y - 2), (x + w, y + 8), (x - w, y + 8))
    layer(canvas, end, plain(tip), METAL, R=4, depth=0.4, edge=2, wrinkle=0, lift=2.5)


def buckle(
    canvas: Canvas, x: float, y: float, width: float = 22, height: float = 26,
    metal: Colour = "#c9a24c", bar: float = 3.0,
) -> None:  # fmt: skip
    """A rectangular frame buckle centred on (x, y), with its prong."""
    w, h = width / 2, height / 2
    top = corners((x - w, y - h), (x + w, y - h), (x + w, y - h + bar), (x - w, y - h + bar))
    bottom = corners((x - w, y + h - bar), (x + w, y + h - bar), (x + w, y + h), (x - w, y + h))
    left = corners((x - w, y - h), (x - w + bar, y - h), (x - w + bar, y + h), (x - w, y + h))
    right = corners((x + w - bar, y - h), (x + w, y - h), (x + w, y + h), (x + w - bar, y + h))
    frame: list[Outline] = [top, bottom, left, right]
    layer(
        canvas, frame, plain(metal), METAL, R=bar, depth=0.4, edge=bar * 0.5, wrinkle=0, lift=2.6,
        shadow=0.6,
    )  # fmt: skip
    prong = corners((x - w, y - 1.2), (x + w + 1, y - 0.9), (x + w + 1, y + 0.9), (x - w, y + 1.2))
    layer(canvas, prong, plain(metal), METAL, R=2, depth=0.4, edge=1, wrinkle=0, lift=2.2)
