"""How well parses overlap the truth: IoU on photos of designs and on drawn figures never trained on.

Photos are measured as they are, on white, and pasted onto photos of homes by senders whose photos
were never trained on either. Knows no training.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import cv2
import numpy as np

from demo.fitting.parsing import parse
from demo.models.parser import BACKGROUND, CLASSES, LOWER, UPPER, Parser
from demo.models.pose import PoseNetwork
from demo.training.data import Split
from demo.training.people import read_worn, silhouette
from demo.training.wearers import on_white, read_figure, read_grounds, read_pairs, read_rgb

WORST: float = 0.1
LEAST: float = 0.002
"""share of a picture that a class must have to be measured on it"""


def iou(labels: np.ndarray, truth: np.ndarray, number: int) -> float:
    """Intersection over union of one class, both uint8 [H, W]; 1 where neither has it."""
    ours, theirs = labels == number, truth == number
    union = np.count_nonzero(ours | theirs)
    return np.count_nonzero(ours & theirs) / union if union else 1.0


def summary(values: list[float]) -> dict[str, float | int]:
    """Mean of all, mean of the worst tenth (at least one), and how many."""
    ordered = np.sort(values)
    worst = ordered[: max(1, round(WORST * len(ordered)))]
    return {
        "mean": round(float(ordered.mean()), 4), "worst": round(float(worst.mean()), 4),
        "count": len(ordered),
    }  # fmt: skip


def measure_worn(data: Path, split: Split, weights: Path) -> dict[str, dict[str, float | int]]:
    """`upper, white` and so on -> summary, over every colour of every design of the split."""
    poses, parser = PoseNetwork(), Parser(weights)
    grounds = grounds_of(data)
    found: dict[str, list[float]] = defaultdict(list)
    for worn in (w for w in read_worn(data) if w.split == split):
        photos = [read_rgb(path) for path in worn.photos]
        mask = cv2.imread(str(worn.mask), cv2.IMREAD_GRAYSCALE) > 127
        number = UPPER if worn.garment == "upper" else LOWER
        truth = np.where(mask, number, BACKGROUND).astype(np.uint8)
        person = silhouette(photos) | mask
        for i, photo in enumerate(photos):
            pasted = paste(photo, person, grounds, Random(f"{worn.family}/{i}"))
            for ground, shown in (("white", photo), ("pasted", pasted)):
                value = iou(parse(shown, poses, parser).labels, truth, number)
                found[f"{worn.garment}, {ground}"].append(value)
    return {name: summary(values) for name, values in sorted(found.items())}


def measure_figures(
    folder: Path, data: Path, weights: Path, people: frozenset[str] | None = None
) -> dict[str, dict[str, float | int]]:
    """`arms, white` and so on -> summary, over the dressed figures of a folder, or some people's."""
    poses, parser = PoseNetwork(), Parser(weights)
    grounds = grounds_of(data)
    found: dict[str, list[float]] = defaultdict(list)
    for entry in read_pairs(folder):
        if people is not None and entry["figure"] not in people:
            continue
        picture, truth = read_figure(folder, entry)
        pasted = paste(picture[..., :3], picture[..., 3], grounds, Random(entry["id"]))
        for ground, shown in (("white", on_white(picture)), ("pasted", pasted)):
            labels = parse(shown, poses, parser).labels
            for number, name in enumerate(CLASSES):
                if np.count_nonzero(truth == number) >= LEAST * truth.size:
                    found[f"{name}, {ground}"].append(iou(labels, truth, number))
    return {name: summary(values) for name, values in sorted(found.items())}


def grounds_of(data: Path) -> list[np.ndarray]:
    """Photos of homes by senders of the test split; uint8 RGB."""
    return read_grounds(data, "test", 60)


def paste(
    photo: np.ndarray, person: np.ndarray, grounds: list[np.ndarray], lot: Random
) -> np.ndarray:
    """The person (mask [H, W] bool, or alpha uint8) before a photo of a home, RGB uint8."""
    height, width = photo.shape[:2]
    alpha = person.astype(np.float32) / (255 if person.dtype == np.uint8 else 1)
    if person.dtype == bool:
        alpha = cv2.GaussianBlur(alpha, (0, 0), 0.8)
    ground = lot.choice(grounds)
    h, w = ground.shape[:2]
    scale = min(h / height, w / width)
    ch, cw = max(1, int(height * scale)), max(1, int(width * scale))
    y, x = lot.randint(0, h - ch), lot.randint(0, w - cw)
    behind = cv2.resize(
        ground[y : y + ch, x : x + cw], (width, height), interpolation=cv2.INTER_CUBIC
    )
    alpha = alpha[..., None]
    return np.round(photo * alpha + behind * (1 - alpha)).astype(np.uint8)
