"""Tells whether a file is still the one that was written: size and SHA-256, noted beside it.

Knows files only. A folder without such notes (one made elsewhere) is taken as it is.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from demo.durable import write_text
from demo.errors import DamagedError

FILE: Final = "checksums.json"


def seal(folder: Path, *names: str) -> None:
    """Notes size and SHA-256 of the named files of a folder; of all that are in it when none is named.

    Notes about other files stay, as far as those still exist. Raises SavingError.
    """
    chosen = names or [path.name for path in folder.iterdir() if path.is_file()]
    notes = {name: note for name, note in _notes(folder).items() if (folder / name).is_file()}
    for name in chosen:
        if name != FILE:
            path = folder / name
            notes[name] = {"bytes": path.stat().st_size, "sha256": _sha256(path)}
    text = json.dumps(dict(sorted(notes.items())), indent=1) + "\n"
    write_text(folder / FILE, text)


def checked(path: Path, mend: str) -> str:
    """The file's SHA-256 in hex digits, once it is known to be whole.

    `mend` is the sentence that says what to do. Raises DamagedError, or OSError when it is not there.
    """
    note = _noted(path, mend)
    found = _sha256(path)
    if note and note["sha256"] != found:
        raise DamagedError(f"{path} has been altered since it was written. {mend}")
    return found


def check_size(path: Path, mend: str) -> None:
    """The same by the size alone, for files too large to be read at every start."""
    _noted(path, mend)


def mend_weights(name: str) -> str:
    """The sentence for weights that `train NAME` writes."""
    return f"Fetch it again, or write it anew with: python -m demo train {name}"


def _noted(path: Path, mend: str) -> dict[str, str | int]:
    """What is noted about a file, empty when nothing is; its size is checked here."""
    try:
        note = _notes(path.parent).get(path.name, {})
        expected = note["bytes"] if note else None
        note = {"sha256": "", **note}
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DamagedError(f"{path.parent / FILE} cannot be read. {mend}") from None
    size = path.stat().st_size
    if expected is not None and size != expected:
        short = "is cut short" if size < expected else "is longer than it was written"
        raise DamagedError(f"{path} {short}: {size:,} bytes, not {expected:,}. {mend}")
    return note if expected is not None else {}


def _notes(folder: Path) -> dict[str, dict[str, str | int]]:
    path = folder / FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
