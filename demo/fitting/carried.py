"""Shoes on feet, a hat on a head, a bag in a hand: products that are not cloth, set where they are worn.

Knows a body's measures in its frame and a product's picture; bends nothing but the shoes' view.
"""

from __future__ import annotations

import cv2
import numpy as np

from demo.catalog.shapes import PARTS
from demo.fitting.figures import SIZE, Figure
from demo.fitting.garments import UNIT, Garment
from demo.studio.canvas import F32
from demo.studio.worn.body import SIDES, SIGN
from demo.studio.worn.carried import BROW, FOOT, SHAFTS, WIDTH
from demo.studio.worn.shoes import Foot, turned

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
    length = FOOT * figure.height_px
    found = {}
    for side in SIDES:
        heel, toe = (np.array(figure.joints[f"{n}_{side}"], float) for n in ("heel", "toe"))
        reach = min(abs(toe[0] - heel[0]) / length, 1)
        yaw = float(np.clip(np.rad2deg(np.arccos(reach)), 44, 62))
        drop = (toe[1] - heel[1]) / (length * np.sin(np.deg2rad(yaw)))
        pitch = float(np.rad2deg(np.arcsin(np.clip(drop, 0.10, 0.60))))
        tall = 1.6 if garment.type == "tall-boot" else 0.9
        corner = np.array([heel[0] - length - ROOM, heel[1] - tall * length - 2 * ROOM]).round()
        size = (int(2 * (length + ROOM)), int((tall + 0.5) * length + 3 * ROOM))
        small = turned(picture, Foot(heel - corner, length, yaw, SIGN[side]), size, pitch)
        if garment.type in SHAFTS:
            small = _round_leg(small, figure, side, corner)
        found[side] = _placed(small, corner)
    return found


def _round_leg(shoe: np.ndarray, figure: Figure, side: str, corner: np.ndarray) -> np.ndarray:
    """A shoe whose shaft is moved sideways, row by row, until the leg stands in its middle."""
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


def hat(garment: Garment, figure: Figure) -> np.ndarray:
    """The hat on the head, premultiplied float [1280, 640, 4]."""
    left, right = (np.array(garment.landmarks[f"band_{side}"]) for side in SIDES)
    top, chin = (np.array(figure.joints[n], float) for n in ("head_top", "chin"))
    band = top + BROW * (chin - top)
    scale = 2 * 1.13 * figure.half_widths["head"] / (left[0] - right[0])
    crown = np.flatnonzero(garment.picture[..., 3].max(1) > 127)[0] * UNIT
    tall = float((left + right)[1] / 2 - crown) * scale
    low = band + [0, np.clip(tall + 3 - band[1], 0, 16)]  # a pompom stays in the picture
    return _set(garment, (left + right) / 2, low, scale)


def bag(garment: Garment, figure: Figure) -> np.ndarray:
    """The bag in the hand that hangs lower, premultiplied float [1280, 640, 4]."""
    side = max(SIDES, key=lambda s: figure.joints[f"hand_{s}"][1])
    cover = garment.picture[..., 3] > 127
    columns, rows = np.flatnonzero(cover.any(0)) * UNIT, np.flatnonzero(cover.any(1)) * UNIT
    scale = WIDTH.get(garment.type, 0.17) * figure.height_px / (columns[-1] - columns[0])
    hand = np.array(figure.joints[f"hand_{side}"], float)
    room = 2 * (min(hand[0], SIZE[0] - hand[0]) - 6)  # it must not hang out of the picture
    scale = min(scale, room / (columns[-1] - columns[0]))
    grip = garment.landmarks.get("strap_top", ((columns[0] + columns[-1]) / 2, rows[0]))
    return _set(garment, np.array(grip) + [0, 3], hand + [0, 8], scale)


def _set(garment: Garment, own: np.ndarray, place: np.ndarray, scale: float) -> np.ndarray:
    """The whole picture in the frame, its position `own` (world units) at `place` (pixels)."""
    zoom = scale * UNIT
    sheet = garment.picture.astype(F32) / 255
    sheet[..., :3] *= sheet[..., 3:]
    if zoom < 0.9:  # no sample may be skipped
        sheet = cv2.GaussianBlur(sheet, (0, 0), 0.42 * (1 / zoom**2 - 1) ** 0.5)
    x, y = place - zoom * own / UNIT
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
