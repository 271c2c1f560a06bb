"""Writes files so that a reader finds the old one or the new one, whole; knows nothing of what is in them.

Everything is written aside, in a folder of its own below the place it goes to, put on disk, and renamed in
the end. A process that is killed leaves such a folder behind; whoever writes there next takes it away.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

from demo.errors import SavingError

_ASIDE: Final = re.compile(r"\.aside-(\d+)-\w+")
_REASONS: Final = {
    errno.ENOSPC: "the disk is full. Free some space and run the command again",
    errno.EDQUOT: "the disk quota is used up. Free some space and run the command again",
    errno.EFBIG: "the file is larger than is allowed here. Raise the limit (ulimit -f)",
    errno.EROFS: "the folder is read-only. Name another one",
    errno.EACCES: "this folder may not be written to. Name another one, or change its rights",
    errno.EPERM: "this folder may not be written to. Name another one, or change its rights",
    errno.ENOTDIR: "a file stands where its folder should be. Name another one",
    errno.EEXIST: "a file stands where its folder should be. Name another one",
    errno.EIO: "the disk reports a fault. Check it",
}


@contextmanager
def write_aside(path: Path) -> Iterator[Path]:
    """Yields a path of the same name to write to; what lies there in the end becomes `path`.

    After an exception nothing has changed. Raises SavingError when the disk refuses.
    """
    with write_folder_aside(path.parent, last=path.name, why=path) as aside:
        yield aside / path.name


@contextmanager
def write_folder_aside(folder: Path, last: str, why: Path | None = None) -> Iterator[Path]:
    """Yields an empty folder to write several files to that belong together; they go to `folder`.

    `last` is the file without which a reader takes none of them (a card, a config): where several are
    written, an old one is taken away first and the new one comes when all others are there. So a reader
    never finds files of two kinds under one card. `why` is what an error names; `folder` without it.
    After an exception nothing has changed. Raises SavingError when the disk refuses.
    """
    aside = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        clear(folder)
        aside = Path(tempfile.mkdtemp(prefix=f".aside-{os.getpid()}-", dir=folder))
        yield aside
        written = sorted(aside.iterdir(), key=lambda path: path.name == last)
        for path in written:
            _sync(path)
        with _held(folder):
            if len(written) > 1:
                (folder / last).unlink(missing_ok=True)
            for path in written:
                os.replace(path, folder / path.name)
        _sync(folder)
    except Exception as error:
        if reason := _reason(error):
            raise SavingError(f"{why or folder} cannot be written: {reason}.") from error
        raise
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Replaces a file's text (UTF-8) as a whole. Raises SavingError."""
    with write_aside(path) as aside:
        aside.write_text(text, encoding="utf-8")


def clear(folder: Path) -> None:
    """Takes away what processes that no longer run have left behind."""
    for path in folder.glob(".aside-*"):
        match = _ASIDE.fullmatch(path.name)
        if match and not psutil.pid_exists(int(match[1])):
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Keeps other writers out of the folder, so that no two of them mix their files."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sync(path: Path) -> None:
    """Puts a file, or the names in a folder, on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: BaseException) -> str:
    """What the disk said and what to do; empty when the error is none of its doing.

    FAISS and safetensors raise errors of their own, which quote the system's message.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, "")
    said = str(error)
    return next((text for code, text in _REASONS.items() if os.strerror(code) in said), "")
