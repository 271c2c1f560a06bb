"""What every skirt has: measures, a front, a waist, creases. Knows no skirt type."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.drape import Fall, draw_fall, mark_across
from demo.studio.garments.marks import draws
from demo.studio.garments.skirt_parts import band, side_zip
from demo.studio.light import layer
from demo.studio.trims import button, stitch

HEIGHTS = {"mini": 184.0, "knee": 268.0, "midi": 368.0, "maxi": 480.0}
"""length -> world units from waist to hem"""
WAIST = 64.0
HIP = 85.0
HIP_BELOW = 66.0
"""from the waist seam down to the widest hip, some 20 cm, on a skirt that is `WAIST` wide"""
NEARER = 1.2
"""a mini skirt is photographed from closer by"""


def skirt_fall(tall: float, waist: float, hip: float, hem: float, **more: float) -> Fall:
    """A fall centred in the picture; a short one is seen from nearer by."""
    near = NEARER if tall < 200 else 1.0
    tall, waist, hip, hem = tall * near, waist * near, hip * near, hem * near
    top = 320 - tall / 2 + 8
    return Fall(top, waist, hip, hem, top + tall, **more)


def front(
    canvas: Canvas, cloth: Cloth, fall: Fall, folds: list[Fold] | None = None,
    seams: list | None = None,
    *, gathers: float = 0.0, thread: bool = True, top_dip: float = 4.0,
    right_of: float = 0.0,
) -> None:  # fmt: skip
    """The skirt itself, from waist seam to hem; `right_of`: see `draw_fall`."""
    draw_fall(canvas, fall, cloth.texture, cloth.material, thread=cloth.stitch if thread else None,
              folds=folds or (), seams=seams or (), gathers=gathers,
              wrinkle=(0.15 if fall.pleats else 0.5) * cloth.wrinkle,
              top_dip=top_dip, right_of=right_of)  # fmt: skip
    down = HIP_BELOW * fall.waist / WAIST
    mark_across(canvas, fall, "hip", fall.top + min(down, 0.45 * fall.height))


@draws("waistband")
def waist(
    canvas: Canvas,
    c: Colourway,
    cloth: Cloth,
    fall: Fall,
    *,
    loops: bool = False,
    zipped: bool = True,
) -> None:
    """The band over the skirt, and a zip in the side seam where the table has one."""
    band(canvas, cloth, fall, striped=c.pattern == "striped", loops=loops)
    if c.closure == "zip" and zipped:
        side_zip(canvas, cloth, fall, 1 if c.shape_seed % 3 else -1)
    elif c.closure == "buttons":
        metal = c.material in ("denim", "corduroy")
        button(canvas, CX, fall.top - 3, 4.4, cloth.metal if metal else cloth.button, metal)


def hip_drags(canvas: Canvas, cloth: Cloth, fall: Fall, count: int) -> list[Fold]:
    """Slack lines from the side seams towards the middle, below the waist."""
    rng, drags = canvas.rng, []
    for side in (1, -1):
        for _ in range(count):
            y = fall.top + rng.uniform(6, 0.35 * fall.height)
            drags.append(
                Fold((CX + side * (float(fall.half_width(y)) - 1), y),
                     (CX + side * rng.uniform(8, 56), y + rng.uniform(-4, 44)),
                     rng.uniform(-6, 6), (2.5, 6), rng.uniform(0.8, 2.0) * cloth.fold, 0.2, 0.06,
                     0.7)
            )  # fmt: skip
    return drags


def strains(canvas: Canvas, cloth: Cloth, fall: Fall) -> list[Fold]:
    """Cross pulls over the hip and below it, where a narrow skirt is strained."""
    rng = canvas.rng
    folds = hip_drags(canvas, cloth, fall, 3)
    for _ in range(6):
        s, t = rng.choice([-1, 1]), rng.uniform(0.3, 0.85)
        y = fall.top + t * fall.height
        folds.append(
            Fold((CX + s * (float(fall.half_width(y)) - 1), y),
                 (CX - s * rng.uniform(-30, 50), y + rng.uniform(-26, 34)),
                 rng.uniform(-8, 8), (3, 8), rng.uniform(0.7, 1.6) * cloth.fold, 0.25, 0.06, 0.7)
        )  # fmt: skip
    return folds


def welt_pocket(canvas: Canvas, cloth: Cloth, fall: Fall, s: int) -> None:
    """A slanting welt pocket."""
    line = np.array([[CX + s * 46, fall.top + 14], [CX + s * 66, fall.top + 64]], float)
    lip = np.concatenate([line - [s * 4.0, -1.5], line[::-1] + [s * 0.5, 0]])
    layer(
        canvas, lip, cloth.ground, cloth.material, R=12, depth=0.2, edge=1.5, wrinkle=0.1, lift=1.6
    )
    stitch(canvas, line - [s * 6, -2], cloth.stitch, strength=0.4)
