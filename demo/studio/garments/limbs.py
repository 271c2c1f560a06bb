"""Draws both legs of trousers with the inside that shows at waist and hem. Knows no pocket."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from demo.studio.canvas import CX, Array, Outline, corners, smoothstep, spline
from demo.studio.fabrics import Cloth
from demo.studio.garments.leg_folds import Drape, leg_folds, trouser_break
from demo.studio.garments.leg_marks import each_leg, mark_leg, mark_seat
from demo.studio.garments.legs import Legs
from demo.studio.garments.marks import draws
from demo.studio.garments.pose import Posed
from demo.studio.garments.wash import Wear, worn
from demo.studio.light import layer
from demo.studio.trims import label, stitch

Seams = Sequence[tuple[np.ndarray, float, float]]


def draw_legs(
    canvas: Posed,
    cloth: Cloth,
    legs: Legs,
    drape: Drape,
    *,
    crease: float = 0.0,
    wear: Wear | None = None,
    side_seam: bool = False,
    hem_stitch: float = 10.0,
    opening: float = 4.0,
    body: Callable[[np.ndarray, np.ndarray], np.ndarray] | None = None,
    extra: Callable[[int], Seams] | None = None,
    blind: bool = False,
    gather: float = 0.0,
    drawn_in: float = 0.0,
    taut: bool = False,
) -> None:
    """Inner waist, back hems and both legs.

    crease: how sharply pressed in front; wear: how a denim is washed; hem_stitch: how far above the
    edge the hem is sewn, 0 for not at all; opening: how far the back hem hangs below the front;
    body: relief of what fills the leg, of (distance from the leg's axis, y); extra: more seams of
    one side's leg; blind: sewn without a stitch to be seen; gather: how much the hem is drawn in;
    drawn_in: how far below the waist's edge an elastic gathers the cloth; taut: filled by a leg.
    """
    inner_waist(canvas, cloth, legs)
    rng = canvas.rng
    w = legs.hip
    seat = corners(
        (CX - w, legs.top),
        (CX + w, legs.top),
        (CX + w, legs.crotch + 34),
        (CX - w, legs.crotch + 34),
    )
    behind = -1 if canvas.stance.drop[0] < canvas.stance.drop[1] else 1
    with canvas.part("waistband"):
        mark_seat(canvas, legs)
    for side in each_leg(canvas, behind):
        half = legs.outline(side)
        if opening > 0:
            _back_hem(canvas, cloth, legs, side, opening)
        folds = leg_folds(rng, legs, side, drape)
        if crease and not legs.is_short:
            folds += trouser_break(rng, legs, side)
        seams = list(extra(side)) if extra else []
        if side_seam:
            seams.append((legs.side_seam(side), 1.4, 0.8))
        hem = legs.hem_line(side, hem_stitch, -0.5)
        if hem_stitch:
            seams.append((hem, 1.5, 0.35 if blind else 0.55))
        roping = 0.5 if cloth.material.worn else 0.12  # a denim hem shrinks along its stitches
        pucker = [(hem, hem_stitch, roping)] if hem_stitch and not blind and not taut else []
        swelling = [half, seat]
        if not gather:  # an open tube is as round at its hem as above it
            mouth = legs.hem_line(side, 3)
            swelling.append(np.concatenate([mouth, mouth[::-1] + [0, 60]]))
            seams.append((legs.hem_line(side, -0.5), 1.8, 0.8))
        if drawn_in:
            pucker.append((legs.waist_line(drawn_in + 6, 4), 24, 1.3))
        if gather:
            pucker.append((legs.hem_line(side, 4), 16, gather))
        texture = worn(cloth.texture, legs, wear) if wear else cloth.texture
        layer(
            canvas,
            half,
            texture,
            cloth.material,
            inflate_with=swelling,
            R=50 if legs.is_short else 42,
            depth=0.5,
            edge=9,
            edge_depth=0.6,
            folds=[canvas.fold(f, side) for f in folds],
            fold_gain=cloth.fold,
            wrinkle=0.08 if taut else 0.5 * cloth.wrinkle * (0.5 + 0.5 * drape.seat),
            wrinkle_angle=70 * side,
            lift=2,
            seams=seams,
            pucker=pucker,
            occlusion=_light(canvas, legs, side, crease),
            relief=_shape(canvas, legs, side, crease, body),
            uv=_along(canvas, legs, side),
            ripple=0.0 if taut else 0.65,
            drag=2 if taut else 6,
        )
        if hem_stitch and not blind:
            stitch(canvas, hem, cloth.stitch, strength=0.5 if cloth.material.worn else 0.32)
        mark_leg(canvas, legs, side)


def _along(canvas: Posed, legs: Legs, side: int) -> Callable:
    """The cloth's warp follows the leg: u from the centre line less the leg's drift, v down."""

    def place(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        dx, dy = canvas.design(x, y, side)
        return dx - CX - side * (legs.centre(dy) - 0.49 * legs.hip), dy - 100

    return place


def _shape(canvas: Posed, legs: Legs, side: int, crease: float, body: Callable | None) -> Callable:
    def shape(x: np.ndarray, y: np.ndarray) -> Array:
        dx, dy = canvas.design(x, y, side)
        off = side * (dx - CX) - legs.centre(dy)
        if body is not None:
            return body(off, dy)
        below = smoothstep(legs.crotch - 50, legs.crotch + 30, dy)
        front = 1.2 * below * np.exp(-((off / 22) ** 2))
        if not legs.is_short:
            knee = ((dy - legs.knee_y) / 34) ** 2 + (off / (0.6 * legs.knee)) ** 2
            front = front + 1.6 * np.exp(-knee)
        if crease:  # an edge between two planes; it softens where the knee has bent it
            away = np.abs(off)
            roof = 4.8 * np.maximum(0, 1 - away / legs.half(dy)) + 2.6 * np.exp(-away / 5)
            knee = 1 - 0.35 * np.exp(-(((dy - legs.knee_y) / 50) ** 2))
            front = front + crease * roof * knee * smoothstep(legs.top + 36, legs.crotch, dy)
        return front

    return shape


def _light(canvas: Posed, legs: Legs, side: int, crease: float) -> Callable:
    def light(x: np.ndarray, y: np.ndarray) -> Array:
        dx, dy = canvas.design(x, y, side)
        inner = np.exp(-np.maximum(0, side * (dx - CX) - 1) / 11)
        room = 25 if legs.is_short else 40
        dark = 1 - 0.34 * inner * smoothstep(legs.crotch - 14, legs.crotch + room, dy)
        if crease:  # a pressed edge catches a hair of light
            off = side * (dx - CX) - legs.centre(dy)
            edge = np.exp(-((off / 1.3) ** 2)) * smoothstep(legs.top + 46, legs.crotch, dy)
            dark = dark + crease * (0.09 * edge - 0.025 * smoothstep(-1.5, 1.5, side * off))
        return dark

    return light


@draws("inside")
def inner_waist(canvas: Posed, cloth: Cloth, legs: Legs) -> None:
    """The back of the waist seen from inside, with its seam and label."""
    w, y, rise = legs.waist, legs.top, 3 + 0.75 * legs.dip
    inside = [
        (CX - w + 1, y + 1, 1),
        (CX - w / 2, y - 0.8 * rise),
        (CX, y - rise),
        (CX + w / 2, y - 0.8 * rise),
        (CX + w - 1, y + 1, 1),
        (CX + w - 3, y + 17),
        (CX, y + legs.dip + 14),
        (CX - w + 3, y + 17),
    ]
    low = max(6.0, legs.dip)
    rim = spline([(CX - w, y + 14), (CX, y - rise + 18), (CX + w, y + 14)], False)

    def depth(px: np.ndarray, py: np.ndarray) -> Array:
        return 1 - 0.35 * smoothstep(y - rise, y + low, py) - 0.12 * np.abs((px - CX) / w) ** 3

    layer(
        canvas,
        inside,
        cloth.ground,
        cloth.material,
        R=30,
        depth=-0.2,
        edge=2,
        wrinkle=0.3,
        lift=0,
        dark=0.62,
        seams=[(rim, 1.2, 0.8)],
        occlusion=depth,
    )
    stitch(canvas, rim - [0, 2], cloth.stitch, strength=0.2)
    label(canvas, CX, y - rise + 4, 24, min(11.0, rise + legs.dip), dark=0.6)


def _back_hem(canvas: Posed, cloth: Cloth, legs: Legs, side: int, opening: float) -> None:
    """The inside of the back that shows below the front's hem: a dark tube with a turned edge."""
    low = legs.hem_line(side, 0, -1.5)
    across = np.linspace(-1, 1, len(low))
    drop = opening * np.sqrt(np.maximum(0, 1 - across**2))
    edge = low + np.stack([np.zeros_like(drop), drop], 1)
    mouth = np.concatenate([legs.hem_line(side, 14, -6), edge[::-1]])
    front = float(low[len(low) // 2, 1])

    def inside(x: np.ndarray, y: np.ndarray) -> Array:
        return 0.55 + 0.45 * smoothstep(front - 2, front + opening, y)

    sewn: list = [(edge - [0, 3.0], 1.0, 0.7)] if opening > 5 else []
    layer(
        canvas,
        mouth,
        cloth.ground,
        cloth.material,
        R=20,
        depth=-0.2,
        edge=1.5,
        wrinkle=0.2,
        lift=0,
        dark=0.66,
        occlusion=inside,
        seams=sewn,
    )


def frayed(canvas: Posed, cloth: Cloth, legs: Legs, length: float) -> None:
    """A cut hem: weft threads fray into a fringe."""
    rng = canvas.rng
    yarn = np.clip(0.42 * cloth.colour + 0.36, 0, 1)

    def threads(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, None]:
        strand = 0.78 + 0.22 * np.sin(u * 3.1 + 2 * np.sin(v * 0.9))
        return (yarn * strand[..., None]).astype(np.float32), None

    for side in each_leg(canvas):
        line = legs.hem_line(side, 0, -1)
        line = line[np.argsort(line[:, 0])]
        tousle = np.interp(np.arange(400), np.arange(0, 400, 9), rng.uniform(0.35, 1, 45))
        for share, opacity in ((1.0, 0.75), (0.5, 0.9)):  # long loose ends, then a dense short fuzz
            x = np.arange(line[0, 0], line[-1, 0], 0.75)
            y = np.interp(x, line[:, 0], line[:, 1])
            every = np.arange(len(x)) % 2 if share < 1 else np.arange(len(x)) % 4 == 0
            tuft = share * length * tousle[: len(x)] * rng.uniform(0.4, 1.1, len(x)) * every
            lean = 0.35 * tuft * rng.standard_normal(len(x))
            tips = np.stack([x + lean, y + tuft], 1)
            root = np.stack([x, y - 1.5 - 1.6 * rng.random(len(x))], 1)
            fringe: Outline = np.concatenate([root[::-1], tips])
            layer(
                canvas,
                fringe,
                threads,
                cloth.material,
                R=8,
                depth=0.1,
                edge=0,
                wrinkle=0.2,
                lift=0.8,
                shadow=0.3,
                opacity=opacity,
            )


def knee_bulge(legs: Legs, gain: float) -> Callable[[np.ndarray, np.ndarray], Array]:
    """Thigh, knee and calf of a tight leg, as relief."""

    def body(off: np.ndarray, y: np.ndarray) -> Array:
        wide = np.maximum(legs.half(y), 12)
        thigh = np.exp(
            -(((y - legs.crotch - 66) / 80) ** 2) - ((off - 0.10 * wide) / (0.72 * wide)) ** 2
        )
        knee = np.exp(-(((y - legs.knee_y) / 26) ** 2) - (off / (0.5 * wide)) ** 2)
        calf_y = 0.66 * legs.knee_y + 0.34 * legs.bottom
        calf = np.exp(-(((y - calf_y) / 58) ** 2) - ((off - 0.22 * wide) / (0.5 * wide)) ** 2)
        return (gain * (4.5 * thigh + 2.2 * knee + 3.6 * calf)).astype(np.float32)

    return body


def seam_between(legs: Legs, side: int, points: Sequence[tuple[float, float]]) -> np.ndarray:
    """A curve on one leg through (share of the half-width from its axis, y) points, [n, 2]."""
    placed = [
        (CX + side * (float(legs.centre(y)) + share * float(legs.half(y))), y)
        for share, y in points
    ]
    return spline(placed, False)
