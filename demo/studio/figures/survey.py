"""Measures a posed person in its picture: joints, contour, half-widths. All from the solid itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from demo.studio.figures import feet, hands, head
from demo.studio.figures.body import Solid
from demo.studio.figures.fields import F32, Shape, union, unit
from demo.studio.figures.skeleton import SIDES
from demo.studio.figures.trace import LOOK, Camera

Points = dict[str, tuple[float, float]]
STEP = 0.1
"""cm between look-ups"""
DEEP = np.arange(-22, 26, 0.8)
"""depths at which a contour is looked for (cm)"""


def joints(solid: Solid, camera: Camera) -> Points:
    """Where the bones meet, in pixels."""
    skeleton = solid.skeleton
    found = dict(skeleton.joints)
    found["waist"] = skeleton.spine.outof(np.array([[0, waist_level(solid), 0]]))[0]
    for name in SIDES:
        found |= hands.landmarks(skeleton, name) | feet.landmarks(skeleton, name)
    return {name: _pixel(camera, p) for name, p in found.items()}


def outline(solid: Solid, camera: Camera) -> Points:
    """Points on the contour of trunk and neck, in pixels."""
    skeleton = solid.skeleton
    m, spine = skeleton.measures, skeleton.spine
    scale = m.height / 175
    bare = solid.trunk_and_legs()
    hip_levels = np.arange(m.hip_y - 4 * scale, m.hip_y + 6 * scale, 0.5)
    hip = max(hip_levels, key=lambda y: sum(_edge(solid, bare, y, s) for s in (1, -1)))
    levels = {
        "neck": m.neck_y + 4.6 * scale,
        "armpit": m.shoulder_y - 9.0 * scale,
        "chest": (126 if m.gender == "women" else 133),
        "waist": waist_level(solid),
        "hip": hip,
    }
    found = {}
    for name, y in levels.items():
        for side_name, side in SIDES.items():
            x = _edge(solid, bare, y, side)
            found[f"{name}_{side_name}"] = spine.outof(np.array([[side * x, y, -1.0]]))[0]
    for name, side in SIDES.items():
        start = skeleton.joints[f"shoulder_{name}"]
        slope = spine.outof(np.array([[0, 0, 0], [side * 0.80, 0.60, 0]]))
        way = unit(slope[1] - slope[0])
        far = _reach(solid.skin, start, way)
        found[f"shoulder_{name}"] = start + way * F32(far)
    found["crotch"] = _crotch(solid)
    return {name: _pixel(camera, p) for name, p in found.items()}


def waist_level(solid: Solid) -> float:
    """Height in the trunk's space where it is narrowest."""
    m = solid.skeleton.measures
    span = m.neck_y - m.hip_y
    levels = np.arange(m.hip_y + 0.25 * span, m.hip_y + 0.55 * span, 0.5)
    shapes = solid.parts["torso"]
    return float(min(levels, key=lambda y: sum(_edge(solid, shapes, y, s) for s in (1, -1))))


def half_widths(solid: Solid, camera: Camera) -> dict[str, float]:
    """Of the limbs square to their bones, mean of both sides, in pixels."""
    spans = {
        "upper_arm": ("upper_arm", "shoulder", "elbow", 0.45),
        "elbow": ("upper_arm", "shoulder", "elbow", 0.97),
        "forearm": ("forearm", "elbow", "wrist", 0.25),
        "wrist": ("forearm", "elbow", "wrist", 0.97),
        "thigh": ("thigh", "hip", "knee", 0.30),
        "knee": ("thigh", "hip", "knee", 0.98),
        "calf": ("calf", "knee", "ankle", 0.28),
        "ankle": ("calf", "knee", "ankle", 0.88),
    }
    found = {}
    j = solid.skeleton.joints
    for name, (part, start, end, share) in spans.items():
        widths = []
        for side in SIDES:
            a, b = j[f"{start}_{side}"], j[f"{end}_{side}"]
            at = a + (b - a) * F32(share)
            run = LOOK @ unit(b - a)
            across = LOOK.T @ unit([-run[1], run[0], 0])
            shapes = solid.parts[f"{part}_{side}"]
            widths.append((_reach(shapes, at, across) + _reach(shapes, at, -across)) / 2)
        found[name] = float(np.mean(widths)) * camera.scale
    seat = solid.skeleton.head
    brow = seat.at(0, head.BROW + 1.2, 0)
    shapes = solid.parts["head"]
    across = seat.axes[0]
    found["head"] = (
        (_reach(shapes, brow, across) + _reach(shapes, brow, -across)) / 2 * camera.scale
    )
    return {name: round(width, 2) for name, width in found.items()}


def _pixel(camera: Camera, p: np.ndarray) -> tuple[float, float]:
    x, y = camera.pixel(np.asarray(p)[None])[0]
    return round(float(x), 2), round(float(y), 2)


def _reach(shapes: Sequence[Shape], start: np.ndarray, way: np.ndarray) -> float:
    """How far the contour that the camera sees lies from `start` in a direction (cm)."""
    steps = np.arange(0, 26, STEP)
    grid = start + steps[:, None, None] * way + DEEP[None, :, None] * LOOK[2]
    inside = union(shapes, grid.reshape(-1, 3).astype(F32)).reshape(len(steps), -1).min(1) < 0
    outside = np.flatnonzero(~inside)
    return float(steps[outside[0]]) - STEP / 2 if len(outside) else float(steps[-1])


def _edge(solid: Solid, shapes: Sequence[Shape], y: float, side: int) -> float:
    """Half-width of the contour at a height of the trunk's space, on one side (cm)."""
    steps = np.arange(2, 32, 0.2)
    x, z = np.meshgrid(side * steps, DEEP, indexing="ij")
    q = np.stack([x, np.full_like(x, y), z], -1).reshape(-1, 3)
    p = solid.skeleton.spine.outof(q).astype(F32)
    inside = union(shapes, p).reshape(x.shape).min(1) < 0
    outside = np.flatnonzero(~inside)
    return float(steps[outside[0]]) - 0.1 if len(outside) else float(steps[-1])


def _crotch(solid: Solid) -> np.ndarray:
    """Where the trunk ends between the legs, in the world."""
    m = solid.skeleton.measures
    levels = np.arange(m.hip_y, m.hip_y - 16, -STEP)
    q = np.stack([np.zeros_like(levels), levels, np.full_like(levels, 1.0)], 1)
    p = solid.skeleton.spine.outof(q)
    inside = union(solid.parts["torso"], p.astype(F32)) < 0
    return p[np.flatnonzero(inside)[-1]]
