"""Chest prints: small pictures and words, drawn from shapes. Knows inks and outlines, no garment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from demo.studio.canvas import F32, Array, noise, srgb_to_linear

SIZE = 640
Ink = tuple[int, int, int]
"""sRGB, 0..255"""
WORDS = (
    "PACIFIC", "forme", "NORTH", "atelier", "HARBOUR", "slow days", "ALPINE", "Riviera", "STUDIO 9",
    "wildwood",
)  # fmt: skip
Pen = ImageDraw.ImageDraw


def word(pen: Pen, text: str, y: float, size: float, ink: Ink, reach: float = 560) -> None:
    """Centred text at height y, shrunk until it fits."""
    font = ImageFont.load_default(size)
    width = pen.textlength(text, font=font)
    if width > reach:
        font = ImageFont.load_default(size * reach / width)
    pen.text((SIZE / 2, y), text, font=font, fill=ink, anchor="mt", stroke_width=2, stroke_fill=ink)


def sunset(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    for y in range(40, 470):
        share = (y - 40) / 430
        colour = tuple(
            int(a * (1 - share) + b * share) for a, b in zip(inks[1], inks[2], strict=True)
        )
        half = np.sqrt(max(0, 215**2 - (y - 255) ** 2))
        if y > 290 and (y - 290) % 38 < (y - 290) / 11:
            continue
        pen.line([320 - half, y, 320 + half, y], fill=colour)
    for x, height in ((170, 200), (462, 160)):
        crown = 478 - height
        pen.line([x, 478, x + 12, crown], fill=inks[0], width=10)
        for angle in np.linspace(-0.2, 3.4, 8):
            t = np.linspace(0, 1, 10)
            px = x + 12 + np.cos(angle) * 76 * t
            py = crown - np.sin(angle) * 44 * t + 60 * t * t
            pen.line(list(zip(px.tolist(), py.tolist(), strict=True)), fill=inks[0], width=9)
    word(pen, text, 510, 104, inks[0])


def arches(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    for i, radius in enumerate((230, 178, 126, 74)):
        colour = inks[1 + i % (len(inks) - 1)]
        pen.pieslice(
            [320 - radius, 260 - radius, 320 + radius, 260 + radius], 180, 360, fill=colour
        )
        pen.rectangle([320 - radius, 259, 320 + radius, 400], fill=colour)
    pen.ellipse([446, 20, 540, 114], fill=inks[0])
    word(pen, text, 450, 120, inks[0])


def mountains(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    pen.ellipse([370, 60, 500, 190], fill=inks[2])
    pen.polygon([(60, 440), (230, 130), (400, 440)], fill=inks[1])
    pen.polygon([(250, 440), (410, 210), (580, 440)], fill=inks[0])
    pen.polygon(
        [(230, 130), (280, 222), (246, 206), (228, 240), (200, 214), (180, 222)], fill=inks[3]
    )
    for y in (462, 482):
        pen.line([90, y, 550, y], fill=inks[0], width=7)
    word(pen, text, 510, 100, inks[0])


def varsity(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    pen.rectangle([40, 180, 600, 190], fill=inks[1])
    word(pen, text, 210, 150, inks[0])
    pen.rectangle([40, 372, 600, 382], fill=inks[1])
    word(pen, "ATHLETICS  86", 400, 62, inks[1], 480)


def botanical(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    for stem in np.linspace(-0.55, 0.55, 5):
        length = 380 - 130 * abs(stem)
        t = np.linspace(0, 1, 20)
        px = 320 + np.sin(stem) * length * t * (0.6 + 0.5 * t)
        py = 490 - np.cos(stem) * length * t
        pen.line(list(zip(px.tolist(), py.tolist(), strict=True)), fill=inks[0], width=6)
        for k in range(6, 20, 3):
            for side in (-1, 1):
                angle = -np.pi / 2 + stem + side * 0.8
                tip = np.array([px[k] + np.cos(angle) * 46, py[k] + np.sin(angle) * 46])
                middle = (tip + [px[k], py[k]]) / 2
                across = 10 * np.array([-np.sin(angle), np.cos(angle)])
                leaf = [(px[k], py[k]), tuple(middle + across), tuple(tip), tuple(middle - across)]
                pen.polygon([(float(a), float(b)) for a, b in leaf], fill=inks[1 + k % 2])
        pen.ellipse([px[-1] - 18, py[-1] - 18, px[-1] + 18, py[-1] + 18], fill=inks[3])
    word(pen, text, 530, 76, inks[0])


def face(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """A cat's head."""
    pen.polygon([(140, 230), (150, 60), (280, 160)], fill=inks[0])
    pen.polygon([(500, 230), (490, 60), (360, 160)], fill=inks[0])
    pen.ellipse([120, 120, 520, 470], fill=inks[0])
    for x in (236, 404):
        pen.ellipse([x - 40, 240, x + 40, 310], fill=inks[2])
        pen.ellipse([x - 12, 244, x + 12, 306], fill=inks[0])
    pen.polygon([(300, 340), (340, 340), (320, 366)], fill=inks[1])
    for side in (-1, 1):
        pen.arc(
            [320 - 30 + side * 30, 350, 320 + 30 + side * 30, 400], 20, 160, fill=inks[1], width=7
        )
        for k in (-14, 4, 22):
            pen.line(
                [320 + side * 90, 360 + k, 320 + side * 230, 350 + 2 * k], fill=inks[1], width=4
            )
    word(pen, text, 510, 90, inks[0])


PICTURES: tuple[Callable[[Pen, Sequence[Ink], str], None], ...] = (
    sunset, arches, mountains, varsity, botanical, face,
)  # fmt: skip


@lru_cache(maxsize=32)
def chest_print(style: int, inks: tuple[Ink, ...]) -> Array:
    """Premultiplied linear rgba [SIZE, SIZE, 4]; inks[0] is the line and lettering."""
    image = Image.new("RGBA", (SIZE, SIZE), (*inks[0], 0))
    PICTURES[style % len(PICTURES)](ImageDraw.Draw(image), inks, WORDS[style % len(WORDS)])
    values = np.asarray(image, F32) / 255
    cover = values[..., 3:]
    return np.concatenate([srgb_to_linear(values[..., :3]) * cover, cover], -1).astype(F32)


def lay_print(
    colour: np.ndarray, picture: np.ndarray, u: np.ndarray, v: np.ndarray, place: Sequence[float]
) -> Array:
    """`picture` over `colour` [h, w, 3]; place is (left, top, width) in world units."""
    left, top, width = place
    scale = picture.shape[1] / width
    # INTER_AREA does not shrink in remap, so the picture is brought near its drawn size first.
    shrink = max(1.0, scale / 3)
    size = (round(picture.shape[1] / shrink), round(picture.shape[0] / shrink))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    at_x = ((u - left) * scale / shrink).astype(F32)
    at_y = ((v - top) * scale / shrink).astype(F32)
    ink = cv2.remap(small, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    worn = np.clip(0.95 + 0.04 * noise(91, 0.8, u, v, 2), 0, 1)[..., None]
    cover = ink[..., 3:] * worn
    return (colour * (1 - cover) + ink[..., :3] * worn).astype(F32)
