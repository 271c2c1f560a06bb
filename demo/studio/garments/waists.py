"""What holds trousers at the waist: bands, elastic, paperbag, cords. Knows a leg's cut."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import CX, Array, corners, offset, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.garments.legs import Legs
from demo.studio.garments.marks import draws
from demo.studio.garments.pose import Posed
from demo.studio.light import Texture, layer
from demo.studio.trims import Colour, button, drawstring, groove, plain, stitch


@draws("waistband")
def waistband(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    height: float = 20,
    loops: bool = True,
    strength: float = 0.35,
    tab: float = 0.0,
) -> None:
    """A shaped band, dipped in front, with belt loops; `tab`: how far it reaches past the fly."""
    upper, lower = legs.waist_line(0, -1), legs.waist_line(height, 0.5)
    band = np.concatenate([upper, lower[::-1]])
    layer(
        canvas, band, cloth.ground, cloth.material, R=30, depth=0.22, edge=3, wrinkle=0.3, lift=2.4
    )
    for down in (3.2, height - 3.2):
        stitch(canvas, legs.waist_line(down, 1), cloth.stitch, strength=strength)
    if tab:
        y, dip = legs.top, legs.dip
        end = [
            (CX - 2, y + dip - 0.5, 1),
            (CX + tab - 5, y + dip - 0.5),
            (CX + tab, y + dip + height / 2, 1),
            (CX + tab - 5, y + dip + height),
            (CX - 2, y + dip + height, 1),
        ]
        layer(
            canvas,
            end,
            cloth.ground,
            cloth.material,
            R=30,
            depth=0.1,
            edge=2,
            wrinkle=0.2,
            lift=2.6,
        )
    else:
        meet = np.array([[CX - 0.5, legs.top + legs.dip], [CX - 0.5, legs.top + legs.dip + height]])
        groove(canvas, meet, 0.6, cloth.ground, cloth.material, dark=0.5)
    for share in (-0.9, -0.47, 0.47, 0.9) if loops else ():
        x, y = share * legs.waist, float(legs.brim(share * legs.waist))
        loop = corners(
            (CX + x - 3.6, y - 2),
            (CX + x + 3.6, y - 2),
            (CX + x + 3.6, y + height + 3),
            (CX + x - 3.6, y + height + 3),
        )
        layer(
            canvas,
            loop,
            cloth.ground,
            cloth.material,
            R=6,
            depth=0.35,
            edge=1.8,
            wrinkle=0,
            lift=2.6,
        )
        for s in (-1.8, 1.8):
            seam = np.array([[CX + x + s, y], [CX + x + s, y + height + 1]])
            stitch(canvas, seam, cloth.stitch, strength=strength * 0.7)


@draws("waistband")
def elastic_band(
    canvas: Posed, cloth: Cloth, legs: Legs, texture: Texture, height: float = 24, rows: int = 2
) -> None:
    """A waist gathered on elastic, the cloth below drawn into it."""
    w = legs.waist

    def gathered(x: np.ndarray, y: np.ndarray) -> Array:
        lane = np.arcsin(np.clip((x - CX) / (w + 4), -1, 1))
        phase = 1.5 * np.sin(lane * 7) + 0.9 * np.sin(lane * 13 + 1) + 0.03 * y
        return 1.25 * np.sin(lane * 44 + phase) + 0.6 * np.sin(lane * 79 + 2 * phase)

    upper, lower = legs.waist_line(0, -1), legs.waist_line(height, -0.5)
    bumps = 0.7 * np.sin(np.arange(len(upper)) * 2.4)[:, None] * np.array([[0, 1]])
    layer(
        canvas,
        np.concatenate([upper + bumps, lower[::-1]]),
        texture,
        cloth.material,
        R=26,
        depth=0.35,
        edge=5,
        wrinkle=0.4,
        lift=2.4,
        relief=gathered,
        pucker=[(legs.waist_line(height - 1, 2), 5, 0.9)],
    )
    for share in np.linspace(0, 1, rows + 2)[1:-1]:
        stitch(canvas, legs.waist_line(height * float(share), 1), cloth.stitch, strength=0.3)


@draws("waistband")
def stretch_band(
    canvas: Posed, cloth: Cloth, legs: Legs, texture: Texture, height: float, point: float
) -> None:
    """The broad doubled waist of leggings; its lower seam dips (or, point < 0, rises) in front."""
    upper, lower = legs.waist_line(0, -0.5), legs.waist_line(height, 1.5)
    lower[:, 1] += point * (1 - np.abs(lower[:, 0] - CX) / legs.hip)
    shape = np.concatenate([upper, lower[::-1]])
    layer(
        canvas,
        shape,
        texture,
        cloth.material,
        inflate_with=[shape, legs.outline(1), legs.outline(-1)],
        R=42,
        depth=0.5,
        edge=4,
        edge_depth=0.7,
        wrinkle=0.25,
        lift=1.6,
        shadow=0.5,
    )
    stitch(canvas, legs.waist_line(4, 1), cloth.stitch, strength=0.25)
    stitch(canvas, lower + [0, 2.2], cloth.stitch, dash=1.6, gap=0.8, strength=0.4)


@draws("waistband")
def paperbag(canvas: Posed, cloth: Cloth, legs: Legs, rise: float = 22) -> None:
    """Cloth that ruffles above a belt tied in a bow, and is drawn into pleats below it."""
    rng = canvas.rng
    waist = legs.waist_line(0, -1)
    n = len(waist)
    crown = waist + np.stack([np.linspace(-7, 7, n), -rise + rng.uniform(-4, 3, n)], 1)

    def ruffle(x: np.ndarray, y: np.ndarray) -> Array:
        lane = np.arcsin(np.clip((x - CX) / (legs.waist + 10), -1, 1))
        return 2.3 * np.sin(lane * 23 + 2.4 * np.sin(lane * 5)) + 0.9 * np.sin(lane * 47)

    brim = legs.waist_line(6, -1)[::-1]
    for up, dark in ((9, 0.55), (0, 1.0)):  # the ruffle of the back, then of the front
        edge = spline(crown - [0, up], False)
        with canvas.part("inside" if up else "waistband"):
            layer(
                canvas,
                np.concatenate([edge, brim]),
                cloth.ground,
                cloth.material,
                R=16,
                depth=0.25,
                edge=2.5,
                wrinkle=0.6,
                lift=2.5,
                relief=ruffle,
                dark=dark,
            )
    _sash(canvas, cloth, legs, 14)


def _sash(canvas: Posed, cloth: Cloth, legs: Legs, height: float) -> None:
    """A cloth belt through the loops, tied off-centre, its ends hanging."""
    belt = np.concatenate([legs.waist_line(0, -2), legs.waist_line(height, -2)[::-1]])
    layer(
        canvas, belt, cloth.ground, cloth.material, R=14, depth=0.35, edge=3, wrinkle=0.8, lift=2.6
    )
    x, y = CX + canvas.rng.uniform(-7, 7), legs.top + legs.dip + height / 2
    for s, fall, sway in ((-1, 78, 16), (1, 92, 9)):
        tail = spline(
            [(x + s * 2, y + 3), (x + s * (sway - 3), y + 0.5 * fall), (x + s * sway, y + fall)],
            False,
        )
        layer(
            canvas,
            ribbon(tail, 4.5, 6.5),
            cloth.ground,
            cloth.material,
            R=10,
            depth=0.25,
            edge=2,
            wrinkle=0.8,
            lift=3.5,
        )
    for s in (-1, 1):
        bow = [
            (x, y),
            (x + s * 14, y - 8),
            (x + s * 30, y - 3),
            (x + s * 31, y + 9),
            (x + s * 16, y + 7),
        ]
        layer(
            canvas, bow, cloth.ground, cloth.material, R=9, depth=0.5, edge=3, wrinkle=0.8, lift=3.5
        )
    knot = [(x - 6, y - 6), (x + 6, y - 6), (x + 7, y + 6), (x - 7, y + 7)]
    layer(canvas, knot, cloth.ground, cloth.material, R=7, depth=0.6, edge=3.5, wrinkle=0.5, lift=3)


@draws("waistband")
def cords(
    canvas: Posed,
    legs: Legs,
    colour: Colour = "#efece4",
    reach: float = 70,
    knotted: bool = True,
    width: float = 1.9,
) -> None:
    """The ends of a drawstring: tied in front, or hanging loose from two eyelets."""
    y, rng = legs.top + legs.dip + 9, canvas.rng
    apart = 3 if knotted else 13
    for s in (-1, 1):
        sway, more = rng.uniform(-5, 5), rng.uniform(0.85, 1.1)
        line = [
            (CX + s * apart, y),
            (CX + s * (apart + 5) + sway, y + more * reach / 2),
            (CX + s * (apart + 3) + 1.4 * sway, y + more * reach),
        ]
        if not knotted:
            button(canvas, CX + s * apart, y, 3.0, "#8d8f92", metal=True)
        drawstring(canvas, line, colour, width, tip="#c4c6c9" if knotted else None)
        if knotted:
            loop = [
                (CX + s * 2, y + 2),
                (CX + s * 16, y + 3),
                (CX + s * 24, y + 15),
                (CX + s * 13, y + 19),
            ]
            drawstring(canvas, [*loop, (CX + s * 2, y + 5)], colour, width, tip=None)


@draws("waistband")
def side_adjusters(canvas: Posed, cloth: Cloth, legs: Legs) -> None:
    """Tabs with a buckle at the sides of a tailored waist."""
    for s in (-1, 1):
        far, near = 0.93 * legs.waist, 0.55 * legs.waist
        line = np.array(
            [[CX + s * x, float(legs.brim(x)) + 10.5] for x in (far, 0.75 * legs.waist, near)]
        )
        layer(
            canvas,
            ribbon(line, 4.6, 4.0),
            cloth.ground,
            cloth.material,
            R=8,
            depth=0.25,
            edge=1.5,
            wrinkle=0.2,
            lift=2.6,
            shadow=0.55,
        )
        stitch(canvas, offset(line, 2.6), cloth.stitch, strength=0.25)
        x = 0.74 * legs.waist
        y = float(legs.brim(x)) + 10.5
        for half, tall, what in (
            (4.2, 7.0, plain(np.asarray(cloth.metal) * 0.8)),
            (2.3, 4.6, cloth.ground),
        ):
            at = CX + s * x
            frame = corners(
                (at - half, y - tall),
                (at + half, y - tall),
                (at + half, y + tall),
                (at - half, y + tall),
            )
            layer(
                canvas, frame, what, cloth.material, R=5, depth=0.3, edge=1.2, wrinkle=0, lift=1.6
            )
