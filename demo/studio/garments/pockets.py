"""Pockets in seams, and pleats: jeans', slanted, welted. Knows a leg's cut, no garment type."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, offset, on_side, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.garments.leg_marks import each_leg
from demo.studio.garments.legs import Legs
from demo.studio.garments.pose import Posed
from demo.studio.light import Placement, layer
from demo.studio.trims import button, groove, stitch, zipper


def jeans_pockets(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    height: float = 20,
    strength: float = 0.65,
    deep: float = 1.0,
) -> None:
    """Curved front pockets with rivets, a coin pocket, twin stitching."""
    unit = legs.hip / 99
    top, w = legs.top, legs.waist
    for s in each_leg(canvas):
        start = (0.44 * w, float(legs.brim(0.44 * w)) + height)
        low = top + height + 47 * unit * deep
        side = legs.side_at(low) + 1
        edge = spline(
            on_side(
                [
                    (CX + start[0], start[1]),
                    (CX + 0.50 * w, start[1] + 20 * unit * deep),
                    (CX + 0.72 * w, low - 5 * unit),
                    (CX + side, low),
                ],
                s,
            ),
            False,
        )
        rim = on_side(
            [
                (CX + legs.side_at(top + height + 20), top + height + 20),
                (CX + legs.side_at(top + height), top + height - 2),
            ],
            s,
        )
        bag = np.concatenate([edge, np.array(rim, float)])
        layer(
            canvas,
            bag,
            cloth.ground,
            cloth.material,
            clip=legs.outline(s),
            inflate_with=[bag, legs.outline(s), legs.outline(-s)],  # lit like the leg round it
            R=50 if legs.is_short else 42,
            depth=0.5,
            edge=9,
            edge_depth=0.6,
            wrinkle=0.3,
            lift=0,
            dark=0.97,
        )
        if s == 1:
            y = low - 21 * unit
            coin = spline([(CX + 0.60 * w, y + 1), (CX + 0.80 * w, y - 2)], False)
            patch = np.concatenate([coin, [[CX + 0.80 * w, low], [CX + 0.62 * w, low - 8 * unit]]])
            layer(
                canvas,
                patch,
                cloth.ground,
                cloth.material,
                R=20,
                depth=0.1,
                edge=1.4,
                wrinkle=0.2,
                lift=1.2,
                dark=0.9,
                clip=bag,
            )
            for d in (1.6, 4.2):
                stitch(canvas, coin + [0, d], cloth.stitch, strength=strength)
        lip = ribbon(offset(edge, s * 1.4), 1.7)
        layer(
            canvas,
            lip,
            cloth.ground,
            cloth.material,
            clip=legs.outline(s),
            R=5,
            depth=0.5,
            edge=1.6,
            wrinkle=0.1,
            lift=2.2,
            shadow=0.6,
        )
        for d in (2.6, 5.6):
            stitch(canvas, offset(edge, s * d), cloth.stitch, strength=strength)
        for i in (3, -5):
            x, y = offset(edge, s * 3.4)[i]
            button(canvas, float(x), float(y), 1.8, "#b5753c", metal=True)


def slant_pockets(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    height: float = 20,
    fall: float = 66,
    steep: float = 0.0,
    strength: float = 0.35,
) -> None:
    """Straight openings from the waistband to the side seam, their edge turned and stitched."""
    unit = legs.hip / 99
    low = legs.top + height + fall * unit
    start_x = (0.78 + 0.14 * steep) * legs.waist
    start_y = float(legs.brim(start_x)) + height
    for s in each_leg(canvas):
        side = legs.side_at(low) - 2
        line = spline(
            on_side(
                [
                    (CX + start_x, start_y),
                    (CX + 0.5 * (start_x + side) + 1.5, 0.5 * (start_y + low)),
                    (CX + side, low),
                ],
                s,
            ),
            False,
        )
        clip = legs.outline(s)
        layer(
            canvas,
            ribbon(offset(line, -s * 1.0), 0.9),
            cloth.ground,
            cloth.material,
            clip=clip,
            R=5,
            depth=0.1,
            edge=0,
            wrinkle=0,
            lift=0,
            dark=0.52,
        )
        layer(
            canvas,
            ribbon(offset(line, s * 1.1), 1.7),
            cloth.ground,
            cloth.material,
            clip=clip,
            R=5,
            depth=0.4,
            edge=1.6,
            wrinkle=0.1,
            lift=1.4,
            shadow=0.45,
        )
        if strength:
            stitch(canvas, offset(line, s * 4.6), cloth.stitch, strength=strength)


def pleats(
    canvas: Posed, cloth: Cloth, legs: Legs, count: int = 1, length: float = 70, height: float = 20
) -> None:
    """Pleats on each side that open below the band: a lap, its shadow, a fold that runs out."""
    for s in each_leg(canvas):
        for i in range(count):
            x = (0.40 + 0.25 * i) * legs.waist
            y = float(legs.brim(x)) + height - 2
            to = 0.49 * legs.hip + (6 if i else -1) + 10 * i
            long = length * (1 - 0.3 * i)
            line = spline(
                on_side(
                    [(CX + x, y), (CX + 0.6 * x + 0.4 * to, y + 0.5 * long), (CX + to, y + long)], s
                ),
                False,
            )
            keep = np.linspace(1, 0, len(line))[:, None]
            lap = np.concatenate([line, (line + (offset(line, s * 7.0) - line) * keep)[::-1]])
            layer(
                canvas,
                lap,
                cloth.ground,
                cloth.material,
                clip=legs.outline(s),
                uv=_beside(canvas, legs, s),
                R=14,
                depth=0.12,
                edge=0,
                wrinkle=0.1,
                lift=1.6,
                shadow=0.5,
            )
            under = np.concatenate([line, (line + (offset(line, -s * 2.2) - line) * keep)[::-1]])
            layer(
                canvas,
                under,
                cloth.ground,
                cloth.material,
                R=4,
                depth=0.1,
                edge=0,
                wrinkle=0,
                lift=0,
                dark=0.62,
                opacity=0.7,
            )


def _beside(canvas: Posed, legs: Legs, side: int) -> Placement:
    """Where the cloth of a leg lies, so that a print goes on over its pleats."""

    def place(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        dx, dy = canvas.design(x, y, side)
        return dx - CX - side * (legs.centre(dy) - 0.49 * legs.hip), dy - 100

    return place


def welt(canvas: Posed, cloth: Cloth, line: np.ndarray, zip_pull: bool = False) -> None:
    """A slit between two narrow lips; or a zipped one."""
    if zip_pull:
        zipper(canvas, line, cloth.metal, cloth.ground, width=1.8)
        return
    for d, dark in ((-1.4, 0.95), (1.4, 1.0)):
        layer(
            canvas,
            ribbon(offset(line, d), 1.5),
            cloth.ground,
            cloth.material,
            R=4,
            depth=0.5,
            edge=1.4,
            wrinkle=0,
            lift=1.2,
            dark=dark,
        )
    groove(canvas, line, 0.5, cloth.ground, cloth.material, dark=0.4)
