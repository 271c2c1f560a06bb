"""What is learnt of an upper garment while it is drawn: its parts and its landmarks. Draws nothing.

Left and right are the wearer's: the wearer's left is the viewer's right, x > CX, `side` 1.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import numpy as np

from demo.studio.canvas import CX, Canvas, Outline, Point, S, as_polylines, flip
from demo.studio.garments.cut import Cut

SLEEVE = {1: "sleeve_left", -1: "sleeve_right"}
"""side -> part"""

P = ParamSpec("P")
R = TypeVar("R")
Drawing = Callable[Concatenate[Canvas, P], R]


def draws(part: str) -> Callable[[Drawing[P, R]], Drawing[P, R]]:
    """Decorates a function whose first argument is the canvas: all it draws belongs to `part`."""

    def decorate(draw: Drawing[P, R]) -> Drawing[P, R]:
        @wraps(draw)
        def drawn(canvas: Canvas, *args: P.args, **kwargs: P.kwargs) -> R:
            with canvas.part(part):
                return draw(canvas, *args, **kwargs)

        return drawn

    return decorate


def see_through(canvas: Canvas, outline: Outline) -> None:
    """Cut a hole into what is drawn in front, for what lies behind the wearer's head or neck.

    The inside is drawn over it next; only on a wearer does anything come between the two.
    """
    if canvas.wearer is None:
        return
    outlines = as_polylines(outline)
    box = canvas.box(outlines)
    if box is None:
        return
    x0, y0, x1, y1 = box
    area = np.s_[y0 * S : y1 * S, x0 * S : x1 * S]
    keep = 1 - canvas.mask(outlines, box)
    canvas.rgb[area] *= keep[..., None]
    canvas.alpha[area] *= keep
    canvas.parts[area][keep < 0.5] = 0


# ---- landmarks ---------------------------------------------------------------------------------


def mark_both(canvas: Canvas, name: str, point: Point) -> None:
    """A point of the wearer's left, and its mirror image."""
    canvas.mark(f"{name}_left", point)
    canvas.mark(f"{name}_right", flip([point])[0])


def mark_hem(canvas: Canvas, end: Point, middle: Point) -> None:
    """The hem's left end, its mirror image, and its middle."""
    mark_both(canvas, "hem", end)
    canvas.mark("hem", middle)


def mark_shoulders(canvas: Canvas, cut: Cut) -> None:
    """Where the neckline meets the shoulders, and where the sleeves are set in."""
    mark_both(canvas, "neck", (CX + cut.neck, cut.neck_y))
    mark_both(canvas, "shoulder", (CX + cut.shoulder, cut.shoulder_y))


def mark_trunk(canvas: Canvas, cut: Cut, shape: np.ndarray, low: float) -> None:
    """Armpits, and the contour of the front's outline `shape` at the waist of the body.

    low: where the side ends; a garment that ends above the waist has none.
    """
    mark_both(canvas, "armpit", (CX + cut.chest, cut.armpit_y))
    y = cut.neck_y + cut.back
    if y > low - 4:
        return
    a, b = shape, np.roll(shape, -1, 0)
    cross = ((a[:, 1] <= y) != (b[:, 1] <= y)) & (np.abs(a[:, 0] - CX) > 0.4 * cut.waist)
    if not cross.any():
        return
    share = (y - a[cross, 1]) / (b[cross, 1] - a[cross, 1])
    x = a[cross, 0] + share * (b[cross, 0] - a[cross, 0])
    canvas.mark("waist_left", (float(x.max()), y))
    canvas.mark("waist_right", (float(x.min()), y))


def mark_elbow(canvas: Canvas, side: int, at: Point) -> None:
    """On a sleeve's centre line; `at` lies where it is drawn."""
    canvas.mark("elbow_left" if side == 1 else "elbow_right", at)


def mark_cuff(canvas: Canvas, outer: np.ndarray, inner: np.ndarray, again: bool = True) -> None:
    """The ends of a sleeve's edge where it is drawn; not `again`: unless a cuff is known already."""
    side = "left" if outer[0] > CX else "right"
    if again or f"cuff_outer_{side}" not in canvas.landmarks:
        canvas.mark(f"cuff_outer_{side}", tuple(outer))
        canvas.mark(f"cuff_inner_{side}", tuple(inner))
