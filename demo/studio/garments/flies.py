"""What closes trousers in front: flies, buttons, the seam where there is neither. Knows a cut."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, offset, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.garments.legs import Legs
from demo.studio.garments.marks import draws
from demo.studio.garments.pose import Posed
from demo.studio.light import layer
from demo.studio.trims import button, groove, stitch, zipper


@draws("waistband")
def fly(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    buttons: bool,
    metal: bool,
    strength: float = 0.5,
    height: float = 20,
) -> None:
    """The fly's stitching over a zip, or a placket with all its buttons in sight."""
    y = legs.top + legs.dip + height
    end = legs.crotch - 0.22 * (legs.crotch - legs.top)
    wide = 15 * legs.hip / 99
    curve = spline(
        [(CX + wide, y - 2), (CX + wide, end - 30), (CX + 0.75 * wide, end - 9), (CX + 1, end)],
        False,
    )
    flap = np.concatenate([curve, [[CX - 1, end], [CX - 1, y - 2]]])
    layer(
        canvas,
        flap,
        cloth.ground,
        cloth.material,
        R=30,
        depth=0.12,
        edge=1.6,
        wrinkle=0.3,
        lift=2.0 if buttons else 1.2,
    )
    for d in (1.6, 4.4):
        stitch(canvas, offset(curve, d), cloth.stitch, strength=strength)
    seam = np.array([[CX, end], [CX, legs.crotch - 3]])
    groove(canvas, seam, 0.8, cloth.ground, cloth.material, dark=0.7)
    stitch(canvas, seam + [2.4, 0], cloth.stitch, strength=strength * 0.8)
    colour = cloth.metal if metal else cloth.button
    if buttons:
        for by in np.linspace(y + 13, end - 14, 4):
            button(canvas, CX + 0.38 * wide, float(by), 3.7, colour, metal)
        return
    edge = np.array([[CX - 0.5, y], [CX - 0.5, end]])
    groove(canvas, edge, 0.9, cloth.ground, cloth.material, dark=0.55)
    if metal:
        zipper(canvas, [(CX + 0.6, y), (CX + 0.6, y + 26)], cloth.metal, width=1.1, pull=False)


@draws("waistband")
def band_button(
    canvas: Posed, cloth: Cloth, legs: Legs, metal: bool, height: float = 20, across: float = 4.0
) -> None:
    """The button that closes the waistband; draw it after the band."""
    colour = cloth.metal if metal else cloth.button
    y = legs.top + legs.dip + height / 2
    button(canvas, CX + across, y, 5.0 if metal else 4.2, colour, metal)
    if not metal:
        return
    button(canvas, CX + across, y, 2.4, np.asarray(cloth.metal) * 0.6, metal)


@draws("waistband")
def fork(
    canvas: Posed, cloth: Cloth, legs: Legs, strength: float = 0.25, dark: float = 0.68
) -> None:
    """The seam down the middle of trousers without a fly."""
    line = np.array([[CX, legs.top + legs.dip + 12], [CX + 0.5, legs.crotch - 2]])
    layer(
        canvas,
        ribbon(line, 0.8),
        cloth.texture,
        cloth.material,
        R=3,
        depth=0.1,
        edge=0,
        wrinkle=0,
        lift=0.4,
        dark=dark,
    )
    for d in (-2.4, 2.4):
        stitch(canvas, line + [d, 0], cloth.stitch, strength=strength)
