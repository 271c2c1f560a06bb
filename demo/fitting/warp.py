"""A product's picture bent to a body: the real texture, moved part by part. Knows no photo.

The studio's maps of the plane (trunk, sleeves, legs) say which point of the flat garment each point of
the worn one is; here they read the product's own picture instead of drawing it again.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.fitting.figures import SIZE
from demo.fitting.filling import spread
from demo.fitting.garments import UNIT, Garment
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, Body
from demo.studio.worn.laid import Laid
from demo.studio.worn.legs import lay_legs
from demo.studio.worn.plane import Map
from demo.studio.worn.trunk import lay_skirt, lay_upper

BAND = 20
"""pixels of the frame below trousers' upper edge from which slits between their legs are closed"""
STEP = 6
"""pixels between the points at which a map is computed; between them it is interpolated"""
TRUNK = ("body", "collar", "hood", "waistband", "skirt")
SLEEVES = tuple(f"sleeve_{side}" for side in SIDES)
OFF = 8
"""pixels that cloth stands off a shoulder"""
SHADE = 0.72
"""how light the cloth is in the fold between a sleeve and the trunk"""
HIDDEN = 16
"""pixels of the flat picture that a sleeve goes on behind the trunk"""

COLLAR, HOOD = 1.5, 2.6
"""how far beside the neck's middle a collar and a hood may stand up, in half-widths of the neck"""


@dataclass(frozen=True)
class Worn:
    """One garment on a body: its sheets as premultiplied float pictures [h, w, 4], 0..1."""

    garment: Garment
    sheets: dict[str, np.ndarray]
    """"" for what lies on the body; "inside" behind it; "sleeve_left" and "sleeve_right" on the arms,
    behind the trunk; "sleeve_left_over" and "sleeve_right_over" what is seen before it"""
    landmarks: dict[str, tuple[float, float]]
    """name -> where it lies, pixels of the body's frame"""

    @property
    def is_sleeved(self) -> bool:
        return "sleeve_left" in self.sheets

    @property
    def kind(self) -> str:
        return self.garment.kind

    @property
    def category(self) -> str:
        return self.garment.category

    def cover(self, own: str = "") -> np.ndarray:
        """Coverage of one sheet, [h, w]."""
        return self.sheets[own][..., 3]

    def covered(self) -> np.ndarray:
        """Where the sheet that lies on the body covers, bool [h, w]."""
        return self.cover() > 0.5

    def keep(self, name: str, where: np.ndarray) -> None:
        """Take away what of a sheet lies elsewhere; where: bool [h, w], its edge becomes soft."""
        self.sheets[name] = (
            self.sheets[name] * cv2.GaussianBlur(where.astype(F32), (0, 0), 0.8)[..., None]
        )


def put_on(garment: Garment, body: Body) -> Worn:
    """The garment's picture on the body. Tops, dresses, skirts and trousers only."""
    laid = _lay(garment, body)
    box = _box(laid)
    wide = HOOD if garment.has("hood") else COLLAR
    near = _near_shoulders(body, wide) if garment.kind == "upper" else _between_sides(laid)
    trunk = _Bent(laid.maps[""], box, near)
    sheets = {}
    if garment.has("inside"):
        sheets["inside"] = trunk.seen(garment.sheet(("inside",), TRUNK))
    if garment.kind == "legs":
        sheets[""] = _legs(garment, laid, trunk)
    else:
        sheets[""] = trunk.seen(garment.sheet(TRUNK, SLEEVES))
    for side in SIDES:
        name = f"sleeve_{side}"
        if name in laid.maps and garment.has(name):
            bent = _Bent(laid.maps[name], _around(body, side), laid.nears[name])
            deep = garment.sheet((name,), ("body", "skirt", "waistband", "collar"), HIDDEN,
                                 f"armpit_{side}")  # fmt: skip
            sheets[name] = bent.seen(deep)
            sheets[f"{name}_over"] = bent.seen(garment.sheet((name,)))
    places = _places(garment, laid)
    if garment.kind == "legs":  # its legs are apart below the crotch only
        waist = max(places[f"waist_{side}"][1] for side in SIDES)
        _close_gaps(sheets, waist + BAND, places["crotch"][1])
    elif len(sheets) > 1:
        _close_gaps(sheets)
    return Worn(garment, sheets, places)


def _lay(garment: Garment, body: Body) -> Laid:
    lay = {"legs": lay_legs, "skirt": lay_skirt, "upper": lay_upper}[garment.kind]
    return lay(garment, garment, body)


def _box(laid: Laid) -> tuple[int, int, int, int]:
    """x0, y0, x1, y1 of all that the garment may cover, pixels of the frame."""
    low, high = np.min(laid.reach, 0) - 60, np.max(laid.reach, 0) + 60
    low[1] -= 40  # hoods and high collars stand above the neck
    return _clipped(*low, *high)


def _between_sides(laid: Laid) -> Map:
    """1 at positions between the outermost pins of their height: beyond them a spline runs wild."""
    points = np.array(laid.reach)
    middle = float(np.median(points[:, 0]))
    edges: dict[int, list[tuple[float, float]]] = {-1: [], 1: []}
    for level in np.unique(points[:, 1].round()):
        across = points[np.abs(points[:, 1] - level) < 1, 0] - middle
        if len(across) < 2:  # a crotch's pin alone says nothing of edges
            continue
        for sign in (-1, 1):  # one foot may stand lower than the other: its pins are one leg's only
            own, other = (sign * across).max(), (-sign * across).max()
            if own > 0.3 * other:
                edges[sign].append((level, middle + sign * own))
    left, right = (np.array(edges[sign]).T for sign in (-1, 1))

    def near(positions: np.ndarray) -> np.ndarray:
        x, y = positions.T
        low, high = np.interp(y, *left), np.interp(y, *right)
        return np.clip((18 - np.maximum(low - x, x - high)) / 6, 0, 1)

    return near


def _near_shoulders(body: Body, wide: float) -> Map:
    """1 at positions but outside the shoulders' upper edge: cloth lies on them, only collars and hoods

    stand up, as far as `wide` half-widths of the neck from its middle.
    """
    level = body.level("armpit")
    neck = [float(body.edge(f"neck_{side}")[0]) for side in SIDES]
    middle, half = sum(neck) / 2, abs(neck[0] - neck[1]) / 2

    def near(positions: np.ndarray) -> np.ndarray:
        on = np.clip((OFF - body.away(positions)) / 4 + 1, 0, 1)
        free = (positions[:, 1] > level) | (np.abs(positions[:, 0] - middle) < wide * half)
        return np.where(free, 1, on)

    return near


def _around(body: Body, side: str) -> tuple[int, int, int, int]:
    points = np.array([body.joint(f"{n}_{side}") for n in ("shoulder", "elbow", "wrist")])
    low, high = points.min(0) - 75, points.max(0) + 75
    return _clipped(*low, *high)


def _clipped(x0: float, y0: float, x1: float, y1: float) -> tuple[int, int, int, int]:
    """A box of whole pixels inside the frame, never empty: what lies beyond the frame is not shown."""
    left, top = (int(np.clip(k, 0, n - 2 * STEP)) for k, n in ((x0, SIZE[0]), (y0, SIZE[1])))
    right, bottom = (int(min(k, n)) for k, n in ((x1, SIZE[0]), (y1, SIZE[1])))
    return left, top, max(right, left + 2 * STEP), max(bottom, top + 2 * STEP)


class _Bent:
    """One map at every pixel of a box: where in the flat picture its cloth comes from."""

    def __init__(self, back: Map, box: tuple[int, int, int, int], near: Map | None = None) -> None:
        """near: 1 at positions where the cloth can be; everywhere when None."""
        self._x0, self._y0, x1, y1 = box
        columns = np.arange(self._x0, x1 + STEP, STEP, dtype=float)
        rows = np.arange(self._y0, y1 + STEP, STEP, dtype=float)
        grid = np.stack(np.meshgrid(columns, rows), -1)
        flat = (back(grid.reshape(-1, 2)) / UNIT).reshape(grid.shape).astype(F32)
        size = (x1 - self._x0, y1 - self._y0)
        self._u, self._v = (_between(flat[..., k], size) for k in (0, 1))
        down, right = np.gradient(flat, STEP, axis=(0, 1))
        area = np.abs(right[..., 0] * down[..., 1] - right[..., 1] * down[..., 0])
        self._shrunk = float(np.median(area)) ** 0.5
        self._near = None
        if near is not None:
            share = near(grid.reshape(-1, 2)).reshape(grid.shape[:2]).astype(F32)
            self._near = _between(share, size)[..., None]

    def seen(self, sheet: np.ndarray) -> np.ndarray:
        """A flat sheet as the map bends it, premultiplied float [1280, 640, 4]."""
        if (
            self._shrunk > 1.1
        ):  # no sample may be skipped where worn cloth is smaller than its picture
            sheet = cv2.GaussianBlur(sheet, (0, 0), 0.42 * (self._shrunk**2 - 1) ** 0.5)
        part = cv2.remap(sheet, self._u - 0.5, self._v - 0.5, cv2.INTER_LINEAR)
        if self._near is not None:
            part *= self._near
        placed = np.zeros((SIZE[1], SIZE[0], 4), F32)
        height, width = part.shape[:2]
        placed[self._y0 : self._y0 + height, self._x0 : self._x0 + width] = part
        return placed


def _between(knots: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Values at every pixel from values at every `STEP`-th."""
    fixed = np.array([[STEP, 0, 0], [0, STEP, 0]], F32)
    return cv2.warpAffine(
        knots, fixed, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def _legs(garment: Garment, laid: Laid, trunk: _Bent) -> np.ndarray:
    """Both legs and the waistband on one sheet."""
    sheet = np.zeros((SIZE[1], SIZE[0], 4), F32)
    fork = round(garment.landmarks["crotch"][1] / UNIT)
    for side, other in (SIDES, SIDES[::-1]):
        own = garment.sheet((f"leg_{side}",), (f"leg_{other}", "waistband"))
        own[fork:] = garment.sheet((f"leg_{side}",))[fork:]  # below it the legs are apart
        part = _Bent(laid.maps[f"leg_{side}"], _box(laid), _between_sides(laid)).seen(own)
        sheet = part + sheet * (1 - part[..., 3:])
    band = trunk.seen(garment.sheet(("waistband", "body")))
    return band + sheet * (1 - band[..., 3:])


def _close_gaps(sheets: dict[str, np.ndarray], top: float = 0, end: float = SIZE[1]) -> None:
    """Fill the slits between trunk and sleeves or between two legs, where both maps leave some pixels,

    with shaded cloth; from the row `top` to `end`.
    """
    names = [n for n in sheets if n == "" or n.endswith("_over")]
    cover = np.max([sheets[n][..., 3] for n in names], 0)
    rows, columns = np.flatnonzero(cover.any(1)), np.flatnonzero(cover.any(0))
    rows = rows[(rows >= top) & (rows <= end)]
    if not len(rows):
        return
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cover = cover[box]
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (21, 21))
    edge = disc.shape[0]  # room around it, or what is closed would stay dilated at the box's edges
    roomy = np.pad((cover > 0.5).astype(np.uint8), edge)
    closed = cv2.morphologyEx(roomy, cv2.MORPH_CLOSE, disc)[edge:-edge, edge:-edge]
    gap = np.where(cover < 0.9, cv2.GaussianBlur(closed.astype(F32), (0, 0), 0.7), 0)
    gap *= cv2.dilate((closed > (cover > 0.5)).astype(np.uint8), np.ones((3, 3)))
    if "inside" in sheets:  # the tip of an opening is no slit; a notch in a hem is
        half = len(gap) // 2
        gap[:half] *= 1 - sheets["inside"][box][:half, :, 3]
    if not gap.any():
        return
    total = sum(sheets[n][box] for n in names)
    colour = SHADE * spread(total[..., :3] / np.maximum(total[..., 3:], 1e-3), cover > 0.9)
    share = (gap * (1 - sheets[""][box][..., 3]))[..., None]
    sheets[""][box] += np.dstack([colour * share, share])


def _places(garment: Garment, laid: Laid) -> dict[str, tuple[float, float]]:
    """Where the garment's landmarks come to lie: each by the map of the part that it is on."""
    names = list(garment.landmarks)
    found = {}
    for name in names:
        part = ""
        for side in SIDES:
            if name.endswith(side):
                own = "sleeve" if garment.kind == "upper" else "leg"
                if name.startswith(("cuff", "elbow", "knee")) and f"{own}_{side}" in laid.maps:
                    part = f"{own}_{side}"
        found[name] = (part, garment.landmarks[name])
    places = {}
    for part in {part for part, _ in found.values()}:
        own = [n for n in names if found[n][0] == part]
        at = _forward(laid.maps[part], np.array([garment.landmarks[n] for n in own], float), laid)
        places.update({n: (float(x), float(y)) for n, (x, y) in zip(own, at, strict=True)})
    return places


def _forward(back: Map, flat: np.ndarray, laid: Laid) -> np.ndarray:
    """Worn positions of flat points [n, 2]: from the nearest knot by Newton's steps."""
    x0, y0, x1, y1 = _box(laid)
    knots = np.stack(np.meshgrid(np.arange(x0, x1, 24.0), np.arange(y0, y1, 24.0)), -1)
    knots = knots.reshape(-1, 2)
    onto = back(knots)
    at = knots[((flat[:, None] - onto[None]) ** 2).sum(-1).argmin(1)].copy()
    for _ in range(5):
        here = back(at)
        right = (back(at + [2.0, 0]) - back(at - [2.0, 0])) / 4
        down = (back(at + [0, 2.0]) - back(at - [0, 2.0])) / 4
        jacobian = np.stack([right, down], -1) + 1e-3 * np.eye(2)
        step = np.linalg.solve(jacobian, (flat - here)[..., None])[..., 0]
        long = np.linalg.norm(step, axis=1, keepdims=True)
        at = at + step * np.minimum(1, 24 / (long + 1e-9))
    return at
