"""Seconds and memory of the fitting room on two cores: figures, and a photo with all its networks.

Run first, in a process that has loaded nothing else, so that the memory is the fitting room's own.
"""

from __future__ import annotations

import resource
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import cv2
import numpy as np

from demo.catalog.catalogue import Catalogue
from demo.catalog.shapes import load_shapes
from demo.errors import PersonError
from demo.fitting.figures import load_figures
from demo.fitting.parsing import parse
from demo.fitting.people import check_person
from demo.fitting.room import FittingRoom
from demo.fitting.subject import Subject, of_figure, of_photo
from demo.models.parser import Parser
from demo.models.pose import PoseNetwork
from demo.outfits.looks import read
from demo.settings import ROOT
from demo.training.data import split_of
from demo.training.people import read_worn
from demo.training.wearers import read_rgb
from demo.types import Product

PHOTO: Final = (1000, 1500)
"""width and height of the photo that is timed"""
RUNS: Final = 9


def table(data: Path) -> list[str]:
    """Markdown lines: medians, one look after another."""
    catalogue = Catalogue.read(ROOT / "catalog")
    room = FittingRoom(load_shapes(ROOT / "catalog" / "shapes.npz"))
    figure = of_figure(load_figures(ROOT / "assets" / "figures")["carla"])
    looks = [k for k in read(ROOT / "catalog" / "looks.jsonl") if k.split == "test"]
    products = [[catalogue.product(sku) for sku in k.items] for k in looks]
    single = [[p] for items in products for p in items if p.get("category") == "tops"]
    rows = [
        ("figure, one top, never worn before", 0.4, [_dressing(room, figure, g) for g in single[:RUNS]]),
        ("figure, one top, worn before", 0.4, [_dressing(room, figure, g) for g in single[:RUNS]]),
        ("figure, a whole look, never worn before", None,
         [_dressing(room, figure, g) for g in products[-RUNS:]]),
    ]  # fmt: skip
    poses, parser = PoseNetwork(), Parser()
    photo = _photo(data, poses, parser)
    parsed, tried = [], []
    for top in single[:RUNS]:
        started = perf_counter()
        found = parse(photo, poses, parser)
        parsed.append(perf_counter() - started)
        pose = check_person(found)
        joints = (pose.points, pose.visibility) if pose else (None, None)
        _dressing(room, of_photo(photo, found.labels, *joints), top)
        tried.append(perf_counter() - started)
    size = f"{PHOTO[0]} × {PHOTO[1]}"
    rows += [(f"photo of {size}, parsed, joints included", None, parsed[1:]),
             (f"photo of {size}, parsed and dressed in a top", 2.0, tried[1:])]  # fmt: skip
    lines = ["| what | median of a few | budget |", "|---|---|---|"]
    for name, budget, seconds in rows:
        allowed = f"{budget} s" if budget else ""
        lines.append(f"| {name} | {median(seconds):.2f} s | {allowed} |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    lines.append(f"| peak memory of the process | {peak:.2f} GiB | 1.5 GB |")
    return lines


def _photo(data: Path, poses: PoseNetwork, parser: Parser) -> np.ndarray:
    """The first photo of a test design that is not refused, [h, w, 3] of PHOTO's size."""
    for worn in read_worn(data):
        if split_of(worn.family) == "test" and worn.garment == "upper":
            photo = cv2.resize(read_rgb(worn.photos[0]), PHOTO, interpolation=cv2.INTER_CUBIC)
            with suppress(PersonError):
                check_person(parse(photo, poses, parser))
                return photo
    raise PersonError("No photo of a test design shows enough.")


def _dressing(room: FittingRoom, person: Subject, products: Sequence[Product]) -> float:
    started = perf_counter()
    room.dress(person, products)
    return perf_counter() - started
