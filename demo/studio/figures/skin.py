"""Skin, base layer and hair in the studio's light. Knows what a view shows, not how it was sculpted."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from demo.fitting.figures import PARTS
from demo.studio.canvas import rgb, smoothstep
from demo.studio.figures.body import Solid
from demo.studio.figures.fields import F32, Array
from demo.studio.figures.hair import HairStyle, grain, hairline, run
from demo.studio.figures.skeleton import SIDES
from demo.studio.figures.trace import View

KEY, FILL, SKY = (-0.74, 0.50, 0.62), (0.75, 0.15, 0.60), (0.0, 0.90, 0.50)
"""the studio's lamps (see `light.shade`): right, up, towards the camera"""
WRAP = np.array([0.62, 0.44, 0.36], F32)
"""how far light creeps round into the shade, per channel: red travels farthest under the skin"""
HALF = np.array([-0.33, 0.32, 0.90], F32) / F32(1.011)
"""where highlights come from"""
STUBBLE = {"shaved": 0.48, "cropped": 0.88}
"""cuts through which skin shows -> how much of them is hair"""
CLOSE = ("shaved", "cropped", "short", "curly", "bun", "ponytail")
"""cuts that end at the hairline"""


@dataclass(frozen=True)
class Tone:
    """A skin tone: its colour in flat light and how it blushes."""

    name: str
    hex: str
    blush: tuple[float, float, float]
    """factor on the linear channels where blood shows: knees, knuckles, cheeks"""
    gloss: float


TONES = {
    tone.name: tone
    for tone in (
        Tone("fair", "#ecccb8", (1.02, 0.86, 0.84), 0.028),
        Tone("light", "#d6a988", (1.02, 0.87, 0.84), 0.032),
        Tone("tan", "#ae8059", (1.03, 0.88, 0.84), 0.036),
        Tone("brown", "#80563d", (1.04, 0.87, 0.83), 0.046),
        Tone("deep", "#50352a", (1.06, 0.88, 0.86), 0.056),
    )
}


def lamp(normal: Array, way: tuple[float, float, float], wrap: np.ndarray) -> Array:
    """Light of one lamp, [h, w, 3]; 1 where skin faces the camera would get its share."""
    way_unit = np.asarray(way, F32) / np.linalg.norm(way)
    facing = (normal @ way_unit.astype(F32))[..., None]
    return np.maximum(0, (facing + wrap) / (1 + wrap)) / ((way_unit[2] + wrap) / (1 + wrap))


def cast_shadow(view: View) -> Array:
    """How much of the key light is blocked by what stands nearer to it, 0..1 [h, w], soft."""
    solid = view.label > 0
    depth = np.where(solid, view.depth, -60).astype(F32)
    size = depth.shape[::-1]
    flat = np.hypot(KEY[0], KEY[1])
    blocked = np.zeros_like(depth)
    for distance in (0.5, 0.9, 1.5, 2.4, 3.6, 5.2, 7.5, 10.5):
        step = distance * view.scale
        shift = np.array([[1, 0, -KEY[0] / flat * step], [0, 1, KEY[1] / flat * step]], F32)
        toward = cv2.warpAffine(depth, shift, size, borderValue=-60)
        rise = KEY[2] / flat * distance
        above = toward - depth - rise
        gate = smoothstep(0, 0.25 + 0.22 * distance, above) * (1 - smoothstep(6, 12, above))
        soft = cv2.GaussianBlur(gate.astype(F32), (0, 0), (0.10 + 0.10 * distance) * view.scale)
        blocked = np.maximum(blocked, soft * (1 - distance / 14))
    return blocked


def lit(view: View, person: Solid, tone: Tone, style: HairStyle) -> Array:
    """Premultiplied linear colour and alpha [h, w, 4]."""
    hair = (view.label == PARTS.index("hair"))[..., None]
    albedo, gloss = painted(view, person, tone, style)
    normal = view.normal
    shadow = cast_shadow(view)[..., None]
    ambient = np.power(view.open[..., None], np.array([0.75, 1.0, 1.08], F32))
    wrap = np.where(hair, F32(0.35), WRAP)
    key, fill, sky = (lamp(normal, way, wrap) for way in (KEY, FILL, SKY))
    dim = 1 - shadow * np.array([0.50, 0.60, 0.64], F32)
    light = 0.17 * ambient + 0.58 * key * dim * (0.45 + 0.55 * ambient)
    light += (0.13 * fill + 0.12 * sky) * ambient
    colour = albedo * np.power(light, 0.95)
    glint = np.clip(normal @ HALF, 0, 1)
    sheen = np.where(hair[..., 0], 0.8 * glint**14, 0.55 * glint**9 + 0.7 * glint**30)
    colour += (gloss * sheen)[..., None] * ambient * (1 - 0.7 * shadow)
    rim = np.square(1 - np.clip(normal[..., 2], 0, 1))[..., None]
    colour += rim * (0.10 * albedo + np.where(hair, F32(0.012), 0)) * ambient
    # Samples that the outline only covers in part take their colour from their neighbours.
    spread = (view.label > 0).astype(F32)
    near = cv2.GaussianBlur(colour * spread[..., None], (0, 0), 1.2)
    near /= cv2.GaussianBlur(spread, (0, 0), 1.2)[..., None] + F32(1e-4)
    colour = np.where(spread[..., None] > 0, colour, near)
    return np.dstack([colour * view.coverage[..., None], view.coverage]).astype(F32)


def painted(view: View, person: Solid, tone: Tone, style: HairStyle) -> tuple[Array, Array]:
    """Colour of each place in flat light [h, w, 3], and how much it shines [h, w]."""
    skin = rgb(tone.hex)
    solid = view.label > 0
    places = view.place[solid]
    labels = view.label[solid]
    albedo = np.broadcast_to(skin, places.shape).copy()
    warm = blush(places, labels, person)[:, None]
    albedo *= 1 + warm * (np.array(tone.blush, F32) - 1)
    gloss = np.full(len(places), tone.gloss, F32)
    cloth = base_layer(places, labels, person)
    covered = smoothstep(-0.07, 0.07, cloth).astype(F32)
    hem = np.exp(-np.square((cloth - 0.5) / 0.16)) + 0.8 * np.exp(-np.square(cloth / 0.12))
    fabric = (0.80 * skin + 0.15 * skin.mean() + 0.02) * (1 - 0.10 * hem.astype(F32))[:, None]
    albedo += covered[:, None] * (fabric - albedo)
    gloss *= 1 - 0.75 * covered
    hair = labels == PARTS.index("hair")
    if hair.any():
        albedo[hair], gloss[hair] = grown(places[hair], person, skin, style)
    flat, shine = np.zeros(view.place.shape, F32), np.zeros(view.label.shape, F32)
    flat[solid], shine[solid] = albedo, gloss
    return flat, shine


def grown(places: Array, person: Solid, skin: Array, style: HairStyle) -> tuple[Array, Array]:
    """Colour [n, 3] and shine [n] of places on the hair."""
    q = person.skeleton.head.into(places)
    across, along = run(q, style)
    fine = grain(71, (1.3, 40), across, along, 16)
    broad = grain(72, (5, 60), across, along, 12)
    strands = 1 + (0.16 * fine + 0.14 * broad) * (1 - 0.5 * style.curl)
    colour = rgb(style.colour) * np.clip(strands, 0.5, 1.6)[:, None]
    if style.cut in CLOSE:  # near the hairline, and all over a shaved head, skin shows through
        inside = np.where(q[:, 2] < -7, F32(9), hairline(q))
        soft = 1.6 if style.cut in STUBBLE else 0.9
        show = 0.7 * smoothstep(-0.4, 0.25 * soft, inside) + 0.3 * smoothstep(0.0, soft, inside)
        show = show * STUBBLE.get(style.cut, 1.0)
        colour = skin + (colour - skin) * show[:, None]
    shine = np.clip(0.05 + 0.05 * broad, 0.01, 0.2) * (1 - 0.75 * style.curl)
    if style.cut in STUBBLE:
        shine = shine * 0.35
    return colour, shine


def blush(places: Array, labels: np.ndarray, person: Solid) -> Array:
    """Where blood shows, 0..1 [n]: cheeks, nose, knuckles, elbows, knees, toes."""
    j, head = person.skeleton.joints, person.skeleton.head
    spots = [(head.at(side * 4.3, -3.0, 5.6), 2.2, 0.55) for side in (1, -1)]
    spots += [(head.at(0, -3.6, 8.8), 1.3, 0.45)]
    spots += [(head.at(side * 7.2, -0.7, -1.0), 1.8, 0.35) for side in (1, -1)]
    for side in SIDES:
        hand, foot = person.skeleton.hands[side], person.skeleton.feet[side]
        spots += [
            (j[f"elbow_{side}"], 4.0, 0.40), (j[f"knee_{side}"] + np.array([0, 0, 4.5]), 4.2, 0.55),
            (hand.at(0, 14.0, -2.0), 5.0, 0.55), (hand.at(0, 9.3, 0.8), 2.6, 0.35),
            (foot.at(-0.5, 1.0, 17.0), 4.0, 0.60), (foot.at(0, 2.0, -4.0), 3.0, 0.4),
        ]  # fmt: skip
    warm = np.zeros(len(places), F32)
    for at, sigma, strength in spots:
        square = np.square(places - np.asarray(at, F32)).sum(1)
        warm = np.maximum(warm, F32(strength) * np.exp(square * F32(-1 / sigma**2)))
    return warm


def base_layer(places: Array, labels: np.ndarray, person: Solid) -> Array:
    """How far inside the hems of the plain base layer each place lies (cm, negative: bare) [n]."""
    skeleton = person.skeleton
    m = skeleton.measures
    q = skeleton.spine.into(places)
    x, y = np.abs(q[:, 0]), q[:, 1]
    trunk = labels == PARTS.index("torso")
    legs = np.isin(labels, [PARTS.index(f"thigh_{side}") for side in SIDES])
    if m.gender == "men":
        share = np.full(len(places), -9.0, F32)
        for side in SIDES:
            hip, knee = skeleton.joints[f"hip_{side}"], skeleton.joints[f"knee_{side}"]
            own = labels == PARTS.index(f"thigh_{side}")
            run_down = (knee - hip) / m.thigh
            share[own] = 0.33 * m.thigh - (places[own] - hip) @ run_down
        low = np.where(legs, share, np.where(trunk, 9.0, -9.0))
        return np.minimum(low, m.hip_y + 5.5 - 0.004 * x * x - y)
    briefs = np.minimum(y - (m.hip_y - 8.0) - np.maximum(x - 2.6, 0) * 0.80, m.hip_y + 6.5 - y)
    briefs = np.where(trunk | legs, briefs, -9)
    dip = 1.3 * np.exp(-np.square(x / 3.2))
    top = np.minimum(131.3 - dip - 0.02 * x - y, y - 117.6)
    return np.maximum(briefs, np.where(trunk, top, -9))
