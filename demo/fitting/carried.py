"""Shoes on feet, a hat on a head, a bag in a hand: products that are not cloth, set where they are worn.

Knows a body's measures in its frame and a product's picture; bends nothing but the shoes' view.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from demo.catalog.shapes import PARTS
from demo.fitting.figures import SIZE, Figure
from demo.fitting.garments import UNIT, Garment
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES
from demo.studio.worn.carried import SHAFTS, Place, bag_place, hat_place, round_leg, stance
from demo.studio.worn.shoes import turned

DETAIL = 1.5
"""samples of a shoe's side view a pixel"""
ROOM = 40
"""pixels around a shoe's window"""


def shoes(garment: Garment, figure: Figure) -> dict[str, np.ndarray]:
    """side -> the shoe on that foot, premultiplied float [1280, 640, 4]."""
    near = np.isin(garment.labels, [PARTS.index(n) for n in ("shoe_near", "inside")])
    picture = garment.picture.copy()
    picture[..., 3] = picture[..., 3] * near
    inside = (garment.labels == PARTS.index("inside")) & near
    if garment.type not in SHAFTS:  # the foot fills it
        skin = np.array([int(figure.skin_hex[i : i + 2], 16) for i in (1, 3, 5)])
        share = cv2.GaussianBlur(inside.astype(F32), (0, 0), 1.0)[..., None]
        picture[..., :3] = picture[..., :3] * (1 - share) + 0.85 * skin * share
    tall = 1.6 if garment.type == "tall-boot" else 0.9
    found = {}
    for side in SIDES:
        foot, pitch = stance(figure, side)
        length, heel = foot.length, foot.heel
        corner = np.array([heel[0] - length - ROOM, heel[1] - tall * length - 2 * ROOM]).round()
        size = (int(2 * (length + ROOM)), int((tall + 0.5) * length + 3 * ROOM))
        small = turned(picture, replace(foot, heel=heel - corner), size, pitch, DETAIL)
        if garment.type in SHAFTS:
            small = round_leg(small, figure, side, tuple(corner))
        found[side] = _placed(small, corner)
    return found


def hat(garment: Garment, figure: Figure) -> np.ndarray:
    """The hat on the head, premultiplied float [1280, 640, 4]."""
    band = tuple(garment.landmarks[f"band_{side}"] for side in SIDES)
    crown = np.flatnonzero(garment.picture[..., 3].max(1) > 127)[0] * UNIT
    return _set(garment, hat_place(figure, band, crown))


def bag(garment: Garment, figure: Figure) -> np.ndarray:
    """The bag in the hand that hangs lower, premultiplied float [1280, 640, 4]."""
    cover = garment.picture[..., 3] > 127
    columns, rows = np.flatnonzero(cover.any(0)) * UNIT, np.flatnonzero(cover.any(1)) * UNIT
    grip = garment.landmarks.get("strap_top", ((columns[0] + columns[-1]) / 2, rows[0]))
    return _set(garment, bag_place(figure, garment.type, columns[-1] - columns[0], grip))


def _set(garment: Garment, place: Place) -> np.ndarray:
    """The whole picture in the frame."""
    zoom = place.scale * UNIT
    sheet = garment.picture.astype(F32) / 255
    sheet[..., :3] *= sheet[..., 3:]
    if zoom < 0.9:  # no sample may be skipped
        sheet = cv2.GaussianBlur(sheet, (0, 0), 0.42 * (1 / zoom**2 - 1) ** 0.5)
    x, y = place.at - zoom * place.own / UNIT
    return cv2.warpAffine(sheet, np.array([[zoom, 0, x], [0, zoom, y]], F32), SIZE)


def _placed(small: np.ndarray, corner: np.ndarray) -> np.ndarray:
    """A small straight-alpha picture in the frame, premultiplied float."""
    sheet = np.zeros((SIZE[1], SIZE[0], 4), F32)
    left, top = (int(k) for k in corner)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(SIZE[0], left + small.shape[1]), min(SIZE[1], top + small.shape[0])
    if x1 > x0 and y1 > y0:
        part = small[y0 - top : y1 - top, x0 - left : x1 - left].astype(F32) / 255
        part[..., :3] *= part[..., 3:]
        sheet[y0:y1, x0:x1] = part
    return sheet
