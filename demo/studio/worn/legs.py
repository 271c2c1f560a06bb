"""Trousers and shorts on legs: where each point of a worn leg lies on the flat one. Draws nothing."""

from __future__ import annotations

import numpy as np

from demo.studio.canvas import Canvas
from demo.studio.design import Colourway
from demo.studio.worn.body import SIDES, SIGN, Body
from demo.studio.worn.laid import Laid, Pins
from demo.studio.worn.trunk import EASE, Marks


def lay_legs(colourway: Colourway, flat: Canvas, body: Body) -> Laid:
    """Trousers or shorts: a map for each leg, and one for the waistband."""
    at = {name: np.array(place) for name, place in flat.landmarks.items()}
    ease = EASE.get(colourway.fit, 5.0) * 0.7
    scale = (body.hips + 2 * ease) / float(at["hip_left"][0] - at["hip_right"][0])
    crotch = body.level("crotch") + 3 + ease
    middle, waist_y = (at["waist_left"] + at["waist_right"]) / 2
    rise = float(at["crotch"][1] - waist_y)
    waist, hip = body.level("waist"), body.level("hip")
    top = float(np.clip(crotch - rise * scale, waist, 0.55 * waist + 0.45 * hip))
    hip_y = top + float(at["hip_left"][1] - waist_y) / rise * (crotch - top)
    shared = Pins()
    shared.pin((middle, waist_y), (float(body.centre_at(top)), top))
    shared.pin(at["crotch"], (body.edge("crotch")[0], crotch))
    cuffs = [at[f"cuff_{edge}_{side}"][1] for edge in ("outer", "inner") for side in SIDES]
    full = np.mean([_ground(body, side) for side in SIDES]) - crotch
    share = float((np.mean(cuffs) - at["crotch"][1]) * scale / full)
    if "knee_outer_left" in at:
        share = 1.0 if share > 0.84 else share
    seat: dict[str, Pins] = {}
    legs: dict[str, Pins] = {}
    for side in SIDES:
        seat[side] = Pins()
        for name, level, room in (("waist", top, 2.0), ("hip", hip_y, ease)):
            edge = float(body.side_at(level, side)) + SIGN[side] * room
            seat[side].pin(at[f"{name}_{side}"], (edge, level))
        legs[side] = _leg(side, at, body, scale, ease, crotch, share)
    everything = shared.with_all(*seat.values(), *legs.values())
    maps = {f"leg_{side}": shared.with_all(seat[side], legs[side]).back() for side in SIDES}
    return Laid(scale, {"": everything.back(0.01), **maps}, everything.worn)


def _ground(body: Body, side: str) -> float:
    """Height of the hem of a full-length leg."""
    return float(body.joint(f"ankle_{side}")[1]) + 0.5 * body.figure.half_widths["ankle"]


def _leg(
    side: str, at: Marks, body: Body, scale: float, ease: float, crotch: float, share: float
) -> Pins:
    """Both edges of one leg at the knee, where it reaches it, and at the hem.

    share: how far down the leg the hem is; 1 is full length.
    """
    half = body.figure.half_widths
    hip, knee, ankle = (body.joint(f"{n}_{side}") for n in ("hip", "knee", "ankle"))
    outer, inner = at[f"cuff_outer_{side}"], at[f"cuff_inner_{side}"]
    low = crotch + share * (_ground(body, side) - crotch)
    joints = np.array([hip, knee, ankle])
    levels = [
        hip[1] + 0.45 * (knee[1] - hip[1]), knee[1], knee[1] + 0.35 * (ankle - knee)[1], ankle[1],
    ]  # fmt: skip
    widths = [half[name] for name in ("thigh", "knee", "calf", "ankle")]
    pins = Pins()

    def pin_edges(flat_outer: np.ndarray, flat_inner: np.ndarray, level: float) -> None:
        centre = float(np.interp(level, joints[:, 1], joints[:, 0]))
        own = 0.92 * scale * abs(flat_outer[0] - flat_inner[0]) / 2
        wide = SIGN[side] * max(float(np.interp(level, levels, widths)) + ease, own)
        pins.pin(flat_outer, (centre + wide, level))
        pins.pin(flat_inner, (centre - wide, level))

    if f"knee_outer_{side}" in at:
        pin_edges(at[f"knee_outer_{side}"], at[f"knee_inner_{side}"], float(knee[1]))
    pin_edges(outer, inner, low)
    return pins
