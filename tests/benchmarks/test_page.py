"""The page's benchmarks: what counts as the framework's, and an animation that keeps its size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.benchmarks.page import is_framework
from demo.benchmarks.screenshots import Frame, save_moving


@pytest.mark.parametrize(
    ("address", "framework"),
    [("http://127.0.0.1:7860/assets/index-1a2b.js", True), ("http://x/static/img/logo.svg", True),
     ("http://x/pictures/abc/card/3.webp", False), ("http://x/theme/instrument-sans.woff2", False),
     ("http://x/", False), ("http://x/gradio_api/queue/join", False)],
)  # fmt: skip
def test_whose_a_file_is(address: str, framework: bool) -> None:
    assert is_framework(address) is framework


def test_an_animation_gets_smaller_until_it_fits(tmp_path: Path) -> None:
    noise = np.random.default_rng(1)
    frames = [
        Frame(Image.fromarray(noise.integers(0, 255, (200, 320, 3), dtype=np.uint8)), 100 + at)
        for at in range(4)
    ]
    free, tight = tmp_path / "free.webp", tmp_path / "tight.webp"
    save_moving(frames, free, 10_000_000)
    save_moving(frames, tight, free.stat().st_size * 3 // 4)
    assert tight.stat().st_size <= free.stat().st_size * 3 // 4
    moving = Image.open(tight)
    assert (moving.n_frames, moving.size) == (4, (320, 200))
