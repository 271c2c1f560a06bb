"""Cloth that falls from a waist: flared, gathered or pleated, with a curved hem and its inner back.

Knows how a skirt hangs; not which garment it belongs to, nor what it is made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from scipy.interpolate import PchipInterpolator

from demo.studio.canvas import CX, F32, Canvas, smoothstep
from demo.studio.folds import Fold
from demo.studio.light import COTTON, Field, Material, Texture, layer
from demo.studio.trims import Colour, stitch

LANES, SHARES = 321, 72
"""samples of a skirt's folds across and down"""


@dataclass(frozen=True)
class Fall:
    """A skirt's shape: half-widths and heights in world units."""

    top: float
    """y of the waist seam"""
    waist: float
    hip: float
    """half-width where the hip is widest"""
    hem: float
    bottom: float
    """y of the hem's lowest point"""
    flutes: float = 9.0
    """how many soft folds stand side by side at the hem"""
    depth: float = 7.0
    """how far these stand out"""
    start: float = 0.25
    """share of the height at which they begin, 0 where cloth is gathered into the seam"""
    pleats: str = ""
    """"knife", "box", "accordion" or none"""
    pleat_count: int = 17
    sag: float = 12.0
    """how much higher the hem is at the sides than in the middle"""
    hip_below: float = 78.0
    """how far below the waist the hip is widest, at most"""
    lean: float = 0.0
    """the hem's height difference between left and right"""

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def half_width(self, y: np.ndarray | float) -> np.ndarray:
        """Silhouette half-width at a height, smooth from waist over hip to hem."""
        t = np.clip((np.asarray(y, float) - self.top) / self.height, 0, 1.1)
        hip_at = min(0.42, self.hip_below / self.height)
        curve = PchipInterpolator(
            [0, hip_at, hip_at + 0.25 * (1 - hip_at), 1, 1.1],
            [
                self.waist,
                self.hip,
                self.hip + 0.24 * (self.hem - self.hip),
                self.hem,
                self.hem + 0.1 * (self.hem - self.hip),
            ],
        )
        return curve(t)


class Flutes:
    """Where the soft folds of one skirt lie; the same numbers shape hem, height and shadow.

    Each is a cone of cloth: a point at a height of its own, widest at the hem, no two alike.
    """

    def __init__(self, fall: Fall, rng: np.random.Generator) -> None:
        self.shift = rng.uniform(0, 2 * np.pi)
        self.start = fall.start
        count = max(3, round(1.35 * fall.flutes) + 1)
        widths = rng.uniform(0.5, 1.75, count)
        widths *= 2.1 / widths.sum()
        centres = np.cumsum(widths) - widths / 2 - 1.05
        lane = np.linspace(-1.1, 1.1, LANES)[None]
        t = np.linspace(0, 1.1, SHARES)[:, None]
        smooth = np.ones((SHARES, LANES))
        late = 0.16 if fall.start < 0.15 else 0.38
        for centre, width in zip(centres, widths, strict=True):
            begin = np.clip(fall.start + rng.uniform(-0.08, late), 0, 0.7)
            rise = np.clip((t - begin) / (1 - begin), 0, 1.1) ** rng.uniform(0.6, 1.0)
            at = centre + rng.uniform(-0.09, 0.09) * (1 - t)
            reach = width * (0.30 + 0.42 * rise)
            q = (lane - at) / reach
            q = np.clip(q * (1 + rng.uniform(-0.35, 0.35) * np.sign(q)), -1, 1)
            depth = np.clip(rng.uniform(0.45, 1.0) * np.sqrt(width * count / 2.1), 0.3, 1.0)
            smooth *= 1 - depth * rise.clip(0, 1) * (0.5 + 0.5 * np.cos(np.pi * q)) ** 0.85
        self._height = (1 - smooth).astype(F32)

    def height(self, lane: np.ndarray, t: np.ndarray) -> np.ndarray:
        """How far the cloth stands forward, 0..1, at lane -1..1 and share of the height t."""
        u = ((np.asarray(lane) + 1.1) / 2.2 * (LANES - 1)).astype(F32)
        v = (np.asarray(t) / 1.1 * (SHARES - 1)).astype(F32)
        found = cv2.remap(self._height, np.atleast_2d(u), np.atleast_2d(v), cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
        return found.reshape(u.shape)

    def valley(self, lane: np.ndarray, t: np.ndarray) -> np.ndarray:
        """How deep in the shade between folds, 0..1."""
        return (1 - self.height(lane, t)) ** 2 * smoothstep(self.start, self.start + 0.7, t)


def pleat_height(lane: np.ndarray, fall: Fall) -> tuple[np.ndarray, np.ndarray]:
    """(height 0..1, darkness 0..1 at the fold's shadow) of pressed pleats at lane -1..1."""
    q = np.mod((lane + 1) / 2 * fall.pleat_count + 0.35, 1.0)
    if fall.pleats == "accordion":
        return 1 - np.abs(2 * q - 1) ** 1.4, np.exp(-((np.minimum(q, 1 - q) / 0.1) ** 2)) * 0.6
    if fall.pleats == "box":
        side = np.minimum(q, 1 - q)
        return smoothstep(0.10, 0.17, side), np.exp(-(((side - 0.09) / 0.05) ** 2))
    step = smoothstep(0.0, 0.1, q)
    return step * (1 - 0.75 * q), np.exp(-((q / 0.07) ** 2)) + 0.9 * np.exp(-(((1 - q) / 0.05) ** 2))


def swing(flutes: Flutes, lane: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Lanes of pressed pleats, which crowd and open where the whole skirt folds."""
    return lane + 0.06 * t * (flutes.height(lane + 0.07, t) - flutes.height(lane - 0.07, t))


def hem_line(fall: Fall, flutes: Flutes, inset: float = 0.0) -> np.ndarray:
    """The hem from right to left, [n, 2]: lower in the middle and where folds come forward."""
    lane = np.linspace(1, -1, 241)
    y = fall.bottom - fall.sag * lane**2 + fall.lean * lane - inset
    if fall.pleats:
        raised, _ = pleat_height(swing(flutes, lane, np.ones_like(lane)), fall)
        y = y + (raised - 1) * (4.5 if fall.pleats != "accordion" else 3.0)
    y = y + (flutes.height(lane, np.ones_like(lane)) - 0.6) * min(16.0, 2.0 * fall.depth)
    return np.stack([CX + lane * (fall.half_width(y) - 0.5), y], 1)


def outline(
    fall: Fall,
    hem: np.ndarray,
    top_dip: float = 4.0,
    roughness: float = 0.0,
    upper: np.ndarray | None = None,
) -> np.ndarray:
    """Closed polyline: waist seam (or `upper`, an edge above it), right side, hem, left side."""
    across = np.linspace(-1, 1, 25)
    waist = upper if upper is not None else np.stack([CX + across * fall.waist,
                                                      fall.top + top_dip * (1 - across**2)], 1)
    y = np.linspace(fall.top, hem[0, 1] - 3, 40)[1:]
    wave = roughness * np.sin(y / fall.height * 11) * np.sin(np.pi * (y - fall.top) / fall.height)
    right = np.stack([CX + fall.half_width(y) + wave, y], 1)
    y = np.linspace(fall.top, hem[-1, 1] - 3, 40)[1:]
    wave = roughness * np.sin(y / fall.height * 9 + 2) * np.sin(np.pi * (y - fall.top) / fall.height)
    left = np.stack([CX - fall.half_width(y) - wave, y], 1)[::-1]
    return np.concatenate([waist, right, hem[2:-2], left])


def draw_fall(
    canvas: Canvas,
    fall: Fall,
    texture: Texture,
    material: Material = COTTON,
    *,
    thread: Colour | None = None,
    folds: Sequence[Fold] = (),
    wrinkle: float = 0.35,
    seams: Sequence[tuple[np.ndarray, float, float]] = (),
    gathers: float = 0.0,
    top_dip: float = 4.0,
    relief: Field | None = None,
    upper: np.ndarray | None = None,
) -> Flutes:
    """Draw inner back and front; gives the folds so that bands and tiers can follow them.

    gathers: height of the fine pleats that a gathered seam makes below it. relief: extra height.
    upper: edge of a bodice cut in one piece with the skirt, from the left to the right of the waist.
    """
    flutes = Flutes(fall, canvas.rng)
    hem = hem_line(fall, flutes)

    def lane_and_share(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        t = np.clip((y - fall.top) / fall.height, 0, 1)
        return np.clip((x - CX) / fall.half_width(y), -1.05, 1.05), t

    def swung(lane: np.ndarray, t: np.ndarray) -> np.ndarray:
        return swing(flutes, lane, t)

    def height(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        lane, t = lane_and_share(x, y)
        up = 1.2 * fall.depth * flutes.height(lane, t)
        if fall.pleats:
            raised, _ = pleat_height(swung(lane, t), fall)
            wide = fall.half_width(y) * 2 / fall.pleat_count
            opened = (0.5 + 0.5 * t) * (0.7 + 0.5 * flutes.height(lane, t))
            up = up + raised * np.minimum(wide, 26.0) * 0.30 * opened
        if gathers:
            fine = np.sin(lane * 58 + 4 * np.sin(lane * 9 + flutes.shift))
            broken = 0.6 + 0.4 * np.sin(lane * 23 + flutes.shift)
            up = up + gathers * fine * broken * np.exp(-t * fall.height / 34)
        return up if relief is None else up + relief(x, y)

    def shadowed(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        lane, t = lane_and_share(x, y)
        light = 1 - 0.30 * flutes.valley(lane, t) * min(1.0, fall.depth / 7)
        if fall.pleats:
            light = light * (1 - 0.42 * pleat_height(swung(lane, t), fall)[1])
        return light

    def along_cloth(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        lane, t = lane_and_share(x, y)
        spread = 1 - 0.3 * t * (1 - fall.waist / max(fall.waist, fall.hem))
        return (x - CX) * spread, y - 100 + fall.sag * lane**2 * t

    back = hem_line(fall, flutes)
    middle = fall.bottom - 2 - 0.55 * fall.sag * np.linspace(1, -1, len(back)) ** 2
    behind = flutes.height(np.linspace(-1, 1, len(back)), np.full(len(back), 0.97))
    middle = middle + (0.5 - behind) * 0.8 * fall.depth
    back[:, 1] = np.minimum(middle - 0.3 * fall.depth, back.max(0)[1] - 2)
    back[:, 0] = CX + (back[:, 0] - CX) * 0.985
    inside = outline(fall, back)
    inside = inside[inside[:, 1] > fall.bottom - 60]
    layer(
        canvas, inside, texture, material, R=40, depth=-0.15, edge=2, wrinkle=0.3, lift=0, dark=0.42,
        uv=along_cloth,
    )  # fmt: skip
    grooves = list(seams)
    inner = hem_line(fall, flutes, inset=8.0)
    if thread is not None:
        grooves.append((inner, 1.4, 0.6))
    layer(
        canvas, outline(fall, hem, top_dip, min(2.5, fall.depth * 0.25), upper), texture, material, R=70,
        depth=0.42, edge=11, edge_depth=0.6, folds=folds, wrinkle=wrinkle,
        wrinkle_angle=86, lift=1.5, relief=height, occlusion=shadowed, seams=grooves, uv=along_cloth,
        drag=6.0,
    )  # fmt: skip
    if thread is not None:
        stitch(canvas, inner[4:-4], thread, strength=0.4)
    return flutes
