"""The shape network's training loop and its measure: dressed examples in, weights out. Knows no file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor

from demo.models.parser import LOWER, UPPER
from demo.models.shape import SIZE, UNKNOWN, ShapeNetwork, garment_planes, person_planes, predict
from demo.training.descent import descend
from demo.training.dressing import Outfitted
from demo.training.overlap import iou
from demo.training.parsing import loss_of

BATCH: Final = 4
RATE: Final = 2e-3
PHOTOS: Final = 0.3
"""share of the examples that are photos"""
GUIDED: Final = 0.5
"""share of the figures whose warped region is shown"""
LEAST: Final = 400
"""pixels from which a region is measured"""
CLEARED: Final = (UPPER, LOWER)
"""labels whose regions are measured"""


def train(
    network: ShapeNetwork, figures: Sequence[Outfitted], photos: Sequence[Outfitted], steps: int,
    lot: Random, log: Callable[[str], None],
) -> None:  # fmt: skip
    """Train in place on dressed figures, and on photos whose own garment's code is given back."""

    def loss_of_batch() -> Tensor:
        shown = [
            example_of(lot.choice(photos if photos and lot.random() < PHOTOS else figures), lot)
            for _ in range(BATCH)
        ]
        person, garments, truth = (torch.from_numpy(np.stack(k)) for k in zip(*shown, strict=True))
        return loss_of(network(person, garments), truth.long())

    descend(network, loss_of_batch, steps, RATE, 2.0, log)


def example_of(example: Outfitted, lot: Random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Person [21, 320, 160], garments [4, 6, 75, 60] and truth uint8 [320, 160], moved and mirrored."""
    height, width = example.kept.shape
    zoom, turn = np.exp(lot.uniform(-0.12, 0.12)), np.deg2rad(lot.gauss(0, 3))
    mirror = -1 if lot.random() < 0.5 else 1
    linear = zoom * np.array(
        [[np.cos(turn) * mirror, -np.sin(turn)], [np.sin(turn) * mirror, np.cos(turn)]]
    )
    middle = np.array([width / 2, height / 2])
    shift = np.array([lot.uniform(-0.06, 0.06) * width, lot.uniform(-0.04, 0.04) * height])
    place = np.column_stack([linear, middle + shift - linear @ middle])

    def moved(labels: np.ndarray, beyond: int) -> np.ndarray:
        return cv2.warpAffine(labels, place, (width, height), flags=cv2.INTER_NEAREST,
                              borderValue=beyond)  # fmt: skip

    guided = lot.random() < GUIDED and bool(example.warped.any())
    person = person_planes(
        moved(example.kept, UNKNOWN), moved(example.body, 0),
        moved(example.warped, 0) if guided else None, lot.uniform(0.005, 0.04),
    )  # fmt: skip
    garments = garment_planes(example.codes[..., ::mirror])
    truth = cv2.resize(moved(example.worn, UNKNOWN), SIZE[::-1], interpolation=cv2.INTER_NEAREST)
    return person, garments, truth


def measure(network: ShapeNetwork, some: Sequence[Outfitted], guided: bool) -> list[float]:
    """IoU of upper and lower garment's regions, one value an example that has the region."""
    found = []
    for example in some:
        warped = example.warped if guided else None
        said = predict(network, example.kept, example.body, warped, example.codes).argmax(0)
        found += overlaps(said.astype(np.uint8), example)
    return found


def overlaps(labels: np.ndarray, example: Outfitted) -> list[float]:
    """IoU of labels [640, 320] with the truth for each garment class that it has and that was cleared."""
    known = (example.worn != UNKNOWN) & (example.warped != UNKNOWN)
    labels, truth = np.where(known, labels, 0), np.where(known, example.worn, 0)
    asked = (n for n in CLEARED if not (example.kept == n).any())
    return [iou(labels, truth, n) for n in asked if np.count_nonzero(truth == n) > LEAST]
