"""How denim wears: indigo that dulls, pale yarn where it rubs, holes. Knows cloth and legs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from demo.studio.canvas import (
    CX,
    F32,
    Array,
    Canvas,
)
from demo.studio.fabrics import Cloth
from demo.studio.garments.legs import Legs
from demo.studio.light import Texture, layer
from demo.studio.noise import noise

PALE = np.array([0.46, 0.50, 0.57], F32)
"""linear rgb of undyed yarn with what indigo stays on it"""
FADES = {"light-blue": 0.50, "blue": 0.55, "navy": 0.34, "grey": 0.34, "black": 0.13}
"""colour -> how much of the pale yarn shows where jeans rub most; none on other dyes"""
STREAKS = {"black": 0.35, "grey": 0.5, "navy": 0.6, "white": 0.5}
"""colour -> how much of the yarn's unevenness an overdye leaves; all of it on others"""


@dataclass(frozen=True)
class Wear:
    """How a pair of jeans has been washed."""

    fade: float
    """share of pale yarn where it rubs most"""
    whiskers: float = 0.6
    knees: float = 0.4
    shift: float = 0.0
    """moves the patches, so that no two are alike"""


def wear(
    colour: str, strength: float = 1.0, whiskers: float = 0.6, knees: float = 0.4
) -> Wear | None:
    """The wash of jeans in a colour, None where dye hides all of it."""
    fade = FADES.get(colour, 0.0) * strength
    return Wear(fade, whiskers, knees) if fade else None


def jean_cloth(cloth: Cloth, colour: str) -> Cloth:
    """The denim in its dye: indigo is a vat dye's duller blue, overdyes show fewer streaks."""
    streaks = STREAKS.get(colour, 1.0)
    vat_dyed = colour in ("blue", "light-blue")

    def dyed(texture: Texture) -> Texture:
        def vat(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
            albedo, relief = texture(u, v, seed)
            if streaks < 1:
                even = albedo.reshape(-1, 3).mean(0)
                albedo = even + streaks * (albedo - even)
            if vat_dyed:
                grey = albedo @ np.array([0.25, 0.6, 0.15], F32)
                albedo = albedo * 0.66 + 0.34 * grey[..., None] * np.array([0.72, 1.0, 1.5], F32)
            return albedo.astype(F32), relief

        return vat

    return replace(cloth, texture=dyed(cloth.texture), ground=dyed(cloth.ground))


def inside_out(texture: Texture) -> Texture:
    """Denim's wrong side: mostly weft."""

    def paler(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        albedo, relief = texture(u, v, seed)
        return albedo * 0.55 + 0.24, relief

    return paler


def worn(texture: Texture, legs: Legs, how: Wear) -> Texture:
    """Either leg's denim with pale yarn where jeans rub."""

    def rubbed_through(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array | None]:
        albedo, relief = texture(u, v, seed)
        patchy = 1 + 0.14 * noise(44, 9, u + seed % 89, v, 0.5)
        rubbed = legs.rubbed(np.abs(u), v, how.whiskers, how.knees)
        share = np.clip(how.fade * patchy * rubbed, 0, 0.85)[..., None]
        pale = np.maximum(albedo * 1.25 + 0.10 * albedo.mean(), 0.35 * albedo + 0.65 * PALE)
        return (albedo * (1 - share) + pale * share).astype(F32), relief

    return rubbed_through


def torn(
    canvas: Canvas, cloth: Cloth, legs: Legs, side: int, y: float, wide: float, tall: float
) -> None:
    """A ripped knee: weft threads bridge a hole, the dark inside of the back behind them."""
    rng = canvas.rng
    x = CX + side * float(legs.centre(y)) + rng.uniform(-4, 4)
    t = np.linspace(0, 2 * np.pi, 46, endpoint=False)
    ragged = 1 + 0.16 * rng.standard_normal(46)
    halo = np.stack([x + (wide + 4) * np.cos(t), y + (tall + 3.5) * np.sin(t) * ragged], 1)
    hole = np.stack([x + wide * np.cos(t) * ragged, y + tall * np.sin(t)], 1)
    yarn = np.clip(0.12 * cloth.colour + 0.74, 0, 1)
    behind = 0.35 * cloth.colour + 0.004

    def bleached(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        fuzz = noise(71, (3.0, 0.8), u, v, 1.2)
        return ((0.5 * cloth.colour + 0.42) * (1 + 0.1 * fuzz[..., None])).astype(F32), 0.3 * fuzz

    def threads(u: np.ndarray, v: np.ndarray, seed: int) -> tuple[Array, Array]:
        sag = v + 0.9 * noise(73, (9, 3), u, v, 0.8)
        lie = np.clip(
            1.8 * np.sin(sag * 2 * np.pi / 2.9) + 0.7 + 0.7 * noise(72, (9, 1.2), u, v), 0, 1
        )
        shade = lie[..., None]
        return (behind * (1 - shade) + yarn * shade).astype(F32), 0.5 * lie

    layer(
        canvas,
        halo,
        bleached,
        cloth.material,
        R=12,
        depth=0.1,
        edge=0,
        wrinkle=0.4,
        lift=0,
        opacity=0.7,
    )
    layer(
        canvas,
        hole,
        threads,
        cloth.material,
        R=12,
        depth=-0.15,
        edge=1.5,
        edge_depth=-0.6,
        wrinkle=0.4,
        lift=0,
        dark=0.95,
    )
