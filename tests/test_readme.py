"""The README's promises: its commands exist, its pins agree, CI runs its test command."""

from __future__ import annotations

import re
import shlex

import pytest

from demo.cli import main
from demo.settings import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:bash|sh)\n(.*?)```", README, re.S)
COMMANDS = [
    line.strip() for block in BLOCKS for line in block.splitlines() if "python -m demo" in line
]


def test_run_and_test_commands() -> None:
    assert any("pip install -r requirements.txt && python app.py" in block for block in BLOCKS)
    test = next(line for block in BLOCKS for line in block.splitlines() if "pytest" in line)
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert test.replace("pip install", "pip install -q") in ci


def test_front_matter_matches_the_pins() -> None:
    front = README.split("---")[1]
    pins = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    version = re.search(r"^sdk_version: (\S+)$", front, re.M)
    assert version is not None
    assert f"gradio[mcp]=={version[1].strip(chr(34))}" in pins
    assert "app_file: app.py" in front
    assert "license: apache-2.0" in front


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_real(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(command.split("#")[0])[3:]
    names = []
    for word in words:
        if word.startswith("-") or not re.fullmatch(r"[a-z]+", word) or len(names) == 2:
            break
        names.append(word)
    with pytest.raises(SystemExit) as stop:
        main([*names[: 1 if names[0] in ("query", "index", "serve") else 2], "--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    for option in (w for w in words if w.startswith("--")):
        assert option in text, f"{option} is not an option of {' '.join(names)}"


def test_pictures_are_there() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file(), path
