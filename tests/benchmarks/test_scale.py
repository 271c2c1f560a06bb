"""`bench scale` at a size that a test can wait for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.benchmarks import scale
from demo.benchmarks.scale_plot import SIZE, draw_scale

pytestmark = pytest.mark.weights


def test_drawn_vectors_have_the_shops_spectrum() -> None:
    own = scale.drawn(4000, 256, np.random.default_rng(1))
    assert np.linalg.norm(own, axis=1) == pytest.approx(1, abs=1e-4)
    spread = np.linalg.eigvalsh(np.cov(own.T))[::-1]
    assert (
        spread[:30].sum() / spread.sum() > 0.85
    )  # nine tenths of it in the first 30, as in the index
    wide = scale.drawn(500, 768, np.random.default_rng(1))
    assert wide.shape == (500, 768)


def test_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "QUERIES", 20)
    said = scale.report((500, 2000), (64,), 5, tmp_path / "plot.webp", tmp_path / "all.json")
    assert "| 500 | 64 | flat |" in said
    assert "| 2,000 | 64 | flat |" in said
    assert said.count("\n| ") == 2 * len(scale.SHARES)
    assert Image.open(tmp_path / "plot.webp").size == SIZE


def test_a_search_that_misses_is_counted() -> None:
    vectors = scale.drawn(300, 64, np.random.default_rng(2))
    queries = vectors[: scale.FOUND]
    truth = scale._exact(vectors, queries, [np.arange(300)])[0]
    space = scale.spaces.made(vectors)
    right = scale._filtered(space, queries, 1.0, None, truth)
    assert right.recall > 0.9
    wrong = scale._filtered(space, queries, 0.5, np.arange(150, 300), np.zeros_like(truth))
    assert wrong.recall == 0


def test_growth_is_carried_on(tmp_path: Path) -> None:
    filtered = (scale.Filtered(1.0, 1.0, 1.0, 1.0),)
    ten = scale.Scaled(100_000, 8, "cells", 1.0, 1_000_000, 5.0, filtered)
    hundred = scale.Scaled(1_000_000, 8, "cells", 10.0, 10_000_000, 50.0, filtered)
    said = scale._grown([ten, hundred], 8)
    assert "building grows like n^1.00" in said
    assert "search like n^0.00" in said
    assert "building 0.3 h, 1 GiB, 1 ms" in said
    draw_scale([ten, hundred], tmp_path / "two.webp")
