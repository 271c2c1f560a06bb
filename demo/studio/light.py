"""One part of a garment, lit: outline -> height -> folds, seams -> normals -> light -> shadow.

Knows materials as reflectances and parts as outlines; not what the parts are, nor any dye.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from demo.studio.canvas import (
    CX,
    F32,
    Array,
    Box,
    Canvas,
    Field,
    H,
    Outline,
    S,
    W,
    as_polylines,
    grid,
    smoothstep,
)
from demo.studio.folds import Fold, crumple, fold_height, frayed, inflate, pushed_outline
from demo.studio.materials import COTTON, Material
from demo.studio.noise import noise

Texture = Callable[[np.ndarray, np.ndarray, int], tuple[np.ndarray, np.ndarray | None]]
"""(u, v, seed) in world units along the cloth -> linear albedo [h, w, 3], relief [h, w] or None"""
Placement = tuple[float, float, float] | Callable[[np.ndarray, np.ndarray], tuple]
"""(origin x, origin y, degrees) of the texture, or a function (x, y) -> (u, v)"""


@dataclass(frozen=True)
class Shade:
    """What light does at each grid point; all [h, w]."""

    diffuse: Array
    highlight: Array
    rim: Array


def shade(
    height: np.ndarray,
    slope: tuple[np.ndarray, np.ndarray],
    mask: np.ndarray,
    from_edge: np.ndarray,
    edge: float,
    material: Material,
    scale: int,
    rounded: bool,
) -> Shade:
    """Soft key light from upper left, fill from the right, sky; with occlusion and cavities."""
    gx, gy = slope[0] * material.contrast, slope[1] * material.contrast
    nz = 1 / np.sqrt(gx * gx + gy * gy + 1)
    nx, ny = -gx * nz, -gy * nz

    def lamp(x: float, y: float, z: float) -> tuple[np.ndarray, float]:
        norm = np.sqrt(x * x + y * y + z * z)
        facing = (nx * x + ny * y + nz * z) / norm
        wrap = material.wrap
        return np.maximum(0, (facing + wrap) / (1 + wrap)), (z / norm + wrap) / (1 + wrap)

    key, key_flat = lamp(-0.74, -0.50, 0.62)
    fill, fill_flat = lamp(0.75, -0.15, 0.60)
    sky, sky_flat = lamp(0.0, -0.90, 0.50)

    shadowed = np.zeros_like(height)
    size = (height.shape[1], height.shape[0])
    for distance in (2.0, 4.5, 9.0, 16.0):
        step = distance * scale
        shift = np.array([[1, 0, 0.75 * step], [0, 1, 0.66 * step]], F32)
        toward = cv2.warpAffine(height, shift, size, borderMode=cv2.BORDER_REPLICATE)
        above = np.clip((toward - height - 0.42 * distance) / (1.2 + 0.25 * distance), 0, 1)
        shadowed = np.maximum(shadowed, above * (1 - distance / 30))
    shadowed = cv2.GaussianBlur(shadowed, (0, 0), 0.8 * scale)

    inside = height * mask

    def local_mean(sigma: float) -> np.ndarray:
        blurred = cv2.GaussianBlur(inside, (0, 0), sigma * scale)
        return blurred / (cv2.GaussianBlur(mask, (0, 0), sigma * scale) + 1e-3)

    cavity = np.maximum(0, local_mean(3) - height) * 0.16
    cavity += np.maximum(0, local_mean(9) - height) * 0.07
    cavity *= smoothstep(0, max(6.0, edge), from_edge)
    ambient = np.exp(-1.25 * np.minimum(cavity, 1.1))

    light = 0.24 * (0.85 - 0.15 * ny) * ambient
    light += 0.66 * key * (1 - 0.55 * shadowed) * (0.4 + 0.6 * ambient)
    light += 0.11 * fill * ambient + 0.12 * sky * ambient
    flat = 0.24 * 0.85 + 0.66 * key_flat + 0.11 * fill_flat + 0.12 * sky_flat
    diffuse = light / flat

    def glint(x: float, y: float, z: float) -> np.ndarray:
        norm = np.sqrt(x * x + y * y + z * z)
        facing = np.clip((nx * x + ny * y + nz * z) / norm, 0, 1)
        sharp = np.power(facing, material.sharpness * 2.2)
        return sharp + material.broad * np.power(facing, material.sharpness * 0.6)

    highlight = glint(-0.33, -0.30, 0.90) + 0.4 * glint(0.45, -0.20, 0.87)
    highlight -= material.broad * 0.6  # what a wide highlight adds everywhere is no highlight
    highlight = np.maximum(highlight, 0) * material.gloss * ambient * (1 - 0.7 * shadowed)
    # Pile glows where it turns away, but not so much that a dark coat has a white outline.
    diffuse *= 1 - 0.45 * material.nap + 2.2 * material.nap * np.minimum(1 - nz, 0.36)
    rim = np.square(1 - nz)
    if rounded:
        rim += 0.35 * np.exp(-np.square(np.minimum(from_edge, 20) / 2.2))
    return Shade(diffuse, highlight, material.rim * rim * ambient)


def broad_light(diffuse: np.ndarray, mask: np.ndarray, reach: float, scale: int) -> Array:
    """The light's slow change over a part [h, w]: its mean over `reach` world units round about."""
    height, width = mask.shape
    size = (max(2, width // (4 * scale)), max(2, height // (4 * scale)))
    own = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
    lit = cv2.resize(diffuse.astype(F32), size, interpolation=cv2.INTER_AREA)
    cover = cv2.GaussianBlur(own, (0, 0), reach / 4) + 1e-3
    mean = (cv2.GaussianBlur(lit * own, (0, 0), reach / 4) + 1e-3) / cover
    return cv2.resize(mean, (width, height), interpolation=cv2.INTER_LINEAR)


def place(uv: Placement | None, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions on the cloth for positions on the canvas."""
    if uv is None:
        return x - CX, y - 100
    if callable(uv):
        return uv(x, y)
    ox, oy, degrees = uv
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    elsewhere = 97 if degrees < 0 else 0  # left and right sleeves are cut from different places
    return (x - ox) * c + (y - oy) * s + elsewhere, -(x - ox) * s + (y - oy) * c


def worn_folds(canvas: Canvas, box: Box, folds: Sequence[Fold]) -> Array:
    """The folds' heights in a box of the canvas, one sample a unit: made flat, then put on."""
    if canvas.wearer is None:
        return fold_height(box, folds, canvas.seed)
    x, y = canvas.flat(*grid(box, 1))
    x0, y0 = int(max(x.min(), -W)), int(max(y.min(), -H))
    x1, y1 = int(min(x.max(), 2 * W)) + 2, int(min(y.max(), 2 * H)) + 2
    flat = fold_height((x0, y0, x1, y1), folds, canvas.seed)
    return cv2.remap(flat, x - x0, y - y0, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def layer(
    canvas: Canvas,
    outline: Outline | Sequence[Outline],
    texture: Texture,
    material: Material = COTTON,
    *,
    inflate_with: Sequence[Outline] | None = None,
    R: float = 60,
    depth: float = 0.45,
    edge: float = 5,
    edge_depth: float = 0.8,
    folds: Sequence[Fold] = (),
    fold_gain: float = 1.0,
    wrinkle: float = 0.5,
    wrinkle_angle: float = 90,
    wrinkle_size: float = 1.0,
    lift: float = 5,
    shadow: float = 0.45,
    seams: Sequence[tuple[np.ndarray, float, float]] = (),
    pucker: Sequence[tuple[np.ndarray, float, float]] = (),
    uv: Placement | None = None,
    relief: Field | None = None,
    occlusion: Field | None = None,
    dark: float = 1.0,
    clip: Outline | Sequence[Outline] | None = None,
    opacity: float = 1.0,
    ripple: float = 0.5,
    drag: float = 6.5,
) -> None:
    """Draw one part over what is there.

    outline, clip: one outline or several (their union; then cut to the clip), splined if points.
    inflate_with: outlines that swell together with this one, so that no crease parts them.
    R, depth: radius of the swelling and its height as a share of it. edge, edge_depth: the turned
    edge's width and roundness. folds, fold_gain: see `Fold`. wrinkle, _angle, _size: random creases.
    lift, shadow: height above what lies below, and how dark the cast shadow is. seams: (polyline,
    width, depth) grooves; pucker: (polyline, width, height) gathers across a seam. uv: where the
    texture lies. relief: extra height, occlusion: factor on the light, both functions of (x, y).
    dark: factor on the light (insides). ripple: how far folds move the outline; drag: how far they
    bend the print, both in units per unit of height or slope.
    """
    outlines = as_polylines(outline)
    box = canvas.box(outlines)
    if box is None:
        return
    x0, y0, x1, y1 = box
    mask = canvas.mask(outlines, box)
    height = np.zeros((y1 - y0, x1 - x0), F32)
    if folds:
        height = fold_gain * worn_folds(canvas, box, folds)
        if ripple:
            mask = pushed_outline(mask, height, ripple, S)
    if clip is not None:
        mask = mask * canvas.mask(as_polylines(clip), box)
    if mask.max() < 0.05:
        return
    if material.fuzz and max(x1 - x0, y1 - y0) > 64:
        mask = frayed(mask, material.fuzz, S, canvas.seed)
    if lift > 0:
        canvas.shadow(mask, box, lift * 0.35, lift * 0.6, lift * 0.9, shadow)
        canvas.shadow(mask, box, 0, lift * 0.12, 1.2, shadow * 0.5)

    # Height and light need one sample a unit; small parts (buttons) get the canvas's resolution.
    scale = S if max(x1 - x0, y1 - y0) <= 64 else 1
    full = (mask.shape[1], mask.shape[0])
    size = ((x1 - x0) * scale, (y1 - y0) * scale)
    x, y = canvas.flat(*grid(box, scale))
    if scale != 1:
        height = cv2.resize(height, size, interpolation=cv2.INTER_CUBIC)
    own = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
    swollen = own
    if inflate_with is not None:
        swollen = np.maximum(own, canvas.mask(as_polylines(list(inflate_with)), box, scale))
    height = height + R * depth * np.power(inflate(swollen, R, scale) + 0.02, 0.75)
    from_edge = cv2.distanceTransform((swollen > 0.5).astype(np.uint8), cv2.DIST_L2, 5) / scale
    from_edge = cv2.GaussianBlur(from_edge, (0, 0), (0.7 + 0.08 * min(edge, 14)) * scale)
    if edge > 0:
        over = 1 - np.clip(from_edge / edge, 0, 1)
        height = height + edge * edge_depth * np.sqrt(np.maximum(0, 1 - over * over))
    draw = int(canvas.rng.integers(1_000_000))
    if wrinkle > 0:
        height = height + wrinkle * crumple(x, y, wrinkle_angle, wrinkle_size, draw, canvas.seed)
    for line, width, groove in seams:
        height = height - groove * canvas.line_mask(line, width, box, scale)
    for line, width, gather in pucker:
        run = np.asarray(line)[-1] - np.asarray(line)[0]
        c, s = run / (np.hypot(*run) + 1e-6)
        gathers = noise(canvas.seed + 77, (2.6, 14), x * c + y * s, y * c - x * s)
        height = height + gather * gathers * canvas.line_mask(line, width * 1.4, box, scale)
    if relief is not None:
        height = height + relief(x, y)
    height = height.astype(F32)
    gx = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) / 8 * scale
    gy = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3) / 8 * scale

    rounded = inflate_with is not None or R > 75
    light = shade(height, (gx, gy), own, from_edge, edge, material, scale, rounded)
    diffuse = light.diffuse
    diffuse = diffuse * (1.03 - 0.10 * (y - 90) / 480 - 0.05 * ((x - CX + 40) / 200) ** 2) * 0.93
    diffuse = np.where(diffuse > 1, 1 + (diffuse - 1) * 0.9, diffuse) * dark
    if occlusion is not None:
        diffuse = diffuse * occlusion(x, y)

    # The print follows the slopes of folds; yarn relief only tilts the light a little.
    fx, fy = canvas.flat(*grid(box, S))
    u, v = place(uv, fx, fy)
    bend_x, bend_y = (
        np.clip(cv2.GaussianBlur(g, (0, 0), 3.0 * scale), -0.9, 0.9) for g in (gx, gy)
    )
    u = u + drag * cv2.resize(bend_x, full)
    v = v + drag * cv2.resize(bend_y, full)
    albedo, yarn = texture(u.astype(F32), v.astype(F32), canvas.seed)
    tilt = np.zeros(full[::-1], F32)
    if yarn is not None:
        yarn = yarn.astype(F32)
        tilt += 0.62 * cv2.Sobel(yarn, cv2.CV_32F, 1, 0, ksize=3) / 8 * S
        tilt += 0.48 * cv2.Sobel(yarn, cv2.CV_32F, 0, 1, ksize=3) / 8 * S
    if material.weave > 0:
        grain = noise(5, (0.9, 0.5), fx, fy, S) + noise(6, (0.5, 0.9), fx, fy, S)
        albedo = albedo * (1 + 0.28 * material.weave * grain)[..., None]
        lint = 0.06 * np.exp(-albedo.mean(-1) / 0.03) if material.gloss < 0.05 else 0.0
        tilt += (0.28 * material.weave + lint) * grain
    if material.worn and scale == 1:
        proud = height - broad_light(height, own, 7, scale)
        rubbed = smoothstep(0.15, 1.6, proud) + 0.6 * np.exp(-np.square(from_edge / 2.5))
        rubbed = cv2.resize(rubbed.astype(F32), full)[..., None] * material.worn
        albedo = albedo + rubbed * (0.30 + 0.5 * albedo.mean(-1, keepdims=True) - albedo)
    mean = albedo.mean(-1, keepdims=True)
    # Pale yarn scatters light into its own grooves; dark cloth shows its folds by sheen alone.
    tilt = tilt * (1 - 0.45 * smoothstep(0.30, 0.80, mean[..., 0]))
    tilt = np.clip(1 + material.contrast * np.clip(tilt, -0.8, 0.8), 0.25, 1.7)
    # White cloth lights its own folds, so they are drawn deeper than the lamps alone make them; dark
    # cloth has its form from what glances off the yarn: a photographer gives it a fill light.
    dusk = 1 - smoothstep(0.012, 0.12, mean)
    pale = smoothstep(0.50, 0.85, mean)
    diffuse = np.maximum(diffuse, 1e-3).astype(F32)
    lit = cv2.resize(diffuse, full)
    # Yarn that does not shine spreads what glances off it: dark jersey has no hot lights.
    matt = 1 - float(smoothstep(0.045, 0.14, material.gloss))
    if scale == 1:  # parts wide enough to have form and folds
        broad = np.maximum(broad_light(diffuse, own, 26, scale), 0.05)
        folded = cv2.resize(np.clip(diffuse / broad, 0.3, 3), full)
        drawn = 0.15 + (0.80 - 0.18 * matt) * dusk[..., 0] + 0.45 * pale[..., 0]
        evened = -0.12 - 0.35 * dusk[..., 0] - 0.35 * pale[..., 0]
        lit *= np.power(folded, drawn) * np.power(cv2.resize(broad, full), evened)
    steep = 1 - 0.12 * np.clip(albedo, 0, 1) + 0.10 * pale + 0.45 * dusk
    colour = albedo * np.power(lit[..., None], steep) * tilt[..., None]
    glance = np.maximum(lit[..., None] - 0.62, 0)
    hot = 0.030 * glance + 0.075 * glance * glance
    soft = 0.004 + 0.034 * glance / (1 + 0.9 * glance)
    sheen = dusk * (matt * soft + (1 - matt) * hot) * tilt[..., None]
    colour += sheen * (0.75 + 0.25 * albedo / (mean + 0.01))
    highlight = cv2.resize((light.highlight * dark).astype(F32), full)
    dyed = albedo / (albedo.max(-1, keepdims=True) + 0.06)
    colour += (highlight * tilt)[..., None] * (0.75 + material.tint * (dyed - 0.75))
    rim = cv2.resize((light.rim * dark).astype(F32), full)
    colour += rim[..., None] * (albedo * 0.6 + 0.2 * mean + 0.01)
    if material.mesh is not None:
        opacity = opacity * material.mesh(u, v)
    if material.sheer:
        facing = 1 / (1 + 2.5 * (np.square(gx) + np.square(gy)))
        opacity = opacity * (1 - material.sheer * cv2.resize(facing.astype(F32), full))
    canvas.blend(colour.astype(F32), mask * opacity, box)
