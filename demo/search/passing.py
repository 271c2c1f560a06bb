"""What a shopper has turned down, and what that says about the rest: Rocchio's negative feedback.

    q' = normalise(q - γ · mean(n))        n: unit vectors of the products that were turned down

(Rocchio, "Relevance feedback in information retrieval", 1971, without its positive half, for the turns
say what is wanted.) Knows vectors and rows; it does not know sessions, words or the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from demo.search.compose import Query
from demo.search.index import Index

AWAY: Final = 1.0
"""γ, chosen on validation designs (`bench passing --part validation`): beyond 1 next to nothing is gained"""


def moved_away(query: Query, index: Index, rows: Sequence[int], away: float = AWAY) -> Query:
    """The query moved away from the products of `rows`, in each space that it has; unit length."""
    if not rows or not away:
        return query
    vector = _apart(query.vector, [index.vector(row) for row in rows], away)
    if query.composed is None or index.targets is None:
        return replace(query, vector=vector)
    targets = [_unit(index.targets.reconstruct(int(row))) for row in rows]
    return replace(query, vector=vector, composed=_apart(query.composed, targets, away))


def _apart(query: np.ndarray, passed: Sequence[np.ndarray], away: float) -> np.ndarray:
    """[d] unit length; `passed` are unit vectors [d]."""
    return _unit(query - away * np.mean(passed, axis=0)).astype(np.float32)


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / max(float(np.linalg.norm(vector)), 1e-6)
