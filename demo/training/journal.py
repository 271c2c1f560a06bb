"""The log of one training: printed, and kept beside the weights. Knows no network."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Journal:
    """Lines with the seconds since it was opened, in a folder's `train.log`."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when missing; the log of an earlier training there is replaced."""
        self._started = time.monotonic()
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._path.write_text("", encoding="utf-8")

    def __call__(self, line: str) -> None:
        line = f"{time.monotonic() - self._started:6.0f} s  {line}"
        print(line, flush=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def close(self, facts: Mapping[str, Any]) -> None:
        """Write `result.json`: what determined the weights, what was measured, and the minutes."""
        minutes = round((time.monotonic() - self._started) / 60, 1)
        text = json.dumps({**facts, "minutes": minutes}, indent=2) + "\n"
        (self._folder / "result.json").write_text(text, encoding="utf-8")

    @property
    def _path(self) -> Path:
        return self._folder / "train.log"
