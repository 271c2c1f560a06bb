"""Sheets of one garment bent together, in steps, and drawn anew once. Knows no body and no photo.

Bends are found on a grid of half the frame's size and only then applied to the pictures: however many
steps there are, each picture is sampled once.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.fitting.figures import SIZE
from demo.fitting.filling import shrunk, spread
from demo.fitting.warp import Worn
from demo.studio.canvas import F32

GRID = 2
"""pixels of the frame between the points of the grid"""
GRID_SIZE = (SIZE[0] // GRID, SIZE[1] // GRID)
rows = np.arange(0, SIZE[1], GRID, dtype=F32)[:, None]
"""y of the grid's points, pixels of the frame, [640, 1]"""
columns = np.arange(0, SIZE[0], GRID, dtype=F32)[None]
"""x of the grid's points, pixels of the frame, [1, 320]"""
BEND = 6.0
"""pixels over which neighbouring points are moved alike"""
FOLD = 0.2
"""how much darker cloth is deep in a fold that no sheet covers"""
MARGIN = 24
"""points of the grid that a bent sheet may reach beyond where it was"""
_x, _y = np.meshgrid(np.arange(GRID_SIZE[0], dtype=F32), np.arange(GRID_SIZE[1], dtype=F32))


class Bending:
    """The sheets of a garment while they are bent."""

    def __init__(self, layer: Worn) -> None:
        self._layer = layer
        self.covers = {n: s[::GRID, ::GRID, 3].copy() for n, s in layer.sheets.items()}
        """sheet -> its coverage so far, [640, 320]"""
        self._shifts: dict[str, np.ndarray] = {}
        self._target: np.ndarray | None = None

    def cover(self) -> np.ndarray:
        """What all sheets but the inner back cover so far, bool [640, 320]."""
        return np.max([c for n, c in self.covers.items() if n != "inside"], 0) > 0.5

    def move(self, shift: np.ndarray, sheets: Sequence[str], landmarks: Sequence[str]) -> None:
        """Let each point of some sheets come from `shift`, pixels of the frame [640, 320, 2], further.

        Landmarks go with them.
        """
        for name in landmarks:
            first = np.array(self._layer.landmarks[name])
            at = first
            for _ in range(4):
                x, y = (
                    int(np.clip(round(k / GRID), 0, n - 1))
                    for k, n in zip(at, GRID_SIZE, strict=True)
                )
                at = first - shift[y, x]
            self._layer.landmarks[name] = (float(at[0]), float(at[1]))
        x, y = _x + shift[..., 0] / GRID, _y + shift[..., 1] / GRID
        for name in sheets:
            self.covers[name] = cv2.remap(self.covers[name], x, y, cv2.INTER_LINEAR)
            earlier = self._shifts.get(name)
            self._shifts[name] = shift
            if earlier is not None:
                before = cv2.remap(earlier, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
                self._shifts[name] = shift + before

    def reach(self, target: np.ndarray) -> None:
        """Bend all sheets so that together they cover the target, bool [640, 320], and nothing else."""
        cover = self.cover()
        if (target == cover).all() or not target.any():
            return
        firm = shrunk(cover, 1)
        x, y = _nearest(firm & ~shrunk(firm, 1))
        shift = GRID * np.dstack([x - _x, y - _y, np.zeros_like(_x)])
        rim = target & ~shrunk(target, 1)
        x, y = _nearest(rim)  # beyond the target all goes with its edge
        known = rim | ~target
        shift = np.where(known[..., None], shift[y, x], 0)
        shift = cv2.GaussianBlur(spread(shift, known), (0, 0), BEND / GRID)[..., :2]
        self.move(shift, list(self.covers), list(self._layer.landmarks))
        self._target = target

    def draw(self) -> None:
        """Put the bent sheets in the garment's place."""
        if not self._shifts:
            return
        box = self._box()
        y0, x0 = box[0].start, box[1].start
        height, width = box[0].stop - y0, box[1].stop - x0
        fine = np.array([[GRID, 0, -x0], [0, GRID, -y0]], F32)

        def at_pixels(values: np.ndarray) -> np.ndarray:
            return cv2.warpAffine(values, fine, (width, height), borderMode=cv2.BORDER_REPLICATE)

        x, y = np.arange(width, dtype=F32)[None], np.arange(height, dtype=F32)[:, None]
        edge = None
        if self._target is not None:
            edge = at_pixels(cv2.GaussianBlur(self._target.astype(F32), (0, 0), 1.0))
            edge = np.clip((edge - 0.5) * 2.4 + 0.5, 0, 1)
        drawn, last = {}, (None, None)
        for name, shift in self._shifts.items():
            if shift is not last[0]:
                both = at_pixels(shift)
                last = (shift, (x + both[..., 0], y + both[..., 1]))
            sheet = self._layer.sheets[name]
            drawn[name] = cv2.remap(sheet[box], *last[1], cv2.INTER_LINEAR)
            if edge is not None and name != "inside":
                drawn[name] *= edge[..., None]
        if edge is not None:
            drawn[""] = _closed(drawn, edge)
        for name, part in drawn.items():  # a sheet may be shared with what remembers it
            self._layer.sheets[name] = np.zeros((SIZE[1], SIZE[0], 4), F32)
            self._layer.sheets[name][box] = part

    def _box(self) -> tuple[slice, slice]:
        """The rows and columns of the frame that hold the sheets, bent or not."""
        own = np.max([*self.covers.values()], 0) > 0
        for sheet in self._layer.sheets.values():
            own |= sheet[::GRID, ::GRID, 3] > 0
        held = np.flatnonzero(own.any(1)), np.flatnonzero(own.any(0))
        return tuple(
            slice(GRID * max(0, int(k[0]) - MARGIN), GRID * min(n, int(k[-1]) + 1 + MARGIN))
            for k, n in zip(held, GRID_SIZE[::-1], strict=True)
        )


def _nearest(places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """x and y of the nearest of some places, bool [h, w], seen from every point, int [h, w]."""
    _, label = cv2.distanceTransformWithLabels(
        (~places).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    down, right = np.nonzero(places)
    x, y = np.zeros((2, label.max() + 1), np.int32)
    x[label[down, right]], y[label[down, right]] = right, down
    return x[label], y[label]


def mirrored(picture: np.ndarray, known: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The picture [h, w, 3] with its pattern, mirrored at the edge of what is `known`, where it is `wanted`.

    Both bool [h, w]; where what is mirrored is not known either, colours are spread smoothly.
    """
    smooth = spread(picture, known)
    if not known.any():
        return smooth
    nearest = np.dstack(_nearest(known)).astype(F32)
    x, y = cv2.split(cv2.blur(nearest, (5, 5)))  # evened out where two edges are equally near
    own_y, own_x = np.mgrid[0 : known.shape[0], 0 : known.shape[1]].astype(F32)
    x, y = 2 * x - own_x, 2 * y - own_y
    sheet = cv2.remap(
        np.dstack([picture * known[..., None], known]).astype(F32), x, y, cv2.INTER_LINEAR
    )
    share = sheet[..., 3:] * wanted[..., None]
    return smooth * (1 - share) + sheet[..., :3] * wanted[..., None]


def _closed(sheets: dict[str, np.ndarray], edge: np.ndarray) -> np.ndarray:
    """The main sheet with what no sheet covers inside an edge, 0..1 [h, w], closed in the cloth's colour."""
    outer = {n: s for n, s in sheets.items() if n != "inside"}
    through = np.prod([1 - s[..., 3] for s in outer.values()], 0)
    gap = np.clip(edge - 1 + through, 0, 1)
    wide = gap > 0.2
    if not wide.any():
        return sheets[""]
    total = sum(outer.values())
    colour = mirrored(total[..., :3] / np.maximum(total[..., 3:], 1e-3), total[..., 3] > 0.9, wide)
    deep = cv2.distanceTransform(wide.astype(np.uint8), cv2.DIST_L2, 3)
    colour = colour * (1 - FOLD * np.clip(deep / 5, 0, 1))[..., None]
    own = 1 - sheets[""][..., 3]
    share = np.minimum(gap * own / np.maximum(through, 0.1), own)
    return sheets[""] + np.dstack([colour, np.ones_like(gap)]) * share[..., None]
