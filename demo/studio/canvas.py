"""The drawing surface: curves, wobbling outlines, masks, noise. Knows nothing of cloth, light or garments.

World units: 512 wide, 640 high, garments centred on `CX`; buffers hold `S` x `S` samples per unit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

cv2.setNumThreads(1)

Array = NDArray[np.float32]
Point = tuple[float, ...]
"""(x, y) on a smooth curve, (x, y, 1) at a corner"""
Outline = Sequence[Point] | NDArray[np.floating]
"""control points still to be splined, or a finished polyline [n, 2]"""
Box = tuple[int, int, int, int]
"""x0, y0, x1, y1 in world units"""

W, H, S = 512, 640, 2
CX = 256.0
F32 = np.float32


def srgb_to_linear(value: np.ndarray | Sequence[float]) -> Array:
    """sRGB 0..1 to linear light 0..1."""
    value = np.asarray(value, F32)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(F32)


def linear_to_srgb(value: np.ndarray) -> Array:
    """Linear light to sRGB 0..1, clipped."""
    value = np.clip(value, 0, 1)
    high = 1.055 * np.power(value, 1 / 2.4) - 0.055
    return np.where(value <= 0.0031308, value * 12.92, high).astype(F32)


def rgb(colour: str | Sequence[float] | np.ndarray) -> Array:
    """Linear rgb [3] of "#rrggbb"; arrays are taken as linear already."""
    if not isinstance(colour, str):
        return np.asarray(colour, F32)
    digits = colour.lstrip("#")
    return srgb_to_linear([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)])


def smoothstep(low: float, high: float, x: np.ndarray | float) -> np.ndarray:
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


# ---- curves ------------------------------------------------------------------------------------


def spline(points: Outline, closed: bool = True, steps: int = 12) -> NDArray[np.float64]:
    """A Catmull-Rom curve through the points, as a polyline [n, 2]; (x, y, 1) marks a corner."""
    if isinstance(points, np.ndarray):
        points = [tuple(p) for p in points]
    at = [np.array(p[:2], float) for p in points]
    corner = [len(p) > 2 and bool(p[2]) for p in points]
    n = len(at)
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for i in range(n if closed else n - 1):
        j = (i + 1) % n
        a, b = at[i], at[j]
        if corner[i] and corner[j]:
            pieces.append(a + (b - a) * t)
            continue
        before = at[i - 1] if closed or i > 0 else a
        after = at[(i + 2) % n] if closed or i + 2 < n else b
        chord = np.linalg.norm(b - a) + 1e-6
        start = (b - a) * 0.9
        end = (b - a) * 0.9
        if not corner[i]:
            start = (b - before) * chord / (chord + np.linalg.norm(a - before) + 1e-6)
        if not corner[j]:
            end = (after - a) * chord / (chord + np.linalg.norm(after - b) + 1e-6)
        t2, t3 = t * t, t * t * t
        pieces.append(
            (2 * t3 - 3 * t2 + 1) * a
            + (t3 - 2 * t2 + t) * start
            + (3 * t2 - 2 * t3) * b
            + (t3 - t2) * end
        )
    if not closed:
        pieces.append(at[-1][None])
    return np.concatenate(pieces)


def mirror(right_half: Sequence[Point]) -> list[Point]:
    """Right half, top centre to bottom centre, to the full symmetric outline."""
    left = [(2 * CX - p[0], *p[1:]) for p in reversed(right_half) if abs(p[0] - CX) > 0.01]
    return [*right_half, *left]


def flip(points: Sequence[Point]) -> list[Point]:
    """The same points on the other side of the centre line."""
    return [(2 * CX - p[0], *p[1:]) for p in points]


def on_side(points: Sequence[Point], side: int) -> list[Point]:
    """Points drawn for the right (side 1), or mirrored for the left (side -1)."""
    return list(points) if side == 1 else flip(points)


def corners(*points: Point) -> list[Point]:
    """A polygon with straight edges."""
    return [(p[0], p[1], 1) for p in points]


def offset(line: np.ndarray, distance: float) -> NDArray[np.float64]:
    """The polyline moved sideways: positive is to the right of its direction (y points down)."""
    line = np.asarray(line, float)
    along = np.gradient(line, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], 1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-6
    return line + normal * distance


def ribbon(line: np.ndarray, width: float, end_width: float | None = None) -> NDArray[np.float64]:
    """The outline of a band of half-width `width` (tapering to `end_width`) along a polyline."""
    line = np.asarray(line, float)
    end_width = width if end_width is None else end_width
    half = np.linspace(width, end_width, len(line))[:, None]
    unit = offset(line, 1.0) - line
    return np.concatenate([line + unit * half, (line - unit * half)[::-1]])


def as_polyline(outline: Outline) -> np.ndarray:
    return outline if isinstance(outline, np.ndarray) else spline(outline)


def as_polylines(outlines: Outline | Sequence[Outline]) -> list[np.ndarray]:
    """One outline or several, each splined."""
    if isinstance(outlines, np.ndarray):
        return [outlines]
    if isinstance(outlines[0], list | np.ndarray):
        return [as_polyline(o) for o in outlines]
    return [as_polyline(outlines)]


# ---- noise -------------------------------------------------------------------------------------


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


# ---- the surface -------------------------------------------------------------------------------


class Canvas:
    """What has been drawn so far: premultiplied linear-light `rgb` [H*S, W*S, 3] and `alpha`.

    `wobble` (world units) bends every outline by the same smooth field, so that nothing is
    symmetric or ruler-straight and parts stay on each other. `tilt` (degrees) hangs it askew.
    """

    def __init__(self, seed: int, wobble: float = 3.0, tilt: float = 0.0) -> None:
        self.seed = seed % 1_000_003
        self.rng = np.random.default_rng(seed)
        self.rgb: Array = np.zeros((H * S, W * S, 3), F32)
        self.alpha: Array = np.zeros((H * S, W * S), F32)
        self._angle = np.deg2rad(tilt)
        rng = self.rng
        self._waves = [
            (
                *rng.uniform(0.006, 0.022, 2),
                rng.uniform(0, 2 * np.pi),
                rng.uniform(-0.6, 0.6) * wobble,
                rng.uniform(-0.4, 0.4) * wobble,
            )
            for _ in range(5)
        ] + [
            (
                rng.uniform(0.05, 0.15) * rng.choice([-1, 1]),
                rng.uniform(0.05, 0.15),
                rng.uniform(0, 2 * np.pi),
                rng.uniform(-0.22, 0.22) * wobble,
                rng.uniform(-0.14, 0.14) * wobble,
            )
            for _ in range(5)
        ]

    def warp(self, points: np.ndarray | Sequence[Point]) -> NDArray[np.float64]:
        """Design positions to where they lie on this canvas, [n, 2]."""
        straight = np.asarray(points, float)[:, :2]
        bent = straight.copy()
        for fx, fy, phase, dx, dy in self._waves:
            wave = np.sin(straight[:, 0] * fx + straight[:, 1] * fy + phase)
            bent[:, 0] += dx * wave
            bent[:, 1] += dy * wave
        if self._angle:
            c, s = np.cos(self._angle), np.sin(self._angle)
            arm = bent - [CX, H / 2]
            bent = np.stack([arm[:, 0] * c - arm[:, 1] * s, arm[:, 0] * s + arm[:, 1] * c], 1)
            bent += [CX, H / 2]
        return bent

    def box(self, outlines: Sequence[np.ndarray], pad: int = 8) -> Box | None:
        """The part of the canvas that these polylines touch, sides divisible by 4; None if empty."""
        reach = np.concatenate([self.warp(o) for o in outlines])
        x0, y0 = np.maximum(0, np.floor(reach.min(0)).astype(int) - pad)
        x1, y1 = np.minimum([W, H], np.ceil(reach.max(0)).astype(int) + pad)
        x0, y0 = x0 - x0 % 4, y0 - y0 % 4
        x1, y1 = min(W, x1 + (x0 - x1) % 4), min(H, y1 + (y0 - y1) % 4)
        if x1 - x0 < 4 or y1 - y0 < 4:
            return None
        return int(x0), int(y0), int(x1), int(y1)

    def mask(
        self, outlines: Sequence[np.ndarray], box: Box = (0, 0, W, H), scale: int = S
    ) -> Array:
        """Anti-aliased coverage 0..1 of the union of polylines inside the box."""
        x0, y0, x1, y1 = box
        coverage = np.zeros(((y1 - y0) * scale, (x1 - x0) * scale), np.uint8)
        for outline in outlines:
            fixed = np.round((self.warp(outline) - [x0, y0]) * scale * 16).astype(np.int32)
            cv2.fillPoly(coverage, [fixed], 255, cv2.LINE_AA, 4)
        return coverage.astype(F32) / 255

    def line_mask(self, line: np.ndarray, width: float, box: Box, scale: int) -> Array:
        """Soft coverage of a polyline of this width (world units) inside the box."""
        x0, y0, x1, y1 = box
        drawn = np.zeros(((y1 - y0) * scale, (x1 - x0) * scale), np.uint8)
        fixed = np.round((self.warp(line) - [x0, y0]) * scale * 16).astype(np.int32)
        thickness = max(1, round(width * scale))
        cv2.polylines(drawn, [fixed], False, 255, thickness, cv2.LINE_AA, 4)
        return cv2.GaussianBlur(drawn.astype(F32) / 255, (0, 0), max(0.4, width * scale * 0.45))

    def shadow(
        self, mask: np.ndarray, box: Box, dx: float, dy: float, blur: float, strength: float
    ) -> None:
        """Darken what is already drawn below `mask` (given in `box`), moved and blurred."""
        if strength <= 0:
            return
        x0, y0, x1, y1 = box
        pad = int(3 * blur + max(abs(dx), abs(dy)) + 3)
        left, top = max(0, x0 - pad), max(0, y0 - pad)
        right, bottom = min(W, x1 + pad), min(H, y1 + pad)
        area = np.s_[top * S : bottom * S, left * S : right * S]
        if not self.alpha[area].any():
            return
        factor = S if blur <= 2 else 1
        small = cv2.resize(
            mask, ((x1 - x0) * factor, (y1 - y0) * factor), interpolation=cv2.INTER_AREA
        )
        shift = np.array([[1, 0, (dx + x0 - left) * factor], [0, 1, (dy + y0 - top) * factor]], F32)
        moved = cv2.warpAffine(small, shift, ((right - left) * factor, (bottom - top) * factor))
        soft = cv2.GaussianBlur(moved, (0, 0), blur * factor)
        if factor != S:
            soft = cv2.resize(soft, ((right - left) * S, (bottom - top) * S))
        self.rgb[area] *= (1 - strength * soft)[..., None]

    def blend(self, colour: np.ndarray, coverage: np.ndarray, box: Box) -> None:
        """Lay linear `colour` [h, w, 3] over what is there, by coverage 0..1 [h, w]."""
        x0, y0, x1, y1 = box
        area = np.s_[y0 * S : y1 * S, x0 * S : x1 * S]
        over = coverage[..., None]
        self.rgb[area] = self.rgb[area] * (1 - over) + colour * over
        self.alpha[area] = self.alpha[area] * (1 - coverage) + coverage


Field = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""a function of world positions (x, y) that gives one value per position"""
