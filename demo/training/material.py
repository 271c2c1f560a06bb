"""What training reads, made once for an encoder and a catalogue: questions, maps, words, places.

Knows how the pieces fit together; knows no network and no loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from tqdm import tqdm

from demo.catalog.catalogue import Catalogue
from demo.catalog.shapes import load_shapes
from demo.errors import CatalogError
from demo.search import tones
from demo.settings import ROOT, index_folder_for
from demo.training.data import read_all
from demo.training.feature_maps import (
    CACHE,
    FeatureMaps,
    Progress,
    Sentences,
    cached_maps,
    cached_sentences,
)
from demo.training.goods import Goods, luma_goods, shop_goods, together
from demo.training.held_out import CHECKED
from demo.training.parts import naming_tokens, region_maps
from demo.training.taught import TRAINING
from demo.training.triples import Query, held_out_queries, swaps, training_queries

QUESTIONS: Final = 12_000
"""training questions that are made once and drawn from"""
VIEWS: Final = 3
"""views of each training picture, the plain one among them"""
VALIDATED: Final = 300
"""validation questions of each kind"""
LENDERS: Final = 8
"""every n-th home photo lends a background to the views"""


@dataclass(frozen=True)
class Check:
    """Questions of designs that are not trained on."""

    queries: tuple[Query, ...]
    gallery: np.ndarray
    """rows that are searched"""
    sentences: Sentences


@dataclass(frozen=True)
class Material:
    """All that training reads, made once for an encoder and a catalogue."""

    goods: Goods
    maps: FeatureMaps
    queries: tuple[Query, ...]
    sentences: Sentences
    """the questions' words, in order"""
    described: Sentences
    """what the table says of each product, in order"""
    naming: np.ndarray
    """[queries, places, T] bool: tokens that name a place"""
    regions: np.ndarray
    """[n, places, H, W] where the places lie in the plain view; zeros where nobody knows"""
    right: np.ndarray
    """[queries, n] bool"""
    checks: dict[str, Check]
    """kind -> validation questions"""


def goods_of(catalogue: Catalogue, data: Path, folder: Path = CACHE) -> Goods:
    """A catalogue's goods; with the embedded one the sportswear photos, where they are there."""
    goods = shop_goods(catalogue, _lightness(catalogue, folder))
    embedded = catalogue.folder.resolve() == ROOT / "catalog"
    photos = luma_goods(data, goods.seen, goods.wished) if embedded else None
    return together(goods, photos) if photos is not None else goods


def maps_of(encoder: Any, goods: Goods, data: Path, folder: Path = CACHE) -> FeatureMaps:
    """Maps of all goods: several views of training pictures, the plain one of the others."""
    lenders = [p for p in read_all(data, Path()) if p.source == "clothing" and p.split == "train"]
    counts = [VIEWS if split == "train" else 1 for split in goods.split]
    return cached_maps(encoder, goods.pictures, counts, lenders[::LENDERS], bar("pictures"), folder)


def prepare(
    encoder: Any, catalogue: Catalogue, data: Path, count: int = QUESTIONS, folder: Path = CACHE
) -> Material:
    """Questions, maps and words. Raises CatalogError for a catalogue that nothing can be asked of."""
    goods = goods_of(catalogue, data, folder)
    queries = training_queries(goods, count, 0, TRAINING) if goods.wished else []
    if len(queries) < count // 4:
        raise CatalogError(
            "Nothing can be learned from this table: it needs attributes in which products differ, "
            "such as a column colour; `python -m demo catalog check DIR` shows what was read."
        )
    maps = maps_of(encoder, goods, data, folder)
    sentences = cached_sentences(encoder, [q.words for q in queries], bar("words"), folder)
    described = cached_sentences(encoder, list(goods.texts), bar("descriptions"), folder)
    right = np.zeros((len(queries), len(goods)), dtype=bool)
    for i, query in enumerate(queries):
        right[i, query.answers] = True
    length, side = sentences.words.shape[1], maps.arrays["middle"].shape[-1]
    return Material(
        goods, maps, tuple(queries), sentences, described,
        naming_tokens(encoder.tokenizer, [q.words for q in queries], length),
        region_maps(goods.keys, load_shapes(catalogue.folder / "shapes.npz"), side), right,
        _checks(encoder, goods, folder),
    )  # fmt: skip


def _checks(encoder: Any, goods: Goods, folder: Path) -> dict[str, Check]:
    """Questions of validation designs, in words that no training has; the gallery holds no test design."""
    gallery = np.flatnonzero((goods.source == "studio") & (goods.split != "test"))
    asked: dict[str, tuple[list[Query], np.ndarray]] = {}
    if len(goods.rows("studio", "validation")):
        for kind in ("one", "two", "relative"):
            queries = held_out_queries(
                goods, kind, VALIDATED, "validation", gallery, CHECKED, seed=5
            )
            asked[kind] = queries, gallery
    asked["swap"] = swaps(goods, "validation", CHECKED, seed=5), goods.rows("luma")
    return {
        kind: Check(
            tuple(queries),
            rows,
            cached_sentences(encoder, [q.words for q in queries], bar("words"), folder),
        )
        for kind, (queries, rows) in asked.items()
        if queries
    }


def _lightness(catalogue: Catalogue, folder: Path) -> np.ndarray:
    """[n] L* of each picture: from the index, from the cache, or measured now."""
    kept_in = folder / f"tones-{catalogue.hash}"
    for place in (index_folder_for(catalogue.folder), kept_in):
        found = tones.load(place, catalogue.hash, len(catalogue))
        if found is not None:
            return found[:, 0]
    measured = tones.measure([p.image for p in catalogue.products])
    kept_in.mkdir(parents=True, exist_ok=True)
    tones.save(measured, catalogue.hash, kept_in)
    return measured[:, 0]


def bar(what: str) -> Progress:
    """A progress bar."""
    return lambda steps, total: tqdm(steps, desc=what, total=total)
