"""What the studio knows of a garment's shape: named landmarks and a map of its parts. Draws nothing.

`catalog/shapes.npz` holds both for every embedded product; a foreign catalogue has none, and whoever
needs them must do without. Left and right are the wearer's: left lies on the viewer's right.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from demo.durable import write_aside
from demo.errors import CatalogError

PARTS: Final = (
    "nothing", "inside", "body", "sleeve_left", "sleeve_right", "collar", "hood", "waistband",
    "skirt", "leg_left", "leg_right", "shoe_near", "shoe_far", "bag", "strap", "crown", "brim",
)  # fmt: skip
"""names of the labels in a part map; "inside" is what lies behind the wearer: the inner back"""

LANDMARKS: Final = {
    "upper": (
        "neck_left", "neck_right", "collar", "shoulder_left", "shoulder_right", "armpit_left",
        "armpit_right", "elbow_left", "elbow_right", "cuff_outer_left", "cuff_inner_left",
        "cuff_outer_right", "cuff_inner_right", "waist_left", "waist_right", "hem_left",
        "hem_right", "hem",
    ),
    "skirt": (
        "waist_left", "waist_right", "hip_left", "hip_right", "hem_left", "hem_right", "hem",
    ),
    "legs": (
        "waist_left", "waist_right", "hip_left", "hip_right", "crotch", "knee_outer_left",
        "knee_inner_left", "knee_outer_right", "knee_inner_right", "cuff_outer_left",
        "cuff_inner_left", "cuff_outer_right", "cuff_inner_right",
    ),
    "shoe": ("toe", "heel", "opening_front", "opening_back", "sole_toe", "sole_heel"),
    "bag": ("bag_left", "bag_right", "bag_top", "bag_bottom", "strap_left", "strap_right",
            "strap_top"),
    "hat": ("crown_top", "band_left", "band_right", "brim_left", "brim_right", "brim_front"),
}  # fmt: skip
"""kind of garment -> landmarks it may have; one that a design lacks (a cuff, a brim) is left out"""

KIND_OF: Final = {
    "tops": "upper", "knitwear": "upper", "outerwear": "upper", "dresses": "upper",
    "skirts": "skirt", "trousers": "legs", "shorts": "legs", "shoes": "shoe", "bags": "bag",
    "hats": "hat",
}  # fmt: skip
"""category -> kind of garment; a shoe's landmarks are those of the near shoe of the pair"""

MAP_SIZE: Final = (60, 75)
"""width and height of a part map: an eighth of the picture's"""


@dataclass(frozen=True)
class Shape:
    """A garment's shape in its own picture."""

    landmarks: dict[str, tuple[float, float]]
    """name -> (x, y), as shares of the picture's width and height, 0..1"""
    parts: np.ndarray
    """label of the topmost part per cell, uint8 [75, 60], indices of `PARTS`"""


def save_shapes(path: Path, shapes: Mapping[str, Shape]) -> None:
    """Write the shapes of many products (sku -> shape) as one compressed file, no pickles in it.

    Landmarks are stored as 1/10000 of the picture; equal shapes give equal bytes.
    """
    skus = sorted(shapes)
    names = sorted({name for shape in shapes.values() for name in shape.landmarks})
    places = np.full((len(skus), len(names), 2), -1, np.int16)
    for i, sku in enumerate(skus):
        for name, at in shapes[sku].landmarks.items():
            places[i, names.index(name)] = np.round(np.clip(at, 0, 1) * np.array(10_000))
    arrays = {
        "sku": np.array(skus), "landmark": np.array(names), "places": places,
        "parts": np.stack([shapes[sku].parts for sku in skus]), "part": np.array(PARTS),
    }  # fmt: skip
    with (
        write_aside(path) as aside,
        zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
    ):
        for name, array in arrays.items():
            data = io.BytesIO()
            np.lib.format.write_array(data, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy")  # its date is 1980: equal bytes on any day
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data.getvalue())


def load_shapes(path: Path) -> dict[str, Shape]:
    """The shapes of a catalogue by SKU; empty when it has none.

    Raises CatalogError when the file is damaged or names other parts than `PARTS`.
    """
    if not path.exists():
        return {}
    try:
        with np.load(path, allow_pickle=False) as file:
            skus, names = file["sku"].tolist(), file["landmark"].tolist()
            places, parts = file["places"], file["parts"]
            labels = tuple(file["part"].tolist())
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise CatalogError(
            f"{path} cannot be read ({error}); draw it again with `python -m demo studio build`."
        ) from error
    if labels != PARTS or len(places) != len(skus) or len(parts) != len(skus):
        raise CatalogError(
            f"{path} was written by another version; draw it again with `python -m demo studio build`."
        )
    return {
        sku: Shape(
            {
                name: (float(x) / 10_000, float(y) / 10_000)
                for name, (x, y) in zip(names, places[i], strict=True)
                if x >= 0
            },
            parts[i],
        )
        for i, sku in enumerate(skus)
    }
