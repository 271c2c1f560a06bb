"""What is sewn on a skirt: band, closures, pockets, a lapped panel. Knows no skirt type."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from demo.studio.canvas import CX, Canvas, corners, on_side, ribbon, spline
from demo.studio.fabrics import Cloth
from demo.studio.folds import Fold
from demo.studio.garments.drape import Fall, draw_fall, hem_line
from demo.studio.garments.marks import draws, mark_both
from demo.studio.light import layer
from demo.studio.trims import button, label, stitch, strap, zipper

BAND = 17.0
"""how far the waistband's upper edge is above the waist seam, at the sides"""


@draws("inside")
def inner_band(canvas: Canvas, cloth: Cloth, fall: Fall, above: float = BAND) -> None:
    """The inside of the back waist with its label."""
    w, y = fall.waist, fall.top - above
    inside = [(CX - w + 1, y, 1), (CX - w * 0.5, y - 6), (CX, y - 7.5), (CX + w * 0.5, y - 6),
              (CX + w - 1, y, 1), (CX + w - 2, y + 12), (CX, y + 20), (CX - w + 2,
                  y + 12)]  # fmt: skip
    layer(canvas, inside, cloth.ground, cloth.material, R=30, depth=-0.2, edge=2, wrinkle=0.1,
          lift=0,
          dark=0.5)  # fmt: skip
    label(canvas, CX + canvas.rng.uniform(-3, 3), y - 2, 20, 9, dark=0.55)
    mark_both(canvas, "waist", (CX + w, y))


@draws("waistband")
def band(
    canvas: Canvas, cloth: Cloth, fall: Fall, *, striped: bool = False, elastic: bool = False,
    loops: bool = False,
) -> None:  # fmt: skip
    """The waistband's front; striped: cut plain. loops: belt loops."""
    w, y = fall.waist, fall.top - BAND
    front = [(CX - w + 0.3, y, 1), (CX - w * 0.5, y + 5), (CX, y + 7), (CX + w * 0.5, y + 5),
             (CX + w - 0.3, y, 1), (CX + w + 0.7, y + 19, 1), (CX + w * 0.5, y + 24), (CX, y + 26),
             (CX - w * 0.5, y + 24), (CX - w - 0.7, y + 19, 1)]  # fmt: skip

    def gathered(x: np.ndarray, yy: np.ndarray) -> np.ndarray:
        lane = (x - CX) / w
        return 1.0 * np.sin(lane * 46 + 3 * np.sin(lane * 7)) + 0.4 * np.sin(lane * 90)

    texture = cloth.solid if striped else cloth.ground
    layer(
        canvas, front, texture, cloth.material, R=30, depth=0.2, edge=2.4, wrinkle=0.25, lift=1.8,
        relief=gathered if elastic else None, uv=lambda x, yy: (x - CX, yy - y + 300),
    )  # fmt: skip
    for dy in () if elastic else (4, 21):
        line = spline(
            [(CX - w + 1, y + dy - 2.5), (CX, y + dy + 4.5), (CX + w - 1, y + dy - 2.5)], False
        )
        stitch(canvas, line, cloth.stitch, strength=0.35)
    for lane in (-0.62, 0.62) if loops else ():
        x, dip = CX + lane * w, 7 * (1 - lane**2)
        strap(canvas, [(x, y + dip + 1.5), (x + lane, y + dip + 10), (x, y + dip + 20.5)], 2.6,
              texture, cloth.material, lift=1.6)  # fmt: skip


def button_row(canvas: Canvas, cloth: Cloth, fall: Fall, metal: bool, x: float = CX) -> None:
    """A placket from band to hem with its buttons."""
    placket = np.array([[x, fall.top - 9], [x, fall.bottom - 1]])
    end = fall.bottom - fall.sag * ((x - CX) / fall.hem) ** 2 - 1.8
    strip = corners((x - 9, fall.top + 8), (x + 9, fall.top + 8), (x + 9, end), (x - 9, end))
    wide = corners((x - 80, fall.top), (x + 80, fall.top), (x + 80, end + 20), (x - 80, end + 20))
    layer(canvas, strip, cloth.ground, cloth.material, R=60, depth=0.12, edge=1.2, wrinkle=0.3,
          lift=1.4,
          shadow=0.4, inflate_with=[strip, wide])  # fmt: skip
    for dx in (-6.8, 6.8):
        stitch(canvas, placket + [[dx, 18], [dx, -3]], cloth.stitch, strength=0.4)
    count = max(3, round(fall.height / 42))
    for y in np.linspace(fall.top - 4, end - 20, count):
        button(canvas, x, float(y), 4.2, cloth.metal if metal else cloth.button, metal)


def _shade(canvas: Canvas, cloth: Cloth, outline: np.ndarray, dark: float) -> None:
    """The shadow in which one edge of cloth lies under another."""
    layer(
        canvas, outline, cloth.solid, cloth.material, R=4, depth=-0.3, edge=1, wrinkle=0, lift=0,
        dark=dark,
    )  # fmt: skip


def jeans_fly(canvas: Canvas, cloth: Cloth, fall: Fall) -> None:
    """The fly's lap, its J of double stitches, a metal button on the band."""
    top, end = fall.top + 7, fall.top + 64
    lap = np.array([[CX + 1, top], [CX + 0.5, end - 4], [CX, end + 6]], float)
    shade = np.concatenate([lap + [0, 0], (lap + [-2.2, 0])[::-1]])
    _shade(canvas, cloth, shade, 0.45)
    edge = spline([(CX + 16, top - 1), (CX + 16, fall.top + 44), (CX + 10, fall.top + 60),
                   (CX + 1, fall.top + 68)], False)  # fmt: skip
    for d in (0.0, 2.6):
        stitch(canvas, edge - [d, 0.4 * d], cloth.stitch, strength=0.75)
    stitch(canvas, np.array([[CX + 2.6, top], [CX + 2.2, end]]), cloth.stitch, strength=0.5)
    stitch(
        canvas,
        np.array([[CX + 1, end + 6], [CX + 0.5, fall.bottom - 1]]),
        cloth.stitch,
        strength=0.4,
    )
    button(canvas, CX + 2, fall.top - 4, 5.2, cloth.metal, metal=True)


@draws("skirt")
def side_zip(canvas: Canvas, cloth: Cloth, fall: Fall, side: int, above: float = 13.0) -> None:
    """A concealed zip in the side seam: a fine groove and a small drop-shaped pull."""
    ys = np.linspace(fall.top - above, fall.top + 62, 8)
    seam = np.stack([CX + side * (fall.half_width(ys) - 5.5), ys], 1)
    shade = np.concatenate([seam, (seam + [1.4, 0])[::-1]])
    _shade(canvas, cloth, shade, 0.5)
    zipper(canvas, seam[:2], cloth.metal, width=1.3, pull=False)
    x, y = seam[0]
    drop = [(x - 1.2, y), (x + 1.2, y), (x + 2, y + 7), (x, y + 9.5), (x - 2, y + 7)]
    layer(
        canvas,
        drop,
        cloth.solid,
        cloth.material,
        R=4,
        depth=0.5,
        edge=1.5,
        wrinkle=0,
        lift=1.5,
        dark=0.8,
    )


def jeans_pockets(canvas: Canvas, cloth: Cloth, fall: Fall, coin: bool = True) -> None:
    """Curved front pockets, rivets at their corners, a coin pocket in the right one."""
    k = fall.waist / 76
    for s in (1, -1):
        edge = spline([(CX + s * 40 * k, fall.top + 6), (CX + s * 45 * k, fall.top + 28 * k),
                       (CX + s * 66 * k, fall.top + 44 * k),
                       (CX + s * (float(fall.half_width(fall.top + 46)) - 1), fall.top + 46 * k)],
                      False)  # fmt: skip
        rise = np.linspace(fall.top + 44 * k, fall.top + 4, 5)
        side = np.stack([CX + s * (fall.half_width(rise) - 1), rise], 1)
        bag = np.concatenate([edge, side])
        layer(canvas, bag, cloth.ground, cloth.material, R=30, depth=0.05, edge=0, wrinkle=0.3,
              lift=0,
              dark=0.86)  # fmt: skip
        if coin and s == -1:
            line = np.array([[CX - 50 * k, fall.top + 15], [CX - (fall.waist + 2), fall.top + 18]])
            stitch(canvas, line, cloth.stitch, strength=0.7)
        lip = np.concatenate([edge, (edge + [s * 1.6, -1.6])[::-1]])
        layer(
            canvas,
            lip,
            cloth.solid,
            cloth.material,
            R=4,
            depth=-0.2,
            edge=1,
            wrinkle=0,
            lift=0,
            dark=0.5,
        )
        for d in (1.4, 4.2):
            stitch(canvas, edge + [-s * d * 0.75, d * 0.8], cloth.stitch, strength=0.7)
        button(canvas, CX + s * 39 * k, fall.top + 9, 1.7, cloth.metal, metal=True)


def curved_yoke(canvas: Canvas, cloth: Cloth, fall: Fall, drop: float) -> None:
    """A seam that bows `drop` below the waist from side to side, stitched down twice."""
    lane = np.linspace(-1, 1, 31)
    y = fall.top + drop * (0.62 + 0.38 * np.cos(1.5 * lane)) - 3
    seam = np.stack([CX + lane * (fall.half_width(y) - 1.5), y], 1)
    shade = np.concatenate([seam, (seam + [0, 1.5])[::-1]])
    layer(canvas, shade, cloth.solid, cloth.material, R=4, depth=-0.2, edge=1, wrinkle=0, lift=0,
          dark=0.62)  # fmt: skip
    for d in (1.8, 4.4):
        stitch(canvas, seam - [0, d], cloth.stitch, strength=0.6)


def patch_pocket(canvas: Canvas, cloth: Cloth, x: float, y: float, size: float, flap: bool) -> None:
    """A sewn-on pocket, its upper edge's middle at (x, y); flap: closed by a buttoned flap."""
    a, b = 0.5 * size, size
    bag = corners(
        (x - a, y), (x + a, y), (x + a * 0.97, y + b), (x, y + b * 1.12), (x - a * 0.97, y + b)
    )
    layer(
        canvas,
        bag,
        cloth.ground,
        cloth.material,
        R=50,
        depth=0.08,
        edge=1.4,
        wrinkle=0.35,
        lift=1.8,
    )
    inset = np.array([[x - a + 2, y + 2], [x - a + 2.4, y + b - 1.4], [x, y + b * 1.12 - 2.4],
                      [x + a - 2.4, y + b - 1.4], [x + a - 2, y + 2]])  # fmt: skip
    stitch(canvas, inset, cloth.stitch, strength=0.55)
    if not flap:
        stitch(
            canvas, np.array([[x - a + 2, y + 6], [x + a - 2, y + 6]]), cloth.stitch, strength=0.55
        )
        return
    cover = corners((x - a - 1.5, y - 3), (x + a + 1.5, y - 3), (x + a + 1, y + 0.30 * b), (x,
        y + 0.44 * b),
                    (x - a - 1, y + 0.30 * b))  # fmt: skip
    layer(
        canvas,
        cover,
        cloth.ground,
        cloth.material,
        R=40,
        depth=0.08,
        edge=1.6,
        wrinkle=0.3,
        lift=2.4,
    )
    row = np.array([[x - a + 1, y - 1], [x - a + 1.2, y + 0.28 * b], [x, y + 0.40 * b],
                    [x + a - 1.2, y + 0.28 * b], [x + a - 1, y - 1]])  # fmt: skip
    stitch(canvas, row, cloth.stitch, strength=0.5)
    button(canvas, x, y + 0.27 * b, 2.8, cloth.button)


@draws("skirt")
def lapped_panel(
    canvas: Canvas, cloth: Cloth, fall: Fall, start: float, end: float, *, gathers: float = 0.0,
    folds: list[Fold] | None = None,
) -> np.ndarray:  # fmt: skip
    """The upper front of a wrap: lies over what is drawn, its free edge on the right.

    The edge runs from `start` to `end` right of the middle; given back top to bottom, [n, 2].
    """
    h = fall.height
    edge = spline([(CX + start, fall.top - 6), (CX + start + 0.2 * (end - start),
                                                fall.top + 0.3 * h),
                   (CX + start + 0.62 * (end - start), fall.top + 0.7 * h),
                   (CX + end, fall.bottom + 20)], False)  # fmt: skip
    far = np.array([[0.0, fall.bottom + 20], [0.0, fall.top - 6]])
    flutes = draw_fall(
        canvas, fall, cloth.texture, cloth.material, clip=np.concatenate([edge, far]),
        gathers=gathers, wrinkle=0.4 * cloth.wrinkle, folds=folds or (), lift=11.0,
    )  # fmt: skip
    hem = hem_line(fall, flutes)
    reach = np.interp(hem[:, 1], edge[:, 1], edge[:, 0])
    corner = int(np.argmax(hem[:, 0] < reach))
    edge = edge[edge[:, 1] < hem[corner, 1] - 2]
    inner = hem_line(fall, flutes, inset=7.0)
    inner = inner[inner[:, 0] < np.interp(inner[:, 1], edge[:, 1], edge[:, 0]) - 5]
    layer(canvas, ribbon(edge, 1.0), cloth.solid, cloth.material, R=4, depth=0.25, edge=1,
          wrinkle=0, lift=2.6, shadow=0.6)  # fmt: skip
    stitch(canvas, inner, cloth.stitch, strength=0.4)
    stitch(canvas, edge - [5.5, 0], cloth.stitch, strength=0.35)
    return edge


def slit(canvas: Canvas, cloth: Cloth, fall: Fall, x: float, share: float, open_: float) -> None:
    """An open slit `share` of the height up from the hem: dark inside, its two edges turned."""
    bottom = float(fall.hem_y(np.array(x / fall.hem))) + 1
    top = fall.bottom - share * fall.height
    x += CX
    left = spline(
        [(x, top), (x - 0.10 * open_, (top + bottom) / 2), (x - 0.3 * open_, bottom)], False
    )
    right = spline(
        [(x, top), (x + 0.22 * open_, (top + bottom) / 2), (x + 0.7 * open_, bottom)], False
    )
    gap = np.concatenate([left, right[::-1]])
    layer(canvas, gap, cloth.ground, cloth.material, R=20, depth=-0.25, edge=1, wrinkle=0.4, lift=0,
          dark=0.34)  # fmt: skip
    for line, d in ((left, -1), (right, 1)):
        turned = np.concatenate([line, (line + [1.6 * d, 0])[::-1]])
        layer(canvas, turned, cloth.ground, cloth.material, R=5, depth=0.08, edge=1, wrinkle=0,
              lift=1.0, shadow=0.5, opacity=0.7)  # fmt: skip
        stitch(canvas, (line + [5.0 * d, 0])[2:-2], cloth.stitch, strength=0.25)


def kick_pleat(canvas: Canvas, cloth: Cloth, fall: Fall, share: float) -> None:
    """An inverted pleat in the middle of the hem: two pressed edges over a deeper panel."""
    top, bottom = fall.bottom - share * fall.height, fall.bottom - 1
    for s in (1, -1):
        well = on_side(
            [(CX, top, 1), (CX + 11, bottom - 4), (CX + 12.5, bottom, 1), (CX, bottom, 1)], s
        )
        layer(canvas, well, cloth.ground, cloth.material, R=20, depth=-0.3, edge=1, wrinkle=0.2,
              lift=0,
              dark=0.62 if s == 1 else 0.5)  # fmt: skip
        edge = np.array([[CX + s * 0.5, top], [CX + s * 11, bottom - 3]])
        stitch(canvas, edge + [s * 3, 0], cloth.stitch, strength=0.35)
    seam = np.array([[CX, top], [CX, bottom]])
    layer(canvas, np.concatenate([seam - [0.8, 0], (seam + [0.8, 0])[::-1]]), cloth.solid,
          cloth.material,
          R=4, depth=-0.2, edge=1, wrinkle=0, lift=0, dark=0.4)  # fmt: skip


def peplum(canvas: Canvas, cloth: Cloth, fall: Fall, tall: float, flare: float) -> None:
    """A short flounce from the waist seam over the skirt."""
    over = replace(
        fall, bottom=fall.top + tall, waist=fall.waist + 1, hip=fall.waist + 0.55 * flare,
        hem=fall.waist + flare, flutes=7.0, depth=6.5 * cloth.fold, start=0.05, sag=12, pleats="",
        profile=(), tiers=(), yoke=0.0, hip_below=40, high=0.0,
    )  # fmt: skip
    draw_fall(canvas, over, cloth.texture, cloth.material, thread=cloth.stitch, lift=7,
              wrinkle=0.3 * cloth.wrinkle)  # fmt: skip
