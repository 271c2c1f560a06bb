"""Sheets to judge, and the table of verdicts."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest

from demo.benchmarks.judging import COLUMNS, draw_sheets, table
from demo.catalog.pictures import on_white
from demo.errors import ShopError
from demo.fitting.figures import load_figures
from demo.settings import ROOT
from demo.training.data import split_of


def _verdicts(path: Path, rows: list[tuple[str, str, str, str]]) -> Path:
    """rows: category, refused, acceptable, kind."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number, (category, *said) in enumerate(rows):
            writer.writerow((number, "photo", "sku", category, *said))
    return path


def test_table_counts_what_was_shown(tmp_path: Path) -> None:
    said = table(_verdicts(tmp_path / "v.csv", [
        ("tops", "", "y", ""), ("knitwear", "", "n", "collar"), ("tops", "", "Y", ""),
        ("outerwear", "Take another photo.", "", ""), ("dresses", "", "n", "collar"),
    ]))  # fmt: skip
    assert "| tops and knitwear | 3 | 2 | 67% | 85% | 0 |" in said
    assert "| dresses and coats | 1 | 0 | 0% | 70% | 1 |" in said
    assert "| trousers, shorts, skirts | 0 | 0 | – | 75% | 0 |" in said
    assert said.endswith("What was wrong: collar 2.")


def test_missing_verdict_is_named(tmp_path: Path) -> None:
    path = _verdicts(tmp_path / "v.csv", [("tops", "", "y", ""), ("tops", "", "", "")])
    with pytest.raises(ShopError, match="Number 1 has no verdict"):
        table(path)
    with pytest.raises(ShopError, match="Draw the sheets first"):
        table(tmp_path / "none.csv")


@pytest.mark.weights
def test_sheets_are_drawn_and_dealt(tmp_path: Path) -> None:
    """A figure's picture stands for the photo of a design that nothing was trained on."""
    family = next(f"F{i}" for i in range(99) if split_of(f"F{i}") == "test")
    (tmp_path / "luma" / "images").mkdir(parents=True)
    photo = np.array(on_white(load_figures(ROOT / "assets" / "figures")["ada"].picture()))
    cv2.imwrite(str(tmp_path / "luma" / "images" / "one.png"), photo[..., ::-1])
    (tmp_path / "luma" / "products.csv").write_text(
        "family,gender,category,image,more_images\n"
        f"{family},women,Tees,images/one.png,\n{family},women,Tees,images/one.png,\n"
    )
    said = draw_sheets(tmp_path, tmp_path / "out", 1, 2, 1, "test")
    assert said.startswith("2 results on 1 sheets")
    sheet = cv2.imread(str(tmp_path / "out" / "sheet-00.png"))
    assert (sheet < 250).mean() > 0.03
    with (tmp_path / "out" / "verdicts.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["category"] for row in rows] == ["tops", "outerwear"]
    with pytest.raises(ShopError, match="no verdict"):
        table(tmp_path / "out" / "verdicts.csv")
