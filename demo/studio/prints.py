"""Chest prints: small pictures and words, drawn from shapes. Knows inks and outlines, no garment.

Lettering is set in the page's own typefaces, so that no font of the system is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from demo.settings import ROOT
from demo.studio.canvas import (
    F32,
    Array,
    srgb_to_linear,
)
from demo.studio.noise import noise

SIZE = 640
Ink = tuple[int, int, int]
"""sRGB, 0..255"""
WORDS = (
    "Pacific", "forme", "North Lake", "atelier", "Harbour", "slow days", "Alpine", "Riviera",
    "Studio 9", "wildwood", "Mar & Sol", "Jardin", "late summer",
)  # fmt: skip
FONTS = ROOT / "assets" / "theme"
SANS, SERIF, SCRIPT = "instrument-sans", "instrument-serif", "instrument-serif-italic"
CAPITALS = 0.7
"""height of a capital letter as a share of the font's size"""
Pen = ImageDraw.ImageDraw


@lru_cache(maxsize=64)
def _font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{face}.woff2", pixels)


def word(
    pen: Pen, text: str, y: float, size: float, ink: Ink, reach: float = 560, face: str = SERIF,
    weight: float = 0.0, spread: float = 0,
) -> None:  # fmt: skip
    """Centred text whose top is at y, capitals `size` px high, shrunk until it fits.

    weight: how much fatter than the font, as a share of the height; spread: px between letters.
    """
    letters = list(text) if spread else [text]
    pixels = round(size / CAPITALS)
    width = sum(_font(face, pixels).getlength(part) for part in letters)
    width += spread * (len(letters) - 1)
    if width > reach:
        pixels, spread, width = round(pixels * reach / width), spread * reach / width, reach
    font, x = _font(face, pixels), (SIZE - width) / 2
    for part in letters:
        pen.text((x, y + pixels * CAPITALS), part, fill=ink, font=font, anchor="ls",
                 stroke_width=round(weight * pixels))  # fmt: skip
        x += font.getlength(part) + spread


def curve(pen: Pen, x: np.ndarray, y: np.ndarray, ink: Ink, width: int) -> None:
    """A line of round pen strokes."""
    points = list(zip(x.tolist(), y.tolist(), strict=True))
    pen.line(points, fill=ink, width=width, joint="curve")


def leaf(pen: Pen, x: float, y: float, angle: float, length: float, ink: Ink, wide: float) -> None:
    t = np.linspace(0, 1, 12)
    half = wide * length * np.sin(np.pi * t**0.8)
    along, across = np.r_[t, t[::-1]] * length, np.r_[half, -half[::-1]]
    px = x + along * np.cos(angle) - across * np.sin(angle)
    py = y + along * np.sin(angle) + across * np.cos(angle)
    pen.polygon(list(zip(px.tolist(), py.tolist(), strict=True)), fill=ink)


def sunset(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """A sun that the sea cuts into bands, two palms."""
    for y in range(40, 450):
        share = (y - 40) / 410
        colour = tuple(
            int(a * (1 - share) + b * share) for a, b in zip(inks[1], inks[2], strict=True)
        )
        half = np.sqrt(max(0, 205**2 - (y - 245) ** 2))
        if y > 270 and (y - 270) % 34 < (y - 270) / 10:
            continue
        pen.line([320 - half, y, 320 + half, y], fill=colour)
    t = np.linspace(0, 1, 14)
    for x, height, lean in ((186, 190, 26), (446, 140, -18)):
        top_x, top_y = x + lean, 462 - height
        curve(pen, x + lean * t * t, 462 - height * t, inks[0], 9)
        for angle in np.linspace(-0.3, 3.44, 9):
            reach = 74 * (0.8 + 0.2 * np.cos(3 * angle))
            px = top_x + np.cos(angle) * reach * t
            py = top_y - np.sin(angle) * reach * 0.5 * t + 44 * t * t
            thick = 7 * np.sin(np.pi * np.clip(t * 0.9 + 0.1, 0, 1))
            outline = np.r_[
                np.stack([px, py - thick], 1), np.stack([px, py + thick * 0.4], 1)[::-1]
            ]
            pen.polygon([(float(a), float(b)) for a, b in outline], fill=inks[0])
    word(pen, text, 500, 66, inks[0], face=SCRIPT, weight=0.014)


def arches(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """A rainbow of four arches, a moon."""
    for i, radius in enumerate((220, 170, 120, 70)):
        colour = (inks[1], inks[0], inks[2], inks[0])[i]
        pen.arc([320 - radius, 230 - radius, 320 + radius, 230 + radius], 180, 360, colour, 34)
        for side in (-1, 1):
            x = 320 + side * (radius - 17)
            pen.rectangle([x - 17, 229, x + 17, 380], fill=colour)
    word(pen, text.upper(), 440, 46, inks[0], face=SANS, weight=0.014, spread=16)


def mountains(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """Ridges behind each other, a low sun, hatched by a pen."""
    rng = np.random.default_rng(len(text))
    pen.ellipse([370, 70, 480, 180], fill=inks[2])
    x = np.arange(40, 601, 4.0)
    for peak, height, foot, ink in ((250, 300, 430, inks[1]), (430, 190, 430, inks[0])):
        rough = np.cumsum(rng.normal(0, 3.0, len(x)))
        top = foot - height * np.exp(-np.abs(x - peak) / 105) + rough - rough.mean()
        top = np.minimum(top, foot)
        outline = [*zip(x.tolist(), top.tolist(), strict=True), (600, foot), (40, foot)]
        pen.polygon(outline, fill=ink)
        for k in range(4, len(x) - 4, 5):
            if x[k] > peak:
                drop = float((foot - top[k]) * rng.uniform(0.2, 0.5))
                pen.line([x[k], top[k] + 14, x[k] + 10, top[k] + 14 + drop], fill=inks[3], width=3)
    for k in range(4):
        pen.line([70 + 26 * k, 446 + 13 * k, 570 - 26 * k, 446 + 13 * k], fill=inks[0], width=5)
    word(pen, text.upper(), 526, 44, inks[0], face=SERIF, weight=0.014, spread=12)


def varsity(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """Big letters between two rules."""
    word(pen, text.upper(), 190, 104, inks[0], face=SERIF, weight=0.02)
    pen.rectangle([50, 162, 590, 170], fill=inks[0])
    pen.rectangle([50, 336, 590, 344], fill=inks[0])
    word(pen, "SPORTS CLUB  EST. 86", 366, 30, inks[1], face=SANS, weight=0.014)


def script(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """One handwritten word and a swash."""
    word(pen, text, 210, 110, inks[0], reach=600, face=SCRIPT, weight=0.014)
    t = np.linspace(0, 1, 40)
    curve(pen, 150 + 340 * t, 400 - 26 * np.sin(np.pi * t) + 20 * t, inks[1], 7)


def botanical(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """Three stems in line: leaves, seed heads."""
    t = np.linspace(0, 1, 24)
    for stem, length, round_leaf in ((-0.42, 330, 0.17), (0.04, 420, 0.10), (0.44, 340, 0.24)):
        px = 320 + np.sin(stem) * length * t * (0.6 + 0.5 * t)
        py = 480 - np.cos(stem) * length * t
        curve(pen, px, py, inks[0], 5)
        for k in range(7, 23, 3):
            for side in (-1, 1):
                angle = -np.pi / 2 + stem + side * 0.85
                leaf(pen, px[k], py[k], angle, 64 - 1.6 * k, inks[1 + (k // 3) % 2], round_leaf)
                tip = (px[k] + np.cos(angle) * 44, py[k] + np.sin(angle) * 44)
                pen.line([(px[k], py[k]), tip], fill=inks[0], width=3)
        pen.ellipse([px[-1] - 11, py[-1] - 14, px[-1] + 11, py[-1] + 8], fill=inks[0])
    word(pen, text.lower(), 520, 44, inks[0], face=SCRIPT, weight=0.014)


def bloom(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """One big flower in a single line, on a blot of colour."""
    pen.ellipse([150, 60, 440, 340], fill=inks[1])
    t = np.linspace(0, 2 * np.pi, 400)
    for scale, petals in ((150, 5), (92, 5), (42, 3)):
        reach = scale * (0.72 + 0.28 * np.abs(np.sin(petals * t / 2 + scale)))
        curve(pen, 330 + reach * np.cos(t), 230 + reach * 0.92 * np.sin(t), inks[0], 7)
    s = np.linspace(0, 1, 30)
    curve(pen, 330 - 60 * s * s, 372 + 200 * s, inks[0], 7)
    for at, angle, length in ((0.35, -0.5, 130), (0.55, -2.7, 120)):
        x, y = 330 - 60 * at * at, 372 + 200 * at
        leaf(pen, x, y, angle, length, inks[2], 0.17)
        pen.line([x, y, x + np.cos(angle) * length, y + np.sin(angle) * length], inks[0], 4)


def waves(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """A framed sea: sun, rollers, a frame with a round top."""
    pen.pieslice([150, 40, 490, 380], 180, 360, fill=inks[1])
    pen.rectangle([150, 209, 490, 450], fill=inks[1])
    pen.ellipse([290, 110, 400, 220], fill=inks[3])
    x = np.linspace(150, 490, 120)
    for k in range(6):
        y = 250 + 36 * k
        crest = y + (9 + 2 * k) * np.sin(x / (24 + 5 * k) + 1.7 * k)
        ink = inks[0] if k % 2 == 0 else inks[2]
        outline = [*zip(x.tolist(), crest.tolist(), strict=True), (490, 450), (150, 450)]
        pen.polygon(outline, fill=ink)
    word(pen, text.upper(), 490, 48, inks[0], face=SANS, weight=0.014, spread=14)


def citrus(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """Slices of fruit and two leaves."""
    for x, y, angle in ((250, 150, -2.6), (420, 130, -0.7)):
        leaf(pen, x, y, angle, 150, inks[2], 0.2)
        pen.line([x, y, x + 120 * np.cos(angle), y + 120 * np.sin(angle)], fill=inks[3], width=4)
    for x, y, radius, turn in ((225, 255, 128, 0.2), (438, 205, 98, 0.5), (400, 372, 76, 0.0)):
        for share, ink in ((1.0, inks[0]), (0.90, inks[3]), (0.82, inks[1])):
            reach = radius * share
            pen.ellipse([x - reach, y - reach, x + reach, y + reach], fill=ink)
        for k in range(9):
            angle = turn + 2 * np.pi * k / 9
            rim = (x + radius * 0.86 * np.cos(angle), y + radius * 0.86 * np.sin(angle))
            pen.line([(x, y), rim], fill=inks[3], width=9)
        pen.ellipse([x - 12, y - 12, x + 12, y + 12], fill=inks[3])
    word(pen, text, 490, 66, inks[0], face=SCRIPT, weight=0.014)


def halftone(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """A faded holiday photograph in dots: sky, hills, road."""
    for y in range(60, 450, 11):
        for x in range(120 + (y // 11) % 2 * 5, 525, 11):
            hill = 250 + 40 * np.sin(x / 70) + 24 * np.sin(x / 31 + 2)
            sun = np.hypot(x - 400, y - 160) < 52
            tone = 0.15 + 0.25 * (y - 60) / 390 if y < hill else 0.55 + 0.35 * (y - hill) / 200
            if y > 290 and abs(x - 320 - 20 * np.sin(y / 40)) < (y - 280) * 0.42:
                tone = 0.12
            size = 7.2 * np.sqrt(0.02 if sun else min(tone, 1))
            ink = inks[2] if y < hill else inks[0]
            pen.ellipse([x - size, y - size, x + size, y + size], fill=ink)
    word(pen, text, 476, 56, inks[0], face=SERIF, weight=0.014)


def face(pen: Pen, inks: Sequence[Ink], text: str) -> None:
    """A sleeping cat's head in a few lines."""
    pen.polygon([(160, 230), (168, 90), (286, 160)], fill=inks[0])
    pen.polygon([(480, 230), (472, 90), (354, 160)], fill=inks[0])
    pen.ellipse([140, 126, 500, 430], fill=inks[0])
    for side in (-1, 1):
        pen.arc([320 + side * 78 - 38, 240, 320 + side * 78 + 38, 296], 10, 170, inks[3], 8)
        pen.arc([320 - 26 + side * 26, 326, 320 + 26 + side * 26, 366], 20, 160, inks[3], 6)
        for k in (-12, 6, 24):
            ends = [320 + side * 96, 338 + k, 320 + side * 214, 326 + 2 * k]
            pen.line(ends, fill=inks[2], width=4)
    pen.polygon([(306, 318), (334, 318), (320, 336)], fill=inks[3])
    word(pen, text.lower(), 474, 54, inks[0], face=SCRIPT, weight=0.014)


PICTURES: tuple[Callable[[Pen, Sequence[Ink], str], None], ...] = (
    sunset, arches, mountains, varsity, botanical, face, bloom, waves, script, citrus, halftone,
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
