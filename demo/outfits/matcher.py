"""What goes with what, as the network says: CSA-Net's answers for one catalogue, without torch.

Holds every item's head output and one FAISS index a pair of categories, filled once at opening. Knows
rows, categories and vectors; it knows no slot, no rule and no words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import faiss
import numpy as np

from demo import checksums
from demo.errors import OutfitError
from demo.outfits.wardrobe import Piece

CONFIG: Final = "config.json"
REACH: Final = 256
"""targets that each item of an outfit brings to a search"""


@dataclass(frozen=True)
class Network:
    """CSA-Net's weights as arrays; the names are those of `demo.models.csa_net.CsaNet`."""

    categories: tuple[str, ...]
    encoder: str
    """id of the encoder whose vectors it was trained on"""
    arrays: dict[str, np.ndarray]

    @classmethod
    def read(cls, folder: Path, variant: str = "served") -> Network:
        """Opens one of the networks that `train csa_net` wrote. Raises OutfitError."""
        from safetensors.numpy import load_file

        try:
            config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
            checksums.checked(folder / f"{variant}.safetensors", checksums.mend_weights("csa_net"))
            arrays = load_file(folder / f"{variant}.safetensors")
            arrays = {name: array.astype(np.float32) for name, array in arrays.items()}
            return cls(tuple(config["categories"]), str(config["encoder"]), arrays)
        except (OSError, ValueError, KeyError, TypeError):
            raise OutfitError(
                f"The outfit network in {folder} cannot be read. "
                "Write it anew with: python -m demo train csa_net"
            ) from None

    @property
    def dimension(self) -> int:
        """Of the features it takes."""
        return int(self.arrays["head.0.weight"].shape[1])

    def head(self, features: np.ndarray) -> np.ndarray:
        """[n, dimension] features -> [n, width], what the masks lie over."""
        a = self.arrays
        hidden = np.maximum(features @ a["head.0.weight"].T + a["head.0.bias"], 0)
        return hidden @ a["head.3.weight"].T + a["head.3.bias"]

    def masks(self) -> np.ndarray:
        """[C + 1, C + 1, width] Σ_j w_j m_j of each (source, target); the last is an unknown category."""
        a = self.arrays
        count = len(self.categories)
        one_hot = np.eye(count + 1, count, dtype=np.float32)  # the last row is all zero
        first = a["attention.0.weight"]  # [hidden, 2C]
        hidden = (one_hot @ first[:, :count].T)[:, None] + (one_hot @ first[:, count:].T)[None]
        hidden = np.maximum(hidden + a["attention.0.bias"], 0)
        logits = hidden @ a["attention.2.weight"].T + a["attention.2.bias"]  # [C+1, C+1, k]
        weights = np.exp(logits - logits.max(axis=2, keepdims=True))
        return weights / weights.sum(axis=2, keepdims=True) @ a["masks"]

    def matcher(self, features: np.ndarray, categories: Sequence[str]) -> Matcher:
        """The matcher of a catalogue: [n, dimension] features and the category of each row."""
        number = {name: i for i, name in enumerate(self.categories)}
        unknown = len(self.categories)
        rows = np.array([number.get(name, unknown) for name in categories], dtype=np.int64)
        return Matcher(self.head(features), rows, self.masks())


class Matcher:
    """Scores of pairs and searches for what is missing; never changed after it is made."""

    def __init__(self, x: np.ndarray, category: np.ndarray, masks: np.ndarray) -> None:
        """`x` [n, width] head outputs, `category` [n] numbers, `masks` [C, C, width] of each pair."""
        self.x = x.astype(np.float32)
        self.category = category
        self.masks = masks.astype(np.float32)
        self._members = {int(c): np.flatnonzero(category == c) for c in np.unique(category)}
        self._place = np.empty(len(x), dtype=np.int64)  # of a row among its category's members
        for members in self._members.values():
            self._place[members] = np.arange(len(members))
        self._targets = {
            (source, target): _flat(_unit(self.x[members] * self.masks[source, target]))
            for target, members in self._members.items()
            for source in self._members
        }

    def score(self, rows: Sequence[int]) -> float:
        """How well an outfit goes together: the mean cosine of its pairs, each asked both ways."""
        pairs = self.pairs(np.asarray(rows, dtype=np.int64))
        count = len(rows)
        return float((pairs.sum() - np.trace(pairs)) / max(1, count * (count - 1)))

    def pairs(self, rows: np.ndarray) -> np.ndarray:
        """[m, m] the cosine of each two rows, the mean of asking both ways."""
        category = self.category[rows]
        scores = np.empty((len(rows), len(rows)), dtype=np.float32)
        places = {int(c): np.flatnonzero(category == c) for c in np.unique(category)}
        for source, at_source in places.items():
            for target, at_target in places.items():
                mask = self.masks[source, target]
                asked = _unit(self.x[rows[at_source]] * mask)
                answer = _unit(self.x[rows[at_target]] * mask)
                scores[np.ix_(at_source, at_target)] = asked @ answer.T
        return (scores + scores.T) / 2

    def beside(self, outfit: Sequence[int], rows: Sequence[int]) -> np.ndarray:
        """[n] the mean cosine of each of `rows` with the items of an outfit, each asked both ways."""
        items, others = np.asarray(outfit, np.int64), np.asarray(rows, np.int64)
        scores = np.zeros(len(others), dtype=np.float32)
        for target in np.unique(self.category[others]):
            at = np.flatnonzero(self.category[others] == target)
            for item in items:
                source = self.category[item]
                for mask in (self.masks[source, target], self.masks[target, source]):
                    scores[at] += _unit(self.x[others[at]] * mask) @ _unit(self.x[item] * mask)
        return scores / (2 * max(1, len(items)))

    def search(
        self, items: Sequence[int], rows: np.ndarray, k: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """What goes best with `items` among `rows`: (rows [m], mean cosines [m]), best first, m <= k.

        Each item asks the index of (its category, the target's category); their scores are added up.
        """
        found: list[np.ndarray] = []
        scores: list[np.ndarray] = []
        category = self.category[rows]
        for target in np.unique(category):
            allowed = np.ascontiguousarray(self._place[rows[category == target]])
            near = self._near(items, int(target), allowed, k)
            members = self._members[int(target)]
            total = np.zeros(len(near), dtype=np.float32)
            for item in items:
                index, query = self._asked(item, int(target))
                total += index.reconstruct_batch(near) @ query
            found.append(members[near])
            scores.append(total / max(1, len(items)))
        if not found:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        joined, graded = np.concatenate(found), np.concatenate(scores)
        order = np.argsort(-graded, kind="stable")[:k]
        return joined[order], graded[order]

    def _near(self, items: Sequence[int], target: int, allowed: np.ndarray, k: int) -> np.ndarray:
        """Places in a category's indexes that some item of the outfit finds near."""
        parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed))
        reach = min(max(k, REACH), len(allowed))
        places = []
        for item in items:
            index, query = self._asked(item, target)
            _, found = index.search(query[None], reach, params=parameters)
            places.append(found[0][found[0] >= 0])
        return np.unique(np.concatenate(places)) if places else allowed[:reach]

    def _asked(self, item: int, target: int) -> tuple[faiss.Index, np.ndarray]:
        """(index of the pair of categories, the item's unit query in it)."""
        source = int(self.category[item])
        query = _unit(self.x[[item]] * self.masks[source, target])[0]
        return self._targets[source, target], query


def category_of(piece: Piece, own: str = "") -> str:
    """The network's name for where a piece belongs: its category, or a foreign catalogue's `own`."""
    return piece.category or own


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-6)


def _flat(vectors: np.ndarray) -> faiss.Index:
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    return index
