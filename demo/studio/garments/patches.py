"""Pockets and badges on trousers: patched, cargo, carpenter's. Knows a leg's cut, no garment type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from demo.studio.canvas import CX, F32, Array, corners, offset, on_side, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.garments.leg_marks import each_leg
from demo.studio.garments.legs import Legs
from demo.studio.garments.pose import Posed
from demo.studio.light import layer
from demo.studio.trims import button, stitch, zipper


def patch_pockets(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    height: float = 20,
    strength: float = 0.5,
    size: float = 1.0,
) -> None:
    """Big open pockets sewn onto the front, as on utility and paperbag shapes."""
    unit = size * legs.hip / 99
    for s in each_leg(canvas):
        x0, x1 = 0.38 * legs.waist, legs.side_at(legs.top + 50) - 3
        y0 = float(legs.brim(x0)) + height + 4
        y1 = y0 + 78 * unit
        bag = on_side(
            [
                (CX + x0, y0, 1),
                (CX + x1 - 6, y0 + 26 * unit, 1),
                (CX + x1, y0 + 30 * unit, 1),
                (CX + x1 + 1, y1 - 8, 1),
                (CX + x1 - 8, y1 + 2),
                (CX + x0 + 6, y1 + 1),
                (CX + x0 - 1, y1 - 8, 1),
            ],
            s,
        )
        layer(
            canvas,
            bag,
            cloth.ground,
            cloth.material,
            clip=legs.outline(s),
            inflate_with=[legs.outline(s), legs.outline(-s)],
            R=50 if legs.is_short else 42,
            depth=0.5,
            edge=9,
            edge_depth=0.6,
            wrinkle=0.5,
            lift=1.8,
            shadow=0.5,
        )
        mouth = np.array(on_side([(CX + x0 + 1, y0 + 4), (CX + x1 - 7, y0 + 30 * unit)], s))
        hem = spline(
            on_side(
                [
                    (CX + x1 - 2.5, y0 + 36 * unit, 1),
                    (CX + x1 - 2, y1 - 9),
                    (CX + x1 - 10, y1 - 1.5),
                    (CX + x0 + 8, y1 - 2),
                    (CX + x0 + 2, y1 - 9),
                    (CX + x0 + 2.5, y0 + 4, 1),
                ],
                s,
            ),
            False,
        )
        for line in (mouth, mouth + [0, 2.8], hem, offset(hem, s * 2.6)):
            stitch(canvas, line, cloth.stitch, strength=strength)


def cargo_pocket(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    side: int,
    y: float,
    tall: float = 96,
    style: str = "flap",
) -> None:
    """A big bellows pocket on the outer thigh: gusset, face and buttoned flap, well off the leg.

    "flap" has one button, "bellows" two and a box pleat, "zip" cut corners and a zip.
    """
    seam = legs.side_seam(side)
    seam = seam[np.argsort(seam[:, 1])]
    drop = 9.0  # how far the whole pocket leans back round the leg: its outer end is higher

    def at(share: float, down: float, proud: float = 0.0) -> tuple[float, float]:
        """A point `share` of the way from the leg's middle to its edge, `proud` beyond it."""
        edge = side * (float(np.interp(y + down, seam[:, 1], seam[:, 0])) - CX) + 4.5
        middle = float(legs.centre(y + down))
        return CX + side * (middle + share * (edge - middle) + proud), y + down - drop * share**2

    def wraps(px: np.ndarray, py: np.ndarray) -> Array:
        """The pocket goes round the outseam with the leg, so it darkens towards the edge."""
        dx, dy = canvas.design(px, py, side)
        edge = side * (np.interp(dy, seam[:, 1], seam[:, 0]) - CX) + 4.5
        near = np.clip((side * (dx - CX) - edge + 10) / 24, 0, 1)
        return 1 - (0.34 if side > 0 else 0.18) * near**1.5

    def cut_from(du: float, dv: float) -> Callable:
        """Each piece is cut from another place of the cloth."""

        def beside(px: np.ndarray, py: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            dx, dy = canvas.design(px, py, side)
            return dx - CX - side * (legs.centre(dy) - 0.49 * legs.hip) + du, dy - 107 + dv

        return beside

    def piece(outline: list, **more: Any) -> None:
        layer(canvas, outline, cloth.texture, cloth.material, occlusion=wraps, **more)

    inner = -0.18
    gusset = [
        (*at(inner, 2), 1), (*at(1.0, 0, 6), 1), at(1.0, 0.3 * tall, 14), at(1.0, 0.8 * tall, 15),
        (*at(1.0, tall + 3, 8), 1), at(0.5, tall + 8), (*at(inner, tall + 6), 1),
    ]  # fmt: skip
    piece(gusset, R=14, depth=0.3, edge=4, wrinkle=0.2, lift=5.5, shadow=0.85, dark=0.62,
          uv=cut_from(31, 17))  # fmt: skip
    for d in (2.6,):  # the bellows' fold, a lit lip in its shade
        lip = [at(inner, 14), at(inner, tall + 4 - d), at(0.5, tall + 6 - d),
               at(1.0, tall + 1 - d, 6)]  # fmt: skip
        line = offset(spline([(*q, 1) for q in lip], False), -side * d)
        piece(ribbon(line, 1.0), R=4, depth=0.3, edge=0.8, wrinkle=0, lift=0.6, shadow=0.5,
              dark=0.9, uv=cut_from(31, 17))  # fmt: skip
    left, low = inner + 0.12, tall - 1
    bag = [
        (*at(left, 0), 1), (*at(1.0, 0, 2), 1), at(1.0, 0.35 * tall, 8), at(1.0, 0.8 * tall, 8),
        (*at(1.0, low - 7, 4), 1), (*at(0.90, low, 2), 1), at(0.5, low + 1),
        (*at(left + 0.10, low), 1), (*at(left, low - 8), 1),
    ]  # fmt: skip
    piece(bag, R=26, depth=0.34, edge=6, edge_depth=0.75, wrinkle=0.5, lift=3.4, shadow=0.7,
          uv=cut_from(48, 64),
          seams=[(np.array([at(1.0, low - 14, 6), at(left, low - 12)]), 3.0, 0.6)])  # fmt: skip
    hem = spline(
        [(*at(left + 0.07, 6), 1), (*at(left + 0.07, low - 10), 1), (*at(left + 0.15, low - 4), 1),
         at(0.5, low - 3.5), (*at(0.86, low - 4, 2), 1), (*at(0.95, low - 9, 4), 1),
         at(0.95, 0.4 * tall, 6)],
        False,
    )  # fmt: skip
    for d in (0.0, 2.6):
        stitch(canvas, offset(hem, side * d), cloth.stitch, strength=0.5)
    for x in (0.34, 0.60) if style == "bellows" else ():
        crease = np.array([at(x, 12), at(x, low - 1)])
        for d, dark in ((0.0, 0.55), (side * 2.2, 1.08)):  # a box pleat: its slit, its lit lip
            layer(canvas, ribbon(offset(crease, d), 1.1), cloth.ground, cloth.material, R=5,
                  depth=0.2, edge=0, wrinkle=0, lift=0, dark=dark, opacity=0.8)  # fmt: skip
    deep = 0.34 * tall
    if style == "zip":
        line = np.array([at(0.02, deep + 15), at(0.90, deep + 13, 2)])
        zipper(canvas, line, cloth.metal, cloth.ground, width=2.0)
    notch = 9.0 if style == "zip" else 4.0
    lip = deep + (5.0 if style == "flap" else 0.0)  # a pointed flap or a straight one
    flap = [
        (*at(inner + 0.02, -9), 1), (*at(1.0, -9, 4), 1), (*at(1.0, 0.5 * deep, 11), 1),
        (*at(1.0, deep - notch, 12), 1), (*at(0.94, deep, 10), 1), (*at(0.45, lip), 1),
        (*at(inner + 0.10, deep), 1), (*at(inner + 0.01, deep - notch), 1),
    ]  # fmt: skip
    piece(flap, R=20, depth=0.22, edge=4, edge_depth=0.8, wrinkle=0.3, lift=6.5, shadow=0.85,
          uv=cut_from(90, 20))  # fmt: skip
    rim = [at(inner + 0.09, -5), at(inner + 0.09, deep - notch - 2), at(inner + 0.15, deep - 4),
           at(0.45, lip - 4), at(0.90, deep - 4, 8), at(0.94, deep - notch - 2, 9),
           at(0.95, -4, 3)]  # fmt: skip
    around = spline([(*q, 1) for q in rim], False)
    top = np.array([at(inner + 0.06, -6), at(0.96, -6, 3)])
    for line in (around, offset(around, side * 2.6), top, top + [0, 2.6]):
        stitch(canvas, line, cloth.stitch, strength=0.55)
    for x in (0.08, 0.78) if style == "bellows" else (0.45,):
        px, py = at(x, deep - 9)
        button(canvas, px, py, 4.2, cloth.metal if style == "bellows" else cloth.button,
               style == "bellows")  # fmt: skip


def hanging_pocket(canvas: Posed, cloth: Cloth, legs: Legs, side: int, y: float) -> None:
    """A narrow tool pocket and hammer loop, as on carpenter's trousers."""
    centre, half = float(legs.centre(y)), float(legs.half(y))
    x0, x1 = CX + side * (centre + 0.42 * half), CX + side * (centre + 0.98 * half)
    bag = corners((x0, y), (x1, y - 3), (x1, y + 62), (x0, y + 64))
    layer(
        canvas,
        bag,
        cloth.ground,
        cloth.material,
        clip=legs.outline(side),
        inflate_with=[legs.outline(side)],
        R=42,
        depth=0.5,
        edge=9,
        edge_depth=0.6,
        wrinkle=0.4,
        lift=2.0,
    )
    for inset in (2.2, 4.8):
        frame = np.array([[x0 + side * inset, y + 3], [x0 + side * inset, y + 61], [x1, y + 59]])
        stitch(canvas, frame, cloth.stitch, strength=0.55)
    stitch(canvas, np.array([[x0, y + 4], [x1, y + 1]]), cloth.stitch, strength=0.55)


def badge(posed: Posed, cloth: Cloth, legs: Legs) -> None:
    """A small reflective mark at the hip."""
    x, y = CX + 0.62 * legs.waist, legs.top + 46

    def silver(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, None]:
        return np.broadcast_to(np.array([0.5, 0.52, 0.55], F32), (*u.shape, 3)), None

    mark = [(x - 5, y, 1), (x + 5, y - 3, 1), (x + 3.5, y + 3.5, 1), (x - 4, y + 4, 1)]
    layer(posed, mark, silver, cloth.material, R=5, depth=0.05, edge=0.5, wrinkle=0, lift=0.5)
