"""Draws beanies: knitted domes whose ribs run together at the crown. Knows no dye."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from demo.studio.canvas import (
    CX,
    Array,
    Canvas,
    smoothstep,
    spline,
)
from demo.studio.design import Colourway
from demo.studio.fabrics import Cloth, fabric
from demo.studio.folds import Fold
from demo.studio.garments.forms import Form, View, length_of, mark_sides, ring
from demo.studio.light import Texture, layer
from demo.studio.materials import LEATHER
from demo.studio.noise import noise
from demo.studio.trims import plain, stitch

VIEW = View(pitch=9, y=440)
WIDE = 132.0
"""radius of the opening"""
Bumps = Callable[[np.ndarray, np.ndarray], np.ndarray]


def beanie(canvas: Canvas, c: Colourway) -> None:
    """Cuffed, a fisherman's short one, a slouch, one with a bobble, or a cabled one."""
    cut, cloth = Random(c.shape_seed), fabric(c)
    c.pick((_cuffed, _slouch, _bobbled, _fisherman, _cabled))(canvas, c, cloth, cut)


def _cuffed(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    dome = spline(
        [(130, 40), (134, 92), (130, 142), (112, 190), (76, 222), (34, 236), (0, 239)], False, 30
    )
    rib = cut.choice((9.0, 11.5))
    _crown(canvas, c, cloth, dome, rib, dents=3)
    _cuff(canvas, c, cloth, 92, rib)
    if cut.random() < 0.7:
        _tag(canvas, 46)


def _fisherman(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Short enough to sit above the ears, with a narrow roll and a flat, puckered top."""
    dome = spline(
        [(126, 20), (130, 60), (128, 96), (116, 128), (86, 149), (40, 158), (0, 158)], False, 30
    )
    _crown(canvas, c, cloth, dome, 16.0, dents=2)
    _cuff(canvas, c, cloth, 54, 16.0, puff=9)
    if cut.random() < 0.4:
        _tag(canvas, 26)


def _slouch(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Too long for its head: the top sinks back and to a side in soft folds."""
    side = cut.choice((1, -1))
    dome = spline(
        [(119, 0), (122, 40), (127, 92), (131, 140), (126, 184), (107, 219), (72, 241), (32, 249),
         (0, 250)], False, 30,
    )  # fmt: skip

    def sag(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        share = np.clip(y / 250, 0, 1)
        lean = side * 40 * share**2.4
        drop = -26 * share**3 * (1 + side * x / 140)
        dent = 9 * np.sin(share * 11 + 0.012 * side * x) * smoothstep(0.3, 0.6, share)
        return x + lean, y + drop, z + dent

    rng = canvas.rng
    folds = [
        Fold(
            (CX + side * (150 - 18 * i), 250 + 42 * i + rng.uniform(-10, 10)),
            (CX - side * rng.uniform(20, 90), 228 + 50 * i + rng.uniform(-14, 14)),
            side * rng.uniform(8, 24), (8, 19), rng.uniform(1.8, 3.4), 0.4, 0.1, 0.7,
        )
        for i in range(4)
    ]  # fmt: skip
    _crown(canvas, c, cloth, dome, 8.0, dents=2, bend=sag, folds=folds, soft=1.8)
    _cuff(canvas, c, cloth, 44, 6.5, puff=2, foot=118)


def _bobbled(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    dome = spline(
        [(128, 40), (133, 90), (132, 136), (118, 184), (82, 214), (38, 226), (0, 229)], False, 30
    )
    _crown(canvas, c, cloth, dome, 10.0, dents=3)
    _cuff(canvas, c, cloth, 78, 10.0)
    main = cloth.accent if c.pattern in ("colour-block", "striped") else cloth.solid
    _bobble(canvas, main, cloth, CX + cut.uniform(-5, 5), VIEW.y - 252, cut.choice((50.0, 58.0)))


def _cabled(canvas: Canvas, c: Colourway, cloth: Cloth, cut: Random) -> None:
    """Plaits climb the crown between purl grooves; some have a bobble."""
    dome = spline(
        [(128, 30), (136, 84), (137, 136), (122, 186), (84, 220), (38, 233), (0, 236)], False, 30
    )
    _crown(canvas, c, cloth, dome, 0.0, dents=3, cables=cut.choice((13, 15)))
    _cuff(canvas, c, cloth, 62, 9.0)
    if cut.random() < 0.5:
        main = cloth.accent if c.pattern == "colour-block" else cloth.solid
        _bobble(canvas, main, cloth, CX + cut.uniform(-5, 5), VIEW.y - 256, 44.0)


# ---- parts -------------------------------------------------------------------------------------


def ribs(width: float, shrink: Callable[[np.ndarray], np.ndarray]) -> Bumps:
    """Height 0..1 of ribs `width` wide; pairs run together where the knit narrows to `shrink`(v)."""

    def height(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        wide = shrink(v) + 0.012 * noise(61, 10, u, v, 0.4)
        total = np.zeros(np.shape(u), np.float32)
        for level, (low, high) in enumerate(((0.52, 9), (0.26, 0.52), (0.0, 0.26))):
            share = smoothstep(low - 0.04, low + 0.04, wide) - smoothstep(
                high - 0.04, high + 0.04, wide
            )
            wander = 0.5 * noise(62, 12, u, v, 0.6)
            wave = np.abs(np.sin(np.pi * (u + wander) / (width * 2**level)))
            total += np.clip(share, 0, 1) * wave**0.75
        return total

    return height


def plaits(count: int) -> Bumps:
    """Height of cables round the crown, each of two cords that cross, with a purl groove beside."""
    pitch = 2 * np.pi * WIDE / count

    def height(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        across = (np.mod(u / pitch, 1) - 0.5) * pitch
        total = -0.9 * np.exp(-(((np.abs(across) - pitch * 0.40) / (pitch * 0.06)) ** 2))
        total += 0.5 * np.exp(-(((np.abs(across) - pitch * 0.5) / (pitch * 0.05)) ** 2))
        cords = np.zeros_like(total)
        for side in (1, -1):
            phase = 2 * np.pi * v / (pitch * 1.25)
            centre = side * pitch * 0.16 * np.sin(phase)
            over = 0.5 + 0.5 * side * np.cos(phase)
            cord = np.exp(-(np.abs((across - centre) / (pitch * 0.15)) ** 3))
            ply = 0.16 * np.sin((v - 1.3 * side * across) * 2 * np.pi / 6.5)
            cords = np.maximum(cords, cord * (0.55 + 0.6 * over + ply))
        return total + cords

    return height


def knitted(base: Texture, height: Bumps, dark: float, depth: float) -> Texture:
    """Cloth whose hollows lie in shade and whose loops show on the ridges."""

    def texture(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        albedo, _ = base(u, v, seed)
        ridge = height(u, v)
        loop = 0.5 + 0.5 * np.sin(v * 2 * np.pi / 4.4 + 1.2 * np.sin(u * 0.9))
        gain = 1 - dark * (1 - np.clip(ridge, 0, 1)) - 0.10 * loop * np.clip(ridge, 0.2, 1)
        gain = gain * (1.10 + 0.25 * dark)
        fuzz = noise(63, 0.8, u, v, 2.2)
        relief = depth * ridge + 0.35 * loop + 0.08 * fuzz
        return albedo * (gain + 0.02 * fuzz)[..., None], relief.astype(np.float32)

    return texture


def _crown(
    canvas: Canvas, c: Colourway, cloth: Cloth, dome: np.ndarray, rib: float, dents: int,
    bend: Callable[..., tuple[np.ndarray, ...]] | None = None, folds: list[Fold] | None = None,
    soft: float = 1.0, cables: int = 0,
) -> None:  # fmt: skip
    """The dome from the opening to the apex; `dents` soft hollows where no head fills it."""
    rng, total = canvas.rng, length_of(dome)
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(dome, axis=0), axis=1))]

    def shrink(v: np.ndarray) -> np.ndarray:
        return np.interp(-v, run, dome[:, 0] / WIDE)

    height = plaits(cables) if cables else ribs(rib, shrink)
    form = Form(
        VIEW, ring(dome, 1.0, bend),
        lambda s, t: ((s - 0.5) * 2 * np.pi * WIDE, -t * total), (0.14, 0.86),
    )  # fmt: skip
    hollows = list(folds or [])
    for _ in range(dents):
        x, y = CX + rng.uniform(-80, 80), VIEW.y - rng.uniform(110, 200)
        hollows.append(
            Fold((x, y), (x + rng.uniform(-50, 50), y + rng.uniform(40, 90)), rng.uniform(-10, 10),
                 (9, 20), -rng.uniform(1.4, 3.2) * soft, 0.2, 0.3, 0.6)
        )  # fmt: skip
    lift = 3.4 if cables else 0.11 * rib + 0.4
    pale = cloth.colour.mean() > 0.3
    cloth_of = cloth.ground if c.pattern == "colour-block" else cloth.texture
    texture = knitted(cloth_of, height, 0.26 if pale else 0.36, 0.5)
    form.draw(
        canvas, texture, cloth.material, bumps=lambda u, v: lift * height(u, v), folds=hollows,
        wrinkle=0.5 * soft, ripple=0.35,
    )  # fmt: skip


def _cuff(
    canvas: Canvas, c: Colourway, cloth: Cloth, tall: float, rib: float, puff: float = 6.0,
    foot: float = WIDE,
) -> None:  # fmt: skip
    """The turned-up edge: a soft ring round the dome, open at the top, rolled at the bottom."""
    profile = spline(
        [(foot - 4, -6), (foot + puff - 1, -5), (foot + puff + 1, tall * 0.4),
         (foot + puff + 4, tall - 6), (foot + puff, tall + 1), (foot - 6, tall - 6)], False, 24,
    )  # fmt: skip
    low, slope = canvas.rng.uniform(-3, 3, 2) * (tall / 80)

    def uneven(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, ...]:
        up = np.clip(y / tall, 0, 1)
        return x, y + up * (slope * x / 60 + low * np.sin(x / 37 + slope)), z

    height = ribs(rib, lambda v: np.ones_like(v))
    form = Form(
        VIEW, ring(profile, 1.0, uneven),
        lambda s, t: ((s - 0.5) * 2 * np.pi * (WIDE + puff), -t * length_of(profile)), (0.2, 0.8),
    )  # fmt: skip
    base = cloth.accent if c.pattern == "colour-block" else cloth.texture
    base = cloth.solid if c.pattern == "striped" else base
    pale = cloth.colour.mean() > 0.3
    form.draw(
        canvas, knitted(base, height, 0.26 if pale else 0.36, 0.5), cloth.material,
        bumps=lambda u, v: (0.11 * rib + 0.5) * height(u, v), wrinkle=0.8, lift=6, shadow=0.5,
        ripple=0.3,
    )  # fmt: skip
    mark_sides(canvas, "band", form.line(np.linspace(0.2, 0.8, 90), 0.1))


def _tag(canvas: Canvas, up: float) -> None:
    """A small leather patch sewn to the cuff, off its middle."""
    tag = ring(np.array([(WIDE + 11, up - 13), (WIDE + 12, up + 13)]))
    form = Form(VIEW, tag, lambda s, t: (s * 800, -t * 26), (0.555, 0.61))
    form.draw(canvas, plain("#8a5a35"), LEATHER, lift=2.0, edge=1.6)
    for t in (0.36, 0.62):
        stitch(canvas, form.line(np.linspace(0.565, 0.6, 12), t), "#e2cfa9", 4.5, 1.6, 1.0, 0.6)


def _bobble(
    canvas: Canvas, texture: Texture, cloth: Cloth, x: float, y: float, radius: float
) -> None:
    """A ball of cut yarn: layers of tufts, the lower ones darker, with a ragged outline."""
    rng = canvas.rng
    for share, dark in ((1.0, 0.62), (0.93, 0.82), (0.74, 1.0), (0.48, 1.06)):
        t = np.linspace(0, 2 * np.pi, 150, endpoint=False)
        reach = radius * share * (1 + 0.035 * np.sin(3 * t + share * 9))
        ragged = reach + rng.normal(0, 0.045 * radius, 150) * (1.2 if share > 0.9 else 1.6)
        shift = (1 - share) * radius * np.array([-0.35, -0.4])
        outline = np.stack(
            [x + shift[0] + ragged * np.cos(t), y + shift[1] + 0.95 * ragged * np.sin(t)], 1
        )
        tufts = []
        for a in rng.uniform(0, 2 * np.pi, 60):
            inner, outer = radius * share * rng.uniform(0.1, 0.6), radius * share * 1.02
            b = a + rng.normal(0, 0.25)
            tufts.append(
                Fold((x + shift[0] + inner * np.cos(a), y + shift[1] + inner * np.sin(a)),
                     (x + shift[0] + outer * np.cos(b), y + shift[1] + outer * np.sin(b)),
                     rng.uniform(-3, 3), (1.2, 2.2), rng.uniform(0.8, 2.2), 0.2, 0.1, 0.3)
            )  # fmt: skip
        layer(
            canvas, outline, texture, cloth.material, R=radius * 0.8, depth=0.55, edge=6,
            wrinkle=1.6, wrinkle_size=0.35, lift=2.5 if share < 1 else 0, shadow=0.28, folds=tufts,
            ripple=0.5, dark=dark,
        )  # fmt: skip
