"""`bench fitting`: how well people's photos are parsed, on designs, looks and senders never trained on."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import numpy as np

from demo.fitting.parsing import parse
from demo.models.parser import PARSER, Parser
from demo.models.pose import PoseNetwork
from demo.training.data import split_of
from demo.training.overlap import measure_figures, measure_worn
from demo.training.wearers import draw_figures, read_pairs

FIGURES: Final = 12
PHOTO: Final = (1000, 1500)
"""width and height of the photo that is timed"""
RUNS: Final = 5


def report(data: Path, figures: Path) -> str:
    """The tables as markdown. `figures` is where dressed figures are kept, or drawn to."""
    worn = measure_worn(data, "test", PARSER)
    folder = draw_figures(figures, "test", FIGURES)
    dressed = measure_figures(folder, data, PARSER)
    strangers = frozenset(
        entry["figure"] for entry in read_pairs(folder) if split_of(entry["figure"]) != "train"
    )
    unseen = measure_figures(folder, data, PARSER, strangers)
    lines = ["| parsed | ground | pictures | mean IoU | worst tenth |", "|---|---|---|---|---|"]
    lines += _rows("photo: {}", worn)
    lines += _rows("figure: {}", dressed)
    lines += _rows("figure never seen: {}", unseen)
    lines += ["", _timed(data)]
    return "\n".join(lines)


def _rows(title: str, found: dict[str, dict[str, float | int]]) -> list[str]:
    rows = []
    for name, value in found.items():
        label, ground = name.split(", ")
        rows.append(
            f"| {title.format(label)} | {ground} | {value['count']} | {value['mean']:.3f} "
            f"| {value['worst']:.3f} |"
        )
    return rows


def _timed(data: Path) -> str:
    """One sentence: seconds for a photo of `PHOTO` pixels, networks loaded."""
    import cv2

    from demo.training.people import read_worn
    from demo.training.wearers import read_rgb

    path = next(w for w in read_worn(data) if w.split == "test" and w.garment == "upper").photos[0]
    photo = cv2.resize(read_rgb(path), PHOTO, interpolation=cv2.INTER_CUBIC)
    poses, parser = PoseNetwork(), Parser()
    parse(photo, poses, parser)
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        parse(photo, poses, parser)
        seconds.append(time.perf_counter() - started)
    return f"A photo of {PHOTO[0]} × {PHOTO[1]} is parsed in {np.median(seconds):.2f} s, joints included."
