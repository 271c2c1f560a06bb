"""The refinement network's training loop: dressed examples in, weights out. Knows no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random
from typing import Final

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from demo.models.parser import ParserNetwork
from demo.models.refinement import RefinementNetwork, apply, refine
from demo.training.descent import descend
from demo.training.dressing import Outfitted
from demo.training.parsing import load_imagenet

BATCH: Final = 4
SIDE: Final = 160
"""of the crops, pixels"""
RATE: Final = 1e-3
FEATURES: Final = 0.5
"""weight of the distance of features"""
PHOTOS: Final = 0.6
"""share of the crops that come from photos"""


def train(
    network: RefinementNetwork, figures: Sequence[Outfitted], photos: Sequence[Outfitted], steps: int,
    lot: Random, log: Callable[[str], None],
) -> None:  # fmt: skip
    """Train in place on crops of these examples."""
    eye = open_eye()

    def loss_of_batch() -> Tensor:
        crops = [
            crop(lot.choice(photos if photos and lot.random() < PHOTOS else figures), lot)
            for _ in range(BATCH)
        ]
        shown = torch.from_numpy(np.stack([s for s, _ in crops]))
        truth = torch.from_numpy(np.stack([t for _, t in crops]))
        mended = apply(shown, *network(shown))
        open_to_change = shown[:, 3:].amax(1, keepdim=True)  # [B, 1, H, W]
        away = ((mended - truth).abs() * open_to_change).sum()
        return away / (3 * open_to_change.sum() + 1) + FEATURES * eye.distance(mended, truth)

    descend(network, loss_of_batch, steps, RATE, 1.0, log)


class Eye:
    """Frozen ImageNet features at 1/2 and 1/4 of the side: the parser's trunk before its training."""

    def __init__(self) -> None:
        network = ParserNetwork()
        load_imagenet(network)
        self._stem, self._stages = network.stem, network.stages[:2]
        for part in (self._stem, self._stages):
            part.requires_grad_(False)

    def distance(self, first: Tensor, second: Tensor) -> Tensor:
        """Mean over the levels of the mean squared distance of unit feature vectors, a scalar.

        Pictures are [B, 3, H, W], 0..1.
        """
        total = torch.zeros(())
        for one, two in zip(self._seen(first), self._seen(second), strict=True):
            total = total + (F.normalize(one, dim=1) - F.normalize(two, dim=1)).pow(2).sum(1).mean()
        return total / 2

    def _seen(self, pictures: Tensor) -> list[Tensor]:
        x, maps = F.relu6(self._stem(2 * pictures - 1)), []
        for stage in self._stages:
            x = stage(x)
            maps.append(x)
        return maps


@cache
def open_eye() -> Eye:
    """The one pair of eyes of this process."""
    return Eye()


def crop(example: Outfitted, lot: Random) -> tuple[np.ndarray, np.ndarray]:
    """What the network is shown, float32 [6, SIDE, SIDE], and the truth [3, SIDE, SIDE].

    Somewhere on what may change, smaller or larger, mirrored, in other light.
    """
    side = round(SIDE / lot.uniform(0.75, 1.05))
    masks = example.places
    rows, columns = np.nonzero(masks.max(0) > 128)
    at = lot.randrange(len(rows)) if len(rows) else 0
    middle = (int(rows[at]), int(columns[at])) if len(rows) else (side // 2, side // 2)
    height, width = masks.shape[1:]
    top = int(np.clip(middle[0] - lot.uniform(0.2, 0.8) * side, 0, max(0, height - side)))
    left = int(np.clip(middle[1] - lot.uniform(0.2, 0.8) * side, 0, max(0, width - side)))
    box = np.s_[top : top + side, left : left + side]
    pads = ((0, side - min(side, height)), (0, side - min(side, width)), (0, 0))
    planes = (example.picture[box], example.truth[box], np.moveaxis(masks, 0, 2)[box])
    small = [
        cv2.resize(np.pad(p, pads, mode="edge"), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        for p in planes
    ]
    stacked = np.concatenate(small, 2).astype(np.float32) / 255
    if lot.random() < 0.5:
        stacked = stacked[:, ::-1]
    stacked = np.ascontiguousarray(stacked.transpose(2, 0, 1))
    gain = np.float32([lot.uniform(0.6, 1.0) for _ in range(3)]) * np.float32(lot.uniform(0.7, 1.0))
    base = np.float32([lot.uniform(0, 1 - g) for g in gain])
    if lot.random() < 0.7:
        for start in (0, 3):
            stacked[start : start + 3] = (
                stacked[start : start + 3] * gain[:, None, None] + base[:, None, None]
            )
    return np.concatenate([stacked[:3], stacked[6:]]), stacked[3:6]


def measure(
    network: RefinementNetwork, held_out: Mapping[str, Sequence[Outfitted]]
) -> dict[str, dict[str, float]]:
    """kind -> mean absolute error and feature distance where the picture may change, before and after."""
    eye = open_eye()
    found: dict[str, dict[str, float]] = {}
    for kind, some in held_out.items():
        rows = []
        for example in some:
            masks = example.places.astype(np.float32) / 255
            before = example.picture.astype(np.float32) / 255
            truth = example.truth.astype(np.float32) / 255
            after = refine(network, before, masks)
            open_to_change = masks.max(0)[..., None]
            share = 3 * open_to_change.sum() + 1
            row = [
                float((np.abs(p - truth) * open_to_change).sum() / share) for p in (before, after)
            ]
            with torch.inference_mode():
                stacks = [
                    torch.from_numpy(p[: len(p) // 4 * 4, : p.shape[1] // 4 * 4]).permute(2, 0, 1)[
                        None
                    ]
                    for p in (before, after, truth)
                ]
                row += [float(eye.distance(p, stacks[2])) for p in stacks[:2]]
            rows.append(row)
        if rows:
            names = ("error before", "error after", "features before", "features after")
            means = np.mean(rows, 0)
            found[kind] = {n: round(float(v), 5) for n, v in zip(names, means, strict=True)}
    return found
