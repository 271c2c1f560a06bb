"""Cloth that falls from a waist: flared, gathered or pleated, with a curved hem and its inner back.

Knows how a skirt hangs; not which garment it belongs to, nor what it is made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d

from demo.studio.canvas import CX, F32, Canvas, Outline, smoothstep
from demo.studio.folds import Fold
from demo.studio.garments.flutes import (
    Flutes,
    pleat_drop,
    pleat_form,
    pleat_phase,
    swing,
)
from demo.studio.garments.marks import mark_both
from demo.studio.light import Field, Texture, layer
from demo.studio.materials import COTTON, Material
from demo.studio.trims import Colour, stitch


@dataclass(frozen=True)
class Fall:
    """A skirt's shape: half-widths and heights in world units."""

    top: float
    """y of the waist seam"""
    waist: float
    hip: float
    """half-width where the hip is widest"""
    hem: float
    bottom: float
    """y of the hem's lowest point"""
    flutes: float = 9.0
    """how many soft folds stand side by side at the hem"""
    depth: float = 7.0
    """how far these stand out"""
    start: float = 0.25
    """share of the height at which they begin, 0 where cloth is gathered into the seam"""
    pleats: str = ""
    """"knife", "box", "sunray" (opening from nothing at the waist) or none"""
    pleat_count: int = 17
    yoke: float = 0.0
    """share of the height above which cloth is flat, pleats and folds beginning at its seam"""
    tiers: tuple[float, ...] = ()
    """shares of the height at which a gathered tier is sewn on"""
    profile: tuple[tuple[float, float], ...] = ()
    """(share of the height, half-width) from top to hem, where waist, hip and hem don't say it"""
    sag: float = 12.0
    """how much higher the hem is at the sides than in the middle"""
    sag_power: float = 2.0
    """2 is a bow; above, the hem runs level and turns up near the sides"""
    high: float = 0.0
    """how far the hem is cut up towards one side: right if positive"""
    hip_below: float = 78.0
    """how far below the waist the hip is widest, at most"""
    lean: float = 0.0
    """the hem's height difference between left and right"""

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def half_width(self, y: np.ndarray | float) -> np.ndarray:
        """Silhouette half-width at a height, smooth from waist over hip to hem."""
        t = np.clip((np.asarray(y, float) - self.top) / self.height, 0, 1.1)
        return np.interp(t, SPAN, silhouette(self))

    def hem_y(self, lane: np.ndarray) -> np.ndarray:
        """The cut of the hem at lane -1..1, before folds lift it."""
        rise = self.sag * np.abs(lane) ** self.sag_power
        cut = np.clip(0.35 + 0.65 * lane * np.sign(self.high), 0, 1) ** 1.6
        return self.bottom - rise + self.lean * lane - abs(self.high) * cut


SPAN = np.linspace(0, 1.1, 221)
SHEER = 0.38
"""how much of a long chiffon skirt's front is seen through"""


@lru_cache(maxsize=64)
def silhouette(fall: Fall) -> np.ndarray:
    """Half-widths at the shares `SPAN` of the height, [221]."""
    if fall.profile:
        shares, widths = map(list, zip(*fall.profile, strict=True))
    else:
        hip_at = min(0.42, fall.hip_below / fall.height)
        shares = [0.0, hip_at, hip_at + 0.25 * (1 - hip_at), 1.0]
        widths = [fall.waist, fall.hip, fall.hip + 0.24 * (fall.hem - fall.hip), fall.hem]
    if fall.start > 0.15 and fall.height > 120:  # uncut at the waist: it bends softly there
        ease = 12 / fall.height
        bend = widths[0] + 0.35 * ease / shares[1] * (widths[1] - widths[0])
        shares, widths = [0.0, ease, *shares[1:]], [widths[0], bend, *widths[1:]]
    curve = PchipInterpolator(
        [*shares, 1.1], [*widths, widths[-1] + 0.1 * (widths[-1] - widths[-2])]
    )
    width = np.pad(curve(SPAN), 40, mode="reflect", reflect_type="odd")
    width = gaussian_filter1d(width, min(12.0, 1700 / fall.height))[40:-40]  # a hip has no corner
    for seam in fall.tiers:  # gathered cloth springs out below its seam
        below = SPAN - seam
        width = width + 3.5 * smoothstep(0, 0.06, below) - 1.5 * np.exp(-((below / 0.02) ** 2))
    return width


def hem_line(fall: Fall, flutes: Flutes, inset: float = 0.0) -> np.ndarray:
    """The hem from right to left, [n, 2]: lower in the middle and where folds come forward."""
    lane = np.linspace(1, -1, 721 if fall.pleats else 241)
    y = fall.hem_y(lane) - inset
    if fall.pleats:
        phase = pleat_phase(swing(flutes, lane, np.ones_like(lane)), fall)
        y = y - pleat_drop(phase, fall.pleats)
    y = y + (flutes.height(lane, np.ones_like(lane)) - 0.6) * min(11.0, 1.35 * fall.depth)
    return np.stack([CX + lane * (fall.half_width(y) - 0.5), y], 1)


def outline(
    fall: Fall,
    hem: np.ndarray,
    top_dip: float = 4.0,
    roughness: float = 0.0,
    upper: np.ndarray | None = None,
) -> np.ndarray:
    """Closed polyline: waist seam (or `upper`, an edge above it), right side, hem, left side."""
    across = np.linspace(-1, 1, 25)
    waist = (
        upper
        if upper is not None
        else np.stack([CX + across * fall.waist, fall.top + top_dip * (1 - across**2)], 1)
    )
    y = np.linspace(fall.top, hem[0, 1] - 3, 40)[1:]
    wave = roughness * np.sin(y / fall.height * 11) * np.sin(np.pi * (y - fall.top) / fall.height)
    right = np.stack([CX + fall.half_width(y) + wave, y], 1)
    y = np.linspace(fall.top, hem[-1, 1] - 3, 40)[1:]
    wave = (
        roughness * np.sin(y / fall.height * 9 + 2) * np.sin(np.pi * (y - fall.top) / fall.height)
    )
    left = np.stack([CX - fall.half_width(y) - wave, y], 1)[::-1]
    return np.concatenate([waist, right, hem[2:-2], left])


def limp(folds: Sequence[Fold], material: Material) -> list[Fold]:
    """The folds as this material makes them: satin, velvet and sheer cloth bend in wide bows."""
    if material.tint < 0.7 and not material.sheer:
        return list(folds)
    return [replace(f, width=(2.0 * f.width[0] + 1, 1.6 * f.width[1]), fade_in=max(f.fade_in, 0.3))
            for f in folds]  # fmt: skip


def lining(material: Material) -> Material:
    """What is worn under a see-through material: the same, but opaque."""
    return replace(material, sheer=0.0, mesh=None)


def plainly(texture: Texture) -> Texture:
    """The same cloth without its print: what a slip is cut from."""

    def plain(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[np.ndarray, None]:
        some = (np.ascontiguousarray(at[::9, ::9]) for at in (u, v))
        albedo, _ = texture(*some, seed)
        return np.broadcast_to(np.median(albedo, axis=(0, 1)), (*u.shape, 3)), None

    return plain


def see_through(material: Material) -> bool:
    return bool(material.sheer) or material.mesh is not None


def draw_fall(
    canvas: Canvas,
    fall: Fall,
    texture: Texture,
    material: Material = COTTON,
    *,
    thread: Colour | None = None,
    folds: Sequence[Fold] = (),
    wrinkle: float = 0.35,
    seams: Sequence[tuple[np.ndarray, float, float]] = (),
    gathers: float = 0.0,
    top_dip: float = 4.0,
    relief: Field | None = None,
    upper: np.ndarray | None = None,
    grow: Sequence[Outline] = (),
    clip: Outline | None = None,
    lift: float = 1.5,
    right_of: float = 0.0,
) -> Flutes:
    """Draw inner back and front; gives the folds so that bands and tiers can follow them.

    gathers: height of the fine pleats that a gathered seam makes below it. relief: extra height.
    upper: edge of a bodice cut in one piece with the skirt,
    from the left to the right of the waist.
    grow: sleeves that swell together with it. clip: the part of the front to draw,
    without the back:
    a panel that laps over the rest,
    `lift` above it. right_of: x left of which the front is left out,
    because a panel will cover it.
    """
    part = "skirt" if upper is None else "body"
    flutes = Flutes(fall, canvas.rng)
    hem = hem_line(fall, flutes)
    forward: dict[str, np.ndarray] = {}  # found for the height, used again for the shade

    def lane_and_share(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        lane = np.clip((x - CX) / fall.half_width(y[:, :1]), -1.05, 1.05).astype(F32)
        t = (y - fall.top) / fall.height
        if fall.tiers or fall.yoke:  # seams bow like the hem
            t = t + fall.sag / fall.height * lane**2 * np.clip(t, 0, 1)
        return lane, np.clip(t, 0, 1)

    def pressed(t: np.ndarray) -> np.ndarray:
        """How far pleats stand open at a share of the height."""
        if fall.pleats == "sunray":
            return 0.10 + 0.95 * t
        return 0.25 + 0.75 * t

    def pleated(lane: np.ndarray, t: np.ndarray, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Height and light of the pleats, none on a yoke."""
        phase = pleat_phase(swing(flutes, lane, t), fall)
        per_unit = np.abs(np.gradient(phase, axis=1)) / max(float(x[0, 1] - x[0, 0]), 1e-3)
        wide = 1 / np.maximum(per_unit, 0.02)
        raised, light = pleat_form(phase, wide, pressed(t), fall.pleats)
        below = smoothstep(-1.0, 1.5, (t - fall.yoke) * fall.height) if fall.yoke else 1.0
        return raised * below, 1 + (light - 1) * below

    def height(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        lane, t = lane_and_share(x, y)
        forward["now"] = flutes.height(lane, t)
        up = 1.3 * fall.depth * forward["now"]
        if fall.yoke:
            below = smoothstep(fall.yoke - 0.01, fall.yoke + 0.12, t)
            up = up * below + 1.6 * smoothstep(1.2, -1.2, (t - fall.yoke) * fall.height)
        if fall.pleats:
            raised, forward["light"] = pleated(lane, t, x)
            up = up + raised
        if gathers:
            fine = np.sin(lane * 58 + 4 * np.sin(lane * 9 + flutes.shift))
            broken = 0.6 + 0.4 * np.sin(lane * 23 + flutes.shift)
            waist = (fall.yoke,) if fall.yoke or fall.start <= 0.15 or not fall.tiers else ()
            for seam in (*waist, *fall.tiers):
                below = (t - seam) * fall.height
                reach = 30 + 13 * np.sin(lane * 15 + 60 * seam + flutes.shift)
                fade = np.exp(-np.maximum(below, 0) / reach) * smoothstep(-1.5, 4, below)
                up = up + gathers * fine * broken * fade
        return up if relief is None else up + relief(x, y)

    def shadowed(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        _, t = lane_and_share(x, y)
        valley = np.square(1 - forward["now"]) * smoothstep(fall.start, fall.start + 0.7, t)
        light = 1 - 0.40 * valley * min(1.0, fall.depth / 7)
        if fall.pleats:
            light = light * forward["light"]
        for seam in fall.tiers:
            below = (t - seam) * fall.height
            light = light * (1 - 0.15 * np.exp(-np.abs(below) / 1.6))
            soft = np.exp(-np.maximum(below, 0) / 14) * smoothstep(-1, 2, below)
            light = light * (1 - 0.12 * soft)
        return light

    def along_cloth(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        lane, t = lane_and_share(x, y)
        spread = 1 - 0.3 * t * (1 - fall.waist / max(fall.waist, fall.hem))
        slip = 37.0 * sum((t > seam) * 1.0 for seam in fall.tiers)
        slip = slip + (29.0 if clip is not None else 0.0)  # another piece, cut elsewhere
        if fall.pleats in ("knife", "box"):  # cloth is hidden inside each pleat
            pleat = np.floor(pleat_phase(swing(flutes, lane, t), fall))
            slip = slip + 8.3 * pleat * (t > fall.yoke)
        return (x - CX) * spread + slip, y - 100 + fall.sag * lane**2 * t

    if clip is None:
        back = hem_line(fall, flutes)
        lane = np.linspace(1, -1, len(back))
        behind = flutes.height(lane, np.full(len(back), 0.97))
        bow = 0.75 * fall.sag if fall.sag_power > 2 else 0.5 * min(fall.sag, 16)
        middle = fall.bottom - 2 - bow * np.abs(lane) ** fall.sag_power + fall.lean * lane
        middle = middle + (0.5 - behind) * 0.7 * fall.depth - 0.3 * fall.depth
        back[:, 1] = np.minimum(middle, back.max(0)[1] - 2)
        back[:, 0] = CX + lane * (fall.half_width(back[:, 1]) - 2) * 0.985
        inside = outline(fall, back, top_dip, 0.0, upper)
        reach = 60 + abs(fall.high) + max(fall.sag, 0)
        lined = see_through(material)
        airy = bool(material.sheer) and fall.height > 300
        if not lined:
            inside = inside[inside[:, 1] > fall.bottom - reach]
            inside = [CX, 0] + (inside - [CX, 0]) * [0.985, 1]
        with canvas.part(part if lined else "inside"):
            layer(
                canvas, inside, plainly(texture) if airy else texture, lining(material), R=40,
                depth=-0.15, edge=2, wrinkle=0.3, lift=0,
                dark=0.7 if lined else 0.42, uv=along_cloth, opacity=0.72 if airy else 1.0,
            )  # fmt: skip
        if airy:  # an opaque slip to the knee, then two layers of thin cloth alone
            share = min(fall.tiers, key=lambda seam: abs(seam - 0.6), default=0.56)
            ends = fall.top + (share if 0.45 < share < 0.7 else 0.56) * fall.height
            across = np.linspace(1, -1, 61)
            edge = ends - 10 * across**2 + 1.5 * np.sin(9 * across + flutes.shift)
            low = np.stack([CX + across * (fall.half_width(ends) - 6), edge], 1)
            with canvas.part(part):
                layer(
                    canvas, outline(fall, low, top_dip, 0.0, upper), plainly(texture),
                    lining(material), R=40, depth=0.2, edge=4, wrinkle=0.3, lift=0, dark=0.86,
                )  # fmt: skip
            material = replace(material, sheer=SHEER)
    grooves = list(seams)
    inner = hem_line(fall, flutes, inset=8.0)
    if thread is not None and clip is None:
        grooves.append((inner, 1.4, 0.6))
    front = outline(fall, hem, top_dip, min(2.0, fall.depth * 0.2), upper)
    whole = [front, *grow] if grow or clip is not None or right_of else None
    if right_of:
        front = np.maximum(front, [right_of, 0])
    with canvas.part(part):
        layer(
            canvas, front, texture, material, inflate_with=whole, R=70,
            depth=0.42, edge=4 if fall.pleats else 6,
            edge_depth=0.3 if fall.pleats else 0.42, folds=limp(folds, material), wrinkle=wrinkle,
            wrinkle_angle=86,
            lift=lift, relief=height, occlusion=shadowed, seams=grooves, uv=along_cloth, drag=3.0,
            clip=clip, shadow=0.45 if clip is None else 0.8,
        )  # fmt: skip
        if thread is not None and clip is None:
            stitch(canvas, inner[4:-4], thread, strength=0.4)
        if "hem" not in canvas.landmarks:  # what lies over the first fall does not hide its hem
            canvas.mark("hem_left", hem[2])
            canvas.mark("hem_right", hem[-3])
            canvas.mark("hem", hem[len(hem) // 2])
    return flutes


def mark_across(canvas: Canvas, fall: Fall, name: str, y: float) -> None:
    """Both ends of a fall at a height."""
    mark_both(canvas, name, (CX + float(fall.half_width(y)), y))
