"""What is learnt of a dress while it is drawn: bodice and sleeve landmarks, where its skirt begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING

import numpy as np

from demo.catalog.shapes import PARTS
from demo.studio.canvas import CX, Canvas, H, S, spline
from demo.studio.design import Colourway
from demo.studio.garments.marks import SLEEVE, mark_both, mark_cuff, mark_elbow

if TYPE_CHECKING:
    from demo.studio.garments.bodice import Bodice

WAIST_BELOW = 170.0
"""from the top of a bodice down to the waist of the body, wherever the dress is drawn in"""


def mark_bodice(canvas: Canvas, shape: Bodice) -> None:
    """Neck, shoulders, armpits, and the waist unless the skirt begins above it."""
    edge, top = shape.edge(), shape.top
    canvas.mark("collar", edge[0])
    mark_both(canvas, "armpit", (CX + shape.bust, shape.armpit))
    if shape.neckline == "strappy":
        mark_both(canvas, "shoulder", (CX + 42, top + 12))
    elif shape.neckline == "halter":
        mark_both(canvas, "neck", edge[2])
        mark_both(canvas, "shoulder", edge[3])
    elif shape.neckline not in ("off-shoulder", "strapless"):
        after = [p[:2] for p in edge].index((CX + shape.neck[0], top))
        mark_both(canvas, "neck", edge[after])
        mark_both(canvas, "shoulder", edge[after + 2])
    y = min(shape.waist_y, top + WAIST_BELOW)
    if y > top + WAIST_BELOW - 12:
        side = spline([edge[-1], *shape.side()], False)
        mark_both(canvas, "waist", (float(np.interp(y, side[:, 1], side[:, 0])), y))


def each_arm(canvas: Canvas) -> Iterator[int]:
    """The side of either arm, 1 and -1; what is drawn in the loop's body belongs to that sleeve."""
    for side in (1, -1):
        with canvas.part(SLEEVE[side]):
            yield side


def mark_sleeve(
    canvas: Canvas, shape: Bodice, side: int, line: np.ndarray, outer: np.ndarray, inner: np.ndarray
) -> None:
    """The ends of one sleeve's edge and, on its centre line, a long one's elbow."""
    mark_cuff(canvas, outer, inner)
    if shape.sleeve != "short":
        mark_elbow(canvas, side, line[np.argmin(np.abs(line[:, 1] - shape.top - 146))])


def divided(draw: Callable[[Canvas, Colourway], None]) -> Callable[[Canvas, Colourway], None]:
    """Decorates the drawing of a dress: of what is cut in one, all below the waist is its skirt."""

    @wraps(draw)
    def drawn(canvas: Canvas, colourway: Colourway) -> None:
        draw(canvas, colourway)
        (x0, y0), (x1, y1) = canvas.landmarks["waist_right"], canvas.landmarks["waist_left"]
        x = np.arange(canvas.parts.shape[1]) / S
        waist = y0 + (x - x0) * (y1 - y0) / (x1 - x0)
        below = np.arange(H * S)[:, None] / S > waist
        canvas.parts[below & (canvas.parts == PARTS.index("body"))] = PARTS.index("skirt")

    return drawn
