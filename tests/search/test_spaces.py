"""Spaces: every kind finds what an exact comparison finds, keeps to its rows, and is whole after saving."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from demo.search import spaces
from demo.search.spaces import Kind

KINDS: tuple[Kind, ...] = ("flat", "cells", "codes")


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    """[12000, 32] unit vectors around 60 centres, as designs and their colourways are."""
    rng = np.random.default_rng(4)
    centres = rng.standard_normal((60, 32))
    made = centres[rng.integers(0, 60, 12_000)] + 0.7 * rng.standard_normal((12_000, 32))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def recall(space, vectors: np.ndarray, rows: np.ndarray | None = None) -> float:
    """Share of the true ten nearest that are found, for 50 queries."""
    among = np.arange(len(vectors)) if rows is None else rows
    found = 0
    for query in vectors[:50]:
        true = among[np.argsort(-(vectors[among] @ query))[:10]]
        found += len(np.intersect1d(spaces.nearest(space, query, 10, rows)[0], true))
    return found / 500


@pytest.mark.parametrize("kind", KINDS)
def test_finds_what_comparing_all_finds(kind: Kind, vectors: np.ndarray, tmp_path: Path) -> None:
    space = spaces.made(vectors, kind)
    assert recall(space, vectors) >= 0.93
    rng = np.random.default_rng(1)
    for share in (0.5, 0.03):
        rows = np.sort(rng.choice(len(vectors), int(share * len(vectors)), replace=False))
        assert recall(space, vectors, rows) >= 0.93
        found, cosines = spaces.nearest(space, vectors[3], 20, rows)
        assert np.isin(found, rows).all()
        assert (np.diff(cosines) <= 0).all()
        assert cosines == pytest.approx(spaces.cosines(space, vectors[3], found), abs=2e-3)
    spaces.write(space, tmp_path / "space.faiss")
    again = spaces.read(tmp_path / "space.faiss")
    assert (again.ntotal, again.d) == vectors.shape
    both = [spaces.nearest(s, vectors[7], 10, rows)[0].tolist() for s in (space, again)]
    assert both[0] == both[1]
    assert again.reconstruct(5) == pytest.approx(vectors[5], abs=0.02)


def test_the_kind_follows_the_number() -> None:
    assert [spaces.kind_for(n) for n in (0, 50_000, 50_001, 1_000_000, 5_000_000)] == [
        "flat", "flat", "cells", "cells", "codes",
    ]  # fmt: skip
    assert spaces.cells_for(1_000_000) == 4096
    assert spaces.cells_for(0) == 4


@pytest.mark.parametrize("kind", KINDS)
def test_few_or_none_pass(kind: Kind, vectors: np.ndarray) -> None:
    space = spaces.made(vectors[:2000], kind)
    assert spaces.nearest(space, vectors[0], 5, np.array([], np.int64))[0].size == 0
    assert spaces.nearest(space, vectors[0], 0)[0].size == 0
    found, _ = spaces.nearest(space, vectors[0], 5, np.array([4, 9]))
    assert sorted(found) == [4, 9]


def test_a_search_leaves_the_space_as_it_was(vectors: np.ndarray) -> None:
    space = spaces.made(vectors, "cells")
    before = space.nprobe
    spaces.nearest(space, vectors[0], 10, np.arange(0, len(vectors), 2))
    assert space.nprobe == before


def test_no_file_no_space(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        spaces.read(tmp_path / "none.faiss")
    (tmp_path / "half.faiss").write_bytes(b"IxSQ\x00\x01")
    with pytest.raises(RuntimeError):
        spaces.read(tmp_path / "half.faiss")
