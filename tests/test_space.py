"""What a Hugging Face Space reads before it starts anything: the README's front matter."""

from __future__ import annotations

import re

from demo.settings import ROOT

COLOURS = {"red", "yellow", "green", "blue", "indigo", "purple", "pink", "gray"}
LONGEST_DESCRIPTION = 60


def test_the_front_matter_is_what_a_space_takes() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.startswith("---\n")
    lines = text.split("---\n")[1].splitlines()
    front = {name: value.strip('"') for name, _, value in (line.partition(": ") for line in lines)}
    assert front["sdk"] == "gradio"
    assert {front["colorFrom"], front["colorTo"]} <= COLOURS
    assert len(front["emoji"]) <= 2
    assert 0 < len(front["short_description"]) <= LONGEST_DESCRIPTION
    assert re.fullmatch(r"3\.1[0-9]", front["python_version"])
    assert (ROOT / front["app_file"]).is_file()
    assert (ROOT / "requirements.txt").is_file()


def test_no_file_is_too_large_for_a_plain_upload() -> None:
    large = [p for p in (ROOT / "assets").rglob("*") if p.is_file() and p.stat().st_size > 50e6]
    assert large == []
