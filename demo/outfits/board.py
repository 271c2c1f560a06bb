"""The flat-lay board: a look's cut-outs laid out as in a magazine, in true sizes, with soft shadows.

Knows pictures, slots and how large garments are; it does not know whether they go together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
from PIL import Image

from demo.catalog.pictures import open_picture
from demo.outfits.wardrobe import piece_of
from demo.types import Product

SIZE: Final = (900, 1125)
GROUND: Final = (242, 236, 227)
"""sRGB of the board at its brightest: warm paper"""
MARGIN: Final = 0.045
"""of the board's width"""
GAP: Final = 0.022
LARGEST: Final = 0.0102
"""of the board's width that a centimetre takes at most"""
WHITE: Final = 243
"""a photo's border from which on it is its ground"""

HEIGHTS: Final = {
    "t-shirt": 68, "long-sleeve-top": 68, "henley": 68, "polo-shirt": 68, "tank-top": 66,
    "camisole": 60, "crop-top": 46, "shirt": 74, "blouse": 68, "flannel-shirt": 74, "tunic": 82,
    "sweater": 66, "cardigan": 66, "turtleneck": 68, "sweater-vest": 62, "hoodie": 74,
    "zip-hoodie": 74, "sweatshirt": 66, "blazer": 74, "denim-jacket": 62, "leather-jacket": 62,
    "bomber-jacket": 66, "puffer-jacket": 70, "parka": 92, "trench-coat": 108, "overcoat": 108,
    "shirt-dress": 100, "slip-dress": 112, "wrap-dress": 104, "summer-dress": 100,
    "sheath-dress": 98, "maxi-dress": 136,
    "a-line-skirt": 64, "pencil-skirt": 64, "pleated-skirt": 70, "mini-skirt": 42,
    "maxi-skirt": 94, "denim-shorts": 42, "chino-shorts": 46,
    "tall-boot": 44, "ankle-boot": 30, "high-sneaker": 27, "low-sneaker": 23, "loafer": 18,
    "pump": 23, "sandal": 17, "ballet-flat": 17,
    "tote": 38, "handbag": 29, "backpack": 43, "crossbody": 38,
    "cap": 21, "beanie": 26, "fedora": 19, "straw-hat": 20,
}  # fmt: skip
"""type -> centimetres from top to bottom as pictured; accessories a little larger than life, to be
seen beside a coat"""
OF_SLOT: Final = {
    "top": 68, "layer": 78, "bottom": 98, "dress": 104, "shoes": 24, "bag": 40, "hat": 22, "": 40,
}  # fmt: skip
OF_LENGTH: Final = {
    ("top", "cropped"): 0.74, ("layer", "cropped"): 0.76, ("layer", "long"): 1.06,
    ("layer", "midi"): 1.08, ("dress", "mini"): 0.87, ("dress", "midi"): 1.14,
    ("dress", "maxi"): 1.22, ("bottom", "mini"): 0.76, ("bottom", "knee"): 1.0,
    ("bottom", "midi"): 1.18, ("bottom", "maxi"): 1.42, ("bottom", "cropped"): 0.93,
}  # fmt: skip
"""(slot, length) -> factor, for types that come in several lengths"""
ONE_LENGTH: Final = ("mini-skirt", "maxi-skirt", "maxi-dress", "crop-top", "tunic")
SPREAD: Final = {1: (0.78, 0.0, 0.22), 2: (0.30, 0.48, 0.22), 3: (0.06, 0.36, 0.22)}
"""accessories in a line -> how the free height is shared out: above, between, below"""
LEGS: Final = 102
"""centimetres of long trousers"""
OVER_WAIST: Final = 6.0
"""centimetres of the waistband that a top's hem covers"""
ALONE: Final = 1.2
"""accessories are so much larger where there is room: no layer, or only shoes below it"""


@dataclass(frozen=True)
class Laid:
    """One cut-out and where it lies, in pixels of the board."""

    pixels: np.ndarray
    """[h, w, 4] uint8, cropped to what is covered"""
    slot: str
    centimetres: float
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0

    def sized(self, scale: float) -> Laid:
        """At `scale` pixels a centimetre."""
        height = self.centimetres * scale
        return replace(self, height=height, width=height * _aspect(self.pixels))

    def at(self, centre: float, top: float) -> Laid:
        return replace(self, x=centre - self.width / 2, y=top)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


def board(products: Sequence[Product], size: tuple[int, int] = SIZE) -> Image.Image:
    """The look as one RGB picture of `size` (width, height). Raises PictureError."""
    cutouts = [_cutout(p) for p in products]
    return paint(arrange(cutouts, size), size)


def _cutout(product: Product) -> Laid:
    piece = piece_of(product)
    pixels = _covered(open_picture(product.image))
    height = float(HEIGHTS.get(piece.kind, OF_SLOT[piece.slot]))
    if piece.category == "trousers":
        height = LEGS
    if piece.kind not in ONE_LENGTH:
        height *= OF_LENGTH.get((piece.slot, piece.length), 1.0)
    return Laid(pixels, piece.slot, height)


def _covered(picture: Image.Image) -> np.ndarray:
    """The cut-out cropped to its alpha; a photo on white loses its ground, any other stays a card."""
    pixels = np.asarray(picture.convert("RGBA")).copy()
    if pixels[..., 3].min() == 255:
        light = (pixels[..., :3].min(axis=2) >= WHITE).astype(np.uint8)
        border = cv2.copyMakeBorder(light, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
        cv2.floodFill(border, None, (0, 0), 2)
        pixels[..., 3] = np.where(border[1:-1, 1:-1] == 2, 0, 255)
    covered = pixels[..., 3] > 24
    rows, columns = np.flatnonzero(covered.any(axis=1)), np.flatnonzero(covered.any(axis=0))
    if rows.size == 0:
        pixels[..., 3] = 255
        return pixels
    return pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _hem(item: Laid) -> float:
    """Where the middle of a garment ends, from its top, in pixels of the board: cuffs hang lower."""
    middle = item.pixels.shape[1] // 2
    wide = max(1, item.pixels.shape[1] // 10)
    rows = np.flatnonzero((item.pixels[:, middle - wide : middle + wide, 3] > 128).any(axis=1))
    return item.height * (rows[-1] + 1) / item.pixels.shape[0] if rows.size else item.height


def _aspect(pixels: np.ndarray) -> float:
    return pixels.shape[1] / pixels.shape[0]


# ------------------------------------------------------------------------------------- the layout
def arrange(cutouts: Sequence[Laid], size: tuple[int, int]) -> list[Laid]:
    """Where each cut-out lies, the lowest first.

    The clothes form a column as they are worn: hat, top over bottom or dress, and shoes where a hem
    leaves room. The layer lies at its right over the top's sleeve; accessories fill the right.
    """
    width, height = size
    by_slot = {c.slot: c for c in cutouts}
    scale = LARGEST * width
    for _ in range(60):
        laid = _column(by_slot, scale, width)
        laid += _right(by_slot, laid, scale, size)
        laid += _others(cutouts, laid, scale, size)
        left, right = min(c.x for c in laid), max(c.right for c in laid)
        top, low = min(c.y for c in laid), max(c.bottom for c in laid)
        free = 1 - 2 * MARGIN
        if right - left <= width * free and low - top <= height - 2 * MARGIN * width:
            break
        scale *= 0.97
    dx, dy = (width - left - right) / 2, (height - top - low) / 2
    order = ("bottom", "dress", "top", "hat", "layer", "", "shoes", "bag")
    centred = [replace(c, x=c.x + dx, y=c.y + dy) for c in laid]
    return sorted(centred, key=lambda c: order.index(c.slot))


def _column(by_slot: dict[str, Laid], scale: float, width: int) -> list[Laid]:
    """Hat (beside a layer), top, bottom or dress, and shoes below a short hem, around x = 0."""
    laid: list[Laid] = []
    y = 0.0
    gap = GAP * width
    if "hat" in by_slot and "layer" in by_slot:
        laid.append(by_slot["hat"].sized(scale).at(0, y))
        y = laid[-1].bottom + gap * 0.4
    for slot in ("dress", "top", "bottom"):
        if slot in by_slot:
            item = by_slot[slot].sized(scale)
            laid.append(item.at(0, y))
            y += _hem(item) - (OVER_WAIST * scale if slot == "top" else 0)
    if "shoes" in by_slot and "layer" in by_slot and laid:
        worn = sum(c.centimetres for c in laid if c.slot != "hat")
        if worn < 135:
            laid.append(by_slot["shoes"].sized(scale).at(0, y + gap))
    return laid


def _right(
    by_slot: dict[str, Laid], column: list[Laid], scale: float, size: tuple[int, int]
) -> list[Laid]:
    """The layer and the accessories to the right of the column."""
    width, height = size
    gap = GAP * width
    placed = {c.slot for c in column}
    rest = [by_slot[s].sized(scale) for s in ("hat", "bag", "shoes")
            if s in by_slot and s not in placed]  # fmt: skip
    clothes = [c for c in column if c.slot in ("top", "dress", "bottom")]
    edge = max((c.right for c in clothes if c.slot != "bottom"), default=0.0)
    if "layer" not in by_slot or [c.slot for c in rest] == ["shoes"]:
        rest = [c.sized(ALONE * scale) for c in rest]
    if "layer" not in by_slot:
        return _stacked(rest, max((c.right for c in clothes), default=0.0) + gap, column, size)
    start = min((c.y for c in clothes), default=0.0)
    layer = by_slot["layer"].sized(scale)
    layer = layer.at(edge + layer.width * 0.5 - _tuck(clothes, layer), start + 0.05 * height)
    if not clothes:
        return [layer, *_stacked(rest, layer.right + gap, [layer], size)]
    low = max((c.right for c in column if c.slot in ("bottom", "shoes")), default=edge)
    inner = max(low if "bottom" in placed else edge, 0.0) + gap
    outer = max(layer.right, inner + max((c.width for c in rest), default=0.0))
    floor = max([c.bottom for c in column] + [layer.bottom])
    return [layer, *_below(rest, layer.bottom + gap, floor, inner, outer, gap)]


def _tuck(clothes: Sequence[Laid], layer: Laid) -> float:
    """By how much the layer lies over the top's sleeve."""
    under = next((c for c in clothes if c.slot in ("top", "dress")), None)
    return min(0.22 * under.width, 0.2 * layer.width) if under else 0.0


def _below(
    items: list[Laid], top: float, floor: float, inner: float, outer: float, gap: float
) -> list[Laid]:
    """Accessories under the layer: one above the other where there is height, else side by side."""
    if not items:
        return []
    if len(items) == 1:
        item = items[0]
        middle = max(top, (top + floor - item.height) / 2)
        return [item.at((inner + outer) / 2, middle)]
    bag, shoes = items
    if bag.height + shoes.height + gap <= floor - top:
        slack = floor - top - bag.height - shoes.height - gap
        first = bag.at(outer - bag.width / 2, top + slack * 0.35)
        second = shoes.at(min(inner + shoes.width / 2, (inner + outer) / 2), floor - shoes.height)
        return [first, second]
    second = shoes.at(inner + shoes.width / 2, max(top, floor - shoes.height))
    first = bag.at(second.right + gap + bag.width / 2, max(top, floor - bag.height))
    return [first, second]


def _stacked(
    items: list[Laid], start: float, column: Sequence[Laid], size: tuple[int, int]
) -> list[Laid]:
    """Accessories in a loose line down the right of a column, swaying a little, shoes near its hem."""
    if not items:
        return []
    gap = GAP * size[0]
    top = min((c.y for c in column), default=0.0)
    floor = max((c.bottom for c in column), default=0.0)
    widest = max(c.width for c in items)
    free = max(floor - top - sum(c.height for c in items), gap * len(items))
    first, between, _ = SPREAD[min(len(items), 3)]
    y = top + first * free
    laid = []
    for i, item in enumerate(items):
        sway = (widest - item.width) / 2 * (-0.6, 0.6, -0.3)[i % 3]
        laid.append(item.at(start + widest / 2 + sway, y))
        y = laid[-1].bottom + between * free
    return laid


def _others(
    cutouts: Sequence[Laid], laid: Sequence[Laid], scale: float, size: tuple[int, int]
) -> list[Laid]:
    """What has no slot, or a slot that is taken, in a line at the far right."""
    used = {id(c.pixels) for c in laid}
    items = [replace(c, slot="").sized(scale) for c in cutouts if id(c.pixels) not in used]
    start = max((c.right for c in laid), default=0.0) + GAP * size[0]
    return _stacked(items, start, laid, size)


# -------------------------------------------------------------------------------------- the paint
def paint(laid: Sequence[Laid], size: tuple[int, int]) -> Image.Image:
    """The cut-outs on the paper, each with the shadow it throws on all that lies below it."""
    canvas = _paper(size).copy()  # [h, w, 3] float32, 0..255
    for item in laid:
        _lay(canvas, item)
    return Image.fromarray((canvas + 0.5).clip(0, 255).astype(np.uint8))


@lru_cache(maxsize=4)
def _paper(size: tuple[int, int]) -> np.ndarray:
    """Warm paper under a window at the upper left."""
    width, height = size
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    light = 1 - 0.055 * np.hypot(x - 0.3, (y - 0.25) * 1.1).astype(np.float32) ** 1.5
    return light[..., None] * np.array(GROUND, np.float32)


def _lay(canvas: np.ndarray, item: Laid) -> None:
    """Darkens what is under the item's shadow, then lays the item over it."""
    height, width = canvas.shape[:2]
    size = max(1, round(item.width)), max(1, round(item.height))
    pad = round(0.045 * width)
    source = item.pixels.astype(np.float32)
    source[..., :3] *= source[..., 3:] / 255
    how = cv2.INTER_AREA if size[0] < item.pixels.shape[1] else cv2.INTER_CUBIC
    small = cv2.resize(source, size, interpolation=how).clip(0, 255)
    small = cv2.copyMakeBorder(small, pad, pad, pad, pad, cv2.BORDER_CONSTANT)
    x, y = round(item.x) - pad, round(item.y) - pad
    left, top = max(x, 0), max(y, 0)
    right, bottom = min(x + small.shape[1], width), min(y + small.shape[0], height)
    if right <= left or bottom <= top:
        return
    alpha = small[..., 3] / 255
    shadow = 0.26 * _blurred(alpha, 0.014 * width, (0.006 * width, 0.011 * width))
    shadow += 0.20 * _blurred(alpha, 0.0028 * width, (0.0016 * width, 0.0032 * width))
    part = slice(top - y, bottom - y), slice(left - x, right - x)
    under = canvas[top:bottom, left:right]
    under *= (1 - shadow[part] * (1 - alpha[part]))[..., None]
    under *= (1 - alpha[part])[..., None]
    under += small[part][..., :3]


def _blurred(alpha: np.ndarray, sigma: float, shift: tuple[float, float]) -> np.ndarray:
    """The alpha moved by `shift` and blurred, on a quarter of the pixels where that is not seen."""
    move = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    moved = cv2.warpAffine(alpha, move, alpha.shape[::-1])
    if sigma < 6:
        return cv2.GaussianBlur(moved, (0, 0), max(sigma, 0.4))
    quarter = cv2.resize(moved, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(quarter, (0, 0), sigma / 4)
    return cv2.resize(soft, alpha.shape[::-1], interpolation=cv2.INTER_LINEAR)
