"""What trainers stand on and are tied with: rubber soles, laces. Knows profiles, no shoe's upper."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import Array, Canvas, Outline, corners, rgb, ribbon, spline
from demo.studio.light import COTTON, RUBBER, Texture, layer
from demo.studio.trims import Colour, button, plain, stitch

GROUND = 442.0
"""y that all trainers stand on"""


def cup_sole(canvas: Canvas, rubber: Colour, tape: bool) -> None:
    """A court shoe's cup, sewn round; or (tape) a plimsoll's foxing with a coloured line."""
    rise = 4.0 if tape else 0.0
    side = [
        (43, 404 + rise, 1), (74, 406 + rise), (130, 409 + rise), (230, 410 + rise),
        (340, 408 + rise), (424, 404 + rise), (472, 400 + rise, 1), (477, 412), (476, 432),
        (466, GROUND, 1), (300, GROUND + 1), (150, GROUND + 1), (96, GROUND - 1), (64, 434),
        (45, 422), (40, 412),
    ]  # fmt: skip
    foot = spline([(46, 424), (66, 432), (100, 437), (200, 438), (340, 438), (474, 436)], False)
    seams = [(foot, 1.3, 1.4)]
    if not tape:
        seams.append((spline([(42, 416), (80, 419), (200, 421), (340, 420), (476, 412)], False), 1.2, 0.7))
    layer(canvas, side, plain(rubber), RUBBER, R=20, depth=0.32, edge=6, edge_depth=0.7, wrinkle=0,
          lift=2.5, seams=seams, shadow=0.35)  # fmt: skip
    row = np.array([(44, 411), (80, 413), (200, 415.5), (340, 414.5), (474, 406)])
    if tape:
        line = spline([(42, 418), (80, 422), (200, 424), (340, 423), (476, 416)], False)
        layer(canvas, ribbon(line, 1.3), plain("#27324d" if _is_pale(rubber) else "#e9e6dd"), RUBBER,
              R=3, depth=0.1, edge=0, wrinkle=0, lift=0)  # fmt: skip
        bumper = spline([(41, 412), (44, 425), (66, 436), (104, 441), (120, 441), (118, 410), (72, 408)])
        layer(canvas, bumper, plain(rubber), RUBBER, R=12, depth=0.25, edge=3, wrinkle=0, lift=1,
              relief=lambda x, y: 0.8 * np.sin(x * 1.2) * np.sin(y * 1.2))  # fmt: skip
    else:
        stitch(canvas, spline([tuple(p) for p in row], False), "#cbc7bd" if _is_pale(rubber) else "#d9cdb4",
               3.2, 2.0, 0.9, 0.6)  # fmt: skip
    _outsole(canvas, [(62, 434, 1), (98, 438), (200, 439), (340, 439), (470, 438, 1), (465, 446, 1),
                      (300, 446), (140, 446), (92, 443)], rubber)  # fmt: skip


def runner_sole(canvas: Canvas, rubber: Colour) -> None:
    """Foam: thin under the ball, thick and flared at the heel, toe and heel off the ground."""
    foam = [
        (44, 402, 1), (70, 410), (120, 414), (190, 414), (252, 408), (310, 396), (372, 390),
        (430, 388), (472, 380, 1), (482, 394), (486, 414), (478, 432), (456, 441), (380, 442),
        (300, 440), (230, 442), (140, 441), (90, 435), (58, 422), (42, 410),
    ]  # fmt: skip
    swoop = spline([(58, 421), (130, 428), (220, 426), (290, 414), (360, 408), (484, 410)], False)
    channel = spline([(300, 428), (370, 424), (484, 424)], False)
    layer(canvas, foam, plain(rubber), RUBBER, R=26, depth=0.42, edge=8, edge_depth=0.8, wrinkle=0,
          lift=2.5, seams=[(swoop, 2.2, 1.8), (channel, 1.8, 1.2)], shadow=0.35)  # fmt: skip
    _outsole(canvas, [(52, 420, 1), (88, 433), (140, 438), (230, 439), (262, 437, 1), (258, 446),
                      (200, 447), (130, 447), (84, 441)], rubber)  # fmt: skip
    _outsole(canvas, [(322, 437, 1), (400, 438), (456, 436), (482, 424, 1), (478, 438), (456, 447),
                      (400, 448), (330, 447)], rubber)  # fmt: skip


def lacing(canvas: Canvas, stay: np.ndarray, tone: Colour, count: int) -> None:
    """Flat cords from the eyelets along `stay` (low to high, [n, 2]) over the throat, with a bow."""
    cord = _flat_cord(tone)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(stay, axis=0), axis=1))]
    for i in range(count):
        s = run[-1] * (0.04 + 0.90 * i / (count - 1))
        at, ahead = (np.array([np.interp(t, run, stay[:, k]) for k in (0, 1)]) for t in (s, s + 6))
        along = (ahead - at) / (np.linalg.norm(ahead - at) + 1e-6)
        across = np.array([along[1], -along[0]])
        eye = at - across * 9
        over = at + across * 17 + along * 7
        bend = at + across * 5 + along * 1
        button(canvas, float(eye[0]), float(eye[1]), 2.3, "#55565a", metal=True)
        layer(canvas, ribbon(spline([tuple(eye), tuple(bend), tuple(over)], False), 3.4, 2.6), cord, COTTON,
              R=6, depth=0.4, edge=2.4, wrinkle=0, lift=2, shadow=0.5,
              uv=(float(at[0]), float(at[1]), 40))  # fmt: skip
    x, y = (float(v) for v in stay[-1] + [-4, -2])
    sway = canvas.rng.uniform(-3, 3)
    for loop in (
        [(x, y), (x - 15, y + 3), (x - 27, y + 17 + sway), (x - 23, y + 25 + sway), (x - 10, y + 13), (x, y)],
        [(x, y), (x + 20, y + 4), (x + 36, y + 20 - sway), (x + 32, y + 29 - sway), (x + 14, y + 16), (x, y)],
        [(x, y), (x - 4, y + 16), (x - 12, y + 37 + sway)],
        [(x, y), (x + 10, y + 18), (x + 13, y + 42)],
    ):  # fmt: skip
        layer(canvas, ribbon(spline(loop, False), 2.2), cord, COTTON, R=5, depth=0.45, edge=2,
              wrinkle=0, lift=2.4, shadow=0.5, uv=(0, 0, 20))  # fmt: skip
    knot = [(x - 5, y - 3), (x + 4, y - 4), (x + 6, y + 4), (x - 4, y + 5)]
    layer(canvas, knot, cord, COTTON, R=5, depth=0.5, edge=3, wrinkle=0, lift=2.5)


def _outsole(canvas: Canvas, outline: Outline, rubber: Colour) -> None:
    tone = {"#b98a58": "#8a6238", "#26262a": "#1b1b1e"}.get(str(rubber), "#c9c4b8")
    layer(canvas, outline, plain(tone), RUBBER, R=8, depth=0.3, edge=2, wrinkle=0, lift=0,
          clip=corners((0, 410), (512, 410), (512, 480), (0, 480)),
          relief=lambda x, y: 0.4 * np.sin(x * 0.6))  # fmt: skip


def _is_pale(rubber: Colour) -> bool:
    return float(rgb(rubber).mean()) > 0.5


def _flat_cord(tone: Colour) -> Texture:
    base = plain(tone)

    def woven(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        ply = np.abs(np.sin(np.pi * (u + v) / 2.4)) ** 0.5
        return albedo * (0.86 + 0.14 * ply)[..., None], 0.3 * ply

    return woven
