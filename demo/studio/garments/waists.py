"""What is sewn on trousers: waistbands, flies, pockets, cuffs, cords. Knows a leg's cut, no garment type."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, flip, on_side, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.garments.legs import Legs
from demo.studio.light import COTTON, Texture, layer
from demo.studio.trims import button, drawstring, stitch, zipper

BAND = 20.0
"""height of a waistband"""


def waistband(canvas: Canvas, cloth: Cloth, legs: Legs, loops: bool = True, strength: float = 0.35) -> None:
    """A straight band, slightly dipped in front, with belt loops."""
    w, y = legs.waist, legs.top
    band = [(CX - w - 1, y, 1), (CX - w / 2, y + 5), (CX, y + 7), (CX + w / 2, y + 5), (CX + w + 1, y, 1),
            (CX + w + 2.5, y + BAND, 1), (CX + w / 2, y + BAND + 5), (CX, y + BAND + 7),
            (CX - w / 2, y + BAND + 5), (CX - w - 2.5, y + BAND, 1)]  # fmt: skip
    layer(canvas, band, cloth.ground, cloth.material, R=30, depth=0.22, edge=3, wrinkle=0.25, lift=2.2)
    line = spline([(CX - w, y + 3.5), (CX - w / 2, y + 8.5), (CX, y + 10), (CX + w / 2, y + 8.5),
                   (CX + w, y + 3.5)], False)  # fmt: skip
    for down in (0.0, BAND - 6):
        stitch(canvas, line + [0, down], cloth.stitch, strength=strength)
    for x in (-w * 0.62, w * 0.62, 7 - w, w - 7) if loops else ():
        dip = 6 * (1 - (x / w) ** 2)
        loop = corners((CX + x - 4, y - 2 + dip), (CX + x + 4, y - 2 + dip),
                       (CX + x + 4, y + BAND + 3 + dip), (CX + x - 4, y + BAND + 3 + dip))  # fmt: skip
        layer(canvas, loop, cloth.ground, cloth.material, R=6, depth=0.3, edge=1.5, wrinkle=0, lift=2)


def elastic_band(
    canvas: Canvas, cloth: Cloth, legs: Legs, texture: Texture, height: float = 24, smooth: bool = False
) -> None:
    """A gathered waist, or (smooth) a broad one of doubled stretch cloth."""
    w, y = legs.waist, legs.top

    def gathered(x: np.ndarray, yy: np.ndarray) -> np.ndarray:
        lane = (x - CX) / w
        return 1.0 * np.sin(lane * 44 + 3 * np.sin(lane * 7)) + 0.5 * np.sin(lane * 83)

    low = w + (20 if smooth else 3)  # a broad band reaches the hip and ends with the leg's outline
    band = [(CX - w - 1, y, 1), (CX, y + 7), (CX + w + 1, y, 1), (CX + low, y + height, 1),
            (CX, y + height + 7), (CX - low, y + height, 1)]  # fmt: skip
    layer(canvas, band, texture, cloth.material, R=26, depth=0.35, edge=2 if smooth else 5,
          wrinkle=0.4, lift=1.2 if smooth else 2.2, relief=None if smooth else gathered,
          clip=[legs.outline(), flip(legs.outline())] if smooth else None)  # fmt: skip
    for share in (0.88, 0.96) if smooth else (0.34, 0.66):
        line = spline([(CX - w, y + height * share), (CX, y + height * share + 7),
                       (CX + w, y + height * share)],
                      False)  # fmt: skip
        stitch(canvas, line, cloth.stitch, strength=0.3)


def cords(canvas: Canvas, legs: Legs, colour: str = "#efece4", reach: float = 70) -> None:
    """The ends of a drawstring, tied in front."""
    y = legs.top + 16
    for s in (-1, 1):
        sway = canvas.rng.uniform(-4, 4)
        drawstring(canvas, [(CX + s * 5, y), (CX + s * 11 + sway, y + reach / 2),
                            (CX + s * 8 + sway, y + reach)],
                   colour)  # fmt: skip
        loop = [(CX + s * 2, y + 2), (CX + s * 16, y + 4), (CX + s * 24, y + 16), (CX + s * 13, y + 20)]
        drawstring(canvas, [*loop, (CX + s * 2, y + 5)], colour, tip=None)


def fly(canvas: Canvas, cloth: Cloth, legs: Legs, buttons: bool, metal: bool,
        strength: float = 0.5) -> None:
    """The fly's stitching with a top button, or a placket with all its buttons in sight."""
    y, end = legs.top, legs.crotch - 34
    curve = spline([(CX + 15, y + 25), (CX + 15, end - 28), (CX + 11, end - 9), (CX + 1, end)], False)
    if buttons:
        flap = np.concatenate([curve, [[CX - 1, end], [CX - 1, y + 25]]])
        layer(canvas, flap, cloth.ground, cloth.material, R=30, depth=0.1, edge=1.5, wrinkle=0.2, lift=1.8)
    for d in (1.5, 4.1):
        stitch(canvas, curve - [d, 0], cloth.stitch, strength=strength)
    stitch(canvas, np.array([[CX, end], [CX, legs.crotch - 6]]), cloth.stitch, strength=strength * 0.7)
    colour = cloth.metal if metal else cloth.button
    if buttons:
        for by in np.linspace(y + 38, end - 16, 4):
            button(canvas, CX + 5.5, float(by), 3.9, colour, metal)
    else:
        edge = np.array([[CX - 0.5, y + 26], [CX - 0.5, end]])
        layer(canvas, ribbon(edge, 0.9), cloth.ground, cloth.material, R=3, depth=0.1, edge=0, wrinkle=0,
              lift=0, dark=0.55)  # fmt: skip
        if metal:
            zipper(canvas, [(CX + 1.4, y + 27), (CX + 1.4, end - 26)], cloth.metal, width=1.3, pull=False)


def band_button(canvas: Canvas, cloth: Cloth, legs: Legs, metal: bool) -> None:
    """The button that closes the waistband; draw it after the band."""
    colour = cloth.metal if metal else cloth.button
    button(canvas, CX + 4, legs.top + 17, 5.0 if metal else 4.2, colour, metal)


def jeans_pockets(canvas: Canvas, cloth: Cloth, legs: Legs) -> None:
    """Curved front pockets with rivets, a coin pocket, twin stitching."""
    y = legs.top
    for s in (-1, 1):
        edge = spline(on_side([(CX + 34, y + 22), (CX + 41, y + 46), (CX + 64, y + 62),
                               (CX + 0.4 * legs.waist + 0.6 * legs.hip - 1, y + 65)], s),
                               False)  # fmt: skip
        rim = on_side([(CX + 0.62 * legs.waist + 0.38 * legs.hip, y + 42),
                       (CX + legs.waist + 1.5, y + 22)], s)
        bag = np.concatenate([edge, np.array(rim, float)])
        layer(canvas, bag, cloth.ground, cloth.material, clip=on_side(legs.outline(), s), R=30, depth=0.05,
              edge=0, wrinkle=0.3, lift=0, dark=0.82, uv=lambda a, b: (b, a))  # fmt: skip
        if s == 1:
            coin = np.array([[CX + 52, y + 38], [CX + 76, y + 36]])
            for d in (0.0, 2.6):
                stitch(canvas, coin + [0, d], cloth.stitch, strength=0.6)
        for d in (1.2, 4.0):
            stitch(canvas, edge + [-s * d * 0.6, d * 0.8], cloth.stitch, strength=0.65)
        for x, dy in ((36, 27), (0.5 * (legs.waist + legs.hip) - 4, 62)):
            button(canvas, CX + s * x, y + dy, 1.8, "#b5753c", metal=True)


def slant_pockets(canvas: Canvas, cloth: Cloth, legs: Legs) -> None:
    """Straight slanted openings, as on chinos and suits."""
    for s in (-1, 1):
        line = np.array(on_side([(CX + legs.waist - 17, legs.top + 24),
                                 (CX + 0.25 * legs.waist + 0.75 * legs.hip - 4, legs.top + 88)],
                                 s))  # fmt: skip
        layer(canvas, ribbon(line, 1.5), cloth.ground, cloth.material, clip=on_side(legs.outline(), s), R=5,
              depth=0.1, edge=0, wrinkle=0, lift=1.0, dark=0.55)  # fmt: skip
        stitch(canvas, line - [s * 4, 0], cloth.stitch, strength=0.35)


def front_pleats(canvas: Canvas, cloth: Cloth, legs: Legs) -> None:
    """A pleat each side that opens from the band."""
    for s in (-1, 1):
        line = np.array(on_side([(CX + 36, legs.top + 27), (CX + 40, legs.top + 96)], s))
        layer(canvas, ribbon(line, 1.3, 0.3), cloth.ground, cloth.material, R=5, depth=0.1, edge=0,
              wrinkle=0,
              lift=2, dark=0.5)  # fmt: skip


def leg_pockets(canvas: Canvas, cloth: Cloth, legs: Legs) -> None:
    """Cargo pockets: bellows with a buttoned flap on each thigh."""
    for s in (-1, 1):
        y = legs.crotch + 46
        x = CX + s * (float(legs.centre(y)) + legs.knee * 0.62)
        bag = on_side(corners((x - 24, y), (x + 22, y - 2), (x + 20, y + 70), (x - 24, y + 73)), 1)
        layer(canvas, bag, cloth.ground, cloth.material, R=40, depth=0.22, edge=2.5, wrinkle=0.6, lift=4,
              shadow=0.55)  # fmt: skip
        stitch(canvas, np.array([[x - 21, y + 18], [x - 21, y + 69], [x + 17, y + 67], [x + 19, y + 16]]),
               cloth.stitch, strength=0.4)  # fmt: skip
        layer(canvas, ribbon(np.array([[x - 1, y + 8], [x - 2, y + 71]]), 1.2), cloth.ground,
              cloth.material,
              R=5, depth=0.1, edge=0, wrinkle=0, lift=0.6, dark=0.75)  # fmt: skip
        flap = corners((x - 27, y - 7), (x + 24, y - 9), (x + 24, y + 12), (x - 1, y + 19),
                       (x - 27, y + 15))
        layer(canvas, flap, cloth.ground, cloth.material, R=30, depth=0.18, edge=2, wrinkle=0.3, lift=3.4,
              shadow=0.55)  # fmt: skip
        stitch(canvas, np.array([[x - 24, y - 4], [x - 24, y + 12], [x - 1, y + 16], [x + 21, y + 9],
                                 [x + 21, y - 6]]),
               cloth.stitch, strength=0.45)  # fmt: skip
        button(canvas, x - 1, y + 9, 3.2, cloth.button)


def rolled_cuffs(canvas: Canvas, cloth: Cloth, legs: Legs, texture: Texture, height: float = 20) -> None:
    """A band at each hem: turned-up cloth, or ribbing."""
    for s in (-1, 1):
        x, w, y = CX + s * legs.hem_centre(), legs.hem, legs.bottom
        cuff = [(x - w - 2, y - height, 1), (x, y - height + 3), (x + w + 2, y - height - 1, 1),
                (x + w + 1.5, y + 1, 1), (x + w / 2, y + 5), (x - w / 2, y + 5.5),
                (x - w - 1.5, y + 2, 1)]  # fmt: skip
        layer(canvas, cuff, texture, cloth.material if texture is not cloth.rib else COTTON, R=20,
              depth=0.45,
              edge=4.5, wrinkle=0.4, lift=3, uv=(x, y, 0))  # fmt: skip


def fork(canvas: Canvas, cloth: Cloth, legs: Legs) -> None:
    """The seam down the middle of trousers without a fly."""
    line = np.array([[CX, legs.top + 30], [CX + 0.5, legs.crotch - 4]])
    layer(canvas, ribbon(line, 0.8), cloth.ground, cloth.material, R=3, depth=0.1, edge=0, wrinkle=0,
          lift=0.4,
          dark=0.72)  # fmt: skip
    stitch(canvas, line + [2.5, 0], cloth.stitch, strength=0.25)

