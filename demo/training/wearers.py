"""The people that the parser learns from and is measured on, read from where they lie. Trains nothing.

Photos of a shop's people are labelled by `people`; drawn figures come with exact labels. Whoever is
asked for people to train on gets designs, looks, senders and persons of the training split only.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from random import Random
from typing import Any, Final

import cv2
import numpy as np

from demo.errors import ShopError
from demo.models.pose import Pose, PoseNetwork
from demo.settings import ROOT
from demo.training.data import Split, split_of
from demo.training.people import label_worn, read_worn
from demo.training.scenes import Person

SEEDS: Final = {"train": 11, "test": 12}
"""of the figures that are drawn for each split"""
GROUND_SIDE: Final = 320
"""longer side of the home photos, pixels"""


def draw_figures(folder: Path, split: Split, count: int) -> Path:
    """The folder of `count` dressed figures of that split's looks; drawn when it is not there yet."""
    from demo.studio.worn.pairs import draw_pairs

    out = folder / split
    if not (out / "pairs.jsonl").is_file() or len(read_pairs(out)) < count:
        draw_pairs(out, count, SEEDS[split], ROOT / "assets" / "figures",
                   ROOT / "catalog" / "looks.jsonl", split, jobs=1)  # fmt: skip
    return out


def photographed_people(data: Path, poses: PoseNetwork) -> dict[str, list[Person]]:
    """`top` and `bottom`: the shop's people in designs of the training split."""
    people: dict[str, list[Person]] = {"top": [], "bottom": []}
    for worn in read_worn(data):
        if worn.split != "train":
            continue
        photos = [read_rgb(path) for path in worn.photos]
        mask = cv2.imread(str(worn.mask), cv2.IMREAD_GRAYSCALE) > 127
        pose = _pose(photos[0], poses)
        labels = label_worn(photos, mask, worn.garment, pose)
        kind, cut = ("top", "bottom") if worn.garment == "upper" else ("bottom", "top")
        people[kind].append(_person(photos, labels, False, cut, pose))
    if not all(people.values()):
        raise ShopError(f"There are no photos of people to train on in {data / 'luma'}.")
    return people


def drawn_people(folder: Path, poses: PoseNetwork) -> list[Person]:
    """Dressed figures, without those whose person is held out."""
    people = []
    for entry in read_pairs(folder):
        if split_of(entry["figure"]) == "train":
            picture, labels = read_figure(folder, entry)
            photo = on_white(picture)
            people.append(_person([photo], labels, True, "", _pose(photo, poses)))
    return people


def read_pairs(folder: Path) -> list[dict[str, Any]]:
    """The lines of a folder that `studio dress --count` wrote."""
    lines = (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_figure(folder: Path, entry: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """A dressed figure at half its size: RGBA uint8 [640, 320, 4], labels uint8 [640, 320]."""
    picture = cv2.imread(str(folder / entry["picture"]), cv2.IMREAD_UNCHANGED)
    labels = cv2.imread(str(folder / entry["labels"]), cv2.IMREAD_GRAYSCALE)
    half = (labels.shape[1] // 2, labels.shape[0] // 2)
    small = cv2.resize(
        cv2.cvtColor(picture, cv2.COLOR_BGRA2RGBA), half, interpolation=cv2.INTER_AREA
    )
    return small, cv2.resize(labels, half, interpolation=cv2.INTER_NEAREST)


def on_white(picture: np.ndarray) -> np.ndarray:
    """RGB uint8 of straight-alpha RGBA."""
    alpha = picture[..., 3:].astype(np.float32) / 255
    return np.round(picture[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def read_grounds(data: Path, split: Split, count: int) -> list[np.ndarray]:
    """Small home photos by senders of that split, RGB uint8, the longer side `GROUND_SIDE`."""
    with (data / "clothing" / "items.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if split_of("sender-" + r["sender"]) == split]
    chosen = Random(count).sample(rows, min(count, len(rows)))
    grounds = []
    for row in chosen:
        photo = read_rgb(data / "clothing" / row["image"])
        scale = GROUND_SIDE / max(photo.shape[:2])
        grounds.append(cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return grounds


def read_rgb(path: Path) -> np.ndarray:
    """A photo as RGB uint8 [H, W, 3]."""
    return cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)


def _person(
    photos: list[np.ndarray], labels: np.ndarray, exact: bool, cut: str, pose: Pose | None
) -> Person:
    points, visibility = (pose.points, pose.visibility) if pose else (None, None)
    return Person(tuple(photos), labels, exact, cut, points, visibility)


def _pose(photo: np.ndarray, poses: PoseNetwork) -> Pose | None:
    found = [p for p in poses.find(photo) if p.faces(photo.shape[1], photo.shape[0])]
    return found[0] if found else None
