"""A full disk, a limit, a read-only folder: one sentence, and what was there before is untouched."""

from __future__ import annotations

import errno
import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from demo import durable
from demo.cli import main
from demo.dialogue.token import to_token
from demo.errors import SavingError
from demo.search import tones
from demo.search.index import Index, load
from demo.shop import Shop


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow beyond 400 bytes in this process: the system itself refuses.

    Only for the step that is tested, since the test's own report may go to a file as well.
    """
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_index_does_not_fit(shop: Shop, tmp_path: Path) -> None:
    """FAISS and numpy meet the system's own refusal."""
    shop.index.save(tmp_path)
    before = contents(tmp_path)
    other = Index(shop.index.vectors, shop.index.card, shop.index.tones * 2)
    refused = pytest.raises(SavingError, match=r"larger than is allowed here\. Raise the limit")
    with small_disk(), refused:
        other.save(tmp_path)
    assert contents(tmp_path) == before
    load(tmp_path, shop.catalogue)


def test_weights_do_not_fit(tmp_path: Path) -> None:
    """safetensors raises an error of its own, in which the system's message stands."""
    import torch
    from safetensors.torch import save_file

    refused = pytest.raises(SavingError, match=r"network\.safetensors cannot be written")
    with small_disk(), refused:
        with durable.write_aside(tmp_path / "network.safetensors") as aside:
            save_file({"weight": torch.zeros(5_000)}, aside)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("code", "advice"),
    [(errno.ENOSPC, "the disk is full. Free some space"), (errno.EDQUOT, "quota"),
     (errno.EROFS, "read-only. Name another"), (errno.EIO, "a fault")],
)  # fmt: skip
@pytest.mark.parametrize("step", ["fsync", "replace", "mkdir"])
def test_whatever_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, advice: str
) -> None:
    (tmp_path / "card").write_text("old")

    def refused(*given: object, **named: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, step, refused)
        with pytest.raises(SavingError, match=advice) as caught:
            durable.write_text(tmp_path / "card", "new")
    assert str(tmp_path / "card") in str(caught.value)
    assert contents(tmp_path) == {"card": b"old"}


def test_other_errors_stay_what_they_are(tmp_path: Path) -> None:
    def fails() -> None:
        with durable.write_aside(tmp_path / "card") as aside:
            aside.write_text("half")
            raise ValueError("not the disk's fault")

    with pytest.raises(ValueError, match="not the disk's fault"):
        fails()
    assert not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "weights").write_text("a file")
    with pytest.raises(SavingError, match="a file stands where its folder should be"):
        durable.write_text(tmp_path / "weights" / "config.json", "{}")


def test_a_read_only_index_serves_all_the_same(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tones that cannot be kept are measured again at the next start."""
    shop.index.save(tmp_path)
    (tmp_path / tones.FILE).unlink()
    index = load(tmp_path, shop.catalogue)
    mine = Shop(shop.catalogue, index, shop.bundle, shop.settings)

    def refused(*given: object, **named: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "mkdir", refused)
    assert mine.tones.shape == (len(shop.catalogue), 2)
    hits = mine.results(mine.say(mine.start("F1-red"), "darker")).hits
    assert hits
    assert not (tmp_path / tones.FILE).exists()


def test_the_command_line_says_it(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    from fakes import FakeEncoder

    def refused(*given: object, **named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("demo.bundle.load_encoder", lambda name, device: FakeEncoder())
    monkeypatch.setattr("demo.bundle.find_network", lambda id, *places: None)
    monkeypatch.setattr(os, "fsync", refused)
    assert main(["index", str(shop.catalogue.folder), "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert said.startswith("index: ")
    assert said.endswith("the disk is full. Free some space and run the command again.")


class Jumping:
    """A wall clock that nobody should look at: an hour forward, a day back, 1970."""

    def __init__(self) -> None:
        self.times: Callable[[], float] = iter([4e9, 0.0, 1.7e9, -5.0] * 10_000).__next__

    def __call__(self) -> float:
        return self.times()


def test_clock_jumps_change_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    session = shop.say(shop.start("F1-red"), "in green")
    before = shop.results(session), to_token(session)
    monkeypatch.setattr("time.time", Jumping())
    after = shop.results(session), to_token(shop.say(shop.start("F1-red"), "in green"))
    assert after[0].hits == before[0].hits
    assert after[1] == before[1]
    assert all(took >= 0 for took in after[0].timings.values())


def test_no_room_looks_at_the_wall_clock() -> None:
    """Durations are monotonic; a date appears in log lines only."""
    import re

    from demo.settings import ROOT

    wall = re.compile(
        r"time\.time\(|from time import[^\n]*\btime\b|datetime\.now|date\.today|utcnow"
    )
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "demo").rglob("*.py")
        if wall.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
