"""Building: same seed, same bytes; a stopped build goes on; what left the plan leaves the folder."""

from __future__ import annotations

import csv
from pathlib import Path

from PIL import Image

from demo.catalog.catalogue import check
from demo.studio.build import build
from demo.studio.sheet import sheet


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.glob("images/*"))} | {
        "table": (folder / "products.csv").read_bytes()
    }


def test_build_is_repeatable_and_resumes(tmp_path: Path) -> None:
    build(tmp_path / "a", seed=7, count=6, jobs=1)
    first = contents(tmp_path / "a")
    assert check(tmp_path / "a") == (6, ())
    victim = next((tmp_path / "a" / "images").glob("*.webp"))
    victim.unlink()
    (tmp_path / "a" / "images" / "STRAY.webp").write_bytes(b"left over")
    kept = {p: p.stat().st_mtime_ns for p in (tmp_path / "a" / "images").glob("*-*.webp")}
    build(tmp_path / "a", seed=7, count=6, jobs=1)
    assert contents(tmp_path / "a") == first
    assert all(p.stat().st_mtime_ns == time for p, time in kept.items())  # not drawn again
    build(tmp_path / "b", seed=7, count=6, jobs=2)
    assert contents(tmp_path / "b") == first
    with (tmp_path / "a" / "products.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert Image.open(tmp_path / "a" / row["image"]).size == (480, 600)
    assert sheet(tmp_path / "a", tmp_path / "sheet.png", columns=3, rows=2) == 6
