"""A training's log and result, and the loop that two networks share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from torch import nn

from demo.training.descent import descend
from demo.training.journal import Journal


def test_lines_are_printed_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "train.log").write_text("of an earlier training\n")
    log = Journal(tmp_path / "run")
    log("one")
    log("two")
    kept = (tmp_path / "run" / "train.log").read_text()
    assert [line.split("  ")[-1] for line in kept.splitlines()] == ["one", "two"]
    assert capsys.readouterr().out == kept
    log.close({"seed": 3})
    result = json.loads((tmp_path / "run" / "result.json").read_text())
    assert result == {"seed": 3, "minutes": pytest.approx(0, abs=0.5)}


def test_descent_finds_the_line_and_says_so() -> None:
    torch.manual_seed(0)
    network = nn.Linear(1, 1)
    lines: list[str] = []

    def loss_of_batch() -> torch.Tensor:
        x = torch.rand(16, 1)
        return (network(x) - (3 * x - 1)).pow(2).mean()

    descend(network, loss_of_batch, 400, 0.05, 1.0, lines.append)
    assert not network.training
    assert network.weight.item() == pytest.approx(3, abs=0.05)
    assert len(lines) == 8
    assert float(lines[-1].split()[-1]) < 0.01 < float(lines[0].split()[-1])
