"""`tryon`: what it writes, and what it says to bad input."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo.cli import main
from demo.fitting.figures import load_figures
from demo.fitting.warp import _close_gaps
from demo.settings import ROOT


@pytest.mark.weights
def test_a_figure_is_dressed_and_the_head_stays(tmp_path: Path) -> None:
    out = tmp_path / "worn.png"
    items = ["--item", "TS-001-LAV", "--item", "SJ-003-WHI"]
    assert main(["tryon", "--person", "ada", *items, "--out", str(out)]) == 0
    bare = load_figures(ROOT / "assets" / "figures")["ada"].picture().convert("RGBA")
    ground = Image.new("RGBA", bare.size, (255, 255, 255, 255))
    ground.alpha_composite(bare)
    before = np.asarray(ground.convert("RGB")).astype(int)
    after = np.asarray(Image.open(out).convert("RGB")).astype(int)
    assert after.shape == before.shape
    head, chest = np.s_[:180], np.s_[280:420, 290:350]
    assert (after[head] == before[head]).all()
    assert np.abs(after[chest] - before[chest]).mean() > 30


def test_slits_close_and_nothing_grows_outward() -> None:
    """What is closed must not stay dilated where the box around the garment ends."""
    trunk, sleeve = np.zeros((2, 300, 300, 4), np.float32)
    trunk[20:220, 120:220] = 1
    sleeve[20:100, 60:116] = 1
    sheets = {"": trunk, "sleeve_left_over": sleeve}
    _close_gaps(sheets)
    assert sheets[""][60, 118, 3] > 0.9  # the slit between them
    assert not sheets[""][104:, 60:90, 3].any()  # below the sleeve, at the box's edge
    assert not sheets[""][225:, :, 3].any()


def test_a_slit_between_two_legs_is_closed_above_the_crotch_only() -> None:
    sheet = np.zeros((1280, 640, 4), np.float32)
    sheet[200:600, 200:300], sheet[200:600, 304:400] = (0.2, 0.3, 0.5, 1.0), (0.2, 0.3, 0.5, 1.0)
    sheets = {"": sheet}
    _close_gaps(sheets, 220, 400)
    cover = sheets[""][..., 3]
    assert cover[240:380, 301:303].min() > 0.9
    assert cover[420:, 301:303].max() < 0.1
    assert cover[:210, 301:303].max() < 0.1


def test_a_closed_slit_is_cloth_and_no_veil() -> None:
    """Where a sheet fades out between sleeve and trunk, no ground may shine through."""
    trunk, sleeve = np.zeros((2, 300, 300, 4), np.float32)
    trunk[20:220, 120:220] = 0.6
    trunk[20:220, 112:120] = 0.2
    trunk[20:220, 120:220, 3] = 1
    sleeve[20:220, 60:106] = 1
    sheets = {"": trunk, "sleeve_left_over": sleeve}
    _close_gaps(sheets)
    assert sheets[""][60:180, 108:118, 3].min() > 0.9
    assert sheets[""][60:180, 108:118, :3].max() < 0.9  # in the shade of both


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say what to write"),
        (["--item", "TS-001-LAV"], "Say what to write"),
        (["--out", "x.png"], "give both"),
        (["--item", "NOTHING", "--out", "x.png"], "no item"),
    ],
)
def test_bad_input(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["tryon", "--person", "ada", *arguments]) == 2
    assert said in capsys.readouterr().err
