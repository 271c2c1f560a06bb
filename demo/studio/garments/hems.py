"""What is sewn or rolled at a trouser's hem: cuffs, straps, cords, zips, vents."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from demo.studio.canvas import CX, Array, corners, ribbon, smoothstep
from demo.studio.fabrics import Cloth
from demo.studio.garments.leg_marks import each_leg, mark_ankle
from demo.studio.garments.legs import Legs
from demo.studio.garments.pose import Posed
from demo.studio.light import Texture, layer
from demo.studio.materials import COTTON
from demo.studio.trims import Colour, button, drawstring, plain, stitch, strap, zipper


def turn_ups(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    texture: Texture,
    height: float = 20,
    turns: int = 1,
    slope: float = 2.0,
) -> None:
    """Cloth rolled up at each hem, once or more; a roll is thick, and never level."""
    for side in each_leg(canvas):
        rng_slope = canvas.rng.uniform(-slope, slope)
        for i in range(turns):
            up = height * (turns - i) / turns
            upper = legs.hem_line(side, up, 0.8 + 0.4 * i)
            lower = legs.hem_line(side, up - height / turns - 1.5, 1.0 + 0.4 * i)
            upper[:, 1] += np.linspace(-rng_slope, rng_slope, len(upper))
            roll = np.concatenate([upper, lower[::-1]])
            layer(
                canvas,
                roll,
                texture,
                cloth.material,
                R=14,
                depth=0.5,
                edge=5,
                edge_depth=0.9,
                wrinkle=0.7,
                wrinkle_angle=20,
                lift=3.2,
                shadow=0.55,
                uv=(CX + side * 30, legs.bottom, 0),
            )
        seam = np.stack([legs.hem_line(side, height - 1)[-2], legs.hem_line(side, 0)[-2]])
        layer(
            canvas,
            ribbon(seam, 0.7),
            texture,
            cloth.material,
            R=3,
            depth=0.1,
            edge=0,
            wrinkle=0,
            lift=0,
            dark=0.75,
        )


def ribbed_cuffs(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    texture: Texture,
    height: float,
    narrow: float,
    material: bool = False,
) -> None:
    """Cuffs below the hem; draw them first, so that the leg blouses over them."""
    for side in each_leg(canvas):
        x, y = CX + side * legs.hem_centre(), legs.bottom
        w = legs.hem * narrow
        cuff = [
            (x - w, y - 12, 1),
            (x + w, y - 12, 1),
            (x + 0.98 * w, y + 0.4 * height),
            (x + 0.92 * w, y + height - 1, 1),
            (x + 0.4 * w, y + height + 2.0),
            (x - 0.4 * w, y + height + 2.4),
            (x - 0.92 * w, y + height, 1),
            (x - 0.98 * w, y + 0.4 * height),
        ]
        layer(
            canvas,
            cuff,
            texture,
            cloth.material if material else COTTON,
            R=20,
            depth=0.6,
            edge=5,
            wrinkle=0.5,
            lift=2,
            uv=(x, y, 0),
            occlusion=_under(y),
        )
        mark_ankle(canvas, side, *(cuff[6], cuff[3])[::side])


def _under(y: float) -> Callable[[np.ndarray, np.ndarray], Array]:
    """The leg that blouses over a cuff keeps the light from its upper edge."""

    def shadow(px: np.ndarray, py: np.ndarray) -> Array:
        return 0.62 + 0.38 * smoothstep(y - 4, y + 9, py)

    return shadow


def hem_cords(canvas: Posed, cloth: Cloth, legs: Legs, colour: Colour) -> None:
    """Drawstrings with stoppers that gather a parachute hem at its outer side."""
    for side in each_leg(canvas):
        x, y = CX + side * (legs.hem_centre() + 0.45 * legs.hem), legs.bottom - 7
        sway = canvas.rng.uniform(2, 7) * side
        for d in (0, 5):
            line = [
                (x + d * side, y),
                (x + d * side + sway * 0.6, y - 9 + d),
                (x + sway + d, y + 7 + d),
            ]
            drawstring(canvas, line, colour, 1.3, tip=None)
        stopper = corners((x - 3, y - 4), (x + 4, y - 4), (x + 4.5, y + 6), (x - 3.5, y + 6))
        layer(canvas, stopper, plain("#26282b"), COTTON, R=5, depth=0.5, edge=2, wrinkle=0, lift=3)


def strap_cuffs(canvas: Posed, cloth: Cloth, legs: Legs) -> None:
    """A buttoned strap that takes in the hem."""
    for side in each_leg(canvas):
        line = legs.hem_line(side, 17, 1.5)[5:]
        strap(canvas, line, 5.5, cloth.ground, cloth.material, cloth.stitch, lift=4)
        x, y = line[3]
        button(canvas, float(x), float(y), 3.2, cloth.metal, metal=True)


def ankle_zips(canvas: Posed, cloth: Cloth, legs: Legs, length: float = 62) -> None:
    """A zip at the outer side of each hem."""
    for side in each_leg(canvas):
        y = np.linspace(legs.bottom - length, legs.bottom - 4, 6)
        x = CX + side * (legs.centre(y) + 0.62 * legs.half(y))
        zipper(canvas, np.stack([x, y], 1), cloth.metal, cloth.ground, width=2.2)


def vents(canvas: Posed, cloth: Cloth, legs: Legs, length: float = 40) -> None:
    """A slit in the front of each hem."""
    for side in each_leg(canvas):
        x, y = CX + side * (legs.hem_centre() + 0.12 * legs.hem), legs.bottom
        slit = [(x, y - length, 1), (x + 3.5, y + 6, 1), (x - 4.5, y + 6, 1)]
        layer(
            canvas,
            slit,
            cloth.ground,
            cloth.material,
            R=10,
            depth=-0.2,
            edge=1,
            wrinkle=0.2,
            lift=0,
            dark=0.4,
            clip=legs.outline(side),
        )
        for s in (-1, 1):
            stitch(
                canvas,
                np.array([[x + s * 2.4, y - length - 2], [x + s * 6.5, y - 3]]),
                cloth.stitch,
                strength=0.35,
            )


def stirrups(canvas: Posed, cloth: Cloth, legs: Legs) -> None:
    """The loop under the heel; draw it before the legs."""
    for side in each_leg(canvas):
        x, w, y = CX + side * legs.hem_centre(), legs.hem, legs.bottom - 3
        for near in (-1, 1):
            a, b = x + near * w, x + near * 0.42 * w
            low = x + near * 0.30 * w
            loop = corners((a, y - 6), (b, y - 6), (low, y + 19), (x + near * 0.72 * w, y + 19))
            layer(
                canvas,
                loop,
                cloth.ground,
                cloth.material,
                R=8,
                depth=0.3,
                edge=2,
                wrinkle=0.3,
                lift=1,
            )
        sole = [
            (x - 0.8 * w, y + 15, 1),
            (x, y + 18),
            (x + 0.8 * w, y + 15, 1),
            (x + 0.55 * w, y + 24),
            (x - 0.55 * w, y + 24),
        ]
        layer(
            canvas,
            sole,
            cloth.ground,
            cloth.material,
            R=8,
            depth=0.4,
            edge=3,
            wrinkle=0.3,
            lift=1,
            dark=0.8,
        )
