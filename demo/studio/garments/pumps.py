"""Draws court shoes: pumps on a heel, ballet flats."""

from __future__ import annotations

from random import Random

import numpy as np

from demo.studio.canvas import Canvas, Point, offset, ribbon
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.last import Curve, Last, Polyline, curve, mark_opening, path, rounded
from demo.studio.garments.marks import draws
from demo.studio.garments.shafts import block_heel
from demo.studio.garments.soles import heel_side, heel_under, leather_sole
from demo.studio.light import layer
from demo.studio.materials import LEATHER
from demo.studio.trims import buckle, disc, plain, stitch

INSOLE = "#d3b999"
SOLE = "#2b2421"
GROUND = 430.0
PLANS: dict[str, list[tuple[float, float]]] = {
    "round": [(48, 0), (50, 16), (58, 33), (76, 47), (110, 58), (160, 64)],
    "almond": [(48, 0), (51, 9), (62, 22), (84, 37), (118, 52), (165, 62)],
    "pointed": [(40, 0), (46, 4), (70, 15), (104, 32), (140, 48), (180, 59)],
    "square": [(48, 0), (49, 30), (54, 42), (70, 49), (110, 58), (160, 63)],
}
"""half-width of the sole at x, from the toe to the ball"""
NOSES: dict[str, list[tuple[float, float]]] = {
    "round": [(48, 4), (53, 22), (68, 35), (100, 46), (140, 55)],
    "almond": [(48, 3), (56, 15), (76, 27), (106, 40), (142, 52)],
    "pointed": [(40, 2), (52, 9), (76, 20), (108, 35), (144, 50)],
    "square": [(48, 4), (51, 20), (64, 31), (100, 43), (140, 54)],
}
"""height of the toe above the sole at x"""


def court_last(canvas: Canvas, toe: str, heel: float, ground: float = GROUND) -> Last:
    """The last of a low shoe; `heel` is the rise of its seat above the ground."""
    lift = heel - 8
    sole = curve(
        [(40, ground - 12), (84, ground - 7), (160, ground - 5), (212, ground - 5 - 0.12 * lift),
         (268, ground - 5 - 0.42 * lift), (326, ground - 5 - 0.80 * lift),
         (376, ground - 6 - 0.97 * lift), (462, ground - 6 - 1.0 * lift)]
    )  # fmt: skip
    plan = curve([*PLANS[toe], (215, 61), (280, 50), (340, 42), (400, 42), (436, 38), (470, 34)])
    heights = [*NOSES[toe], (185, 64), (226, 78), (266, 98), (300, 124), (326, 158), (340, 205)]
    crest: list[Point] = [(x, float(sole(x)) - h) for x, h in heights]
    seat = float(sole(450))
    back = [(438, 0, 1), (439, seat - 150), (446, seat - 100), (453, seat - 58), (455, seat - 28),
            (450, seat + 2)]  # fmt: skip
    return Last(canvas, [*crest, (352, 60), (352, 0, 1)], back, sole, plan)


def above(sole: Curve, points: list[tuple[float, float]]) -> Polyline:
    """A side-view curve through (x, height above the sole)."""
    return path([(x, float(sole(x)) - h) for x, h in points])


def pump(canvas: Canvas, c: Colourway) -> None:
    """On a heel: stiletto, block, kitten slingback, d'Orsay; strapped when it has a buckle."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    strapped = c.closure == "buckle"
    kinds = ("stiletto", "mary-jane", "slingback", "ankle") if strapped else (
        "stiletto", "block", "kitten", "dorsay")  # fmt: skip
    kind = c.pick(kinds)
    toe, heel = {
        "stiletto": ("pointed", 132.0), "block": ("round", 96.0), "kitten": ("pointed", 62.0),
        "dorsay": ("almond", 120.0), "mary-jane": ("round", 92.0), "slingback": ("pointed", 66.0),
        "ankle": ("almond", 128.0),
    }[kind]  # fmt: skip
    heel += cut.uniform(-4, 6)
    last = court_last(canvas, toe, heel, GROUND + heel * 0.3)
    throat = {"pointed": 138, "almond": 132, "round": 128}[toe] + cut.uniform(-4, 6)
    low = 40
    top = above(last.sole, [
        (throat, last_height(last, throat)), (throat + 12, 48), (throat + 34, low + 3),
        (215, low - 2), (280, low), (340, low + 6), (400, 62), (436, 79), (452, 84),
    ])  # fmt: skip
    top = np.concatenate([top[:1], last.close(top)[1:]])
    covered_heel(canvas, cloth, last, GROUND + heel * 0.3, slim=kind not in ("block", "mary-jane"))
    leather_sole(canvas, last, SOLE, 4.5, end=436)
    if kind == "dorsay":
        _insole(canvas, last, None)
        start = [(throat, last_height(last, throat)), (throat + 12, 48), (throat + 34, 40), (206, 20),
                 (236, -7)]  # fmt: skip
        front = above(last.sole, start)
        rear = above(last.sole, [(334, -7), (356, 26), (400, 62), (436, 79), (452, 84)])
        rear = np.concatenate([rear[:1], last.close(rear)[1:]])
        _wall(canvas, cloth, last, front)
        _wall(canvas, cloth, last, rear)
        mark_opening(canvas, last, front[0], rear[-1])
        _piece(canvas, cloth, last, front, [(236, 639), (0, 639), (0, 0), (front[0, 0], 0)])
        _piece(canvas, cloth, last, rear, [(500, rear[-1, 1]), (500, 639), (334, 639)])
        return
    if kind == "slingback":
        _slingback(canvas, cloth, last, throat)
        return
    if kind == "mary-jane":
        _strap(canvas, cloth, last, 262, 42, far=True)
    _wall(canvas, cloth, last, top)
    _insole(canvas, last, last.opening(top))
    mark_opening(canvas, last, top[0], top[-1])
    if kind == "ankle":
        ankle_loop(canvas, cloth, last, 100, 5.5, far=True)
    _upper(canvas, cloth, last, top)
    if kind == "mary-jane":
        _strap(canvas, cloth, last, 262, 42, far=False)
    elif kind == "ankle":
        ankle_loop(canvas, cloth, last, 100, 5.5, far=False, tab=True)


def covered_heel(canvas: Canvas, cloth: Cloth, last: Last, ground: float, slim: bool) -> None:
    """A stiletto or a block, covered like the upper."""
    back = [(2, -0.05), (-1, 0.18), (-8, 0.5), (-11, 1.0)]
    breast = [(-24, 1.0), (-25, 0.55), (-35, 0.27), (-60, 0.10), (-98, -0.3)]
    if not slim:
        tall = ground - float(last.sole(np.array([last.heel - 30]))[0]) - 2
        block_heel(canvas, last, cloth.ground, cloth.material, ground, rear=5, breast=82, half=33,
                   tall=tall, lean=6)  # fmt: skip
        return
    heel_under(canvas, last, cloth.ground, cloth.material, ground, heel_side(last, back, breast),
               6)  # fmt: skip


def last_height(last: Last, x: float) -> float:
    """Height of the crest above the sole at x, a little more so that the line starts outside."""
    column = last.width[:, round(x)]
    return float(last.sole(np.array([x]))[0]) - float(np.argmax(column > 0)) + 1


@draws("inside")
def _wall(canvas: Canvas, cloth: Cloth, last: Last, top: Polyline) -> None:
    """The far wall's lining under a topline, with its bound edge."""
    layer(canvas, last.opening(top), plain(INSOLE), LEATHER, R=26, depth=-0.25, edge=3, wrinkle=0.1, lift=0,
          dark=0.62)  # fmt: skip
    layer(canvas, ribbon(last.far(top), 1.6), cloth.ground, cloth.material, R=4, depth=0.3, edge=1.2,
          wrinkle=0, lift=0.5, dark=0.86)  # fmt: skip


@draws("inside")
def _insole(canvas: Canvas, last: Last, hole: Polyline | None) -> None:
    """The padded inside of the sole, as far as it is seen through the throat."""
    x = np.linspace(last.toe + 8, last.heel - 4, 60)
    bed = np.stack([x, last.sole(x) - 5], 1)
    half = last.half(bed) * 0.94
    insole = np.concatenate([last.look(bed, -half), last.look(bed, half)[::-1]])
    layer(canvas, insole, plain(INSOLE), LEATHER, R=30, depth=-0.06, edge=2, edge_depth=-0.3,
          wrinkle=0.15, lift=1, shadow=0.3, dark=0.92, clip=hole)  # fmt: skip
    mark = last.look(np.array([[392, last.sole(392) - 5], [424, last.sole(424) - 5]]), 2.0)
    for rise in (-3.0, 3.0):
        stitch(canvas, mark + [0, rise], "#8d7350", 26, 1, 0.8, 0.5)


def _region(top: Polyline) -> Polyline:
    """All of the side view below a topline."""
    (x0, y0), (_, y1) = top[0], top[-1]
    return np.concatenate([top, [(500, y1), (500, 639), (0, 639), (0, 0), (x0, 0), (x0, y0)]])


def _upper(canvas: Canvas, cloth: Cloth, last: Last, top: Polyline) -> None:
    rng = canvas.rng
    creases = []
    for i in range(3):
        x = 150 + 15 * i
        ends = last.near(np.array([[x, last.sole(x) - 40.0], [x + 14, last.sole(x + 14) - 14]]))
        creases.append(Fold(tuple(ends[0]), tuple(ends[1]), 4, (3, 5), rng.uniform(0.3, 0.8)))
    layer(canvas, last.skin(_region(top)), cloth.texture, cloth.material, R=20, depth=0.05, edge=12,
          edge_depth=0.15, folds=creases, wrinkle=0.16, wrinkle_angle=-15, lift=2, ripple=0.1,
          relief=last.form)  # fmt: skip
    rim = last.near(top)
    layer(canvas, ribbon(rim, 1.3), cloth.ground, cloth.material, R=4, depth=0.2, edge=1.0,
          wrinkle=0, lift=0.4)  # fmt: skip


def _piece(
    canvas: Canvas, cloth: Cloth, last: Last, top: Polyline, rest: list[tuple[float, float]]
) -> None:
    """One part of a cut-out upper: under `top`, closed by the points that follow."""
    outline = np.concatenate([top, rest])
    layer(canvas, last.skin(outline), cloth.texture, cloth.material, R=20, depth=0.05, edge=12,
          edge_depth=0.15, wrinkle=0.14, lift=2, relief=last.form)  # fmt: skip


def _slingback(canvas: Canvas, cloth: Cloth, last: Last, throat: float) -> None:
    """A vamp, and a strap with a small buckle round a heel that is not there."""
    side = above(last.sole, [(throat, last_height(last, throat)), (throat + 14, 46), (200, 34),
                             (250, 26), (292, 8), (300, -8)])  # fmt: skip
    sling = above(last.sole, [(246, 18), (300, 44), (360, 72), (420, 92), (444, 96)])
    sling = np.concatenate([sling[:1], last.close(sling)[1:]])
    _insole(canvas, last, None)
    _wall(canvas, cloth, last, side[side[:, 0] < 292])
    mark_opening(canvas, last, side[0], sling[-1])
    layer(canvas, ribbon(last.far(sling), 3.6), cloth.ground, cloth.material, R=7, depth=0.4, edge=2,
          wrinkle=0, lift=0, dark=0.7)  # fmt: skip
    _piece(canvas, cloth, last, side, [(300, 639), (0, 639), (0, 0), (side[0, 0], 0)])
    near = last.near(sling, 0.5)
    layer(canvas, ribbon(near, 3.8), cloth.ground, cloth.material, R=7, depth=0.4, edge=2.5,
          wrinkle=0, lift=2.5)  # fmt: skip
    x, y = near[len(near) // 2 + 4]
    buckle(canvas, float(x), float(y), 12, 13, cloth.metal, bar=2.0)


def ankle_loop(
    canvas: Canvas, cloth: Cloth, last: Last, height: float, wide: float, *, far: bool,
    tab: bool = False,
) -> None:  # fmt: skip
    """A strap round an ankle that is not there, `height` above the seat: one half of it.

    tab: held by a strip up from the counter.
    """
    turn = np.linspace(0, np.pi, 40)
    y = float(last.sole(np.array(440.0))) - height
    line = np.stack([384 + 56 * np.cos(turn), y - 7 + 7 * np.cos(turn) - 3 * np.sin(turn)], 1)
    seen = last.look(line, (1 if far else -1) * 45 * np.sin(turn))
    with canvas.part("inside" if far else "shoe_near"):
        layer(canvas, ribbon(seen, wide * (0.9 if far else 1.0)), cloth.ground, cloth.material, R=9,
              depth=0.35, edge=3, wrinkle=0.1, lift=0 if far else 2.5,
              dark=0.58 if far else 1.0)  # fmt: skip
    if far:
        return
    if tab:
        strip = path([(439, y + 4), (446, y + 24), (448, y + 40)])
        layer(canvas, ribbon(last.look(strip, -5.0), wide), cloth.ground, cloth.material, R=9, depth=0.3,
              edge=2.5, wrinkle=0.1, lift=1.5)  # fmt: skip
    for d in (-0.6, 0.6):
        stitch(canvas, seen + [0, d * wide], cloth.stitch, strength=0.35)
    x, y = (float(v) for v in seen[16])
    buckle(canvas, x, y, 2.3 * wide, 2.6 * wide, cloth.metal, bar=2.2)


def _strap(
    canvas: Canvas, cloth: Cloth, last: Last, at: float, low: float, *, far: bool
) -> None:  # fmt: skip
    """A strap over the instep at x, sewn to both outsides: its far half or its near one.

    low: height of the topline above the sole, there.
    """
    turn = np.linspace(0.48 * np.pi, np.pi, 40) if far else np.linspace(0, 0.66 * np.pi, 50)
    x = at + 9 * np.cos(turn)
    foot = last.sole(x)
    half = float(last.half(np.array([[at, float(last.sole(np.array(at))) - low]]))[0]) + 2
    height = low - 22 * np.abs(np.cos(turn)) ** 6 + 28 * np.sin(turn)
    line = last.look(np.stack([x, foot - height], 1), -half * np.cos(turn))
    wide = 5.4
    layer(canvas, rounded(ribbon(line, wide), 3), cloth.ground, cloth.material, R=9, depth=0.3, edge=2.4,
          wrinkle=0.08, lift=0 if far else 2.0, shadow=0.5, dark=0.85 if far else 1.0)  # fmt: skip
    if far:
        return
    for d in (-0.62, 0.62):
        stitch(canvas, offset(line, d * wide)[3:-6], cloth.stitch, strength=0.4)
    x0, y0 = line[9]
    buckle(canvas, float(x0), float(y0), 16, 15, cloth.metal, bar=2.4)


def ballet_flat(canvas: Canvas, c: Colourway) -> None:
    """A soft low slipper: bow, cap toe, d'Orsay or square; strapped or tied round the ankle."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    kinds = {
        "none": ("bow", "pointed", "square", "cap"), "buckle": ("strap", "double", "pointed-strap"),
        "tie": ("ribbon", "pointed-ribbon", "bow-ribbon"),
    }[c.closure]  # fmt: skip
    kind = c.pick(kinds)
    toe = "pointed" if kind.startswith("pointed") else "square" if kind == "square" else "round"
    last = court_last(canvas, toe, 18 + cut.uniform(0, 5))
    throat = {"pointed": 142, "square": 122, "round": 128}[toe] + cut.uniform(-4, 8)
    low = 26 if kind == "pointed" else 42
    top = above(last.sole, [
        (throat, last_height(last, throat)), (throat + 9, 50), (throat + 32, low + 6),
        (215, low), (290, low), (350, low + 8), (405, 62), (438, 78), (452, 82),
    ])  # fmt: skip
    top = np.concatenate([top[:1], last.close(top)[1:]])
    side = heel_side(last, [(3, -0.2), (2, 0.4), (-1, 1.0)], [(-68, 1.0), (-70, 0.5), (-78, -0.5)])
    heel_under(canvas, last, plain(SOLE), LEATHER, GROUND, side, 35, stacked=True)
    leather_sole(canvas, last, SOLE, 4.5, end=446)
    straps = {"strap": (256.0,), "pointed-strap": (250.0,), "double": (236.0, 292.0)}.get(kind, ())
    for x in straps:
        _strap(canvas, cloth, last, x, low, far=True)
    _wall(canvas, cloth, last, top)
    _insole(canvas, last, last.opening(top))
    mark_opening(canvas, last, top[0], top[-1])
    if c.closure == "tie":
        ankle_loop(canvas, cloth, last, 112, 4.5, far=True)
    _upper(canvas, cloth, last, top)
    for x in straps:
        _strap(canvas, cloth, last, x, low, far=False)
    if kind == "cap":
        _cap(canvas, cloth, last)
    if c.closure == "tie":
        _tie(canvas, cloth, last)
    if kind in ("bow", "bow-ribbon"):
        x, y = last.near(top)[0]
        _bow(canvas, cloth, float(x) - 2, float(y) + 3, 0.8)


def _cap(canvas: Canvas, cloth: Cloth, last: Last) -> None:
    """A toe cap in the same leather, darker, with a thin bow's tails at the throat."""
    edge = above(last.sole, [(96, 60), (100, 40), (110, 18), (124, -4)])
    region = np.concatenate([edge, [(124, 639), (0, 639), (0, 0), (96, 0)]])
    pale = float(cloth.colour.mean()) > 0.35
    tone = plain("#1b1a1c" if pale else cloth.colour * 0.55)
    layer(canvas, last.skin(region), tone, LEATHER, R=20, depth=0.05, edge=1.5, edge_depth=0.5,
          wrinkle=0.1, lift=1, relief=last.form)  # fmt: skip


def _tie(canvas: Canvas, cloth: Cloth, last: Last) -> None:
    """Ribbons round the ankle, tied in front."""
    turn = np.linspace(0.02, np.pi, 40)
    y = float(last.sole(np.array(440.0))) - 112
    line = np.stack([384 + 56 * np.cos(turn), y - 7 + 7 * np.cos(turn) - 3 * np.sin(turn)], 1)
    near = last.look(line, -45 * np.sin(turn))
    layer(
        canvas,
        ribbon(near, 4.5),
        cloth.ground,
        cloth.material,
        R=9,
        depth=0.35,
        edge=2.5,
        wrinkle=0.2,
        lift=2.5,
    )
    rise = path([(438, y), (444, y + 24), (446, y + 44)])
    layer(canvas, ribbon(last.look(rise, -4.0), 4.5), cloth.ground, cloth.material, R=9, depth=0.35,
          edge=2.5,
          wrinkle=0.2, lift=2)  # fmt: skip
    x, y = (float(v) for v in near[24])
    for end in ((-14, 44), (12, 50)):
        tail = path([(x, y), (x + 0.4 * end[0], y + 20), (x + end[0], y + end[1])])
        layer(canvas, ribbon(tail, 3.4, 4.4), cloth.ground, cloth.material, R=7, depth=0.35, edge=2,
              wrinkle=0.2,
              lift=2)  # fmt: skip
    _bow(canvas, cloth, x, y, 0.95)


def _bow(canvas: Canvas, cloth: Cloth, x: float, y: float, size: float) -> None:
    for s in (1, -1):
        loop = [(x, y), (x + s * 14 * size, y - 11 * size), (x + s * 27 * size, y - 7 * size),
                (x + s * 26 * size, y + 7 * size), (x + s * 12 * size, y + 6 * size)]  # fmt: skip
        crease = [Fold((x, y), (x + s * 21 * size, y - 1), 2, (2, 3.4), 1.5)]
        layer(canvas, loop, cloth.ground, cloth.material, R=9, depth=0.5, edge=4, wrinkle=0.1, lift=2,
              folds=crease)  # fmt: skip
    layer(canvas, disc(x, y, 5 * size), cloth.ground, cloth.material, R=6, depth=0.6, edge=4, wrinkle=0,
          lift=1.6)  # fmt: skip
