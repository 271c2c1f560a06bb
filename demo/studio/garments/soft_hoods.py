"""The hoods of hoodies: standing or lying back, in sweatshirt cloth. Knows the cut, not the body.

Puffers and parkas wear the stiffer ones of `hoods`.
"""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, Point, flip, offset, ribbon, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold, mirror_folds
from demo.studio.garments.cut import Cut
from demo.studio.garments.marks import draws, see_through
from demo.studio.garments.necklines import along
from demo.studio.light import Texture, layer
from demo.studio.trims import drawstring, eyelet, label, stitch


def closed(right: list[Point]) -> list[Point]:
    """A right half, top to bottom and both ends on the centre line, with its mirror image."""
    return [*right, *flip(right[1:-1])[::-1]]


def rim_of(opening: list[Point]) -> np.ndarray:
    """The edge of a hood's opening as one line, throat to throat over the top."""
    return spline([*opening[::-1], *flip(opening)[1:]], closed=False)


@draws("inside")
def inside_of_hood(
    canvas: Canvas, cut: Cut, cloth: Cloth, opening: list[Point], lining: Texture, top: float
) -> None:
    """What is seen through the opening: lining in the hood's shade, neck tape, label."""
    n, y, k = cut.neck, cut.neck_y, cut.unit
    low = opening[-1][1]

    def gloom(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        deep = smoothstep(top, y - 4 * k, py) * (1 - 0.5 * smoothstep(y + 6 * k, low, py))
        side = np.clip(np.abs(px - CX) / n, 0, 1) ** 2
        return np.clip(0.98 - 0.46 * deep - 0.26 * side, 0.22, 1)

    seams = [
        (spline([(CX + s * 12 * k, top - 4), (CX + s * 15 * k, y - 30 * k), (CX + s * 13 * k, y)],
                closed=False), 1.5, 1.2)
        for s in (1, -1)
    ]  # fmt: skip
    rng = canvas.rng
    folds = [
        Fold((CX + s * n * 0.9, top + 34 * k + rng.uniform(-8, 8)),
             (CX + s * 14 * k, y - 6 * k + rng.uniform(-8, 8)), s * 6, (4, 6), -2.0, 0.2, 0.1, 0.5)
        for s in (1, -1)
    ]  # fmt: skip
    layer(
        canvas, closed(opening), lining, cloth.material, R=40, depth=-0.55, edge=3, folds=folds,
        wrinkle=0.7, lift=0, dark=0.60, occlusion=gloom, seams=seams,
        uv=lambda px, py: (CX - px + 31, py - 83),
    )  # fmt: skip
    across = min(n * 0.86, 40 * k)
    tape = spline(
        [(CX - across, y + 2 * k), (CX, y + 9 * k), (CX + across, y + 2 * k)], closed=False
    )
    layer(canvas, ribbon(tape, 2.6 * k), cloth.solid, cloth.material, R=6, depth=0.2, edge=1.5,
          wrinkle=0.1, lift=1, dark=0.5)  # fmt: skip
    label(canvas, CX, y + 9 * k, 24 * k, 13 * k, dark=0.5)


@draws("hood")
def hood_up(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, lining: Texture, *,
    tall: float = 1.0, throat: float = 44.0, crossed: bool = True,
) -> np.ndarray:  # fmt: skip
    """A standing hood, one cloth from crown to throat. Returns the line of its opening.

    tall: factor on its height; throat: how deep its edges meet; crossed: they overlap.
    """
    n, y, k, rng = cut.neck, cut.neck_y, cut.unit, canvas.rng
    top = y - 84 * k * tall
    lean = rng.uniform(-4, 4, 6)
    low = y + max(throat + 13, 57) * k
    shell = [
        (CX + lean[0], top + 2), (CX + n * 0.40 + lean[1], top + 1), (CX + n * 0.92, top + 15 * k),
        (CX + n + 20 * k, y - 44 * k + lean[2]), (CX + n + 27 * k, y - 16 * k + lean[3]),
        (CX + n + 24 * k, y + 12 * k), (CX + n + 4 * k, y + 34 * k), (CX + n * 0.46, y + 50 * k),
        (CX, low),
    ]  # fmt: skip
    opening = [
        (CX + lean[4], top + 19 * k), (CX + n * 0.48, top + 22 * k), (CX + n * 0.84, y - 46 * k),
        (CX + n * 0.94, y - 18 * k), (CX + n * 0.78, y + 10 * k), (CX + n * 0.40, y + 31 * k),
        (CX + 3, y + throat * k, 1),
    ]  # fmt: skip
    drapes = [
        Fold((CX + n + 24 * k, y - 30 * k + lean[5]), (CX + n * 0.42, y + 42 * k), -10 * k,
             (6, 8), 3.2, 0.35, 0.15, 0.35),
        Fold((CX + n + 28 * k, y + 1 * k), (CX + n * 0.66, y + 40 * k), -6 * k, (4, 6), 2.6, 0.3,
             0.1, 0.4),
        Fold((CX + n * 0.7, top + 8 * k), (CX + n + 18 * k, y - 26 * k), -9 * k, (6, 7), 2.2, -0.2,
             0.2, 0.5),
        Fold((CX + n + 6 * k, y - 60 * k), (CX + n + 14 * k, y + 6 * k), 5 * k, (3, 5), -1.8, 0.2,
             0.3, 0.5),
    ]  # fmt: skip
    twin = [
        Fold((f.start[0] + rng.uniform(-6, 6), f.start[1] + rng.uniform(-7, 7)), f.end, f.bend,
             f.width, f.height * rng.uniform(0.6, 1.2), f.skew, f.fade_in, f.fade_out)
        for f in mirror_folds(drapes)
    ]  # fmt: skip
    crown = spline([(CX + lean[0], top - 3), (CX + lean[4] * 0.8, top + 20 * k)], closed=False)
    seams = [(crown + [s * 9 * k, 0], 1.5, 1.3) for s in (1, -1)]
    if crossed:  # the left edge runs on below the right one
        edge = spline([(CX + 3, y + throat * k - 2), (CX - 9 * k, low + 2)], closed=False)
        seams.append((edge, 2.4, 2.6))
    layer(
        canvas, closed(shell), texture, cloth.material, R=40, depth=0.45, edge=9, edge_depth=0.7,
        folds=[*drapes, *twin], fold_gain=1.35, wrinkle=1.0, lift=4.5, shadow=0.5, seams=seams,
        uv=lambda px, py: (px - CX, py - y),
    )  # fmt: skip
    see_through(canvas, closed(opening))
    inside_of_hood(canvas, cut, cloth, opening, lining, top + 18 * k)
    canvas.mark("collar", opening[-1])
    line = rim_of(opening)
    hem(canvas, line, cloth, texture, 6.2 * k)
    return line


@draws("hood")
def hood_down(
    canvas: Canvas, cut: Cut, cloth: Cloth, texture: Texture, lining: Texture, throat: float = 58.0
) -> np.ndarray:
    """A hood that has fallen back: a slack bag behind the neck, its edges a cowl in front."""
    n, y, k, rng = cut.neck, cut.neck_y, cut.unit, canvas.rng
    sag = rng.uniform(-5, 5, 3)
    tip = rng.uniform(-14, 14)
    bag = [
        (CX + tip, y - 64 * k), (CX + n * 0.62 + tip * 0.5, y - 57 * k + sag[0]),
        (CX + n + 10 * k, y - 37 * k), (CX + n + 33 * k, y - 8 * k + sag[2]),
        (CX + n + 22 * k, y + 20 * k), (CX, y + 40 * k),
    ]  # fmt: skip
    slack = [
        Fold((CX + n + 26 * k, y - 16 * k), (CX - n * 0.1, y - 36 * k + sag[1]), 9, (5, 8), 4.2,
             0.3, 0.1, 0.5),
        Fold((CX - n - 24 * k, y - 10 * k), (CX + n * 0.2, y - 28 * k), -8, (5, 8), 3.8, 0.3, 0.1,
             0.5),
        Fold((CX - n - 8 * k, y - 34 * k), (CX + n * 0.3 + tip, y - 50 * k), -5, (4, 6), 2.8),
        Fold((CX + tip, y - 62 * k), (CX + tip * 0.3, y - 24 * k), 4, (3, 5), -2.6, 0.2, 0.05, 0.4),
    ]  # fmt: skip
    with canvas.part("inside"):
        layer(
            canvas, closed(bag), texture, cloth.material, R=28, depth=0.6, edge=10, folds=slack,
            wrinkle=0.9, lift=2, dark=0.93, uv=lambda px, py: (px - CX, py - y),
        )  # fmt: skip
    cowl = [
        (CX, y - 30 * k), (CX + n * 0.66, y - 28 * k), (CX + n + 9 * k, y - 12 * k),
        (CX + n + 20 * k, y + 8 * k), (CX + n + 5 * k, y + 36 * k), (CX + n * 0.5, y + 56 * k),
        (CX, y + (throat + 13) * k),
    ]  # fmt: skip
    opening = [
        (CX, y - 16 * k), (CX + n * 0.55, y - 13 * k), (CX + n * 0.80, y + 3 * k),
        (CX + n * 0.60, y + 26 * k), (CX + n * 0.28, y + 44 * k), (CX + 2, y + throat * k, 1),
    ]  # fmt: skip
    drapes = [
        Fold((CX + n + 14 * k, y - 8 * k), (CX + n * 0.34, y + 52 * k), -11 * k, (5, 7), 3.2, 0.3,
             0.15, 0.35),
        Fold((CX + n + 20 * k, y + 14 * k), (CX + n * 0.5, y + 54 * k), -6 * k, (4, 5), 2.4),
    ]  # fmt: skip
    edge = spline([(CX + 2, y + throat * k - 2), (CX - 9 * k, y + (throat + 14) * k)], closed=False)
    layer(
        canvas, closed(cowl), texture, cloth.material, R=26, depth=0.6, edge=9,
        folds=[*drapes, *mirror_folds(drapes)], wrinkle=0.8, lift=4, shadow=0.5,
        seams=[(edge, 2.4, 2.4)], uv=lambda px, py: (px - CX, py - y),
    )  # fmt: skip
    see_through(canvas, closed(opening))
    inside_of_hood(canvas, cut, cloth, opening, lining, y - 22 * k)
    canvas.mark("collar", opening[-1])
    line = rim_of(opening)
    hem(canvas, line, cloth, texture, 5.6 * k)
    return line


@draws("hood")
def hem(canvas: Canvas, line: np.ndarray, cloth: Cloth, texture: Texture, half: float) -> None:
    """The tunnel for the cord along a hood's opening, sewn down beside it."""
    middle = offset(line, -half * 0.75)
    inner = middle if abs(middle[:, 0] - CX).max() > abs(line[:, 0] - CX).max() else offset(
        line, half * 0.75
    )  # fmt: skip
    layer(
        canvas, ribbon(inner, half), texture, cloth.material, R=half, depth=0.16, edge=2.2,
        wrinkle=0.5, lift=1.2, shadow=0.3, uv=along(canvas, inner),
    )  # fmt: skip
    sewn = inner + (inner - line) / (np.linalg.norm(inner - line, axis=1, keepdims=True) + 1e-6) * (
        half * 0.9
    )
    stitch(canvas, sewn, cloth.stitch, strength=0.45)


@draws("hood")
def cords(canvas: Canvas, cut: Cut, cloth: Cloth, throat: float = 44.0, pale: bool = True) -> None:
    """Two cords from eyelets at the throat."""
    y, k, rng = cut.neck_y, cut.unit, canvas.rng
    colour = "#ebe7de" if pale else np.clip(cloth.colour * 1.1 + 0.01, 0, 1)
    for side in (-1, 1):
        x, start = CX + side * 19 * k, y + (throat - 5) * k
        end = start + rng.uniform(58, 100) * k
        drawstring(
            canvas,
            [(x, start), (x + side * 2, start + 26 * k),
             (x + rng.uniform(-5, 5), (start + end) / 2 + 12),
             (x + side * 3 + rng.uniform(-5, 5), end)],
            colour, tip="#c4c6c9" if canvas.seed % 2 else None,
        )  # fmt: skip
        eyelet(canvas, x, start, 3.0 * k, cloth.metal)
