"""Garments drawn without cloth and light: the same places and the same parts in a tenth of the time."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from demo.studio.canvas import Canvas, as_polylines
from demo.studio.garments import drawings


def draw_flat(patch: pytest.MonkeyPatch) -> None:
    """Replace `light.layer` and `trims.stitch` wherever garments use them."""
    drawings()  # imports them all
    for name, module in list(sys.modules.items()):
        if name.startswith("demo.studio.") and hasattr(module, "layer"):
            patch.setattr(module, "layer", flat_layer)
        if name.startswith("demo.studio.") and hasattr(module, "stitch"):
            patch.setattr(module, "stitch", lambda *_, **__: None)


def flat_layer(canvas: Canvas, outline: object, *_: object, **options: object) -> None:
    """What `light.layer` covers, in black, with the same draw from the generator."""
    outlines = as_polylines(outline)
    box = canvas.box(outlines)
    if box is None:
        return
    mask = canvas.mask(outlines, box)
    if options.get("clip") is not None:
        mask = mask * canvas.mask(as_polylines(options["clip"]), box)
    if mask.max() < 0.05:
        return
    canvas.rng.integers(1_000_000)
    canvas.blend(np.zeros((*mask.shape, 3), np.float32), mask, box)
