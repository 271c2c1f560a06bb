"""`bench diffusion`: the architecture is the real one's, and the table fills on a CPU with a tiny one."""

from __future__ import annotations

import pytest
from tiny_klein import TINY

from demo.benchmarks.diffusion import GARMENTS, Architecture, random_pipeline, report
from demo.errors import BackendError
from demo.fitting import briefing


def test_the_architecture_has_as_many_weights_as_the_published_one() -> None:
    pipeline = random_pipeline(Architecture(), "meta")
    count = {
        name: sum(p.numel() for p in part.parameters()) / 1e9
        for name, part in pipeline.components.items()
        if hasattr(part, "parameters")
    }
    assert count["transformer"] == pytest.approx(3.88, abs=0.01)
    assert count["text_encoder"] == pytest.approx(4.02, abs=0.01)  # Qwen3 4B's own card: 4.0 B
    assert count["vae"] == pytest.approx(0.084, abs=0.001)


def test_the_table_on_a_cpu(monkeypatch) -> None:
    monkeypatch.setattr(briefing, "SHEET", (64, 80))
    table = report("cpu", TINY, person=(96, 128), rounds=1)
    rows = [line.split(" | ") for line in table.splitlines()[4:]]
    assert [row[0].removeprefix("| ") for row in rows] == [str(count) for count in GARMENTS]
    assert all(float(row[1]) > 0 for row in rows)


def test_a_device_that_is_not_there() -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    with pytest.raises(BackendError, match="no CUDA device"):
        report("cuda")
