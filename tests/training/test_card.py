"""The model card: its figures are the result's, and other sections stay."""

from __future__ import annotations

import json
from pathlib import Path

from demo.bundle import LITE
from demo.training.card import write_card

REPORT = {
    "encoder": "lite-0123abcd", "seed": 7, "recipe": "abc", "rule": "adaptive", "split": "test",
    "pictures": {"training": {"clothing": 4126, "luma": 280, "studio": 1478}},
    "steps": {"text": 10, "joint": 20}, "minutes": 1.5, "bytes": 17 * 2**20,
    "result": {"home.type": 0.8444, "home.photos": 454},
}  # fmt: skip
COMPARISON = {
    "steps": {"text": 4, "joint": 5},
    "rules": {
        "fixed": {"weights": {"contrastive": 1.0}, "mean": 0.5, "result": {"home.type": 0.25}}
    },
}


def test_a_section_is_written_and_replaced(tmp_path: Path) -> None:
    card, folder = tmp_path / "README.md", tmp_path / "lite"
    folder.mkdir()
    (folder / "result.json").write_text(json.dumps(REPORT))
    write_card(card, folder)
    assert "| home photos, 17 kinds by prompt, top-1 | 454 | 0.84 |" in card.read_text()
    card.write_text(card.read_text() + "\n## another network\n")
    (folder / "comparison.json").write_text(json.dumps(COMPARISON))
    write_card(card, folder)
    text = card.read_text()
    assert text.count("## lite (lite-0123abcd)") == 1
    assert "| fixed | contrastive 1.00 | 0.500 | 0.25 |" in text
    assert "4,126" in text
    assert "## another network" in text


def test_the_shipped_card_is_the_shipped_result() -> None:
    text = (LITE.parent / "README.md").read_text(encoding="utf-8")
    report = json.loads((LITE / "result.json").read_text(encoding="utf-8"))
    assert f"## lite ({report['encoder']})" in text
    assert (
        f"top-1 | {report['result']['home.ten_photos']} | {report['result']['home.ten']:.2f} |"
        in text
    )
