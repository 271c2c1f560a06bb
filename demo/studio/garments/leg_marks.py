"""What is learnt of trousers while they are drawn: which leg is which, and the landmarks of both.

Left and right are the wearer's: the wearer's left is the viewer's right, x > CX, `side` 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from demo.studio.canvas import CX, Canvas, Point
from demo.studio.garments.legs import Legs
from demo.studio.garments.marks import mark_both

LEG = {1: "leg_left", -1: "leg_right"}
"""side -> part"""


def each_leg(canvas: Canvas, first: int = -1) -> Iterator[int]:
    """The side of either leg, `first` and the other; what the loop's body draws belongs to that leg."""
    for side in (first, -first):
        with canvas.part(LEG[side]):
            yield side


def mark_seat(canvas: Canvas, legs: Legs) -> None:
    """Where the waist's upper edge ends, the widest hip, and the crotch."""
    low = legs.top + 0.72 * (legs.crotch - legs.top)
    mark_both(canvas, "waist", (CX + legs.waist + 1, legs.top))
    mark_both(canvas, "hip", (CX + legs.hip, low))
    canvas.mark("crotch", (CX, legs.crotch))


def mark_leg(canvas: Canvas, legs: Legs, side: int) -> None:
    """Knee and hem of one leg, within its part; a cuff that is marked already stays."""
    whose = "left" if side == 1 else "right"
    if not legs.is_short:
        middle, y = float(legs.centre(legs.knee_y)), legs.knee_y
        canvas.mark(f"knee_outer_{whose}", (CX + side * (middle + legs.knee), y))
        canvas.mark(f"knee_inner_{whose}", (CX + side * max(middle - legs.knee, 1.5), y))
    if f"cuff_outer_{whose}" not in canvas.landmarks:
        inner, *_, outer = legs.hem_line(side, 0)
        mark_ankle(canvas, side, tuple(inner), tuple(outer))


def mark_ankle(canvas: Canvas, side: int, inner: Point, outer: Point) -> None:
    """The ends of a leg's lower edge, within its part."""
    whose = "left" if side == 1 else "right"
    canvas.mark(f"cuff_inner_{whose}", inner)
    canvas.mark(f"cuff_outer_{whose}", outer)
