"""The solid a shoe is built on, and the camera that looks at it. Knows forms, no leather.

A shoe is designed in side view (canvas units, toe left): points `(x, y)` lie on the last's near or
far flank, `last.near` and `last.far` say where the camera sees them. It looks slightly down on the
shoe and slightly at its toe, so a throat opens to an ellipse and a toe shows its shape from above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from demo.studio.canvas import CX, F32, Array, Canvas, Field, H, Outline, Point, W, spline

DOWN, TURN, FACE = 0.30, 0.17, 0.93
"""share of the depth that the camera sees as rise, as sideways shift, as closeness"""
LEAN = 0.026
"""how much lower the toe stands than the heel, per unit of length: it is nearer"""
Curve = Callable[[np.ndarray], np.ndarray]
Polyline = NDArray[np.float64]


def path(points: Sequence[Point]) -> Polyline:
    """An open curve through the points."""
    return spline(points, closed=False)


def curve(points: Sequence[tuple[float, float]]) -> Curve:
    """y of x, smooth through the points; constant beyond them."""
    line = spline(points, closed=False, steps=10)
    return lambda x: np.interp(x, line[:, 0], line[:, 1])


class Last:
    """The solid: half as wide at each point of its side view as `width` says."""

    def __init__(
        self, canvas: Canvas, crest: Sequence[Point], back: Sequence[Point], sole: Curve, plan: Curve,
        square: float = 2.4,
    ) -> None:  # fmt: skip
        """crest: from the toe's tip over instep and shin up to y = 0; back: on, down to the seat.

        sole: y of the feather edge at x. plan: half-width of the sole at x. square: how boxy the
        cross-section is, 2 is an ellipse.
        """
        front, rear = path(crest), path(back)
        self.sole, self.plan = sole, plan
        self.toe, self.heel = float(front[:, 0].min()), float(rear[-1, 0])
        solid = np.zeros((H, W), np.uint8)
        outline = np.concatenate([[(front[0, 0], H + 9)], front, rear, [(rear[-1, 0], H + 9)]])
        cv2.fillPoly(solid, [np.round(outline * 16).astype(np.int32)], 255, cv2.LINE_8, 4)
        inside = solid > 0
        y, x = np.mgrid[0:H, 0:W].astype(F32)
        base = sole(x[0]).astype(F32)
        top = np.argmax(inside, 0).astype(F32)
        left = np.argmax(inside, 1).astype(F32)[:, None]
        right = W - 1 - np.argmax(inside[:, ::-1], 1).astype(F32)[:, None]
        # What ends at y = 0 is the leg: it does not close at its top.
        rise = np.where(top < 2, 0, np.clip((base - y) / np.maximum(base - top, 1), 0, 1))
        leg = 1 + 0.45 * np.clip((base - y - 90) / 200, 0, 1)
        closing = np.power(1 - np.power(rise, square), 1 / square).astype(F32)
        ankle = np.clip((x - float(np.argmax(top < 2)) + 60) / 50, 0, 1) * (top < 300)
        closing += ankle * (cv2.GaussianBlur(closing, (0, 0), sigmaX=16, sigmaY=4) - closing)
        arch = plan(x[0]) * leg * closing
        across = np.clip(2 * (x - left) / np.maximum(right - left, 1) - 1, -1, 1)
        tube = 0.46 * (right - left) * np.sqrt(1 - across * across)
        tight = np.minimum(arch, tube)
        width = (
            tight
            * np.power(1 + np.power(tight / (np.maximum(arch, tube) + 1e-3), 6), -1 / 6)
            * inside
        )
        soft = cv2.GaussianBlur(width.astype(F32), (0, 0), 2.0)
        self.width: Array = (soft * inside).astype(F32)
        self._solid = inside
        self._inside = inside & (y <= base)
        slope_x = cv2.Sobel(soft, cv2.CV_32F, 1, 0) / 8
        slope_y = cv2.Sobel(soft, cv2.CV_32F, 0, 1) / 8
        for name, (x, y) in (("toe", front[0]), ("heel", rear[-1])):
            canvas.mark(name, self.look(np.array([[x, y]]), 0.0)[0])
        self._beyond = self._inside & (TURN * slope_x + DOWN * slope_y > FACE * 0.8)
        self.form = self._relief(canvas)
        """the solid's own form as a relief for `light.layer`, bent like this canvas's outlines"""

    # ---- from the side view to the camera's ----------------------------------------------------

    def half(self, points: np.ndarray) -> np.ndarray:
        """Half-width [n] at side-view points [n, 2]; on the feather edge below it."""
        x = points[:, 0].astype(F32)
        y = np.minimum(points[:, 1], self.sole(points[:, 0]) - 1).astype(F32)
        return cv2.remap(self.width, x[None], y[None], cv2.INTER_LINEAR)[0]

    def look(self, points: np.ndarray, z: np.ndarray | float) -> Polyline:
        """Where the camera sees side-view points that lie `z` beyond the middle plane."""
        x, y = points[:, 0], points[:, 1]
        return np.stack([x - TURN * z, y - DOWN * z - LEAN * (x - CX)], 1)

    def near(self, points: Outline, out: float = 0.0, closed: bool = False) -> Polyline:
        """Where the camera sees side-view points of the near flank, `out` units before it."""
        line = points if isinstance(points, np.ndarray) else spline(points, closed)
        return self.look(line, -self.half(line) - out)

    def far(self, points: Outline, out: float = 0.0) -> Polyline:
        """The same points on the flank that is turned away."""
        line = points if isinstance(points, np.ndarray) else spline(points, False)
        return self.look(line, self.half(line) + out)

    def opening(self, topline: Outline) -> Polyline:
        """The hole between both flanks' top edges."""
        return np.concatenate([self.near(topline), self.far(topline)[::-1]])

    def close(self, line: Polyline) -> Polyline:
        """The line with its ends moved onto the solid's outline: front and back at their heights."""
        first, final = (self._inside_row(float(y)) for y in (line[0, 1], line[-1, 1]))
        x0, x1 = float(first.min()), float(final.max())
        middle = line[(line[:, 0] > x0 + 2) & (line[:, 0] < x1 - 2)]
        return np.concatenate([[(x0, line[0, 1])], middle, [(x1, line[-1, 1])]])

    def _inside_row(self, y: float) -> np.ndarray:
        return np.flatnonzero(self._solid[int(np.clip(round(y), 0, H - 1))])

    def edge(
        self, start: float, end: float, drop: float | Curve = 0.0, out: float = 0.0
    ) -> Polyline:
        """The feather edge from `start` to `end`, lowered by `drop`, round the toe's tip if it is in."""
        x = np.linspace(0, 1, 70)
        near_x = np.unique(np.r_[start + (end - start) * x, start + 40 * x * x])

        def contour(at: np.ndarray, side: int) -> Polyline:
            foot = np.stack([at, self.sole(at)], 1)
            low = drop(at) if callable(drop) else drop
            return self.look(foot, side * (self.half(foot) + out)) + np.stack(
                [0 * at, 0 * at + low], 1
            )

        side = contour(near_x, -1)
        if start > self.toe + 4:
            return side
        tip = contour(np.linspace(self.toe + 40, start, 24), 1)
        return np.concatenate([tip[int(np.argmin(tip[:, 0])) :], side])

    def block(self, side_view: np.ndarray, half: float | np.ndarray) -> list[Polyline]:
        """Outlines of a slab from one flank to the other, `half` wide: a heel, a tread."""
        return [self.look(side_view, z * half) for z in np.linspace(1, -1, 9)]

    # ---- masks and light -----------------------------------------------------------------------

    def _splat(
        self, region: np.ndarray, scale: int, both: bool = True
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Columns, rows (in 1 / scale units) and closeness of the region, sampled densely."""
        ys, xs = np.flatnonzero(region.any(1)), np.flatnonzero(region.any(0))
        y0, y1, x0, x1 = ys[0], ys[-1] + 2, xs[0], xs[-1] + 2
        dense = scale + int(np.count_nonzero(region) < 60_000)  # gaps are closed afterwards
        fine = (int(x1 - x0) * dense, int(y1 - y0) * dense)
        width = cv2.resize(self.width[y0:y1, x0:x1], fine, interpolation=cv2.INTER_LINEAR)
        found = []
        flanks = [(-1, region), (1, region & self._beyond)]
        for side, seen in flanks if both else flanks[:1]:
            keep = cv2.resize(seen[y0:y1, x0:x1].astype(np.uint8), fine, interpolation=0) > 0
            row, column = np.nonzero(keep)
            x, y = column.astype(F32) / dense + F32(x0), row.astype(F32) / dense + F32(y0)
            z = width[keep] * F32(side)
            at_x, at_y = x - TURN * z, y - DOWN * z - LEAN * (x - F32(CX))
            found.append((at_x, at_y, -FACE * z - DOWN * y - TURN * x))
        at_x, at_y, close = (np.concatenate(parts) for parts in zip(*found, strict=True))
        column = np.clip(np.rint(at_x * scale), 0, W * scale - 1).astype(np.intp)
        row = np.clip(np.rint(at_y * scale), 0, H * scale - 1).astype(np.intp)
        return column, row, close

    def _seen_depth(self) -> Array:
        column, row, close = self._splat(self._inside, 1)
        depth = np.full(W * H, -1000, F32)
        np.maximum.at(depth, row * W + column, close)
        depth = depth.reshape(H, W)
        depth = cv2.morphologyEx(depth, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
        known = (depth > -900).astype(F32)
        # Below the feather edge the sole goes straight down: each column keeps its last depth.
        last_row = np.maximum.accumulate(np.where(known > 0, np.arange(H)[:, None], 0), axis=0)
        depth = np.take_along_axis(depth, last_row, 0)
        known = (depth > -900).astype(F32)
        # Outside it goes on level, or every outline would get a dark groove.
        for reach in (5, 9, 17, 33):
            wider = cv2.dilate(depth, np.ones((reach, reach), np.uint8))
            depth = np.where(depth > -900, depth, wider)
        depth = np.where(depth > -900, depth, np.median(depth[known > 0])).astype(F32)
        return 0.75 * cv2.GaussianBlur(depth, (0, 0), 2.6)

    def skin(self, region: Outline, both: bool = True) -> list[Polyline]:
        """Outlines of all that the camera sees of a side-view region, on both flanks or the near."""
        line = region if isinstance(region, np.ndarray) else spline(region)
        within = np.zeros((H, W), np.uint8)
        cv2.fillPoly(within, [np.round(line * 16).astype(np.int32)], 1, cv2.LINE_8, 4)
        column, row, _ = self._splat((within > 0) & self._inside, 2, both)
        left, top = int(column.min()) - 16, int(row.min()) - 16
        seen = np.zeros((int(row.max()) - top + 16, int(column.max()) - left + 16), np.uint8)
        seen[row - top, column - left] = 255
        seen = cv2.morphologyEx(seen, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
        seen = cv2.GaussianBlur(seen, (0, 0), 1.6)
        found, _ = cv2.findContours(
            (seen > 127).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
        )
        return [_smooth((f[:, 0] + [left, top]) / 2 + 0.25) for f in found if len(f) > 40]

    def _relief(self, canvas: Canvas) -> Field:
        y, x = np.mgrid[0:H:8, 0:W:8].astype(float)
        points = np.stack([x.ravel(), y.ravel()], 1)
        away = (canvas.wobble(points) - points).reshape(*x.shape, 2).astype(F32)
        shift = cv2.resize(away, (W, H))
        gy, gx = np.mgrid[0:H, 0:W].astype(F32)
        depth = self._seen_depth()
        bent = cv2.remap(depth, gx - shift[..., 0], gy - shift[..., 1], cv2.INTER_LINEAR)

        def form(px: np.ndarray, py: np.ndarray) -> np.ndarray:
            return cv2.remap(bent, px.astype(F32), py.astype(F32), cv2.INTER_LINEAR,
                             borderMode=cv2.BORDER_REPLICATE)  # fmt: skip

        return form


def mark_opening(canvas: Canvas, last: Last, front: np.ndarray, back: np.ndarray) -> None:
    """The ends of the hole for the foot; both are points of the side view's outline."""
    for name, point in (("opening_front", front), ("opening_back", back)):
        canvas.mark(name, last.look(np.array([point]), 0.0)[0])


def rounded(line: Polyline, radius: float) -> Polyline:
    """A closed polyline with its corners rounded."""
    closed = np.concatenate([line, line[:1]])
    run = np.r_[0, np.cumsum(np.hypot(*np.diff(closed, axis=0).T))]
    at = np.arange(0, run[-1], 0.8)
    even = np.stack([np.interp(at, run, closed[:, i]) for i in (0, 1)], 1)
    return _smooth(even, radius)


def _smooth(line: Polyline, sigma: float = 4) -> Polyline:
    """A closed, evenly spaced contour without its steps; sigma in points."""
    reach = round(sigma)
    weights = np.exp(-0.5 * (np.arange(-3 * reach, 3 * reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    wrapped = np.concatenate([line[-3 * reach :], line, line[: 3 * reach]])
    return np.stack([np.convolve(wrapped[:, i], weights, "valid") for i in (0, 1)], 1)[::2]
