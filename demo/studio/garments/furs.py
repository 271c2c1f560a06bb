"""Fur, sherpa and raw edges: what stands up from cloth and breaks an outline. Knows no garment."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import (
    F32,
    Canvas,
    Outline,
    as_polyline,
    rgb,
)
from demo.studio.light import Placement, Texture, layer
from demo.studio.materials import FLEECE
from demo.studio.noise import noise
from demo.studio.patterns import Dye


def sherpa(dye: Dye | str) -> Texture:
    """Curly pile: small nubs with dark gaps."""
    colour = rgb(dye)

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        bent = 2.0 * noise(66, 5, u, v, 1.0)
        curl = noise(61, 1.5, u + bent, v - bent, 1.1, 512) + 0.5 * noise(62, 4, u, v, 1.0, 512)
        nub = np.exp(-((curl / 0.7) ** 2))
        gain = 0.84 + 0.20 * nub + 0.03 * noise(67, 0.6, u, v, 2, 512)
        return (colour * gain[..., None]).astype(F32), 0.9 * nub

    return texture


def long_fur(dye: Dye | str) -> Texture:
    """Long hairs along v, in tufts, dark at the root and pale at the tips."""
    colour = rgb(dye)

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
        bent = u + 1.6 * noise(65, 9, u, v, 1.0)
        hair = noise(63, (0.6, 9), bent, v, 2.2, 512)
        tuft = noise(64, (2.2, 8), bent, v, 1.0, 512)
        gain = np.clip(0.86 + 0.15 * hair + 0.20 * tuft, 0.3, 1.6)
        return (colour * gain[..., None]).astype(F32), 0.35 * hair + 0.4 * tuft

    return texture


def shaggy(canvas: Canvas, outline: Outline, length: float, step: float = 2.2) -> np.ndarray:
    """The outline with tufts of up to `length` standing out of it, one every 2 * `step`."""
    line = as_polyline(outline)
    line = np.concatenate([line, line[:1]])
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    s = np.arange(0, run[-1], step)
    dense = np.stack([np.interp(s, run, line[:, i]) for i in (0, 1)], 1)
    along = np.roll(dense, -1, 0) - np.roll(dense, 1, 0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-6
    normal = np.stack([along[:, 1], -along[:, 0]], 1)
    area = np.sum(dense[:, 0] * np.roll(dense[:, 1], -1) - np.roll(dense[:, 0], -1) * dense[:, 1])
    normal *= 1 if area > 0 else -1
    reach = canvas.rng.uniform(0.1, 1.0, len(s)) ** 1.5
    reach[::2] *= 0.15
    lean = along * (reach * canvas.rng.uniform(-0.7, 0.9, len(s)))[:, None]
    return dense + length * (normal * reach[:, None] + lean)


def draw_fur(
    canvas: Canvas, outline: Outline, texture: Texture, *, length: float = 6, R: float = 16,
    lift: float = 5, step: float = 2.2, uv: Placement | None = None, dark: float = 1.0,
) -> None:  # fmt: skip
    """A piece of pile over what is there: soft body, broken edge."""
    shape = shaggy(canvas, outline, length, step)
    layer(
        canvas, shape, texture, FLEECE, R=R, depth=0.7, edge=R * 0.5, edge_depth=0.8, wrinkle=0.3,
        lift=lift, shadow=0.5, uv=uv, dark=dark, ripple=0,
    )  # fmt: skip


def frayed(canvas: Canvas, line: np.ndarray, length: float, texture: Texture, dark: float) -> None:
    """Loose warp threads hanging below a raw hem, whose edge is `line` from left to right."""
    rng = canvas.rng
    x = np.arange(line[:, 0].min() + 1, line[:, 0].max() - 1, 1.7)
    order = np.argsort(line[:, 0])
    y = np.interp(x, line[order, 0], line[order, 1])
    drop = length * rng.uniform(0.15, 1, len(x)) ** 1.3
    drop[::2] *= 0.35
    low = np.stack([x + rng.uniform(-1, 1, len(x)), y + drop], 1)
    high = np.stack([x, y - 2], 1)[::-1]
    layer(
        canvas, np.concatenate([low, high]), texture, FLEECE, R=8, depth=0.1, edge=1, wrinkle=0.4,
        lift=0.5, dark=dark, ripple=0,
    )  # fmt: skip
