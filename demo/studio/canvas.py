"""The drawing surface: curves, wobbling outlines, masks. Knows nothing of cloth, light or garments.

World units: 512 wide, 640 high, garments centred on `CX`; buffers hold `S` x `S` samples per unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import cv2
import numpy as np
from numpy.typing import NDArray

from demo.catalog.shapes import PARTS
from demo.studio.wearer import Wearer

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


# ---- the surface -------------------------------------------------------------------------------


def grid(box: Box, scale: int) -> tuple[Array, Array]:
    """x and y of the box's samples, `scale` a world unit, [h, w] each."""
    x0, y0, x1, y1 = box
    return np.meshgrid(
        np.arange((x1 - x0) * scale, dtype=F32) / scale + x0,
        np.arange((y1 - y0) * scale, dtype=F32) / scale + y0,
    )


def filled(lines: Sequence[np.ndarray], box: Box, scale: int) -> Array:
    """Anti-aliased coverage 0..1 of the union of polylines on the canvas, inside the box."""
    x0, y0, x1, y1 = box
    coverage = np.zeros(((y1 - y0) * scale, (x1 - x0) * scale), np.uint8)
    for line in lines:
        fixed = np.round((line - [x0, y0]) * scale * 16).astype(np.int32)
        cv2.fillPoly(coverage, [fixed], 255, cv2.LINE_AA, 4)
    return coverage.astype(F32) / 255


class Canvas:
    """What has been drawn so far: premultiplied linear-light `rgb` [H*S, W*S, 3] and `alpha`.

    `wobble` (world units) bends every outline by the same smooth field, so that nothing is
    symmetric or ruler-straight and parts stay on each other. `tilt` (degrees) hangs it askew.
    `wearer` has it on; None leaves it flat. `parts` [H*S, W*S] holds the label of the topmost
    part (an index of `PARTS`), `landmarks` where named points lie on the canvas. `sheets` holds
    (rgb, alpha, parts) of what is drawn, "" the main one, by the part that a wearer keeps apart.
    """

    def __init__(
        self, seed: int, wobble: float = 3.0, tilt: float = 0.0, wearer: Wearer | None = None
    ) -> None:
        self.seed = seed % 1_000_003
        self.rng = np.random.default_rng(seed)
        self.rgb: Array = np.zeros((H * S, W * S, 3), F32)
        self.alpha: Array = np.zeros((H * S, W * S), F32)
        self.parts: NDArray[np.uint8] = np.zeros((H * S, W * S), np.uint8)
        self.sheets = {"": (self.rgb, self.alpha, self.parts)}
        self.landmarks: dict[str, tuple[float, float]] = {}
        self.wearer = wearer
        self._part = "body"
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

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """What is drawn in this block belongs to the part `name`, one of `PARTS`."""
        if name not in PARTS:
            raise ValueError(f"there is no part {name!r}")
        before = self._part
        self._turn_to(name)
        try:
            yield
        finally:
            self._turn_to(before)

    def _turn_to(self, name: str) -> None:
        self._part = name
        if self.wearer is None:
            return
        sheet = name if name in self.wearer.apart else ""
        if sheet not in self.sheets:
            self.sheets[sheet] = tuple(np.zeros_like(a) for a in self.sheets[""])
        self.rgb, self.alpha, self.parts = self.sheets[sheet]

    def mark(self, name: str, point: Point) -> None:
        """Remember where a named point of the design lies on this canvas."""
        x, y = self.warp([point])[0]
        self.landmarks[name] = (float(x), float(y))

    def warp(self, points: np.ndarray | Sequence[Point]) -> NDArray[np.float64]:
        """Design positions to where they lie on this canvas, [n, 2]: wobbled, then worn."""
        bent = self.wobble(points)
        return bent if self.wearer is None else self.wearer.onto(bent, self._part)

    def flat(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Positions on this canvas to those of the cloth before it was put on."""
        return (x, y) if self.wearer is None else self.wearer.back(x, y, self._part)

    def wobble(self, points: np.ndarray | Sequence[Point]) -> NDArray[np.float64]:
        """Design positions to where they would lie when laid flat, [n, 2]."""
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
        reach = np.concatenate([self.wobble(o) for o in outlines])
        if self.wearer is not None:
            reach = self._worn(reach.min(0), reach.max(0))
        x0, y0 = np.maximum(0, np.floor(reach.min(0)).astype(int) - pad)
        x1, y1 = np.minimum([W, H], np.ceil(reach.max(0)).astype(int) + pad)
        x0, y0 = x0 - x0 % 4, y0 - y0 % 4
        x1, y1 = min(W, x1 + (x0 - x1) % 4), min(H, y1 + (y0 - y1) % 4)
        if x1 - x0 < 4 or y1 - y0 < 4:
            return None
        return int(x0), int(y0), int(x1), int(y1)

    def _worn(self, low: np.ndarray, high: np.ndarray) -> NDArray[np.float64]:
        """Positions on the canvas, [n, 2], of cloth that lies flat between two corners."""
        x, y = np.meshgrid(np.arange(0, W + 1, 4, dtype=F32), np.arange(0, H + 1, 4, dtype=F32))
        u, v = self.flat(x, y)
        near = (u > low[0] - 4) & (u < high[0] + 4) & (v > low[1] - 4) & (v < high[1] + 4)
        return np.stack([x[near], y[near]], 1) if near.any() else np.zeros((1, 2))

    def mask(
        self, outlines: Sequence[np.ndarray], box: Box = (0, 0, W, H), scale: int = S
    ) -> Array:
        """Anti-aliased coverage 0..1 of the union of polylines inside the box."""
        if self.wearer is None:
            return filled([self.wobble(o) for o in outlines], box, scale)
        lines = [self.wobble(o) for o in outlines]
        low = np.floor(np.min([line.min(0) for line in lines], 0)).astype(int) - 4
        high = np.ceil(np.max([line.max(0) for line in lines], 0)).astype(int) + 4
        low, high = np.maximum(low, -W), np.minimum(high, 2 * H)
        cloth = filled(lines, (*low, *high), S)
        x, y = grid(box, scale)
        u, v = self.flat(x, y)
        u, v = ((k - F32(first)) * S for k, first in zip((u, v), low, strict=True))
        return cv2.remap(cloth, u, v, cv2.INTER_LINEAR) * self.wearer.near(x, y, self._part)

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
        self.parts[area][coverage > 0.5] = PARTS.index(self._part)


Field = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""a function of world positions (x, y) that gives one value per position"""
