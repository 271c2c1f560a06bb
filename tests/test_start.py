"""Opening the page waits for nothing that a first page does not need."""

from __future__ import annotations

import subprocess
import sys

from demo.settings import ROOT

HEAVY = (
    "torch", "open_clip", "timm", "transformers", "diffusers", "accelerate", "safetensors",
    "scipy", "ai_edge_litert", "prometheus_client",
)  # fmt: skip


def test_the_page_is_built_without_a_network() -> None:
    asked = f"import demo.cli, demo.shop, demo.ui.serve, sys; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
