"""Gathers the bags' drawing functions and measures what they drew. Knows no bag."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from demo.catalog.shapes import PARTS
from demo.studio.canvas import Canvas, S
from demo.studio.design import Colourway
from demo.studio.garments.backpacks import backpack
from demo.studio.garments.crossbodies import crossbody
from demo.studio.garments.handbags import handbag
from demo.studio.garments.totes import tote


def measured(draw: Callable[[Canvas, Colourway], None]) -> Callable[[Canvas, Colourway], None]:
    """Decorates the drawing of a bag: what is no strap is the bag, whose ends are marked after it."""

    def drawn(canvas: Canvas, colourway: Colourway) -> None:
        with canvas.part("bag"):
            draw(canvas, colourway)
        canvas.landmarks |= ends_of(canvas)

    return drawn


def ends_of(canvas: Canvas) -> dict[str, tuple[float, float]]:
    """The bag's box, the strap's highest point, and where it first meets the bag on either side.

    Of several straps the one that reaches highest counts, unless it ends on one side only.
    """
    bag, strap = (
        ((canvas.parts == PARTS.index(name)) & (canvas.alpha > 0.5)).astype(np.uint8)
        for name in ("bag", "strap")
    )
    y, x = np.nonzero(bag)
    ys, xs = np.nonzero(strap)
    found = {
        "bag_left": (x.max(), np.median(y[x == x.max()])),
        "bag_right": (x.min(), np.median(y[x == x.min()])),
        "bag_top": (np.median(x[y == y.min()]), y.min()),
        "bag_bottom": (np.median(x[y == y.max()]), y.max()),
        "strap_top": (np.median(xs[ys == ys.min()]), ys.min()),
    }
    touching = strap & cv2.dilate(bag, np.ones((5, 5), np.uint8))
    _, piece = cv2.connectedComponents(strap)
    own_ends = touching & (piece == piece[ys[0], xs[0]])
    y, x = np.nonzero(own_ends if np.ptp(np.nonzero(own_ends)[1]) > 40 * S else touching)
    for name, own in (("strap_left", x > x.mean()), ("strap_right", x <= x.mean())):
        first = own & (y < y[own].min() + 4 * S)
        found[name] = (x[first].mean(), y[first].mean())
    return {name: (float(at[0]) / S, float(at[1]) / S) for name, at in found.items()}


BAGS: dict[str, Callable[[Canvas, Colourway], None]] = {
    "tote": tote,
    "handbag": handbag,
    "backpack": backpack,
    "crossbody": crossbody,
}
DRAW = {name: measured(draw) for name, draw in BAGS.items()}
