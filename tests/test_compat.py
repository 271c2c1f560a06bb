"""The torchvision shim, in fresh processes: operators can be declared once a process only."""

from __future__ import annotations

import subprocess
import sys
import textwrap


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_open_clip_imports_after_the_call() -> None:
    printed = _run("""
        from demo.compat import prepare_torchvision
        prepare_torchvision()
        import open_clip
        print("loaded")
    """)
    assert printed == "loaded"


def test_missing_operators_are_declared_once_and_kept() -> None:
    printed = _run("""
        import gc, torch
        from demo import compat
        compat.torchvision_operators_load = lambda: False
        if hasattr(torch.ops.torchvision, "nms"):
            raise SystemExit("declared too early")
        print(compat.prepare_torchvision(), compat.prepare_torchvision())
        gc.collect()
        print(hasattr(torch.ops.torchvision, "nms"), hasattr(torch.ops.torchvision, "qnms"))
        import torchvision.transforms
    """)
    assert printed.splitlines() == ["True False", "True True"]


def test_present_operators_are_left_alone() -> None:
    printed = _run("""
        import torch
        there = torch.library.Library("torchvision", "DEF")  # as if torchvision had loaded its own
        there.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        from demo import compat
        print(compat.torchvision_operators_load(), compat.prepare_torchvision(), compat._kept)
    """)
    assert printed == "True False []"


def test_import_is_cheap() -> None:
    assert _run("import sys, demo.compat; print('torch' in sys.modules)") == "False"
