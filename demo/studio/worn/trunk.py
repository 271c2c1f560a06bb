"""Tops, dresses and skirts on the trunk: where each point of them lies on the flat one. Draws nothing."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.worn.arms import Sleeve
from demo.studio.worn.body import SIDES, SIGN, Body
from demo.studio.worn.flat import extents
from demo.studio.worn.laid import Laid, Pins
from demo.studio.worn.plane import Map

EASE = {"slim": 2.0, "regular": 5.0, "relaxed": 10.0}
"""fit -> pixels between body and cloth at the least"""
ROOM = {"slim": 1.03, "regular": 1.08, "relaxed": 1.16}
"""fit -> width of an upper garment at the armpits, as a share of the body's"""
HANGS = {
    "cropped": ("waist", -0.20, 0.25, "hip"), "mini": ("crotch", 0.10, 0.34, "knee"),
    "regular": ("waist", 0.62, 1.02, "crotch"), "knee": ("knee", -0.12, 0.10, "ankle"),
    "long": ("crotch", 0.02, 0.42, "knee"), "midi": ("knee", 0.35, 0.62, "ankle"),
    "maxi": ("knee", 0.84, 0.97, "ankle"),
}  # fmt: skip
"""length -> where a hem may end: from a level, at least and at most these shares of the way to another"""
TRUNK = ("body", "skirt", "waistband", "collar")
EVEN = 1.2
"""how many times more a garment may be stretched above its waist than below, or less"""
Marks = dict[str, np.ndarray]
"""landmark of the flat garment -> where it lies, world units"""


def hem_level(colourway: Colourway, natural: float, body: Body) -> float:
    """Height of the hem: where the cut would end, but no shorter or longer than its length says."""
    if colourway.length not in HANGS:
        return natural
    start, least, most, end = HANGS[colourway.length]
    a, b = body.level(start), body.level(end)
    return float(np.clip(natural, a + least * (b - a), a + most * (b - a)))


def lay_upper(colourway: Colourway, flat: Canvas, body: Body) -> Laid:
    """A top, a jacket or a dress."""
    at = {name: np.array(place) for name, place in flat.landmarks.items()}
    ease, room = EASE.get(colourway.fit, 5.0), ROOM.get(colourway.fit, 1.08)
    if colourway.category == "outerwear":
        ease, room = ease + 4, room + 0.05
    wide = float(at["armpit_left"][0] - at["armpit_right"][0])
    scale = body.chest * room / wide
    middle = (at["armpit_left"] + at["armpit_right"]) / 2
    pit = body.level("armpit") + 4 + ease
    pins, holes = Pins(), {}
    for side in SIDES:
        holes[side] = _pin_shoulder(pins, side, at, body, middle, pit, scale, ease)
    hem = float(np.mean([at[f"hem_{side}"][1] for side in SIDES]))
    low = hem_level(colourway, pit + (hem - middle[1]) * scale, body)
    down = [(middle[1], pit), (hem, low)]
    if "waist_left" in at and low > body.level("waist") + 30:
        waist = float(at["waist_left"][1] + at["waist_right"][1]) / 2
        if middle[1] + 20 < waist < hem - 20:
            down.insert(1, (waist, _even(waist, body.level("waist"), *down)))
    _pin_collar(pins, at, body, middle, scale, down)
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        y = middle[1] + share * (hem - middle[1])
        level = float(np.interp(y, *zip(*down, strict=True)))
        _pin_level(
            pins, body, y, extents(flat, min(y, hem - 3), TRUNK), level, scale, ease, middle[0]
        )
    trunk = pins.back()
    maps: dict[str, Map] = {"": trunk}
    nears, reach = {}, list(pins.worn)
    for side in SIDES:
        if f"cuff_outer_{side}" in at:
            sleeve = Sleeve(side, at, flat, body, trunk, *holes[side], scale, ease)
            maps[sleeve.name], nears[sleeve.name] = sleeve.back, sleeve.near
            reach += [body.joint(f"elbow_{side}"), body.joint(f"wrist_{side}")]
    return Laid(scale, maps, reach, nears)


def _pin_shoulder(
    pins: Pins, side: str, at: Marks, body: Body, middle: np.ndarray, pit: float, scale: float,
    ease: float,
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """Pin neck, shoulder and armpit of one side; gives where the armhole's upper and lower end lie."""
    sign, sleeved = SIGN[side], f"cuff_outer_{side}" in at
    neck, tip = body.edge(f"neck_{side}"), body.shoulder_tip(side)
    shoulder, own_pit = at.get(f"shoulder_{side}"), at[f"armpit_{side}"]
    centre = float(body.centre_at(pit))
    half = max(
        sign * (body.edge(f"armpit_{side}")[0] - centre) + ease,
        sign * (own_pit[0] - middle[0]) * scale * 0.98,
    )
    under = np.array([centre + sign * half, pit])
    pins.pin(own_pit, under)
    if shoulder is None:
        return tip, under
    if sleeved:  # set-in sleeves begin at the shoulder's tip
        end = np.array([tip[0] + sign * 0.5 * ease, tip[1] - 3])
        pins.pin((shoulder + own_pit) / 2, (end + under) / 2)
    else:
        x = float(body.centre_at(neck[1])) + (shoulder[0] - middle[0]) * scale
        x = sign * np.clip(sign * x, sign * (neck[0] + sign * 6), sign * tip[0])
        end = np.array([x, body.shoulder_y(x, side) - 2])
    pins.pin(shoulder, end)
    if f"neck_{side}" in at:
        own = at[f"neck_{side}"]
        base = float(body.centre_at(neck[1]))
        x = base + (own[0] - middle[0]) / (shoulder[0] - middle[0]) * (end[0] - base)
        x = sign * max(sign * x, sign * neck[0] + 1)
        pins.pin(own, (x, body.shoulder_y(x, side) - 3))
    return end, under


def _even(waist: float, level: float, top: tuple[float, float], low: tuple[float, float]) -> float:
    """Where the flat height of a waist comes to lie: at the body's `level`, unless a pattern would be seen

    to change its scale there. top, low: flat and worn heights between which it lies.
    """
    above, below = waist - top[0], low[0] - waist
    long = low[1] - top[1]
    least, most = (long * above * by / (above * by + below) for by in (1 / EVEN, EVEN))
    return float(np.clip(level, top[1] + least, top[1] + most))


def _pin_collar(
    pins: Pins, at: Marks, body: Body, middle: np.ndarray, scale: float,
    down: list[tuple[float, float]],
) -> None:  # fmt: skip
    """Pin the neckline's lowest point: as deep as it is cut, and as all is there once it is low.

    down: flat and worn heights of the armpits and of what is below.
    """
    if "collar" not in at:
        return
    own, (first, pit) = at["collar"], down[0]
    y = pit + (own[1] - middle[1]) * scale
    if "neck_left" in at:
        necks = [
            i for i, f in enumerate(pins.flat) for s in SIDES if np.array_equal(f, at[f"neck_{s}"])
        ]
        top = float(np.mean([pins.worn[i][1] for i in necks]))
        start = float(at["neck_left"][1] + at["neck_right"][1]) / 2
        y = top + (own[1] - start) * scale
        share = float(np.clip((own[1] - start) / max(first - start, 1.0), 0, 1))
        even = float(np.interp(own[1], *zip((start, top), *down, strict=True)))
        y = (1 - share) * y + share * even
    pins.pin(own, (float(body.centre_at(y)) + (own[0] - middle[0]) * scale, y))


def lay_skirt(colourway: Colourway, flat: Canvas, body: Body) -> Laid:
    """A skirt, from the waist down."""
    at = {name: np.array(place) for name, place in flat.landmarks.items()}
    ease = 2.0
    waist, hem = (float(np.mean([at[f"{n}_{s}"][1] for s in SIDES])) for n in ("waist", "hem"))
    middle = float(at["waist_left"][0] + at["waist_right"][0]) / 2
    top = body.level("waist") + 4
    width = float(at["waist_left"][0] - at["waist_right"][0])
    own = float(body.side_at(top, "left") - body.side_at(top, "right"))
    scale = (own + 2 * ease) / width
    low = hem_level(colourway, top + (hem - waist) * scale, body)
    pins = Pins()
    for share in (0.0, 0.18, 0.36, 0.58, 0.8, 1.0):
        y = waist + share * (hem - waist)
        ends = extents(flat, float(np.clip(y, waist + 3, hem - 3)), ("skirt", "waistband"))
        _pin_level(pins, body, y, ends, top + share * (low - top), scale, ease, middle)
    return Laid(scale, {"": pins.back()}, pins.worn)


def _pin_level(
    pins: Pins, body: Body, y: float, ends: tuple[float, float], level: float, scale: float,
    ease: float, middle: float,
) -> None:  # fmt: skip
    """Both edges and the middle of a trunk or skirt at one height: no narrower than the body."""
    centre = float(body.centre_at(level))
    for sign, end in ((-1, ends[0]), (1, ends[1])):
        side = "left" if sign == 1 else "right"
        own = sign * (float(body.side_at(level, side)) - centre) + ease
        pins.pin((end, y), (centre + sign * max(own, sign * (end - middle) * scale), level))
    pins.pin((middle, y), (centre, level))
