"""Draws caps: a crown of panels and a peak that bends as its board does. Knows no dye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np

from demo.studio.canvas import Array, Canvas, smoothstep, spline
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.forms import Form, View, length_of, mark_sides, ring
from demo.studio.garments.marks import draws
from demo.studio.light import Texture, layer
from demo.studio.trims import disc, eyelet, label, stitch

ROUND = 118.0
"""half the crown's width"""
DEEP = 1.16
"""its depth, front to back, as a share of the width"""
HALF = np.deg2rad(70)
"""how far the peak reaches round the crown on either side"""


@dataclass(frozen=True)
class Shape:
    """What tells one cap from another before its panels are sewn."""

    view: View
    tall: float
    front: float
    """how upright the front stands: buckram pushes it forward"""
    reach: float
    """length of the peak"""
    arch: float
    """how far the peak's sides bend down"""
    dip: float
    """how far its front points down"""
    square: float = 0.62
    """exponent of the peak's outline; smaller is squarer"""


def cap(canvas: Canvas, c: Colourway) -> None:
    """Six-panel baseball, five-panel camp, trucker with mesh, or an unstructured dad cap."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    c.pick((_baseball, _camp, _dad, _trucker))(canvas, c, cloth, cut)


def _baseball(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    shape = Shape(View(36, 13, 292, 390), 150, 6, 94, 42, 16)
    _peak(canvas, c, cloth, shape, rows=6)
    crown = _crown(canvas, c, cloth, shape, 6)
    _panel_seams(canvas, cloth, crown, 6)
    if cut.random() < 0.5 and c.pattern == "solid":
        _badge(canvas, cloth, crown)


def _dad(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Washed and soft: the crown slumps, the peak is bent hard by its wearer's hands."""
    shape = Shape(View(-27, 15, 226, 385), 128, -6, 86, 62, 6, 0.7)
    _peak(canvas, c, cloth, shape, rows=4)
    crown = _crown(canvas, c, cloth, shape, 6, soft=1.0)
    _panel_seams(canvas, cloth, crown, 6)
    if cut.random() < 0.5 and c.pattern == "solid":
        for k in range(5):  # a small satin-stitched motif
            s = 0.5 + 0.022 * np.cos(np.linspace(0.3 * k, 0.3 * k + 2.4, 16))
            t = 0.40 + 0.011 * k + 0.02 * np.sin(np.linspace(0, 2.6, 16))
            stitch(canvas, crown.line(s, t), cloth.second, 5, 0.6, 1.6, 0.8)


def _camp(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """One flat front panel, a strip over the top, a flat peak."""
    shape = Shape(View(25, 15, 276, 400), 132, 9, 98, 7, 4, 0.5)
    _peak(canvas, c, cloth, shape, rows=0)
    crown = _crown(canvas, c, cloth, shape, 1)
    t = np.linspace(0.02, 0.92, 60)
    radius = crown.at(np.full_like(t, 0.75), t)[:, 0]
    half = np.arcsin(np.clip((88 - 44 * t) / radius, 0, 1)) / (2 * np.pi)
    for side in (1, -1):
        _sewn(canvas, cloth, crown.seen(0.5 + side * half[half < 0.24], t[half < 0.24]))
    across = 0.5 + np.interp(0.66, t, half) * np.linspace(-1, 1, 40)
    _sewn(canvas, cloth, crown.seen(across, 0.66 + 0 * across))
    for s in (0.66, 0.71, 0.34, 0.29):
        for spot in crown.seen(s + 0.001 * np.arange(3), 0.5 + 0 * np.arange(3)):
            eyelet(canvas, *spot[0], 3.6, cloth.metal)
    x, y = crown.line(0.5, 0.36)
    if c.pattern != "camouflage" or cut.random() < 0.5:
        label(canvas, float(x), float(y), 38, 20, "#efece4", "#3c3a38", dark=0.95)


def _trucker(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """A tall foam front, mesh round the back."""
    shape = Shape(View(44, 11, 292, 400), 166, 14, 94, 26, 12, 0.55)
    _peak(canvas, c, cloth, shape, rows=5)
    crown = _crown(canvas, c, cloth, shape, 6, texture=_mesh(cloth.solid))
    front_cloth = cloth.accent if c.pattern == "colour-block" else cloth.texture
    _crown(canvas, c, cloth, shape, 6, texture=front_cloth, span=(1 / 3, 2 / 3), lift=1.5)
    t = np.linspace(0.02, 0.97, 60)
    for s in (1 / 3, 2 / 3):
        _sewn(canvas, cloth, crown.seen(s + 0 * t, t))
    _sewn(canvas, cloth, crown.seen(0.5 + 0 * t, t), wide=False)
    for s in (1 / 6, 5 / 6):
        _sewn(canvas, cloth, crown.seen(s + 0 * t, t), wide=False)
    if cut.random() < 0.6:
        _badge(canvas, cloth, crown)


# ---- parts -------------------------------------------------------------------------------------


def _bent(shape: Shape, x: np.ndarray, z: np.ndarray) -> np.ndarray:
    """How far the peak, and the crown's edge that it is sewn to, bends down at (x, z)."""
    forward = np.clip((z - ROUND * DEEP * np.cos(HALF)) / 120, 0, 1.4)
    return shape.arch * (x / (ROUND * np.sin(HALF))) ** 2 * np.sqrt(forward)


def _crown(
    canvas: Canvas, c: Colourway, cloth: Cloth, shape: Shape, panels: int, soft: float = 0.0,
    texture: Texture | None = None, span: tuple[float, float] = (0.0, 1.0), lift: float = 4.0,
) -> Form:  # fmt: skip
    """The panels' dome, its cloth laid anew on each."""
    tall, rng = shape.tall, canvas.rng
    profile = spline(
        [(ROUND, -5), (ROUND - 1, 0.2 * tall), (ROUND * 0.94, 0.46 * tall),
         (ROUND * 0.79, 0.72 * tall),
         (ROUND * 0.53, 0.91 * tall), (ROUND * 0.2, 0.995 * tall), (0, tall)], False, 30,
    )  # fmt: skip
    total = length_of(profile)
    slump = rng.uniform(0, 6.28)

    def stand(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        up = np.clip(y / tall, 0, 1)
        ahead = smoothstep(0.1, 0.95, z / (ROUND * DEEP))
        z = z + shape.front * ahead * np.sin(np.pi * up**0.8) * 1.4
        z = z + soft * 5 * np.sin(6 * up + 0.03 * x + slump) * ahead
        y = y - _bent(shape, x, z) * (1 - up) ** 3 * (z > 0) + 0.05 * shape.front * ahead * up
        return x, y, z

    def cloth_at(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        place = s * panels
        number = np.floor(place)
        radius = np.interp(t, np.linspace(0, 1, 12), np.interp(
            np.linspace(0, total, 12), np.r_[0, np.cumsum(np.linalg.norm(np.diff(profile, axis=0),
                axis=1))],
            profile[:, 0]))  # fmt: skip
        angle = (place - number - 0.5) / panels * 2 * np.pi
        return angle * radius + 61 * number, 180 - t * total + 23 * number

    form = Form(shape.view, ring(profile, DEEP, stand), cloth_at, span)
    folds = []
    for _ in range(int(2 + 5 * soft)):
        s, t = rng.uniform(0.36, 0.66), rng.uniform(0.25, 0.7)
        (x, y), angle = form.line(s, t), rng.uniform(0.4, 2.6)
        folds.append(
            Fold((x, y), (x + 60 * np.cos(angle), y + 44 * np.sin(angle)), rng.uniform(-10, 10),
                 (6, 12), rng.choice([-1, 1]) * rng.uniform(0.8, 1.8) * (0.5 + 1.4 * soft))
        )  # fmt: skip
    seams = []
    if panels > 1:
        t = np.linspace(0, 0.99, 50)
        for k in range(panels):
            seams += [(run, 1.8, 1.5 + soft) for run in form.seen(k / panels + 0 * t, t)]
    form.draw(
        canvas, texture or (cloth.ground if c.pattern == "colour-block" else cloth.texture),
        cloth.material, folds=folds, wrinkle=(0.4 + 0.8 * soft) * cloth.wrinkle, seams=seams,
        ripple=0.3, lift=lift, shadow=0.5,
    )  # fmt: skip
    if span == (0.0, 1.0):
        mark_sides(canvas, "band", form.line(np.linspace(0, 1, 180), 0.04))
    return form


def _sewn(canvas: Canvas, cloth: Cloth, runs: list[np.ndarray], wide: bool = True) -> None:
    """Topstitching on both sides of a seam."""
    for run in runs:
        if wide:
            line = np.asarray(run)
            for d in (-2.6, 2.6):
                stitch(canvas, line + [d, 0], cloth.stitch, 2.0, 1.3, 0.55, 0.55)
        else:
            stitch(canvas, run, cloth.stitch, 2.0, 1.3, 0.5, 0.4)


def _panel_seams(canvas: Canvas, cloth: Cloth, crown: Form, panels: int) -> None:
    """Stitched seams to the button, an eyelet in the middle of each panel, the hem's row."""
    t = np.linspace(0.03, 0.96, 60)
    for k in range(panels):
        _sewn(canvas, cloth, crown.seen(k / panels + 0 * t, t))
        spot = crown.seen((k + 0.5) / panels + 0.001 * np.arange(3), 0.60 + 0.0 * np.arange(3))
        for run in spot:
            eyelet(canvas, *run[0], 3.2, cloth.stitch)
    s = np.linspace(0, 1, 120)
    for run in crown.seen(s, 0.07 + 0 * s):
        stitch(canvas, run, cloth.stitch, 2.2, 1.4, 0.55, 0.45)
    x, y = crown.line(0.5, 1.0)
    layer(
        canvas, disc(float(x), float(y) - 1, 8.5, 0.5), cloth.solid, cloth.material, R=8, depth=0.6,
        edge=4, wrinkle=0, lift=1.5,
    )  # fmt: skip


@draws("brim")
def _peak(canvas: Canvas, c: Colourway, cloth: Cloth, shape: Shape, rows: int) -> None:
    """The board: its underside and thickness, then the top with rows of stitching."""
    inner_x, inner_z = ROUND, ROUND * DEEP
    wide, start = inner_x * np.sin(HALF), inner_z * np.cos(HALF)
    ahead = inner_z - start + shape.reach

    def board(drop: float, grow: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
        def at(s: np.ndarray, t: np.ndarray) -> np.ndarray:
            a, b = (s - 0.5) * 2 * HALF, (s - 0.5) * np.pi
            edge_x = (wide + grow) * np.sign(b) * np.abs(np.sin(b)) ** (0.75 + 0.25 * shape.square)
            edge_z = start + (ahead + grow) * np.maximum(np.cos(b), 0) ** shape.square
            x = edge_x + (inner_x * np.sin(a) - edge_x) * t
            z = edge_z + ((inner_z + shape.front * 0.3) * np.cos(a) - edge_z) * t
            forward = np.maximum(z - start, 0) / ahead
            y = 2 - _bent(shape, x, z) - shape.dip * forward**1.6 - drop
            return np.stack([x, y, z], -1)

        return at

    def cloth_at(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return (s - 0.5) * 260, 100 - 110 * t

    panel = cloth.accent if c.pattern == "colour-block" else cloth.ground
    below = Form(shape.view, board(5.5, -1), cloth_at)
    below.draw(canvas, cloth.solid, cloth.material, facing=-1, dark=0.42, lift=3, edge=3)
    below.draw(canvas, panel, cloth.material, dark=0.5, lift=5, shadow=0.5, edge=2)
    top = Form(shape.view, board(0, 0), cloth_at)
    top.draw(
        canvas, panel, cloth.material, wrinkle=0.15, lift=1.2, shadow=0.35, edge=3.5,
        edge_depth=0.55, ripple=0,
        bumps=lambda u, v: 0.5 * np.sin((v + 8) * 2 * np.pi / 15) if rows else 0 * u,
    )  # fmt: skip
    s = np.linspace(0.04, 0.96, 140)
    for k in range(rows + 1):
        for run in top.seen(s, 0.05 + k * 0.78 / max(rows, 1) + 0 * s):
            stitch(canvas, run, cloth.stitch, 2.4, 1.3, 0.6, 0.5)
    mark_sides(canvas, "brim", top.line(np.linspace(0, 1, 90), 0.0))
    canvas.mark("brim_front", top.line(0.5, 0.0))


def _badge(canvas: Canvas, cloth: Cloth, crown: Form) -> None:
    """A woven patch on the front panels."""
    spot = Form(
        crown.view, lambda s, t: crown.at(0.435 + 0.13 * s, 0.26 + 0.22 * t) * 1.012,
        lambda s, t: (s * 90, -t * 60),
    )  # fmt: skip
    spot.draw(canvas, cloth.accent, cloth.material, lift=2.2, edge=2.4, edge_depth=0.7)
    frame = np.array([(0.06, 0.08), (0.94, 0.08), (0.94, 0.92), (0.06, 0.92), (0.06, 0.08)])
    stitch(canvas, spot.line(frame[:, 0], frame[:, 1]), cloth.colour, 2, 1, 0.7, 0.7)
    for t, low, high in ((0.62, 0.24, 0.76), (0.36, 0.34, 0.66)):
        stitch(canvas, spot.line(np.linspace(low, high, 12), t), cloth.colour, 6, 2, 2.0, 0.8)


def _mesh(base: Texture) -> Texture:
    """Honeycomb net: what is dark is the inside."""

    def net(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        a, b = u / 6.4, v / 5.6
        even = np.hypot(np.mod(a, 1) - 0.5, np.mod(b, 2) / 1 - 0.5)
        odd = np.hypot(np.mod(a + 0.5, 1) - 0.5, np.mod(b + 1, 2) - 0.5)
        thread = smoothstep(0.24, 0.40, np.minimum(even, odd))
        return albedo * (0.30 + 0.72 * thread)[..., None], (0.7 * thread).astype(np.float32)

    return net
