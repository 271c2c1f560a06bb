"""How well a composing network answers: ranks of the right products, and what its first five keep.

Knows vectors of a gallery and of queries, products as rows; trains nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch

from demo.training.feature_maps import FeatureMaps, Sentences
from demo.training.goods import Goods
from demo.training.triples import Query

BATCH: Final = 64
TOP: Final = 5


@dataclass(frozen=True)
class Answers:
    """What one network answers to some queries."""

    ranks: np.ndarray
    """[q] how many wrong products stand before the first right one"""
    top: tuple[np.ndarray, ...]
    """rows of the first `TOP` products a query, best first"""

    def recall(self, k: int) -> float:
        """Share of the queries with a right product among the first k."""
        return float((self.ranks < k).mean()) if len(self.ranks) else 0.0


@torch.inference_mode()
def gallery_vectors(network: Any, maps: FeatureMaps, rows: np.ndarray) -> np.ndarray:
    """[rows, D] target vectors of plain views."""
    parts = [
        network.target(maps.seen(rows[i : i + BATCH])).numpy() for i in range(0, len(rows), BATCH)
    ]
    return np.concatenate(parts)


@torch.inference_mode()
def query_vectors(
    network: Any, maps: FeatureMaps, sentences: Sentences, queries: Sequence[Query]
) -> np.ndarray:
    """[q, D]; `sentences` are the queries' words in order."""
    rows, parts = np.array([q.row for q in queries]), []
    for i in range(0, len(rows), BATCH):
        at = np.arange(i, min(i + BATCH, len(rows)))
        parts.append(network.compose(maps.seen(rows[at]), sentences.read(at)).vector.numpy())
    return np.concatenate(parts)


def answer(scores: np.ndarray, gallery: np.ndarray, queries: Sequence[Query]) -> Answers:
    """Ranks from similarities [q, gallery]; the reference itself is never shown."""
    at = {int(row): i for i, row in enumerate(gallery)}
    ranks, top = [], []
    for line, query in zip(scores.copy(), queries, strict=True):
        if query.row in at:
            line[at[query.row]] = -np.inf
        best = max(line[at[int(row)]] for row in query.answers)
        ranks.append(int((line > best).sum()))
        top.append(gallery[np.argsort(-line, kind="stable")[:TOP]])
    return Answers(np.array(ranks), tuple(top))


def retrieve(
    network: Any,
    maps: FeatureMaps,
    sentences: Sentences,
    queries: Sequence[Query],
    gallery: np.ndarray,
) -> Answers:
    """The network's answers from a gallery's rows."""
    network.eval()
    vectors = query_vectors(network, maps, sentences, queries)
    return answer(vectors @ gallery_vectors(network, maps, gallery).T, gallery, queries)


def kept(
    goods: Goods, queries: Sequence[Query], top: Sequence[np.ndarray], gallery: np.ndarray
) -> float:
    """Unmentioned attributes that the first five keep, as a share of what the best ranking keeps.

    The best ranking shows products that meet the wishes, those with the fewest other changes first.
    Answers that keep more because they do not meet the wishes count as the best ones, not more.
    """
    ours, best = [], []
    for query, rows in zip(queries, top, strict=True):
        possible = gallery[gallery != query.row]
        met = np.ones(len(possible), bool)
        for wish in query.wishes:
            met &= goods.met(query.row, wish, possible)
        changes = np.sort(goods.changes(query.row, query.wishes, possible[met]))[:TOP]
        count = len(goods.seen)
        best.append(count - changes.mean())
        changes_here = goods.changes(query.row, query.wishes, np.asarray(rows)[: len(changes)])
        ours.append(min(best[-1], count - changes_here.mean()))
    return float(np.sum(ours) / np.sum(best)) if best else 0.0


def fulfilled(goods: Goods, queries: Sequence[Query], top: Sequence[np.ndarray]) -> float:
    """Share of the first five that meet all wishes."""
    shares = []
    for query, rows in zip(queries, top, strict=True):
        met = np.ones(len(rows), bool)
        for wish in query.wishes:
            met &= goods.met(query.row, wish, np.asarray(rows))
        shares.append(met.mean())
    return float(np.mean(shares)) if shares else 0.0
