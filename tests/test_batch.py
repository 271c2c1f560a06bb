"""JSON lines in and out: the contract, line by line."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image

from demo import batch
from demo.shop import Shop


def answers(shop: Shop, tmp_path: Path, *lines: object) -> list[dict]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (tmp_path / "in.jsonl").write_text(text + "\n", encoding="utf-8")
    done, failed = batch.run(shop, tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    out = [json.loads(x) for x in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert done == len(out)
    assert failed == sum("error" in x for x in out)
    return out


def test_good_lines(shop: Shop, tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), "#c3272f").save(tmp_path / "photo.png")
    out = answers(
        shop, tmp_path,
        {"id": "a", "item": "F1-red", "turns": ["in green"], "k": 3},
        {"id": "b", "photo": "photo.png", "turns": []},
        {"id": 3, "turns": ["dress"], "filters": {"price_max": 100, "not": {"colour": ["red"]}}},
        {"id": "d", "turns": ["a dress"], "filters": {"price_max": 1}},
    )  # fmt: skip
    assert [line["id"] for line in out] == ["a", "b", 3, "d"]
    assert out[0]["hits"][0]["sku"] == "F1-green"
    assert len(out[0]["hits"]) == 3
    scores = [hit["score"] for hit in out[0]["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert len(out[1]["hits"]) == 12
    assert {hit["sku"] for hit in out[2]["hits"]} == {"F4-green", "F4-navy", "F4-black"}
    assert out[3]["hits"] == []
    assert "message" in out[3]


def test_one_bad_line_never_stops_the_batch(shop: Shop, tmp_path: Path) -> None:
    good = {"id": "good", "item": "F1-red", "turns": []}
    (tmp_path / "broken.jpg").write_bytes(b"broken")
    out = answers(
        shop, tmp_path, "{not json", "[1]", {"id": 1}, {"id": 2, "turns": []},
        {"id": 3, "turns": "red"}, {"id": 4, "item": "nope", "turns": []},
        {"id": 5, "photo": "broken.jpg", "turns": []}, {"id": 6, "photo": "gone.jpg", "turns": []},
        {"id": 7, "item": "F1-red", "turns": [""]}, {"id": 8, "item": "F1-red", "turns": [], "k": 0},
        {"id": 9, "turns": ["x" * 10_000]}, {"id": 10, "turns": ["red"], "filters": {"size": 1}},
        {"id": 11, "turns": ["red"], "filters": {"price_max": "low"}}, {"turns": ["red"]}, good,
    )  # fmt: skip
    assert len(out) == 15
    assert all(line["error"].endswith(".") for line in out[:-1])
    assert "hits" in out[-1]
    assert [line["id"] for line in out[2:13]] == list(range(1, 12))
