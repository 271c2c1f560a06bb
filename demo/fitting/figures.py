"""The shop's own people, who can be dressed: pictures, body parts, joints. Draws nothing.

`assets/figures/` holds a picture, a part map and, where an arm passes in front of the trunk, that arm
alone for each of them, and all measures in `figures.json`. Left and right are the wearer's: left lies
on the viewer's right. All positions are pixels of the picture.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from demo.errors import PictureError

SIZE: Final = (640, 1280)
"""width and height of every figure's picture"""

PARTS: Final = (
    "nothing", "hair", "head", "neck", "torso", "upper_arm_left", "upper_arm_right", "forearm_left",
    "forearm_right", "hand_left", "hand_right", "thigh_left", "thigh_right", "calf_left",
    "calf_right", "foot_left", "foot_right",
)  # fmt: skip
"""names of the labels in a part map, topmost part per pixel"""


@dataclass(frozen=True)
class Figure:
    """One person in one pose."""

    name: str
    gender: str
    """women or men"""
    skin: str
    """name of the tone"""
    skin_hex: str
    """its colour, #rrggbb"""
    body: str
    """slim, regular or full"""
    pose: str
    height_px: float
    """from the crown to the ground"""
    front: tuple[str, ...]
    """arms that pass in front of the trunk: arm_left, arm_right"""
    joints: dict[str, tuple[float, float]]
    outline: dict[str, tuple[float, float]]
    """points on the contour of trunk and neck"""
    half_widths: dict[str, float]
    """of the limbs, square to the bone"""
    folder: Path

    def picture(self) -> Image.Image:
        """The bare figure, RGBA, `SIZE`."""
        return _opened(self.folder / f"{self.name}.webp").convert("RGBA")

    def parts(self) -> np.ndarray:
        """Label of the topmost part per pixel, uint8 [1280, 640], indices of `PARTS`."""
        return np.asarray(_opened(self.folder / f"{self.name}.parts.png"), np.uint8)

    def front_picture(self) -> Image.Image | None:
        """The arms of `front` alone, RGBA, `SIZE`, to lay over a garment; None when there are none."""
        if not self.front:
            return None
        return _opened(self.folder / f"{self.name}.front.webp").convert("RGBA")


def load_figures(folder: Path) -> dict[str, Figure]:
    """All figures of a folder by name, in the order of its list.

    Raises PictureError when the list or one of its pictures is missing or cannot be read.
    """
    listing = folder / "figures.json"
    try:
        entries = json.loads(listing.read_text(encoding="utf-8"))
        figures = {entry["name"]: _figure(entry, folder) for entry in entries}
    except FileNotFoundError:
        raise PictureError(
            f"The figures are not there: {listing} is missing. "
            "Draw them with `python -m demo studio figures`."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PictureError(
            f"{listing} cannot be read ({error!r}). "
            "Draw the figures again with `python -m demo studio figures`."
        ) from error
    for figure in figures.values():
        endings = ["webp", "parts.png"] + (["front.webp"] if figure.front else [])
        for ending in endings:
            if not (folder / f"{figure.name}.{ending}").is_file():
                raise PictureError(
                    f"The figure {figure.name} is incomplete: {figure.name}.{ending} is missing in "
                    f"{folder}. Draw the figures again with `python -m demo studio figures`."
                )
    return figures


def _figure(entry: dict, folder: Path) -> Figure:
    def points(group: dict[str, list[float]]) -> dict[str, tuple[float, float]]:
        return {name: (float(x), float(y)) for name, (x, y) in group.items()}

    return Figure(
        name=entry["name"],
        gender=entry["gender"],
        skin=entry["skin"]["name"],
        skin_hex=entry["skin"]["hex"],
        body=entry["body"],
        pose=entry["pose"],
        height_px=float(entry["height_px"]),
        front=tuple(entry["front"]),
        joints=points(entry["joints"]),
        outline=points(entry["outline"]),
        half_widths={name: float(width) for name, width in entry["half_widths"].items()},
        folder=folder,
    )


def _opened(path: Path) -> Image.Image:
    try:
        with Image.open(path) as picture:
            picture.load()
    except OSError as error:
        raise PictureError(
            f"The picture {path.name} cannot be read. "
            "Draw the figures again with `python -m demo studio figures`."
        ) from error
    return picture
