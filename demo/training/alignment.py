"""Does the matching head tell a picture from its nearest wrong one better than a cosine does?

Knows the head, the encoder and held-out pictures; trains nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import numpy as np
import torch
from PIL import Image

from demo.models.matching import MatchingHead
from demo.training.data import Picture
from demo.training.facts import FactTable, multi_hot
from demo.training.measure import encode_pictures
from demo.training.words import describe


@torch.inference_mode()
def told_apart(head: MatchingHead, encoder: Any, pictures: Sequence[Picture]) -> dict[str, float]:
    """Share of captions that score their own picture above the most alike one that they contradict.

    "Most alike" by the encoder's picture vectors, which depend on no caption. `match.head` by the
    head's logit, `match.cosine` by the cosine of picture and caption.
    """
    rng = Random(0)
    shown = [p for p in pictures if p.source != "clothing"]
    captions = [describe(p.facts, rng) for p in shown]
    rows = [i for i, c in enumerate(captions) if c is not None]
    table = FactTable.of([p.facts for p in shown])
    states = np.stack([multi_hot(captions[i].states) for i in rows])  # type: ignore[union-attr]
    _, contradicted = table.agreement(np.arange(len(shown)), states)  # [pictures, captions]
    vectors = encode_pictures(encoder, shown)
    alike = np.where(contradicted.T, vectors[rows] @ vectors.T, -np.inf)
    kept = [k for k in range(len(rows)) if contradicted[:, k].any()]
    own = [rows[k] for k in kept]
    other = alike[kept].argmax(1).tolist()
    texts = [captions[rows[k]].text for k in kept]  # type: ignore[union-attr]
    said = encoder.encode_texts(texts)
    by_cosine = (said * vectors[own]).sum(1) > (said * vectors[other]).sum(1)

    seen, read = encoder.see, encoder.read(texts)
    patches = torch.cat([seen([_opened(p)]).patches for p in shown])
    by_head = head(read.words, read.mask, patches[own]) > head(
        read.words, read.mask, patches[other]
    )
    return {"match.head": float(by_head.float().mean()), "match.cosine": float(by_cosine.mean())}


def _opened(picture: Picture) -> Image.Image:
    with Image.open(picture.path) as image:
        image.load()
        return image
