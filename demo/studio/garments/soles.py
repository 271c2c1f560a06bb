"""What shoes stand on and are tied with: soles, heels, laces. Knows lasts, no shoe's upper."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from demo.studio.canvas import Array, Canvas, Field, rgb, ribbon, spline
from demo.studio.garments.last import Curve, Last, Polyline, rounded
from demo.studio.light import Texture, layer
from demo.studio.materials import COTTON, LEATHER, RUBBER, Material
from demo.studio.trims import Colour, button, plain, stitch

TREAD = "#1d1b1a"


def band(
    canvas: Canvas, last: Last, texture: Texture, top: float | Curve, bottom: float | Curve,
    *, out: float = 2.0, span: tuple[float, float] | None = None, material: Material = RUBBER,
    edge: float = 3.0, seams: Sequence[tuple[np.ndarray, float, float]] = (), lift: float = 1.5,
    notch: float = 0.0, form: Field | None = None, dark: float = 1.0,
) -> None:  # fmt: skip
    """The wall between two heights below the feather edge; `notch` cuts lugs into its lower edge."""
    start, end = span or (last.toe + 1, last.heel + 3)
    upper, lower = last.edge(start, end, top, out), last.edge(start, end, bottom, out)
    if notch:
        run = np.r_[0, np.cumsum(np.hypot(*np.diff(lower, axis=0).T))]
        at = np.arange(0, run[-1], 1.2)
        lower = np.stack([np.interp(at, run, lower[:, i]) for i in (0, 1)], 1)
        lower[:, 1] -= notch * (np.mod(at, 17) < 4.5)
    outline = rounded(np.concatenate([upper, lower[::-1]]), 2 if notch or abs(edge) < 3 else 4)
    layer(canvas, outline, texture, material, R=10, depth=0.12, edge=edge, edge_depth=0.7, wrinkle=0,
          lift=lift, shadow=0.35, seams=seams, relief=form or last.form, dark=dark)  # fmt: skip


def cup_sole(canvas: Canvas, last: Last, rubber: Colour, tall: float, tape: bool) -> None:
    """A court shoe's cup, sewn round; or (tape) a vulcanised sole with a line and a toe bumper."""
    form = last.form
    tone = plain(rubber)

    def low(x: np.ndarray) -> np.ndarray:
        return tall - np.interp(x, [last.toe, last.toe + 20, last.toe + 60], [9, 3.5, 0])

    band(canvas, last, plain(_shade(rubber)), lambda x: low(x) - 6, low, out=3, form=form)
    seams = [(last.edge(last.toe + 1, last.heel + 3, tall * 0.60, 4), 1.0, 0.8)] if not tape else []
    band(canvas, last, tone, -4.0, lambda x: low(x) - 2.5, out=4, form=form, seams=seams, edge=4)
    if tape:
        line = last.edge(last.toe + 1, last.heel + 3, tall * 0.36, 4.3)
        ink = "#2a2f45" if _is_pale(rubber) else "#e9e6dd"
        layer(
            canvas, ribbon(line, 1.3), plain(ink), RUBBER, R=3, depth=0, edge=0, wrinkle=0, lift=0
        )
        foot = last.edge(last.toe + 1, last.heel + 3, tall * 0.80, 4.3)
        layer(canvas, ribbon(foot, 0.6), plain(_shade(rubber)), RUBBER, R=3, depth=0, edge=0, wrinkle=0,
              lift=0)  # fmt: skip

        def ribbed(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            return form(x, y) + 0.5 * np.sin(x * 1.3) * np.sin(y * 1.3)

        band(canvas, last, tone, -7.0, lambda x: low(x) - 5, out=5, span=(last.toe + 1, last.toe + 62),
             lift=1.2,
             form=ribbed)  # fmt: skip
        return
    row = last.edge(last.toe + 3, last.heel, 2.5, 4.3)
    stitch(canvas, row, _shade(rubber), 3.2, 2.0, 0.8, 0.7)


def foam_sole(
    canvas: Canvas,
    last: Last,
    rubber: Colour,
    accent: Colour,
    front: float,
    rear: float,
    chunky: bool,
) -> None:
    """A trainer's foam: thin under the ball, thick and flared at the heel, on a rubber tread."""
    toe, heel = last.toe, last.heel
    form = last.form

    def depth(x: np.ndarray) -> np.ndarray:
        roll = np.interp(
            x, [toe, toe + 26, toe + 70, heel - 50, heel], [-0.42 * front, -6, 0, 0, -8]
        )
        return np.interp(x, [toe, toe + 140, toe + 270, heel], [front, front, rear, rear]) + roll

    def rise(x: np.ndarray) -> np.ndarray:
        waves = 3.0 * np.sin((x - toe) / 26) if chunky else 0.0
        return (
            np.interp(x, [toe, toe + 30, toe + 240, heel - 30, heel + 4], [-14, -6, -3, -9, -17])
            + waves
        )

    band(canvas, last, plain(_shade(rubber)), lambda x: depth(x) - 8, depth, out=5, form=form,
         notch=3.0 if chunky else 1.8)  # fmt: skip
    out = 7.0 if chunky else 5.0
    groove = last.edge(toe + 1, heel + 3, lambda x: 0.45 * depth(x), out)
    deep = last.edge(toe + 130, heel + 3, lambda x: 0.68 * depth(x), out)
    band(canvas, last, plain(rubber), rise, lambda x: depth(x) - 5, out=out, form=form, edge=7,
         seams=[(groove, 1.5, 1.6), (deep, 1.3, 1.2)])  # fmt: skip
    if chunky:
        pod = [(toe + 235, 4.0), (heel + 4, 4.0)]
        band(canvas, last, plain(accent), lambda x: 0.40 * depth(x), lambda x: 0.78 * depth(x),
             out=out + 1.5, span=(pod[0][0], pod[1][0]), form=form, edge=4, lift=0.8)  # fmt: skip
        for i in range(5):
            at = toe + 40 + 33 * i
            x = np.array([at, at + 5])
            slot = np.stack([x, last.sole(x) + 0.2 * depth(x)], 1)
            base = last.look(slot, -last.half(slot) - out)
            cut = np.concatenate([base, base[::-1] + [6, 0.42 * float(depth(x)[0])]])
            layer(canvas, cut, plain(_shade(rubber)), RUBBER, R=3, depth=-0.3, edge=1, wrinkle=0, lift=0,
                  dark=0.8)  # fmt: skip
    else:
        stripe = last.edge(toe + 190, heel + 3, lambda x: 0.24 * depth(x), out + 0.3)
        layer(canvas, ribbon(stripe, 0.8, 2.6), plain(accent), RUBBER, R=3, depth=0.1, edge=0.6, wrinkle=0,
              lift=0)  # fmt: skip


def leather_sole(
    canvas: Canvas,
    last: Last,
    tone: Colour,
    thick: float,
    welt: Colour | None = None,
    end: float = 0,
) -> None:
    """A thin sole's edge below the upper; with a sewn welt that stands out when it has a thread."""
    form = last.form
    stop = end or last.heel + 2
    span = (last.toe + 1, stop)
    if welt is None:
        band(
            canvas,
            last,
            plain(tone),
            -4.0,
            thick,
            out=0.5,
            span=span,
            material=LEATHER,
            edge=2,
            form=form,
        )
        return
    band(
        canvas,
        last,
        plain(tone),
        0.0,
        thick,
        out=4,
        span=span,
        material=LEATHER,
        edge=2.5,
        form=form,
    )
    band(canvas, last, plain(tone), -3.0, 1.5, out=5.5, span=span, material=LEATHER, edge=1.5, form=form,
         dark=1.25)  # fmt: skip
    stitch(canvas, last.edge(*span, -1.2, 5.2), welt, 2.6, 1.8, 0.7, 0.65)


def lug_sole(canvas: Canvas, last: Last, tone: Colour, thick: float, welt: Colour) -> None:
    """A thick rubber sole with cleats, level with its heel."""
    form = last.form
    foot = float(last.sole(np.array([last.toe + 110]))[0])

    def tread(x: np.ndarray) -> np.ndarray:
        roll = np.interp(x, [last.toe, last.toe + 50], [-5, 0])
        return foot + thick - last.sole(x) + roll

    def waist(x: np.ndarray) -> np.ndarray:
        gap = np.interp(
            x, [last.toe + 170, last.toe + 190, last.heel - 128, last.heel - 122], [0, 7, 7, 0]
        )
        return tread(x) - gap

    band(canvas, last, plain(tone), 2.0, waist, out=5, form=form, notch=2.2, edge=3)
    band(canvas, last, plain(tone), -4.0, lambda x: np.minimum(9.0, waist(x) - 2), out=6, form=form,
         edge=2.5,
         dark=1.25)  # fmt: skip
    stitch(canvas, last.edge(last.toe + 3, last.heel, -1.0, 6.2), welt, 3.0, 1.8, 0.8, 0.75)


def heel_under(
    canvas: Canvas, last: Last, texture: Texture, material: Material, ground: float,
    side: tuple[list[tuple[float, float]], list[tuple[float, float]]], foot: float, *,
    stacked: bool = False, scale: float = 1.0,
) -> None:  # fmt: skip
    """A heel: `side` is its back, downwards, and its breast, upwards, as (x, share of the height).

    foot: half-width at the ground; above it widens to the seat's. stacked: shows its lifts.
    """
    seat = float(last.sole(np.array([last.heel - 30]))[0]) + 1
    tall = ground - seat

    def drawn(points: list[tuple[float, float]]) -> Polyline:
        line = [(x, seat + share * tall) for x, share in points]
        line = [(x, min(y, ground - 4)) for x, y in line]
        return spline(line, closed=False)

    back, breast = drawn(side[0]), drawn(side[1])
    breast = breast[breast[:, 1] >= last.sole(breast[:, 0]) - 6]
    stem = np.concatenate([back, breast])
    top = 36 * scale
    half = np.interp(
        (stem[:, 1] - seat) / tall, [0, 0.35, 1], [top, foot + (top - foot) * 0.3, foot]
    )
    half[: len(back)] *= 0.62  # the back is round
    solid = last.block(stem, half)
    lifts = []
    if stacked:
        for i in range(1, int(tall / 7)):
            y = seat + 7 * i
            lifts.append(
                (last.look(np.array([[last.heel - 130, y], [last.heel + 9, y]]), -foot), 0.8, 0.7)
            )
    layer(canvas, solid, texture, material, R=14, depth=0.3, edge=3, wrinkle=0, lift=0, dark=0.55)
    layer(canvas, solid[-1], texture, material, R=max(8.0, 0.7 * foot), depth=0.42, edge=5,
          wrinkle=0.03, lift=0,
          seams=lifts, dark=0.98)  # fmt: skip
    x0, x1 = float(breast[0, 0]) - 0.5, float(back[-1, 0]) + 0.5
    tip = np.array([[x1, ground - 5], [x1, ground], [x0, ground], [x0, ground - 5]])
    reach = (foot + 0.4) * np.array([0.62, 0.62, 1, 1])
    slab = cv2.convexHull(np.concatenate(last.block(tip, reach)).astype(np.float32))[:, 0]
    layer(canvas, slab.astype(float), plain(TREAD), RUBBER, R=5, depth=0.2, edge=1.2, wrinkle=0,
          lift=0)  # fmt: skip


def heel_side(
    last: Last, back: list[tuple[float, float]], breast: list[tuple[float, float]]
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Heel outline from distances before the last's own heel."""
    return [(last.heel + x, s) for x, s in back], [(last.heel + x, s) for x, s in breast]


def lacing(
    canvas: Canvas, last: Last, line: Polyline, colour: Colour, count: int, *,
    metal: Colour | None = None, width: float = 3.0, bow: bool = True,
) -> None:  # fmt: skip
    """Crossed laces between the eyelets of both stays; `line` is the near stay's edge, toe first."""
    cord = _flat_cord(colour)
    steps = np.linspace(0.03, 0.97, count)
    at = np.stack([np.interp(steps, np.linspace(0, 1, len(line)), line[:, i]) for i in (0, 1)], 1)
    near, far = last.near(at), last.far(at)
    inward = near + 0.10 * (near - far) / (np.linalg.norm(near - far, axis=1)[:, None] + 1e-6) * 45
    for i in range(count):
        x, y = inward[i]
        button(
            canvas, float(x), float(y), 2.5, metal if metal is not None else "#8d8a84", metal=True
        )
        j = min(i + 1, count - 1)
        for start, end in ((far[i], inward[j]), (inward[i], far[j])):
            middle = 0.5 * (start + end) + [-1, -4.5]
            bar = spline([tuple(start), tuple(middle), tuple(end)], False)
            layer(canvas, ribbon(bar, width), cord, COTTON, R=6, depth=0.4, edge=2.2, wrinkle=0, lift=2,
                  shadow=0.5, uv=(float(start[0]), float(start[1]), 30))  # fmt: skip
    if bow:
        x, y = (float(v) for v in 0.6 * inward[-1] + 0.4 * far[-1])
        _bow(canvas, cord, x, y, width * 0.72)


def _bow(canvas: Canvas, cord: Texture, x: float, y: float, width: float) -> None:
    sway = canvas.rng.uniform(-3, 3)
    for loop in (
        [(x, y), (x - 17, y + 3), (x - 30, y + 15 + sway), (x - 25, y + 24 + sway), (x - 10, y + 12),
         (x, y)],
        [(x, y), (x + 19, y + 2), (x + 36, y + 15 - sway), (x + 33, y + 25 - sway), (x + 14, y + 15),
         (x, y)],
        [(x, y), (x - 5, y + 16), (x - 13, y + 38 + sway)],
        [(x, y), (x + 9, y + 18), (x + 12, y + 43)],
    ):  # fmt: skip
        layer(canvas, ribbon(spline(loop, False), width), cord, COTTON, R=5, depth=0.45, edge=1.8,
              wrinkle=0, lift=2.4, shadow=0.5, uv=(0, 0, 20))  # fmt: skip
    knot = [(x - 5, y - 3), (x + 4, y - 4), (x + 6, y + 4), (x - 4, y + 5)]
    layer(canvas, knot, cord, COTTON, R=5, depth=0.5, edge=3, wrinkle=0, lift=2.5)


def _shade(rubber: Colour) -> np.ndarray:
    """The tread's tone below a sole of this one."""
    return rgb(rubber) * np.float32(0.52 if _is_pale(rubber) else 0.6)


def _is_pale(rubber: Colour) -> bool:
    return float(rgb(rubber).mean()) > 0.5


def _flat_cord(tone: Colour) -> Texture:
    base = plain(tone)

    def woven(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        ply = np.abs(np.sin(np.pi * (u + v) / 2.4)) ** 0.5
        return albedo * (0.86 + 0.14 * ply)[..., None], 0.3 * ply

    return woven
