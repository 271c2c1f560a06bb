"""What bags are made of: bodies with gussets, panels with painted edges, straps, hardware.

A bag's own plane has x to the right of its middle, y up from its foot and z towards the viewer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from demo.studio.canvas import CX, F32, Array, Canvas, Point, offset, rgb, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.forms import Form, View, curve
from demo.studio.light import Texture, layer
from demo.studio.materials import METAL, NYLON, Material
from demo.studio.trims import Colour, disc, stitch

GOLD, STEEL = "#c9a24c", "#b9bcc0"


@dataclass(frozen=True)
class Body:
    """A front outline and the depth behind it, before a camera."""

    view: View
    outline: Sequence[Point]
    """(x, y) anticlockwise, (x, y, 1) at corners"""
    deep: float
    """half the depth"""

    def on(
        self, points: Sequence[Point], closed: bool = True, z: float | None = None
    ) -> np.ndarray:
        """Canvas polyline [n, 2] of a curve drawn on the front (or at depth z)."""
        line = spline(points, closed, 16)
        return self.at(line[:, 0], line[:, 1], self.deep if z is None else z)

    def at(self, x: np.ndarray | float, y: np.ndarray | float, z: np.ndarray | float) -> np.ndarray:
        """Canvas positions [n, 2] of points of the bag."""
        parts = np.broadcast_arrays(*(np.atleast_1d(np.asarray(p, float)) for p in (x, y, z)))
        return self.view.flat(np.stack(parts, -1))

    def spot(self, x: float, y: float, z: float | None = None) -> tuple[float, float]:
        """One such position."""
        at = self.at(x, y, self.deep if z is None else z)[0]
        return float(at[0]), float(at[1])

    def uv(self, middle: float) -> Callable[[np.ndarray, np.ndarray], tuple]:
        """Where the front's cloth lies: its middle (x 0, y `middle`) where a chest print sits."""
        x0, y0 = self.spot(0, middle)
        turn = np.cos(np.deg2rad(self.view.yaw))
        slant = np.sin(np.deg2rad(self.view.yaw)) * np.sin(np.deg2rad(self.view.pitch))
        return lambda x, y: ((x - x0) / turn, y - y0 + 100 - slant * (x - x0))

    def gusset(
        self, canvas: Canvas, texture: Texture, material: Material, pinch: float = 0.0,
        wrinkle: float = 0.6, dark: float = 1.0, rise: float = 0.0, mouth: bool = False,
    ) -> Form:  # fmt: skip
        """The strip from front to back: sides, foot and top (none: a `mouth`).

        `pinch` folds its middle in, `rise` swells it.
        """
        edge = spline(self.outline, True, 16)
        edge = np.vstack([edge, edge[:1]])
        length = float(np.linalg.norm(np.diff(edge, axis=0), axis=1).sum())
        inward = -(offset(edge, 1.0) - edge)  # y is up here: the right-hand side is the inside
        inward[0] = inward[-1] = inward[1]
        lane = np.r_[0, np.cumsum(np.linalg.norm(np.diff(edge, axis=0), axis=1))] / length

        def at(s: np.ndarray, t: np.ndarray) -> np.ndarray:
            s = np.mod(s, 1)
            x, y = curve(edge, s)
            nx, ny = (np.interp(s, lane, inward[:, k]) for k in (0, 1))
            bow = np.sin(np.pi * np.clip(t, 0, 1))
            x, y = x + nx * (pinch - rise) * bow, y - ny * rise * bow
            return np.stack([x, y, self.deep * (2 * t - 1)], -1)

        def laid(s: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            return s * length, 2 * self.deep * t

        # Side by side, so that no piece needs the light of the whole bag's square.
        high = lane[edge[:, 1] > edge[:, 1].max() - 0.5]
        x, y = edge[:, 0], edge[:, 1]
        foot, right, left = (float(lane[np.argmax(k)]) for k in (x - y, x + y, y - x))
        spans = [(0, foot), (foot, right), (right, left), (left, 1)]
        if mouth:
            spans = [(0, foot), (foot, float(high[0])), (float(high[-1]), 1)]
            for low, top in spans[1:]:
                Form(self.view, at, laid, (low, top)).draw(
                    canvas, texture, material, facing=-1, dark=0.5
                )
        for low, top in spans:
            if not mouth:
                low, top = low - 0.014, top + 0.014
            Form(self.view, at, laid, (low - 0.004, top)).draw(
                canvas, texture, material, wrinkle=wrinkle, dark=dark
            )
        return Form(self.view, at, laid)

    def front(
        self, canvas: Canvas, texture: Texture, material: Material, *, puff: float = 0.2,
        folds: Sequence[Fold] = (), wrinkle: float = 0.5, edge: float = 10, middle: float = 110,
        radius: float = 90, ripple: float = 0.4, lift: float = 1.5, dark: float = 1.0,
    ) -> np.ndarray:  # fmt: skip
        """The front panel, swollen by what the bag holds; returns its canvas outline."""
        outline = self.on(self.outline)
        layer(
            canvas, outline, texture, material, R=radius, depth=puff, edge=edge, edge_depth=0.5,
            folds=folds, wrinkle=wrinkle, wrinkle_angle=75, lift=lift, shadow=0.35, ripple=ripple,
            uv=self.uv(middle), dark=dark,
        )  # fmt: skip
        return outline

    def piping(
        self, canvas: Canvas, texture: Texture, material: Material, thick: float = 2.2
    ) -> None:
        """A covered cord along the front's edge."""
        line = self.on(self.outline)
        line = np.vstack([line, line[:1]])
        layer(
            canvas, ribbon(line, thick), texture, material, R=3, depth=0.5, edge=thick, wrinkle=0,
            lift=1.2, shadow=0.4, edge_depth=0.9,
        )  # fmt: skip


def panel(
    canvas: Canvas, outline: np.ndarray, cloth: Cloth, texture: Texture | None = None, *,
    inset: float = 4.0, lift: float = 3.0, puff: float = 0.12, radius: float = 40.0,
    edge: float = 4.0, wrinkle: float = 0.3, folds: Sequence[Fold] = (), uv: Callable | None = None,
    relief: Callable | None = None, paint: bool = True, shadow: float = 0.5, thread: bool = True,
    material: Material | None = None,
) -> None:  # fmt: skip
    """A piece of leather or cloth laid on: painted edge, turned rim, a row of stitches inside it."""
    material = material or cloth.material
    if paint:
        painted(canvas, outline + [0.7, 1.3], cloth)
    layer(
        canvas, outline, texture or cloth.ground, material, R=radius, depth=puff, edge=edge,
        edge_depth=0.6, wrinkle=wrinkle, lift=lift, shadow=shadow, folds=folds, uv=uv,
        relief=relief, ripple=0.2,
    )  # fmt: skip
    if thread:
        sew(canvas, outline, cloth, inset)


def painted(canvas: Canvas, outline: np.ndarray, cloth: Cloth) -> None:
    """The cut edge of what will lie here, sealed with darker paint."""
    box = canvas.box([outline])
    if box is not None:
        colour = cloth.colour * 0.38 + 0.002
        canvas.blend(colour[None, None], canvas.mask([outline], box), box)


def taut(canvas: Canvas, path: np.ndarray) -> np.ndarray:
    """A strap's path so laid that the canvas's wobble bends it near its ends only."""
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
    far = np.clip(np.minimum(run, run[-1] - run) / 40, 0, 1)[:, None]
    return path + far * (path - canvas.wobble(path)) * 0.85


def sew(canvas: Canvas, outline: np.ndarray, cloth: Cloth, inset: float = 4.0) -> None:
    """Stitches inside an outline's edge, whichever way round it runs."""
    line = np.vstack([outline, outline[:1]])
    x, y = line[:, 0], line[:, 1]
    way = 1 if np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) > 0 else -1
    stitch(canvas, offset(line, way * inset), cloth.stitch, 2.8, 1.6, 0.7, 0.6)


def band(
    canvas: Canvas, path: np.ndarray, half: float, cloth: Cloth, texture: Texture | None = None, *,
    lift: float = 3.0, dark: float = 1.0, thread: bool = True, material: Material | None = None,
) -> None:  # fmt: skip
    """A flat strap along a canvas polyline, with painted edges and two rows of stitches."""
    path = taut(canvas, path)
    painted(canvas, ribbon(path + [0.6, 1.1], half + 0.3), cloth)
    whole = ribbon(path, half)
    cuts = np.linspace(0, len(path) - 1, 2 if lift else 5).astype(int)  # each with a smaller square
    for a, b in pairwise(cuts):
        piece = np.concatenate([whole[a : b + 2], whole[::-1][a : b + 2][::-1]])
        layer(
            canvas, piece, texture or cloth.ground, material or cloth.material,
            inflate_with=[whole],
            R=half * 2, depth=0.14, edge=2.4, edge_depth=0.7, wrinkle=0.25, lift=lift, dark=dark,
            ripple=0,
        )  # fmt: skip
    if thread and half > 4:
        for side in (1, -1):
            stitch(canvas, offset(path, side * (half - 2.4)), cloth.stitch, 2.6, 1.6, 0.6, 0.55)


def tube(
    canvas: Canvas, path: np.ndarray, half: float, cloth: Cloth, *, lift: float = 3.0,
    dark: float = 1.0, texture: Texture | None = None, material: Material | None = None,
) -> None:  # fmt: skip
    """A rolled handle: round, with the seam of its underside just seen."""
    path = taut(canvas, path)
    layer(
        canvas, ribbon(path, half), texture or cloth.ground, material or cloth.material,
        R=half * 1.2, depth=0.9, edge=half * 0.9, edge_depth=0.9, wrinkle=0.12, lift=lift,
        shadow=0.5, dark=dark, ripple=0,
    )  # fmt: skip
    stitch(canvas, offset(path, half * 0.55), cloth.stitch, 2.2, 1.8, 0.5, 0.4)


def polished(colour: Colour) -> Texture:
    """Metal that mirrors the studio: a bright softbox, a dark floor, a bright wall."""
    linear = rgb(colour)

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, None]:
        phase = 0.33 * (v + 0.6 * u)
        mirror = 0.72 + 0.42 * np.sin(phase) + 0.22 * np.sin(2.3 * phase + 1)
        return (linear * np.clip(mirror, 0.22, 1.5)[..., None]).astype(F32), None

    return texture


def metal(canvas: Canvas, outline: np.ndarray | Sequence[np.ndarray], colour: Colour,
          thick: float = 2.0, lift: float = 1.8) -> None:  # fmt: skip
    """A cast part."""
    layer(
        canvas, outline, polished(colour), METAL, R=max(3.0, thick), depth=0.4, edge=thick,
        edge_depth=0.9, wrinkle=0, lift=lift, shadow=0.55,
    )  # fmt: skip


def zipper(
    canvas: Canvas, path: np.ndarray, colour: Colour, tape: Texture, width: float = 2.6
) -> None:
    """A closed zip along a canvas polyline: tape, teeth across it, the pull hanging at its start."""
    layer(
        canvas, ribbon(path, width + 2.2), tape, NYLON, R=10, depth=0.05, edge=1, wrinkle=0.1,
        lift=0.6, dark=0.5,
    )  # fmt: skip
    steel = rgb(colour)
    stitch(canvas, path, steel * 0.10, 3, 0, width * 1.3, 0.9)
    for row in (-0.42, 0, 0.42):
        stitch(canvas, offset(path, row * width), steel, 0.7, 1.9, 1.1, 0.95)
    (x, y), way = path[2], 1 if path[-1][0] >= path[0][0] else -1
    slider = disc(x + way * 2, y, width * 1.5, 0.85)
    metal(canvas, slider, colour, 1.6, 1.6)
    sway = canvas.rng.uniform(-3, 3)
    tab = spline(
        [(x - 1.6, y + 1, 1), (x + 1.6, y + 1, 1), (x + sway + 2.7, y + 19), (x + sway, y + 22),
         (x + sway - 2.7, y + 19)]
    )  # fmt: skip
    metal(canvas, tab, colour, 1.3, 2.2)


def loop(canvas: Canvas, at: tuple[float, float], colour: Colour, half: float = 10.0,
         tall: float | None = None, wire: float = 2.0) -> None:  # fmt: skip
    """A ring or, when `tall` differs from `half`, an oval one, hanging at a point."""
    path = disc(at[0], at[1], half, (tall or half) / half)
    metal(canvas, ribbon(np.vstack([path, path[:1]]), wire), colour, wire * 0.8)


def clasp(canvas: Canvas, at: tuple[float, float], colour: Colour, size: float = 12.0) -> None:
    """A turn-lock: an oval plate with a raised bar across."""
    x, y = at
    metal(canvas, disc(x, y, size, 0.72), colour, 2.4, 2.4)
    bar = spline([(x - 2.6, y - size * 0.52), (x + 2.6, y - size * 0.52),
                  (x + 2.6, y + size * 0.52),
                  (x - 2.6, y + size * 0.52)])  # fmt: skip
    metal(canvas, bar, colour, 2.0, 2.6)


def frame_buckle(canvas: Canvas, at: tuple[float, float], colour: Colour, half: float = 12.0,
                 tall: float = 13.0, wire: float = 2.3, along: np.ndarray | None = None) -> None:  # fmt: skip
    """A buckle's rounded frame with its prong; `along`: the strap's direction, if not upright."""
    x, y = at
    turn = 0.0 if along is None else np.arctan2(along[1], along[0]) - np.pi / 2
    rotation = np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    path = spline([(x - half, y - tall * 0.7), (x - half * 0.7, y - tall),
                   (x + half * 0.7, y - tall),
                   (x + half, y - tall * 0.7), (x + half, y + tall * 0.7),
                   (x + half * 0.7, y + tall),
                   (x - half * 0.7, y + tall), (x - half, y + tall * 0.7)])  # fmt: skip
    path = (path - at) @ rotation + at
    metal(canvas, ribbon(np.vstack([path, path[:1]]), wire), colour, wire * 0.8, 2.4)
    prong = np.array([(0, 1.0 - tall), (0.3, 0), (0, tall + 1.5)]) @ rotation + at
    metal(canvas, ribbon(prong, 1.5, 1.2), colour, 1.2, 1.6)


def chain(canvas: Canvas, path: np.ndarray, colour: Colour, link: float = 12.0) -> None:
    """Links along a canvas polyline, every other one seen from its edge."""
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
    flat, edgewise = [], []
    for i, s in enumerate(np.arange(2, run[-1] - 4, link * 0.66)):
        a, b = (np.array([np.interp(s + d, run, path[:, k]) for k in (0, 1)]) for d in (0, link))
        along, mid = (b - a) / 2, (a + b) / 2
        across = np.array([-along[1], along[0]]) / (np.hypot(*along) + 1e-6)
        if i % 2:
            edgewise.append(ribbon(np.stack([a, mid, b]), 1.6))
            continue
        t = np.linspace(0, 2 * np.pi, 15)[:, None]
        oval = mid + along * np.cos(t) + across * 4.2 * np.sin(t)
        flat.append(ribbon(oval, 1.35))
    metal(canvas, edgewise, colour, 1.4, 1.6)
    metal(canvas, flat, colour, 1.3, 1.6)


def sag_folds(canvas: Canvas, body: Body, wide: float, tall: float, soft: float) -> list[Fold]:
    """Folds of a soft front: from the handles down, up from the lower corners, a sag across."""
    rng, folds = canvas.rng, []
    for s in (1, -1):
        for x, y, to_x, to_y, height in (
            (0.45, 0.94, rng.uniform(0.5, 0.85), rng.uniform(0.38, 0.6), 3.0),
            (0.47, 0.94, rng.uniform(0.05, 0.3), rng.uniform(0.5, 0.7), 2.2),
            (0.97, 0.06, rng.uniform(0.2, 0.45), rng.uniform(0.22, 0.42), 3.0),
            (0.97, 0.6, rng.uniform(0.4, 0.6), rng.uniform(0.2, 0.36), -1.8),
        ):
            folds.append(
                Fold(body.spot(s * x * wide, y * tall), body.spot(s * to_x * wide, to_y * tall),
                     s * rng.uniform(4, 14), (5, 14), height * rng.uniform(0.7, 1.3) * soft,
                     s * 0.4, 0.3, 0.25)
            )  # fmt: skip
    y = rng.uniform(0.3, 0.5) * tall
    folds.append(
        Fold(body.spot(-0.6 * wide, y), body.spot(0.6 * wide, y + rng.uniform(-20, 20)), 22, (9,
            14),
             -2.0 * soft, 0.3, 0.4, 0.5)
    )  # fmt: skip
    return folds


def standing(
    view_x: float = CX, yaw: float = 18.0, pitch: float = 11.0, foot: float = 570.0
) -> View:
    """The shop's camera before a bag that stands with its foot here."""
    return View(yaw, pitch, view_x, foot)
