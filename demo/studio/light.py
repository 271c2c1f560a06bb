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
    Canvas,
    Field,
    Outline,
    S,
    as_polylines,
    noise,
    smoothstep,
)
from demo.studio.folds import Fold, fold_height

Texture = Callable[[np.ndarray, np.ndarray, int], tuple[np.ndarray, np.ndarray | None]]
"""(u, v, seed) in world units along the cloth -> linear albedo [h, w, 3], relief [h, w] or None"""
Placement = tuple[float, float, float] | Callable[[np.ndarray, np.ndarray], tuple]
"""(origin x, origin y, degrees) of the texture, or a function (x, y) -> (u, v)"""


@dataclass(frozen=True)
class Material:
    """How a surface answers light."""

    gloss: float = 0.03
    sharpness: float = 6.0
    """exponent of the highlight"""
    rim: float = 0.06
    """glow where the surface turns away: fuzz"""
    wrap: float = 0.35
    """how far light creeps round the edge"""
    weave: float = 0.05
    """fine grain of the yarn"""
    contrast: float = 1.0
    """how steep folds look"""


COTTON = Material(weave=0.03, contrast=1.35)
LINEN = Material(0.03, 5, 0.07, 0.32, 0.10, 1.35)
WOOL = Material(0.022, 3, 0.13, 0.40, 0.10, 1.3)
KNIT = Material(0.02, 3, 0.12, 0.40, 0.06, 1.25)
FLEECE = Material(0.02, 4, 0.10, 0.40, 0.08, 1.25)
DENIM = Material(0.025, 4, 0.06, 0.30, 0.10, 1.2)
CANVAS = Material(0.025, 4, 0.06, 0.32, 0.12, 1.2)
CORDUROY = Material(0.03, 4, 0.14, 0.36, 0.05, 1.2)
VELVET = Material(0.02, 3, 0.55, 0.16, 0.02, 1.7)
SATIN = Material(0.32, 14, 0.10, 0.25, 0.01, 1.15)
CHIFFON = Material(0.04, 6, 0.08, 0.45, 0.03, 1.0)
LACE = Material(0.03, 5, 0.08, 0.40, 0.02, 1.0)
LEATHER = Material(0.20, 20, 0.05, 0.25, 0.03, 1.1)
NYLON = Material(0.13, 14, 0.06, 0.30, 0.01, 1.05)
STRAW = Material(0.06, 8, 0.05, 0.35, 0.05, 1.0)
RUBBER = Material(0.08, 12, 0.02, 0.40, 0.01)
METAL = Material(0.90, 30, 0.20, 0.10, 0.0)


def inflate(mask: np.ndarray, radius: float, scale: int) -> Array:
    """A pillow 0..1 over the mask [h, w], `radius` world units from edge to top.

    Jacobi steps of the screened Poisson equation (laplace h = h / r^2 - 1) on a coarse grid.
    """
    height, width = mask.shape
    shrink = (4 if radius > 12 else 2) * scale
    coarse = cv2.resize(
        mask, (max(2, width // shrink), max(2, height // shrink)), interpolation=cv2.INTER_AREA
    )
    coarse = cv2.copyMakeBorder(coarse, 2, 2, 2, 2, cv2.BORDER_CONSTANT)
    cell = shrink / scale
    screen = (cell / radius) ** 2
    neighbours = np.array([[0, 0.25, 0], [0.25, 0, 0.25], [0, 0.25, 0]], F32)
    pillow = cv2.GaussianBlur(coarse, (0, 0), 3) * coarse
    for _ in range(int(min(260, 4 * (radius / cell) ** 2 + 20))):
        around = cv2.filter2D(pillow, -1, neighbours, borderType=cv2.BORDER_CONSTANT)
        pillow = coarse * (around * 4 + screen) / (4 + screen)
    pillow = cv2.GaussianBlur(pillow, (0, 0), 0.8)[2:-2, 2:-2]
    pillow = cv2.resize(pillow, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(cv2.GaussianBlur(pillow, (0, 0), shrink * 0.8), 0, 1)


def crumple(x: np.ndarray, y: np.ndarray, angle: float, size: float, draw: int, seed: int) -> Array:
    """Small random creases, unit strength, elongated along `angle` (degrees)."""
    a = np.deg2rad(angle)
    u = x * np.cos(a) + y * np.sin(a)
    v = -x * np.sin(a) + y * np.cos(a) + 9 * noise(seed * 7 + 3, 14, x, y, 0.5)
    style = draw % 12
    broad = noise(style, (26, 9), u + draw % 251, v, 0.55 / size)
    fine = noise(style + 100, (12, 5), u + draw % 241, v, 0.8 / size)
    ridge = noise(style + 200, (16, 6), u + 4 * fine + draw % 239, v, 0.7 / size)
    ridge = np.exp(-((ridge / 0.55) ** 2))
    where = smoothstep(-0.3, 1.2, noise(style + 300, 16, x, y, 0.35))
    return (2.4 * broad + 0.6 * fine + 2.2 * ridge * where).astype(F32)


def pushed_outline(mask: np.ndarray, height: np.ndarray, amount: float, scale: int) -> Array:
    """The mask [h, w] with its edge moved out by ridges and in by valleys that reach it."""
    size = (mask.shape[1] // scale, mask.shape[0] // scale)
    small = cv2.GaussianBlur(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), (0, 0), 4)
    gx = cv2.Sobel(small, cv2.CV_32F, 1, 0, ksize=3)
    gy = cv2.Sobel(small, cv2.CV_32F, 0, 1, ksize=3)
    norm = np.hypot(gx, gy) + 0.02
    push = amount * scale * np.clip(cv2.GaussianBlur(height, (0, 0), 2), -4, 5)
    full = mask.shape[::-1]
    dx = cv2.resize((gx / norm * push).astype(F32), full)
    dy = cv2.resize((gy / norm * push).astype(F32), full)
    x, y = np.meshgrid(np.arange(full[0], dtype=F32), np.arange(full[1], dtype=F32))
    return cv2.remap(mask, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)


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
        return np.power(facing, material.sharpness * 2.2)

    highlight = glint(-0.33, -0.30, 0.90) + 0.4 * glint(0.45, -0.20, 0.87)
    highlight *= material.gloss * ambient * (1 - 0.7 * shadowed)
    rim = np.square(1 - nz)
    if rounded:
        rim += 0.35 * np.exp(-np.square(np.minimum(from_edge, 20) / 2.2))
    return Shade(diffuse, highlight, material.rim * rim * ambient)


def place(uv: Placement | None, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions on the cloth for positions on the canvas."""
    if uv is None:
        return x - CX, y - 100
    if callable(uv):
        return uv(x, y)
    ox, oy, degrees = uv
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    return (x - ox) * c + (y - oy) * s, -(x - ox) * s + (y - oy) * c


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
    drag: float = 5.0,
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
        height = fold_gain * fold_height(box, folds, canvas.seed)
        if ripple:
            mask = pushed_outline(mask, height, ripple, S)
    if clip is not None:
        mask = mask * canvas.mask(as_polylines(clip), box)
    if mask.max() < 0.05:
        return
    if lift > 0:
        canvas.shadow(mask, box, lift * 0.35, lift * 0.6, lift * 0.9, shadow)
        canvas.shadow(mask, box, 0, lift * 0.12, 1.2, shadow * 0.5)

    # Height and light need one sample a unit; small parts (buttons) get the canvas's resolution.
    scale = S if max(x1 - x0, y1 - y0) <= 64 else 1
    full = (mask.shape[1], mask.shape[0])
    size = ((x1 - x0) * scale, (y1 - y0) * scale)
    x, y = np.meshgrid(
        np.arange(size[0], dtype=F32) / scale + x0, np.arange(size[1], dtype=F32) / scale + y0
    )
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
    fx, fy = np.meshgrid(
        np.arange(full[0], dtype=F32) / S + x0, np.arange(full[1], dtype=F32) / S + y0
    )
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
        tilt += 0.28 * material.weave * grain
    mean = albedo.mean(-1, keepdims=True)
    # Pale yarn scatters light into its own grooves; dark cloth shows its folds by sheen alone.
    tilt = tilt * (1 - 0.45 * smoothstep(0.30, 0.80, mean[..., 0]))
    tilt = np.clip(1 + material.contrast * np.clip(tilt, -0.8, 0.8), 0.25, 1.7)
    lit = cv2.resize(np.maximum(diffuse, 1e-3).astype(F32), full) * tilt
    colour = albedo * np.power(lit[..., None], 1 - 0.20 * np.clip(albedo, 0, 1))
    dusk = 1 - smoothstep(0.01, 0.13, mean)
    sheen = 0.050 * dusk * np.maximum(lit[..., None] - 0.72, 0)
    colour += sheen * (0.4 + 0.6 * albedo / (mean + 0.01))
    highlight = cv2.resize((light.highlight * dark).astype(F32), full)
    colour += (highlight * tilt)[..., None] * (0.45 + 0.33 * albedo / (mean + 0.08))
    rim = cv2.resize((light.rim * dark).astype(F32), full)
    colour += rim[..., None] * (albedo * 0.6 + 0.2 * mean + 0.01)
    canvas.blend(colour.astype(F32), mask * opacity, box)
