"""Pictures that the parser learns from: a labelled person, in other cloth, before another ground.

Everything is drawn at the network's own size, from a person's picture, labels and joints, so that a
scene costs milliseconds. Knows no network, no table and no file.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

import cv2
import numpy as np
from PIL import Image

from demo.models.parser import (
    ARMS,
    BACKGROUND,
    FACE,
    HAIR,
    LEGS,
    LOWER,
    OTHER,
    SHOES,
    UPPER,
    draw_joints,
)  # fmt: skip
from demo.models.pose import JOINTS

CANVASES: Final = (
    (320, 160),
    (320, 160),
    (256, 192),
    (256, 192),
    (256, 192),
    (224, 224),
    (192, 256),
)
"""heights and widths; one is drawn for each batch"""
HIDDEN: Final = 0.2
"""share of the scenes whose pose is kept from the network"""
SKIN: Final = (FACE, ARMS, LEGS, OTHER)
NEAR: Final = 0.3
"""share of whole people of whom a part is shown, large: `demo.fitting.parsing` looks twice"""
LOOKED_AT: Final = ("nose", "left_wrist", "right_wrist", "left_hip", "left_ankle", "right_ankle")
"""joints that such a part is around"""


@dataclass(frozen=True)
class Person:
    """One labelled person; several pictures are the same photo in other colours."""

    pictures: tuple[np.ndarray, ...]
    """RGB uint8 [h, w, 3] each"""
    labels: np.ndarray
    """uint8 [h, w], `UNSURE` where nothing is known"""
    exact: bool
    """drawn, so that every label is right"""
    cut: str
    """the side of the picture at which the person is cut off: top, bottom or none"""
    points: np.ndarray | None
    """[33, 2] joints in pixels; None where no pose was found"""
    visibility: np.ndarray | None


@dataclass(frozen=True)
class Scene:
    """What the network is shown, and what it should say."""

    pixels: np.ndarray
    """uint8 [H, W, 3]"""
    joints: np.ndarray
    """[5, H / 2, W / 2] float32, zeros without a pose"""
    labels: np.ndarray
    """uint8 [H, W]"""


def person_scene(
    person: Person, grounds: Sequence[np.ndarray], lot: Random, height: int, width: int
) -> Scene:
    """The person somewhere on a canvas, recoloured, before a white, painted or real ground."""
    noise = np.random.default_rng(lot.getrandbits(32))
    place = _placement(person, lot, height, width)
    picture = _warped(lot.choice(person.pictures), place, height, width)
    labels = cv2.warpAffine(person.labels, place, (width, height), flags=cv2.INTER_NEAREST,
                            borderValue=BACKGROUND)  # fmt: skip
    _recolour(picture, labels, person.exact, grounds, lot)
    alpha = (labels != BACKGROUND).astype(np.float32)
    if lot.random() < 0.3:
        alpha = cv2.erode(alpha, np.ones((3, 3), np.uint8))
    alpha = cv2.GaussianBlur(alpha, (0, 0), lot.uniform(0.4, 0.9))[..., None]
    ground = _ground(grounds, lot, noise, height, width)
    picture = picture * alpha + ground * (1 - alpha)
    return Scene(
        _photographed(picture, lot, noise), _joints(person, place, lot, noise, labels), labels
    )


def empty_scene(grounds: Sequence[np.ndarray], lot: Random, height: int, width: int) -> Scene:
    """A room or a garment without anybody in it."""
    noise = np.random.default_rng(lot.getrandbits(32))
    piece = _piece(lot.choice(grounds), lot, height, width, smallest=0.7).astype(np.float32)
    return Scene(
        _photographed(piece, lot, noise),
        np.zeros((5, height // 2, width // 2), np.float32),
        np.full((height, width), BACKGROUND, np.uint8),
    )


def _placement(person: Person, lot: Random, height: int, width: int) -> np.ndarray:
    """[2, 3] affine map of the person's picture to the canvas."""
    there = person.labels != BACKGROUND
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    tall, wide = bottom - top, right - left
    zoom = lot.uniform(0.6, 1.0) if lot.random() < 0.65 else lot.uniform(1.0, 2.1)
    scale = zoom * min(height / tall, width / wide)
    stretch = np.exp(lot.uniform(-0.08, 0.08))
    turn = np.deg2rad(lot.gauss(0, 4))
    mirror = -1 if lot.random() < 0.5 else 1
    linear = scale * np.array(
        [[np.cos(turn) * mirror * stretch, -np.sin(turn)],
         [np.sin(turn) * mirror * stretch, np.cos(turn)]]
    )  # fmt: skip
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    if person.points is not None and not person.cut and lot.random() < NEAR:
        linear *= lot.uniform(1.7, 3.2) / zoom
        spot = person.points[JOINTS.index(lot.choice(LOOKED_AT))]
        aim = np.array([lot.uniform(0.2, 0.8) * width, lot.uniform(0.2, 0.8) * height])
        return np.column_stack([linear, aim - linear @ spot])
    spare_x, spare_y = width - scale * wide, height - scale * tall
    x = width / 2 + lot.uniform(-0.5, 0.5) * (abs(spare_x) + 0.12 * width)
    y = height / 2 + lot.uniform(-0.5, 0.5) * (abs(spare_y) + 0.06 * height)
    over = 1 + scale * wide / 2 * abs(np.sin(turn))  # what the turn would lift off the edge
    if person.cut == "bottom":
        y = max(y, height - scale * tall / 2 + over)
    elif person.cut == "top":
        y = min(y, scale * tall / 2 - over)
    return np.column_stack([linear, np.array([x, y]) - linear @ middle])


def _warped(picture: np.ndarray, place: np.ndarray, height: int, width: int) -> np.ndarray:
    """[height, width, 3] float32; averaged down first where the map shrinks, as a camera would."""
    scale = float(np.sqrt(abs(np.linalg.det(place[:, :2]))))
    if scale < 0.9:
        h, w = picture.shape[:2]
        small = (max(1, round(w * scale)), max(1, round(h * scale)))
        picture = cv2.resize(picture, small, interpolation=cv2.INTER_AREA)
        place = place @ np.diag([w / small[0], h / small[1], 1.0])
    return cv2.warpAffine(picture, place, (width, height), flags=cv2.INTER_LINEAR).astype(
        np.float32
    )


def _recolour(
    picture: np.ndarray, labels: np.ndarray, exact: bool, grounds: Sequence[np.ndarray], lot: Random
) -> None:
    """Other cloth on garments; where labels are exact, other skin and hair too. In place."""
    chances = {UPPER: 0.5, LOWER: 0.5}
    if exact:
        chances |= {SHOES: 0.3, HAIR: 0.4}
    for label, chance in chances.items():
        region = labels == label
        if lot.random() > chance or region.sum() < 20:
            continue
        light = picture[region].mean(axis=1, keepdims=True)  # [n, 1]
        shading = (light + 8) / (np.median(light) + 8)
        shading = np.clip(shading, 0.35, 1.9) ** lot.uniform(0.5, 1.0)
        cloth = _cloth(grounds, lot, *labels.shape, plain=label == HAIR)[region]
        picture[region] = np.clip(cloth * shading, 0, 255)
    if exact and lot.random() < 0.5:
        tone = np.exp(lot.gauss(0, 0.22)) * np.exp([lot.gauss(0, 0.04) for _ in range(3)])
        region = np.isin(labels, SKIN)
        picture[region] = np.clip(picture[region] * tone, 0, 255)


def _cloth(
    grounds: Sequence[np.ndarray], lot: Random, height: int, width: int, plain: bool
) -> np.ndarray:
    """[height, width, 3] float32: one colour, stripes, or the middle of a photographed garment."""
    kind = lot.random()
    colour = _colour(lot)
    if plain or kind < 0.45:
        return np.broadcast_to(colour, (height, width, 3)).copy()
    if kind < 0.65:
        angle, period = lot.choice((0.0, np.pi / 2, lot.uniform(0, np.pi))), lot.uniform(4, 26)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        stripe = (np.sin((x * np.cos(angle) + y * np.sin(angle)) * 2 * np.pi / period) > 0)[
            ..., None
        ]
        if lot.random() < 0.4:
            across = x * np.sin(angle) - y * np.cos(angle)
            stripe = stripe ^ (np.sin(across * 2 * np.pi / period) > 0)[..., None]
        return np.where(stripe, colour, _colour(lot)).astype(np.float32)
    photo = lot.choice(grounds)
    h, w = photo.shape[:2]
    middle = photo[int(0.35 * h) : int(0.65 * h), int(0.35 * w) : int(0.65 * w)]
    return cv2.resize(middle, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)


def _colour(lot: Random) -> np.ndarray:
    """[3] float32 RGB 0 … 255; greys, whites and blacks as often as clothes have them."""
    if lot.random() < 0.35:
        grey = lot.choice((lot.uniform(10, 60), lot.uniform(60, 200), lot.uniform(215, 252)))
        return np.array([grey + lot.uniform(-6, 6) for _ in range(3)], np.float32)
    hsv = np.float32([[[lot.uniform(0, 360), lot.uniform(0.1, 0.95), lot.uniform(0.15, 1.0)]]])
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0] * 255


def _ground(
    grounds: Sequence[np.ndarray], lot: Random, noise: np.random.Generator, height: int, width: int
) -> np.ndarray:
    kind = lot.random()
    if kind < 0.3:
        return np.full((height, width, 3), lot.uniform(238, 255), np.float32)
    if kind < 0.42:
        return np.broadcast_to(_colour(lot), (height, width, 3))
    if kind < 0.58:
        cells = noise.random((lot.randint(2, 9), lot.randint(2, 9), 3), np.float32)
        painted = cv2.resize(cells, (width, height),
                             interpolation=lot.choice((cv2.INTER_CUBIC, cv2.INTER_NEAREST)))  # fmt: skip
        return (painted * lot.uniform(0.4, 1) + lot.uniform(0, 0.5)).clip(0, 1) * 255
    piece = _piece(lot.choice(grounds), lot, height, width, smallest=0.3).astype(np.float32)
    return cv2.GaussianBlur(piece, (0, 0), lot.uniform(0.5, 4)) if lot.random() < 0.5 else piece


def _piece(photo: np.ndarray, lot: Random, height: int, width: int, smallest: float) -> np.ndarray:
    """A random part of a photo in the canvas's shape, at least `smallest` of what fits."""
    h, w = photo.shape[:2]
    scale = min(h / height, w / width) * lot.uniform(smallest, 1)
    ch, cw = max(8, int(height * scale)), max(8, int(width * scale))
    y, x = lot.randint(0, h - ch), lot.randint(0, w - cw)
    part = photo[y : y + ch, x : x + cw]
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR)


def _joints(
    person: Person, place: np.ndarray, lot: Random, noise: np.random.Generator, labels: np.ndarray
) -> np.ndarray:
    """The drawn pose, somewhat off; missing at times, and where no face would be found."""
    height, width = labels.shape
    nothing = np.zeros((5, height // 2, width // 2), np.float32)
    if person.points is None or person.visibility is None:
        return nothing
    nose = place[:, :2] @ person.points[0] + place[:, 2]
    faceless = not (0 <= nose[0] < width and 0 <= nose[1] < height)
    if lot.random() < HIDDEN or faceless:
        return nothing
    off = noise.normal(0, lot.uniform(0, 0.008) * height, person.points.shape)
    linear = np.linalg.inv(place[:, :2])
    return draw_joints(person.points + off @ linear.T, person.visibility, place, height, width)


def _photographed(picture: np.ndarray, lot: Random, noise: np.random.Generator) -> np.ndarray:
    """Other light, focus, grain and compression; uint8."""
    picture = np.clip(picture, 0, 255)
    if lot.random() < 0.6:
        picture = 255 * (picture / 255) ** np.exp(lot.uniform(-0.4, 0.4))
    if lot.random() < 0.6:
        picture = picture * np.exp([lot.gauss(0, 0.06) for _ in range(3)]) * lot.uniform(0.85, 1.12)
    if lot.random() < 0.3:
        middle = picture.mean()
        picture = middle + (picture - middle) * lot.uniform(0.75, 1.2)
    if lot.random() < 0.25:
        picture = cv2.GaussianBlur(picture, (0, 0), lot.uniform(0.4, 1.3))
    if lot.random() < 0.3:
        picture = picture + noise.normal(0, lot.uniform(1, 8), picture.shape)
    out = np.clip(picture, 0, 255).astype(np.uint8)
    if lot.random() < 0.25:
        buffer = io.BytesIO()
        Image.fromarray(out).save(buffer, "JPEG", quality=lot.randint(30, 85))
        out = np.asarray(Image.open(buffer).convert("RGB"))
    return np.ascontiguousarray(out)
