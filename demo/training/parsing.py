"""The parser's training loop: scenes in, a running average of the weights out. Knows no file of people."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from demo.models.parser import CLASSES, ParserNetwork, to_pixels
from demo.training.people import UNSURE
from demo.training.scenes import CANVASES, Person, Scene, empty_scene, person_scene

BATCH: Final = 8
SHARES: Final = {"top": 0.28, "bottom": 0.22, "figure": 0.44, "empty": 0.06}
"""of the scenes: photos of tops, photos of bottoms, drawn figures, nobody"""
TRUNK_RATE, RATE = 4e-4, 2.5e-3
FROZEN: Final = 3
"""stages of the trunk that stay ImageNet's, after the stem"""
DICE: Final = 0.5
WEIGHTS: Final = (1.0, 4.0, 2.0, 2.0, 2.0, 1.0, 1.0, 4.0, 3.0)
"""of the classes in the cross-entropy: without them hair, shoes and bags are not learned for long"""
KEPT: Final = 0.997
"""of the running average of the weights, a step"""


def load_imagenet(network: ParserNetwork) -> None:
    """Fill the trunk with EfficientNet-lite0's ImageNet weights, norms folded away."""
    from demo.compat import prepare_torchvision

    prepare_torchvision()
    import timm

    from demo.models.folding import fold
    from demo.training import folder

    source = timm.create_model("tf_efficientnet_lite0", pretrained=False, num_classes=0)
    with torch.no_grad():
        folder.load_imagenet(source)
        fold(source)
        theirs = [
            *source.conv_stem.parameters(),
            *source.blocks[: len(network.stages)].parameters(),
        ]
        ours = [*network.stem.parameters(), *network.stages.parameters()]
        for mine, weight in zip(ours, theirs, strict=True):
            mine.copy_(weight)


def train(
    network: ParserNetwork, people: dict[str, list[Person]], grounds: list[np.ndarray], steps: int,
    lot: Random, log: Callable[[str], None], batch: int = BATCH,
) -> ParserNetwork:  # fmt: skip
    """Train in place; gives the running average of the weights, which is what is used."""
    network.to(memory_format=torch.channels_last).train()
    for part in (network.stem, *network.stages[:FROZEN]):
        part.requires_grad_(False)
    trunk = list(network.stages[FROZEN:].parameters())
    rest = [
        *network.context.parameters(),
        *network.decoder.parameters(),
        *network.head.parameters(),
    ]
    optimiser = torch.optim.AdamW(
        [{"params": trunk, "lr": TRUNK_RATE}, {"params": rest, "lr": RATE}], weight_decay=1e-4
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [TRUNK_RATE, RATE], total_steps=steps, pct_start=0.06, cycle_momentum=False
    )
    average = torch.optim.swa_utils.AveragedModel(network, avg_fn=_mixed, use_buffers=True)
    running = 0.0
    for step in range(1, steps + 1):
        height, width = lot.choice(CANVASES)
        scenes = [_scene(people, grounds, lot, height, width) for _ in range(batch)]
        pixels = to_pixels([s.pixels for s in scenes])
        joints = torch.from_numpy(np.stack([s.joints for s in scenes]))
        truth = torch.from_numpy(np.stack([s.labels for s in scenes])).long()
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(pixels, joints)
        loss = loss_of(scores.float(), truth)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*trunk, *rest], 5.0)
        optimiser.step()
        schedule.step()
        average.update_parameters(network)
        value = float(loss.detach())
        running = value if step == 1 else 0.97 * running + 0.03 * value
        if step % 50 == 0:
            log(f"step {step} of {steps}: loss {running:.3f}")
    return average.module


def _mixed(average: Tensor, value: Tensor, count: Tensor | int) -> Tensor:
    """The running average; the first steps are forgotten sooner, since the weights move far in them."""
    return average + (value - average) * max(1 - KEPT, 10 / (10 + int(count)))


def loss_of(scores: Tensor, truth: Tensor) -> Tensor:
    """Cross-entropy, and ½ (1 − Dice) over the classes that a picture has; unsure pixels left out.

    `scores` [B, 9, h, w] are scaled up to the labels `truth` [B, H, W].
    """
    scores = F.interpolate(scores, size=truth.shape[-2:], mode="bilinear", align_corners=False)
    weights = torch.tensor(WEIGHTS, device=scores.device)
    entropy = F.cross_entropy(scores, truth, weights, ignore_index=UNSURE)
    shares = F.avg_pool2d(scores, 2).softmax(1)  # [B, 9, H / 2, W / 2]: enough for areas
    small = truth[:, ::2, ::2]
    sure = (small != UNSURE)[:, None].float()
    wanted = torch.stack([small == number for number in range(len(CLASSES))], 1).float()
    shares = shares * sure
    there = wanted.sum((2, 3)) > 0
    both, total = (shares * wanted).sum((2, 3)), shares.sum((2, 3)) + wanted.sum((2, 3))
    dice = (2 * both + 1) / (total + 1)
    return entropy + DICE * (1 - dice)[there].mean()


def _scene(
    people: dict[str, list[Person]], grounds: list[np.ndarray], lot: Random, height: int, width: int
) -> Scene:
    kind = lot.choices(list(SHARES), list(SHARES.values()))[0]
    if kind == "empty":
        return empty_scene(grounds, lot, height, width)
    return person_scene(lot.choice(people[kind]), grounds, lot, height, width)
