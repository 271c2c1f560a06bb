"""Shoes on feet, a hat on a head, a bag in a hand: what is not cloth, set where a figure wears it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.catalog.shapes import PARTS
from demo.fitting.figures import SIZE, Figure
from demo.studio.canvas import F32, Canvas, S, rgb
from demo.studio.design import Colourway
from demo.studio.develop import develop
from demo.studio.garments import sketch
from demo.studio.worn.body import SIDES, SIGN
from demo.studio.worn.shoes import Foot, turned

SHAFTS = ("tall-boot", "ankle-boot", "high-sneaker")
"""shoes that reach above the ankle"""
FOOT = 0.158
"""length of a shoe as a share of the figure's height"""
WIDTH = {"tote": 0.205, "handbag": 0.165, "backpack": 0.185, "crossbody": 0.150}
"""bag -> its width as a share of the figure's height"""
USUAL = 0.17
"""that width of a bag of another kind"""
BROW = 0.30
"""where a hat's band sits: share of the way from the top of the head to the chin"""

Marks = tuple[float, float] | np.ndarray


def shoes(colourway: Colourway, figure: Figure) -> dict[str, np.ndarray]:
    """side -> the shoe on that foot, straight-alpha uint8 [h, w, 4]."""
    canvas = sketch(colourway)
    near = np.isin(canvas.parts, [PARTS.index(n) for n in ("shoe_near", "inside")])
    alpha = canvas.alpha * near
    skin = np.broadcast_to(rgb(figure.skin_hex), canvas.rgb.shape)
    inside = (canvas.parts == PARTS.index("inside")).astype(F32)
    if colourway.type not in SHAFTS:  # the foot fills it
        inside = cv2.GaussianBlur(inside, (0, 0), 2.0)[..., None]
        colours = canvas.rgb * (1 - inside) + skin * alpha[..., None] * inside
    else:
        colours = canvas.rgb * near[..., None]
    picture = develop(np.dstack([colours * near[..., None], alpha]), canvas.seed)
    found = {}
    for side in SIDES:
        foot, pitch = stance(figure, side)
        found[side] = turned(picture, foot, SIZE, pitch)
        if colourway.type in SHAFTS:
            found[side] = round_leg(found[side], figure, side)
    return found


def stance(figure: Figure, side: str) -> tuple[Foot, float]:
    """How a figure's foot stands, and how far it is seen from above, degrees."""
    length = FOOT * figure.height_px
    heel, toe = (np.array(figure.joints[f"{n}_{side}"], float) for n in ("heel", "toe"))
    reach = min(abs(toe[0] - heel[0]) / length, 1)
    yaw = float(np.clip(np.rad2deg(np.arccos(reach)), 44, 62))
    drop = (toe[1] - heel[1]) / (length * np.sin(np.deg2rad(yaw)))
    pitch = float(np.rad2deg(np.arcsin(np.clip(drop, 0.10, 0.60))))
    return Foot(heel, length, yaw, SIGN[side]), pitch


def round_leg(
    shoe: np.ndarray, figure: Figure, side: str, corner: tuple[float, float] = (0, 0)
) -> np.ndarray:
    """A shoe whose shaft is moved sideways, row by row, until the leg stands in its middle.

    shoe: straight-alpha uint8 [h, w, 4]; corner: where its window begins in the figure's picture.
    """
    knee, ankle = (
        np.array(figure.joints[f"{n}_{side}"], float) - corner for n in ("knee", "ankle")
    )
    y, x = np.mgrid[0 : shoe.shape[0], 0 : shoe.shape[1]].astype(F32)
    cover = shoe[..., 3] > 127
    rows = np.flatnonzero(cover.any(1))
    columns = np.arange(shoe.shape[1])
    middle = np.array([columns[cover[row]].mean() for row in rows])
    leg = np.interp(rows, [knee[1], ankle[1]], [knee[0], ankle[0]])
    far = np.clip((ankle[1] + 6 - rows) / 30, 0, 1)
    shift = np.zeros(len(shoe), F32)
    shift[rows] = cv2.GaussianBlur(
        ((middle - leg) * far).astype(F32)[:, None], (1, 0), 0, sigmaY=9
    )[:, 0]
    return cv2.remap(shoe, x + shift[:, None], y, cv2.INTER_LINEAR)


@dataclass(frozen=True)
class Place:
    """Where a product is set in a figure's picture."""

    own: np.ndarray
    """a point of the product, world units"""
    at: np.ndarray
    """where it comes to lie, pixels"""
    scale: float
    """pixels a world unit"""


def hat_place(figure: Figure, band: tuple[Marks, Marks], crown: float) -> Place:
    """band: left and right end of the hat's band; crown: height of its top; world units."""
    left, right = (np.array(end) for end in band)
    top, chin = (np.array(figure.joints[n], float) for n in ("head_top", "chin"))
    brow = top + BROW * (chin - top)
    scale = 2 * 1.13 * figure.half_widths["head"] / (left[0] - right[0])
    tall = float(((left + right)[1] / 2 - crown) * scale)
    low = brow + [0, np.clip(tall + 3 - brow[1], 0, 16)]  # a pompom stays in the picture
    return Place((left + right) / 2, low, scale)


def bag_place(figure: Figure, type_: str, wide: float, grip: Marks) -> Place:
    """The hand that hangs lower. wide: the bag's width; grip: where it is held; world units."""
    side = max(SIDES, key=lambda s: figure.joints[f"hand_{s}"][1])
    hand = np.array(figure.joints[f"hand_{side}"], float)
    room = 2 * (min(hand[0], SIZE[0] - hand[0]) - 6)  # it must not hang out of the picture
    scale = min(WIDTH.get(type_, USUAL) * figure.height_px / wide, room / wide)
    return Place(np.array(grip) + [0, 3], hand + [0, 8], scale)


def hat(colourway: Colourway, figure: Figure) -> np.ndarray:
    """The hat on the head, straight-alpha uint8 [h, w, 4]."""
    canvas = sketch(colourway)
    band = tuple(canvas.landmarks[f"band_{side}"] for side in SIDES)
    crown = np.flatnonzero(canvas.alpha.max(1) > 0.5)[0] / S
    return _set(canvas, hat_place(figure, band, crown), SIZE)


def bag(colourway: Colourway, figure: Figure) -> np.ndarray:
    """The bag in the hand that hangs lower, straight-alpha uint8 [h, w, 4]."""
    canvas = sketch(colourway)
    columns, rows = (np.flatnonzero(canvas.alpha.max(k) > 0.5) / S for k in (0, 1))
    top = ((columns[0] + columns[-1]) / 2, rows[0])
    grip = canvas.landmarks.get("strap_top", top)
    return _set(canvas, bag_place(figure, colourway.type, columns[-1] - columns[0], grip), SIZE)


def _set(canvas: Canvas, place: Place, size: tuple[int, int]) -> np.ndarray:
    """The canvas in the figure's picture."""
    samples = np.dstack([canvas.rgb, canvas.alpha])
    zoom = place.scale / S
    if zoom < 0.5:  # no sample may be skipped
        half = cv2.resize(samples, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        samples, zoom = half, zoom * 2
    x, y = place.own * place.scale / zoom
    fixed = np.array([[zoom, 0, place.at[0] - zoom * x], [0, zoom, place.at[1] - zoom * y]], F32)
    return develop(cv2.warpAffine(samples, fixed, size, flags=cv2.INTER_LINEAR), canvas.seed)
