"""What a painting network is told: garments on sheets, and a sentence; knows no network.

Image 1 is the person, the images from 2 on are the sheets.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PIL import Image

SHEETS: Final = 3
"""pictures of garments beside the person's: klein takes four references, as its makers say"""
SHEET: Final = (512, 640)
"""width and height of each; the pipeline wants them all alike"""
_LONGEST_WORDS: Final = 120
"""characters of a garment's words that are read; the text encoder stops at 512 tokens in all"""


@dataclass(frozen=True)
class Piece:
    """One thing to put on, as the network is shown it."""

    picture: Image.Image
    """the product's picture, cut out or on a plain ground, any size"""
    words: str = ""
    """its title, for the prompt"""


def deal(garments: Sequence[Piece]) -> list[list[Piece]]:
    """The garments in their order on at most `SHEETS` sheets, as evenly as can be."""
    count = min(len(garments), SHEETS)
    cuts = [len(garments) * i // count for i in range(count + 1)]
    return [list(garments[start:end]) for start, end in pairwise(cuts)]


def sheet_of(garments: Sequence[Piece]) -> Image.Image:
    """The garments side by side on one white sheet, RGB, `SHEET`, none cropped."""
    sheet = Image.new("RGB", SHEET, "white")
    columns = math.ceil(math.sqrt(len(garments)))
    rows = math.ceil(len(garments) / columns)
    width, height = SHEET[0] // columns, SHEET[1] // rows
    for i, garment in enumerate(garments):
        picture = on_white(garment.picture)
        scale = min(width / picture.width, height / picture.height)
        size = (max(1, int(picture.width * scale)), max(1, int(picture.height * scale)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
        x, y = i % columns * width, i // columns * height
        sheet.paste(picture, (x + (width - size[0]) // 2, y + (height - size[1]) // 2))
    return sheet


def prompt_for(sheets: Sequence[Sequence[Piece]]) -> str:
    """What the network is told; the person is its image 1, the sheets are the images from 2 on."""
    worn: list[str] = []
    for number, sheet in enumerate(sheets, start=2):
        names = [_name(garment.words) for garment in sheet]
        worn.append(f"{' and '.join(names)} shown in image {number}")
    return (
        f"A photograph: the person of image 1 now wears {', and over or with it '.join(worn)}. Colour, "
        "pattern, print, fabric and cut are exactly those of the pictures. Face, hair, skin, body, pose, "
        "light and background stay as in image 1."
    )


def _name(words: str) -> str:
    """A garment's words on one line, without quotes or control marks, and not endless."""
    plain = re.sub(r"[\s<>|\"“”]+", " ", words).strip()[:_LONGEST_WORDS].strip()
    return f"the {plain}" if plain else "the garment"


def on_white(picture: Image.Image) -> Image.Image:
    """RGB, with white behind what is transparent."""
    if picture.mode == "RGB":
        return picture
    seen = picture.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")
