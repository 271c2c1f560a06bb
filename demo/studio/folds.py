"""The form of cloth as a height field: swelling, folds, creases. Knows strokes, no garment, no light."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from demo.studio.canvas import (
    CX,
    F32,
    Array,
    Box,
    smoothstep,
)
from demo.studio.noise import noise, noise_tile


@dataclass(frozen=True)
class Fold:
    """One ridge (height > 0) or valley, from `start` to `end`, in world units."""

    start: tuple[float, float]
    end: tuple[float, float]
    bend: float = 0.0
    """sagitta of the stroke"""
    width: tuple[float, float] = (4.0, 8.0)
    """half-width at the start and at the end"""
    height: float = 2.0
    skew: float = 0.3
    """-1..1: one flank steeper than the other"""
    fade_in: float = 0.15
    """share of the length over which it rises"""
    fade_out: float = 0.5


def mirror_folds(folds: Iterable[Fold]) -> list[Fold]:
    """The same folds on the other side of the centre line."""
    return [
        replace(
            f,
            start=(2 * CX - f.start[0], f.start[1]),
            end=(2 * CX - f.end[0], f.end[1]),
            bend=-f.bend,
            skew=-f.skew,
        )
        for f in folds
    ]


def fold_height(box: Box, folds: Sequence[Fold], seed: int) -> Array:
    """Sum of the folds as heights [y1-y0, x1-x0], one sample per world unit, slightly meandering."""
    x0, y0, x1, y1 = box
    height = np.zeros((y1 - y0, x1 - x0), F32)
    for f in folds:
        (ax, ay), (bx, by) = f.start, f.end
        reach = max(f.width) * 3 + abs(f.bend)
        left, right = int(max(x0, min(ax, bx) - reach)), int(min(x1, max(ax, bx) + reach))
        top, bottom = int(max(y0, min(ay, by) - reach)), int(min(y1, max(ay, by) + reach))
        if right <= left or bottom <= top:
            continue
        x = np.arange(left, right, dtype=F32)[None] - F32(ax)
        y = np.arange(top, bottom, dtype=F32)[:, None] - F32(ay)
        length = np.hypot(bx - ax, by - ay) + 1e-6
        tx, ty = F32((bx - ax) / length), F32((by - ay) / length)
        along = (x * tx + y * ty) / F32(length)
        inside = np.clip(along, 0, 1)
        across = y * tx - x * ty - F32(4 * f.bend) * inside * (1 - inside)
        width = f.width[0] + F32(f.width[1] - f.width[0]) * inside
        width = np.where(across > 0, width * (1 + f.skew), width * (1 - f.skew))
        stroke = np.exp(-((np.abs(across / width)) ** 1.7))
        stroke *= smoothstep(-f.fade_in * 0.5, max(f.fade_in, 0.01), along)
        stroke *= 1 - smoothstep(1 - f.fade_out, 1 + f.fade_out * 0.5, along)
        height[top - y0 : bottom - y0, left - x0 : right - x0] += (f.height * stroke).astype(F32)
    x, y = np.meshgrid(np.arange(x0, x1, dtype=F32), np.arange(y0, y1, dtype=F32))
    drift_x = 3.2 * noise(seed * 7 + 1, 12, x, y, 0.6)
    drift_y = 3.2 * noise(seed * 7 + 2, 12, x, y, 0.6)
    meander = cv2.remap(
        height, x - x0 + drift_x, y - y0 + drift_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    return cv2.GaussianBlur(meander, (0, 0), 0.7)


def tube_folds(
    rng: np.random.Generator,
    path: np.ndarray,
    widths: Sequence[float],
    gain: float = 1.0,
    bunch: float = 1.0,
    elbow: float | None = 0.5,
    inner: int = 1,
) -> list[Fold]:
    """Folds of a sleeve or trouser leg along its centre line [n, 2].

    `widths` are half-widths from start to end, `bunch` scales the gathers at its end,
    `elbow` (0..1,
    None: no bend) is where it bends, `inner` on which side of the direction the bend folds up.
    """
    path = np.asarray(path, float)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
    total = run[-1]

    def point(s: float) -> np.ndarray:
        return np.array([np.interp(s, run, path[:, i]) for i in (0, 1)])

    def frame(t: float) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
        direction = point(min(t * total + 4, total)) - point(max(t * total - 4, 0))
        direction /= np.linalg.norm(direction) + 1e-6
        normal = np.array([-direction[1], direction[0]])
        width = float(np.interp(t, np.linspace(0, 1, len(widths)), widths))
        return point(t * total), direction, normal, width

    folds: list[Fold] = []

    def cross(t: float, slope: float, width: float, height: float, share: float, side: int) -> None:
        at, direction, normal, half = frame(t)
        start = at + normal * side * half * 1.05
        end = at - normal * side * half * (2 * share - 1) + direction * slope * half
        folds.append(
            Fold(
                tuple(start),
                tuple(end),
                rng.uniform(-5, 5),
                (width, width * 1.7),
                height * gain,
                rng.uniform(-0.4, 0.4),
                0.05,
                0.7,
            )
        )

    def either() -> int:
        return int(rng.choice([-1, 1]))

    if elbow is not None:
        for _ in range(rng.integers(4, 7)):
            t = float(np.clip(elbow + rng.normal(0, 0.09), 0.05, 0.95))
            side = inner if rng.random() < 0.7 else -inner
            slope, width, height = (
                rng.uniform(-1.2, 1.2),
                rng.uniform(2.2, 4),
                rng.uniform(0.8, 2.1),
            )
            cross(t, slope, width, height, rng.uniform(0.5, 1), side)
    for _ in range(int(rng.integers(3, 6) * bunch)):
        t, slope = rng.uniform(0.8, 0.985), rng.uniform(-0.7, 0.7)
        height = rng.uniform(0.8, 2.0) * bunch
        cross(t, slope, rng.uniform(2, 3.6), height, rng.uniform(0.45, 0.95), either())
    for _ in range(3):
        t, slope = rng.uniform(0.04, 0.25), rng.uniform(0.4, 1.6)
        cross(t, slope, rng.uniform(3, 5), rng.uniform(0.8, 1.8), rng.uniform(0.6, 1), inner)
    for _ in range(4):
        t = rng.uniform(0.05, 0.55)
        at, _, normal, half = frame(t)
        to, _, _, half_to = frame(min(1.0, t + rng.uniform(0.2, 0.45)))
        lane = rng.uniform(-0.6, 0.6)
        end = to + normal * half_to * (lane + rng.uniform(-0.5, 0.5))
        folds.append(
            Fold(
                tuple(at + normal * half * lane),
                tuple(end),
                rng.uniform(-5, 5),
                (rng.uniform(3, 5), rng.uniform(4, 8)),
                rng.uniform(0.7, 1.6) * gain,
                rng.uniform(-0.4, 0.4),
                0.3,
                0.5,
            )
        )
    return folds


def flutes(
    rng: np.random.Generator,
    top: tuple[float, float, float],
    bottom: tuple[float, float, float],
    count: int,
    height: float,
) -> list[Fold]:
    """Folds falling from the hem up to a waist; `top` and `bottom` are (centre x, half-width, y)."""
    (tx, tw, ty), (bx, bw, by) = top, bottom
    folds = []
    for i in range(count):
        lane = (i + 0.5) / count * 2 - 1 + rng.uniform(-0.5, 0.5) / count
        start_y = ty + abs(rng.normal(0, 0.12)) * (by - ty)
        folds.append(
            Fold(
                (bx + lane * bw * 0.97, by + 10),
                (tx + lane * tw * 0.95, start_y),
                rng.uniform(-5, 5),
                (bw / count * rng.uniform(0.5, 0.8), tw / count * 0.55 + 1),
                height * rng.uniform(0.6, 1.3),
                rng.uniform(-0.45, 0.45),
                0.02,
                0.6,
            )
        )
    return folds


def inflate(mask: np.ndarray, radius: float, scale: int) -> Array:
    """A pillow 0..1 over the mask [h, w], `radius` world units from edge to top.

    Jacobi steps of the screened Poisson equation (laplace h = h / r^2 - 1) on a coarse grid.
    """
    height, width = mask.shape
    shrink = (4 if radius > 12 else 2) * scale
    coarse = cv2.resize(
        mask, (max(2, width // shrink), max(2, height // shrink)), interpolation=cv2.INTER_AREA
    )
    coarse = cv2.copyMakeBorder(coarse, 2, 2, 2, 2, cv2.BORDER_CONSTANT)
    cell = shrink / scale
    screen = (cell / radius) ** 2
    neighbours = np.array([[0, 0.25, 0], [0.25, 0, 0.25], [0, 0.25, 0]], F32)
    pillow = cv2.GaussianBlur(coarse, (0, 0), 3) * coarse
    for _ in range(int(min(260, 4 * (radius / cell) ** 2 + 20))):
        around = cv2.filter2D(pillow, -1, neighbours, borderType=cv2.BORDER_CONSTANT)
        pillow = coarse * (around * 4 + screen) / (4 + screen)
    pillow = cv2.GaussianBlur(pillow, (0, 0), 0.8)[2:-2, 2:-2]
    pillow = cv2.resize(pillow, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(cv2.GaussianBlur(pillow, (0, 0), shrink * 0.8), 0, 1)


def crumple(x: np.ndarray, y: np.ndarray, angle: float, size: float, draw: int, seed: int) -> Array:
    """Small random creases, unit strength, elongated along `angle` (degrees)."""
    a = np.deg2rad(angle)
    u = x * np.cos(a) + y * np.sin(a)
    v = -x * np.sin(a) + y * np.cos(a) + 9 * noise(seed * 7 + 3, 14, x, y, 0.5)
    style = draw % 12
    broad = noise(style, (26, 9), u + draw % 251, v, 0.55 / size)
    fine = noise(style + 100, (12, 5), u + draw % 241, v, 0.8 / size)
    ridge = noise(style + 200, (16, 6), u + 4 * fine + draw % 239, v, 0.7 / size)
    ridge = np.exp(-((ridge / 0.55) ** 2))
    where = smoothstep(-0.3, 1.2, noise(style + 300, 16, x, y, 0.35))
    return (2.4 * broad + 0.6 * fine + 2.2 * ridge * where).astype(F32)


def pushed_outline(mask: np.ndarray, height: np.ndarray, amount: float, scale: int) -> Array:
    """The mask [h, w] with its edge moved out by ridges and in by valleys that reach it."""
    size = (mask.shape[1] // scale, mask.shape[0] // scale)
    small = cv2.GaussianBlur(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), (0, 0), 4)
    gx = cv2.Sobel(small, cv2.CV_32F, 1, 0, ksize=3)
    gy = cv2.Sobel(small, cv2.CV_32F, 0, 1, ksize=3)
    norm = np.hypot(gx, gy) + 0.02
    push = amount * scale * np.clip(cv2.GaussianBlur(height, (0, 0), 2), -4, 5)
    full = mask.shape[::-1]
    dx = cv2.resize((gx / norm * push).astype(F32), full)
    dy = cv2.resize((gy / norm * push).astype(F32), full)
    x, y = np.meshgrid(np.arange(full[0], dtype=F32), np.arange(full[1], dtype=F32))
    return cv2.remap(mask, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)


def frayed(mask: np.ndarray, reach: float, scale: int, seed: int) -> Array:
    """The mask [h, w] with fibres standing off its edge, up to `reach` world units."""
    soft = cv2.GaussianBlur(mask, (0, 0), 1.0 * scale)
    at_edge = (soft > 0.02) & (soft < 0.98)
    rows, columns = np.nonzero(at_edge)
    fibre = noise_tile(47, (0.7, 0.7))[(rows + seed) % 256, columns % 256]
    out = mask.copy()
    out[rows, columns] = np.clip(
        (soft[rows, columns] - 0.5 + 0.16 * reach * fibre) * 2.2 + 0.5, 0, 1
    )
    return out
