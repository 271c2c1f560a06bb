"""Solid forms before a camera: curved surfaces in space -> what `layer` needs to light them.

Space has x to the right, y up and z towards the viewer, in the canvas's units. A form is a surface
(s, t) -> [..., 3]; on the side that is seen from outside s runs rightwards and t upwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from demo.studio.canvas import CX, F32, Array, Canvas
from demo.studio.light import Texture, layer
from demo.studio.materials import Material

Surface = Callable[[np.ndarray, np.ndarray], np.ndarray]
FLAT = 0.8
"""share of the depth that light sees: a studio's big lamps reach round"""
STEP = 0.75
"""world units between the samples of a surface; below 1, so that no pixel is missed"""


@dataclass(frozen=True)
class View:
    """A far camera: turned by `yaw` (degrees; positive shows the right side), raised by `pitch`."""

    yaw: float = 0.0
    pitch: float = 12.0
    x: float = CX
    y: float = 330.0
    """where space's origin lies on the canvas"""

    def project(self, points: np.ndarray) -> np.ndarray:
        """Points [..., 3] to canvas x, canvas y and height towards the camera, [..., 3]."""
        turn, rise = np.deg2rad(self.yaw), np.deg2rad(self.pitch)
        x = points[..., 0] * np.cos(turn) - points[..., 2] * np.sin(turn)
        z = points[..., 0] * np.sin(turn) + points[..., 2] * np.cos(turn)
        up = points[..., 1] * np.cos(rise) - z * np.sin(rise)
        near = z * np.cos(rise) + points[..., 1] * np.sin(rise)
        return np.stack([self.x + x, self.y - up, near], -1)

    def flat(self, points: np.ndarray) -> np.ndarray:
        """Canvas positions [n, 2] of points [n, 3]: for straps, stitches and seams."""
        return self.project(np.asarray(points, float))[..., :2]


@dataclass(frozen=True)
class Form:
    """A surface before a camera."""

    view: View
    at: Surface
    uv: Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
    """(s, t) -> where the cloth lies, in world units"""
    span: tuple[float, float] = (0.0, 1.0)
    """the part of s that is drawn: the far side of a ring may stay undrawn"""

    def line(self, s: np.ndarray | float, t: np.ndarray | float) -> np.ndarray:
        """Canvas positions [n, 2] of a line on the surface."""
        s, t = np.broadcast_arrays(np.asarray(s, float), np.asarray(t, float))
        return self.view.flat(self.at(s, t))

    def seen(self, s: np.ndarray | float, t: np.ndarray | float) -> list[np.ndarray]:
        """The runs of such a line that face the camera."""
        s, t = np.broadcast_arrays(np.asarray(s, float), np.asarray(t, float))
        here, e = self.line(s, t), 1e-3
        ds, dt = self.line(s + e, t) - here, self.line(s, t - e) - here
        facing = ds[:, 0] * dt[:, 1] - ds[:, 1] * dt[:, 0] > 0
        cuts = np.flatnonzero(np.diff(facing.astype(int))) + 1
        runs = zip(np.split(here, cuts), np.split(facing, cuts), strict=True)
        return [run for run, front in runs if front[0] and len(run) > 2]

    def _samples(self, canvas: Canvas, facing: int) -> dict[str, np.ndarray]:
        """Dense points that face the camera (or, facing -1, turn away): x, y, z, u, v, slopes."""
        low, high = self.span
        s, t = np.meshgrid(np.linspace(low, high, 65), np.linspace(0, 1, 49))
        coarse = self.view.project(self.at(s, t))
        wide = np.linalg.norm(np.diff(coarse[..., :2], axis=1), axis=-1).max() * 64
        tall = np.linalg.norm(np.diff(coarse[..., :2], axis=0), axis=-1).max() * 48
        size = (int(np.clip(wide / STEP, 40, 1100)), int(np.clip(tall / STEP, 30, 800)))
        moved = canvas.wobble(coarse[..., :2].reshape(-1, 2)).reshape(coarse.shape[:2] + (2,))
        moved = cv2.resize((moved - coarse[..., :2]).astype(F32), size)
        s, t = np.meshgrid(
            np.linspace(low, high, size[0], dtype=F32), np.linspace(0, 1, size[1], dtype=F32)
        )
        dense = self.view.project(self.at(s, t)).astype(F32)
        u, v = self.uv(s, t)
        x, y, z = dense[..., 0] + moved[..., 0], dense[..., 1] + moved[..., 1], dense[..., 2]
        (xt, xs), (yt, ys) = np.gradient(x), np.gradient(y)
        area = xs * yt - xt * ys
        keep = (area * -facing > 1e-7).ravel()
        found = {"x": x.ravel()[keep], "y": y.ravel()[keep], "area": area.ravel()[keep]}
        for name, value in (("z", z), ("u", u), ("v", v)):
            value = np.broadcast_to(value, x.shape)
            vt, vs = np.gradient(value)
            found[name] = value.ravel()[keep]
            found[name + "x"] = (vs * yt - vt * ys).ravel()[keep] / found["area"]
            found[name + "y"] = (vt * xs - vs * xt).ravel()[keep] / found["area"]
        return found

    def draw(
        self,
        canvas: Canvas,
        texture: Texture,
        material: Material,
        *,
        facing: int = 1,
        bumps: Callable[[np.ndarray, np.ndarray], np.ndarray] | None = None,
        **how: Any,
    ) -> None:
        """Light the part of the surface that faces the camera (facing -1: that turns away).

        bumps: extra height at positions (u, v) of the cloth. how: as in `layer`.
        """
        p = self._samples(canvas, facing)
        if len(p["x"]) < 30:
            return
        x0, y0 = int(p["x"].min()) - 12, int(p["y"].min()) - 12
        width, height = int(p["x"].max()) + 13 - x0, int(p["y"].max()) + 13 - y0
        px, py = np.rint(p["x"]).astype(int), np.rint(p["y"]).astype(int)
        dx, dy = px - p["x"], py - p["y"]
        cell = (py - y0) * width + px - x0
        steep = 5.0
        z = p["z"] + np.clip(p["zx"], -steep, steep) * dx + np.clip(p["zy"], -steep, steep) * dy
        near = np.full(width * height, -1e9, F32)
        np.maximum.at(near, cell, z.astype(F32))
        front = z > near[cell] - 3.0
        cell = cell[front]
        count = np.bincount(cell, minlength=width * height).reshape(height, width).astype(F32)

        def spread(value: np.ndarray) -> Array:
            """Means per pixel; empty pixels take their neighbours', far and wide."""
            total = np.bincount(cell, value[front], width * height).reshape(height, width)
            mean = np.where(count > 0, total / np.maximum(count, 1), 0).astype(F32)
            filled, weight = mean, (count > 0).astype(F32)
            for sigma in (0.8, 2.5, 8.0):
                soft = cv2.GaussianBlur(mean * (count > 0), (0, 0), sigma)
                share = cv2.GaussianBlur((count > 0).astype(F32), (0, 0), sigma)
                near_by = soft / np.maximum(share, 1e-6)
                filled = np.where((weight == 0) & (share > 0.02), near_by, filled)
                weight = np.maximum(weight, (share > 0.02).astype(F32))
            return filled.astype(F32)

        def on_cloth(name: str) -> np.ndarray:
            limit = 4.0
            slope_x, slope_y = (np.clip(p[name + k], -limit, limit) for k in "xy")
            return p[name] + slope_x * dx + slope_y * dy

        tops, us, vs = FLAT * spread(z), spread(on_cloth("u")), spread(on_cloth("v"))
        if bumps is not None:
            tops = tops + bumps(us, vs).astype(F32)

        def look_up(table: Array, x: np.ndarray, y: np.ndarray) -> Array:
            return cv2.remap(
                table, (x - x0).astype(F32), (y - y0).astype(F32), cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            )  # fmt: skip

        outlines = [_unwarped(canvas, o + [x0, y0]) for o in _contours(count)]
        if not outlines:
            return
        # A wide, flat edge: no hollow is seen where the form turns away.
        defaults: dict[str, Any] = {
            "R": 6, "depth": 0.0, "edge": 16, "edge_depth": 0.0, "wrinkle": 0.0, "lift": 0,
            "drag": 0.0,
        }  # fmt: skip
        layer(
            canvas, outlines, texture, material,
            relief=lambda x, y: look_up(tops, x, y),
            uv=lambda x, y: (look_up(us, x, y), look_up(vs, x, y)),
            **(defaults | how),
        )  # fmt: skip


def _contours(count: Array) -> list[np.ndarray]:
    """Smooth outlines [n, 2] of the pixels that hold samples."""
    solid = cv2.morphologyEx((count > 0).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3)))
    fine = cv2.resize(solid.astype(F32), None, fx=4, fy=4, interpolation=cv2.INTER_LINEAR)
    fine = (cv2.GaussianBlur(fine, (0, 0), 3.0) > 0.5).astype(np.uint8)
    found, _ = cv2.findContours(fine, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outlines = []
    for contour in found:
        line = contour[:, 0].astype(F32)
        if len(line) < 60:
            continue
        line = cv2.GaussianBlur(np.concatenate([line[-24:], line, line[:24]]), (1, 0), 0, sigmaY=11)
        outlines.append((line[24:-24:3] + 0.5) / 4 - 0.5)
    return outlines


def _unwarped(canvas: Canvas, points: np.ndarray) -> np.ndarray:
    """Where points must be drawn so that the canvas's wobble brings them here."""
    straight = points.copy()
    for _ in range(3):
        straight += points - canvas.wobble(straight)
    return straight


def curve(points: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, ...]:
    """The coordinates at shares t (0..1) of a polyline's [n, k] length."""
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    return tuple(np.interp(t, run / run[-1], points[:, k]) for k in range(points.shape[1]))


def ring(
    profile: np.ndarray,
    deep: float = 1.0,
    bend: Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, ...]] | None = None,
) -> Surface:
    """A surface turned about the upright axis: s goes round (0.5 is in front), t along the profile.

    profile: polyline [n, 2] of (radius, height); deep: front to back as a share of side to side;
    bend: where each point (x, y, z) is pushed to.
    """

    def at(s: np.ndarray, t: np.ndarray) -> np.ndarray:
        radius, y = curve(profile, t)
        angle = (s - 0.5) * 2 * np.pi
        x, z = radius * np.sin(angle), deep * radius * np.cos(angle)
        if bend is not None:
            x, y, z = bend(x, y, z)
        return np.stack(np.broadcast_arrays(x, y, z), -1)

    return at


def mark_sides(canvas: Canvas, name: str, line: np.ndarray) -> None:
    """The ends, to either side, of a line round a form [n, 2]."""
    canvas.mark(f"{name}_left", line[line[:, 0].argmax()])
    canvas.mark(f"{name}_right", line[line[:, 0].argmin()])


def length_of(profile: np.ndarray) -> float:
    """The length of a polyline [n, k]."""
    return float(np.linalg.norm(np.diff(profile, axis=0), axis=1).sum())
