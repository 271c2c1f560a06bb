"""A garment on a body as the canvas needs it: a window over the figure, a fast map for each part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.catalog.shapes import KIND_OF
from demo.studio.canvas import Canvas, H, W
from demo.studio.design import Colourway
from demo.studio.worn.body import Body
from demo.studio.worn.laid import Laid
from demo.studio.worn.legs import lay_legs
from demo.studio.worn.plane import Lattice, Map
from demo.studio.worn.trunk import lay_skirt, lay_upper


@dataclass(frozen=True)
class Window:
    """How the canvas lies over the figure's picture: pixels = corner + scale * world units."""

    scale: float
    corner: tuple[float, float]


class Fit:
    """One garment on one body: a `Wearer` for the canvas, and the window it is drawn in."""

    apart = frozenset({"inside", "sleeve_left", "sleeve_right"})

    def __init__(
        self, window: Window, maps: dict[str, Map], nears: dict[str, Map] | None = None
    ) -> None:
        """maps: part -> worn positions to flat ones, in world units; "" for all other parts.

        nears: part -> 1 at positions where it can be at all, 0 elsewhere.
        """
        self.window = window
        self._lattices = {
            part: Lattice(back, (nears or {}).get(part)) for part, back in maps.items()
        }

    def onto(self, points: np.ndarray, part: str) -> np.ndarray:
        return self._of(part).onto(points)

    def back(self, x: np.ndarray, y: np.ndarray, part: str) -> tuple[np.ndarray, np.ndarray]:
        return self._of(part).back(x, y)

    def near(self, x: np.ndarray, y: np.ndarray, part: str) -> np.ndarray | float:
        return self._of(part).near(x, y)

    def _of(self, part: str) -> Lattice:
        return self._lattices.get(part) or self._lattices[""]


def fit(colourway: Colourway, flat: Canvas, body: Body) -> Fit:
    """The garment that `flat` shows, on the body. Tops, dresses, skirts and trousers only."""
    kind = KIND_OF[colourway.category]
    lay = {"legs": lay_legs, "skirt": lay_skirt, "upper": lay_upper}[kind]
    laid = lay(colourway, flat, body)
    window = _window(laid)
    return Fit(
        window,
        {part: _in_units(back, window) for part, back in laid.maps.items()},
        {part: _in_units(near, window) for part, near in laid.nears.items()},
    )


def _window(laid: Laid) -> Window:
    """A window in which all that is worn fits, at the flat drawing's scale or smaller."""
    low, high = np.min(laid.reach, 0), np.max(laid.reach, 0)
    size = (high - low + 60) / [W - 8, H - 8]
    scale = max(laid.scale, float(size.max()))
    middle = (low + high) / 2
    return Window(scale, (float(middle[0] - scale * W / 2), float(middle[1] - scale * H / 2)))


def _in_units(back: Map, window: Window) -> Map:
    """A map from pixels, taken from world units of the window."""
    return lambda points: back(np.asarray(points) * window.scale + window.corner)
