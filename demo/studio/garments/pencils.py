"""Draws pencil skirts: vented, high-waisted, lapped, with a peplum. Knows no fabric."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.garments.drape import Fall, mark_across
from demo.studio.garments.skirt_base import (
    HEIGHTS,
    HIP_BELOW,
    WAIST,
    front,
    skirt_fall,
    strains,
    waist,
)
from demo.studio.garments.skirt_parts import (
    button_row,
    inner_band,
    kick_pleat,
    lapped_panel,
    peplum,
    side_zip,
    slit,
)
from demo.studio.trims import button, stitch


def pencil(canvas: Canvas, c: Colourway) -> None:
    """Close to the hip, narrower at the knee."""
    c.pick((_vented, _high_waist, _wrapped, _with_peplum))(canvas, c, fabric(c), HEIGHTS[c.length])


def _pencil_fall(tall: float, hem: float = 72.0) -> Fall:
    return skirt_fall(
        tall, WAIST - 1, 86, hem if tall < 300 else hem - 3, flutes=2.0, start=0.5, depth=1.6, sag=6
    )


def _vented(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """The classic: waistband, darts, a kick pleat."""
    fall = _pencil_fall(tall)
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, strains(canvas, cloth, fall), _darts(fall))
    if c.closure == "buttons":
        button_row(canvas, cloth, fall, False)
    else:
        kick_pleat(canvas, cloth, fall, 0.24)
    waist(canvas, c, cloth, fall, loops=c.material != "wool")


def _high_waist(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """No band: shaped seams run from above the waist to the hem."""
    fall = _pencil_fall(tall + 34, 70)
    w = fall.waist
    fall = replace(
        fall,
        waist=w + 4,
        profile=((0, w + 4), (34 / fall.height, w - 1), (0.42, 86), (0.66, 83), (1, fall.hem)),
    )
    seams = []
    for s in (1, -1):
        ys = np.linspace(fall.top + 4, fall.bottom - 10, 24)
        t = np.clip((ys - fall.top) / fall.height, 0, 1)
        lane = s * np.interp(t, [0, 0.14, 0.45, 1], [0.58, 0.46, 0.52, 0.50])
        seams.append(np.stack([CX + lane * fall.half_width(ys), ys], 1))
    inner_band(canvas, cloth, fall, 1)
    front(
        canvas, cloth, fall, strains(canvas, cloth, fall), [(x, 1.6, 1.5) for x in seams], top_dip=7
    )
    mark_across(canvas, fall, "hip", fall.top + 34 + HIP_BELOW)
    for seam in seams:
        for d in (-2.4, 2.4):
            stitch(canvas, seam[2:] + [d, 0], cloth.stitch, strength=0.4)
    if c.closure == "buttons":
        for y in np.linspace(fall.top + 12, fall.top + 70, 4):
            for s in (1, -1):
                button(canvas, CX + s * 17, float(y), 4.4, cloth.metal, metal=True)
    else:
        side_zip(canvas, cloth, fall, -1, above=-3.0)
    slit(canvas, cloth, fall, 34, 0.22, 9)


def _wrapped(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """A lapped front whose rounded corner opens over the thigh."""
    fall = _pencil_fall(tall, 75)
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, replace(fall, lean=-4), strains(canvas, cloth, fall))
    lapped_panel(canvas, cloth, replace(fall, high=0.20 * fall.height, sag=10), 42, 30,
                 folds=strains(canvas, cloth, fall))  # fmt: skip
    waist(canvas, c, cloth, fall, zipped=False)
    if c.closure == "buttons":
        for i, y in enumerate((-5, 26, 57)):
            with canvas.part("waistband" if y < 0 else "skirt"):
                button(canvas, CX + 33 - i, fall.top + y, 4.6, cloth.button)
    else:
        side_zip(canvas, cloth, fall, -1)


def _with_peplum(canvas: Canvas, c: Colourway, cloth: Cloth, tall: float) -> None:
    """A narrow skirt with a flounce at the hip."""
    fall = _pencil_fall(tall, 68)
    inner_band(canvas, cloth, fall)
    front(canvas, cloth, fall, strains(canvas, cloth, fall))
    peplum(canvas, cloth, fall, 96, 42)
    if c.closure == "buttons":
        for y in (fall.top + 22, fall.top + 46):
            button(canvas, CX, y, 4.0, cloth.button)
    waist(canvas, c, cloth, fall)


def _darts(fall: Fall) -> list[tuple[np.ndarray, float, float]]:
    return [
        (np.array([[CX + s * x, fall.top + 4], [CX + s * (x + 4), fall.top + 56]]), 1.3, 1.1)
        for s in (1, -1)
        for x in (26, 42)
    ]
