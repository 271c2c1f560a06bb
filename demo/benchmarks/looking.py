"""Do words look at what they name? Attention of composing networks against the studio's part maps.

Asked of test designs in words never trained with; knows no training and prints nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import numpy as np
import torch

from demo.catalog.shapes import load_shapes
from demo.models.composing import ComposingNetwork
from demo.shop import Shop
from demo.training.feature_maps import FeatureMaps, cached_sentences
from demo.training.goods import Goods
from demo.training.held_out import HELD_OUT
from demo.training.material import bar
from demo.training.parts import PLACES, garment_map, naming_tokens, place_maps

QUESTIONS: Final = 200
ATTRIBUTES: Final = {"sleeve": "sleeve", "neck": "neckline"}


@dataclass(frozen=True)
class Looked:
    """Means over questions, by place, 0 to 1."""

    weight: Mapping[str, float]
    """what words that name the place put on it"""
    area: Mapping[str, float]
    """the place's share of the picture"""
    garment: Mapping[str, float]
    """the place's share of the garment"""
    count: Mapping[str, float]
    """questions"""


@torch.inference_mode()
def where_words_look(
    network: ComposingNetwork, goods: Goods, maps: FeatureMaps, shop: Shop, seed: int
) -> Looked:
    """`QUESTIONS` wishes about sleeves and necklines of test designs whose places are known."""
    network.eval()
    encoder: Any = shop.bundle.encoder
    shapes = load_shapes(shop.catalogue.folder / "shapes.npz")
    random = Random(seed)
    numbers: dict[str, list[tuple[float, float, float]]] = {place: [] for place in PLACES}
    for p, place in enumerate(PLACES):
        attribute = ATTRIBUTES[place]
        rows = [
            int(r) for r in goods.rows("studio", "test")
            if goods.columns[attribute][r] and goods.keys[r] in shapes
            and place_maps(shapes[goods.keys[r]], 14)[p].sum() > 0
        ]  # fmt: skip
        values = sorted(set(goods.columns[attribute]) - {""})
        asked: list[tuple[int, str]] = []
        while rows and len(asked) < QUESTIONS // len(PLACES):
            row = random.choice(rows)
            value = random.choice([v for v in values if v != goods.columns[attribute][row]])
            asked.append((row, HELD_OUT.value(attribute, value, random)))
        if not asked:
            continue
        texts = [text for _, text in asked]
        sentences = cached_sentences(encoder, texts, bar("words"))
        naming = naming_tokens(encoder.tokenizer, texts, sentences.words.shape[1])[:, p]
        at = np.array([row for row, _ in asked])
        attention = network.compose(maps.seen(at), sentences.read(np.arange(len(at)))).attention
        if attention is None:
            continue
        side = attention.shape[-1]
        for i, (row, _) in enumerate(asked):
            told = np.flatnonzero(naming[i])
            if not len(told):
                continue
            shape = shapes[goods.keys[row]]
            region, worn = place_maps(shape, side)[p], garment_map(shape, side)
            looks = attention[i, told].mean(0).numpy()  # [side, side]
            numbers[place].append(
                (
                    float((looks * region).sum()),
                    float(region.mean()),
                    float(region.sum() / worn.sum()),
                )
            )
    means = {place: np.mean(each, axis=0) for place, each in numbers.items() if each}
    return Looked(
        *({place: float(mean[i]) for place, mean in means.items()} for i in range(3)),
        {place: float(len(each)) for place, each in numbers.items() if each},
    )  # fmt: skip
